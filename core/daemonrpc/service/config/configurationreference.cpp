#include <daemonrpc/service/config/configurationreference.h>
#include <daemonrpc/service/config/configurationschema.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static constexpr qsizetype fileWidth = 100;

static QString effectOf(const ConfigurationKey &key)
{
    return key.effect == ConfigurationKey::Effect::Reload ? u"reload"_s : u"restart"_s;
}

// --- docs/CONFIGURATION.md

static const char introduction[] =
    R"(<!-- Made from the schema by `daemon-rpcd --print-config-reference`; a test fails when it differs. -->
# Configuration

`daemon-rpcd` needs no configuration. What there is to configure is written in YAML:

```yaml
performance:
  grace_ms: 3000
commands:
  black:
    program: python3
    arguments: [-m, black, -q, -]
    warm: 2
```

## Layers
Each layer overrides the ones before it, key by key; a command is replaced as a whole.

1. The defaults.
2. `/etc/daemon-rpc/daemon.yaml`.
3. `daemon-rpc/daemon.yaml` in `$XDG_CONFIG_HOME`, or in `~/.config` without that.
4. The file of `--config FILE`, which must exist. `daemon-rpc --config FILE` passes it to a daemon that it starts.
5. The environment of the daemon: `DAEMON_RPC_`, section and key in capitals, as in
   `DAEMON_RPC_PERFORMANCE_GRACE_MS=3000`. Other names and empty values count for nothing.
6. Options of `daemon-rpcd`: `--set performance.grace_ms=3000`, or those with a name of their own (`--grace-ms`).

In the environment and on the command line the entries of a list or map are separated by commas:
`logging.categories=a=debug,b=error`. Commands are defined in files only.

A daemon that is started by a client has that client's environment, and so its `XDG_CONFIG_HOME` and `HOME`.

    daemon-rpcd --print-config            # every effective value, each with where it comes from
    daemon-rpcd --check-config FILE       # "FILE: ok", or what is wrong with it; status 1 then
    daemon-rpcd --print-default-config    # a file with every key, commented out

## What a file may be
UTF-8 (with or without a byte order mark, lines ending in LF or CRLF), at most 1 MiB, 16 levels and 20,000 values,
one document. No anchors, aliases, tags or control characters; no key twice. Nobody but its owner and group may
write to it; the files of layers 2 and 3 belong to root or to the daemon's user. An empty file or section is fine.

All that is wrong is told at once, up to 20 problems, by file, line and column:

    /etc/daemon-rpc/daemon.yaml:3:3: unknown key "grace_sm" in section performance; did you mean "grace_ms"?

A daemon does not start with an invalid configuration. At a reload the old one stays in force.

*Reload* in the tables below: a change takes effect with `daemon-rpc reload` or SIGHUP. *Restart*: with the next start
of the daemon, `daemon-rpc restart`.
)";

static const char commandsText[] =
    R"(
## Section `commands`
What callers may run by name, besides the daemon's own commands, whose names are taken. A name is 1 to 64 characters of
`A-Z a-z 0-9 . _ -` and does not begin with `-`. All of it changes with a reload; calls that run are not affected.

A **warm** command keeps copies of its program started ahead; a call takes one and feeds it its input. Such a copy has
no caller yet: environment and directory are fixed by the configuration, not taken from the call.

)";

static const char tableHead[] = "| key | takes | default | change | meaning |\n|---|---|---|---|---|\n";

static QString tableRow(const ConfigurationKey &key)
{
    const QString standard = key.isRequired ? u"required"_s : u"`%1`"_s.arg(key.toYaml(key.defaultValue));
    return u"| `%1` | %2 | %3 | %4 | %5 |\n"_s.arg(key.name(), key.expectation(), standard, effectOf(key),
                                                   key.description);
}

QByteArray configurationReference()
{
    QString text = QString::fromUtf8(introduction);
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (const ConfigurationSection &section : ConfigurationSchema::sections()) {
        text += u"\n## Section `%1`\n%2\n"_s.arg(section.path, section.description);
        QString rows;
        for (const ConfigurationKey &key : keys) {
            if (key.section() == section.path)
                rows += tableRow(key);
        }
        if (!rows.isEmpty())
            text += u'\n' + QString::fromUtf8(tableHead) + rows;
    }
    text += QString::fromUtf8(commandsText) + QString::fromUtf8(tableHead);
    const QList<ConfigurationKey> commandKeys = ConfigurationSchema::commandKeys();
    for (const ConfigurationKey &key : commandKeys)
        text += tableRow(key);
    return text.toUtf8();
}

// --- resources/config/daemon.yaml

static const char fileHead[] =
    R"(# Configuration of daemon-rpcd. Every key is here with its default, commented out: lines beginning with "# " are
# prose, lines beginning with "#" alone are keys. See docs/CONFIGURATION.md; check with daemon-rpcd --check-config.
)";

static const char commandExample[] =
    R"(
# What callers may run by name: daemon-rpc run NAME [ARG...].
#
#   black:
#     program: python3
#     arguments: [-m, black, -q, -]
#     warm: 2
#
# Keys of a command:
)";

// @p text in lines that begin with @p prefix and are not too long.
static QString prose(const QString &prefix, const QString &text)
{
    QString result;
    QString line = prefix;
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        if (line.size() > prefix.size() && line.size() + 1 + word.size() > fileWidth) {
            result += line + u'\n';
            line = prefix;
        }
        line += u' ' + word;
    }
    return result + line + u'\n';
}

static QString fullDescription(const ConfigurationKey &key)
{
    QString expected = key.expectation();
    expected[0] = expected[0].toUpper();
    const QString effect =
        key.effect == ConfigurationKey::Effect::Restart ? u" Takes effect at a restart."_s : QString();
    return u"%1 %2.%3"_s.arg(key.description, expected, effect).remove(u'`');
}

QByteArray defaultConfigurationFile()
{
    QString text = QString::fromUtf8(fileHead);
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (const ConfigurationSection &section : ConfigurationSchema::sections()) {
        const QString indent(section.path.count(u'.') * 2, u' ');
        QString description = section.description;
        text += u'\n' + prose(indent + u'#', description.remove(u'`')) + indent +
                section.path.section(u'.', -1) + u":\n"_s;
        for (const ConfigurationKey &key : keys) {
            if (key.section() != section.path)
                continue;
            text += prose(indent + u"  #"_s, fullDescription(key)) +
                    u"%1  #%2: %3\n"_s.arg(indent, key.name(), key.toYaml(key.defaultValue));
        }
    }
    text += QString::fromUtf8(commandExample);
    const QList<ConfigurationKey> commandKeys = ConfigurationSchema::commandKeys();
    for (const ConfigurationKey &key : commandKeys) {
        const QString standard =
            key.isRequired ? QString() : u" Default: %1."_s.arg(key.toYaml(key.defaultValue));
        text += prose(u"#  "_s, u"%1: %2%3"_s.arg(key.path, fullDescription(key), standard));
    }
    return (text + u"commands:\n"_s).toUtf8();
}

} // namespace DaemonRpc
