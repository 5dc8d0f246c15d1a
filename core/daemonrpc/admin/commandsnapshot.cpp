#include "jsonreader_p.h"

#include <daemonrpc/admin/commandsnapshot.h>

namespace DaemonRpc {

CommandSnapshot CommandSnapshot::fromHandler(const QByteArray &name, const CommandHandler &handler)
{
    const CommandLoad load = handler.load();
    return {QString::fromUtf8(name), handler.summary(), handlerKindName(handler.kind()),
            handler.isHidden(),      load.running,      load.waiting,
            load.maxParallel,        load.warmWanted,   load.warmReady,
            load.warmCalls,          load.coldCalls};
}

QJsonObject CommandSnapshot::toJson() const
{
    return {
        {QStringLiteral("name"), name},
        {QStringLiteral("summary"), summary},
        {QStringLiteral("handler"), handler},
        {QStringLiteral("is_hidden"), isHidden},
        {QStringLiteral("running"), running},
        {QStringLiteral("waiting"), waiting},
        {QStringLiteral("max_parallel"), maxParallel},
        {QStringLiteral("warm_wanted"), warmWanted},
        {QStringLiteral("warm_ready"), warmReady},
        {QStringLiteral("warm_calls"), warmCalls},
        {QStringLiteral("cold_calls"), coldCalls},
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
    snapshot.running = reader.integer(u"running");
    snapshot.waiting = reader.integer(u"waiting");
    snapshot.maxParallel = reader.integer(u"max_parallel");
    snapshot.warmWanted = reader.integer(u"warm_wanted");
    snapshot.warmReady = reader.integer(u"warm_ready");
    snapshot.warmCalls = reader.integer(u"warm_calls");
    snapshot.coldCalls = reader.integer(u"cold_calls");
    if (reader.error())
        return unexpected(*reader.error());
    return snapshot;
}

} // namespace DaemonRpc
