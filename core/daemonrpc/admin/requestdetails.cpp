#include "jsonreader_p.h"

#include <daemonrpc/admin/requestdetails.h>

namespace DaemonRpc {

QJsonObject RequestDetails::toJson() const
{
    QJsonObject json = snapshot.toJson();
    json.insert(QStringLiteral("environment"),
                environment ? QJsonValue(environment->toJson()) : QJsonValue(QJsonValue::Null));
    return json;
}

Result<RequestDetails> RequestDetails::fromJson(const QJsonObject &json)
{
    const Result<RequestSnapshot> snapshot = RequestSnapshot::fromJson(json);
    if (!snapshot)
        return unexpected(snapshot.error());
    JsonReader reader(json);
    RequestDetails details;
    details.snapshot = *snapshot;
    details.environment = reader.optionalValue<EnvironmentDiff>(u"environment");
    if (reader.error())
        return unexpected(*reader.error());
    return details;
}

} // namespace DaemonRpc
