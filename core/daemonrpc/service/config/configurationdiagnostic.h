// What is wrong with a configuration, and where.
#pragma once

#include <daemonrpc/service/export.h>

#include <QString>

namespace DaemonRpc {

/// One problem. Value. Lines and columns count from 1, columns in characters; 0: not about a single place.
struct DAEMONRPC_SERVICE_EXPORT ConfigurationDiagnostic
{
    QString source; ///< The file, the environment variable or the option.
    int line = 0;
    int column = 0;
    QString message; ///< What was expected and what was found; safe for a terminal.

    /// "FILE:LINE:COLUMN: message"
    [[nodiscard]] QString toString() const;

    friend bool operator==(const ConfigurationDiagnostic &, const ConfigurationDiagnostic &) = default;
};

} // namespace DaemonRpc
