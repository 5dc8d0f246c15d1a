// Output for programs.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace DaemonRpc::Cli {

/// @p value as indented JSON with a line feed at the end. What could act on a terminal (control characters
/// beyond ASCII, direction overrides) is written as \uXXXX, which means the same to a parser.
[[nodiscard]] QByteArray printedJson(const QJsonValue &value);

/// The same on one line.
[[nodiscard]] QByteArray printedJsonLine(const QJsonObject &object);

} // namespace DaemonRpc::Cli
