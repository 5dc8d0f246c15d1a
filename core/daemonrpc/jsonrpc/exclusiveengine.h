// Methods that must not run at the same time.
#pragma once

#include <daemonrpc/base/limits.h>
#include <daemonrpc/jsonrpc/enginesnapshot.h>
#include <daemonrpc/jsonrpc/methodregistry.h>

#include <memory>

namespace DaemonRpc {

/// Has the methods of one engine object (an editor's document, a device, a database) run one at a time, first
/// in first out, across all connections. Thread-bound value; copies share one queue.
///
/// Nothing blocks: a call waits as a call, and its connection goes on. The next one starts when the one that
/// runs is settled, so a method that was cancelled but still works, be it on a worker, keeps the engine until
/// it has let go of the call. A waiting call that is cancelled, or whose caller leaves, is taken out of the
/// queue and never runs. With maxWaiting calls in the queue further ones are refused with QueueFull.
///
///     ExclusiveEngine engine(QStringLiteral("voxels"));
///     methods.add(addVoxel, engine.exclusive([grid](const RpcCall &call) { … }));
///     service.addBlocking(exportModel, exportToFile, engine); // on a worker, and still alone
///
/// When the last copy goes, and with it the methods, calls that wait get the error Cancelled.
class DAEMONRPC_EXPORT ExclusiveEngine
{
public:
    /// @p name is for people and introspection; @p maxWaiting calls may wait behind the one that runs.
    explicit ExclusiveEngine(QString name, int maxWaiting = Limits().maxQueueLength);

    [[nodiscard]] const QString &name() const;

    /// @p function as a method of this engine. It is started in the event loop's own time; whether it answers
    /// at once, later, or from a worker makes no difference.
    [[nodiscard]] MethodFunction exclusive(MethodFunction function) const;
    [[nodiscard]] MethodFunction exclusiveSync(SyncMethodFunction function) const;

    /// Whether both share one queue.
    [[nodiscard]] bool isSameAs(const ExclusiveEngine &other) const { return m_state == other.m_state; }

    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] qsizetype waitingCount() const;
    [[nodiscard]] EngineSnapshot snapshot() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace DaemonRpc
