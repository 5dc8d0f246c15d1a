// The listening socket of a daemon and its name on disk.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/instance/fileidentity.h>

namespace DaemonRpc {

/// A listening Unix socket, bound on its final path with mode 0600 from its first instant. Value (movable
/// only); removes the socket file when destroyed, if it is still its own.
///
/// The caller holds the InstanceLock of the same name: whatever socket of ours is at the path is then stale.
///
///     Result<SocketBinding> binding = SocketBinding::bind(path);
///     if (!binding)
///         return unexpected(binding.error());
///     listener.setDescriptor(binding->takeDescriptor()); // the binding goes on owning the name
class DAEMONRPC_EXPORT SocketBinding
{
public:
    /// Binds and listens. A stale socket of ours is removed; another file of ours is renamed to
    /// "<path>.displaced" (".displaced.1", … when taken). The descriptor is non-blocking and close-on-exec.
    /// Errors: NameTooLong; UnsafeDirectory when a directory or another user's file is in the way (nothing is
    /// touched then); PermissionDenied; IoError.
    static Result<SocketBinding> bind(const QString &path);

    /// Takes over a socket that another process has bound at @p path, where it has @p inode, and that this
    /// process has inherited as @p descriptor. Both serve it then; one of them has to disown() it. The
    /// descriptor is owned from here on, on errors, too. Errors: InvalidArgument when it is no listening Unix
    /// socket; NotRunning when the path does not name it (any more).
    static Result<SocketBinding> adopt(FileDescriptor descriptor, const QString &path, quint64 inode);

    SocketBinding(SocketBinding &&other) noexcept;
    SocketBinding &operator=(SocketBinding &&other) noexcept;
    ~SocketBinding();

    [[nodiscard]] const QString &path() const { return m_identity.path(); }

    [[nodiscard]] const FileIdentity &identity() const { return m_identity; }

    /// The listening descriptor, -1 after takeDescriptor() or close().
    [[nodiscard]] int descriptor() const { return m_socket.get(); }

    /// Hands the descriptor to the caller, who closes it — after remove(), so that the inode is not reused.
    [[nodiscard]] FileDescriptor takeDescriptor() { return std::move(m_socket); }

    /// Whether the path still names this socket.
    [[nodiscard]] bool isIntact() const;

    /// Renames the socket file, for a daemon that hands its name over; clients already connected, and those
    /// that know the new path, are not disturbed. A stale socket of ours at @p path is replaced. Errors:
    /// NameTooLong; NotRunning when the file is no longer ours; UnsafeDirectory as bind(); of rename(2).
    Result<void> moveTo(const QString &path);

    /// Unlinks the socket file if it is still this socket; true when it did. Later calls do nothing.
    bool remove();

    /// Leaves the name, and the socket, to a successor: closes the descriptor, if it is still here, and never
    /// removes the file.
    void disown();

    /// Closes the descriptor, if it is still here. Does not remove the file.
    void close() { m_socket.reset(); }

private:
    SocketBinding(FileDescriptor socket, FileIdentity identity);

    FileDescriptor m_socket;
    FileIdentity m_identity;
    bool m_isNamed = true;
};

} // namespace DaemonRpc
