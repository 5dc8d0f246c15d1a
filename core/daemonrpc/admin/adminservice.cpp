#include "logging_p.h"

#include <daemonrpc/admin/adminservice.h>
#include <daemonrpc/admin/commandsnapshot.h>
#include <daemonrpc/admin/connectionsnapshot.h>
#include <daemonrpc/admin/requestsnapshot.h>
#include <daemonrpc/base/version.h>
#include <daemonrpc/jsonrpc/methodintrospection.h>

#include <QJsonArray>

namespace DaemonRpc {

namespace {

template <typename Snapshot, typename Records>
QJsonArray snapshotsOf(const Records &records)
{
    QJsonArray array;
    for (const auto &record : records)
        array.append(Snapshot::fromRecord(record).toJson());
    return array;
}

} // namespace

AdminService::AdminService(Server &server, DaemonControl &control)
    : m_server(server)
    , m_control(control)
    , m_methods(m_service.methods())
{
    m_service.setWorkers(&server.workQueue());
    m_service.setLimits(server.limits());
    addGeneralMethods();
    addListMethods();
    addControlMethods();
}

AdminService::~AdminService() = default;

void AdminService::addGeneralMethods()
{
    m_methods.addSync(
        {QStringLiteral("ping"), QStringLiteral("Answers \"pong\"."), {}, QStringLiteral("\"pong\"")},
        [](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> { return QStringLiteral("pong"); });
    m_methods.addSync({QStringLiteral("version"),
                       QStringLiteral("Tells the version and build of the daemon."),
                       {},
                       QStringLiteral("An object: version, build_timestamp_ms, build_id.")},
                      [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                          const DaemonSnapshot snapshot = m_control.snapshot();
                          return QJsonObject{
                              {QStringLiteral("version"), snapshot.version},
                              {QStringLiteral("build_timestamp_ms"), snapshot.buildTimestampMs},
                              {QStringLiteral("build_id"), snapshot.buildId}};
                      });
    MethodIntrospection::addTo(m_methods, QStringLiteral("daemon-rpc"), libraryVersion());
}

void AdminService::addListMethods()
{
    m_methods.addSync({QStringLiteral("daemon.status"),
                       QStringLiteral("Tells the state of the daemon."),
                       {},
                       QStringLiteral("A daemon snapshot.")},
                      [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                          return m_control.snapshot().toJson();
                      });
    m_methods.addSync({QStringLiteral("daemon.requests"),
                       QStringLiteral("Lists the running requests."),
                       {},
                       QStringLiteral("An array of request snapshots.")},
                      [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                          return snapshotsOf<RequestSnapshot>(m_server.requests().running());
                      });
    m_methods.addSync({QStringLiteral("daemon.history"),
                       QStringLiteral("Lists the latest finished requests, oldest first."),
                       {},
                       QStringLiteral("An array of request snapshots.")},
                      [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                          return snapshotsOf<RequestSnapshot>(m_server.requests().history());
                      });
    m_methods.addSync({QStringLiteral("daemon.connections"),
                       QStringLiteral("Lists the open connections."),
                       {},
                       QStringLiteral("An array of connection snapshots.")},
                      [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                          return snapshotsOf<ConnectionSnapshot>(m_server.connections().records());
                      });
    m_methods.addSync(
        {QStringLiteral("daemon.commands"),
         QStringLiteral("Lists the commands that clients can run."),
         {{QStringLiteral("all"), RpcType::Boolean, false, QStringLiteral("Hidden ones, too.")}},
         QStringLiteral("An array of command snapshots, by name.")},
        [this](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> {
            const Result<bool> all = params.boolean(u"all", false);
            if (!all)
                return unexpected(all.error());
            return commands(*all);
        });
}

QJsonArray AdminService::commands(bool all) const
{
    QJsonArray array;
    for (const QByteArray &name : m_server.handlers().names()) {
        const CommandSnapshot command = CommandSnapshot::fromHandler(name, *m_server.handlers().find(name));
        if (all || !command.isHidden)
            array.append(command.toJson());
    }
    return array;
}

void AdminService::addControlMethods()
{
    m_methods.addSync(
        {QStringLiteral("daemon.cancel"),
         QStringLiteral("Asks a running request to stop; it ends within its grace."),
         {{QStringLiteral("id"), RpcType::Integer, true, QStringLiteral("The request.")}},
         QStringLiteral("true")},
        [this](const RpcParams &params, const RpcPeer &peer) -> Result<QJsonValue> {
            const Result<qint64> id = params.integer(u"id");
            if (!id)
                return unexpected(id.error());
            if (*id < 1) {
                return unexpected(ErrorCode::UnknownRequest,
                                  QStringLiteral("there is no request %1; ids start at 1").arg(*id));
            }
            qCInfo(lcAdmin).noquote() << "asked to cancel request" << *id;
            const Result<void> done = m_server.requests().cancel(
                static_cast<quint64>(*id), CancellationReason::Administrator, peer.identity.describe());
            return done ? Result<QJsonValue>(true) : Result<QJsonValue>(unexpected(done.error()));
        });
    m_methods.addSync({QStringLiteral("daemon.drain"),
                       QStringLiteral("Has the daemon give up its name, finish what runs, and exit."),
                       {},
                       QStringLiteral("A daemon snapshot, taken afterwards.")},
                      [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                          qCInfo(lcAdmin) << "asked to drain";
                          const Result<void> done = m_control.drain();
                          if (!done)
                              return unexpected(done.error());
                          return m_control.snapshot().toJson();
                      });
    m_methods.addSync(
        {QStringLiteral("daemon.stop"),
         QStringLiteral("Has the daemon give up its name, wait a while for what runs, cancel the rest, "
                        "and exit."),
         {{QStringLiteral("now"), RpcType::Boolean, false, QStringLiteral("Cancel without waiting.")}},
         QStringLiteral("A daemon snapshot, taken afterwards.")},
        [this](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> {
            const Result<bool> now = params.boolean(u"now", false);
            if (!now)
                return unexpected(now.error());
            qCInfo(lcAdmin) << (*now ? "asked to stop now" : "asked to stop");
            const Result<void> done = m_control.stop(*now);
            if (!done)
                return unexpected(done.error());
            return m_control.snapshot().toJson();
        });
    m_methods.addSync(
        {QStringLiteral("daemon.reload"),
         QStringLiteral("Has the daemon read its configuration again. When that is invalid, the "
                        "old one stays and the error says why."),
         {},
         QStringLiteral("A reload report: applied, after_restart.")},
        [this](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
            const Result<ReloadReport> report = m_control.reload();
            if (!report)
                return unexpected(report.error());
            return report->toJson();
        });
    m_methods.add(
        {QStringLiteral("daemon.restart"),
         QStringLiteral("Has the daemon start a fresh copy of itself, leave its name to that without a "
                        "gap, finish what runs, and exit. Answers when the fresh one serves."),
         {},
         QStringLiteral("An object: pid, successor_pid, running_requests (left to the old one).")},
        [this](const RpcCall &call) {
            m_control.restart([call](const Result<RestartReport> &report) {
                if (report)
                    call.reply(report->toJson());
                else
                    call.fail(report.error());
            });
        });
}

} // namespace DaemonRpc
