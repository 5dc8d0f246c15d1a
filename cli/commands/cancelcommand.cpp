#include "commands/cancelcommand.h"

#include "escaping.h"
#include "printers/snapshotprinter.h"

#include <algorithm>

namespace DaemonRpc::Cli {

CancelCommand::CancelCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &CancelCommand::poll);
}

SubcommandSpec CancelCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "cancel";
    spec.summary = tr("ask a request to stop");
    spec.operandsHelp = QStringLiteral("REQUEST_ID");
    spec.minOperands = 1;
    spec.maxOperands = 1;
    spec.options = {{"wait", 'w', "", tr("until the request has ended")}};
    spec.notes = tr("\"daemon-rpc requests\" shows the ids. A request that does not stop by itself is forced "
                    "to when its grace is over.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<CancelCommand>(invocation); };
    return spec;
}

void CancelCommand::start()
{
    const QByteArray operand = invocation().operands.constFirst();
    bool isNumber = false;
    m_requestId = operand.toLongLong(&isNumber);
    if (!isNumber || m_requestId < 1) {
        fail(Error(ErrorCode::InvalidArgument,
                   tr("\"%1\" is no request id; \"daemon-rpc requests\" shows them")
                       .arg(escapedForTerminal(operand))));
        return;
    }
    admin().cancel(m_requestId, answer<void>([this] {
                       if (invocation().options.isSet("wait")) {
                           messenger().showProgress(tr("waiting for request %1…").arg(m_requestId));
                           poll();
                           return;
                       }
                       messenger().showInformation(tr("request %1 is being cancelled").arg(m_requestId));
                       finish(0);
                   }));
}

static auto hasId(qint64 id)
{
    return [id](const RequestSnapshot &request) { return request.id == id; };
}

void CancelCommand::poll()
{
    admin().requests(answer<QList<RequestSnapshot>>([this](const QList<RequestSnapshot> &running) {
        if (std::any_of(running.begin(), running.end(), hasId(m_requestId)))
            m_poll.start(pollInterval);
        else
            checkHistory();
    }));
}

void CancelCommand::checkHistory()
{
    admin().history(answer<QList<RequestSnapshot>>([this](const QList<RequestSnapshot> &finished) {
        const auto request = std::find_if(finished.begin(), finished.end(), hasId(m_requestId));
        const QString outcome = request == finished.end() ? QString() : outcomeCell(*request).text;
        messenger().showInformation(
            outcome.isEmpty() ? tr("request %1 has ended").arg(m_requestId)
                              : tr("request %1 has ended (%2)").arg(QString::number(m_requestId), outcome));
        finish(0);
    }));
}

} // namespace DaemonRpc::Cli
