#include <daemonrpc/jsonrpc/rpcparams.h>

namespace DaemonRpc {

static Error wrongParameter(QStringView name, const QJsonValue &value, QStringView type)
{
    if (value.isUndefined() || value.isNull())
        return Error(ErrorCode::InvalidArgument, QStringLiteral("parameter \"%1\" is missing").arg(name));
    return Error(ErrorCode::InvalidArgument,
                 QStringLiteral("parameter \"%1\" must be %2").arg(name).arg(type));
}

bool isJsonInteger(const QJsonValue &value)
{
    // toInteger() gives its argument back for anything that is no integer.
    return value.toInteger(0) == value.toInteger(1);
}

RpcParams::RpcParams(QJsonValue params, QStringList names)
    : m_params(std::move(params))
    , m_names(std::move(names))
{}

QJsonValue RpcParams::value(QStringView name) const
{
    if (m_params.isObject())
        return m_params[name];
    const qsizetype position = m_names.indexOf(name);
    return position < 0 ? QJsonValue(QJsonValue::Undefined) : m_params[position];
}

bool RpcParams::contains(QStringView name) const
{
    const QJsonValue found = value(name);
    return !found.isUndefined() && !found.isNull();
}

Result<bool> RpcParams::boolean(QStringView name) const
{
    const QJsonValue found = value(name);
    if (!found.isBool())
        return unexpected(wrongParameter(name, found, u"true or false"));
    return found.toBool();
}

Result<bool> RpcParams::boolean(QStringView name, bool fallback) const
{
    return contains(name) ? boolean(name) : Result<bool>(fallback);
}

Result<qint64> RpcParams::integer(QStringView name) const
{
    const QJsonValue found = value(name);
    if (!isJsonInteger(found))
        return unexpected(wrongParameter(name, found, u"an integer"));
    return found.toInteger();
}

Result<qint64> RpcParams::integer(QStringView name, qint64 fallback) const
{
    return contains(name) ? integer(name) : Result<qint64>(fallback);
}

Result<double> RpcParams::number(QStringView name) const
{
    const QJsonValue found = value(name);
    if (!found.isDouble())
        return unexpected(wrongParameter(name, found, u"a number"));
    return found.toDouble();
}

Result<double> RpcParams::number(QStringView name, double fallback) const
{
    return contains(name) ? number(name) : Result<double>(fallback);
}

Result<QString> RpcParams::string(QStringView name) const
{
    const QJsonValue found = value(name);
    if (!found.isString())
        return unexpected(wrongParameter(name, found, u"a string"));
    return found.toString();
}

Result<QString> RpcParams::string(QStringView name, const QString &fallback) const
{
    return contains(name) ? string(name) : Result<QString>(fallback);
}

Result<QJsonArray> RpcParams::array(QStringView name) const
{
    const QJsonValue found = value(name);
    if (!found.isArray())
        return unexpected(wrongParameter(name, found, u"an array"));
    return found.toArray();
}

Result<QJsonObject> RpcParams::object(QStringView name) const
{
    const QJsonValue found = value(name);
    if (!found.isObject())
        return unexpected(wrongParameter(name, found, u"an object"));
    return found.toObject();
}

} // namespace DaemonRpc
