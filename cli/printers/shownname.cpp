#include "printers/shownname.h"

#include <QCoreApplication>

namespace DaemonRpc::Cli {

namespace {

// What lupdate is to find; translate() looks the names up by themselves.
[[maybe_unused]] constexpr const char *daemonStates[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfDaemonState", "starting"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfDaemonState", "ready"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfDaemonState", "busy"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfDaemonState", "degraded"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfDaemonState", "draining"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfDaemonState", "unresponsive"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfDaemonState", "dead"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfDaemonState", "stopped"),
};

[[maybe_unused]] constexpr const char *requestStates[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfRequestState", "queued"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfRequestState", "running"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfRequestState", "cancelling"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfRequestState", "finished"),
};

[[maybe_unused]] constexpr const char *connectionStates[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfConnectionState", "handshake"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfConnectionState", "command"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfConnectionState", "rpc"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfConnectionState", "closing"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfConnectionState", "closed"),
};

[[maybe_unused]] constexpr const char *checks[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "path_length"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "runtime_directory"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "files"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "file_system"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "tmp_cleaner"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "sandbox"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "limits"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "version"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "daemon"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "stale_files"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "zombies"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "event_loop"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "worker_pool"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "memory"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "descriptors"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "socket"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheck", "disk"),
};

[[maybe_unused]] constexpr const char *commandSummaries[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCommandSummary", "copies standard input to standard output"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCommandSummary", "prints its arguments"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCommandSummary", "runs PROGRAM with its arguments"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCommandSummary", "prints BYTES bytes"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCommandSummary", "waits SECONDS"),
};

[[maybe_unused]] constexpr const char *checkStatuses[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheckStatus", "ok"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheckStatus", "warning"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheckStatus", "failed"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfCheckStatus", "problem"),
};

[[maybe_unused]] constexpr const char *handlerKinds[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfHandlerKind", "asynchronous"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfHandlerKind", "blocking"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfHandlerKind", "process"),
};

[[maybe_unused]] constexpr const char *errorCodes[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "internal"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "invalid_argument"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "invalid_address"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "name_too_long"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "not_running"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "connection_refused"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "permission_denied"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "peer_not_trusted"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "connection_lost"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "timeout"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "protocol_violation"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "message_too_large"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "daemon_replaced"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "daemon_newer"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "hand_over_limit"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "protocol_mismatch"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "unknown_command"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "cannot_execute"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "program_not_found"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "too_many_connections"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "queue_full"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "draining"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "cancelled"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "spawn_failed"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "already_running"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "unsafe_directory"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "resource_exhausted"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "unsupported"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "io_error"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "unknown_request"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "connection_reset"),
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfErrorCode", "version_mismatch"),
};

[[maybe_unused]] constexpr const char *requesters[] = {
    QT_TRANSLATE_NOOP("DaemonRpc::Cli::NameOfRequester", "its client"),
};

const char *contextOf(NameOf kind)
{
    switch (kind) {
    case NameOf::DaemonState: return "DaemonRpc::Cli::NameOfDaemonState";
    case NameOf::RequestState: return "DaemonRpc::Cli::NameOfRequestState";
    case NameOf::ConnectionState: return "DaemonRpc::Cli::NameOfConnectionState";
    case NameOf::Check: return "DaemonRpc::Cli::NameOfCheck";
    case NameOf::CommandSummary: return "DaemonRpc::Cli::NameOfCommandSummary";
    case NameOf::CheckStatus: return "DaemonRpc::Cli::NameOfCheckStatus";
    case NameOf::HandlerKind: return "DaemonRpc::Cli::NameOfHandlerKind";
    case NameOf::ErrorCode: return "DaemonRpc::Cli::NameOfErrorCode";
    case NameOf::Requester: return "DaemonRpc::Cli::NameOfRequester";
    }
    return "";
}

} // namespace

QString shownName(NameOf kind, const QString &name)
{
    return QCoreApplication::translate(contextOf(kind), name.toUtf8().constData());
}

} // namespace DaemonRpc::Cli
