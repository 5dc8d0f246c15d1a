// YAML text to a tree of nodes. The only place that knows yaml-cpp.
#pragma once

#include "configurationproblems_p.h"

#include <QByteArray>

#include <optional>

namespace DaemonRpc::YamlReader {

constexpr int maxDepth = 16;          ///< Of lists and maps in each other.
constexpr qsizetype maxNodes = 20000; ///< Scalars, lists and maps together.
constexpr qsizetype maxMarks = 50000; ///< Brackets, commas, colons, quotes and the like; see read().

/// Reads one document. Nothing when there is a problem, which it adds: a syntax error, anchors and aliases,
/// tags, keys given twice, a second document, a limit exceeded. An empty text is a node of kind Nothing.
///
/// yaml-cpp looks ahead as long as a bracket might turn out to be a key, at some 250 bytes for each mark, and
/// recurses for each level: both are bounded before they can hurt.
[[nodiscard]] std::optional<ConfigurationNode> read(const QByteArray &text, ConfigurationProblems &problems);

} // namespace DaemonRpc::YamlReader
