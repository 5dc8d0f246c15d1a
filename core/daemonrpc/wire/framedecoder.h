// Bytes to frames, incrementally.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/wire/frame.h>
#include <daemonrpc/wire/framelimits.h>

#include <optional>

namespace DaemonRpc {

/// Cuts frames out of a stream of bytes. Value without I/O; any split of the bytes gives the same frames.
///
/// A frame that lies whole within the fed bytes is handed out as a view into them; only a frame that spans
/// two feeds is copied, once, into memory taken after its length has passed the limit.
///
///     decoder.feed(bytes);
///     for (;;) {
///         const Result<std::optional<FrameView>> frame = decoder.next();
///         if (!frame)
///             return close(frame.error()); // the decoder stays in this error
///         if (!*frame)
///             break;                       // needs more bytes; everything fed has been taken
///         handle(**frame);
///     }
class DAEMONRPC_EXPORT FrameDecoder
{
public:
    explicit FrameDecoder(const FrameLimits &limits);

    /// The limits for frames whose header has not been taken yet. May be called between two next().
    void setLimits(const FrameLimits &limits);

    /// Offers @p bytes, which must stay valid until next() has returned nothing (or an error).
    void feed(QByteArrayView bytes);

    /// The next whole frame, nothing when more bytes are needed, or ProtocolViolation / MessageTooLarge.
    Result<std::optional<FrameView>> next();

    /// Whether the stream may end here: no frame has been begun.
    [[nodiscard]] bool isAtFrameBoundary() const;

    /// Bytes held for a frame that is not complete yet.
    [[nodiscard]] qsizetype bufferedBytes() const;

private:
    struct Header
    {
        FrameType type;
        qsizetype payloadSize;
    };

    QByteArrayView take(qsizetype size);
    bool takeHeader();
    std::optional<QByteArrayView> takePayload();
    void releaseHandedOut();
    void fail(ErrorCode code, const QString &message);

    FrameLimits m_limits;
    QByteArrayView m_input;         // what was fed and not taken yet
    QByteArray m_partial;           // header or payload, as far as it came, of a frame that spans feeds
    std::optional<Header> m_header; // of the frame whose payload is being taken
    qsizetype m_skip = 0;           // bytes of an extension's payload that are still to be dropped
    bool m_releasePartial = false;  // the last frame handed out lies in m_partial
    std::optional<Error> m_error;
};

} // namespace DaemonRpc
