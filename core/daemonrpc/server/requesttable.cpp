#include <daemonrpc/server/requesttable.h>

#include <algorithm>

#include <signal.h>

namespace DaemonRpc {

RequestTable::RequestTable(QObject *parent)
    : QObject(parent)
{}

RequestTable::~RequestTable() = default;

void RequestTable::add(std::unique_ptr<ServedRequest> request)
{
    const quint64 id = request->id();
    connect(request.get(), &ServedRequest::ended, this, [this, id] { onEnded(id); });
    connect(request.get(), &ServedRequest::changed, this, [this, id] { Q_EMIT changed(id); });
    m_running.emplace(id, std::move(request));
    ++m_totals.accepted;
    Q_EMIT added(id);
}

Result<void> RequestTable::cancel(quint64 id, CancellationReason reason, const QString &requestedBy)
{
    const auto it = m_running.find(id);
    if (it == m_running.end()) {
        return unexpected(
            ErrorCode::UnknownRequest,
            QStringLiteral("no running request has the id %1; see \"daemon-rpc requests\"").arg(id));
    }
    it->second->cancel(reason, requestedBy, SIGTERM);
    return {};
}

void RequestTable::cancelAll(CancellationReason reason, const QString &requestedBy)
{
    // Ends are said from the event loop: the table does not change while it is walked.
    for (const auto &[id, request] : m_running)
        request->cancel(reason, requestedBy, SIGTERM);
}

// As if joined by blanks: empty arguments take room, too, and there may be very many.
static void shorten(QByteArrayList &arguments)
{
    qsizetype room = RequestTable::maxHistoryArgumentBytes + 1;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        --room;
        if (room < 0 || arguments[i].size() > room) {
            arguments[i] = arguments[i].left(qMax<qsizetype>(0, room)) + "...";
            arguments.resize(i + 1);
            return;
        }
        room -= arguments[i].size();
    }
}

RequestRecord RequestTable::shortened(RequestRecord record)
{
    shorten(record.arguments);
    if (record.workingDirectory.size() > maxHistoryArgumentBytes)
        record.workingDirectory = record.workingDirectory.left(maxHistoryArgumentBytes) + "...";
    return record;
}

QList<RequestRecord> RequestTable::running() const
{
    QList<RequestRecord> records;
    for (const auto &[id, request] : m_running)
        records.append(shortened(request->record()));
    return records;
}

QList<RequestRecord> RequestTable::history() const
{
    return QList<RequestRecord>(m_history.begin(), m_history.end());
}

QList<RequestRecord> RequestTable::finishedSince(quint64 count) const
{
    const quint64 missing = m_totals.finished - qMin(count, m_totals.finished);
    const auto wanted = static_cast<std::ptrdiff_t>(qMin<quint64>(missing, m_history.size()));
    return QList<RequestRecord>(m_history.end() - wanted, m_history.end());
}

Result<RequestRecord> RequestTable::find(quint64 id) const
{
    if (const auto running = m_running.find(id); running != m_running.end())
        return running->second->record();
    const auto finished = std::find_if(m_history.rbegin(), m_history.rend(),
                                       [id](const RequestRecord &record) { return record.id == id; });
    if (finished != m_history.rend())
        return *finished;
    return unexpected(ErrorCode::UnknownRequest,
                      QStringLiteral("no request with the id %1 runs or is remembered").arg(id));
}

const RequestContext *RequestTable::context(quint64 id) const
{
    const auto running = m_running.find(id);
    return running != m_running.end() ? &running->second->context() : nullptr;
}

void RequestTable::count(const RequestRecord &record)
{
    ++m_totals.finished;
    m_totals.inputBytes += static_cast<quint64>(record.inputBytes);
    m_totals.outputBytes += static_cast<quint64>(record.outputBytes);
    if (record.hasFailed())
        ++m_totals.failed;
    if (record.cancellation)
        ++m_totals.cancelled;
    if (record.cancellation && record.cancellation->isForced)
        ++m_totals.forced;
}

void RequestTable::onEnded(quint64 id)
{
    const auto it = m_running.find(id);
    RequestRecord record = it->second->record();
    it->second.release()->deleteLater(); // it is the sender
    m_running.erase(it);
    count(record);
    record = shortened(std::move(record));
    m_history.push_back(record);
    if (static_cast<qsizetype>(m_history.size()) > maxHistory)
        m_history.pop_front();
    Q_EMIT finished(record);
    if (m_running.empty())
        Q_EMIT becameEmpty();
}

} // namespace DaemonRpc
