// What a subscriber costs the daemon: a warm call with none, one and eight of them, each told of everything
// every 250 ms. All in one process and one run, so that the figures can be compared. A subscriber here takes
// its events without reading them: what it makes of them is its own affair.
#include "tests/admin/followeddaemon.h"
#include "tests/shared/localdaemon.h"

#include <daemonrpc/client/client.h>
#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/transport/dialer.h>

#include <QCoreApplication>
#include <QEventLoop>

#include <benchmark/benchmark.h>

using namespace DaemonRpc;

namespace {

/// Counts what it is sent.
class Sink
{
public:
    Sink(FollowedDaemon &daemon, quint64 connectionId)
        : m_link(connectionId, {},
                 [this](QByteArrayView message) {
                     ++events;
                     bytes += message.size();
                 })
        , m_conversation(daemon.service.open(m_link))
    {
        m_conversation->receive(R"({"jsonrpc":"2.0","id":1,"method":"daemon.subscribe"})");
        events = bytes = 0;
    }

    qint64 events = 0;
    qint64 bytes = 0;

private:
    FunctionLink m_link;
    std::unique_ptr<RpcConversation> m_conversation;
};

} // namespace

static void call(benchmark::State &state)
{
    FollowedDaemon daemon;
    LocalSocket socket;
    daemon.server.addListener(socket.takeListener());
    std::vector<std::unique_ptr<Sink>> sinks;
    for (qint64 i = 0; i < state.range(0); ++i)
        sinks.push_back(std::make_unique<Sink>(daemon, static_cast<quint64>(1'000'000 + i)));
    Client client;
    const Command command(QByteArrayList{"quick"});
    QEventLoop loop;
    for ([[maybe_unused]] auto _ : state) {
        Result<std::unique_ptr<Dialer>> dialer = makeDialer(Address::localPath(socket.path()));
        (*dialer)->dial(Address::localPath(socket.path()), std::chrono::seconds(1));
        Reply *reply = client.execute(command, (*dialer)->takeStream());
        QObject::connect(reply, &Reply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (reply->error() || reply->exitCode() != 0)
            state.SkipWithError("the call failed");
        delete reply;
    }
    if (!sinks.empty()) {
        state.counters["events"] = static_cast<double>(sinks[0]->events);
        state.counters["bytes_per_call"] =
            benchmark::Counter(static_cast<double>(sinks[0]->bytes), benchmark::Counter::kAvgIterations);
    }
}

BENCHMARK(call)
    ->ArgName("subscribers")
    ->Arg(0)
    ->Arg(1)
    ->Arg(8)
    ->MinTime(3)
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);

int main(int argc, char **argv)
{
    Result<std::unique_ptr<EpollDispatcher>> dispatcher = EpollDispatcher::create();
    if (dispatcher)
        QCoreApplication::setEventDispatcher(dispatcher->release());
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
