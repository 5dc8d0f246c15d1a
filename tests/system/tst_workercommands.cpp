// `worker: json`: one started worker serves many calls, and a worker that breaks its word harms one call at
// most.
#include "adminquery.h"
#include "configuredtest.h"

#include <QElapsedTimer>

#include <signal.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_WorkerCommands : public ConfiguredTest
{
    Q_OBJECT

private Q_SLOTS:
    void servesManyCalls();
    void answers_data();
    void answers();
    void cancellation_data();
    void cancellation();
    void brokenAnswers_data();
    void brokenAnswers();
    void deadWorkerIsReplaced();
    void oneCallAtATime();
    void callersContextRunsCold();
    void startedOnDemandWhenNoneIsReady();

private:
    [[nodiscard]] static QJsonObject worker(const QJsonObject &fields = {})
    {
        QJsonObject definition = fields;
        definition[u"name"_s] = u"work"_s;
        definition[u"program"_s] = u"/usr/bin/python3"_s;
        definition[u"arguments"_s] = QJsonArray{QStringLiteral(JSON_WORKER)};
        definition[u"worker"_s] = u"json"_s;
        return definition;
    }

    [[nodiscard]] Outcome call(const QStringList &arguments) const
    {
        return fixture().run(words({"run", "work"}) + arguments);
    }

    /// What `say` tells: pid, requests before, directory, arguments.
    [[nodiscard]] QByteArrayList say(const QStringList &arguments = {}) const
    {
        return call(words({"say"}) + arguments).output.trimmed().split(' ');
    }

    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor([&] { return warm(u"work"_s)[u"ready"_s].toInt() >= 1; }, 10000);
    }
};

void tst_WorkerCommands::servesManyCalls()
{
    QVERIFY(start({worker()}));
    QVERIFY(isReady());
    const QByteArrayList first = say(words({"a", "\u00e9"}));
    QCOMPARE(first.size(), 5);
    QCOMPARE(first.mid(1), QByteArrayList({"0", "/", "a", "\u00e9"}));
    for (int i = 1; i <= 10; ++i)
        QCOMPARE(say().mid(0, 2), QByteArrayList({first[0], QByteArray::number(i)}));
    QCOMPARE(warm(u"work"_s)[u"hits"_s].toInt(), 11);
}

void tst_WorkerCommands::answers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("errorOutput");
    QTest::newRow("exit code") << words({"exit", "42"}) << 42 << QByteArray() << QByteArray();
    QTest::newRow("standard error") << words({"log", "note"}) << 0 << QByteArray("logged\n")
                                    << QByteArray("note\n");
    QTest::newRow("large") << words({"large", "8000000"}) << 0 << QByteArray(8'000'000, 'x') << QByteArray();
}

void tst_WorkerCommands::answers()
{
    QFETCH(const QStringList, arguments);
    QVERIFY(start({worker()}));
    const Outcome outcome = call(arguments);
    QTEST(outcome.code, "code");
    QTEST(outcome.output, "output");
    QTEST(outcome.errorOutput, "errorOutput");
    QCOMPARE(say()[1], QByteArray("1")); // the same worker goes on
}

void tst_WorkerCommands::cancellation_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("survives");
    QTest::newRow("honoured") << u"wait"_s << 130 << true;
    // It may answer the cancellation as well, when the next request is under way.
    QTest::newRow("not understood") << u"ignorant"_s << 7 << false;
    QTest::newRow("forced") << u"deaf"_s << 128 + SIGKILL << false;
}

void tst_WorkerCommands::cancellation()
{
    QFETCH(const QString, what);
    QFETCH(const bool, survives);
    QVERIFY(start({worker({{u"grace_ms"_s, 300}})}));
    const QByteArray pid = say()[0];
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "work", what}));
    QVERIFY(client->begin());
    QTRY_COMPARE(figures(u"work"_s)[u"running"_s].toInt(), 1);
    QElapsedTimer age;
    age.start();
    client->sendSignal(SIGINT);
    QVERIFY(client->waitForEnd());
    QTEST(client->code(), "code");
    QVERIFY2(age.elapsed() < 2500 && (what != u"deaf"_s || age.elapsed() >= 290),
             QByteArray::number(age.elapsed()));
    QTRY_COMPARE(historyOf(fixture()).size(), 2);
    const DaemonRpc::RequestSnapshot request = historyOf(fixture()).constLast();
    QCOMPARE(request.processId, pid.toLongLong());
    QVERIFY(request.cancellation);
    QCOMPARE(request.cancellation->forcedBy, what == u"deaf"_s ? u"process_group_killed"_s : QString());
    QCOMPARE(say()[0] == pid, survives);
}

