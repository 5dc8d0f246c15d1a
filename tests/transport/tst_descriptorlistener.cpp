#include "errorargument.h"
#include "nomoredescriptors.h"
#include "sockets.h"
#include "streamrecorder.h"

#include <daemonrpc/transport/local/descriptorlistener.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class TestDescriptorListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void handsOutOneStreamPerPeer();
    void nothingWaits();
    void takesABurst();
    void peerThatLeftAgainIsHandedOut();
    void survivesExhaustedDescriptors();
    void saysStarvedOncePerBout();
    void stopStillHandsOutThoseThatWait();
    void stopRefusesNewPeers();
    void stopWhileStarvedLosesNobody();
    void stopOfASharedSocketLeavesPeersToTheNext();
    void stopsTwice();
    void closesItsSocket();
    void deletesLaterInItsSignal();

private:
    // One connected peer that the listener has not taken yet.
    void connectPeer();
    // Takes into m_streams whatever streamAvailable() announces.
    void takeAll();

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    std::unique_ptr<DescriptorListener> m_listener;
    std::vector<FileDescriptor> m_peers;
    std::vector<std::unique_ptr<Stream>> m_streams;
};

void TestDescriptorListener::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
    m_path = m_directory->filePath(QStringLiteral("s"));
    FileDescriptor socket = listenAt(m_path, 512);
    QVERIFY(socket.isValid());
    m_listener = std::make_unique<DescriptorListener>(std::move(socket));
}

void TestDescriptorListener::cleanup()
{
    m_streams.clear();
    m_peers.clear();
    m_listener.reset();
    m_directory.reset();
}

void TestDescriptorListener::connectPeer()
{
    m_peers.push_back(connectTo(m_path));
    QVERIFY2(m_peers.back().isValid(), std::strerror(errno));
}

void TestDescriptorListener::takeAll()
{
    connect(m_listener.get(), &Listener::streamAvailable, this, [this] {
        while (std::unique_ptr<Stream> stream = m_listener->nextStream())
            m_streams.push_back(std::move(stream));
    });
}

void TestDescriptorListener::handsOutOneStreamPerPeer()
{
    takeAll();
    for (int i = 0; i < 3; ++i)
        connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(3));
    for (size_t i = 0; i < m_streams.size(); ++i) {
        m_streams[i]->write(QByteArray::number(qulonglong(i)));
        m_streams[i]->flush();
        char byte = 0;
        QCOMPARE(::recv(m_peers[i].get(), &byte, 1, MSG_DONTWAIT), 1);
        QCOMPARE(byte, static_cast<char>('0' + i));
    }
}

void TestDescriptorListener::nothingWaits()
{
    QSignalSpy available(m_listener.get(), &Listener::streamAvailable);
    QVERIFY(!m_listener->nextStream());
    QCoreApplication::processEvents();
    QCOMPARE(available.count(), 0);
}

void TestDescriptorListener::takesABurst()
{
    constexpr size_t burst = 300;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < 2 * burst + 50)
        QSKIP("needs 650 descriptors (ulimit -n)");
    takeAll();
    for (size_t i = 0; i < burst; ++i)
        connectPeer();
    QTRY_COMPARE(m_streams.size(), burst);
}

void TestDescriptorListener::peerThatLeftAgainIsHandedOut()
{
    takeAll();
    connectPeer();
    QCOMPARE(::send(m_peers[0].get(), "bye", 3, MSG_NOSIGNAL), 3);
    m_peers.clear();
    QTRY_COMPARE(m_streams.size(), size_t(1));
    StreamRecorder recorder(m_streams[0].get());
    m_streams[0]->setReading(true);
    QTRY_COMPARE(recorder.endCount(), 1);
    QCOMPARE(recorder.bytes, QByteArray("bye"));
}

void TestDescriptorListener::survivesExhaustedDescriptors()
{
    QSignalSpy starved(m_listener.get(), &Listener::starved);
    takeAll();
    connectPeer();
    connectPeer();
    {
        const NoMoreDescriptors exhausted;
        QTRY_COMPARE(starved.count(), 1);
        QCOMPARE(errorArgument(starved).code(), ErrorCode::ResourceExhausted);
        QVERIFY(m_streams.empty());
    }
    QTRY_COMPARE(m_streams.size(), size_t(2));
    connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(3));
    QCOMPARE(starved.count(), 1);
}

