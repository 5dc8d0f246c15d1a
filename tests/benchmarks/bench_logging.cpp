// What logging costs: a line, and a warm call with and without its line at info. All in one process and one
// run, so that the figures can be compared.
#include <daemonrpc/base/logscope.h>
#include <daemonrpc/client/client.h>
#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/instance/socketbinding.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/service/logging/logservice.h>
#include <daemonrpc/transport/dialer.h>
#include <daemonrpc/transport/local/descriptorlistener.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace DaemonRpc;

Q_LOGGING_CATEGORY(lcBenchmark, "daemonrpc.benchmark", QtWarningMsg)

namespace {

enum What { Off, Text, Json, Trace };

/// The service as a daemon has it, for the time of one benchmark.
class Logging
{
public:
    explicit Logging(int what)
    {
        if (what == Off)
            return;
        LogTargets targets;
        targets.defaultFile = m_directory.filePath(QStringLiteral("log"));
        ServiceConfiguration::Logging logging;
        logging.traceRequests = what == Trace;
        if (what == Json)
            logging.format = ServiceConfiguration::LogFormat::Json;
        m_service.install();
        static_cast<void>(m_service.apply(logging, targets));
    }

private:
    QTemporaryDir m_directory;
    LogService m_service;
};

} // namespace

static void line(benchmark::State &state)
{
    const Logging logging(static_cast<int>(state.range(0)));
    const LogScope scope(12, PeerCredentials{99, 1000, 1000});
    int i = 0;
    for ([[maybe_unused]] auto _ : state) {
        qCInfo(lcBenchmark).noquote()
            << "\"echo\" ended with exit code" << 0 << "after" << ++i << "ms," << 1234 << "bytes of output";
    }
}

// Client and server share the thread: whatever the line costs is in the call.
static void call(benchmark::State &state)
{
    const Logging logging(static_cast<int>(state.range(0)));
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("s"));
    HandlerRegistry handlers;
    handlers.add("hello",
                 std::make_unique<FunctionHandler>([](RequestContext &context) -> std::unique_ptr<Execution> {
                     context.write("hello\n");
                     context.finish(0);
                     return nullptr;
                 }));
    Server server(std::move(handlers));
    Result<SocketBinding> binding = SocketBinding::bind(path);
    server.addListener(std::make_unique<DescriptorListener>(binding->takeDescriptor()));
    Client client;
    const Command command(QByteArrayList{"hello"});
    QEventLoop loop;
    for ([[maybe_unused]] auto _ : state) {
        Result<std::unique_ptr<Dialer>> dialer = makeDialer(Address::localPath(path));
        (*dialer)->dial(Address::localPath(path), std::chrono::seconds(1));
        Reply *reply = client.execute(command, (*dialer)->takeStream());
        QObject::connect(reply, &Reply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (reply->error() || reply->exitCode() != 0)
            state.SkipWithError("the call failed");
        delete reply;
    }
}

BENCHMARK(line)
    ->ArgName("off,text,json,trace")
    ->DenseRange(Off, Json)
    ->UseRealTime()
    ->Unit(benchmark::kNanosecond);
BENCHMARK(call)
    ->ArgName("off,text,json,trace")
    ->DenseRange(Off, Trace)
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
