#include "answerbound_p.h"

#include <daemonrpc/jsonrpc/rpcmessage.h>
#include <daemonrpc/server/rpcdialectconnection.h>

#include <QDateTime>
#include <QPointer>

namespace DaemonRpc {

using namespace std::chrono_literals;

static constexpr auto halfEndedCheck = 250ms;

RpcDialectConnection::RpcDialectConnection(std::unique_ptr<Stream> stream,
                                           std::unique_ptr<RpcFraming> framing, RpcEndpoint *endpoint,
                                           RpcLink &link, const Limits &limits)
    : m_stream(std::move(stream))
    , m_framing(std::move(framing))
    , m_endpoint(endpoint)
    , m_link(link)
    , m_limits(limits)
{
    connect(m_stream.get(), &Stream::received, this, &RpcDialectConnection::take);
    connect(m_stream.get(), &Stream::ended, this, &RpcDialectConnection::onEnded);
    connect(m_stream.get(), &Stream::failed, this, &RpcDialectConnection::end);
    connect(m_stream.get(), &Stream::closed, this, &DialectConnection::closed);
    connect(&m_halfEnded, &QTimer::timeout, this, &RpcDialectConnection::checkHalfEnded);
}

RpcDialectConnection::~RpcDialectConnection() = default;

void RpcDialectConnection::start(QByteArrayView firstBytes)
{
    if (!m_endpoint) {
        refuse(Error(ErrorCode::Unsupported, QStringLiteral("this daemon answers no JSON-RPC")));
        return;
    }
    if (peer().role == Role::None)
        m_framing->setMaxBytes(qMin(maxBytesWithoutRole, m_limits.maxRpcBytes));
    m_conversation = m_endpoint->open(*this);
    const QPointer<RpcDialectConnection> guard(this);
    take(firstBytes);
    if (guard && !m_isClosing)
        m_stream->setReading(true);
}

void RpcDialectConnection::take(QByteArrayView bytes)
{
    m_bytesReceived += bytes.size();
    m_lastReceivedAtMs = QDateTime::currentMSecsSinceEpoch();
    m_framing->feed(bytes);
    const QPointer<RpcDialectConnection> guard(this);
    while (guard && !m_isClosing) {
        const Result<std::optional<QByteArrayView>> text = m_framing->next();
        if (!text) {
            violate(text.error());
            return;
        }
        if (!*text)
            break;
        if (!std::exchange(m_hasAsked, true))
            Q_EMIT asked();
        if (peer().role == Role::None && ++m_textsWithoutRole > maxTextsWithoutRole) {
            refuse(Error(ErrorCode::PermissionDenied,
                         QStringLiteral("this address needs a token; call daemon.authenticate first")));
            return;
        }
        m_conversation->receive(**text);
    }
    // What was answered in this turn leaves now, in one system call.
    if (guard)
        m_stream->flush();
}

Result<Role> RpcDialectConnection::authenticate(QByteArrayView token)
{
    const Result<Role> role = m_link.authenticate(token);
    if (role)
        m_framing->setMaxBytes(m_limits.maxRpcBytes);
    return role;
}

// A peer that asks and never reads the answers is cut off instead of being collected for.
void RpcDialectConnection::send(QByteArrayView message)
{
    if (m_isClosing)
        return;
    if (const std::optional<Error> error = answerBoundError(m_stream->bytesPending(), m_limits)) {
        refuse(*error);
        end(); // not only once it has been sent: it never may be
        return;
    }
    write(message);
}

void RpcDialectConnection::write(QByteArrayView message)
{
    const RpcFraming::Envelope envelope = m_framing->envelope(message.size());
    m_bytesSent += envelope.head.size() + message.size() + envelope.tail.size();
    m_stream->write(envelope.head, message);
    if (!envelope.tail.isEmpty())
        m_stream->write(envelope.tail);
}

void RpcDialectConnection::refuse(const Error &error)
{
    if (std::exchange(m_isClosing, true))
        return;
    m_halfEnded.stop();
    write(RpcResponse{QJsonValue(), RpcError::fromError(error)}.encode());
    m_stream->setReading(false);
    m_stream->closeWhenSent();
}

void RpcDialectConnection::violate(const Error &error)
{
    refuse(error);
    Q_EMIT violated(error);
}

void RpcDialectConnection::onEnded()
{
    if (m_isClosing)
        return;
    const bool isOwedAnswers = m_conversation && (!m_conversation->isIdle() || m_stream->bytesPending() > 0);
    if (isOwedAnswers && m_stream->isPeerReading())
        m_halfEnded.start(halfEndedCheck);
    else
        end();
}

void RpcDialectConnection::checkHalfEnded()
{
    if (!m_stream->isPeerReading() || (m_conversation->isIdle() && m_stream->bytesPending() == 0))
        end();
}

void RpcDialectConnection::end()
{
    m_isClosing = true;
    m_halfEnded.stop();
    Q_EMIT peerGone();
}

} // namespace DaemonRpc
