#include <daemonrpc/daemon/presence.h>

#include <QDateTime>
#include <QFile>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace DaemonRpc {

Presence::Presence(const DaemonId &id, const RuntimeDirectory &directory, const BuildIdentity &build,
                   QObject *parent)
    : QObject(parent)
    , m_name(id)
    , m_directory(directory)
    , m_info(InstanceInfo::ofThisProcess())
{
    m_info.buildTimestampMs = build.timestampMs;
    m_info.buildId = build.id;
    connect(&m_watch, &BindingWatch::lost, this, &Presence::onLost);
}

Presence::~Presence() { withdraw(); }

Result<InstanceLock> Presence::acquireLock() const
{
    const QString path = m_directory.lockPath(m_name);
    Result<InstanceLock> lock = InstanceLock::acquire(path);
    if (lock || lock.error().code() != ErrorCode::AlreadyRunning)
        return lock;
    // Whoever holds it may still fail to start, or be giving it up to us.
    if (!InstanceLock::waitWhileStarting(path, startWait))
        return lock;
    lock = InstanceLock::acquire(path);
    if (lock || lock.error().code() != ErrorCode::AlreadyRunning)
        return lock;
    const Result<InstanceInfo> holder = readPidFile(m_directory.pidPath(m_name));
    return unexpected(
        ErrorCode::AlreadyRunning,
        QStringLiteral("daemon \"%1\" is already running (%2)")
            .arg(m_name.id().toString(), holder ? holder->describe() : QStringLiteral("pid unknown")));
}

Result<void> Presence::establish()
{
    // First what needs no file: a start that cannot succeed leaves nothing behind.
    if (const Result<QString> socketPath = m_directory.socketPath(m_name); !socketPath)
        return unexpected(socketPath.error());
    if (const Result<void> prepared = m_directory.prepare(); !prepared)
        return prepared;
    Result<InstanceLock> lock = acquireLock();
    if (!lock)
        return unexpected(lock.error());
    m_lock = std::move(*lock);
    return takeName();
}

// With the lock held: socket, pid file, watch.
Result<void> Presence::takeName()
{
    const Result<QString> socketPath = m_directory.socketPath(m_name);
    if (!socketPath)
        return unexpected(socketPath.error());
    Result<SocketBinding> binding = bindSocket(*socketPath);
    if (!binding)
        return unexpected(binding.error());
    m_binding = std::move(*binding);
    if (const Result<void> written = writePidFile(m_directory.pidPath(m_name), m_info); !written)
        return written;
    m_watch.start(*m_binding, *m_lock);
    return {};
}

// A supervisor's socket that has lost its file cannot be reached any more: one of our own follows it.
Result<SocketBinding> Presence::bindSocket(const QString &path)
{
    if (m_isSupervised && m_binding)
        m_binding->disown();
    m_isSupervised = m_supervisedSocket.isValid();
    if (!m_isSupervised)
        return SocketBinding::bind(path);
    const Result<FileIdentity> file = FileIdentity::ofPath(path);
    if (!file)
        return unexpected(file.error());
    return SocketBinding::adopt(std::move(m_supervisedSocket), path, file->inode());
}

Result<void> Presence::adopt(const Inheritance &inheritance)
{
    // Owned from here on, whatever happens.
    FileDescriptor lockFile(inheritance.lockFd);
    FileDescriptor socket(inheritance.socketFd);
    const Result<QString> socketPath = m_directory.socketPath(m_name);
    if (!socketPath)
        return unexpected(socketPath.error());
    Result<InstanceLock> lock = InstanceLock::adopt(std::move(lockFile), m_directory.lockPath(m_name));
    if (!lock)
        return unexpected(lock.error());
    Result<SocketBinding> binding =
        SocketBinding::adopt(std::move(socket), *socketPath, inheritance.socketInode);
    if (!binding)
        return unexpected(binding.error());
    if (const Result<void> written = writePidFile(m_directory.pidPath(m_name), m_info); !written) {
        binding->disown();
        return written;
    }
    m_lock = std::move(*lock);
    m_binding = std::move(*binding);
    m_isSupervised = inheritance.isSupervised;
    m_watch.start(*m_binding, *m_lock);
    return {};
}

