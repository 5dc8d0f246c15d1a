// Commands of a configuration, started cold: every field is honoured, and who waits is served in order.
#include "adminquery.h"
#include "configuredtest.h"

#include <QElapsedTimer>

#include <signal.h>
#include <sys/stat.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_ConfiguredCommands : public ConfiguredTest
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsOfBoth();
    void environment_data();
    void environment();
    void directory_data();
    void directory();
    void input_data();
    void input();
    void hidden();
    void graceOfItsOwn();
    void timeouts_data();
    void timeouts();
    void unknownProgram();
    void inOrderAndToldTheirPlace();
    void cancelledWaiterLeavesTheQueue();
    void timedOutWaiter();
    void fullQueueRefusesAtOnce();
    void reloadHurtsNobody();
    void waitersOfARemovedCommandAreServed();
};

void tst_ConfiguredCommands::argumentsOfBoth()
{
    QVERIFY(start({{{u"name"_s, u"say"_s},
                    {u"program"_s, u"printf"_s},
                    {u"arguments"_s, QJsonArray{u"<%s>"_s, u"a b"_s}}}}));
    const Outcome outcome = fixture().run(words({"run", "say", "c", "", "d e"}));
    QVERIFY2(outcome.output == "<a b><c><><d e>", describe(outcome));
    const std::unique_ptr<ClientProcess> text = fixture().client({});
    text->setInput("say 'f g'");
    QCOMPARE(DaemonFixture::runToEnd(*text).output, QByteArray("<a b><f g>"));
}

void tst_ConfiguredCommands::environment_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("default") << QString() << QByteArray("defined:callers:defined\n");
    QTest::newRow("caller") << u"caller"_s << QByteArray("callers:callers:\n");
    QTest::newRow("fixed") << u"fixed"_s << QByteArray("defined::defined\n");
    QTest::newRow("merged") << u"merged"_s << QByteArray("defined:callers:defined\n");
}

void tst_ConfiguredCommands::environment()
{
    QFETCH(const QString, mode);
    QVERIFY(start({script(u"show"_s, u"echo $BOTH:$CALLERS:$DEFINED"_s,
                          {{u"environment_mode"_s, mode},
                           {u"environment"_s, QJsonArray{u"BOTH=defined"_s, u"DEFINED=defined"_s}}})}));
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "show"}));
    client->setVariable(u"BOTH"_s, u"callers"_s);
    client->setVariable(u"CALLERS"_s, u"callers"_s);
    const Outcome outcome = DaemonFixture::runToEnd(*client);
    QTEST(outcome.output, "output");
}

void tst_ConfiguredCommands::directory_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<bool>("isCallers");
    QTest::newRow("default") << QString() << true;
    QTest::newRow("the caller's") << u"."_s << true;
    QTest::newRow("declared") << u"/usr"_s << false;
}

void tst_ConfiguredCommands::directory()
{
    QFETCH(const QString, directory);
    QFETCH(const bool, isCallers);
    QVERIFY(start({script(u"where"_s, u"pwd -P"_s, {{u"working_directory"_s, directory}})}));
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "where"}));
    const QString here = QDir(QDir::tempPath()).canonicalPath();
    client->setWorkingDirectory(here);
    const Outcome outcome = DaemonFixture::runToEnd(*client);
    QCOMPARE(outcome.output, (isCallers ? here : directory).toUtf8() + '\n');
}

void tst_ConfiguredCommands::input_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("default") << QString() << QByteArray("given");
    QTest::newRow("stream") << u"stream"_s << QByteArray("given");
    QTest::newRow("none") << u"none"_s << QByteArray();
}

void tst_ConfiguredCommands::input()
{
    QFETCH(const QString, input);
    QVERIFY(start({{{u"name"_s, u"filter"_s}, {u"program"_s, u"cat"_s}, {u"input"_s, input}}}));
    const Outcome outcome = fixture().run(words({"run", "filter"}), "given");
    QCOMPARE(outcome.code, 0);
    QTEST(outcome.output, "output");
}

