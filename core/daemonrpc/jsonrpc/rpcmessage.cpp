#include <daemonrpc/jsonrpc/rpcmessage.h>

#include <QJsonDocument>

namespace DaemonRpc {

static QJsonObject emptyMessage() { return QJsonObject{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")}}; }

static QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject RpcRequest::toJson() const
{
    QJsonObject object = emptyMessage();
    object.insert(QStringLiteral("method"), method);
    if (!params.isUndefined())
        object.insert(QStringLiteral("params"), params);
    if (id)
        object.insert(QStringLiteral("id"), *id);
    return object;
}

QByteArray RpcRequest::encode() const { return compact(toJson()); }

QJsonObject RpcResponse::toJson() const
{
    QJsonObject object = emptyMessage();
    object.insert(QStringLiteral("id"), id);
    if (const auto *error = std::get_if<RpcError>(&outcome)) {
        object.insert(QStringLiteral("error"), error->toJson());
        return object;
    }
    const QJsonValue &result = std::get<QJsonValue>(outcome);
    // Inserting Undefined would leave the member out, and a response without a result is no response.
    object.insert(QStringLiteral("result"), result.isUndefined() ? QJsonValue(QJsonValue::Null) : result);
    return object;
}

QByteArray RpcResponse::encode() const { return compact(toJson()); }

bool isRpcId(const QJsonValue &value) { return value.isString() || value.isDouble() || value.isNull(); }

QByteArray encodeRpcBatch(const QJsonArray &messages)
{
    return QJsonDocument(messages).toJson(QJsonDocument::Compact);
}

} // namespace DaemonRpc
