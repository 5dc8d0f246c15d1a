#include "tests/shared/processprobe.h"

#include <daemonrpc/handler/process/groupguardian_p.h>

#include <QDir>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;

/// Each test plays a daemon in a process of its own, so that it can be killed.
class tst_GroupGuardian : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsGroupsOfAKilledParent_data();
    void endsGroupsOfAKilledParent();
    void leavesEndedGroupsAlone();
    void isReplacedWhenKilled();
    void holdsNothingOfItsParent();
    void neverBlocksItsParent();

private:
    /// Guardians of @p parent, by their title.
    static QList<qint64> guardiansOf(pid_t parent);
    /// A group of two, which ignores SIGTERM when @p isStubborn; its members.
    static QList<qint64> startGroup(GroupGuardian &guardian, bool isStubborn = false);
    static void say(int pipe, const QList<qint64> &pids);
    static QList<qint64> hear(int pipe);
    /// Forks; @p play runs in the child, which then waits to be killed.
    template <typename Play>
    static pid_t fork(Play play, QList<qint64> &heard);

    static void killAndReap(pid_t pid)
    {
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
    }
};

QList<qint64> tst_GroupGuardian::guardiansOf(pid_t parent)
{
    QList<qint64> found;
    const QByteArray title = "daemon-rpc guardian of process " + QByteArray::number(parent) + '\0';
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(entry));
        if (entry.toLongLong() > 0 && file.open(QIODevice::ReadOnly) && file.readAll().startsWith(title))
            found.append(entry.toLongLong());
    }
    return found;
}

QList<qint64> tst_GroupGuardian::startGroup(GroupGuardian &guardian, bool isStubborn)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        qFatal("no pipe");
    const int pipe = guardian.prepare();
    const pid_t leader = ::fork();
    if (leader == 0) {
        ::setpgid(0, 0);
        const qint32 id = ::getpid();
        if (::write(pipe, &id, sizeof id) != sizeof id)
            ::_exit(1);
        ::signal(SIGTERM, isStubborn ? SIG_IGN : SIG_DFL);
        const pid_t member = ::fork();
        if (member != 0)
            say(ends[1], {::getpid(), member});
        // Whatever a child keeps open would keep its guardian waiting; programs lose it by close-on-exec.
        ::close(pipe);
        ::close(ends[1]);
        for (;;)
            ::pause();
    }
    ::close(ends[1]);
    QList<qint64> members = hear(ends[0]);
    ::close(ends[0]);
    guardian.began(leader);
    return members;
}

void tst_GroupGuardian::say(int pipe, const QList<qint64> &pids)
{
    const auto size = static_cast<size_t>(pids.size()) * sizeof(qint64);
    if (::write(pipe, pids.constData(), size) != static_cast<ssize_t>(size))
        ::_exit(2);
}

QList<qint64> tst_GroupGuardian::hear(int pipe)
{
    qint64 bytes[64];
    const ssize_t size = ::read(pipe, bytes, sizeof bytes);
    return size <= 0 ? QList<qint64>() : QList<qint64>(bytes, bytes + size / ssize_t(sizeof(qint64)));
}

template <typename Play>
pid_t tst_GroupGuardian::fork(Play play, QList<qint64> &heard)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        qFatal("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        GroupGuardian guardian;
        say(ends[1], play(guardian));
        for (;;)
            ::pause();
    }
    ::close(ends[1]);
    heard = hear(ends[0]);
    ::close(ends[0]);
    return child;
}

void tst_GroupGuardian::endsGroupsOfAKilledParent_data()
{
    QTest::addColumn<bool>("isStubborn");
    QTest::newRow("polite") << false;
    QTest::newRow("ignores SIGTERM") << true;
}

void tst_GroupGuardian::endsGroupsOfAKilledParent()
{
    QFETCH(const bool, isStubborn);
    QList<qint64> members;
    const pid_t parent =
        fork([isStubborn](
                 GroupGuardian &guardian) { return startGroup(guardian) + startGroup(guardian, isStubborn); },
             members);
    QCOMPARE(members.size(), 4);
    QTRY_COMPARE(guardiansOf(parent).size(), 1);
    for (const qint64 pid : members)
        QVERIFY(isAlive(pid));
    killAndReap(parent);
    for (const qint64 pid : members)
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 2000);
    QTRY_COMPARE(guardiansOf(parent).size(), 0);
}

