#include "commands/metricscommand.h"

#include "printers/jsonprinter.h"
#include "printers/metricsprinter.h"

#include <QJsonArray>
#include <QJsonObject>

namespace DaemonRpc::Cli {

MetricsCommand::MetricsCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec MetricsCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "metrics";
    spec.summary = tr("show everything that a daemon measures");
    spec.options = {
        {"json", 'j', "", tr("an array of objects")},
        {"table", 't', "", tr("a table for people, histograms as count and mean")},
    };
    spec.notes = tr(
        "Without an option, the text format of Prometheus; docs/METRICS.md lists the metrics. HTTP clients "
        "get the same from the daemon's socket: curl --unix-socket SOCKET http://localhost/metrics");
    spec.make = [](const Invocation &invocation) { return std::make_unique<MetricsCommand>(invocation); };
    return spec;
}

void MetricsCommand::start()
{
    const OptionValues &options = invocation().options;
    const bool isText = !options.isSet("json") && !options.isSet("table");
    const QJsonObject params{
        {QStringLiteral("format"), isText ? QStringLiteral("text") : QStringLiteral("json")}};
    admin().call(QStringLiteral("metrics"), params, answer<QJsonValue>([this](const QJsonValue &metrics) {
                     show(metrics);
                     finish(0);
                 }));
}

void MetricsCommand::show(const QJsonValue &metrics)
{
    if (invocation().options.isSet("json"))
        print(printedJson(metrics));
    else if (invocation().options.isSet("table"))
        print(metricsTable(metrics.toArray())
                  .render({invocation().isColored,
                           invocation().terminal.outputIsTerminal ? invocation().terminal.columns : 0}));
    else
        print(metrics.toString());
}

} // namespace DaemonRpc::Cli
