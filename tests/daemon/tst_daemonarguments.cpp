#include "daemon/daemonarguments.h"

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
    void idFromTheEnvironment();
    void helpAndVersion_data();
    void helpAndVersion();
    void helpNamesEveryOption();
    void errors_data();
    void errors();

private:
    static Result<DaemonArguments> parse(const QString &line)
    {
        return DaemonArguments::parse(QStringList(QStringLiteral("daemon-rpcd")) +
                                      line.split(u' ', Qt::SkipEmptyParts));
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
                             "--build-timestamp 5 --build-id abc --ready-fd 6"));
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
    for (const char *option : {"--daemon-id", "--runtime-dir", "--foreground", "--idle-exit-ms", "--grace-ms",
                               "--stop-timeout-ms", "--max-connections", "--handshake-timeout-ms",
                               "--build-timestamp", "--build-id", "--ready-fd", "--help", "--version"})
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
