// How a starting daemon tells the client that started it how it went.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>

#include <QByteArray>

namespace DaemonRpc {

/// One line on the readiness channel. Value.
struct DAEMONRPC_EXPORT ReadinessMessage
{
    enum class Kind {
        Ready,          ///< "ready": the daemon listens.
        AlreadyRunning, ///< "already-running <detail>": another process is the daemon; as good as ready.
        Failed,         ///< "failed <reason>"
    };

    static constexpr int maxBytes = 8192; ///< A whole line. Fits a pipe's buffer, so writing it never blocks.

    Kind kind = Kind::Ready;
    QString text; ///< Detail or reason; may have several lines.

    /// The line with its newline; newlines and backslashes in the text are escaped, a text too long is cut.
    [[nodiscard]] QByteArray toLine() const;

    /// Parses a line (without or with its newline). Errors: ProtocolViolation.
    static Result<ReadinessMessage> fromLine(const QByteArray &line);

    friend bool operator==(const ReadinessMessage &, const ReadinessMessage &) = default;
};

/// The daemon's end, from `--ready-fd N`. Value (movable only).
///
/// Says one thing at most, then closes; every further call does nothing. Destroyed without a word it just
/// closes, which the client takes for a failed start. A client that is gone is no error and raises no
/// SIGPIPE.
///
///     ReadinessChannel readiness(options.readyFd); // -1 when nobody waits
///     if (const Result<void> started = daemon.start(); !started)
///         readiness.failed(started.error().message());
///     else
///         readiness.ready();
class DAEMONRPC_EXPORT ReadinessChannel
{
public:
    /// Takes ownership of @p fd when it is a pipe or socket, and marks it close-on-exec so that no child of
    /// the daemon keeps the client waiting. Anything else is left alone, and isOpen() is false.
    explicit ReadinessChannel(int fd = -1);

    ReadinessChannel(ReadinessChannel &&) noexcept = default;
    ReadinessChannel &operator=(ReadinessChannel &&) noexcept = default;
    ~ReadinessChannel() = default;

    [[nodiscard]] bool isOpen() const { return m_fd.isValid(); }

    void ready();
    void alreadyRunning(const QString &detail);
    void failed(const QString &reason);

private:
    void say(const ReadinessMessage &message);

    FileDescriptor m_fd;
};

} // namespace DaemonRpc
