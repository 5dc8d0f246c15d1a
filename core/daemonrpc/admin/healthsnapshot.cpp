#include "jsonreader_p.h"

#include <daemonrpc/admin/healthsnapshot.h>

namespace DaemonRpc {

QJsonObject HealthCheckSnapshot::toJson() const
{
    return {
        {QStringLiteral("name"), name}, {QStringLiteral("status"), status},
        {QStringLiteral("text"), text}, {QStringLiteral("value"), value},
        {QStringLiteral("unit"), unit}, {QStringLiteral("since_ms"), sinceMs},
    };
}

Result<HealthCheckSnapshot> HealthCheckSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    HealthCheckSnapshot value;
    value.name = reader.string(u"name");
    value.status = reader.string(u"status");
    value.text = reader.string(u"text");
    value.value = reader.number(u"value");
    value.unit = reader.string(u"unit");
    value.sinceMs = reader.integer(u"since_ms");
    if (reader.error())
        return unexpected(*reader.error());
    return value;
}

QJsonObject HealthSnapshot::toJson() const
{
    QJsonArray array;
    for (const HealthCheckSnapshot &check : checks)
        array.append(check.toJson());
    return {{QStringLiteral("status"), status}, {QStringLiteral("checks"), array}};
}

Result<HealthSnapshot> HealthSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    HealthSnapshot value;
    value.status = reader.string(u"status");
    static_cast<void>(reader.array(u"checks")); // must be there
    value.checks = reader.values<HealthCheckSnapshot>(u"checks");
    if (reader.error())
        return unexpected(*reader.error());
    return value;
}

} // namespace DaemonRpc
