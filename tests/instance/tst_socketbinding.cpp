#include "inchild.h"

#include <daemonrpc/instance/socketbinding.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace DaemonRpc;

/// 0 when a client reaches the socket at @p path, else the errno.
static int tryConnect(const QString &path)
{
    const FileDescriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof(address.sun_path) - 1);
    return ::connect(client.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0
               ? 0
               : errno;
}

static unsigned modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : 0;
}

class tst_SocketBinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listens();
    void mode_data();
    void mode();
    void modeFromTheFirstInstant();
    void removesStaleSocket();
    void displacesOtherFiles_data();
    void displacesOtherFiles();
    void displacesWithoutOverwriting();
    void refusesDirectory();
    void refusesForeignFile();
    void refusesBadPaths_data();
    void refusesBadPaths();
    void leavesForeignSocketAlone();
    void takenDescriptorKeepsTheName();
    void moveTo();
    void moveToRefuses();
    void moves();
    void inherited();
    void inheritsNothingElse_data();
    void inheritsNothingElse();
    void disowned();

private:
    void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void tst_SocketBinding::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("daemon-rpc-a.sock"));
}

void tst_SocketBinding::listens()
{
    {
        const Result<SocketBinding> binding = SocketBinding::bind(m_path);
        QVERIFY2(binding, binding ? "" : qPrintable(binding.error().message()));
        QVERIFY(binding->isIntact());
        QCOMPARE(binding->path(), m_path);
        QVERIFY((::fcntl(binding->descriptor(), F_GETFD) & FD_CLOEXEC) != 0);
        QVERIFY((::fcntl(binding->descriptor(), F_GETFL) & O_NONBLOCK) != 0);
        QCOMPARE(tryConnect(m_path), 0);
    }
    QVERIFY(!QFile::exists(m_path));
}

void tst_SocketBinding::mode_data()
{
    QTest::addColumn<uint>("mask");
    for (const uint mask : {0U, 022U, 077U, 0177U, 0777U})
        QTest::addRow("umask %o", mask) << mask;
}

void tst_SocketBinding::mode()
{
    QFETCH(uint, mask);
    const QByteArray result = inChild([&]() -> QByteArray {
        ::umask(mask);
        const Result<SocketBinding> binding = SocketBinding::bind(m_path);
        if (!binding)
            return binding.error().message().toUtf8();
        const uint maskAfter = ::umask(0);
        return QByteArray::number(modeOf(m_path), 8) + " umask " + QByteArray::number(maskAfter, 8);
    });
    QCOMPARE(result, "600 umask " + QByteArray::number(mask, 8));
}

void tst_SocketBinding::modeFromTheFirstInstant()
{
    // A child without umask binds again and again; whatever moment this process catches, the mode is 0600.
    const pid_t child = ::fork();
    if (child == 0) {
        ::umask(0);
        bool isGood = true;
        for (int i = 0; i < 2000; ++i)
            isGood = SocketBinding::bind(m_path).has_value() && isGood;
        ::_exit(isGood ? 0 : 1);
    }
    int seen = 0;
    unsigned wrong = 0;
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        const unsigned caught = modeOf(m_path);
        seen += caught != 0 ? 1 : 0;
        wrong = caught != 0 && caught != 0600 ? caught : wrong;
    }
    QCOMPARE(wrong, 0U);
    QCOMPARE(status, 0);
    QVERIFY(seen > 0);
}

void tst_SocketBinding::removesStaleSocket()
{
    inChild([&] {
        std::optional<Result<SocketBinding>> binding(SocketBinding::bind(m_path));
        ::_exit(0); // dies without removing
        return QByteArray();
    });
    QVERIFY(QFile::exists(m_path));
    QCOMPARE(tryConnect(m_path), ECONNREFUSED);
    const Result<SocketBinding> binding = SocketBinding::bind(m_path);
    QVERIFY(binding);
    QCOMPARE(tryConnect(m_path), 0);
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::System).size(), 1);
}

void tst_SocketBinding::displacesOtherFiles_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"file", "link", "fifo"})
        QTest::newRow(kind) << kind;
}

void tst_SocketBinding::displacesOtherFiles()
{
    QFETCH(QString, kind);
    const QString target = m_directory->filePath(QStringLiteral("target"));
    write(target, "precious");
    if (kind == u"file")
        write(m_path, "precious");
    else if (kind == u"link")
        QVERIFY(QFile::link(target, m_path));
    else
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
    const Result<FileIdentity> before = FileIdentity::ofPath(m_path);
    const Result<SocketBinding> binding = SocketBinding::bind(m_path);
    QVERIFY(binding);
    QCOMPARE(tryConnect(m_path), 0);
    QVERIFY(before->movedTo(m_path + QStringLiteral(".displaced")).isIntact());
    QCOMPARE(read(target), QByteArray("precious"));
}

