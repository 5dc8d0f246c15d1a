// JSON values and the types of Qt's meta-objects.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/jsonrpc/methoddescription.h>

#include <QJsonValue>
#include <QVariant>

namespace DaemonRpc {

/// Converts between JSON and the meta types that a method may use. Stateless.
class MetaValue
{
public:
    MetaValue() = delete;

    [[nodiscard]] static bool isSupported(int metaType);

    /// What a parameter of @p metaType must be.
    [[nodiscard]] static RpcType rpcType(int metaType);

    /// @p value as exactly @p metaType. Errors: InvalidArgument, which names the parameter @p name.
    [[nodiscard]] static Result<QVariant> fromJson(int metaType, const QJsonValue &value,
                                                   const QString &name);

    [[nodiscard]] static QJsonValue toJson(const QVariant &value);
};

} // namespace DaemonRpc
