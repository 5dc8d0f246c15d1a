#include "logging_p.h"

#include <daemonrpc/base/logscope.h>
#include <daemonrpc/server/serverconnection.h>

#include <QDateTime>

namespace DaemonRpc {

QString connectionStateName(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Handshake: return QStringLiteral("handshake");
    case ConnectionState::Command: return QStringLiteral("command");
    case ConnectionState::Rpc: return QStringLiteral("rpc");
    case ConnectionState::Closing: return QStringLiteral("closing");
    }
    return {};
}

ServerConnectionHost::~ServerConnectionHost() = default;

ServerConnection::ServerConnection(quint64 id, std::unique_ptr<Stream> stream, const Limits &limits,
                                   ServerConnectionHost *host, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_limits(limits)
    , m_host(host)
    , m_session(std::move(stream), limits)
    , m_peer(m_session.peer())
    , m_connectedAtMs(QDateTime::currentMSecsSinceEpoch())
{
    m_session.setVersion(host->ownVersion());
    connect(&m_session, &DaemonSession::versionReceived, this, &ServerConnection::onVersion);
    connect(&m_session, &DaemonSession::commandReceived, this, &ServerConnection::onCommand);
    connect(&m_session, &DaemonSession::rpcReceived, this, &ServerConnection::onRpc);
    connect(&m_session, &DaemonSession::violated, this, &ServerConnection::violated);
    connect(&m_session, &DaemonSession::peerGone, this, &ServerConnection::end);
    connect(&m_session, &DaemonSession::closed, this, &ServerConnection::end);
    m_handshakeDeadline.setSingleShot(true);
    connect(&m_handshakeDeadline, &QTimer::timeout, this, [this] {
        refuse(Error(ErrorCode::Timeout, QStringLiteral("nothing was asked within %1 ms of connecting")
                                             .arg(m_limits.handshakeTimeout.count())));
    });
}

ServerConnection::~ServerConnection() = default;

void ServerConnection::start()
{
    const LogScope scope(0, m_peer);
    qCDebug(lcServer) << "connection" << m_id << "is accepted";
    m_handshakeDeadline.start(m_limits.handshakeTimeout);
    m_session.start();
}

void ServerConnection::refuse(const Error &error)
{
    m_handshakeDeadline.stop();
    const LogScope scope(0, m_peer);
    qCDebug(lcServer).noquote() << "connection" << m_id << "is not served:" << error.message();
    m_session.fail(error);
}

bool ServerConnection::isInHandshake() const
{
    return m_session.state() == DaemonSession::State::AwaitingVersion ||
           m_session.state() == DaemonSession::State::AwaitingCommand;
}

void ServerConnection::onVersion(const VersionCheck &version)
{
    const LogScope scope(0, m_peer);
    if (const std::optional<Error> error = m_host->admit(version))
        refuse(*error);
    else
        accept(version.intent);
}

void ServerConnection::accept(Intent intent)
{
    VersionCheck own = m_host->ownVersion();
    if (intent == Intent::Run)
        m_requestId = own.requestId = m_host->reserveRequestId();
    m_session.accept(own);
}

void ServerConnection::onCommand(const Command &command)
{
    m_handshakeDeadline.stop();
    m_hasCommand = true;
    if (m_requestId == 0) // a client that said it came for something else
        m_requestId = m_host->reserveRequestId();
    m_host->startRequest(m_requestId, m_id, command, &m_session);
    // What the handler said in this turn leaves now, together with the version, in one system call.
    m_session.flush();
}

void ServerConnection::onRpc(QByteArrayView message)
{
    m_handshakeDeadline.stop();
    const LogScope scope(0, m_peer);
    if (!m_conversation) {
        RpcEndpoint *endpoint = m_host->rpcEndpoint();
        if (!endpoint) {
            refuse(Error(ErrorCode::Unsupported, QStringLiteral("this daemon answers no Rpc messages")));
            return;
        }
        m_conversation = endpoint->open(m_id, m_peer, [this](QByteArrayView answer) { sendRpc(answer); });
    }
    m_conversation->receive(message);
}

// A peer that asks and never reads the answers is cut off instead of being collected for.
void ServerConnection::sendRpc(QByteArrayView message)
{
    if (m_session.bytesPending() > m_limits.highWaterBytes + m_limits.maxRpcBytes) {
        refuse(Error(ErrorCode::ResourceExhausted, QStringLiteral("too many answers wait to be read")));
        end(); // not only once it has been sent: it never may be
        return;
    }
    if (message.size() > m_limits.maxRpcBytes) {
        refuse(Error(ErrorCode::MessageTooLarge,
                     QStringLiteral("the answer has %1 bytes, the limit is %2; ask for less")
                         .arg(message.size())
                         .arg(m_limits.maxRpcBytes)));
        return;
    }
    m_session.sendRpc(message);
}

void ServerConnection::end()
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_handshakeDeadline.stop();
    const LogScope scope(m_hasCommand ? m_requestId : 0, m_peer);
    qCDebug(lcServer) << "connection" << m_id << "ends;" << m_session.bytesReceived() << "bytes received,"
                      << m_session.bytesSent() << "sent";
    Q_EMIT finished(m_id);
}

ConnectionRecord ServerConnection::record() const
{
    ConnectionRecord record;
    record.id = m_id;
    switch (m_session.state()) {
    case DaemonSession::State::AwaitingVersion:
    case DaemonSession::State::AwaitingCommand: record.state = ConnectionState::Handshake; break;
    case DaemonSession::State::Running: record.state = ConnectionState::Command; break;
    case DaemonSession::State::Rpc: record.state = ConnectionState::Rpc; break;
    case DaemonSession::State::Closing: record.state = ConnectionState::Closing; break;
    }
    record.peer = m_peer;
    record.connectedAtMs = m_connectedAtMs;
    record.requestId = m_hasCommand ? m_requestId : 0;
    record.bytesReceived = m_session.bytesReceived();
    record.bytesSent = m_session.bytesSent();
    record.bytesPending = m_session.bytesPending();
    return record;
}

} // namespace DaemonRpc
