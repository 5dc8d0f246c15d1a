// "Cancellation is bounded": whoever asks, and whatever the process does, it is gone in time, and only it.
#include "adminquery.h"
#include "systemtest.h"

#include <signal.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

/// Milliseconds of grace of the daemons here, and what the system may take on top.
constexpr int grace = 500;
constexpr int slack = 1000;

class tst_Cancellation : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void silentProcessOfAKilledClient();
    void stubbornGroupIsForced_data();
    void stubbornGroupIsForced();
    void interruptOnce_data();
    void interruptOnce();
    void interruptTwiceLeavesNow();
    void signalToTheClient_data();
    void signalToTheClient();
    void timeoutOfTheCommand();
    void handlersAreCancelled_data();
    void handlersAreCancelled();

private:
    [[nodiscard]] QByteArray marker() const { return fixture().scratch(u"marker"_s).toUtf8(); }
};

void tst_Cancellation::silentProcessOfAKilledClient()
{
    QVERIFY(fixture().startDaemon());
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "exec", "sleep", "1000"}));
    QVERIFY(client->begin());
    QTRY_COMPARE(childrenOf(fixture().daemonPid()).size(), 1);
    const qint64 process = childrenOf(fixture().daemonPid()).constFirst();
    QTRY_COMPARE(commandLineOf(process), QByteArray("sleep 1000"));

    client->sendSignal(SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(process), slack);

    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"exec"_s);
    QVERIFY(record);
    QCOMPARE(record->reason, u"client_closed"_s);
    QVERIFY(!record->isForced);
    QVERIFY2(record->latencyMs >= 0 && record->latencyMs < slack, QByteArray::number(record->latencyMs));
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).output, QByteArray("x\n"));
}

void tst_Cancellation::stubbornGroupIsForced_data()
{
    QTest::addColumn<QString>("script"); // $0 is the marker
    QTest::addColumn<bool>("isForced");
    const QString deaf = u"trap \"\" TERM INT HUP; "_s;
    const QString child = u"sh -c \"trap '' TERM INT HUP; echo up; while :; do sleep 0.1; done\" \"$0\""_s;
    QTest::newRow("leader and child ignore SIGTERM")
        << QString(deaf + child + u" & while :; do sleep 0.1; done"_s) << true;
    QTest::newRow("child and grandchild ignore it, too")
        << QString(deaf + u"sh -c '"_s + child + u" & wait' \"$0\" & wait; wait"_s) << true;
    QTest::newRow("the grandchild outlives the leader")
        << QString(u"(("_s + child + u") &); exec sleep 1000"_s) << false;
}

void tst_Cancellation::stubbornGroupIsForced()
{
    QFETCH(const QString, script);
    QFETCH(const bool, isForced);
    QVERIFY(fixture().startDaemon(words({"--grace-ms", QString::number(grace)})));
    const std::unique_ptr<ClientProcess> bystander = fixture().client(words({"run", "exec", "cat"}));
    bystander->keepInputOpen();
    QVERIFY(bystander->begin());
    bystander->write("one ");
    QTRY_COMPARE(bystander->output(), QByteArray("one "));

    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"run", "exec", "sh", "-c", script, QString::fromUtf8(marker())}));
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("up\n"));
    QVERIFY(!processesMentioning(marker()).isEmpty());

    client->sendSignal(SIGKILL);
    QVERIFY(client->waitForEnd());
    QTRY_COMPARE_WITH_TIMEOUT(processesMentioning(marker()), QList<qint64>(), grace + slack);

    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"exec"_s);
    QVERIFY(record);
    QCOMPARE(record->isForced, isForced);
    QCOMPARE(record->forcedBy, isForced ? u"process_group_killed"_s : QString());
    if (isForced)
        QVERIFY2(record->latencyMs >= grace, QByteArray::number(record->latencyMs));
    // Nothing else was touched.
    QVERIFY(!bystander->hasEnded());
    bystander->write("two");
    bystander->closeWriteChannel();
    QVERIFY(bystander->waitForEnd());
    QCOMPARE(bystander->code(), 0);
    QCOMPARE(bystander->output(), QByteArray("one two"));
}

void tst_Cancellation::interruptOnce_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("code");
    QTest::newRow("the command's own ending decides")
        << u"trap 'echo stopping; exit 3' INT; echo up; while :; do sleep 0.1; done"_s
        << QByteArray("up\nstopping\n") << 3;
    QTest::newRow("it may even succeed")
        << u"trap 'exit 0' INT; echo up; while :; do sleep 0.1; done"_s << QByteArray("up\n") << 0;
    QTest::newRow("it dies of the signal")
        << u"echo up; exec sleep 1000"_s << QByteArray("up\n") << 128 + SIGINT;
    QTest::newRow("it ignores Ctrl+C, but not SIGTERM")
        << u"trap '' INT; trap 'exit 4' TERM; echo up; while :; do sleep 0.1; done"_s << QByteArray("up\n")
        << 4;
    QTest::newRow("it ignores both: forced")
        << u"trap '' INT TERM; echo up; while :; do sleep 0.1; done"_s << QByteArray("up\n") << 128 + SIGKILL;
}

