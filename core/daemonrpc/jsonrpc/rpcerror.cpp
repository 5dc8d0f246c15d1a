#include <daemonrpc/jsonrpc/rpcerror.h>

#include <QJsonArray>

#include <limits>

namespace DaemonRpc {

// JSON-RPC reserves -32000 to -32099 for server errors.
static constexpr int largestServerError = 99;

static std::optional<ErrorCode> codeByName(const QString &name)
{
    for (int number = 1; number <= largestServerError; ++number) {
        const auto code = static_cast<ErrorCode>(number);
        if (errorCodeName(code) == name)
            return code;
    }
    return std::nullopt;
}

static std::optional<ErrorCode> codeByNumber(int code)
{
    switch (code) {
    case RpcError::parseError:
    case RpcError::invalidRequest: return ErrorCode::ProtocolViolation;
    case RpcError::methodNotFound: return ErrorCode::Unsupported;
    case RpcError::invalidParams: return ErrorCode::InvalidArgument;
    case RpcError::internalError: return ErrorCode::Internal;
    default: break;
    }
    if (code < RpcError::serverErrorBase && code >= RpcError::serverErrorBase - largestServerError)
        return static_cast<ErrorCode>(RpcError::serverErrorBase - code);
    return std::nullopt;
}

int RpcError::codeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument: return invalidParams;
    case ErrorCode::Internal: return internalError;
    default: return serverErrorBase - static_cast<int>(code);
    }
}

RpcError RpcError::fromError(const Error &error)
{
    const QJsonObject data{{QStringLiteral("code"), errorCodeName(error.code())},
                           {QStringLiteral("context"), QJsonArray::fromStringList(error.context())}};
    return RpcError{codeFor(error.code()), error.message(), data};
}

Error RpcError::toError() const
{
    QStringList context;
    const QJsonArray steps = data[QStringLiteral("context")].toArray();
    for (const QJsonValue &step : steps) {
        if (step.isString())
            context.append(step.toString());
    }

    std::optional<ErrorCode> errorCode = codeByName(data[QStringLiteral("code")].toString());
    if (!errorCode)
        errorCode = codeByNumber(code);
    if (!errorCode)
        context.append(QStringLiteral("receiving JSON-RPC error %1").arg(code));
    return Error(errorCode.value_or(ErrorCode::Internal), message, context);
}

QJsonObject RpcError::toJson() const
{
    QJsonObject object{{QStringLiteral("code"), code}, {QStringLiteral("message"), message}};
    if (!data.isUndefined())
        object.insert(QStringLiteral("data"), data);
    return object;
}

std::optional<RpcError> RpcError::fromJson(const QJsonValue &value)
{
    const QJsonValue message = value[QStringLiteral("message")];
    // Outside the range of int, so that it also tells "not an integer".
    constexpr qint64 none = std::numeric_limits<qint64>::max();
    const qint64 code = value[QStringLiteral("code")].toInteger(none);
    if (!message.isString() || code < std::numeric_limits<int>::min() ||
        code > std::numeric_limits<int>::max())
        return std::nullopt;
    return RpcError{static_cast<int>(code), message.toString(), value[QStringLiteral("data")]};
}

} // namespace DaemonRpc
