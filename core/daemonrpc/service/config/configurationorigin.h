// Where an effective value comes from.
#pragma once

#include <daemonrpc/service/export.h>

#include <QString>

namespace DaemonRpc {

/// The layer that had the last word about a key. Value.
struct DAEMONRPC_SERVICE_EXPORT ConfigurationOrigin
{
    enum class Kind { Default, File, Environment, Option };

    Kind kind = Kind::Default;
    QString name; ///< The file, the variable or the option.
    int line = 0; ///< In the file, from 1.

    /// "default", "FILE:LINE", "environment NAME", "option --x"
    [[nodiscard]] QString toString() const;

    friend bool operator==(const ConfigurationOrigin &, const ConfigurationOrigin &) = default;
};

} // namespace DaemonRpc
