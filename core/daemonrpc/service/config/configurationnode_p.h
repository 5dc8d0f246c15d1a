// A configuration file as a tree, before anybody asks what it means.
#pragma once

#include <QString>

#include <vector>

namespace DaemonRpc {

/// A place in a file, counted from 1; 0: none.
struct ConfigurationPosition
{
    int line = 0;
    int column = 0;
};

/// A scalar, a list, a map or nothing. Value.
struct ConfigurationNode
{
    enum class Kind { Nothing, Scalar, List, Map };

    Kind kind = Kind::Nothing;
    QString text;         ///< Of a scalar.
    bool isPlain = false; ///< A scalar without quotes.
    ConfigurationPosition position;
    QString key; ///< When it is an entry of a map.
    ConfigurationPosition keyPosition;
    std::vector<ConfigurationNode> entries; ///< Of a list or map.
};

} // namespace DaemonRpc
