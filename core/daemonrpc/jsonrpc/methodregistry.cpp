#include "logging_p.h"

#include <daemonrpc/base/nearestnames_p.h>
#include <daemonrpc/jsonrpc/methodregistry.h>

namespace DaemonRpc {

static std::optional<Error> checkParameter(const RpcParams &params, const MethodParameter &parameter)
{
    const auto errorOf = [](const auto &result) {
        return result ? std::optional<Error>() : std::optional<Error>(result.error());
    };
    const QString &name = parameter.name;
    if (!parameter.isRequired && !params.contains(name))
        return std::nullopt;
    switch (parameter.type) {
    case RpcType::Boolean: return errorOf(params.boolean(name));
    case RpcType::Integer: return errorOf(params.integer(name));
    case RpcType::Number: return errorOf(params.number(name));
    case RpcType::String: return errorOf(params.string(name));
    case RpcType::Array: return errorOf(params.array(name));
    case RpcType::Object: return errorOf(params.object(name));
    case RpcType::Any: break;
    }
    if (params.value(name).isUndefined()) // null is a value where anything is
        return Error(ErrorCode::InvalidArgument, QStringLiteral("parameter \"%1\" is missing").arg(name));
    return std::nullopt;
}

void MethodRegistry::add(const MethodDescription &description, MethodFunction function)
{
    Q_ASSERT_X(!description.name.isEmpty() && function, "MethodRegistry::add",
               "a name and a function are needed");
    Q_ASSERT_X(!contains(description.name), "MethodRegistry::add", "the name is taken");
    QStringList names;
    names.reserve(description.parameters.size());
    for (const MethodParameter &parameter : description.parameters)
        names.append(parameter.name);
    m_methods.emplace(description.name, Method{description, names, std::move(function)});
}

void MethodRegistry::addSync(const MethodDescription &description, SyncMethodFunction function)
{
    add(description, syncMethod(std::move(function)));
}

MethodFunction syncMethod(SyncMethodFunction function)
{
    Q_ASSERT_X(function, "syncMethod", "a function is needed");
    return [function = std::move(function)](const RpcCall &call) {
        const Result<QJsonValue> result = function(call.params(), call.peer());
        if (result)
            call.reply(*result);
        else
            call.fail(result.error());
    };
}

bool MethodRegistry::contains(const QString &name) const { return m_methods.count(name) > 0; }

QList<MethodDescription> MethodRegistry::list() const
{
    QList<MethodDescription> descriptions;
    descriptions.reserve(static_cast<qsizetype>(m_methods.size()));
    for (const auto &[name, method] : m_methods)
        descriptions.append(method.description);
    return descriptions;
}

RpcCallControl MethodRegistry::call(const RpcRequest &request, const RpcPeer &peer,
                                    RpcCall::Completion completion,
                                    const std::optional<RpcReplyChannel> &channel) const
{
    const auto found = m_methods.find(request.method);
    // Who has no role does not learn which methods there are.
    const bool isStranger = peer.identity.role == Role::None;
    if (isStranger && (found == m_methods.end() || found->second.description.role != Role::None)) {
        ++m_totals.refused;
        const RpcCall call(request, peer, std::move(completion), {}, channel);
        call.fail(Error(ErrorCode::PermissionDenied,
                        QStringLiteral("authenticate first, with the method daemon.authenticate")));
        return {};
    }
    if (found == m_methods.end()) {
        ++m_totals.unknown;
        RpcCall(request, peer, std::move(completion)).fail(unknownMethod(request.method));
        return {};
    }
    const Method &method = found->second;
    const RpcCall call(request, peer, std::move(completion), method.parameterNames, channel);
    if (peer.identity.role < method.description.role) {
        ++m_totals.refused;
        call.fail(
            Error(ErrorCode::PermissionDenied,
                  QStringLiteral("method \"%1\" needs the role %2, this connection has the role %3")
                      .arg(request.method, roleName(method.description.role), roleName(peer.identity.role))));
        return {};
    }
    for (const MethodParameter &parameter : method.description.parameters) {
        if (const std::optional<Error> error = checkParameter(call.params(), parameter)) {
            ++m_totals.invalid;
            call.fail(*error);
            return {};
        }
    }
    qCDebug(lcJsonRpc).noquote() << "connection" << peer.connectionId << "calls" << request.method;
    ++m_totals.called;
    if (m_observer)
        m_observer(method.description);
    method.function(call);
    return call.control();
}

RpcError MethodRegistry::unknownMethod(const QString &name) const
{
    constexpr qsizetype shownLength = 64; // a peer's text is not repeated at any length
    QStringList known;
    known.reserve(static_cast<qsizetype>(m_methods.size()));
    for (const auto &[knownName, method] : m_methods)
        known.append(knownName);

    RpcError error{RpcError::methodNotFound,
                   QStringLiteral("unknown method \"%1\"").arg(name.left(shownLength))};
    const QStringList nearest = nearestNames(name, known);
    if (!nearest.isEmpty()) {
        error.message += QStringLiteral("; did you mean \"%1\"?").arg(nearest.first());
        error.data = QJsonObject{{QStringLiteral("nearest"), QJsonArray::fromStringList(nearest)}};
    }
    return error;
}

} // namespace DaemonRpc
