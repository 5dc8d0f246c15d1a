#include "argumentparser.h"
#include "globaloptions.h"

#include <daemonrpc/instance/tokenfile.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;
using namespace std::chrono_literals;

class TestGlobalOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void defaults();
    void everything();
    void environment();
    void optionBeatsEnvironment();
    void pathsBecomeAbsolute();
    void bareProgramNameIsForPath();
    void owner();
    void address();
    void addressOfTheEnvironment();
    void localNameIsADaemonId();
    void tokenFile();
    void refuse_data();
    void refuse();
    void daemonBesideUs();
};

static Result<GlobalOptions> parse(const QByteArrayList &arguments)
{
    ArgumentParser parser(arguments, GlobalOptions::specs());
    if (const Result<void> parsed = parser.parseOptions(); !parsed)
        return unexpected(parsed.error());
    return GlobalOptions::parse(parser.values());
}

void TestGlobalOptions::init()
{
    qunsetenv("DAEMON_RPC_ID");
    qunsetenv("DAEMON_RPC_DAEMON");
    qunsetenv("DAEMON_RPC_ADDRESS");
    qunsetenv("DAEMON_RPC_TOKEN_FILE");
}

void TestGlobalOptions::address()
{
    const Result<GlobalOptions> options =
        parse({"--address=tls://[::1]:7411", "--tls-ca=/ca", "--tls-certificate=/c", "--tls-key=/k",
               "--tls-server-name=build"});
    QVERIFY(options.has_value());
    const ClientOptions client = options->clientOptions({}, QStringLiteral("/nowhere"));
    QCOMPARE(client.address.toString(), QStringLiteral("tls://[::1]:7411"));
    QCOMPARE(client.tls, (TlsClientFiles{QStringLiteral("/ca"), QStringLiteral("/c"), QStringLiteral("/k"),
                                         QStringLiteral("build")}));
    QVERIFY(client.token.isEmpty());
    // It replaces nothing over there, and shows its token nowhere else.
    QCOMPARE(client.versionCheck(Intent::Run).policy, VersionPolicy::Ignore);
    ClientOptions local;
    local.token = "secret";
    QVERIFY(local.versionCheck(Intent::Run).token.isEmpty());
}

