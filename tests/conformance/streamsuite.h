// What the suites about streams share: a fresh pair for each case.
#pragma once

#include "streamrecorder.h"
#include "transportfixture.h"

#include <QByteArrayView>

namespace DaemonRpc::Testing {

/// @p size bytes of an endless pattern from @p offset on; it does not repeat within a million bytes. At most
/// patternBytes at once.
inline constexpr qsizetype patternBytes = 1'000'003;
QByteArrayView pattern(qint64 offset, qsizetype size);

/// Makes a connected pair before each case and destroys it after. The base of the stream suites.
class StreamSuite : public QObject
{
    Q_OBJECT

protected:
    explicit StreamSuite(TransportFixture &fixture)
        : m_fixture(fixture)
    {}

    /// Lets the event loop turn a few times: for what must not happen.
    static void runTurns();

    /// Bytes go from far to near and come in; by then near's earlier bytes have had their chance, too.
    void exchangeMarker();

    /// Writes the pattern to near, @p chunk bytes at a time, while fewer than @p mark are pending; goes on at
    /// sent(). What was pending at most is in m_mostPending.
    void pump(qint64 total, qsizetype chunk, qint64 mark);

    TransportFixture &m_fixture;
    std::unique_ptr<Stream> m_near;
    std::unique_ptr<Stream> m_far;
    std::unique_ptr<StreamRecorder> m_nearSays;
    std::unique_ptr<StreamRecorder> m_farSays;
    qint64 m_pumped = 0;
    qint64 m_mostPending = 0;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace DaemonRpc::Testing
