#include "jsonreader_p.h"

#include <daemonrpc/admin/loglinesnapshot.h>

namespace DaemonRpc {

QJsonObject LogLineSnapshot::toJson() const
{
    QJsonObject json{
        {QStringLiteral("time_ms"), timeMs},
        {QStringLiteral("level"), level},
        {QStringLiteral("category"), category},
        {QStringLiteral("message"), message},
    };
    if (requestId != 0)
        json.insert(QStringLiteral("request"), requestId);
    if (omittedBytes != 0)
        json.insert(QStringLiteral("omitted_bytes"), omittedBytes);
    return json;
}

Result<LogLineSnapshot> LogLineSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    LogLineSnapshot line;
    line.timeMs = reader.integer(u"time_ms");
    line.level = reader.string(u"level");
    line.category = reader.string(u"category");
    line.message = reader.string(u"message");
    if (reader.contains(u"request"))
        line.requestId = reader.integer(u"request");
    if (reader.contains(u"omitted_bytes"))
        line.omittedBytes = reader.integer(u"omitted_bytes");
    if (reader.error())
        return unexpected(*reader.error());
    return line;
}

} // namespace DaemonRpc
