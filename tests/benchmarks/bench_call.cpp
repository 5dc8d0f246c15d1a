// A warm call inside one process against the bare system calls underneath: connect, one message each way.
//
// Both sides of a pair run in this process on two threads, so that placement is the same for both figures.
// Pin the program to one CPU (taskset -c 0) or let it float, and say which with the figure.
#include <daemonrpc/client/client.h>
#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/instance/socketbinding.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/transport/dialer.h>
#include <daemonrpc/transport/local/descriptorlistener.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QThread>

#include <benchmark/benchmark.h>
#include <cstring>
#include <semaphore>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace DaemonRpc;

namespace {

HandlerRegistry makeHandlers()
{
    HandlerRegistry handlers;
    handlers.add("hello",
                 std::make_unique<FunctionHandler>([](RequestContext &context) -> std::unique_ptr<Execution> {
                     context.write("hello\n");
                     context.finish(0);
                     return nullptr;
                 }));
    return handlers;
}

/// A server on a socket, on a thread of its own with an event loop.
class ServerThread
{
public:
    explicit ServerThread(const QString &path)
    {
        m_thread.setEventDispatcher(new EpollDispatcher);
        m_thread.start();
        m_context.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_context,
            [this, path] {
                m_server = std::make_unique<Server>(makeHandlers());
                Result<SocketBinding> binding = SocketBinding::bind(path);
                m_server->addListener(std::make_unique<DescriptorListener>(binding->takeDescriptor()));
                m_binding = std::make_unique<SocketBinding>(std::move(*binding));
            },
            Qt::BlockingQueuedConnection);
    }

    ~ServerThread()
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_server.reset();
                m_binding.reset();
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    ServerThread(const ServerThread &) = delete;
    ServerThread &operator=(const ServerThread &) = delete;

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<SocketBinding> m_binding;
};

sockaddr_un nameOf(const QByteArray &path)
{
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    std::memcpy(name.sun_path, path.constData(), static_cast<size_t>(path.size()));
    return name;
}

} // namespace

// What the kernel alone costs: connect, send as many bytes as a call does, wait for as many as come back.
static void bareSocketCall(benchmark::State &state)
{
    const QTemporaryDir directory;
    const QByteArray path = directory.filePath(QStringLiteral("s")).toUtf8();
    const sockaddr_un name = nameOf(path);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::bind(listener, reinterpret_cast<const sockaddr *>(&name), sizeof name);
    ::listen(listener, 128);
    std::thread server([listener] {
        char buffer[4096];
        for (;;) {
            const int peer = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (peer < 0)
                return;
            if (::recv(peer, buffer, sizeof buffer, 0) > 0)
                ::send(peer, buffer, 64, MSG_NOSIGNAL);
            ::close(peer);
        }
    });
    char buffer[4096] = {};
    for ([[maybe_unused]] auto _ : state) {
        const int peer = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        ::connect(peer, reinterpret_cast<const sockaddr *>(&name), sizeof name);
        ::send(peer, buffer, 1024, MSG_NOSIGNAL);
        ::recv(peer, buffer, sizeof buffer, 0);
        ::close(peer);
    }
    ::shutdown(listener, SHUT_RD);
    server.join();
    ::close(listener);
}

// connect, handshake, command, first chunk: timed from the dial to the end of the reply.
static void warmCall(benchmark::State &state)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("s"));
    const ServerThread server(path);
    Client client;
    Command command(QByteArrayList{"hello"});
    for (int i = 0; i < 20; ++i)
        command.environment.append("VARIABLE_" + QByteArray::number(i) + "=some value of a usual length");
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

BENCHMARK(bareSocketCall)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(warmCall)->UseRealTime()->Unit(benchmark::kMicrosecond);

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
