// Which build this is.
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArray>

namespace DaemonRpc {

/// The identity of a build: when it was made, and a name that is the same for the same code. Value.
///
/// Generated while building (resources/cmake/BuildIdentity.cmake). Same sources, same id, wherever they are
/// built; the timestamp is SOURCE_DATE_EPOCH when that is set, else the time of the first build with this id.
///
///     const BuildIdentity mine = BuildIdentity::current();
struct DAEMONRPC_EXPORT BuildIdentity
{
    qint64 timestampMs = 0; ///< Milliseconds since the epoch.
    QByteArray id;          ///< 16 lower-case hexadecimal digits.

    /// The build of this library.
    static BuildIdentity current();

    friend bool operator==(const BuildIdentity &, const BuildIdentity &) = default;
};

} // namespace DaemonRpc
