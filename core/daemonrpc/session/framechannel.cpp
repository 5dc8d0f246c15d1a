#include <daemonrpc/session/framechannel.h>

#include <QDateTime>
#include <QPointer>

namespace DaemonRpc {

FrameChannel::FrameChannel(std::unique_ptr<Stream> stream, const FrameLimits &limits, QObject *parent)
    : QObject(parent)
    , m_stream(std::move(stream))
    , m_decoder(limits)
{
    connect(m_stream.get(), &Stream::received, this, &FrameChannel::take);
    connect(m_stream.get(), &Stream::sent, this, &FrameChannel::sent);
    connect(m_stream.get(), &Stream::ended, this, &FrameChannel::onEnded);
    connect(m_stream.get(), &Stream::failed, this, [this](const Error &error) {
        if (!std::exchange(m_isStopped, true))
            Q_EMIT failed(error);
    });
    connect(m_stream.get(), &Stream::closed, this, &FrameChannel::closed);
}

FrameChannel::~FrameChannel() = default;

void FrameChannel::setLimits(const FrameLimits &limits) { m_decoder.setLimits(limits); }

void FrameChannel::setReading(bool enabled)
{
    m_isReading = enabled;
    m_stream->setReading(enabled);
}

void FrameChannel::send(FrameType type, QByteArrayView payload)
{
    const FrameHeader header = encodeFrameHeader(type, payload.size());
    m_bytesSent += frameHeaderSize + payload.size();
    m_stream->write(QByteArrayView(header.data(), frameHeaderSize), payload);
}

void FrameChannel::sendChunks(FrameType type, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype size = qMin(bytes.size(), sentChunkBytes);
        send(type, bytes.first(size));
        bytes = bytes.sliced(size);
    }
}

void FrameChannel::stopReceiving()
{
    m_isStopped = true;
    m_stream->setReading(false);
}

std::unique_ptr<Stream> FrameChannel::takeStream()
{
    m_isStopped = true;
    m_stream->disconnect(this);
    return std::move(m_stream);
}

void FrameChannel::take(QByteArrayView bytes)
{
    if (m_isStopped)
        return;
    m_bytesReceived += bytes.size();
    m_lastReceivedAtMs = QDateTime::currentMSecsSinceEpoch();
    // No frame reaches 16 MiB: its first byte is 0.
    if (std::exchange(m_expectsDialects, false))
        m_isOtherDialect = bytes.front() != '\0';
    if (m_isOtherDialect) {
        Q_EMIT otherDialect(bytes);
        return;
    }
    m_decoder.feed(bytes);
    const QPointer<FrameChannel> guard(this);
    while (guard && !m_isStopped) {
        const Result<std::optional<FrameView>> frame = m_decoder.next();
        if (!frame) {
            stopReceiving();
            Q_EMIT failed(frame.error());
            return;
        }
        if (!*frame)
            return;
        Q_EMIT frameReceived((*frame)->type, (*frame)->payload);
    }
}

void FrameChannel::onEnded()
{
    if (std::exchange(m_isStopped, true))
        return;
    if (m_decoder.isAtFrameBoundary())
        Q_EMIT ended();
    else
        Q_EMIT failed(
            Error(ErrorCode::ConnectionLost, QStringLiteral("the connection ended inside a message")));
}

} // namespace DaemonRpc
