#include "inchild.h"

#include <daemonrpc/instance/runtimedirectory.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace DaemonRpc;

static QByteArray outcome(const Result<void> &result)
{
    return result ? QByteArray("ok") : errorCodeName(result.error().code()).toLatin1();
}

static unsigned modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : 0;
}

class tst_RuntimeDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosesUserRuntimeDirectory();
    void choosesTemporaryDirectory_data();
    void choosesTemporaryDirectory();
    void ignoresTheUsualVariables();
    void overrides();
    void rejectsNul();
    void verify_data();
    void verify();
    void foreignOwner();
    void prepare_data();
    void prepare();
    void prepareWithoutParent();
    void prepareInReadOnlyParent();
    void forUser();
    void paths();
    void longPath();

private:
    [[nodiscard]] QString file(const char *name) const { return m_temporary->filePath(QLatin1String(name)); }

    [[nodiscard]] RuntimeDirectory overridden(const QString &path) const
    {
        return *RuntimeDirectory::choose({path, ::geteuid(), {}, {}});
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
};

void tst_RuntimeDirectory::init()
{
    qunsetenv("DAEMON_RPC_RUNTIME_DIR");
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temporary->isValid());
}

void tst_RuntimeDirectory::choosesUserRuntimeDirectory()
{
    const QString uid = QString::number(::geteuid());
    QVERIFY(QDir(m_temporary->path()).mkdir(uid));
    const Result<RuntimeDirectory> chosen =
        RuntimeDirectory::choose({{}, ::geteuid(), m_temporary->path(), QStringLiteral("/tmp")});
    QVERIFY(chosen);
    QCOMPARE(chosen->path(), m_temporary->filePath(uid + QStringLiteral("/daemon-rpc")));
    QVERIFY(!chosen->isOverride());
    QCOMPARE(chosen->owner(), quint32(::geteuid()));
}

void tst_RuntimeDirectory::choosesTemporaryDirectory_data()
{
    QTest::addColumn<QString>("obstacle");
    for (const char *obstacle : {"missing", "file", "link", "foreign"})
        QTest::newRow(obstacle) << obstacle;
}

void tst_RuntimeDirectory::choosesTemporaryDirectory()
{
    QFETCH(QString, obstacle);
    quint32 uid = ::geteuid();
    const QString inTheWay = m_temporary->filePath(QString::number(uid));
    if (obstacle == u"file") {
        QFile plain(inTheWay);
        QVERIFY(plain.open(QIODevice::WriteOnly));
    } else if (obstacle == u"link") {
        QVERIFY(QFile::link(QDir::tempPath(), inTheWay));
    } else if (obstacle == u"foreign") {
        ++uid; // the directory of that user is ours
        QVERIFY(QDir(m_temporary->path()).mkdir(QString::number(uid)));
    }
    const Result<RuntimeDirectory> chosen =
        RuntimeDirectory::choose({{}, uid, m_temporary->path(), QStringLiteral("/temporary")});
    QVERIFY(chosen);
    QCOMPARE(chosen->path(), QStringLiteral("/temporary/daemon-rpc-%1").arg(uid));
}

void tst_RuntimeDirectory::ignoresTheUsualVariables()
{
    const Result<RuntimeDirectory> before = RuntimeDirectory::resolve();
    const QByteArray after = inChild([] {
        qputenv("XDG_RUNTIME_DIR", "/nowhere");
        qputenv("TMPDIR", "/nowhere");
        qputenv("HOME", "/nowhere");
        return QFile::encodeName(RuntimeDirectory::resolve()->path());
    });
    QCOMPARE(QFile::decodeName(after), before->path());
}

void tst_RuntimeDirectory::overrides()
{
    QCOMPARE(RuntimeDirectory::resolve(QStringLiteral("/a/b/"))->path(), QStringLiteral("/a/b"));
    QCOMPARE(RuntimeDirectory::resolve(QStringLiteral("a/../b"))->path(),
             QDir::current().filePath(QStringLiteral("b")));
    qputenv("DAEMON_RPC_RUNTIME_DIR", "/environment");
    QCOMPARE(RuntimeDirectory::resolve()->path(), QStringLiteral("/environment"));
    QVERIFY(RuntimeDirectory::resolve()->isOverride());
    QCOMPARE(RuntimeDirectory::resolve(QStringLiteral("/argument"))->path(), QStringLiteral("/argument"));
    qputenv("DAEMON_RPC_RUNTIME_DIR", "");
    QVERIFY(!RuntimeDirectory::resolve()->isOverride());
}

