// Plays the clients of a JSON-RPC server: load SOCKET lines|percall|frames CONNECTIONS SECONDS
//
// One thread, non-blocking sockets, epoll. Each connection has one call on its way at a time; as soon as it
// is answered the next one follows. "percall" makes a new connection for each call, which is what
// libjson-rpc-cpp asks for: it closes after each answer. Each answer is looked at: it has to hold the id and
// the text that were sent. The first tenth of the time is not counted.
#include "latencies.h"

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

enum class Dialect { Lines, LinePerCall, Frames };

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "load: %s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

constexpr std::string_view text = "The quick brown fox jumps over the lazy dog: sixty-four of them.";

std::string request(uint64_t id)
{
    return R"({"jsonrpc":"2.0","id":)" + std::to_string(id) + R"(,"method":"echo","params":{"text":")" +
           std::string(text) + R"("}})";
}

std::string frame(uint8_t type, std::string_view payload)
{
    const auto length = static_cast<uint32_t>(payload.size() + 1);
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(length >> shift & 0xff));
    bytes.push_back(static_cast<char>(type));
    bytes.append(payload);
    return bytes;
}

// VersionCheck of docs/PROTOCOL.md, "version-check-admin".
const std::string versionFrame = frame(0x01, std::string_view("\xa4\x01\x01\x02\x01\x03\x00\x06\x01", 9));

class Connection
{
public:
    Connection(const char *path, Dialect dialect, int epoll)
        : m_dialect(dialect)
        , m_epoll(epoll)
    {
        m_address.sun_family = AF_UNIX;
        std::strncpy(m_address.sun_path, path, sizeof m_address.sun_path - 1);
        open();
    }

    void call()
    {
        m_sentAt = Latencies::Clock::now();
        if (m_socket < 0)
            open();
        ++m_id;
        std::string bytes = m_dialect == Dialect::Frames ? frame(0x10, request(m_id)) : request(m_id) + '\n';
        if (m_dialect == Dialect::Frames && m_isFresh)
            bytes = versionFrame + bytes;
        m_isFresh = false;
        m_answer.clear();
        // Requests are far smaller than any socket's buffer.
        if (::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
            fail("send");
    }

    /// Takes what has come; whether the call is answered.
    bool take()
    {
        char buffer[4096];
        const ssize_t size = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (size < 0 && (errno == EAGAIN || errno == EINTR))
            return false;
        if (size < 0)
            fail("recv");
        m_answer.append(buffer, static_cast<size_t>(size));
        const bool isWhole =
            m_dialect == Dialect::Frames ? hasFrame() : m_answer.find('\n') != std::string::npos;
        if (!isWhole && size > 0)
            return false;
        const std::string id = std::to_string(m_id);
        if (m_answer.find(text) == std::string::npos || m_answer.find(id) == std::string::npos) {
            std::fprintf(stderr, "load: a wrong answer: %s\n", m_answer.c_str());
            std::exit(1);
        }
        if (m_dialect == Dialect::LinePerCall) {
            ::close(m_socket);
            m_socket = -1;
        }
        return true;
    }

    [[nodiscard]] Latencies::Clock::time_point sentAt() const { return m_sentAt; }

private:
    void open()
    {
        m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        // A full queue of connections makes a Unix socket wait here, as a client of its own would.
        if (m_socket < 0 ||
            ::connect(m_socket, reinterpret_cast<const sockaddr *>(&m_address), sizeof m_address) != 0)
            fail("connect");
        ::fcntl(m_socket, F_SETFL, O_NONBLOCK);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = this;
        if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_socket, &event) != 0)
            fail("epoll_ctl");
        m_isFresh = true;
    }

    // Skips the daemon's VersionCheck, which comes before its first answer.
    bool hasFrame()
    {
        while (m_answer.size() >= 5) {
            uint32_t length = 0;
            for (size_t i = 0; i < 4; ++i)
                length = length << 8 | static_cast<uint8_t>(m_answer[i]);
            if (m_answer.size() < 4 + length)
                return false;
            if (static_cast<uint8_t>(m_answer[4]) == 0x10)
                return true;
            m_answer.erase(0, 4 + length);
        }
        return false;
    }

    Dialect m_dialect;
    int m_epoll;
    sockaddr_un m_address{};
    int m_socket = -1;
    uint64_t m_id = 0;
    std::string m_answer;
    bool m_isFresh = true;
    Latencies::Clock::time_point m_sentAt;
};

/// Keeps all connections busy for @p duration.
void play(int epoll, Latencies &latencies, Latencies::Clock::duration duration)
{
    latencies.begin();
    epoll_event events[128];
    while (latencies.elapsed() < duration) {
        const int count = ::epoll_wait(epoll, events, 128, 10'000);
        if (count == 0)
            fail("no answer within 10 s");
        for (int i = 0; i < count; ++i) {
            auto *connection = static_cast<Connection *>(events[i].data.ptr);
            if (connection->take()) {
                latencies.add(Latencies::Clock::now() - connection->sentAt());
                connection->call();
            }
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5) {
        std::fprintf(stderr, "usage: load SOCKET lines|percall|frames CONNECTIONS SECONDS\n");
        return 2;
    }
    const std::string_view name = argv[2];
    const Dialect dialect = name == "frames"    ? Dialect::Frames
                            : name == "percall" ? Dialect::LinePerCall
                                                : Dialect::Lines;
    const auto count = static_cast<size_t>(std::atoi(argv[3]));
    const std::chrono::duration<double> seconds(std::atof(argv[4]));
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Connection> connections;
    connections.reserve(count); // epoll knows them by address
    for (size_t i = 0; i < count; ++i)
        connections.emplace_back(argv[1], dialect, epoll);
    for (Connection &connection : connections)
        connection.call();
    Latencies latencies;
    const auto duration = std::chrono::duration_cast<Latencies::Clock::duration>(seconds);
    play(epoll, latencies, duration / 10);
    play(epoll, latencies, duration);
    latencies.print();
    return 0;
}
