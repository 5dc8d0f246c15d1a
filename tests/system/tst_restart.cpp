// "restart replaces the daemon with zero failed calls": whatever the fresh one does.
#include "adminquery.h"
#include "callloop.h"
#include "systemtest.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/client/connector.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

#include <signal.h>
#include <unistd.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Restart : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyNoticesUnderLoad();
    void whoConnectedBeforeIsServed();
    void runningRequestEndsAsItWould();
    void newBinaryIsServed();
    void buildOfTheClientIsKept();
    void failingSuccessor_data();
    void failingSuccessor();
    void successorIsKilledWhileItStarts();
    void oldOneIsKilledMeanwhile();
    void socketIsTakenAwayMeanwhile();
    void stopWinsOverARestart();
    void twiceAtOnce();
    void drainingOneRefuses();
    void descriptorsStayPrivate();
    void successorWatchesItsFiles();
    void startsOneWhereNoneRuns();

private:
    /// A copy of daemon-rpcd that can be replaced, serving.
    [[nodiscard]] qint64 startReplaceable()
    {
        // "daemon-rpcd" for DaemonFixture::daemons().
        if (!QFile::copy(DaemonFixture::daemonProgram(), program()) || !fixture().startDaemon({}, program()))
            return 0;
        return fixture().daemonPid();
    }

    [[nodiscard]] QString program() const { return fixture().scratch(u"daemon-rpcd"_s); }

    /// Puts an executable with @p content where the program is, as an upgrade does.
    void replaceProgram(const QByteArray &content) const
    {
        const QString fresh = program() + u".new"_s;
        QFile file(fresh);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(program()).constData()), 0);
    }

    /// A program that says its pid, waits until the file "go" is there, and becomes the real daemon.
    void makeProgramSlow() const
    {
        replaceProgram("#!/bin/sh\necho $$ > " + QFile::encodeName(fixture().scratch(u"pid"_s)) +
                       "\nwhile ! [ -e " + QFile::encodeName(fixture().scratch(u"go"_s)) +
                       " ]; do sleep 0.02; done\nexec " + QFile::encodeName(DaemonFixture::daemonProgram()) +
                       " \"$@\"\n");
    }

    void letGo() const { QVERIFY(QFile(fixture().scratch(u"go"_s)).open(QIODevice::WriteOnly)); }

    /// The pid that makeProgramSlow() makes its program say; 0 until it has.
    [[nodiscard]] qint64 slowPid() const
    {
        QFile file(fixture().scratch(u"pid"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
    }

    /// daemon-rpc exec, which prints "up", waits for its input's end, prints "down" and ends with 7.
    [[nodiscard]] std::unique_ptr<ClientProcess> beginWaiting() const
    {
        std::unique_ptr<ClientProcess> process =
            fixture().client(words({"run", "exec", "sh", "-c", "echo up; cat; echo down; exit 7"}));
        process->keepInputOpen();
        const bool runs =
            process->begin() && QTest::qWaitFor([&] { return process->output() == "up\n"; }, 10000);
        return runs ? std::move(process) : nullptr;
    }

    [[nodiscard]] Outcome restart() const { return fixture().run(words({"restart"})); }

    [[nodiscard]] Outcome call() const { return fixture().run(words({"--no-spawn", "run", "echo", "x"})); }
};

void tst_Restart::nobodyNoticesUnderLoad()
{
    constexpr int clientCount = 50;
    constexpr int restarts = 5;
    QVERIFY(fixture().run(words({"start"})).code == 0);
    const QString stopFile = fixture().scratch(u"stop"_s);
    std::vector<std::unique_ptr<ClientProcess>> shells;
    for (int i = 0; i < 4; ++i) {
        shells.push_back(fixture().shell(u"n=0; while ! [ -e "_s + stopFile +
                                         u" ]; do [ \"$(\"$@\" --no-spawn run echo x)\" = x ] || "
                                         "echo failed; n=$((n+1)); done; echo calls $n"_s));
        QVERIFY(shells.back()->begin());
    }
    CallLoop loop(fixture(), clientCount);
    loop.start();
    QTRY_VERIFY(loop.callCount() > 2 * clientCount);
    QList<qint64> pids{fixture().daemonPid()};
    for (int i = 0; i < restarts; ++i) {
        const Outcome restarted = restart();
        QVERIFY2(restarted.code == 0, describe(restarted));
        QVERIFY(!pids.contains(fixture().daemonPid()));
        pids.append(fixture().daemonPid());
        const qsizetype before = loop.callCount();
        QTRY_VERIFY(loop.callCount() > before + 4 * clientCount);
    }
    loop.stop();
    QTRY_VERIFY(loop.isDone());
    QVERIFY(QFile(stopFile).open(QIODevice::WriteOnly));
    qint64 byProcesses = 0;
    for (const std::unique_ptr<ClientProcess> &shell : shells) {
        QVERIFY(shell->waitForEnd());
        const QByteArray output = shell->output();
        QVERIFY2(output.startsWith("calls "), output + shell->errorOutput());
        byProcesses += output.mid(6).trimmed().toLongLong();
    }
    QVERIFY(byProcesses > 0);
    QVERIFY2(loop.failures().isEmpty(), loop.failures().join("; "));
    QCOMPARE(loop.repeatedCount(), 0); // not even turned away and repeated
    std::printf("%d restarts: %lld calls by %d clients and %lld by processes, 0 failures; median %lld us, "
                "slowest %lld us\n",
                restarts, static_cast<long long>(loop.callCount()), clientCount,
                static_cast<long long>(byProcesses), static_cast<long long>(loop.medianUs()),
                static_cast<long long>(loop.slowestUs()));
    QTRY_COMPARE(fixture().daemons(), QList<qint64>{pids.constLast()});
}

void tst_Restart::whoConnectedBeforeIsServed()
{
    // Accepted by the old one, and silent so far: served there, although it drains.
    const qint64 old = startReplaceable();
    QVERIFY(old > 0);
    DaemonRpc::ClientOptions options;
    options.runtimeDirectory = fixture().directory();
    options.maySpawn = false;
    options.versionPolicy = DaemonRpc::VersionPolicy::Ignore;
    DaemonRpc::Connector connector(options);
    bool isConnected = false;
    connect(&connector, &DaemonRpc::Connector::connected, this, [&] { isConnected = true; });
    connector.start();
    QTRY_VERIFY(isConnected);
    QTRY_COMPARE(statusOf(fixture())->connections, 2); // with the question itself
    QCOMPARE(restart().code, 0);
    QVERIFY(fixture().daemonPid() != old);
    QVERIFY(isAlive(old)); // waits for it

    DaemonRpc::ClientSession session(connector.takeStream(), options.limits);
    std::optional<int> exitCode;
    QByteArray output;
    connect(&session, &DaemonRpc::ClientSession::outputReceived, this,
            [&](QByteArrayView bytes) { output += bytes.toByteArray(); });
    connect(&session, &DaemonRpc::ClientSession::finished, this,
            [&](const DaemonRpc::CommandFinished &result) { exitCode = result.exitCode; });
    session.startCommand(options.versionCheck(DaemonRpc::Intent::Run), DaemonRpc::Command({"echo", "late"}));
    QTRY_VERIFY(exitCode);
    QCOMPARE(*exitCode, 0);
    QCOMPARE(output, QByteArray("late\n"));
    QTRY_VERIFY(!isAlive(old));
}

void tst_Restart::runningRequestEndsAsItWould()
{
    const std::unique_ptr<ClientProcess> waiting = beginWaiting();
    QVERIFY(waiting);
    const qint64 old = fixture().daemonPid();
    const Outcome restarted = restart();
    QVERIFY2(restarted.code == 0, describe(restarted));
    const qint64 fresh = fixture().daemonPid();
    const QByteArray said = "pid " + QByteArray::number(fresh) + ", formerly " + QByteArray::number(old) +
                            "; the old one finishes 1 request\n";
    QVERIFY2(restarted.errorOutput.endsWith(said), describe(restarted));
    QVERIFY2(call().output == "x\n", "the fresh one serves");

    const QJsonArray listed = fixture().askArray(words({"list"}));
    QCOMPARE(listed.size(), 2);
    for (const QJsonValue value : listed) {
        const bool isOld = value[u"pid"].toInteger() == old;
        QCOMPARE(value[u"pid"].toInteger(), isOld ? old : fresh);
        QCOMPARE(value[u"state"].toString(), isOld ? u"draining"_s : u"ready"_s);
        QCOMPARE(value[u"running_requests"].toInt(), isOld ? 1 : 0);
        QCOMPARE(value[u"recent_hand_overs"].toInt(), 0); // not one of two builds that replace each other
    }
    waiting->write("more\n");
    waiting->closeWriteChannel();
    QVERIFY(waiting->waitForEnd());
    QCOMPARE(waiting->code(), 7);
    QCOMPARE(waiting->output(), QByteArray("up\nmore\ndown\n"));
    QTRY_COMPARE(fixture().daemons(), QList<qint64>{fresh});
    const QStringList left =
        QDir(fixture().directory()).entryList({u"*~*"_s}, QDir::AllEntries | QDir::System);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
}

void tst_Restart::newBinaryIsServed()
{
    const qint64 old = startReplaceable();
    QVERIFY(old > 0);
    QFile other(QStringLiteral(OTHER_BUILD_DAEMON));
    QVERIFY(other.open(QIODevice::ReadOnly));
    replaceProgram(other.readAll());
    const Outcome restarted = restart();
    QVERIFY2(restarted.code == 0, describe(restarted));
    const std::optional<DaemonRpc::DaemonSnapshot> status = statusOf(fixture());
    QVERIFY(status);
    QVERIFY(status->pid != old);
    QCOMPARE(status->buildId, u"otherbuild"_s);
    QTRY_COMPARE(fixture().daemons(), QList<qint64>{status->pid});
    const Outcome ignoring =
        fixture().run(words({"--no-spawn", "--version-policy", "ignore", "run", "echo", "x"}));
    QVERIFY2(ignoring.output == "x\n", describe(ignoring));
}

void tst_Restart::buildOfTheClientIsKept()
{
    // As long as the program is the same: what the client that started it said of its build goes on to hold.
    QVERIFY(fixture().startDaemon(words({"--build-timestamp", "1000", "--build-id", "given"})));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(restart().code, 0);
        QCOMPARE(statusOf(fixture())->buildId, u"given"_s);
        QCOMPARE(statusOf(fixture())->buildTimestampMs, 1000);
    }
    // Nothing is collected from restart to restart.
    QCOMPARE(commandLineOf(fixture().daemonPid()).count("--runtime-dir"), 1);
    QCOMPARE(commandLineOf(fixture().daemonPid()).count("--inherit-lock-fd"), 1);
    QCOMPARE(commandLineOf(fixture().daemonPid()).count("--build-id"), 1);
}