void tst_SocketBinding::displacesWithoutOverwriting()
{
    for (const QByteArray &content : {QByteArray("first"), QByteArray("second"), QByteArray("third")}) {
        write(m_path, content);
        QVERIFY(SocketBinding::bind(m_path));
    }
    QCOMPARE(read(m_path + QStringLiteral(".displaced")), QByteArray("first"));
    QCOMPARE(read(m_path + QStringLiteral(".displaced.1")), QByteArray("second"));
    QCOMPARE(read(m_path + QStringLiteral(".displaced.2")), QByteArray("third"));
}

void tst_SocketBinding::refusesDirectory()
{
    QVERIFY(QDir().mkdir(m_path));
    const Result<SocketBinding> binding = SocketBinding::bind(m_path);
    QVERIFY(!binding);
    QCOMPARE(binding.error().code(), ErrorCode::UnsafeDirectory);
    QVERIFY(QFileInfo(m_path).isDir());
}

void tst_SocketBinding::refusesForeignFile()
{
    write(m_path, "precious");
    if (::geteuid() != 0)
        QSKIP("giving a file to another user needs root");
    QCOMPARE(::chown(QFile::encodeName(m_path).constData(), someOtherUser, someOtherUser), 0);
    const Result<SocketBinding> binding = SocketBinding::bind(m_path);
    QVERIFY(!binding);
    QCOMPARE(binding.error().code(), ErrorCode::UnsafeDirectory);
    QCOMPARE(read(m_path), QByteArray("precious"));
}

void tst_SocketBinding::refusesBadPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("200 characters") << u'/' + QString(199, u'd') << int(ErrorCode::NameTooLong);
    QTest::newRow("one byte too many")
        << u'/' + QString(int(sizeof(sockaddr_un::sun_path)) - 1, u'd') << int(ErrorCode::NameTooLong);
    QTest::newRow("empty") << QString() << int(ErrorCode::InvalidArgument);
    QTest::newRow("abstract") << QString(QChar::Null) + u'a' << int(ErrorCode::InvalidArgument);
}

void tst_SocketBinding::refusesBadPaths()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    const Result<SocketBinding> binding = SocketBinding::bind(path);
    QVERIFY(!binding);
    QCOMPARE(int(binding.error().code()), code);
    if (code == int(ErrorCode::NameTooLong))
        QVERIFY(binding.error().message().contains(u"--runtime-dir"));
}

void tst_SocketBinding::leavesForeignSocketAlone()
{
    Result<SocketBinding> first = SocketBinding::bind(m_path);
    QVERIFY(first);
    const Result<SocketBinding> second = SocketBinding::bind(m_path); // as after a lost lock
    QVERIFY(second);
    QVERIFY(!first->isIntact());
    QVERIFY(second->isIntact());
    QVERIFY2(!first->remove(), "a socket that is not its own is not removed");
    QCOMPARE(tryConnect(m_path), 0);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(!second->isIntact());
}

void tst_SocketBinding::takenDescriptorKeepsTheName()
{
    Result<SocketBinding> binding = SocketBinding::bind(m_path);
    const FileDescriptor taken = binding->takeDescriptor();
    QVERIFY(taken.isValid());
    QCOMPARE(binding->descriptor(), -1);
    QVERIFY(binding->isIntact());
    QCOMPARE(tryConnect(m_path), 0);
    QVERIFY(binding->remove());
    QVERIFY(!binding->remove());
    QVERIFY(!binding->isIntact());
    QVERIFY(!QFile::exists(m_path));
}

void tst_SocketBinding::moveTo()
{
    const QString other = m_directory->filePath(QStringLiteral("daemon-rpc-a~7.sock"));
    Result<SocketBinding> binding = SocketBinding::bind(m_path);
    QVERIFY(binding->moveTo(other));
    QCOMPARE(tryConnect(m_path), ENOENT);
    QCOMPARE(tryConnect(other), 0);
    QVERIFY(binding->isIntact());
    {
        const Result<SocketBinding> successor = SocketBinding::bind(m_path);
        QVERIFY(successor);
        QVERIFY(binding->remove());
        QVERIFY2(successor->isIntact(), "only its own new name was removed");
    }
    QVERIFY(QDir(m_directory->path()).isEmpty(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot));
}

void tst_SocketBinding::moveToRefuses()
{
    Result<SocketBinding> binding = SocketBinding::bind(m_path);
    const QString directory = m_directory->filePath(QStringLiteral("directory"));
    QVERIFY(QDir().mkdir(directory));
    QCOMPARE(binding->moveTo(directory).error().code(), ErrorCode::UnsafeDirectory);
    QCOMPARE(binding->moveTo(u'/' + QString(200, u'd')).error().code(), ErrorCode::NameTooLong);
    QVERIFY(binding->isIntact());
    QVERIFY(QFile::remove(m_path));
    write(m_path, "of somebody else");
    QCOMPARE(binding->moveTo(m_path + u'2').error().code(), ErrorCode::NotRunning);
    QCOMPARE(read(m_path), QByteArray("of somebody else"));
}

