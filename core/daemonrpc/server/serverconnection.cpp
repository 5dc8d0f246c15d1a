#include "answerbound_p.h"
#include "logging_p.h"

#include <daemonrpc/base/logscope.h>
#include <daemonrpc/server/peerprogram.h>
#include <daemonrpc/server/rpcdialectconnection.h>
#include <daemonrpc/server/serverconnection.h>
#include <daemonrpc/wire/contentlengthframing.h>
#include <daemonrpc/wire/goxeframing.h>
#include <daemonrpc/wire/jsonlineframing.h>

#include <QDateTime>

namespace DaemonRpc {

QString connectionStateName(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Handshake: return QStringLiteral("handshake");
    case ConnectionState::Command: return QStringLiteral("command");
    case ConnectionState::Rpc: return QStringLiteral("rpc");
    case ConnectionState::Closing: return QStringLiteral("closing");
    case ConnectionState::Closed: return QStringLiteral("closed");
    }
    return {};
}

ServerConnectionHost::~ServerConnectionHost() = default;

static std::unique_ptr<RpcFraming> framingOf(Dialect dialect, qint64 maxBytes)
{
    switch (dialect) {
    case Dialect::JsonLines: return std::make_unique<JsonLineFraming>(maxBytes);
    case Dialect::ContentLength: return std::make_unique<ContentLengthFraming>(maxBytes);
    case Dialect::Goxe: return std::make_unique<GoxeFraming>(maxBytes);
    default: return nullptr;
    }
}

