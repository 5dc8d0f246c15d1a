// Copies started ahead: who may use them, that nothing fails because one was stale, and that they leak
// nothing.
#include "adminquery.h"
#include "configuredtest.h"
#include "instrumentation.h"

#include <daemonrpc/client/client.h>
#include <daemonrpc/client/reply.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

#include <signal.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_WarmCommands : public ConfiguredTest
{
    Q_OBJECT

private Q_SLOTS:
    void callsTakeCopies();
    void fixedContext();
    void coldWithReason_data();
    void coldWithReason();
    void staleCopiesFailNoCall();
    void dyingCopiesAreReplacedAndLogged();
    void oldCopiesAreReplaced();
    void largeCopiesAreReplaced();
    void crashInACallIsTheProgramsOwn();
    void cancellationOfAWarmCall();
    void reloadEndsOldCopies();
    void idleCopiesHoldNobodyUp_data();
    void idleCopiesHoldNobodyUp();
    void killedDaemonLeavesNoCopies();
    void inOrderWithCopies();
    void manyCallsLeakNothing();
    void isFasterThanCold();

private:
    /// Says its pid, then copies its input; the pid tells copies from one another.
    [[nodiscard]] static QJsonObject filter(const QJsonObject &fields)
    {
        return script(u"filter"_s, u"echo $$; exec cat"_s, fields);
    }

    [[nodiscard]] bool isReady(int count) const
    {
        return QTest::qWaitFor([&] { return warm(u"filter"_s)[u"ready"_s].toInt() == count; }, 10000);
    }

    /// Calls command @p name, a filter that copies its input, by the library; the microseconds that took, or
    /// -1 when it went wrong.
    [[nodiscard]] qint64 callInProcess(const char *name, const QByteArray &input) const;

    [[nodiscard]] QList<qint64> copies(const ClientProcess &daemon) const
    {
        return childrenOf(daemon.processId());
    }
};

qint64 tst_WarmCommands::callInProcess(const char *name, const QByteArray &input) const
{
    DaemonRpc::ClientOptions options;
    options.runtimeDirectory = fixture().directory();
    options.maySpawn = false;
    options.versionPolicy = DaemonRpc::VersionPolicy::Ignore;
    DaemonRpc::Client client(options);
    DaemonRpc::Command command({name});
    command.hasInput = true;
    QEventLoop loop;
    QElapsedTimer age;
    age.start();
    DaemonRpc::Reply *const reply = client.execute(command);
    QByteArray output;
    bool isSent = false;
    connect(reply, &DaemonRpc::Reply::inputWantedChanged, reply, [&] {
        if (std::exchange(isSent, true))
            return;
        reply->sendInput(input);
        reply->finishInput();
    });
    connect(reply, &DaemonRpc::Reply::outputReceived, reply,
            [&](QByteArrayView bytes) { output += bytes.toByteArray(); });
    connect(reply, &DaemonRpc::Reply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(ClientProcess::patience, &loop, &QEventLoop::quit);
    loop.exec();
    const bool isWell = reply->isFinished() && !reply->error() && reply->exitCode() == 0 && output == input;
    return isWell ? age.nsecsElapsed() / 1000 : -1;
}

void tst_WarmCommands::callsTakeCopies()
{
    ClientProcess *const daemon = start({filter({{u"warm"_s, 2}})});
    QVERIFY(daemon);
    QVERIFY(isReady(2));
    QList<qint64> before = copies(*daemon);
    QCOMPARE(before.size(), 2);
    std::sort(before.begin(), before.end());
    for (int i = 0; i < 2; ++i) { // the oldest first
        const Outcome outcome = fixture().run(words({"run", "filter"}), "hello\n");
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.output, QByteArray::number(before[i]) + "\nhello\n");
    }
    QVERIFY(isReady(2));
    QCOMPARE(warm(u"filter"_s)[u"hits"_s].toInt(), 2);
    // No input at all, and much of it.
    QVERIFY(fixture().run(words({"run", "filter"})).output.endsWith('\n'));
    const QByteArray large = QByteArray("0123456789abcde\n").repeated(1 << 18);
    QVERIFY(fixture().run(words({"run", "filter"}), large).output.endsWith(large));
    QCOMPARE(warm(u"filter"_s)[u"hits"_s].toInt(), 4);
    QVERIFY2(warm(u"filter"_s)[u"misses"_s].toObject().isEmpty(), json(warm(u"filter"_s)));
}

