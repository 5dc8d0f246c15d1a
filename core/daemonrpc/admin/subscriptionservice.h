// Who follows a daemon, on the daemon's side.
#pragma once

#include <daemonrpc/admin/daemoncontrol.h>
#include <daemonrpc/admin/eventsource.h>
#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/server/server.h>

#include <map>
#include <memory>

namespace DaemonRpc {

class EventJournal;
class Subscription;

/// Serves the methods daemon.subscribe and daemon.unsubscribe and sends the notification daemon.event.
/// Thread-bound. Without subscribers it does nothing at all.
///
/// daemon.subscribe takes SubscriptionOptions and returns `{"subscription": 1, "interval_ms": …, "topics":
/// […], "snapshot": {…}}`, the snapshot being a DaemonEvent with the sequence 0. A subscription ends with its
/// connection. A subscriber that reads slowly costs bounded memory and slows nobody: it is told later what it
/// has missed, or how much. How the last requests of a daemon end is told before it goes.
class DAEMONRPC_EXPORT SubscriptionService : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t maxSubscriptions = 64;
    static constexpr int maxPerConnection = 8;

    /// @p server and @p control outlive it.
    SubscriptionService(Server &server, const DaemonControl &control);
    ~SubscriptionService() override;

    /// A topic of the daemon's own, before anybody subscribes to it.
    void addSource(const QString &topic, std::unique_ptr<EventSource> source);

    /// Adds the methods; @p methods must not outlive the service.
    void addTo(MethodRegistry &methods);

    [[nodiscard]] size_t count() const { return m_subscriptions.size(); }

private:
    void subscribe(const RpcCall &call);
    [[nodiscard]] Result<SubscriptionOptions> optionsOf(const RpcParams &params) const;
    [[nodiscard]] Result<void> admit(quint64 connectionId) const;
    [[nodiscard]] Result<QJsonValue> unsubscribe(const RpcParams &params, const RpcPeer &peer);
    void remove(qint64 id);
    void tellAll();

    Server &m_server;
    const DaemonControl &m_control;
    std::map<QString, std::unique_ptr<EventSource>> m_sources;
    std::unique_ptr<EventJournal> m_journal; // while there are subscriptions
    std::map<qint64, std::unique_ptr<Subscription>> m_subscriptions;
    qint64 m_lastId = 0;
};

} // namespace DaemonRpc