void tst_Restart::failingSuccessor_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: no file at all
    QTest::addColumn<QByteArray>("reason");
    using B = QByteArray;
    QTest::newRow("missing") << B() << B("No such file");
    QTest::newRow("no program") << B("\177ELF and nothing more") << B("Exec format error");
    QTest::newRow("fails") << B("#!/bin/sh\necho broken installation >&2\nexit 3\n") << B("exit code 3");
    QTest::newRow("crashes") << B("#!/bin/sh\nkill -SEGV $$\n") << B("signal 11");
    QTest::newRow("another program") << B("#!/bin/sh\nexec sleep 0\n") << B("gave no reason");
    QTest::newRow("says ready, takes nothing")
        << B("#!/bin/bash\nfor last; do :; done\necho ready >&$last\nexec sleep 0.2\n")
        << B("does not take over");
    QTest::newRow("starts by itself")
        << "#!/bin/sh\nfor last; do :; done\nexec " + QFile::encodeName(DaemonFixture::daemonProgram()) +
               " --runtime-dir \"$4\" --ready-fd \"$last\"\n"
        << B("already running");
    QTest::newRow("takes a lock that is none")
        << "#!/bin/sh\nexec " + QFile::encodeName(DaemonFixture::daemonProgram()) +
               " \"$@\" --inherit-lock-fd 0\n"
        << B("is another file");
    QTest::newRow("takes a socket that is none")
        << "#!/bin/sh\nexec " + QFile::encodeName(DaemonFixture::daemonProgram()) +
               " \"$@\" --inherit-socket-fd 0\n"
        << B("does not listen there");
    QTest::newRow("wrong arguments") << "#!/bin/sh\nexec " +
                                            QFile::encodeName(DaemonFixture::daemonProgram()) +
                                            " --nonsense \"$@\"\n"
                                     << B("nonsense");
}

