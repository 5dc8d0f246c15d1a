#include "tcpsocket_p.h"

#include <daemonrpc/transport/tcp/tcpstream.h>

namespace DaemonRpc {

TcpStream::TcpStream(FileDescriptor socket, QObject *parent)
    : DescriptorStream(std::move(socket), parent)
{
    TcpSocket::prepare(descriptor());
    sockaddr_storage name{};
    socklen_t length = sizeof name;
    // A peer that is gone by now has no name any more.
    if (::getpeername(descriptor(), reinterpret_cast<sockaddr *>(&name), &length) != 0)
        name.ss_family = AF_UNSPEC;
    m_remoteAddress = TcpSocket::describe(name);
}

} // namespace DaemonRpc
