// One call of a method, until it is answered.
#pragma once

#include <daemonrpc/base/cancellation.h>
#include <daemonrpc/jsonrpc/rpccallcontrol.h>
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
/// The caller may cancel (`$/cancelRequest`), and does so by leaving. Whoever has asked by onCancelled() is
/// told and may answer there and then; else the caller gets the error Cancelled at once. The method has still
/// to stop what it does, and the call counts as running until it is settled: answered by the method, even in
/// vain, or let go with the last copy.
///
///     registry.add(description, [pool](const RpcCall &call) {
///         const auto search = pool->start(call.params(), [call](const QJsonValue &hits) { call.reply(hits);
///         }); call.onCancelled([search] { search->stop(); });
///     });
class DAEMONRPC_EXPORT RpcCall
{
public:
    /// Gets the one outcome of the call.
    using Completion = std::function<void(const RpcOutcome &outcome)>;

    /// @p names are the parameters' names by position; @p channel is the caller's connection.
    RpcCall(RpcRequest request, const RpcPeer &peer, Completion completion, QStringList names = {},
            const std::optional<RpcReplyChannel> &channel = std::nullopt);

    [[nodiscard]] const QString &method() const;
    [[nodiscard]] const RpcParams &params() const;
    [[nodiscard]] const RpcPeer &peer() const;

    /// The request's id; absent for a notification.
    [[nodiscard]] const std::optional<RpcId> &id() const;

    [[nodiscard]] bool isAnswered() const;

    /// Sends a notification on the caller's connection, before or after the answer, for as long as the
    /// connection lasts. @p params is an array, an object or Undefined.
    void notify(const QString &method, const QJsonValue &params) const;

    /// The caller's connection, for notifications that outlive the call; closed where there is none.
    [[nodiscard]] const RpcReplyChannel &channel() const;

    /// Bytes that wait for a slow caller before progress() is skipped.
    static constexpr qint64 maxProgressPendingBytes = 256 * 1024;

    /// Tells the caller how far the call has come: a notification `$/progress` of `{"id": …, "token": …,
    /// "value": …}`. The token is the string or integer that the caller gave as parameter `progressToken`,
    /// else the id. False when nothing was sent: nobody can relate it (a notification without a token), the
    /// call is answered or cancelled, or the caller does not read fast enough.
    bool progress(const QJsonValue &value) const;

    /// Runs @p callback when the call is cancelled; at once when it has been. It is dropped as soon as the
    /// call is settled. A callback that holds a copy of the call keeps it alive until then, so the method has
    /// to answer.
    void onCancelled(std::function<void()> callback) const;

    [[nodiscard]] bool isCancelled() const;

    /// The same for other threads.
    [[nodiscard]] CancellationToken token() const;

    /// Answers with @p result; Undefined travels as null. False when the call was answered before.
    bool reply(const QJsonValue &result) const;

    /// Answers with @p error. False when the call was answered before.
    bool fail(const RpcError &error) const;
    bool fail(const Error &error) const;

    /// For whoever runs the call; does not keep it alive.
    [[nodiscard]] RpcCallControl control() const;

private:
    std::shared_ptr<RpcCallState> m_state;
};

} // namespace DaemonRpc
