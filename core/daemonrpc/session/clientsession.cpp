#include "logging_p.h"

#include <daemonrpc/session/clientsession.h>
#include <daemonrpc/wire/clientmessages.h>

namespace DaemonRpc {

// More than any sensible daemon grants; keeps the sum of hostile grants in range.
static constexpr qint64 maxInputWanted = 1LL << 40;

ClientSession::ClientSession(std::unique_ptr<Stream> stream, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_channel(std::move(stream), FrameLimits::beforeVersionCheck())
{
    m_channel.expectDialects();
    connect(&m_channel, &FrameChannel::otherDialect, this, &ClientSession::onForeignBytes);
    connect(&m_channel, &FrameChannel::frameReceived, this, &ClientSession::onFrame);
    connect(&m_channel, &FrameChannel::ended, this, &ClientSession::onEnd);
    connect(&m_channel, &FrameChannel::failed, this, [this](const Error &error) {
        // Before its version was said and with our bytes unread, the daemon cannot have started the command:
        // the last byte of it is what starts it.
        const bool isUntouched =
            error.code() == ErrorCode::ConnectionReset && !m_isAccepted && !m_hasSentMore;
        if (error.code() == ErrorCode::ConnectionLost ||
            (error.code() == ErrorCode::ConnectionReset && !isUntouched))
            onEnd();
        else
            end(error);
    });
}

void ClientSession::startCommand(const VersionCheck &own, const Command &command)
{
    m_hasInput = command.hasInput;
    m_inputHasEnded = !m_hasInput;
    m_channel.send(FrameType::VersionCheck, own.encode());
    m_channel.send(FrameType::Command, command.encode());
    m_channel.flush();
    m_channel.setReading(true);
}

void ClientSession::startRpc(const VersionCheck &own, QByteArrayView firstMessage)
{
    m_isRpc = true;
    m_channel.send(FrameType::VersionCheck, own.encode());
    if (!firstMessage.isEmpty())
        m_channel.send(FrameType::Rpc, firstMessage);
    m_channel.flush();
    m_channel.setReading(true);
}

void ClientSession::sendRpc(QByteArrayView message)
{
    if (m_isOver)
        return;
    m_hasSentMore = true;
    m_channel.send(FrameType::Rpc, message);
}

void ClientSession::sendInput(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= m_inputWanted);
    if (m_inputHasEnded || m_isOver)
        return;
    m_inputWanted -= bytes.size();
    m_channel.sendChunks(FrameType::InputChunk, bytes);
}

void ClientSession::finishInput()
{
    // Not before the daemon has answered: a reset must leave no doubt that it concerns the first write.
    if (!std::exchange(m_inputHasEnded, true) && !m_isOver && m_isAccepted)
        m_channel.send(FrameType::InputChunk, {});
}

void ClientSession::cancel(int signal)
{
    if (m_isOver)
        return;
    m_hasSentMore = true;
    m_channel.send(FrameType::Cancel, Cancel{signal}.encode());
    m_channel.flush();
}

void ClientSession::resize(quint16 columns, quint16 rows)
{
    if (m_isOver)
        return;
    m_hasSentMore = true;
    m_channel.send(FrameType::Resize, Resize{columns, rows}.encode());
}

// A command's connection takes no Rpc, and an Rpc connection takes no output.
bool ClientSession::isExpected(FrameType type) const
{
    switch (type) {
    case FrameType::OutputChunk:
    case FrameType::ErrorChunk:
    case FrameType::InputWanted:
    case FrameType::CommandFinished: return !m_isRpc;
    case FrameType::Rpc: return m_isRpc;
    default: return true;
    }
}

void ClientSession::onFrame(FrameType type, QByteArrayView payload)
{
    if (m_mismatch && type != FrameType::CommandError) {
        end(*m_mismatch);
        return;
    }
    if (!isExpected(type)) {
        end(Error(ErrorCode::ProtocolViolation,
                  tr("the daemon sent a message that this kind of connection does not take")));
        return;
    }
    switch (type) {
    case FrameType::VersionCheck: onVersionCheck(payload); return;
    case FrameType::OutputChunk: Q_EMIT outputReceived(payload); return;
    case FrameType::ErrorChunk: Q_EMIT errorOutputReceived(payload); return;
    case FrameType::Rpc: Q_EMIT rpcReceived(payload); return;
    case FrameType::InputWanted:
        if (const Result<InputWanted> wanted = InputWanted::decode(payload)) {
            m_inputWanted = qMin(m_inputWanted + wanted->bytes, maxInputWanted);
            Q_EMIT inputWantedChanged();
        } else {
            end(wanted.error());
        }
        return;
    case FrameType::Notice:
        if (const Result<Notice> notice = Notice::decode(payload))
            Q_EMIT noticeReceived(*notice);
        else
            end(notice.error());
        return;
    case FrameType::CommandFinished:
        if (const Result<CommandFinished> finishedMessage = CommandFinished::decode(payload)) {
            m_isOver = true;
            m_channel.stopReceiving();
            Q_EMIT finished(*finishedMessage);
        } else {
            end(finishedMessage.error());
        }
        return;
    case FrameType::CommandError: {
        const Result<Error> error = decodeCommandError(payload);
        end(error ? *error : error.error());
        return;
    }
    default: break;
    }
    end(Error(ErrorCode::ProtocolViolation, tr("the daemon sent a message that only clients send")));
}

void ClientSession::onVersionCheck(QByteArrayView payload)
{
    const Result<VersionCheck> version = VersionCheck::decode(payload);
    if (!version || m_isAccepted) {
        end(version ? Error(ErrorCode::ProtocolViolation, tr("the daemon sent VersionCheck twice"))
                    : version.error());
        return;
    }
    m_channel.setLimits(FrameLimits::clientSide(m_limits));
    if (version->protocolMin > protocolVersion || version->protocolMax < protocolVersion) {
        // The daemon's own word says what comes of it: it may have given way to a newer one.
        m_mismatch =
            Error(ErrorCode::ProtocolMismatch,
                  tr("the daemon speaks protocol versions %1 to %2, this client %3; update the older one")
                      .arg(version->protocolMin)
                      .arg(version->protocolMax)
                      .arg(protocolVersion));
        return;
    }
    m_isAccepted = true;
    qCDebug(lcSession) << "served as request" << version->requestId << "by the build" << version->buildId;
    if (m_hasInput && m_inputHasEnded)
        m_channel.send(FrameType::InputChunk, {});
    Q_EMIT accepted(*version);
}

// A TLS library answers plain text with an alert (RFC 8446, section 5.1: record type 21).
void ClientSession::onForeignBytes(QByteArrayView bytes)
{
    if (bytes.front() == '\x15') {
        end(Error(ErrorCode::ProtocolMismatch,
                  tr("the daemon expects TLS at this address; use tls:// instead of tcp://")));
    } else {
        end(Error(ErrorCode::ProtocolViolation,
                  tr("whoever answers at this address is no daemon of daemon-rpc; check the "
                     "address")));
    }
}

void ClientSession::onEnd()
{
    if (m_mismatch)
        end(*m_mismatch);
    else if (!m_isAccepted && m_channel.isRemote())
        end(Error(ErrorCode::ConnectionLost,
                  tr("the daemon closed the connection before it answered: it may be at a limit, "
                     "be refusing this machine, or expect TLS; its log says which")));
    else if (!m_isAccepted)
        end(Error(ErrorCode::ConnectionLost, tr("the daemon closed the connection before it answered")));
    else if (m_isRpc)
        end(Error(ErrorCode::ConnectionLost, tr("the daemon closed the connection")));
    else
        end(Error(ErrorCode::ConnectionLost,
                  tr("the daemon died or the connection broke before the command ended")));
}

void ClientSession::end(const Error &error)
{
    if (std::exchange(m_isOver, true))
        return;
    qCDebug(lcSession).noquote() << "the session ends:" << error.message();
    m_channel.stopReceiving();
    Q_EMIT failed(error);
}

} // namespace DaemonRpc
