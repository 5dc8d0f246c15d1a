// The connections of a server, within its limits.
#pragma once

#include <daemonrpc/base/logthrottle.h>
#include <daemonrpc/server/connectiontotals.h>
#include <daemonrpc/server/serverconnection.h>

#include <QHash>
#include <QList>

#include <map>
#include <memory>

namespace DaemonRpc {

/// Owns the connections and keeps the limits: in all, and per user. Thread-bound.
///
/// At a limit the oldest connection (at a user's limit: of that user) that has not asked for anything yet
/// gives way, so that idle connections cannot keep callers out.
class DAEMONRPC_EXPORT ConnectionTable : public QObject
{
    Q_OBJECT

public:
    ConnectionTable(const Limits &limits, ServerConnectionHost *host, QObject *parent = nullptr);
    ~ConnectionTable() override;

    /// For connections to come.
    void setLimits(const Limits &limits) { m_limits = limits; }

    /// Takes @p stream of @p peer and starts its connection, or tells the peer that there are too many.
    void add(std::unique_ptr<Stream> stream, const PeerIdentity &peer);

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_connections.size()); }

    /// Whether a command's connection is open or its last output is still on its way.
    [[nodiscard]] bool isDelivering() const;

    /// Whether one of the first @p lastId connections has not asked for anything yet.
    [[nodiscard]] bool hasHandshakeUpTo(quint64 lastId) const;

    /// Whether a connection has JSON-RPC calls that have not been answered yet.
    [[nodiscard]] bool isConversing() const;

    /// Whether a JSON-RPC call still runs, though it was cancelled.
    [[nodiscard]] bool isSettling() const;

    /// Bytes of answers that peers have not taken yet.
    [[nodiscard]] qint64 answerBytesPending() const;

    /// Cancels and answers all JSON-RPC calls.
    void cancelCalls();

    /// Closes the connections whose requests have ended and whose clients do not take the rest, and those
    /// with unanswered calls, which cancels these.
    void dropUndelivered();

    [[nodiscard]] quint64 acceptedCount() const { return m_lastId; }

    [[nodiscard]] quint64 closedCount() const { return m_lastId - m_connections.size(); }

    [[nodiscard]] QList<ConnectionRecord> records() const;

    [[nodiscard]] ConnectionTotals totals() const;
    /// Nothing when it is not open.
    [[nodiscard]] std::optional<ConnectionRecord> find(quint64 id) const;

Q_SIGNALS:
    void countChanged();
    void added(quint64 id);
    /// The last record of one that is closed. Costs nothing while nobody listens.
    void removed(const DaemonRpc::ConnectionRecord &record);

private:
    void onFinished(quint64 id);
    [[nodiscard]] std::optional<Error> limitError(quint32 uid) const;
    bool evictIdle(quint32 uid);

    Limits m_limits;
    ServerConnectionHost *m_host;
    std::map<quint64, std::unique_ptr<ServerConnection>> m_connections; // in the order of their arrival
    QHash<quint32, int> m_perUser;
    quint64 m_lastId = 0;
    ConnectionTotals m_closed; // sums over those that are gone
    LogThrottle m_refusals;
    LogThrottle m_violations;
};

} // namespace DaemonRpc
