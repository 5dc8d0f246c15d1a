#include "core/daemonrpc/service/logging/logfile_p.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

/// Files of this process cannot grow beyond a size while it lives, as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
        : m_handler(::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_handler);
    }

    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before = {};
    void (*m_handler)(int);
};

class tst_LogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void appends();
    void modes_data();
    void modes();
    void refuses_data();
    void refuses();
    void rotates_data();
    void rotates();
    void oneLineLargerThanTheLimit();
    void twoWritersRotateOnce();
    void removedFile();
    void renamedFile();
    void removedDirectory();
    void fullDisk();
    void cannotRotate();
    void standardStreamsFollow();

private:
    [[nodiscard]] QString path(const QString &name = u"log"_s) const { return m_directory->filePath(name); }

    [[nodiscard]] LogFile::Settings settings(qint64 maxBytes = 0, int maxFiles = 1) const
    {
        return {path(), maxBytes, maxFiles, false};
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_LogFile::init() { m_directory = std::make_unique<QTemporaryDir>(); }

void tst_LogFile::appends()
{
    {
        LogFile file(settings());
        QVERIFY(file.write("one\n")); // opens by itself
    }
    LogFile file(settings());
    QVERIFY(file.open());
    QVERIFY(file.write("two\n"));
    QCOMPARE(contents(path()), "one\ntwo\n"_ba);
}

void tst_LogFile::modes_data()
{
    QTest::addColumn<int>("before"); // -1: no file
    QTest::addColumn<int>("mask");
    QTest::addColumn<int>("after");
    QTest::newRow("new") << -1 << 0 << 0600;
    QTest::newRow("new, with a strict umask") << -1 << 0777 << 0600;
    QTest::newRow("readable by a group") << 0640 << 022 << 0640;
    QTest::newRow("writable by others") << 0666 << 022 << 0644;
}

void tst_LogFile::modes()
{
    QFETCH(const int, before);
    QFETCH(const int, mask);
    QFETCH(const int, after);
    if (before >= 0) {
        QFile existing(path());
        QVERIFY(existing.open(QIODevice::WriteOnly));
        QCOMPARE(::chmod(QFile::encodeName(path()).constData(), static_cast<mode_t>(before)), 0);
    }
    const mode_t umaskBefore = ::umask(static_cast<mode_t>(mask));
    LogFile file(settings());
    const bool isOpen = file.open().has_value();
    ::umask(umaskBefore);
    QVERIFY(isOpen);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), after);
}

void tst_LogFile::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("message");
    QTest::newRow("link") << u"link"_s << u"is a symbolic link"_s;
    QTest::newRow("dangling link") << u"dangling"_s << u"is a symbolic link"_s;
    QTest::newRow("hard link") << u"hard"_s << u"has a second name"_s;
    QTest::newRow("FIFO") << u"fifo"_s << u"is not a regular file"_s;
    QTest::newRow("directory") << u"directory"_s << u"cannot open the log"_s;
    QTest::newRow("no directory") << u"missing"_s << u"cannot open the log"_s;
}

void tst_LogFile::refuses()
{
    QFETCH(const QString, what);
    QFETCH(const QString, message);
    QFile target(path(u"target"_s));
    QVERIFY(target.open(QIODevice::WriteOnly));
    LogFile::Settings wanted = settings();
    if (what == u"link"_s)
        QVERIFY(QFile::link(path(u"target"_s), path()));
    else if (what == u"dangling"_s)
        QVERIFY(QFile::link(path(u"nothing"_s), path()));
    else if (what == u"hard"_s)
        QCOMPARE(
            ::link(QFile::encodeName(path(u"target"_s)).constData(), QFile::encodeName(path()).constData()),
            0);
    else if (what == u"fifo"_s)
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    else if (what == u"directory"_s)
        QVERIFY(QDir().mkdir(path()));
    else
        wanted.path = path(u"none/log"_s);
    LogFile file(wanted);
    const Result<void> opened = file.open();
    QVERIFY(!opened);
    QVERIFY2(opened.error().message().contains(message), qUtf8Printable(opened.error().message()));
    QVERIFY2(opened.error().message().contains(wanted.path), qUtf8Printable(opened.error().message()));
    QVERIFY(!file.write("x\n"));
    QCOMPARE(contents(path(u"target"_s)), QByteArray());
    QVERIFY(!QFile::exists(path(u"nothing"_s)));
}

