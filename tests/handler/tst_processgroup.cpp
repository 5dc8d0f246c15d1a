#include "tests/shared/processprobe.h"

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/handler/process/processgroup_p.h>

#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_ProcessGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signalReachesAllMembers();
    void signalWakesTheStopped();
    void neverSignalsOthers();
    void noRemnantsWhileTheLeaderIsThere();
    void findsAndKillsRemnants();
    void killsRemnantsLater();
    void ownerEndsBefore();
    void noRemnants();

private:
    enum Behaviour { Polite, IgnoresTerm };

    /// Starts a leader with one member, each of which just waits.
    void startGroup(Behaviour memberBehaviour);
    /// Ends and reaps the leader alone.
    void endLeader();

    pid_t m_leader = 0;
    pid_t m_member = 0;
};

void tst_ProcessGroup::init()
{
    m_leader = 0;
    m_member = 0;
}

void tst_ProcessGroup::cleanup()
{
    if (m_leader > 0)
        endLeader();
    if (m_member > 0 && isAlive(m_member))
        ::kill(m_member, SIGKILL);
}

void tst_ProcessGroup::startGroup(Behaviour memberBehaviour)
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const FileDescriptor readEnd(ends[0]);
    m_leader = ::fork();
    if (m_leader == 0) {
        ::setpgid(0, 0);
        ::signal(SIGTERM, SIG_DFL); // Qt Test has a handler of its own
        const pid_t member = ::fork();
        if (member == 0) {
            if (memberBehaviour == IgnoresTerm)
                ::signal(SIGTERM, SIG_IGN);
            const pid_t self = ::getpid();
            [[maybe_unused]] const ssize_t written = ::write(ends[1], &self, sizeof self);
        }
        for (;;)
            ::pause();
    }
    ::close(ends[1]);
    QVERIFY(m_leader > 0);
    QCOMPARE(::read(readEnd.get(), &m_member, sizeof m_member), ssize_t(sizeof m_member));
}

void tst_ProcessGroup::endLeader()
{
    ::kill(m_leader, SIGKILL);
    ::waitpid(m_leader, nullptr, 0);
    m_leader = 0;
}

void tst_ProcessGroup::signalReachesAllMembers()
{
    startGroup(Polite);
    ProcessGroup(m_leader).signal(SIGTERM);
    QTRY_VERIFY(!isAlive(m_member));
    QTRY_VERIFY(!isAlive(m_leader));
    int status = 0;
    QCOMPARE(::waitpid(m_leader, &status, 0), m_leader);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGTERM);
    m_leader = 0;
}

void tst_ProcessGroup::signalWakesTheStopped()
{
    startGroup(Polite);
    ::kill(m_leader, SIGSTOP);
    QCOMPARE(::waitpid(m_leader, nullptr, WUNTRACED), m_leader);
    ProcessGroup(m_leader).signal(SIGTERM);
    QTRY_VERIFY(!isAlive(m_leader));
}

void tst_ProcessGroup::neverSignalsOthers()
{
    // 0 would be our own group, -1 everybody, 1 the first process's group.
    for (const qint64 id : {qint64(0), qint64(1), qint64(-1), qint64(-5)}) {
        const ProcessGroup group(id);
        group.signal(SIGKILL);
        group.killRemnants();
        QVERIFY(!group.hasRemnants());
    }
}

// As long as the leader's pid is taken, no number can be trusted to mean this group only by chance.
void tst_ProcessGroup::noRemnantsWhileTheLeaderIsThere()
{
    startGroup(Polite);
    const ProcessGroup group(m_leader);
    QVERIFY(!group.hasRemnants());
    group.killRemnants();
    QVERIFY(isAlive(m_member));
}

void tst_ProcessGroup::findsAndKillsRemnants()
{
    startGroup(IgnoresTerm);
    const ProcessGroup group(m_leader);
    endLeader();
    QVERIFY(group.hasRemnants());
    group.killRemnants();
    QTRY_VERIFY(!isAlive(m_member));
    QVERIFY(!group.hasRemnants());
}

void tst_ProcessGroup::killsRemnantsLater()
{
    startGroup(IgnoresTerm);
    const ProcessGroup group(m_leader);
    endLeader();
    QObject owner;
    group.killRemnantsLater(20ms, &owner);
    QVERIFY(isAlive(m_member));
    QTRY_VERIFY(!isAlive(m_member));
    QTRY_VERIFY(owner.children().isEmpty()); // leaves nothing with its owner
}

void tst_ProcessGroup::ownerEndsBefore()
{
    startGroup(IgnoresTerm);
    const ProcessGroup group(m_leader);
    endLeader();
    {
        QObject owner;
        group.killRemnantsLater(0ms, &owner);
    }
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QVERIFY(isAlive(m_member));
}

void tst_ProcessGroup::noRemnants()
{
    startGroup(Polite);
    const ProcessGroup group(m_leader);
    ::kill(m_member, SIGKILL);
    QTRY_VERIFY(!isAlive(m_member));
    endLeader();
    QVERIFY(!group.hasRemnants());
    group.killRemnants();
}

QTEST_GUILESS_MAIN(tst_ProcessGroup)
#include "tst_processgroup.moc"
