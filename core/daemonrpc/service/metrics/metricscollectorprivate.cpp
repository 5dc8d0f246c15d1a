// What is read when somebody asks: the values that others keep anyway.
#include "metricscollector_p.h"

#include <daemonrpc/service/command/commandset.h>
#include <daemonrpc/service/health/healthservice.h>
#include <daemonrpc/service/health/processfigures.h>
#include <daemonrpc/service/logging/logservice.h>

namespace DaemonRpc {

using Labels = MetricFamilies::Labels;

MetricFamilies MetricsCollector::Private::collect() const
{
    MetricFamilies families;
    families.append(registry.Collect());
    readRequests(&families);
    readConnections(&families);
    readCalls(&families);
    readWorkers(&families);
    readCommands(&families);
    if (sources.log)
        families.add(MetricId::LogDroppedLinesTotal, static_cast<double>(sources.log->droppedLines()));
    readHealth(&families);
    readDaemon(&families);
    readProcess(&families);
    families.sort();
    return families;
}

void MetricsCollector::Private::readRequests(MetricFamilies *families) const
{
    families->add(MetricId::RequestsRunning,
                  static_cast<double>(sources.daemon.server().requests().runningCount()));
}

void MetricsCollector::Private::readConnections(MetricFamilies *families) const
{
    const ConnectionTable &table = sources.daemon.server().connections();
    const ConnectionTotals totals = table.totals();
    families->add(MetricId::ConnectionsTotal, static_cast<double>(table.acceptedCount()));
    families->add(MetricId::ConnectionsRefusedTotal, static_cast<double>(totals.refused),
                  {{"reason", "limit"}});
    families->add(MetricId::ConnectionsRefusedTotal, static_cast<double>(totals.evicted),
                  {{"reason", "idle"}});
    families->add(MetricId::ConnectionsRefusedTotal,
                  static_cast<double>(sources.daemon.server().strangerCount()), {{"reason", "stranger"}});
    families->add(MetricId::ConnectionsViolatedTotal, static_cast<double>(totals.violated));
    using State = ConnectionState;
    for (const State state : {State::Handshake, State::Command, State::Rpc, State::Closing}) {
        families->add(MetricId::Connections, static_cast<double>(totals.open.value(state)),
                      {{"state", connectionStateName(state).toStdString()}});
    }
    families->add(MetricId::ReceivedBytesTotal, static_cast<double>(totals.bytesReceived));
    families->add(MetricId::SentBytesTotal, static_cast<double>(totals.bytesSent));
    families->add(MetricId::PendingBytes, static_cast<double>(totals.bytesPending));
}

void MetricsCollector::Private::readCalls(MetricFamilies *families) const
{
    const RpcCallTotals &totals = sources.daemon.methods().totals();
    const auto add = [families](const char *outcome, quint64 count) {
        families->add(MetricId::RpcCallsTotal, static_cast<double>(count), {{"outcome", outcome}});
    };
    add("called", totals.called);
    add("unknown", totals.unknown);
    add("refused", totals.refused);
    add("invalid", totals.invalid);
}

void MetricsCollector::Private::readWorkers(MetricFamilies *families) const
{
    const Server &server = sources.daemon.server();
    families->add(MetricId::Workers, server.workers().workerCount());
    families->add(MetricId::WorkersBusy, server.workers().runningCount());
    families->add(MetricId::WorkersQuarantined, server.workers().quarantinedCount());
    families->add(MetricId::WorkerQueueLength, server.workers().queueLength());
    families->add(MetricId::WorkerQueueLimit, server.workers().maxQueueLength());
}

void MetricsCollector::Private::readCommands(MetricFamilies *families) const
{
    if (!sources.commands)
        return;

    struct Entry
    {
        std::string name;
        const ConfiguredCommand *command;
        std::optional<WarmPoolStatistics> pool;
    };

    std::vector<Entry> entries;
    const QList<std::shared_ptr<const ConfiguredCommand>> commands = sources.commands->commands();
    for (const std::shared_ptr<const ConfiguredCommand> &command : commands) {
        entries.push_back(
            {command->definition().name.toStdString(), command.get(), command->warmPoolStatistics()});
    }
    // Series of one metric come one after the other.
    for (const Entry &entry : entries) {
        families->add(MetricId::CommandRequests, entry.command->runningCount(),
                      {{"command", entry.name}, {"state", "running"}});
        families->add(MetricId::CommandRequests, entry.command->waitingCount(),
                      {{"command", entry.name}, {"state", "waiting"}});
    }
    std::erase_if(entries, [](const Entry &entry) { return !entry.pool; });
    for (const Entry &entry : entries)
        families->add(MetricId::WarmPoolHitsTotal, static_cast<double>(entry.pool->hits),
                      {{"command", entry.name}});
    for (const Entry &entry : entries) {
        for (auto miss = entry.pool->misses.cbegin(); miss != entry.pool->misses.cend(); ++miss) {
            families->add(MetricId::WarmPoolMissesTotal, static_cast<double>(miss.value()),
                          {{"command", entry.name}, {"reason", coldReasonName(miss.key()).toStdString()}});
        }
    }
    for (const Entry &entry : entries)
        families->add(MetricId::WarmPoolDiedTotal, static_cast<double>(entry.pool->died),
                      {{"command", entry.name}});
    for (const Entry &entry : entries) {
        families->add(MetricId::WarmPoolReplacedTotal, static_cast<double>(entry.pool->replaced),
                      {{"command", entry.name}});
    }
    for (const Entry &entry : entries) {
        const auto add = [&](const char *state, int count) {
            families->add(MetricId::WarmPoolCopies, count, {{"command", entry.name}, {"state", state}});
        };
        add("wanted", entry.pool->wanted);
        add("ready", entry.pool->ready);
        add("starting", entry.pool->starting);
        add("in_use", entry.pool->inUse);
    }
}

void MetricsCollector::Private::readHealth(MetricFamilies *families) const
{
    if (!health)
        return;
    const HealthMonitor &monitor = std::as_const(*health).monitor();
    families->add(MetricId::HealthStatus, static_cast<double>(monitor.status()));
    for (const HealthRecord &record : monitor.records()) {
        families->add(MetricId::HealthCheckStatus, static_cast<double>(record.last.status),
                      {{"check", record.name.toStdString()}});
    }
    families->add(MetricId::RestartAttempts, std::as_const(*health).repair().attempts());
}

void MetricsCollector::Private::readDaemon(MetricFamilies *families) const
{
    const DaemonSnapshot snapshot = sources.daemon.snapshot();
    for (const char *state : {"ready", "degraded", "draining"}) {
        families->add(MetricId::State, snapshot.state == QLatin1String(state) ? 1 : 0, {{"state", state}});
    }
    families->add(
        MetricId::BuildInfo, 1,
        {{"version", snapshot.version.toStdString()}, {"build_id", snapshot.buildId.toStdString()}});
    if (snapshot.startedAtMs == 0)
        return;
    families->add(MetricId::UptimeSeconds, static_cast<double>(snapshot.uptimeMs) / 1e3);
    families->add(MetricId::ProcessStartTimeSeconds, static_cast<double>(snapshot.startedAtMs) / 1e3);
}

void MetricsCollector::Private::readProcess(MetricFamilies *families)
{
    if (const std::optional<qint64> bytes = ProcessFigures::privateBytes())
        families->add(MetricId::PrivateMemoryBytes, static_cast<double>(*bytes));
    if (const std::optional<qint64> bytes = ProcessFigures::residentBytes())
        families->add(MetricId::ProcessResidentMemoryBytes, static_cast<double>(*bytes));
    families->add(MetricId::ProcessCpuSecondsTotal,
                  static_cast<double>(ProcessFigures::processorTime().count()) / 1e6);
    if (const std::optional<qint64> count = ProcessFigures::openDescriptors())
        families->add(MetricId::ProcessOpenFds, static_cast<double>(*count));
    if (const quint64 limit = ProcessFigures::descriptorLimit(); limit > 0)
        families->add(MetricId::ProcessMaxFds, static_cast<double>(limit));
}

} // namespace DaemonRpc