void tst_ConfiguredCommands::hidden()
{
    QVERIFY(
        start({script(u"shown"_s, u"echo 1"_s), script(u"secret"_s, u"echo 2"_s, {{u"hidden"_s, true}})}));
    QCOMPARE(fixture().run(words({"run", "secret"})).output, QByteArray("2\n"));
    const Outcome unknown = fixture().run(words({"run", "other"}));
    QCOMPARE(unknown.code, 127);
    QVERIFY2(unknown.errorOutput.contains("shown"), describe(unknown));
    QVERIFY2(!unknown.errorOutput.contains("secret"), describe(unknown));
}

void tst_ConfiguredCommands::graceOfItsOwn()
{
    QVERIFY(start({script(u"stubborn"_s, u"trap '' INT TERM; echo ready; while :; do sleep 0.02; done"_s,
                          {{u"grace_ms"_s, 300}})}));
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "stubborn"}));
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("ready\n"));
    QElapsedTimer age;
    age.start();
    client->sendSignal(SIGINT);
    QVERIFY(client->waitForEnd());
    QVERIFY2(age.elapsed() >= 290 && age.elapsed() < 2500, QByteArray::number(age.elapsed()));
    QCOMPARE(client->code(), 128 + SIGKILL);
}

void tst_ConfiguredCommands::timeouts_data()
{
    QTest::addColumn<int>("commands");
    QTest::addColumn<int>("clients");
    QTest::addColumn<int>("daemons");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("the command's") << 200 << 0 << 0 << QByteArray("the command's timeout of 200 ms");
    QTest::newRow("the client's is shorter") << 20000 << 200 << 0 << QByteArray("its timeout of 200 ms");
    QTest::newRow("the command's is shorter")
        << 200 << 20000 << 20000 << QByteArray("the command's timeout of 200 ms");
    QTest::newRow("the daemon's") << 0 << 0 << 200 << QByteArray("timeout for requests of 200 ms");
}

void tst_ConfiguredCommands::timeouts()
{
    QFETCH(const int, commands);
    QFETCH(const int, clients);
    QFETCH(const int, daemons);
    QFETCH(const QByteArray, says);
    QVERIFY(start({script(u"long"_s, u"exec sleep 1000"_s, {{u"timeout_ms"_s, commands}})}, 256, daemons));
    QStringList arguments = words({"run", "long"});
    if (clients > 0)
        arguments = words({"--timeout", QString::number(clients)}) + arguments;
    const Outcome outcome = fixture().run(arguments);
    QVERIFY2(outcome.code == 128 + SIGTERM, describe(outcome));
    // A coarse timer may be 5 % early.
    QVERIFY2(outcome.elapsedMs >= 190 && outcome.elapsedMs < 3000, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains(says), describe(outcome));
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"long"_s);
    QVERIFY(record);
    QCOMPARE(record->reason, u"timeout"_s);
}

void tst_ConfiguredCommands::unknownProgram()
{
    QVERIFY(start({{{u"name"_s, u"x"_s}, {u"program"_s, u"/no/such/program"_s}, {u"max_parallel"_s, 1}}}));
    for (int i = 0; i < 3; ++i) { // each leaves its place
        const Outcome outcome = fixture().run(words({"run", "x"}));
        QVERIFY2(outcome.code == 126 || outcome.code == 127, describe(outcome));
        QVERIFY2(outcome.errorOutput.contains("/no/such/program"), describe(outcome));
    }
    QCOMPARE(figures(u"x"_s)[u"running"_s].toInt(), 0);
}

