// "Cancellation is bounded", for handlers that are functions on a worker: no thread can be killed, and yet no
// request outlives its grace and no other request suffers.
#include "adminquery.h"
#include "systemtest.h"

#include <QElapsedTimer>

#include <signal.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

constexpr int grace = 500;
constexpr int slack = 1000;

class tst_BlockingHandlers : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void inputAndOutput_data();
    void inputAndOutput();
    void exceptionEndsTheRequestAlone();
    void obedientHandlerStops();
    void blockedReadIsWokenByTheClientsEnd();
    void stubbornHandlerIsForced();
    void stubbornHandlerWhoseClientIsKilled();
    void stopWithAStubbornHandler();
    void tooManyStubbornOnesMakeWayForAFreshDaemon();

private:
    [[nodiscard]] bool start() const
    {
        return fixture().startDaemon(words({"--grace-ms", QString::number(grace)}),
                                     QStringLiteral(BLOCKING_DAEMON)) != nullptr;
    }

    /// A running `stubborn` whose first output has come.
    [[nodiscard]] std::unique_ptr<ClientProcess> beginStubborn() const
    {
        std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "stubborn"}));
        const bool runs =
            client->begin() && QTest::qWaitFor([&] { return client->output() == "deaf\n"; }, 10000);
        return runs ? std::move(client) : nullptr;
    }
};

void tst_BlockingHandlers::inputAndOutput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("a few bytes") << QByteArray("a\0b\xff\n", 5);
    QTest::newRow("more than every window") << QByteArray("0123456789abcde\n").repeated(1 << 20);
}

void tst_BlockingHandlers::inputAndOutput()
{
    QFETCH(const QByteArray, input);
    QVERIFY(start());
    const Outcome outcome = fixture().run(words({"run", "blockcat"}), input);
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.output == input);
}

void tst_BlockingHandlers::exceptionEndsTheRequestAlone()
{
    QVERIFY(start());
    const qint64 pid = fixture().daemonPid();
    const Outcome outcome = fixture().run(words({"run", "throwing"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.startsWith("daemon-rpc: "), describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("thrown on purpose"), describe(outcome));
    QCOMPARE(fixture().run(words({"run", "blockcat"}), "x").output, QByteArray("x"));
    QCOMPARE(fixture().daemonPid(), pid);
}

void tst_BlockingHandlers::obedientHandlerStops()
{
    QVERIFY(start());
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "obedient"}));
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("waiting\n"));
    client->sendSignal(SIGINT);
    QVERIFY(client->waitForEnd());
    QVERIFY2(client->code() == 5, QByteArray::number(client->code()) + client->errorOutput());
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"obedient"_s);
    QVERIFY(record);
    QVERIFY(!record->isForced);
    QVERIFY2(record->latencyMs < grace, QByteArray::number(record->latencyMs));
}

void tst_BlockingHandlers::blockedReadIsWokenByTheClientsEnd()
{
    QVERIFY(start());
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "blockcat"}));
    client->keepInputOpen();
    QVERIFY(client->begin());
    client->write("x");
    QTRY_COMPARE(client->output(), QByteArray("x"));
    client->sendSignal(SIGKILL);
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"blockcat"_s);
    QVERIFY(record);
    QCOMPARE(record->reason, u"client_closed"_s);
    QVERIFY(!record->isForced);
    QCOMPARE(statusOf(fixture())->state, u"ready"_s);
}

void tst_BlockingHandlers::stubbornHandlerIsForced()
{
    QVERIFY(start());
    QCOMPARE(statusOf(fixture())->state, u"ready"_s);
    const std::unique_ptr<ClientProcess> client = beginStubborn();
    QVERIFY(client);
    QElapsedTimer timer;
    timer.start();
    client->sendSignal(SIGINT);
    QVERIFY(client->waitForEnd(grace + slack));
    QVERIFY(timer.elapsed() >= grace - 50);
    QVERIFY2(client->code() == 130, QByteArray::number(client->code()) + client->errorOutput());

    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"stubborn"_s);
    QVERIFY(record);
    QVERIFY(record->isForced);
    QCOMPARE(record->forcedBy, u"worker_quarantined"_s);
    const std::optional<DaemonRpc::DaemonSnapshot> status = statusOf(fixture());
    QVERIFY(status);
    QCOMPARE(status->state, u"degraded"_s);
    QCOMPARE(status->quarantinedWorkers, 1);
    // The worker was replaced: as many requests run at a time as before.
    for (int i = 0; i < 4; ++i)
        QCOMPARE(fixture().run(words({"--no-spawn", "run", "blockcat"}), "x").output, QByteArray("x"));
}

void tst_BlockingHandlers::stubbornHandlerWhoseClientIsKilled()
{
    QVERIFY(start());
    const std::unique_ptr<ClientProcess> client = beginStubborn();
    QVERIFY(client);
    client->sendSignal(SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(fixture())->quarantinedWorkers, 1, grace + slack);
    QCOMPARE(statusOf(fixture())->runningRequests, 0);
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"stubborn"_s);
    QVERIFY(record);
    QCOMPARE(record->reason, u"client_closed"_s);
    QVERIFY(record->isForced);
    QCOMPARE(record->forcedBy, u"worker_quarantined"_s);
}

void tst_BlockingHandlers::stopWithAStubbornHandler()
{
    ClientProcess *const daemon =
        fixture().startDaemon(words({"--grace-ms", QString::number(grace)}), QStringLiteral(BLOCKING_DAEMON));
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> client = beginStubborn();
    QVERIFY(client);
    daemon->sendSignal(SIGTERM);
    QVERIFY(client->waitForEnd(grace + 2 * slack));
    QCOMPARE(client->code(), 130);
    QVERIFY(daemon->waitForEnd(grace + 2 * slack));
    QCOMPARE(daemon->code(), 0);
}

void tst_BlockingHandlers::tooManyStubbornOnesMakeWayForAFreshDaemon()
{
    QVERIFY(start());
    const qint64 old = fixture().daemonPid();
    for (int i = 0; i < 3; ++i) { // maxQuarantinedWorkers of the program
        const std::unique_ptr<ClientProcess> client = beginStubborn();
        QVERIFY(client);
        client->sendSignal(SIGINT);
        QVERIFY(client->waitForEnd());
        QCOMPARE(client->code(), 130);
    }
    // Past the limit it has given up its name, and leaves; the next call gets a fresh daemon.
    QTRY_VERIFY(!isAlive(old));
    const Outcome outcome =
        fixture().run(words({"--daemon", QStringLiteral(BLOCKING_DAEMON), "run", "blockcat"}), "fresh");
    QVERIFY2(outcome.output == "fresh", describe(outcome));
    QCOMPARE(statusOf(fixture())->state, u"ready"_s);
}

QTEST_GUILESS_MAIN(tst_BlockingHandlers)

#include "tst_blockinghandlers.moc"