void tst_WorkerCommands::brokenAnswers_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no JSON") << u"garbage"_s << QByteArray("this is no answer");
    QTest::newRow("two answers") << u"twice"_s << QByteArray("more than one answer");
    QTest::newRow("never ends") << u"endless"_s << QByteArray("more than 16777216 bytes");
    QTest::newRow("crashes") << u"crash"_s << QByteArray("ended without an answer (signal 9)");
}

void tst_WorkerCommands::brokenAnswers()
{
    QFETCH(const QString, what);
    QFETCH(const QByteArray, says);
    QVERIFY(start({worker()}));
    const QByteArray pid = say()[0];
    const Outcome outcome = call({what});
    QVERIFY2(outcome.code == 125 && outcome.errorOutput.contains(says), describe(outcome));
    const QByteArrayList next = say();
    QVERIFY(next[0] != pid);
    QCOMPARE(next[1], QByteArray("0"));
    QTRY_VERIFY(!isAlive(pid.toLongLong()));
}

void tst_WorkerCommands::deadWorkerIsReplaced()
{
    QVERIFY(start({worker()}));
    for (int i = 0; i < 3; ++i) {
        const QByteArray pid = say()[0];
        sendSignal(pid.toLongLong(), SIGKILL);
        QTRY_VERIFY(!isAlive(pid.toLongLong())); // the daemon knows
        const Outcome outcome = call(words({"say"}));
        QVERIFY2(outcome.code == 0, describe(outcome));
        QVERIFY(!outcome.output.startsWith(pid + ' '));
    }
}

void tst_WorkerCommands::oneCallAtATime()
{
    QVERIFY(start({worker({{u"grace_ms"_s, 300}})}));
    const std::unique_ptr<ClientProcess> first = fixture().client(words({"run", "work", "wait"}));
    QVERIFY(first->begin());
    QTRY_COMPARE(figures(u"work"_s)[u"running"_s].toInt(), 1);
    const std::unique_ptr<ClientProcess> second =
        fixture().client(words({"--verbose", "run", "work", "say"}));
    QVERIFY(second->begin());
    QTRY_VERIFY2(second->errorOutput().contains("place 1"), second->errorOutput());
    first->sendSignal(SIGINT);
    QVERIFY(second->waitForEnd());
    QCOMPARE(second->code(), 0);
    QVERIFY(first->waitForEnd());
}

void tst_WorkerCommands::callersContextRunsCold()
{
    QVERIFY(start({worker({{u"working_directory"_s, u"."_s}})}));
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"--verbose", "run", "work", "say"}));
    const QByteArray here = QDir(QDir::tempPath()).canonicalPath().toUtf8();
    client->setWorkingDirectory(QString::fromUtf8(here));
    const Outcome outcome = DaemonFixture::runToEnd(*client);
    QCOMPARE(outcome.output.trimmed().split(' ').value(2), here);
    QVERIFY2(outcome.errorOutput.contains("the caller's directory"), describe(outcome));
    QTRY_VERIFY(!isAlive(outcome.output.split(' ').constFirst().toLongLong())); // for this call alone
}

void tst_WorkerCommands::startedOnDemandWhenNoneIsReady()
{
    // Two workers, both broken at once: the next calls do not wait for the pauses of a replacement.
    QVERIFY(start({worker({{u"warm"_s, 2}})}));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(call(words({"crash"})).code, 125);
    QElapsedTimer age;
    age.start();
    const QByteArray pid = say()[0];
    QVERIFY(pid.toLongLong() > 0);
    QVERIFY2(age.elapsed() < 3000, QByteArray::number(age.elapsed()));
    QTRY_COMPARE(warm(u"work"_s)[u"ready"_s].toInt(), 2);
    QCOMPARE(warm(u"work"_s)[u"in_use"_s].toInt(), 0);
}

QTEST_GUILESS_MAIN(tst_WorkerCommands)

#include "tst_workercommands.moc"
