#include "logging_p.h"

#include <daemonrpc/server/server.h>
#include <daemonrpc/session/versiondecision.h>

#include <QTimer>

#include <algorithm>

namespace DaemonRpc {

// Streams accepted per turn: enough to be quick, few enough that running requests are not held up.
static constexpr int acceptedPerTurn = 64;

// How long a drain may take to notice its last JSON-RPC answer, or that nobody is on the way any more.
static constexpr std::chrono::milliseconds callsCheckInterval{20};

Server::Server(HandlerRegistry handlers, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_handlers(std::move(handlers))
    , m_accessPolicy(std::make_shared<AccessPolicy>())
    , m_workers(limits.workerCount, limits.maxQueueLength)
    , m_connections(limits, this)
{
    connect(&m_workers, &WorkerPool::quarantinedCountChanged, this, &Server::degradedChanged);
    m_callsCheck.setSingleShot(true);
    connect(&m_callsCheck, &QTimer::timeout, this, &Server::sayDrainedIfDone);
    connect(&m_requests, &RequestTable::becameEmpty, this, &Server::sayDrainedIfDone);
    connect(&m_connections, &ConnectionTable::countChanged, this, &Server::sayDrainedIfDone);
}

Server::~Server() = default;

void Server::setHandlers(HandlerRegistry handlers)
{
    m_handlers.retire(&handlers);
    m_handlers = std::move(handlers);
    if (m_state == State::Draining)
        m_handlers.retire();
}

void Server::setLimits(const Limits &limits)
{
    m_limits = limits;
    m_workers.setLimits(limits.workerCount, limits.maxQueueLength);
    m_connections.setLimits(limits);
}

void Server::setAccessPolicy(std::shared_ptr<const AccessPolicy> policy)
{
    m_accessPolicy = policy ? std::move(policy) : std::make_shared<AccessPolicy>();
}

void Server::setDialectEndpoint(Dialect dialect, DialectEndpoint *endpoint)
{
    if (endpoint)
        m_dialectEndpoints.insert(dialect, endpoint);
    else
        m_dialectEndpoints.remove(dialect);
}

void Server::addListener(std::unique_ptr<Listener> listener)
{
    Listener *added = listener.get();
    connect(added, &Listener::streamAvailable, this, [this, added] { acceptFrom(added); });
    connect(added, &Listener::starved, this, &Server::listenerStarved);
    m_listeners.push_back(std::move(listener));
}

void Server::acceptFrom(Listener *listener)
{
    for (int i = 0; i < acceptedPerTurn; ++i) {
        std::unique_ptr<Stream> stream = listener->nextStream();
        if (!stream)
            return;
        serve(std::move(stream));
    }
}

void Server::closeListeners()
{
    while (!m_listeners.empty())
        closeListener(m_listeners.front().get());
}

void Server::closeListener(Listener *listener)
{
    const auto isIt = [listener](const auto &owned) { return owned.get() == listener; };
    const auto found = std::find_if(m_listeners.begin(), m_listeners.end(), isIt);
    if (found == m_listeners.end())
        return;
    // May be called from a connection's own slot: new connections are fine then, destroying the caller is
    // not.
    listener->stopAccepting();
    while (std::unique_ptr<Stream> stream = listener->nextStream())
        serve(std::move(stream));
    found->release()->deleteLater();
    m_listeners.erase(found);
}

void Server::leaveToSuccessor(Listener *inherited)
{
    const auto isIt = [inherited](const auto &owned) { return owned.get() == inherited; };
    if (const auto found = std::find_if(m_listeners.begin(), m_listeners.end(), isIt);
        found != m_listeners.end()) {
        // No stopAccepting(): it would shut the socket for the successor, too.
        inherited->disconnect(this);
        found->release()->deleteLater();
        m_listeners.erase(found);
    }
    closeListeners();
    if (m_state == State::Draining)
        return;
    m_hasHandedOver = true;
    m_lastOwnConnection = m_connections.acceptedCount();
    m_servesEarlier = true;
    Q_EMIT leavingToSuccessor();
    drain();
    // By then everybody has asked for something, or was refused.
    QTimer::singleShot(m_limits.handshakeTimeout, this, [this] {
        stopWaitingForEarlier();
        sayDrainedIfDone();
    });
}

void Server::serveEarlier(std::unique_ptr<Stream> stream)
{
    const quint64 id = m_connections.acceptedCount() + 1;
    if (m_servesEarlier)
        m_earlier.insert(id); // before the table's change of count has a drain looked at
    serve(std::move(stream));
    if (m_connections.acceptedCount() < id)
        m_earlier.remove(id); // a stranger
}

bool Server::isOwn(quint64 connectionId) const
{
    return connectionId <= m_lastOwnConnection || m_earlier.contains(connectionId);
}

bool Server::isWaitingForEarlier() const
{
    return m_connections.hasHandshakeUpTo(m_lastOwnConnection) ||
           std::any_of(m_earlier.begin(), m_earlier.end(), [this](quint64 id) {
               const std::optional<ConnectionRecord> connection = m_connections.find(id);
               return connection && connection->state == ConnectionState::Handshake;
           });
}

void Server::stopWaitingForEarlier()
{
    m_lastOwnConnection = 0;
    m_earlier.clear();
    m_servesEarlier = false;
}

void Server::dropUndelivered()
{
    stopWaitingForEarlier();
    m_connections.dropUndelivered();
    sayDrainedIfDone();
}

void Server::serve(std::unique_ptr<Stream> stream)
{
    PeerIdentity peer{stream->peer(), stream->remoteAddress(), stream->certificateName(), Role::None};
    peer.role = m_accessPolicy->roleOf(peer);
    if (peer.role == Role::None && !m_accessPolicy->mayAuthenticate(peer)) {
        ++m_strangerCount;
        if (m_strangers.admits()) {
            qCWarning(lcServer).noquote()
                << "a connection of" << peer.describe()
                << "is refused: it is not among those this daemon serves" << m_strangers.suffix();
        }
        return; // a stranger learns nothing, and its stream closes here
    }
    m_connections.add(std::move(stream), peer);
}

VersionCheck Server::ownVersion() const { return m_version; }

std::optional<Error> Server::admit(const VersionCheck &client, const PeerIdentity &peer)
{
    switch (decideVersion(m_version, client)) {
    case VersionDecision::Serve: break;
    case VersionDecision::HandOver:
        if (peer.isRemote() || peer.role < Role::Control) {
            return Error(ErrorCode::VersionMismatch,
                         QStringLiteral("the daemon is of another build, and only its own machine's clients "
                                        "with the role control replace it"));
        }
        return handOver(client);
    case VersionDecision::RefuseOlder:
        return Error(
            ErrorCode::DaemonNewer,
            QStringLiteral("the running daemon is newer than this client; update the client, restart the "
                           "daemon, or use --version-policy ignore"));
    case VersionDecision::RefuseReconnect:
        return Error(ErrorCode::VersionMismatch,
                     QStringLiteral("the daemon is of another build, and a reconnect never replaces one"));
    case VersionDecision::RefuseProtocol:
        return Error(
            ErrorCode::ProtocolMismatch,
            QStringLiteral("client and daemon have no protocol version in common (client %1 to %2, daemon "
                           "%3 to %4); update the older one")
                .arg(client.protocolMin)
                .arg(client.protocolMax)
                .arg(m_version.protocolMin)
                .arg(m_version.protocolMax));
    }
    // Where a successor serves, those who came before are served here: startRequest() tells which.
    if (m_state == State::Draining && client.intent == Intent::Run && !m_servesEarlier) {
        return Error(m_hasHandedOver ? ErrorCode::DaemonReplaced : ErrorCode::Draining,
                     QStringLiteral("the daemon is draining and accepts no new commands"));
    }
    return std::nullopt;
}

std::optional<Error> Server::handOver(const VersionCheck &client)
{
    if (!m_hasHandedOver) {
        if (!m_handOver)
            return Error(ErrorCode::Unsupported,
                         QStringLiteral("this daemon cannot be replaced by a client"));
        if (const Result<void> done = m_handOver(client); !done)
            return done.error();
        m_hasHandedOver = true;
    }
    return Error(ErrorCode::DaemonReplaced, QStringLiteral("the daemon has handed over to a new one"));
}

// From another machine come words and input; what surrounds them is this process's own. Variables of the
// caller could have any program do anything (LD_PRELOAD, PYTHONPATH), and its directories are not ours.
static Command inOwnContext(const Command &command)
{
    constexpr quint32 ownerOnly = 077;
    Command inside = command;
    inside.environment = Command::withCallersContext({}).environment;
    inside.workingDirectory.clear();
    inside.umask = ownerOnly;
    return inside;
}

void Server::startRequest(quint64 id, quint64 connectionId, const PeerIdentity &peer, const Command &command,
                          DaemonSession *session)
{
    auto request = std::make_unique<ServedRequest>(
        id, connectionId, peer.isRemote() ? inOwnContext(command) : command, session, m_limits, &m_workers);
    ServedRequest *started = request.get();
    m_requests.add(std::move(request));
    Q_EMIT activity();
    const QByteArray name = started->name();
    if (m_state == State::Draining && !isOwn(connectionId)) {
        started->refuse(Error(ErrorCode::Draining, QStringLiteral("the daemon is draining")));
        return;
    }
    if (peer.role < Role::Control) { // not even told which commands there are
        started->refuse(notAllowed(peer, name));
        return;
    }
    if (std::shared_ptr<CommandHandler> handler = m_handlers.share(name); !handler)
        started->refuse(unknownCommand(name));
    else if (!m_accessPolicy->mayRun(peer, name, *handler))
        started->refuse(notAllowed(peer, name));
    else
        started->start(std::move(handler));
}

static QString shown(const QByteArray &name) { return QString::fromUtf8(name.left(100)).simplified(); }

Error Server::notAllowed(const PeerIdentity &peer, const QByteArray &name)
{
    return Error(
        ErrorCode::PermissionDenied,
        peer.role < Role::Control
            ? QStringLiteral("running commands needs the role control, this connection has the role %1")
                  .arg(roleName(peer.role))
            : QStringLiteral("command \"%1\" is not open to remote clients").arg(shown(name)));
}

Error Server::unknownCommand(const QByteArray &name) const
{
    return Error(ErrorCode::UnknownCommand,
                 QStringLiteral("unknown command \"%1\"; this daemon knows %2")
                     .arg(shown(name), QString::fromUtf8(m_handlers.visibleNames().join(", "))));
}

void Server::drain()
{
    if (m_state == State::Draining)
        return;
    m_state = State::Draining;
    qCInfo(lcServer) << "draining;" << m_requests.runningCount() << "requests run," << m_connections.count()
                     << "connections are open";
    m_handlers.retire();
    Q_EMIT stateChanged();
    QMetaObject::invokeMethod(this, &Server::sayDrainedIfDone, Qt::QueuedConnection);
}

// Cancelled calls have the grace to come to an end, and peers as long to take the next bytes of an answer.
bool Server::isHeldUpByCalls()
{
    if (m_connections.isConversing()) {
        m_settling.invalidate();
        return true;
    }
    const qint64 bytes = m_connections.answerBytesPending();
    if (bytes == 0 && !m_connections.isSettling() && !(m_rpcEndpoint && m_rpcEndpoint->isBusy()))
        return false;
    if (!m_settling.isValid() || std::exchange(m_settlingBytes, bytes) != bytes)
        m_settling.start();
    return !m_settling.hasExpired(m_limits.grace.count());
}

// A finished request whose client is still reading its last output counts as running.
void Server::sayDrainedIfDone()
{
    if (m_state != State::Draining || m_saidDrained || m_requests.runningCount() > 0 ||
        m_connections.isDelivering() || isWaitingForEarlier())
        return;
    if (isHeldUpByCalls() || (m_servesEarlier && m_areArriving && m_areArriving())) {
        m_callsCheck.start(callsCheckInterval);
        return;
    }
    if (!std::exchange(m_saidSettled, true)) {
        // Not from within the end of the last request.
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT settled();
                sayDrainedIfDone();
            },
            Qt::QueuedConnection);
        return;
    }
    m_saidDrained = true;
    Q_EMIT drained();
}

} // namespace DaemonRpc
