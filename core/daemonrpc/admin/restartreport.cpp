#include "jsonreader_p.h"

#include <daemonrpc/admin/restartreport.h>

namespace DaemonRpc {

QJsonObject RestartReport::toJson() const
{
    return {
        {QStringLiteral("pid"), pid},
        {QStringLiteral("successor_pid"), successorPid},
        {QStringLiteral("running_requests"), runningRequests},
    };
}

Result<RestartReport> RestartReport::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    RestartReport report;
    report.pid = reader.integer(u"pid");
    report.successorPid = reader.integer(u"successor_pid");
    report.runningRequests = reader.integer(u"running_requests");
    if (reader.error())
        return unexpected(*reader.error());
    return report;
}

} // namespace DaemonRpc
