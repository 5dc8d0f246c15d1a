// "Commands from another machine": what a remote client may do, and how everybody else is turned away.
#include "freeport.h"
#include "otheruser.h"
#include "systemtest.h"
#include "testcertificates.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/stat.h>

using namespace SystemTesting;
using namespace DaemonRpc::Testing;
using namespace Qt::StringLiterals;

class tst_Tcp : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void runsCommands_data();
    void runsCommands();
    void environmentNamesTheDaemon();
    void onlyOpenCommands();
    void surroundingsStayWhereTheyAre();
    void readOnlyToken();
    void refusesTokens_data();
    void refusesTokens();
    void thousandWrongTokens();
    void jsonNeedsToAuthenticate();
    void wrongPort_data();
    void wrongPort();
    void serverCertificates_data();
    void serverCertificates();
    void clientCertificates_data();
    void clientCertificates();
    void renewedCertificateIsShown();
    void refusesToStart_data();
    void refusesToStart();
    void localClientsGoOnWithoutThePort();
    void restartLosesNobody();
    void restartsUnderNewConnectionsBreakNobody();
    void reload();
    void otherUsersOfThisMachine();
    void subcommandsOfThisMachine();

private:
    [[nodiscard]] QString file(const QString &name) const { return fixture().scratch(name); }

    [[nodiscard]] QString tcp() const { return u"tcp://127.0.0.1:%1"_s.arg(m_tcpPort); }

    [[nodiscard]] QString tls() const { return u"tls://127.0.0.1:%1"_s.arg(m_tlsPort); }

    [[nodiscard]] TestCertificates certificates() const { return TestCertificates(m_certificates.path()); }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(out.write(text), text.size());
    }

    /// Both ports with everything they need; @p more sections, @p tlsKeys more of sockets.tls.
    [[nodiscard]] QByteArray configuration(const QByteArray &more = {}, const QByteArray &tlsKeys = {},
                                           const QByteArray &access = {}) const;

    [[nodiscard]] ClientProcess *start(const QByteArray &text) const
    {
        write(u"daemon.yaml"_s, text);
        return fixture().startDaemon(words({"--config", file(u"daemon.yaml"_s)}));
    }

    /// daemon-rpc at the address, with the token for control.
    [[nodiscard]] Outcome runAt(const QString &address, const QStringList &arguments,
                                const QByteArray &input = {}) const
    {
        return fixture().run(QStringList{u"--address"_s, address, u"--token-file"_s, file(u"control"_s),
                                         u"--tls-ca"_s, certificates().certificate(u"ca"_s)} +
                                 arguments,
                             input);
    }

    void makeToken(const QString &name) const
    {
        ClientProcess process(DaemonFixture::daemonProgram(), words({"--make-token", file(name)}));
        QCOMPARE(DaemonFixture::runToEnd(process).code, 0);
    }

    QTemporaryDir m_certificates; // made once for all
    quint16 m_tcpPort = 0;
    quint16 m_tlsPort = 0;
};

void tst_Tcp::initTestCase()
{
    if (!TestCertificates::isPossible())
        QSKIP("the openssl program is not installed");
    QVERIFY(certificates().makeAuthority(u"ca"_s));
    QVERIFY(certificates().makeAuthority(u"other"_s));
    QVERIFY(certificates().issue(u"server"_s, u"ca"_s));
    QVERIFY(certificates().issue(u"foreign"_s, u"other"_s));
    QVERIFY(certificates().issue(u"expired"_s, u"ca"_s, u"localhost"_s, u"IP:127.0.0.1"_s, -1));
    QVERIFY(certificates().issue(u"elsewhere"_s, u"ca"_s, u"example.org"_s, u"DNS:example.org"_s));
    for (const QString &name : {u"ci"_s, u"watcher"_s, u"guest"_s})
        QVERIFY(certificates().issue(name, u"ca"_s, name, u"DNS:"_s + name));
}