void tst_LogFile::rotates_data()
{
    QTest::addColumn<int>("maxFiles");
    QTest::addColumn<int>("lines");             // of 10 bytes; a file takes 10
    QTest::addColumn<QList<int>>("firstLines"); // of log, log.1, log.2 …
    QTest::newRow("not yet") << 3 << 10 << QList<int>{0};
    QTest::newRow("once") << 3 << 11 << QList<int>{10, 0};
    QTest::newRow("twice") << 3 << 25 << QList<int>{20, 10, 0};
    QTest::newRow("the oldest goes") << 3 << 35 << QList<int>{30, 20, 10};
    QTest::newRow("many times") << 3 << 1005 << QList<int>{1000, 990, 980};
    QTest::newRow("two files") << 2 << 35 << QList<int>{30, 20};
    QTest::newRow("one file is emptied") << 1 << 35 << QList<int>{30};
}

void tst_LogFile::rotates()
{
    QFETCH(const int, maxFiles);
    QFETCH(const int, lines);
    QFETCH(const QList<int>, firstLines);
    LogFile file(settings(100, maxFiles));
    for (int i = 0; i < lines; ++i)
        QVERIFY(file.write(QByteArray::number(i).rightJustified(9, '0') + '\n'));
    const QStringList names = QDir(m_directory->path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names.size(), firstLines.size());
    for (qsizetype i = 0; i < firstLines.size(); ++i) {
        const QByteArray data = contents(i == 0 ? path() : path(u"log.%1"_s.arg(i)));
        QCOMPARE(data.first(9).toInt(), firstLines[i]);
        QVERIFY(data.size() <= 100);
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(path(names[i])).constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 07777), 0600);
    }
}

void tst_LogFile::oneLineLargerThanTheLimit()
{
    LogFile file(settings(100, 2));
    const QByteArray large = QByteArray(150, 'x') + '\n';
    QVERIFY(file.write("one\n"));
    QVERIFY(file.write(large));
    QCOMPARE(contents(path()), large);
    QCOMPARE(contents(path(u"log.1"_s)), "one\n"_ba);
}

void tst_LogFile::twoWritersRotateOnce()
{
    LogFile one(settings(100, 5));
    LogFile two(settings(100, 5));
    int written = 0;
    for (int i = 0; i < 40; ++i) {
        written += one.write("1--------\n") ? 1 : 0;
        written += two.write("2--------\n") ? 1 : 0;
    }
    QCOMPARE(written, 80);
    // One that finds the file rotated by the other goes on in the new one instead of rotating that as well.
    int lines = 0;
    for (const QString &name : QDir(m_directory->path()).entryList(QDir::Files)) {
        const QByteArray data = contents(path(name));
        QVERIFY2(data.size() >= 90 || name == u"log"_s, qPrintable(name));
        QVERIFY(data.size() <= 200);
        lines += static_cast<int>(data.count('\n'));
    }
    QVERIFY2(lines >= 40, QByteArray::number(lines));
}

void tst_LogFile::removedFile()
{
    LogFile file(settings());
    QVERIFY(file.write("one\n"));
    QVERIFY(QFile::remove(path()));
    QVERIFY(file.write("two\n")); // noticed at once
    QCOMPARE(contents(path()), "two\n"_ba);
}

