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
    /// Bytes of arguments, joined by blanks, that a record keeps; the rest is cut.
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

    [[nodiscard]] quint64 finishedCount() const { return m_finishedCount; }

    [[nodiscard]] QList<RequestRecord> running() const;
    /// Newest last.
    [[nodiscard]] QList<RequestRecord> history() const;

Q_SIGNALS:
    void finished(const DaemonRpc::RequestRecord &record);
    /// runningCount() has become 0.
    void becameEmpty();

private:
    void onEnded(quint64 id);
    [[nodiscard]] static RequestRecord shortened(RequestRecord record);

    std::map<quint64, std::unique_ptr<ServedRequest>> m_running;
    std::deque<RequestRecord> m_history;
    quint64 m_lastId = 0;
    quint64 m_finishedCount = 0;
};

} // namespace DaemonRpc
