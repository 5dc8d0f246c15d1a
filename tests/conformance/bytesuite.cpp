#include "bytesuite.h"

#include <QTest>

namespace DaemonRpc::Testing {

void ByteSuite::arriveByteExact()
{
    QByteArray every;
    for (int byte = 0; byte < 256; ++byte)
        every.append(static_cast<char>(byte));
    m_far->setReading(true);
    m_near->write(every, every);
    QTRY_COMPARE(m_farSays->bytes, every + every);
    QCOMPARE(m_farSays->endCount(), 0);
}

void ByteSuite::arriveInBothDirectionsAtOnce()
{
    constexpr qsizetype size = 900'000;
    m_near->setReading(true);
    m_far->setReading(true);
    m_near->write(pattern(0, size));
    m_far->write(pattern(1, size));
    m_near->write({}, pattern(2, size));
    m_far->write({}, pattern(3, size));
    QTRY_COMPARE(m_farSays->byteCount, qint64(2 * size));
    QTRY_COMPARE(m_nearSays->byteCount, qint64(2 * size));
    QVERIFY(m_farSays->bytes == pattern(0, size).toByteArray() + pattern(2, size).toByteArray());
    QVERIFY(m_nearSays->bytes == pattern(1, size).toByteArray() + pattern(3, size).toByteArray());
    QTRY_COMPARE(m_near->bytesPending(), qint64(0));
    QTRY_COMPARE(m_far->bytesPending(), qint64(0));
}

void ByteSuite::headComesBeforeBody_data()
{
    QTest::addColumn<qsizetype>("headSize");
    QTest::addColumn<qsizetype>("bodySize");
    constexpr qsizetype limit = Stream::directWriteBytes;
    for (const qsizetype head : {qsizetype(0), qsizetype(1), limit - 1, limit, limit + 1}) {
        for (const qsizetype body : {qsizetype(0), qsizetype(1), limit - 1, limit, limit + 1})
            QTest::addRow("%lld and %lld", head, body) << head << body;
    }
}

void ByteSuite::headComesBeforeBody()
{
    QFETCH(const qsizetype, headSize);
    QFETCH(const qsizetype, bodySize);
    const QByteArray head = pattern(5, headSize).toByteArray();
    const QByteArray body = pattern(90'000, bodySize).toByteArray();
    m_far->setReading(true);
    m_near->write("before");
    m_near->write(head, body);
    m_near->write("between");
    m_near->flush();
    m_near->write(head, body);
    m_near->write("after");
    const QByteArray expected = "before" + head + body + "between" + head + body + "after";
    QTRY_COMPARE(m_farSays->byteCount, qint64(expected.size()));
    QVERIFY(m_farSays->bytes == expected);
}

void ByteSuite::nothingIsWrittenAsNothing()
{
    m_far->setReading(true);
    m_near->write({});
    m_near->write({}, {});
    m_near->write("", "");
    QCOMPARE(m_near->bytesPending(), qint64(0));
    m_near->flush();
    exchangeMarker();
    QCOMPARE(m_farSays->receivedCount, 0);
    QCOMPARE(m_farSays->endCount(), 0);
    m_near->write("x");
    QTRY_COMPARE(m_farSays->bytes, QByteArray("x"));
}

void ByteSuite::viewsNeedNotOutliveTheCall()
{
    QByteArray small = "small";
    QByteArray large(500'000, 'l');
    m_near->write(small, large);
    small.fill('?');
    large.fill('?');
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->byteCount, qint64(500'005));
    QVERIFY(m_farSays->bytes == "small" + QByteArray(500'000, 'l'));
}

void ByteSuite::pendingUntilFlushed()
{
    m_near->write("abc", "de");
    QCOMPARE(m_near->bytesPending(), qint64(5));
    m_near->flush();
    QCOMPARE(m_near->bytesPending(), qint64(0));
    m_near->flush();
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->bytes, QByteArray("abcde"));
}

void ByteSuite::leaveAtTheEndOfTheTurn()
{
    m_near->write("abc");
    m_near->write("de");
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->bytes, QByteArray("abcde"));
    QCOMPARE(m_farSays->receivedCount, 1); // together: they were written in one turn
    QCOMPARE(m_near->bytesPending(), qint64(0));
}

void ByteSuite::keepTheirOrderAcrossFlushes()
{
    m_far->setReading(true);
    QByteArray expected;
    for (int i = 0; i < 500; ++i) {
        const QByteArray number = QByteArray::number(i) + ' ';
        m_near->write(number, i % 50 == 0 ? QByteArray(20'000, 'b') : QByteArray());
        expected += number + (i % 50 == 0 ? QByteArray(20'000, 'b') : QByteArray());
        if (i % 7 == 0)
            m_near->flush();
        if (i % 11 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_farSays->byteCount, qint64(expected.size()));
    QVERIFY(m_farSays->bytes == expected);
}

void ByteSuite::tinyWritesKeepTheirOrder()
{
    constexpr qsizetype count = 100'000;
    for (qsizetype i = 0; i < count; ++i)
        m_near->write(pattern(3 * i, 1), pattern(3 * i + 1, i % 2 == 0 ? 2 : 0));
    QByteArray expected;
    for (qsizetype i = 0; i < count; ++i)
        expected += pattern(3 * i, i % 2 == 0 ? 3 : 1).toByteArray();
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->byteCount, qint64(expected.size()));
    QVERIFY(m_farSays->bytes == expected);
}

void ByteSuite::signalsComeFromTheLoopOnly()
{
    const auto said = [](const StreamRecorder &recorder) {
        return recorder.receivedCount + recorder.sentCount + recorder.endCount() + recorder.closedCount;
    };
    m_near->write("a", pattern(0, 100'000));
    m_near->flush();
    m_near->setReading(true);
    m_near->closeWhenSent();
    m_far->setReading(true);
    m_far->write("b");
    m_far->flush();
    QCOMPARE(said(*m_nearSays), 0);
    QCOMPARE(said(*m_farSays), 0);
    QTRY_COMPARE(m_farSays->byteCount, qint64(100'001));
    QTRY_COMPARE(m_nearSays->bytes, QByteArray("b"));
    QTRY_COMPARE(m_nearSays->closedCount, 1);
}

void ByteSuite::receivedIsNeverReentered()
{
    m_farSays->whenReceived = [this](QByteArrayView) {
        m_far->write("answer", pattern(0, 20'000));
        m_far->flush();
        m_far->setReading(false);
        m_far->setReading(true);
        m_near->flush();
    };
    m_nearSays->keepsBytes = false;
    m_near->setReading(true);
    m_far->setReading(true);
    pump(2'000'000, 50'000, 200'000);
    QTRY_COMPARE(m_farSays->byteCount, qint64(2'000'000));
    QCOMPARE(m_farSays->deepestReceived, 1);
    QCOMPARE(m_nearSays->deepestReceived, 1);
}

void ByteSuite::tellTheirPeer()
{
    QCOMPARE(m_near->peer().has_value(), m_fixture.expectedPeer().has_value());
    QVERIFY(m_near->peer() == m_fixture.expectedPeer());
    QVERIFY(m_far->peer() == m_fixture.expectedPeer());
}

} // namespace DaemonRpc::Testing
