// Result<T>: a value or an Error. The only place that names tl::expected.
#pragma once

#include <daemonrpc/base/error.h>

#include <tl/expected.hpp>

namespace DaemonRpc {

/// Either a value or the Error that prevented it. Never ignore one: the compiler warns.
///
///     Result<int> parse(QStringView text);
///     const Result<int> n = parse(u"7");
///     if (!n)
///         return unexpected(n.error());
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

/// Wraps @p error so that it converts to any Result.
[[nodiscard]] inline tl::unexpected<Error> unexpected(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Makes the error and wraps it, in one step.
[[nodiscard]] inline tl::unexpected<Error> unexpected(ErrorCode code, QString message)
{
    return tl::unexpected<Error>(Error(code, std::move(message)));
}

} // namespace DaemonRpc
