// What has changed in a daemon, for those who follow it.
#pragma once

#include <daemonrpc/admin/daemoncontrol.h>
#include <daemonrpc/admin/daemonevent.h>
#include <daemonrpc/admin/subscriptionoptions.h>
#include <daemonrpc/server/server.h>

#include <QElapsedTimer>
#include <QObject>
#include <QSet>

#include <deque>
#include <map>

namespace DaemonRpc {

/// Compares what a daemon is with what it was at the last look, once for all subscribers. Thread-bound; there
/// is one only while there are subscribers.
///
/// What has changed gets the next revision. A subscriber is a position: it is told what has a later revision,
/// so that it costs no memory, however slow it is. What is over is remembered to a limit: requests by their
/// table, connections here.
class EventJournal : public QObject
{
    Q_OBJECT

public:
    /// Closed connections that are remembered.
    static constexpr size_t maxClosed = RequestTable::maxHistory;
    /// Of what ends, so many at most pass between two crowded().
    static constexpr quint64 crowd = 256;

    /// How far a subscriber has been told.
    struct Position
    {
        quint64 revision = 0;
        quint64 finishedRequests = 0;
        quint64 closedConnections = 0;
    };

    EventJournal(Server &server, const DaemonControl &control);

    /// The bytes of connection @p id are no news: it carries a subscription.
    void setQuiet(quint64 id, bool isQuiet);

    /// Where a subscriber begins that is told of the last @p history finished requests.
    [[nodiscard]] Position beginning(qint64 history) const;

    /// Looks at everything.
    void look();

    [[nodiscard]] EventTotals totals() const;

    /// Adds to @p event what is new after @p position, as far as @p options want it, and moves the position
    /// here; at most @p maxEnded each of finished requests and closed connections, the latest.
    void tell(DaemonEvent *event, Position *position, const SubscriptionOptions &options,
              qsizetype maxEnded) const;

Q_SIGNALS:
    /// Much has ended: time to tell, before it is forgotten.
    void crowded();

private:
    template <typename T>
    struct Tracked
    {
        T value;
        quint64 revision = 0;
    };

    template <typename T>
    void track(Tracked<T> *tracked, const T &value);
    void lookAtRequests();
    void lookAtConnections();
    void lookAtDaemon();
    void lookAtCommands();
    void onRequestFinished();
    void onConnectionAdded(quint64 id);
    void onConnectionRemoved(const ConnectionRecord &record);
    void tellRequests(DaemonEvent *event, Position *position, qsizetype maxEnded) const;
    void tellConnections(DaemonEvent *event, Position *position, qsizetype maxEnded) const;
    void tellCommands(DaemonEvent *event, quint64 known) const;

    Server &m_server;
    const DaemonControl &m_control;
    quint64 m_revision = 1;
    std::map<quint64, Tracked<RequestRecord>> m_requests;
    std::map<quint64, Tracked<ConnectionRecord>> m_connections;
    std::map<QByteArray, Tracked<CommandSnapshot>> m_commands;
    Tracked<QByteArrayList> m_commandNames;
    Tracked<DaemonSnapshot> m_daemon; // without what always changes
    Tracked<ProcessSnapshot> m_process;
    Tracked<WorkersSnapshot> m_workers;
    std::deque<ConnectionRecord> m_closed;
    quint64 m_closedCount = 0;
    QSet<quint64> m_quiet;
    QElapsedTimer m_daemonAge; // since the last look at daemon and commands
    QElapsedTimer m_processAge;
    bool m_isDaemonStirred = true;
};

} // namespace DaemonRpc
