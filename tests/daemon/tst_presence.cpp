#include "tests/shared/signalerror.h"

#include <daemonrpc/daemon/presence.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_Presence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void establishes();
    void alreadyRunning();
    void nameTooLong();
    void unusableDirectory();
    void nothingBeforeItIsEstablished();
    void bindsAgain_data();
    void bindsAgain();
    void lockIsStolen();
    void directoryIsReplaced();
    void movesAside();
    void movesAsideOnce();
    void drainingFilesAreWatched();
    void freshDaemonTakesTheName();
    void handOverLimit();
    void handOverWhileDraining();
    void withdraws_data();
    void withdraws();
    void strangersFilesAreLeftAlone();
    void destroyed();
    void leavesEverythingToASuccessor();
    void abandonedSuccession();
    void noSuccession_data();
    void noSuccession();
    void inheritsNothingWrong();
    void verifies();

private:
    [[nodiscard]] std::unique_ptr<Presence> make() const
    {
        return std::make_unique<Presence>(DaemonId(), *m_directory, BuildIdentity{1234, "build"});
    }

    [[nodiscard]] QString path(const QString &name) const { return m_temporary->filePath(name); }

    [[nodiscard]] QStringList files() const
    {
        return QDir(m_temporary->path())
            .entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    /// Whether somebody listens at @p path.
    static bool isListening(const QString &path)
    {
        const FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray bytes = QFile::encodeName(path);
        qstrncpy(address.sun_path, bytes.constData(), sizeof address.sun_path);
        return ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }

    void touch(const QString &name, const QByteArray &content = {})
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    const QString m_sock = QStringLiteral("daemon-rpc-default.sock");
    const QString m_lock = QStringLiteral("daemon-rpc-default.lock");
    const QString m_pid = QStringLiteral("daemon-rpc-default.pid");
    const QString m_draining = QStringLiteral("daemon-rpc-default~%1.").arg(::getpid());
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::optional<RuntimeDirectory> m_directory;
};

void tst_Presence::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_directory = *RuntimeDirectory::resolve(m_temporary->path());
}

void tst_Presence::cleanup()
{
    m_directory.reset();
    m_temporary.reset();
}

void tst_Presence::establishes()
{
    const auto presence = make();
    QVERIFY(presence->establish());
    QCOMPARE(files(), QStringList({m_lock, m_pid, m_sock}));
    QCOMPARE(presence->socketPath(), path(m_sock));
    QCOMPARE(presence->logPath(), path(QStringLiteral("daemon-rpc-default.log")));
    QVERIFY(!presence->name().isDraining());
    struct stat status = {};
    QCOMPARE(::lstat(QFile::encodeName(path(m_sock)).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, 0600u);
    const Result<InstanceInfo> info = readPidFile(path(m_pid));
    QVERIFY(info);
    QCOMPARE(info->pid, qint64(::getpid()));
    QCOMPARE(info->buildTimestampMs, 1234);
    QCOMPARE(info->buildId, QByteArray("build"));
    QCOMPARE(presence->info(), *info);
    QVERIFY(InstanceLock::isHeld(path(m_lock)));
    QVERIFY(isListening(path(m_sock)));
    const FileDescriptor socket = presence->takeSocket();
    QVERIFY(socket.isValid());
    QVERIFY(!presence->takeSocket().isValid());
    QVERIFY(!InstanceLock::waitWhileStarting(path(m_lock), 0ms)); // others wait for its start
    presence->markStarted();
    QVERIFY(InstanceLock::waitWhileStarting(path(m_lock), 0ms));
}

void tst_Presence::alreadyRunning()
{
    const auto first = make();
    QVERIFY(first->establish());
    first->markStarted();
    const auto second = make();
    const Result<void> refused = second->establish();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::AlreadyRunning);
    QVERIFY2(refused.error().message().contains(QString::number(::getpid())),
             qPrintable(refused.error().message()));
    second->withdraw();
    QCOMPARE(files(), QStringList({m_lock, m_pid, m_sock})); // all of the first's
    QVERIFY(isListening(path(m_sock)));
}

