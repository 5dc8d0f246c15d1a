#include "sources/livedaemon.h"

namespace DaemonRpc::Monitor {

static qint64 pidOf(const DiscoveredInstance &instance)
{
    if (instance.name.isDraining())
        return instance.name.drainingPid();
    // A dead predecessor's, when the daemon has its lock and has not written its own yet.
    if (!instance.info || (instance.info->processStartTicks != 0 &&
                           processStartTicks(instance.info->pid) != instance.info->processStartTicks))
        return 0;
    return instance.info->pid;
}

LiveDaemon::LiveDaemon(qint64 serial, const DiscoveredInstance &instance, const ClientOptions &options,
                       QObject *parent)
    : MonitoredDaemon(serial, instance.name.id().toString(), pidOf(instance), parent)
    , m_instance(instance)
    , m_options(options)
{
    m_options.daemonId = instance.name.id();
    m_options.maySpawn = false;
    // A window looks at daemons of any build, and replaces none.
    m_options.versionPolicy = VersionPolicy::Ignore;
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LiveDaemon::connectToDaemon);
    m_ping.setInterval(pingInterval);
    connect(&m_ping, &QTimer::timeout, this, &LiveDaemon::ping);
    connect(&mirror(), &DaemonMirror::updated, this, &LiveDaemon::onUpdated);
    m_retry.start(0);
}

LiveDaemon::~LiveDaemon() { disconnect(&mirror(), nullptr, this, nullptr); }

std::optional<ClientOptions> LiveDaemon::clientOptions() const
{
    if (m_instance.name.isDraining() || isGone())
        return std::nullopt;
    return m_options;
}

bool LiveDaemon::isSame(const DiscoveredInstance &instance) const
{
    if (isGone() || !(instance.name.id() == m_instance.name.id()))
        return false;
    const qint64 other = pidOf(instance);
    return pid() == other || pid() == 0 || other == 0;
}

void LiveDaemon::follow(const DiscoveredInstance &instance)
{
    if (pid() == 0)
        setPid(pidOf(instance));
    const bool isElsewhere = instance.socketPath != m_instance.socketPath;
    m_instance = instance;
    if (!m_admin && (isElsewhere || !m_retry.isActive()))
        m_retry.start(0);
}

void LiveDaemon::onUnlisted()
{
    if (!m_isConnected && !isGone())
        end();
}

void LiveDaemon::connectToDaemon()
{
    if (isGone() || m_admin)
        return;
    m_admin = std::make_unique<AdminClient>(m_options, m_instance.socketPath);
    // Queued: what fails is the sender, and goes.
    connect(m_admin.get(), &AdminClient::disconnected, this, &LiveDaemon::onFailed, Qt::QueuedConnection);
    m_isPongDue = false;
    m_ping.start();
    m_admin->status([this](const Result<DaemonSnapshot> &status) { onStatus(status); });
}

// Between two looks at the files another process may have taken the id: its picture is another.
void LiveDaemon::onStatus(const Result<DaemonSnapshot> &status)
{
    if (!status) {
        onFailed(status.error());
        return;
    }
    if (pid() != 0 && status->pid != pid()) {
        // Queued: this is called from within the client.
        QMetaObject::invokeMethod(this, &LiveDaemon::end, Qt::QueuedConnection);
        return;
    }
    setPid(status->pid);
    m_isConnected = true;
    Q_EMIT adminChanged();
    subscribe();
}

void LiveDaemon::subscribe()
{
    SubscriptionOptions options;
    options.topics.append(QStringLiteral("log"));
    options.interval = eventInterval;
    options.history = static_cast<qint64>(maxFinishedRequests);
    options.logLevel = QStringLiteral("debug");
    m_subscription = m_admin->subscribe(options, &mutableMirror());
    connect(m_subscription.get(), &DaemonSubscription::snapshotReceived, this,
            &MonitoredDaemon::snapshotReceived);
    connect(m_subscription.get(), &DaemonSubscription::eventReceived, this, &MonitoredDaemon::eventReceived);
    connect(m_subscription.get(), &DaemonSubscription::failed, this, &LiveDaemon::onFailed,
            Qt::QueuedConnection);
    connect(m_subscription.get(), &DaemonSubscription::interrupted, this, [this](const Error &error) {
        setProblem(tr("It says what cannot be understood: %1").arg(error.message()));
    });
}

void LiveDaemon::onUpdated()
{
    m_pause = firstPause;
    markSeen();
    setProblem({});
    setAnswering();
}

void LiveDaemon::onFailed(const Error &error)
{
    if (!m_admin || isGone())
        return;
    dropConnection();
    setProblem(error.code() == ErrorCode::PermissionDenied
                   ? tr("It does not let this user look: %1").arg(error.message())
                   : tr("No connection: %1").arg(error.message()));
    m_retry.start(m_pause);
    m_pause = qMin(m_pause * 2, maxPause);
    Q_EMIT connectionLost();
}

// Not at once: callbacks of the client may be on the stack.
void LiveDaemon::dropConnection()
{
    m_ping.stop();
    m_isConnected = false;
    if (m_subscription)
        m_subscription.release()->deleteLater();
    if (m_admin) {
        m_admin->disconnect();
        m_admin.release()->deleteLater();
    }
    Q_EMIT adminChanged();
}

void LiveDaemon::end()
{
    m_retry.stop();
    dropConnection();
    setProblem({});
    setState(State::Gone);
    Q_EMIT connectionLost();
}

void LiveDaemon::ping()
{
    if (m_isPongDue || !m_isConnected) {
        setProblem(tr("It does not answer"));
        return;
    }
    m_isPongDue = true;
    m_admin->call(QStringLiteral("ping"), {}, [this](const Result<QJsonValue> &) { onPong(); });
}

void LiveDaemon::onPong()
{
    m_isPongDue = false;
    if (m_isConnected && mirror().sequence() >= 0)
        onUpdated();
}

} // namespace DaemonRpc::Monitor
