// Names of the protocol as people read them.
#pragma once

#include <QString>

namespace DaemonRpc::Cli {

/// Whose name it is.
enum class NameOf {
    DaemonState,     ///< "ready"
    RequestState,    ///< "running"
    ConnectionState, ///< "handshake"
    Check,           ///< "path_length", of the doctor or of a daemon's health
    CheckStatus,     ///< "ok"
    CommandSummary,  ///< "prints its arguments", of a stock command
    HandlerKind,     ///< "blocking"
    ErrorCode,       ///< "queue_full"
    Requester,       ///< "its client", of a cancellation
};

/// @p name in the language of the person; unchanged when it is not known, by an older client for example.
/// What is printed for programs keeps the name.
[[nodiscard]] QString shownName(NameOf kind, const QString &name);

} // namespace DaemonRpc::Cli