Result<Inheritance> Presence::beginSuccession()
{
    if (m_name.isDraining())
        return unexpected(ErrorCode::Draining, QStringLiteral("the daemon has given up its id already"));
    if (const Result<void> verified = verify(); !verified)
        return unexpected(verified.error());
    if (!m_socketCopy.isValid())
        return unexpected(ErrorCode::ResourceExhausted,
                          QStringLiteral("there was no descriptor left for a successor; allow more"));
    m_watch.stop();
    return Inheritance{m_lock->descriptor(), m_socketCopy.get(), m_binding->identity().inode(),
                       m_isSupervised};
}

Result<void> Presence::verify() const
{
    const auto missing = [](const QString &what, const QString &path) {
        return unexpected(
            ErrorCode::NotRunning,
            QStringLiteral("the %1 %2 was taken away; the daemon puts it back when it can").arg(what, path));
    };
    if (!m_lock || !m_lock->isStillOurs())
        return missing(QStringLiteral("lock file"), m_directory.lockPath(m_name));
    if (!m_binding || !m_binding->isIntact())
        return missing(QStringLiteral("socket"), socketPath());
    return {};
}

void Presence::abandonSuccession()
{
    if (m_name.isDraining() || !m_binding || !m_lock)
        return;
    // It may have got as far as writing its own.
    static_cast<void>(writePidFile(m_directory.pidPath(m_name), m_info));
    m_watch.start(*m_binding, *m_lock);
}

Result<void> Presence::leaveToSuccessor()
{
    if (m_name.isDraining() || !m_binding || !m_lock)
        return {};
    Result<DrainingName> draining = prepareDrainingName();
    leaveId();
    if (!draining)
        return unexpected(draining.error());
    takeDrainingName(std::move(*draining));
    return {};
}

void Presence::leaveId()
{
    m_watch.stop();
    m_lastHandOvers = m_lock->handOverTimes();
    m_binding->disown();
    m_binding.reset();
    m_isSupervised = false; // what comes next is bound here
    m_socketCopy.reset();
    m_lock.reset(); // closes this copy only: a successor holds the lock on
    m_name = InstanceName(m_name.id(), ::getpid());
}

Result<Presence::DrainingName> Presence::prepareDrainingName() const
{
    const InstanceName name(m_name.id(), ::getpid());
    const Result<QString> socketPath = m_directory.socketPath(name);
    if (!socketPath)
        return unexpected(socketPath.error());
    Result<InstanceLock> lock = InstanceLock::acquire(m_directory.lockPath(name));
    if (!lock)
        return unexpected(lock.error());
    Result<SocketBinding> binding = SocketBinding::bind(*socketPath);
    if (!binding)
        return unexpected(binding.error());
    lock->markStartFinished();
    return DrainingName{std::move(*lock), std::move(*binding)};
}

void Presence::takeDrainingName(DrainingName draining)
{
    m_lock = std::move(draining.lock);
    m_binding = std::move(draining.binding);
    m_watch.start(*m_binding, *m_lock);
    static_cast<void>(writePidFile(m_directory.pidPath(m_name), m_info));
}

