#include "core/daemonrpc/service/logging/datagramoutput_p.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

/// The journal's side.
class Receiver
{
public:
    explicit Receiver(const QString &path)
        : m_path(path)
        , m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
        m_isBound = ::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }

    ~Receiver() { QFile::remove(m_path); }

    Receiver(const Receiver &) = delete;
    Receiver &operator=(const Receiver &) = delete;

    [[nodiscard]] bool isBound() const { return m_isBound; }

    [[nodiscard]] QByteArray take() const
    {
        QByteArray bytes(65536, Qt::Uninitialized);
        const ssize_t n = ::recv(m_socket.get(), bytes.data(), static_cast<size_t>(bytes.size()), 0);
        return bytes.first(qMax<ssize_t>(0, n));
    }

private:
    QString m_path;
    FileDescriptor m_socket;
    bool m_isBound = false;
};

class tst_DatagramOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sends();
    void survivesARestart();
    void absentReceiver();
    void slowReceiverIsNotWaitedFor();
    void hugeDatagram();
    void pathTooLong();

private:
    QTemporaryDir m_directory;

    [[nodiscard]] QString path() const { return m_directory.filePath(u"journal"_s); }
};

void tst_DatagramOutput::sends()
{
    const Receiver receiver(path());
    QVERIFY(receiver.isBound());
    DatagramOutput output(path());
    QVERIFY(output.write("MESSAGE=one\n"));
    QVERIFY(output.write("MESSAGE=two\n"));
    QCOMPARE(receiver.take(), "MESSAGE=one\n"_ba);
    QCOMPARE(receiver.take(), "MESSAGE=two\n"_ba);
}

void tst_DatagramOutput::survivesARestart()
{
    auto receiver = std::make_unique<Receiver>(path());
    DatagramOutput output(path());
    QVERIFY(output.write("one"));
    receiver.reset();
    receiver = std::make_unique<Receiver>(path());
    QVERIFY(output.write("two")); // nothing is lost
    QCOMPARE(receiver->take(), "two"_ba);
}

void tst_DatagramOutput::absentReceiver()
{
    DatagramOutput output(path());
    QVERIFY(!output.write("one"));
    const Receiver receiver(path());
    QVERIFY(QTest::qWaitFor([&output] { return output.write("two"); })); // found again, after a pause
    QCOMPARE(receiver.take(), "two"_ba);
}

void tst_DatagramOutput::slowReceiverIsNotWaitedFor()
{
    const Receiver receiver(path());
    DatagramOutput output(path());
    int taken = 0;
    while (output.write("line")) {
        ++taken;
        QVERIFY(taken < 1000000);
    }
    QVERIFY(taken > 0);
    while (!receiver.take().isEmpty()) {}
    QVERIFY(output.write("again")); // no pause: it is there, it was just slow
}

void tst_DatagramOutput::hugeDatagram()
{
    const Receiver receiver(path());
    DatagramOutput output(path());
    QVERIFY(!output.write(QByteArray(16 * 1024 * 1024, 'x')));
    QVERIFY(output.write("small"));
    QCOMPARE(receiver.take(), "small"_ba);
}

void tst_DatagramOutput::pathTooLong()
{
    DatagramOutput output(QString(500, u'x'));
    QVERIFY(!output.write("x"));
}

QTEST_GUILESS_MAIN(tst_DatagramOutput)

#include "tst_datagramoutput.moc"
