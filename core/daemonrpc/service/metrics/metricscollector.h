// Everything there is to measure of a daemon.
#pragma once

#include <daemonrpc/service/metrics/healthstatistics.h>

#include <QByteArray>
#include <QJsonArray>
#include <QObject>

#include <memory>

namespace DaemonRpc {

class CommandSet;
class Daemon;
class HealthService;
class LogService;

/// What a MetricsCollector looks at. Value; all but the daemon may be null.
struct MetricsSources
{
    Daemon &daemon;
    HealthService *health = nullptr;
    const CommandSet *commands = nullptr;
    const LogService *log = nullptr;
};

/// Counts what happens in a daemon, and reads the rest when it is asked. Thread-bound; the sources must
/// outlive it, except for the health service.
///
/// A request costs well under a microsecond when it ends; nothing else costs anything until somebody asks.
/// The metrics are those of docs/METRICS.md. Values of labels are bounded: 256 commands of the registry, sets
/// that are closed, and what the configuration names.
///
///     MetricsCollector metrics({daemon, &health, &commands, &log});
///     response.setBody(metrics.text());
class DAEMONRPC_SERVICE_EXPORT MetricsCollector : public QObject
{
    Q_OBJECT

public:
    explicit MetricsCollector(const MetricsSources &sources, QObject *parent = nullptr);
    ~MetricsCollector() override;

    /// All metrics in the text format of Prometheus, version 0.0.4.
    [[nodiscard]] QByteArray text() const;

    /// The same as JSON: `[{"name": …, "type": …, "help": …, "series": [{"labels": {…}, "value": …}]}, …]`; a
    /// series of a histogram has `count`, `sum` and `buckets` (`le` and the number of values up to it).
    [[nodiscard]] QJsonArray json() const;

    [[nodiscard]] HealthStatistics statistics() const;

    /// An HTTP request was answered. @p path is one that is served, or "other".
    void countHttpRequest(const QString &path, int status);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace DaemonRpc
