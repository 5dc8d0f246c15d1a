// What a method is called and takes, for callers and people.
#pragma once

#include <daemonrpc/base/role.h>

#include <QJsonObject>
#include <QList>
#include <QString>

namespace DaemonRpc {

/// The type a parameter must have.
enum class RpcType { Any, Boolean, Integer, Number, String, Array, Object };

/// One parameter of a method. Value.
struct MethodParameter
{
    QString name;
    RpcType type = RpcType::Any;
    bool isRequired = true;
    QString summary;         ///< One sentence, with the unit where there is one.
    QJsonObject schema = {}; ///< What JSON Schema says beyond the type: `{"minimum": 0}`, `{"enum": […]}`.
};

/// One method, as introspection shows it. Value.
struct MethodDescription
{
    QString name;                      ///< Dotted, from the large to the small: "requests.cancel".
    QString summary;                   ///< One sentence: what it does.
    QList<MethodParameter> parameters; ///< In the order of positions, required ones first.
    QString resultSummary;             ///< One sentence: what it returns.
    Role role = Role::Control;         ///< What a caller must at least be.
    QJsonObject resultSchema = {};     ///< The result in JSON Schema; empty where anything may come.
};

} // namespace DaemonRpc
