#include <daemonrpc/base/error.h>

namespace DaemonRpc {

bool isRetryable(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotRunning:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::Timeout:
    case ErrorCode::DaemonReplaced:
    case ErrorCode::HandOverLimit:
    case ErrorCode::TooManyConnections:
    case ErrorCode::QueueFull:
    case ErrorCode::Draining:
    case ErrorCode::ResourceExhausted:
    case ErrorCode::ConnectionReset: return true;
    default: return false;
    }
}

bool isBeforeStart(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotRunning:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::DaemonReplaced:
    case ErrorCode::HandOverLimit:
    case ErrorCode::TooManyConnections:
    case ErrorCode::QueueFull:
    case ErrorCode::Draining:
    case ErrorCode::ConnectionReset: return true;
    default: return false;
    }
}

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal: return QStringLiteral("internal");
    case ErrorCode::InvalidArgument: return QStringLiteral("invalid_argument");
    case ErrorCode::InvalidAddress: return QStringLiteral("invalid_address");
    case ErrorCode::NameTooLong: return QStringLiteral("name_too_long");
    case ErrorCode::NotRunning: return QStringLiteral("not_running");
    case ErrorCode::ConnectionRefused: return QStringLiteral("connection_refused");
    case ErrorCode::PermissionDenied: return QStringLiteral("permission_denied");
    case ErrorCode::PeerNotTrusted: return QStringLiteral("peer_not_trusted");
    case ErrorCode::ConnectionLost: return QStringLiteral("connection_lost");
    case ErrorCode::Timeout: return QStringLiteral("timeout");
    case ErrorCode::ProtocolViolation: return QStringLiteral("protocol_violation");
    case ErrorCode::MessageTooLarge: return QStringLiteral("message_too_large");
    case ErrorCode::DaemonReplaced: return QStringLiteral("daemon_replaced");
    case ErrorCode::DaemonNewer: return QStringLiteral("daemon_newer");
    case ErrorCode::HandOverLimit: return QStringLiteral("hand_over_limit");
    case ErrorCode::ProtocolMismatch: return QStringLiteral("protocol_mismatch");
    case ErrorCode::UnknownCommand: return QStringLiteral("unknown_command");
    case ErrorCode::CannotExecute: return QStringLiteral("cannot_execute");
    case ErrorCode::ProgramNotFound: return QStringLiteral("program_not_found");
    case ErrorCode::TooManyConnections: return QStringLiteral("too_many_connections");
    case ErrorCode::QueueFull: return QStringLiteral("queue_full");
    case ErrorCode::Draining: return QStringLiteral("draining");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::SpawnFailed: return QStringLiteral("spawn_failed");
    case ErrorCode::AlreadyRunning: return QStringLiteral("already_running");
    case ErrorCode::UnsafeDirectory: return QStringLiteral("unsafe_directory");
    case ErrorCode::ResourceExhausted: return QStringLiteral("resource_exhausted");
    case ErrorCode::Unsupported: return QStringLiteral("unsupported");
    case ErrorCode::IoError: return QStringLiteral("io_error");
    case ErrorCode::UnknownRequest: return QStringLiteral("unknown_request");
    case ErrorCode::ConnectionReset: return QStringLiteral("connection_reset");
    case ErrorCode::VersionMismatch: return QStringLiteral("version_mismatch");
    }
    return QStringLiteral("error_%1").arg(static_cast<int>(code)); // a code from a newer peer
}

Error::Error(ErrorCode code, QString message, QStringList context)
    : m_code(code)
    , m_message(std::move(message))
    , m_context(std::move(context))
{}

Error Error::withContext(const QString &step) const
{
    Error copy = *this;
    copy.m_context.append(step);
    return copy;
}

QString Error::toString() const
{
    QString text = m_message;
    for (const QString &step : m_context)
        text += QStringLiteral("\n  while ") + step;
    return text;
}

} // namespace DaemonRpc
