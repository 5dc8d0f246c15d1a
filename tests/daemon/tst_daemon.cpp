#include "tests/shared/gate.h"
#include "tests/shared/wirepeer.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/client/client.h>
#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/handler/blockinghandler.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_Daemon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void serves();
    void tellsOfItself();
    void alreadyRunning();
    void reportsReadiness_data();
    void reportsReadiness();
    void exitsWhenIdle();
    void isNotIdleWhileARequestRuns();
    void isNotIdleWhileOutputIsTaken();
    void watchersDoNotCount();
    void drains();
    void freshOneServesWhileTheOldOneDrains();
    void stops_data();
    void stops();
    void secondStopHastensTheFirst();
    void isEstablishedBeforeItSaysReady();
    void stopWaitsForARequestThatEnds();
    void clientThatNeverReadsCannotHoldUpAStop();
    void handsOver();
    void bindsAgain();
    void displaced();
    void degradedAndPastTheLimit();
    void destroyedWhileServing();
    void restartIsUnsupported();
    void restartFails_data();
    void restartFails();
    void restartsAreJoined();
    void drainAbortsARestart();
    void drainingRefusesARestart();
    void restartIsNoIdleTime();
    void healthDegrades();

private:
    DaemonOptions options()
    {
        DaemonOptions options;
        options.runtimeDirectory = m_directory->path();
        options.limits.grace = 50ms;
        options.limits.workerCount = 1;
        options.idleExit = 0ms;
        options.build = {1000, "build"};
        return options;
    }

    ClientOptions clientOptions()
    {
        ClientOptions options;
        options.runtimeDirectory = m_directory->path();
        options.maySpawn = false;
        options.build = {1000, "build"};
        return options;
    }

    void start(const DaemonOptions &daemonOptions)
    {
        m_daemon = std::make_unique<Daemon>(daemonOptions, handlers());
        m_finished = std::make_unique<QSignalSpy>(m_daemon.get(), &Daemon::finished);
        const Result<void> started = m_daemon->start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().message()));
        m_client = std::make_unique<Client>(clientOptions());
    }

    HandlerRegistry handlers()
    {
        HandlerRegistry handlers;
        handlers.add("hello", std::make_unique<FunctionHandler>(
                                  [](RequestContext &context) -> std::unique_ptr<Execution> {
                                      context.write("hello\n");
                                      context.finish(0);
                                      return nullptr;
                                  }));
        handlers.add("wait", std::make_unique<FunctionHandler>([](RequestContext &context) {
                         connect(
                             &context, &RequestContext::cancellationRequested, &context,
                             [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
                         return std::make_unique<Execution>();
                     }));
        handlers.add("flood", std::make_unique<FunctionHandler>(
                                  [](RequestContext &context) -> std::unique_ptr<Execution> {
                                      context.write(QByteArray(8'000'000, 'x'));
                                      context.finish(0);
                                      return nullptr;
                                  }));
        handlers.add("stuck", std::make_unique<BlockingHandler>([gate = m_gate](BlockingContext &) {
                         gate->pass();
                         return 0;
                     }));
        return handlers;
    }

    Reply *run(const QByteArrayList &arguments) { return m_client->execute(Command(arguments)); }

    /// Starts and never becomes ready.
    SuccessorCommand hangingProgram()
    {
        SuccessorCommand command;
        command.program = m_programs.filePath(QStringLiteral("hang"));
        QFile file(command.program);
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\nexec sleep 60\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return command;
    }

    [[nodiscard]] DaemonSnapshot snapshot() const { return m_daemon->snapshot(); }

    /// Lets the loop run for @p duration: for what must not happen meanwhile.
    static void passTime(std::chrono::milliseconds duration)
    {
        QTimer timer;
        timer.setSingleShot(true);
        timer.start(duration);
        QTRY_VERIFY_WITH_TIMEOUT(!timer.isActive(), 60000);
    }

    [[nodiscard]] QStringList files() const
    {
        return QDir(m_directory->path())
            .entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    const QString m_lock = QStringLiteral("daemon-rpc-default.lock");
    const QTemporaryDir m_programs;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<Gate> m_gate; // shared with workers that may outlive a daemon
    std::unique_ptr<Daemon> m_daemon;
    std::unique_ptr<QSignalSpy> m_finished;
    std::unique_ptr<Client> m_client;
};

void tst_Daemon::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_gate = std::make_shared<Gate>();
}

void tst_Daemon::cleanup()
{
    m_gate->open();
    m_client.reset();
    m_finished.reset();
    m_daemon.reset();
    m_directory.reset();
}

void tst_Daemon::serves()
{
    start(options());
    Reply *reply = run({"hello"});
    QByteArray output;
    connect(reply, &Reply::outputReceived, this,
            [&output](QByteArrayView bytes) { output += bytes.toByteArray(); });
    QTRY_VERIFY(reply->isFinished());
    QVERIFY2(!reply->error(), reply->error() ? qPrintable(reply->error()->message()) : "");
    QCOMPARE(output, QByteArray("hello\n"));
    QCOMPARE(reply->daemon().buildId, QByteArray("build"));
}

void tst_Daemon::tellsOfItself()
{
    DaemonOptions wanted = options();
    wanted.id = *DaemonId::parse(QStringLiteral("mine"));
    start(wanted);
    const DaemonSnapshot now = snapshot();
    QCOMPARE(now.daemonId, QStringLiteral("mine"));
    QCOMPARE(now.state, QStringLiteral("ready"));
    QCOMPARE(now.pid, qint64(::getpid()));
    QCOMPARE(now.uid, qint64(::geteuid()));
    QCOMPARE(now.buildTimestampMs, 1000);
    QCOMPARE(now.buildId, QStringLiteral("build"));
    QVERIFY(!now.version.isEmpty());
    QVERIFY(now.startedAtMs > 0);
    QVERIFY(now.uptimeMs >= 0);
    QCOMPARE(now.socketPath, m_directory->filePath(QStringLiteral("daemon-rpc-mine.sock")));
    QCOMPARE(now.logPath, m_directory->filePath(QStringLiteral("daemon-rpc-mine.log")));
    QCOMPARE(now.runningRequests + now.queuedRequests + now.finishedRequests + now.connections, 0);

    ClientOptions asked = clientOptions();
    asked.daemonId = wanted.id;
    Client client(asked);
    client.execute(Command({"wait"}));
    client.execute(Command({"stuck"}));
    client.execute(Command({"stuck"}));
    Reply *done = client.execute(Command({"hello"}));
    QTRY_VERIFY(done->isFinished());
    QTRY_COMPARE(snapshot().runningRequests, 3); // the queued one included
    QCOMPARE(snapshot().queuedRequests, 1);
    QTRY_COMPARE(snapshot().finishedRequests, 1);
    QTRY_COMPARE(snapshot().connections, 3);
    QCOMPARE(snapshot().acceptedConnections, 4);

    AdminClient admin(asked);
    std::optional<DaemonSnapshot> told;
    admin.status([&told](const Result<DaemonSnapshot> &status) { told = *status; });
    QTRY_VERIFY(told);
    QCOMPARE(told->daemonId, QStringLiteral("mine"));
    QCOMPARE(told->runningRequests, 3);
}

void tst_Daemon::alreadyRunning()
{
    start(options());
    Daemon second(options(), handlers());
    const Result<void> refused = second.start();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::AlreadyRunning);
    Reply *reply = run({"hello"});
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error());
}

