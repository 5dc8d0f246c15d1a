// Copies of a program that are started before they are called.
#pragma once

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/handler/process/childprocess.h>
#include <daemonrpc/service/command/commanddefinition.h>
#include <daemonrpc/service/command/warmpoolstatistics.h>

#include <QTimer>

#include <deque>
#include <memory>

namespace DaemonRpc {

/// Keeps copies of one command started, in its fixed context. Thread-bound; begins with the event loop.
///
/// A copy waits with its standard input open; what it says before its call stays in its pipes. One that ends
/// while it waits is said in the log, with its last words, and replaced after a growing pause. One that is
/// too old or too large is replaced. Copies that wait are killed with their group when the pool closes: they
/// have done nothing yet.
class WarmPool : public QObject
{
    Q_OBJECT

public:
    /// From taking a copy to starting the next, unless callEnded() comes first: starting a program takes
    /// processor time that the call needs.
    static constexpr std::chrono::milliseconds refillDelay{50};
    /// A copy that waited this long was no failure to start.
    static constexpr std::chrono::milliseconds steadyAge{10'000};
    /// Between the looks at age and memory, at most.
    static constexpr std::chrono::milliseconds inspectionInterval{2000};

    WarmPool(const CommandDefinition &definition, qint64 chunkBytes);
    ~WarmPool() override;

    /// The oldest copy that lives, counted as a hit; null when there is none.
    [[nodiscard]] std::unique_ptr<ChildProcess> take();

    /// A call has ended: nothing is gained by waiting with the next copy.
    void callEnded();

    /// Of a persistent worker: one was started for a call that found none, and may be kept afterwards.
    void lend() { ++m_inUse; }

    /// Of a persistent worker: the one that take() gave, or that lend() told of, can serve again; null when
    /// it is lost.
    void giveBack(std::unique_ptr<ChildProcess> child);

    void countMiss(ColdReason reason) { ++m_statistics.misses[reason]; }

    /// Ends the copies that wait, and starts no more.
    void close();

    [[nodiscard]] WarmPoolStatistics statistics() const;

private:
    [[nodiscard]] bool isPersistent() const { return m_definition.worker == CommandDefinition::Worker::Json; }

    [[nodiscard]] int missing() const;
    void refill();
    void refillAfter(std::chrono::milliseconds delay);
    /// After a failure; several at once count as one.
    std::chrono::milliseconds pause();
    void keep(std::unique_ptr<ChildProcess> copy);
    void onExited(ChildProcess *child);
    void discard(ChildProcess *child, const QString &why);
    void inspect();
    [[nodiscard]] QString whyReplace(const ChildProcess &copy) const;

    [[nodiscard]] QString name() const { return QString::fromUtf8(m_definition.name); }

    const CommandDefinition m_definition;
    const ProcessSpec m_spec;
    const qint64 m_chunkBytes;
    const int m_wanted;
    std::deque<std::unique_ptr<ChildProcess>> m_copies; // oldest first
    int m_inUse = 0;
    Backoff m_backoff{std::chrono::milliseconds(100), std::chrono::milliseconds(30'000)};
    QTimer m_refill;
    bool m_isPausing = false; // m_refill runs after a failure
    QTimer m_inspection;
    WarmPoolStatistics m_statistics;
    bool m_isClosed = false;
};

} // namespace DaemonRpc
