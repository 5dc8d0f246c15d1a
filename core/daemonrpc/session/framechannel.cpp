#include <daemonrpc/session/framechannel.h>

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

void FrameChannel::take(QByteArrayView bytes)
{
    if (m_isStopped)
        return;
    m_bytesReceived += bytes.size();
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
