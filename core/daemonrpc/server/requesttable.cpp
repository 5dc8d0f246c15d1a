#include <daemonrpc/server/requesttable.h>

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
    m_running.emplace(id, std::move(request));
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

void RequestTable::onEnded(quint64 id)
{
    const auto it = m_running.find(id);
    RequestRecord record = it->second->record();
    it->second.release()->deleteLater(); // it is the sender
    m_running.erase(it);
    ++m_finishedCount;
    record = shortened(std::move(record));
    m_history.push_back(record);
    if (static_cast<qsizetype>(m_history.size()) > maxHistory)
        m_history.pop_front();
    Q_EMIT finished(record);
    if (m_running.empty())
        Q_EMIT becameEmpty();
}

} // namespace DaemonRpc
