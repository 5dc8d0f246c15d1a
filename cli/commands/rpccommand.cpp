#include "commands/rpccommand.h"

#include "printers/jsonprinter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace DaemonRpc::Cli {

RpcCommand::RpcCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec RpcCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "rpc";
    spec.summary = tr("call a JSON-RPC method of the daemon");
    spec.operandsHelp = QStringLiteral("METHOD [PARAMS_JSON]");
    spec.minOperands = 1;
    spec.maxOperands = 2;
    spec.notes = tr("PARAMS_JSON is an object or an array. Prints the result as JSON. The method "
                    "list_methods tells which there are.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<RpcCommand>(invocation); };
    return spec;
}

void RpcCommand::start()
{
    QJsonValue params;
    if (invocation().operands.size() > 1) {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(invocation().operands.at(1), &problem);
        if (problem.error != QJsonParseError::NoError) {
            fail(Error(ErrorCode::InvalidArgument, tr("PARAMS_JSON is no JSON object or array: %1 at byte %2")
                                                       .arg(problem.errorString())
                                                       .arg(problem.offset)));
            return;
        }
        params = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    admin().call(QString::fromUtf8(invocation().operands.constFirst()), params,
                 answer<QJsonValue>([this](const QJsonValue &result) {
                     print(printedJson(result));
                     finish(0);
                 }));
}

} // namespace DaemonRpc::Cli
