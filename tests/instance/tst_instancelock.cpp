#include "inchild.h"

#include <daemonrpc/instance/instancelock.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_InstanceLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acquiresOnce();
    void fileHasMode0600();
    void refusesUnsafeFiles_data();
    void refusesUnsafeFiles();
    void refusesForeignFile();
    void askingChangesNothing();
    void startIsMarked();
    void waitEndsWithTheStart();
    void waitEndsWithTheStarter();
    void waitTimesOut();
    void noticesReplacedFile();
    void moves();
    void oneWinnerOfFifty();
    void killedHolderReleases();
    void handOverHistory();
    void handOverHistoryIsBounded();
    void inherited();
    void inheritsNothingElse_data();
    void inheritsNothingElse();
    void toleratesGarbage_data();
    void toleratesGarbage();

private:
    std::unique_ptr<QProcess> startHelper()
    {
        auto helper = std::make_unique<QProcess>();
        helper->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        helper->start(QStringLiteral(INSTANCE_HELPER), {QStringLiteral("lock"), m_path});
        return helper;
    }

    static QByteArray ask(QProcess &helper, const QByteArray &command)
    {
        helper.write(command + '\n');
        return answer(helper);
    }

    static QByteArray answer(QProcess &helper)
    {
        while (!helper.canReadLine() && helper.waitForReadyRead(20000)) {}
        return helper.readLine().trimmed();
    }

    static bool end(QProcess &helper)
    {
        helper.closeWriteChannel();
        return helper.waitForFinished();
    }

    void write(const QByteArray &content)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void tst_InstanceLock::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("daemon-rpc-a.lock"));
}

void tst_InstanceLock::acquiresOnce()
{
    QVERIFY(!InstanceLock::isHeld(m_path));
    {
        const Result<InstanceLock> lock = InstanceLock::acquire(m_path);
        QVERIFY(lock && lock->isLocked() && lock->isStillOurs());
        QVERIFY(InstanceLock::isHeld(m_path));
        const Result<InstanceLock> second =
            InstanceLock::acquire(m_path); // another description, as in a process
        QVERIFY(!second);
        QCOMPARE(second.error().code(), ErrorCode::AlreadyRunning);
        QVERIFY(second.error().message().contains(m_path));
        const std::unique_ptr<QProcess> other = startHelper();
        QCOMPARE(ask(*other, "acquire"), QByteArray("already_running"));
        QVERIFY(end(*other));
        QVERIFY(lock->isStillOurs());
    }
    QVERIFY(!InstanceLock::isHeld(m_path));
    QVERIFY2(QFile::exists(m_path), "the lock file is never unlinked");
    Result<InstanceLock> again = InstanceLock::acquire(m_path);
    QVERIFY(again);
    again->release();
    QVERIFY(!again->isLocked() && !again->isStillOurs());
    QVERIFY(!InstanceLock::isHeld(m_path));
}

void tst_InstanceLock::fileHasMode0600()
{
    for (const mode_t mask : {0U, 0777U}) {
        QFile::remove(m_path);
        const QByteArray acquired = inChild([&] {
            ::umask(mask);
            return QByteArray(InstanceLock::acquire(m_path) ? "ok" : "failed");
        });
        QCOMPARE(acquired, QByteArray("ok"));
        struct stat status = {};
        QCOMPARE(::lstat(QFile::encodeName(m_path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0600U);
    }
}

void tst_InstanceLock::refusesUnsafeFiles_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"link", "dangling link", "hard link", "fifo"})
        QTest::newRow(kind) << kind;
}

