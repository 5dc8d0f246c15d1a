#include "tests/shared/signalerror.h"
#include "tests/shared/wirepeer.h"

#include <daemonrpc/session/framechannel.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;

class tst_FrameChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anySplitGivesTheSameFrames_data();
    void anySplitGivesTheSameFrames();
    void endsBetweenFrames();
    void endsInsideAFrame_data();
    void endsInsideAFrame();
    void failsOnce_data();
    void failsOnce();
    void stopReceivingIsForGood();
    void stopsInTheMiddleOfTheBytes();
    void pausesReading();
    void newLimitsHoldForTheNextFrame();
    void cutsChunks_data();
    void cutsChunks();
    void oneTurnLeavesTogether();
    void closesWhenSent();
    void deleteLaterInASlot();
    void deleteLaterAtTheEnd();

private:
    struct Received
    {
        FrameType type;
        QByteArray payload;

        friend bool operator==(const Received &, const Received &) = default;
    };

    static QList<Received> *record(FrameChannel *channel)
    {
        auto *list = new QList<Received>;
        connect(channel, &FrameChannel::frameReceived, channel,
                [list](FrameType type, QByteArrayView payload) {
                    list->append({type, payload.toByteArray()});
                });
        connect(channel, &QObject::destroyed, channel, [list] { delete list; });
        return list;
    }

    std::unique_ptr<FrameChannel> m_channel;
    std::unique_ptr<WirePeer> m_peer;
    QList<Received> *m_received = nullptr;
};

void tst_FrameChannel::init()
{
    m_channel.reset();
    auto [near, far] = MemoryStream::makePair();
    m_channel = std::make_unique<FrameChannel>(std::move(near), FrameLimits::daemonSide(Limits()));
    m_peer = std::make_unique<WirePeer>(std::move(far));
    m_received = record(m_channel.get());
    m_channel->setReading(true);
}

void tst_FrameChannel::anySplitGivesTheSameFrames_data()
{
    QTest::addColumn<qsizetype>("step");
    for (const qsizetype step : {1, 2, 3, 4, 5, 6, 7, 64, 1000, 100000})
        QTest::addRow("%lld", static_cast<long long>(step)) << step;
}

void tst_FrameChannel::anySplitGivesTheSameFrames()
{
    QFETCH(const qsizetype, step);
    const QList<Received> expected{{FrameType::Command, "first"},
                                   {FrameType::InputChunk, QByteArray()},
                                   {FrameType::InputChunk, QByteArray(700, 'x')},
                                   {FrameType::Cancel, QByteArray(1, '\0')}};
    QByteArray bytes;
    for (const Received &frame : expected)
        bytes += encodeFrame(frame.type, frame.payload);

    for (qsizetype at = 0; at < bytes.size(); at += step) {
        m_peer->sendRaw(QByteArrayView(bytes).sliced(at, qMin(step, bytes.size() - at)));
        QCoreApplication::processEvents(); // each piece arrives on its own
    }
    QTRY_COMPARE(m_received->size(), expected.size());
    QCOMPARE(*m_received, expected);
    QCOMPARE(m_channel->bytesReceived(), bytes.size());
}

void tst_FrameChannel::endsBetweenFrames()
{
    QSignalSpy ended(m_channel.get(), &FrameChannel::ended);
    QSignalSpy failed(m_channel.get(), &FrameChannel::failed);
    m_peer->send(FrameType::Command, "x");
    m_peer->hangUp();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_received->size(), 1);
    QCOMPARE(failed.size(), 0);
}

void tst_FrameChannel::endsInsideAFrame_data()
{
    QTest::addColumn<qsizetype>("kept");
    QTest::newRow("inside the header") << qsizetype(1);
    QTest::newRow("before the type") << qsizetype(4);
    QTest::newRow("after the header") << qsizetype(5);
    QTest::newRow("before the last byte") << qsizetype(9);
}

