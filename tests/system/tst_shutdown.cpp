// "Shutdown is a protocol": stop accepting, finish, cancel, force, remove the files, exit.
#include "adminquery.h"
#include "systemtest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <signal.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

constexpr int slack = 2000;

class tst_Shutdown : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void signalStopsAnIdleDaemon_data();
    void signalStopsAnIdleDaemon();
    void firstSignalIsPolite();
    void politenessHasALimit();
    void secondSignalStopsAtOnce();
    void stubbornProcessesDoNotOutliveTheDaemon();
    void stopCommand_data();
    void stopCommand();
    void drainCommand();
    void steeringWithoutADaemon_data();
    void steeringWithoutADaemon();
    void startCommand();
    void cancelCommand();
    void directoryIsGone();

private:
    void verifyFilesAreRemoved() const
    {
        QVERIFY(!QFile::exists(fixture().file(u"sock"_s)));
        QVERIFY(!QFile::exists(fixture().file(u"pid"_s)));
        QVERIFY(QFile::exists(fixture().file(u"lock"_s))); // never unlinked
    }

    /// A request that prints "up", waits for its input's end, and prints "down".
    [[nodiscard]] std::unique_ptr<ClientProcess> beginWaiting() const
    {
        std::unique_ptr<ClientProcess> client =
            fixture().client(words({"run", "exec", "sh", "-c", "echo up; cat; echo down; exit 6"}));
        client->keepInputOpen();
        const bool runs =
            client->begin() && QTest::qWaitFor([&] { return client->output() == "up\n"; }, 10000);
        return runs ? std::move(client) : nullptr;
    }

    static void verifyFinishes(ClientProcess &client)
    {
        QVERIFY(!client.hasEnded());
        client.closeWriteChannel();
        QVERIFY(client.waitForEnd());
        QVERIFY2(client.code() == 6, QByteArray::number(client.code()) + client.errorOutput());
        QCOMPARE(client.output(), QByteArray("up\ndown\n"));
    }
};

void tst_Shutdown::signalStopsAnIdleDaemon_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void tst_Shutdown::signalStopsAnIdleDaemon()
{
    QFETCH(const int, signal);
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    QCOMPARE(fixture().run(words({"run", "exec", "echo", "x"})).code, 0);
    daemon->sendSignal(signal);
    QVERIFY(daemon->waitForEnd(slack));
    QCOMPARE(daemon->code(), 0);
    verifyFilesAreRemoved();
}

void tst_Shutdown::firstSignalIsPolite()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> client = beginWaiting();
    QVERIFY(client);
    daemon->sendSignal(SIGTERM);
    // It gives up its name at once: a new call is served by a new daemon, while the old request goes on.
    QTRY_VERIFY(fixture().daemonPid() != daemon->processId());
    const Outcome other = fixture().run(words({"run", "echo", "other"}));
    QVERIFY2(other.output == "other\n", describe(other));
    QVERIFY(!daemon->hasEnded());
    verifyFinishes(*client);
    QVERIFY(daemon->waitForEnd(slack));
    QCOMPARE(daemon->code(), 0);
    QCOMPARE(fixture().daemons().size(), 1);
}

void tst_Shutdown::politenessHasALimit()
{
    ClientProcess *const daemon = fixture().startDaemon(words({"--stop-timeout-ms", "300"}));
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> client = beginWaiting();
    QVERIFY(client);
    daemon->sendSignal(SIGTERM);
    QVERIFY(client->waitForEnd(300 + slack));
    QVERIFY2(client->code() == 128 + SIGTERM, QByteArray::number(client->code()) + client->errorOutput());
    QVERIFY(daemon->waitForEnd(slack));
    QCOMPARE(daemon->code(), 0);
    verifyFilesAreRemoved();
}

void tst_Shutdown::secondSignalStopsAtOnce()
{
    ClientProcess *const daemon = fixture().startDaemon(words({"--stop-timeout-ms", "60000"}));
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> client = beginWaiting();
    QVERIFY(client);
    daemon->sendSignal(SIGTERM);
    QTRY_VERIFY(fixture().daemonPid() != daemon->processId());
    QVERIFY(!client->hasEnded());
    daemon->sendSignal(SIGTERM);
    QVERIFY(client->waitForEnd(slack));
    QCOMPARE(client->code(), 128 + SIGTERM);
    QVERIFY(daemon->waitForEnd(slack));
    QCOMPARE(daemon->code(), 0);
    verifyFilesAreRemoved();
}

void tst_Shutdown::stubbornProcessesDoNotOutliveTheDaemon()
{
    ClientProcess *const daemon =
        fixture().startDaemon(words({"--stop-timeout-ms", "0", "--grace-ms", "500"}));
    QVERIFY(daemon);
    const QString marker = fixture().scratch(u"marker"_s);
    // A leader that ends when asked, and a child of it that does not.
    const std::unique_ptr<ClientProcess> client = fixture().client(words(
        {"run", "exec", "sh", "-c",
         "sh -c \"trap '' TERM; echo up; while :; do sleep 0.1; done\" \"$0\" & exec sleep 1000", marker}));
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("up\n"));
    client->sendSignal(SIGKILL);
    daemon->sendSignal(SIGTERM);
    QVERIFY(daemon->waitForEnd(500 + slack));
    QTRY_COMPARE_WITH_TIMEOUT(processesMentioning(marker.toUtf8()), QList<qint64>(), slack);
}

void tst_Shutdown::stopCommand_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("stop: waits for what runs") << words({"stop"}) << 6;
    QTest::newRow("stop --now: does not") << words({"stop", "--now"}) << 128 + SIGTERM;
}

