#include <daemonrpc/jsonrpc/rpcmessage.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace DaemonRpc {

static QJsonObject emptyMessage() { return QJsonObject{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")}}; }

// A QJsonObject would round an id that keeps its text, so that goes in front of the other members.
static QByteArray encodeWithId(QJsonObject object, const RpcId &id)
{
    if (id.isExactValue()) {
        object.insert(QStringLiteral("id"), id.value());
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    const QByteArray others = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return R"({"id":)" + id.toText() + ',' + others.sliced(1);
}

QByteArray RpcRequest::encode() const
{
    QJsonObject object = emptyMessage();
    object.insert(QStringLiteral("method"), method);
    if (!params.isUndefined())
        object.insert(QStringLiteral("params"), params);
    if (id)
        return encodeWithId(object, *id);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray RpcResponse::encode() const
{
    QJsonObject object = emptyMessage();
    if (const auto *error = std::get_if<RpcError>(&outcome)) {
        object.insert(QStringLiteral("error"), error->toJson());
        return encodeWithId(object, id);
    }
    const QJsonValue &result = std::get<QJsonValue>(outcome);
    // Inserting Undefined would leave the member out, and a response without a result is no response.
    object.insert(QStringLiteral("result"), result.isUndefined() ? QJsonValue(QJsonValue::Null) : result);
    return encodeWithId(object, id);
}

QByteArray encodeRpcProgress(const std::optional<RpcId> &id, const RpcId &token, const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return R"({"jsonrpc":"2.0","method":")" + QByteArray(progressMethod.data(), progressMethod.size()) +
           R"(","params":{)" + (id ? R"("id":)" + id->toText() + ',' : QByteArray()) + R"("token":)" +
           token.toText() + R"(,"value":)" + wrapped.sliced(1, wrapped.size() - 2) + "}}";
}

bool isRpcId(const QJsonValue &value) { return value.isString() || value.isDouble() || value.isNull(); }

QByteArray encodeRpcBatch(const QByteArrayList &messages) { return '[' + messages.join(',') + ']'; }

} // namespace DaemonRpc
