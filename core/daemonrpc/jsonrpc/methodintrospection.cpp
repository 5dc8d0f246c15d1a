#include <daemonrpc/jsonrpc/methodintrospection.h>

namespace DaemonRpc {

static QString typeName(RpcType type)
{
    switch (type) {
    case RpcType::Boolean: return QStringLiteral("boolean");
    case RpcType::Integer: return QStringLiteral("integer");
    case RpcType::Number: return QStringLiteral("number");
    case RpcType::String: return QStringLiteral("string");
    case RpcType::Array: return QStringLiteral("array");
    case RpcType::Object: return QStringLiteral("object");
    case RpcType::Any: break;
    }
    return {};
}

static QJsonArray describeParameters(const QList<MethodParameter> &parameters)
{
    QJsonArray array;
    for (const MethodParameter &parameter : parameters) {
        array.append(QJsonObject{{QStringLiteral("name"), parameter.name},
                                 {QStringLiteral("summary"), parameter.summary},
                                 {QStringLiteral("required"), parameter.isRequired},
                                 {QStringLiteral("schema"), MethodIntrospection::schemaOf(parameter)}});
    }
    return array;
}

static QJsonObject openRpcMethod(const MethodDescription &method)
{
    const QJsonObject result{{QStringLiteral("name"), QStringLiteral("result")},
                             {QStringLiteral("summary"), method.resultSummary},
                             {QStringLiteral("schema"), method.resultSchema}};
    return QJsonObject{{QStringLiteral("name"), method.name},
                       {QStringLiteral("summary"), method.summary},
                       {QStringLiteral("paramStructure"), QStringLiteral("either")},
                       {QStringLiteral("params"), describeParameters(method.parameters)},
                       {QStringLiteral("result"), result},
                       {QStringLiteral("x-role"), roleName(method.role)}};
}

void MethodIntrospection::addTo(MethodRegistry &methods, const QString &title, const QString &version)
{
    MethodDescription list{QStringLiteral("list_methods"),
                           QStringLiteral("Lists the methods of this interface."),
                           {},
                           QStringLiteral("An array of objects: name, summary, role, parameters, result, "
                                          "result_schema."),
                           Role::ReadOnly};
    list.resultSchema = {{QStringLiteral("type"), QStringLiteral("array")},
                         {QStringLiteral("items"), schemaOf(RpcType::Object)}};
    methods.addSync(list, [&methods](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
        return MethodIntrospection::list(methods);
    });

    MethodDescription discover{QStringLiteral("rpc.discover"),
                               QStringLiteral("Describes the methods of this interface for programs."),
                               {},
                               QStringLiteral("An OpenRPC document."),
                               Role::ReadOnly};
    discover.resultSchema = schemaOf(RpcType::Object);
    methods.addSync(discover,
                    [&methods, title, version](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                        return openRpc(methods, title, version);
                    });
}

QJsonArray MethodIntrospection::list(const MethodRegistry &methods)
{
    QJsonArray array;
    for (const MethodDescription &method : methods.list()) {
        array.append(QJsonObject{{QStringLiteral("name"), method.name},
                                 {QStringLiteral("summary"), method.summary},
                                 {QStringLiteral("role"), roleName(method.role)},
                                 {QStringLiteral("parameters"), describeParameters(method.parameters)},
                                 {QStringLiteral("result"), method.resultSummary},
                                 {QStringLiteral("result_schema"), method.resultSchema}});
    }
    return array;
}

QJsonObject MethodIntrospection::openRpc(const MethodRegistry &methods, const QString &title,
                                         const QString &version)
{
    QJsonArray array;
    for (const MethodDescription &method : methods.list())
        array.append(openRpcMethod(method));
    return QJsonObject{{QStringLiteral("openrpc"), QStringLiteral("1.2.6")},
                       {QStringLiteral("info"),
                        QJsonObject{{QStringLiteral("title"), title}, {QStringLiteral("version"), version}}},
                       {QStringLiteral("methods"), array}};
}

QJsonObject MethodIntrospection::schemaOf(RpcType type)
{
    if (type == RpcType::Any)
        return {};
    return QJsonObject{{QStringLiteral("type"), typeName(type)}};
}

QJsonObject MethodIntrospection::schemaOf(const MethodParameter &parameter)
{
    QJsonObject schema = schemaOf(parameter.type);
    for (auto it = parameter.schema.begin(); it != parameter.schema.end(); ++it)
        schema.insert(it.key(), it.value());
    return schema;
}

} // namespace DaemonRpc
