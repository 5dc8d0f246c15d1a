// "Version change hurts nobody": clients of several builds, and what becomes of daemons and requests.
#include "adminquery.h"
#include "systemtest.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <signal.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_VersionChange : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void newerClientReplacesNobodysRequest();
    void olderClientIsToldWhatToDo();
    void matching_data();
    void matching();
    void alternatingBuildsAreBounded();
    void adminNeverReplaces();
    void restartLosesNoRequest();
    void restartIsNotLimited();

private:
    [[nodiscard]] std::unique_ptr<ClientProcess> client(const char *build, const QStringList &arguments) const
    {
        auto process = std::make_unique<ClientProcess>(QStringLiteral(OTHER_BUILD_CLIENT),
                                                       fixture().clientArguments(arguments));
        process->setVariable(u"DAEMON_RPC_TEST_BUILD"_s, QString::fromUtf8(build));
        return process;
    }

    [[nodiscard]] Outcome run(const char *build, const QStringList &arguments) const
    {
        return DaemonFixture::runToEnd(*client(build, arguments));
    }

    /// A request that prints "up", waits for its input's end, and prints "down".
    [[nodiscard]] std::unique_ptr<ClientProcess> beginWaiting(const char *build) const
    {
        std::unique_ptr<ClientProcess> process =
            client(build, words({"run", "exec", "sh", "-c", "echo up; cat; echo down"}));
        process->keepInputOpen();
        const bool runs =
            process->begin() && QTest::qWaitFor([&] { return process->output() == "up\n"; }, 10000);
        return runs ? std::move(process) : nullptr;
    }
};

void tst_VersionChange::newerClientReplacesNobodysRequest()
{
    const std::unique_ptr<ClientProcess> older = beginWaiting("1000:old");
    QVERIFY(older);
    const qint64 oldDaemon = fixture().daemonPid();

    const Outcome newer = run("2000:new", words({"run", "echo", "new"}));
    QVERIFY2(newer.output == "new\n", describe(newer));
    const qint64 newDaemon = fixture().daemonPid();
    QVERIFY(newDaemon != oldDaemon);
    QVERIFY(isAlive(oldDaemon));
    QCOMPARE(statusOf(fixture())->buildTimestampMs, 2000);

    // The older one stays listed while it finishes.
    const QJsonArray listed = fixture().askArray(words({"list"}));
    QCOMPARE(listed.size(), 2);
    for (const QJsonValue value : listed) {
        const bool isOld = value[u"pid"].toInteger() == oldDaemon;
        QVERIFY(isOld || value[u"pid"].toInteger() == newDaemon);
        QCOMPARE(value[u"state"].toString(), isOld ? u"draining"_s : u"ready"_s);
        QCOMPARE(value[u"running_requests"].toInt(), isOld ? 1 : 0);
    }
    const Outcome table = fixture().run(words({"list"}));
    QVERIFY2(table.output.contains("draining (1 left)"), describe(table));

    // The request ends as it would have, with all its input and output, and its daemon with it.
    older->write("more\n");
    older->closeWriteChannel();
    QVERIFY(older->waitForEnd());
    QCOMPARE(older->code(), 0);
    QCOMPARE(older->output(), QByteArray("up\nmore\ndown\n"));
    QVERIFY2(!older->errorOutput().contains("cancel"), older->errorOutput());
    QTRY_VERIFY(!isAlive(oldDaemon));
    QCOMPARE(fixture().daemons(), QList<qint64>{newDaemon});
}

void tst_VersionChange::olderClientIsToldWhatToDo()
{
    QCOMPARE(run("2000:new", words({"run", "echo", "x"})).code, 0);
    const qint64 pid = fixture().daemonPid();
    const Outcome older = run("1000:old", words({"run", "echo", "x"}));
    QVERIFY2(older.code == 125, describe(older));
    QCOMPARE(older.output, QByteArray());
    QVERIFY2(older.errorOutput.startsWith("daemon-rpc: "), describe(older));
    for (const char *advice : {"newer", "update the client", "--version-policy ignore"})
        QVERIFY2(older.errorOutput.contains(advice), describe(older));
    QCOMPARE(fixture().daemonPid(), pid);
    // The advice works.
    const Outcome ignoring = run("1000:old", words({"--version-policy", "ignore", "run", "echo", "x"}));
    QVERIFY2(ignoring.output == "x\n", describe(ignoring));
    QCOMPARE(fixture().daemonPid(), pid);
}