void tst_FrameChannel::endsInsideAFrame()
{
    QFETCH(const qsizetype, kept);
    QSignalSpy ended(m_channel.get(), &FrameChannel::ended);
    QSignalSpy failed(m_channel.get(), &FrameChannel::failed);
    m_peer->sendRaw(encodeFrame(FrameType::Command, "12345").left(kept));
    m_peer->hangUp();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::ConnectionLost);
    QCOMPARE(ended.size(), 0);
    QVERIFY(m_received->isEmpty());
}

void tst_FrameChannel::failsOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a type of the other side")
        << encodeFrame(FrameType::OutputChunk, "x") << ErrorCode::ProtocolViolation;
    QTest::newRow("an unknown type") << encodeFrame(static_cast<FrameType>(0x7f), "x")
                                     << ErrorCode::ProtocolViolation;
    QTest::newRow("length 0") << QByteArray::fromHex("0000000008") << ErrorCode::ProtocolViolation;
    QTest::newRow("4 GiB") << QByteArray::fromHex("ffffffff08") << ErrorCode::MessageTooLarge;
    QTest::newRow("above the limit of its type")
        << QByteArray::fromHex("0040000202") << ErrorCode::MessageTooLarge;
    QTest::newRow("text") << QByteArray("GET / HTTP/1.0\r\n\r\n") << ErrorCode::MessageTooLarge;
}

void tst_FrameChannel::failsOnce()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorCode, code);
    QSignalSpy ended(m_channel.get(), &FrameChannel::ended);
    QSignalSpy failed(m_channel.get(), &FrameChannel::failed);
    m_peer->send(FrameType::Command, "good");
    m_peer->sendRaw(bytes);
    m_peer->send(FrameType::Command, "too late");
    m_peer->hangUp();
    QTRY_COMPARE(failed.size(), 1);
    const Error error = errorIn(failed);
    QCOMPARE(error.code(), code);
    QVERIFY(!error.message().isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(ended.size(), 0);
    QCOMPARE(m_received->size(), 1);
    QCOMPARE(m_received->constFirst().payload, QByteArray("good"));
}

void tst_FrameChannel::stopReceivingIsForGood()
{
    QSignalSpy ended(m_channel.get(), &FrameChannel::ended);
    QSignalSpy failed(m_channel.get(), &FrameChannel::failed);
    m_channel->stopReceiving();
    m_channel->setReading(true);
    m_peer->send(FrameType::Command, "ignored");
    m_peer->sendRaw("garbage, too");
    m_channel->send(FrameType::Notice, "still sent");
    QTRY_COMPARE(m_peer->count(FrameType::Notice), 1);
    m_peer->hangUp();
    QCoreApplication::processEvents();
    QVERIFY(m_received->isEmpty());
    QCOMPARE(ended.size(), 0);
    QCOMPARE(failed.size(), 0);
}

void tst_FrameChannel::stopsInTheMiddleOfTheBytes()
{
    connect(m_channel.get(), &FrameChannel::frameReceived, m_channel.get(), &FrameChannel::stopReceiving);
    m_peer->sendRaw(encodeFrame(FrameType::Command, "1") + encodeFrame(FrameType::Command, "2") + "garbage");
    QTRY_COMPARE(m_received->size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(m_received->size(), 1);
}

void tst_FrameChannel::pausesReading()
{
    m_channel->setReading(false);
    m_peer->send(FrameType::Command, "later");
    m_peer->hangUp();
    QSignalSpy ended(m_channel.get(), &FrameChannel::ended);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QVERIFY(m_received->isEmpty());
    QCOMPARE(ended.size(), 0);
    m_channel->setReading(true);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_received->size(), 1);
}

void tst_FrameChannel::newLimitsHoldForTheNextFrame()
{
    auto [near, far] = MemoryStream::makePair();
    FrameChannel channel(std::move(near), FrameLimits::beforeVersionCheck());
    WirePeer peer(std::move(far));
    QSignalSpy failed(&channel, &FrameChannel::failed);
    const QList<Received> *received = record(&channel);
    connect(&channel, &FrameChannel::frameReceived, &channel,
            [&channel] { channel.setLimits(FrameLimits::daemonSide(Limits())); });
    channel.setReading(true);
    // Both in one piece: the limits are taken between them.
    peer.sendRaw(encodeFrame(FrameType::VersionCheck, "v") + encodeFrame(FrameType::Command, "c"));
    QTRY_COMPARE(received->size(), 2);
    peer.send(FrameType::VersionCheck, "v");
    QTRY_COMPARE(failed.size(), 1);
}

