// The error object of JSON-RPC 2.0.
#pragma once

#include <daemonrpc/base/error.h>

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace DaemonRpc {

/// An error as it travels in a response (JSON-RPC 2.0, section 5.1). Value.
///
/// An Error crosses the wire unchanged: `data` carries its code by name and its context chain as
/// `{"code": "queue_full", "context": ["calling requests.start"]}`, `message` its message. The number is:
///
/// | ErrorCode                | code                                     |
/// |--------------------------|------------------------------------------|
/// | InvalidArgument          | -32602, as it means the same             |
/// | Internal                 | -32603, as it means the same             |
/// | every other, of number n | -32000 - n (QueueFull = 21 gives -32021) |
///
///     call.fail(RpcError::fromError(Error(ErrorCode::QueueFull, message)));
struct DAEMONRPC_EXPORT RpcError
{
    static constexpr int parseError = -32700;      ///< The text is not JSON, or exceeds a limit on its shape.
    static constexpr int invalidRequest = -32600;  ///< JSON, but not a request.
    static constexpr int methodNotFound = -32601;  ///< No method has this name.
    static constexpr int invalidParams = -32602;   ///< A parameter is missing or of the wrong type.
    static constexpr int internalError = -32603;   ///< A defect of the side that answers.
    static constexpr int serverErrorBase = -32000; ///< Minus the ErrorCode's number gives the server errors.

    int code = internalError;
    QString message;                                     ///< One sentence for people.
    QJsonValue data = QJsonValue(QJsonValue::Undefined); ///< Undefined: the member is absent.

    /// The number for @p code, from the table above.
    [[nodiscard]] static int codeFor(ErrorCode code);

    [[nodiscard]] static RpcError fromError(const Error &error);

    /// The Error that fromError() was given; for an error of foreign make, the nearest one.
    ///
    /// The name in `data` decides, then the number. Foreign numbers become: -32700 and -32600
    /// ProtocolViolation, -32601 Unsupported, -32602 InvalidArgument, anything else Internal with the number
    /// in the context. A server error of a newer peer keeps its number as an ErrorCode that has no name here.
    [[nodiscard]] Error toError() const;

    [[nodiscard]] QJsonObject toJson() const;

    /// Nothing when @p value is no error object: `code` (an integer of 32 bits) and `message` must be there.
    [[nodiscard]] static std::optional<RpcError> fromJson(const QJsonValue &value);

    friend bool operator==(const RpcError &, const RpcError &) = default;
};

} // namespace DaemonRpc