void tst_RuntimeDirectory::rejectsNul()
{
    const Result<RuntimeDirectory> chosen = RuntimeDirectory::resolve(QStringLiteral("/tmp/a") + QChar::Null);
    QVERIFY(!chosen);
    QCOMPARE(chosen.error().code(), ErrorCode::InvalidArgument);
}

void tst_RuntimeDirectory::verify_data()
{
    QTest::addColumn<uint>("mode");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("isOverride");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray unsafe = "unsafe_directory";
    QTest::newRow("private") << 0700U << "directory" << false << QByteArray("ok");
    QTest::newRow("private override") << 0700U << "directory" << true << QByteArray("ok");
    QTest::newRow("group may read") << 0750U << "directory" << false << unsafe;
    QTest::newRow("others may enter") << 0701U << "directory" << true << unsafe;
    QTest::newRow("readable") << 0755U << "directory" << true << unsafe;
    QTest::newRow("group writable") << 0770U << "directory" << true << unsafe;
    QTest::newRow("world writable") << 0777U << "directory" << true << unsafe;
    QTest::newRow("sticky override") << 01777U << "directory" << true << QByteArray("ok");
    QTest::newRow("sticky default") << 01777U << "directory" << false << unsafe;
    QTest::newRow("sticky but closed to others") << 01770U << "directory" << true << unsafe;
    QTest::newRow("link") << 0700U << "link" << true << unsafe;
    QTest::newRow("dangling link") << 0700U << "dangling" << true << unsafe;
    QTest::newRow("file") << 0700U << "file" << true << unsafe;
    QTest::newRow("missing") << 0U << "missing" << true << QByteArray("not_running");
}

void tst_RuntimeDirectory::verify()
{
    QFETCH(uint, mode);
    QFETCH(QString, kind);
    QFETCH(bool, isOverride);
    QFETCH(QByteArray, expected);
    // The default name of this user, so that one path serves both cases.
    RuntimeDirectory directory =
        *RuntimeDirectory::choose({{}, ::geteuid(), QStringLiteral("/nowhere"), m_temporary->path()});
    const QString path = directory.path();
    if (isOverride)
        directory = overridden(path);
    const QString target = kind == u"link" ? file("target") : path;
    if (kind == u"directory" || kind == u"link")
        QCOMPARE(::mkdir(QFile::encodeName(target).constData(), 0700), 0);
    if (kind == u"file") {
        QFile plain(path);
        QVERIFY(plain.open(QIODevice::WriteOnly));
    }
    if (kind == u"link" || kind == u"dangling")
        QVERIFY(QFile::link(target == path ? file("nothing") : target, path));
    else if (kind != u"missing")
        QCOMPARE(::chmod(QFile::encodeName(target).constData(), mode), 0);

    const Result<void> verified = directory.verify();
    QCOMPARE(outcome(verified), expected);
    if (!verified)
        QVERIFY2(verified.error().message().contains(path), qPrintable(verified.error().message()));
    // What is refused is refused to the daemon as well, except that it creates what is missing.
    QCOMPARE(outcome(directory.prepare()), kind == u"missing" ? QByteArray("ok") : expected);
}

void tst_RuntimeDirectory::foreignOwner()
{
    const QString path = file("foreign");
    QVERIFY(QDir().mkdir(path));
    if (::geteuid() != 0)
        QSKIP("giving a directory to another user needs root");
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0700), 0);
    QCOMPARE(::chown(QFile::encodeName(path).constData(), someOtherUser, someOtherUser), 0);
    QCOMPARE(outcome(overridden(path).verify()), QByteArray("unsafe_directory"));
    QCOMPARE(outcome(overridden(path).prepare()), QByteArray("unsafe_directory"));
    // A sticky directory of a stranger: its owner could still delete and rename everything.
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 01777), 0);
    QCOMPARE(outcome(overridden(path).verify()), QByteArray("unsafe_directory"));
}

void tst_RuntimeDirectory::prepare_data()
{
    QTest::addColumn<uint>("mask");
    QTest::newRow("umask 0") << 0U;
    QTest::newRow("umask 022") << 022U;
    QTest::newRow("umask 0177") << 0177U;
    QTest::newRow("umask 0777") << 0777U;
}

