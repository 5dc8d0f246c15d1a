// Dialling a Unix socket.
#pragma once

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/transport/dialer.h>

#include <QDeadlineTimer>
#include <QTimer>

namespace DaemonRpc {

/// Connects to local:/path. Thread-bound. Tells apart what QLocalSocket lumps together: absent, refused,
/// forbidden.
class DAEMONRPC_EXPORT LocalDialer : public Dialer
{
    Q_OBJECT

public:
    explicit LocalDialer(QObject *parent = nullptr);

    void dial(const Address &address, std::chrono::milliseconds timeout) override;
    [[nodiscard]] std::unique_ptr<Stream> takeStream() override;

private:
    void attempt();

    QByteArray m_path;
    FileDescriptor m_socket;
    QDeadlineTimer m_deadline;
    QTimer m_retry;
    Backoff m_backoff;
};

} // namespace DaemonRpc