void tst_ConfiguredCommands::inOrderAndToldTheirPlace()
{
    constexpr int callers = 20;
    const QString order = fixture().scratch(u"order"_s);
    const QString gate = fixture().scratch(u"gate"_s);
    // Two at once would meet at the directory.
    QVERIFY(start({script(u"one"_s,
                          u"mkdir %1.busy || exit 9; while [ ! -e %1 ]; do sleep 0.01; done; "
                          u"echo \"$1\" >> %2; rmdir %1.busy"_s.arg(gate, order),
                          {{u"max_parallel"_s, 1}})}));
    std::vector<std::unique_ptr<ClientProcess>> clients;
    for (int i = 0; i < callers; ++i) {
        clients.push_back(fixture().client(words({"--verbose", "run", "one", QString::number(i)})));
        // A terminal's progress line is not for a pipe: what the daemon says is asked of the daemon.
        QVERIFY(clients.back()->begin());
        QTRY_COMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), i);
    }
    QCOMPARE(figures(u"one"_s)[u"running"_s].toInt(), 1);
    for (int i = 1; i < callers; ++i) {
        const QByteArray place = "waiting for \"one\", place " + QByteArray::number(i) + '\n';
        QTRY_VERIFY2(clients[size_t(i)]->errorOutput().contains(place), clients[size_t(i)]->errorOutput());
    }
    QFile opened(gate);
    QVERIFY(opened.open(QIODevice::WriteOnly));
    QByteArray expected;
    for (int i = 0; i < callers; ++i) {
        QVERIFY(clients[size_t(i)]->waitForEnd());
        QCOMPARE(clients[size_t(i)]->code(), 0);
        expected += QByteArray::number(i) + '\n';
    }
    // Each has come nearer, step by step.
    const QByteArray last = clients.back()->errorOutput();
    for (int place = callers - 1; place >= 1; --place)
        QVERIFY2(last.contains(", place " + QByteArray::number(place) + '\n'), last);
    QFile written(order);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), expected);
}

void tst_ConfiguredCommands::cancelledWaiterLeavesTheQueue()
{
    QVERIFY(start({script(u"one"_s, u"echo \"$1\"; [ \"$1\" != block ] || exec sleep 1000"_s,
                          {{u"max_parallel"_s, 1}})}));
    const auto begin = [this](const char *argument) {
        std::unique_ptr<ClientProcess> client =
            fixture().client(words({"--verbose", "run", "one", argument}));
        client->begin();
        return client;
    };
    const auto running = begin("block");
    QTRY_COMPARE(running->output(), QByteArray("block\n"));
    const auto cancelled = begin("cancelled");
    QTRY_COMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), 1);
    const auto killed = begin("killed");
    QTRY_COMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), 2);
    const auto stays = begin("stays");
    QTRY_COMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), 3);

    QElapsedTimer age;
    age.start();
    cancelled->sendSignal(SIGINT);
    QVERIFY(cancelled->waitForEnd());
    QVERIFY2(age.elapsed() < 2000, QByteArray::number(age.elapsed())); // not only after the grace
    QCOMPARE(cancelled->code(), 130);
    QCOMPARE(cancelled->output(), QByteArray());
    QCOMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), 2);
    killed->sendSignal(SIGKILL);
    QTRY_COMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), 1);
    QTRY_VERIFY2(stays->errorOutput().contains("place 1\n"), stays->errorOutput());

    running->sendSignal(SIGTERM);
    QVERIFY(running->waitForEnd());
    QVERIFY(stays->waitForEnd());
    QCOMPARE(stays->output(), QByteArray("stays\n"));
}

void tst_ConfiguredCommands::timedOutWaiter()
{
    QVERIFY(start({script(u"one"_s, u"echo ready; exec sleep 1000"_s, {{u"max_parallel"_s, 1}})}));
    const std::unique_ptr<ClientProcess> running = fixture().client(words({"run", "one"}));
    QVERIFY(running->begin());
    QTRY_COMPARE(running->output(), QByteArray("ready\n"));
    const Outcome outcome = fixture().run(words({"--timeout", "200", "run", "one"}));
    QVERIFY2(outcome.code == 130 && outcome.elapsedMs < 3000, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("timeout"), describe(outcome));
    QCOMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), 0);
    running->sendSignal(SIGTERM);
    QVERIFY(running->waitForEnd());
}

