#include "eventbounds_p.h"

#include <daemonrpc/admin/daemonmirror.h>

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <limits>

namespace DaemonRpc {

DaemonMirror::DaemonMirror(QObject *parent)
    : QObject(parent)
{}

DaemonMirror::~DaemonMirror() = default;

qint64 DaemonMirror::daemonTimeMs() const { return QDateTime::currentMSecsSinceEpoch() + m_clockOffsetMs; }

void DaemonMirror::setHistoryLimits(size_t finishedRequests, size_t logLines)
{
    m_finishedLimit = std::min(finishedRequests, maxFinished);
    m_logLimit = std::min(logLines, maxLogLines);
    while (m_finished.size() > m_finishedLimit)
        m_finished.pop_front();
    while (m_log.size() > m_logLimit)
        m_log.pop_front();
}

void DaemonMirror::reset(const DaemonEvent &snapshot)
{
    m_daemon = {};
    m_process.reset();
    m_workers.reset();
    m_health.reset();
    m_connections.clear();
    m_requests.clear();
    m_finished.clear();
    m_commands.clear();
    m_log.clear();
    m_lost.clear();
    m_omitted = 0;
    take(snapshot, true);
    m_sequence = 0;
    Q_EMIT wasReset();
    Q_EMIT updated();
}

bool DaemonMirror::apply(const DaemonEvent &event)
{
    if (m_sequence < 0 || event.sequence != m_sequence + 1)
        return false;
    ++m_sequence;
    take(event, false);
    Q_EMIT updated();
    return true;
}

void DaemonMirror::take(const DaemonEvent &told, bool isQuiet)
{
    DaemonEvent event = told;
    EventBounds::apply(&event);
    m_clockOffsetMs = event.timeMs - QDateTime::currentMSecsSinceEpoch();
    const bool hasNewTotals = std::exchange(m_totals, event.totals) != event.totals;
    if (event.daemon)
        m_daemon = *event.daemon;
    if (event.process)
        m_process = event.process;
    if (event.workers)
        m_workers = event.workers;
    if (event.health)
        m_health = event.health;
    if (!isQuiet) {
        if (hasNewTotals)
            Q_EMIT totalsChanged();
        if (event.daemon)
            Q_EMIT daemonChanged();
        if (event.process)
            Q_EMIT processChanged();
        if (event.workers)
            Q_EMIT workersChanged();
        if (event.health)
            Q_EMIT healthChanged();
    }
    takeConnections(event, isQuiet);
    takeRequests(event, isQuiet);
    takeCommands(event, isQuiet);
    takeLog(event, isQuiet);
    takeLosses(event, isQuiet);
}

void DaemonMirror::takeConnections(const DaemonEvent &event, bool isQuiet)
{
    for (const ConnectionSnapshot &connection : event.connections) {
        const auto known = m_connections.find(connection.id);
        if (connection.isClosed()) {
            m_connections.remove(connection.id);
            if (!isQuiet)
                Q_EMIT connectionClosed(connection);
        } else if (known != m_connections.end()) {
            *known = connection;
            if (!isQuiet)
                Q_EMIT connectionChanged(connection.id);
        } else if (m_connections.size() >= maxLive) {
            ++m_omitted;
        } else {
            m_connections.insert(connection.id, connection);
            if (!isQuiet)
                Q_EMIT connectionAdded(connection.id);
        }
    }
}

void DaemonMirror::takeRequests(const DaemonEvent &event, bool isQuiet)
{
    for (const RequestSnapshot &request : event.requests) {
        const auto known = m_requests.find(request.id);
        if (request.isFinished()) {
            m_requests.remove(request.id);
            m_finished.push_back(request);
            if (m_finished.size() > m_finishedLimit)
                m_finished.pop_front();
            if (!isQuiet)
                Q_EMIT requestFinished(request);
        } else if (known != m_requests.end()) {
            *known = request;
            if (!isQuiet)
                Q_EMIT requestChanged(request.id);
        } else if (m_requests.size() >= maxLive) {
            ++m_omitted;
        } else {
            m_requests.insert(request.id, request);
            if (!isQuiet)
                Q_EMIT requestAdded(request.id);
        }
    }
}

void DaemonMirror::takeCommands(const DaemonEvent &event, bool isQuiet)
{
    for (const CommandSnapshot &command : event.commands) {
        if (m_commands.contains(command.name) || m_commands.size() < maxCommands)
            m_commands.insert(command.name, command);
        else
            ++m_omitted;
    }
    if (event.liveCommands) {
        const QSet<QString> live(event.liveCommands->begin(), event.liveCommands->end());
        m_commands.removeIf([&live](const auto &entry) { return !live.contains(entry.key()); });
    }
    if (!isQuiet && (!event.commands.isEmpty() || event.liveCommands))
        Q_EMIT commandsChanged();
}

void DaemonMirror::takeLog(const DaemonEvent &event, bool isQuiet)
{
    for (const LogLineSnapshot &line : event.log) {
        m_log.push_back(line);
        if (m_log.size() > m_logLimit)
            m_log.pop_front();
    }
    if (!isQuiet && !event.log.isEmpty())
        Q_EMIT logAppended(qMin(event.log.size(), static_cast<qsizetype>(m_log.size())));
}

void DaemonMirror::takeLosses(const DaemonEvent &event, bool isQuiet)
{
    const auto forget = [](auto *known, const std::optional<QList<qint64>> &live) {
        QList<qint64> gone;
        if (!live)
            return gone;
        const QSet<qint64> ids(live->begin(), live->end());
        for (auto it = known->begin(); it != known->end();) {
            if (ids.contains(it.key())) {
                ++it;
            } else {
                gone.append(it.key());
                it = known->erase(it);
            }
        }
        return gone;
    };
    const QList<qint64> connections = forget(&m_connections, event.liveConnections);
    const QList<qint64> requests = forget(&m_requests, event.liveRequests);
    for (auto it = event.lost.begin(); it != event.lost.end(); ++it) {
        const QString kind = it.key().left(EventBounds::maxTextCharacters);
        if (!m_lost.contains(kind) && m_lost.size() >= maxLostKinds)
            continue;
        qint64 &sum = m_lost[kind];
        sum += qMin(it.value(), std::numeric_limits<qint64>::max() - sum);
    }
    if (isQuiet)
        return;
    for (const qint64 id : connections)
        Q_EMIT connectionForgotten(id);
    for (const qint64 id : requests)
        Q_EMIT requestForgotten(id);
    if (!event.lost.isEmpty())
        Q_EMIT eventsLost();
}

} // namespace DaemonRpc
