// Two connected streams inside one process.
#pragma once

#include <daemonrpc/transport/stream.h>

#include <QByteArray>
#include <QPointer>

#include <memory>
#include <utility>

namespace DaemonRpc {

/// One end of an in-process stream: no descriptor, no socket. Thread-bound, both ends in one thread.
///
/// Holds back like a socket does: at most `capacity` bytes wait for a peer that does not read.
///
///     auto [client, server] = MemoryStream::makePair();
class DAEMONRPC_EXPORT MemoryStream : public Stream
{
    Q_OBJECT

public:
    static constexpr qsizetype defaultCapacity = 256 * 1024;

    [[nodiscard]] static std::pair<std::unique_ptr<MemoryStream>, std::unique_ptr<MemoryStream>>
    makePair(qsizetype capacity = defaultCapacity);
    ~MemoryStream() override;

    void write(QByteArrayView head, QByteArrayView body = {}) override;
    void flush() override;
    [[nodiscard]] qint64 bytesPending() const override;
    void setReading(bool enabled) override;
    void closeWhenSent() override;
    /// This process itself.
    [[nodiscard]] std::optional<PeerCredentials> peer() const override;

protected:
    bool event(QEvent *event) override;

private:
    explicit MemoryStream(qsizetype capacity);

    void scheduleTurn();
    void takeTurn();
    void moveToPeer();
    void deliver();
    void sayClosedIfDone();

    qsizetype m_capacity;
    QPointer<MemoryStream> m_peer;
    QByteArray m_pending;  // written, not yet with the peer
    QByteArray m_incoming; // with us, not yet delivered
    bool m_isReading = false;
    bool m_isScheduled = false;
    bool m_hasShrunk = false;
    bool m_peerGone = false;
    bool m_saidEnded = false;
    bool m_closing = false;
    bool m_saidClosed = false;
};

} // namespace DaemonRpc
