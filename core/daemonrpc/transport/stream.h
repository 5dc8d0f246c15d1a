// Connected bytes: the seam between protocol and operating system.
#pragma once

#include <daemonrpc/base/peercredentials.h>
#include <daemonrpc/base/result.h>

#include <QByteArrayView>
#include <QObject>

#include <optional>

namespace DaemonRpc {

/// A connected, ordered, reliable stream of bytes in both directions. Thread-bound; nothing here ever blocks.
///
/// Reading starts with setReading(true). The end is said exactly once, by either ended() or failed(); after
/// it nothing more is received. Destroying a stream closes it at once; inside its own signals use
/// deleteLater().
///
///     connect(stream, &Stream::received, this, &Session::take);
///     stream->setReading(true);
///     stream->write(header, payload);   // sent at the end of this turn, or at flush()
class DAEMONRPC_EXPORT Stream : public QObject
{
    Q_OBJECT

public:
    /// Bodies of at least this many bytes are offered to the system at once instead of being copied.
    static constexpr qsizetype directWriteBytes = 16 * 1024;

    explicit Stream(QObject *parent = nullptr);

    /// Queues @p head and @p body, in this order. The bytes are taken: the views need not outlive the call.
    /// Everything written in one turn of the event loop leaves in one system call. Once the peer is gone:
    /// ignored.
    virtual void write(QByteArrayView head, QByteArrayView body = {}) = 0;

    /// Hands what is queued to the system now instead of at the end of the turn.
    virtual void flush() = 0;

    /// Bytes taken by write() and not yet by the system: the measure for high-water marks.
    [[nodiscard]] virtual qint64 bytesPending() const = 0;

    /// Starts or pauses reading. A paused stream does not report its end until reading starts again.
    virtual void setReading(bool enabled) = 0;

    /// Sends what is queued and then says closed(); without anything queued, in the next turn. What is
    /// written afterwards is ignored. Reading goes on.
    virtual void closeWhenSent() = 0;

    /// Who is at the other end; nothing when the transport cannot tell.
    [[nodiscard]] virtual std::optional<PeerCredentials> peer() const = 0;

    /// Whether the peer, after ended(), may still take what is written: it ended its side only. False where
    /// the transport cannot tell.
    [[nodiscard]] virtual bool isPeerReading() const { return false; }

    /// Where the peer is, as "192.0.2.1:50412" or "[::1]:50412"; empty for a stream within this machine's
    /// kernel. A stream with a remote address is never trusted for its origin.
    [[nodiscard]] virtual QString remoteAddress() const { return {}; }

    /// The common name in the peer's certificate, once it has been verified; empty without one.
    [[nodiscard]] virtual QString certificateName() const { return {}; }

Q_SIGNALS:
    /// Some bytes came. The view is valid during the emission only.
    void received(QByteArrayView bytes);

    /// The system has taken bytes that were pending: bytesPending() has shrunk. Said from the event loop,
    /// never from within a call to this stream, and not once the peer is gone.
    void sent();

    /// The peer will send no more: it closed the stream, died, or ended its side only; isPeerReading() tells
    /// the last apart where the transport can (Unix sockets, not TCP).
    void ended();

    /// The stream broke: ConnectionReset (the peer has not read all that was sent; only transports that know
    /// say so), ConnectionLost or IoError.
    void failed(const DaemonRpc::Error &error);

    /// After closeWhenSent(): all has been handed to the system, or never can be.
    void closed();
};

} // namespace DaemonRpc
