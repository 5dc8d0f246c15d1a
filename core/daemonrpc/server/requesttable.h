// The requests of a server: those that run and the latest that have finished.
#pragma once

#include <daemonrpc/server/servedrequest.h>

#include <QList>

#include <deque>
#include <map>
#include <memory>

namespace DaemonRpc {

/// Owns the running requests and remembers the finished ones. Thread-bound.
class DAEMONRPC_EXPORT RequestTable : public QObject
{
    Q_OBJECT

public:
    /// Finished requests that are remembered.
    static constexpr qsizetype maxHistory = 1000;
    /// Bytes of arguments, joined by blanks, that a list shows and the history keeps; the rest is cut. The
    /// same for the working directory.
    static constexpr qsizetype maxHistoryArgumentBytes = 512;

    explicit RequestTable(QObject *parent = nullptr);
    ~RequestTable() override;

    /// Ids are given from 1 on and never reused by one daemon.
    [[nodiscard]] quint64 nextId() { return ++m_lastId; }

    /// Takes @p request until it has ended.
    void add(std::unique_ptr<ServedRequest> request);

    /// Errors: UnknownRequest; a request that is being cancelled already is no error.
    Result<void> cancel(quint64 id, CancellationReason reason, const QString &requestedBy);
    void cancelAll(CancellationReason reason, const QString &requestedBy);

    [[nodiscard]] qsizetype runningCount() const { return static_cast<qsizetype>(m_running.size()); }

    [[nodiscard]] quint64 finishedCount() const { return m_totals.finished; }

    [[nodiscard]] const RequestTotals &totals() const { return m_totals; }

    /// Those that have not finished, queued ones included, by id.
    [[nodiscard]] QList<RequestRecord> running() const;
    /// Newest last.
    [[nodiscard]] QList<RequestRecord> history() const;
    /// Those that finished after the first @p count did and are still remembered, newest last.
    [[nodiscard]] QList<RequestRecord> finishedSince(quint64 count) const;

    /// A running or remembered request, nothing left out. Errors: UnknownRequest.
    [[nodiscard]] Result<RequestRecord> find(quint64 id) const;

    /// What the handler of a running request sees; null when none of this id runs. Valid until the event loop
    /// runs, and for connections.
    [[nodiscard]] const RequestContext *context(quint64 id) const;

Q_SIGNALS:
    void added(quint64 id);
    /// Its state or place is another one; not said for bytes, nor for the end.
    void changed(quint64 id);
    void finished(const DaemonRpc::RequestRecord &record);
    /// runningCount() has become 0.
    void becameEmpty();

private:
    void onEnded(quint64 id);
    void count(const RequestRecord &record);
    [[nodiscard]] static RequestRecord shortened(RequestRecord record);

    std::map<quint64, std::unique_ptr<ServedRequest>> m_running;
    std::deque<RequestRecord> m_history;
    quint64 m_lastId = 0;
    RequestTotals m_totals;
};

} // namespace DaemonRpc