void tst_FrameChannel::cutsChunks_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QList<qsizetype>>("sizes");
    constexpr qsizetype full = FrameChannel::sentChunkBytes;
    QTest::newRow("nothing") << qsizetype(0) << QList<qsizetype>{};
    QTest::newRow("one byte") << qsizetype(1) << QList<qsizetype>{1};
    QTest::newRow("full") << full << QList<qsizetype>{full};
    QTest::newRow("one more") << full + 1 << QList<qsizetype>{full, 1};
    QTest::newRow("three") << 3 * full - 1 << QList<qsizetype>{full, full, full - 1};
}

void tst_FrameChannel::cutsChunks()
{
    QFETCH(const qsizetype, size);
    QFETCH(const QList<qsizetype>, sizes);
    QCOMPARE(FrameChannel::sentChunkBytes, 256 * 1024);
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i * 31 + i / 257);
    m_channel->sendChunks(FrameType::OutputChunk, bytes);
    m_channel->send(FrameType::Notice, {});
    QCOMPARE(m_channel->bytesSent(), size + frameHeaderSize * (sizes.size() + 1));
    QTRY_COMPARE(m_peer->count(FrameType::Notice), 1);
    QList<qsizetype> got;
    for (const WirePeer::Frame &frame : m_peer->frames()) {
        if (frame.type == FrameType::OutputChunk)
            got.append(frame.payload.size());
    }
    QCOMPARE(got, sizes);
    QVERIFY(m_peer->joined(FrameType::OutputChunk) == bytes);
}

void tst_FrameChannel::oneTurnLeavesTogether()
{
    m_channel->send(FrameType::OutputChunk, "1");
    m_channel->send(FrameType::OutputChunk, "2");
    QCOMPARE(m_channel->bytesPending(), 2 * (frameHeaderSize + 1));
    m_channel->flush();
    QCOMPARE(m_channel->bytesPending(), 0);
    QTRY_COMPARE(m_peer->joined(FrameType::OutputChunk), QByteArray("12"));
}

void tst_FrameChannel::closesWhenSent()
{
    QSignalSpy closed(m_channel.get(), &FrameChannel::closed);
    m_peer->setReading(false);
    m_channel->sendChunks(FrameType::OutputChunk, QByteArray(1024 * 1024, 'x'));
    m_channel->closeWhenSent();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(closed.size(), 0);
    m_peer->setReading(true);
    QTRY_COMPARE(closed.size(), 1);
    m_channel.reset();
    QTRY_VERIFY(m_peer->hasEnded());
    QCOMPARE(m_peer->joined(FrameType::OutputChunk).size(), 1024 * 1024);
}

void tst_FrameChannel::deleteLaterInASlot()
{
    FrameChannel *channel = m_channel.release();
    const QPointer<FrameChannel> guard(channel);
    connect(channel, &FrameChannel::frameReceived, channel, [channel] { channel->deleteLater(); });
    m_peer->sendRaw(encodeFrame(FrameType::Command, "1") + encodeFrame(FrameType::Command, "2"));
    QTRY_VERIFY(!guard);
    QTRY_VERIFY(m_peer->hasEnded());
}

void tst_FrameChannel::deleteLaterAtTheEnd()
{
    for (const bool violates : {false, true}) {
        init();
        FrameChannel *channel = m_channel.release();
        const QPointer<FrameChannel> guard(channel);
        connect(channel, &FrameChannel::ended, channel, &QObject::deleteLater);
        connect(channel, &FrameChannel::failed, channel, &QObject::deleteLater);
        if (violates)
            m_peer->sendRaw("not a frame at all");
        m_peer->hangUp();
        QTRY_VERIFY(!guard);
    }
}

QTEST_GUILESS_MAIN(tst_FrameChannel)
#include "tst_framechannel.moc"
