// The methods that a side offers.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/jsonrpc/methoddescription.h>
#include <daemonrpc/jsonrpc/rpccall.h>
#include <daemonrpc/jsonrpc/rpccalltotals.h>

#include <QStringList>

#include <functional>
#include <map>

namespace DaemonRpc {

/// Serves a call: answers at once, or keeps a copy of the handle and answers later.
using MethodFunction = std::function<void(const RpcCall &call)>;

/// Serves a call at once.
using SyncMethodFunction = std::function<Result<QJsonValue>(const RpcParams &params, const RpcPeer &peer)>;

/// @p function in the shape that add() takes, for what wraps methods.
[[nodiscard]] DAEMONRPC_EXPORT MethodFunction syncMethod(SyncMethodFunction function);

/// Methods by name. Thread-bound; not thread-safe. Methods may be added at any time, none is removed.
///
///     MethodRegistry methods;
///     methods.addSync({QStringLiteral("ping"), QStringLiteral("Answers"), {}, QStringLiteral("\"pong\"")},
///                     [](const RpcParams &, const RpcPeer &) { return QJsonValue(QStringLiteral("pong"));
///                     });
class DAEMONRPC_EXPORT MethodRegistry
{
public:
    MethodRegistry() = default;
    MethodRegistry(const MethodRegistry &) = delete;
    MethodRegistry &operator=(const MethodRegistry &) = delete;

    /// Adds a method under description.name, which must be new and not empty: ask contains() where it may
    /// not. Where asserts are off, a name that is taken keeps its first method.
    void add(const MethodDescription &description, MethodFunction function);
    void addSync(const MethodDescription &description, SyncMethodFunction function);

    /// Hears of each call before its method runs, and after role and parameters were found right.
    using CallObserver = std::function<void(const MethodDescription &method)>;

    void setCallObserver(CallObserver observer) { m_observer = std::move(observer); }

    [[nodiscard]] bool contains(const QString &name) const;

    /// All methods, by name.
    [[nodiscard]] QList<MethodDescription> list() const;

    /// Calls the method of @p request; @p completion gets the one outcome, now or later.
    ///
    /// Before the method runs, its required parameters must be there and all described ones of their type, or
    /// the call fails with -32602. An unknown method fails with -32601 and, where names come near, `data` of
    /// `{"nearest": ["requests.list", …]}`.
    /// A caller whose role is below the method's gets PermissionDenied.
    ///
    /// The returned control cancels the call; it is of no call when no method ran.
    RpcCallControl call(const RpcRequest &request, const RpcPeer &peer, RpcCall::Completion completion,
                        const std::optional<RpcReplyChannel> &channel = std::nullopt) const;

    /// What has come to call() so far.
    [[nodiscard]] const RpcCallTotals &totals() const { return m_totals; }

private:
    struct Method
    {
        MethodDescription description;
        QStringList parameterNames;
        MethodFunction function;
    };

    [[nodiscard]] RpcError unknownMethod(const QString &name) const;

    CallObserver m_observer;
    mutable RpcCallTotals m_totals;
    std::map<QString, Method> m_methods; // its nodes stay put when a method adds another one
};

} // namespace DaemonRpc
