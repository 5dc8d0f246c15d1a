#include "daemon/daemonarguments.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_DaemonArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void defaults();
    void everyOption();
    void keysFromOptions_data();
    void keysFromOptions();
    void configurationFile();
    void successorsConfiguration();
    void configurationOfTheProcess();
    void queries_data();
    void queries();
    void idFromTheEnvironment();
    void helpAndVersion_data();
    void helpAndVersion();
    void helpNamesEveryOption();
    void errors_data();
    void errors();

private:
    static Result<DaemonArguments> parse(const QString &line)
    {
        // No files, no environment: those of the tester are not the test's.
        return DaemonArguments::parse(QStringList(QStringLiteral("daemon-rpcd")) +
                                          line.split(u' ', Qt::SkipEmptyParts),
                                      ConfigurationSources());
    }
};

void tst_DaemonArguments::init() { qunsetenv("DAEMON_RPC_ID"); }

void tst_DaemonArguments::defaults()
{
    const Result<DaemonArguments> arguments = parse({});
    QVERIFY(arguments);
    const DaemonOptions &options = arguments->options;
    QCOMPARE(options.id, DaemonId());
    QVERIFY(options.runtimeDirectory.isEmpty());
    QCOMPARE(options.build, BuildIdentity::current());
    QCOMPARE(options.idleExit, 3h);
    QCOMPARE(options.stopTimeout, 10s);
    QCOMPARE(options.limits.grace, 5s);
    QCOMPARE(options.limits.handshakeTimeout, 5s);
    QCOMPARE(options.limits.maxConnections, 1024);
    QCOMPARE(options.limits.maxConnectionsPerUser, 512);
    QCOMPARE(options.readyFd, -1);
    QVERIFY(!arguments->isForeground);
    QVERIFY(!arguments->wantsHelp);
    QVERIFY(!arguments->wantsVersion);
}

void tst_DaemonArguments::everyOption()
{
    const Result<DaemonArguments> arguments =
        parse(QStringLiteral("--daemon-id x --runtime-dir /run/x --foreground --idle-exit-ms 0 --grace-ms 1 "
                             "--stop-timeout-ms 2 --max-connections 3 --handshake-timeout-ms 4 "
                             "--build-timestamp 5 --build-id abc --ready-fd 6 --inherit-lock-fd 7 "
                             "--inherit-socket-fd 8 --inherit-socket-inode 9 --restart-attempt 10"));
    QVERIFY2(arguments, arguments ? "" : qPrintable(arguments.error().message()));
    const DaemonOptions &options = arguments->options;
    QCOMPARE(options.id.toString(), QStringLiteral("x"));
    QCOMPARE(options.runtimeDirectory, QStringLiteral("/run/x"));
    QVERIFY(arguments->isForeground);
    QCOMPARE(options.idleExit, 0ms);
    QCOMPARE(options.limits.grace, 1ms);
    QCOMPARE(options.stopTimeout, 2ms);
    QCOMPARE(options.limits.maxConnections, 3);
    QCOMPARE(options.limits.maxConnectionsPerUser, 3);
    QCOMPARE(options.limits.handshakeTimeout, 4ms);
    QCOMPARE(options.build, (BuildIdentity{5, "abc"}));
    QCOMPARE(options.readyFd, 6);
    QCOMPARE(options.inheritance, (Inheritance{7, 8, 9}));
    QCOMPARE(options.restartAttempt, 10);
}

void tst_DaemonArguments::keysFromOptions_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<qint64>("graceMs");
    QTest::addColumn<QString>("origin");
    QTest::newRow("none") << QString() << qint64(5000) << QStringLiteral("default");
    QTest::newRow("its own") << QStringLiteral("--grace-ms 1") << qint64(1)
                             << QStringLiteral("option --grace-ms");
    QTest::newRow("--set") << QStringLiteral("--set performance.grace_ms=2") << qint64(2)
                           << QStringLiteral("option --set performance.grace_ms");
    QTest::newRow("the last one") << QStringLiteral("--set performance.grace_ms=2 --grace-ms=3") << qint64(3)
                                  << QStringLiteral("option --grace-ms");
    QTest::newRow("the last one, the other way round")
        << QStringLiteral("--grace-ms=3 --set workers.count=2 --set=performance.grace_ms=2") << qint64(2)
        << QStringLiteral("option --set performance.grace_ms");
    QTest::newRow("the last one of its own")
        << QStringLiteral("--grace-ms=3 --grace-ms 4") << qint64(4) << QStringLiteral("option --grace-ms");
}

