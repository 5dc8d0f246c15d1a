#include "logging_p.h"

#include <daemonrpc/base/logscope.h>
#include <daemonrpc/server/connectiontable.h>

#include <QDateTime>
#include <QMetaMethod>

#include <algorithm>
#include <limits>

namespace DaemonRpc {

ConnectionTable::ConnectionTable(const Limits &limits, ServerConnectionHost *host, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_host(host)
{}

ConnectionTable::~ConnectionTable() = default;

// Remote peers share one allowance, under a number that is nobody's (uid_t(-1), see chown(2)).
static quint32 userOf(const PeerIdentity &peer)
{
    if (peer.isRemote())
        return std::numeric_limits<quint32>::max();
    return peer.credentials ? peer.credentials->uid : 0;
}

void ConnectionTable::add(std::unique_ptr<Stream> stream, const PeerIdentity &peer)
{
    const quint32 uid = userOf(peer);
    std::optional<Error> error = limitError(uid);
    if (error && evictIdle(uid))
        error = limitError(uid);

    const LogScope scope(0, peer.credentials);
    if (error && m_refusals.admits())
        qCWarning(lcServer).noquote()
            << "a connection is refused:" << error->message() << m_refusals.suffix();
    const quint64 id = ++m_lastId;
    auto connection = std::make_unique<ServerConnection>(id, std::move(stream), peer, m_limits, m_host);
    ServerConnection *added = connection.get();
    connect(added, &ServerConnection::finished, this, &ConnectionTable::onFinished);
    connect(added, &ServerConnection::violated, this, [this, added](const Error &broken) {
        ++m_closed.violated;
        const LogScope peerScope(0, added->peer().credentials);
        if (m_violations.admits())
            qCWarning(lcServer).noquote()
                << "connection" << added->id()
                << "is closed, its peer broke the protocol:" << broken.message() << m_violations.suffix();
    });
    m_connections.emplace(id, std::move(connection));
    ++m_perUser[uid];
    m_closed.refused += error ? 1 : 0;
    Q_EMIT this->added(id);
    if (error)
        added->refuse(*error);
    else
        added->start();
    Q_EMIT countChanged();
}

std::optional<Error> ConnectionTable::limitError(quint32 uid) const
{
    if (count() >= m_limits.maxConnections) {
        return Error(
            ErrorCode::TooManyConnections,
            QStringLiteral("the daemon has %1 connections, its limit; try again later").arg(count()));
    }
    if (m_perUser.value(uid) >= m_limits.maxConnectionsPerUser) {
        return Error(ErrorCode::TooManyConnections,
                     QStringLiteral("%1 %2 connections, the limit; try again later")
                         .arg(uid == std::numeric_limits<quint32>::max()
                                  ? QStringLiteral("remote clients have")
                                  : QStringLiteral("user %1 has").arg(uid))
                         .arg(m_perUser.value(uid)));
    }
    return std::nullopt;
}

bool ConnectionTable::evictIdle(quint32 uid)
{
    // At the limit of one user another one's connection would give way for nothing.
    const bool isUsersLimit = m_perUser.value(uid) >= m_limits.maxConnectionsPerUser;
    const auto idle =
        std::find_if(m_connections.begin(), m_connections.end(), [uid, isUsersLimit](const auto &entry) {
            return entry.second->isInHandshake() && (!isUsersLimit || userOf(entry.second->peer()) == uid);
        });
    if (idle == m_connections.end())
        return false;
    qCDebug(lcServer) << "connection" << idle->first << "gives way: it was idle while others waited";
    idle->second->refuse(Error(ErrorCode::TooManyConnections,
                               QStringLiteral("the connection was idle while others waited for its place")));
    ++m_closed.evicted;
    onFinished(idle->first);
    return true;
}

void ConnectionTable::onFinished(quint64 id)
{
    const auto it = m_connections.find(id);
    if (it == m_connections.end())
        return;
    const ConnectionRecord record = it->second->record();
    m_closed.bytesReceived += record.bytesReceived;
    m_closed.bytesSent += record.bytesSent;
    const quint32 uid = userOf(it->second->peer());
    if (--m_perUser[uid] <= 0)
        m_perUser.remove(uid);
    static const QMetaMethod removedSignal = QMetaMethod::fromSignal(&ConnectionTable::removed);
    std::optional<ConnectionRecord> last;
    if (isSignalConnected(removedSignal)) {
        last = it->second->record();
        last->state = ConnectionState::Closed;
        last->closedAtMs = QDateTime::currentMSecsSinceEpoch();
    }
    it->second.release()->deleteLater(); // it may be the sender
    m_connections.erase(it);
    if (last)
        Q_EMIT removed(*last);
    Q_EMIT countChanged();
}

bool ConnectionTable::isDelivering() const
{
    return std::any_of(m_connections.begin(), m_connections.end(),
                       [](const auto &entry) { return entry.second->isDelivering(); });
}

bool ConnectionTable::hasHandshakeUpTo(quint64 lastId) const
{
    return std::any_of(m_connections.begin(), m_connections.upper_bound(lastId),
                       [](const auto &entry) { return entry.second->isInHandshake(); });
}

static bool hasUnanswered(const ServerConnection &connection)
{
    const RpcConversation *conversation = connection.conversation();
    return conversation && !conversation->isIdle();
}

bool ConnectionTable::isConversing() const
{
    return std::any_of(m_connections.begin(), m_connections.end(),
                       [](const auto &entry) { return hasUnanswered(*entry.second); });
}

bool ConnectionTable::isSettling() const
{
    return std::any_of(m_connections.begin(), m_connections.end(), [](const auto &entry) {
        const RpcConversation *conversation = entry.second->conversation();
        return conversation && !conversation->isSettled();
    });
}

qint64 ConnectionTable::answerBytesPending() const
{
    qint64 bytes = 0;
    for (const auto &[id, connection] : m_connections)
        bytes += connection->answerBytesPending();
    return bytes;
}

void ConnectionTable::cancelCalls()
{
    QList<quint64> ids; // an answer may end its connection
    for (const auto &[id, connection] : m_connections)
        ids.append(id);
    for (const quint64 id : std::as_const(ids)) {
        const auto found = m_connections.find(id);
        if (found == m_connections.end())
            continue;
        if (RpcConversation *conversation = found->second->conversation())
            conversation->cancelCalls();
    }
}

void ConnectionTable::dropUndelivered()
{
    QList<quint64> ids;
    for (const auto &[id, connection] : m_connections) {
        if ((connection->isDelivering() && connection->isClosing()) || hasUnanswered(*connection) ||
            connection->answerBytesPending() > 0)
            ids.append(id);
    }
    for (const quint64 id : ids)
        onFinished(id);
}

QList<ConnectionRecord> ConnectionTable::records() const
{
    QList<ConnectionRecord> records;
    for (const auto &[id, connection] : m_connections) {
        connection->readPeerProgram();
        records.append(connection->record());
    }
    return records;
}

ConnectionTotals ConnectionTable::totals() const
{
    ConnectionTotals totals = m_closed;
    for (const auto &[id, connection] : m_connections) {
        const ConnectionRecord record = connection->record();
        totals.bytesReceived += record.bytesReceived;
        totals.bytesSent += record.bytesSent;
        totals.bytesPending += record.bytesPending;
        ++totals.open[record.state];
    }
    return totals;
}

std::optional<ConnectionRecord> ConnectionTable::find(quint64 id) const
{
    const auto it = m_connections.find(id);
    if (it == m_connections.end())
        return std::nullopt;
    it->second->readPeerProgram();
    return it->second->record();
}

} // namespace DaemonRpc
