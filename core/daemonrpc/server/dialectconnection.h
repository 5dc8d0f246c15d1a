// One connection that does not speak frames.
#pragma once

#include <daemonrpc/base/error.h>
#include <daemonrpc/server/rpcendpoint.h>
#include <daemonrpc/transport/stream.h>

#include <memory>

namespace DaemonRpc {

/// One connection in one dialect: owns its stream and reads it until the end. Interface; thread-bound.
///
/// Exactly one of closed() and peerGone() ends it. It must bound what it holds for a peer that does not
/// finish a message, and for one that does not read.
class DAEMONRPC_EXPORT DialectConnection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins; @p firstBytes are what the peer has sent so far, never empty, valid during the call.
    virtual void start(QByteArrayView firstBytes) = 0;
    /// Says why the peer is not served any further, in the dialect's own way, and closes; closed() follows.
    virtual void refuse(const Error &error) = 0;
    [[nodiscard]] virtual qint64 bytesReceived() const = 0;
    [[nodiscard]] virtual qint64 bytesSent() const = 0;
    [[nodiscard]] virtual qint64 bytesPending() const = 0;

    /// When the peer last sent something, in milliseconds since the epoch; 0 where nobody counts.
    [[nodiscard]] virtual qint64 lastReceivedAtMs() const { return 0; }

    /// Where it speaks JSON-RPC; null before and elsewhere.
    [[nodiscard]] virtual RpcConversation *conversation() const { return nullptr; }

    /// Requests or calls that the peer has made.
    [[nodiscard]] virtual quint64 requestCount() const;

Q_SIGNALS:
    /// The first whole message is there: the peer is not idle.
    void asked();
    /// The peer broke a rule of the dialect. It has been told, and the connection ends.
    void violated(const DaemonRpc::Error &error);
    /// Everything said has been sent, or never can be.
    void closed();
    /// The peer ended the stream, or it broke.
    void peerGone();
};

/// Makes connections of one dialect. Interface; thread-bound.
class DAEMONRPC_EXPORT DialectEndpoint
{
public:
    virtual ~DialectEndpoint();
    /// @p link tells who the peer is and authenticates it; it outlives the connection. Its send() is not for
    /// dialects.
    virtual std::unique_ptr<DialectConnection> open(std::unique_ptr<Stream> stream, RpcLink &link) = 0;
};

} // namespace DaemonRpc
