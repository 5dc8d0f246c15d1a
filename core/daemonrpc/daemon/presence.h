// A daemon's place in the runtime directory.
#pragma once

#include <daemonrpc/base/limits.h>
#include <daemonrpc/instance/bindingwatch.h>
#include <daemonrpc/instance/buildidentity.h>
#include <daemonrpc/instance/inheritance.h>
#include <daemonrpc/instance/instancelock.h>
#include <daemonrpc/instance/instancename.h>
#include <daemonrpc/instance/pidfile.h>
#include <daemonrpc/instance/runtimedirectory.h>
#include <daemonrpc/instance/socketbinding.h>

#include <QObject>

#include <optional>

namespace DaemonRpc {

/// Owns the files that make a process the daemon of an id: lock, socket and pid file. Thread-bound.
///
/// Takes them, notices when they are taken away and puts them back, moves them aside to drain, and removes
/// them.
class DAEMONRPC_EXPORT Presence : public QObject
{
    Q_OBJECT

public:
    Presence(const DaemonId &id, const RuntimeDirectory &directory, const BuildIdentity &build,
             QObject *parent = nullptr);
    /// Removes the files that are still its own.
    ~Presence() override;

    /// How long a start waits for another process that is just becoming the same daemon.
    static constexpr std::chrono::milliseconds startWait{5000};

    /// Takes the lock and binds the socket. May block for startWait when another process starts at the same
    /// moment: for the start of a program, not for a running loop. Errors: AlreadyRunning, UnsafeDirectory,
    /// NameTooLong, PermissionDenied, IoError, ResourceExhausted.
    Result<void> establish();

    /// Before establish(): a supervisor has bound @p socket at the id's path and listens for whoever serves
    /// next. It is served instead of one of our own, and its file is left alone.
    void setSupervisedSocket(FileDescriptor socket) { m_supervisedSocket = std::move(socket); }

    /// Whether the socket at the id's path is a supervisor's.
    [[nodiscard]] bool isSupervised() const { return m_isSupervised; }

    /// Instead of establish(): takes over lock and socket of a predecessor that still serves them. On errors
    /// nothing is taken from it, and no file has changed but perhaps the pid file. Errors: InvalidArgument,
    /// NotRunning, AlreadyRunning, those of establish().
    Result<void> adopt(const Inheritance &inheritance);

    /// What a successor has to adopt(). Until abandonSuccession() or leaveToSuccessor() nothing here puts the
    /// files back when they are taken away: both would. Errors: Draining; NotRunning when they are away just
    /// now.
    Result<Inheritance> beginSuccession();
    /// The successor has failed: the files are watched again.
    void abandonSuccession();
    /// The successor serves: leaves it the id with all files, and takes the draining name of this process,
    /// with a socket of its own (takeSocket()). Errors: of the draining name; the id is left all the same.
    Result<void> leaveToSuccessor();

    /// The listening socket, after establish(), adopt(), leaveToSuccessor() and each rebound(); once.
    [[nodiscard]] FileDescriptor takeSocket();

    /// Tells those who wait for this start that it is over: the socket is served.
    void markStarted();

    /// Moves socket and pid file to the draining name of this process and gives up the id, so that a fresh
    /// daemon can take it at once. Everybody who is connected, or waits to be, stays so. Later calls do
    /// nothing. A supervisor's socket stays where it is; the draining name then has a new one (takeSocket()).
    Result<void> moveAside();

    /// As moveAside(), for a client that replaces this build. Errors: HandOverLimit when that has happened
    /// too often.
    Result<void> handOver(const Limits &limits);

    /// Removes socket and pid file and gives up the id. Later calls do nothing.
    void withdraw();

    [[nodiscard]] const InstanceName &name() const { return m_name; }

    [[nodiscard]] const InstanceInfo &info() const { return m_info; }

    /// Whether socket and lock file are its own at this moment. Errors: NotRunning, which one is not.
    [[nodiscard]] Result<void> verify() const;

    [[nodiscard]] const RuntimeDirectory &directory() const { return m_directory; }

    [[nodiscard]] QString socketPath() const;
    [[nodiscard]] QString logPath() const;
    /// Hand-overs of this id within @p window.
    [[nodiscard]] int recentHandOvers(std::chrono::milliseconds window) const;

Q_SIGNALS:
    /// The files had been taken away and are back: takeSocket() has a new socket, the old one is out of
    /// reach.
    void rebound();
    /// The files had been taken away and cannot be put back: another process is the daemon now, or the
    /// directory is unusable.
    void displaced(const DaemonRpc::Error &error);

private:
    Result<InstanceLock> acquireLock() const;
    Result<void> takeName();

    struct DrainingName
    {
        InstanceLock lock;
        SocketBinding binding;
    };

    [[nodiscard]] Result<DrainingName> prepareDrainingName() const;
    void takeDrainingName(DrainingName draining);
    void leaveId();
    Result<SocketBinding> bindSocket(const QString &path);
    void onLost();
    void removePidFile();

    InstanceName m_name;
    RuntimeDirectory m_directory;
    InstanceInfo m_info;
    std::optional<InstanceLock> m_lock;
    std::optional<SocketBinding> m_binding;
    FileDescriptor m_supervisedSocket; // until it is served
    bool m_isSupervised = false;
    FileDescriptor m_socketCopy; // for a successor to inherit; the socket itself has been taken
    BindingWatch m_watch;
    QList<qint64> m_lastHandOvers; // known still when the lock has been given up
};

} // namespace DaemonRpc
