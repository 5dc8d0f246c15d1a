// JSON texts behind headers, as language servers speak.
#pragma once

#include <daemonrpc/wire/rpcframing.h>

#include <memory>

namespace DaemonRpc {

class InputGatherer;

/// The base protocol of the Language Server Protocol 3.17: header fields, an empty line, the text.
/// Thread-bound.
///
/// Content-Length must be there once; Content-Type may name utf-8 only; other fields are ignored. Lines end
/// with CR LF; LF alone is understood. Header names are matched without case.
class DAEMONRPC_EXPORT ContentLengthFraming : public RpcFraming
{
public:
    static constexpr qsizetype maxHeaderBytes = 8 * 1024; ///< All header fields of one text together.

    /// Texts above @p maxBytes are refused.
    explicit ContentLengthFraming(qint64 maxBytes);
    ~ContentLengthFraming() override;

    void setMaxBytes(qint64 bytes) override { m_maxBytes = bytes; }

    void feed(QByteArrayView bytes) override;
    Result<std::optional<QByteArrayView>> next() override;
    [[nodiscard]] bool isAtBoundary() const override;
    [[nodiscard]] Envelope envelope(qsizetype size) const override;

private:
    Result<bool> takeHeader();
    Result<void> takeField(QByteArrayView line);

    qint64 m_maxBytes;
    QByteArrayView m_input;
    QByteArray m_line;                     // the beginning of a header line that spans feeds
    qsizetype m_headerBytes = 0;           // of this text so far
    std::optional<qsizetype> m_announced;  // Content-Length of this text
    bool m_isInText = false;               // the header is complete
    std::unique_ptr<InputGatherer> m_text; // gathers the text
    std::optional<Error> m_error;          // the framing has ended with it
};

} // namespace DaemonRpc
