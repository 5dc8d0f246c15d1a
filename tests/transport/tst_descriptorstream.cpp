// What only a stream on a descriptor promises; the rest is in tests/conformance.
#include "sockets.h"
#include "streamrecorder.h"

#include <daemonrpc/transport/local/descriptorstream.h>

#include <QPointer>
#include <QTest>

#include <fcntl.h>
#include <netinet/in.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class TestDescriptorStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneTurnIsOneSystemCall();
    void flushSendsWithoutTheLoop();
    void largeBodyTakesWhatIsQueuedAlong();
    void bodyLeavesAtOnceFromTheLimitUp_data();
    void bodyLeavesAtOnceFromTheLimitUp();
    void largeDirectWriteArrivesWhole();
    void readsInLargeSteps();
    void lastWordsOutliveAFailedWrite();
    void lastWordsComeBeforeTheReset();
    void halfClosedPeerStillGetsItsAnswer();
    void vanishedPeerReleasesPendingBytes();
    void closesWhenABlockedPeerVanishes();
    void closesItsDescriptor();
    void deletesLaterInItsSignals_data();
    void deletesLaterInItsSignals();
    void knowsItsPeer();
    void knowsNoPeerOverTcp();
    void resetOverTcpIsALostConnection();

private:
    // The next packet or piece that waits at the other end; "none" when there is none.
    QByteArray take() const;
    QByteArray takeUntilEmpty() const;
    void makeStream(int type = SOCK_STREAM);
    void makeTcpStream();

    std::unique_ptr<DescriptorStream> m_stream;
    FileDescriptor m_peer;
};

void TestDescriptorStream::init() { makeStream(); }

void TestDescriptorStream::cleanup()
{
    m_stream.reset();
    m_peer.reset();
}

void TestDescriptorStream::makeStream(int type)
{
    auto [ours, theirs] = socketPair(type);
    QVERIFY(ours.isValid());
    m_stream = std::make_unique<DescriptorStream>(std::move(ours));
    m_peer = std::move(theirs);
}

QByteArray TestDescriptorStream::take() const
{
    QByteArray bytes(1024 * 1024, Qt::Uninitialized);
    const ssize_t count = ::recv(m_peer.get(), bytes.data(), static_cast<size_t>(bytes.size()), MSG_DONTWAIT);
    return count < 0 ? QByteArrayLiteral("none") : bytes.first(count);
}

QByteArray TestDescriptorStream::takeUntilEmpty() const
{
    QByteArray all;
    for (QByteArray bytes = take(); bytes != "none" && !bytes.isEmpty(); bytes = take())
        all += bytes;
    return all;
}

// A packet socket keeps the boundaries of system calls, so that they can be counted.
void TestDescriptorStream::oneTurnIsOneSystemCall()
{
    makeStream(SOCK_SEQPACKET);
    m_stream->write("a");
    m_stream->write("b", "c");
    m_stream->write({}, "d");
    for (int i = 0; i < 1000; ++i)
        m_stream->write("e");
    QCOMPARE(m_stream->bytesPending(), 1004);
    QCOMPARE(take(), QByteArray("none"));
    QCoreApplication::processEvents();
    QCOMPARE(take(), QByteArray("abcd") + QByteArray(1000, 'e'));
    QCOMPARE(take(), QByteArray("none"));
    QCOMPARE(m_stream->bytesPending(), 0);

    m_stream->write("next turn");
    QCoreApplication::processEvents();
    QCOMPARE(take(), QByteArray("next turn"));
}

void TestDescriptorStream::flushSendsWithoutTheLoop()
{
    makeStream(SOCK_SEQPACKET);
    m_stream->write("a", "b");
    m_stream->flush();
    QCOMPARE(take(), QByteArray("ab"));
    QCOMPARE(m_stream->bytesPending(), 0);
    m_stream->flush();
    QCoreApplication::processEvents();
    QCOMPARE(take(), QByteArray("none"));
}

