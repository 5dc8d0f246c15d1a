// "Never retries a command that may have started unless the caller says it is idempotent": with daemons that
// are full, gone, and killed.
#include "adminquery.h"
#include "systemtest.h"

#include <daemonrpc/client/reconnectingrpcclient.h>

#include <QFile>
#include <QJsonObject>

#include <signal.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Retry : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void fullQueue_data();
    void fullQueue();
    void fullQueueToTheEnd();
    void interruptedPause();
    void daemonComesLater();
    void killedDaemon_data();
    void killedDaemon();
    void stoppedIsNotRepeated();
    void channelSurvives_data();
    void channelSurvives();

private:
    /// A daemon with one place to run `one`, and one to wait.
    [[nodiscard]] bool startNarrow() const
    {
        QFile file(fixture().scratch(u"daemon.yaml"_s));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write("workers:\n  queue_size: 1\ncommands:\n  one:\n    program: sh\n"
                   "    arguments: [-c, 'exec \"$@\"', one]\n    max_parallel: 1\n");
        file.close();
        return fixture().startDaemon(words({"--config", file.fileName()})) != nullptr;
    }

    /// Takes both places of `one`.
    [[nodiscard]] std::vector<std::unique_ptr<ClientProcess>> fill() const
    {
        std::vector<std::unique_ptr<ClientProcess>> clients;
        for (int i = 1; i <= 2; ++i) {
            clients.push_back(fixture().client(words({"--no-spawn", "run", "-n", "one", "sleep", "1000"})));
            if (!clients.back()->begin() ||
                !QTest::qWaitFor([&] { return runningIn(fixture()).size() == i; }, 10000))
                return {};
        }
        return clients;
    }

    static void end(const std::vector<std::unique_ptr<ClientProcess>> &clients)
    {
        for (const std::unique_ptr<ClientProcess> &client : clients)
            client->sendSignal(SIGTERM);
        for (const std::unique_ptr<ClientProcess> &client : clients)
            QVERIFY(client->waitForEnd());
    }

    [[nodiscard]] QByteArray content(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void tst_Retry::fullQueue_data()
{
    QTest::addColumn<QString>("verbosity");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("verbose") << u"--verbose"_s << true;
    QTest::newRow("not a terminal") << u"--color=auto"_s << false;
    QTest::newRow("quiet") << u"--quiet"_s << false;
}

void tst_Retry::fullQueue()
{
    QFETCH(const QString, verbosity);
    QFETCH(const bool, isTold);
    QVERIFY(startNarrow());
    const auto clients = fill();
    QCOMPARE(clients.size(), 2u);
    const std::unique_ptr<ClientProcess> patient =
        fixture().client(words({"--no-spawn", verbosity, "run", "-n", "--retries", "1000", "--retry-delay",
                                "40", "one", "echo", "served"}));
    QVERIFY(patient->begin());
    QTRY_VERIFY(historyOf(fixture()).size() >= 3); // turned away, again and again
    QVERIFY(!patient->hasEnded());
    end(clients);
    QVERIFY(patient->waitForEnd());
    QCOMPARE(patient->code(), 0);
    QCOMPARE(patient->output(), QByteArray("served\n"));
    const QByteArray &said = patient->errorOutput();
    QVERIFY2(said.contains("the queue is full; trying again in ") == isTold, said);
    QVERIFY2(said.contains("(2 of 1001)") == isTold, said);
    QVERIFY2(isTold || said.isEmpty(), said);
}

void tst_Retry::fullQueueToTheEnd()
{
    QVERIFY(startNarrow());
    const auto clients = fill();
    QCOMPARE(clients.size(), 2u);
    const Outcome outcome = fixture().run(words({"--no-spawn", "--verbose", "run", "-n", "--retries", "2",
                                                 "--retry-delay", "1", "one", "echo", "served"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("try again later"), describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("giving up after 3 attempts"), describe(outcome));
    const QList<DaemonRpc::RequestSnapshot> history = historyOf(fixture());
    QCOMPARE(history.size(), 3);
    for (const DaemonRpc::RequestSnapshot &request : history)
        QCOMPARE(request.error, u"queue_full"_s);
    end(clients);
}

void tst_Retry::interruptedPause()
{
    QVERIFY(startNarrow());
    const auto clients = fill();
    QCOMPARE(clients.size(), 2u);
    const std::unique_ptr<ClientProcess> patient =
        fixture().client(words({"--no-spawn", "--verbose", "run", "-n", "--retries", "1000", "--retry-delay",
                                "1000000000", "one", "echo", "served"}));
    QVERIFY(patient->begin());
    QTRY_VERIFY2(patient->errorOutput().contains("trying again in "), patient->errorOutput());
    patient->sendSignal(SIGINT);
    QVERIFY(patient->waitForEnd());
    QCOMPARE(patient->code(), 130);
    QCOMPARE(patient->output(), QByteArray());
    end(clients);
}

void tst_Retry::daemonComesLater()
{
    const std::unique_ptr<ClientProcess> patient = fixture().client(words(
        {"--no-spawn", "--verbose", "run", "--retries", "1000", "--retry-delay", "20", "echo", "served"}));
    QVERIFY(patient->begin());
    QTRY_VERIFY2(patient->errorOutput().contains("no daemon is running; trying again in "),
                 patient->errorOutput());
    QVERIFY(fixture().startDaemon());
    QVERIFY(patient->waitForEnd());
    QVERIFY2(patient->code() == 0, patient->errorOutput());
    QCOMPARE(patient->output(), QByteArray("served\n"));
}

void tst_Retry::killedDaemon_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("script"); // $1 gets a line at each start
    QTest::addColumn<bool>("isRepeated");

    const QString silent = u"echo x >>\"$1\"; test $(wc -l <\"$1\") = 2 && exit 7; exec sleep 1000"_s;
    const QString telling = u"echo first; "_s + silent;
    QTest::newRow("idempotent") << words({"--idempotent", "--retry-delay", "1"}) << silent << true;
    QTest::newRow("it may have begun") << words({"--retries", "4", "--retry-delay", "1"}) << silent << false;
    QTest::newRow("idempotent, with output") << words({"--idempotent"}) << telling << false;
    QTest::newRow("idempotent, but once") << words({"--idempotent", "--retries", "0"}) << silent << false;
}

void tst_Retry::killedDaemon()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, script);
    QFETCH(const bool, isRepeated);
    const QString trace = fixture().scratch(u"trace"_s);
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"run"}) + options + words({"-n", "exec", "sh", "-c", script, "sh", trace}));
    QVERIFY(client->begin());
    QTRY_COMPARE(content(trace), QByteArray("x\n"));
    if (script.contains(u"first"))
        QTRY_COMPARE(client->output(), QByteArray("first\n"));
    const QList<qint64> daemons = fixture().daemons();
    QCOMPARE(daemons.size(), 1);
    sendSignal(daemons.constFirst(), SIGKILL);
    QVERIFY(client->waitForEnd());
    QVERIFY2(client->code() == (isRepeated ? 7 : 125), client->errorOutput());
    QCOMPARE(content(trace), isRepeated ? QByteArray("x\nx\n") : QByteArray("x\n"));
    if (isRepeated)
        return;
    QVERIFY2(client->errorOutput().contains("died or the connection broke"), client->errorOutput());
    const Outcome next =
        fixture().run(words({"run", "echo", "x"})); // and clears away what the killed one left
    QVERIFY2(next.code == 0, describe(next));
}

