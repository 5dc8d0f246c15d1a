// What a daemon lets its admin interface do.
#pragma once

#include <daemonrpc/admin/daemonsnapshot.h>
#include <daemonrpc/admin/reloadreport.h>
#include <daemonrpc/admin/restartreport.h>

#include <functional>

namespace DaemonRpc {

/// The commands a daemon obeys. Interface; thread-bound.
class DAEMONRPC_EXPORT DaemonControl
{
public:
    virtual ~DaemonControl();

    [[nodiscard]] virtual DaemonSnapshot snapshot() const = 0;

    /// Gives up the name at once, finishes what runs, exits.
    virtual Result<void> drain() = 0;

    /// Gives up the name at once and cancels what runs: after a while, or now. Then exits.
    virtual Result<void> stop(bool now) = 0;

    /// Reads the configuration again; when it is invalid, nothing changes. Errors: InvalidArgument with what
    /// is wrong and where; Unsupported when there is none.
    virtual Result<ReloadReport> reload();

    /// The configuration in force and where each value comes from, without secrets: by dotted key an object
    /// with "value" and "origin". Errors: Unsupported when there is none.
    [[nodiscard]] virtual Result<QJsonObject> configuration() const;

    /// Gets the one outcome of a restart, later or at once. Errors: Unsupported when the daemon does not know
    /// how it was started; Draining; SpawnFailed and Timeout when the fresh one failed: this one goes on
    /// serving.
    using RestartCallback = std::function<void(const Result<RestartReport> &report)>;

    /// Starts a fresh copy, leaves the id to it once it serves, finishes what runs, exits. Nobody notices. A
    /// call while one is under way joins it.
    virtual void restart(RestartCallback callback) = 0;
};

} // namespace DaemonRpc
