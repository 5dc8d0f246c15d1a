#include <daemonrpc/base/oserror.h>
#include <daemonrpc/transport/local/descriptorstream.h>
#include <daemonrpc/transport/local/localdialer.h>

#include <QFile>

#include <cstring>

#include <errno.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace DaemonRpc {

using namespace std::chrono_literals;

LocalDialer::LocalDialer(QObject *parent)
    : Dialer(parent)
    , m_backoff(1ms, 50ms)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LocalDialer::attempt);
}

void LocalDialer::dial(const Address &address, std::chrono::milliseconds timeout)
{
    m_path = QFile::encodeName(address.path());
    m_deadline = QDeadlineTimer(timeout);
    m_backoff.reset();
    m_retry.stop();
    m_socket.reset();
    // An empty path or a leading zero would be a name in Linux's abstract space (unix(7)).
    if (m_path.isEmpty() || m_path.contains('\0')) {
        Q_EMIT failed(
            Error(ErrorCode::InvalidAddress, tr("cannot connect to %1: it names no path; use local:/path")
                                                 .arg(address.toString().remove(QChar::Null))));
        return;
    }
    if (static_cast<size_t>(m_path.size()) >= sizeof(sockaddr_un::sun_path)) {
        Q_EMIT failed(Error(ErrorCode::NameTooLong,
                            tr("the socket path %1 has %2 bytes, the limit is %3; choose a shorter "
                               "directory with --runtime-dir")
                                .arg(address.path())
                                .arg(m_path.size())
                                .arg(sizeof(sockaddr_un::sun_path) - 1)));
        return;
    }
    attempt();
}

void LocalDialer::attempt()
{
    const QString subject = QFile::decodeName(m_path);
    m_socket.reset(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!m_socket.isValid()) {
        Q_EMIT failed(errorFromErrno(errno, QStringLiteral("cannot open a socket for"), subject));
        return;
    }
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    std::memcpy(name.sun_path, m_path.constData(), static_cast<size_t>(m_path.size()));
    int result = -1;
    do {
        result = ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&name), sizeof name);
    } while (result < 0 && errno == EINTR);
    if (result == 0) {
        Q_EMIT connected();
        return;
    }
    const int errnoValue = errno;
    m_socket.reset();
    // A full queue of the listener gives EAGAIN and no event when there is room again (connect(2)).
    if (errnoValue == EAGAIN && !m_deadline.hasExpired()) {
        m_retry.start(m_backoff.next());
        return;
    }
    if (errnoValue == EAGAIN) {
        Q_EMIT failed(
            Error(ErrorCode::Timeout,
                  tr("the daemon at %1 does not accept connections; its queue is full").arg(subject)));
        return;
    }
    // A component of the path that is not a directory, or a path that is no socket: nobody is there.
    const int reason = errnoValue == ENOTDIR ? ENOENT : errnoValue;
    Q_EMIT failed(
        Error(errorCodeFromErrno(reason), tr("cannot connect to %1: %2").arg(subject, errnoText(reason))));
}

std::unique_ptr<Stream> LocalDialer::takeStream()
{
    return m_socket.isValid() ? std::make_unique<DescriptorStream>(std::move(m_socket)) : nullptr;
}

} // namespace DaemonRpc
