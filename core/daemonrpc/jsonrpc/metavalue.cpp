#include "metavalue_p.h"

#include <daemonrpc/jsonrpc/rpcvalue.h>

#include <QVariantMap>

#include <cmath>

namespace DaemonRpc {

static Result<QVariant> outOfRange(const QString &name, QStringView type)
{
    return unexpected(ErrorCode::InvalidArgument,
                      QStringLiteral("parameter \"%1\" is out of the range of %2").arg(name).arg(type));
}

template <typename T>
static Result<QVariant> typed(const RpcParams &params, const QString &name)
{
    const Result<T> value = RpcValue<T>::read(params, name);
    if (!value)
        return unexpected(value.error());
    return QVariant::fromValue<T>(*value);
}

static Result<QVariant> toUInt(const RpcParams &params, const QString &name)
{
    const Result<qint64> value = params.integer(name);
    if (!value)
        return unexpected(value.error());
    if (*value < 0 || *value > std::numeric_limits<uint>::max())
        return outOfRange(name, u"an unsigned integer of 32 bits");
    return QVariant(static_cast<uint>(*value));
}

static Result<QVariant> toFloat(const RpcParams &params, const QString &name)
{
    const Result<double> value = params.number(name);
    if (!value)
        return unexpected(value.error());
    if (std::abs(*value) > static_cast<double>(std::numeric_limits<float>::max()))
        return outOfRange(name, u"a float");
    return QVariant::fromValue<float>(static_cast<float>(*value));
}

bool MetaValue::isSupported(int metaType)
{
    switch (metaType) {
    case QMetaType::QJsonValue: return true;
    default: return rpcType(metaType) != RpcType::Any;
    }
}

RpcType MetaValue::rpcType(int metaType)
{
    switch (metaType) {
    case QMetaType::Bool: return RpcType::Boolean;
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong: return RpcType::Integer;
    case QMetaType::Float:
    case QMetaType::Double: return RpcType::Number;
    case QMetaType::QString: return RpcType::String;
    case QMetaType::QStringList:
    case QMetaType::QVariantList:
    case QMetaType::QJsonArray: return RpcType::Array;
    case QMetaType::QVariantMap:
    case QMetaType::QJsonObject: return RpcType::Object;
    default: return RpcType::Any;
    }
}

Result<QVariant> MetaValue::fromJson(int metaType, const QJsonValue &value, const QString &name)
{
    const RpcParams params(QJsonObject{{name, value}});
    switch (metaType) {
    case QMetaType::Bool: return typed<bool>(params, name);
    case QMetaType::Int: return typed<int>(params, name);
    case QMetaType::UInt: return toUInt(params, name);
    case QMetaType::LongLong: return typed<qint64>(params, name);
    case QMetaType::Float: return toFloat(params, name);
    case QMetaType::Double: return typed<double>(params, name);
    case QMetaType::QString: return typed<QString>(params, name);
    case QMetaType::QStringList: return typed<QStringList>(params, name);
    case QMetaType::QJsonArray: return typed<QJsonArray>(params, name);
    case QMetaType::QJsonObject: return typed<QJsonObject>(params, name);
    case QMetaType::QVariantList: return QVariant(value.toArray().toVariantList());
    case QMetaType::QVariantMap: return QVariant(value.toObject().toVariantMap());
    default: return QVariant::fromValue(value);
    }
}

QJsonValue MetaValue::toJson(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UInt: return static_cast<qint64>(value.toUInt());
    case QMetaType::Float: return static_cast<double>(value.toFloat());
    case QMetaType::UnknownType: return {};
    default: return QJsonValue::fromVariant(value);
    }
}

} // namespace DaemonRpc
