#include "../logging_p.h"
#include "tcpsocket_p.h"
#include "tlshandshake_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/transport/tcp/tcplistener.h>
#include <daemonrpc/transport/tcp/tcpstream.h>
#include <daemonrpc/transport/tcp/tlsservercontext.h>

#include <QPointer>

#include <algorithm>

#include <errno.h>

namespace DaemonRpc {

using namespace std::chrono_literals;

// Accepted per turn: enough to be quick, few enough that running requests are not held up.
static constexpr int acceptedPerTurn = 16;

// A tenth of what is allowed in a minute may come at once.
static RateLimiter rateOf(const TcpListenerLimits &limits)
{
    return RateLimiter(limits.connectionsPerMinute, std::max(1, limits.connectionsPerMinute / 10));
}

Result<FileDescriptor> TcpListener::bind(const QString &address, quint16 port)
{
    Result<FileDescriptor> socket = open(address);
    if (!socket)
        return socket;
    if (const Result<void> bound = bind(socket->get(), address, port); !bound)
        return unexpected(bound.error());
    return socket;
}

Result<FileDescriptor> TcpListener::open(const QString &address) { return TcpSocket::open(address); }

Result<void> TcpListener::bind(int descriptor, const QString &address, quint16 port)
{
    return TcpSocket::listenAt(descriptor, address, port);
}

bool TcpListener::listensAt(int descriptor, const QString &address, quint16 port)
{
    return TcpSocket::listensAt(descriptor, address, port);
}

TcpListener::TcpListener(FileDescriptor socket, std::shared_ptr<TlsServerContext> tls,
                         const TcpListenerLimits &limits, QObject *parent)
    : Listener(parent)
    , m_socket(std::move(socket))
    , m_tls(std::move(tls))
    , m_limits(limits)
    , m_rate(rateOf(limits))
    , m_notifier(std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read))
    , m_backoff(10ms, 1000ms)
{
    m_pause.setSingleShot(true);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TcpListener::acceptSome);
    connect(&m_pause, &QTimer::timeout, this, &TcpListener::resume);
}

TcpListener::~TcpListener() { close(); }

void TcpListener::setLimits(const TcpListenerLimits &limits)
{
    if (limits.connectionsPerMinute != m_limits.connectionsPerMinute)
        m_rate = rateOf(limits);
    m_limits = limits;
}

QString TcpListener::localAddress() const
{
    sockaddr_storage name{};
    socklen_t length = sizeof name;
    if (::getsockname(m_socket.get(), reinterpret_cast<sockaddr *>(&name), &length) != 0)
        return {};
    return TcpSocket::describe(name);
}

std::unique_ptr<Stream> TcpListener::nextStream()
{
    if (m_waiting.empty())
        return nullptr;
    std::unique_ptr<Stream> stream = std::move(m_waiting.front());
    m_waiting.pop_front();
    return stream;
}

void TcpListener::acceptSome()
{
    for (int i = 0; i < acceptedPerTurn && acceptOne(); ++i) {}
    announce();
}