// Whoever calls from wherever; and the same when no copy is ready.
void tst_WarmCommands::fixedContext()
{
    const QString text = u"read -r x; echo $x:$A:$CALLERS; pwd -P; umask"_s;
    QVERIFY(start({script(u"warm"_s, text, {{u"warm"_s, 1}, {u"environment"_s, QJsonArray{u"A=1"_s}}}),
                   script(u"placed"_s, text, {{u"warm"_s, 1}, {u"working_directory"_s, u"/usr"_s}})}));
    const auto call = [this](const char *name) {
        const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", name}));
        client->setVariable(u"CALLERS"_s, u"x"_s);
        client->setVariable(u"A"_s, u"callers"_s);
        client->setWorkingDirectory(QDir::tempPath());
        client->setInput("in\n");
        return DaemonFixture::runToEnd(*client).output;
    };
    for (int i = 0; i < 3; ++i) { // more than copies: some run cold
        QCOMPARE(call("warm"), QByteArray("in:1:\n/\n0077\n"));
        QVERIFY(call("placed").endsWith("\n/usr\n0077\n"));
    }
}

void tst_WarmCommands::coldWithReason_data()
{
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QString>("name");
    QTest::newRow("arguments") << QJsonObject() << u"--fast"_s << QByteArray("it has arguments of its own")
                               << u"arguments"_s;
    QTest::newRow("caller's environment")
        << QJsonObject{{u"environment_mode"_s, u"caller"_s}} << QString()
        << QByteArray("the command uses the caller's environment") << u"callers_environment"_s;
    QTest::newRow("merged environment")
        << QJsonObject{{u"environment_mode"_s, u"merged"_s}} << QString()
        << QByteArray("the command uses the caller's environment") << u"callers_environment"_s;
    QTest::newRow("caller's directory")
        << QJsonObject{{u"working_directory"_s, u"."_s}} << QString()
        << QByteArray("the command uses the caller's directory") << u"callers_directory"_s;
}

void tst_WarmCommands::coldWithReason()
{
    QFETCH(QJsonObject, fields);
    QFETCH(const QString, argument);
    QFETCH(const QByteArray, says);
    QFETCH(const QString, name);
    fields[u"warm"_s] = 1;
    QVERIFY(start({script(u"show"_s, u"echo $1:$CALLERS; pwd -P; umask"_s, fields)}));
    QStringList arguments = words({"run", "show"});
    if (!argument.isEmpty())
        arguments.append(argument);
    for (const bool isVerbose : {true, false}) {
        const std::unique_ptr<ClientProcess> client =
            fixture().client((isVerbose ? words({"--verbose"}) : QStringList()) + arguments);
        client->setVariable(u"CALLERS"_s, u"x"_s);
        const QString here = QDir(QDir::tempPath()).canonicalPath();
        client->setWorkingDirectory(here);
        const Outcome outcome = DaemonFixture::runToEnd(*client);
        QVERIFY2(outcome.code == 0, describe(outcome));
        QVERIFY2(outcome.output.startsWith(argument.toUtf8() + ":x\n" + here.toUtf8() + '\n'),
                 describe(outcome));
        QVERIFY2(outcome.errorOutput.contains(says) == isVerbose, describe(outcome));
    }
    QCOMPARE(warm(u"show"_s)[u"misses"_s].toObject()[name].toInt(), 2);
    QCOMPARE(warm(u"show"_s)[u"hits"_s].toInt(), 0);
}

