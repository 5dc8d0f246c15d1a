#include <daemonrpc/service/config/configurationreport.h>
#include <daemonrpc/service/config/configurationschema.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static constexpr auto hidden = "(hidden)"_L1;

static QJsonValue toJson(const ConfigurationValue &value)
{
    return std::visit(
        [](const auto &held) -> QJsonValue {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, QStringList>) {
                return QJsonArray::fromStringList(held);
            } else if constexpr (std::is_same_v<Held, QMap<QString, QString>>) {
                QJsonObject object;
                for (auto it = held.begin(); it != held.end(); ++it)
                    object.insert(it.key(), it.value());
                return object;
            } else {
                return held;
            }
        },
        value);
}

static QJsonValue shown(const ConfigurationKey &key, const ConfigurationValue &value)
{
    if (key.type != ConfigurationKey::Type::Environment)
        return toJson(value);
    QJsonObject names;
    if (const auto *entries = std::get_if<QStringList>(&value)) {
        for (const QString &entry : *entries)
            names.insert(entry.section(u'=', 0, 0), hidden);
    } else if (const auto *map = std::get_if<QMap<QString, QString>>(&value)) {
        for (auto it = map->begin(); it != map->end(); ++it)
            names.insert(it.key(), hidden);
    }
    return names;
}

static QJsonObject entry(const ConfigurationKey &key, const ConfigurationValue &value,
                         const ConfigurationOrigin &origin)
{
    return {{u"value"_s, shown(key, value)}, {u"origin"_s, origin.toString()}};
}

QJsonObject configurationReport(const LoadedConfiguration &loaded)
{
    QJsonObject report;
    const ServiceConfiguration &configuration = loaded.configuration;
    for (const ConfigurationKey &key : ConfigurationSchema::keys()) {
        report.insert(key.path, entry(key, ConfigurationSchema::valueOf(configuration, key.path),
                                      loaded.origin(key.path)));
    }
    const QList<ConfigurationKey> commandKeys = ConfigurationSchema::commandKeys();
    for (const CommandDefinition &command : configuration.commands) {
        for (const ConfigurationKey &key : commandKeys) {
            const QString path = u"commands.%1.%2"_s.arg(QString::fromLatin1(command.name), key.path);
            report.insert(path,
                          entry(key, ConfigurationSchema::valueOf(command, key.path), loaded.origin(path)));
        }
    }
    return report;
}

} // namespace DaemonRpc
