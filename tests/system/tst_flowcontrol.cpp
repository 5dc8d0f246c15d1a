// "Backpressure end to end": who does not read stops his own command, costs bounded memory, and slows nobody.
#include "adminquery.h"
#include "instrumentation.h"
#include "systemtest.h"

#include <daemonrpc/base/limits.h>

#include <QFile>

#include <vector>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

constexpr qint64 mebibyte = 1024 * 1024;

class tst_FlowControl : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void readerThatLeaves_data();
    void readerThatLeaves();
    void readerThatStops_data();
    void readerThatStops();
    void manyReadersThatStop();
    void stoppedReaderGetsEverything();
    void inputThatIsNotRead_data();
    void inputThatIsNotRead();

private:
    [[nodiscard]] qint64 idleMemory() const;
    [[nodiscard]] bool waitUntilHeldUp(int requests) const;
    [[nodiscard]] qint64 outputBytes() const;
};

/// The daemon's private memory after it has done a little of everything.
qint64 tst_FlowControl::idleMemory() const
{
    for (const QStringList &arguments : {words({"run", "generate", "1000000"}),
                                         words({"run", "exec", "echo", "x"}), words({"run", "cat"})}) {
        if (fixture().run(arguments, "some input").code != 0)
            return -1;
    }
    static_cast<void>(outputBytes());
    static_cast<void>(historyOf(fixture()));
    return privateDirtyBytes(fixture().daemonPid());
}

qint64 tst_FlowControl::outputBytes() const
{
    qint64 sum = 0;
    for (const DaemonRpc::RequestSnapshot &request : runningIn(fixture()))
        sum += request.outputBytes;
    return sum;
}

/// Waits until @p requests run and their output does not grow any more.
bool tst_FlowControl::waitUntilHeldUp(int requests) const
{
    qint64 before = -1;
    int unchanged = 0;
    return QTest::qWaitFor(
        [&] {
            const qint64 now = runningIn(fixture()).size() == requests ? outputBytes() : -1;
            unchanged = now > 0 && now == before ? unchanged + 1 : 0;
            before = now;
            return unchanged >= 5;
        },
        ClientProcess::patience);
}

void tst_FlowControl::readerThatLeaves_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("generate") << u"generate 4294967296"_s << QByteArray("0123456789");
    QTest::newRow("a process") << u"exec yes abcd"_s << QByteArray("abcd\nabcd\n");
}

void tst_FlowControl::readerThatLeaves()
{
    QFETCH(const QString, command);
    QFETCH(const QByteArray, output);
    const Outcome outcome =
        fixture().runShell(u"{ \"$@\" run %1; echo \"code $?\" >&2; } | head -c 10"_s.arg(command));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output, output);
    QCOMPARE(outcome.errorOutput, QByteArray("code 141\n")); // as SIGPIPE would end it; no message
    QVERIFY2(outcome.elapsedMs < 5000, describe(outcome));

    const QString name = command.section(u' ', 0, 0);
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), name);
    QVERIFY(record);
    QCOMPARE(record->reason, u"client_closed"_s);
    QVERIFY(!record->isForced);
    QVERIFY(historyOf(fixture()).constLast().outputBytes < 100 * mebibyte);
    QTRY_COMPARE(childrenOf(fixture().daemonPid()).size(), 0);
}

void tst_FlowControl::readerThatStops_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isStopped");
    for (const bool isStopped : {true, false}) {
        const char *how = isStopped ? "the client is stopped" : "nobody reads its pipe";
        QTest::addRow("generate, %s", how) << words({"run", "generate", "100000000000"}) << isStopped;
        QTest::addRow("a process, %s", how) << words({"run", "exec", "cat", "/dev/zero"}) << isStopped;
    }
}