void TestGlobalOptions::addressOfTheEnvironment()
{
    qputenv("DAEMON_RPC_ADDRESS", "tcp://build:1");
    QCOMPARE(parse({})->address.toString(), QStringLiteral("tcp://build:1"));
    QCOMPARE(parse({"--address", "tcp://other:2"})->address.toString(), QStringLiteral("tcp://other:2"));
    QVERIFY(!parse({"--daemon-id", "x"})->address.isRemote()); // the command line names another one
    qputenv("DAEMON_RPC_ADDRESS", "");
    QVERIFY(!parse({})->address.isRemote());
    qputenv("DAEMON_RPC_ADDRESS", "nonsense");
    const Result<GlobalOptions> refused = parse({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::InvalidAddress);
    QVERIFY(refused.error().context().contains(QStringLiteral("reading DAEMON_RPC_ADDRESS")));
}

void TestGlobalOptions::localNameIsADaemonId()
{
    const Result<GlobalOptions> named = parse({"--address=local:mine"});
    QCOMPARE(named->daemonId.toString(), QStringLiteral("mine"));
    QCOMPARE(named->address, Address());
    QCOMPARE(parse({"--address=local:/run/x.sock"})->address.path(), QStringLiteral("/run/x.sock"));
}

void TestGlobalOptions::tokenFile()
{
    const QTemporaryDir directory;
    const QByteArray path = QFile::encodeName(directory.filePath(QStringLiteral("token")));
    QVERIFY(TokenFile::create(QFile::decodeName(path)));
    const QByteArray token = *TokenFile::read(QFile::decodeName(path));
    QCOMPARE(parse({"--address=tcp://a:1", "--token-file", path})->token, token);
    qputenv("DAEMON_RPC_TOKEN_FILE", path);
    QCOMPARE(parse({"--address=tcp://a:1"})->token, token);
    QVERIFY(parse({})->token.isEmpty()); // not read for a daemon of this machine
    qputenv("DAEMON_RPC_TOKEN_FILE", "/nowhere/at/all");
    QVERIFY(parse({}));
    QVERIFY(!parse({"--address=tcp://a:1"}));
}

void TestGlobalOptions::defaults()
{
    const Result<GlobalOptions> options = parse({});
    QVERIFY(options.has_value());
    QCOMPARE(options->daemonId.toString(), QStringLiteral("default"));
    QVERIFY(options->maySpawn);
    QVERIFY(!options->isInProcess);
    QVERIFY(!options->owner);
    QVERIFY(options->daemonArguments.isEmpty());
    QCOMPARE(options->timeout, 0ms);
    QCOMPARE(options->spawnTimeout, 10000ms);
    QCOMPARE(options->verbosity, Verbosity::Normal);
    QCOMPARE(options->versionPolicy, VersionPolicy::NewerWins);
}

void TestGlobalOptions::everything()
{
    const Result<GlobalOptions> options = parse(
        {"--daemon-id=a.b", "--runtime-dir=/x", "--daemon=/bin/d", "--config=/etc/c", "--spawn-timeout=7",
         "--no-spawn", "--in-process", "--version-policy=ignore", "--timeout=9", "-v", "--color=never"});
    QVERIFY(options.has_value());
    QCOMPARE(options->daemonId.toString(), QStringLiteral("a.b"));
    QCOMPARE(options->daemonArguments, QByteArrayList({"--config", "/etc/c"}));
    QVERIFY(options->isInProcess);
    QCOMPARE(options->verbosity, Verbosity::Verbose);
    QCOMPARE(options->color, ColorMode::Never);
    QCOMPARE(options->timeout, 9ms);

    const BuildIdentity build{42, "0123456789abcdef"};
    const ClientOptions client = options->clientOptions(build, QStringLiteral("/nowhere"));
    QCOMPARE(client.daemonId, options->daemonId);
    QCOMPARE(client.runtimeDirectory, QStringLiteral("/x"));
    QCOMPARE(client.daemonProgram, QStringLiteral("/bin/d"));
    QCOMPARE(client.daemonArguments, options->daemonArguments);
    QCOMPARE(client.spawnTimeout, 7ms);
    QVERIFY(!client.maySpawn);
    QCOMPARE(client.versionPolicy, VersionPolicy::Ignore);
    QCOMPARE(client.build, build);
}

void TestGlobalOptions::environment()
{
    qputenv("DAEMON_RPC_ID", "fromenv");
    qputenv("DAEMON_RPC_DAEMON", "/opt/d");
    const Result<GlobalOptions> options = parse({});
    QVERIFY(options.has_value());
    QCOMPARE(options->daemonId.toString(), QStringLiteral("fromenv"));
    QCOMPARE(options->daemonProgram, QStringLiteral("/opt/d"));
    qputenv("DAEMON_RPC_ID", "no/good");
    const Result<GlobalOptions> bad = parse({});
    QVERIFY(!bad);
    QVERIFY(bad.error().toString().contains(QStringLiteral("DAEMON_RPC_ID")));
}

void TestGlobalOptions::optionBeatsEnvironment()
{
    qputenv("DAEMON_RPC_ID", "no/good");
    const Result<GlobalOptions> options = parse({"--daemon-id=good"});
    QVERIFY(options.has_value());
    QCOMPARE(options->daemonId.toString(), QStringLiteral("good"));
}

void TestGlobalOptions::pathsBecomeAbsolute()
{
    const Result<GlobalOptions> options = parse({"--daemon=./d", "--config=c.yaml"});
    QVERIFY(options.has_value());
    QCOMPARE(options->daemonProgram, QDir::current().absoluteFilePath(QStringLiteral("./d")));
    QCOMPARE(options->daemonArguments.at(1),
             QFile::encodeName(QDir::current().absoluteFilePath(QStringLiteral("c.yaml"))));
}

void TestGlobalOptions::bareProgramNameIsForPath()
{
    const Result<GlobalOptions> options = parse({"--daemon=my-daemon"});
    QVERIFY(options.has_value());
    QCOMPARE(options->daemonProgram, QStringLiteral("my-daemon"));
}

void TestGlobalOptions::owner()
{
    const Result<GlobalOptions> root = parse({"--owner=root"});
    QVERIFY(root.has_value());
    QCOMPARE(root->owner, std::optional<quint32>(0));
    const Result<GlobalOptions> number = parse({"--owner=12345"});
    QVERIFY(number.has_value());
    QCOMPARE(number->clientOptions({}, {}).daemonOwner, std::optional<quint32>(12345));
}

void TestGlobalOptions::refuse_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const QByteArrayList &arguments, const QString &hint) {
        QTest::newRow(name) << arguments << hint;
    };
    row("id", {"--daemon-id=a/b"}, QStringLiteral("a/b"));
    row("timeout is no number", {"--timeout=soon"}, QStringLiteral("milliseconds"));
    row("timeout zero", {"--timeout=0"}, QStringLiteral("from 1"));
    row("timeout negative", {"--timeout=-1"}, QStringLiteral("from 1"));
    row("timeout too long", {"--timeout=99999999999"}, QStringLiteral("to 2147483647"));
    row("spawn timeout", {"--spawn-timeout=x"}, QStringLiteral("--spawn-timeout"));
    row("policy", {"--version-policy=none"}, QStringLiteral("newer-wins, exact, ignore"));
    row("color", {"--color=blue"}, QStringLiteral("auto, always, never"));
    row("quiet and verbose", {"-q", "-v"}, QStringLiteral("exclude"));
    row("user", {"--owner=no such user"}, QStringLiteral("no such user"));
    row("empty runtime directory", {"--runtime-dir="}, QStringLiteral("--runtime-dir"));
    row("empty daemon", {"--daemon="}, QStringLiteral("--daemon"));
    row("address", {"--address=nonsense"}, QStringLiteral("tls://host:port"));
    row("address in memory", {"--address=memory:x"}, QStringLiteral("local:/PATH"));
    row("address and id", {"--address=tcp://a:1", "--daemon-id=x"}, QStringLiteral("exclude"));
    row("empty token file", {"--token-file="}, QStringLiteral("--token-file"));
    row("empty authority", {"--tls-ca="}, QStringLiteral("--tls-ca"));
    row("empty config", {"--config="}, QStringLiteral("--config"));
}

