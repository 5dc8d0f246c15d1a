#include "inchild.h"

#include <daemonrpc/instance/buildidentity.h>
#include <daemonrpc/instance/pidfile.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace DaemonRpc;

class tst_PidFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ofThisProcess();
    void describes();
    void roundTrip();
    void modeWithAnyUmask();
    void replacesLinkInsteadOfFollowing();
    void cleansUpAfterDeadWriter();
    void failsWithoutDirectory();
    void tolerates_data();
    void tolerates();
    void refusesLink();
    void refusesForeignFile();
    void startTicks();

private:
    [[nodiscard]] InstanceInfo sample() const
    {
        return {42, 1700000000123, 1600000000456, "0123456789abcdef", 789};
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

void tst_PidFile::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("daemon-rpc-a.pid"));
}

void tst_PidFile::ofThisProcess()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const InstanceInfo info = InstanceInfo::ofThisProcess();
    QCOMPARE(info.pid, qint64(::getpid()));
    QVERIFY(info.startedAtMs >= before && info.startedAtMs <= QDateTime::currentMSecsSinceEpoch());
    QCOMPARE(info.buildId, BuildIdentity::current().id);
    QCOMPARE(info.buildTimestampMs, BuildIdentity::current().timestampMs);
    QCOMPARE(info.processStartTicks, processStartTicks(::getpid()));
}

void tst_PidFile::describes()
{
    const QString year = QString::number(QDateTime::fromMSecsSinceEpoch(sample().startedAtMs).date().year());
    QVERIFY2(sample().describe().startsWith(QStringLiteral("pid 42, since ") + year),
             qPrintable(sample().describe()));
}

void tst_PidFile::roundTrip()
{
    QVERIFY(writePidFile(m_path, sample()));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files).size(), 1);
    Result<InstanceInfo> read = readPidFile(m_path);
    QVERIFY(read && *read == sample());
    InstanceInfo second = sample();
    second.pid = 43;
    QVERIFY(writePidFile(m_path, second));
    read = readPidFile(m_path);
    QVERIFY(read && *read == second);
}

void tst_PidFile::modeWithAnyUmask()
{
    for (const mode_t mask : {0U, 022U, 0777U}) {
        const QByteArray written = inChild([&] {
            ::umask(mask);
            return QByteArray(writePidFile(m_path, sample()) ? "ok" : "failed");
        });
        QCOMPARE(written, QByteArray("ok"));
        struct stat status = {};
        QCOMPARE(::lstat(QFile::encodeName(m_path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0600U);
    }
}

void tst_PidFile::replacesLinkInsteadOfFollowing()
{
    const QString victim = m_directory->filePath(QStringLiteral("victim"));
    {
        QFile file(victim);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
    }
    QVERIFY(QFile::link(victim, m_path));
    QVERIFY(QFile::link(victim, m_path + QStringLiteral(".new")));
    QVERIFY(writePidFile(m_path, sample()));
    QVERIFY(!QFileInfo(m_path).isSymLink());
    QFile file(victim);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void tst_PidFile::cleansUpAfterDeadWriter()
{
    QFile file(m_path + QStringLiteral(".new"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("half a");
    file.close();
    QVERIFY(writePidFile(m_path, sample()));
    QVERIFY(!file.exists());
    QVERIFY(*readPidFile(m_path) == sample());
}

void tst_PidFile::failsWithoutDirectory()
{
    const Result<void> written = writePidFile(m_directory->filePath(QStringLiteral("no/file")), sample());
    QVERIFY(!written);
    QVERIFY(written.error().message().contains(m_directory->path()));
}

void tst_PidFile::tolerates_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<qint64>("pid"); // 0: refused
    QTest::newRow("pid alone") << QByteArray("pid=7\n") << qint64(7);
    QTest::newRow("no last newline") << QByteArray("build_id=x\npid=7") << qint64(7);
    QTest::newRow("unknown keys and noise")
        << QByteArray("=\n\n\x80\xff\nfuture=1\nnoise\npid = 7 \n") << qint64(7);
    QTest::newRow("bad numbers elsewhere") << QByteArray("pid=7\nstarted_at_ms=yesterday\n") << qint64(7);
    QTest::newRow("largest") << QByteArray("pid=7\n").append(maxPidFileBytes - 6, '#') << qint64(7);
    QTest::newRow("too long") << QByteArray("pid=7\n").append(maxPidFileBytes - 5, '#') << qint64(0);
    QTest::newRow("empty") << QByteArray() << qint64(0);
    QTest::newRow("negative pid") << QByteArray("pid=-1\n") << qint64(0);
    QTest::newRow("overflowing pid") << QByteArray("pid=99999999999999999999\n") << qint64(0);
    QTest::newRow("classic pid file") << QByteArray("4711\n") << qint64(0);
    QTest::newRow("zeros") << QByteArray(100, '\0') << qint64(0);
}

void tst_PidFile::tolerates()
{
    QFETCH(QByteArray, content);
    QFETCH(qint64, pid);
    write(content);
    const Result<InstanceInfo> read = readPidFile(m_path);
    QCOMPARE(read ? read->pid : 0, pid);
    if (!read)
        QCOMPARE(read.error().code(), ErrorCode::InvalidArgument);
}

void tst_PidFile::refusesLink()
{
    QCOMPARE(readPidFile(m_path).error().code(), ErrorCode::NotRunning);
    write("pid=7\n");
    const QString link = m_path + QStringLiteral(".link");
    QVERIFY(QFile::link(m_path, link));
    QCOMPARE(readPidFile(link).error().code(), ErrorCode::UnsafeDirectory);
    QCOMPARE(readPidFile(m_directory->path()).error().code(), ErrorCode::UnsafeDirectory);
    QCOMPARE(::mkfifo(QFile::encodeName(m_path + QStringLiteral(".fifo")).constData(), 0600), 0);
    QCOMPARE(readPidFile(m_path + QStringLiteral(".fifo")).error().code(), ErrorCode::UnsafeDirectory);
}

void tst_PidFile::refusesForeignFile()
{
    write("pid=7\n");
    QVERIFY(readPidFile(m_path, ::geteuid()));
    const Result<InstanceInfo> read = readPidFile(m_path, ::geteuid() + 1);
    QVERIFY(!read);
    QCOMPARE(read.error().code(), ErrorCode::UnsafeDirectory);
}

void tst_PidFile::startTicks()
{
#ifdef Q_OS_LINUX
    const qint64 ours = processStartTicks(::getpid());
    QVERIFY(ours > 0);
    QVERIFY(processStartTicks(::getppid()) <= ours);
#endif
    QCOMPARE(processStartTicks(-1), 0);
}

QTEST_GUILESS_MAIN(tst_PidFile)
#include "tst_pidfile.moc"
