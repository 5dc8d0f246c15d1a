#include "daemon/configurationquery.h"

#include <daemonrpc/service/access/networklisteners.h>
#include <daemonrpc/service/config/configurationloader.h>
#include <daemonrpc/service/config/configurationprinter.h>
#include <daemonrpc/service/config/configurationreference.h>
#include <daemonrpc/service/config/configurationtext.h>
#include <daemonrpc/service/plugin/pluginloader.h>

namespace DaemonRpc {

static ConfigurationQuery::Answer refusal(const ConfigurationLoader &loader)
{
    ConfigurationQuery::Answer answer{1, {}, {}};
    for (const ConfigurationDiagnostic &problem : loader.diagnostics())
        answer.errorOutput += problem.toString().toUtf8() + '\n';
    return answer;
}

static ConfigurationQuery::Answer effective(const ConfigurationSources &sources)
{
    ConfigurationLoader loader(sources);
    const Result<LoadedConfiguration> loaded = loader.load();
    return loaded ? ConfigurationQuery::Answer{0, printedConfiguration(*loaded), {}} : refusal(loader);
}

static ConfigurationQuery::Answer check(const QString &file, const ConfigurationSources &sources)
{
    ConfigurationSources alone = ConfigurationSources::ofFile(file);
    alone.reservedCommands = sources.reservedCommands;
    ConfigurationLoader loader(alone);
    const Result<LoadedConfiguration> loaded = loader.load();
    if (!loaded)
        return refusal(loader);
    // What a start would refuse: ports without tokens, certificates without their keys.
    NetworkListeners network;
    if (const Result<void> prepared = network.prepare(loaded->configuration); !prepared)
        return {
            1, {}, file.toUtf8() + ": error: " + withoutControls(prepared.error().message()).toUtf8() + '\n'};
    ConfigurationQuery::Answer answer{0, file.toUtf8() + ": ok\n", {}};
    // A daemon starts without them, so they are no reason to say no.
    PluginLoader plugins(loaded->configuration.plugins);
    plugins.find();
    for (const QString &problem : plugins.problems())
        answer.errorOutput += file.toUtf8() + ": warning: " + withoutControls(problem).toUtf8() + '\n';
    return answer;
}

ConfigurationQuery::Answer ConfigurationQuery::answer(const ConfigurationSources &sources) const
{
    switch (kind) {
    case Kind::None: break;
    case Kind::Effective: return effective(sources);
    case Kind::Check: return check(file, sources);
    case Kind::DefaultFile: return {0, defaultConfigurationFile(), {}};
    case Kind::Reference: return {0, configurationReference(), {}};
    }
    return {};
}

} // namespace DaemonRpc
