// What every TCP socket of ours has in common.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QString>

#include <sys/socket.h>

namespace DaemonRpc::TcpSocket {

/// Connections that wait in the kernel's queue until they are accepted.
inline constexpr int backlog = 128;

/// Sets what a connected socket needs (tcp(7)): no delay of small writes; probes that notice a peer that is
/// gone within two minutes; a bound on what the kernel takes before the peer does.
void prepare(int descriptor);

/// A non-blocking socket for @p address (a number). Errors: InvalidArgument when that is no address; those of
/// socket(2).
Result<FileDescriptor> open(const QString &address);

/// Has @p descriptor, made by open(), listen at @p address and @p port (0: any free one). Errors:
/// InvalidArgument, AlreadyRunning when the port is taken; those of bind(2).
Result<void> listenAt(int descriptor, const QString &address, quint16 port);

/// Whether @p descriptor listens there.
bool listensAt(int descriptor, const QString &address, quint16 port);

/// "192.0.2.1:50412" or "[::1]:50412"; "unknown" for anything else, and never empty: an empty one would be
/// taken for a local peer.
QString describe(const sockaddr_storage &name);

/// The same without the port; of an IPv6 address the first 64 bits only, and one for all of 127.0.0.0/8: what
/// one peer can have plenty of is no reason to count it more than once.
QByteArray limitKey(const sockaddr_storage &name);

} // namespace DaemonRpc::TcpSocket
