#include <daemonrpc/wire/framedecoder.h>

#include <QTest>

#include <random>

using namespace DaemonRpc;

namespace {

using Frame = QPair<int, QByteArray>;

// What a decoder made of a stream: frames, and the error that ended it if there was one.
struct Decoded
{
    QList<Frame> frames;
    std::optional<ErrorCode> error;
    bool isAtFrameBoundary = false;
    qsizetype mostBuffered = 0;
};

// Feeds copies of the pieces, freed after each, so that a stale view is seen by a sanitizer.
Decoded decode(const QByteArrayList &pieces, const FrameLimits &limits)
{
    Decoded result;
    FrameDecoder decoder(limits);
    for (const QByteArray &piece : pieces) {
        const QByteArray copy(piece.constData(), piece.size());
        decoder.feed(copy);
        for (;;) {
            const Result<std::optional<FrameView>> frame = decoder.next();
            result.mostBuffered = std::max(result.mostBuffered, decoder.bufferedBytes());
            if (!frame) {
                result.error = frame.error().code();
                return result;
            }
            if (!*frame)
                break;
            result.frames.append({static_cast<int>((*frame)->type), (*frame)->payload.toByteArray()});
        }
    }
    result.isAtFrameBoundary = decoder.isAtFrameBoundary();
    return result;
}

QByteArrayList inPiecesOf(const QByteArray &bytes, qsizetype size)
{
    QByteArrayList pieces;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        pieces.append(bytes.mid(at, size));
    return pieces;
}

FrameLimits daemonLimits() { return FrameLimits::daemonSide(Limits()); }

QByteArray extensionFrame(const QByteArray &payload)
{
    return encodeFrame(static_cast<FrameType>(0x90), payload);
}

// A stream with an empty frame, small ones, one that needs memory and extensions of both kinds.
QByteArray mixedStream()
{
    return encodeFrame(FrameType::InputChunk, QByteArrayView()) +
           encodeFrame(FrameType::Cancel, QByteArray::fromHex("a10102")) +
           extensionFrame(QByteArray(20, 'x')) + encodeFrame(FrameType::InputChunk, QByteArray(70, 'i')) +
           extensionFrame(QByteArray()) + encodeFrame(FrameType::Rpc, QByteArray("{}")) +
           encodeFrame(FrameType::Resize, QByteArray::fromHex("a201020304"));
}

QList<Frame> mixedFrames()
{
    return {{0x08, {}},
            {0x09, QByteArray::fromHex("a10102")},
            {0x08, QByteArray(70, 'i')},
            {0x10, "{}"},
            {0x0a, QByteArray::fromHex("a201020304")}};
}

} // namespace

class TestFrameDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySplitPositionGivesTheSameFrames();
    void anyPieceSizeGivesTheSameFrames();
    void everyTruncationGivesOnlyWholeFrames();
    void wholeFrameIsAViewIntoTheInput();
    void spanningFrameIsCopiedOnce();
    void violations_data();
    void violations();
    void payloadAtTheLimit_data();
    void payloadAtTheLimit();
    void errorStays();
    void newLimitsApplyToTheNextHeader();
    void announcedBytesTakeNoMemory();
    void refusedFrameTakesNoMemory();
    void skippedExtensionTakesNoMemory();
    void boundary();
    void mutatedStreamsGiveFramesOrAnError();
};

void TestFrameDecoder::everySplitPositionGivesTheSameFrames()
{
    const QByteArray stream = mixedStream();
    for (qsizetype first = 0; first <= stream.size(); ++first) {
        for (qsizetype second = first; second <= stream.size(); ++second) {
            const Decoded decoded = decode(
                {stream.first(first), stream.mid(first, second - first), stream.mid(second)}, daemonLimits());
            QVERIFY2(!decoded.error && decoded.frames == mixedFrames() && decoded.isAtFrameBoundary,
                     qPrintable(QStringLiteral("split at %1 and %2").arg(first).arg(second)));
        }
    }
}