void tst_Cancellation::interruptOnce()
{
    QFETCH(const QString, script);
    QFETCH(const QByteArray, output);
    QFETCH(const int, code);
    QVERIFY(fixture().startDaemon(words({"--grace-ms", "1000"})));
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"run", "exec", "sh", "-c", script}));
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("up\n"));
    client->sendSignal(SIGINT);
    QVERIFY(client->waitForEnd());
    QVERIFY2(client->code() == code, QByteArray::number(client->code()) + client->errorOutput());
    QCOMPARE(client->output(), output);
    QVERIFY2(client->errorOutput().contains("daemon-rpc: cancelling (1 s grace)"), client->errorOutput());
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"exec"_s);
    QVERIFY(record);
    QCOMPARE(record->reason, u"interrupted"_s);
    QCOMPARE(record->isForced, code == 128 + SIGKILL);
}

void tst_Cancellation::interruptTwiceLeavesNow()
{
    QVERIFY(fixture().startDaemon(words({"--grace-ms", "3000"})));
    const std::unique_ptr<ClientProcess> client = fixture().client(
        words({"run", "exec", "sh", "-c", "trap '' INT TERM; echo up; while :; do sleep 0.1; done",
               QString::fromUtf8(marker())}));
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("up\n"));
    client->sendSignal(SIGINT);
    QTRY_VERIFY(client->errorOutput().contains("cancelling"));
    client->sendSignal(SIGINT);
    QVERIFY(client->waitForEnd(slack));
    QCOMPARE(client->code(), 130);
    // The daemon finishes the cancellation alone.
    QVERIFY(processesMentioning(marker()).size() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(processesMentioning(marker()), QList<qint64>(), 3000 + slack);
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"exec"_s);
    QVERIFY(record);
    QCOMPARE(record->reason, u"interrupted"_s);
    QVERIFY(record->isForced);
}

void tst_Cancellation::signalToTheClient_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("code");
    // The command gets the same signal, and its death is what the client tells.
    QTest::newRow("SIGHUP: the terminal closes") << SIGHUP << 128 + SIGHUP;
    QTest::newRow("SIGTERM") << SIGTERM << 128 + SIGTERM;
    QTest::newRow("SIGINT") << SIGINT << 128 + SIGINT;
    // Not caught: for those who want a core of the client.
    QTest::newRow("SIGQUIT") << SIGQUIT << -SIGQUIT;
}

void tst_Cancellation::signalToTheClient()
{
    QFETCH(const int, signal);
    QVERIFY(fixture().startDaemon());
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"run", "exec", "sh", "-c", "echo $$; exec sleep 1000"}));
    client->setWorkingDirectory(fixture().scratch(QString())); // where a core would be left
    QVERIFY(client->begin());
    QTRY_VERIFY(client->output().endsWith('\n'));
    const qint64 process = client->output().trimmed().toLongLong();
    client->sendSignal(signal);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(process), slack);
    QVERIFY(client->waitForEnd());
    QFETCH(const int, code);
    QVERIFY2(client->code() == code, QByteArray::number(client->code()) + client->errorOutput());
}

void tst_Cancellation::timeoutOfTheCommand()
{
    QVERIFY(fixture().startDaemon());
    const Outcome outcome = fixture().run(words({"--timeout", "300", "run", "exec", "sleep", "1000"}));
    QVERIFY2(outcome.code == 128 + SIGTERM, describe(outcome));
    QVERIFY2(outcome.elapsedMs >= 300 && outcome.elapsedMs < 300 + 2 * slack, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("timeout of 300 ms"), describe(outcome)); // the person knows why
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"exec"_s);
    QVERIFY(record);
    QCOMPARE(record->reason, u"timeout"_s);
}

void tst_Cancellation::handlersAreCancelled_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("sleep") << words({"run", "sleep", "1000"});
    QTest::newRow("cat") << words({"run", "cat"});
    QTest::newRow("generate") << words({"run", "generate", "100000000000"});
}

void tst_Cancellation::handlersAreCancelled()
{
    QFETCH(const QStringList, arguments);
    QVERIFY(fixture().startDaemon());
    const std::unique_ptr<ClientProcess> client = fixture().client(arguments);
    client->keepInputOpen();
    client->setStandardOutputFile(QProcess::nullDevice());
    QVERIFY(client->begin());
    QTRY_COMPARE(runningIn(fixture()).size(), 1);
    client->sendSignal(SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(runningIn(fixture()).size(), 0, slack);
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), arguments[1]);
    QVERIFY(record);
    QCOMPARE(record->reason, u"client_closed"_s);
    QVERIFY(!record->isForced);
}

QTEST_GUILESS_MAIN(tst_Cancellation)

#include "tst_cancellation.moc"
