// A listener on a listening socket descriptor.
#pragma once

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/transport/listener.h>

#include <QSocketNotifier>
#include <QTimer>

namespace DaemonRpc {

/// Accepts from a listening, non-blocking stream socket that somebody else has bound. Thread-bound.
///
/// Why not QLocalServer: it binds by renaming over a live socket and closes itself after one failed accept.
class DAEMONRPC_EXPORT DescriptorListener : public Listener
{
    Q_OBJECT

public:
    /// Whose the socket is, which a descriptor alone cannot tell.
    enum class Ownership {
        Own,    ///< Nobody else accepts from it: stopAccepting() refuses new peers.
        Shared, ///< A supervisor has it, too, and gives it to the next daemon: stopAccepting() only looks
                ///< away, and whoever waits is served by that one.
    };

    /// Takes @p socket, which must be listening and non-blocking.
    explicit DescriptorListener(FileDescriptor socket, QObject *parent = nullptr)
        : DescriptorListener(std::move(socket), Ownership::Own, parent)
    {}

    DescriptorListener(FileDescriptor socket, Ownership ownership, QObject *parent = nullptr);
    ~DescriptorListener() override;

    std::unique_ptr<Stream> nextStream() override;
    void stopAccepting() override;

private:
    void pauseForResources(int errnoValue);
    void resume();

    FileDescriptor m_socket;
    Ownership m_ownership;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_pause;
    Backoff m_backoff;
    bool m_isStarved = false;
    bool m_isStopped = false;
};

} // namespace DaemonRpc