void tst_Presence::nameTooLong()
{
    const QString deep = path(QString(100, u'd'));
    QVERIFY(QDir().mkdir(deep));
    QVERIFY(QFile::setPermissions(deep, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    Presence presence(DaemonId(), *RuntimeDirectory::resolve(deep), {});
    const Result<void> refused = presence.establish();
    QCOMPARE(refused.error().code(), ErrorCode::NameTooLong);
    QVERIFY(QDir(deep).isEmpty(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot));
    QVERIFY(presence.socketPath().isEmpty());
}

void tst_Presence::unusableDirectory()
{
    QCOMPARE(::chmod(QFile::encodeName(m_temporary->path()).constData(), 0777), 0);
    const auto presence = make();
    QCOMPARE(presence->establish().error().code(), ErrorCode::UnsafeDirectory);
    QVERIFY(files().isEmpty());
    QCOMPARE(::chmod(QFile::encodeName(m_temporary->path()).constData(), 0700), 0);
}

void tst_Presence::nothingBeforeItIsEstablished()
{
    const auto presence = make();
    QVERIFY(!presence->takeSocket().isValid());
    presence->markStarted();
    QVERIFY(presence->moveAside());
    presence->withdraw();
    QCOMPARE(presence->recentHandOvers(1h), 0);
    QVERIFY(files().isEmpty());
}

void tst_Presence::bindsAgain_data()
{
    QTest::addColumn<QString>("lost");
    QTest::newRow("socket") << QStringLiteral("socket");
    QTest::newRow("lock file") << QStringLiteral("lock");
    QTest::newRow("all files") << QStringLiteral("all");
    QTest::newRow("directory") << QStringLiteral("directory");
}

void tst_Presence::bindsAgain()
{
    QFETCH(const QString, lost);
    const auto presence = make();
    QSignalSpy rebound(presence.get(), &Presence::rebound);
    QSignalSpy displaced(presence.get(), &Presence::displaced);
    for (int turn = 1; turn <= 2; ++turn) { // and it goes on watching
        if (turn == 1) {
            QVERIFY(presence->establish());
            presence->markStarted();
        }
        const FileDescriptor old = presence->takeSocket();
        if (lost == u"socket" || lost == u"all")
            QVERIFY(QFile::remove(path(m_sock)));
        if (lost == u"lock" || lost == u"all")
            QVERIFY(QFile::remove(path(m_lock)));
        if (lost == u"all")
            QVERIFY(QFile::remove(path(m_pid)));
        if (lost == u"directory")
            QVERIFY(QDir(m_temporary->path()).removeRecursively());
        QTRY_COMPARE(rebound.size(), turn);
        QCOMPARE(files(), QStringList({m_lock, m_pid, m_sock}));
        QVERIFY(isListening(path(m_sock)));
        QVERIFY(InstanceLock::isHeld(path(m_lock)));
        QVERIFY(InstanceLock::waitWhileStarting(path(m_lock), 0ms));
    }
    QVERIFY(presence->takeSocket().isValid());
    QCOMPARE(displaced.size(), 0);
}

// With the lock file deleted, somebody else has become the daemon before we noticed.
void tst_Presence::lockIsStolen()
{
    const auto presence = make();
    QVERIFY(presence->establish());
    presence->markStarted();
    const FileDescriptor socket = presence->takeSocket();
    QSignalSpy rebound(presence.get(), &Presence::rebound);
    QSignalSpy displaced(presence.get(), &Presence::displaced);
    QVERIFY(QFile::remove(path(m_lock)));
    const Result<InstanceLock> thief = InstanceLock::acquire(path(m_lock));
    QVERIFY(thief);
    touch(QStringLiteral("thief's"), "x");
    QTRY_COMPARE(displaced.size(), 1);
    QCOMPARE(errorIn(displaced).code(), ErrorCode::AlreadyRunning);
    QCOMPARE(rebound.size(), 0);
    presence->withdraw();
    QVERIFY(thief->isStillOurs());
    QVERIFY(QFile::exists(path(QStringLiteral("thief's"))));
}

void tst_Presence::directoryIsReplaced()
{
    const auto presence = make();
    QVERIFY(presence->establish());
    presence->markStarted();
    const FileDescriptor socket = presence->takeSocket();
    QSignalSpy displaced(presence.get(), &Presence::displaced);
    QTemporaryDir elsewhere;
    const QString moved = elsewhere.filePath(QStringLiteral("moved"));
    QVERIFY(QDir().rename(m_temporary->path(), moved));
    QVERIFY(QFile::link(elsewhere.path(), m_temporary->path())); // a link is never followed
    QTRY_COMPARE(displaced.size(), 1);
    QCOMPARE(errorIn(displaced).code(), ErrorCode::UnsafeDirectory);
    presence->withdraw();
    QVERIFY(QFile::exists(elsewhere.path()));
    QVERIFY(QFile::remove(m_temporary->path()));
    QVERIFY(QDir().rename(moved, m_temporary->path()));
}

void tst_Presence::movesAside()
{
    const auto presence = make();
    QVERIFY(presence->establish());
    presence->markStarted();
    const FileDescriptor socket = presence->takeSocket();
    QVERIFY(presence->moveAside());
    QVERIFY(presence->name().isDraining());
    QCOMPARE(presence->name().drainingPid(), qint64(::getpid()));
    QCOMPARE(presence->socketPath(), path(m_draining + QStringLiteral("sock")));
    QCOMPARE(presence->logPath(), path(QStringLiteral("daemon-rpc-default.log"))); // it goes on there
    QStringList expected{m_lock, m_draining + QStringLiteral("lock"), m_draining + QStringLiteral("pid"),
                         m_draining + QStringLiteral("sock")};
    expected.sort();
    QStringList found = files();
    found.sort();
    QCOMPARE(found, expected);
    QVERIFY(isListening(presence->socketPath())); // the same socket under its new name
    QVERIFY(!InstanceLock::isHeld(path(m_lock)));
    QVERIFY(InstanceLock::isHeld(path(m_draining + QStringLiteral("lock"))));
    QCOMPARE(readPidFile(path(m_draining + QStringLiteral("pid")))->pid, qint64(::getpid()));
}

void tst_Presence::movesAsideOnce()
{
    const auto presence = make();
    QVERIFY(presence->establish());
    QVERIFY(presence->moveAside());
    const QStringList before = files();
    QVERIFY(presence->moveAside());
    QVERIFY(presence->handOver(Limits()));
    QCOMPARE(files(), before);
}

void tst_Presence::drainingFilesAreWatched()
{
    const auto presence = make();
    QVERIFY(presence->establish());
    QVERIFY(presence->moveAside());
    QSignalSpy rebound(presence.get(), &Presence::rebound);
    QVERIFY(QFile::remove(presence->socketPath()));
    QTRY_COMPARE(rebound.size(), 1);
    QVERIFY(presence->name().isDraining());
    QVERIFY(isListening(presence->socketPath()));
    QVERIFY(!QFile::exists(path(m_sock))); // the id itself stays free
}

void tst_Presence::freshDaemonTakesTheName()
{
    const auto old = make();
    QVERIFY(old->establish());
    old->markStarted();
    const FileDescriptor oldSocket = old->takeSocket();
    QVERIFY(old->moveAside());
    const auto fresh = make();
    QVERIFY(fresh->establish());
    fresh->markStarted();
    const FileDescriptor freshSocket = fresh->takeSocket();
    QVERIFY(isListening(path(m_sock)));
    old->withdraw();
    QCOMPARE(files(), QStringList({m_lock, m_pid, m_sock})); // the fresh one's, untouched
    QVERIFY(isListening(path(m_sock)));
    QVERIFY(InstanceLock::isHeld(path(m_lock)));
}

// Counted across the daemons of an id, so that two builds calling in turn do not replace each other for ever.
void tst_Presence::handOverLimit()
{
    Limits limits;
    limits.maxHandOvers = 3;
    limits.handOverWindow = 1h;
    for (int i = 0; i < limits.maxHandOvers; ++i) {
        const auto presence = make();
        QVERIFY(presence->establish());
        presence->markStarted();
        QCOMPARE(presence->recentHandOvers(1h), i);
        QVERIFY(presence->handOver(limits));
        QVERIFY(presence->name().isDraining());
        QCOMPARE(presence->recentHandOvers(1h), i + 1); // still known when the lock has been given up
    }
    const auto presence = make();
    QVERIFY(presence->establish());
    presence->markStarted();
    const FileDescriptor socket = presence->takeSocket();
    const Result<void> refused = presence->handOver(limits);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::HandOverLimit);
    QVERIFY2(refused.error().message().contains(u'3'), qPrintable(refused.error().message()));
    QVERIFY(!presence->name().isDraining()); // it stays as it is
    QVERIFY(isListening(path(m_sock)));
    QCOMPARE(presence->recentHandOvers(1h), 3);
    limits.handOverWindow = 0ms; // all of them are long ago now
    QTRY_COMPARE(presence->recentHandOvers(0ms), 0);
    QVERIFY(presence->handOver(limits));
}

void tst_Presence::handOverWhileDraining()
{
    Limits limits;
    limits.maxHandOvers = 0;
    const auto presence = make();
    QVERIFY(presence->establish());
    QCOMPARE(presence->handOver(limits).error().code(), ErrorCode::HandOverLimit);
    QVERIFY(presence->moveAside());
    QVERIFY(presence->handOver(limits)); // the name is given up already
}

void tst_Presence::withdraws_data()
{
    QTest::addColumn<bool>("isDraining");
    QTest::newRow("serving") << false;
    QTest::newRow("draining") << true;
}

void tst_Presence::withdraws()
{
    QFETCH(const bool, isDraining);
    const auto presence = make();
    QVERIFY(presence->establish());
    presence->markStarted();
    if (isDraining)
        QVERIFY(presence->moveAside());
    QSignalSpy rebound(presence.get(), &Presence::rebound);
    QSignalSpy displaced(presence.get(), &Presence::displaced);
    presence->withdraw();
    QCOMPARE(files(), QStringList(m_lock)); // never unlinked
    QVERIFY(!InstanceLock::isHeld(path(m_lock)));
    presence->withdraw();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(rebound.size() + displaced.size(), 0); // what it removes itself is no loss
    const auto next = make();
    QVERIFY(next->establish());
}

void tst_Presence::strangersFilesAreLeftAlone()
{
    const auto presence = make();
    QVERIFY(presence->establish());
    QVERIFY(QFile::remove(path(m_sock)));
    touch(m_sock, "not a socket");
    InstanceInfo other;
    other.pid = ::getpid() + 1;
    QVERIFY(writePidFile(path(m_pid), other));
    touch(QStringLiteral("unrelated"), "x");
    presence->withdraw();
    QCOMPARE(files(), QStringList({m_lock, m_pid, m_sock, QStringLiteral("unrelated")}));
    QFile file(path(m_sock));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("not a socket"));
    QCOMPARE(readPidFile(path(m_pid))->pid, other.pid);
}

