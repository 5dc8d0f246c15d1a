// What metrics cost: each request, and each time that somebody asks.
#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/service/health/processfigures.h>
#include <daemonrpc/service/metrics/metricscollector.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace DaemonRpc;

namespace {

constexpr int commandCount = 45; // about 1,000 series, when each of them has been called

QByteArray nameOf(int command) { return "command" + QByteArray::number(command); }

/// A daemon that has served each of its commands.
class Measured
{
public:
    Measured()
        : m_daemon(options(), handlers())
        , metrics({m_daemon})
    {
        for (int i = 0; i < commandCount; ++i)
            finish(record(i));
    }

    static RequestRecord record(int command)
    {
        RequestRecord record;
        record.arguments = {nameOf(command)};
        record.state = RequestState::Finished;
        record.durationUs = 1234;
        record.outputBytes = 100;
        return record;
    }

    void finish(const RequestRecord &record) { Q_EMIT m_daemon.server().requests().finished(record); }

private:
    static DaemonOptions options()
    {
        DaemonOptions options;
        options.runtimeDirectory = QStringLiteral("/nonexistent"); // it is never started
        return options;
    }

    static HandlerRegistry handlers()
    {
        HandlerRegistry handlers;
        const auto silent = std::make_shared<FunctionHandler>(
            [](RequestContext &) -> std::unique_ptr<Execution> { return nullptr; });
        for (int i = 0; i < commandCount; ++i)
            handlers.add(nameOf(i), silent);
        return handlers;
    }

    Daemon m_daemon;

public:
    MetricsCollector metrics;
};

double seriesIn(const QByteArray &text)
{
    qsizetype count = 0;
    for (const QByteArray &line : text.split('\n'))
        count += !line.isEmpty() && !line.startsWith('#') ? 1 : 0;
    return static_cast<double>(count);
}

} // namespace

/// A request that ends, as the collector sees it.
static void request(benchmark::State &state)
{
    Measured measured;
    const RequestRecord record = Measured::record(3);
    for ([[maybe_unused]] auto _ : state)
        measured.finish(record);
}

BENCHMARK(request);

/// All of /metrics but the transport.
static void text(benchmark::State &state)
{
    const Measured measured;
    QByteArray bytes;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(bytes = measured.metrics.text());
    state.counters["series"] = seriesIn(bytes);
    state.counters["bytes"] = static_cast<double>(bytes.size());
}

BENCHMARK(text)->Unit(benchmark::kMicrosecond);

/// The part of that which asks the system.
static void processFigures(benchmark::State &state)
{
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(ProcessFigures::privateBytes());
        benchmark::DoNotOptimize(ProcessFigures::residentBytes());
        benchmark::DoNotOptimize(ProcessFigures::openDescriptors());
        benchmark::DoNotOptimize(ProcessFigures::processorTime());
    }
}

BENCHMARK(processFigures)->Unit(benchmark::kMicrosecond);

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
