#include "../outputbuffer_p.h"
#include "readbuffer_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/transport/local/descriptorstream.h>

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QSocketNotifier>

#include <array>

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace DaemonRpc {

// Posted to the stream itself at most once per turn.
static const QEvent::Type flushEvent = static_cast<QEvent::Type>(QEvent::registerEventType());

// Pieces of one gathered write: a mebibyte of blocks, and what is just being written.
static constexpr size_t maxParts = 18;

DescriptorStream::DescriptorStream(FileDescriptor socket, QObject *parent)
    : Stream(parent)
    , m_socket(std::move(socket))
    , m_output(std::make_unique<OutputBuffer>())
{}

DescriptorStream::~DescriptorStream()
{
    // The notifiers must forget the descriptor before it is closed.
    m_readNotifier.reset();
    m_writeNotifier.reset();
}

void DescriptorStream::write(QByteArrayView head, QByteArrayView body)
{
    if (!m_canWrite || m_closing)
        return;
    const bool isBlocked = m_writeNotifier && m_writeNotifier->isEnabled();
    if (!isBlocked && body.size() >= directWriteBytes) {
        sendNow(head, body);
        return;
    }
    m_output->append(head);
    m_output->append(body);
    if (!isBlocked)
        scheduleFlush();
}

void DescriptorStream::flush()
{
    const bool isBlocked = m_writeNotifier && m_writeNotifier->isEnabled();
    if (m_canWrite && !isBlocked && !m_output->isEmpty())
        sendNow({}, {});
}

qint64 DescriptorStream::bytesPending() const { return m_output->size(); }

// Sends the buffer, then head and body, keeping a copy of what the system refuses. False when it refused
// some.
bool DescriptorStream::sendNow(QByteArrayView head, QByteArrayView body)
{
    std::array<iovec, maxParts> parts{};
    size_t partCount = 0;
    qsizetype buffered = 0;
    const auto addPart = [&](QByteArrayView part) {
        if (!part.isEmpty())
            parts[partCount++] = {const_cast<char *>(part.data()), static_cast<size_t>(part.size())};
    };
    for (qsizetype i = 0; i < m_output->blockCount() && partCount < maxParts - 2; ++i) {
        buffered += m_output->block(i).size();
        addPart(m_output->block(i));
    }
    // What does not fit into one call keeps its place behind the rest.
    const bool isAllBuffered = buffered == m_output->size();
    if (isAllBuffered) {
        addPart(head);
        addPart(body);
    }
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = partCount;
    ssize_t count = -1;
    do {
        count = ::sendmsg(m_socket.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (count < 0 && errno == EINTR);

    if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != ENOBUFS) {
        // The peer no longer reads. What it sent before may still wait for us, its last words among it:
        // the end is left to the reading side to report.
        m_nothingWasTaken = !m_hasSent;
        abandonOutput();
        return false;
    }
    qsizetype done = qMax<qsizetype>(count, 0);
    m_hasSent = m_hasSent || done > 0;
    const qsizetype fromBuffer = qMin(done, buffered);
    m_output->consume(fromBuffer);
    m_hasShrunk = m_hasShrunk || fromBuffer > 0;
    done -= fromBuffer;
    for (const QByteArrayView part : {head, body}) {
        const qsizetype fromPart = qMin(done, part.size());
        m_output->append(part.sliced(fromPart));
        done -= fromPart;
    }
    if (m_output->isEmpty())
        return true;
    waitUntilWritable();
    return false;
}

void DescriptorStream::scheduleFlush()
{
    if (m_flushScheduled)
        return;
    m_flushScheduled = true;
    // High priority: output of this turn leaves before other posted work starts.
    QCoreApplication::postEvent(this, new QEvent(flushEvent), Qt::HighEventPriority);
}

bool DescriptorStream::event(QEvent *event)
{
    if (event->type() != flushEvent)
        return Stream::event(event);
    m_flushScheduled = false;
    flush();
    const QPointer<DescriptorStream> guard(this);
    saySent();
    if (guard && m_isReading && !m_hasEnded && !m_readNotifier)
        beginReading();
    return true;
}

void DescriptorStream::waitUntilWritable()
{
    if (!m_writeNotifier) {
        m_writeNotifier = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Write);
        connect(m_writeNotifier.get(), &QSocketNotifier::activated, this, &DescriptorStream::onWritable);
    }
    m_writeNotifier->setEnabled(true);
}

void DescriptorStream::onWritable()
{
    m_writeNotifier->setEnabled(false);
    flush();
    saySent();
}

void DescriptorStream::saySent()
{
    const QPointer<DescriptorStream> guard(this);
    if (std::exchange(m_hasShrunk, false) && m_canWrite)
        Q_EMIT sent();
    if (guard)
        sayClosedIfDone();
}

void DescriptorStream::abandonOutput()
{
    m_canWrite = false;
    m_output->clear();
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(false);
    if (m_closing)
        scheduleFlush(); // says closed() from the loop
}

void DescriptorStream::closeWhenSent()
{
    if (m_closing)
        return;
    flush();
    m_closing = true;
    if (m_output->isEmpty())
        scheduleFlush();
}

void DescriptorStream::sayClosedIfDone()
{
    if (!m_closing || m_saidClosed || !m_output->isEmpty())
        return;
    m_saidClosed = true;
    Q_EMIT closed();
}

void DescriptorStream::setReading(bool enabled)
{
    if (m_hasEnded)
        return;
    m_isReading = enabled;
    if (m_readNotifier)
        m_readNotifier->setEnabled(enabled);
    else if (enabled)
        scheduleFlush();
}

// Reads before it watches: an accepted stream usually holds its command already, and a short request is over
// before the descriptor has been registered with the event loop at all.
void DescriptorStream::beginReading()
{
    const QPointer<DescriptorStream> guard(this);
    readOnce();
    if (!guard || !m_isReading || m_hasEnded || m_readNotifier)
        return;
    m_readNotifier = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    connect(m_readNotifier.get(), &QSocketNotifier::activated, this, &DescriptorStream::readOnce);
}

void DescriptorStream::readOnce()
{
    const ReadBuffer buffer;
    ssize_t count = -1;
    do {
        count = ::recv(m_socket.get(), buffer.data(), static_cast<size_t>(ReadBuffer::size), MSG_DONTWAIT);
    } while (count < 0 && errno == EINTR);
    if (count > 0) {
        Q_EMIT received(QByteArrayView(buffer.data(), count));
        return;
    }
    // A peer that took none of our bytes ended before it could act on them, just as one that left them
    // unread.
    if (count == 0)
        finishReading(m_nothingWasTaken ? std::optional<Error>(resetError()) : std::nullopt);
    else if (errno == ECONNRESET)
        finishReading(resetError());
    else if (errno != EAGAIN && errno != EWOULDBLOCK)
        finishReading(
            errorFromErrno(errno, QStringLiteral("cannot read from"), QStringLiteral("the connection")));
}

// On a Unix socket this error says more than an end of file: the peer closed while bytes of ours were still
// unread, or before it had accepted at all (unix_release_sock in Linux).
Error DescriptorStream::resetError() const
{
    int domain = AF_UNSPEC;
    socklen_t length = sizeof domain;
    ::getsockopt(m_socket.get(), SOL_SOCKET, SO_DOMAIN, &domain, &length);
    return Error(domain == AF_UNIX ? ErrorCode::ConnectionReset : ErrorCode::ConnectionLost,
                 QStringLiteral("the peer closed the connection"));
}

void DescriptorStream::finishReading(std::optional<Error> error)
{
    m_hasEnded = true;
    if (m_readNotifier)
        m_readNotifier->setEnabled(false);
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT ended();
}

// A Unix socket whose peer has closed it hangs up; one whose peer has only ended its side does not.
bool DescriptorStream::isPeerReading() const
{
    struct pollfd state = {m_socket.get(), POLLOUT, 0};
    return m_canWrite && ::poll(&state, 1, 0) >= 0 && (state.revents & (POLLHUP | POLLERR)) == 0;
}

std::optional<PeerCredentials> DescriptorStream::peer() const
{
    // They are those of the moment of connecting and never change.
    if (!m_peer)
        m_peer = askForPeer();
    return *m_peer;
}

std::optional<PeerCredentials> DescriptorStream::askForPeer() const
{
#ifdef SO_PEERCRED
    ucred credentials{};
    socklen_t length = sizeof credentials;
    if (::getsockopt(m_socket.get(), SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 &&
        credentials.uid != static_cast<uid_t>(-1)) {
        return PeerCredentials{credentials.pid, credentials.uid, credentials.gid};
    }
#endif
    return std::nullopt;
}

} // namespace DaemonRpc
