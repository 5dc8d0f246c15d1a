// What is counted of requests.
#pragma once

#include <daemonrpc/server/requestrecord.h>

#include <QHash>

#include <array>
#include <functional>
#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

namespace DaemonRpc {

/// Counts requests that have ended. Thread-bound. The series of a command are looked up once; from then on a
/// request costs a hash and a few additions.
class RequestMetrics
{
public:
    /// Commands that have series of their own; the rest counts as "other". Reloads may bring ever new names.
    static constexpr qsizetype maxCommands = 256;

    /// Whether the daemon has a command of that name.
    using KnownFunction = std::function<bool(const QByteArray &name)>;

    RequestMetrics(prometheus::Registry &registry, KnownFunction isKnown);

    void observe(const RequestRecord &record);

    /// Ended with an error, a signal or another exit code than 0; cancelled ones are not among them.
    [[nodiscard]] quint64 failedCount() const { return m_failed; }

    [[nodiscard]] quint64 cancelledCount() const { return m_cancelled; }

private:
    enum class Outcome { Success, Failure, Signal, Error, Cancelled, Forced, Count };
    static constexpr size_t outcomeCount = static_cast<size_t>(Outcome::Count);

    struct Command
    {
        std::array<prometheus::Counter *, outcomeCount> ended{}; // made when first needed
        prometheus::Histogram *duration = nullptr;
        prometheus::Counter *outputBytes = nullptr;
    };

    [[nodiscard]] static Outcome outcomeOf(const RequestRecord &record);
    [[nodiscard]] static const char *outcomeName(Outcome outcome);
    Command &commandOf(const QByteArray &name);
    [[nodiscard]] Command makeCommand(const QByteArray &name);
    prometheus::Counter &counterOf(Command &command, const QByteArray &name, Outcome outcome);
    void observeCancellation(const CancellationRecord &cancellation);

    KnownFunction m_isKnown;
    prometheus::Family<prometheus::Counter> &m_requests;
    prometheus::Family<prometheus::Counter> &m_errors;
    prometheus::Family<prometheus::Histogram> &m_durations;
    prometheus::Family<prometheus::Counter> &m_outputBytes;
    prometheus::Family<prometheus::Counter> &m_cancellations;
    std::array<prometheus::Histogram *, 2> m_latencies; // honoured, forced
    QHash<QByteArray, Command> m_commands;
    Command m_other;
    quint64 m_failed = 0;
    quint64 m_cancelled = 0;
};

} // namespace DaemonRpc