void TestFrameDecoder::anyPieceSizeGivesTheSameFrames()
{
    const QByteArray stream = mixedStream();
    for (qsizetype size = 1; size <= stream.size(); ++size) {
        const Decoded decoded = decode(inPiecesOf(stream, size), daemonLimits());
        QVERIFY2(!decoded.error, qPrintable(QStringLiteral("pieces of %1").arg(size)));
        QCOMPARE(decoded.frames, mixedFrames());
    }
}

void TestFrameDecoder::everyTruncationGivesOnlyWholeFrames()
{
    const QByteArray stream = mixedStream();
    for (qsizetype size = 0; size < stream.size(); ++size) {
        const Decoded whole = decode({stream.first(size)}, daemonLimits());
        const Decoded bytewise = decode(inPiecesOf(stream.first(size), 1), daemonLimits());
        QVERIFY(!whole.error && !bytewise.error);
        QCOMPARE(whole.frames, bytewise.frames);
        QCOMPARE(whole.isAtFrameBoundary, bytewise.isAtFrameBoundary);
        QCOMPARE(whole.frames, mixedFrames().first(whole.frames.size()));
        QVERIFY(whole.frames.size() < mixedFrames().size());
    }
}

void TestFrameDecoder::wholeFrameIsAViewIntoTheInput()
{
    const QByteArray bytes =
        encodeFrame(FrameType::InputChunk, "first") + encodeFrame(FrameType::InputChunk, "second");
    FrameDecoder decoder(daemonLimits());
    decoder.feed(bytes);
    const Result<std::optional<FrameView>> first = decoder.next();
    QVERIFY(first && *first);
    QCOMPARE(static_cast<const void *>((*first)->payload.data()), bytes.constData() + frameHeaderSize);
    const Result<std::optional<FrameView>> second = decoder.next();
    QVERIFY(second && *second);
    QCOMPARE(static_cast<const void *>((*second)->payload.data()),
             bytes.constData() + 2 * frameHeaderSize + 5);
    QCOMPARE(decoder.bufferedBytes(), qsizetype(0));
}

void TestFrameDecoder::spanningFrameIsCopiedOnce()
{
    const QByteArray bytes = encodeFrame(FrameType::InputChunk, "payload");
    FrameDecoder decoder(daemonLimits());
    decoder.feed(QByteArrayView(bytes).first(8));
    const Result<std::optional<FrameView>> nothing = decoder.next();
    QVERIFY(nothing && !*nothing);
    QCOMPARE(decoder.bufferedBytes(), qsizetype(3)); // the header has been taken
    decoder.feed(QByteArrayView(bytes).sliced(8));
    const Result<std::optional<FrameView>> frame = decoder.next();
    QVERIFY(frame && *frame);
    QCOMPARE((*frame)->payload.toByteArray(), QByteArray("payload"));
    QVERIFY(decoder.isAtFrameBoundary());
    QCOMPARE(decoder.bufferedBytes(), qsizetype(0));
}

void TestFrameDecoder::violations_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("length 0") << QByteArray("00000000") << ErrorCode::ProtocolViolation;
    QTest::newRow("length 0, with type") << QByteArray("0000000002") << ErrorCode::ProtocolViolation;
    QTest::newRow("4 GiB") << QByteArray("ffffffff") << ErrorCode::MessageTooLarge;
    QTest::newRow("4 GiB of an extension") << QByteArray("ffffffff80") << ErrorCode::MessageTooLarge;
    QTest::newRow("2 GiB") << QByteArray("8000000002") << ErrorCode::MessageTooLarge;
    QTest::newRow("16 MiB") << QByteArray("0100000010") << ErrorCode::MessageTooLarge;
    QTest::newRow("type 0") << QByteArray("0000000100") << ErrorCode::ProtocolViolation;
    QTest::newRow("unknown 0x0c") << QByteArray("000000010c") << ErrorCode::ProtocolViolation;
    QTest::newRow("unknown 0x7f") << QByteArray("000000017f") << ErrorCode::ProtocolViolation;
    QTest::newRow("a daemon's message") << QByteArray("0000000106") << ErrorCode::ProtocolViolation;
    QTest::newRow("second VersionCheck") << QByteArray("0000000101") << ErrorCode::ProtocolViolation;
    QTest::newRow("unaccepted and too large") << QByteArray("00ffffff01") << ErrorCode::ProtocolViolation;
}