/// False when nobody waits, or nobody can be taken.
bool TcpListener::acceptOne()
{
    sockaddr_storage name{};
    socklen_t length = sizeof name;
    FileDescriptor socket(::accept4(m_socket.get(), reinterpret_cast<sockaddr *>(&name), &length,
                                    SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.isValid()) {
        m_isStarved = false;
        m_backoff.reset();
        admit(std::move(socket), name);
        return true;
    }
    switch (errno) {
    // Errors of the connection that is taken, or news for it, not of the listener (accept(2)).
    case EINTR:
    case ECONNABORTED:
    case EPROTO:
    case ENETDOWN:
    case ENOPROTOOPT:
    case EHOSTDOWN:
    case ENONET:
    case EHOSTUNREACH:
    case EOPNOTSUPP:
    case ENETUNREACH: return true;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM: pauseForResources(errno); return false;
    default: return false;
    }
}

void TcpListener::admit(FileDescriptor socket, const sockaddr_storage &name)
{
    const QString remoteAddress = TcpSocket::describe(name);
    if (m_connectionCount >= m_limits.maxConnections) {
        refuse(remoteAddress, QStringLiteral("%1 remote connections are open").arg(m_connectionCount));
    } else if (!m_rate.take(TcpSocket::limitKey(name))) {
        refuse(remoteAddress, QStringLiteral("its address may make %1 connections a minute")
                                  .arg(m_limits.connectionsPerMinute));
    } else if (m_tls) {
        TcpSocket::prepare(socket.get());
        startHandshake(std::move(socket), remoteAddress);
    } else {
        makeWait(std::make_unique<TcpStream>(std::move(socket)));
    }
}

void TcpListener::refuse(const QString &remoteAddress, const QString &why)
{
    if (m_refusals.admits()) {
        qCWarning(lcTransport).noquote()
            << "a connection from" << remoteAddress << "is refused:" << why << m_refusals.suffix();
    }
}

void TcpListener::startHandshake(FileDescriptor socket, const QString &remoteAddress)
{
    // So that those who say nothing cannot keep others out.
    const bool isFull = m_connectionCount + handshakeCount() >= m_limits.maxConnections;
    if (handshakeCount() > 0 && (isFull || handshakeCount() >= m_limits.maxHandshakes)) {
        refuse(
            m_handshakes.front()->remoteAddress(),
            QStringLiteral("%1 TLS handshakes are under way, and its is the oldest").arg(handshakeCount()));
        m_handshakes.erase(m_handshakes.begin());
    }
    auto handshake = std::make_unique<TlsHandshake>(std::move(socket), remoteAddress, m_tls->configuration(),
                                                    m_limits.handshakeTimeout);
    TlsHandshake *started = handshake.get();
    connect(started, &TlsHandshake::finished, this, [this, started] { onHandshakeFinished(started); });
    m_handshakes.push_back(std::move(handshake));
}

void TcpListener::onHandshakeFinished(TlsHandshake *handshake)
{
    const auto isIt = [handshake](const auto &owned) { return owned.get() == handshake; };
    const auto found = std::find_if(m_handshakes.begin(), m_handshakes.end(), isIt);
    if (found == m_handshakes.end())
        return;
    std::unique_ptr<Stream> stream = handshake->takeStream();
    if (!stream && !handshake->failure().isEmpty() && m_refusals.admits()) {
        qCWarning(lcTransport).noquote() << "the TLS handshake with" << handshake->remoteAddress()
                                         << "failed:" << handshake->failure() << m_refusals.suffix();
    }
    found->release()->deleteLater(); // it is the sender
    m_handshakes.erase(found);
    if (!stream)
        return;
    makeWait(std::move(stream));
    announce();
}

void TcpListener::makeWait(std::unique_ptr<Stream> stream)
{
    ++m_connectionCount;
    connect(stream.get(), &QObject::destroyed, this, [this] { --m_connectionCount; });
    m_waiting.push_back(std::move(stream));
}

void TcpListener::announce()
{
    if (m_waiting.empty())
        return;
    const QPointer<TcpListener> guard(this);
    const size_t before = m_waiting.size();
    Q_EMIT streamAvailable();
    // Whoever takes a limited number per turn gets the rest in the next ones.
    if (guard && !m_waiting.empty() && m_waiting.size() < before)
        QMetaObject::invokeMethod(this, &TcpListener::announce, Qt::QueuedConnection);
}

// The waiting peer stays in the kernel's queue: polling on would only spin.
void TcpListener::pauseForResources(int errnoValue)
{
    if (!m_notifier)
        return;
    m_notifier->setEnabled(false);
    m_pause.start(m_backoff.next());
    if (!std::exchange(m_isStarved, true)) {
        Q_EMIT starved(
            errorFromErrno(errnoValue, QStringLiteral("cannot accept"), QStringLiteral("a connection")));
    }
}

void TcpListener::resume()
{
    if (m_notifier)
        m_notifier->setEnabled(true);
}

void TcpListener::stopAccepting()
{
    // Closing a TCP socket resets whoever waits in its queue. No more than fit there: others keep coming.
    for (int i = 0; i < TcpSocket::backlog && !m_isStarved && acceptOne(); ++i) {}
    close();
}

void TcpListener::leaveToSuccessor() { close(); }

void TcpListener::close()
{
    m_pause.stop();
    m_notifier.reset(); // must forget the descriptor before it is closed
    m_socket.reset();
}

} // namespace DaemonRpc
