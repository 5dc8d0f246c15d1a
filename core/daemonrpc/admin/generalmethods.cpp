#include "generalmethods_p.h"

#include <daemonrpc/base/version.h>
#include <daemonrpc/jsonrpc/methodintrospection.h>

namespace DaemonRpc {

static QJsonObject versionOf(const DaemonSnapshot &snapshot)
{
    return {{QStringLiteral("version"), snapshot.version},
            {QStringLiteral("build_timestamp_ms"), snapshot.buildTimestampMs},
            {QStringLiteral("build_id"), snapshot.buildId}};
}

void GeneralMethods::addTo(MethodRegistry &methods, const DaemonControl &control)
{
    methods.addSync(
        {QStringLiteral("ping"),
         QStringLiteral("Answers \"pong\"."),
         {},
         QStringLiteral("\"pong\""),
         Role::ReadOnly},
        [](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> { return QStringLiteral("pong"); });
    methods.addSync(
        {QStringLiteral("echo"),
         QStringLiteral("Answers with its parameters, whatever they are."),
         {},
         QStringLiteral("The parameters as they were sent: an array, an object, or null without any."),
         Role::ReadOnly},
        [](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> { return params.raw(); });
    methods.addSync({QStringLiteral("version"),
                     QStringLiteral("Tells the version and build of the daemon."),
                     {},
                     QStringLiteral("An object: version, build_timestamp_ms, build_id."),
                     Role::ReadOnly},
                    [&control](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                        return versionOf(control.snapshot());
                    });
    MethodIntrospection::addTo(methods, QStringLiteral("daemon-rpc"), libraryVersion());
}

} // namespace DaemonRpc