void tst_WarmCommands::staleCopiesFailNoCall()
{
    ClientProcess *const daemon = start({filter({{u"warm"_s, 3}})});
    QVERIFY(daemon);
    for (int round = 0; round < 5; ++round) {
        QVERIFY(QTest::qWaitFor([&] { return !copies(*daemon).isEmpty(); }, 10000));
        const QList<qint64> pids = copies(*daemon);
        for (const qint64 pid : pids)
            sendSignal(pid, SIGKILL);
        for (const qint64 pid : pids) // a signal takes a while; whether the daemon has noticed is open
            QTRY_VERIFY(!isAlive(pid));
        const Outcome outcome = fixture().run(words({"run", "filter"}), "hello\n");
        QVERIFY2(outcome.code == 0 && outcome.output.endsWith("\nhello\n"), describe(outcome));
    }
    QVERIFY(warm(u"filter"_s)[u"died"_s].toInt() > 0);
}

void tst_WarmCommands::dyingCopiesAreReplacedAndLogged()
{
    ClientProcess *const daemon =
        start({script(u"filter"_s, u"echo 'no module named x' >&2; exit 3"_s, {{u"warm"_s, 1}})});
    QVERIFY(daemon);
    QTRY_VERIFY(warm(u"filter"_s)[u"died"_s].toInt() >= 3);
    QVERIFY2(daemon->errorOutput().contains("ended before its call: exit code 3 no module named x"),
             daemon->errorOutput());
    QVERIFY2(daemon->errorOutput().contains("in 100 ms") && daemon->errorOutput().contains("in 200 ms"),
             daemon->errorOutput());
    // The program's own end, as without copies.
    const Outcome outcome = fixture().run(words({"run", "filter"}));
    QVERIFY2(outcome.code == 3 && outcome.errorOutput.contains("no module named x"), describe(outcome));
}

void tst_WarmCommands::oldCopiesAreReplaced()
{
    ClientProcess *const daemon = start({filter({{u"warm"_s, 2}, {u"warm_max_age_ms"_s, 300}})});
    QVERIFY(daemon);
    QVERIFY(isReady(2));
    const QList<qint64> first = copies(*daemon);
    for (const qint64 pid : first)
        QTRY_VERIFY(!isAlive(pid));
    QTRY_VERIFY(warm(u"filter"_s)[u"replaced"_s].toInt() >= 2);
    QCOMPARE(warm(u"filter"_s)[u"died"_s].toInt(), 0);
    QVERIFY(fixture().run(words({"run", "filter"}), "x").output.endsWith("\nx"));
}

void tst_WarmCommands::largeCopiesAreReplaced()
{
    ClientProcess *const daemon = start(
        {filter({{u"warm"_s, 1}, {u"warm_max_memory_bytes"_s, 1000}}),
         script(u"small"_s, u"exec cat"_s, {{u"warm"_s, 1}, {u"warm_max_memory_bytes"_s, 1'000'000'000}})});
    QVERIFY(daemon);
    QTRY_VERIFY(warm(u"filter"_s)[u"replaced"_s].toInt() >= 1);
    QCOMPARE(warm(u"small"_s)[u"replaced"_s].toInt(), 0);
    QVERIFY(fixture().run(words({"run", "filter"}), "x").output.endsWith("\nx"));
}

void tst_WarmCommands::crashInACallIsTheProgramsOwn()
{
    QVERIFY(start({script(u"filter"_s, u"read -r x; echo $x; kill -SEGV $$"_s, {{u"warm"_s, 1}})}));
    QVERIFY(isReady(1));
    const Outcome outcome = fixture().run(words({"run", "filter"}), "last word\n");
    QVERIFY2(outcome.code == 128 + SIGSEGV && outcome.output == "last word\n", describe(outcome));
    QCOMPARE(warm(u"filter"_s)[u"hits"_s].toInt(), 1);
    QCOMPARE(warm(u"filter"_s)[u"died"_s].toInt(), 0);
}

void tst_WarmCommands::cancellationOfAWarmCall()
{
    QVERIFY(start({script(u"filter"_s, u"read -r x; echo $x; sleep 1000 & wait"_s, {{u"warm"_s, 1}})}));
    QVERIFY(isReady(1));
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "filter"}));
    client->setInput("go\n");
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("go\n"));
    client->sendSignal(SIGTERM);
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->code(), 128 + SIGTERM);
}