void tst_Presence::destroyed()
{
    {
        const auto presence = make();
        QVERIFY(presence->establish());
    }
    QCOMPARE(files(), QStringList(m_lock));
    QVERIFY(!InstanceLock::isHeld(path(m_lock)));
}

/// What a child process would get.
static Inheritance copyOf(const Inheritance &inheritance)
{
    return {::dup(inheritance.lockFd), ::dup(inheritance.socketFd), inheritance.socketInode};
}

void tst_Presence::leavesEverythingToASuccessor()
{
    const auto old = make();
    QVERIFY(old->establish());
    FileDescriptor oldSocket = old->takeSocket();
    old->markStarted();
    const Result<Inheritance> inheritance = old->beginSuccession();
    QVERIFY2(inheritance, inheritance ? "" : qPrintable(inheritance.error().message()));

    auto fresh = std::make_unique<Presence>(DaemonId(), *m_directory, BuildIdentity{5678, "fresh"});
    const Result<void> adopted = fresh->adopt(copyOf(*inheritance));
    QVERIFY2(adopted, adopted ? "" : qPrintable(adopted.error().message()));
    const FileDescriptor freshSocket = fresh->takeSocket();
    QVERIFY(freshSocket.isValid());
    fresh->markStarted();
    QCOMPARE(readPidFile(path(m_pid))->buildId, QByteArray("fresh"));
    QVERIFY(InstanceLock::waitWhileStarting(path(m_lock), 0ms));

    QVERIFY(old->leaveToSuccessor());
    QVERIFY(old->name().isDraining());
    QVERIFY(old->takeSocket().isValid());
    oldSocket.reset();
    QVERIFY(isListening(path(m_sock)));
    QVERIFY(isListening(path(m_draining + QStringLiteral("sock"))));
    QVERIFY(InstanceLock::isHeld(path(m_lock)));
    QVERIFY(InstanceLock::isHeld(path(m_draining + QStringLiteral("lock"))));
    QCOMPARE(readPidFile(path(m_draining + QStringLiteral("pid")))->buildId, QByteArray("build"));
    QCOMPARE(fresh->recentHandOvers(1h), 0);
    QCOMPARE(old->beginSuccession().error().code(), ErrorCode::Draining);

    old->withdraw();
    QCOMPARE(files(), QStringList({m_lock, m_pid, m_sock})); // all of the successor's
    QVERIFY(isListening(path(m_sock)));
    QVERIFY(InstanceLock::isHeld(path(m_lock)));

    // And it puts them back as the first one did.
    QSignalSpy rebound(fresh.get(), &Presence::rebound);
    QVERIFY(QFile::remove(path(m_sock)));
    QTRY_COMPARE(rebound.count(), 1);
    QVERIFY(isListening(path(m_sock)));
    fresh.reset();
    QCOMPARE(files(), QStringList(m_lock));
    QVERIFY(!InstanceLock::isHeld(path(m_lock)));
}