void TestDescriptorListener::saysStarvedOncePerBout()
{
    QSignalSpy starved(m_listener.get(), &Listener::starved);
    QSignalSpy available(m_listener.get(), &Listener::streamAvailable);
    takeAll();
    for (int bout = 1; bout <= 2; ++bout) {
        connectPeer();
        {
            const NoMoreDescriptors exhausted;
            available.clear();
            QTRY_VERIFY(available.count() >= 4); // it has tried again and again …
            QCOMPARE(starved.count(), bout);     // … and said so once
        }
        QTRY_COMPARE(m_streams.size(), size_t(bout));
    }
}

void TestDescriptorListener::stopStillHandsOutThoseThatWait()
{
    for (int i = 0; i < 5; ++i)
        connectPeer();
    QCOMPARE(::send(m_peers[4].get(), "early", 5, MSG_NOSIGNAL), 5);
    m_listener->stopAccepting();
    for (int i = 0; i < 5; ++i) {
        m_streams.push_back(m_listener->nextStream());
        QVERIFY(m_streams.back());
    }
    QVERIFY(!m_listener->nextStream());

    StreamRecorder recorder(m_streams[4].get());
    m_streams[4]->setReading(true);
    QTRY_COMPARE(recorder.bytes, QByteArray("early"));
    m_streams[0]->write("served");
    m_streams[0]->flush();
    char bytes[6] = {};
    QCOMPARE(::recv(m_peers[0].get(), bytes, sizeof bytes, MSG_DONTWAIT), 6);
}

void TestDescriptorListener::stopRefusesNewPeers()
{
    QSignalSpy available(m_listener.get(), &Listener::streamAvailable);
    m_listener->stopAccepting();
    const FileDescriptor late = connectTo(m_path);
    QCOMPARE(errno, ECONNREFUSED);
    QVERIFY(!late.isValid());
    QVERIFY(!m_listener->nextStream());
    QCoreApplication::processEvents();
    QCOMPARE(available.count(), 0); // and it does not spin on the closed queue
}

void TestDescriptorListener::stopWhileStarvedLosesNobody()
{
    QSignalSpy starved(m_listener.get(), &Listener::starved);
    takeAll();
    connectPeer();
    {
        const NoMoreDescriptors exhausted;
        QTRY_COMPARE(starved.count(), 1);
        m_listener->stopAccepting();
        QVERIFY(!m_listener->nextStream());
    }
    m_streams.push_back(m_listener->nextStream());
    QVERIFY(m_streams.back());
}

void TestDescriptorListener::stopOfASharedSocketLeavesPeersToTheNext()
{
    const QString path = m_directory->filePath(QStringLiteral("shared"));
    const FileDescriptor supervisor = listenAt(path, 10);
    QVERIFY(supervisor.isValid());
    DescriptorListener first(FileDescriptor(::fcntl(supervisor.get(), F_DUPFD_CLOEXEC, 3)),
                             DescriptorListener::Ownership::Shared);
    const FileDescriptor waiting = connectTo(path);
    first.stopAccepting();
    QVERIFY(!first.nextStream());
    const FileDescriptor late = connectTo(path);
    QVERIFY(late.isValid());
    DescriptorListener second(FileDescriptor(::fcntl(supervisor.get(), F_DUPFD_CLOEXEC, 3)),
                              DescriptorListener::Ownership::Shared);
    QVERIFY(second.nextStream());
    QVERIFY(second.nextStream());
    QVERIFY(!second.nextStream());
}

void TestDescriptorListener::stopsTwice()
{
    connectPeer();
    m_listener->stopAccepting();
    m_listener->stopAccepting();
    QVERIFY(m_listener->nextStream());
    QVERIFY(!m_listener->nextStream());
}

void TestDescriptorListener::closesItsSocket()
{
    connectPeer();
    m_listener.reset();
    char byte = 0;
    const ssize_t count = ::recv(m_peers[0].get(), &byte, 1, MSG_DONTWAIT);
    QVERIFY2(count == 0 || errno == ECONNRESET, "the waiting peer was not let go");
    QVERIFY(!connectTo(m_path).isValid());
}

void TestDescriptorListener::deletesLaterInItsSignal()
{
    const QPointer<Listener> watched(m_listener.get());
    connect(m_listener.get(), &Listener::streamAvailable, this, [this] {
        m_streams.push_back(m_listener->nextStream());
        m_listener.release()->deleteLater();
    });
    connectPeer();
    QTRY_VERIFY(!watched);
    QCOMPARE(m_streams.size(), size_t(1));
    QVERIFY(m_streams[0]);
}

QTEST_GUILESS_MAIN(TestDescriptorListener)
#include "tst_descriptorlistener.moc"
