// The name under which one daemon process is found on disk.
#pragma once

#include <daemonrpc/base/daemonid.h>

#include <optional>

namespace DaemonRpc {

/// A daemon id, plus the pid while a daemon drains after it handed its id over. Value.
///
/// A serving daemon's files start with "daemon-rpc-<id>", a draining one's with "daemon-rpc-<id>~<pid>". A
/// '~' cannot occur in an id, so the two never collide.
///
///     const InstanceName serving(id);
///     const InstanceName draining(id, QCoreApplication::applicationPid());
class DAEMONRPC_EXPORT InstanceName
{
public:
    // Implicit, so that every function taking a name also takes a plain id.
    InstanceName(DaemonId id, qint64 drainingPid = 0);

    /// The name in a file name such as "daemon-rpc-build.sock" (no folder); nothing when it is not one of the
    /// four files of an instance (.sock, .lock, .pid, .log).
    static std::optional<InstanceName> fromFileName(const QString &fileName);

    [[nodiscard]] const DaemonId &id() const { return m_id; }

    /// The pid of the draining process, 0 for the serving daemon.
    [[nodiscard]] qint64 drainingPid() const { return m_drainingPid; }

    [[nodiscard]] bool isDraining() const { return m_drainingPid != 0; }

    /// The file name with @p suffix ("sock", "lock", "pid" or "log"), without a folder.
    [[nodiscard]] QString fileName(const QString &suffix) const;

    /// "<id>" or "<id>~<pid>".
    [[nodiscard]] QString toString() const;

    friend bool operator==(const InstanceName &, const InstanceName &) = default;

private:
    DaemonId m_id;
    qint64 m_drainingPid;
};

} // namespace DaemonRpc
