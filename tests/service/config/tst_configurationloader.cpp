// Layers: who has the last word, and where a value says it comes from.
#include "configtesting.h"

#include <QDir>

#include <unistd.h>

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;

class tst_ConfigurationLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void laterLayersWin_data();
    void laterLayersWin();
    void layersKeepWhatOthersLeave();
    void commandsAreMergedByName();
    void missingFiles_data();
    void missingFiles();
    void environment_data();
    void environment();
    void sourcesOfTheProcess_data();
    void sourcesOfTheProcess();
    void problemsOfAllLayersAreTold();
    void messageCountsTheProblems();
    void problemsAreBounded();
    void loadsAgain();

private:
    QString m_directory;
    std::unique_ptr<QTemporaryDir> m_temporary;
    ConfigurationSources m_sources;
};

void tst_ConfigurationLoader::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_sources = ConfigurationSources();
    m_sources.systemFile = m_temporary->filePath(u"system.yaml"_s);
    m_sources.userFile = m_temporary->filePath(u"user.yaml"_s);
}

void tst_ConfigurationLoader::laterLayersWin_data()
{
    QTest::addColumn<int>("layers");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("origin");
    const QStringList origins{u"default"_s,
                              u"DIR/system.yaml:2"_s,
                              u"DIR/user.yaml:2"_s,
                              u"DIR/file.yaml:2"_s,
                              u"environment DAEMON_RPC_PERFORMANCE_GRACE_MS"_s,
                              u"option --grace-ms"_s,
                              u"option --set performance.grace_ms"_s};
    for (int layers = 0; layers < origins.size(); ++layers)
        QTest::newRow(qPrintable(origins[layers]))
            << layers << qint64(layers == 0 ? 5000 : layers) << origins[layers];
}

void tst_ConfigurationLoader::laterLayersWin()
{
    QFETCH(const int, layers);
    QFETCH(QString, origin);
    const auto file = [](int value) {
        return "performance:\n  grace_ms: " + QByteArray::number(value) + '\n';
    };
    if (layers >= 1)
        writeFile(m_sources.systemFile, file(1));
    if (layers >= 2)
        writeFile(m_sources.userFile, file(2));
    if (layers >= 3) {
        m_sources.file = m_temporary->filePath(u"file.yaml"_s);
        writeFile(m_sources.file, file(3));
    }
    if (layers >= 4)
        m_sources.environment = {{"DAEMON_RPC_PERFORMANCE_GRACE_MS", "4"}};
    if (layers >= 5)
        m_sources.options.append({u"--grace-ms"_s, u"performance.grace_ms"_s, u"5"_s});
    if (layers >= 6)
        m_sources.options.append({u"--set performance.grace_ms"_s, u"performance.grace_ms"_s, u"6"_s});
    const auto loaded = ConfigurationLoader(m_sources).load();
    QVERIFY2(loaded, reason(loaded));
    QTEST(qint64(loaded->configuration.performance.grace.count()), "value");
    QCOMPARE(loaded->origin(u"performance.grace_ms"_s).toString(),
             origin.replace(u"DIR"_s, m_temporary->path()));
}

void tst_ConfigurationLoader::layersKeepWhatOthersLeave()
{
    writeFile(m_sources.systemFile,
              "workers: {count: 7, queue_size: 8}\nlogging: {categories: {a: debug}}\n");
    writeFile(m_sources.userFile, "workers: {count: 9}\nlogging: {categories: {b: error}}\n");
    const auto loaded = ConfigurationLoader(m_sources).load();
    QVERIFY2(loaded, reason(loaded));
    QCOMPARE(loaded->configuration.workers, (ServiceConfiguration::Workers{9, 8}));
    QCOMPARE(loaded->origin(u"workers.count"_s).name, m_sources.userFile);
    QCOMPARE(loaded->origin(u"workers.queue_size"_s).name, m_sources.systemFile);
    QCOMPARE(loaded->configuration.logging.categories, (QMap<QString, QString>{{u"b"_s, u"error"_s}}));
}