void tst_GroupGuardian::leavesEndedGroupsAlone()
{
    QList<qint64> members;
    const pid_t parent = fork(
        [](GroupGuardian &guardian) {
            const QList<qint64> pids = startGroup(guardian) + startGroup(guardian);
            guardian.ended(pids[0]);
            return pids;
        },
        members);
    QCOMPARE(members.size(), 4);
    killAndReap(parent);
    QTRY_VERIFY(!isAlive(members[2]) && !isAlive(members[3]));
    QTRY_COMPARE(guardiansOf(parent).size(), 0);
    QVERIFY(isAlive(members[0]) && isAlive(members[1]));
    ::kill(static_cast<pid_t>(-members[0]), SIGKILL);
}

void tst_GroupGuardian::isReplacedWhenKilled()
{
    QList<qint64> members;
    const pid_t parent = fork(
        [](GroupGuardian &guardian) {
            QList<qint64> pids = startGroup(guardian);
            const pid_t self = ::getpid();
            QList<qint64> first;
            while ((first = guardiansOf(self)).isEmpty()) {}
            ::kill(static_cast<pid_t>(first[0]), SIGKILL);
            while (isAlive(first[0])) {}
            pids += startGroup(guardian);
            return pids;
        },
        members);
    QCOMPARE(members.size(), 4);
    QTRY_COMPARE(guardiansOf(parent).size(), 1);
    killAndReap(parent);
    for (const qint64 pid : members) // those that the killed one knew, too
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 2000);
}

void tst_GroupGuardian::holdsNothingOfItsParent()
{
    QList<qint64> heard;
    const pid_t parent = fork(
        [](GroupGuardian &guardian) {
            if (guardian.prepare() < 0)
                ::_exit(3);
            return QList<qint64>{1};
        },
        heard);
    QCOMPARE(heard, QList<qint64>{1});
    QTRY_COMPARE(guardiansOf(parent).size(), 1);
    const qint64 guardian = guardiansOf(parent).constFirst();
    QCOMPARE(QDir(QStringLiteral("/proc/%1/fd").arg(guardian)).entryList(QDir::System | QDir::Files),
             QStringList{QStringLiteral("0")});
    QVERIFY(::getsid(static_cast<pid_t>(guardian)) != ::getsid(0));
    // What ends a daemon's group or session politely is not meant for it.
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1})
        QCOMPARE(::kill(static_cast<pid_t>(guardian), signal), 0);
    QVERIFY(isAlive(guardian));
    killAndReap(parent);
    QTRY_VERIFY(!isAlive(guardian));
}

// A guardian that was stopped reads nothing: what does not fit is told later.
void tst_GroupGuardian::neverBlocksItsParent()
{
    QList<qint64> members;
    const pid_t parent = fork(
        [](GroupGuardian &guardian) {
            QList<qint64> pids = startGroup(guardian) + startGroup(guardian);
            QList<qint64> guardians;
            while ((guardians = guardiansOf(::getpid())).isEmpty()) {}
            ::kill(static_cast<pid_t>(guardians[0]), SIGSTOP);
            const qint64 noProcess = 0x3fffffff;
            for (int i = 0; i < 40'000; ++i) { // the pipe holds 16384
                guardian.began(noProcess);
                guardian.ended(noProcess);
            }
            guardian.ended(pids[0]);
            ::kill(static_cast<pid_t>(guardians[0]), SIGCONT);
            while (guardian.hasUntold()) {
                guardian.began(noProcess);
                guardian.ended(noProcess);
            }
            return pids;
        },
        members);
    QCOMPARE(members.size(), 4);
    killAndReap(parent);
    QTRY_VERIFY(!isAlive(members[2]) && !isAlive(members[3]));
    QTRY_COMPARE(guardiansOf(parent).size(), 0);
    QVERIFY(isAlive(members[0]) && isAlive(members[1]));
    ::kill(static_cast<pid_t>(-members[0]), SIGKILL);
}

QTEST_GUILESS_MAIN(tst_GroupGuardian)

#include "tst_groupguardian.moc"