void tst_Daemon::reportsReadiness_data()
{
    QTest::addColumn<QString>("situation");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("ready") << QString() << QByteArray("ready\n");
    QTest::newRow("already running") << QStringLiteral("running") << QByteArray("already-running ");
    QTest::newRow("failed") << QStringLiteral("bad directory") << QByteArray("failed ");
}

void tst_Daemon::reportsReadiness()
{
    QFETCH(const QString, situation);
    QFETCH(const QByteArray, word);
    if (situation == u"running")
        start(options());
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const FileDescriptor readEnd(ends[0]);
    DaemonOptions wanted = options();
    wanted.readyFd = ends[1]; // the daemon's now
    if (situation == u"bad directory")
        wanted.runtimeDirectory += QStringLiteral("/no/such/parent");
    Daemon daemon(wanted, handlers());
    QCOMPARE(bool(daemon.start()), situation.isEmpty());
    QByteArray said(10'000, '\0');
    said.resize(::read(readEnd.get(), said.data(), size_t(said.size())));
    QVERIFY2(said.startsWith(word) && said.endsWith('\n'), said.constData());
    char more = 0;
    QCOMPARE(::read(readEnd.get(), &more, 1), 0); // and closed
}

void tst_Daemon::exitsWhenIdle()
{
    DaemonOptions wanted = options();
    wanted.idleExit = 800ms;
    start(wanted);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, 10000);
    QCOMPARE(files(), QStringList(m_lock));
    QVERIFY(!m_daemon->isExitUnsafe());
}

