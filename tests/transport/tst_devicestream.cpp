// What is particular to a stream on a QIODevice; the rest is in tests/conformance.
#include "sockets.h"
#include "streamrecorder.h"

#include <daemonrpc/transport/device/devicestream.h>

#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class TestDeviceStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deviceThatEndedBefore();
    void deviceThatHoldsBytesAlready();
    void holdsBackAPausedReader();
    void saysSentFromTheLoopOnly();
    void answersWithTheGivenPeer();
    void servesTcp();

private:
    // A connected QLocalSocket and the descriptor at its other end.
    std::unique_ptr<QLocalSocket> makeSocket();

    FileDescriptor m_peer;
};

std::unique_ptr<QLocalSocket> TestDeviceStream::makeSocket()
{
    auto [ours, theirs] = socketPair();
    m_peer = std::move(theirs);
    auto socket = std::make_unique<QLocalSocket>();
    return socket->setSocketDescriptor(ours.release()) ? std::move(socket) : nullptr;
}

// A listener may hand out a stream long after its peer has gone.
void TestDeviceStream::deviceThatEndedBefore()
{
    std::unique_ptr<QLocalSocket> socket = makeSocket();
    QVERIFY(socket);
    QCOMPARE(::send(m_peer.get(), "bye", 3, MSG_NOSIGNAL), ssize_t(3));
    m_peer.reset();
    QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);

    DeviceStream stream(std::move(socket));
    StreamRecorder recorder(&stream);
    stream.write("ignored");
    QCOMPARE(stream.bytesPending(), qint64(0));
    stream.setReading(true);
    QTRY_COMPARE(recorder.endCount(), 1);
    QCOMPARE(recorder.bytes, QByteArray("bye"));
    stream.closeWhenSent();
    QTRY_COMPARE(recorder.closedCount, 1);
}

void TestDeviceStream::deviceThatHoldsBytesAlready()
{
    std::unique_ptr<QLocalSocket> socket = makeSocket();
    QVERIFY(socket);
    QCOMPARE(::send(m_peer.get(), "early", 5, MSG_NOSIGNAL), ssize_t(5));
    QTRY_COMPARE(socket->bytesAvailable(), qint64(5));
    DeviceStream stream(std::move(socket));
    StreamRecorder recorder(&stream);
    stream.setReading(true);
    QCOMPARE(recorder.receivedCount, 0); // from the loop, not from within the call
    QTRY_COMPARE(recorder.bytes, QByteArray("early"));
}

void TestDeviceStream::holdsBackAPausedReader()
{
    std::unique_ptr<QLocalSocket> socket = makeSocket();
    QVERIFY(socket);
    const QLocalSocket *const device = socket.get();
    DeviceStream stream(std::move(socket));
    const QByteArray chunk(64 * 1024, 'x');
    // Until the device is full and the system, too, takes no more.
    const auto isRefused = [&] {
        return ::send(m_peer.get(), chunk.data(), size_t(chunk.size()), MSG_NOSIGNAL) < 0 &&
               device->bytesAvailable() >= DeviceStream::readBufferBytes;
    };
    QVERIFY(QTest::qWaitFor(isRefused));
    QCOMPARE(device->bytesAvailable(), DeviceStream::readBufferBytes);
}

// A slot of sent() writes the next piece: from within flush() it would overtake its own caller.
void TestDeviceStream::saysSentFromTheLoopOnly()
{
    std::unique_ptr<QLocalSocket> socket = makeSocket();
    QVERIFY(socket);
    DeviceStream stream(std::move(socket));
    StreamRecorder recorder(&stream);
    stream.write("some", "bytes");
    stream.flush();
    QCOMPARE(stream.bytesPending(), qint64(0));
    QCOMPARE(recorder.sentCount, 0);
    stream.write("more");
    stream.closeWhenSent();
    QCOMPARE(recorder.sentCount + recorder.closedCount, 0);
    QTRY_COMPARE(recorder.closedCount, 1);
}

void TestDeviceStream::answersWithTheGivenPeer()
{
    QVERIFY(!DeviceStream(makeSocket()).peer());
    const PeerCredentials peer{1, 2, 3};
    QCOMPARE(*DeviceStream(makeSocket(), peer).peer(), peer);
}

void TestDeviceStream::servesTcp()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(server.serverAddress(), server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections());
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
    accepted->setParent(nullptr);

    auto near = std::make_unique<DeviceStream>(std::move(socket));
    DeviceStream far(std::move(accepted));
    StreamRecorder recorder(&far);
    StreamRecorder nearRecorder(near.get());
    far.setReading(true);
    near->write("over", " TCP");
    near->closeWhenSent();
    QTRY_COMPARE(nearRecorder.closedCount, 1);
    near.reset();
    QTRY_COMPARE(recorder.endCount(), 1);
    QCOMPARE(recorder.bytes, QByteArray("over TCP"));
}

QTEST_GUILESS_MAIN(TestDeviceStream)
#include "tst_devicestream.moc"
