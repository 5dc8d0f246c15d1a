#include "endingsuite.h"

#include <QPointer>
#include <QTest>

namespace DaemonRpc::Testing {

constexpr int manyBytes = 900'000; // more than any transport holds for a peer that does not read

void EndingSuite::destructionEndsThePeer_data()
{
    QTest::addColumn<bool>("isReversed");
    QTest::addColumn<bool>("isReadingBefore");
    QTest::newRow("near goes") << false << true;
    QTest::newRow("far goes") << true << true;
    QTest::newRow("near goes before reading starts") << false << false;
    QTest::newRow("far goes before reading starts") << true << false;
}

void EndingSuite::destructionEndsThePeer()
{
    QFETCH(const bool, isReversed);
    QFETCH(const bool, isReadingBefore);
    if (isReversed) {
        std::swap(m_near, m_far);
        std::swap(m_nearSays, m_farSays);
    }
    m_far->setReading(isReadingBefore);
    runTurns();
    m_near.reset();
    if (!isReadingBefore)
        runTurns();
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->endCount(), 1);
    QCOMPARE(m_farSays->receivedCount, 0);
    QCOMPARE(m_farSays->closedCount, 0);
}

void EndingSuite::endComesAfterAllBytes_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("isSlow");
    for (const qsizetype size : {1, 20'000, 130'000, manyBytes}) {
        QTest::addRow("%lld bytes", size) << size << false;
        QTest::addRow("%lld bytes, slow reader", size) << size << true;
    }
}

void EndingSuite::endComesAfterAllBytes()
{
    QFETCH(const qsizetype, size);
    QFETCH(const bool, isSlow);
    if (isSlow) {
        m_farSays->whenReceived = [this](QByteArrayView) {
            m_far->setReading(false);
            QMetaObject::invokeMethod(
                m_farSays.get(), [this] { m_far->setReading(true); }, Qt::QueuedConnection);
        };
    }
    m_nearSays->whenClosed = [this] { m_near.release()->deleteLater(); };
    m_near->write(pattern(0, size));
    m_near->closeWhenSent();
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->endCount(), 1);
    QVERIFY(m_farSays->bytes == pattern(0, size));
    QCOMPARE(m_farSays->endedCount, 1);
    QCOMPARE(m_farSays->receivedAfterEnd, 0);
}

void EndingSuite::endIsSaidOnce()
{
    m_far->setReading(true);
    m_near.reset();
    QTRY_COMPARE(m_farSays->endCount(), 1);
    for (int i = 0; i < 3; ++i) {
        m_far->setReading(false);
        m_far->setReading(true);
        m_far->write("into the void");
        m_far->flush();
        runTurns();
    }
    QCOMPARE(m_farSays->endCount(), 1);
    QCOMPARE(m_farSays->receivedCount, 0);
}

void EndingSuite::endWaitsForReading()
{
    m_near->write("last words");
    m_near->flush();
    m_near.reset();
    runTurns();
    QCOMPARE(m_farSays->endCount(), 0);
    QCOMPARE(m_farSays->receivedCount, 0);
    m_farSays->whenReceived = [this](QByteArrayView) { m_far->setReading(false); };
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->bytes, QByteArray("last words"));
    runTurns();
    QCOMPARE(m_farSays->endCount(), 0);
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->endCount(), 1);
}

void EndingSuite::writingAfterTheEndIsIgnored()
{
    m_far->setReading(true);
    m_near.reset();
    QTRY_COMPARE(m_farSays->endCount(), 1);
    m_far->write("small");
    m_far->write("head", pattern(0, manyBytes));
    m_far->flush();
    QTRY_COMPARE(m_far->bytesPending(), qint64(0));
    runTurns();
    QCOMPARE(m_farSays->endCount(), 1);
    if (m_fixture.knowsAtOnceThatNobodyReads())
        QCOMPARE(m_farSays->sentCount, 0);
}

void EndingSuite::peerThatVanishesReleasesPendingBytes()
{
    m_far->setReading(true);
    m_far->write(pattern(0, manyBytes));
    m_far->flush();
    QVERIFY(m_far->bytesPending() > 0);
    m_near.reset();
    QTRY_COMPARE(m_farSays->endCount(), 1);
    QTRY_COMPARE(m_far->bytesPending(), qint64(0));
}

void EndingSuite::closesWithNothingQueued()
{
    m_near->closeWhenSent();
    QTRY_COMPARE(m_nearSays->closedCount, 1);
    QCOMPARE(m_nearSays->endCount(), 0);
}

void EndingSuite::closesAfterEverythingIsSent()
{
    m_near->write(pattern(0, manyBytes));
    m_near->write("tail");
    m_near->closeWhenSent();
    exchangeMarker();
    QVERIFY(m_near->bytesPending() > 0);
    QCOMPARE(m_nearSays->closedCount, 0);
    m_nearSays->whenClosed = [this] { QCOMPARE(m_near->bytesPending(), qint64(0)); };
    m_far->setReading(true);
    QTRY_COMPARE(m_nearSays->closedCount, 1);
    QTRY_COMPARE(m_farSays->byteCount, qint64(manyBytes + 4));
    QVERIFY(m_farSays->bytes == pattern(0, manyBytes).toByteArray() + "tail");
}

