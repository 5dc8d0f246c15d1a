// One accepted connection.
#pragma once

#include <daemonrpc/server/accesspolicy.h>
#include <daemonrpc/server/connectionrecord.h>
#include <daemonrpc/server/dialectconnection.h>
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
    virtual std::optional<Error> admit(const VersionCheck &client, const PeerIdentity &peer) = 0;
    /// An id for a request to come.
    virtual quint64 reserveRequestId() = 0;
    /// Starts the request of @p command under a reserved id.
    virtual void startRequest(quint64 id, quint64 connectionId, const PeerIdentity &peer,
                              const Command &command, DaemonSession *session) = 0;
    /// Who answers Rpc messages; may be null.
    [[nodiscard]] virtual RpcEndpoint *rpcEndpoint() const = 0;
    /// Who serves connections of @p dialect; null for none.
    [[nodiscard]] virtual DialectEndpoint *dialectEndpoint(Dialect dialect) const = 0;
    [[nodiscard]] virtual const AccessPolicy &accessPolicy() const = 0;
};

/// Glue between one session and the server: handshake with its deadline, then a request, an Rpc conversation,
/// or whatever the dialect of its first bytes is. Thread-bound. Its request may outlive it.
class DAEMONRPC_EXPORT ServerConnection : public QObject, private RpcLink
{
    Q_OBJECT

public:
    /// Tokens that a peer may try before it has to connect again.
    static constexpr int maxAuthentications = 3;

    ServerConnection(quint64 id, std::unique_ptr<Stream> stream, const PeerIdentity &peer,
                     const Limits &limits, ServerConnectionHost *host, QObject *parent = nullptr);
    ~ServerConnection() override;

    void start();
    /// Says why it is not served, and ends it.
    void refuse(const Error &error);

    [[nodiscard]] quint64 id() const { return m_id; }

    /// Whether the peer has not said yet what it wants.
    [[nodiscard]] bool isInHandshake() const;

    [[nodiscard]] const PeerIdentity &peer() const override { return m_peer; }

    /// Whether it carries a command whose output is not all taken yet.
    [[nodiscard]] bool isDelivering() const { return m_hasCommand; }

    /// Where it speaks JSON-RPC; null before and elsewhere.
    [[nodiscard]] RpcConversation *conversation() const;

    /// Bytes that wait for a peer that does not take a command's output: answers of any dialect.
    [[nodiscard]] qint64 answerBytesPending() const { return m_hasCommand ? 0 : bytesPending(); }

    /// Whether the last word has been said: only the peer, by reading, holds it up.
    [[nodiscard]] bool isClosing() const;

    [[nodiscard]] ConnectionRecord record() const;

    /// Reads, the first time, the name of the peer's process into the records to come. It costs a file and
    /// the process may be gone soon: for those who will show it.
    void readPeerProgram();

Q_SIGNALS:
    /// Said exactly once; the connection can be deleted with deleteLater().
    void finished(quint64 id);
    /// The peer broke a rule of the protocol; it was told, and the connection ends.
    void violated(const DaemonRpc::Error &error);

private:
    [[nodiscard]] quint64 connectionId() const override { return m_id; }

    void send(QByteArrayView message) override;
    [[nodiscard]] qint64 bytesPending() const override;
    Result<Role> authenticate(QByteArrayView token) override;

    void onOtherDialect(QByteArrayView bytes);
    void speak(Dialect dialect, std::unique_ptr<Stream> stream);
    void onVersion(const VersionCheck &version);
    void accept(Intent intent);
    void onCommand(const Command &command);
    void onRpc(QByteArrayView message);
    void end();

    quint64 m_id;
    Limits m_limits;
    ServerConnectionHost *m_host;
    PeerIdentity m_peer;
    std::unique_ptr<DaemonSession> m_session;     // null once another dialect is spoken
    std::unique_ptr<DialectConnection> m_dialect; // null for frames
    std::unique_ptr<RpcConversation> m_conversation;
    std::optional<QString> m_peerProgram;
    QByteArray m_firstBytes; // until they tell the dialect
    Dialect m_dialectSpoken = Dialect::Undecided;
    QTimer m_handshakeDeadline;
    qint64 m_connectedAtMs;
    quint64 m_requestId = 0;
    int m_authentications = 0;
    bool m_hasAsked = false; // in another dialect
    bool m_isRefused = false;
    bool m_hasCommand = false;
    bool m_hasEnded = false;
};

} // namespace DaemonRpc
