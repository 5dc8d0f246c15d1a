// A value of the configuration, whatever its key.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <variant>

namespace DaemonRpc {

/// What one key holds, by its type: yes or no, a number, a text, a list of texts, texts by name. Value.
using ConfigurationValue = std::variant<bool, qint64, QString, QStringList, QMap<QString, QString>>;

} // namespace DaemonRpc