void EndingSuite::closesOnce()
{
    m_near->write("x");
    m_near->closeWhenSent();
    m_near->closeWhenSent();
    QTRY_COMPARE(m_nearSays->closedCount, 1);
    m_near->closeWhenSent();
    m_near->flush();
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->bytes, QByteArray("x"));
    m_far.reset();
    m_near->setReading(true);
    QTRY_COMPARE(m_nearSays->endCount(), 1);
    runTurns();
    QCOMPARE(m_nearSays->closedCount, 1);
}

void EndingSuite::closesWhenThePeerIsGone()
{
    m_far.reset();
    runTurns();
    m_near->write("into the void");
    m_near->closeWhenSent();
    QTRY_COMPARE(m_nearSays->closedCount, 1);
    runTurns();
    QCOMPARE(m_nearSays->closedCount, 1);
}

void EndingSuite::closesWhenThePeerGoesWithBytesPending()
{
    m_near->write(pattern(0, manyBytes));
    m_near->closeWhenSent();
    runTurns();
    QCOMPARE(m_nearSays->closedCount, 0);
    m_far.reset();
    QTRY_COMPARE(m_nearSays->closedCount, 1);
    runTurns();
    QCOMPARE(m_nearSays->closedCount, 1);
}

void EndingSuite::ignoresWhatIsWrittenAfterClosing()
{
    m_near->write("before");
    m_near->closeWhenSent();
    m_near->write("after");
    m_near->write("after", pattern(0, manyBytes));
    m_far->setReading(true);
    QTRY_COMPARE(m_nearSays->closedCount, 1);
    exchangeMarker();
    QCOMPARE(m_farSays->bytes, QByteArray("before"));
}

void EndingSuite::readsOnAfterClosing()
{
    m_near->setReading(true);
    m_near->closeWhenSent();
    QTRY_COMPARE(m_nearSays->closedCount, 1);
    m_far->write("still heard");
    QTRY_COMPARE(m_nearSays->bytes, QByteArray("still heard"));
    m_far.reset();
    QTRY_COMPARE(m_nearSays->endCount(), 1);
}

void EndingSuite::deletesLaterInItsSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *signal : {"received", "sent", "ended", "closed"})
        QTest::newRow(signal) << QByteArray(signal);
}

void EndingSuite::deletesLaterInItsSignals()
{
    QFETCH(const QByteArray, signal);
    const QPointer<Stream> watched(m_far.get());
    int times = 0;
    const auto goAway = [this, &times] {
        if (++times == 1)
            m_far.release()->deleteLater();
    };
    m_far->setReading(true);
    m_near->setReading(true);
    if (signal == "received") {
        m_farSays->whenReceived = [goAway](QByteArrayView) { goAway(); };
        m_near->write("x");
    } else if (signal == "sent") {
        m_farSays->whenSent = goAway;
        m_far->write(pattern(0, manyBytes));
    } else if (signal == "ended") {
        m_farSays->whenEnded = goAway;
        m_near.reset();
    } else {
        m_farSays->whenClosed = goAway;
        m_far->closeWhenSent();
    }
    QTRY_VERIFY(!watched);
    QVERIFY(times >= 1);
    if (m_near)
        QTRY_COMPARE(m_nearSays->endCount(), 1);
}

void EndingSuite::destroysTheOtherEndInASlot()
{
    m_farSays->whenReceived = [this](QByteArrayView) { m_near.reset(); };
    m_far->setReading(true);
    m_near->write("x");
    QTRY_COMPARE(m_farSays->endCount(), 1);
    QCOMPARE(m_farSays->bytes, QByteArray("x"));
}

void EndingSuite::destroysWithBytesPending()
{
    m_near->write(pattern(0, manyBytes));
    m_near->flush();
    QVERIFY(m_near->bytesPending() > 0);
    m_near.reset();
    m_far->setReading(true);
    QTRY_COMPARE(m_farSays->endCount(), 1);
    // What the system had taken still comes, and nothing else.
    QVERIFY(m_farSays->byteCount > 0);
    QVERIFY(m_farSays->bytes == pattern(0, m_farSays->bytes.size()));
    QCOMPARE(m_farSays->receivedAfterEnd, 0);
}

void EndingSuite::destroysBothWithBytesPending()
{
    const QPointer<Stream> near(m_near.get());
    m_near->write(pattern(0, manyBytes));
    m_far->write(pattern(0, manyBytes));
    m_near->closeWhenSent();
    m_far->setReading(true);
    m_near.reset();
    m_far.reset();
    runTurns();
    QVERIFY(!near);
    QCOMPARE(m_nearSays->closedCount + m_farSays->receivedCount + m_farSays->endCount(), 0);
}

} // namespace DaemonRpc::Testing
