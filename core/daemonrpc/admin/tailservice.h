// Who looks on at the output of requests, on the daemon's side.
#pragma once

#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/server/server.h>

#include <map>
#include <memory>

namespace DaemonRpc {

class RequestTail;

/// Serves the methods daemon.tail and daemon.untail and sends the notification daemon.output (OutputEvent).
/// Thread-bound. While nobody looks on, requests do not notice that it exists.
///
/// daemon.tail takes the id of a running request and returns `{"tail": 1, "max_bytes": …, "interval_ms": …,
/// "earlier_bytes": …}`. What was written before is not kept by anybody: earlier_bytes says how much it was.
/// From then on every byte is told or counted as omitted, so that in the end earlier, told and omitted bytes
/// are the request's output_bytes. A tail ends with its request, once the rest is told, with its connection,
/// or by daemon.untail. It changes nothing for the request: who reads slowly is told less.
/// The bounds are TailLimits.
class DAEMONRPC_EXPORT TailService : public QObject
{
    Q_OBJECT

public:
    /// @p server outlives it.
    explicit TailService(Server &server);
    ~TailService() override;

    /// Adds the methods; @p methods must not outlive the service.
    void addTo(MethodRegistry &methods);

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_tails.size()); }

private:
    void tail(const RpcCall &call);
    [[nodiscard]] Result<const RequestContext *> requestOf(const RpcParams &params) const;
    [[nodiscard]] static Result<qint64> bytesOf(const RpcParams &params);
    [[nodiscard]] Result<void> admit(quint64 connectionId);
    [[nodiscard]] Result<QJsonValue> untail(const RpcParams &params, const RpcPeer &peer);
    void remove(qint64 id);
    void removeAbandoned();
    void onConnectionRemoved(const ConnectionRecord &connection);

    Server &m_server;
    std::map<qint64, std::unique_ptr<RequestTail>> m_tails;
    QMetaObject::Connection m_watch; // while there are tails
    qint64 m_lastId = 0;
};

} // namespace DaemonRpc
