#include <daemonrpc/client/rpcchannel.h>

namespace DaemonRpc {

RpcChannel::RpcChannel(const ClientOptions &options, Intent intent, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_intent(intent)
    , m_connector(options)
{
    connect(&m_connector, &Connector::connected, this, &RpcChannel::onConnected);
    connect(&m_connector, &Connector::failed, this, &RpcChannel::onFailed);
    QMetaObject::invokeMethod(this, &RpcChannel::start, Qt::QueuedConnection);
}

RpcChannel::RpcChannel(const ClientOptions &options, const QString &socketPath, QObject *parent)
    : RpcChannel(options, Intent::Admin, parent)
{
    m_connector.setSocketPath(socketPath);
}

RpcChannel::~RpcChannel() = default;

void RpcChannel::start() { m_connector.start(); }

void RpcChannel::onConnected()
{
    m_session = std::make_unique<ClientSession>(m_connector.takeStream(), m_options.limits);
    connect(m_session.get(), &ClientSession::accepted, this, [this](const VersionCheck &daemon) {
        m_daemon = daemon;
        Q_EMIT accepted();
    });
    connect(m_session.get(), &ClientSession::rpcReceived, this, &RpcChannel::received);
    connect(m_session.get(), &ClientSession::failed, this, &RpcChannel::onFailed);
    m_session->startRpc(m_options.versionCheck(m_intent, m_startReason));
    for (const QByteArray &message : std::exchange(m_waiting, {}))
        m_session->sendRpc(message);
}

void RpcChannel::send(QByteArrayView message)
{
    if (m_session)
        m_session->sendRpc(message);
    else
        m_waiting.append(message.toByteArray());
}

void RpcChannel::setReading(bool enabled)
{
    if (m_session && !m_hasFailed)
        m_session->setReading(enabled);
}

std::optional<PeerCredentials> RpcChannel::peer() const
{
    return m_session ? m_session->peer() : std::nullopt;
}

void RpcChannel::onFailed(const Error &error)
{
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT failed(error);
}

} // namespace DaemonRpc
