// What the tests of the wire room share.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/wire/clientmessages.h>
#include <daemonrpc/wire/command.h>
#include <daemonrpc/wire/daemonmessages.h>
#include <daemonrpc/wire/versioncheck.h>

#include <QCborMap>
#include <QCborValue>

#include <functional>

namespace WireTesting {

inline QByteArray cbor(const QCborMap &map) { return QCborValue(map).toCbor(); }

/// The error's message, or nothing; for the description of a failed check.
template <typename T>
QByteArray errorText(const DaemonRpc::Result<T> &result)
{
    return result ? QByteArray() : result.error().message().toUtf8();
}

/// One message type as the tests that treat all of them alike see it.
struct MessageCodec
{
    const char *name;
    QByteArray valid; ///< A payload that sets every member.
    /// Decodes and gives the encoding of the result, or the error.
    std::function<DaemonRpc::Result<QByteArray>(QByteArrayView)> reencode;
};

template <typename Message>
MessageCodec codecFor(const char *name, const Message &message)
{
    return {name, message.encode(), [](QByteArrayView payload) -> DaemonRpc::Result<QByteArray> {
                const DaemonRpc::Result<Message> decoded = Message::decode(payload);
                if (!decoded)
                    return DaemonRpc::unexpected(decoded.error());
                return decoded->encode();
            }};
}

inline DaemonRpc::VersionCheck fullVersionCheck()
{
    DaemonRpc::VersionCheck message;
    message.protocolMin = 1;
    message.protocolMax = 3;
    message.buildTimestampMs = 1'700'000'000'000;
    message.buildId = QByteArray::fromHex("00ff10a0");
    message.capabilities = {"input", "resize"};
    message.intent = DaemonRpc::Intent::Replace;
    message.policy = DaemonRpc::VersionPolicy::Ignore;
    message.startReason = DaemonRpc::StartReason::Reconnect;
    message.requestId = 0xffff'ffff'ffff'ffff;
    return message;
}

inline DaemonRpc::Command fullCommand()
{
    DaemonRpc::Command command({"exec", "make", "", "-j4"});
    command.environment = {"A=1", "EMPTY=", "PATH=/usr/bin:/bin"};
    command.workingDirectory = "/src";
    command.umask = 077;
    command.timeout = std::chrono::milliseconds(1500);
    command.hasInput = true;
    command.terminal = {true, true, true, 80, 24, "xterm-256color"};
    return command;
}

/// Every message that is a CBOR map, each with all its members set.
inline QList<MessageCodec> allCodecs()
{
    using namespace DaemonRpc;
    const Error error(ErrorCode::UnknownCommand, QStringLiteral("no command \"x\""),
                      {QStringLiteral("running it"), QStringLiteral("serving request 7")});
    CommandFinished finished;
    finished.signal = 15;
    finished.isCancelled = true;
    finished.isForced = true;
    const MessageCodec commandError{"CommandError", encodeCommandError(error),
                                    [](QByteArrayView payload) -> Result<QByteArray> {
                                        const Result<Error> decoded = decodeCommandError(payload);
                                        if (!decoded)
                                            return unexpected(decoded.error());
                                        return encodeCommandError(*decoded);
                                    }};
    return {codecFor("VersionCheck", fullVersionCheck()),
            codecFor("Command", fullCommand()),
            commandError,
            codecFor("CommandFinished", finished),
            codecFor("InputWanted", InputWanted{65536}),
            codecFor("Cancel", Cancel{15}),
            codecFor("Resize", Resize{132, 50}),
            codecFor("Notice", Notice{Notice::Kind::Queued, QStringLiteral("queued behind 3"), 4})};
}

} // namespace WireTesting
