// The section `commands` of a file.
#pragma once

#include "configurationproblems_p.h"

#include <daemonrpc/service/config/configurationsources.h>
#include <daemonrpc/service/config/loadedconfiguration.h>

namespace DaemonRpc {

/// Reads definitions of commands, checks that what they say fits together, and fills in what follows from it.
/// Value.
class CommandReader
{
public:
    static constexpr qsizetype maxCommands = 1000;
    static constexpr qsizetype maxNameLength = 64;

    /// All outlive the reader.
    CommandReader(const ConfigurationSources &sources, LoadedConfiguration &loaded,
                  ConfigurationProblems &problems);

    /// Reads the map of name to definition.
    void read(const ConfigurationNode &commands);

private:
    [[nodiscard]] bool isGoodName(const ConfigurationNode &node);
    void readCommand(const ConfigurationNode &node);
    void readKeys(const ConfigurationNode &node, CommandDefinition &command);
    void complete(const ConfigurationNode &node, CommandDefinition &command);
    void completeContext(const ConfigurationNode &node, CommandDefinition &command);
    void store(const CommandDefinition &command, const ConfigurationNode &node);

    const ConfigurationSources &m_sources;
    LoadedConfiguration &m_loaded;
    ConfigurationProblems &m_problems;
};

} // namespace DaemonRpc
