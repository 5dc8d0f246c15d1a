// Sockets that a supervisor has bound for the daemon.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>
#include <daemonrpc/service/export.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace DaemonRpc {

/// A listening socket from the supervisor. Value (movable only).
struct ActivatedSocket
{
    FileDescriptor socket; ///< Non-blocking, close-on-exec: right for a DescriptorListener.
    QByteArray name;       ///< FileDescriptorName= of the unit, "unknown" without one.
    QString path;          ///< Where it is bound. The file belongs to the supervisor: never remove it.
};

/// What LISTEN_FDS, LISTEN_PID and LISTEN_FDNAMES say (sd_listen_fds(3)). Value.
struct DAEMONRPC_SERVICE_EXPORT SocketActivation
{
    static constexpr int firstDescriptor = 3; ///< SD_LISTEN_FDS_START
    static constexpr int maxSockets = 64;

    int count = 0;
    QByteArray names; ///< Separated by colons.
    /// Descriptors that a predecessor had from the supervisor and passed on.
    QList<int> inherited = {};

    /// Reads the variables and removes them from the environment of this process. Before other threads run.
    /// When they are meant for another process, count is 0. Errors: InvalidArgument.
    static Result<SocketActivation> take();

    /// Takes the descriptors from @p first on; once. Each must be a Unix stream socket that listens at a
    /// path; when one is not, all are closed. Errors: InvalidArgument, Unsupported; with the number and what
    /// is wrong.
    [[nodiscard]] Result<std::vector<ActivatedSocket>> sockets(int first = firstDescriptor) const;

    /// What a successor finds @p descriptors with, which it must inherit under the same numbers;
    /// "NAME=value".
    static QByteArray successorEnvironment(const QList<int> &descriptors);
};

} // namespace DaemonRpc
