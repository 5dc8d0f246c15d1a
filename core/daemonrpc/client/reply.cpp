#include <daemonrpc/client/reply.h>

#include <algorithm>
#include <utility>

namespace DaemonRpc {

Reply::Reply(const ClientOptions &options, const Command &command, Idempotence idempotence,
             std::unique_ptr<Stream> stream, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_command(command)
    , m_idempotence(idempotence)
    , m_schedule(options.retry)
    , m_givenStream(std::move(stream))
{
    // Of no use on another machine, and nothing that should leave this one.
    if (options.address.isRemote()) {
        m_command.environment.clear();
        m_command.workingDirectory.clear();
    }
    connect(&m_schedule, &RetrySchedule::due, this, &Reply::attemptAgain);
    connect(&m_schedule, &RetrySchedule::expired, this, &Reply::onExpired);
    QMetaObject::invokeMethod(this, &Reply::start, Qt::QueuedConnection);
}

Reply::~Reply() = default;

void Reply::start()
{
    if (m_isFinished)
        return;
    m_schedule.begin();
    if (m_givenStream)
        onConnected(std::move(m_givenStream));
    else
        attemptAgain();
}

void Reply::attemptAgain()
{
    if (m_isFinished)
        return;
    m_connector = std::make_unique<Connector>(m_options);
    connect(m_connector.get(), &Connector::spawning, this, &Reply::spawning);
    connect(m_connector.get(), &Connector::failed, this, &Reply::onFailed);
    connect(m_connector.get(), &Connector::connected, this,
            [this] { onConnected(m_connector->takeStream()); });
    m_connector->start();
}

void Reply::onConnected(std::unique_ptr<Stream> stream)
{
    m_session = std::make_unique<ClientSession>(std::move(stream), m_options.limits);
    connectSession(m_session.get());
    Command command = m_command;
    if (const std::optional<std::chrono::milliseconds> left = m_schedule.remaining()) {
        const std::chrono::milliseconds limit = std::max(*left, std::chrono::milliseconds(1)); // 0 is none
        command.timeout = command.timeout.count() > 0 ? std::min(command.timeout, limit) : limit;
    }
    m_session->startCommand(m_options.versionCheck(Intent::Run, m_startReason), command);
    if (m_inputHasEnded)
        m_session->finishInput();
    if (!m_isReading)
        m_session->setReading(false);
}

void Reply::connectSession(ClientSession *session)
{
    connect(session, &ClientSession::accepted, this, [this](const VersionCheck &daemon) {
        m_daemon = daemon;
        Q_EMIT accepted();
    });
    connect(session, &ClientSession::outputReceived, this, [this](QByteArrayView bytes) {
        m_hasDelivered = true;
        Q_EMIT outputReceived(bytes);
    });
    connect(session, &ClientSession::errorOutputReceived, this, [this](QByteArrayView bytes) {
        m_hasDelivered = true;
        Q_EMIT errorOutputReceived(bytes);
    });
    connect(session, &ClientSession::noticeReceived, this, &Reply::noticeReceived);
    connect(session, &ClientSession::inputWantedChanged, this, &Reply::inputWantedChanged);
    connect(session, &ClientSession::failed, this, &Reply::onFailed);
    connect(session, &ClientSession::finished, this, [this](const CommandFinished &result) {
        m_result = result;
        finish();
    });
}

void Reply::onFailed(const Error &error)
{
    if (m_isCancelRequested && isBeforeStart(error.code()))
        finish(Error(ErrorCode::Cancelled, tr("cancelled before the command was begun"))
                   .withContext(error.message()));
    else if (!follow(error) && !retry(error))
        finish(error);
}

bool Reply::isRepeatable() const
{
    return m_connector && !m_isCancelRequested && !m_hasDelivered && !m_hasSentInput;
}

// In none of these has the daemon started the command: it gave way to a fresh one, gives up, or never read
// it.
bool Reply::follow(const Error &error)
{
    const bool isUntouched = error.code() == ErrorCode::DaemonReplaced ||
                             error.code() == ErrorCode::Draining ||
                             error.code() == ErrorCode::ConnectionReset;
    if (!isUntouched || !isRepeatable() || m_followed >= maxFollowed)
        return false;
    ++m_followed;
    dropSession();
    QMetaObject::invokeMethod(this, &Reply::attemptAgain, Qt::QueuedConnection);
    return true;
}

bool Reply::retry(const Error &error)
{
    // As long as no stream has stood, nothing was sent that could have begun.
    const Idempotence idempotence = m_session ? m_idempotence : Idempotence::Given;
    if (!isRepeatable() || !RetryPolicy::mayRepeat(error.code(), idempotence))
        return false;
    const std::optional<std::chrono::milliseconds> pause = m_schedule.planNext();
    if (!pause)
        return false;
    // A daemon that has dealt with the command was right for it; to replace another one takes a fresh call.
    const bool isBeforeJudgement = error.code() == ErrorCode::TooManyConnections ||
                                   error.code() == ErrorCode::DaemonReplaced ||
                                   error.code() == ErrorCode::Draining;
    if (m_session && m_session->isAccepted() && !isBeforeJudgement)
        m_startReason = StartReason::Reconnect;
    dropSession();
    Q_EMIT retrying(error, *pause);
    return true;
}

// What is left of the deadline is the command's timeout: with a daemon that has taken it, that one sees to
// it.
void Reply::onExpired()
{
    if (m_isFinished || !m_connector || (m_session && m_session->isAccepted()))
        return;
    m_connector->disconnect(this);
    dropSession();
    finish(Error(ErrorCode::Timeout, tr("no daemon has taken the command within its deadline of "
                                        "%1 ms; allow more time")
                                         .arg(m_options.retry.deadline.count())));
}

void Reply::dropSession()
{
    if (!m_session)
        return;
    const bool hadInputWanted = m_session->inputWanted() > 0;
    m_session->disconnect(this);
    m_session.release()->deleteLater(); // it may be the sender
    if (hadInputWanted)
        Q_EMIT inputWantedChanged();
}

void Reply::finish()
{
    m_schedule.stop();
    if (std::exchange(m_isFinished, true))
        return;
    Q_EMIT finished();
}

void Reply::finish(const Error &error)
{
    m_error = error;
    if (m_schedule.attempt() > 1)
        m_error = error.withContext(tr("giving up after %1 attempts within %2 ms")
                                        .arg(m_schedule.attempt())
                                        .arg(m_schedule.elapsed().count()));
    finish();
}

void Reply::sendInput(QByteArrayView bytes)
{
    if (!m_session || m_isFinished)
        return;
    m_hasSentInput = m_hasSentInput || !bytes.isEmpty();
    m_session->sendInput(bytes);
}

void Reply::finishInput()
{
    m_inputHasEnded = true;
    if (m_session && !m_isFinished)
        m_session->finishInput();
}

void Reply::cancel(int signal)
{
    m_isCancelRequested = true;
    if (m_isFinished)
        return;
    if (m_session) {
        m_session->cancel(signal);
        return;
    }
    // No daemon has the command. One that is just starting goes on to do so; it may serve the next call.
    if (m_connector)
        m_connector->disconnect(this);
    const bool isBetweenAttempts = m_followed > 0 || m_schedule.attempt() > 1;
    finish(Error(ErrorCode::Cancelled, isBetweenAttempts ? tr("cancelled before the command was sent again")
                                                         : tr("cancelled before the command was sent")));
}

void Reply::resize(quint16 columns, quint16 rows)
{
    m_command.terminal.columns = columns; // for another attempt
    m_command.terminal.rows = rows;
    if (m_session && !m_isFinished)
        m_session->resize(columns, rows);
}

void Reply::setReading(bool enabled)
{
    m_isReading = enabled;
    if (m_session && !m_isFinished)
        m_session->setReading(enabled);
}

} // namespace DaemonRpc
