// Reads the layers of a configuration.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/service/config/configurationdiagnostic.h>
#include <daemonrpc/service/config/configurationsources.h>
#include <daemonrpc/service/config/loadedconfiguration.h>

#include <QList>

namespace DaemonRpc {

/// Makes the effective configuration: defaults, the system's file, the user's file, the file that was named,
/// the environment, the options; a later layer wins, key by key. A command is replaced as a whole. Value.
///
/// load() reads everything anew each time, so the same loader serves for the start and for each reload; when
/// it fails nothing has changed. A file has at most 1 MiB, 20,000 values and 16 levels; at most 20 problems
/// are kept. Without files no YAML parser runs.
///
///     ConfigurationLoader loader(ConfigurationSources::ofProcess());
///     const Result<LoadedConfiguration> loaded = loader.load();
///     if (!loaded) {
///         for (const ConfigurationDiagnostic &problem : loader.diagnostics())
///             log(problem.toString());
///     }
class DAEMONRPC_SERVICE_EXPORT ConfigurationLoader
{
public:
    explicit ConfigurationLoader(ConfigurationSources sources);

    [[nodiscard]] const ConfigurationSources &sources() const { return m_sources; }

    /// Errors: InvalidArgument; the message is the first problem and how many more there are.
    Result<LoadedConfiguration> load();

    /// The problems that the last load() met, in the order of the layers.
    [[nodiscard]] const QList<ConfigurationDiagnostic> &diagnostics() const { return m_diagnostics; }

    /// The configuration that @p text alone gives, @p name being its file in messages; for tests and fuzzers.
    Result<LoadedConfiguration> loadText(const QByteArray &text, const QString &name);

private:
    Result<LoadedConfiguration> finish(LoadedConfiguration loaded, QList<ConfigurationDiagnostic> kept,
                                       qsizetype count);

    ConfigurationSources m_sources;
    QList<ConfigurationDiagnostic> m_diagnostics;
};

} // namespace DaemonRpc
