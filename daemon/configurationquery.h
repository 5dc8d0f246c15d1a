// Questions about the configuration that daemon-rpcd answers instead of serving.
#pragma once

#include <daemonrpc/service/config/configurationsources.h>

namespace DaemonRpc {

/// What is asked, and what the answer is. Value.
struct ConfigurationQuery
{
    enum class Kind {
        None,        ///< Nothing: serve.
        Effective,   ///< --print-config
        Check,       ///< --check-config FILE
        DefaultFile, ///< --print-default-config
        Reference,   ///< --print-config-reference
    };

    /// What to print and to exit with.
    struct Answer
    {
        int status = 0;
        QByteArray output;
        QByteArray errorOutput;
    };

    Kind kind = Kind::None;
    QString file; ///< Of a check: absolute.

    /// Reads @p sources, or the file to be checked with the reserved commands of @p sources.
    [[nodiscard]] Answer answer(const ConfigurationSources &sources) const;
};

} // namespace DaemonRpc
