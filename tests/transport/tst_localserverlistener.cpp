#include "sockets.h"
#include "streamrecorder.h"

#include <daemonrpc/transport/device/localserverlistener.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class TestLocalServerListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void handsOutOneStreamPerPeer();
    void takesMoreThanTheServerKeeps();
    void stopStillHandsOutThoseThatWait();
    void stopRefusesNewPeers();
    void streamOutlivesTheListener();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    QLocalServer *m_server = nullptr; // owned by m_listener
    std::unique_ptr<LocalServerListener> m_listener;
};

void TestLocalServerListener::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("s"));
    auto server = std::make_unique<QLocalServer>();
    QVERIFY2(server->listen(m_path), qPrintable(server->errorString()));
    m_server = server.get();
    m_listener = std::make_unique<LocalServerListener>(std::move(server));
}

void TestLocalServerListener::cleanup()
{
    m_listener.reset();
    m_directory.reset();
}

void TestLocalServerListener::handsOutOneStreamPerPeer()
{
    QVERIFY(!m_listener->nextStream());
    QSignalSpy available(m_listener.get(), &Listener::streamAvailable);
    const FileDescriptor first = connectTo(m_path);
    const FileDescriptor second = connectTo(m_path);
    QTRY_COMPARE(available.count(), 2);
    QVERIFY(m_listener->nextStream());
    QVERIFY(m_listener->nextStream());
    QVERIFY(!m_listener->nextStream());
}

void TestLocalServerListener::takesMoreThanTheServerKeeps()
{
    std::vector<std::unique_ptr<Stream>> streams;
    std::vector<FileDescriptor> peers;
    const size_t count = static_cast<size_t>(m_server->maxPendingConnections()) + 10;
    for (size_t i = 0; i < count; ++i) {
        peers.push_back(connectTo(m_path));
        QVERIFY(peers.back().isValid());
    }
    const auto takeAll = [this, &streams] {
        while (std::unique_ptr<Stream> stream = m_listener->nextStream())
            streams.push_back(std::move(stream));
    };
    QTRY_VERIFY(m_server->hasPendingConnections());
    takeAll(); // an owner that was late
    connect(m_listener.get(), &Listener::streamAvailable, this, takeAll);
    QTRY_COMPARE(streams.size(), count);
}

void TestLocalServerListener::stopStillHandsOutThoseThatWait()
{
    QSignalSpy available(m_listener.get(), &Listener::streamAvailable);
    const FileDescriptor first = connectTo(m_path);
    const FileDescriptor second = connectTo(m_path);
    QCOMPARE(::send(second.get(), "early", 5, MSG_NOSIGNAL), ssize_t(5));
    QTRY_COMPARE(available.count(), 2);
    m_listener->stopAccepting();

    QVERIFY(m_listener->nextStream());
    const std::unique_ptr<Stream> stream = m_listener->nextStream();
    QVERIFY(stream);
    QVERIFY(!m_listener->nextStream());
    StreamRecorder recorder(stream.get());
    stream->setReading(true);
    QTRY_COMPARE(recorder.bytes, QByteArray("early"));
    QCOMPARE(recorder.endCount(), 0);
}

void TestLocalServerListener::stopRefusesNewPeers()
{
    m_listener->stopAccepting();
    QVERIFY(!connectTo(m_path).isValid());
    QVERIFY(!m_listener->nextStream());
    m_listener->stopAccepting();
}

void TestLocalServerListener::streamOutlivesTheListener()
{
    const FileDescriptor peer = connectTo(m_path);
    std::unique_ptr<Stream> stream;
    QVERIFY(QTest::qWaitFor([&] { return bool(stream = m_listener->nextStream()); }));
    m_listener.reset();
    stream->write("still here");
    stream->flush();
    char bytes[10] = {};
    QCOMPARE(::recv(peer.get(), bytes, sizeof bytes, MSG_DONTWAIT), ssize_t(10));
}

QTEST_GUILESS_MAIN(TestLocalServerListener)
#include "tst_localserverlistener.moc"