void tst_Restart::failingSuccessor()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, reason);
    const qint64 old = startReplaceable();
    QVERIFY(old > 0);
    if (content.isEmpty())
        QVERIFY(QFile::remove(program()));
    else
        replaceProgram(content);
    const std::unique_ptr<ClientProcess> waiting = beginWaiting();
    QVERIFY(waiting);
    for (int i = 0; i < 2; ++i) {
        const Outcome restarted = restart();
        QVERIFY2(restarted.code == 125, describe(restarted));
        QVERIFY2(restarted.errorOutput.contains(reason), describe(restarted));
        QCOMPARE(fixture().daemonPid(), old);
        QCOMPARE(statusOf(fixture())->state, u"ready"_s);
        QVERIFY2(call().output == "x\n", "the old one serves");
    }
    waiting->closeWriteChannel();
    QVERIFY(waiting->waitForEnd());
    QCOMPARE(waiting->code(), 7);
    // It still watches its files.
    QVERIFY(QFile::remove(fixture().file(u"sock"_s)));
    QTRY_VERIFY(fixture().isServed());
    QTRY_COMPARE(fixture().daemons(), QList<qint64>{old});
}

void tst_Restart::successorIsKilledWhileItStarts()
{
    const qint64 old = startReplaceable();
    makeProgramSlow();
    const std::unique_ptr<ClientProcess> restarting = fixture().client(words({"restart"}));
    QVERIFY(restarting->begin());
    QTRY_VERIFY(slowPid() > 0);
    QVERIFY2(call().output == "x\n", "the old one serves meanwhile");
    sendSignal(slowPid(), SIGKILL);
    QVERIFY(restarting->waitForEnd());
    QCOMPARE(restarting->code(), 125);
    QVERIFY2(restarting->errorOutput().contains("signal 9"), restarting->errorOutput());
    QVERIFY2(call().output == "x\n", "the old one serves");
    QCOMPARE(fixture().daemonPid(), old);
}

