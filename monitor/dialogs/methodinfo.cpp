#include "dialogs/methodinfo.h"

#include <QJsonArray>

#include <algorithm>

namespace DaemonRpc::Monitor {

static constexpr qsizetype maxChoices = 200;

static ParameterInfo::Kind kindOf(const QJsonObject &schema)
{
    using Kind = ParameterInfo::Kind;
    const QString type = schema.value(u"type").toString();
    if (type == u"boolean")
        return Kind::Boolean;
    if (type == u"integer")
        return Kind::Integer;
    if (type == u"number")
        return Kind::Number;
    if (type == u"string")
        return Kind::String;
    if (type == u"array")
        return Kind::Array;
    if (type == u"object")
        return Kind::Object;
    return Kind::Any;
}

QList<QJsonValue> ParameterInfo::choices() const
{
    QList<QJsonValue> list;
    const QJsonArray values = schema.value(u"enum").toArray();
    for (const QJsonValueConstRef choice : values) {
        if (list.size() < maxChoices)
            list.append(QJsonValue(choice));
    }
    return list;
}

static QList<ParameterInfo> parametersFromJson(const QJsonArray &array)
{
    QList<ParameterInfo> list;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        ParameterInfo parameter;
        parameter.name = object.value(u"name").toString();
        if (parameter.name.isEmpty() || list.size() >= MethodInfo::maxParameters)
            continue;
        parameter.summary = object.value(u"summary").toString();
        parameter.isRequired = object.value(u"required").toBool();
        parameter.schema = object.value(u"schema").toObject();
        parameter.kind = kindOf(parameter.schema);
        list.append(parameter);
    }
    return list;
}

QList<MethodInfo> MethodInfo::listFromJson(const QJsonValue &value)
{
    QList<MethodInfo> list;
    const QJsonArray elements = value.toArray();
    for (const QJsonValueConstRef element : elements) {
        const QJsonObject object = element.toObject();
        MethodInfo method;
        method.name = object.value(u"name").toString();
        if (method.name.isEmpty() || list.size() >= maxMethods)
            continue;
        method.summary = object.value(u"summary").toString();
        method.role = object.value(u"role").toString();
        method.resultSummary = object.value(u"result").toString();
        method.parameters = parametersFromJson(object.value(u"parameters").toArray());
        list.append(method);
    }
    std::sort(list.begin(), list.end(),
              [](const MethodInfo &a, const MethodInfo &b) { return a.name < b.name; });
    return list;
}

} // namespace DaemonRpc::Monitor
