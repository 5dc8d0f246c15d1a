#include "jsonreader_p.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/outputtail.h>

#include <limits>
#include <memory>

namespace DaemonRpc {

OutputTail::OutputTail(AdminClient &admin, qint64 requestId, qint64 maxBytes, QObject *parent)
    : QObject(parent)
    , m_admin(&admin)
    , m_requestId(requestId)
{
    connect(&admin, &AdminClient::notified, this, &OutputTail::onNotified);
    connect(&admin, &AdminClient::disconnected, this, &OutputTail::fail);
    ask(maxBytes);
}

OutputTail::~OutputTail() { untail(); }

void OutputTail::ask(qint64 maxBytes)
{
    const auto isAsking = std::make_shared<bool>(true);
    m_admin->call(
        QStringLiteral("daemon.tail"),
        QJsonObject{{QStringLiteral("id"), m_requestId}, {QStringLiteral("max_bytes"), maxBytes}},
        [self = QPointer<OutputTail>(this), admin = m_admin, isAsking](const Result<QJsonValue> &answer) {
            if (!self) {
                // Nobody looks on any more, and the daemon does not know.
                if (admin && answer)
                    untail(*admin, answer->toObject().value(u"tail").toInteger());
                return;
            }
            if (*isAsking) // there is no connection any more, and nobody listens here yet
                QMetaObject::invokeMethod(
                    self, [self, answer] { self->onAnswer(answer); }, Qt::QueuedConnection);
            else
                self->onAnswer(answer);
        });
    *isAsking = false;
}

void OutputTail::onAnswer(const Result<QJsonValue> &answer)
{
    if (m_state != State::Starting)
        return;
    if (!answer) {
        fail(answer.error());
        return;
    }
    JsonReader reader(answer->toObject());
    const qint64 id = reader.integer(u"tail");
    const qint64 earlierBytes = reader.integer(u"earlier_bytes");
    if (reader.error()) {
        fail(*reader.error());
        return;
    }
    m_id = id;
    m_earlierBytes = qMax<qint64>(0, earlierBytes);
    m_state = State::Live;
    Q_EMIT stateChanged();
}

void OutputTail::onNotified(const QString &method, const QJsonValue &params)
{
    if (m_state != State::Live || method != QLatin1String("daemon.output"))
        return;
    const QJsonObject object = params.toObject();
    if (object.value(u"tail").toInteger(m_id) != m_id)
        return; // another one's on this connection
    const Result<OutputEvent> event = OutputEvent::fromJson(object);
    if (!event)
        fail(event.error());
    else if (event->sequence != m_sequence + 1)
        fail(Error(ErrorCode::ProtocolViolation,
                   QStringLiteral("the daemon sent piece %1 of the output where piece %2 was due")
                       .arg(event->sequence)
                       .arg(m_sequence + 1)));
    else
        take(*event);
}

void OutputTail::take(const OutputEvent &event)
{
    const QPointer<OutputTail> guard(this); // a slot may destroy it
    ++m_sequence;
    if (event.omittedBytes > 0) {
        // It may have said anything.
        m_omittedBytes += qMin(event.omittedBytes, std::numeric_limits<qint64>::max() - m_omittedBytes);
        Q_EMIT omitted(event.omittedBytes, event.stream);
    }
    if (guard && !event.bytes.isEmpty()) {
        m_receivedBytes += event.bytes.size();
        Q_EMIT outputReceived(event.stream, event.bytes);
    }
    if (!guard || !event.isFinished)
        return;
    m_id = 0;
    m_state = State::Finished;
    Q_EMIT stateChanged();
    if (guard)
        Q_EMIT finished();
}

void OutputTail::fail(const Error &error)
{
    if (m_state == State::Finished || m_state == State::Failed)
        return;
    untail();
    m_state = State::Failed;
    const QPointer<OutputTail> guard(this);
    Q_EMIT stateChanged();
    if (guard)
        Q_EMIT failed(error);
}

// Of no consequence when it fails: the daemon ends it with the connection anyway.
void OutputTail::untail()
{
    if (m_admin)
        untail(*m_admin, m_id);
    m_id = 0;
}

void OutputTail::untail(AdminClient &admin, qint64 id)
{
    if (id > 0) {
        admin.call(QStringLiteral("daemon.untail"), QJsonObject{{QStringLiteral("tail"), id}},
                   [](const Result<QJsonValue> &) {});
    }
}

} // namespace DaemonRpc