void tst_InstanceLock::refusesUnsafeFiles()
{
    QFETCH(QString, kind);
    const QString victim = m_directory->filePath(QStringLiteral("victim"));
    QFile file(victim);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    const QByteArray path = QFile::encodeName(m_path);
    if (kind == u"link")
        QVERIFY(QFile::link(victim, m_path));
    else if (kind == u"dangling link")
        QVERIFY(QFile::link(m_directory->filePath(QStringLiteral("nothing")), m_path));
    else if (kind == u"hard link")
        QCOMPARE(::link(QFile::encodeName(victim).constData(), path.constData()), 0);
    else
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);

    const Result<InstanceLock> lock = InstanceLock::acquire(m_path);
    QVERIFY(!lock);
    QCOMPARE(lock.error().code(), ErrorCode::UnsafeDirectory);
    QVERIFY(!InstanceLock::isHeld(m_path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
    QVERIFY(!QFile::exists(m_directory->filePath(QStringLiteral("nothing"))));
}

void tst_InstanceLock::refusesForeignFile()
{
    write({});
    if (::geteuid() != 0)
        QSKIP("giving a file to another user needs root");
    QCOMPARE(::chown(QFile::encodeName(m_path).constData(), someOtherUser, someOtherUser), 0);
    const Result<InstanceLock> lock = InstanceLock::acquire(m_path);
    QVERIFY(!lock);
    QCOMPARE(lock.error().code(), ErrorCode::UnsafeDirectory);
}

void tst_InstanceLock::askingChangesNothing()
{
    QVERIFY(!InstanceLock::isHeld(m_path));
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(!InstanceLock::isHeld(m_directory->path()));
    QVERIFY(!InstanceLock::isHeld(m_directory->filePath(QStringLiteral("no/such/file"))));

    // Asking all the time never makes somebody else's acquire() fail.
    QCOMPARE(ask(*startHelper(), "acquire"), QByteArray("held"));
    const std::unique_ptr<QProcess> other = startHelper();
    for (int i = 0; i < 100; ++i) {
        other->write("acquire\nrelease\n");
        for (int asked = 0; asked < 20; ++asked)
            InstanceLock::isHeld(m_path);
        QCOMPARE(answer(*other), QByteArray("held"));
        QCOMPARE(answer(*other), QByteArray("ok"));
    }
    QVERIFY(end(*other));
}

void tst_InstanceLock::startIsMarked()
{
    QVERIFY2(InstanceLock::waitWhileStarting(m_path, 0ms), "no file: nobody starts");
    Result<InstanceLock> lock = InstanceLock::acquire(m_path);
    QVERIFY(lock);
    QVERIFY(!InstanceLock::waitWhileStarting(m_path, 0ms));
    lock->markStartFinished();
    QVERIFY(InstanceLock::waitWhileStarting(m_path, 0ms));
    QVERIFY2(InstanceLock::isHeld(m_path), "a started daemon still lives");
    QCOMPARE(InstanceLock::acquire(m_path).error().code(), ErrorCode::AlreadyRunning);
    lock->markStartFinished();
    lock->release();
    lock->markStartFinished();
}

void tst_InstanceLock::waitEndsWithTheStart()
{
    const std::unique_ptr<QProcess> starter = startHelper();
    QCOMPARE(ask(*starter, "acquire"), QByteArray("held"));
    const std::unique_ptr<QProcess> loser = startHelper();
    QCOMPARE(ask(*loser, "acquire"), QByteArray("already_running"));
    loser->write("wait\n");
    QVERIFY2(!loser->waitForReadyRead(100), "it must wait while the other starts");
    QCOMPARE(ask(*starter, "started"), QByteArray("ok"));
    QCOMPARE(answer(*loser), QByteArray("started"));
    QVERIFY(InstanceLock::isHeld(m_path));
    QVERIFY(end(*loser) && end(*starter));
}

void tst_InstanceLock::waitEndsWithTheStarter()
{
    const std::unique_ptr<QProcess> starter = startHelper();
    QCOMPARE(ask(*starter, "acquire"), QByteArray("held"));
    const std::unique_ptr<QProcess> loser = startHelper();
    loser->write("wait\n");
    QVERIFY(!loser->waitForReadyRead(50));
    starter->kill();
    QCOMPARE(answer(*loser), QByteArray("started"));
    QVERIFY(!InstanceLock::isHeld(m_path));
    QVERIFY(end(*loser) && starter->waitForFinished());
}

void tst_InstanceLock::waitTimesOut()
{
    const Result<InstanceLock> lock = InstanceLock::acquire(m_path);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!InstanceLock::waitWhileStarting(m_path, 50ms));
    QVERIFY(timer.elapsed() >= 50);
}

void tst_InstanceLock::noticesReplacedFile()
{
    const Result<InstanceLock> lock = InstanceLock::acquire(m_path);
    QVERIFY(lock && lock->isStillOurs());
    QVERIFY(QFile::remove(m_path));
    QVERIFY(!lock->isStillOurs());
    const Result<InstanceLock> next = InstanceLock::acquire(m_path);
    QVERIFY2(next, "the name is free again");
    QVERIFY(!lock->isStillOurs());
    QVERIFY(next->isStillOurs());
}

