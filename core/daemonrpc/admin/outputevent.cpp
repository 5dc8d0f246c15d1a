#include "jsonreader_p.h"

#include <daemonrpc/admin/outputevent.h>

namespace DaemonRpc {

QJsonObject OutputEvent::toJson() const
{
    return {
        {QStringLiteral("tail"), tail},
        {QStringLiteral("sequence"), sequence},
        {QStringLiteral("stream"),
         stream == OutputStream::Output ? QStringLiteral("stdout") : QStringLiteral("stderr")},
        {QStringLiteral("data"), QString::fromLatin1(bytes.toBase64())},
        {QStringLiteral("omitted_bytes"), omittedBytes},
        {QStringLiteral("finished"), isFinished},
    };
}

static Error broken(const QString &name, const QString &expected)
{
    return Error(ErrorCode::ProtocolViolation,
                 QStringLiteral("the daemon's notification has a \"%1\" that is not %2").arg(name, expected));
}

Result<OutputEvent> OutputEvent::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    OutputEvent event;
    event.tail = reader.integer(u"tail");
    event.sequence = reader.integer(u"sequence");
    const QString stream = reader.string(u"stream");
    const QByteArray data = reader.string(u"data").toLatin1();
    event.omittedBytes = reader.integer(u"omitted_bytes");
    event.isFinished = reader.boolean(u"finished");
    if (reader.error())
        return unexpected(*reader.error());
    if (stream != u"stdout" && stream != u"stderr")
        return unexpected(broken(QStringLiteral("stream"), QStringLiteral("\"stdout\" or \"stderr\"")));
    event.stream = stream == u"stdout" ? OutputStream::Output : OutputStream::ErrorOutput;
    const auto decoded = QByteArray::fromBase64Encoding(data, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return unexpected(broken(QStringLiteral("data"), QStringLiteral("base64")));
    event.bytes = *decoded;
    if (event.omittedBytes < 0)
        return unexpected(broken(QStringLiteral("omitted_bytes"), QStringLiteral("0 or more")));
    return event;
}

} // namespace DaemonRpc
