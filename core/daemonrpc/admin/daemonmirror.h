// A picture of a daemon, kept up to date from its events.
#pragma once

#include <daemonrpc/admin/daemonevent.h>

#include <QMap>
#include <QObject>

#include <deque>

namespace DaemonRpc {

/// What is known of one daemon: a snapshot and the events since. Thread-bound, without I/O: a
/// DaemonSubscription feeds it, or a recording.
///
/// Whatever a daemon says, a picture costs bounded memory and no more than its limits; what is beyond them is
/// left out and counted by omittedCount(). Ids, states and texts are as the daemon told them: unknown states
/// are possible, and text is to be escaped where it is shown.
///
///     connect(&mirror, &DaemonMirror::requestChanged, this, [&](qint64 id) { show(mirror.requests()[id]);
///     });
class DAEMONRPC_EXPORT DaemonMirror : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxLive = 10'000; ///< Connections; requests that have not finished.
    static constexpr qsizetype maxCommands = 2000;
    static constexpr size_t maxFinished = 5000; ///< Finished requests, unless less is asked for.
    static constexpr size_t maxLogLines = 5000; ///< Log lines, unless less is asked for.
    static constexpr qsizetype maxLostKinds = 16;

    explicit DaemonMirror(QObject *parent = nullptr);
    ~DaemonMirror() override;

    /// Keeps at most @p finishedRequests and @p logLines from now on; no more than maxFinished and
    /// maxLogLines. For those who follow many daemons.
    void setHistoryLimits(size_t finishedRequests, size_t logLines);

    /// Begins anew with @p snapshot, an event of sequence 0.
    void reset(const DaemonEvent &snapshot);

    /// Takes the next event; false, and nothing is changed, when its sequence is not the next one.
    bool apply(const DaemonEvent &event);

    [[nodiscard]] qint64 sequence() const { return m_sequence; }

    [[nodiscard]] const DaemonSnapshot &daemon() const { return m_daemon; }

    [[nodiscard]] const EventTotals &totals() const { return m_totals; }

    [[nodiscard]] const std::optional<ProcessSnapshot> &process() const { return m_process; }

    [[nodiscard]] const std::optional<WorkersSnapshot> &workers() const { return m_workers; }

    [[nodiscard]] const std::optional<HealthSnapshot> &health() const { return m_health; }

    [[nodiscard]] const QMap<qint64, ConnectionSnapshot> &connections() const { return m_connections; }

    /// Those that have not finished, by id.
    [[nodiscard]] const QMap<qint64, RequestSnapshot> &requests() const { return m_requests; }

    /// The latest, newest last.
    [[nodiscard]] const std::deque<RequestSnapshot> &finishedRequests() const { return m_finished; }

    [[nodiscard]] const QMap<QString, CommandSnapshot> &commands() const { return m_commands; }

    [[nodiscard]] const std::deque<LogLineSnapshot> &log() const { return m_log; }

    /// What has not been told since reset(), by kind.
    [[nodiscard]] const QMap<QString, qint64> &lost() const { return m_lost; }

    /// Objects that were told and not kept, for the limits of this picture.
    [[nodiscard]] qint64 omittedCount() const { return m_omitted; }

    /// The daemon's clock now, in milliseconds since the epoch: what ages are measured with.
    [[nodiscard]] qint64 daemonTimeMs() const;

Q_SIGNALS:
    /// Everything may be different: look at it anew.
    void wasReset();
    void daemonChanged();
    void totalsChanged();
    void processChanged();
    void workersChanged();
    void healthChanged();
    void connectionAdded(qint64 id);
    void connectionChanged(qint64 id);
    /// It was in connections() or has come and gone in between.
    void connectionClosed(const DaemonRpc::ConnectionSnapshot &last);
    void requestAdded(qint64 id);
    void requestChanged(qint64 id);
    /// It was in requests() or has come and gone in between; now the last of finishedRequests(), if any are
    /// kept.
    void requestFinished(const DaemonRpc::RequestSnapshot &last);
    /// Gone from connections() or requests(); how it ended was lost.
    void connectionForgotten(qint64 id);
    void requestForgotten(qint64 id);
    void commandsChanged();
    /// The last @p count of log() are new.
    void logAppended(qsizetype count);
    /// lost() has grown.
    void eventsLost();
    /// Said after all others of one event.
    void updated();

private:
    void take(const DaemonEvent &told, bool isQuiet);
    void takeConnections(const DaemonEvent &event, bool isQuiet);
    void takeRequests(const DaemonEvent &event, bool isQuiet);
    void takeCommands(const DaemonEvent &event, bool isQuiet);
    void takeLog(const DaemonEvent &event, bool isQuiet);
    void takeLosses(const DaemonEvent &event, bool isQuiet);

    qint64 m_sequence = -1;
    qint64 m_clockOffsetMs = 0;
    DaemonSnapshot m_daemon;
    EventTotals m_totals;
    std::optional<ProcessSnapshot> m_process;
    std::optional<WorkersSnapshot> m_workers;
    std::optional<HealthSnapshot> m_health;
    QMap<qint64, ConnectionSnapshot> m_connections;
    QMap<qint64, RequestSnapshot> m_requests;
    std::deque<RequestSnapshot> m_finished;
    size_t m_finishedLimit = maxFinished;
    size_t m_logLimit = maxLogLines;
    QMap<QString, CommandSnapshot> m_commands;
    std::deque<LogLineSnapshot> m_log;
    QMap<QString, qint64> m_lost;
    qint64 m_omitted = 0;
};

} // namespace DaemonRpc
