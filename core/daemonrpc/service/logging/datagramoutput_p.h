// Log lines for the journal or the syslog.
#pragma once

#include "logoutput_p.h"

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/base/filedescriptor.h>

#include <QByteArray>
#include <QString>

#include <chrono>

namespace DaemonRpc {

/// Sends each line as one datagram to a local socket. Never waits: when the receiver is slow or away the line
/// is lost. A receiver that was restarted is found again with the next line, an absent one is looked for with
/// growing pauses.
///
/// libsystemd and syslog(3) are not used: both send blocking, so that a stalled receiver would stall the
/// daemon.
class DatagramOutput : public LogOutput
{
public:
    explicit DatagramOutput(const QString &socketPath);

    [[nodiscard]] bool write(QByteArrayView datagram) override;

private:
    [[nodiscard]] bool connect();
    [[nodiscard]] bool send(QByteArrayView datagram);

    QByteArray m_path;
    FileDescriptor m_socket;
    Backoff m_pauses;
    std::chrono::steady_clock::time_point m_retryAt;
};

} // namespace DaemonRpc