void TestDescriptorStream::largeBodyTakesWhatIsQueuedAlong()
{
    makeStream(SOCK_SEQPACKET);
    const QByteArray body(Stream::directWriteBytes, 'b');
    m_stream->write("queued");
    m_stream->write("head", body);
    QCOMPARE(take(), QByteArray("queuedhead") + body);
    QCOMPARE(m_stream->bytesPending(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(take(), QByteArray("none"));
}

void TestDescriptorStream::bodyLeavesAtOnceFromTheLimitUp_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("empty") << qsizetype(0) << false;
    QTest::newRow("below") << Stream::directWriteBytes - 1 << false;
    QTest::newRow("at") << Stream::directWriteBytes << true;
    QTest::newRow("above") << Stream::directWriteBytes + 1 << true;
}

void TestDescriptorStream::bodyLeavesAtOnceFromTheLimitUp()
{
    QFETCH(const qsizetype, size);
    QFETCH(const bool, atOnce);
    const QByteArray body(size, 'b');
    m_stream->write("h", body);
    const QByteArray early = takeUntilEmpty();
    QCOMPARE(early, atOnce ? "h" + body : QByteArray());
    QCoreApplication::processEvents();
    QCOMPARE(early + takeUntilEmpty(), "h" + body);
}

void TestDescriptorStream::largeDirectWriteArrivesWhole()
{
    QByteArray body(8 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = static_cast<char>(i * 131 + (i >> 12));
    StreamRecorder recorder(m_stream.get());
    m_stream->write("head", body);
    // The system took what its buffer holds, the stream kept the rest.
    QVERIFY(m_stream->bytesPending() > 0);
    QVERIFY(m_stream->bytesPending() < body.size());
    m_stream->write("tail");

    const QByteArray expected = "head" + body + "tail";
    QByteArray seen;
    while (seen.size() < expected.size()) {
        const qsizetype before = seen.size();
        QVERIFY(QTest::qWaitFor([&] {
            seen += takeUntilEmpty();
            return seen.size() > before;
        }));
    }
    QVERIFY(seen == expected);
    QTRY_COMPARE(m_stream->bytesPending(), 0);
    QVERIFY(recorder.sentCount > 0);
}

void TestDescriptorStream::readsInLargeSteps()
{
    const QByteArray bytes(100'000, 'x');
    QCOMPARE(::send(m_peer.get(), bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL), ssize_t(bytes.size()));
    StreamRecorder recorder(m_stream.get());
    m_stream->setReading(true);
    QTRY_COMPARE(recorder.bytes, bytes);
    QCOMPARE(recorder.receivedCount, 1);
}

// A daemon that refuses writes its reason and closes; the client must see it even while it still sends.
void TestDescriptorStream::lastWordsOutliveAFailedWrite()
{
    QCOMPARE(::send(m_peer.get(), "last words", 10, MSG_NOSIGNAL), 10);
    m_peer.reset();
    StreamRecorder recorder(m_stream.get());
    m_stream->write("into the void");
    m_stream->flush();
    m_stream->write("again", QByteArray(100'000, 'x'));
    QCOMPARE(m_stream->bytesPending(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(recorder.endCount(), 0);

    m_stream->setReading(true);
    QTRY_COMPARE(recorder.endCount(), 1);
    QCOMPARE(recorder.bytes, QByteArray("last words"));
    QCOMPARE(recorder.receivedAfterEnd, 0);
}

void TestDescriptorStream::lastWordsComeBeforeTheReset()
{
    m_stream->write("never read");
    m_stream->flush();
    QCOMPARE(::send(m_peer.get(), "last words", 10, MSG_NOSIGNAL), 10);
    m_peer.reset();
    StreamRecorder recorder(m_stream.get());
    m_stream->setReading(true);
    QTRY_COMPARE(recorder.endCount(), 1);
    QCOMPARE(recorder.bytes, QByteArray("last words"));
    QCOMPARE(recorder.failedCount, 1);
    QCOMPARE(recorder.error->code(), ErrorCode::ConnectionReset);
    QCOMPARE(recorder.receivedAfterEnd, 0);
}

// printf '…' | nc -N: the question ends before the answer is there.
void TestDescriptorStream::halfClosedPeerStillGetsItsAnswer()
{
    QCOMPARE(::send(m_peer.get(), "question", 8, MSG_NOSIGNAL), 8);
    ::shutdown(m_peer.get(), SHUT_WR);
    StreamRecorder recorder(m_stream.get());
    m_stream->setReading(true);
    QTRY_COMPARE(recorder.endedCount, 1);
    QCOMPARE(recorder.bytes, QByteArray("question"));
    m_stream->write("answer");
    m_stream->closeWhenSent();
    QTRY_COMPARE(recorder.closedCount, 1);
    QCOMPARE(take(), QByteArray("answer"));
}

void TestDescriptorStream::vanishedPeerReleasesPendingBytes()
{
    m_stream->write({}, QByteArray(4 * 1024 * 1024, 'x'));
    QVERIFY(m_stream->bytesPending() > 0);
    m_peer.reset();
    QTRY_COMPARE(m_stream->bytesPending(), 0);
}

void TestDescriptorStream::closesWhenABlockedPeerVanishes()
{
    StreamRecorder recorder(m_stream.get());
    m_stream->write({}, QByteArray(4 * 1024 * 1024, 'x'));
    m_stream->closeWhenSent();
    QCoreApplication::processEvents();
    QCOMPARE(recorder.closedCount, 0);
    m_peer.reset();
    QTRY_COMPARE(recorder.closedCount, 1);
    QCOMPARE(recorder.endCount(), 0); // reading never started
}

void TestDescriptorStream::closesItsDescriptor()
{
    const int fd = m_stream->descriptor();
    QVERIFY(::fcntl(fd, F_GETFD) >= 0);
    m_stream->setReading(true);
    m_stream->write({}, QByteArray(4 * 1024 * 1024, 'x')); // both notifiers are at work
    m_stream.reset();
    QCOMPARE(::fcntl(fd, F_GETFD), -1);
    takeUntilEmpty();
    QCOMPARE(take(), QByteArray()); // the end of file
}

void TestDescriptorStream::deletesLaterInItsSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *signal : {"received", "sent", "ended", "failed", "closed"})
        QTest::newRow(signal) << QByteArray(signal);
}

void TestDescriptorStream::deletesLaterInItsSignals()
{
    QFETCH(const QByteArray, signal);
    StreamRecorder recorder(m_stream.get());
    const QPointer<Stream> watched(m_stream.get());
    const auto goAway = [this] { m_stream.release()->deleteLater(); };

    if (signal == "received") {
        recorder.whenReceived = [&](QByteArrayView) { goAway(); };
        QCOMPARE(::send(m_peer.get(), "x", 1, MSG_NOSIGNAL), 1);
    } else if (signal == "sent") {
        recorder.whenSent = [&] {
            recorder.whenSent = {};
            goAway();
        };
        m_stream->write({}, QByteArray(4 * 1024 * 1024, 'x'));
        takeUntilEmpty();
    } else if (signal == "closed") {
        recorder.whenClosed = goAway;
        m_stream->closeWhenSent();
    } else {
        recorder.whenEnded = goAway;
        if (signal == "failed") {
            m_stream->write("never read");
            m_stream->flush();
        }
        m_peer.reset();
    }
    m_stream->setReading(true);
    QTRY_VERIFY(!watched);
    const int counts = recorder.receivedCount + recorder.endedCount + recorder.failedCount +
                       recorder.closedCount + (signal == "sent" ? 1 : 0);
    QCOMPARE(counts, 1);
}

void TestDescriptorStream::knowsItsPeer()
{
    const std::optional<PeerCredentials> peer = m_stream->peer();
    QVERIFY(peer);
    QCOMPARE(peer->pid, qint64(::getpid()));
    QCOMPARE(peer->uid, quint32(::geteuid()));
    QCOMPARE(peer->gid, quint32(::getegid()));
}

void TestDescriptorStream::makeTcpStream()
{
    const FileDescriptor listening(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof name;
    auto *const address = reinterpret_cast<sockaddr *>(&name);
    QCOMPARE(::bind(listening.get(), address, length), 0);
    QCOMPARE(::listen(listening.get(), 1), 0);
    QCOMPARE(::getsockname(listening.get(), address, &length), 0);
    FileDescriptor client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QCOMPARE(::connect(client.get(), address, length), 0);
    m_peer.reset(::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    QVERIFY(m_peer.isValid());
    QCOMPARE(::fcntl(client.get(), F_SETFL, O_NONBLOCK), 0);

    m_stream = std::make_unique<DescriptorStream>(std::move(client));
}

void TestDescriptorStream::knowsNoPeerOverTcp()
{
    makeTcpStream();
    QVERIFY(!m_stream->peer());
    m_stream->write("over TCP");
    m_stream->flush();
    QByteArray seen;
    QVERIFY(QTest::qWaitFor([&] { return !(seen = takeUntilEmpty()).isEmpty(); }));
    QCOMPARE(seen, QByteArray("over TCP"));
}

// There it does not tell whether the peer has read everything.
void TestDescriptorStream::resetOverTcpIsALostConnection()
{
    makeTcpStream();
    const linger abort{1, 0};
    QCOMPARE(::setsockopt(m_peer.get(), SOL_SOCKET, SO_LINGER, &abort, sizeof abort), 0);
    m_peer.reset();
    StreamRecorder recorder(m_stream.get());
    m_stream->setReading(true);
    QTRY_COMPARE(recorder.failedCount, 1);
    QCOMPARE(recorder.error->code(), ErrorCode::ConnectionLost);
    QCOMPARE(recorder.endedCount, 0);
}

QTEST_GUILESS_MAIN(TestDescriptorStream)
#include "tst_descriptorstream.moc"
