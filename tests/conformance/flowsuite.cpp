#include "flowsuite.h"

#include <QTest>

namespace DaemonRpc::Testing {

void FlowSuite::slowReaderBoundsTheWriter_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qsizetype>("chunk");
    QTest::addColumn<qint64>("mark");
    constexpr qint64 mebibyte = 1024 * 1024;
    QTest::newRow("64 MiB in large pieces") << 64 * mebibyte << qsizetype(200'000) << mebibyte;
    QTest::newRow("pieces below the direct limit") << 4 * mebibyte << qsizetype(8'000) << qint64(64 * 1024);
    // A mark that the system never refuses: the writer must be told to go on all the same.
    QTest::newRow("tiny pieces, low mark") << qint64(200'000) << qsizetype(100) << qint64(1000);
    QTest::newRow("only when all is gone") << qint64(4'000'000) << qsizetype(100'000) << qint64(1);
}

void FlowSuite::slowReaderBoundsTheWriter()
{
    QFETCH(const qint64, total);
    QFETCH(const qsizetype, chunk);
    QFETCH(const qint64, mark);
    bool isExact = true;
    m_farSays->keepsBytes = false;
    m_farSays->whenReceived = [&](QByteArrayView bytes) {
        isExact = isExact && bytes == pattern(m_farSays->byteCount - bytes.size(), bytes.size());
        // One piece, then a pause until a later turn.
        m_far->setReading(false);
        QMetaObject::invokeMethod(
            m_farSays.get(), [this] { m_far->setReading(true); }, Qt::QueuedConnection);
    };
    m_far->setReading(true);
    pump(total, chunk, mark);
    QTRY_COMPARE_WITH_TIMEOUT(m_farSays->byteCount, total, 40'000);
    QVERIFY(isExact);
    QVERIFY2(m_mostPending <= mark + chunk, qPrintable(QString::number(m_mostPending)));
    QTRY_COMPARE(m_near->bytesPending(), qint64(0));
}

void FlowSuite::unreadBytesAreHeldBack()
{
    constexpr qsizetype size = 900'000;
    for (int i = 0; i < 8; ++i)
        m_near->write({}, pattern(i, size));
    exchangeMarker();
    // Nobody reads: what the system holds is bounded, the rest stays with the writer.
    QVERIFY2(m_near->bytesPending() > 4 * size, qPrintable(QString::number(m_near->bytesPending())));
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->byteCount, qint64(8 * size));
    QTRY_COMPARE(m_near->bytesPending(), qint64(0));
    QVERIFY(m_nearSays->sentCount > 0);
}

void FlowSuite::nothingComesBeforeReadingStarts()
{
    m_near->write("early");
    exchangeMarker();
    QCOMPARE(m_farSays->receivedCount, 0);
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->bytes, QByteArray("early"));
}

void FlowSuite::nothingComesWhilePaused()
{
    m_farSays->whenReceived = [this](QByteArrayView) { m_far->setReading(false); };
    m_far->setReading(true);
    m_near->write("one");
    QTRY_COMPARE(m_farSays->bytes, QByteArray("one"));
    m_near->write("two");
    exchangeMarker();
    QCOMPARE(m_farSays->bytes, QByteArray("one"));
    m_near->write("three");
    exchangeMarker();
    QCOMPARE(m_farSays->bytes, QByteArray("one"));

    m_farSays->whenReceived = {};
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->bytes, QByteArray("onetwothree"));
}

void FlowSuite::pauseBeforeTheLoopTurnsCounts()
{
    m_near->write("early");
    exchangeMarker();
    m_far->setReading(true);
    m_far->setReading(false);
    runTurns();
    QCOMPARE(m_farSays->receivedCount, 0);
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->bytes, QByteArray("early"));
}

void FlowSuite::pausedReaderStillWrites()
{
    m_far->setReading(false);
    m_near->setReading(true);
    m_near->write(pattern(0, 900'000));
    m_far->write(pattern(7, 900'000));
    QTRY_COMPARE(m_nearSays->byteCount, qint64(900'000));
    QVERIFY(m_nearSays->bytes == pattern(7, 900'000));
    QCOMPARE(m_farSays->receivedCount, 0);
}

} // namespace DaemonRpc::Testing
