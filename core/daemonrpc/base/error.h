// What went wrong, as a value.
#pragma once

#include <daemonrpc/base/export.h>

#include <QString>
#include <QStringList>

namespace DaemonRpc {

/// The closed set of errors. The numbers travel in CommandError messages: they never change meaning.
///
/// Each code says what the caller should do next; isRetryable() says whether the same call can succeed later.
enum class ErrorCode : int {
    Internal = 1,          ///< A defect in daemon-rpc. Report it.
    InvalidArgument = 2,   ///< The caller passed something that can never work. Correct the call.
    InvalidAddress = 3,    ///< An address or daemon id does not parse. Correct it.
    NameTooLong = 4,       ///< A socket path exceeds the system's limit. Choose a shorter runtime directory.
    NotRunning = 5,        ///< No daemon has this id (no socket). Start one.
    ConnectionRefused = 6, ///< A socket is left over from a daemon that is gone. Start one.
    PermissionDenied =
        7, ///< The operating system forbids it. Fix the permissions; starting a daemon cannot help.
    PeerNotTrusted = 8,     ///< The other side runs as another user. Do not talk to it.
    ConnectionLost = 9,     ///< The stream ended before the request did. The command may have run.
    Timeout = 10,           ///< A deadline passed. Retry with a longer one.
    ProtocolViolation = 11, ///< The peer sent bytes that the protocol forbids. The connection is closed.
    MessageTooLarge = 12,   ///< A message exceeds the limit for its type. Send less.
    DaemonReplaced =
        13, ///< The daemon is older than the client and has handed over. Start the new one, call again.
    DaemonNewer = 14,      ///< The daemon is newer than the client. Update the client.
    HandOverLimit = 15,    ///< Two builds replace each other too often. Wait, or use another version policy.
    ProtocolMismatch = 16, ///< No protocol version in common. Update the older side.
    UnknownCommand = 17,   ///< The daemon has no command of this name. See the names in the message.
    CannotExecute = 18,    ///< The program exists but cannot be run.
    ProgramNotFound = 19,  ///< The program to run does not exist.
    TooManyConnections = 20, ///< A connection limit is reached. Retry later.
    QueueFull = 21,          ///< The queue of waiting requests is full. Retry later.
    Draining = 22,        ///< The daemon finishes what runs and accepts nothing new. Retry: a new one serves.
    Cancelled = 23,       ///< The request was cancelled before it produced an exit code.
    SpawnFailed = 24,     ///< The daemon could not be started; the message has its reason and log.
    AlreadyRunning = 25,  ///< Another process owns this daemon id. Use that one.
    UnsafeDirectory = 26, ///< A directory or file is a link, not ours or open to others. Fix or remove it.
    ResourceExhausted = 27, ///< Out of descriptors, memory or disk. Free some, retry.
    Unsupported = 28,       ///< This build or platform cannot do it.
    IoError = 29,           ///< An input or output operation failed for another reason.
    UnknownRequest = 30,    ///< No running request has this id. See the list of requests.
    ConnectionReset = 31,   ///< The peer ended with bytes of ours unread: it did not act on them. Retry.
    VersionMismatch = 32,   ///< The daemon is of another build, and a reconnect may not replace it.
};

/// Whether repeating the same call, unchanged, can succeed.
DAEMONRPC_EXPORT bool isRetryable(ErrorCode code);

/// Whether @p code is retryable and says besides that nothing was begun: no daemon was reached, or it turned
/// the call away. A handler that fails its request with such a code says the same.
DAEMONRPC_EXPORT bool isBeforeStart(ErrorCode code);

/// The name of @p code in snake_case, as used in JSON and logs ("unknown_command").
DAEMONRPC_EXPORT QString errorCodeName(ErrorCode code);

/// An error: a code for programs, one sentence for people, and the chain of what was being done.
///
/// Value. The message is a complete sentence fragment without a trailing period; it names the thing concerned
/// and, where there is one, the remedy. The context chain runs from the innermost step outwards.
///
///     return unexpected(Error(ErrorCode::NotRunning, tr("no daemon \"%1\" is running").arg(id)));
class DAEMONRPC_EXPORT Error
{
public:
    Error(ErrorCode code, QString message, QStringList context = {});

    [[nodiscard]] ErrorCode code() const { return m_code; }

    [[nodiscard]] const QString &message() const { return m_message; }

    [[nodiscard]] const QStringList &context() const { return m_context; }

    /// The same error with one more step of context, @p step being what the caller was doing.
    [[nodiscard]] Error withContext(const QString &step) const;

    /// The message followed by the context chain, for logs and --verbose.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Error &, const Error &) = default;

private:
    ErrorCode m_code;
    QString m_message;
    QStringList m_context;
};

} // namespace DaemonRpc