void tst_WarmCommands::reloadEndsOldCopies()
{
    const QJsonObject kept = filter({{u"warm"_s, 2}});
    ClientProcess *const daemon = start({kept, script(u"old"_s, u"exec cat"_s, {{u"warm"_s, 2}})});
    QVERIFY(daemon);
    QVERIFY(isReady(2));
    QTRY_COMPARE(copies(*daemon).size(), 4);
    QCOMPARE(fixture().run(words({"run", "filter"})).code, 0);
    QCOMPARE(reload({kept}).code, 0);
    QTRY_COMPARE(copies(*daemon).size(), 2);
    QCOMPARE(warm(u"filter"_s)[u"hits"_s].toInt(), 1); // kept, with its figures
}

void tst_WarmCommands::idleCopiesHoldNobodyUp_data()
{
    QTest::addColumn<QString>("subcommand");
    QTest::newRow("drain") << u"drain"_s;
    QTest::newRow("stop") << u"stop"_s;
}

void tst_WarmCommands::idleCopiesHoldNobodyUp()
{
    QFETCH(const QString, subcommand);
    ClientProcess *const daemon = start({script(u"filter"_s, u"trap '' TERM INT; cat"_s, {{u"warm"_s, 3}})});
    QVERIFY(daemon);
    QVERIFY(isReady(3));
    const QList<qint64> pids = copies(*daemon);
    QElapsedTimer age;
    age.start();
    QCOMPARE(fixture().run({subcommand}).code, 0);
    QVERIFY(daemon->waitForEnd());
    QVERIFY2(age.elapsed() < 2000, QByteArray::number(age.elapsed()));
    for (const qint64 pid : pids)
        QTRY_VERIFY(!isAlive(pid));
}

void tst_WarmCommands::killedDaemonLeavesNoCopies()
{
    ClientProcess *const daemon =
        start({script(u"filter"_s, u"trap '' TERM; sleep 1000 & echo $!; cat"_s, {{u"warm"_s, 3}})});
    QVERIFY(daemon);
    QVERIFY(isReady(3));
    QList<qint64> pids = copies(*daemon);
    for (const qint64 pid : copies(*daemon)) {
        QTRY_VERIFY(!childrenOf(pid).isEmpty());
        pids += childrenOf(pid);
    }
    QVERIFY(pids.size() >= 6);
    daemon->sendSignal(SIGKILL);
    for (const qint64 pid : pids)
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 2000);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0); // a fresh one tidies up
}

void tst_WarmCommands::inOrderWithCopies()
{
    QVERIFY(start({filter({{u"warm"_s, 2}, {u"max_parallel"_s, 2}})}));
    std::vector<std::unique_ptr<ClientProcess>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(fixture().client(words({"run", "filter"})));
        clients.back()->setInput(QByteArray::number(i));
        QVERIFY(clients.back()->begin());
    }
    for (int i = 0; i < 20; ++i) {
        QVERIFY(clients[size_t(i)]->waitForEnd());
        QVERIFY(clients[size_t(i)]->output().endsWith('\n' + QByteArray::number(i)));
    }
    QCOMPARE(figures(u"filter"_s)[u"running"_s].toInt(), 0);
}