void tst_Presence::abandonedSuccession()
{
    const auto old = make();
    QVERIFY(old->establish());
    const FileDescriptor socket = old->takeSocket();
    QSignalSpy rebound(old.get(), &Presence::rebound);
    const Result<Inheritance> inheritance = old->beginSuccession();
    QVERIFY(inheritance);
    QVERIFY(QFile::remove(path(m_pid))); // by the successor, or replaced
    QVERIFY(QFile::remove(path(m_sock)));
    old->abandonSuccession();
    QCOMPARE(readPidFile(path(m_pid))->pid, qint64(::getpid()));
    QTRY_COMPARE(rebound.count(), 1); // what happened meanwhile is noticed
    QVERIFY(isListening(path(m_sock)));
}

void tst_Presence::noSuccession_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("not established") << QStringLiteral("nothing") << ErrorCode::NotRunning;
    QTest::newRow("draining") << QStringLiteral("draining") << ErrorCode::Draining;
    QTest::newRow("socket is away") << QStringLiteral("socket") << ErrorCode::NotRunning;
    QTest::newRow("lock is away") << QStringLiteral("lock") << ErrorCode::NotRunning;
}

void tst_Presence::noSuccession()
{
    QFETCH(const QString, what);
    QFETCH(const ErrorCode, code);
    const auto presence = make();
    FileDescriptor socket;
    if (what != u"nothing") {
        QVERIFY(presence->establish());
        socket = presence->takeSocket();
    }
    if (what == u"draining")
        QVERIFY(presence->moveAside());
    if (what == u"socket")
        QVERIFY(QFile::remove(path(m_sock)));
    if (what == u"lock")
        QVERIFY(QFile::remove(path(m_lock)));
    const Result<Inheritance> inheritance = presence->beginSuccession();
    QVERIFY(!inheritance);
    QCOMPARE(inheritance.error().code(), code);
}

