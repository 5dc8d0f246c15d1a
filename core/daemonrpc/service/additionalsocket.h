// One more socket that a daemon listens on, where the configuration says.
#pragma once

#include <daemonrpc/instance/socketbinding.h>
#include <daemonrpc/service/export.h>

namespace DaemonRpc {

/// A listening socket beside the one in the runtime directory. Value (movable only); removes its file when
/// destroyed, if that is still its own.
///
/// Clients that are not daemon-rpc find it at a path of the operator's choice, with the permissions of the
/// operator's choice. It is bound under another name, given its permissions and renamed into place: nobody
/// ever finds it with wider ones, or finds none while a daemon is replaced by its successor.
class DAEMONRPC_SERVICE_EXPORT AdditionalSocket
{
public:
    /// What to do when a process already answers at the path.
    enum class WhenServed {
        Refuse, ///< It is somebody else's.
        Take,   ///< It is the predecessor's, which gives way.
    };

    /// Binds and listens at @p path, with @p permissions (as chmod(2)). Errors: AlreadyRunning when somebody
    /// answers there; those of SocketBinding; of chmod(2).
    static Result<AdditionalSocket> bind(const QString &path, quint32 permissions, WhenServed whenServed);

    [[nodiscard]] const QString &path() const { return m_binding.path(); }

    /// For the listener; once.
    [[nodiscard]] FileDescriptor takeDescriptor() { return m_binding.takeDescriptor(); }

private:
    explicit AdditionalSocket(SocketBinding binding)
        : m_binding(std::move(binding))
    {}

    SocketBinding m_binding;
};

} // namespace DaemonRpc
