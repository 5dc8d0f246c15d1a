#include "logging_p.h"

#include <daemonrpc/client/connector.h>
#include <daemonrpc/instance/runtimedirectory.h>

#include <QFile>

#include <unistd.h>

namespace DaemonRpc {

using namespace std::chrono_literals;

// About 30 ms in growing steps: far longer than a live daemon takes to bind again.
static constexpr int dialsPerSpawn = 5;

Connector::Connector(const ClientOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_backoff(1ms, 50ms)
{
    if (options.address.scheme() == Address::Scheme::Local)
        m_givenSocketPath = options.address.path();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Connector::dial);
}

Connector::~Connector() = default;

quint32 Connector::expectedOwner() const { return m_options.daemonOwner.value_or(::geteuid()); }

// local:NAME names it, too.
DaemonId Connector::daemonId() const
{
    const QString &name = m_options.address.name();
    return name.isEmpty() || m_options.address.scheme() != Address::Scheme::Local
               ? m_options.daemonId
               : DaemonId::parse(name).value_or(m_options.daemonId);
}

void Connector::start()
{
    m_deadline = QDeadlineTimer(m_options.spawnTimeout);
    m_hasSpawned = false;
    m_backoff.reset();
    if (m_options.address.scheme() == Address::Scheme::Local || !m_givenSocketPath.isEmpty()) {
        findLocal();
        return;
    }
    m_target = m_options.address;
    dial();
}

void Connector::findLocal()
{
    const Result<RuntimeDirectory> directory =
        m_options.daemonOwner ? RuntimeDirectory::forUser(*m_options.daemonOwner, m_options.runtimeDirectory)
                              : RuntimeDirectory::resolve(m_options.runtimeDirectory);
    if (!directory) {
        fail(directory.error());
        return;
    }
    const InstanceName name(daemonId());
    const Result<QString> socketPath =
        m_givenSocketPath.isEmpty() ? directory->socketPath(name) : Result<QString>(m_givenSocketPath);
    if (!socketPath) {
        fail(socketPath.error());
        return;
    }
    const Result<void> verified = directory->verify();
    if (!verified && verified.error().code() != ErrorCode::NotRunning) {
        fail(verified.error());
        return;
    }
    m_socketPath = *socketPath;
    m_target = Address::localPath(m_socketPath);
    m_directory = directory->path();
    m_logPath = directory->logPath(name);
    dial();
}

void Connector::dial()
{
    Result<std::unique_ptr<Dialer>> dialer = makeDialer(m_target, m_options.tls);
    if (!dialer) {
        fail(dialer.error());
        return;
    }
    m_dialer = std::move(*dialer);
    connect(m_dialer.get(), &Dialer::connected, this, &Connector::onDialed);
    connect(m_dialer.get(), &Dialer::failed, this, &Connector::onDialFailed);
    m_dialer->dial(m_target, m_deadline.remainingTimeAsDuration() > 0ns
                                 ? std::chrono::milliseconds(m_deadline.remainingTime())
                                 : 0ms);
}

void Connector::onDialed()
{
    m_stream = m_dialer->takeStream();
    if (m_target.isRemote()) {
        qCDebug(lcClient).noquote() << "connected to" << m_target.toString();
        Q_EMIT connected();
        return;
    }
    const std::optional<PeerCredentials> peer = m_stream->peer();
    if (!peer || peer->uid != expectedOwner()) {
        const QString owner = peer ? QString::number(peer->uid) : tr("unknown");
        m_stream.reset();
        fail(Error(ErrorCode::PeerNotTrusted,
                   tr("refusing to talk to %1: it is served by user %2, not %3; remove it, or name that "
                      "user with --owner if you mean it")
                       .arg(m_socketPath, owner)
                       .arg(expectedOwner())));
        return;
    }
    qCDebug(lcClient) << "connected to" << m_socketPath;
    Q_EMIT connected();
}

void Connector::onDialFailed(const Error &error)
{
    const bool isAbsent =
        error.code() == ErrorCode::NotRunning || error.code() == ErrorCode::ConnectionRefused;
    if (!isAbsent || m_target.isRemote())
        fail(error);
    else if (m_hasSpawned && m_deadline.hasExpired())
        fail(Error(ErrorCode::Timeout, tr("a daemon was started but could not be reached within %1 ms at %2; "
                                          "see its log %3")
                                           .arg(m_options.spawnTimeout.count())
                                           .arg(m_socketPath, m_logPath))
                 .withContext(error.message()));
    else if (m_hasSpawned && m_dialsSinceSpawn++ < dialsPerSpawn)
        m_retry.start(m_backoff.next()); // a daemon lives, but it is just putting its socket back
    else
        spawn(error); // none has been started, or it was just giving up its name, and nobody has taken it
}

void Connector::spawn(const Error &reason)
{
    const bool isOwn = expectedOwner() == ::geteuid();
    if (!m_options.maySpawn || !isOwn || !m_givenSocketPath.isEmpty()) {
        const QString text = isOwn ? tr("no daemon \"%1\" is running; start one with \"daemon-rpc start\" or "
                                        "leave out --no-spawn")
                                   : tr("no daemon \"%1\" is running; only its own user can start one");
        fail(Error(ErrorCode::NotRunning, text.arg(daemonId().toString())).withContext(reason.message()));
        return;
    }
    const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve(m_options.runtimeDirectory);
    const Result<void> prepared =
        directory ? directory->prepare() : Result<void>(unexpected(directory.error()));
    if (!prepared) {
        fail(prepared.error());
        return;
    }
    qCInfo(lcClient).noquote() << "starting" << m_options.daemonProgram << "because" << reason.message();
    m_hasSpawned = true;
    m_dialsSinceSpawn = 0;
    Q_EMIT spawning();
    SpawnRequest request;
    request.program = m_options.daemonProgram;
    request.arguments = {"--daemon-id",       daemonId().toString().toUtf8(),
                         "--runtime-dir",     QFile::encodeName(m_directory),
                         "--build-timestamp", QByteArray::number(m_options.build.timestampMs),
                         "--build-id",        m_options.build.id};
    request.arguments += m_options.daemonArguments;
    request.logPath = m_logPath;
    request.timeout = std::chrono::milliseconds(m_deadline.remainingTime());
    m_spawner = std::make_unique<Spawner>();
    connect(m_spawner.get(), &Spawner::ready, this, &Connector::onSpawnerReady);
    connect(m_spawner.get(), &Spawner::alreadyRunning, this, &Connector::onSpawnerReady);
    connect(m_spawner.get(), &Spawner::failed, this, &Connector::fail);
    m_spawner->start(request);
}

void Connector::onSpawnerReady()
{
    qCDebug(lcClient) << "the daemon is ready";
    dial();
}

void Connector::fail(const Error &error)
{
    qCDebug(lcClient).noquote() << "cannot connect:" << error.message();
    Q_EMIT failed(error.withContext(m_target.isRemote()
                                        ? tr("connecting to %1").arg(m_target.toString())
                                        : tr("connecting to daemon \"%1\"").arg(daemonId().toString())));
}

} // namespace DaemonRpc
