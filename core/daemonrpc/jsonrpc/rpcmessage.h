// The messages of JSON-RPC 2.0, as values.
#pragma once

#include <daemonrpc/jsonrpc/rpcerror.h>
#include <daemonrpc/jsonrpc/rpcid.h>

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <variant>

namespace DaemonRpc {

/// What a call ended with: its result or its error.
using RpcOutcome = std::variant<QJsonValue, RpcError>;

/// A request, or a notification when it has no id (JSON-RPC 2.0, section 4). Value.
///
///     socket->write(RpcRequest{7, QStringLiteral("requests.cancel"), params}.encode());
struct DAEMONRPC_EXPORT RpcRequest
{
    std::optional<RpcId> id; ///< Absent for a notification.
    QString method;
    QJsonValue params = QJsonValue(QJsonValue::Undefined); ///< An array, an object, or Undefined: absent.

    [[nodiscard]] bool isNotification() const { return !id.has_value(); }

    /// Compact UTF-8 without a line end.
    [[nodiscard]] QByteArray encode() const;

    friend bool operator==(const RpcRequest &, const RpcRequest &) = default;
};

/// The answer to a request (JSON-RPC 2.0, section 5). Value.
struct DAEMONRPC_EXPORT RpcResponse
{
    RpcId id;           ///< The request's; null when it could not be read.
    RpcOutcome outcome; ///< A result that is Undefined travels as null.

    /// Compact UTF-8 without a line end.
    [[nodiscard]] QByteArray encode() const;

    friend bool operator==(const RpcResponse &, const RpcResponse &) = default;
};

/// What came instead of a message, and what to answer. Value.
struct RpcInvalid
{
    RpcId id; ///< The id where one could be read, else null.
    RpcError error;

    friend bool operator==(const RpcInvalid &, const RpcInvalid &) = default;
};

using RpcMessage = std::variant<RpcRequest, RpcResponse, RpcInvalid>;

/// Whether @p value may be an id: a string, a number or null.
[[nodiscard]] DAEMONRPC_EXPORT bool isRpcId(const QJsonValue &value);

/// The names of the notifications that go along with calls.
inline constexpr QLatin1String cancelRequestMethod("$/cancelRequest"); ///< Of the caller: `{"id": …}`.
inline constexpr QLatin1String progressMethod("$/progress"); ///< To the caller: `{"id", "token", "value"}`.

/// How far the call of @p id has come, as a notification; without an id only @p token says which call it is.
[[nodiscard]] DAEMONRPC_EXPORT QByteArray encodeRpcProgress(const std::optional<RpcId> &id,
                                                            const RpcId &token, const QJsonValue &value);

/// A batch of @p messages (each from an encode()) as compact UTF-8. Never send an empty one.
[[nodiscard]] DAEMONRPC_EXPORT QByteArray encodeRpcBatch(const QByteArrayList &messages);

} // namespace DaemonRpc