void tst_ConfiguredCommands::fullQueueRefusesAtOnce()
{
    QVERIFY(start({script(u"one"_s, u"exec sleep 1000"_s, {{u"max_parallel"_s, 1}})}, 1));
    const std::unique_ptr<ClientProcess> running = fixture().client(words({"run", "one"}));
    QVERIFY(running->begin());
    QTRY_COMPARE(figures(u"one"_s)[u"running"_s].toInt(), 1);
    const std::unique_ptr<ClientProcess> waiting = fixture().client(words({"run", "one"}));
    QVERIFY(waiting->begin());
    QTRY_COMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), 1);
    const Outcome refused = fixture().run(words({"run", "one"}));
    QVERIFY2(refused.code == 125 && refused.elapsedMs < 3000, describe(refused));
    QVERIFY2(refused.errorOutput.contains("try again later"), describe(refused));
    const QList<DaemonRpc::RequestSnapshot> history = historyOf(fixture());
    QVERIFY(!history.isEmpty());
    QCOMPARE(history.constLast().error, u"queue_full"_s);
    for (ClientProcess *client : {waiting.get(), running.get()}) {
        client->sendSignal(SIGTERM);
        QVERIFY(client->waitForEnd());
    }
}

void tst_ConfiguredCommands::reloadHurtsNobody()
{
    const QJsonObject kept = script(u"kept"_s, u"read -r x; echo kept $x"_s);
    QVERIFY(start({kept, script(u"changed"_s, u"read -r x; echo old $x"_s)}));
    const std::unique_ptr<ClientProcess> running = fixture().client(words({"run", "changed"}));
    running->keepInputOpen();
    QVERIFY(running->begin());
    QTRY_COMPARE(figures(u"changed"_s)[u"running"_s].toInt(), 1);
    QCOMPARE(reload({kept, script(u"changed"_s, u"echo new"_s), script(u"added"_s, u"echo added"_s)}).code,
             0);
    QCOMPARE(fixture().run(words({"run", "changed"})).output, QByteArray("new\n"));
    QCOMPARE(fixture().run(words({"run", "added"})).output, QByteArray("added\n"));
    QCOMPARE(fixture().run(words({"run", "kept"}), "x\n").output, QByteArray("kept x\n"));
    running->write("input\n");
    running->closeWriteChannel();
    QVERIFY(running->waitForEnd());
    QCOMPARE(running->output(), QByteArray("old input\n"));
    QCOMPARE(reload({}).code, 0);
    QCOMPARE(fixture().run(words({"run", "kept"})).code, 127);
    QCOMPARE(fixture().run(words({"run", "echo", "stock"})).output, QByteArray("stock\n"));
}

void tst_ConfiguredCommands::waitersOfARemovedCommandAreServed()
{
    QVERIFY(start({script(u"one"_s, u"read -r x; echo $x"_s, {{u"max_parallel"_s, 1}})}));
    std::vector<std::unique_ptr<ClientProcess>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(fixture().client(words({"run", "one"})));
        clients.back()->keepInputOpen();
        QVERIFY(clients.back()->begin());
        QTRY_COMPARE(figures(u"one"_s)[u"waiting"_s].toInt(), i);
    }
    QCOMPARE(reload({}).code, 0);
    for (size_t i = 0; i < clients.size(); ++i) {
        clients[i]->write(QByteArray::number(int(i)) + '\n');
        clients[i]->closeWriteChannel();
        QVERIFY(clients[i]->waitForEnd());
        QCOMPARE(clients[i]->output(), QByteArray::number(int(i)) + '\n');
    }
    QCOMPARE(fixture().run(words({"run", "one"})).code, 127);
}

QTEST_GUILESS_MAIN(tst_ConfiguredCommands)

#include "tst_configuredcommands.moc"