void tst_Tcp::init()
{
    SystemTest::init();
    m_tcpPort = freePort();
    m_tlsPort = freePort();
    QVERIFY(m_tcpPort != 0 && m_tlsPort != 0 && m_tcpPort != m_tlsPort);
    makeToken(u"control"_s);
    makeToken(u"readonly"_s);
}

QByteArray tst_Tcp::configuration(const QByteArray &more, const QByteArray &tlsKeys,
                                  const QByteArray &access) const
{
    return "sockets:\n  tcp: {port: " + QByteArray::number(m_tcpPort) +
           "}\n  tls:\n    port: " + QByteArray::number(m_tlsPort) +
           "\n    certificate: " + certificates().certificate(u"server"_s).toUtf8() +
           "\n    key: " + certificates().key(u"server"_s).toUtf8() + '\n' + tlsKeys +
           "access:\n  control_token_file: " + file(u"control"_s).toUtf8() +
           "\n  read_only_token_file: " + file(u"readonly"_s).toUtf8() +
           "\n  remote_commands: [echo, cat, sleep]\n" + access + more;
}

void tst_Tcp::runsCommands_data()
{
    QTest::addColumn<bool>("isTls");
    QTest::newRow("tcp") << false;
    QTest::newRow("tls") << true;
}

void tst_Tcp::runsCommands()
{
    QFETCH(const bool, isTls);
    QVERIFY(start(configuration()));
    const QString address = isTls ? tls() : tcp();
    Outcome outcome = runAt(address, words({"run", "--", "echo", "hello", "world"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output, QByteArray("hello world\n"));
    const QByteArray data = QByteArray(3'000'000, 'x') + "end";
    outcome = runAt(address, words({"run", "cat"}), data);
    QVERIFY2(outcome.code == 0, describe(outcome));
    QVERIFY(outcome.output == data);
    outcome = runAt(address, words({"status"}));
    QVERIFY2(outcome.code == 0 && outcome.output.contains("ready"), describe(outcome));
    outcome = runAt(address, words({"connections", "--json"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    outcome = runAt(address, words({"rpc", "ping"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(runAt(address, words({"stop"})).code, 0);
    QTRY_VERIFY(fixture().daemons().isEmpty());
    outcome = runAt(address, words({"run", "--", "echo", "hello"}));
    QCOMPARE(outcome.code, 125);
    QVERIFY2(outcome.errorOutput.contains("nothing listens at"), describe(outcome));
    QVERIFY(fixture().daemons().isEmpty()); // and nothing was started
}

void tst_Tcp::environmentNamesTheDaemon()
{
    QVERIFY(start(configuration()));
    Outcome outcome =
        fixture().runShell(u"DAEMON_RPC_ADDRESS=%1 DAEMON_RPC_TOKEN_FILE=%2 \"$@\" run -- echo hello"_s.arg(
            tcp(), file(u"control"_s)));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output, QByteArray("hello\n"));
    // A name on the command line comes first.
    outcome = fixture().runShell(
        u"DAEMON_RPC_ADDRESS=tcp://127.0.0.1:1 \"$@\" --daemon-id default run -- echo hello"_s);
    QVERIFY2(outcome.code == 0, describe(outcome));
}

void tst_Tcp::onlyOpenCommands()
{
    QVERIFY(start(configuration("commands:\n  open: {program: echo, arguments: [opened], remote: true}\n"
                                "  closed: {program: echo}\n")));
    Outcome outcome = runAt(tcp(), words({"run", "--", "open", "door"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output, QByteArray("opened door\n"));
    for (const char *name : {"closed", "exec", "generate"}) {
        outcome = runAt(tcp(), words({"run", "--", QString::fromLatin1(name), "true"}));
        QVERIFY2(outcome.code == 125, describe(outcome));
        QVERIFY2(outcome.errorOutput.contains("is not open to remote clients"), describe(outcome));
        QCOMPARE(outcome.output, QByteArray());
    }
    QCOMPARE(fixture().run(words({"run", "--", "closed", "here"})).output, QByteArray("here\n"));
}

void tst_Tcp::surroundingsStayWhereTheyAre()
{
    QVERIFY(start(configuration(
        "commands:\n  where: {program: /bin/sh, remote: true, arguments: [-c, 'pwd; umask; echo "
        "\"[$SECRET_OF_CALLER]\"']}\n")));
    const QString call = u"export SECRET_OF_CALLER=told; cd /usr && umask 0000 && \"$@\" "_s;
    const Outcome here = fixture().runShell(call + u"run where"_s);
    QCOMPARE(here.output, QByteArray("/usr\n0000\n[told]\n"));
    const Outcome there =
        fixture().runShell(call + u"--address %1 --token-file %2 run where"_s.arg(tcp(), file(u"control"_s)));
    QVERIFY2(there.code == 0, describe(there));
    QCOMPARE(there.output, QByteArray("/\n0077\n[]\n"));
}

void tst_Tcp::readOnlyToken()
{
    QVERIFY(start(configuration()));
    const QStringList reader{u"--address"_s, tcp(), u"--token-file"_s, file(u"readonly"_s)};
    Outcome outcome = fixture().run(reader + words({"metrics"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    outcome = fixture().run(reader + words({"run", "--", "echo", "hello"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("needs the role control, this connection has the role read-only"),
             describe(outcome));
    outcome = fixture().run(reader + words({"stop"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QCOMPARE(fixture().daemons().size(), qsizetype(1));
}

void tst_Tcp::refusesTokens_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("none") << QString()
                          << QByteArray("this address needs a token; give one with --token-file");
    QTest::newRow("wrong") << u"a-token-that-is-wrong"_s
                           << QByteArray("the daemon does not accept this token");
    QTest::newRow("no token in the file") << u"short"_s << QByteArray("holds no token");
}

void tst_Tcp::refusesTokens()
{
    QFETCH(const QString, token);
    QFETCH(const QByteArray, message);
    QVERIFY(start(configuration()));
    QStringList options{u"--address"_s, tcp()};
    if (!token.isEmpty()) {
        write(u"mine"_s, token.toUtf8());
        QCOMPARE(::chmod(QFile::encodeName(file(u"mine"_s)).constData(), 0600), 0);
        options += {u"--token-file"_s, file(u"mine"_s)};
    }
    for (const QStringList &subcommand : {words({"run", "--", "echo", "hello"}), words({"status"})}) {
        const Outcome outcome = fixture().run(options + subcommand);
        QVERIFY2(outcome.code == 125, describe(outcome));
        QVERIFY2(outcome.errorOutput.contains(message), describe(outcome));
        QCOMPARE(outcome.output, QByteArray());
    }
    QVERIFY(token.isEmpty() || !fixture().log().contains(token.toUtf8()));
}

void tst_Tcp::thousandWrongTokens()
{
    QVERIFY(start(configuration("logging: {level: warning}\n")));
    QByteArray attempts;
    for (int i = 0; i < 2; ++i)
        attempts += "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"daemon.authenticate\",\"params\":{\"token\":"
                    "\"wrong-" +
                    QByteArray::number(i) + "\"}}\n";
    int answers = 0;
    for (int i = 0; i < 500; ++i) {
        QTcpSocket peer;
        peer.connectToHost(u"127.0.0.1"_s, m_tcpPort);
        if (!peer.waitForConnected())
            continue;
        peer.write(attempts);
        peer.waitForReadyRead(1000);
        answers += peer.readAll().contains("\"error\"") ? 1 : 0;
        if (i % 100 == 50) {
            const Outcome outcome = fixture().run(words({"run", "--", "echo", "local"}));
            QVERIFY2(outcome.code == 0 && outcome.output == "local\n", describe(outcome));
        }
    }
    QVERIFY2(answers > 100,
             qPrintable(QString::number(answers))); // a burst, and then the limit of connections
    const Outcome outcome = runAt(tcp(), words({"status"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(fixture().log().count("wrong token") <= 20, fixture().log());
    QCOMPARE(fixture().run(words({"status"})).code, 0);
}

void tst_Tcp::jsonNeedsToAuthenticate()
{
    QVERIFY(start(configuration()));
    QFile tokenFile(file(u"readonly"_s));
    QVERIFY(tokenFile.open(QIODevice::ReadOnly));
    const QByteArray token = tokenFile.readAll().trimmed();
    QTcpSocket peer;
    peer.connectToHost(u"127.0.0.1"_s, m_tcpPort);
    QVERIFY(peer.waitForConnected());
    const auto ask = [&peer](const QByteArray &method, const QByteArray &params) {
        peer.write("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params +
                   "}\n");
        QByteArray answer;
        while (!answer.endsWith('\n') && peer.waitForReadyRead(5000))
            answer += peer.readAll();
        return QJsonDocument::fromJson(answer).object();
    };
    QVERIFY(ask("metrics", "{}").contains(u"error"));
    QVERIFY(ask("daemon.authenticate", R"({"token":"wrong-wrong-wrong-wrong"})").contains(u"error"));
    const QJsonObject granted = ask("daemon.authenticate", R"({"token":")" + token + R"("})");
    QCOMPARE(granted[u"result"].toObject()[u"role"].toString(), u"read-only"_s);
    QVERIFY(ask("metrics", "{}").contains(u"result"));
    QVERIFY(ask("daemon.stop", "{}").contains(u"error"));
}

void tst_Tcp::wrongPort_data()
{
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<QByteArray>("clientSays");
    QTest::addColumn<QByteArray>("logSays");
    QTest::newRow("plain text to the TLS port")
        << false << QByteArray("expects TLS at this address; use tls:// instead of tcp://")
        << QByteArray("it sent plain text to a TLS port");
    QTest::newRow("TLS to the plain port")
        << true << QByteArray("use tcp:// instead of tls://") << QByteArray("the peer speaks TLS");
}

void tst_Tcp::wrongPort()
{
    QFETCH(const bool, isTls);
    QFETCH(const QByteArray, clientSays);
    QFETCH(const QByteArray, logSays);
    QVERIFY(start(configuration()));
    const QString address =
        isTls ? u"tls://127.0.0.1:%1"_s.arg(m_tcpPort) : u"tcp://127.0.0.1:%1"_s.arg(m_tlsPort);
    for (const QStringList &subcommand : {words({"run", "--", "echo", "hello"}), words({"status"})}) {
        const Outcome outcome = runAt(address, subcommand);
        QVERIFY2(outcome.code == 125, describe(outcome));
        QVERIFY2(outcome.errorOutput.contains(clientSays), describe(outcome));
    }
    QTRY_VERIFY2(fixture().log().contains(logSays), fixture().log());
    QCOMPARE(runAt(tls(), words({"status"})).code, 0);
}

void tst_Tcp::serverCertificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("of another authority")
        << u"foreign"_s << QByteArray("signed by nobody whom this client trusts");
    QTest::newRow("self-signed") << u"other"_s << QByteArray("signed by nobody whom this client trusts");
    QTest::newRow("expired") << u"expired"_s << QByteArray("its certificate expired on");
    QTest::newRow("for another host")
        << u"elsewhere"_s << QByteArray("is for example.org, not for 127.0.0.1");
}

void tst_Tcp::serverCertificates()
{
    QFETCH(const QString, certificate);
    QFETCH(const QByteArray, message);
    QVERIFY(start(
        configuration()
            .replace(certificates().certificate(u"server"_s).toUtf8(),
                     certificates().certificate(certificate).toUtf8())
            .replace(certificates().key(u"server"_s).toUtf8(), certificates().key(certificate).toUtf8())));
    const Outcome outcome = runAt(tls(), words({"run", "--", "echo", "hello"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains(message), describe(outcome));
    QCOMPARE(outcome.errorOutput.count('\n'), 1);
    if (certificate == u"elsewhere") {
        const Outcome named =
            runAt(tls(), words({"--tls-server-name", "example.org", "run", "--", "echo", "hello"}));
        QVERIFY2(named.code == 0, describe(named));
    }
}

void tst_Tcp::clientCertificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("isRequired");
    QTest::addColumn<QByteArray>("runSays"); // empty: it runs
    QTest::newRow("control") << u"ci"_s << true << QByteArray();
    QTest::newRow("read-only") << u"watcher"_s << true << QByteArray("has the role read-only");
    QTest::newRow("no role") << u"guest"_s << true << QByteArray("this address needs a token");
    QTest::newRow("of another authority")
        << u"foreign"_s << true << QByteArray("does not accept this client's certificate (unknown ca)");
    QTest::newRow("none") << QString() << true
                          << QByteArray("does not accept this client's certificate (certificate required)");
    QTest::newRow("none, and none is required")
        << QString() << false << QByteArray("this address needs a token");
}

void tst_Tcp::clientCertificates()
{
    QFETCH(const QString, certificate);
    QFETCH(const bool, isRequired);
    QFETCH(const QByteArray, runSays);
    QVERIFY(
        start(configuration({},
                            "    client_ca: " + certificates().certificate(u"ca"_s).toUtf8() +
                                "\n    require_client_certificate: " + (isRequired ? "true" : "false") + '\n',
                            "  certificates: {ci: control, watcher: read-only}\n")));
    QStringList options{u"--address"_s, tls(), u"--tls-ca"_s, certificates().certificate(u"ca"_s)};
    if (!certificate.isEmpty())
        options += {u"--tls-certificate"_s, certificates().certificate(certificate), u"--tls-key"_s,
                    certificates().key(certificate)};
    const Outcome outcome = fixture().run(options + words({"run", "--", "echo", "hello"}));
    QVERIFY2(outcome.code == (runSays.isEmpty() ? 0 : 125), describe(outcome));
    QVERIFY2(outcome.errorOutput.contains(runSays), describe(outcome));
    const bool hasRole = certificate == u"ci" || certificate == u"watcher";
    QCOMPARE(fixture().run(options + words({"metrics"})).code, hasRole ? 0 : 125);
}

void tst_Tcp::renewedCertificateIsShown()
{
    QVERIFY(certificates().issue(u"live"_s, u"ca"_s, u"old"_s, u"DNS:old.example"_s));
    QVERIFY(start(configuration().replace("/server.", "/live.")));
    const auto reach = [this](const char *name) {
        return runAt(tls(), words({"--tls-server-name", QString::fromLatin1(name), "status"})).code;
    };
    QCOMPARE(reach("old.example"), 0);
    QCOMPARE(reach("new.example"), 125);
    QVERIFY(certificates().issue(u"live"_s, u"ca"_s, u"new"_s, u"DNS:new.example"_s));
    QCOMPARE(reach("new.example"), 0);
    QCOMPARE(reach("old.example"), 125);
}

void tst_Tcp::refusesToStart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no token")
        << QByteArray("sockets: {tcp: {port: PORT}}\n")
        << QByteArray("to which nobody has a key: make a token with \"daemon-rpcd --make-token");
    QTest::newRow("token for everybody")
        << QByteArray("sockets: {tcp: {port: PORT}}\naccess: {control_token_file: OPEN}\n")
        << QByteArray("is open to others; run chmod 600");
    QTest::newRow("the network in plain text")
        << QByteArray("sockets: {tcp: {port: PORT, address: 0.0.0.0}}\naccess: {control_token_file: TOKEN}\n")
        << QByteArray("without encryption");
    QTest::newRow("no certificate")
        << QByteArray("sockets: {tls: {port: PORT}}\naccess: {control_token_file: TOKEN}\n")
        << QByteArray("name it in sockets.tls.certificate");
}

void tst_Tcp::refusesToStart()
{
    QFETCH(QByteArray, text);
    QFETCH(const QByteArray, message);
    write(u"open"_s, QByteArray(32, 't'));
    QCOMPARE(::chmod(QFile::encodeName(file(u"open"_s)).constData(), 0644), 0);
    text.replace("PORT", QByteArray::number(m_tcpPort))
        .replace("OPEN", file(u"open"_s).toUtf8())
        .replace("TOKEN", file(u"control"_s).toUtf8());
    write(u"daemon.yaml"_s, text);
    // Started by its client, which has to learn why.
    const Outcome outcome =
        fixture().run(words({"--config", file(u"daemon.yaml"_s), "run", "--", "echo", "hello"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains(message), describe(outcome));
    QVERIFY(fixture().daemons().isEmpty());
}

void tst_Tcp::localClientsGoOnWithoutThePort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, m_tcpPort));
    QVERIFY(start(configuration()));
    QTRY_VERIFY2(fixture().log().contains("another process does already"), fixture().log());
    QCOMPARE(fixture().run(words({"run", "--", "echo", "hello"})).output, QByteArray("hello\n"));
    other.close();
    QTRY_COMPARE_WITH_TIMEOUT(runAt(tcp(), words({"status"})).code, 0, 20'000);
}

void tst_Tcp::restartLosesNobody()
{
    QVERIFY(start(configuration()));
    const qint64 before = fixture().daemonPid();
    // A request that was there before runs to its end.
    const auto running =
        fixture().client(QStringList{u"--address"_s, tls(), u"--token-file"_s, file(u"control"_s),
                                     u"--tls-ca"_s, certificates().certificate(u"ca"_s)} +
                         words({"run", "sleep", "3"}));
    QVERIFY(running->begin());
    QTRY_COMPARE(fixture().askArray(words({"requests", "--json"})).size(), qsizetype(1));
    const auto calls = fixture().shell(
        u"for i in $(seq 40); do \"$@\" --address %1 --token-file %2 run -- echo $i || exit 9; done"_s.arg(
            tcp(), file(u"control"_s)));
    QVERIFY(calls->begin());
    QTRY_VERIFY(calls->output().contains("3\n"));
    const Outcome restarted = fixture().run(words({"restart"}));
    QVERIFY2(restarted.code == 0, describe(restarted));
    QVERIFY(calls->waitForEnd());
    QVERIFY2(calls->code() == 0, calls->errorOutput());
    QVERIFY2(calls->output().endsWith("40\n"), calls->output());
    QVERIFY(fixture().daemonPid() != before);
    const Outcome status = runAt(tls(), words({"status", "--json"}));
    QVERIFY2(status.code == 0, describe(status));
    QCOMPARE(QJsonDocument::fromJson(status.output).object()[u"pid"].toInteger(), fixture().daemonPid());
    QVERIFY(running->waitForEnd());
    QVERIFY2(running->code() == 0, running->errorOutput());
}

// Calls that cannot be repeated, because they have sent input: whoever gets one must deal with it.
void tst_Tcp::restartsUnderNewConnectionsBreakNobody()
{
    QVERIFY(start(configuration({}, "  remote: {connections_per_minute: 0}\n")));
    const QString calls = u"i=0; until test -e %1; do i=$((i+1)); answer=$(echo $i | \"$@\" --address %2 "
                          "--token-file %3 --tls-ca %4 run cat) || exit 9; test \"$answer\" = $i || exit 8; "
                          "echo $i; done"_s;
    std::vector<decltype(fixture().shell(calls))> callers;
    for (const QString &address : {tcp(), tls(), tls()}) {
        callers.push_back(fixture().shell(
            calls.arg(file(u"enough"_s), address, file(u"control"_s), certificates().certificate(u"ca"_s))));
        QVERIFY(callers.back()->begin());
    }
    for (const auto &caller : callers)
        QTRY_VERIFY(caller->output().contains("2\n"));
    for (int i = 0; i < 5; ++i) {
        const qint64 before = fixture().daemonPid();
        const Outcome restarted = fixture().run(words({"restart"}));
        QVERIFY2(restarted.code == 0, describe(restarted));
        QVERIFY(fixture().daemonPid() != before);
        for (const auto &caller : callers) {
            const qsizetype reached = caller->output().size();
            QTRY_VERIFY2(caller->output().size() > reached, caller->errorOutput());
        }
    }
    write(u"enough"_s, {});
    for (const auto &caller : callers) {
        QVERIFY(caller->waitForEnd());
        QVERIFY2(caller->code() == 0, caller->errorOutput());
    }
}

void tst_Tcp::reload()
{
    QVERIFY(start(configuration()));
    QCOMPARE(runAt(tcp(), words({"run", "--", "echo", "hello"})).code, 0);
    // Commands and tokens at once, ports after a restart.
    const quint16 later = freePort();
    write(u"daemon.yaml"_s, configuration()
                                .replace("[echo, cat, sleep]", "[cat]")
                                .replace("tcp: {port: " + QByteArray::number(m_tcpPort),
                                         "tcp: {port: " + QByteArray::number(later)));
    const Outcome reloaded = fixture().run(words({"reload"}));
    QVERIFY2(reloaded.code == 0 && (reloaded.output + reloaded.errorOutput).contains("sockets.tcp.port"),
             describe(reloaded));
    const Outcome closed = runAt(tcp(), words({"run", "--", "echo", "hello"}));
    QVERIFY2(closed.code == 125 && closed.errorOutput.contains("is not open to remote clients"),
             describe(closed));
    QVERIFY(QFile::remove(file(u"control"_s)));
    makeToken(u"control"_s);
    QCOMPARE(runAt(tcp(), words({"run", "cat"}), "new").output, QByteArray("new"));
    QCOMPARE(fixture().run(words({"restart"})).code, 0);
    const quint16 before = std::exchange(m_tcpPort, later);
    QCOMPARE(runAt(tcp(), words({"run", "cat"}), "moved").output, QByteArray("moved"));
    m_tcpPort = before;
    QCOMPARE(runAt(tcp(), words({"status"})).code, 125);
}

void tst_Tcp::otherUsersOfThisMachine()
{
    if (!canBeStranger())
        QSKIP(needsRoot);
    const QString socket = file(u"shared.sock"_s);
    QCOMPARE(::chmod(QFile::encodeName(file(u"."_s)).constData(), 0711), 0);
    QCOMPARE(::chmod(QFile::encodeName(QFileInfo(QFileInfo(fixture().directory()).path()).path()).constData(),
                     0711),
             0);
    const auto ask = [&socket](const QByteArray &method) {
        return u"printf '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%1\"}\\n' | setpriv --reuid 65534 "
               u"--regid 65534 "
               "--clear-groups -- /usr/bin/python3 -c 'import "
               "socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(\"%2\")\n"
               "s.sendall(sys.stdin.buffer.read())\nprint(s.makefile().readline())'"_s.arg(
                   QString::fromLatin1(method), socket);
    };
    const QByteArray text = "sockets: {local: {path: " + socket.toUtf8() + ", permissions: 0666}}\n";
    QVERIFY(start(text));
    QVERIFY(!fixture().runShell(ask("metrics")).output.contains("result"));
    write(u"daemon.yaml"_s, text + "access: {users: {\"65534\": read-only}}\n");
    QCOMPARE(fixture().run(words({"reload"})).code, 0);
    const Outcome looked = fixture().runShell(ask("metrics"));
    QVERIFY2(looked.output.contains("result"), describe(looked));
    const Outcome stopped = fixture().runShell(ask("daemon.stop"));
    QVERIFY2(stopped.output.contains("error"), describe(stopped));
}

void tst_Tcp::subcommandsOfThisMachine()
{
    for (const QStringList &subcommand : {words({"list"}), words({"logs"}), words({"doctor"}),
                                          words({"start"}), words({"status", "--all"})}) {
        const Outcome outcome = runAt(tcp(), subcommand);
        QVERIFY2(outcome.code == 125, describe(outcome));
        QVERIFY2(outcome.errorOutput.contains("looks at the files of this machine"), describe(outcome));
    }
    const Outcome both = runAt(tcp(), words({"--daemon-id", "x", "status"}));
    QVERIFY2(both.errorOutput.contains("exclude each other"), describe(both));
}

QTEST_GUILESS_MAIN(tst_Tcp)
#include "tst_tcp.moc"
