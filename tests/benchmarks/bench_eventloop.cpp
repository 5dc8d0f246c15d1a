// What a turn of the event loop costs under glib's, Qt's Unix and the epoll dispatcher.
#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/eventloop/epolldispatcher.h>

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <benchmark/benchmark.h>
#include <filesystem>
#include <memory>
#include <vector>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;

namespace {

enum Dispatcher : int { Glib, Unix, Epoll };

constexpr const char *DispatcherNames[] = {"glib", "unix", "epoll"};

struct SocketPair
{
    SocketPair()
    {
        int fds[2] = {-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, fds) == 0) {
            near.reset(fds[0]);
            far.reset(fds[1]);
        }
    }

    FileDescriptor near;
    FileDescriptor far;
};

/// Runs @p body in a thread with the dispatcher @p which, so that one process can compare all of them.
void runUnder(Dispatcher which, const std::function<void()> &body)
{
    // Qt asks for this variable each time it makes a dispatcher.
    if (which == Unix)
        qputenv("QT_NO_GLIB", "1");
    else
        qunsetenv("QT_NO_GLIB");
    const std::unique_ptr<QThread> thread(QThread::create(body));
    if (which == Epoll)
        thread->setEventDispatcher(new EpollDispatcher);
    thread->start();
    thread->wait();
    qunsetenv("QT_NO_GLIB");
}

bool allowDescriptors(rlim_t count)
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_max >= count;
}

/// One byte there and back between two notifiers of one loop, among idle connections. One thread, so that
/// the figure is about the loop and not about the scheduler.
void roundTrip(benchmark::State &state)
{
    const auto which = static_cast<Dispatcher>(state.range(0));
    const auto idleCount = static_cast<size_t>(state.range(1));
    state.SetLabel(DispatcherNames[which]);
    if (!allowDescriptors(idleCount + 100)) {
        state.SkipWithError("the limit of open files is too low");
        return;
    }
    runUnder(which, [&] {
        // Local sockets without a peer: never readable, and one descriptor each.
        std::vector<FileDescriptor> idle;
        std::vector<std::unique_ptr<QSocketNotifier>> idleNotifiers;
        for (size_t count = 0; count < idleCount; ++count) {
            idle.emplace_back(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
            idleNotifiers.push_back(
                std::make_unique<QSocketNotifier>(idle.back().get(), QSocketNotifier::Read));
        }

        SocketPair busy;
        char byte = 'x';
        bool isBack = false;
        QSocketNotifier server(busy.far.get(), QSocketNotifier::Read);
        QObject::connect(&server, &QSocketNotifier::activated, &server, [&](QSocketDescriptor fd) {
            if (::read(fd, &byte, 1) != 1 || ::write(fd, &byte, 1) != 1)
                qFatal("the echo failed");
        });
        QSocketNotifier client(busy.near.get(), QSocketNotifier::Read);
        QObject::connect(&client, &QSocketNotifier::activated, &client,
                         [&](QSocketDescriptor fd) { isBack = ::read(fd, &byte, 1) == 1; });

        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        for (auto _ : state) {
            isBack = false;
            if (::write(busy.near.get(), &byte, 1) != 1)
                qFatal("the request failed");
            while (!isBack)
                dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
        }
    });
}

/// An event posted by the loop's own thread, and the turn that delivers it.
void postedEvent(benchmark::State &state)
{
    const auto which = static_cast<Dispatcher>(state.range(0));
    state.SetLabel(DispatcherNames[which]);
    runUnder(which, [&] {
        QObject receiver;
        int received = 0;
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        for (auto _ : state) {
            QMetaObject::invokeMethod(
                &receiver, [&received] { ++received; }, Qt::QueuedConnection);
            dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
        }
        benchmark::DoNotOptimize(received);
    });
}

/// From starting a trivial program to its end.
void startToExit(benchmark::State &state)
{
    const auto which = static_cast<Dispatcher>(state.range(0));
    state.SetLabel(DispatcherNames[which]);
    const std::string program =
        std::filesystem::read_symlink("/proc/self/exe").parent_path() / "trivialapplication";
    std::string argument = DispatcherNames[which];
    std::string name = program;
    char *arguments[] = {name.data(), argument.data(), nullptr};
    if (which == Unix)
        qputenv("QT_NO_GLIB", "1");
    for (auto _ : state) {
        pid_t child = -1;
        int status = -1;
        if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0 ||
            ::waitpid(child, &status, 0) != child || status != 0) {
            state.SkipWithError("trivialapplication does not run");
            break;
        }
    }
    qunsetenv("QT_NO_GLIB");
}

} // namespace

BENCHMARK(roundTrip)
    ->ArgNames({"dispatcher", "idle"})
    ->ArgsProduct({{Glib, Unix, Epoll}, {0, 1000, 10000}})
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(postedEvent)
    ->ArgName("dispatcher")
    ->DenseRange(Glib, Epoll)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(startToExit)
    ->ArgName("dispatcher")
    ->DenseRange(Glib, Epoll)
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
