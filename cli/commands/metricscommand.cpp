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
    spec.summary = QStringLiteral("show everything that a daemon measures");
    spec.options = {
        {"json", 'j', "", QStringLiteral("an array of objects")},
        {"table", 't', "", QStringLiteral("a table for people, histograms as count and mean")},
    };
    spec.notes =
        QStringLiteral("Without an option, the text format of Prometheus; docs/METRICS.md lists the metrics. "
                       "HTTP\nclients get the same from the daemon's socket: curl --unix-socket SOCKET "
                       "http://localhost/metrics\n");
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