void tst_Restart::oldOneIsKilledMeanwhile()
{
    const qint64 old = startReplaceable();
    makeProgramSlow();
    const std::unique_ptr<ClientProcess> restarting = fixture().client(words({"restart"}));
    QVERIFY(restarting->begin());
    QTRY_VERIFY(slowPid() > 0);
    sendSignal(old, SIGKILL);
    QVERIFY(restarting->waitForEnd());
    // The socket is open all the time: who calls now waits and is served.
    const std::unique_ptr<ClientProcess> calling =
        fixture().client(words({"--no-spawn", "run", "echo", "patient"}));
    QVERIFY(calling->begin());
    letGo();
    QVERIFY(calling->waitForEnd());
    QCOMPARE(calling->output(), QByteArray("patient\n"));
    QCOMPARE(fixture().daemonPid(), slowPid());
    QVERIFY2(call().output == "x\n", "it stays");
}

void tst_Restart::socketIsTakenAwayMeanwhile()
{
    const qint64 old = startReplaceable();
    makeProgramSlow();
    const std::unique_ptr<ClientProcess> restarting = fixture().client(words({"restart"}));
    QVERIFY(restarting->begin());
    QTRY_VERIFY(slowPid() > 0);
    QVERIFY(QFile::remove(fixture().file(u"sock"_s)));
    letGo();
    QVERIFY(restarting->waitForEnd());
    QCOMPARE(restarting->code(), 125);
    QVERIFY2(restarting->errorOutput().contains("taken away"), restarting->errorOutput());
    QTRY_VERIFY(fixture().isServed());
    QCOMPARE(statusOf(fixture())->pid, old);
}

void tst_Restart::stopWinsOverARestart()
{
    const qint64 old = startReplaceable();
    makeProgramSlow();
    const std::unique_ptr<ClientProcess> restarting = fixture().client(words({"restart"}));
    QVERIFY(restarting->begin());
    QTRY_VERIFY(slowPid() > 0);
    const Outcome stopped = fixture().run(words({"stop"}));
    QVERIFY2(stopped.code == 0, describe(stopped));
    QVERIFY(restarting->waitForEnd());
    QVERIFY(restarting->code() != 0);
    QVERIFY2(restarting->errorOutput().contains("given up"), restarting->errorOutput());
    QTRY_VERIFY(!isAlive(slowPid()));
    QTRY_VERIFY(!isAlive(old));
    QVERIFY(!fixture().isServed());
    QTRY_VERIFY(!QFile::exists(fixture().file(u"pid"_s)));
}

