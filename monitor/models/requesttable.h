// A table about requests.
#pragma once

#include "models/keyqueue.h"
#include "models/recordtable.h"
#include "sources/daemonlist.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace DaemonRpc::Monitor {

/// A row for each request that concerns the table, of all daemons: live ones as the mirrors have them, and
/// the latest that have finished. Thread-bound. Base of RequestsModel and CancellationsModel.
///
/// Finished ones stay, also when the mirrors have forgotten them, until there are more than maxFinished: then
/// the eldest leave. Live ones whose end was lost leave at once; those of a daemon that has gone stay as they
/// were last known; all of a daemon leave when it is dismissed. While it is inactive or paused the table
/// keeps no more than maxFinished requests for later.
///
/// Row has a member `request` (RequestSnapshot), and
///
///     static bool concerns(const RequestSnapshot &request);
///     static Row of(const MonitoredDaemon &daemon, const RequestSnapshot &request, const Row *known);
///
/// where `known` is the row of the same key, or null.
template <typename Row>
class RequestTable : public RecordTable<Row>
{
public:
    /// @p list and @p clock have to outlive the table.
    RequestTable(DaemonList &list, std::span<const Column<Row>> columns, size_t maxFinished,
                 UpdateClock &clock, QObject *parent = nullptr)
        : RecordTable<Row>(columns, clock, parent)
        , m_list(list)
        , m_maxFinished(maxFinished)
    {
        QObject::connect(&list, &DaemonList::added, this,
                         [this](MonitoredDaemon *daemon) { follow(daemon); });
        for (const auto &daemon : list.daemons())
            follow(daemon.get());
    }

protected:
    using typename TableModel::Extent;

    void collect(Extent extent) final;

private:
    struct Finished
    {
        qint64 daemon;
        RequestSnapshot request;

        [[nodiscard]] RecordKey key() const { return {daemon, request.id}; }
    };

    using Daemons = QHash<qint64, const MonitoredDaemon *>;

    void follow(MonitoredDaemon *daemon);
    void onFinished(qint64 daemon, const RequestSnapshot &request);
    std::vector<Row> liveRows(Extent extent);
    std::vector<Finished> latestFinished(const Daemons &daemons, const std::vector<Finished> &since) const;
    void dropDismissed(const Daemons &daemons);
    void dropForgotten(const Daemons &daemons);

    DaemonList &m_list;
    size_t m_maxFinished;
    KeyQueue m_finished;
    std::vector<Finished> m_finishedSince;
    QSet<qint64> m_gone; // whose last picture has been taken
};

template <typename Row>
void RequestTable<Row>::follow(MonitoredDaemon *daemon)
{
    const DaemonMirror &mirror = daemon->mirror();
    const qint64 serial = daemon->serial();
    QObject::connect(&mirror, &DaemonMirror::wasReset, this, [this] { this->setStale(); });
    QObject::connect(&mirror, &DaemonMirror::requestFinished, this,
                     [this, serial](const RequestSnapshot &request) { onFinished(serial, request); });
}

template <typename Row>
void RequestTable<Row>::onFinished(qint64 daemon, const RequestSnapshot &request)
{
    if (!this->isActive() || !Row::concerns(request))
        return;
    if (m_finishedSince.size() >= m_maxFinished) {
        m_finishedSince.clear();
        this->setStale();
    }
    m_finishedSince.push_back({daemon, request});
}

template <typename Row>
void RequestTable<Row>::collect(Extent extent)
{
    Daemons daemons;
    for (const auto &daemon : m_list.daemons())
        daemons.insert(daemon->serial(), daemon.get());

    dropDismissed(daemons);
    std::vector<Finished> finished = std::exchange(m_finishedSince, {});
    if (extent == Extent::Everything) {
        finished = latestFinished(daemons, finished);
        m_finished.clear();
    }
    for (const Finished &entry : finished) {
        if (daemons.contains(entry.daemon))
            m_finished.add(entry.key());
    }
    std::vector<Row> live = liveRows(extent);
    for (const Row &row : live)
        m_finished.remove(row.key); // a daemon that uses an id twice
    for (const RecordKey &key : m_finished.trim(static_cast<qsizetype>(m_maxFinished)))
        this->drop(key);
    for (const Finished &entry : finished) {
        if (m_finished.contains(entry.key()))
            this->put(Row::of(*daemons.value(entry.daemon), entry.request, this->find(entry.key())));
    }
    for (Row &row : live)
        this->put(std::move(row));
    dropForgotten(daemons);
}

template <typename Row>
std::vector<Row> RequestTable<Row>::liveRows(Extent extent)
{
    std::vector<Row> rows;
    const QSet<qint64> known = std::exchange(m_gone, {});
    for (const auto &daemon : m_list.daemons()) {
        const qint64 serial = daemon->serial();
        if (daemon->isGone())
            m_gone.insert(serial);
        if (daemon->isGone() && known.contains(serial) && extent == Extent::Changes)
            continue;
        for (const RequestSnapshot &request : daemon->mirror().requests()) {
            if (Row::concerns(request))
                rows.push_back(Row::of(*daemon, request, this->find({serial, request.id})));
        }
    }
    return rows;
}

// Of all that the table and the mirrors have, eldest first. Where an id is there twice, the later one.
template <typename Row>
std::vector<typename RequestTable<Row>::Finished>
RequestTable<Row>::latestFinished(const Daemons &daemons, const std::vector<Finished> &since) const
{
    struct Candidate
    {
        qint64 daemon;
        const RequestSnapshot *request;
    };

    std::vector<Candidate> candidates;
    for (const Row &row : this->records()) {
        if (row.request.isFinished() && daemons.contains(row.key.daemon))
            candidates.push_back({row.key.daemon, &row.request});
    }
    for (const auto &daemon : m_list.daemons()) {
        for (const RequestSnapshot &request : daemon->mirror().finishedRequests()) {
            if (Row::concerns(request))
                candidates.push_back({daemon->serial(), &request});
        }
    }
    for (const Finished &entry : since) {
        if (daemons.contains(entry.daemon))
            candidates.push_back({entry.daemon, &entry.request});
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return a.request->finishedAtMs < b.request->finishedAtMs;
    });
    std::vector<Finished> latest;
    QSet<RecordKey> taken;
    for (auto it = candidates.rbegin(); it != candidates.rend() && latest.size() < m_maxFinished; ++it) {
        const RecordKey key{it->daemon, it->request->id};
        if (taken.contains(key))
            continue;
        taken.insert(key);
        latest.push_back({it->daemon, *it->request});
    }
    std::reverse(latest.begin(), latest.end());
    return latest;
}

template <typename Row>
void RequestTable<Row>::dropDismissed(const Daemons &daemons)
{
    for (const Row &row : this->records()) {
        if (!daemons.contains(row.key.daemon)) {
            m_finished.remove(row.key);
            this->drop(row.key);
        }
    }
}

template <typename Row>
void RequestTable<Row>::dropForgotten(const Daemons &daemons)
{
    for (const Row &row : this->records()) {
        const MonitoredDaemon *daemon = daemons.value(row.key.daemon);
        if (!daemon || m_finished.contains(row.key))
            continue;
        const auto &live = daemon->mirror().requests();
        const auto request = live.constFind(row.key.id);
        if (request == live.constEnd() || !Row::concerns(*request))
            this->drop(row.key);
    }
}

} // namespace DaemonRpc::Monitor
