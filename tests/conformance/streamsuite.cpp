#include "streamsuite.h"

#include <QRandomGenerator>
#include <QTest>

namespace DaemonRpc::Testing {

QByteArrayView pattern(qint64 offset, qsizetype size)
{
    static const QByteArray twice = [] {
        QRandomGenerator random(4711);
        QByteArray once(patternBytes, Qt::Uninitialized);
        for (char &byte : once)
            byte = static_cast<char>(random.bounded(256));
        return once + once;
    }();
    Q_ASSERT(size <= patternBytes);
    return QByteArrayView(twice).sliced(offset % patternBytes, size);
}

void StreamSuite::init()
{
    StreamPair pair = m_fixture.makePair();
    QVERIFY2(pair.near && pair.far, "the fixture made no connected pair");
    m_near = std::move(pair.near);
    m_far = std::move(pair.far);
    m_nearSays = std::make_unique<StreamRecorder>(m_near.get());
    m_farSays = std::make_unique<StreamRecorder>(m_far.get());
    m_pumped = 0;
    m_mostPending = 0;
}

void StreamSuite::cleanup()
{
    // Slots first: they may name the streams.
    m_nearSays.reset();
    m_farSays.reset();
    m_near.reset();
    m_far.reset();
}

void StreamSuite::runTurns()
{
    for (int turn = 0; turn < 20; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void StreamSuite::exchangeMarker()
{
    const qint64 before = m_nearSays->byteCount;
    m_near->setReading(true);
    m_far->write("marker");
    QTRY_COMPARE(m_nearSays->byteCount, before + 6);
    runTurns();
}

void StreamSuite::pump(qint64 total, qsizetype chunk, qint64 mark)
{
    const auto fill = [this, total, chunk, mark] {
        while (m_pumped < total && m_near->bytesPending() < mark) {
            const qsizetype size = qMin<qint64>(chunk, total - m_pumped);
            const QByteArrayView bytes = pattern(m_pumped, size);
            m_pumped += size;
            m_near->write(bytes.first(size / 10), bytes.sliced(size / 10));
            m_mostPending = qMax(m_mostPending, m_near->bytesPending());
        }
    };
    m_nearSays->whenSent = fill;
    fill();
}

} // namespace DaemonRpc::Testing
