// Ordinary C++ functions as methods.
#pragma once

#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/jsonrpc/rpcvalue.h>

#include <array>
#include <tuple>

namespace DaemonRpc {

/// What a function with typed arguments looks like as a method: types and presence of its parameters, and how
/// it is called. Used through addTyped().
template <typename Return, typename... Arguments>
class TypedMethod
{
public:
    using Function = std::function<Return(Arguments...)>;
    static constexpr qsizetype count = sizeof...(Arguments);

    /// Fills in what the signature says; names and summaries are the description's.
    static void complete(MethodDescription &description)
    {
        Q_ASSERT_X(description.parameters.size() == count, "addTyped",
                   "the description names as many parameters as the function takes");
        const std::array<RpcType, count> types{RpcValue<std::decay_t<Arguments>>::type...};
        const std::array<bool, count> required{RpcValue<std::decay_t<Arguments>>::isRequired...};
        for (qsizetype i = 0; i < qMin(count, description.parameters.size()); ++i) {
            description.parameters[i].type = types[static_cast<std::size_t>(i)];
            description.parameters[i].isRequired = required[static_cast<std::size_t>(i)];
        }
    }

    static SyncMethodFunction wrap(Function function, const QList<MethodParameter> &parameters)
    {
        QStringList names;
        for (const MethodParameter &parameter : parameters)
            names.append(parameter.name);
        return [function = std::move(function), names](const RpcParams &params, const RpcPeer &) {
            return call(function, names, params, std::index_sequence_for<Arguments...>());
        };
    }

private:
    template <std::size_t... Index>
    static Result<QJsonValue> call(const Function &function, [[maybe_unused]] const QStringList &names,
                                   const RpcParams &params, std::index_sequence<Index...>)
    {
        const std::tuple<Result<std::decay_t<Arguments>>...> values{
            RpcValue<std::decay_t<Arguments>>::read(params, names.value(Index))...};
        std::optional<Error> error;
        [[maybe_unused]] const auto check = [&error](const auto &value) {
            if (!error && !value)
                error = value.error();
        };
        (check(std::get<Index>(values)), ...);
        if (error)
            return unexpected(*error);
        if constexpr (std::is_void_v<Return>) {
            function(*std::get<Index>(values)...);
            return QJsonValue();
        } else {
            return RpcReturn<Return>::write(function(*std::get<Index>(values)...));
        }
    }
};

template <typename Return, typename... Arguments>
void addTyped(MethodRegistry &methods, MethodDescription description,
              std::function<Return(Arguments...)> function)
{
    using Method = TypedMethod<Return, Arguments...>;
    Method::complete(description);
    methods.addSync(description, Method::wrap(std::move(function), description.parameters));
}

/// Adds @p function, a lambda or function with typed arguments, which answers at once. The description gives
/// names and summaries; the types of its parameters and whether they are required come from the signature.
///
/// Arguments are bool, int, qint64, double, QString, QStringList, QJsonValue, QJsonArray, QJsonObject, or
/// std::optional of one of these for a parameter that may be left out. It returns one of these, void (null),
/// or a Result of them.
///
///     addTyped(methods,
///              {QStringLiteral("add"), QStringLiteral("Adds."),
///               {{QStringLiteral("a")}, {QStringLiteral("b")}}, QStringLiteral("The sum.")},
///              [](qint64 a, std::optional<qint64> b) { return a + b.value_or(1); });
template <typename Callable>
void addTyped(MethodRegistry &methods, const MethodDescription &description, Callable function)
{
    addTyped(methods, description, std::function(std::move(function)));
}

} // namespace DaemonRpc