ServerConnection::ServerConnection(quint64 id, std::unique_ptr<Stream> stream, const PeerIdentity &peer,
                                   const Limits &limits, ServerConnectionHost *host, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_limits(limits)
    , m_host(host)
    , m_peer(peer)
    , m_session(std::make_unique<DaemonSession>(std::move(stream), limits))
    , m_connectedAtMs(QDateTime::currentMSecsSinceEpoch())
{
    m_session->setVersion(host->ownVersion());
    DaemonSession *session = m_session.get();
    connect(session, &DaemonSession::otherDialect, this, &ServerConnection::onOtherDialect);
    connect(session, &DaemonSession::versionReceived, this, &ServerConnection::onVersion);
    connect(session, &DaemonSession::commandReceived, this, &ServerConnection::onCommand);
    connect(session, &DaemonSession::rpcReceived, this, &ServerConnection::onRpc);
    connect(session, &DaemonSession::violated, this, &ServerConnection::violated);
    connect(session, &DaemonSession::peerGone, this, &ServerConnection::end);
    connect(session, &DaemonSession::closed, this, &ServerConnection::end);
    m_handshakeDeadline.setSingleShot(true);
    connect(&m_handshakeDeadline, &QTimer::timeout, this, [this] {
        refuse(Error(ErrorCode::Timeout,
                     QStringLiteral("nothing that may be asked was asked within %1 ms of connecting")
                         .arg(m_limits.handshakeTimeout.count())));
    });
}

ServerConnection::~ServerConnection() = default;

void ServerConnection::start()
{
    const LogScope scope(0, m_peer.credentials);
    qCDebug(lcServer) << "connection" << m_id << "is accepted";
    m_handshakeDeadline.start(m_limits.handshakeTimeout);
    m_session->start();
}

void ServerConnection::refuse(const Error &error)
{
    m_handshakeDeadline.stop();
    m_isRefused = true;
    const LogScope scope(0, m_peer.credentials);
    qCDebug(lcServer).noquote() << "connection" << m_id << "is not served:" << error.message();
    if (m_dialect)
        m_dialect->refuse(error);
    else
        m_session->fail(error);
}

bool ServerConnection::isInHandshake() const
{
    if (m_dialect) // a peer that has no role yet is one of many
        return !m_isRefused && (!m_hasAsked || m_peer.role == Role::None);
    return m_session->state() == DaemonSession::State::AwaitingVersion ||
           m_session->state() == DaemonSession::State::AwaitingCommand;
}

RpcConversation *ServerConnection::conversation() const
{
    return m_dialect ? m_dialect->conversation() : m_conversation.get();
}

bool ServerConnection::isClosing() const
{
    return m_session && m_session->state() == DaemonSession::State::Closing;
}

void ServerConnection::onOtherDialect(QByteArrayView bytes)
{
    m_firstBytes.append(bytes);
    const Dialect dialect = detectDialect(m_firstBytes);
    if (dialect == Dialect::Undecided)
        return;
    if (framingOf(dialect, 0) || m_host->dialectEndpoint(dialect)) {
        std::unique_ptr<Stream> stream = m_session->takeStream();
        m_session->disconnect(this);
        m_session.release()->deleteLater(); // it is the sender
        speak(dialect, std::move(stream));
        return;
    }
    const Error error(ErrorCode::ProtocolViolation,
                      dialect == Dialect::TlsHello
                          ? QStringLiteral("the peer speaks TLS, and this listener does not")
                          : QStringLiteral("the first bytes belong to no protocol that is spoken here"));
    m_session->fail(error);
    Q_EMIT violated(error);
}

void ServerConnection::speak(Dialect dialect, std::unique_ptr<Stream> stream)
{
    m_dialectSpoken = dialect;
    RpcLink &link = *this;
    if (std::unique_ptr<RpcFraming> framing = framingOf(dialect, m_limits.maxRpcBytes)) {
        m_dialect = std::make_unique<RpcDialectConnection>(std::move(stream), std::move(framing),
                                                           m_host->rpcEndpoint(), link, m_limits);
    } else {
        m_dialect = m_host->dialectEndpoint(dialect)->open(std::move(stream), link);
    }
    DialectConnection *spoken = m_dialect.get();
    connect(spoken, &DialectConnection::asked, this, [this] {
        m_hasAsked = true;
        if (m_peer.role != Role::None)
            m_handshakeDeadline.stop();
    });
    connect(spoken, &DialectConnection::violated, this, &ServerConnection::violated);
    connect(spoken, &DialectConnection::closed, this, &ServerConnection::end);
    connect(spoken, &DialectConnection::peerGone, this, &ServerConnection::end);
    const LogScope scope(0, m_peer.credentials);
    const QByteArray firstBytes = std::exchange(m_firstBytes, {});
    spoken->start(firstBytes);
}

void ServerConnection::onVersion(const VersionCheck &version)
{
    m_dialectSpoken = Dialect::Frames;
    const LogScope scope(0, m_peer.credentials);
    if (m_peer.role < Role::Control && !version.token.isEmpty()) {
        if (const Result<Role> role = authenticate(version.token); !role) {
            refuse(role.error());
            return;
        }
    }
    if (m_peer.role == Role::None) {
        refuse(Error(ErrorCode::PermissionDenied,
                     QStringLiteral("this address needs a token; give one with --token-file")));
        return;
    }
    if (const std::optional<Error> error = m_host->admit(version, m_peer))
        refuse(*error);
    else
        accept(version.intent);
}

void ServerConnection::accept(Intent intent)
{
    VersionCheck own = m_host->ownVersion();
    if (intent == Intent::Run)
        m_requestId = own.requestId = m_host->reserveRequestId();
    m_session->accept(own);
}

void ServerConnection::onCommand(const Command &command)
{
    m_handshakeDeadline.stop();
    m_hasCommand = true;
    if (m_requestId == 0) // a client that said it came for something else
        m_requestId = m_host->reserveRequestId();
    m_host->startRequest(m_requestId, m_id, m_peer, command, m_session.get());
    // What the handler said in this turn leaves now, together with the version, in one system call.
    m_session->flush();
}

void ServerConnection::onRpc(QByteArrayView message)
{
    m_handshakeDeadline.stop();
    const LogScope scope(0, m_peer.credentials);
    if (!m_conversation) {
        RpcEndpoint *endpoint = m_host->rpcEndpoint();
        if (!endpoint) {
            refuse(Error(ErrorCode::Unsupported, QStringLiteral("this daemon answers no Rpc messages")));
            return;
        }
        m_conversation = endpoint->open(*this);
    }
    m_conversation->receive(message);
}

// A peer that asks and never reads the answers is cut off instead of being collected for.
void ServerConnection::send(QByteArrayView message)
{
    if (const std::optional<Error> error = answerBoundError(bytesPending(), m_limits)) {
        refuse(*error);
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
    m_session->sendRpc(message);
}

qint64 ServerConnection::bytesPending() const
{
    return m_dialect ? m_dialect->bytesPending() : m_session->bytesPending();
}

Result<Role> ServerConnection::authenticate(QByteArrayView token)
{
    if (++m_authentications > maxAuthentications) {
        return unexpected(ErrorCode::PermissionDenied,
                          QStringLiteral("too many tokens were tried on this connection"));
    }
    const Result<Role> role = m_host->accessPolicy().authenticate(m_peer, token);
    if (role) {
        m_peer.role = std::max(m_peer.role, *role);
        if (m_hasAsked)
            m_handshakeDeadline.stop();
    }
    return role ? Result<Role>(m_peer.role) : role;
}

void ServerConnection::end()
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_handshakeDeadline.stop();
    const LogScope scope(m_hasCommand ? m_requestId : 0, m_peer.credentials);
    if (lcServer().isDebugEnabled()) {
        const ConnectionRecord last = record();
        qCDebug(lcServer) << "connection" << m_id << "ends;" << last.bytesReceived << "bytes received,"
                          << last.bytesSent << "sent";
    }
    Q_EMIT finished(m_id);
}

static ConnectionState stateOf(const DaemonSession &session)
{
    switch (session.state()) {
    case DaemonSession::State::AwaitingVersion:
    case DaemonSession::State::AwaitingCommand: return ConnectionState::Handshake;
    case DaemonSession::State::Running: return ConnectionState::Command;
    case DaemonSession::State::Rpc: return ConnectionState::Rpc;
    case DaemonSession::State::Closing: break;
    }
    return ConnectionState::Closing;
}

void ServerConnection::readPeerProgram()
{
    if (!m_peerProgram)
        m_peerProgram = m_peer.credentials ? programOfProcess(m_peer.credentials->pid) : QString();
}

ConnectionRecord ServerConnection::record() const
{
    ConnectionRecord record;
    record.id = m_id;
    record.dialect = m_dialectSpoken;
    record.peer = m_peer;
    record.peerProgram = m_peerProgram.value_or(QString());
    record.connectedAtMs = m_connectedAtMs;
    record.requestId = m_hasCommand ? m_requestId : 0;
    const auto addBytes = [&record](const auto &channel) {
        record.bytesReceived = channel.bytesReceived();
        record.bytesSent = channel.bytesSent();
        record.bytesPending = channel.bytesPending();
        record.lastActivityAtMs = qMax(record.connectedAtMs, channel.lastReceivedAtMs());
    };
    if (m_dialect) {
        record.state = m_isRefused  ? ConnectionState::Closing
                       : m_hasAsked ? ConnectionState::Rpc
                                    : ConnectionState::Handshake;
        record.requests = m_dialect->requestCount();
        addBytes(*m_dialect);
    } else {
        record.state = stateOf(*m_session);
        record.requests = m_conversation ? m_conversation->callCount() : m_hasCommand ? 1 : 0;
        addBytes(*m_session);
    }
    return record;
}

} // namespace DaemonRpc
