#include "jsonreader_p.h"

#include <daemonrpc/admin/commandsnapshot.h>

namespace DaemonRpc {

CommandSnapshot CommandSnapshot::fromHandler(const QByteArray &name, const CommandHandler &handler)
{
    return {QString::fromUtf8(name), handler.summary(), handlerKindName(handler.kind()), handler.isHidden()};
}

QJsonObject CommandSnapshot::toJson() const
{
    return {
        {QStringLiteral("name"), name},
        {QStringLiteral("summary"), summary},
        {QStringLiteral("handler"), handler},
        {QStringLiteral("is_hidden"), isHidden},
    };
}

Result<CommandSnapshot> CommandSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    CommandSnapshot snapshot;
    snapshot.name = reader.string(u"name");
    snapshot.summary = reader.string(u"summary");
    snapshot.handler = reader.string(u"handler");
    snapshot.isHidden = reader.boolean(u"is_hidden");
    if (reader.error())
        return unexpected(*reader.error());
    return snapshot;
}

} // namespace DaemonRpc
