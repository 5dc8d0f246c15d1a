// Every key of the schema, by every way it can be given, arrives in the configuration.
#include "configtesting.h"

#include <daemonrpc/service/config/configurationprinter.h>

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;
using Type = ConfigurationKey::Type;

class tst_ConfigurationSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreWellFormed();
    void defaultsAreThoseOfTheStruct();

    void keyFromAFile_data() { addKeys(ConfigurationSchema::keys()); }

    void keyFromAFile();

    void keyFromTheEnvironment_data() { addKeys(ConfigurationSchema::keys()); }

    void keyFromTheEnvironment();

    void keyFromAnOption_data() { addKeys(ConfigurationSchema::keys()); }

    void keyFromAnOption();
    void boundsOfNumbers_data();
    void boundsOfNumbers();

    void commandKeyFromAFile_data() { addKeys(ConfigurationSchema::commandKeys()); }

    void commandKeyFromAFile();
    void membersOfTheStruct();
    void membersOfACommand();

private:
    static void addKeys(const QList<ConfigurationKey> &keys)
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < keys.size(); ++i)
            QTest::newRow(qPrintable(keys[i].path)) << i;
    }

    static ConfigurationKey fetchKey(const QList<ConfigurationKey> &keys)
    {
        const qsizetype *index = static_cast<qsizetype *>(QTest::qData("index", qMetaTypeId<qsizetype>()));
        return keys.at(*index);
    }

    static QByteArray fileWith(const ConfigurationKey &key, const QString &value)
    {
        QString text;
        const QStringList parts = key.path.split(u'.');
        for (qsizetype i = 0; i + 1 < parts.size(); ++i)
            text += QString(i * 2, u' ') + parts[i] + u":\n"_s;
        return (text + QString((parts.size() - 1) * 2, u' ') + key.name() + u": "_s + value + u'\n').toUtf8();
    }

    static QString asOneText(const ConfigurationValue &value, const ConfigurationKey &key);
    static void verifyOnly(const ConfigurationKey &key, const LoadedConfiguration &loaded,
                           const ConfigurationOrigin &origin);
};

// As the environment and options take it.
QString tst_ConfigurationSchema::asOneText(const ConfigurationValue &value, const ConfigurationKey &key)
{
    if (const QString *text = std::get_if<QString>(&value))
        return *text;
    if (const QStringList *list = std::get_if<QStringList>(&value))
        return list->join(u',');
    if (const auto *map = std::get_if<QMap<QString, QString>>(&value)) {
        QStringList entries;
        for (auto entry = map->begin(); entry != map->end(); ++entry)
            entries.append(entry.key() + u'=' + entry.value());
        return entries.join(u',');
    }
    return key.toYaml(value);
}

// The key has its other value and that origin; every other key is as ever.
void tst_ConfigurationSchema::verifyOnly(const ConfigurationKey &key, const LoadedConfiguration &loaded,
                                         const ConfigurationOrigin &origin)
{
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (const ConfigurationKey &other : keys) {
        const bool isTheOne = other.path == key.path;
        const ConfigurationValue value = ConfigurationSchema::valueOf(loaded.configuration, other.path);
        QVERIFY2(value == (isTheOne ? otherValue(key) : other.defaultValue), qPrintable(other.path));
        QCOMPARE(loaded.origin(other.path), isTheOne ? origin : ConfigurationOrigin());
    }
    QVERIFY(!(loaded.configuration == ServiceConfiguration()));
}

void tst_ConfigurationSchema::keysAreWellFormed()
{
    QSet<QString> paths;
    QSet<QByteArray> variables;
    QStringList sections;
    for (const ConfigurationSection &section : ConfigurationSchema::sections()) {
        sections.append(section.path);
        QVERIFY(section.description.endsWith(u'.'));
    }
    QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (const ConfigurationKey &key : keys)
        QVERIFY2(sections.contains(key.section()), qPrintable(key.path));
    keys += ConfigurationSchema::commandKeys();
    for (const ConfigurationKey &key : keys) {
        QVERIFY2(!paths.contains(key.path), qPrintable(key.path));
        QVERIFY2(!variables.contains(key.environmentName()), key.environmentName());
        paths.insert(key.path);
        variables.insert(key.environmentName());
        QVERIFY2(key.description.endsWith(u'.') && !key.description.contains(u'|'), qPrintable(key.path));
        QVERIFY2(!key.expectation().isEmpty(), qPrintable(key.path));
        QVERIFY2(!key.path.endsWith(u"_ms") || key.unit == u"milliseconds", qPrintable(key.path));
        QVERIFY2(!key.path.endsWith(u"_bytes") || key.unit == u"bytes", qPrintable(key.path));
        QVERIFY2(!key.path.endsWith(u"_mb") || key.unit == u"MiB", qPrintable(key.path));
        if (key.type == Type::Number) {
            const qint64 standard = std::get<qint64>(key.defaultValue);
            QVERIFY2(key.minimum <= standard && standard < key.maximum, qPrintable(key.path));
        }
    }
    // Names that mean something else already.
    for (const char *taken : {"DAEMON_RPC_ID", "DAEMON_RPC_RUNTIME_DIR", "DAEMON_RPC_DAEMON"})
        QVERIFY2(!variables.contains(taken), taken);
}