void tst_InstanceLock::moves()
{
    Result<InstanceLock> first = InstanceLock::acquire(m_path);
    const QString otherPath = m_directory->filePath(QStringLiteral("daemon-rpc-b.lock"));
    Result<InstanceLock> second = InstanceLock::acquire(otherPath);
    QVERIFY(first && second);
    InstanceLock lock = std::move(*first);
    QVERIFY(lock.isStillOurs());
    lock = std::move(*second);
    QVERIFY2(!InstanceLock::isHeld(m_path), "assigning releases what was held");
    QVERIFY(InstanceLock::isHeld(otherPath));
    QCOMPARE(lock.path(), otherPath);
}

void tst_InstanceLock::oneWinnerOfFifty()
{
    constexpr int racers = 50;
    std::vector<std::unique_ptr<QProcess>> helpers;
    for (int i = 0; i < racers; ++i)
        helpers.push_back(startHelper());
    for (const std::unique_ptr<QProcess> &helper : helpers)
        QVERIFY(helper->waitForStarted());
    for (const std::unique_ptr<QProcess> &helper : helpers) {
        helper->write("acquire\n");
        helper->waitForBytesWritten();
    }
    int winners = 0;
    for (const std::unique_ptr<QProcess> &helper : helpers) {
        const QByteArray word = answer(*helper);
        winners += word == "held" ? 1 : 0;
        QVERIFY2(word == "held" || word == "already_running", word.constData());
    }
    QCOMPARE(winners, 1);
    QVERIFY(InstanceLock::isHeld(m_path));
    for (const std::unique_ptr<QProcess> &helper : helpers)
        QVERIFY(end(*helper));
    QVERIFY(!InstanceLock::isHeld(m_path));
}

void tst_InstanceLock::killedHolderReleases()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t holder = ::fork();
    if (holder == 0) {
        const Result<InstanceLock> lock = InstanceLock::acquire(m_path);
        if (!lock || ::write(ends[1], "x", 1) != 1)
            ::_exit(1);
        ::alarm(30);
        for (;;)
            ::pause();
    }
    char byte = 0;
    QCOMPARE(::read(ends[0], &byte, 1), ssize_t(1));
    QVERIFY(InstanceLock::isHeld(m_path));
    QCOMPARE(::kill(holder, SIGKILL), 0);
    siginfo_t information = {};
    QCOMPARE(::waitid(P_PID, id_t(holder), &information, WEXITED | WNOWAIT), 0); // dead, and left a zombie
    QCOMPARE(::kill(holder, 0), 0);
    QVERIFY(!InstanceLock::isHeld(m_path));
    QVERIFY(InstanceLock::acquire(m_path));
    ::waitpid(holder, nullptr, 0);
    ::close(ends[0]);
    ::close(ends[1]);
}

void tst_InstanceLock::handOverHistory()
{
    {
        Result<InstanceLock> lock = InstanceLock::acquire(m_path);
        QCOMPARE(lock->handOverTimes(), QList<qint64>());
        QVERIFY(lock->recordHandOver(1700000000001ms));
    }
    Result<InstanceLock> next = InstanceLock::acquire(m_path);
    QVERIFY(next->recordHandOver(1700000000002ms));
    QCOMPARE(next->handOverTimes(), (QList<qint64>{1700000000001, 1700000000002}));
    QVERIFY2(InstanceLock::isHeld(m_path), "writing must not disturb the lock");
    next->release();
    QVERIFY(!next->recordHandOver(3ms));
    QCOMPARE(next->handOverTimes(), QList<qint64>());
}

void tst_InstanceLock::handOverHistoryIsBounded()
{
    Result<InstanceLock> lock = InstanceLock::acquire(m_path);
    const std::chrono::milliseconds epoch(9000000000000); // the longest numbers for centuries
    for (int i = 0; i < 3 * InstanceLock::maxHandOverTimes; ++i)
        QVERIFY(lock->recordHandOver(epoch + std::chrono::milliseconds(i)));
    const QList<qint64> times = lock->handOverTimes();
    QCOMPARE(times.size(), InstanceLock::maxHandOverTimes);
    QCOMPARE(times.last(), epoch.count() + 3 * InstanceLock::maxHandOverTimes - 1);
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    QVERIFY(QFileInfo(m_path).size() < 4096);
}