void tst_Shutdown::stopCommand()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    ClientProcess *const daemon = fixture().startDaemon(words({"--stop-timeout-ms", "60000"}));
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> waiting = beginWaiting();
    QVERIFY(waiting);
    const std::unique_ptr<ClientProcess> stop = fixture().client(arguments);
    QVERIFY(stop->begin());
    if (code == 6) {
        QTRY_VERIFY(fixture().daemonPid() != daemon->processId());
        verifyFinishes(*waiting);
    }
    QVERIFY(waiting->waitForEnd(slack));
    QVERIFY2(waiting->code() == code, QByteArray::number(waiting->code()) + waiting->errorOutput());
    QVERIFY(stop->waitForEnd());
    QVERIFY2(stop->code() == 0, stop->errorOutput());
    QVERIFY(daemon->waitForEnd(slack));
    QCOMPARE(daemon->code(), 0);
    verifyFilesAreRemoved();
}

void tst_Shutdown::drainCommand()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> first = beginWaiting();
    const std::unique_ptr<ClientProcess> second = beginWaiting();
    QVERIFY(first && second);
    const std::unique_ptr<ClientProcess> drain = fixture().client(words({"drain"}));
    QVERIFY(drain->begin());
    QTRY_VERIFY(fixture().daemonPid() != daemon->processId());
    const Outcome list = fixture().run(words({"list"}));
    QVERIFY2(list.output.contains("draining (2 left)"), describe(list));
    verifyFinishes(*first);
    QVERIFY(!daemon->hasEnded());
    verifyFinishes(*second);
    QVERIFY(drain->waitForEnd());
    QVERIFY2(drain->code() == 0, drain->errorOutput());
    QVERIFY(daemon->waitForEnd(slack));
    QCOMPARE(daemon->code(), 0);
    verifyFilesAreRemoved();
}

void tst_Shutdown::steeringWithoutADaemon_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    // To stop what does not run is done already; to ask it is a failure. Neither starts a daemon.
    QTest::newRow("stop") << u"stop"_s << 0;
    QTest::newRow("stop --now") << u"stop --now"_s << 0;
    QTest::newRow("drain") << u"drain"_s << 0;
    for (const char *command : {"reload", "commands", "status", "requests", "connections", "cancel 1"})
        QTest::newRow(command) << QString::fromUtf8(command) << 125;
}

void tst_Shutdown::steeringWithoutADaemon()
{
    QFETCH(const QString, command);
    QFETCH(const int, code);
    const Outcome outcome = fixture().run(command.split(u' '));
    QVERIFY2(outcome.code == code, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("no daemon \"default\" is running"), describe(outcome));
    QVERIFY(fixture().daemons().isEmpty());
    QVERIFY(!QFile::exists(fixture().directory()));
}

void tst_Shutdown::startCommand()
{
    const Outcome first = fixture().run(words({"start"}));
    QVERIFY2(first.code == 0, describe(first));
    const qint64 pid = fixture().daemonPid();
    QVERIFY(isAlive(pid));
    const Outcome second = fixture().run(words({"start"}));
    QVERIFY2(second.code == 0, describe(second));
    QCOMPARE(fixture().daemonPid(), pid);
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).output, QByteArray("x\n"));
}

void tst_Shutdown::cancelCommand()
{
    const std::unique_ptr<ClientProcess> victim = fixture().client(words({"run", "exec", "sleep", "1000"}));
    const std::unique_ptr<ClientProcess> bystander = beginWaiting();
    QVERIFY(bystander && victim->begin());
    QTRY_COMPARE(runningIn(fixture()).size(), 2);
    qint64 id = 0;
    for (const QJsonValue request : fixture().askArray(words({"requests"}))) {
        if (request[u"arguments"][1].toString() == u"sleep"_s)
            id = request[u"id"].toInteger();
    }
    QVERIFY(id > 0);
    const Outcome cancelled = fixture().run(words({"cancel", QString::number(id)}));
    QVERIFY2(cancelled.code == 0, describe(cancelled));
    QVERIFY(victim->waitForEnd(slack));
    QCOMPARE(victim->code(), 128 + SIGTERM);

    // Recorded: who, why, after how long, and whether it had to be forced.
    QJsonValue record;
    for (const QJsonValue request : fixture().askArray(words({"requests", "--all"}))) {
        if (request[u"id"].toInteger() == id)
            record = request[u"cancellation"];
    }
    QCOMPARE(record[u"reason"].toString(), u"administrator"_s);
    QVERIFY(!record[u"requested_by"].toString().isEmpty());
    QVERIFY(record[u"latency_ms"].toInteger(-1) >= 0);
    QCOMPARE(record[u"forced"].toBool(true), false);

    const Outcome again = fixture().run(words({"cancel", QString::number(id)}));
    QVERIFY2(again.code != 0, describe(again));
    verifyFinishes(*bystander);
}

void tst_Shutdown::directoryIsGone()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    daemon->sendSignal(SIGSTOP); // too late to notice
    ClientProcess shell(u"rm"_s, words({"-r", fixture().directory()}));
    QCOMPARE(DaemonFixture::runToEnd(shell).code, 0);
    daemon->sendSignal(SIGTERM);
    daemon->sendSignal(SIGCONT);
    QVERIFY(daemon->waitForEnd(slack));
    QCOMPARE(daemon->code(), 0);
}

QTEST_GUILESS_MAIN(tst_Shutdown)

#include "tst_shutdown.moc"
