#include <daemonrpc/base/oserror.h>
#include <daemonrpc/base/pipewrite_p.h>
#include <daemonrpc/service/process/servicenotifier.h>

#include <QFile>

#include <algorithm>
#include <cstring>

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

namespace DaemonRpc {

using namespace std::chrono_literals;

static constexpr auto retryInterval = 50ms;
static constexpr qsizetype maxStatusBytes = 512;

ServiceNotifier::Environment ServiceNotifier::Environment::take(int descriptor)
{
    Environment environment;
    environment.descriptor = descriptor;
    environment.socket = qgetenv("NOTIFY_SOCKET");
    const QByteArray pid = qgetenv("WATCHDOG_PID");
    bool isNumber = false;
    const qint64 microseconds = qgetenv("WATCHDOG_USEC").toLongLong(&isNumber);
    // sd_watchdog_enabled(3): without a pid it is meant for whoever reads it.
    if (isNumber && microseconds > 0 && (pid.isEmpty() || pid.toLongLong() == ::getpid()))
        environment.watchdog = std::chrono::microseconds(microseconds);
    for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
        qunsetenv(name);
    return environment;
}

ServiceNotifier::ServiceNotifier(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{
    struct stat status = {};
    if (environment.descriptor > STDERR_FILENO && ::fstat(environment.descriptor, &status) == 0) {
        ::fcntl(environment.descriptor, F_SETFD, FD_CLOEXEC);
        m_descriptor.reset(environment.descriptor);
    }
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ServiceNotifier::sendQueued);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { send("WATCHDOG=1"); });
    if (!environment.socket.isEmpty())
        connectTo(environment.socket);
}

ServiceNotifier::~ServiceNotifier() = default;

void ServiceNotifier::connectTo(const QByteArray &socket)
{
    const QString name = QFile::decodeName(socket);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const auto size = static_cast<size_t>(socket.size());
    if ((!socket.startsWith('/') && !socket.startsWith('@')) || socket.size() < 2 ||
        size >= sizeof address.sun_path) {
        m_state =
            unexpected(ErrorCode::InvalidAddress,
                       QStringLiteral("cannot notify the supervisor at \"%1\": NOTIFY_SOCKET must be an "
                                      "absolute path or an abstract name that begins with @")
                           .arg(name));
        return;
    }
    std::memcpy(address.sun_path, socket.constData(), size);
    if (socket.startsWith('@'))
        address.sun_path[0] = '\0';
    FileDescriptor descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + size);
    if (!descriptor.isValid() ||
        ::connect(descriptor.get(), reinterpret_cast<const sockaddr *>(&address), length) != 0) {
        m_state = unexpected(errorFromErrno(errno, QStringLiteral("cannot notify the supervisor at"), name));
        return;
    }
    m_socket = std::move(descriptor);
}

std::chrono::milliseconds ServiceNotifier::watchdogInterval() const
{
    if (m_environment.watchdog.count() <= 0)
        return 0ms;
    return std::max(1ms, std::chrono::duration_cast<std::chrono::milliseconds>(m_environment.watchdog / 2));
}

static QByteArray statusLine(const QString &status)
{
    // One datagram holds many assignments, one per line: a line feed would begin another.
    QByteArray text = status.simplified().toUtf8();
    if (text.size() > maxStatusBytes) {
        text.truncate(maxStatusBytes);
        text = QString::fromUtf8(text).toUtf8(); // a torn character becomes a whole one
    }
    return "STATUS=" + text;
}

void ServiceNotifier::ready(const QString &status)
{
    send(status.isEmpty() ? QByteArray("READY=1") : "READY=1\n" + statusLine(status));
    sayReadyOnDescriptor();
    if (isActive() && !m_hasSuccessor && watchdogInterval() > 0ms && !m_watchdog.isActive())
        m_watchdog.start(watchdogInterval());
}

void ServiceNotifier::reloading()
{
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const qint64 microseconds = qint64(now.tv_sec) * 1000000 + now.tv_nsec / 1000;
    send("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(microseconds));
}

void ServiceNotifier::stopping() { send("STOPPING=1"); }

void ServiceNotifier::setStatus(const QString &status) { send(statusLine(status)); }

void ServiceNotifier::setMainPid(qint64 pid)
{
    send("MAINPID=" + QByteArray::number(pid));
    m_hasSuccessor = pid != ::getpid();
    if (m_hasSuccessor)
        m_watchdog.stop();
}

QByteArrayList ServiceNotifier::successorEnvironment() const
{
    QByteArrayList entries;
    if (!m_environment.socket.isEmpty())
        entries.append("NOTIFY_SOCKET=" + m_environment.socket);
    if (m_environment.watchdog.count() > 0)
        entries.append("WATCHDOG_USEC=" + QByteArray::number(qint64(m_environment.watchdog.count())));
    return entries;
}

void ServiceNotifier::send(const QByteArray &message)
{
    if (!isActive() || m_hasSuccessor || m_queued.size() >= maxQueued)
        return;
    // One sign of life that waits is as good as two.
    if (!m_queued.isEmpty() && m_queued.constLast() == message)
        return;
    m_queued.append(message);
    sendQueued();
}

void ServiceNotifier::sendQueued()
{
    while (!m_queued.isEmpty()) {
        const QByteArray &message = m_queued.constFirst();
        const ssize_t sent = ::send(m_socket.get(), message.constData(), static_cast<size_t>(message.size()),
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && (errno == EAGAIN || errno == ENOBUFS)) {
            m_retry.start(retryInterval);
            return;
        }
        m_queued.removeFirst(); // sent, or the supervisor is gone
    }
}

void ServiceNotifier::sayReadyOnDescriptor()
{
    if (!m_descriptor.isValid())
        return;
    // A pipe with an empty buffer cannot block; that nobody reads any more is no concern of ours.
    static_cast<void>(writeToPipe(m_descriptor.get(), QByteArrayLiteral("\n")));
    m_descriptor.reset();
}

} // namespace DaemonRpc
