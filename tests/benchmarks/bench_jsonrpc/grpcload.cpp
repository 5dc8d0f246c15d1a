// Plays the clients of the gRPC server with gRPC's own client: grpcload SOCKET CONNECTIONS SECONDS
//
// One thread of ours, one completion queue, a channel with a connection of its own for each client; each has
// one call on its way at a time. The first tenth of the time is not counted.
#include "echo.grpc.pb.h"
#include "latencies.h"

#include <cstdlib>
#include <grpcpp/grpcpp.h>
#include <memory>
#include <optional>
#include <string>

namespace {

const std::string text = "The quick brown fox jumps over the lazy dog: sixty-four of them.";

class Connection
{
public:
    Connection(const std::string &target, grpc::CompletionQueue &queue)
        : m_queue(queue)
    {
        grpc::ChannelArguments arguments;
        arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1); // or all channels share one connection
        m_stub = bench::Echo::NewStub(
            grpc::CreateCustomChannel(target, grpc::InsecureChannelCredentials(), arguments));
        m_request.set_text(text);
    }

    void call()
    {
        m_sentAt = Latencies::Clock::now();
        m_context.emplace();
        m_reader = m_stub->AsyncCall(&*m_context, m_request, &m_queue);
        m_reader->Finish(&m_reply, &m_status, this);
    }

    void check() const
    {
        if (m_status.ok() && m_reply.text() == text)
            return;
        std::fprintf(stderr, "grpcload: a wrong answer: %s\n", m_status.error_message().c_str());
        std::exit(1);
    }

    [[nodiscard]] Latencies::Clock::time_point sentAt() const { return m_sentAt; }

private:
    grpc::CompletionQueue &m_queue;
    std::unique_ptr<bench::Echo::Stub> m_stub;
    std::optional<grpc::ClientContext> m_context;
    std::unique_ptr<grpc::ClientAsyncResponseReader<bench::EchoText>> m_reader;
    bench::EchoText m_request;
    bench::EchoText m_reply;
    grpc::Status m_status;
    Latencies::Clock::time_point m_sentAt;
};

/// Keeps all connections busy for @p duration.
void play(grpc::CompletionQueue &queue, Latencies &latencies, Latencies::Clock::duration duration)
{
    latencies.begin();
    while (latencies.elapsed() < duration) {
        void *tag = nullptr;
        bool isOk = false;
        if (!queue.Next(&tag, &isOk))
            return;
        auto *connection = static_cast<Connection *>(tag);
        connection->check();
        latencies.add(Latencies::Clock::now() - connection->sentAt());
        connection->call();
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: grpcload SOCKET CONNECTIONS SECONDS\n");
        return 2;
    }
    const std::chrono::duration<double> seconds(std::atof(argv[3]));
    grpc::CompletionQueue queue;
    std::vector<std::unique_ptr<Connection>> connections;
    for (int i = 0; i < std::atoi(argv[2]); ++i)
        connections.push_back(std::make_unique<Connection>("unix:" + std::string(argv[1]), queue));
    for (const std::unique_ptr<Connection> &connection : connections)
        connection->call();
    Latencies latencies;
    const auto duration = std::chrono::duration_cast<Latencies::Clock::duration>(seconds);
    play(queue, latencies, duration / 10);
    play(queue, latencies, duration);
    latencies.print();
    std::fflush(stdout);
    std::_Exit(0); // the calls on their way are nobody's any more
}
