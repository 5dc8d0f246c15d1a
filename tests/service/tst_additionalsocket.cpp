#include <daemonrpc/service/additionalsocket.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace DaemonRpc;
using WhenServed = AdditionalSocket::WhenServed;

class tst_AdditionalSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permissions_data();
    void permissions();
    void takesConnections();
    void removesItsFile();
    void refusesAPathThatIsServed();
    void takesAPathFromItsPredecessor();
    void replacesAStaleSocket();
    void leavesAnotherFileAlone();
    void pathTooLong();

private:
    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("extra.sock")); }

    [[nodiscard]] static bool answers(const QString &path)
    {
        const QByteArray bytes = QFile::encodeName(path);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::copy(bytes.begin(), bytes.end(), address.sun_path);
        const FileDescriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        return ::connect(client.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    }

    QTemporaryDir m_directory;
};

void tst_AdditionalSocket::permissions_data()
{
    QTest::addColumn<quint32>("mode");
    QTest::newRow("private") << 0600U;
    QTest::newRow("the group's") << 0660U;
    QTest::newRow("everybody's") << 0666U;
}

void tst_AdditionalSocket::permissions()
{
    QFETCH(const quint32, mode);
    const Result<AdditionalSocket> socket = AdditionalSocket::bind(path(), mode, WhenServed::Refuse);
    QVERIFY2(socket, socket ? "" : qPrintable(socket.error().toString()));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode);
}

void tst_AdditionalSocket::takesConnections()
{
    Result<AdditionalSocket> socket = AdditionalSocket::bind(path(), 0600, WhenServed::Refuse);
    QVERIFY(socket);
    const FileDescriptor listening = socket->takeDescriptor();
    QVERIFY(listening.isValid());
    QVERIFY(answers(path()));
    QCOMPARE(QDir(m_directory.path()).entryList(QDir::System | QDir::Files),
             QStringList{QStringLiteral("extra.sock")});
}

void tst_AdditionalSocket::removesItsFile()
{
    {
        const Result<AdditionalSocket> socket = AdditionalSocket::bind(path(), 0600, WhenServed::Refuse);
        QVERIFY(socket);
        QVERIFY(QFile::exists(path()));
    }
    QVERIFY(!QFile::exists(path()));
}

void tst_AdditionalSocket::refusesAPathThatIsServed()
{
    const Result<AdditionalSocket> first = AdditionalSocket::bind(path(), 0600, WhenServed::Refuse);
    const Result<AdditionalSocket> second = AdditionalSocket::bind(path(), 0600, WhenServed::Refuse);
    QVERIFY(first);
    QVERIFY(!second);
    QCOMPARE(second.error().code(), ErrorCode::AlreadyRunning);
    QVERIFY(second.error().message().contains(path()));
    QVERIFY(answers(path()));
}

void tst_AdditionalSocket::takesAPathFromItsPredecessor()
{
    std::optional<AdditionalSocket> successor;
    {
        const Result<AdditionalSocket> predecessor = AdditionalSocket::bind(path(), 0600, WhenServed::Refuse);
        QVERIFY(predecessor);
        Result<AdditionalSocket> taken = AdditionalSocket::bind(path(), 0640, WhenServed::Take);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().toString()));
        successor = std::move(*taken);
    }
    // The predecessor's end leaves the successor's file alone.
    QVERIFY(answers(path()));
}

void tst_AdditionalSocket::replacesAStaleSocket()
{
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray bytes = QFile::encodeName(path());
        std::copy(bytes.begin(), bytes.end(), address.sun_path);
        const FileDescriptor stale(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(::bind(stale.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    }
    QVERIFY(!answers(path()));
    const Result<AdditionalSocket> socket = AdditionalSocket::bind(path(), 0600, WhenServed::Refuse);
    QVERIFY(socket);
    QVERIFY(answers(path()));
}

void tst_AdditionalSocket::leavesAnotherFileAlone()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    {
        const Result<AdditionalSocket> socket = AdditionalSocket::bind(path(), 0600, WhenServed::Refuse);
        QVERIFY(socket);
        QVERIFY(answers(path()));
    }
    QFile displaced(path() + QStringLiteral(".displaced"));
    QVERIFY(displaced.open(QIODevice::ReadOnly));
    QCOMPARE(displaced.readAll(), QByteArray("precious"));
    QVERIFY(displaced.remove());
}

void tst_AdditionalSocket::pathTooLong()
{
    const QString tooLong = m_directory.filePath(QString(120, u'x'));
    const Result<AdditionalSocket> socket = AdditionalSocket::bind(tooLong, 0600, WhenServed::Refuse);
    QVERIFY(!socket);
    QCOMPARE(socket.error().code(), ErrorCode::NameTooLong);
}

QTEST_GUILESS_MAIN(tst_AdditionalSocket)
#include "tst_additionalsocket.moc"
