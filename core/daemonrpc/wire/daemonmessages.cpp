#include <daemonrpc/wire/cborreader_p.h>
#include <daemonrpc/wire/cborwriter_p.h>
#include <daemonrpc/wire/daemonmessages.h>

#include <limits>

namespace DaemonRpc {

static constexpr qsizetype maxTextBytes = 8 * 1024;
// A CommandError stays under FrameLimits::controlBytes whatever its context is.
static constexpr qsizetype maxContextSteps = 64;
static constexpr qsizetype maxContextBytes = 48 * 1024;

static constexpr quint64 maxErrorCode = 0xffff;

namespace FinishedKey {
enum : int { ExitCode = 1, Signal = 2, IsCancelled = 3, IsForced = 4 };
}

namespace ErrorKey {
enum : int { Code = 1, Message = 2, Context = 3 };
}

namespace InputWantedKey {
enum : int { Bytes = 1 };
}

namespace NoticeKey {
enum : int { Kind = 1, Text = 2, Value = 3 };
}

QByteArray CommandFinished::encode() const
{
    Q_ASSERT(signal >= 0 && signal <= maxSignal);
    Q_ASSERT(signal != 0 || (exitCode >= 0 && exitCode <= maxExitCode));
    CborWriter writer;
    if (signal != 0)
        writer.writeUnsigned(FinishedKey::Signal, static_cast<quint64>(signal));
    else
        writer.writeUnsigned(FinishedKey::ExitCode, static_cast<quint64>(exitCode));
    if (isCancelled)
        writer.writeTrue(FinishedKey::IsCancelled);
    if (isForced)
        writer.writeTrue(FinishedKey::IsForced);
    return writer.finish();
}

Result<CommandFinished> CommandFinished::decode(QByteArrayView payload)
{
    CommandFinished message;
    CborReader reader("CommandFinished", payload);
    while (const std::optional<int> key = reader.nextKey()) {
        switch (*key) {
        case FinishedKey::ExitCode:
            message.exitCode = static_cast<int>(reader.readUnsigned("exit code", 0, maxExitCode));
            break;
        case FinishedKey::Signal:
            message.signal = static_cast<int>(reader.readUnsigned("signal", 1, maxSignal));
            break;
        case FinishedKey::IsCancelled: message.isCancelled = reader.readBool("is cancelled"); break;
        case FinishedKey::IsForced: message.isForced = reader.readBool("is forced"); break;
        default: reader.skipValue();
        }
    }
    // Success is never guessed: a map that says neither is not an exit code of 0.
    if (reader.hasKey(FinishedKey::ExitCode) == reader.hasKey(FinishedKey::Signal))
        reader.fail(QStringLiteral("exactly one of key 1 (exit code) and key 2 (signal) must be present"));
    if (!reader.finish())
        return unexpected(reader.error());
    return message;
}

QByteArray encodeCommandError(const Error &error)
{
    CborWriter writer(256);
    writer.writeUnsigned(ErrorKey::Code, static_cast<quint64>(error.code()));
    writer.writeText(ErrorKey::Message, error.message(), maxTextBytes);
    if (!error.context().isEmpty()) {
        writer.writeTextList(ErrorKey::Context, error.context(), maxContextSteps, maxTextBytes,
                             maxContextBytes);
    }
    return writer.finish();
}

Result<Error> decodeCommandError(QByteArrayView payload)
{
    quint64 code = 0;
    QString message;
    QStringList context;
    CborReader reader("CommandError", payload);
    while (const std::optional<int> key = reader.nextKey()) {
        switch (*key) {
        // A code from a newer daemon is kept: errorCodeName() and the message still say what happened.
        case ErrorKey::Code: code = reader.readUnsigned("code", 1, maxErrorCode); break;
        case ErrorKey::Message: message = reader.readText("message", maxTextBytes); break;
        case ErrorKey::Context:
            context = reader.readTextList("context", maxContextSteps, maxTextBytes);
            break;
        default: reader.skipValue();
        }
    }
    reader.require(ErrorKey::Code, "code");
    reader.require(ErrorKey::Message, "message");
    if (!reader.finish())
        return unexpected(reader.error());
    return Error(static_cast<ErrorCode>(code), message, context);
}

QByteArray InputWanted::encode() const
{
    Q_ASSERT(bytes >= 1 && bytes <= maxBytes);
    CborWriter writer;
    writer.writeUnsigned(InputWantedKey::Bytes, static_cast<quint64>(bytes));
    return writer.finish();
}

Result<InputWanted> InputWanted::decode(QByteArrayView payload)
{
    InputWanted message;
    CborReader reader("InputWanted", payload);
    while (const std::optional<int> key = reader.nextKey()) {
        if (*key == InputWantedKey::Bytes)
            message.bytes = static_cast<qint64>(reader.readUnsigned("bytes", 1, maxBytes));
        else
            reader.skipValue();
    }
    reader.require(InputWantedKey::Bytes, "bytes");
    if (!reader.finish())
        return unexpected(reader.error());
    return message;
}

QByteArray Notice::encode() const
{
    Q_ASSERT(value >= 0);
    CborWriter writer;
    writer.writeUnsigned(NoticeKey::Kind, static_cast<quint64>(kind));
    writer.writeText(NoticeKey::Text, text, maxTextBytes);
    if (value != 0)
        writer.writeUnsigned(NoticeKey::Value, static_cast<quint64>(value));
    return writer.finish();
}

Result<Notice> Notice::decode(QByteArrayView payload)
{
    Notice message;
    CborReader reader("Notice", payload);
    while (const std::optional<int> key = reader.nextKey()) {
        switch (*key) {
        case NoticeKey::Kind: {
            const quint64 kind = reader.readUnsigned("kind", 0, 255);
            // A kind from a newer daemon still has a sentence to show.
            if (kind <= static_cast<quint64>(Kind::Cancelling))
                message.kind = static_cast<Kind>(kind);
            break;
        }
        case NoticeKey::Text: message.text = reader.readText("text", maxTextBytes); break;
        case NoticeKey::Value:
            message.value =
                static_cast<qint64>(reader.readUnsigned("value", 0, std::numeric_limits<qint64>::max()));
            break;
        default: reader.skipValue();
        }
    }
    reader.require(NoticeKey::Kind, "kind");
    reader.require(NoticeKey::Text, "text");
    if (!reader.finish())
        return unexpected(reader.error());
    return message;
}

} // namespace DaemonRpc
