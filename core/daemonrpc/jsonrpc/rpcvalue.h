// C++ types as parameters and results.
#pragma once

#include <daemonrpc/jsonrpc/methoddescription.h>
#include <daemonrpc/jsonrpc/rpcparams.h>

#include <limits>
#include <optional>

namespace DaemonRpc {

/// How a C++ type is read from parameters and written as a result. Specialised for the types that exist: any
/// other one does not compile.
template <typename T>
struct RpcValue;

template <>
struct RpcValue<bool>
{
    static constexpr RpcType type = RpcType::Boolean;
    static constexpr bool isRequired = true;

    static Result<bool> read(const RpcParams &params, const QString &name) { return params.boolean(name); }

    static QJsonValue write(bool value) { return value; }
};

template <>
struct RpcValue<qint64>
{
    static constexpr RpcType type = RpcType::Integer;
    static constexpr bool isRequired = true;

    static Result<qint64> read(const RpcParams &params, const QString &name) { return params.integer(name); }

    static QJsonValue write(qint64 value) { return value; }
};

template <>
struct RpcValue<int>
{
    static constexpr RpcType type = RpcType::Integer;
    static constexpr bool isRequired = true;

    static Result<int> read(const RpcParams &params, const QString &name)
    {
        const Result<qint64> value = params.integer(name);
        if (!value)
            return unexpected(value.error());
        if (*value < std::numeric_limits<int>::min() || *value > std::numeric_limits<int>::max()) {
            return unexpected(ErrorCode::InvalidArgument,
                              QStringLiteral("parameter \"%1\" must be an integer of 32 bits").arg(name));
        }
        return static_cast<int>(*value);
    }

    static QJsonValue write(int value) { return value; }
};

template <>
struct RpcValue<double>
{
    static constexpr RpcType type = RpcType::Number;
    static constexpr bool isRequired = true;

    static Result<double> read(const RpcParams &params, const QString &name) { return params.number(name); }

    static QJsonValue write(double value) { return value; }
};

template <>
struct RpcValue<QString>
{
    static constexpr RpcType type = RpcType::String;
    static constexpr bool isRequired = true;

    static Result<QString> read(const RpcParams &params, const QString &name) { return params.string(name); }

    static QJsonValue write(const QString &value) { return value; }
};

template <>
struct RpcValue<QStringList>
{
    static constexpr RpcType type = RpcType::Array;
    static constexpr bool isRequired = true;

    static Result<QStringList> read(const RpcParams &params, const QString &name)
    {
        const Result<QJsonArray> array = params.array(name);
        if (!array)
            return unexpected(array.error());
        QStringList list;
        for (const QJsonValue &value : *array) {
            if (!value.isString()) {
                return unexpected(ErrorCode::InvalidArgument,
                                  QStringLiteral("parameter \"%1\" must be an array of strings").arg(name));
            }
            list.append(value.toString());
        }
        return list;
    }

    static QJsonValue write(const QStringList &value) { return QJsonArray::fromStringList(value); }
};

template <>
struct RpcValue<QJsonArray>
{
    static constexpr RpcType type = RpcType::Array;
    static constexpr bool isRequired = true;

    static Result<QJsonArray> read(const RpcParams &params, const QString &name)
    {
        return params.array(name);
    }

    static QJsonValue write(const QJsonArray &value) { return value; }
};

template <>
struct RpcValue<QJsonObject>
{
    static constexpr RpcType type = RpcType::Object;
    static constexpr bool isRequired = true;

    static Result<QJsonObject> read(const RpcParams &params, const QString &name)
    {
        return params.object(name);
    }

    static QJsonValue write(const QJsonObject &value) { return value; }
};

template <>
struct RpcValue<QJsonValue>
{
    static constexpr RpcType type = RpcType::Any;
    static constexpr bool isRequired = true;

    static Result<QJsonValue> read(const RpcParams &params, const QString &name)
    {
        return params.value(name);
    }

    static QJsonValue write(const QJsonValue &value) { return value; }
};

template <typename T>
struct RpcValue<std::optional<T>>
{
    static constexpr RpcType type = RpcValue<T>::type;
    static constexpr bool isRequired = false;

    static Result<std::optional<T>> read(const RpcParams &params, const QString &name)
    {
        if (!params.contains(name))
            return std::optional<T>();
        const Result<T> value = RpcValue<T>::read(params, name);
        if (!value)
            return unexpected(value.error());
        return std::optional<T>(*value);
    }

    static QJsonValue write(const std::optional<T> &value)
    {
        return value ? RpcValue<T>::write(*value) : QJsonValue();
    }
};

/// What a function returns, as the outcome of a call.
template <typename T>
struct RpcReturn
{
    static Result<QJsonValue> write(const T &value) { return RpcValue<std::decay_t<T>>::write(value); }
};

template <typename T>
struct RpcReturn<Result<T>>
{
    static Result<QJsonValue> write(const Result<T> &value)
    {
        if (!value)
            return unexpected(value.error());
        if constexpr (std::is_void_v<T>)
            return QJsonValue();
        else
            return RpcValue<T>::write(*value);
    }
};

} // namespace DaemonRpc