void tst_ConfigurationSchema::defaultsAreThoseOfTheStruct()
{
    ConfigurationLoader loader{ConfigurationSources()};
    const Result<LoadedConfiguration> loaded = loader.load();
    QVERIFY(loaded);
    QCOMPARE(loaded->configuration, ServiceConfiguration());
    QVERIFY(loaded->origins.isEmpty());
}

void tst_ConfigurationSchema::keyFromAFile()
{
    const ConfigurationKey key = fetchKey(ConfigurationSchema::keys());
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(fileWith(key, key.toYaml(otherValue(key))), u"f.yaml"_s);
    QVERIFY2(loaded, reason(loaded));
    verifyOnly(key, *loaded, {ConfigurationOrigin::Kind::File, u"f.yaml"_s, int(key.path.count(u'.')) + 1});
}

void tst_ConfigurationSchema::keyFromTheEnvironment()
{
    const ConfigurationKey key = fetchKey(ConfigurationSchema::keys());
    ConfigurationSources sources;
    sources.environment = {{key.environmentName(), asOneText(otherValue(key), key).toUtf8()}};
    const auto loaded = ConfigurationLoader(sources).load();
    QVERIFY2(loaded, reason(loaded));
    verifyOnly(key, *loaded,
               {ConfigurationOrigin::Kind::Environment, QString::fromLatin1(key.environmentName()), 0});
}

void tst_ConfigurationSchema::keyFromAnOption()
{
    const ConfigurationKey key = fetchKey(ConfigurationSchema::keys());
    ConfigurationSources sources;
    sources.options = {{u"--x"_s, key.path, asOneText(otherValue(key), key)}};
    const auto loaded = ConfigurationLoader(sources).load();
    QVERIFY2(loaded, reason(loaded));
    verifyOnly(key, *loaded, {ConfigurationOrigin::Kind::Option, u"--x"_s, 0});
}

void tst_ConfigurationSchema::boundsOfNumbers_data()
{
    QTest::addColumn<qsizetype>("index");
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys[i].type == Type::Number)
            QTest::newRow(qPrintable(keys[i].path)) << i;
    }
}

void tst_ConfigurationSchema::boundsOfNumbers()
{
    const ConfigurationKey key = fetchKey(ConfigurationSchema::keys());
    ConfigurationLoader loader{ConfigurationSources()};
    for (const qint64 good : {key.minimum, key.maximum}) {
        const auto loaded = loader.loadText(fileWith(key, QString::number(good)), u"f"_s);
        QVERIFY2(loaded, reason(loaded));
        QCOMPARE(std::get<qint64>(ConfigurationSchema::valueOf(loaded->configuration, key.path)), good);
    }
    QStringList wrong{u"-99999999999999999999"_s, u"99999999999999999999"_s,
                      QString::number(key.minimum - 1)};
    if (key.maximum < std::numeric_limits<qint64>::max())
        wrong.append(QString::number(key.maximum + 1));
    for (const QString &bad : wrong) {
        QVERIFY2(!loader.loadText(fileWith(key, bad), u"f"_s), qPrintable(bad));
        const QString message = loader.diagnostics().constFirst().message;
        QVERIFY2(message.contains(key.path) && message.contains(QString::number(key.maximum)),
                 qPrintable(message));
    }
}

void tst_ConfigurationSchema::commandKeyFromAFile()
{
    const ConfigurationKey key = fetchKey(ConfigurationSchema::commandKeys());
    QByteArray text = "commands:\n  x:\n";
    if (key.path != u"program")
        text += "    program: p\n";
    text += "    " + key.path.toUtf8() + ": " + key.toYaml(otherValue(key)).toUtf8() + '\n';
    const int line = static_cast<int>(text.count('\n'));
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(text, u"f.yaml"_s);
    QVERIFY2(loaded, reason(loaded));
    QCOMPARE(loaded->configuration.commands.size(), 1);
    const CommandDefinition &command = loaded->configuration.commands.constFirst();
    QCOMPARE(command.name, QByteArray("x"));
    QVERIFY(ConfigurationSchema::valueOf(command, key.path) == otherValue(key));
    QCOMPARE(loaded->origin(u"commands.x."_s + key.path),
             (ConfigurationOrigin{ConfigurationOrigin::Kind::File, u"f.yaml"_s, line}));
}

