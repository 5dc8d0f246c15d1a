#include <daemonrpc/service/config/configurationprinter.h>
#include <daemonrpc/service/config/configurationschema.h>
#include <daemonrpc/service/config/configurationtext.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static QString indentation(const QString &path) { return QString(path.count(u'.') * 2, u' '); }

// A comment ends with its line, and names of files may hold anything.
static QString comment(const ConfigurationOrigin &origin)
{
    return u"  # "_s + withoutControls(origin.toString());
}

static QString line(const ConfigurationKey &key, const ConfigurationValue &value, const QString &path,
                    const LoadedConfiguration &loaded, const QString &indent)
{
    return u"%1%2: %3%4\n"_s.arg(indent, key.name(), key.toYaml(value), comment(loaded.origin(path)));
}

static QString commands(const LoadedConfiguration &loaded)
{
    if (loaded.configuration.commands.isEmpty())
        return u"commands: {}  # none\n"_s;
    QString text = u"commands:\n"_s;
    const QList<ConfigurationKey> keys = ConfigurationSchema::commandKeys();
    for (const CommandDefinition &command : loaded.configuration.commands) {
        const QString name = QString::fromLatin1(command.name);
        text += u"  %1:\n"_s.arg(quotedForYaml(name));
        for (const ConfigurationKey &key : keys) {
            text += line(key, ConfigurationSchema::valueOf(command, key.path),
                         u"commands.%1.%2"_s.arg(name, key.path), loaded, u"    "_s);
        }
    }
    return text;
}

QByteArray printedConfiguration(const LoadedConfiguration &loaded)
{
    QString text;
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (const ConfigurationSection &section : ConfigurationSchema::sections()) {
        text += u"%1%2:\n"_s.arg(indentation(section.path), section.path.section(u'.', -1));
        for (const ConfigurationKey &key : keys) {
            if (key.section() == section.path) {
                text += line(key, ConfigurationSchema::valueOf(loaded.configuration, key.path), key.path,
                             loaded, indentation(key.path));
            }
        }
    }
    return (text + commands(loaded)).toUtf8();
}

} // namespace DaemonRpc
