#include "tests/instance/inchild.h"

#include <daemonrpc/service/process/classicpidfile.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_ClassicPidFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void cleanup() { m_directory.reset(); }

    void holdsThePid();
    void goesWithTheObject();
    void anothersFileStays();
    void abandonedFileStays();
    void preparingChangesNothing();
    void replaces_data();
    void replaces();
    void refuses_data();
    void refuses();
    void afterADropOfPrivileges();

private:
    [[nodiscard]] QString path() const { return m_directory->filePath(u"x.pid"_s); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

    static bool put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

static QByteArray own() { return QByteArray::number(qint64(::getpid())) + '\n'; }

void tst_ClassicPidFile::holdsThePid()
{
    const mode_t umask = ::umask(077);
    const Result<ClassicPidFile> file = ClassicPidFile::write(path(), ::geteuid());
    ::umask(umask);
    QVERIFY2(file, qUtf8Printable(file ? QString() : file.error().message()));
    QCOMPARE(contentOf(path()), own());
    QVERIFY(file->isStillOurs());
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0644));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files), QStringList{u"x.pid"_s});
}

void tst_ClassicPidFile::goesWithTheObject()
{
    Result<ClassicPidFile> file = ClassicPidFile::write(path(), ::geteuid());
    QVERIFY(file);
    {
        const ClassicPidFile moved = std::move(*file);
        QVERIFY(QFile::exists(path()));
    }
    QVERIFY(!QFile::exists(path()));
}

void tst_ClassicPidFile::anothersFileStays()
{
    Result<ClassicPidFile> file = ClassicPidFile::write(path(), ::geteuid());
    QVERIFY(file);
    QVERIFY(QFile::remove(path()) && put(path(), own())); // even with the same content
    QVERIFY(!file->isStillOurs());
    file->remove();
    QVERIFY(QFile::exists(path()));
}

void tst_ClassicPidFile::abandonedFileStays()
{
    Result<ClassicPidFile> file = ClassicPidFile::write(path(), ::geteuid());
    QVERIFY(file);
    file->abandon();
    file->remove();
    QCOMPARE(contentOf(path()), own());
}

void tst_ClassicPidFile::preparingChangesNothing()
{
    QVERIFY(ClassicPidFile::prepare(path(), ::geteuid()));
    QVERIFY(!QFile::exists(path()));
    Result<ClassicPidFile> running = ClassicPidFile::write(path(), ::geteuid());
    QVERIFY(running);
    QVERIFY(ClassicPidFile::prepare(path(), ::geteuid()));
    QVERIFY(running->isStillOurs());
    QVERIFY(!ClassicPidFile::prepare(m_directory->filePath(u"no/such/folder"_s), ::geteuid()));
    QVERIFY(!ClassicPidFile::prepare(m_directory->path(), ::geteuid()));
    QVERIFY(!ClassicPidFile::prepare(u"x.pid"_s, ::geteuid()));
}

void tst_ClassicPidFile::replaces_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a pid of old") << QByteArray("4711\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no line feed") << QByteArray(" 4711");
}

void tst_ClassicPidFile::replaces()
{
    QFETCH(const QByteArray, content);
    QVERIFY(put(path(), content));
    const Result<ClassicPidFile> file = ClassicPidFile::write(path(), ::geteuid());
    QVERIFY(file);
    QCOMPARE(contentOf(path()), own());
}

void tst_ClassicPidFile::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("another file") << u"file"_s << ErrorCode::UnsafeDirectory;
    QTest::newRow("long file that begins like a pid") << u"digits"_s << ErrorCode::UnsafeDirectory;
    QTest::newRow("link") << u"link"_s << ErrorCode::UnsafeDirectory;
    QTest::newRow("directory") << u"directory"_s << ErrorCode::UnsafeDirectory;
    QTest::newRow("relative") << u"relative"_s << ErrorCode::InvalidArgument;
}

void tst_ClassicPidFile::refuses()
{
    QFETCH(const QString, what);
    QString target = path();
    const QByteArray precious = what == u"digits"_s ? QByteArray(1000, '1') : QByteArray("precious");
    QVERIFY(put(m_directory->filePath(u"precious"_s), precious));
    if (what == u"file"_s || what == u"digits"_s)
        target = m_directory->filePath(u"precious"_s);
    else if (what == u"link"_s)
        QVERIFY(QFile::link(u"precious"_s, target));
    else if (what == u"directory"_s)
        QVERIFY(QDir().mkdir(target));
    else
        target = u"x.pid"_s;
    const Result<ClassicPidFile> file = ClassicPidFile::write(target, ::geteuid());
    QVERIFY(!file);
    QTEST(file.error().code(), "code");
    QCOMPARE(contentOf(m_directory->filePath(u"precious"_s)), precious);
}

// Root's folder: the daemon's user can neither remove the file nor make a new one, but it is its own.
void tst_ClassicPidFile::afterADropOfPrivileges()
{
    if (::geteuid() != 0)
        QSKIP("needs root, to become another user");
    const QTemporaryDir root(u"/tmp/drp-XXXXXX"_s); // TMPDIR may be closed to other users
    QVERIFY(::chmod(QFile::encodeName(root.path()).constData(), 0711) == 0);
    const QString target = root.filePath(u"x.pid"_s);
    const QByteArray seen = inChild([&target]() -> QByteArray {
        Result<ClassicPidFile> file = ClassicPidFile::write(target, someOtherUser);
        if (!file)
            return file.error().message().toUtf8();
        if (::setresuid(someOtherUser, someOtherUser, someOtherUser) != 0)
            return "no setresuid";
        file->remove();
        const QByteArray emptied = contentOf(target);
        const Result<ClassicPidFile> again = ClassicPidFile::write(target, someOtherUser);
        if (!again)
            return "again: " + again.error().message().toUtf8();
        return emptied + (contentOf(target) == own() ? "rewritten" : "not rewritten");
    });
    QCOMPARE(seen, QByteArray("rewritten"));
}

QTEST_GUILESS_MAIN(tst_ClassicPidFile)

#include "tst_classicpidfile.moc"
