#include "configurationfile_p.h"
#include "sectionreader_p.h"
#include "yamlreader_p.h"

#include <daemonrpc/service/config/configurationloader.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

ConfigurationLoader::ConfigurationLoader(ConfigurationSources sources)
    : m_sources(std::move(sources))
{}

static void readFile(const QString &path, ConfigurationFile::Trust trust, SectionReader &reader,
                     ConfigurationProblems &problems)
{
    problems.setSource(path);
    const std::optional<QByteArray> text = ConfigurationFile::read(path, trust, problems);
    if (!text)
        return;
    if (const std::optional<ConfigurationNode> root = YamlReader::read(*text, problems))
        reader.readFile(*root);
}

Result<LoadedConfiguration> ConfigurationLoader::load()
{
    LoadedConfiguration loaded;
    ConfigurationProblems problems;
    SectionReader reader(m_sources, loaded, problems);
    for (const QString &path : {m_sources.systemFile, m_sources.userFile}) {
        if (!path.isEmpty() && ConfigurationFile::exists(path))
            readFile(path, ConfigurationFile::Trust::OwnerOrRoot, reader, problems);
    }
    if (!m_sources.file.isEmpty())
        readFile(m_sources.file, ConfigurationFile::Trust::Anyone, reader, problems);
    reader.readEnvironment();
    reader.readOptions();
    return finish(std::move(loaded), problems.kept(), problems.count());
}

Result<LoadedConfiguration> ConfigurationLoader::loadText(const QByteArray &text, const QString &name)
{
    LoadedConfiguration loaded;
    ConfigurationProblems problems;
    problems.setSource(name);
    if (const std::optional<QByteArray> checked = ConfigurationFile::checkText(text, problems)) {
        if (const std::optional<ConfigurationNode> root = YamlReader::read(*checked, problems))
            SectionReader(m_sources, loaded, problems).readFile(*root);
    }
    return finish(std::move(loaded), problems.kept(), problems.count());
}

Result<LoadedConfiguration> ConfigurationLoader::finish(LoadedConfiguration loaded,
                                                        QList<ConfigurationDiagnostic> kept, qsizetype count)
{
    m_diagnostics = std::move(kept);
    if (count == 0)
        return loaded;
    QString message = m_diagnostics.constFirst().toString();
    if (count > 1)
        message += u" (and %1 more; daemon-rpcd --print-config shows them)"_s.arg(count - 1);
    return unexpected(ErrorCode::InvalidArgument, message);
}

} // namespace DaemonRpc
