// What a daemon leaves to its successor.
#pragma once

#include <daemonrpc/base/export.h>

#include <QtGlobal>

namespace DaemonRpc {

/// Descriptors of the process that a daemon is started by, and replaces without a gap. Value.
struct DAEMONRPC_EXPORT Inheritance
{
    int lockFd = -1;           ///< The InstanceLock's.
    int socketFd = -1;         ///< The listening socket's.
    quint64 socketInode = 0;   ///< Of the socket's file.
    bool isSupervised = false; ///< The socket is a supervisor's, which gives it to the next daemon, too.

    /// Whether anything is given; a daemon then takes nothing by itself.
    [[nodiscard]] bool isGiven() const { return lockFd >= 0 || socketFd >= 0; }

    friend bool operator==(const Inheritance &, const Inheritance &) = default;
};

} // namespace DaemonRpc