void tst_Daemon::isNotIdleWhileARequestRuns()
{
    DaemonOptions wanted = options();
    wanted.idleExit = 800ms;
    start(wanted);
    Reply *reply = run({"wait"});
    QTRY_COMPARE(snapshot().runningRequests, 1);
    passTime(2 * wanted.idleExit);
    QCOMPARE(m_finished->size(), 0);
    QCOMPARE(snapshot().state, QStringLiteral("ready"));
    reply->cancel(SIGINT);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, 10000);
    QVERIFY(reply->isFinished());
}

// A client that reads slowly holds the exit up, and its end does not make the daemon stay for ever.
void tst_Daemon::isNotIdleWhileOutputIsTaken()
{
    DaemonOptions wanted = options();
    wanted.idleExit = 800ms;
    start(wanted);
    Reply *reply = run({"flood"});
    reply->setReading(false);
    QTRY_COMPARE(snapshot().finishedRequests, 1);
    passTime(2 * wanted.idleExit);
    QCOMPARE(m_finished->size(), 0);
    QCOMPARE(snapshot().state, QStringLiteral("ready"));
    reply->setReading(true);
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10000);
    QVERIFY(!reply->error());
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, 10000);
}

void tst_Daemon::watchersDoNotCount()
{
    DaemonOptions wanted = options();
    wanted.idleExit = 800ms;
    start(wanted);
    AdminClient admin(clientOptions());
    QSignalSpy connected(&admin, &AdminClient::connected);
    QTRY_COMPARE(connected.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, 10000);
}

void tst_Daemon::drains()
{
    start(options());
    Reply *reply = run({"wait"});
    QTRY_COMPARE(snapshot().runningRequests, 1);
    QVERIFY(m_daemon->drain());
    QCOMPARE(snapshot().state, QStringLiteral("draining"));
    QVERIFY(snapshot().socketPath.contains(u'~'));
    Reply *late = run({"hello"});
    QTRY_VERIFY(late->isFinished());
    QCOMPARE(late->error()->code(), ErrorCode::NotRunning); // the name is free at once
    QCOMPARE(m_finished->size(), 0);
    QVERIFY(!reply->isFinished());
    reply->cancel(SIGINT);
    QTRY_COMPARE(m_finished->size(), 1);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->signal(), SIGINT);
    QCOMPARE(files(), QStringList(m_lock));
    QVERIFY(m_daemon->drain());
    QTest::qWait(0);
    QCOMPARE(m_finished->size(), 1);
}

