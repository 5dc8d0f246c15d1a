#include "jsonscanner_p.h"

#include <daemonrpc/jsonrpc/rpcparser.h>

#include <QJsonDocument>

namespace DaemonRpc {

static RpcInvalid invalid(int code, const QString &message, const QJsonValue &id = {})
{
    return RpcInvalid{id, RpcError{code, message}};
}

static RpcInvalid notARequest(const QJsonValue &id, const QString &why)
{
    return invalid(RpcError::invalidRequest, QStringLiteral("invalid request: ") + why, id);
}

static RpcMessage readRequest(const QJsonObject &object, const QJsonValue &id)
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

static RpcMessage readResponse(const QJsonObject &object, const QJsonValue &id)
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

static RpcMessage readMessage(const QJsonValue &value)
{
    if (!value.isObject())
        return notARequest({}, QStringLiteral("a message must be an object"));
    const QJsonObject object = value.toObject();

    QJsonValue id; // null, also where there is none
    if (object.contains(QStringLiteral("id"))) {
        const QJsonValue given = object.value(QStringLiteral("id"));
        if (!isRpcId(given))
            return notARequest({}, QStringLiteral("\"id\" must be a string, a number or null"));
        id = given;
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

// QJsonDocument reads no bare values; inside an array it does. JSON all the same, so no parse error.
static bool isBareValue(QByteArrayView text)
{
    const QByteArray wrapped = '[' + text.toByteArray() + ']';
    const QJsonDocument document = QJsonDocument::fromJson(wrapped);
    return document.isArray() && document.array().size() == 1;
}

static QString limitMessage(JsonShape shape, const RpcLimits &limits)
{
    switch (shape) {
    case JsonShape::TooDeep:
        return QStringLiteral("the message is nested too deeply: at most %1 levels are read")
            .arg(limits.maxDepth);
    case JsonShape::TooManyValues:
        return QStringLiteral("the message has too many values: at most %1 are read").arg(limits.maxValues);
    case JsonShape::BatchTooLong:
        return QStringLiteral("the batch is too long: send at most %1 messages in one").arg(limits.maxBatch);
    case JsonShape::Acceptable: break;
    }
    return {};
}

static RpcPayload readDocument(const QJsonDocument &document)
{
    if (document.isObject())
        return single(readMessage(document.object()));
    const QJsonArray array = document.array();
    if (array.isEmpty())
        return single(notARequest({}, QStringLiteral("a batch must have at least one message")));
    RpcPayload payload{true, {}};
    payload.messages.reserve(array.size());
    for (const QJsonValue &value : array)
        payload.messages.append(readMessage(value));
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
    const JsonShape shape = scanJson(text, limits);
    if (shape != JsonShape::Acceptable) {
        const bool isBatch = shape == JsonShape::BatchTooLong;
        return single(
            invalid(isBatch ? RpcError::invalidRequest : RpcError::parseError, limitMessage(shape, limits)));
    }

    QJsonParseError parseError;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &parseError);
    if (parseError.error == QJsonParseError::NoError)
        return readDocument(document);
    if (isBareValue(text))
        return single(notARequest({}, QStringLiteral("a message must be an object")));
    return single(invalid(RpcError::parseError, QStringLiteral("the message is not valid JSON at byte %1: %2")
                                                    .arg(parseError.offset)
                                                    .arg(parseError.errorString())));
}

} // namespace DaemonRpc
