// A daemon's server: accept, admit, dispatch, drain.
#pragma once

#include <daemonrpc/base/logthrottle.h>
#include <daemonrpc/handler/handlerregistry.h>
#include <daemonrpc/server/connectiontable.h>
#include <daemonrpc/server/requesttable.h>
#include <daemonrpc/server/workerpool.h>
#include <daemonrpc/transport/listener.h>

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace DaemonRpc {

/// Serves commands on any number of listeners. Thread-bound: everything runs on the event loop of its thread.
///
///     HandlerRegistry handlers;
///     handlers.add("hello", std::make_unique<Hello>());
///     Server server(std::move(handlers));
///     server.addListener(std::make_unique<DescriptorListener>(std::move(socket)));
class DAEMONRPC_EXPORT Server : public QObject, private ServerConnectionHost
{
    Q_OBJECT

public:
    enum class State {
        Ready,    ///< Serves.
        Draining, ///< Finishes what runs; new commands are refused, Rpc is answered.
    };

    /// Begins a hand-over to a fresh daemon: gives up the name at once, or says why not.
    using HandOverFunction = std::function<Result<void>(const VersionCheck &client)>;

    explicit Server(HandlerRegistry handlers, const Limits &limits = {}, QObject *parent = nullptr);
    ~Server() override;

    /// The version that clients are compared with.
    void setVersion(const VersionCheck &version) { m_version = version; }

    /// Without one, clients that want a hand-over are refused.
    void setHandOver(HandOverFunction handOver) { m_handOver = std::move(handOver); }

    /// Who may do what; null for AccessPolicy itself. For connections to come.
    void setAccessPolicy(std::shared_ptr<const AccessPolicy> policy);

    /// Who serves connections of @p dialect, which is neither frames nor JSON-RPC; not owned, must outlive
    /// the connections. Null for nobody.
    void setDialectEndpoint(Dialect dialect, DialectEndpoint *endpoint);

    /// Who answers Rpc messages; not owned, must outlive the connections.
    void setRpcEndpoint(RpcEndpoint *endpoint) { m_rpcEndpoint = endpoint; }

    /// What new requests are served with from now on. Requests that run or wait keep the handlers they have;
    /// handlers that are not in @p handlers let go what they keep ready.
    void setHandlers(HandlerRegistry handlers);
    /// For new connections and requests.
    void setLimits(const Limits &limits);

    void addListener(std::unique_ptr<Listener> listener);
    /// Refuses new peers at the operating system's level. Those that already wait are taken and answered.
    void closeListeners();
    /// The same for one that addListener() was given.
    void closeListener(Listener *listener);
    /// Serves @p stream, however it was made.
    void serve(std::unique_ptr<Stream> stream);
    /// The same for a peer that was accepted before leaveToSuccessor() and only now has a stream (TLS): it is
    /// served like those who were there by then.
    void serveEarlier(std::unique_ptr<Stream> stream);

    /// Who tells whether such peers are still on their way: a drain for a successor waits for them, too, at
    /// most Limits::handshakeTimeout. It is asked every few milliseconds then.
    void setArrivals(std::function<bool()> areArriving) { m_areArriving = std::move(areArriving); }

    /// Finishes what runs, JSON-RPC calls included, and accepts no new commands; drained() follows, at once
    /// when nothing runs.
    void drain();

    /// Another process accepts from the socket of @p inherited from now on: lets go of it without refusing
    /// anybody who waits there, closes the other listeners, serves those who were accepted before, whatever
    /// they ask for yet, and drains.
    void leaveToSuccessor(Listener *inherited);

    /// Something that keeps a daemon from its idle exit has been asked: activity() follows.
    void noteActivity() { Q_EMIT activity(); }

    /// Cancels and answers all JSON-RPC calls.
    void cancelCalls() { m_connections.cancelCalls(); }

    /// Closes the connections whose requests have ended and whose clients do not take the rest: the last step
    /// of a stop, so that a client that never reads cannot hold up drained().
    void dropUndelivered();

    [[nodiscard]] State state() const { return m_state; }

    /// Whether workers are lost to handlers that ignored their token.
    [[nodiscard]] bool isDegraded() const { return m_workers.quarantinedCount() > 0; }

    [[nodiscard]] RequestTable &requests() { return m_requests; }

    [[nodiscard]] const RequestTable &requests() const { return m_requests; }

    [[nodiscard]] const ConnectionTable &connections() const { return m_connections; }

    /// Peers that were turned away for who they are.
    [[nodiscard]] quint64 strangerCount() const { return m_strangerCount; }

    [[nodiscard]] const WorkerPool &workers() const { return m_workers; }

    /// For blocking methods; see JsonRpcService::setWorkers().
    [[nodiscard]] WorkQueue &workQueue() { return m_workers; }

    [[nodiscard]] const HandlerRegistry &handlers() const { return m_handlers; }

    [[nodiscard]] const Limits &limits() const { return m_limits; }

    [[nodiscard]] const VersionCheck &version() const { return m_version; }

Q_SIGNALS:
    void stateChanged();
    /// From within leaveToSuccessor(), before the drain begins: whoever waits at a socket that the successor
    /// has inherited is served by that one.
    void leavingToSuccessor();
    /// Nothing runs any more and nothing will be accepted: the last moment to say so to peers. What is sent
    /// now is waited for, as answers are. Said once, before drained().
    void settled();
    /// Nothing runs any more, every answer has been taken, and nothing will be accepted. Said once.
    void drained();
    void degradedChanged();
    /// A command was asked for, or see noteActivity(): the daemon is not idle.
    void activity();
    void listenerStarved(const DaemonRpc::Error &error);

private:
    [[nodiscard]] VersionCheck ownVersion() const override;
    std::optional<Error> admit(const VersionCheck &client, const PeerIdentity &peer) override;

    quint64 reserveRequestId() override { return m_requests.nextId(); }

    void startRequest(quint64 id, quint64 connectionId, const PeerIdentity &peer, const Command &command,
                      DaemonSession *session) override;

    [[nodiscard]] RpcEndpoint *rpcEndpoint() const override { return m_rpcEndpoint; }

    [[nodiscard]] DialectEndpoint *dialectEndpoint(Dialect dialect) const override
    {
        return m_dialectEndpoints.value(dialect);
    }

    [[nodiscard]] const AccessPolicy &accessPolicy() const override { return *m_accessPolicy; }

    void acceptFrom(Listener *listener);
    [[nodiscard]] bool isOwn(quint64 connectionId) const;
    [[nodiscard]] bool isWaitingForEarlier() const;
    void stopWaitingForEarlier();
    void sayDrainedIfDone();
    [[nodiscard]] bool isHeldUpByCalls();
    std::optional<Error> handOver(const VersionCheck &client);
    [[nodiscard]] static Error notAllowed(const PeerIdentity &peer, const QByteArray &name);
    [[nodiscard]] Error unknownCommand(const QByteArray &name) const;

    Limits m_limits;
    HandlerRegistry m_handlers;
    VersionCheck m_version;
    HandOverFunction m_handOver;
    RpcEndpoint *m_rpcEndpoint = nullptr;
    QHash<Dialect, DialectEndpoint *> m_dialectEndpoints;
    std::shared_ptr<const AccessPolicy> m_accessPolicy; // never null
    std::vector<std::unique_ptr<Listener>> m_listeners;
    // Destroyed in reverse: requests before the workers they use, connections (with their sessions) after
    // them.
    WorkerPool m_workers;
    ConnectionTable m_connections;
    RequestTable m_requests;
    LogThrottle m_strangers;
    quint64 m_strangerCount = 0;
    State m_state = State::Ready;
    quint64 m_lastOwnConnection = 0; // later ones come to a daemon that has left its id to a successor,
    QSet<quint64> m_earlier;         // but for these
    std::function<bool()> m_areArriving;
    bool m_servesEarlier = false;
    bool m_hasHandedOver = false;
    bool m_saidSettled = false;
    bool m_saidDrained = false;
    QTimer m_callsCheck;         // while only calls hold up a drain
    QElapsedTimer m_settling;    // since nothing happens but that cancelled calls end and answers are taken
    qint64 m_settlingBytes = -1; // what was not taken by then
};

} // namespace DaemonRpc