void tst_LogFile::renamedFile()
{
    LogFile file(settings());
    QVERIFY(file.write("one\n"));
    QVERIFY(QFile::rename(path(), path(u"old"_s)));
    // Within the check interval lines go to the old file: they are not lost.
    int written = 1;
    QVERIFY(QTest::qWaitFor([&] { return file.write("x\n") && ++written > 0 && QFile::exists(path()); }));
    QCOMPARE(contents(path(u"old"_s)).count('\n') + contents(path()).count('\n'), written);
}

void tst_LogFile::removedDirectory()
{
    QDir(m_directory->path()).mkdir(u"logs"_s);
    LogFile::Settings wanted = settings();
    wanted.path = path(u"logs/log"_s);
    LogFile file(wanted);
    QVERIFY(file.write("one\n"));
    QVERIFY(QDir(path(u"logs"_s)).removeRecursively());
    QVERIFY(!file.write("two\n"));
    QVERIFY(!file.write("three\n"));
    QVERIFY(!QFile::exists(path(u"logs"_s))); // not ours to make
    QVERIFY(QDir(m_directory->path()).mkdir(u"logs"_s));
    QVERIFY(QTest::qWaitFor([&file] { return file.write("four\n"); }));
    QCOMPARE(contents(wanted.path), "four\n"_ba);
}

void tst_LogFile::fullDisk()
{
    LogFile file(settings());
    QVERIFY(file.write("one\n"));
    {
        const FullDisk full(8);
        QVERIFY(!file.write("two, of which a part fits\n"));
        QCOMPARE(contents(path()), "one\ntwo,"_ba);
        QVERIFY(!file.write("three\n")); // a pause: not every line tries
    }
    QVERIFY(QTest::qWaitFor([&file] { return file.write("four\n"); }));
    // What was cut does not become a part of what follows.
    QCOMPARE(contents(path()), "one\ntwo,\nfour\n"_ba);
}

void tst_LogFile::cannotRotate()
{
    // A directory with something in it stands where the old file should go.
    QVERIFY(QDir(m_directory->path()).mkpath(u"log.1/x"_s));
    LogFile file(settings(100, 2));
    int written = 0;
    while (file.write("123456789\n")) {
        ++written;
        QVERIFY(written < 1000);
    }
    QCOMPARE(written, 20); // twice the limit, then lines are lost instead of the disk
    QCOMPARE(contents(path()).size(), 200);
    QVERIFY(QDir(path(u"log.1"_s)).removeRecursively());
    QVERIFY(QTest::qWaitFor([&file] { return file.write("again\n"); }));
    QCOMPARE(contents(path()), "again\n"_ba);
    QCOMPARE(contents(path(u"log.1"_s)).size(), 200);
}

void tst_LogFile::standardStreamsFollow()
{
    const FileDescriptor savedOutput(::dup(STDOUT_FILENO));
    const FileDescriptor savedError(::dup(STDERR_FILENO));
    LogFile::Settings wanted = settings(100, 3);
    wanted.takesStandardStreams = true;
    QByteArray failure;
    {
        LogFile file(wanted);
        if (!file.open() || !file.write(QByteArray(89, 'x') + '\n'))
            failure = "not written";
        if (::write(STDERR_FILENO, "stray\n", 6) != 6)
            failure = "stray output failed";
        // It counts: the next line finds the file full.
        if (!file.write("12345\n") || ::write(STDOUT_FILENO, "more\n", 5) != 5)
            failure = "not rotated";
    }
    ::dup2(savedOutput.get(), STDOUT_FILENO);
    ::dup2(savedError.get(), STDERR_FILENO);
    QCOMPARE(failure, QByteArray());
    QCOMPARE(contents(path(u"log.1"_s)), QByteArray(89, 'x') + "\nstray\n");
    QCOMPARE(contents(path()), "12345\nmore\n"_ba);
}

QTEST_GUILESS_MAIN(tst_LogFile)

#include "tst_logfile.moc"
