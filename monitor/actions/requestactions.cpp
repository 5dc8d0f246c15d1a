#include "actions/requestactions.h"

#include "actions/actionconditions.h"
#include "dialogs/confirmdialog.h"
#include "models/formatting.h"

#include <algorithm>

#include <unistd.h>

namespace DaemonRpc::Monitor {

namespace {

constexpr qsizetype maxListed = 5;

/// The answers to one cancellation of several requests, told together once all are there: an answer that is
/// dropped with its connection counts as none.
class CancelBatch
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::RequestActions)

public:
    CancelBatch(RequestActions *actions, qsizetype count)
        : m_actions(actions)
        , m_unanswered(count)
    {}

    CancelBatch(const CancelBatch &) = delete;
    CancelBatch &operator=(const CancelBatch &) = delete;

    ~CancelBatch()
    {
        if (!m_actions)
            return;
        if (m_cancelled > 0) {
            Q_EMIT m_actions->messageReported(
                tr("%n request(s) asked to stop.", nullptr, static_cast<int>(m_cancelled)), Tone::Active);
        }
        if (m_unanswered > 0) {
            Q_EMIT m_actions->messageReported(
                tr("The connection ended before the daemon had answered for %n request(s).", nullptr,
                   static_cast<int>(m_unanswered)),
                Tone::Warning);
        }
        for (const QString &problem : m_problems)
            Q_EMIT m_actions->messageReported(problem, Tone::Warning);
    }

    void take(const RecordKey &request, const Result<void> &answer)
    {
        --m_unanswered;
        if (answer)
            ++m_cancelled;
        else if (m_problems.size() < maxListed)
            m_problems.append(tr("Request %1 cannot be cancelled: %2.")
                                  .arg(request.id)
                                  .arg(Formatting::line(answer.error().message())));
    }

private:
    QPointer<RequestActions> m_actions;
    qsizetype m_unanswered;
    qsizetype m_cancelled = 0;
    QStringList m_problems;
};

} // namespace

RequestActions::RequestActions(DaemonList &daemons, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_daemons(daemons)
    , m_window(window)
{}

RequestActions::~RequestActions() = default;

void RequestActions::cancel(const QList<RecordKey> &requests)
{
    QList<RecordKey> cancellable;
    std::copy_if(requests.begin(), requests.end(), std::back_inserter(cancellable),
                 [this](const RecordKey &key) { return ActionConditions::isCancellable(key, m_daemons); });
    if (cancellable.isEmpty()) {
        Q_EMIT messageReported(tr("Nothing of what is selected can be cancelled any more."), Tone::Normal);
        return;
    }
    const bool hasForeign = std::any_of(cancellable.begin(), cancellable.end(),
                                        [this](const RecordKey &key) { return isForeign(key); });
    if (cancellable.size() > 1 || hasForeign)
        ask(cancellable);
    else
        cancelNow(cancellable);
}

void RequestActions::cancelNow(const QList<RecordKey> &requests)
{
    const auto batch = std::make_shared<CancelBatch>(this, requests.size());
    for (const RecordKey &request : requests) {
        const MonitoredDaemon *daemon = m_daemons.find(request.daemon);
        AdminClient *admin = daemon ? daemon->admin() : nullptr;
        if (!admin) {
            batch->take(request,
                        unexpected(ErrorCode::ConnectionLost, tr("there is no connection to its daemon")));
            continue;
        }
        admin->cancel(request.id,
                      [batch, request](const Result<void> &answer) { batch->take(request, answer); });
    }
}

bool RequestActions::isForeign(const RecordKey &request) const
{
    const MonitoredDaemon *daemon = m_daemons.find(request.daemon);
    return daemon && daemon->mirror().requests().value(request.id).peerUid != static_cast<qint64>(getuid());
}

void RequestActions::ask(const QList<RecordKey> &requests)
{
    QStringList lines{
        tr("%n running request(s) will be asked to stop; what does not stop within its grace is "
           "forced to.",
           nullptr, static_cast<int>(requests.size()))};
    const auto foreign = std::count_if(requests.begin(), requests.end(),
                                       [this](const RecordKey &key) { return isForeign(key); });
    if (foreign > 0)
        lines += tr("%n of them is not of your user.", nullptr, static_cast<int>(foreign));
    for (const RecordKey &request : requests.first(qMin(requests.size(), maxListed))) {
        const MonitoredDaemon *daemon = m_daemons.find(request.daemon);
        const RequestSnapshot snapshot = daemon->mirror().requests().value(request.id);
        lines += tr("Request %1: %2")
                     .arg(request.id)
                     .arg(Formatting::line(snapshot.arguments.join(u' ')).left(80));
    }
    if (requests.size() > maxListed)
        lines += tr("… and %n more.", nullptr, static_cast<int>(requests.size() - maxListed));

    auto *dialog = new ConfirmDialog(tr("Cancel %n request(s)?", nullptr, static_cast<int>(requests.size())),
                                     lines.join(u'\n'), tr("&Cancel the Requests"), m_window);
    connect(dialog, &ConfirmDialog::confirmed, this, [this, requests] { cancelNow(requests); });
    dialog->open();
}

} // namespace DaemonRpc::Monitor
