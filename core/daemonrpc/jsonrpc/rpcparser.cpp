#include "jsonscanner_p.h"

#include <daemonrpc/jsonrpc/rpcparser.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace DaemonRpc {

// What a value takes in a QJsonValue besides its text: its element, and its share of the container.
static constexpr qint64 bytesPerValue = 24;

static RpcInvalid invalid(int code, const QString &message, const RpcId &id = {})
{
    return RpcInvalid{id, RpcError{code, message}};
}

static RpcInvalid notARequest(const RpcId &id, const QString &why)
{
    return invalid(RpcError::invalidRequest, QStringLiteral("invalid request: ") + why, id);
}

static RpcInvalid notJson(qsizetype offset, const QString &why)
{
    return invalid(RpcError::parseError,
                   QStringLiteral("the message is not valid JSON at byte %1: %2").arg(offset).arg(why));
}

static RpcMessage readRequest(const QJsonObject &object, const RpcId &id)
{
    const QJsonValue method = object.value(QStringLiteral("method"));
    const QJsonValue params = object.value(QStringLiteral("params"));
    if (!method.isString())
        return notARequest(id, QStringLiteral("\"method\" must be a string"));
    if (!params.isUndefined() && !params.isArray() && !params.isObject()) {
        return notARequest(id, QStringLiteral("\"params\" must be an array or an object; leave it out when "
                                              "there are none"));
    }
    RpcRequest request{std::nullopt, method.toString(), params};
    if (object.contains(QStringLiteral("id")))
        request.id = id;
    return request;
}

static RpcMessage readResponse(const QJsonObject &object, const RpcId &id)
{
    const bool hasResult = object.contains(QStringLiteral("result"));
    const bool hasError = object.contains(QStringLiteral("error"));
    if (hasResult && hasError)
        return notARequest(id, QStringLiteral("a response has either \"result\" or \"error\""));
    if (!object.contains(QStringLiteral("id")))
        return notARequest(id, QStringLiteral("a response must have an \"id\""));
    if (hasResult)
        return RpcResponse{id, object.value(QStringLiteral("result"))};
    const std::optional<RpcError> error = RpcError::fromJson(object.value(QStringLiteral("error")));
    if (!error)
        return notARequest(id, QStringLiteral("\"error\" must have an integer \"code\" and a \"message\""));
    return RpcResponse{id, *error};
}

static RpcMessage readMessage(const QJsonValue &value, QByteArrayView numberId)
{
    constexpr qsizetype longestNumberId = 128;
    if (!value.isObject())
        return notARequest({}, QStringLiteral("a message must be an object"));
    const QJsonObject object = value.toObject();

    RpcId id; // null, also where there is none
    if (object.contains(QStringLiteral("id"))) {
        const QJsonValue given = object.value(QStringLiteral("id"));
        if (!isRpcId(given))
            return notARequest({}, QStringLiteral("\"id\" must be a string, a number or null"));
        if (numberId.size() > longestNumberId) {
            return notARequest(
                {}, QStringLiteral("\"id\" is a number of more than %1 characters").arg(longestNumberId));
        }
        id = given.isDouble() ? RpcId(given, numberId.toByteArray()) : RpcId(given);
    }
    if (object.value(QStringLiteral("jsonrpc")) != QJsonValue(QStringLiteral("2.0")))
        return notARequest(id, QStringLiteral("\"jsonrpc\" must be \"2.0\""));
    if (object.contains(QStringLiteral("method")))
        return readRequest(object, id);
    if (object.contains(QStringLiteral("result")) || object.contains(QStringLiteral("error")))
        return readResponse(object, id);
    return notARequest(id, QStringLiteral("\"method\" is missing"));
}

static RpcPayload single(const RpcMessage &message) { return RpcPayload{false, {message}}; }

static QString limitMessage(JsonShape shape, const RpcLimits &limits)
{
    switch (shape) {
    case JsonShape::TooDeep:
        return QStringLiteral("the message is nested too deeply: at most %1 levels are read")
            .arg(limits.maxDepth);
    case JsonShape::TooManyValues:
        return QStringLiteral("the message has too many values: at most %1 are read").arg(limits.maxValues);
    default:
        return QStringLiteral("the batch is too long: send at most %1 messages in one").arg(limits.maxBatch);
    }
}

static RpcPayload readDocument(const QJsonDocument &document, const JsonScan &scan)
{
    if (document.isObject())
        return single(readMessage(document.object(), scan.numberIds.value(0)));
    const QJsonArray array = document.array();
    if (array.isEmpty())
        return single(notARequest({}, QStringLiteral("a batch must have at least one message")));
    RpcPayload payload{true, {}};
    payload.messages.reserve(array.size());
    int position = 0;
    for (const QJsonValue &value : array)
        payload.messages.append(readMessage(value, scan.numberIds.value(position++)));
    return payload;
}

RpcPayload parseRpc(QByteArrayView text, const RpcLimits &limits)
{
    if (text.size() > limits.maxBytes) {
        return single(
            invalid(RpcError::parseError, QStringLiteral("the message has %1 bytes: at most %2 are read")
                                              .arg(text.size())
                                              .arg(limits.maxBytes)));
    }
    if (text.startsWith(QByteArrayView("\xef\xbb\xbf")))
        text = text.sliced(3);
    const JsonScan scan = JsonScanner(text, limits).scan();
    switch (scan.shape) {
    case JsonShape::Object:
    case JsonShape::Array: break;
    case JsonShape::Scalar:
        return single(text.isValidUtf8() ? notARequest({}, QStringLiteral("a message must be an object"))
                                         : notJson(scan.offset, QStringLiteral("it is not UTF-8")));
    case JsonShape::Malformed:
        return single(notJson(scan.offset, QStringLiteral("the grammar does not allow what is there")));
    case JsonShape::TooDeep:
    case JsonShape::TooManyValues:
        return single(invalid(RpcError::parseError, limitMessage(scan.shape, limits)));
    case JsonShape::BatchTooLong:
        return single(invalid(RpcError::invalidRequest, limitMessage(scan.shape, limits)));
    }

    QJsonParseError parseError;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return single(notJson(parseError.offset, parseError.errorString()));
    RpcPayload payload = readDocument(document, scan);
    payload.costBytes = text.size() + scan.values * bytesPerValue;
    return payload;
}

} // namespace DaemonRpc
