// The messages of JSON-RPC 2.0, as values.
#pragma once

#include <daemonrpc/jsonrpc/rpcerror.h>

#include <QByteArray>
#include <QJsonArray>

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
    /// A string, a number or null; absent for a notification. See isRpcId() for what comes back unchanged.
    std::optional<QJsonValue> id;
    QString method;
    QJsonValue params = QJsonValue(QJsonValue::Undefined); ///< An array, an object, or Undefined: absent.

    [[nodiscard]] bool isNotification() const { return !id.has_value(); }

    [[nodiscard]] QJsonObject toJson() const;

    /// Compact UTF-8 without a line end.
    [[nodiscard]] QByteArray encode() const;

    friend bool operator==(const RpcRequest &, const RpcRequest &) = default;
};

/// The answer to a request (JSON-RPC 2.0, section 5). Value.
struct DAEMONRPC_EXPORT RpcResponse
{
    QJsonValue id;      ///< The request's; null when it could not be read.
    RpcOutcome outcome; ///< A result that is Undefined travels as null.

    [[nodiscard]] QJsonObject toJson() const;

    /// Compact UTF-8 without a line end.
    [[nodiscard]] QByteArray encode() const;

    friend bool operator==(const RpcResponse &, const RpcResponse &) = default;
};

/// What came instead of a message, and what to answer. Value.
struct RpcInvalid
{
    QJsonValue id; ///< The id where one could be read, else null.
    RpcError error;

    friend bool operator==(const RpcInvalid &, const RpcInvalid &) = default;
};

using RpcMessage = std::variant<RpcRequest, RpcResponse, RpcInvalid>;

/// Whether @p value may be an id: a string, a number or null.
///
/// Strings come back with the same characters, unpaired surrogates included. Integers of 64 bits come back
/// exactly. Other numbers come back as the nearest double in its shortest form: numerically equal to what a
/// client with doubles sent (1.0 as 1), but an integer beyond 64 bits is rounded.
[[nodiscard]] DAEMONRPC_EXPORT bool isRpcId(const QJsonValue &value);

/// A batch of @p messages (each from a toJson()) as compact UTF-8. Never send an empty one.
[[nodiscard]] DAEMONRPC_EXPORT QByteArray encodeRpcBatch(const QJsonArray &messages);

} // namespace DaemonRpc
