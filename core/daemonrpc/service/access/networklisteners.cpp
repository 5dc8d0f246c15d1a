#include "../logging_p.h"

#include <daemonrpc/instance/tokenfile.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/service/access/networklisteners.h>
#include <daemonrpc/transport/tcp/tlsservercontext.h>

#include <QHostAddress>
#include <QPointer>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace DaemonRpc {

static constexpr qsizetype maxInherited = 16;

QList<int> NetworkListeners::parseInherited(const QByteArray &text)
{
    QList<int> descriptors;
    const QList<QByteArray> numbers = text.split(':');
    for (const QByteArray &number : numbers) {
        bool isNumber = false;
        const int descriptor = number.toInt(&isNumber);
        if (isNumber && descriptor > STDERR_FILENO && !descriptors.contains(descriptor) &&
            descriptors.size() < maxInherited)
            descriptors.append(descriptor);
    }
    return descriptors;
}

NetworkListeners::NetworkListeners(const QList<int> &inherited, QObject *parent)
    : QObject(parent)
    , m_backoff(50ms, 10s)
{
    for (const int descriptor : inherited) {
        if (::fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0)
            m_inherited.emplace_back(descriptor);
    }
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &NetworkListeners::tryToListen);
}

NetworkListeners::~NetworkListeners() = default;

QString NetworkListeners::Port::toString() const
{
    const QString host = address.contains(u':') ? u'[' + address + u']' : address;
    return QLatin1String(tls ? "tls://" : "tcp://") + host + u':' + QString::number(number);
}

static TcpListenerLimits limitsOf(const ServiceConfiguration::Sockets &sockets)
{
    return {.maxConnections = sockets.remoteMaxConnections,
            .connectionsPerMinute = sockets.remoteConnectionsPerMinute,
            .maxHandshakes = sockets.remoteMaxHandshakes,
            .handshakeTimeout = sockets.remoteHandshakeTimeout};
}

static Error refused(const QString &message) { return Error(ErrorCode::InvalidArgument, message); }

// Without a key to the door there must be no door.
static Result<void> checkTokens(const ServiceConfiguration &configuration)
{
    const ServiceConfiguration::Access &access = configuration.access;
    const bool hasToken = !access.controlTokenFile.isEmpty() || !access.readOnlyTokenFile.isEmpty();
    const bool hasCertificates =
        !access.certificates.isEmpty() && !configuration.sockets.tlsClientCa.isEmpty();
    if (!hasToken && (configuration.sockets.tcpPort != 0 || !hasCertificates)) {
        return unexpected(refused(
            u"refusing to listen at a TCP port to which nobody has a key: make a token with \"daemon-rpcd "
            u"--make-token FILE\" and name the file in access.control_token_file or "
            u"access.read_only_token_file%1"_s.arg(
                configuration.sockets.tcpPort != 0
                    ? QString()
                    : u"; or let certificates in, with sockets.tls.client_ca and access.certificates"_s)));
    }
    for (const QString &file : {access.controlTokenFile, access.readOnlyTokenFile}) {
        if (file.isEmpty())
            continue;
        if (const Result<QByteArray> token = TokenFile::read(file); !token)
            return unexpected(token.error());
    }
    return {};
}

static Result<void> checkTcp(const ServiceConfiguration::Sockets &sockets)
{
    const QHostAddress host(sockets.tcpAddress);
    if (!host.isNull() && !host.isLoopback() && !sockets.tcpAllowUnencryptedNetwork) {
        return unexpected(
            refused(u"refusing to listen at %1 without encryption, where everybody in between could read the "
                    u"token: use sockets.tls, or set sockets.tcp.allow_unencrypted_network when the network "
                    u"itself is protected"_s.arg(sockets.tcpAddress)));
    }
    return {};
}

static Result<std::shared_ptr<TlsServerContext>> makeContext(const ServiceConfiguration::Sockets &sockets)
{
    if (sockets.tlsCertificate.isEmpty() || sockets.tlsKey.isEmpty()) {
        return unexpected(
            refused(u"sockets.tls.port needs a certificate: name it in sockets.tls.certificate, "
                    u"and its key in sockets.tls.key"_s));
    }
    if (sockets.tlsRequireClientCertificate && sockets.tlsClientCa.isEmpty()) {
        return unexpected(
            refused(u"sockets.tls.require_client_certificate needs sockets.tls.client_ca, which "
                    u"says whose certificates count"_s));
    }
    return TlsServerContext::load(
        {sockets.tlsCertificate, sockets.tlsKey, sockets.tlsClientCa, sockets.tlsRequireClientCertificate});
}

Result<void> NetworkListeners::prepare(const ServiceConfiguration &configuration)
{
    const ServiceConfiguration::Sockets &sockets = configuration.sockets;
    m_limits = limitsOf(sockets);
    if (sockets.tcpPort == 0 && sockets.tlsPort == 0) {
        m_inherited.clear();
        return {};
    }
    if (const Result<void> checked = checkTokens(configuration); !checked)
        return checked;
    if (sockets.tcpPort != 0) {
        if (const Result<void> checked = checkTcp(sockets); !checked)
            return checked;
        if (const Result<void> added = addPort(sockets.tcpAddress, sockets.tcpPort, nullptr); !added)
            return unexpected(added.error().withContext(u"reading sockets.tcp"_s));
    }
    if (sockets.tlsPort != 0) {
        Result<std::shared_ptr<TlsServerContext>> context = makeContext(sockets);
        if (!context)
            return unexpected(context.error().withContext(u"reading sockets.tls"_s));
        if (const Result<void> added = addPort(sockets.tlsAddress, sockets.tlsPort, *context); !added)
            return unexpected(added.error().withContext(u"reading sockets.tls"_s));
    }
    m_inherited.clear(); // ports that are configured no longer
    return {};
}

