#include "jsonreader_p.h"

#include <daemonrpc/admin/requestsnapshot.h>

namespace DaemonRpc {

RequestSnapshot RequestSnapshot::fromRecord(const RequestRecord &record)
{
    RequestSnapshot snapshot;
    snapshot.id = static_cast<qint64>(record.id);
    snapshot.connectionId = static_cast<qint64>(record.connectionId);
    for (const QByteArray &argument : record.arguments)
        snapshot.arguments.append(QString::fromUtf8(argument));
    snapshot.handler = handlerKindName(record.kind);
    snapshot.state = requestStateName(record.state);
    if (record.peer) {
        snapshot.peerUid = record.peer->uid;
        snapshot.peerPid = record.peer->pid;
    }
    snapshot.workingDirectory = QString::fromUtf8(record.workingDirectory);
    snapshot.queuePlace = record.queuePlace;
    snapshot.acceptedAtMs = record.acceptedAtMs;
    snapshot.queuedAtMs = record.queuedAtMs;
    snapshot.startedAtMs = record.startedAtMs;
    snapshot.firstOutputAtMs = record.firstOutputAtMs;
    snapshot.deadlineAtMs = record.deadlineAtMs;
    snapshot.finishedAtMs = record.finishedAtMs;
    snapshot.processId = record.processId;
    snapshot.durationMs = record.durationMs;
    snapshot.graceMs = record.graceMs;
    snapshot.inputBytes = record.inputBytes;
    snapshot.outputBytes = record.outputBytes;
    snapshot.exitCode = record.exitCode;
    snapshot.signal = record.signal;
    if (record.error) {
        snapshot.error = errorCodeName(record.error->code());
        snapshot.errorMessage = record.error->message().left(maxMessageCharacters);
    }
    if (const std::optional<CancellationRecord> &cancellation = record.cancellation) {
        snapshot.cancellation = CancellationSnapshot{cancellationReasonName(cancellation->reason),
                                                     cancellation->requestedBy,
                                                     cancellation->requestedAtMs,
                                                     cancellation->latencyMs,
                                                     cancellation->isForced,
                                                     forcedEndName(cancellation->forcedBy)};
    }
    return snapshot;
}

static QJsonValue toJsonValue(const std::optional<CancellationSnapshot> &cancellation)
{
    if (!cancellation)
        return QJsonValue::Null;
    return QJsonObject{
        {QStringLiteral("reason"), cancellation->reason},
        {QStringLiteral("requested_by"), cancellation->requestedBy},
        {QStringLiteral("requested_at_ms"), cancellation->requestedAtMs},
        {QStringLiteral("latency_ms"), cancellation->latencyMs},
        {QStringLiteral("forced"), cancellation->isForced},
        {QStringLiteral("forced_by"), cancellation->forcedBy},
    };
}

QJsonObject RequestSnapshot::toJson() const
{
    return {
        {QStringLiteral("id"), id},
        {QStringLiteral("connection_id"), connectionId},
        {QStringLiteral("arguments"), QJsonArray::fromStringList(arguments)},
        {QStringLiteral("handler"), handler},
        {QStringLiteral("state"), state},
        {QStringLiteral("peer_uid"), peerUid},
        {QStringLiteral("peer_pid"), peerPid},
        {QStringLiteral("working_directory"), workingDirectory},
        {QStringLiteral("queue_place"), queuePlace},
        {QStringLiteral("accepted_at_ms"), acceptedAtMs},
        {QStringLiteral("queued_at_ms"), queuedAtMs},
        {QStringLiteral("started_at_ms"), startedAtMs},
        {QStringLiteral("first_output_at_ms"), firstOutputAtMs},
        {QStringLiteral("deadline_at_ms"), deadlineAtMs},
        {QStringLiteral("finished_at_ms"), finishedAtMs},
        {QStringLiteral("process_id"), processId},
        {QStringLiteral("duration_ms"), durationMs},
        {QStringLiteral("grace_ms"), graceMs},
        {QStringLiteral("input_bytes"), inputBytes},
        {QStringLiteral("output_bytes"), outputBytes},
        {QStringLiteral("exit_code"), exitCode},
        {QStringLiteral("signal"), signal},
        {QStringLiteral("error"), error},
        {QStringLiteral("error_message"), errorMessage},
        {QStringLiteral("cancellation"), toJsonValue(cancellation)},
    };
}

Result<RequestSnapshot> RequestSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    RequestSnapshot snapshot;
    snapshot.id = reader.integer(u"id");
    snapshot.connectionId = reader.integer(u"connection_id");
    snapshot.arguments = reader.strings(u"arguments");
    snapshot.handler = reader.string(u"handler");
    snapshot.state = reader.string(u"state");
    snapshot.peerUid = reader.integer(u"peer_uid");
    snapshot.peerPid = reader.integer(u"peer_pid");
    snapshot.workingDirectory = reader.string(u"working_directory");
    snapshot.queuePlace = reader.integer(u"queue_place");
    snapshot.acceptedAtMs = reader.integer(u"accepted_at_ms");
    snapshot.queuedAtMs = reader.integer(u"queued_at_ms");
    snapshot.startedAtMs = reader.integer(u"started_at_ms");
    snapshot.firstOutputAtMs = reader.integer(u"first_output_at_ms");
    snapshot.deadlineAtMs = reader.integer(u"deadline_at_ms");
    snapshot.finishedAtMs = reader.integer(u"finished_at_ms");
    snapshot.processId = reader.optionalInteger(u"process_id");
    snapshot.durationMs = reader.integer(u"duration_ms");
    snapshot.graceMs = reader.integer(u"grace_ms");
    snapshot.inputBytes = reader.integer(u"input_bytes");
    snapshot.outputBytes = reader.integer(u"output_bytes");
    snapshot.exitCode = reader.integer(u"exit_code");
    snapshot.signal = reader.integer(u"signal");
    snapshot.error = reader.string(u"error");
    snapshot.errorMessage = reader.string(u"error_message");
    std::optional<Error> cancellationError;
    if (const std::optional<QJsonObject> object = reader.optionalObject(u"cancellation")) {
        JsonReader inner(*object);
        CancellationSnapshot cancellation;
        cancellation.reason = inner.string(u"reason");
        cancellation.requestedBy = inner.string(u"requested_by");
        cancellation.requestedAtMs = inner.integer(u"requested_at_ms");
        cancellation.latencyMs = inner.integer(u"latency_ms");
        cancellation.isForced = inner.boolean(u"forced");
        cancellation.forcedBy = inner.optionalString(u"forced_by");
        snapshot.cancellation = cancellation;
        cancellationError = inner.error();
    }
    if (reader.error())
        return unexpected(*reader.error());
    if (cancellationError)
        return unexpected(*cancellationError);
    return snapshot;
}

} // namespace DaemonRpc
