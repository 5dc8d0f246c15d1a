// One subscriber of a daemon.
#pragma once

#include "eventjournal_p.h"

#include <daemonrpc/admin/eventsource.h>
#include <daemonrpc/jsonrpc/rpcreplychannel.h>

#include <QTimer>

#include <map>
#include <memory>

namespace DaemonRpc {

using EventSources = std::map<QString, std::unique_ptr<EventSource>>;

/// Tells one subscriber what is new, at its rate and as fast as it reads. Thread-bound.
///
/// While more than maxPendingBytes wait to be read, nothing more is said and nothing is kept for it: it is
/// told afterwards what it has missed, or how much. So it costs a fixed amount, however slow it is.
class Subscription : public QObject
{
    Q_OBJECT

public:
    /// What may wait for the subscriber before it is let alone.
    static constexpr qint64 maxPendingBytes = 256 * 1024;
    /// The longest event. One with more records leaves out the oldest, and says so.
    static constexpr qsizetype maxEventBytes = 4 * 1024 * 1024;

    /// @p journal and @p sources outlive it.
    Subscription(qint64 id, quint64 connectionId, const SubscriptionOptions &options, EventJournal &journal,
                 const EventSources &sources, const RpcReplyChannel &channel);

    [[nodiscard]] qint64 id() const { return m_id; }

    [[nodiscard]] quint64 connectionId() const { return m_connectionId; }

    /// Sequence 0: everything there is. Once, before start().
    [[nodiscard]] QJsonObject snapshot();

    /// Events follow.
    void start();

    /// Tells what is new now, without waiting for the interval.
    void tell();

Q_SIGNALS:
    /// The connection has ended; said once.
    void ended(qint64 id);

private:
    /// What is new, after the positions that it moves; empty when there is nothing.
    [[nodiscard]] QJsonObject next(EventJournal::Position *position, std::map<QString, quint64> *known,
                                   qsizetype maxEnded);
    void addNews(DaemonEvent *event, QJsonObject *json, std::map<QString, quint64> *known);
    [[nodiscard]] DaemonEvent blank() const;

    const qint64 m_id;
    const quint64 m_connectionId;
    const SubscriptionOptions m_options;
    EventJournal &m_journal;
    const EventSources &m_sources;
    RpcReplyChannel m_channel;
    EventJournal::Position m_position;
    std::map<QString, quint64> m_known; // of each source
    qint64 m_sequence = 0;
    QTimer m_timer;
    bool m_hasEnded = false;
};

} // namespace DaemonRpc
