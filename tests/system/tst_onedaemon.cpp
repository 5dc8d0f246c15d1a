// "One daemon per id": whatever happens to processes and files, one daemon serves, and everybody is served.
#include "systemtest.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <vector>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_OneDaemon : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void secondDaemonSaysAlreadyRunning_data();
    void secondDaemonSaysAlreadyRunning();
    void idsAreIndependent();
    void manyClientsAtOnce_data();
    void manyClientsAtOnce();
    void killedDaemonIsReplacedAtOnce();
    void killedDaemonThatStaysAZombie();
    void stalePidFileOfALiveProcess();
    void damagedDirectory_data();
    void damagedDirectory();

private:
    [[nodiscard]] qint64 startByCall() const;

    [[nodiscard]] int startsInLog() const { return static_cast<int>(fixture().log().count(" serves ")); }
};

/// A daemon as the first call makes it; its pid, or 0.
qint64 tst_OneDaemon::startByCall() const
{
    return fixture().run(words({"run", "echo", "x"})).code == 0 ? fixture().daemonPid() : 0;
}

void tst_OneDaemon::secondDaemonSaysAlreadyRunning_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("in the foreground") << words({"--foreground"});
    QTest::newRow("detached") << QStringList();
}

void tst_OneDaemon::secondDaemonSaysAlreadyRunning()
{
    QFETCH(const QStringList, options);
    const qint64 pid = startByCall();
    QVERIFY(pid > 0);
    ClientProcess second(DaemonFixture::daemonProgram(),
                         words({"--runtime-dir", fixture().directory()}) + options);
    const Outcome outcome = DaemonFixture::runToEnd(second);
    QCOMPARE(outcome.code, 1);
    const QRegularExpression expected(
        u"^daemon-rpcd: daemon \"default\" is already running \\(pid %1, since \\d{4}-\\d\\d-\\d\\d "
        "\\d\\d:\\d\\d:\\d\\d\\)\n$"_s.arg(pid));
    QVERIFY2(expected.match(QString::fromUtf8(outcome.errorOutput)).hasMatch(), describe(outcome));
    QCOMPARE(startByCall(), pid);
}

void tst_OneDaemon::idsAreIndependent()
{
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    QCOMPARE(fixture().run(words({"--daemon-id", "other", "run", "echo", "x"})).code, 0);
    QCOMPARE(fixture().daemons().size(), 2);
}

void tst_OneDaemon::manyClientsAtOnce_data()
{
    QTest::addColumn<int>("clients");
    for (int round = 1; round <= 10; ++round)
        QTest::addRow("200 at once, round %d", round) << 200;
}

void tst_OneDaemon::manyClientsAtOnce()
{
    QFETCH(const int, clients);
    // All wait at one gate, which opens for all of them at once when its other end is closed.
    int gate[2];
    QCOMPARE(::pipe(gate), 0);
    QCOMPARE(::fcntl(gate[1], F_SETFD, FD_CLOEXEC), 0);
    std::vector<std::unique_ptr<ClientProcess>> waiting;
    for (int i = 0; i < clients; ++i) {
        waiting.push_back(
            fixture().shell(u"read gate <&%1; exec \"$@\" run echo %2 %1<&-"_s.arg(gate[0]).arg(i)));
        QVERIFY(waiting.back()->begin());
    }
    ::close(gate[0]);
    ::close(gate[1]);
    for (int i = 0; i < clients; ++i) {
        ClientProcess &client = *waiting[static_cast<size_t>(i)];
        QVERIFY(client.waitForEnd());
        QVERIFY2(client.code() == 0, client.errorOutput());
        QCOMPARE(client.output(), QByteArray::number(i) + '\n');
        QCOMPARE(client.errorOutput(), QByteArray());
    }
    // Those that lost the race may still be about to leave; but none of them has ever served.
    QTRY_COMPARE(fixture().daemons().size(), 1);
    QCOMPARE(fixture().daemons().constFirst(), fixture().daemonPid());
    QCOMPARE(startsInLog(), 1);
}

void tst_OneDaemon::killedDaemonIsReplacedAtOnce()
{
    for (int round = 0; round < 5; ++round) {
        const qint64 pid = startByCall();
        QVERIFY(pid > 0);
        sendSignal(pid, SIGKILL);
        // At once: it may still be dying.
        const qint64 next = startByCall();
        QVERIFY(next > 0 && next != pid);
        QTRY_COMPARE(fixture().daemons(), QList<qint64>{next});
    }
}

