#include "tests/instance/inchild.h"
#include "tests/shared/sockets.h"

#include <daemonrpc/service/process/socketactivation.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <netinet/in.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_SocketActivation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variables_data();
    void variables();
    void inherited_data();
    void inherited();
    void takesSockets();
    void refuses_data();
    void refuses();

private:
    enum Kind { Listening, Deaf, Datagram, Abstract, Internet, File, Closed };

    /// Descriptors 3 and on, of the given kinds. In a child.
    static void arrange(const QList<int> &kinds, const QString &directory);

    QTemporaryDir m_directory;
};

void tst_SocketActivation::variables_data()
{
    QTest::addColumn<QByteArray>("count");
    QTest::addColumn<QByteArray>("pid");
    QTest::addColumn<int>("expected"); // -1: an error
    const QByteArray own = QByteArray::number(qint64(::getpid()));
    QTest::newRow("none") << QByteArray() << QByteArray() << 0;
    QTest::newRow("two") << QByteArray("2") << own << 2;
    QTest::newRow("for another process") << QByteArray("2") << QByteArray("1") << 0;
    QTest::newRow("for nobody") << QByteArray("2") << QByteArray() << 0;
    QTest::newRow("no number") << QByteArray("many") << own << -1;
    QTest::newRow("negative") << QByteArray("-1") << own << -1;
    QTest::newRow("too many") << QByteArray("100000") << own << -1;
}

void tst_SocketActivation::variables()
{
    QFETCH(const QByteArray, count);
    QFETCH(const QByteArray, pid);
    QFETCH(const int, expected);
    qputenv("LISTEN_FDS", count);
    qputenv("LISTEN_PID", pid);
    qputenv("LISTEN_FDNAMES", "a:b");
    const Result<SocketActivation> activation = SocketActivation::take();
    QCOMPARE(activation ? activation->count : -1, expected);
    if (expected > 0)
        QCOMPARE(activation->names, QByteArray("a:b"));
    if (!activation)
        QVERIFY(activation.error().message().contains(QString::fromUtf8(count)));
    for (const char *name : {"LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES"})
        QVERIFY2(!qEnvironmentVariableIsSet(name), name);
}

void tst_SocketActivation::arrange(const QList<int> &kinds, const QString &directory)
{
    ::close_range(SocketActivation::firstDescriptor, ~0U, 0);
    int number = SocketActivation::firstDescriptor;
    for (const int kind : kinds) {
        const QString path = directory + u"/%1"_s.arg(number);
        FileDescriptor made;
        switch (kind) {
        case Listening: made = Testing::listenAt(path, 5); break;
        case Deaf: made.reset(::socket(AF_UNIX, SOCK_STREAM, 0)); break;
        case Datagram: made.reset(::socket(AF_UNIX, SOCK_DGRAM, 0)); break;
        case Abstract: {
            made.reset(::socket(AF_UNIX, SOCK_STREAM, 0));
            sockaddr_un address = {};
            address.sun_family = AF_UNIX;
            // Autobind (unix(7)): a name that nobody else has.
            ::bind(made.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(sa_family_t));
            ::listen(made.get(), 5);
            break;
        }
        case Internet: {
            made.reset(::socket(AF_INET, SOCK_STREAM, 0));
            ::listen(made.get(), 5);
            break;
        }
        case File: made.reset(::open("/dev/null", O_RDWR)); break;
        default: break;
        }
        // As a supervisor leaves them: blocking, open across exec, in a row.
        if (made.isValid() && made.get() != number)
            made.reset(::dup2(made.get(), number));
        if (made.isValid()) {
            ::fcntl(number, F_SETFD, 0);
            ::fcntl(number, F_SETFL, 0);
            static_cast<void>(made.release());
        }
        ++number;
    }
}

