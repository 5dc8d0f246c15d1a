#include "logging_p.h"

#include <daemonrpc/base/logscope.h>
#include <daemonrpc/handler/requestcontext.h>

#include <QDateTime>

namespace DaemonRpc {

RequestContext::RequestContext(quint64 id, Command command, DaemonSession *session, const Limits &limits,
                               WorkQueue *workers, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_command(std::move(command))
    , m_arguments(m_command.argumentList())
    , m_session(session)
    , m_peer(session->peer())
    , m_limits(limits)
    , m_workers(workers)
    , m_deadline(m_command.timeout.count() > 0 ? QDeadlineTimer(m_command.timeout)
                                               : QDeadlineTimer(QDeadlineTimer::Forever))
    , m_grace(limits.grace)
{
    connect(session, &DaemonSession::sent, this, &RequestContext::wakeIfWritable);
    connect(session, &DaemonSession::inputReceived, this, &RequestContext::onInput);
    connect(session, &DaemonSession::inputFinished, this, &RequestContext::inputFinished);
    connect(session, &DaemonSession::resized, this, &RequestContext::resized);
    connect(session, &DaemonSession::peerGone, this, &RequestContext::wakeIfWritable);
    connect(session, &DaemonSession::violated, this, &RequestContext::wakeIfWritable);
}

void RequestContext::onInput(QByteArrayView bytes)
{
    m_inputBytes += bytes.size();
    Q_EMIT inputReceived(bytes);
}

void RequestContext::noteOutput(OutputStream stream, QByteArrayView bytes)
{
    if (m_firstOutputAtMs == 0 && !bytes.isEmpty())
        m_firstOutputAtMs = QDateTime::currentMSecsSinceEpoch();
    m_outputBytes += bytes.size();
    Q_EMIT outputWritten(stream, bytes);
}

void RequestContext::write(QByteArrayView bytes)
{
    if (isFinished())
        return;
    noteOutput(OutputStream::Output, bytes);
    if (m_session)
        m_session->sendOutput(bytes);
}

void RequestContext::writeError(QByteArrayView bytes)
{
    if (isFinished())
        return;
    noteOutput(OutputStream::ErrorOutput, bytes);
    if (m_session)
        m_session->sendErrorOutput(bytes);
}

bool RequestContext::isWritable() const
{
    const bool wasBlocked = m_isBlocked;
    m_isBlocked = isAboveMark();
    if (m_isBlocked != wasBlocked) {
        const LogScope scope(m_id, m_peer);
        qCDebug(lcRequestSteps) << (m_isBlocked ? "output waits for the client" : "output goes on");
    }
    return !m_isBlocked;
}

bool RequestContext::isAboveMark() const
{
    if (!m_session || m_session->state() != DaemonSession::State::Running)
        return false; // nobody reads any more: what is written is dropped
    // A handler that has been stopped waits for half the mark, so that it is not woken for every few bytes.
    const qint64 mark = m_isBlocked ? m_limits.highWaterBytes / 2 : m_limits.highWaterBytes;
    return m_session->bytesPending() >= mark;
}

// When room was made, and when nobody takes the output any more: a handler that waits must go on.
void RequestContext::wakeIfWritable()
{
    if (m_isBlocked && isWritable())
        Q_EMIT writable();
}

void RequestContext::requestInput(qint64 bytes)
{
    if (!m_command.hasInput) {
        QMetaObject::invokeMethod(this, &RequestContext::inputFinished, Qt::QueuedConnection);
        return;
    }
    if (m_session)
        m_session->grantInput(bytes);
}

void RequestContext::notify(const Notice &notice)
{
    if (m_session)
        m_session->sendNotice(notice);
}

void RequestContext::setQueuePlace(int place)
{
    if (std::exchange(m_queuePlace, place) != place)
        Q_EMIT queuePlaceChanged(place);
}

void RequestContext::finish(int exitCode)
{
    setOutcome(CommandFinished{exitCode & 0xff, 0, token().isCancelled(), false});
}

void RequestContext::finishSignaled(int signal)
{
    setOutcome(CommandFinished{0, signal, token().isCancelled(), false});
}

void RequestContext::fail(const Error &error) { setOutcome(error); }

void RequestContext::setOutcome(Outcome outcome)
{
    if (m_outcome)
        return;
    m_outcome = std::move(outcome);
    Q_EMIT finished();
}

bool RequestContext::cancel(CancellationReason reason, int signal)
{
    if (!m_cancellation.cancel(reason))
        return false;
    Q_EMIT cancellationRequested(reason, signal);
    return true;
}

} // namespace DaemonRpc