void tst_ConfigurationLoader::commandsAreMergedByName()
{
    writeFile(m_sources.systemFile, "commands:\n  a: {program: old, max_parallel: 3}\n  b: {program: b}\n");
    writeFile(m_sources.userFile, "commands:\n  c: {program: c}\n  a: {program: new, hidden: true}\n");
    const auto loaded = ConfigurationLoader(m_sources).load();
    QVERIFY2(loaded, reason(loaded));
    const QList<CommandDefinition> &commands = loaded->configuration.commands;
    QCOMPARE(commands.size(), 3);
    QCOMPARE(commands[0].name, QByteArray("a"));
    QCOMPARE(commands[0].program, QByteArray("new"));
    QCOMPARE(commands[0].maxParallel, 0); // replaced as a whole
    QVERIFY(commands[0].isHidden);
    QCOMPARE(commands[1].program, QByteArray("b"));
    QCOMPARE(commands[2].program, QByteArray("c"));
    QCOMPARE(loaded->origin(u"commands.a.program"_s).toString(), m_sources.userFile + u":3"_s);
    QCOMPARE(loaded->origin(u"commands.a.max_parallel"_s), ConfigurationOrigin());
    QCOMPARE(loaded->origin(u"commands.b.program"_s).toString(), m_sources.systemFile + u":3"_s);
}

void tst_ConfigurationLoader::missingFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isNamed");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("usual place") << u"none.yaml"_s << false << true;
    QTest::newRow("usual place in no directory") << u"none/none.yaml"_s << false << true;
    QTest::newRow("below a file") << u"file/none.yaml"_s << false << true;
    QTest::newRow("dangling link") << u"link"_s << false << false;
    QTest::newRow("named") << u"none.yaml"_s << true << false;
    QTest::newRow("named, in no directory") << u"none/none.yaml"_s << true << false;
}

void tst_ConfigurationLoader::missingFiles()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isNamed);
    QFETCH(const bool, isGood);
    writeFile(m_temporary->filePath(u"file"_s), "x");
    QVERIFY(QFile::link(u"/nonexistent/file"_s, m_temporary->filePath(u"link"_s)));
    (isNamed ? m_sources.file : m_sources.userFile) = m_temporary->filePath(name);
    ConfigurationLoader loader(m_sources);
    const auto loaded = loader.load();
    QVERIFY2(bool(loaded) == isGood, reason(loaded));
    if (!isGood)
        QCOMPARE(linesOf(loader.diagnostics()),
                 QStringList{m_temporary->filePath(name) +
                             u": cannot open the file: No such file or directory"_s});
}

void tst_ConfigurationLoader::environment_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("problem");
    QTest::newRow("good") << QByteArray("DAEMON_RPC_WORKERS_COUNT") << QByteArray("3") << QString();
    QTest::newRow("unknown name") << QByteArray("DAEMON_RPC_WORKERS_CNT") << QByteArray("x") << QString();
    QTest::newRow("bad value")
        << QByteArray("DAEMON_RPC_WORKERS_COUNT") << QByteArray("three")
        << u"DAEMON_RPC_WORKERS_COUNT: expected a whole number from 1 to 1024 (threads), "
           u"found \"three\""_s;
    QTest::newRow("not UTF-8")
        << QByteArray("DAEMON_RPC_DAEMON_USER") << QByteArray("\xff")
        << u"DAEMON_RPC_DAEMON_USER: expected a text of one line, found bytes that are not "
           u"UTF-8"_s;
}

void tst_ConfigurationLoader::environment()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, problem);
    m_sources.environment = {{name, value}};
    ConfigurationLoader loader(m_sources);
    QCOMPARE(bool(loader.load()), problem.isEmpty());
    QCOMPARE(linesOf(loader.diagnostics()).join(u'\n'), problem);
}

void tst_ConfigurationLoader::sourcesOfTheProcess_data()
{
    QTest::addColumn<QByteArray>("xdg");
    QTest::addColumn<QByteArray>("home");
    QTest::addColumn<QString>("userFile");
    QTest::newRow("XDG_CONFIG_HOME") << QByteArray("/x/") << QByteArray("/h")
                                     << u"/x/daemon-rpc/daemon.yaml"_s;
    QTest::newRow("HOME") << QByteArray() << QByteArray("/h") << u"/h/.config/daemon-rpc/daemon.yaml"_s;
    QTest::newRow("relative") << QByteArray("x") << QByteArray("/h")
                              << u"/h/.config/daemon-rpc/daemon.yaml"_s;
}

