#include "jsonreader_p.h"

#include <daemonrpc/jsonrpc/rpcparams.h>

#include <cmath>

namespace DaemonRpc {

void JsonReader::complain(QStringView name, const QString &expected)
{
    if (!m_error) {
        m_error =
            Error(ErrorCode::ProtocolViolation,
                  QStringLiteral("the daemon's answer lacks \"%1\", or it is not %2").arg(name, expected));
    }
}

void JsonReader::adopt(const Error &error)
{
    if (!m_error)
        m_error = error;
}

QString JsonReader::string(QStringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isString())
        complain(name, QStringLiteral("a string"));
    return value.toString();
}

qint64 JsonReader::integer(QStringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!isJsonInteger(value))
        complain(name, QStringLiteral("a whole number"));
    return value.toInteger();
}

double JsonReader::number(QStringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        complain(name, QStringLiteral("a number"));
    return value.toDouble();
}

bool JsonReader::boolean(QStringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isBool())
        complain(name, QStringLiteral("true or false"));
    return value.toBool();
}

QJsonArray JsonReader::array(QStringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isArray())
        complain(name, QStringLiteral("an array"));
    return value.toArray();
}

QStringList JsonReader::strings(QStringView name)
{
    QStringList result;
    const QJsonArray elements = array(name);
    for (const QJsonValue &element : elements) {
        if (!element.isString())
            complain(name, QStringLiteral("an array of strings"));
        result.append(element.toString());
    }
    return result;
}

static bool isAbsent(const QJsonValue &value) { return value.isUndefined() || value.isNull(); }

qint64 JsonReader::optionalInteger(QStringView name)
{
    return isAbsent(m_object.value(name)) ? 0 : integer(name);
}

QString JsonReader::optionalString(QStringView name)
{
    return isAbsent(m_object.value(name)) ? QString() : string(name);
}

std::optional<QJsonObject> JsonReader::optionalObject(QStringView name)
{
    const QJsonValue value = m_object.value(name);
    if (isAbsent(value))
        return std::nullopt;
    if (!value.isObject()) {
        complain(name, QStringLiteral("an object"));
        return std::nullopt;
    }
    return value.toObject();
}

} // namespace DaemonRpc
