// Bytes to JSON texts and back, in one of the dialects of JSON-RPC.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace DaemonRpc {

/// Cuts JSON texts out of a stream of bytes. Thread-bound, without I/O. Any split of the bytes gives the same
/// texts. Each text is checked against the limit before memory is taken for it; what the text says is not
/// looked at.
///
///     framing->feed(bytes);
///     for (;;) {
///         const Result<std::optional<QByteArrayView>> text = framing->next();
///         if (!text)
///             return close(text.error()); // the framing stays in this error
///         if (!*text)
///             break;                      // needs more bytes; everything fed has been taken
///         dispatch(**text);
///     }
class DAEMONRPC_EXPORT RpcFraming
{
public:
    virtual ~RpcFraming();

    /// Texts above @p bytes are refused from now on; one that has been begun may still have the limit before.
    virtual void setMaxBytes(qint64 bytes) = 0;

    /// Offers @p bytes, which must stay valid until next() has returned nothing (or an error).
    virtual void feed(QByteArrayView bytes) = 0;

    /// The next whole text, valid until the next call; nothing when more bytes are needed. Errors:
    /// ProtocolViolation, MessageTooLarge.
    virtual Result<std::optional<QByteArrayView>> next() = 0;

    /// Whether the stream may end here: no text has been begun.
    [[nodiscard]] virtual bool isAtBoundary() const = 0;

    /// What goes before and after a text of @p size bytes when it is sent.
    struct Envelope
    {
        QByteArray head;
        QByteArray tail;
    };

    [[nodiscard]] virtual Envelope envelope(qsizetype size) const = 0;
};

} // namespace DaemonRpc