void tst_FlowControl::readerThatStops()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, isStopped);
    const qint64 idle = idleMemory();
    QVERIFY(idle > 0);

    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const std::unique_ptr<ClientProcess> client = fixture().client(arguments);
    client->setStandardOutputFile(isStopped ? QProcess::nullDevice()
                                            : u"/proc/%1/fd/%2"_s.arg(::getpid()).arg(ends[1]));
    QVERIFY(client->begin());
    if (isStopped) {
        QTRY_VERIFY(outputBytes() > 0);
        client->sendSignal(SIGSTOP);
    }
    QVERIFY(waitUntilHeldUp(1));
    const qint64 used = privateDirtyBytes(fixture().daemonPid()) - idle;
    QVERIFY2(isInstrumented || used < DaemonRpc::Limits().highWaterBytes + mebibyte,
             QByteArray::number(used));
    QVERIFY2(isInstrumented || privateDirtyBytes(client->processId()) < 8 * mebibyte,
             QByteArray::number(privateDirtyBytes(client->processId())));
    // Others are served as ever.
    for (int i = 0; i < 10; ++i) {
        const Outcome other = fixture().run(words({"--no-spawn", "run", "exec", "echo", "x"}));
        QVERIFY2(other.output == "x\n" && other.elapsedMs < 5000, describe(other));
    }
    QVERIFY(waitUntilHeldUp(1));
    client->sendSignal(SIGKILL);
    QTRY_COMPARE(runningIn(fixture()).size(), 0);
    ::close(ends[0]);
    ::close(ends[1]);
}

void tst_FlowControl::manyReadersThatStop()
{
    constexpr int count = 20;
    const qint64 idle = idleMemory();
    QVERIFY(idle > 0);
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    std::vector<std::unique_ptr<ClientProcess>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(fixture().client(i % 2 == 0 ? words({"run", "generate", "100000000000"})
                                                      : words({"run", "exec", "cat", "/dev/zero"})));
        clients.back()->setStandardOutputFile(u"/proc/%1/fd/%2"_s.arg(::getpid()).arg(ends[1]));
        QVERIFY(clients.back()->begin());
    }
    QVERIFY(waitUntilHeldUp(count));
    const qint64 used = privateDirtyBytes(fixture().daemonPid()) - idle;
    QVERIFY2(isInstrumented || used < count * (DaemonRpc::Limits().highWaterBytes + mebibyte),
             QByteArray::number(used));
    const Outcome other = fixture().run(words({"--no-spawn", "run", "generate", "1000000"}));
    QVERIFY2(other.output.size() == 1000000, describe(other));
    clients.clear(); // all killed
    QTRY_COMPARE(runningIn(fixture()).size(), 0);
    ::close(ends[0]);
    ::close(ends[1]);
}

void tst_FlowControl::stoppedReaderGetsEverything()
{
    constexpr qint64 size = 64 * mebibyte;
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"run", "generate", QString::number(size)}));
    client->setStandardOutputFile(fixture().scratch(u"output"_s));
    QVERIFY(client->begin());
    QTRY_VERIFY(QFile(fixture().scratch(u"output"_s)).size() > 0);
    for (int i = 0; i < 5 && !client->hasEnded(); ++i) {
        client->sendSignal(SIGSTOP);
        static_cast<void>(outputBytes()); // time passes: a question to the daemon
        client->sendSignal(SIGCONT);
    }
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->code(), 0);
    QCOMPARE(QFile(fixture().scratch(u"output"_s)).size(), size);
    const Outcome compared = fixture().runShell(
        u"\"$@\" run generate %1 | cmp - '%2'"_s.arg(size).arg(fixture().scratch(u"output"_s)));
    QVERIFY2(compared.code == 0, describe(compared));
}

void tst_FlowControl::inputThatIsNotRead_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a handler that reads nothing") << words({"run", "sleep", "1000"});
    QTest::newRow("a process that reads nothing") << words({"run", "exec", "sleep", "1000"});
    QTest::newRow("a process that reads a little")
        << words({"run", "exec", "sh", "-c", "head -c 1000000 >/dev/null; sleep 1000"});
}

void tst_FlowControl::inputThatIsNotRead()
{
    QFETCH(const QStringList, arguments);
    const qint64 idle = idleMemory();
    QVERIFY(idle > 0);
    const std::unique_ptr<ClientProcess> client = fixture().client(arguments);
    client->setStandardInputFile(u"/dev/zero"_s);
    client->keepInputOpen();
    QVERIFY(client->begin());
    QTRY_COMPARE(runningIn(fixture()).size(), 1);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).output, QByteArray("x\n"));
    const qint64 used = privateDirtyBytes(fixture().daemonPid()) - idle;
    QVERIFY2(isInstrumented || used < DaemonRpc::Limits().inputWindowBytes + mebibyte,
             QByteArray::number(used));
    QVERIFY2(isInstrumented || privateDirtyBytes(client->processId()) < 8 * mebibyte,
             QByteArray::number(privateDirtyBytes(client->processId())));
    client->sendSignal(SIGINT);
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->code(), 128 + SIGINT);
}

QTEST_GUILESS_MAIN(tst_FlowControl)

#include "tst_flowcontrol.moc"
