#include "logging_p.h"

#include <daemonrpc/base/logscope.h>
#include <daemonrpc/server/servedrequest.h>

#include <QDateTime>

#include <signal.h>

namespace DaemonRpc {

ServedRequest::ServedRequest(quint64 id, quint64 connectionId, const Command &command, DaemonSession *session,
                             const Limits &limits, WorkQueue *workers, QObject *parent)
    : QObject(parent)
    , m_context(id, command, session, limits, workers)
    , m_session(session)
{
    m_age.start();
    m_record.id = id;
    m_record.connectionId = connectionId;
    m_record.arguments = m_context.arguments();
    m_record.peer = m_context.peer();
    m_record.workingDirectory = command.workingDirectory;
    m_record.acceptedAtMs = QDateTime::currentMSecsSinceEpoch();
    connect(&m_context, &RequestContext::queuePlaceChanged, this, &ServedRequest::onQueuePlaceChanged);
    connect(&m_context, &RequestContext::finished, this, &ServedRequest::onContextFinished);
    connect(session, &DaemonSession::cancelRequested, this, [this](int signal) {
        cancel(CancellationReason::Interrupted, QStringLiteral("its client"), signal);
    });
    const auto onPeerEnd = [this] {
        cancel(CancellationReason::ClientClosed, QStringLiteral("its client"), SIGTERM);
    };
    connect(session, &DaemonSession::peerGone, this, onPeerEnd);
    connect(session, &DaemonSession::violated, this, onPeerEnd);
}

ServedRequest::~ServedRequest() = default;

// Of the arguments nothing is logged: they may hold secrets.
QString ServedRequest::shownName() const
{
    QString name;
    QDebug(&name) << QString::fromUtf8(m_context.arguments().constFirst().left(maxShownNameBytes));
    return name.trimmed();
}

LogScope ServedRequest::logScope() const { return LogScope(m_context.id(), m_context.peer()); }

void ServedRequest::start(std::shared_ptr<CommandHandler> handler)
{
    m_handler = std::move(handler);
    start(*m_handler);
}

void ServedRequest::start(CommandHandler &handler)
{
    const LogScope scope = logScope();
    qCDebug(lcRequest).noquote() << shownName() << "starts with" << m_context.arguments().size() - 1
                                 << "arguments for connection" << m_record.connectionId;
    m_record.kind = handler.kind();
    m_record.startedAtMs = QDateTime::currentMSecsSinceEpoch();
    if (const std::optional<std::chrono::milliseconds> grace = handler.grace())
        m_context.setGrace(*grace);
    startTimeout(handler);
    m_execution = handler.start(m_context);
}

// The shortest of the client's, the command's and the daemon's.
void ServedRequest::startTimeout(const CommandHandler &handler)
{
    std::chrono::milliseconds timeout = m_context.command().timeout;
    QString whose = QStringLiteral("its timeout");
    const auto consider = [&timeout, &whose](std::chrono::milliseconds other, const QString &name) {
        if (other.count() <= 0 || (timeout.count() > 0 && timeout <= other))
            return;
        timeout = qMin(other, Command::maxTimeout);
        whose = name;
    };
    consider(handler.timeout().value_or(std::chrono::milliseconds(0)),
             QStringLiteral("the command's timeout"));
    consider(m_context.limits().requestTimeout, QStringLiteral("the daemon's timeout for requests"));
    if (timeout.count() <= 0)
        return;
    const QString requestedBy = QStringLiteral("%1 of %2 ms").arg(whose).arg(timeout.count());
    connect(&m_timeout, &QTimer::timeout, this,
            [this, requestedBy] { cancel(CancellationReason::Timeout, requestedBy, SIGTERM); });
    m_timeout.setSingleShot(true);
    m_timeout.start(timeout);
    m_context.setDeadline(QDeadlineTimer(timeout));
    m_record.deadlineAtMs = m_record.startedAtMs + timeout.count();
}

void ServedRequest::onQueuePlaceChanged(int place)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_record.queuePlace = place;
    const bool waits = place > 0 && m_record.state == RequestState::Running;
    const bool begins = place == 0 && m_record.state == RequestState::Queued;
    if (waits) {
        m_record.state = RequestState::Queued;
        m_record.queuedAtMs = now;
        m_record.startedAtMs = 0;
    }
    if (begins) {
        m_record.state = RequestState::Running;
        m_record.startedAtMs = now;
    }
    Q_EMIT changed();
}

void ServedRequest::refuse(const Error &error) { m_context.fail(error); }

