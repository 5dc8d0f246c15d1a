// The sections of a file, and keys given one by one.
#pragma once

#include "configurationproblems_p.h"

#include <daemonrpc/service/config/configurationsources.h>
#include <daemonrpc/service/config/loadedconfiguration.h>

namespace DaemonRpc {

/// Puts one layer after the other over a configuration. Value.
class SectionReader
{
public:
    /// All outlive the reader.
    SectionReader(const ConfigurationSources &sources, LoadedConfiguration &loaded,
                  ConfigurationProblems &problems);

    /// A whole file; the source of @p problems is its name.
    void readFile(const ConfigurationNode &root);
    /// The documented variables.
    void readEnvironment();
    /// The options.
    void readOptions();

private:
    void readSection(const QString &path, const ConfigurationNode &node);
    void addUnknown(const QString &section, const ConfigurationNode &entry);
    void setText(const QString &path, const QString &text, ConfigurationOrigin::Kind kind);
    void addUnknownOption(const ConfigurationOption &option);

    const ConfigurationSources &m_sources;
    LoadedConfiguration &m_loaded;
    ConfigurationProblems &m_problems;
};

} // namespace DaemonRpc
