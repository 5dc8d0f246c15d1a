// A conversation of Rpc messages with a daemon.
#pragma once

#include <daemonrpc/client/connector.h>
#include <daemonrpc/session/clientsession.h>

#include <memory>

namespace DaemonRpc {

/// Any number of Rpc messages each way on one connection. Thread-bound. Ends with exactly one failed(), when
/// the daemon ends it or cannot be reached; the caller ends it by destroying the channel.
///
/// What is in the messages is the business of the layer above (jsonrpc, admin).
class DAEMONRPC_EXPORT RpcChannel : public QObject
{
    Q_OBJECT

public:
    /// Connects on the next turn of the event loop.
    RpcChannel(const ClientOptions &options, Intent intent, QObject *parent = nullptr);
    /// Talks to the daemon at @p socketPath, which is never started: for daemons found by discovery.
    RpcChannel(const ClientOptions &options, const QString &socketPath, QObject *parent = nullptr);
    ~RpcChannel() override;

    /// Why it connects, a user's action by default. Before the next turn of the event loop.
    void setStartReason(StartReason reason) { m_startReason = reason; }

    /// Sends @p message, now or as soon as the connection stands.
    void send(QByteArrayView message);

    /// Whether messages are taken, as they are at first. While they are not, the daemon keeps what it has to
    /// say, and may leave some of it out. Only after accepted().
    void setReading(bool enabled);

    /// The daemon, after accepted().
    [[nodiscard]] const VersionCheck &daemon() const { return m_daemon; }

    [[nodiscard]] std::optional<PeerCredentials> peer() const;

Q_SIGNALS:
    void accepted();
    /// The view is valid during the emission only.
    void received(QByteArrayView message);
    void failed(const DaemonRpc::Error &error);

private:
    void start();
    void onConnected();
    void onFailed(const Error &error);

    ClientOptions m_options;
    Intent m_intent;
    StartReason m_startReason = StartReason::UserAction;
    Connector m_connector;
    std::unique_ptr<ClientSession> m_session;
    QByteArrayList m_waiting;
    VersionCheck m_daemon;
    bool m_hasFailed = false;
};

} // namespace DaemonRpc
