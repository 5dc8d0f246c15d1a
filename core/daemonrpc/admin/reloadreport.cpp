#include "jsonreader_p.h"

#include <daemonrpc/admin/reloadreport.h>

namespace DaemonRpc {

QJsonObject ReloadReport::toJson() const
{
    return {
        {QStringLiteral("applied"), QJsonArray::fromStringList(applied)},
        {QStringLiteral("after_restart"), QJsonArray::fromStringList(afterRestart)},
    };
}

Result<ReloadReport> ReloadReport::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ReloadReport report;
    report.applied = reader.strings(u"applied");
    report.afterRestart = reader.strings(u"after_restart");
    if (reader.error())
        return unexpected(*reader.error());
    return report;
}

} // namespace DaemonRpc
