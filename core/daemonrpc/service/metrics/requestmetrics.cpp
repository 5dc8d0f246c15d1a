#include "metricfactory_p.h"
#include "requestmetrics_p.h"

namespace DaemonRpc {

static prometheus::Histogram::BucketBoundaries durationBuckets()
{
    return {0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600};
}

static prometheus::Histogram::BucketBoundaries latencyBuckets()
{
    return {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60};
}

/// A value of a label is UTF-8, whatever the name is.
static std::string labelOf(const QByteArray &name) { return QString::fromUtf8(name).toStdString(); }

RequestMetrics::RequestMetrics(prometheus::Registry &registry, KnownFunction isKnown)
    : m_isKnown(std::move(isKnown))
    , m_requests(counterFamily(registry, MetricId::RequestsTotal))
    , m_errors(counterFamily(registry, MetricId::RequestErrorsTotal))
    , m_durations(histogramFamily(registry, MetricId::RequestDurationSeconds))
    , m_outputBytes(counterFamily(registry, MetricId::OutputBytesTotal))
    , m_cancellations(counterFamily(registry, MetricId::CancellationsTotal))
    , m_latencies{}
{
    auto &latencies = histogramFamily(registry, MetricId::CancellationLatencySeconds);
    m_latencies[0] = &latencies.Add({{"result", "honoured"}}, latencyBuckets());
    m_latencies[1] = &latencies.Add({{"result", "forced"}}, latencyBuckets());
}

RequestMetrics::Outcome RequestMetrics::outcomeOf(const RequestRecord &record)
{
    if (record.cancellation)
        return record.cancellation->isForced ? Outcome::Forced : Outcome::Cancelled;
    if (record.error)
        return Outcome::Error;
    if (record.signal != 0)
        return Outcome::Signal;
    return record.exitCode == 0 ? Outcome::Success : Outcome::Failure;
}

const char *RequestMetrics::outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success: return "success";
    case Outcome::Failure: return "failure";
    case Outcome::Signal: return "signal";
    case Outcome::Error: return "error";
    case Outcome::Cancelled: return "cancelled";
    case Outcome::Forced: return "forced";
    case Outcome::Count: break;
    }
    return "";
}

void RequestMetrics::observe(const RequestRecord &record)
{
    const QByteArray name = record.arguments.value(0);
    Command &command = commandOf(name);
    const Outcome outcome = outcomeOf(record);
    counterOf(command, name, outcome).Increment();
    command.duration->Observe(static_cast<double>(record.durationUs) / 1e6);
    if (record.outputBytes > 0)
        command.outputBytes->Increment(static_cast<double>(record.outputBytes));
    if (record.error)
        m_errors.Add({{"code", errorCodeName(record.error->code()).toStdString()}}).Increment();
    if (record.cancellation)
        observeCancellation(*record.cancellation);
    const bool isCancelled = outcome == Outcome::Cancelled || outcome == Outcome::Forced;
    m_cancelled += isCancelled ? 1 : 0;
    m_failed += !isCancelled && outcome != Outcome::Success ? 1 : 0;
}

RequestMetrics::Command &RequestMetrics::commandOf(const QByteArray &name)
{
    if (const auto known = m_commands.find(name); known != m_commands.end())
        return *known;
    if (m_commands.size() < maxCommands && m_isKnown(name))
        return *m_commands.insert(name, makeCommand(name));
    if (!m_other.duration)
        m_other = makeCommand("other");
    return m_other;
}

RequestMetrics::Command RequestMetrics::makeCommand(const QByteArray &name)
{
    Command command;
    const prometheus::Labels labels{{"command", labelOf(name)}};
    command.duration = &m_durations.Add(labels, durationBuckets());
    command.outputBytes = &m_outputBytes.Add(labels);
    return command;
}

prometheus::Counter &RequestMetrics::counterOf(Command &command, const QByteArray &name, Outcome outcome)
{
    prometheus::Counter *&counter = command.ended[static_cast<size_t>(outcome)];
    if (!counter) {
        const std::string label = &command == &m_other ? "other" : labelOf(name);
        counter = &m_requests.Add({{"command", label}, {"outcome", outcomeName(outcome)}});
    }
    return *counter;
}

void RequestMetrics::observeCancellation(const CancellationRecord &cancellation)
{
    const char *result = cancellation.isForced ? "forced" : "honoured";
    m_cancellations
        .Add({{"reason", cancellationReasonName(cancellation.reason).toStdString()}, {"result", result}})
        .Increment();
    m_latencies[cancellation.isForced ? 1 : 0]->Observe(static_cast<double>(cancellation.latencyMs) / 1e3);
}

} // namespace DaemonRpc
