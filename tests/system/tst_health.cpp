// "health" tells what is wrong, and a daemon that is not in order restarts itself, a few times.
#include "adminquery.h"
#include "systemtest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Health : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void healthy();
    void withoutChecks();
    void notRunning();
    void restartsAndGivesUp();
    void runningRequestSurvivesARepair();
    void restartByHandStartsOver();

private:
    [[nodiscard]] bool start() { return fixture().startDaemon({}, QStringLiteral(HEALTH_DAEMON)); }

    [[nodiscard]] static QString sickFile() { return qEnvironmentVariable("DAEMON_RPC_TEST_SICK"); }

    void fallSick() const { QVERIFY(QFile(sickFile()).open(QIODevice::WriteOnly)); }

    [[nodiscard]] QJsonObject health() const { return fixture().askObject(words({"health"})); }

    [[nodiscard]] int attempts() const { return health()[u"restarts"][u"attempts"].toInt(-1); }
};

void tst_Health::init()
{
    SystemTest::init();
    // Daemons and their successors get it with the environment.
    qputenv("DAEMON_RPC_TEST_SICK", fixture().scratch(u"sick"_s).toUtf8());
}

void tst_Health::healthy()
{
    QVERIFY(start());
    const Outcome outcome = fixture().run(words({"health"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QVERIFY2(outcome.output.startsWith("ready\nCHECK "), describe(outcome));
    for (const char *check : {"event_loop", "worker_pool", "memory", "descriptors", "socket", "file"})
        QVERIFY2(outcome.output.contains(QByteArray("\n") + check), describe(outcome));
    const QJsonObject report = health();
    QCOMPARE(report[u"state"].toString(), u"ready"_s);
    QCOMPARE(report[u"checks"].toArray().size(), 6);
    QVERIFY(report[u"checks"][5][u"history"].toArray().size() >= 2); // each question is a round, too
    QCOMPARE(report[u"restarts"][u"attempts"].toInt(-1), 0);
}

void tst_Health::withoutChecks()
{
    QVERIFY(fixture().startDaemon({}, QStringLiteral(BLOCKING_DAEMON)));
    const Outcome outcome = fixture().run(words({"health"}));
    QCOMPARE(outcome.output, QByteArray("ready\n"));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(health(), (QJsonObject{{u"state"_s, u"ready"_s}}));
}

void tst_Health::notRunning()
{
    const Outcome outcome = fixture().run(words({"health"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("no daemon \"default\" is running"), describe(outcome));
}

void tst_Health::restartsAndGivesUp()
{
    QVERIFY(start());
    QList<qint64> pids{fixture().daemonPid()};
    fallSick();
    // Two restarts, and the third daemon stays.
    const bool hasGivenUp = QTest::qWaitFor(
        [&] {
            const qint64 pid = fixture().daemonPid();
            if (pid > 0 && !pids.contains(pid))
                pids.append(pid);
            return health()[u"restarts"][u"exhausted"].toBool();
        },
        ClientProcess::patience);
    QVERIFY(hasGivenUp);
    QCOMPARE(attempts(), 2);
    QVERIFY2(pids.size() <= 3, QByteArray::number(pids.size())); // one may be too quick to be seen
    QTRY_COMPARE(fixture().daemons(), QList<qint64>{fixture().daemonPid()});
    const qint64 last = fixture().daemonPid();

    const Outcome outcome = fixture().run(words({"health"}));
    QVERIFY2(outcome.code == 1, describe(outcome));
    QVERIFY2(outcome.output.startsWith("degraded\n") && outcome.output.contains("the file exists"),
             describe(outcome));
    QVERIFY2(fixture().run(words({"--no-spawn", "run", "echo", "x"})).output == "x\n", "it serves");
    QCOMPARE(statusOf(fixture())->recentHandOvers, 0);

    QVERIFY(QFile::remove(sickFile()));
    QTRY_COMPARE(statusOf(fixture())->state, u"ready"_s);
    QCOMPARE(fixture().daemonPid(), last);
    QCOMPARE(attempts(), 2); // remembered until it was well for long
}

void tst_Health::runningRequestSurvivesARepair()
{
    QVERIFY(start());
    const qint64 first = fixture().daemonPid();
    const std::unique_ptr<ClientProcess> waiting =
        fixture().client(words({"run", "exec", "sh", "-c", "echo up; cat; echo down; exit 7"}));
    waiting->keepInputOpen();
    QVERIFY(waiting->begin());
    QTRY_COMPARE(waiting->output(), QByteArray("up\n"));
    fallSick();
    QTRY_VERIFY_WITH_TIMEOUT(fixture().daemonPid() != first, ClientProcess::patience);
    QVERIFY(QFile::remove(sickFile()));
    QVERIFY(isAlive(first));
    waiting->closeWriteChannel();
    QVERIFY(waiting->waitForEnd());
    QCOMPARE(waiting->code(), 7);
    QCOMPARE(waiting->output(), QByteArray("up\ndown\n"));
    QTRY_VERIFY(!isAlive(first));
}

void tst_Health::restartByHandStartsOver()
{
    QVERIFY(start());
    const qint64 first = fixture().daemonPid();
    fallSick();
    QTRY_VERIFY_WITH_TIMEOUT(fixture().daemonPid() != first, ClientProcess::patience);
    QVERIFY(QFile::remove(sickFile()));
    QTRY_VERIFY(attempts() > 0);
    const Outcome restarted = fixture().run(words({"restart"}));
    QVERIFY2(restarted.code == 0, describe(restarted));
    QCOMPARE(attempts(), 0);
}

QTEST_GUILESS_MAIN(tst_Health)

#include "tst_health.moc"