void tst_WarmCommands::manyCallsLeakNothing()
{
    const int calls = qMax(200, qEnvironmentVariableIntValue("WARM_CALLS"));
    ClientProcess *const daemon = start({script(u"filter"_s, u"exec cat"_s, {{u"warm"_s, 2}})});
    QVERIFY(daemon);
    const qint64 pid = daemon->processId();
    // What is taken once: the history of 1000 finished requests, too, when there is time for it.
    for (int i = 0; i < qMin(1000, calls / 2); ++i)
        QVERIFY(callInProcess("filter", QByteArray::number(i)) > 0);
    QVERIFY(isReady(2));
    const qsizetype descriptors = descriptorsOf(pid).size();
    const qint64 memory = privateDirtyBytes(pid);
    QElapsedTimer age;
    age.start();
    for (int i = 0; i < calls; ++i)
        QVERIFY2(callInProcess("filter", QByteArray::number(i)) > 0, QByteArray::number(i));
    const qint64 elapsed = age.elapsed();
    QVERIFY(isReady(2));
    QTRY_COMPARE(childrenOf(pid).size(), 2);
    QTRY_VERIFY(descriptorsOf(pid).size() <= descriptors);
    const qint64 memoryNow = privateDirtyBytes(pid);
    const QJsonObject figuresNow = warm(u"filter"_s);
    qInfo("%d warm calls in %lld ms: descriptors %lld before and %lld after, children 2, private memory "
          "%lld KiB before and %lld KiB after; %s",
          calls, elapsed, qlonglong(descriptors), qlonglong(descriptorsOf(pid).size()), memory / 1024,
          memoryNow / 1024, json(figuresNow).constData());
    QVERIFY(figuresNow[u"hits"_s].toInt() >= calls / 2);
    QCOMPARE(figuresNow[u"died"_s].toInt(), 0);
    if (!isInstrumented)
        QVERIFY2(memoryNow - memory < 2 * 1024 * 1024, QByteArray::number(memoryNow - memory));
}

void tst_WarmCommands::isFasterThanCold()
{
    const QString program = u"import json,sys; sys.stdout.write(sys.stdin.read())"_s;
    const QJsonObject cold{{u"name"_s, u"cold"_s},
                           {u"program"_s, u"/usr/bin/python3"_s},
                           {u"arguments"_s, QJsonArray{u"-c"_s, program}}};
    QJsonObject warmed = cold;
    warmed[u"name"_s] = u"filter"_s;
    warmed[u"warm"_s] = 2;
    ClientProcess *const daemon = start({cold, warmed});
    QVERIFY(daemon);
    // Ready says that it was started. It has come to its input when it has slept for a while.
    const auto areAllAsleep = [&] {
        for (const qint64 pid : copies(*daemon)) {
            QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
            if (!stat.open(QIODevice::ReadOnly) || !stat.readAll().contains(") S "))
                return false;
        }
        return true;
    };
    const auto median = [&](const char *name) {
        QList<qint64> times;
        for (int i = 0; i < 15; ++i) {
            const auto areIdle = [&, asleep = 0]() mutable {
                asleep = areAllAsleep() ? asleep + 1 : 0;
                return asleep > 5;
            };
            const qint64 time =
                isReady(2) && QTest::qWaitFor(areIdle) ? callInProcess(name, "hello") : qint64(-1);
            if (time < 0)
                return time;
            times.append(time);
        }
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    };
    const qint64 coldTime = median("cold");
    const qint64 warmTime = median("filter");
    QVERIFY(coldTime > 0 && warmTime > 0);
    qInfo("python3: %lld us cold, %lld us warm (median of 15, without the client's own start)", coldTime,
          warmTime);
    if (!isInstrumented)
        QVERIFY2(warmTime < coldTime, QByteArray::number(warmTime) + " and " + QByteArray::number(coldTime));
}

QTEST_GUILESS_MAIN(tst_WarmCommands)

#include "tst_warmcommands.moc"
