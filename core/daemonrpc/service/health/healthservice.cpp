#include <daemonrpc/service/health/bindingcheck.h>
#include <daemonrpc/service/health/descriptorcheck.h>
#include <daemonrpc/service/health/diskcheck.h>
#include <daemonrpc/service/health/eventloopcheck.h>
#include <daemonrpc/service/health/healthservice.h>
#include <daemonrpc/service/health/healthsource.h>
#include <daemonrpc/service/health/memorycheck.h>
#include <daemonrpc/service/health/workerpoolcheck.h>

#include <QPointer>

namespace DaemonRpc {

HealthService::HealthService(Daemon &daemon, const ServiceConfiguration::Health &options,
                             const QString &logPath, QObject *parent)
    : QObject(parent)
    , m_daemon(daemon)
    , m_options(options)
    , m_repair(
          m_monitor, options,
          [&daemon](int attempt, const std::function<void(const Result<void> &)> &done) {
              daemon.restart(
                  [done](const Result<RestartReport> &report) {
                      done(report ? Result<void>() : Result<void>(unexpected(report.error())));
                  },
                  attempt);
          },
          daemon.options().restartAttempt)
{
    addChecks(logPath);
    addMethod();
    m_daemon.subscriptions().addSource(QStringLiteral("health"), std::make_unique<HealthSource>(m_monitor));
    connect(&m_monitor, &HealthMonitor::statusChanged, this,
            [this](HealthStatus status) { m_daemon.setHealthDegraded(status == HealthStatus::Failed); });
}

HealthService::~HealthService() = default;

void HealthService::addChecks(const QString &logPath)
{
    const Limits &limits = m_daemon.options().limits;
    auto loop = std::make_unique<EventLoopCheck>();
    loop->setObserver([this](std::chrono::milliseconds late) { Q_EMIT loopSampled(late); });
    m_monitor.addCheck(std::move(loop));
    m_monitor.addCheck(std::make_unique<WorkerPoolCheck>(
        [this] {
            const WorkerPool &workers = m_daemon.server().workers();
            return WorkerPoolCheck::Figures{workers.quarantinedCount(), workers.queueLength()};
        },
        limits.maxQuarantinedWorkers, limits.maxQueueLength));
    m_monitor.addCheck(std::make_unique<MemoryCheck>());
    m_monitor.addCheck(std::make_unique<DescriptorCheck>());
    m_monitor.addCheck(std::make_unique<BindingCheck>([this] { return m_daemon.verifyPresence(); }));
    if (!logPath.isEmpty()) {
        DiskCheck::Options disk;
        disk.file = logPath;
        auto check = std::make_unique<DiskCheck>(disk);
        m_disk = check.get();
        m_monitor.addCheck(std::move(check));
    }
}

void HealthService::addMethod()
{
    // The daemon's methods outlive this object.
    m_daemon.methods().addSync(
        {QStringLiteral("health.check"),
         QStringLiteral("Runs all health checks now."),
         {},
         QStringLiteral(
             "An object: status, round_us, checks (name, status, text, value, unit, since_ms, history), "
             "restarts."),
         Role::ReadOnly},
        [self = QPointer<HealthService>(this)](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
            if (!self)
                return unexpected(ErrorCode::Draining, QStringLiteral("the daemon is just ending"));
            self->m_monitor.checkNow();
            QJsonObject report = self->m_monitor.toJson();
            report.insert(QStringLiteral("restarts"), self->m_repair.toJson());
            return report;
        });
}

void HealthService::start() { m_monitor.setInterval(m_options.checkInterval); }

void HealthService::setOptions(const ServiceConfiguration::Health &options)
{
    m_options = options;
    m_repair.setOptions(options);
    m_monitor.setInterval(options.checkInterval);
}

void HealthService::setLogPath(const QString &logPath)
{
    if (m_disk)
        m_disk->setFile(logPath);
}

} // namespace DaemonRpc
