#include "jsonreader_p.h"

#include <daemonrpc/admin/eventtotals.h>

namespace DaemonRpc {

QJsonObject EventTotals::toJson() const
{
    return {
        {QStringLiteral("accepted_connections"), acceptedConnections},
        {QStringLiteral("closed_connections"), closedConnections},
        {QStringLiteral("accepted_requests"), acceptedRequests},
        {QStringLiteral("finished_requests"), finishedRequests},
        {QStringLiteral("failed_requests"), failedRequests},
        {QStringLiteral("cancelled_requests"), cancelledRequests},
        {QStringLiteral("forced_requests"), forcedRequests},
        {QStringLiteral("input_bytes"), inputBytes},
        {QStringLiteral("output_bytes"), outputBytes},
    };
}

Result<EventTotals> EventTotals::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    EventTotals value;
    value.acceptedConnections = reader.integer(u"accepted_connections");
    value.closedConnections = reader.integer(u"closed_connections");
    value.acceptedRequests = reader.integer(u"accepted_requests");
    value.finishedRequests = reader.integer(u"finished_requests");
    value.failedRequests = reader.integer(u"failed_requests");
    value.cancelledRequests = reader.integer(u"cancelled_requests");
    value.forcedRequests = reader.integer(u"forced_requests");
    value.inputBytes = reader.integer(u"input_bytes");
    value.outputBytes = reader.integer(u"output_bytes");
    if (reader.error())
        return unexpected(*reader.error());
    return value;
}

} // namespace DaemonRpc
