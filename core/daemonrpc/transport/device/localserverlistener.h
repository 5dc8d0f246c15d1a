// A listener on QLocalServer, for platforms without Unix sockets.
#pragma once

#include <daemonrpc/transport/listener.h>

#include <QLocalServer>

#include <deque>

namespace DaemonRpc {

/// Accepts from a QLocalServer that the owner has set to listen. Thread-bound.
///
/// The portable implementation. On Unix use DescriptorListener: QLocalServer renames over a live socket and
/// ends after one failed accept (docs/DECISIONS.md).
class DAEMONRPC_EXPORT LocalServerListener : public Listener
{
    Q_OBJECT

public:
    /// Takes @p server, which must be listening.
    explicit LocalServerListener(std::unique_ptr<QLocalServer> server, QObject *parent = nullptr);

    std::unique_ptr<Stream> nextStream() override;
    /// Keeps what the event loop has seen; peers still in the system's queue are refused.
    void stopAccepting() override;

private:
    std::unique_ptr<QLocalServer> m_server;
    std::deque<std::unique_ptr<Stream>> m_waiting; // after stopAccepting()
};

} // namespace DaemonRpc
