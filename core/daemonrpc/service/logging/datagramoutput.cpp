#include "datagramoutput_p.h"

#include <QFile>

#include <cstring>

#include <errno.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace DaemonRpc {

using namespace std::chrono_literals;

DatagramOutput::DatagramOutput(const QString &socketPath)
    : m_path(QFile::encodeName(socketPath))
    , m_pauses(100ms, 5s)
{}

bool DatagramOutput::write(QByteArrayView datagram)
{
    const auto now = std::chrono::steady_clock::now();
    if (now < m_retryAt)
        return false;
    bool isSent = m_socket.isValid() && send(datagram);
    const bool isReceiverGone = !m_socket.isValid() || (errno != EAGAIN && errno != EMSGSIZE);
    if (!isSent && isReceiverGone) {
        isSent = connect() && send(datagram);
        if (!isSent && (!m_socket.isValid() || (errno != EAGAIN && errno != EMSGSIZE)))
            m_retryAt = now + m_pauses.next();
    }
    if (isSent)
        m_pauses.reset();
    return isSent;
}

bool DatagramOutput::connect()
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    m_socket.reset();
    if (static_cast<size_t>(m_path.size()) >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, m_path.constData(), static_cast<size_t>(m_path.size()));
    FileDescriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isValid() ||
        ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return false;
    m_socket = std::move(socket);
    return true;
}

bool DatagramOutput::send(QByteArrayView datagram)
{
    ssize_t sent = -1;
    do {
        sent = ::send(m_socket.get(), datagram.data(), static_cast<size_t>(datagram.size()), MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == datagram.size();
}

} // namespace DaemonRpc