Result<void> NetworkListeners::addPort(const QString &address, quint16 number,
                                       std::shared_ptr<TlsServerContext> tls)
{
    Port port{address, number, std::move(tls), takeInheritedFor(address, number), nullptr};
    if (!port.socket.isValid()) {
        Result<FileDescriptor> socket = TcpListener::open(address);
        if (!socket)
            return unexpected(socket.error());
        port.socket = std::move(*socket);
    }
    m_ports.push_back(std::move(port));
    return {};
}

FileDescriptor NetworkListeners::takeInheritedFor(const QString &address, quint16 number)
{
    const auto found =
        std::find_if(m_inherited.begin(), m_inherited.end(), [&](const FileDescriptor &candidate) {
            return TcpListener::listensAt(candidate.get(), address, number);
        });
    if (found == m_inherited.end())
        return {};
    FileDescriptor socket = std::move(*found);
    m_inherited.erase(found);
    return socket;
}

QList<int> NetworkListeners::descriptors() const
{
    QList<int> descriptors;
    for (const Port &port : m_ports)
        descriptors.append(port.listener ? port.listener->descriptor() : port.socket.get());
    return descriptors;
}

QByteArrayList NetworkListeners::successorEnvironment() const
{
    QByteArrayList numbers;
    for (const int descriptor : descriptors())
        numbers.append(QByteArray::number(descriptor));
    return numbers.isEmpty() ? QByteArrayList()
                             : QByteArrayList{QByteArray(inheritedVariable) + '=' + numbers.join(':')};
}

void NetworkListeners::listen(Server &server)
{
    m_server = &server;
    connect(m_server, &Server::stateChanged, this, &NetworkListeners::onServerState);
    connect(m_server, &Server::leavingToSuccessor, this, &NetworkListeners::onLeaving);
    m_server->setArrivals(
        [self = QPointer<NetworkListeners>(this)] { return self && self->isInHandshake(); });
    tryToListen();
}

void NetworkListeners::tryToListen()
{
    bool isAnyMissing = false;
    for (Port &port : m_ports) {
        if (port.listener)
            continue;
        if (const Result<void> started = startPort(port); !started) {
            isAnyMissing = true;
            if (!m_saidMissing)
                qCWarning(lcService).noquote() << started.error().message() << "- it is tried again";
        }
    }
    m_saidMissing = isAnyMissing;
    if (isAnyMissing)
        m_retry.start(m_backoff.next());
}

Result<void> NetworkListeners::startPort(Port &port)
{
    if (!TcpListener::listensAt(port.socket.get(), port.address, port.number)) {
        if (const Result<void> bound = TcpListener::bind(port.socket.get(), port.address, port.number);
            !bound)
            return bound;
    }
    port.listener = std::make_unique<TcpListener>(std::move(port.socket), port.tls, m_limits);
    TcpListener *listener = port.listener.get();
    connect(listener, &Listener::streamAvailable, this, [this, listener] { serveFrom(listener); });
    connect(listener, &Listener::starved, m_server, &Server::listenerStarved);
    qCInfo(lcService).noquote() << "serves" << port.toString();
    return {};
}

void NetworkListeners::serveFrom(TcpListener *listener)
{
    while (std::unique_ptr<Stream> stream = listener->nextStream())
        m_hasLeft ? m_server->serveEarlier(std::move(stream)) : m_server->serve(std::move(stream));
}

// Accepting on would take from the queue what the successor, at the same socket, can serve for longer.
void NetworkListeners::onLeaving()
{
    m_hasLeft = true;
    m_retry.stop();
    for (Port &port : m_ports) {
        port.socket.reset();
        if (port.listener)
            port.listener->leaveToSuccessor();
    }
}

bool NetworkListeners::isInHandshake() const
{
    return std::any_of(m_ports.begin(), m_ports.end(),
                       [](const Port &port) { return port.listener && port.listener->handshakeCount() > 0; });
}

// Whoever is in the queue, or in a handshake, is served yet, and told that another daemon is to be asked.
void NetworkListeners::onServerState()
{
    if (m_hasLeft || m_server->state() != Server::State::Draining)
        return;
    m_retry.stop();
    for (Port &port : m_ports) {
        port.socket.reset();
        if (!port.listener)
            continue;
        port.listener->stopAccepting();
        serveFrom(port.listener.get());
    }
}

void NetworkListeners::setLimits(const ServiceConfiguration::Sockets &sockets)
{
    m_limits = limitsOf(sockets);
    for (Port &port : m_ports) {
        if (port.listener)
            port.listener->setLimits(m_limits);
    }
}

QStringList NetworkListeners::addresses() const
{
    QStringList addresses;
    for (const Port &port : m_ports) {
        if (port.listener && port.listener->descriptor() >= 0)
            addresses.append(port.toString());
    }
    return addresses;
}

} // namespace DaemonRpc