void tst_SocketBinding::moves()
{
    Result<SocketBinding> first = SocketBinding::bind(m_path);
    const QString otherPath = m_directory->filePath(QStringLiteral("daemon-rpc-b.sock"));
    Result<SocketBinding> second = SocketBinding::bind(otherPath);
    SocketBinding binding = std::move(*first);
    QVERIFY(!first->remove() && !first->isIntact());
    QVERIFY(binding.isIntact());
    binding = std::move(*second);
    QVERIFY2(!QFile::exists(m_path), "assigning removes what was bound");
    QCOMPARE(tryConnect(otherPath), 0);
}

void tst_SocketBinding::inherited()
{
    Result<SocketBinding> first = SocketBinding::bind(m_path);
    QVERIFY(first);
    const int copy = ::dup(first->descriptor());
    Result<SocketBinding> second =
        SocketBinding::adopt(FileDescriptor(copy), m_path, first->identity().inode());
    QVERIFY2(second, second ? "" : qPrintable(second.error().message()));
    QCOMPARE(second->descriptor(), copy);
    QCOMPARE(::fcntl(copy, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    QCOMPARE(second->identity(), first->identity());
    QVERIFY(second->isIntact());
    first->disown();
    QCOMPARE(tryConnect(m_path), 0);
    QVERIFY(!first->remove());
    QVERIFY(second->remove()); // the one owner of the name
    QVERIFY(!QFile::exists(m_path));
}

void tst_SocketBinding::inheritsNothingElse_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("closed") << QStringLiteral("closed") << ErrorCode::InvalidArgument;
    QTest::newRow("no socket") << QStringLiteral("file") << ErrorCode::InvalidArgument;
    QTest::newRow("does not listen") << QStringLiteral("fresh") << ErrorCode::InvalidArgument;
    QTest::newRow("listens elsewhere") << QStringLiteral("elsewhere") << ErrorCode::InvalidArgument;
    QTest::newRow("other inode") << QStringLiteral("inode") << ErrorCode::NotRunning;
    QTest::newRow("removed") << QStringLiteral("removed") << ErrorCode::NotRunning;
    QTest::newRow("bound again by another") << QStringLiteral("again") << ErrorCode::NotRunning;
}

void tst_SocketBinding::inheritsNothingElse()
{
    QFETCH(const QString, what);
    QFETCH(const ErrorCode, code);
    Result<SocketBinding> holder = SocketBinding::bind(m_path);
    QVERIFY(holder);
    quint64 inode = holder->identity().inode();
    const Result<SocketBinding> other = SocketBinding::bind(m_path + QStringLiteral(".other"));
    QVERIFY(other);
    int descriptor = -1;
    if (what == u"file")
        descriptor = ::open("/dev/null", O_RDONLY);
    else if (what == u"fresh")
        descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    else
        descriptor = ::dup(what == u"elsewhere" ? other->descriptor() : holder->descriptor());
    QVERIFY(descriptor >= 0);
    std::optional<SocketBinding> rival;
    if (what == u"closed")
        ::close(descriptor);
    if (what == u"inode")
        ++inode;
    if (what == u"removed")
        QVERIFY(QFile::remove(m_path));
    if (what == u"again") {
        // Not removed first: the inode could be used again.
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".aside")));
        Result<SocketBinding> bound = SocketBinding::bind(m_path);
        QVERIFY(bound);
        rival.emplace(std::move(*bound));
    }
    const Result<SocketBinding> adopted = SocketBinding::adopt(FileDescriptor(descriptor), m_path, inode);
    QVERIFY(!adopted);
    QCOMPARE(adopted.error().code(), code);
    QCOMPARE(::fcntl(descriptor, F_GETFD), -1); // closed in any case
    QCOMPARE(QFile::exists(m_path), what != u"removed");
    QVERIFY(!what.startsWith(u"again") || tryConnect(m_path) == 0);
    QFile::remove(m_path + QStringLiteral(".aside"));
}

void tst_SocketBinding::disowned()
{
    {
        Result<SocketBinding> binding = SocketBinding::bind(m_path);
        QVERIFY(binding);
        binding->disown();
        QCOMPARE(binding->descriptor(), -1);
        QVERIFY(!binding->isIntact());
    }
    QVERIFY(QFile::exists(m_path));
    QFile::remove(m_path);
}

QTEST_GUILESS_MAIN(tst_SocketBinding)
#include "tst_socketbinding.moc"
