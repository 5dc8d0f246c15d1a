// What a side tells of its methods.
#pragma once

#include <daemonrpc/jsonrpc/methodregistry.h>

#include <QJsonArray>
#include <QJsonObject>

namespace DaemonRpc {

/// Describes the methods of a registry: as `list_methods` for people and our own programs, and as
/// `rpc.discover` of an OpenRPC document (spec.open-rpc.org, 1.2.6) for tools that generate clients.
/// Stateless.
///
///     MethodIntrospection::addTo(service.methods(), QStringLiteral("voxels"), QStringLiteral("1.0.0"));
class DAEMONRPC_EXPORT MethodIntrospection
{
public:
    MethodIntrospection() = delete;

    /// Adds both methods, for peers that may read. They describe what @p methods has when they are called.
    static void addTo(MethodRegistry &methods, const QString &title, const QString &version);

    /// An array of `{"name", "summary", "role", "parameters", "result", "result_schema"}`, by name; a
    /// parameter is `{"name", "required", "summary", "schema"}`.
    [[nodiscard]] static QJsonArray list(const MethodRegistry &methods);

    [[nodiscard]] static QJsonObject openRpc(const MethodRegistry &methods, const QString &title,
                                             const QString &version);

    /// What JSON Schema (json-schema.org, draft 7) says of @p type: `{"type": "integer"}`; empty for Any.
    [[nodiscard]] static QJsonObject schemaOf(RpcType type);
    [[nodiscard]] static QJsonObject schemaOf(const MethodParameter &parameter);
};

} // namespace DaemonRpc