// That a key is not bound to the wrong member of the same type.
void tst_ConfigurationSchema::membersOfTheStruct()
{
    using namespace std::chrono_literals;
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(R"(
daemon: {pid_file: /a, working_directory: /b, user: c, group: d, idle_exit_ms: 1}
sockets: {local: {path: /e, permissions: 0660},
  tcp: {port: 20, address: "::1", allow_unencrypted_network: true},
  tls: {port: 21, address: 0.0.0.0, certificate: /g, key: /h, client_ca: /i, require_client_certificate: true},
  remote: {max_connections: 22, connections_per_minute: 23, max_handshakes: 24, handshake_timeout_ms: 25}}
access: {users: {alice: read-only}, certificates: {ci: control}, control_token_file: /j,
  read_only_token_file: /k, failed_tokens_per_minute: 26, remote_commands: [echo, cat]}
workers: {count: 2, queue_size: 3}
performance: {max_connections: 4, request_timeout_ms: 5, shutdown_timeout_ms: 6, grace_ms: 7,
  high_water_bytes: 10008, chunk_bytes: 10009, max_command_bytes: 10010}
health: {check_interval_ms: 11, restart_on_failure: false, max_restart_attempts: 12, restart_delay_ms: 13}
logging: {level: error, categories: {a: debug}, file: /f, max_size_mb: 14, max_files: 15, syslog: true,
  journal: true, format: json, trace_requests: true}
limits: {core_bytes: 16, open_files: 17, memory_mb: 18}
)",
                                        u"f"_s);
    QVERIFY2(loaded, reason(loaded));
    ServiceConfiguration expected;
    expected.daemon = {u"/a"_s, u"/b"_s, u"c"_s, u"d"_s, 1ms};
    expected.sockets = {u"/e"_s, 0660,    20,   u"::1"_s, true, 21, u"0.0.0.0"_s, u"/g"_s,
                        u"/h"_s, u"/i"_s, true, 22,       23,   24, 25ms};
    expected.access = {
        {{u"alice"_s, u"read-only"_s}}, {{u"ci"_s, u"control"_s}}, u"/j"_s, u"/k"_s, 26, {"echo", "cat"}};
    expected.workers = {2, 3};
    expected.performance = {4, 5ms, 6ms, 7ms, 10008, 10009, 10010};
    expected.health = {11ms, false, 12, 13ms};
    expected.logging = {u"error"_s, {{u"a"_s, u"debug"_s}},
                        u"/f"_s,    14,
                        15,         true,
                        true,       ServiceConfiguration::LogFormat::Json,
                        true};
    expected.limits = {16, 17, 18};
    QCOMPARE(loaded->configuration, expected);
}

void tst_ConfigurationSchema::membersOfACommand()
{
    using namespace std::chrono_literals;
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(R"(
commands:
  x: {program: p, arguments: [a, b], environment: {N: v}, environment_mode: fixed, working_directory: /w,
    grace_ms: 1, timeout_ms: 2, max_parallel: 3, description: d, hidden: true, remote: true, worker: json, warm: 4,
    warm_max_age_ms: 5, warm_max_memory_mb: 6}
)",
                                        u"f"_s);
    QVERIFY2(loaded, reason(loaded));
    CommandDefinition expected;
    expected.name = "x";
    expected.description = u"d"_s;
    expected.isHidden = true;
    expected.isRemote = true;
    expected.program = "p";
    expected.arguments = {"a", "b"};
    expected.environmentMode = CommandDefinition::EnvironmentMode::Fixed;
    expected.environment = {"N=v"};
    expected.workingDirectory = "/w";
    expected.input = CommandDefinition::Input::None; // that of a JSON worker carries the requests
    expected.grace = 1ms;
    expected.timeout = 2ms;
    expected.maxParallel = 3;
    expected.worker = CommandDefinition::Worker::Json;
    expected.warm = 4;
    expected.warmMaxAge = 5ms;
    expected.warmMaxMemoryBytes = 6 * 1024 * 1024;
    QCOMPARE(loaded->configuration.commands, QList<CommandDefinition>{expected});
}

QTEST_GUILESS_MAIN(tst_ConfigurationSchema)
#include "tst_configurationschema.moc"
