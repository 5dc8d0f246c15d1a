#include "subscription_p.h"

#include <daemonrpc/jsonrpc/rpcmessage.h>

#include <QDateTime>

#include <limits>

namespace DaemonRpc {

Subscription::Subscription(qint64 id, quint64 connectionId, const SubscriptionOptions &options,
                           EventJournal &journal, const EventSources &sources, const RpcReplyChannel &channel)
    : m_id(id)
    , m_connectionId(connectionId)
    , m_options(options)
    , m_journal(journal)
    , m_sources(sources)
    , m_channel(channel)
{
    connect(&m_timer, &QTimer::timeout, this, &Subscription::tell);
}

DaemonEvent Subscription::blank() const
{
    DaemonEvent event;
    event.subscription = m_id;
    event.sequence = m_sequence;
    event.timeMs = QDateTime::currentMSecsSinceEpoch();
    return event;
}

QJsonObject Subscription::snapshot()
{
    DaemonEvent event = blank();
    m_journal.look();
    m_position = m_journal.beginning(m_options.history);
    m_journal.tell(&event, &m_position, m_options, std::numeric_limits<qsizetype>::max());
    event.lost.clear(); // it has asked for no more
    event.liveRequests.reset();
    QJsonObject json = event.toJson();
    for (const auto &[topic, source] : m_sources) {
        if (!m_options.has(topic))
            continue;
        m_known[topic] = source->count();
        const QJsonArray values = source->first(m_options);
        if (source->kind() == EventSource::Kind::Records)
            json.insert(topic, values);
        else if (!values.isEmpty())
            json.insert(topic, values.last());
    }
    return json;
}

void Subscription::start() { m_timer.start(m_options.interval); }

void Subscription::tell()
{
    if (m_channel.isClosed()) {
        m_timer.stop();
        if (!std::exchange(m_hasEnded, true))
            Q_EMIT ended(m_id);
        return;
    }
    if (m_channel.bytesPending() > maxPendingBytes)
        return;
    m_journal.look();
    for (qsizetype maxEnded = RequestTable::maxHistory;; maxEnded /= 2) {
        EventJournal::Position position = m_position;
        std::map<QString, quint64> known = m_known;
        const QJsonObject event = next(&position, &known, maxEnded);
        if (event.isEmpty())
            return;
        const QByteArray message = RpcRequest{std::nullopt, QStringLiteral("daemon.event"), event}.encode();
        if (message.size() > maxEventBytes && maxEnded > 0)
            continue;
        m_position = position;
        m_known = std::move(known);
        ++m_sequence;
        m_channel.send(message);
        return;
    }
}

QJsonObject Subscription::next(EventJournal::Position *position, std::map<QString, quint64> *known,
                               qsizetype maxEnded)
{
    DaemonEvent event = blank();
    event.sequence = m_sequence + 1;
    m_journal.tell(&event, position, m_options, maxEnded);
    QJsonObject news;
    addNews(&event, &news, known);
    if (event.isEmpty() && news.isEmpty())
        return {};
    QJsonObject json = event.toJson();
    for (auto it = news.begin(); it != news.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

void Subscription::addNews(DaemonEvent *event, QJsonObject *json, std::map<QString, quint64> *known)
{
    for (const auto &[topic, source] : m_sources) {
        if (!m_options.has(topic))
            continue;
        quint64 &count = (*known)[topic];
        const quint64 now = source->count();
        if (now == count)
            continue;
        const EventSource::News news = source->since(count, m_options);
        count = now;
        if (news.lost > 0)
            event->lost.insert(topic, static_cast<qint64>(news.lost));
        if (source->kind() == EventSource::Kind::Records && !news.values.isEmpty())
            json->insert(topic, news.values);
        else if (!news.values.isEmpty())
            json->insert(topic, news.values.last());
    }
}

} // namespace DaemonRpc
