#include <daemonrpc/client/reply.h>

namespace DaemonRpc {

Reply::Reply(const ClientOptions &options, const Command &command, std::unique_ptr<Stream> stream,
             QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_command(command)
    , m_givenStream(std::move(stream))
{
    QMetaObject::invokeMethod(this, &Reply::start, Qt::QueuedConnection);
}

Reply::~Reply() = default;

void Reply::start()
{
    if (m_isFinished)
        return;
    if (m_isCancelRequested) { // between two attempts
        m_error = Error(ErrorCode::Cancelled, QStringLiteral("cancelled before the command was sent"));
        finish();
        return;
    }
    ++m_attempts;
    if (m_givenStream) {
        onConnected(std::move(m_givenStream));
        return;
    }
    m_session.reset();
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
    ClientSession *session = m_session.get();
    connect(session, &ClientSession::accepted, this, [this](const VersionCheck &daemon) {
        m_daemon = daemon;
        Q_EMIT accepted();
    });
    connect(session, &ClientSession::outputReceived, this, &Reply::outputReceived);
    connect(session, &ClientSession::errorOutputReceived, this, &Reply::errorOutputReceived);
    connect(session, &ClientSession::noticeReceived, this, &Reply::noticeReceived);
    connect(session, &ClientSession::inputWantedChanged, this, &Reply::inputWantedChanged);
    connect(session, &ClientSession::failed, this, &Reply::onFailed);
    connect(session, &ClientSession::finished, this, [this](const CommandFinished &result) {
        m_result = result;
        finish();
    });

    session->startCommand(m_options.versionCheck(Intent::Run), m_command);
    if (!m_isReading)
        session->setReading(false);
}

void Reply::onFailed(const Error &error)
{
    // In none of these has the daemon started the command: it gave way to a fresh one, gives up, or never
    // read it.
    const bool isUntouched = error.code() == ErrorCode::DaemonReplaced ||
                             error.code() == ErrorCode::Draining ||
                             error.code() == ErrorCode::ConnectionReset;
    if (isUntouched && m_connector && m_attempts < maxAttempts) {
        // The session is the sender: it is replaced from the event loop.
        QMetaObject::invokeMethod(this, &Reply::start, Qt::QueuedConnection);
        return;
    }
    m_error = error;
    finish();
}

void Reply::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    Q_EMIT finished();
}

void Reply::sendInput(QByteArrayView bytes)
{
    if (m_session && !m_isFinished)
        m_session->sendInput(bytes);
}

void Reply::finishInput()
{
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
    // Nothing was sent yet. A daemon that is just starting goes on to do so; it may serve the next call.
    if (m_connector)
        m_connector->disconnect(this);
    m_error = Error(ErrorCode::Cancelled, QStringLiteral("cancelled before the command was sent"));
    finish();
}

void Reply::resize(quint16 columns, quint16 rows)
{
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
