#include "logging_p.h"

#include <daemonrpc/session/daemonsession.h>
#include <daemonrpc/wire/clientmessages.h>

namespace DaemonRpc {

DaemonSession::DaemonSession(std::unique_ptr<Stream> stream, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_channel(std::move(stream), FrameLimits::beforeVersionCheck())
{
    connect(&m_channel, &FrameChannel::frameReceived, this, &DaemonSession::onFrame);
    m_channel.expectDialects();
    connect(&m_channel, &FrameChannel::otherDialect, this, &DaemonSession::otherDialect);
    connect(&m_channel, &FrameChannel::ended, this, &DaemonSession::onPeerEnd);
    connect(&m_channel, &FrameChannel::failed, this, [this](const Error &error) {
        const bool isPeersFault =
            error.code() == ErrorCode::ProtocolViolation || error.code() == ErrorCode::MessageTooLarge;
        if (isPeersFault)
            violate(error);
        else
            onPeerEnd();
    });
    connect(&m_channel, &FrameChannel::sent, this, &DaemonSession::sent);
    connect(&m_channel, &FrameChannel::closed, this, &DaemonSession::closed);
}

void DaemonSession::start() { m_channel.setReading(true); }

void DaemonSession::accept(const VersionCheck &own)
{
    Q_ASSERT(m_state == State::AwaitingVersion);
    m_channel.setLimits(FrameLimits::daemonSide(m_limits));
    m_state = State::AwaitingCommand;
    m_channel.send(FrameType::VersionCheck, own.encode());
}

void DaemonSession::refuse(const VersionCheck &own, const Error &error)
{
    setVersion(own);
    fail(error);
}

void DaemonSession::sendOutput(QByteArrayView bytes)
{
    if (m_state == State::Running)
        m_channel.sendChunks(FrameType::OutputChunk, bytes);
}

void DaemonSession::sendErrorOutput(QByteArrayView bytes)
{
    if (m_state == State::Running)
        m_channel.sendChunks(FrameType::ErrorChunk, bytes);
}

void DaemonSession::sendNotice(const Notice &notice)
{
    if (m_state != State::AwaitingVersion && m_state != State::Closing)
        m_channel.send(FrameType::Notice, notice.encode());
}

void DaemonSession::grantInput(qint64 bytes)
{
    if (m_state != State::Running || m_inputHasEnded || bytes <= 0)
        return;
    const InputWanted wanted{qMin(bytes, InputWanted::maxBytes)};
    m_inputGranted += wanted.bytes;
    m_channel.send(FrameType::InputWanted, wanted.encode());
}

void DaemonSession::sendRpc(QByteArrayView message)
{
    if (m_state == State::Rpc)
        m_channel.send(FrameType::Rpc, message);
}

void DaemonSession::finish(const CommandFinished &finished)
{
    if (m_state == State::Closing)
        return;
    m_channel.send(FrameType::CommandFinished, finished.encode());
    close();
}

void DaemonSession::fail(const Error &error)
{
    if (m_state == State::Closing)
        return;
    if (m_state == State::AwaitingVersion)
        m_channel.send(FrameType::VersionCheck, m_ownVersion.encode());
    m_channel.send(FrameType::CommandError, encodeCommandError(error));
    close();
}

void DaemonSession::close()
{
    m_state = State::Closing;
    m_channel.stopReceiving();
    m_channel.closeWhenSent();
}

void DaemonSession::violate(const Error &error)
{
    if (m_state == State::Closing)
        return;
    qCDebug(lcSession).noquote() << "the client broke the protocol:" << error.message();
    fail(error);
    Q_EMIT violated(error);
}

void DaemonSession::onPeerEnd()
{
    if (m_state == State::Closing)
        return;
    m_state = State::Closing;
    qCDebug(lcSession) << "the client is gone";
    m_channel.stopReceiving();
    Q_EMIT peerGone();
}

void DaemonSession::onFrame(FrameType type, QByteArrayView payload)
{
    switch (type) {
    case FrameType::VersionCheck: onVersionCheck(payload); return;
    case FrameType::Command: onCommand(payload); return;
    case FrameType::InputChunk: onInput(payload); return;
    case FrameType::Cancel: onCancel(payload); return;
    case FrameType::Resize: onResize(payload); return;
    case FrameType::Rpc:
        if (m_state == State::AwaitingCommand)
            m_state = State::Rpc;
        if (m_state == State::Rpc)
            Q_EMIT rpcReceived(payload);
        else
            violate(Error(ErrorCode::ProtocolViolation, QStringLiteral("an Rpc message came out of order")));
        return;
    default: break;
    }
    violate(Error(ErrorCode::ProtocolViolation, QStringLiteral("a message of type 0x%1 came out of order")
                                                    .arg(static_cast<int>(type), 2, 16, QChar(u'0'))));
}

void DaemonSession::onVersionCheck(QByteArrayView payload)
{
    if (std::exchange(m_hasPeerVersion, true)) {
        violate(Error(ErrorCode::ProtocolViolation, QStringLiteral("VersionCheck came twice")));
        return;
    }
    const Result<VersionCheck> version = VersionCheck::decode(payload);
    if (!version)
        violate(version.error());
    else
        Q_EMIT versionReceived(*version);
}

void DaemonSession::onCommand(QByteArrayView payload)
{
    if (m_state != State::AwaitingCommand) {
        violate(Error(ErrorCode::ProtocolViolation, QStringLiteral("Command came out of order")));
        return;
    }
    const Result<Command> command = Command::decode(payload);
    if (!command) {
        violate(command.error());
        return;
    }
    m_state = State::Running;
    m_inputHasEnded = !command->hasInput;
    Q_EMIT commandReceived(*command);
}

void DaemonSession::onInput(QByteArrayView payload)
{
    if (m_state != State::Running || m_inputHasEnded || payload.size() > m_inputGranted) {
        violate(Error(ErrorCode::ProtocolViolation,
                      QStringLiteral("standard input came that was not asked for")));
        return;
    }
    if (payload.isEmpty()) {
        m_inputHasEnded = true;
        Q_EMIT inputFinished();
        return;
    }
    m_inputGranted -= payload.size();
    Q_EMIT inputReceived(payload);
}

void DaemonSession::onCancel(QByteArrayView payload)
{
    const Result<Cancel> cancel = Cancel::decode(payload);
    if (m_state != State::Running || !cancel) {
        violate(cancel ? Error(ErrorCode::ProtocolViolation, QStringLiteral("Cancel came out of order"))
                       : cancel.error());
        return;
    }
    Q_EMIT cancelRequested(cancel->signal);
}

void DaemonSession::onResize(QByteArrayView payload)
{
    const Result<Resize> resize = Resize::decode(payload);
    if (m_state != State::Running || !resize) {
        violate(resize ? Error(ErrorCode::ProtocolViolation, QStringLiteral("Resize came out of order"))
                       : resize.error());
        return;
    }
    Q_EMIT resized(resize->columns, resize->rows);
}

} // namespace DaemonRpc
