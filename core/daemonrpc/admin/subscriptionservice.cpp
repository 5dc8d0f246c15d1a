#include "logging_p.h"
#include "subscription_p.h"

#include <daemonrpc/admin/subscriptionservice.h>

#include <algorithm>

namespace DaemonRpc {

SubscriptionService::SubscriptionService(Server &server, const DaemonControl &control)
    : m_server(server)
    , m_control(control)
{
    connect(&m_server, &Server::settled, this, &SubscriptionService::tellAll);
}

SubscriptionService::~SubscriptionService() = default;

void SubscriptionService::addSource(const QString &topic, std::unique_ptr<EventSource> source)
{
    m_sources.insert_or_assign(topic, std::move(source));
}

void SubscriptionService::addTo(MethodRegistry &methods)
{
    using enum RpcType;
    methods.add(
        {QStringLiteral("daemon.subscribe"),
         QStringLiteral(
             "Tells everything now, and from then on what changes, as notifications daemon.event."),
         {{QStringLiteral("topics"), Array, false,
           QStringLiteral("What to be told of: daemon, process, workers, health, commands, connections, "
                          "requests, which are told when this is left out; and log.")},
          {QStringLiteral("interval_ms"), Integer, false,
           QStringLiteral("The least time between two notifications, 10 to 60000; 250 when left out.")},
          {QStringLiteral("history"), Integer, false,
           QStringLiteral("Finished requests in the snapshot, at most 1000; 100 when left out.")},
          {QStringLiteral("log_level"), String, false,
           QStringLiteral("Log lines of this level or graver: debug, info, warning, error.")},
          {QStringLiteral("log_lines"), Integer, false,
           QStringLiteral("Log lines in the snapshot, at most 1000; 100 when left out.")}},
         QStringLiteral("An object: subscription (its id), interval_ms, topics, snapshot (an event)."),
         Role::ReadOnly},
        [this](const RpcCall &call) { subscribe(call); });
    methods.addSync(
        {QStringLiteral("daemon.unsubscribe"),
         QStringLiteral("Ends a subscription of this connection."),
         {{QStringLiteral("subscription"), Integer, true, QStringLiteral("Its id.")}},
         QStringLiteral("true"),
         Role::ReadOnly},
        [this](const RpcParams &params, const RpcPeer &peer) { return unsubscribe(params, peer); });
}

Result<SubscriptionOptions> SubscriptionService::optionsOf(const RpcParams &params) const
{
    QJsonObject given;
    for (const QString &name :
         {QStringLiteral("topics"), QStringLiteral("interval_ms"), QStringLiteral("history"),
          QStringLiteral("log_level"), QStringLiteral("log_lines")}) {
        if (params.contains(name))
            given.insert(name, params.value(name));
    }
    Result<SubscriptionOptions> options = SubscriptionOptions::fromJson(given);
    if (!options)
        return options;
    const QStringList own{QStringLiteral("daemon"),      QStringLiteral("process"),
                          QStringLiteral("workers"),     QStringLiteral("commands"),
                          QStringLiteral("connections"), QStringLiteral("requests")};
    QStringList known = own;
    for (const auto &[topic, source] : m_sources)
        known.append(topic);
    options->topics.removeIf([&known](const QString &topic) { return !known.contains(topic); });
    if (options->topics.isEmpty()) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("none of the topics is known here; there are %1")
                              .arg(known.join(QStringLiteral(", "))));
    }
    return options;
}

Result<void> SubscriptionService::admit(quint64 connectionId) const
{
    const auto ofConnection =
        std::count_if(m_subscriptions.begin(), m_subscriptions.end(), [connectionId](const auto &entry) {
            return entry.second->connectionId() == connectionId;
        });
    if (ofConnection >= maxPerConnection) {
        return unexpected(ErrorCode::ResourceExhausted,
                          QStringLiteral("this connection has %1 subscriptions, the limit; end one first")
                              .arg(ofConnection));
    }
    if (m_subscriptions.size() >= maxSubscriptions) {
        return unexpected(
            ErrorCode::ResourceExhausted,
            QStringLiteral("the daemon has %1 subscriptions, its limit").arg(m_subscriptions.size()));
    }
    return {};
}

void SubscriptionService::subscribe(const RpcCall &call)
{
    const Result<SubscriptionOptions> options = optionsOf(call.params());
    if (!options) {
        call.fail(options.error());
        return;
    }
    if (call.channel().isClosed()) {
        call.fail(Error(ErrorCode::Unsupported, QStringLiteral("this connection takes no notifications")));
        return;
    }
    const quint64 connectionId = call.peer().connectionId;
    if (const Result<void> admitted = admit(connectionId); !admitted) {
        call.fail(admitted.error());
        return;
    }
    if (!m_journal) {
        m_journal = std::make_unique<EventJournal>(m_server, m_control);
        // Not from within the end of a request or connection.
        connect(m_journal.get(), &EventJournal::crowded, this, &SubscriptionService::tellAll,
                Qt::QueuedConnection);
    }
    m_journal->setQuiet(connectionId, true);
    auto subscription = std::make_unique<Subscription>(++m_lastId, connectionId, *options, *m_journal,
                                                       m_sources, call.channel());
    // Queued: what ends is the sender.
    connect(subscription.get(), &Subscription::ended, this, &SubscriptionService::remove,
            Qt::QueuedConnection);
    qCInfo(lcAdmin) << "connection" << connectionId << "subscribes to" << options->topics.join(u' ');
    call.reply(QJsonObject{{QStringLiteral("subscription"), subscription->id()},
                           {QStringLiteral("interval_ms"), static_cast<qint64>(options->interval.count())},
                           {QStringLiteral("topics"), QJsonArray::fromStringList(options->topics)},
                           {QStringLiteral("snapshot"), subscription->snapshot()}});
    subscription->start();
    m_subscriptions.emplace(m_lastId, std::move(subscription));
}

Result<QJsonValue> SubscriptionService::unsubscribe(const RpcParams &params, const RpcPeer &peer)
{
    const Result<qint64> id = params.integer(u"subscription");
    if (!id)
        return unexpected(id.error());
    const auto found = m_subscriptions.find(*id);
    if (found == m_subscriptions.end() || found->second->connectionId() != peer.connectionId) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("this connection has no subscription %1").arg(*id));
    }
    remove(*id);
    return true;
}

void SubscriptionService::remove(qint64 id)
{
    const auto found = m_subscriptions.find(id);
    if (found == m_subscriptions.end())
        return;
    const quint64 connectionId = found->second->connectionId();
    m_subscriptions.erase(found);
    if (m_subscriptions.empty()) {
        m_journal.reset();
        return;
    }
    const bool isOther =
        std::any_of(m_subscriptions.begin(), m_subscriptions.end(), [connectionId](const auto &entry) {
            return entry.second->connectionId() == connectionId;
        });
    m_journal->setQuiet(connectionId, isOther);
}

void SubscriptionService::tellAll()
{
    for (const auto &[id, subscription] : m_subscriptions)
        subscription->tell();
}

} // namespace DaemonRpc