void tst_DaemonArguments::keysFromOptions()
{
    QFETCH(const QString, line);
    QFETCH(const qint64, graceMs);
    const Result<DaemonArguments> arguments = parse(line);
    QVERIFY2(arguments, arguments ? "" : qPrintable(arguments.error().message()));
    QCOMPARE(arguments->options.limits.grace.count(), graceMs);
    QCOMPARE(arguments->loaded.configuration.performance.grace.count(), graceMs);
    QTEST(arguments->loaded.origin(QStringLiteral("performance.grace_ms")).toString(), "origin");
}

void tst_DaemonArguments::configurationFile()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("c.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("workers: {count: 7}\nperformance: {grace_ms: 8, max_connections: 9}\n") > 0);
    file.close();
    // A relative name is taken from where the program was started, since the daemon works in "/".
    const QString relative = QDir::current().relativeFilePath(file.fileName());
    const Result<DaemonArguments> arguments =
        parse(QStringLiteral("--config %1 --grace-ms 10").arg(relative));
    QVERIFY2(arguments, arguments ? "" : qPrintable(arguments.error().message()));
    QCOMPARE(QDir::cleanPath(arguments->sources.file), file.fileName());
    QCOMPARE(arguments->options.limits.workerCount, 7);
    QCOMPARE(arguments->options.limits.grace, 10ms);
    QCOMPARE(arguments->options.limits.maxConnections, 9);
    QCOMPARE(arguments->options.limits.maxConnectionsPerUser, 9);
    QVERIFY(arguments->sources.reservedCommands.contains("echo"));
}

// A successor's arguments are those of its predecessor: they must not grow with each restart.
void tst_DaemonArguments::successorsConfiguration()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("x.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const QString name = file.fileName();
    const Result<DaemonArguments> arguments = parse(
        QStringLiteral("--config %1 --foreground --config=%1 --notification-fd 1 --config %1").arg(name));
    QVERIFY2(arguments, arguments ? "" : qPrintable(arguments.error().message()));
    QCOMPARE(arguments->options.restartCommand.arguments,
             QByteArrayList({"--foreground", "--config", QFile::encodeName(name)}));
}

void tst_DaemonArguments::configurationOfTheProcess()
{
    const QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkpath(QStringLiteral("daemon-rpc")));
    QFile file(directory.filePath(QStringLiteral("daemon-rpc/daemon.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("workers: {count: 7, queue_size: 8}\n") > 0);
    file.close();
    qputenv("XDG_CONFIG_HOME", directory.path().toUtf8());
    qputenv("DAEMON_RPC_WORKERS_COUNT", "9");
    const Result<DaemonArguments> arguments =
        DaemonArguments::parse({QStringLiteral("daemon-rpcd"), QStringLiteral("--daemon-id=x")});
    qunsetenv("XDG_CONFIG_HOME");
    qunsetenv("DAEMON_RPC_WORKERS_COUNT");
    QVERIFY2(arguments, arguments ? "" : qPrintable(arguments.error().message()));
    QCOMPARE(arguments->options.limits.workerCount, 9);
    QCOMPARE(arguments->options.limits.maxQueueLength, 8);
}

void tst_DaemonArguments::queries_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("kind");
    using Kind = ConfigurationQuery::Kind;
    QTest::newRow("none") << QString() << int(Kind::None);
    QTest::newRow("effective") << QStringLiteral("--print-config") << int(Kind::Effective);
    QTest::newRow("check") << QStringLiteral("--check-config /nonexistent") << int(Kind::Check);
    QTest::newRow("default file") << QStringLiteral("--print-default-config") << int(Kind::DefaultFile);
    QTest::newRow("reference") << QStringLiteral("--print-config-reference") << int(Kind::Reference);
    // What is wrong is part of the answer.
    QTest::newRow("with a bad value")
        << QStringLiteral("--print-config --grace-ms x") << int(Kind::Effective);
}

void tst_DaemonArguments::queries()
{
    QFETCH(const QString, line);
    const Result<DaemonArguments> arguments = parse(line);
    QVERIFY2(arguments, arguments ? "" : qPrintable(arguments.error().message()));
    QTEST(int(arguments->query.kind), "kind");
}

void tst_DaemonArguments::idFromTheEnvironment()
{
    qputenv("DAEMON_RPC_ID", "from-environment");
    QCOMPARE(parse({})->options.id.toString(), QStringLiteral("from-environment"));
    QCOMPARE(parse(QStringLiteral("--daemon-id=x"))->options.id.toString(), QStringLiteral("x"));
    qputenv("DAEMON_RPC_ID", "not/one");
    QCOMPARE(parse({}).error().code(), ErrorCode::InvalidAddress);
    QVERIFY(parse(QStringLiteral("--daemon-id x")));
}

void tst_DaemonArguments::helpAndVersion_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isHelp");
    QTest::newRow("--help") << QStringLiteral("--help") << true;
    QTest::newRow("-h") << QStringLiteral("-h") << true;
    QTest::newRow("--version") << QStringLiteral("--version") << false;
    QTest::newRow("-v") << QStringLiteral("-v") << false;
    // A person who asks for help gets it, whatever else is wrong.
    QTest::newRow("with a bad value") << QStringLiteral("--grace-ms x --help") << true;
    QTest::newRow("with a positional") << QStringLiteral("what --help") << true;
}

