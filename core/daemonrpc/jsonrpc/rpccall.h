// One call of a method, until it is answered.
#pragma once

#include <daemonrpc/jsonrpc/rpcmessage.h>
#include <daemonrpc/jsonrpc/rpcparams.h>
#include <daemonrpc/jsonrpc/rpcpeer.h>
#include <daemonrpc/jsonrpc/rpcreplychannel.h>

#include <functional>
#include <memory>

namespace DaemonRpc {

/// The handle of a method on one call. Thread-bound value; copies share one call.
///
/// A method answers now or keeps a copy and answers later, exactly once: the first answer counts, later ones
/// have no effect. When the last copy goes without an answer, the caller gets -32603. Answers to a
/// notification go nowhere. The call may outlive the dispatcher and the registry.
///
///     registry.add(description, [pool](const RpcCall &call) {
///         pool->start(call.params(), [call](const QJsonValue &result) { call.reply(result); });
///     });
class DAEMONRPC_EXPORT RpcCall
{
public:
    /// Gets the one outcome of the call.
    using Completion = std::function<void(const RpcOutcome &outcome)>;

    /// @p names are the parameters' names by position; @p channel is the caller's connection.
    RpcCall(RpcRequest request, const RpcPeer &peer, Completion completion, QStringList names = {},
            std::optional<RpcReplyChannel> channel = std::nullopt);

    [[nodiscard]] const QString &method() const;
    [[nodiscard]] const RpcParams &params() const;
    [[nodiscard]] const RpcPeer &peer() const;

    /// The request's id; absent for a notification.
    [[nodiscard]] const std::optional<QJsonValue> &id() const;

    [[nodiscard]] bool isAnswered() const;

    /// Sends a notification on the caller's connection, before or after the answer, for as long as the
    /// connection lasts. @p params is an array, an object or Undefined.
    void notify(const QString &method, const QJsonValue &params) const;

    /// The caller's connection, for notifications that outlive the call; closed where there is none.
    [[nodiscard]] const RpcReplyChannel &channel() const;

    /// Answers with @p result; Undefined travels as null. False when the call was answered before.
    bool reply(const QJsonValue &result) const;

    /// Answers with @p error. False when the call was answered before.
    bool fail(const RpcError &error) const;
    bool fail(const Error &error) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace DaemonRpc
