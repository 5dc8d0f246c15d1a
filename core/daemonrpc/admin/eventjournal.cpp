#include "eventjournal_p.h"

#include <algorithm>

namespace DaemonRpc {

// What is asked of others for it is asked at most so often.
static constexpr qint64 daemonPauseMs = 200;
static constexpr qint64 processPauseMs = 1000;

EventJournal::EventJournal(Server &server, const DaemonControl &control)
    : m_server(server)
    , m_control(control)
    , m_closedCount(server.connections().closedCount())
{
    const auto stir = [this] { m_isDaemonStirred = true; };
    connect(&server, &Server::stateChanged, this, stir);
    connect(&server, &Server::degradedChanged, this, stir);
    connect(&server.requests(), &RequestTable::finished, this, &EventJournal::onRequestFinished);
    connect(&server.connections(), &ConnectionTable::added, this, &EventJournal::onConnectionAdded);
    connect(&server.connections(), &ConnectionTable::removed, this, &EventJournal::onConnectionRemoved);
}

void EventJournal::setQuiet(quint64 id, bool isQuiet)
{
    if (isQuiet)
        m_quiet.insert(id);
    else
        m_quiet.remove(id);
}

EventJournal::Position EventJournal::beginning(qint64 history) const
{
    const quint64 finished = m_server.requests().finishedCount();
    return {0, finished - qMin(finished, static_cast<quint64>(history)), m_closedCount};
}

template <typename T>
void EventJournal::track(Tracked<T> *tracked, const T &value)
{
    if (tracked->revision != 0 && tracked->value == value)
        return;
    tracked->value = value;
    tracked->revision = ++m_revision;
}

void EventJournal::look()
{
    lookAtRequests();
    lookAtConnections();
    track(&m_workers, WorkersSnapshot::fromPool(m_server.workers()));
    if (m_isDaemonStirred || m_daemonAge.hasExpired(daemonPauseMs)) {
        m_isDaemonStirred = false;
        m_daemonAge.start();
        lookAtDaemon();
        lookAtCommands();
    }
    if (!m_processAge.isValid() || m_processAge.hasExpired(processPauseMs)) {
        m_processAge.start();
        track(&m_process, ProcessSnapshot::now());
    }
}

void EventJournal::lookAtRequests()
{
    std::map<quint64, Tracked<RequestRecord>> before = std::move(m_requests);
    m_requests.clear();
    for (RequestRecord &record : m_server.requests().running()) {
        Tracked<RequestRecord> &tracked = m_requests[record.id];
        if (const auto known = before.find(record.id); known != before.end())
            tracked = std::move(known->second);
        record.durationMs = record.durationUs = 0; // subscribers have clocks
        // Its end is told once, when the table has it among the finished.
        if (record.state != RequestState::Finished)
            track(&tracked, record);
    }
}

void EventJournal::lookAtConnections()
{
    std::map<quint64, Tracked<ConnectionRecord>> before = std::move(m_connections);
    m_connections.clear();
    for (ConnectionRecord &record : m_server.connections().records()) {
        Tracked<ConnectionRecord> &tracked = m_connections[record.id];
        if (const auto known = before.find(record.id); known != before.end()) {
            tracked = std::move(known->second);
            // Two subscribers would tell each other of each other's events for ever.
            if (m_quiet.contains(record.id))
                record.adoptTraffic(tracked.value);
        }
        track(&tracked, record);
    }
}

void EventJournal::lookAtDaemon()
{
    DaemonSnapshot snapshot = m_control.snapshot();
    snapshot.uptimeMs = snapshot.runningRequests = snapshot.queuedRequests = snapshot.finishedRequests = 0;
    snapshot.connections = snapshot.acceptedConnections = 0;
    track(&m_daemon, snapshot);
}

void EventJournal::lookAtCommands()
{
    const QByteArrayList names = m_server.handlers().names();
    if (names != m_commandNames.value) {
        std::erase_if(m_commands, [&names](const auto &entry) { return !names.contains(entry.first); });
        track(&m_commandNames, names);
    }
    for (const QByteArray &name : names) {
        if (const CommandHandler *handler = m_server.handlers().find(name))
            track(&m_commands[name], CommandSnapshot::fromHandler(name, *handler));
    }
}

void EventJournal::onRequestFinished()
{
    if (m_server.requests().finishedCount() % crowd == 0)
        Q_EMIT crowded();
}

// The program of a client that comes and goes can be read only while it is there.
void EventJournal::onConnectionAdded(quint64 id)
{
    if (const std::optional<ConnectionRecord> record = m_server.connections().find(id))
        track(&m_connections[id], *record);
}

void EventJournal::onConnectionRemoved(const ConnectionRecord &record)
{
    m_closed.push_back(record);
    m_quiet.remove(record.id);
    if (m_closed.size() > maxClosed)
        m_closed.pop_front();
    if (++m_closedCount % crowd == 0)
        Q_EMIT crowded();
}

EventTotals EventJournal::totals() const
{
    const RequestTotals &requests = m_server.requests().totals();
    const ConnectionTable &connections = m_server.connections();
    EventTotals totals;
    totals.acceptedConnections = static_cast<qint64>(connections.acceptedCount());
    totals.closedConnections = static_cast<qint64>(connections.closedCount());
    totals.acceptedRequests = static_cast<qint64>(requests.accepted);
    totals.finishedRequests = static_cast<qint64>(requests.finished);
    totals.failedRequests = static_cast<qint64>(requests.failed);
    totals.cancelledRequests = static_cast<qint64>(requests.cancelled);
    totals.forcedRequests = static_cast<qint64>(requests.forced);
    totals.inputBytes = static_cast<qint64>(requests.inputBytes);
    totals.outputBytes = static_cast<qint64>(requests.outputBytes);
    return totals;
}

void EventJournal::tell(DaemonEvent *event, Position *position, const SubscriptionOptions &options,
                        qsizetype maxEnded) const
{
    const quint64 known = position->revision;
    event->totals = totals();
    if (options.has(u"daemon") && m_daemon.revision > known)
        event->daemon = m_control.snapshot();
    if (options.has(u"process") && m_process.revision > known)
        event->process = m_process.value;
    if (options.has(u"workers") && m_workers.revision > known)
        event->workers = m_workers.value;
    if (options.has(u"commands"))
        tellCommands(event, known);
    if (options.has(u"requests"))
        tellRequests(event, position, maxEnded);
    if (options.has(u"connections"))
        tellConnections(event, position, maxEnded);
    position->revision = m_revision;
}

void EventJournal::tellRequests(DaemonEvent *event, Position *position, qsizetype maxEnded) const
{
    for (const auto &[id, tracked] : m_requests) {
        if (tracked.revision > position->revision)
            event->requests.append(RequestSnapshot::fromRecord(tracked.value));
    }
    const quint64 count = m_server.requests().finishedCount();
    QList<RequestRecord> finished = m_server.requests().finishedSince(position->finishedRequests);
    if (finished.size() > maxEnded)
        finished = finished.last(maxEnded);
    for (const RequestRecord &record : finished)
        event->requests.append(RequestSnapshot::fromRecord(record));
    const quint64 lost = count - position->finishedRequests - static_cast<quint64>(finished.size());
    position->finishedRequests = count;
    if (lost == 0)
        return;
    event->lost.insert(QStringLiteral("requests"), static_cast<qint64>(lost));
    QList<qint64> live;
    for (const auto &[id, tracked] : m_requests)
        live.append(static_cast<qint64>(id));
    event->liveRequests = live;
}

void EventJournal::tellConnections(DaemonEvent *event, Position *position, qsizetype maxEnded) const
{
    for (const auto &[id, tracked] : m_connections) {
        if (tracked.revision > position->revision)
            event->connections.append(ConnectionSnapshot::fromRecord(tracked.value));
    }
    const quint64 missing = m_closedCount - position->closedConnections;
    const quint64 kept =
        std::min({missing, static_cast<quint64>(m_closed.size()), static_cast<quint64>(maxEnded)});
    for (auto it = m_closed.end() - static_cast<std::ptrdiff_t>(kept); it != m_closed.end(); ++it)
        event->connections.append(ConnectionSnapshot::fromRecord(*it));
    position->closedConnections = m_closedCount;
    if (missing == kept)
        return;
    event->lost.insert(QStringLiteral("connections"), static_cast<qint64>(missing - kept));
    QList<qint64> live;
    for (const auto &[id, tracked] : m_connections)
        live.append(static_cast<qint64>(id));
    event->liveConnections = live;
}

void EventJournal::tellCommands(DaemonEvent *event, quint64 known) const
{
    for (const auto &[name, tracked] : m_commands) {
        if (tracked.revision > known)
            event->commands.append(tracked.value);
    }
    // The first time all are told anyway.
    if (known == 0 || m_commandNames.revision <= known)
        return;
    QStringList names;
    for (const QByteArray &name : m_commandNames.value)
        names.append(QString::fromUtf8(name));
    event->liveCommands = names;
}

} // namespace DaemonRpc