void tst_DaemonArguments::helpAndVersion()
{
    QFETCH(const QString, line);
    QFETCH(const bool, isHelp);
    const Result<DaemonArguments> arguments = parse(line);
    QVERIFY(arguments);
    QCOMPARE(arguments->wantsHelp, isHelp);
    QCOMPARE(arguments->wantsVersion, !isHelp);
}

void tst_DaemonArguments::helpNamesEveryOption()
{
    const QString help = DaemonArguments::helpText();
    for (const char *option :
         {"--daemon-id", "--runtime-dir", "--foreground", "--idle-exit-ms", "--grace-ms", "--stop-timeout-ms",
          "--max-connections", "--handshake-timeout-ms", "--build-timestamp", "--build-id", "--ready-fd",
          "--help", "--version", "--config", "--set", "--print-config", "--check-config",
          "--print-default-config", "--print-config-reference"})
        QVERIFY2(help.contains(QLatin1String(option)), option);
}

void tst_DaemonArguments::errors_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("unknown option") << QStringLiteral("--foregroundd") << QStringLiteral("foregroundd");
    QTest::newRow("positional") << QStringLiteral("echo hello") << QStringLiteral("echo");
    QTest::newRow("after --") << QStringLiteral("-- --foreground") << QStringLiteral("--foreground");
    QTest::newRow("missing value") << QStringLiteral("--daemon-id") << QStringLiteral("daemon-id");
    for (const char *option : {"idle-exit-ms", "grace-ms", "stop-timeout-ms", "handshake-timeout-ms"}) {
        const QString name = QStringLiteral("--") + QLatin1String(option);
        for (const char *value : {"", "x", "-1", "1.5", "1s", "2147483648", "99999999999999999999"}) {
            QTest::addRow("%s=%s", option, value) << name + u'=' + QLatin1String(value) << name;
        }
    }
    QTest::newRow("no connections at all")
        << QStringLiteral("--max-connections 0") << QStringLiteral("--max-connections");
    QTest::newRow("no such file") << QStringLiteral("--config /nonexistent")
                                  << QStringLiteral("/nonexistent");
    QTest::newRow("no file") << QStringLiteral("--config=") << QStringLiteral("--config");
    QTest::newRow("nothing to check")
        << QStringLiteral("--check-config=") << QStringLiteral("--check-config");
    QTest::newRow("--set without a value")
        << QStringLiteral("--set performance.grace_ms") << QStringLiteral("--set needs");
    QTest::newRow("--set without a key") << QStringLiteral("--set =1") << QStringLiteral("--set needs");
    QTest::newRow("--set of an unknown key")
        << QStringLiteral("--set performance.grce_ms=1") << QStringLiteral("did you mean \"grace_ms\"?");
    QTest::newRow("--set of a wrong value")
        << QStringLiteral("--set performance.grace_ms=1s") << QStringLiteral("--set performance.grace_ms");
    QTest::newRow("bad timestamp") << QStringLiteral("--build-timestamp x")
                                   << QStringLiteral("--build-timestamp");
    QTest::newRow("bad descriptor") << QStringLiteral("--ready-fd=-3") << QStringLiteral("--ready-fd");
    QTest::newRow("bad id") << QStringLiteral("--daemon-id a/b") << QStringLiteral("a/b");
}

void tst_DaemonArguments::errors()
{
    QFETCH(const QString, line);
    QFETCH(const QString, mentions);
    const Result<DaemonArguments> arguments = parse(line);
    QVERIFY(!arguments);
    QVERIFY(arguments.error().code() == ErrorCode::InvalidArgument ||
            arguments.error().code() == ErrorCode::InvalidAddress);
    QVERIFY2(arguments.error().message().contains(mentions), qPrintable(arguments.error().message()));
}

QTEST_GUILESS_MAIN(tst_DaemonArguments)
#include "tst_daemonarguments.moc"
