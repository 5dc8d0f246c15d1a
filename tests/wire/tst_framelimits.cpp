#include <daemonrpc/wire/framelimits.h>

#include <QTest>

using namespace DaemonRpc;

class TestFrameLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void maxPayload_data();
    void maxPayload();
    void configuredLimitsNeverExceedAFrame();
};

static Limits smallLimits()
{
    Limits limits;
    limits.maxCommandBytes = 1000;
    limits.maxRpcBytes = 2000;
    return limits;
}

void TestFrameLimits::maxPayload_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<qsizetype>("beforeVersionCheck");
    QTest::addColumn<qsizetype>("daemonSide");
    QTest::addColumn<qsizetype>("clientSide");
    const qsizetype no = -1;
    const qsizetype control = FrameLimits::controlBytes;
    const qsizetype chunk = FrameLimits::chunkBytes;
    QTest::newRow("0x00") << 0x00 << no << no << no;
    QTest::newRow("VersionCheck") << 0x01 << FrameLimits::versionCheckBytes << no << no;
    QTest::newRow("Command") << 0x02 << no << qsizetype(1000) << no;
    QTest::newRow("OutputChunk") << 0x03 << no << no << chunk;
    QTest::newRow("ErrorChunk") << 0x04 << no << no << chunk;
    QTest::newRow("CommandError") << 0x05 << no << no << control;
    QTest::newRow("CommandFinished") << 0x06 << no << no << control;
    QTest::newRow("InputWanted") << 0x07 << no << no << control;
    QTest::newRow("InputChunk") << 0x08 << no << chunk << no;
    QTest::newRow("Cancel") << 0x09 << no << control << no;
    QTest::newRow("Resize") << 0x0a << no << control << no;
    QTest::newRow("Notice") << 0x0b << no << no << control;
    QTest::newRow("0x0c") << 0x0c << no << no << no;
    QTest::newRow("Rpc") << 0x10 << no << qsizetype(2000) << qsizetype(2000);
    QTest::newRow("0x11") << 0x11 << no << no << no;
    QTest::newRow("0x7f") << 0x7f << no << no << no;
    QTest::newRow("0x80") << 0x80 << control << control << control;
    QTest::newRow("0xff") << 0xff << control << control << control;
}

void TestFrameLimits::maxPayload()
{
    QFETCH(int, type);
    const auto frameType = static_cast<FrameType>(type);
    QTEST(FrameLimits::beforeVersionCheck().maxPayload(frameType), "beforeVersionCheck");
    QTEST(FrameLimits::daemonSide(smallLimits()).maxPayload(frameType), "daemonSide");
    QTEST(FrameLimits::clientSide(smallLimits()).maxPayload(frameType), "clientSide");
}

void TestFrameLimits::configuredLimitsNeverExceedAFrame()
{
    Limits limits;
    limits.maxCommandBytes = std::numeric_limits<qint64>::max();
    limits.maxRpcBytes = -5;
    const FrameLimits daemon = FrameLimits::daemonSide(limits);
    QCOMPARE(daemon.maxPayload(FrameType::Command), maxFramePayload);
    QCOMPARE(daemon.maxPayload(FrameType::Rpc), qsizetype(0));
}

QTEST_APPLESS_MAIN(TestFrameLimits)
#include "tst_framelimits.moc"