void tst_SocketActivation::inherited_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTaken");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("none") << QByteArray() << true << QList<int>();
    QTest::newRow("two") << QByteArray("7:5") << true << QList<int>{7, 5};
    QTest::newRow("a standard stream") << QByteArray("2") << false << QList<int>();
    QTest::newRow("twice") << QByteArray("5:5") << false << QList<int>();
    QTest::newRow("no number") << QByteArray("5:x") << false << QList<int>();
    QTest::newRow("too many") << QByteArray("3:").repeated(100) << false << QList<int>();
}

void tst_SocketActivation::inherited()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isTaken);
    QFETCH(const QList<int>, expected);
    const QByteArray entry = SocketActivation::successorEnvironment(expected);
    const QByteArray name = entry.left(entry.indexOf('='));
    qputenv(name.constData(), text);
    const Result<SocketActivation> activation = SocketActivation::take();
    QCOMPARE(bool(activation), isTaken);
    QVERIFY(!qEnvironmentVariableIsSet(name.constData()));
    if (!isTaken) {
        QVERIFY(activation.error().message().contains(QString::fromLatin1(name)));
        return;
    }
    QCOMPARE(activation->inherited, expected);
    QCOMPARE(entry.mid(name.size() + 1), text);
}

void tst_SocketActivation::takesSockets()
{
    const QString directory = m_directory.path();
    // By way of a file: the pipe back to the test is closed with everything else.
    const QString report = m_directory.filePath(u"report"_s);
    inChild([&directory, &report]() -> QByteArray {
        arrange({Listening, Listening}, directory);
        const SocketActivation activation{2, "main"};
        Result<std::vector<ActivatedSocket>> sockets = activation.sockets();
        QByteArray text = sockets ? QByteArray() : sockets.error().message().toUtf8();
        for (size_t i = 0; sockets && i < sockets->size(); ++i) {
            const ActivatedSocket &socket = sockets->at(i);
            const int fd = socket.socket.get();
            text += socket.name + ' ' + QFile::encodeName(QFileInfo(socket.path).fileName()) + ' ' +
                    QByteArray::number(fd) + ((::fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0 ? " cloexec" : "") +
                    ((::fcntl(fd, F_GETFL) & O_NONBLOCK) != 0 ? " nonblocking" : "");
            const FileDescriptor peer = Testing::connectTo(socket.path);
            const FileDescriptor accepted(::accept(fd, nullptr, nullptr));
            text += accepted.isValid() ? " accepts\n" : " deaf\n";
        }
        QFile file(report);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return {};
    });
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray("main 3 3 cloexec nonblocking accepts\nunknown 4 4 cloexec nonblocking accepts\n"));
}

void tst_SocketActivation::refuses_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("does not listen") << int(Deaf) << u"does not listen"_s;
    QTest::newRow("datagrams") << int(Datagram) << u"no stream socket"_s;
    QTest::newRow("abstract") << int(Abstract) << u"has no path"_s;
    QTest::newRow("internet") << int(Internet) << u"no Unix socket"_s;
    QTest::newRow("file") << int(File) << u"is no socket"_s;
    QTest::newRow("not open") << int(Closed) << u"only 1 are open"_s;
}

void tst_SocketActivation::refuses()
{
    QFETCH(const int, kind);
    QFETCH(const QString, message);
    const QTemporaryDir directory;
    const QString report = directory.filePath(u"report"_s);
    inChild([&]() -> QByteArray {
        arrange({Listening, kind}, directory.path());
        const Result<std::vector<ActivatedSocket>> sockets = SocketActivation{2, "a:b"}.sockets();
        // Nothing stays open, neither the good one.
        const bool areClosed = ::fcntl(3, F_GETFD) < 0 && ::fcntl(4, F_GETFD) < 0;
        QFile file(report);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(sockets ? "taken" : sockets.error().message().toUtf8());
            file.write(areClosed ? "" : " (left open)");
        }
        return {};
    });
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.contains(message), qUtf8Printable(text));
    QVERIFY2(!text.contains(u"left open"_s), qUtf8Printable(text));
}

QTEST_GUILESS_MAIN(tst_SocketActivation)

#include "tst_socketactivation.moc"