// A stop is no accident: the command was ended, and said so.
void tst_Retry::stoppedIsNotRepeated()
{
    const QString trace = fixture().scratch(u"trace"_s);
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"run", "--idempotent", "--retry-delay", "1", "-n", "exec", "sh", "-c",
                                "echo x >>\"$1\"; exec sleep 1000", "sh", trace}));
    QVERIFY(client->begin());
    QTRY_COMPARE(content(trace), QByteArray("x\n"));
    const Outcome stop = fixture().run(words({"stop", "--now"}));
    QVERIFY2(stop.code == 0, describe(stop));
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->code(), 128 + SIGTERM);
    QCOMPARE(content(trace), QByteArray("x\n"));
    QVERIFY(!fixture().isServed());
}

void tst_Retry::channelSurvives_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("a restart") << false;
    QTest::newRow("a killed daemon and a fresh one") << true;
}

// A window that stays open: what it asks again and again is answered again, by whoever serves.
void tst_Retry::channelSurvives()
{
    QFETCH(const bool, isKilled);
    using namespace DaemonRpc;
    QVERIFY(fixture().startDaemon());
    ClientOptions options;
    options.runtimeDirectory = fixture().directory();
    options.daemonProgram = u"/no/such/daemon"_s; // a reconnect starts none
    options.retry.maxAttempts = RetryPolicy::unlimited;
    options.retry.initialDelay = options.retry.maxDelay = std::chrono::milliseconds(10);
    ReconnectingRpcClient client(options);
    QList<qint64> pids;
    QByteArrayList failures;
    const auto ask = [&] {
        client.call(
            u"daemon.status"_s, {},
            [&](const Result<QJsonValue> &status) {
                if (status)
                    pids.append((*status)[u"pid"_s].toInteger());
                else
                    failures.append(status.error().toString().toUtf8());
            },
            Idempotence::Given);
    };
    ask();
    QTRY_COMPARE(pids.size(), 1);
    const qint64 first = fixture().daemonPid();
    QCOMPARE(pids.constFirst(), first);
    if (isKilled) {
        sendSignal(first, SIGKILL);
        QTRY_VERIFY(client.state() != ReconnectingRpcClient::State::Connected);
        ask();
        QVERIFY(fixture().startDaemon());
    } else {
        const Outcome restart = fixture().run(words({"restart"}));
        QVERIFY2(restart.code == 0, describe(restart));
        QTRY_VERIFY(!isAlive(first));
        ask();
    }
    QTRY_COMPARE(pids.size(), 2);
    QCOMPARE(pids.constLast(), fixture().daemonPid());
    QVERIFY(pids.constLast() != first);
    QVERIFY2(failures.isEmpty(), failures.join("; "));
}

QTEST_GUILESS_MAIN(tst_Retry)
#include "tst_retry.moc"
