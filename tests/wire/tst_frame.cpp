#include <daemonrpc/wire/frame.h>

#include <QTest>

using namespace DaemonRpc;

class TestFrame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void header_data();
    void header();
    void frameIsHeaderAndPayload();
    void firstByteOfAnyFrameIsZero();
};

void TestFrame::header_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<qsizetype>("payloadSize");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("empty") << 0x08 << qsizetype(0) << QByteArray("0000000108");
    QTest::newRow("one byte") << 0x03 << qsizetype(1) << QByteArray("0000000203");
    QTest::newRow("255 bytes") << 0x01 << qsizetype(255) << QByteArray("0000010001");
    QTest::newRow("64 KiB") << 0x10 << qsizetype(65536) << QByteArray("0001000110");
    QTest::newRow("largest") << 0x10 << maxFramePayload << QByteArray("00ffffff10");
    QTest::newRow("extension") << 0xff << qsizetype(2) << QByteArray("00000003ff");
}

void TestFrame::header()
{
    QFETCH(int, type);
    QFETCH(qsizetype, payloadSize);
    QFETCH(QByteArray, hex);
    const FrameHeader header = encodeFrameHeader(static_cast<FrameType>(type), payloadSize);
    QCOMPARE(QByteArray(header.data(), frameHeaderSize).toHex(), hex);
}

void TestFrame::frameIsHeaderAndPayload()
{
    const QByteArray payload("a\0b", 3);
    QCOMPARE(encodeFrame(FrameType::OutputChunk, payload), QByteArray::fromHex("0000000403610062"));
    QCOMPARE(encodeFrame(FrameType::InputChunk, QByteArrayView()), QByteArray::fromHex("0000000108"));
}

void TestFrame::firstByteOfAnyFrameIsZero()
{
    QCOMPARE(encodeFrameHeader(FrameType::Rpc, maxFramePayload)[0], '\0');
}

QTEST_APPLESS_MAIN(TestFrame)
#include "tst_frame.moc"
