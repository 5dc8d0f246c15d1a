#include "daemon/configurationquery.h"

#include <daemonrpc/service/config/configurationloader.h>
#include <daemonrpc/service/config/configurationprinter.h>
#include <daemonrpc/service/config/configurationreference.h>

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
    return loader.load() ? ConfigurationQuery::Answer{0, file.toUtf8() + ": ok\n", {}} : refusal(loader);
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
