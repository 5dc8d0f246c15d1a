#include "controlmethods_p.h"
#include "logging_p.h"

#include <daemonrpc/server/peerprogram.h>

namespace DaemonRpc {

static Result<QJsonValue> cancel(Server &server, const RpcParams &params, const RpcPeer &peer)
{
    const Result<qint64> id = params.integer(u"id");
    if (!id)
        return unexpected(id.error());
    if (*id < 1) {
        return unexpected(ErrorCode::UnknownRequest,
                          QStringLiteral("there is no request %1; ids start at 1").arg(*id));
    }
    qCInfo(lcAdmin).noquote() << "asked to cancel request" << *id;
    const Result<void> done = server.requests().cancel(
        static_cast<quint64>(*id), CancellationReason::Administrator, describeWithProgram(peer.identity));
    return done ? Result<QJsonValue>(true) : Result<QJsonValue>(unexpected(done.error()));
}

void ControlMethods::addTo(MethodRegistry &methods, Server &server, DaemonControl &control)
{
    methods.addSync(
        {QStringLiteral("daemon.cancel"),
         QStringLiteral("Asks a running request to stop; it ends within its grace."),
         {{QStringLiteral("id"), RpcType::Integer, true, QStringLiteral("The request.")}},
         QStringLiteral("true"),
         Role::Control},
        [&server](const RpcParams &params, const RpcPeer &peer) { return cancel(server, params, peer); });
    addEnding(methods, control);
    addRenewing(methods, control);
}

void ControlMethods::addEnding(MethodRegistry &methods, DaemonControl &control)
{
    methods.addSync({QStringLiteral("daemon.drain"),
                     QStringLiteral("Has the daemon give up its name, finish what runs, and exit."),
                     {},
                     QStringLiteral("A daemon snapshot, taken afterwards."),
                     Role::Control},
                    [&control](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                        qCInfo(lcAdmin) << "asked to drain";
                        const Result<void> done = control.drain();
                        if (!done)
                            return unexpected(done.error());
                        return control.snapshot().toJson();
                    });
    methods.addSync(
        {QStringLiteral("daemon.stop"),
         QStringLiteral("Has the daemon give up its name, wait a while for what runs, cancel the rest, "
                        "and exit."),
         {{QStringLiteral("now"), RpcType::Boolean, false, QStringLiteral("Cancel without waiting.")}},
         QStringLiteral("A daemon snapshot, taken afterwards."),
         Role::Control},
        [&control](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> {
            const Result<bool> now = params.boolean(u"now", false);
            if (!now)
                return unexpected(now.error());
            qCInfo(lcAdmin) << (*now ? "asked to stop now" : "asked to stop");
            const Result<void> done = control.stop(*now);
            if (!done)
                return unexpected(done.error());
            return control.snapshot().toJson();
        });
}

void ControlMethods::addRenewing(MethodRegistry &methods, DaemonControl &control)
{
    methods.addSync({QStringLiteral("daemon.reload"),
                     QStringLiteral("Has the daemon read its configuration again. When that is invalid, the "
                                    "old one stays and the error says why."),
                     {},
                     QStringLiteral("A reload report: applied, after_restart."),
                     Role::Control},
                    [&control](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                        const Result<ReloadReport> report = control.reload();
                        if (!report)
                            return unexpected(report.error());
                        return report->toJson();
                    });
    methods.add(
        {QStringLiteral("daemon.restart"),
         QStringLiteral("Has the daemon start a fresh copy of itself, leave its name to that without a "
                        "gap, finish what runs, and exit. Answers when the fresh one serves."),
         {},
         QStringLiteral("An object: pid, successor_pid, running_requests (left to the old one)."),
         Role::Control},
        [&control](const RpcCall &call) {
            control.restart([call](const Result<RestartReport> &report) {
                if (report)
                    call.reply(report->toJson());
                else
                    call.fail(report.error());
            });
        });
}

} // namespace DaemonRpc