void tst_Restart::twiceAtOnce()
{
    const qint64 old = startReplaceable();
    makeProgramSlow();
    const std::unique_ptr<ClientProcess> first = fixture().client(words({"restart"}));
    const std::unique_ptr<ClientProcess> second = fixture().client(words({"restart"}));
    QVERIFY(first->begin());
    QTRY_VERIFY(slowPid() > 0);
    QVERIFY(second->begin());
    QTRY_COMPARE(statusOf(fixture())->connections, 3); // both, and the question
    letGo();
    QVERIFY(first->waitForEnd());
    QVERIFY(second->waitForEnd());
    QCOMPARE(first->code(), 0);
    QVERIFY2(second->code() == 0, second->errorOutput());
    QCOMPARE(second->errorOutput(), first->errorOutput()); // one restart for both
    QCOMPARE(fixture().daemonPid(), slowPid());
    QTRY_COMPARE(fixture().daemons(), QList<qint64>{slowPid()});
    QTRY_VERIFY(!isAlive(old));

    for (int i = 0; i < 3; ++i) // and one after the other
        QCOMPARE(restart().code, 0);
    QVERIFY2(call().output == "x\n", "the last one serves");
}

void tst_Restart::drainingOneRefuses()
{
    const std::unique_ptr<ClientProcess> waiting = beginWaiting();
    QVERIFY(waiting);
    const qint64 old = fixture().daemonPid();
    QCOMPARE(restart().code, 0);
    const QString socket = fixture().directory() + u"/daemon-rpc-default~%1.sock"_s.arg(old);
    DaemonRpc::ClientOptions options;
    options.runtimeDirectory = fixture().directory();
    DaemonRpc::AdminClient admin(options, socket);
    std::optional<DaemonRpc::Error> error;
    admin.call(u"daemon.restart"_s, {}, [&](const DaemonRpc::Result<QJsonValue> &value) {
        QVERIFY(!value);
        error = value.error();
    });
    QTRY_VERIFY(error);
    QCOMPARE(error->code(), DaemonRpc::ErrorCode::Draining);
    QVERIFY2(error->message().contains(QString::number(old)), qPrintable(error->message()));
    waiting->closeWriteChannel();
    QVERIFY(waiting->waitForEnd());
    QCOMPARE(waiting->code(), 7);
}

void tst_Restart::descriptorsStayPrivate()
{
    QVERIFY(startReplaceable() > 0);
    QCOMPARE(restart().code, 0); // the first one has the test's own descriptors, too
    const qsizetype before = descriptorsOf(fixture().daemonPid()).size();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(restart().code, 0);
    // None is added by each restart.
    QTRY_COMPARE(descriptorsOf(fixture().daemonPid()).size(), before);
    // What a handler starts has neither lock nor socket: it could keep the id alive.
    const std::unique_ptr<ClientProcess> waiting = beginWaiting();
    QVERIFY(waiting);
    const QList<qint64> children = childrenOf(fixture().daemonPid());
    QCOMPARE(children.size(), 1);
    const QHash<int, QString> descriptors = descriptorsOf(children.constFirst());
    QCOMPARE(descriptors.size(), 3);
    waiting->closeWriteChannel();
    QVERIFY(waiting->waitForEnd());
}

void tst_Restart::successorWatchesItsFiles()
{
    QVERIFY(startReplaceable() > 0);
    QCOMPARE(restart().code, 0);
    const qint64 pid = fixture().daemonPid();
    QVERIFY(QFile::remove(fixture().file(u"sock"_s)));
    QTRY_VERIFY(fixture().isServed());
    QVERIFY(QFile::remove(fixture().file(u"lock"_s)));
    QTRY_VERIFY(QFile::exists(fixture().file(u"lock"_s)));
    QTRY_VERIFY(fixture().isServed());
    QTRY_VERIFY(call().output == "x\n");
    QCOMPARE(fixture().daemonPid(), pid);
    QCOMPARE(restart().code, 0);
    QVERIFY2(call().output == "x\n", "and can be restarted after that");
}

void tst_Restart::startsOneWhereNoneRuns()
{
    const Outcome restarted = restart();
    QVERIFY2(restarted.code == 0, describe(restarted));
    QVERIFY2(restarted.errorOutput.contains("was not running; started it"), describe(restarted));
    QVERIFY2(call().output == "x\n", "it serves");
}

QTEST_GUILESS_MAIN(tst_Restart)

#include "tst_restart.moc"
