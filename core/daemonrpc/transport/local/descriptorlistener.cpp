#include "../logging_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/transport/local/descriptorlistener.h>
#include <daemonrpc/transport/local/descriptorstream.h>

#include <errno.h>
#include <sys/socket.h>

namespace DaemonRpc {

using namespace std::chrono_literals;

DescriptorListener::DescriptorListener(FileDescriptor socket, Ownership ownership, QObject *parent)
    : Listener(parent)
    , m_socket(std::move(socket))
    , m_ownership(ownership)
    , m_notifier(std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read))
    , m_backoff(10ms, 1000ms)
{
    m_pause.setSingleShot(true);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DescriptorListener::streamAvailable);
    connect(&m_pause, &QTimer::timeout, this, &DescriptorListener::resume);
}

DescriptorListener::~DescriptorListener() { m_notifier.reset(); }

std::unique_ptr<Stream> DescriptorListener::nextStream()
{
    if (m_isStopped && m_ownership == Ownership::Shared)
        return nullptr;
    for (;;) {
        FileDescriptor stream(::accept4(m_socket.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (stream.isValid()) {
            m_isStarved = false;
            m_backoff.reset();
            return std::make_unique<DescriptorStream>(std::move(stream));
        }
        switch (errno) {
        case EINTR:
        case ECONNABORTED: continue; // that peer is gone, the next one may wait
        case EMFILE:
        case ENFILE:
        case ENOBUFS:
        case ENOMEM: pauseForResources(errno); return nullptr;
        default: return nullptr; // EAGAIN: nobody waits; EINVAL: stopped
        }
    }
}

// The waiting peer stays in the kernel's queue: polling on would only spin.
void DescriptorListener::pauseForResources(int errnoValue)
{
    if (m_isStopped)
        return;
    m_notifier->setEnabled(false);
    m_pause.start(m_backoff.next());
    if (!std::exchange(m_isStarved, true)) {
        qCDebug(lcTransport).noquote() << "accepting pauses:" << errnoText(errnoValue);
        Q_EMIT starved(
            errorFromErrno(errnoValue, QStringLiteral("cannot accept"), QStringLiteral("a connection")));
    }
}

void DescriptorListener::resume()
{
    if (m_isStopped)
        return;
    qCDebug(lcTransport) << "accepting is tried again";
    m_notifier->setEnabled(true);
}

void DescriptorListener::stopAccepting()
{
    m_isStopped = true;
    m_pause.stop();
    m_notifier->setEnabled(false);
    // A shutdown would reach everybody who has the socket.
    if (m_ownership == Ownership::Shared)
        return;
    // A Unix socket that is shut down for reading refuses new peers and still yields those that wait
    // (unix_stream_connect and unix_accept in Linux): no caller falls between two daemons.
    ::shutdown(m_socket.get(), SHUT_RD);
}

} // namespace DaemonRpc
