// "kill -9 of the daemon leaves no orphaned child process behind": not the programs it runs, and not what
// they have started in their process group. (A program that makes itself a daemon, by a session or group of
// its own, means to stay.)
#include "systemtest.h"

#include <QElapsedTimer>

#include <signal.h>

using namespace SystemTesting;

class tst_Orphans : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void killedDaemonLeavesNobody_data();
    void killedDaemonLeavesNobody();
    void endedCommandsAreLeftAlone();
    void guardianLeavesWithTheDaemon();

private:
    /// `exec sh -c SCRIPT`, which says the pids of its processes in one line.
    QList<qint64> beginCommand(const QString &script);

    std::unique_ptr<ClientProcess> m_client;
};

QList<qint64> tst_Orphans::beginCommand(const QString &script)
{
    m_client = fixture().client(words({"--no-spawn", "run", "exec", "sh", "-c", script}));
    QList<qint64> pids;
    if (!m_client->begin() || !QTest::qWaitFor([this] { return m_client->output().endsWith('\n'); }, 10000))
        return pids;
    for (const QByteArray &pid : m_client->output().trimmed().split(' '))
        pids.append(pid.toLongLong());
    return pids;
}

void tst_Orphans::killedDaemonLeavesNobody_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("processes");
    QTest::newRow("a program") << QStringLiteral("echo $$; exec sleep 1000") << 1;
    QTest::newRow("with children") << QStringLiteral("sleep 1000 & a=$!; sleep 1000 & echo $$ $a $!; wait")
                                   << 3;
    QTest::newRow("with grandchildren")
        << QStringLiteral("sh -c 'sleep 1000 & echo '$$' $$ $!; wait' & wait") << 3;
    QTest::newRow("that ignore every polite signal")
        << QStringLiteral("trap '' TERM INT HUP; sleep 1000 & echo $$ $!; while :; do wait; done") << 2;
    QTest::newRow("stopped") << QStringLiteral("sleep 1000 & echo $$ $!; kill -STOP $! $$") << 2;
}

void tst_Orphans::killedDaemonLeavesNobody()
{
    QFETCH(const QString, script);
    QFETCH(const int, processes);
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    const QList<qint64> pids = beginCommand(script);
    QCOMPARE(pids.size(), processes);
    for (const qint64 pid : pids)
        QVERIFY(isAlive(pid));
    QElapsedTimer age;
    age.start();
    daemon->sendSignal(SIGKILL);
    QVERIFY(daemon->waitForEnd());
    for (const qint64 pid : pids)
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 2000);
    QVERIFY2(age.elapsed() < 2000, QByteArray::number(age.elapsed()));
    QVERIFY(m_client->waitForEnd());
    QCOMPARE(m_client->code(), 125);
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0); // a fresh one tidies up
    QVERIFY(processesMentioning("daemon-rpc guardian of process " + QByteArray::number(daemon->processId()))
                .isEmpty());
}

// What a program left behind on purpose, when it ended by itself, is no orphan.
void tst_Orphans::endedCommandsAreLeftAlone()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    const QList<qint64> pids = beginCommand(QStringLiteral("sleep 1000 >&- 2>&- & echo $!"));
    QCOMPARE(pids.size(), 1);
    QVERIFY(m_client->waitForEnd());
    QCOMPARE(m_client->code(), 0);
    const QByteArray guardian = "daemon-rpc guardian of process " + QByteArray::number(daemon->processId());
    QTRY_COMPARE(processesMentioning(guardian).size(), 1);
    daemon->sendSignal(SIGKILL);
    QTRY_VERIFY(processesMentioning(guardian).isEmpty());
    QVERIFY(isAlive(pids[0]));
    sendSignal(pids[0], SIGKILL);
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
}

void tst_Orphans::guardianLeavesWithTheDaemon()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    const QByteArray title = "daemon-rpc guardian of process " + QByteArray::number(daemon->processId());
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    QVERIFY(processesMentioning(title).isEmpty()); // nobody to guard yet
    for (int i = 0; i < 3; ++i)
        QCOMPARE(fixture().run(words({"run", "exec", "true"})).code, 0);
    QTRY_COMPARE(processesMentioning(title).size(), 1);
    QVERIFY(childrenOf(daemon->processId()).isEmpty());
    QCOMPARE(fixture().daemons().size(), 1); // it does not look like a second one
    daemon->sendSignal(SIGTERM);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(daemon->code(), 0);
    QTRY_VERIFY(processesMentioning(title).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Orphans)

#include "tst_orphans.moc"
