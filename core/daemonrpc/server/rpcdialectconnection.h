// One connection that speaks JSON-RPC without frames.
#pragma once

#include <daemonrpc/base/limits.h>
#include <daemonrpc/server/dialectconnection.h>
#include <daemonrpc/wire/rpcframing.h>

#include <QTimer>

namespace DaemonRpc {

/// A JSON-RPC conversation in the dialect of a framing. Thread-bound.
///
/// A peer that only ends its side of the stream (a shell's pipe into a Unix socket does) still gets the
/// answers to what it has asked. One that has gone altogether ends the conversation, which cancels its calls;
/// after such a half end that is noticed within half a second. Over TCP, with TLS or without, the two look
/// the same, and either end is the end: who wants an answer there has to leave its side open.
class DAEMONRPC_EXPORT RpcDialectConnection : public DialectConnection, private RpcLink
{
    Q_OBJECT

public:
    /// Texts that a peer without a role may send before it authenticates, and how large each may be.
    static constexpr int maxTextsWithoutRole = 8;
    static constexpr qint64 maxBytesWithoutRole = 4096;

    /// @p link and @p endpoint outlive the connection.
    RpcDialectConnection(std::unique_ptr<Stream> stream, std::unique_ptr<RpcFraming> framing,
                         RpcEndpoint *endpoint, RpcLink &link, const Limits &limits);
    ~RpcDialectConnection() override;

    void start(QByteArrayView firstBytes) override;
    void refuse(const Error &error) override;

    [[nodiscard]] qint64 bytesReceived() const override { return m_bytesReceived; }

    [[nodiscard]] qint64 bytesSent() const override { return m_bytesSent; }

    [[nodiscard]] qint64 bytesPending() const override { return m_stream->bytesPending(); }

    [[nodiscard]] qint64 lastReceivedAtMs() const override { return m_lastReceivedAtMs; }

    [[nodiscard]] RpcConversation *conversation() const override { return m_conversation.get(); }

private:
    [[nodiscard]] quint64 connectionId() const override { return m_link.connectionId(); }

    [[nodiscard]] const PeerIdentity &peer() const override { return m_link.peer(); }

    void send(QByteArrayView message) override;

    Result<Role> authenticate(QByteArrayView token) override;

    void take(QByteArrayView bytes);
    void onEnded();
    void checkHalfEnded();
    void write(QByteArrayView message);
    void violate(const Error &error);
    void end();

    std::unique_ptr<Stream> m_stream;
    std::unique_ptr<RpcFraming> m_framing;
    RpcEndpoint *m_endpoint;
    RpcLink &m_link;
    Limits m_limits;
    std::unique_ptr<RpcConversation> m_conversation;
    QTimer m_halfEnded;
    qint64 m_bytesReceived = 0;
    qint64 m_bytesSent = 0;
    qint64 m_lastReceivedAtMs = 0;
    int m_textsWithoutRole = 0;
    bool m_hasAsked = false;
    bool m_isClosing = false;
};

} // namespace DaemonRpc