void tst_Daemon::freshOneServesWhileTheOldOneDrains()
{
    start(options());
    Reply *reply = run({"wait"});
    QTRY_COMPARE(snapshot().runningRequests, 1);
    QVERIFY(m_daemon->drain());
    Daemon fresh(options(), handlers());
    QVERIFY(fresh.start());
    Reply *late = run({"hello"});
    QTRY_VERIFY(late->isFinished());
    QVERIFY(!late->error());
    QCOMPARE(fresh.snapshot().finishedRequests, 1);
    // The old one can still be asked and steered at its new address.
    AdminClient admin(clientOptions(), snapshot().socketPath);
    std::optional<DaemonSnapshot> told;
    admin.status([&told](const Result<DaemonSnapshot> &status) { told = *status; });
    QTRY_VERIFY(told);
    QCOMPARE(told->state, QStringLiteral("draining"));
    reply->cancel(SIGINT);
    QTRY_COMPARE(m_finished->size(), 1);
    Reply *again = run({"hello"});
    QTRY_VERIFY(again->isFinished());
    QVERIFY(!again->error());
}

void tst_Daemon::stops_data()
{
    QTest::addColumn<bool>("now");
    QTest::addColumn<int>("stopTimeoutMs");
    QTest::newRow("now") << true << 3'600'000;
    QTest::newRow("after a while") << false << 50;
}

void tst_Daemon::stops()
{
    QFETCH(const bool, now);
    QFETCH(const int, stopTimeoutMs);
    DaemonOptions wanted = options();
    wanted.stopTimeout = std::chrono::milliseconds(stopTimeoutMs);
    start(wanted);
    Reply *polite = run({"wait"});
    Reply *stuck = run({"stuck"});
    QTRY_COMPARE(m_gate->visitors(), 1);
    QTRY_COMPARE(snapshot().runningRequests, 2);
    QVERIFY(m_daemon->stop(now));
    QTRY_COMPARE(m_finished->size(), 1);
    QTRY_VERIFY(polite->isFinished() && stuck->isFinished());
    QCOMPARE(polite->signal(), SIGTERM);
    QVERIFY(polite->isCancelled());
    QVERIFY(stuck->isForced());
    QVERIFY(m_daemon->isExitUnsafe());
    QCOMPARE(files(), QStringList(m_lock));
    m_gate->open();
    QTRY_VERIFY(!m_daemon->isExitUnsafe());
}

void tst_Daemon::secondStopHastensTheFirst()
{
    DaemonOptions wanted = options();
    wanted.stopTimeout = 1h;
    start(wanted);
    Reply *reply = run({"wait"});
    QTRY_COMPARE(snapshot().runningRequests, 1);
    QVERIFY(m_daemon->stop(false));
    QTest::qWait(0);
    QVERIFY(!reply->isFinished());
    QVERIFY(m_daemon->stop(false));
    QTRY_COMPARE(m_finished->size(), 1);
}

void tst_Daemon::isEstablishedBeforeItSaysReady()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const FileDescriptor reading(ends[0]);
    DaemonOptions wanted = options();
    wanted.readyFd = ends[1];
    Daemon daemon(wanted, HandlerRegistry());
    int waiting = -1;
    connect(&daemon, &Daemon::established, this, [&] { ::ioctl(reading.get(), FIONREAD, &waiting); });
    QVERIFY(daemon.start());
    QCOMPARE(waiting, 0);
    ::ioctl(reading.get(), FIONREAD, &waiting);
    QVERIFY(waiting > 0);
}

void tst_Daemon::stopWaitsForARequestThatEnds()
{
    DaemonOptions wanted = options();
    wanted.stopTimeout = 1h;
    start(wanted);
    Reply *reply = run({"stuck"});
    QTRY_COMPARE(m_gate->visitors(), 1);
    QVERIFY(m_daemon->stop(false));
    m_gate->open();
    QTRY_COMPARE(m_finished->size(), 1);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error());
    QVERIFY(!reply->isCancelled());
}

void tst_Daemon::clientThatNeverReadsCannotHoldUpAStop()
{
    start(options());
    Reply *reply = run({"flood"});
    reply->setReading(false);
    QTRY_COMPARE(snapshot().finishedRequests, 1);
    QVERIFY(m_daemon->stop(true));
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, 10000);
}

