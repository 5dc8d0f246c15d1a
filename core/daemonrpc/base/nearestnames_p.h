// Which names somebody may have meant.
#pragma once

#include <daemonrpc/base/export.h>

#include <QStringList>

namespace DaemonRpc {

/// Up to three of @p known that come near @p name, nearest first: a few letters differ (exchanged
/// neighbours count once), or the one contains the other. None for a name of more than 64 characters.
[[nodiscard]] DAEMONRPC_EXPORT QStringList nearestNames(const QString &name, const QStringList &known);

} // namespace DaemonRpc
