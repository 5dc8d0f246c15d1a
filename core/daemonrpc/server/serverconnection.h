// One accepted connection.
#pragma once

#include <daemonrpc/server/connectionrecord.h>
#include <daemonrpc/server/rpcendpoint.h>
#include <daemonrpc/session/daemonsession.h>

#include <QTimer>

#include <memory>

namespace DaemonRpc {

/// What a connection asks of its server. Interface; thread-bound.
class ServerConnectionHost
{
public:
    virtual ~ServerConnectionHost();
    [[nodiscard]] virtual VersionCheck ownVersion() const = 0;
    /// Nothing to serve @p client, else why not. May begin a hand-over.
    virtual std::optional<Error> admit(const VersionCheck &client) = 0;
    /// An id for a request to come.
    virtual quint64 reserveRequestId() = 0;
    /// Starts the request of @p command under a reserved id.
    virtual void startRequest(quint64 id, quint64 connectionId, const Command &command,
                              DaemonSession *session) = 0;
    /// Who answers Rpc messages; may be null.
    [[nodiscard]] virtual RpcEndpoint *rpcEndpoint() const = 0;
};

/// Glue between one session and the server: handshake with its deadline, then a request or an Rpc
/// conversation. Thread-bound. Its request may outlive it.
class DAEMONRPC_EXPORT ServerConnection : public QObject
{
    Q_OBJECT

public:
    ServerConnection(quint64 id, std::unique_ptr<Stream> stream, const Limits &limits,
                     ServerConnectionHost *host, QObject *parent = nullptr);
    ~ServerConnection() override;

    void start();
    /// Says why it is not served, and ends it.
    void refuse(const Error &error);

    [[nodiscard]] quint64 id() const { return m_id; }

    /// Whether the peer has not said yet what it wants.
    [[nodiscard]] bool isInHandshake() const;

    [[nodiscard]] std::optional<PeerCredentials> peer() const { return m_peer; }

    /// Whether it carries a command whose output is not all taken yet.
    [[nodiscard]] bool isDelivering() const { return m_hasCommand; }

    /// Whether the last word has been said: only the peer, by reading, holds it up.
    [[nodiscard]] bool isClosing() const { return m_session.state() == DaemonSession::State::Closing; }

    [[nodiscard]] ConnectionRecord record() const;

Q_SIGNALS:
    /// Said exactly once; the connection can be deleted with deleteLater().
    void finished(quint64 id);
    /// The peer broke a rule of the protocol; it was told, and the connection ends.
    void violated(const DaemonRpc::Error &error);

private:
    void onVersion(const VersionCheck &version);
    void accept(Intent intent);
    void onCommand(const Command &command);
    void onRpc(QByteArrayView message);
    void sendRpc(QByteArrayView message);
    void end();

    quint64 m_id;
    Limits m_limits;
    ServerConnectionHost *m_host;
    DaemonSession m_session;
    std::optional<PeerCredentials> m_peer;
    std::unique_ptr<RpcConversation> m_conversation;
    QTimer m_handshakeDeadline;
    qint64 m_connectedAtMs;
    quint64 m_requestId = 0;
    bool m_hasCommand = false;
    bool m_hasEnded = false;
};

} // namespace DaemonRpc