void tst_Daemon::handsOver()
{
    start(options());
    Reply *running = run({"wait"});
    QTRY_COMPARE(snapshot().runningRequests, 1);
    ClientOptions newer = clientOptions();
    newer.build = {2000, "newer"};
    Client client(newer);
    Reply *reply = client.execute(Command({"hello"}));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error()->code(), ErrorCode::NotRunning); // where a fresh daemon would be started
    QCOMPARE(snapshot().state, QStringLiteral("draining"));
    QCOMPARE(snapshot().recentHandOvers, 1);
    QVERIFY(!running->isFinished()); // nobody is killed by somebody else's upgrade
    running->cancel(SIGINT);
    QTRY_COMPARE(m_finished->size(), 1);
}

void tst_Daemon::bindsAgain()
{
    start(options());
    QVERIFY(QFile::remove(snapshot().socketPath));
    QTRY_VERIFY(QFile::exists(snapshot().socketPath));
    Reply *reply = run({"hello"});
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error());
}

void tst_Daemon::displaced()
{
    start(options());
    Reply *running = run({"wait"});
    QTRY_COMPARE(snapshot().runningRequests, 1);
    QVERIFY(QFile::remove(m_directory->filePath(m_lock)));
    const Result<InstanceLock> thief = InstanceLock::acquire(m_directory->filePath(m_lock));
    QVERIFY(thief);
    QTRY_COMPARE(snapshot().state, QStringLiteral("draining"));
    QVERIFY(!running->isFinished());
    running->cancel(SIGINT);
    QTRY_COMPARE(m_finished->size(), 1);
    QVERIFY(thief->isStillOurs());
}

// While workers are lost the daemon says so; past the limit it makes room for a fresh copy of itself.
void tst_Daemon::degradedAndPastTheLimit()
{
    DaemonOptions wanted = options();
    wanted.limits.maxQuarantinedWorkers = 2;
    start(wanted);
    Reply *first = run({"stuck"});
    QTRY_COMPARE(m_gate->visitors(), 1);
    first->cancel(SIGINT);
    QTRY_VERIFY(first->isFinished());
    QVERIFY(first->isForced());
    QCOMPARE(snapshot().state, QStringLiteral("degraded"));
    QCOMPARE(snapshot().quarantinedWorkers, 1);
    QVERIFY(m_daemon->isExitUnsafe());
    Reply *fine = run({"hello"});
    QTRY_VERIFY(fine->isFinished());
    QVERIFY(!fine->error());

    Reply *second = run({"stuck"});
    QTRY_COMPARE(m_gate->visitors(), 2);
    second->cancel(SIGINT);
    QTRY_VERIFY(second->isFinished());
    QTRY_COMPARE(snapshot().state, QStringLiteral("draining"));
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(files(), QStringList(m_lock)); // the next call starts a fresh daemon
    m_gate->open();
    QTRY_VERIFY(!m_daemon->isExitUnsafe());
}

void tst_Daemon::destroyedWhileServing()
{
    start(options());
    Reply *reply = run({"wait"});
    Reply *stalled = run({"flood"});
    stalled->setReading(false);
    QTRY_COMPARE(snapshot().runningRequests, 1);
    m_finished.reset();
    m_daemon.reset();
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error()->code(), ErrorCode::ConnectionLost);
    QCOMPARE(files(), QStringList(m_lock));
}

void tst_Daemon::restartIsUnsupported()
{
    start(options());
    std::optional<Error> error;
    m_daemon->restart([&error](const Result<RestartReport> &report) { error = report.error(); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Unsupported);
    QCOMPARE(snapshot().state, QStringLiteral("ready"));
}

void tst_Daemon::restartFails_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("missing") << QStringLiteral("/no/such/program") << ErrorCode::SpawnFailed
                             << QStringLiteral("/no/such/program");
    QTest::newRow("ends") << QStringLiteral("/bin/false") << ErrorCode::SpawnFailed
                          << QStringLiteral("exit code 1");
    QTest::newRow("refuses what it is given")
        << QStringLiteral("/bin/sleep") << ErrorCode::SpawnFailed << QStringLiteral("no reason");
}

