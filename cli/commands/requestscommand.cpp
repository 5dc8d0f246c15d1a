#include "commands/requestscommand.h"

#include "printers/jsonprinter.h"
#include "printers/snapshotprinter.h"

#include <QJsonArray>

namespace DaemonRpc::Cli {

RequestsCommand::RequestsCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec RequestsCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "requests";
    spec.summary = tr("list the requests that a daemon serves");
    spec.options = {
        {"all", 'a', "", tr("also the latest that have finished")},
        {"json", 'j', "", tr("an array of objects")},
    };
    spec.make = [](const Invocation &invocation) { return std::make_unique<RequestsCommand>(invocation); };
    return spec;
}

void RequestsCommand::start()
{
    if (!invocation().options.isSet("all")) {
        admin().requests(
            answer<QList<RequestSnapshot>>([this](const QList<RequestSnapshot> &running) { show(running); }));
        return;
    }
    // The history comes second: what ends in between is in both lists rather than in none.
    admin().requests(answer<QList<RequestSnapshot>>([this](const QList<RequestSnapshot> &running) {
        admin().history(answer<QList<RequestSnapshot>>([this,
                                                        running](const QList<RequestSnapshot> &finished) {
            QList<RequestSnapshot> all = finished;
            for (const RequestSnapshot &request : running) {
                const bool hasEnded =
                    std::any_of(finished.begin(), finished.end(),
                                [&request](const RequestSnapshot &other) { return other.id == request.id; });
                if (!hasEnded)
                    all.append(request);
            }
            show(all);
        }));
    }));
}

void RequestsCommand::show(const QList<RequestSnapshot> &requests)
{
    if (invocation().options.isSet("json")) {
        QJsonArray array;
        for (const RequestSnapshot &request : requests)
            array.append(request.toJson());
        print(printedJson(array));
    } else if (requests.isEmpty()) {
        messenger().showInformation(tr("daemon \"%1\" serves no request").arg(daemonName()));
    } else {
        const TerminalInfo &terminal = invocation().terminal;
        print(requestTable(requests).render(
            {invocation().isColored, terminal.outputIsTerminal ? terminal.columns : 0}));
    }
    finish(0);
}

} // namespace DaemonRpc::Cli