void tst_RuntimeDirectory::prepare()
{
    QFETCH(uint, mask);
    const RuntimeDirectory directory = overridden(file("new"));
    const QByteArray prepared = inChild([&] {
        ::umask(mask);
        return outcome(directory.prepare());
    });
    QCOMPARE(prepared, QByteArray("ok"));
    QCOMPARE(modeOf(directory.path()), 0700U);
    QCOMPARE(outcome(directory.verify()), QByteArray("ok"));
    QCOMPARE(outcome(directory.prepare()), QByteArray("ok"));
}

void tst_RuntimeDirectory::prepareWithoutParent()
{
    const Result<void> prepared = overridden(file("no/such")).prepare();
    QCOMPARE(outcome(prepared), QByteArray("invalid_argument"));
    QVERIFY2(prepared.error().message().contains(u"--runtime-dir"), qPrintable(prepared.error().message()));
    QVERIFY(!QFile::exists(file("no")));
}

void tst_RuntimeDirectory::prepareInReadOnlyParent()
{
    const QString parent = file("parent");
    QVERIFY(QDir().mkdir(parent));
    QCOMPARE(::chmod(QFile::encodeName(parent).constData(), 0555), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_temporary->path()).constData(), 0755), 0);
    const QByteArray prepared = inUnprivilegedChild(
        [&] { return outcome(RuntimeDirectory::resolve(parent + QStringLiteral("/new"))->prepare()); });
    QCOMPARE(prepared, QByteArray("permission_denied"));
    QCOMPARE(::chmod(QFile::encodeName(parent).constData(), 0755), 0);
}

void tst_RuntimeDirectory::forUser()
{
    const quint32 uid = ::geteuid() + 1;
    qputenv("DAEMON_RPC_RUNTIME_DIR", "/environment");
    const Result<RuntimeDirectory> directory = RuntimeDirectory::forUser(uid);
    QVERIFY(directory);
    QVERIFY(directory->path().contains(QString::number(uid)));
    QCOMPARE(outcome(directory->prepare()), QByteArray("permission_denied"));
    QVERIFY(QDir().mkdir(file("ours")));
    QCOMPARE(::chmod(QFile::encodeName(file("ours")).constData(), 0700), 0);
    QCOMPARE(outcome(RuntimeDirectory::forUser(uid, file("ours"))->verify()), QByteArray("unsafe_directory"));
    QCOMPARE(outcome(RuntimeDirectory::forUser(::geteuid(), file("ours"))->verify()), QByteArray("ok"));
}

void tst_RuntimeDirectory::paths()
{
    const RuntimeDirectory directory = overridden(QStringLiteral("/run/x"));
    const DaemonId id;
    QCOMPARE(*directory.socketPath(id), QStringLiteral("/run/x/daemon-rpc-default.sock"));
    QCOMPARE(directory.lockPath(id), QStringLiteral("/run/x/daemon-rpc-default.lock"));
    QCOMPARE(directory.pidPath(id), QStringLiteral("/run/x/daemon-rpc-default.pid"));
    QCOMPARE(directory.logPath({id, 9}), QStringLiteral("/run/x/daemon-rpc-default~9.log"));
    QCOMPARE(overridden(QStringLiteral("/")).lockPath(id), QStringLiteral("/daemon-rpc-default.lock"));
}

void tst_RuntimeDirectory::longPath()
{
    const Result<QString> tooLong = overridden(u'/' + QString(200, u'd')).socketPath(DaemonId());
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().code(), ErrorCode::NameTooLong);
    const QString message = tooLong.error().message();
    for (const QString &part : {QString(200, u'd'), QString::number(RuntimeDirectory::maxSocketPathBytes()),
                                QStringLiteral("--runtime-dir")})
        QVERIFY2(message.contains(part), qPrintable(message));

    // The limit itself, in bytes: "ä" counts twice.
    const qsizetype room =
        RuntimeDirectory::maxSocketPathBytes() - QStringLiteral("//daemon-rpc-default.sock").size();
    QVERIFY(overridden(u'/' + QString(room, u'd')).socketPath(DaemonId()));
    QVERIFY(!overridden(u'/' + QString(room - 1, u'd') + u'ä').socketPath(DaemonId()));
}

QTEST_GUILESS_MAIN(tst_RuntimeDirectory)
#include "tst_runtimedirectory.moc"