void tst_Daemon::restartFails()
{
    QFETCH(const QString, program);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, mentions);
    DaemonOptions daemonOptions = options();
    daemonOptions.restartCommand.program = program;
    start(daemonOptions);
    QSignalSpy successor(m_daemon.get(), &Daemon::successorReady);
    const QStringList before = files();
    QList<Error> errors;
    for (int i = 1; i <= 2; ++i) { // and it can be tried again
        m_daemon->restart([&errors](const Result<RestartReport> &report) { errors.append(report.error()); });
        QTRY_COMPARE(errors.size(), i);
        QCOMPARE(errors.last().code(), code);
        QVERIFY2(errors.last().message().contains(mentions), qPrintable(errors.last().message()));
    }
    QCOMPARE(successor.count(), 0);
    QCOMPARE(snapshot().state, QStringLiteral("ready"));
    QStringList after = files();
    after.removeAll(QStringLiteral("daemon-rpc-default.log"));
    QCOMPARE(after, before);
    Reply *reply = run({"hello"});
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error());
    // It watches its files again.
    QVERIFY(QFile::remove(m_daemon->snapshot().socketPath));
    QTRY_VERIFY(m_daemon->verifyPresence());
}

void tst_Daemon::restartsAreJoined()
{
    DaemonOptions daemonOptions = options();
    daemonOptions.restartCommand = hangingProgram();
    daemonOptions.restartTimeout = 300ms;
    start(daemonOptions);
    QList<ErrorCode> codes;
    for (int i = 0; i < 3; ++i)
        m_daemon->restart(
            [&codes](const Result<RestartReport> &report) { codes.append(report.error().code()); });
    QCOMPARE(codes.size(), 0);
    QTRY_COMPARE(codes, QList<ErrorCode>({ErrorCode::Timeout, ErrorCode::Timeout, ErrorCode::Timeout}));
    QCOMPARE(snapshot().state, QStringLiteral("ready"));
}

void tst_Daemon::drainAbortsARestart()
{
    DaemonOptions daemonOptions = options();
    daemonOptions.restartCommand = hangingProgram();
    start(daemonOptions);
    std::optional<Error> error;
    m_daemon->restart([&error](const Result<RestartReport> &report) { error = report.error(); });
    QVERIFY(m_daemon->drain());
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Cancelled);
    QTRY_COMPARE(m_finished->count(), 1);
}

void tst_Daemon::drainingRefusesARestart()
{
    DaemonOptions daemonOptions = options();
    daemonOptions.restartCommand = hangingProgram();
    start(daemonOptions);
    Reply *reply = run({"wait"});
    QTRY_COMPARE(snapshot().runningRequests, 1);
    QVERIFY(m_daemon->drain());
    std::optional<Error> error;
    m_daemon->restart([&error](const Result<RestartReport> &report) { error = report.error(); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Draining);
    reply->cancel(SIGTERM);
    QTRY_COMPARE(m_finished->count(), 1);
}

void tst_Daemon::restartIsNoIdleTime()
{
    DaemonOptions daemonOptions = options();
    daemonOptions.restartCommand = hangingProgram();
    daemonOptions.restartTimeout = 400ms;
    daemonOptions.idleExit = 100ms;
    start(daemonOptions);
    std::optional<Error> error;
    m_daemon->restart([&error](const Result<RestartReport> &report) { error = report.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Timeout); // not given up by an idle daemon
    QTRY_COMPARE(m_finished->count(), 1);
}

void tst_Daemon::healthDegrades()
{
    start(options());
    m_daemon->setHealthDegraded(true);
    QCOMPARE(snapshot().state, QStringLiteral("degraded"));
    Reply *reply = run({"hello"});
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error()); // it serves as long as it can
    m_daemon->setHealthDegraded(false);
    QCOMPARE(snapshot().state, QStringLiteral("ready"));
}

QTEST_GUILESS_MAIN(tst_Daemon)
#include "tst_daemon.moc"
