// The other end of a connection, played by a test.
#pragma once

#include <daemonrpc/transport/memory/memorystream.h>
#include <daemonrpc/wire/frame.h>

#include <QList>
#include <QObject>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

/// Speaks raw frames on a stream, with no opinion on their order or content, and keeps what comes. Reads from
/// the start unless told otherwise.
class WirePeer : public QObject
{
    Q_OBJECT

public:
    struct Frame
    {
        DaemonRpc::FrameType type;
        QByteArray payload;
    };

    explicit WirePeer(std::unique_ptr<DaemonRpc::Stream> stream)
        : m_stream(std::move(stream))
    {
        connect(m_stream.get(), &DaemonRpc::Stream::received, this, &WirePeer::take);
        connect(m_stream.get(), &DaemonRpc::Stream::ended, this, [this] { m_hasEnded = true; });
        connect(m_stream.get(), &DaemonRpc::Stream::failed, this, [this] { m_hasEnded = true; });
        m_stream->setReading(true);
    }

    void setReading(bool enabled) { m_stream->setReading(enabled); }

    /// Takes what comes next in one piece, and then pauses.
    void readOnce()
    {
        m_pausesAfterNext = true;
        m_stream->setReading(true);
    }

    void sendRaw(QByteArrayView bytes)
    {
        m_stream->write(bytes);
        m_stream->flush();
    }

    void send(DaemonRpc::FrameType type, QByteArrayView payload = {})
    {
        sendRaw(DaemonRpc::encodeFrame(type, payload));
    }

    void hangUp() { m_stream.reset(); }

    [[nodiscard]] const QList<Frame> &frames() const { return m_frames; }

    [[nodiscard]] qsizetype count(DaemonRpc::FrameType type) const
    {
        return std::count_if(m_frames.begin(), m_frames.end(),
                             [type](const Frame &frame) { return frame.type == type; });
    }

    /// The payloads of all frames of @p type, one after the other.
    [[nodiscard]] QByteArray joined(DaemonRpc::FrameType type) const
    {
        QByteArray bytes;
        for (const Frame &frame : m_frames) {
            if (frame.type == type)
                bytes += frame.payload;
        }
        return bytes;
    }

    /// The payload of the latest frame of @p type; empty when there is none.
    [[nodiscard]] QByteArray last(DaemonRpc::FrameType type) const
    {
        for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame) {
            if (frame->type == type)
                return frame->payload;
        }
        return {};
    }

    /// Whether the other side has ended the stream.
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }

Q_SIGNALS:
    void frameCame();

private:
    void take(QByteArrayView bytes)
    {
        if (std::exchange(m_pausesAfterNext, false))
            m_stream->setReading(false);
        m_bytes.append(bytes.data(), bytes.size());
        while (m_bytes.size() >= DaemonRpc::frameHeaderSize) {
            qsizetype length = 0;
            for (int i = 0; i < 4; ++i)
                length = length * 256 + static_cast<unsigned char>(m_bytes[i]);
            if (m_bytes.size() < 4 + length)
                return;
            m_frames.append({static_cast<DaemonRpc::FrameType>(m_bytes[4]),
                             m_bytes.mid(DaemonRpc::frameHeaderSize, length - 1)});
            m_bytes.remove(0, 4 + length);
            Q_EMIT frameCame();
        }
    }

    std::unique_ptr<DaemonRpc::Stream> m_stream;
    QByteArray m_bytes;
    QList<Frame> m_frames;
    bool m_hasEnded = false;
    bool m_pausesAfterNext = false;
};