void tst_ConfigurationLoader::sourcesOfTheProcess()
{
    QFETCH(const QByteArray, xdg);
    QFETCH(const QByteArray, home);
    const QByteArray oldHome = qgetenv("HOME");
    qputenv("XDG_CONFIG_HOME", xdg);
    qputenv("HOME", home);
    qputenv("DAEMON_RPC_LIMITS_OPEN_FILES", "5");
    qputenv("DAEMON_RPC_LIMITS_MEMORY_MB", "");    // counts for nothing
    qputenv("DAEMON_RPC_RUNTIME_DIR", "/nowhere"); // has another meaning
    qputenv("DAEMON_RPC_LIMITS_NONE", "5");
    const ConfigurationSources sources = ConfigurationSources::ofProcess();
    for (const char *name : {"XDG_CONFIG_HOME", "DAEMON_RPC_LIMITS_OPEN_FILES", "DAEMON_RPC_LIMITS_MEMORY_MB",
                             "DAEMON_RPC_RUNTIME_DIR", "DAEMON_RPC_LIMITS_NONE"})
        qunsetenv(name);
    qputenv("HOME", oldHome);
    QTEST(sources.userFile, "userFile");
    QCOMPARE(sources.systemFile, u"/etc/daemon-rpc/daemon.yaml"_s);
    QCOMPARE(sources.file, QString());
    QCOMPARE(sources.environment, (QMap<QByteArray, QByteArray>{{"DAEMON_RPC_LIMITS_OPEN_FILES", "5"}}));
    QVERIFY(sources.baseEnvironment.contains("HOME=" + home));
    QVERIFY(sources.baseEnvironment.contains("PATH=" + qgetenv("PATH")));
}

void tst_ConfigurationLoader::problemsOfAllLayersAreTold()
{
    writeFile(m_sources.systemFile, "x: 1\n");
    writeFile(m_sources.userFile, "[");
    m_sources.file = m_temporary->path();
    m_sources.environment = {{"DAEMON_RPC_WORKERS_COUNT", "x"}};
    m_sources.options = {{u"--set a.b"_s, u"a.b"_s, u"1"_s},
                         {u"--set commands.x"_s, u"commands.x"_s, u"1"_s},
                         {u"--set sockets.tcp.ports"_s, u"sockets.tcp.ports"_s, u"1"_s},
                         {u"--set grace_ms"_s, u"grace_ms"_s, u"1"_s}};
    ConfigurationLoader loader(m_sources);
    QVERIFY(!loader.load());
    const QStringList starts{
        m_sources.systemFile + u":1:1: unknown key \"x\" in the file; known are daemon, "_s,
        m_sources.userFile + u":1:1: this is not YAML: "_s,
        m_sources.file + u": this is a directory"_s,
        u"DAEMON_RPC_WORKERS_COUNT: expected a whole number"_s,
        u"--set a.b: unknown key \"a.b\" in the configuration"_s,
        u"--set commands.x: commands are defined in a configuration file"_s,
        u"--set sockets.tcp.ports: unknown key \"ports\" in section sockets.tcp; did you "
        "mean \"port\"?"_s,
        u"--set grace_ms: unknown key \"grace_ms\" in the configuration; did you mean "
        u"\"performance.grace_ms\"?"_s};
    const QStringList lines = linesOf(loader.diagnostics());
    QCOMPARE(lines.size(), starts.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].startsWith(starts[i]), qPrintable(lines[i]));
}

void tst_ConfigurationLoader::messageCountsTheProblems()
{
    ConfigurationLoader loader(m_sources);
    QCOMPARE(loader.loadText("workers: 5", u"f"_s).error(),
             Error(ErrorCode::InvalidArgument,
                   u"f:1:10: workers: expected keys with their values, found \"5\""_s));
    QCOMPARE(loader.loadText("workers: 5\nlimits: []\n", u"f"_s).error().message(),
             u"f:1:10: workers: expected keys with their values, found \"5\" (and 1 more; daemon-rpcd "
             u"--print-config shows them)"_s);
}

void tst_ConfigurationLoader::problemsAreBounded()
{
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += "key" + QByteArray::number(i) + ": 1\n";
    ConfigurationLoader loader(m_sources);
    const auto loaded = loader.loadText(text, u"f"_s);
    QVERIFY(!loaded);
    QCOMPARE(loader.diagnostics().size(), 20);
    QVERIFY2(loaded.error().message().contains(u"(and 999 more;"), reason(loaded));
}

// A reload reads everything anew; what is wrong for a while is forgotten.
void tst_ConfigurationLoader::loadsAgain()
{
    writeFile(m_sources.userFile, "workers: {count: 2}\n");
    ConfigurationLoader loader(m_sources);
    QCOMPARE(loader.load()->configuration.workers.count, 2);
    writeFile(m_sources.userFile, "workers: {count: 0}\n");
    QVERIFY(!loader.load());
    QCOMPARE(loader.diagnostics().size(), 1);
    writeFile(m_sources.userFile, "workers: {count: 3}\n");
    QCOMPARE(loader.load()->configuration.workers.count, 3);
    QVERIFY(loader.diagnostics().isEmpty());
    QVERIFY(QFile::remove(m_sources.userFile));
    QCOMPARE(loader.load()->configuration, ServiceConfiguration());
}

QTEST_GUILESS_MAIN(tst_ConfigurationLoader)
#include "tst_configurationloader.moc"
