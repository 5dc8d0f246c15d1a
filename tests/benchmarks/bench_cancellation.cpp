// What it costs a handler to poll its token, and a connection to set one.
#include <daemonrpc/base/cancellation.h>

#include <benchmark/benchmark.h>

static void pollToken(benchmark::State &state)
{
    const DaemonRpc::CancellationSource source;
    const DaemonRpc::CancellationToken token = source.token();
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(token.isCancelled());
}

static void makeAndCancel(benchmark::State &state)
{
    for ([[maybe_unused]] auto step : state) {
        DaemonRpc::CancellationSource source;
        benchmark::DoNotOptimize(source.cancel(DaemonRpc::CancellationReason::Interrupted));
    }
}

BENCHMARK(pollToken);
BENCHMARK(makeAndCancel);
BENCHMARK_MAIN();
