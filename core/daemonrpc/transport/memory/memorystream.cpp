#include <daemonrpc/transport/memory/memorystream.h>

#include <QCoreApplication>
#include <QEvent>

#include <unistd.h>

namespace DaemonRpc {

static const QEvent::Type turnEvent = static_cast<QEvent::Type>(QEvent::registerEventType());

std::pair<std::unique_ptr<MemoryStream>, std::unique_ptr<MemoryStream>>
MemoryStream::makePair(qsizetype capacity)
{
    std::unique_ptr<MemoryStream> first(new MemoryStream(capacity));
    std::unique_ptr<MemoryStream> second(new MemoryStream(capacity));
    first->m_peer = second.get();
    second->m_peer = first.get();
    return {std::move(first), std::move(second)};
}

MemoryStream::MemoryStream(qsizetype capacity)
    : m_capacity(capacity)
{}

MemoryStream::~MemoryStream()
{
    if (!m_peer)
        return;
    // What was flushed is delivered even though this end is gone, as a socket does.
    moveToPeer();
    m_peer->m_peerGone = true;
    m_peer->scheduleTurn();
}

void MemoryStream::write(QByteArrayView head, QByteArrayView body)
{
    if (m_peerGone || m_closing)
        return;
    m_pending.append(head.data(), head.size()).append(body.data(), body.size());
    scheduleTurn();
}

void MemoryStream::flush() { moveToPeer(); }

qint64 MemoryStream::bytesPending() const { return m_pending.size(); }

void MemoryStream::setReading(bool enabled)
{
    m_isReading = enabled;
    if (enabled)
        scheduleTurn();
}

void MemoryStream::closeWhenSent()
{
    m_closing = true;
    scheduleTurn();
}

std::optional<PeerCredentials> MemoryStream::peer() const
{
    return PeerCredentials{::getpid(), ::geteuid(), ::getegid()};
}

bool MemoryStream::event(QEvent *event)
{
    if (event->type() != turnEvent)
        return Stream::event(event);
    m_isScheduled = false;
    takeTurn();
    return true;
}

void MemoryStream::scheduleTurn()
{
    if (m_isScheduled)
        return;
    m_isScheduled = true;
    QCoreApplication::postEvent(this, new QEvent(turnEvent));
}

void MemoryStream::takeTurn()
{
    const QPointer<MemoryStream> guard(this);
    moveToPeer();
    if (std::exchange(m_hasShrunk, false))
        Q_EMIT sent();
    if (guard)
        deliver();
    if (guard)
        sayClosedIfDone();
}

void MemoryStream::moveToPeer()
{
    if (m_peerGone)
        m_pending.clear();
    if (!m_peer || m_pending.isEmpty())
        return;
    const qsizetype room = qMin(m_capacity - m_peer->m_incoming.size(), m_pending.size());
    if (room > 0) {
        m_peer->m_incoming.append(m_pending.constData(), room);
        m_pending.remove(0, room);
        m_peer->scheduleTurn();
        m_hasShrunk = true;
    }
}

void MemoryStream::deliver()
{
    if (!m_isReading || m_saidEnded)
        return;
    if (!m_incoming.isEmpty()) {
        const QByteArray bytes = std::exchange(m_incoming, {});
        if (m_peer)
            m_peer->scheduleTurn(); // there is room again
        scheduleTurn();             // the end, if it is there, comes in a turn of its own
        Q_EMIT received(bytes);
        return;
    }
    if (m_peerGone) {
        m_saidEnded = true;
        Q_EMIT ended();
    }
}

void MemoryStream::sayClosedIfDone()
{
    if (!m_closing || m_saidClosed || !m_pending.isEmpty())
        return;
    m_saidClosed = true;
    Q_EMIT closed();
}

} // namespace DaemonRpc