void TestFrameDecoder::violations()
{
    QFETCH(QByteArray, hex);
    QFETCH(ErrorCode, code);
    const QByteArray good = encodeFrame(FrameType::InputChunk, "good");
    const QByteArray stream = good + QByteArray::fromHex(hex) + good;
    for (const QByteArrayList &pieces :
         {QByteArrayList{stream}, inPiecesOf(stream, 1), inPiecesOf(stream, 3)}) {
        const Decoded decoded = decode(pieces, daemonLimits());
        QCOMPARE(decoded.error, std::optional(code));
        QCOMPARE(decoded.frames, (QList<Frame>{{0x08, "good"}}));
    }
}

void TestFrameDecoder::payloadAtTheLimit_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<qsizetype>("limit");
    QTest::newRow("Command") << 0x02 << qsizetype(Limits().maxCommandBytes);
    QTest::newRow("InputChunk") << 0x08 << FrameLimits::chunkBytes;
    QTest::newRow("Cancel") << 0x09 << FrameLimits::controlBytes;
    QTest::newRow("Rpc") << 0x10 << qsizetype(Limits().maxRpcBytes);
    QTest::newRow("extension") << 0xc0 << FrameLimits::controlBytes;
}

void TestFrameDecoder::payloadAtTheLimit()
{
    QFETCH(int, type);
    QFETCH(qsizetype, limit);
    const auto frameType = static_cast<FrameType>(type);
    for (const qsizetype size : {limit - 1, limit, limit + 1}) {
        const QByteArray frame = encodeFrame(frameType, QByteArray(size, 'p'));
        for (const QByteArrayList &pieces : {QByteArrayList{frame}, inPiecesOf(frame, 60'000)}) {
            const Decoded decoded = decode(pieces, daemonLimits());
            if (size > limit) {
                QCOMPARE(decoded.error, std::optional(ErrorCode::MessageTooLarge));
                QCOMPARE(decoded.mostBuffered, qsizetype(0));
            } else {
                QVERIFY(!decoded.error && decoded.isAtFrameBoundary);
                QCOMPARE(decoded.frames.size(), type < 0x80 ? 1 : 0);
                QVERIFY(type >= 0x80 || decoded.frames.first().second.size() == size);
            }
        }
    }
}

void TestFrameDecoder::errorStays()
{
    FrameDecoder decoder(daemonLimits());
    decoder.feed(QByteArrayView("\0\0\0\0", 4));
    QVERIFY(!decoder.next());
    decoder.feed(encodeFrame(FrameType::InputChunk, "good"));
    decoder.setLimits(FrameLimits::clientSide(Limits()));
    const Result<std::optional<FrameView>> again = decoder.next();
    QVERIFY(!again);
    QCOMPARE(again.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY(!decoder.isAtFrameBoundary());
    QCOMPARE(decoder.bufferedBytes(), qsizetype(0));
}

void TestFrameDecoder::newLimitsApplyToTheNextHeader()
{
    // VersionCheck and Command in one write: the state changes between the two.
    const QByteArray both =
        encodeFrame(FrameType::VersionCheck, "version") + encodeFrame(FrameType::Command, "command");
    FrameDecoder decoder(FrameLimits::beforeVersionCheck());
    decoder.feed(both);
    const Result<std::optional<FrameView>> version = decoder.next();
    QVERIFY(version && *version);
    QCOMPARE((*version)->type, FrameType::VersionCheck);
    decoder.setLimits(daemonLimits());
    const Result<std::optional<FrameView>> command = decoder.next();
    QVERIFY(command && *command);
    QCOMPARE((*command)->payload.toByteArray(), QByteArray("command"));

    // Without the change the same bytes are refused.
    const Decoded refused = decode({both}, FrameLimits::beforeVersionCheck());
    QCOMPARE(refused.error, std::optional(ErrorCode::ProtocolViolation));
    QCOMPARE(refused.frames.size(), 1);
}

void TestFrameDecoder::announcedBytesTakeNoMemory()
{
    const FrameHeader header = encodeFrameHeader(FrameType::Rpc, Limits().maxRpcBytes);
    FrameDecoder decoder(daemonLimits());
    decoder.feed(QByteArrayView(header.data(), frameHeaderSize));
    QVERIFY(decoder.next());
    QCOMPARE(decoder.bufferedBytes(), qsizetype(0));
    const QByteArray piece(1000, 'p');
    for (qsizetype fed = 1000; fed <= 20'000; fed += 1000) {
        decoder.feed(piece);
        QVERIFY(decoder.next());
        QCOMPARE(decoder.bufferedBytes(), fed);
    }
    QVERIFY(!decoder.isAtFrameBoundary());
}

void TestFrameDecoder::refusedFrameTakesNoMemory()
{
    const QByteArray frame = encodeFrame(FrameType::OutputChunk, QByteArray(100'000, 'p'));
    const Decoded decoded = decode(inPiecesOf(frame, 1000), daemonLimits());
    QCOMPARE(decoded.error, std::optional(ErrorCode::ProtocolViolation));
    QCOMPARE(decoded.mostBuffered, qsizetype(0));
}

void TestFrameDecoder::skippedExtensionTakesNoMemory()
{
    const Decoded decoded = decode(inPiecesOf(extensionFrame(QByteArray(60'000, 'x')), 100), daemonLimits());
    QVERIFY(!decoded.error && decoded.isAtFrameBoundary && decoded.frames.isEmpty());
    QCOMPARE(decoded.mostBuffered, qsizetype(0));
}

void TestFrameDecoder::boundary()
{
    const QByteArray frame = extensionFrame("abc");
    FrameDecoder decoder(daemonLimits());
    QVERIFY(decoder.isAtFrameBoundary());
    for (qsizetype i = 0; i < frame.size(); ++i) {
        decoder.feed(QByteArrayView(frame).sliced(i, 1));
        QVERIFY(!decoder.isAtFrameBoundary());
        QVERIFY(decoder.next());
        QCOMPARE(decoder.isAtFrameBoundary(), i + 1 == frame.size());
    }
}

void TestFrameDecoder::mutatedStreamsGiveFramesOrAnError()
{
    std::mt19937 random(20240229);
    const auto below = [&random](qsizetype end) {
        return static_cast<qsizetype>(random() % static_cast<quint32>(end));
    };
    const QByteArray original = mixedStream();
    int errors = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray stream = original;
        for (qsizetype changes = 1 + below(4); changes > 0; --changes)
            stream[below(stream.size())] = static_cast<char>(random());
        stream.truncate(below(stream.size() + 1));
        const Decoded whole = decode({stream}, daemonLimits());
        const Decoded pieces = decode(inPiecesOf(stream, 1 + below(12)), daemonLimits());
        QCOMPARE(pieces.frames, whole.frames);
        QCOMPARE(pieces.error, whole.error);
        QVERIFY(pieces.mostBuffered <= stream.size());
        errors += whole.error ? 1 : 0;
    }
    QVERIFY(errors > 1000 && errors < 19'000); // the mutations reach both outcomes
}

QTEST_APPLESS_MAIN(TestFrameDecoder)
#include "tst_framedecoder.moc"
