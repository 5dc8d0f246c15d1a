#include "listmethods_p.h"

#include <daemonrpc/admin/commandsnapshot.h>
#include <daemonrpc/admin/connectionsnapshot.h>
#include <daemonrpc/admin/requestdetails.h>
#include <daemonrpc/admin/requestsnapshot.h>

#include <QJsonArray>

namespace DaemonRpc {

template <typename Snapshot, typename Records>
static QJsonArray snapshotsOf(const Records &records)
{
    QJsonArray array;
    for (const auto &record : records)
        array.append(Snapshot::fromRecord(record).toJson());
    return array;
}

static QJsonArray commandsOf(const Server &server, bool all)
{
    QJsonArray array;
    for (const QByteArray &name : server.handlers().names()) {
        const CommandSnapshot command = CommandSnapshot::fromHandler(name, *server.handlers().find(name));
        if (all || !command.isHidden)
            array.append(command.toJson());
    }
    return array;
}

static RequestDetails detailsOf(const RequestRecord &record, const RequestContext *context)
{
    RequestDetails details{RequestSnapshot::fromRecord(record), std::nullopt};
    if (context) {
        details.environment = EnvironmentDiff::between(Command::withCallersContext({}).environment,
                                                       context->command().environment);
    }
    return details;
}

static Result<QJsonValue> requestOf(const Server &server, const RpcParams &params, const RpcPeer &peer)
{
    const Result<qint64> id = params.integer(u"id");
    if (!id)
        return unexpected(id.error());
    const Result<bool> wantsDetails = params.boolean(u"details", false);
    if (!wantsDetails)
        return unexpected(wantsDetails.error());
    if (*wantsDetails && peer.identity.role < Role::Control) {
        return unexpected(ErrorCode::PermissionDenied,
                          QStringLiteral("the details of a request need the role %1, this connection has the "
                                         "role %2")
                              .arg(roleName(Role::Control), roleName(peer.identity.role)));
    }
    const auto number = static_cast<quint64>(qMax<qint64>(*id, 0));
    const Result<RequestRecord> record = server.requests().find(number);
    if (!record)
        return unexpected(record.error());
    if (*wantsDetails)
        return detailsOf(*record, server.requests().context(number)).toJson();
    return RequestSnapshot::fromRecord(*record).toJson();
}

void ListMethods::addTo(MethodRegistry &methods, const Server &server, const DaemonControl &control)
{
    addState(methods, control);
    addRequests(methods, server);
    addOthers(methods, server);
}

void ListMethods::addState(MethodRegistry &methods, const DaemonControl &control)
{
    for (const QString &name : {QStringLiteral("daemon.status"), QStringLiteral("status")}) {
        methods.addSync({name,
                         QStringLiteral("Tells the state of the daemon."),
                         {},
                         QStringLiteral("A daemon snapshot."),
                         Role::ReadOnly},
                        [&control](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                            return control.snapshot().toJson();
                        });
    }
    methods.addSync(
        {QStringLiteral("daemon.config"),
         QStringLiteral("Tells the configuration in force and where each value comes from. Values of "
                        "environment variables are not told."),
         {},
         QStringLiteral("An object: by dotted key an object of value and origin."),
         Role::ReadOnly},
        [&control](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
            const Result<QJsonObject> configuration = control.configuration();
            if (!configuration)
                return unexpected(configuration.error());
            return *configuration;
        });
}

void ListMethods::addRequests(MethodRegistry &methods, const Server &server)
{
    methods.addSync({QStringLiteral("daemon.requests"),
                     QStringLiteral("Lists the requests that run or wait for their turn."),
                     {},
                     QStringLiteral("An array of request snapshots, by id."),
                     Role::ReadOnly},
                    [&server](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                        return snapshotsOf<RequestSnapshot>(server.requests().running());
                    });
    methods.addSync({QStringLiteral("daemon.history"),
                     QStringLiteral("Lists the latest finished requests, oldest first."),
                     {},
                     QStringLiteral("An array of request snapshots, at most 1000."),
                     Role::ReadOnly},
                    [&server](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                        return snapshotsOf<RequestSnapshot>(server.requests().history());
                    });
    methods.addSync(
        {QStringLiteral("daemon.request"),
         QStringLiteral("Tells everything about one request, while it runs or is remembered."),
         {{QStringLiteral("id"), RpcType::Integer, true, QStringLiteral("The request.")},
          {QStringLiteral("details"), RpcType::Boolean, false,
           QStringLiteral("Also how its environment differs from the daemon's, while it runs; needs the "
                          "role control.")}},
         QStringLiteral("A request snapshot, with all of its arguments while it runs; with details "
                        "environment, an object or null."),
         Role::ReadOnly},
        [&server](const RpcParams &params, const RpcPeer &peer) { return requestOf(server, params, peer); });
}

void ListMethods::addOthers(MethodRegistry &methods, const Server &server)
{
    methods.addSync({QStringLiteral("daemon.connections"),
                     QStringLiteral("Lists the open connections."),
                     {},
                     QStringLiteral("An array of connection snapshots, by id."),
                     Role::ReadOnly},
                    [&server](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                        return snapshotsOf<ConnectionSnapshot>(server.connections().records());
                    });
    methods.addSync({QStringLiteral("daemon.commands"),
                     QStringLiteral("Lists the commands that clients can run."),
                     {{QStringLiteral("all"), RpcType::Boolean, false, QStringLiteral("Hidden ones, too.")}},
                     QStringLiteral("An array of command snapshots, by name."),
                     Role::ReadOnly},
                    [&server](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> {
                        const Result<bool> all = params.boolean(u"all", false);
                        if (!all)
                            return unexpected(all.error());
                        return commandsOf(server, *all);
                    });
}

} // namespace DaemonRpc
