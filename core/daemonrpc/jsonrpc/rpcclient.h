// The calling side: ids, and which answer belongs to which call.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/jsonrpc/rpcparser.h>

#include <functional>
#include <memory>

namespace DaemonRpc {

/// Keeps the books of calls to a peer. Thread-bound, without I/O: its owner carries the bytes.
///
/// Every callback runs exactly once, from receive() or failAll(), unless it is forgotten or the client is
/// destroyed first. Callbacks may make new requests and may destroy the client.
///
///     const RpcClient::Outgoing call = rpc.request(QStringLiteral("health"), {}, onHealth);
///     stream->write(call.bytes);
///     …
///     if (const Result<void> received = rpc.receive(line); !received)
///         rpc.failAll(received.error()); // and close the stream
class DAEMONRPC_EXPORT RpcClient
{
public:
    /// Gets the result, or the Error that the peer or failAll() gave.
    using Callback = std::function<void(const Result<QJsonValue> &result)>;
    /// Gets what the peer tells of a call that has not ended (RpcCall::progress()).
    using ProgressCallback = std::function<void(const QJsonValue &value)>;
    using NotificationHandler = std::function<void(const QString &method, const QJsonValue &params)>;

    /// A request to be sent.
    struct Outgoing
    {
        qint64 id = 0;    ///< Names the call in forget() and cancellation(); 1, 2, 3 …
        QByteArray bytes; ///< One JSON text without framing.
    };

    explicit RpcClient(const RpcLimits &limits = {});
    ~RpcClient();

    RpcClient(const RpcClient &) = delete;
    RpcClient &operator=(const RpcClient &) = delete;

    /// A request with a fresh id. @p params is an array or an object; Undefined and null send none.
    [[nodiscard]] Outgoing request(const QString &method, const QJsonValue &params, Callback callback,
                                   ProgressCallback progress = {});

    /// What asks the peer to cancel call @p id; empty when it is not pending. The call stays pending: the
    /// peer answers it with Cancelled, or with its result when that was on the way.
    [[nodiscard]] QByteArray cancellation(qint64 id) const;

    /// A notification to be sent: there will be no answer.
    [[nodiscard]] static QByteArray notification(const QString &method, const QJsonValue &params);

    /// Gets notifications from the peer, but for the progress of calls that have a callback for it; without a
    /// handler they are ignored.
    void setNotificationHandler(NotificationHandler handler);

    /// Takes one JSON text from the peer, a single message or a batch.
    ///
    /// Answers to calls that are not pending (forgotten ones) are ignored, and so are requests, which are for
    /// an RpcDispatcher. Errors: ProtocolViolation for what is no message; the peer's own error when it
    /// answers without an id, as it could not read something that was sent. The connection is of no use then.
    Result<void> receive(QByteArrayView message);
    Result<void> receive(const RpcPayload &payload);

    /// Ends all pending calls with @p error, in the order they were made; those made meanwhile stay pending.
    void failAll(const Error &error);

    /// Drops the callback of call @p id without running it; false when it is not pending.
    bool forget(qint64 id);

    [[nodiscard]] qsizetype pendingCount() const;

private:
    struct State;
    std::shared_ptr<State> m_state; // kept alive by receive() while a callback destroys the client
    RpcLimits m_limits;
};

} // namespace DaemonRpc
