// JSON texts behind a binary header of 16 bytes.
#pragma once

#include <daemonrpc/wire/rpcframing.h>

#include <memory>

namespace DaemonRpc {

class InputGatherer;

/// Magic "GOXE", version 1, length of the text, flags: four numbers of 32 bits in network order, then the
/// text. Thread-bound. Flags mean nothing yet: they are sent as 0 and ignored.
class DAEMONRPC_EXPORT GoxeFraming : public RpcFraming
{
public:
    static constexpr qsizetype headerBytes = 16;
    static constexpr quint32 version = 1;

    /// Texts above @p maxBytes are refused.
    explicit GoxeFraming(qint64 maxBytes);
    ~GoxeFraming() override;

    void setMaxBytes(qint64 bytes) override { m_maxBytes = bytes; }

    void feed(QByteArrayView bytes) override;
    Result<std::optional<QByteArrayView>> next() override;
    [[nodiscard]] bool isAtBoundary() const override;
    [[nodiscard]] Envelope envelope(qsizetype size) const override;

private:
    Result<qsizetype> textSize(QByteArrayView header) const;

    qint64 m_maxBytes;
    std::unique_ptr<InputGatherer> m_gatherer;
    std::optional<qsizetype> m_announced; // the header has come
    std::optional<Error> m_error;         // the framing has ended with it
};

} // namespace DaemonRpc