void TestGlobalOptions::refuse()
{
    QFETCH(QByteArrayList, arguments);
    QFETCH(QString, hint);
    const Result<GlobalOptions> options = parse(arguments);
    QVERIFY(!options);
    QVERIFY2(options.error().message().contains(hint), qPrintable(options.error().message()));
}

void TestGlobalOptions::daemonBesideUs()
{
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    QVERIFY(QDir(directory.path()).mkpath(QStringLiteral("bin")));
    QVERIFY(QDir(directory.path()).mkpath(QStringLiteral("libexec")));
    const QString bin = directory.filePath(QStringLiteral("bin"));
    QCOMPARE(findDaemonProgram(bin), QStringLiteral("daemon-rpcd"));

    const auto makeProgram = [&directory](const QString &path) {
        QFile file(directory.filePath(path));
        return file.open(QIODevice::WriteOnly) &&
               file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    };
    QVERIFY(makeProgram(QStringLiteral("libexec/daemon-rpcd")));
    QCOMPARE(findDaemonProgram(bin), directory.filePath(QStringLiteral("libexec/daemon-rpcd")));
    QVERIFY(makeProgram(QStringLiteral("bin/daemon-rpcd")));
    QCOMPARE(findDaemonProgram(bin), bin + QStringLiteral("/daemon-rpcd"));
}

QTEST_APPLESS_MAIN(TestGlobalOptions)
#include "tst_cli_globaloptions.moc"
