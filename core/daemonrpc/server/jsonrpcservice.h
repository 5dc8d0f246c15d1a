// JSON-RPC methods offered on a server's connections.
#pragma once

#include <daemonrpc/handler/workqueue.h>
#include <daemonrpc/jsonrpc/exclusiveengine.h>
#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/server/blockingmethod.h>
#include <daemonrpc/server/rpcendpoint.h>

#include <memory>

namespace DaemonRpc {

/// Answers JSON-RPC 2.0 with the methods of its registry, in every dialect that the server's listeners
/// understand. Thread-bound; nothing may be received on its connections once it is gone.
///
/// A method is one of three kinds: it answers at once (MethodRegistry::addSync()), it answers later from the
/// event loop (add()), or it blocks and runs on a worker (addBlocking()). Any of them may be a method of an
/// ExclusiveEngine. The calls of a connection run concurrently, within RpcLimits, and are cancelled by
/// `$/cancelRequest` or with their connection.
///
/// A peer without a role can call `daemon.authenticate` and nothing else.
///
///     JsonRpcService service;
///     service.setWorkers(&server.workQueue());
///     service.methods().addSync({QStringLiteral("add"), …}, add);
///     service.addBlocking({QStringLiteral("export"), …}, exportToFile, engine);
///     server.setRpcEndpoint(&service);
class DAEMONRPC_EXPORT JsonRpcService : public RpcEndpoint
{
public:
    JsonRpcService();
    /// Gives up the blocking methods that run: their calls are cancelled, their workers quarantined.
    ~JsonRpcService() override;

    JsonRpcService(const JsonRpcService &) = delete;
    JsonRpcService &operator=(const JsonRpcService &) = delete;

    [[nodiscard]] MethodRegistry &methods() { return m_methods; }

    [[nodiscard]] const MethodRegistry &methods() const { return m_methods; }

    /// Where blocking methods run; not owned, must outlive the service. Null for nowhere: they are refused.
    void setWorkers(WorkQueue *queue);

    /// The limits of texts from now on, of the calls of connections to come, and the grace of blocking
    /// methods.
    void setLimits(const Limits &limits);

    /// Adds a method that runs @p function on a worker, first in first out with the commands that do. When
    /// all are busy and the queue is full, the call is refused with QueueFull. Once it is cancelled its token
    /// is set; a function that goes on after the grace loses its worker to quarantine, as a command does.
    void addBlocking(const MethodDescription &description, BlockingMethodFunction function);

    /// The same as a method of @p engine: it keeps the engine until the function has returned.
    void addBlocking(const MethodDescription &description, BlockingMethodFunction function,
                     const ExclusiveEngine &engine);

    /// Adds a method of @p engine that answers at once or later.
    void addExclusive(const MethodDescription &description, MethodFunction function,
                      const ExclusiveEngine &engine);

    /// @p function in the shape that MethodRegistry::add() takes.
    [[nodiscard]] MethodFunction blocking(BlockingMethodFunction function) const;

    /// Adds the slots and invokable methods of @p object as "@p prefix.name"; see ObjectMethods.
    QStringList addObject(QObject *object, const QString &prefix, Role role = Role::Control);

    /// Has `daemon.queues` show @p engine. addBlocking() and addExclusive() do so by themselves.
    void show(const ExclusiveEngine &engine);

    /// Blocking methods that wait for a worker or run, cancelled ones included.
    [[nodiscard]] qsizetype blockingCount() const;

    std::unique_ptr<RpcConversation> open(RpcLink &link) override;

    [[nodiscard]] bool isBusy() const override { return blockingCount() > 0; }

private:
    class Conversation;
    struct Shared;

    void addOwnMethods();
    [[nodiscard]] Result<QJsonValue> authenticate(const RpcParams &params, const RpcPeer &peer) const;

    MethodRegistry m_methods;
    std::shared_ptr<Shared> m_shared; // with conversations that may be closed after the service
    QList<ExclusiveEngine> m_engines;
};

} // namespace DaemonRpc