void tst_Presence::inheritsNothingWrong()
{
    const auto old = make();
    QVERIFY(old->establish());
    const FileDescriptor socket = old->takeSocket();
    const Inheritance inheritance = *old->beginSuccession();
    const Inheritance broken[] = {
        {-1, inheritance.socketFd, inheritance.socketInode},
        {inheritance.lockFd, -1, inheritance.socketInode},
        {inheritance.socketFd, inheritance.lockFd, inheritance.socketInode},
        {inheritance.lockFd, inheritance.socketFd, inheritance.socketInode + 1},
    };
    for (const Inheritance &wrong : broken) {
        QVERIFY(wrong.isGiven());
        const auto fresh = make();
        QVERIFY(!fresh->adopt(copyOf(wrong)));
        QVERIFY(!fresh->takeSocket().isValid());
        fresh->withdraw();
    }
    QVERIFY(!Inheritance().isGiven());
    // The one that serves has lost nothing.
    QCOMPARE(files(), QStringList({m_lock, m_pid, m_sock}));
    QVERIFY(isListening(path(m_sock)));
    QVERIFY(InstanceLock::isHeld(path(m_lock)));
}

void tst_Presence::verifies()
{
    const auto presence = make();
    QVERIFY(!presence->verify());
    QVERIFY(presence->establish());
    QVERIFY(presence->verify());
    QVERIFY(QFile::remove(path(m_sock)));
    const Result<void> broken = presence->verify();
    QVERIFY(!broken);
    QVERIFY2(broken.error().message().contains(m_sock), qPrintable(broken.error().message()));
    QTRY_VERIFY(presence->verify()); // put back
}

QTEST_GUILESS_MAIN(tst_Presence)
#include "tst_presence.moc"
