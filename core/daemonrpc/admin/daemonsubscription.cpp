#include "jsonreader_p.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/daemonsubscription.h>

namespace DaemonRpc {

DaemonSubscription::DaemonSubscription(AdminClient &admin, const SubscriptionOptions &options,
                                       DaemonMirror *mirror, QObject *parent)
    : QObject(parent)
    , m_admin(&admin)
    , m_options(options)
    , m_mirror(mirror ? mirror : &m_ownMirror)
{
    connect(&admin, &AdminClient::notified, this, &DaemonSubscription::onNotified);
    connect(&admin, &AdminClient::disconnected, this, &DaemonSubscription::end);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DaemonSubscription::subscribe);
    subscribe();
}

DaemonSubscription::~DaemonSubscription() { unsubscribe(); }

void DaemonSubscription::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

void DaemonSubscription::subscribe()
{
    if (!m_admin)
        return;
    setState(State::Starting);
    m_admin->call(QStringLiteral("daemon.subscribe"), m_options.toJson(),
                  [self = QPointer<DaemonSubscription>(this)](const Result<QJsonValue> &answer) {
                      if (self)
                          self->onAnswer(answer);
                  });
}

void DaemonSubscription::onAnswer(const Result<QJsonValue> &answer)
{
    if (m_state != State::Starting)
        return;
    if (!answer) {
        end(answer.error());
        return;
    }
    const QJsonObject object = answer->toObject();
    JsonReader reader(object);
    m_id = reader.integer(u"subscription");
    const QStringList topics = reader.strings(u"topics");
    const Result<DaemonEvent> snapshot = DaemonEvent::fromJson(object.value(u"snapshot").toObject());
    if (reader.error() || !snapshot) {
        interrupt(reader.error() ? *reader.error() : snapshot.error());
        return;
    }
    m_topics = topics.mid(0, m_options.topics.size());
    setState(State::Live);
    Q_EMIT snapshotReceived(*snapshot);
    m_mirror->reset(*snapshot);
}

void DaemonSubscription::onNotified(const QString &method, const QJsonValue &params)
{
    if (m_state != State::Live || method != QLatin1String("daemon.event"))
        return;
    const QJsonObject object = params.toObject();
    if (object.value(u"subscription").toInteger(m_id) != m_id)
        return; // another one's on this connection
    const Result<DaemonEvent> event = DaemonEvent::fromJson(object);
    if (!event) {
        interrupt(event.error());
        return;
    }
    if (event->sequence != m_mirror->sequence() + 1) {
        interrupt(Error(ErrorCode::ProtocolViolation,
                        QStringLiteral("the daemon sent event %1 where event %2 was due")
                            .arg(event->sequence)
                            .arg(m_mirror->sequence() + 1)));
        return;
    }
    if (++m_goodEvents >= reliableEvents)
        m_nextPause = std::chrono::milliseconds(0);
    Q_EMIT eventReceived(*event);
    m_mirror->apply(*event);
}

void DaemonSubscription::interrupt(const Error &error)
{
    ++m_restarts;
    m_goodEvents = 0;
    unsubscribe();
    const std::chrono::milliseconds pause = m_nextPause;
    m_nextPause = qBound(firstPause, pause * 2, maxPause);
    m_pause.start(pause);
    setState(State::Pausing);
    Q_EMIT interrupted(error);
}

// Of no consequence when it fails: the daemon ends it with the connection anyway.
void DaemonSubscription::unsubscribe()
{
    if (m_admin && m_id > 0) {
        m_admin->call(QStringLiteral("daemon.unsubscribe"),
                      QJsonObject{{QStringLiteral("subscription"), m_id}}, [](const Result<QJsonValue> &) {});
    }
    m_id = 0;
}

void DaemonSubscription::end(const Error &error)
{
    if (m_state == State::Ended)
        return;
    m_pause.stop();
    m_id = 0;
    setState(State::Ended);
    Q_EMIT failed(error);
}

} // namespace DaemonRpc
