// The control messages a daemon sends (docs/PROTOCOL.md, "Messages").
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QByteArrayView>

namespace DaemonRpc {

/// The command ended. Value; the payload of a CommandFinished frame, the last of its connection.
struct DAEMONRPC_EXPORT CommandFinished
{
    static constexpr int maxExitCode = 255;
    static constexpr int maxSignal = 64;

    int exitCode = 0;         ///< 0–255; not used when signal is set.
    int signal = 0;           ///< The signal that ended the command, or 0.
    bool isCancelled = false; ///< It ended after it was asked to.
    bool isForced = false;    ///< It did not end within the grace and was ended.

    [[nodiscard]] QByteArray encode() const;
    static Result<CommandFinished> decode(QByteArrayView payload);

    friend bool operator==(const CommandFinished &, const CommandFinished &) = default;
};

/// The command did not run, or its connection failed. The payload of a CommandError frame, the last of its
/// connection: the code, message and context of an Error. Strings are UTF-8, truncated to 8 KiB each; of the
/// context the first 64 steps and 48 KiB are sent. A code that this version does not know is kept as it is.
[[nodiscard]] DAEMONRPC_EXPORT QByteArray encodeCommandError(const Error &error);
[[nodiscard]] DAEMONRPC_EXPORT Result<Error> decodeCommandError(QByteArrayView payload);

/// More standard input may be sent. Value; the payload of an InputWanted frame.
struct DAEMONRPC_EXPORT InputWanted
{
    /// The most that one message grants, so that sums cannot overflow.
    static constexpr qint64 maxBytes = qint64(1) << 32;

    qint64 bytes = 0; ///< In addition to what was granted before; 1 to maxBytes.

    [[nodiscard]] QByteArray encode() const;
    static Result<InputWanted> decode(QByteArrayView payload);

    friend bool operator==(const InputWanted &, const InputWanted &) = default;
};

/// Something for the person who waits. Value; the payload of a Notice frame.
struct DAEMONRPC_EXPORT Notice
{
    enum class Kind : quint8 { Information = 0, Queued = 1, Draining = 2, Degraded = 3, Cancelling = 4 };

    Kind kind = Kind::Information;
    QString text;     ///< One sentence, UTF-8 on the wire, truncated to 8 KiB.
    qint64 value = 0; ///< Queued: place in the queue from 1. Cancelling: the grace in ms. Else 0.

    [[nodiscard]] QByteArray encode() const;
    /// A kind that this version does not know becomes Information.
    static Result<Notice> decode(QByteArrayView payload);

    friend bool operator==(const Notice &, const Notice &) = default;
};

} // namespace DaemonRpc