void tst_VersionChange::matching_data()
{
    QTest::addColumn<QByteArray>("daemonBuild");
    QTest::addColumn<QByteArray>("clientBuild");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<bool>("isReplaced");
    using B = QByteArray;
    QTest::newRow("equal ids, newer stamp") << B("1000:same") << B("2000:same") << u"newer-wins"_s << false;
    QTest::newRow("equal ids, older stamp") << B("2000:same") << B("1000:same") << u"newer-wins"_s << false;
    QTest::newRow("equal ids, exact") << B("1000:same") << B("2000:same") << u"exact"_s << false;
    QTest::newRow("newer, newer-wins") << B("1000:a") << B("2000:b") << u"newer-wins"_s << true;
    QTest::newRow("newer, ignore") << B("1000:a") << B("2000:b") << u"ignore"_s << false;
    QTest::newRow("newer, exact") << B("1000:a") << B("2000:b") << u"exact"_s << true;
    QTest::newRow("older, exact") << B("2000:a") << B("1000:b") << u"exact"_s << true;
    QTest::newRow("older, ignore") << B("2000:a") << B("1000:b") << u"ignore"_s << false;
    QTest::newRow("same stamp, other id") << B("1000:a") << B("1000:b") << u"newer-wins"_s << false;
}

void tst_VersionChange::matching()
{
    QFETCH(const QByteArray, daemonBuild);
    QFETCH(const QByteArray, clientBuild);
    QFETCH(const QString, policy);
    QFETCH(const bool, isReplaced);
    QCOMPARE(run(daemonBuild, words({"run", "echo", "x"})).code, 0);
    const qint64 before = fixture().daemonPid();
    const Outcome outcome = run(clientBuild, words({"--version-policy", policy, "run", "echo", "y"}));
    QVERIFY2(outcome.output == "y\n", describe(outcome));
    QCOMPARE(outcome.errorOutput, QByteArray());
    QCOMPARE(fixture().daemonPid() != before, isReplaced);
    QTRY_COMPARE(fixture().daemons().size(), 1);
}

void tst_VersionChange::alternatingBuildsAreBounded()
{
    QSet<qint64> pids;
    int refused = 0;
    QByteArray said;
    for (int turn = 0; turn < 20; ++turn) {
        const Outcome outcome = run(turn % 2 == 0 ? "1000:a" : "2000:b",
                                    words({"--version-policy", "exact", "run", "echo", "x"}));
        pids.insert(fixture().daemonPid());
        if (outcome.code == 0)
            continue;
        QVERIFY2(outcome.code == 125, describe(outcome));
        ++refused;
        said = outcome.errorOutput;
    }
    // Five hand-overs within a minute, and no more: then each second call is refused, and told why.
    QCOMPARE(pids.size(), 6);
    QVERIFY2(refused >= 5, QByteArray::number(refused));
    for (const char *part : {"was replaced 5 times", "two builds", "--version-policy ignore"})
        QVERIFY2(said.contains(part), said);
    QCOMPARE(statusOf(fixture())->recentHandOvers, 5);
    QTRY_COMPARE(fixture().daemons().size(), 1);
    QCOMPARE(run("3000:c", words({"--version-policy", "ignore", "run", "echo", "x"})).code, 0);
}

void tst_VersionChange::adminNeverReplaces()
{
    QCOMPARE(run("1000:old", words({"run", "echo", "x"})).code, 0);
    const qint64 pid = fixture().daemonPid();
    for (const char *question : {"status", "list", "requests", "connections"}) {
        const Outcome outcome = run("2000:new", words({question}));
        QVERIFY2(outcome.code == 0, describe(outcome));
    }
    QCOMPARE(fixture().daemonPid(), pid);
}

void tst_VersionChange::restartLosesNoRequest()
{
    const std::unique_ptr<ClientProcess> first = beginWaiting("1000:same");
    QVERIFY(first);
    const std::unique_ptr<ClientProcess> second = beginWaiting("1000:same");
    QVERIFY(second);
    const qint64 before = fixture().daemonPid();
    const Outcome restarted = run("1000:same", words({"restart"}));
    QVERIFY2(restarted.code == 0, describe(restarted));
    QVERIFY(fixture().daemonPid() != before);
    const Outcome fresh = run("1000:same", words({"--no-spawn", "run", "echo", "fresh"}));
    QVERIFY2(fresh.output == "fresh\n", describe(fresh));
    for (ClientProcess *client : {first.get(), second.get()}) {
        QVERIFY(!client->hasEnded());
        client->closeWriteChannel();
        QVERIFY(client->waitForEnd());
        QCOMPARE(client->code(), 0);
        QCOMPARE(client->output(), QByteArray("up\ndown\n"));
    }
    QTRY_VERIFY(!isAlive(before));
}

void tst_VersionChange::restartIsNotLimited()
{
    // The limit is there for builds that replace each other, not for a person.
    QCOMPARE(run("1000:same", words({"start"})).code, 0);
    for (int i = 0; i < 8; ++i) {
        const Outcome restarted = run("1000:same", words({"restart"}));
        QVERIFY2(restarted.code == 0, describe(restarted));
    }
    const Outcome fresh = run("1000:same", words({"--no-spawn", "run", "echo", "fresh"}));
    QVERIFY2(fresh.output == "fresh\n", describe(fresh));
}

QTEST_GUILESS_MAIN(tst_VersionChange)

#include "tst_versionchange.moc"