void tst_OneDaemon::killedDaemonThatStaysAZombie()
{
    // A parent that never waits for its children.
    ClientProcess parent(u"/bin/sh"_s,
                         words({"-c", "\"$0\" \"$@\" & exec sleep 1000", DaemonFixture::daemonProgram()}) +
                             fixture().daemonArguments({}));
    QVERIFY(parent.begin());
    QTRY_VERIFY(fixture().isServed());
    const qint64 pid = fixture().daemonPid();
    sendSignal(pid, SIGKILL);
    QTRY_VERIFY(isZombie(pid));
    const qint64 next = startByCall();
    QVERIFY(next > 0 && next != pid);
    QVERIFY(isZombie(pid));
    QCOMPARE(fixture().daemons(), QList<qint64>{next});
}

void tst_OneDaemon::stalePidFileOfALiveProcess()
{
    // The pid of a dead daemon, reused by an innocent process: neither believed nor touched.
    ClientProcess innocent(u"sleep"_s, words({"1000"}));
    QVERIFY(innocent.begin());
    const qint64 pid = startByCall();
    QVERIFY(pid > 0);
    sendSignal(pid, SIGKILL);
    QTRY_VERIFY(!isAlive(pid));
    QFile file(fixture().file(u"pid"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray changed =
        file.readAll().replace(QByteArray::number(pid), QByteArray::number(innocent.processId()));
    QVERIFY(file.resize(0) && file.seek(0) && file.write(changed) == changed.size());
    file.close();
    QCOMPARE(fixture().daemonPid(), innocent.processId());

    const qint64 next = startByCall();
    QVERIFY(next > 0 && next != innocent.processId());
    QVERIFY(!innocent.hasEnded());
}

void tst_OneDaemon::damagedDirectory_data()
{
    QTest::addColumn<QString>("damage"); // a shell script with the socket's path in $1
    QTest::addColumn<bool>("keepsDaemon");

    QTest::newRow("socket deleted") << u"rm \"$1\""_s << true;
    QTest::newRow("socket replaced by a file") << u"rm \"$1\"; echo precious >\"$1\""_s << true;
    QTest::newRow("socket moved away") << u"mv \"$1\" \"${1%/*/*}/moved\""_s << true;
    QTest::newRow("pid file deleted") << u"rm \"${1%.sock}.pid\""_s << true;
    QTest::newRow("lock file deleted") << u"rm \"${1%.sock}.lock\""_s << false;
    QTest::newRow("whole directory deleted") << u"rm -r \"${1%/*}\""_s << false;
    QTest::newRow("whole directory moved away") << u"mv \"${1%/*}\" \"${1%/*/*}/moved\""_s << false;
}

void tst_OneDaemon::damagedDirectory()
{
    QFETCH(const QString, damage);
    QFETCH(const bool, keepsDaemon);
    const qint64 pid = startByCall();
    QVERIFY(pid > 0);
    ClientProcess shell(u"/bin/sh"_s, words({"-e", "-c", damage, "sh", fixture().file(u"sock"_s)}));
    QCOMPARE(DaemonFixture::runToEnd(shell).code, 0);

    // At once, and again when everything has settled.
    const Outcome next = fixture().run(words({"run", "echo", "next"}));
    QVERIFY2(next.output == "next\n", describe(next));
    QTRY_COMPARE_WITH_TIMEOUT(fixture().daemons().size(), 1, ClientProcess::patience);
    const Outcome later = fixture().run(words({"--no-spawn", "run", "echo", "later"}));
    QVERIFY2(later.output == "later\n", describe(later));
    // With the lock intact nobody else can have become the daemon.
    if (keepsDaemon)
        QCOMPARE(fixture().daemons(), QList<qint64>{pid});

    // Whatever lay in the way was moved, not deleted.
    QFile displaced(fixture().file(u"sock.displaced"_s));
    if (QLatin1StringView(QTest::currentDataTag()).contains("by a file"_L1)) {
        QVERIFY(displaced.open(QIODevice::ReadOnly));
        QCOMPARE(displaced.readAll(), QByteArray("precious\n"));
        QVERIFY(displaced.remove());
    }
}

QTEST_GUILESS_MAIN(tst_OneDaemon)

#include "tst_onedaemon.moc"