bool ServedRequest::cancel(CancellationReason reason, const QString &requestedBy, int signal)
{
    if (m_record.state != RequestState::Queued && m_record.state != RequestState::Running)
        return false;
    m_record.state = RequestState::Cancelling;
    m_record.cancellation = CancellationRecord{reason, requestedBy, QDateTime::currentMSecsSinceEpoch()};
    const LogScope scope = logScope();
    qCInfo(lcRequest).noquote() << shownName() << "is cancelled by" << requestedBy + QLatin1Char(':')
                                << cancellationReasonName(reason) << "with signal" << signal
                                << "and a grace of" << m_context.grace().count() << "ms";
    m_cancelAge.start();
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &ServedRequest::onGraceOver);
    m_grace.start(m_context.grace());
    m_context.notify({Notice::Kind::Cancelling,
                      QStringLiteral("the request is being cancelled by %1").arg(requestedBy),
                      m_context.grace().count()});
    m_context.cancel(reason, signal);
    Q_EMIT cancellationStarted();
    Q_EMIT changed();
    return true;
}

void ServedRequest::onGraceOver()
{
    const LogScope scope = logScope();
    qCWarning(lcRequest).noquote() << shownName() << "has not ended within its grace of"
                                   << m_context.grace().count() << "ms and is forced to";
    m_record.cancellation->isForced = true;
    m_record.cancellation->forcedBy = forcedEnd();
    Q_EMIT changed();
    if (!m_execution || !m_execution->force()) {
        forceEnd();
        return;
    }
    m_grace.disconnect(this);
    connect(&m_grace, &QTimer::timeout, this, &ServedRequest::forceEnd);
    m_grace.start(forcedEndTimeout);
}

ForcedEnd ServedRequest::forcedEnd() const
{
    if (m_context.processId() > 0)
        return ForcedEnd::ProcessGroupKilled;
    return m_record.kind == HandlerKind::Blocking ? ForcedEnd::WorkerQuarantined : ForcedEnd::HandlerDropped;
}

// Destroying the execution is what stops it; its context goes on to say the end.
void ServedRequest::forceEnd()
{
    const LogScope scope = logScope();
    qCDebug(lcRequest) << "the execution is dropped";
    m_execution.reset();
    m_context.finish(130);
}

void ServedRequest::onContextFinished()
{
    const RequestContext::Outcome &outcome = *m_context.outcome();
    m_grace.stop();
    m_timeout.stop();
    m_record.state = RequestState::Finished;
    m_record.queuePlace = 0;
    m_record.finishedAtMs = QDateTime::currentMSecsSinceEpoch();
    takeDuration(&m_record);
    if (m_record.cancellation)
        m_record.cancellation->latencyMs = m_cancelAge.elapsed();
    if (const CommandFinished *finished = std::get_if<CommandFinished>(&outcome)) {
        CommandFinished message = *finished;
        message.isForced = m_record.cancellation && m_record.cancellation->isForced;
        m_record.exitCode = message.exitCode;
        m_record.signal = message.signal;
        if (m_session)
            m_session->finish(message);
    } else {
        m_record.error = std::get<Error>(outcome);
        if (m_session)
            m_session->fail(*m_record.error);
    }
    logEnd();
    // Not from within the handler's own call: it may be finished before start() has returned.
    QMetaObject::invokeMethod(this, &ServedRequest::ended, Qt::QueuedConnection);
}

// The one line that every request gets.
void ServedRequest::logEnd() const
{
    if (!lcRequest().isInfoEnabled())
        return;
    const LogScope scope = logScope();
    QString outcome;
    if (m_record.error)
        outcome = QStringLiteral("failed (%1: %2)")
                      .arg(errorCodeName(m_record.error->code()), m_record.error->message());
    else if (m_record.signal != 0)
        outcome = QStringLiteral("ended by signal %1").arg(m_record.signal);
    else
        outcome = QStringLiteral("ended with exit code %1").arg(m_record.exitCode);
    if (m_record.cancellation)
        outcome +=
            m_record.cancellation->isForced ? QStringLiteral(", forced") : QStringLiteral(", cancelled");
    qCInfo(lcRequest).noquote() << shownName() << outcome << "after" << m_record.durationMs << "ms,"
                                << m_context.outputBytes() << "bytes of output";
}

void ServedRequest::takeDuration(RequestRecord *record) const
{
    record->durationUs = m_age.nsecsElapsed() / 1000;
    record->durationMs = record->durationUs / 1000;
}

RequestRecord ServedRequest::record() const
{
    RequestRecord record = m_record;
    record.graceMs = m_context.grace().count();
    record.firstOutputAtMs = m_context.firstOutputAtMs();
    record.processId = m_context.processId();
    record.inputBytes = m_context.inputBytes();
    record.outputBytes = m_context.outputBytes();
    if (record.state != RequestState::Finished)
        takeDuration(&record);
    return record;
}

} // namespace DaemonRpc