FileDescriptor Presence::takeSocket()
{
    FileDescriptor socket = m_binding ? m_binding->takeDescriptor() : FileDescriptor();
    // Without a copy there is no restart; everything else goes on.
    if (socket.isValid())
        m_socketCopy.reset(::fcntl(socket.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    return socket;
}

void Presence::markStarted()
{
    if (m_lock)
        m_lock->markStartFinished();
}

void Presence::onLost()
{
    // The lock file first: without it another process may have become the daemon meanwhile.
    if (m_lock && !m_lock->isStillOurs()) {
        const Result<void> prepared = m_directory.prepare();
        Result<InstanceLock> lock = prepared ? InstanceLock::acquire(m_directory.lockPath(m_name))
                                             : Result<InstanceLock>(unexpected(prepared.error()));
        if (!lock) {
            m_lock.reset();
            Q_EMIT displaced(lock.error());
            return;
        }
        m_lock = std::move(*lock);
    }
    if (const Result<void> taken = takeName(); !taken) {
        removePidFile();
        m_lock.reset(); // a fresh daemon may have better luck
        Q_EMIT displaced(taken.error());
        return;
    }
    m_lock->markStartFinished();
    Q_EMIT rebound();
}

int Presence::recentHandOvers(std::chrono::milliseconds window) const
{
    const QList<qint64> times =
        m_lock && m_lastHandOvers.isEmpty() ? m_lock->handOverTimes() : m_lastHandOvers;
    const qint64 since = QDateTime::currentMSecsSinceEpoch() - window.count();
    return static_cast<int>(
        std::count_if(times.begin(), times.end(), [since](qint64 time) { return time >= since; }));
}

Result<void> Presence::handOver(const Limits &limits)
{
    if (m_name.isDraining())
        return {};
    if (recentHandOvers(limits.handOverWindow) >= limits.maxHandOvers) {
        return unexpected(
            ErrorCode::HandOverLimit,
            QStringLiteral("daemon \"%1\" was replaced %2 times within %3 s: two builds seem to replace "
                           "each other; use one of them, or --version-policy ignore")
                .arg(m_name.id().toString())
                .arg(recentHandOvers(limits.handOverWindow))
                .arg(limits.handOverWindow.count() / 1000));
    }
    if (m_lock) {
        if (const Result<void> recorded =
                m_lock->recordHandOver(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()));
            !recorded) {
            return recorded;
        }
    }
    return moveAside();
}

Result<void> Presence::moveAside()
{
    if (m_name.isDraining() || !m_binding)
        return {};
    if (m_isSupervised) {
        // Nothing is given up before the new name is there.
        Result<DrainingName> draining = prepareDrainingName();
        if (!draining)
            return unexpected(draining.error());
        removePidFile();
        leaveId();
        takeDrainingName(std::move(*draining));
        return {};
    }
    const InstanceName draining(m_name.id(), ::getpid());
    const Result<QString> socketPath = m_directory.socketPath(draining);
    Result<InstanceLock> lock = InstanceLock::acquire(m_directory.lockPath(draining));
    if (!socketPath)
        return unexpected(socketPath.error());
    if (!lock)
        return unexpected(lock.error());
    m_watch.stop();
    m_lastHandOvers = m_lock ? m_lock->handOverTimes() : QList<qint64>();
    const Result<void> moved = m_binding->moveTo(*socketPath);
    removePidFile();
    m_name = draining;
    lock->markStartFinished();
    m_lock = std::move(*lock); // gives up the id: from here on a fresh daemon can take it
    if (moved)
        m_watch.start(*m_binding, *m_lock);
    // Without a pid file the drain is as good, it is only told less of.
    static_cast<void>(writePidFile(m_directory.pidPath(m_name), m_info));
    return moved;
}

void Presence::withdraw()
{
    m_watch.stop();
    if (!m_lock)
        return;
    if (m_binding && m_isSupervised)
        m_binding->disown();
    else if (m_binding)
        m_binding->remove();
    removePidFile();
    if (m_name.isDraining())
        QFile::remove(m_lock->path()); // a draining name is this process's alone
    m_binding.reset();
    m_socketCopy.reset();
    m_lock.reset();
}

void Presence::removePidFile()
{
    const QString path = m_directory.pidPath(m_name);
    const Result<InstanceInfo> current = readPidFile(path);
    if (current && current->pid == m_info.pid)
        QFile::remove(path);
}

QString Presence::socketPath() const
{
    const Result<QString> path = m_directory.socketPath(m_name);
    return path ? *path : QString();
}

QString Presence::logPath() const { return m_directory.logPath(InstanceName(m_name.id())); }

} // namespace DaemonRpc
