// Frames over a stream.
#pragma once

#include <daemonrpc/transport/stream.h>
#include <daemonrpc/wire/framedecoder.h>

#include <memory>

namespace DaemonRpc {

/// Sends and receives frames on one stream. Thread-bound; owns the stream.
///
/// What is sent in one turn leaves in one system call. Bytes from the peer are decoded in place. After
/// failed() or ended() nothing more is received. The owner may destroy the channel with deleteLater() in any
/// slot.
class DAEMONRPC_EXPORT FrameChannel : public QObject
{
    Q_OBJECT

public:
    /// The largest chunk sent as one frame, in bytes; longer output is cut.
    static constexpr qsizetype sentChunkBytes = 256 * 1024;

    FrameChannel(std::unique_ptr<Stream> stream, const FrameLimits &limits, QObject *parent = nullptr);
    ~FrameChannel() override;

    /// The limits for what the peer sends from now on.
    void setLimits(const FrameLimits &limits);

    /// From now on, as long as nothing has come: a stream that does not begin with a frame is reported by
    /// otherDialect() instead of failed().
    void expectDialects() { m_expectsDialects = true; }

    /// The stream, for whoever speaks its dialect; the channel is of no use afterwards.
    [[nodiscard]] std::unique_ptr<Stream> takeStream();

    /// Sends one frame; @p payload is at most maxFramePayload bytes and need not outlive the call.
    void send(FrameType type, QByteArrayView payload);

    /// Sends @p bytes as as many chunks of @p type as needed; nothing for no bytes.
    void sendChunks(FrameType type, QByteArrayView bytes);

    void flush() { m_stream->flush(); }

    void setReading(bool enabled);

    void closeWhenSent() { m_stream->closeWhenSent(); }

    /// Stops listening to the peer for good: nothing is received or reported from now on.
    void stopReceiving();

    [[nodiscard]] qint64 bytesPending() const { return m_stream->bytesPending(); }

    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }

    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }

    /// When something last came, in milliseconds since the epoch; 0 before.
    [[nodiscard]] qint64 lastReceivedAtMs() const { return m_lastReceivedAtMs; }

    [[nodiscard]] std::optional<PeerCredentials> peer() const { return m_stream->peer(); }

    /// Whether the peer is on another machine, or could be.
    [[nodiscard]] bool isRemote() const { return !m_stream->remoteAddress().isEmpty(); }

Q_SIGNALS:
    /// One frame. The payload is valid during the emission only.
    void frameReceived(DaemonRpc::FrameType type, QByteArrayView payload);
    /// Bytes of a stream that does not begin with a frame, each time some come; valid during the emission.
    void otherDialect(QByteArrayView bytes);
    /// The stream took bytes after it had refused some; see bytesPending().
    void sent();
    /// The peer ended the stream between two frames.
    void ended();
    /// The stream broke, ended inside a frame, or the peer violated the protocol.
    void failed(const DaemonRpc::Error &error);
    /// After closeWhenSent().
    void closed();

private:
    void take(QByteArrayView bytes);
    void onEnded();

    std::unique_ptr<Stream> m_stream;
    FrameDecoder m_decoder;
    qint64 m_bytesReceived = 0;
    qint64 m_bytesSent = 0;
    qint64 m_lastReceivedAtMs = 0;
    bool m_isStopped = false;
    bool m_isReading = false;
    bool m_expectsDialects = false; // and still may meet one
    bool m_isOtherDialect = false;
};

} // namespace DaemonRpc