void tst_InstanceLock::inherited()
{
    Result<InstanceLock> first = InstanceLock::acquire(m_path);
    QVERIFY(first);
    first->markStartFinished();
    QVERIFY(first->recordHandOver(5ms));
    // What a child gets: another descriptor of the same open file, kept open through exec.
    const int copy = ::dup(first->descriptor());
    Result<InstanceLock> second = InstanceLock::adopt(FileDescriptor(copy), m_path);
    QVERIFY2(second, second ? "" : qPrintable(second.error().message()));
    QCOMPARE(second->descriptor(), copy);
    QCOMPARE(::fcntl(copy, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    QVERIFY(second->isStillOurs());
    QCOMPARE(second->handOverTimes(), QList<qint64>{5});
    QVERIFY(InstanceLock::waitWhileStarting(m_path, 0ms)); // nobody has to wait: somebody serves
    first->release();
    QVERIFY2(InstanceLock::isHeld(m_path), "the successor holds it on");
    QCOMPARE(InstanceLock::acquire(m_path).error().code(), ErrorCode::AlreadyRunning);
    second->release();
    QVERIFY(!InstanceLock::isHeld(m_path));
}

void tst_InstanceLock::inheritsNothingElse_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("closed") << QStringLiteral("closed") << ErrorCode::InvalidArgument;
    QTest::newRow("other file") << QStringLiteral("other") << ErrorCode::InvalidArgument;
    QTest::newRow("not locked") << QStringLiteral("not locked") << ErrorCode::NotRunning;
    QTest::newRow("locked by another") << QStringLiteral("rival") << ErrorCode::AlreadyRunning;
    QTest::newRow("replaced") << QStringLiteral("replaced") << ErrorCode::InvalidArgument;
}

void tst_InstanceLock::inheritsNothingElse()
{
    QFETCH(const QString, what);
    QFETCH(const ErrorCode, code);
    std::optional<InstanceLock> holder;
    if (what != u"not locked") {
        Result<InstanceLock> acquired = InstanceLock::acquire(m_path);
        QVERIFY(acquired);
        holder.emplace(std::move(*acquired));
    }
    const QString path = what == u"other" ? m_path + QStringLiteral(".other") : m_path;
    // An open file of its own, unless what is held is passed on.
    const int descriptor = what == u"replaced"
                               ? ::dup(holder->descriptor())
                               : ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT, 0600);
    QVERIFY(descriptor >= 0);
    if (what == u"closed")
        ::close(descriptor);
    if (what == u"replaced") {
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile(m_path).open(QIODevice::WriteOnly));
    }
    const Result<InstanceLock> adopted = InstanceLock::adopt(FileDescriptor(descriptor), m_path);
    QVERIFY(!adopted);
    QCOMPARE(adopted.error().code(), code);
    QCOMPARE(::fcntl(descriptor, F_GETFD), -1); // closed in any case
    QCOMPARE(InstanceLock::isHeld(m_path), what != u"not locked" && what != u"replaced");
}

void tst_InstanceLock::toleratesGarbage_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QList<qint64>>("times");
    QTest::newRow("noise") << QByteArray("abc\n\n-5\n12\n1e3\n\xff\xfe\n 13\n99999999999999999999\n")
                           << QList<qint64>{12, 13};
    QTest::newRow("no newline at the end") << QByteArray("12\n13") << QList<qint64>{12, 13};
    QTest::newRow("zeros") << QByteArray(5000, '\0') << QList<qint64>();
    QTest::newRow("huge") << QByteArray(10000000, 'x') << QList<qint64>();
}

void tst_InstanceLock::toleratesGarbage()
{
    QFETCH(QByteArray, content);
    QFETCH(QList<qint64>, times);
    write(content);
    Result<InstanceLock> lock = InstanceLock::acquire(m_path);
    QVERIFY(lock);
    QCOMPARE(lock->handOverTimes(), times);
    QVERIFY(lock->recordHandOver(14ms));
    QCOMPARE(lock->handOverTimes(), times + QList<qint64>{14});
    QVERIFY(QFileInfo(m_path).size() < 4096);
}

QTEST_GUILESS_MAIN(tst_InstanceLock)
#include "tst_instancelock.moc"
