#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/service/metrics/metricscollector.h>
#include <daemonrpc/service/metrics/metricsmethods.h>

#include <QPointer>

namespace DaemonRpc {

static Result<QJsonValue> ending()
{
    return unexpected(ErrorCode::Draining, QStringLiteral("the daemon is just ending"));
}

static Result<QJsonValue> metricsAs(const MetricsCollector &metrics, const RpcParams &params)
{
    const Result<QString> format = params.string(u"format", QStringLiteral("text"));
    if (!format)
        return unexpected(format.error());
    if (*format == QLatin1String("json"))
        return metrics.json();
    if (*format == QLatin1String("text"))
        return QString::fromUtf8(metrics.text());
    return unexpected(ErrorCode::InvalidArgument,
                      QStringLiteral("parameter \"format\" must be \"text\" or \"json\""));
}

void MetricsMethods::addTo(MethodRegistry &methods, MetricsCollector &metrics)
{
    methods.addSync(
        {QStringLiteral("metrics"),
         QStringLiteral("Tells all metrics of the daemon."),
         {{QStringLiteral("format"), RpcType::String, false,
           QStringLiteral("\"text\", the format of Prometheus, when left out; or \"json\".")}},
         QStringLiteral("A string; or an array of objects: name, type, help, series (labels, value; of "
                        "histograms labels, count, sum, buckets)."),
         Role::ReadOnly},
        [self = QPointer<MetricsCollector>(&metrics)](const RpcParams &params, const RpcPeer &)
            -> Result<QJsonValue> { return self ? metricsAs(*self, params) : ending(); });
    methods.addSync(
        {QStringLiteral("health.stats"),
         QStringLiteral("Tells how much the daemon has served and what it uses."),
         {},
         QStringLiteral("An object: total_requests, failed_requests, cancelled_requests, running_requests, "
                        "total_connections, active_connections, received_bytes, sent_bytes, memory_usage_mb, "
                        "uptime (seconds)."),
         Role::ReadOnly},
        [self = QPointer<MetricsCollector>(&metrics)](const RpcParams &,
                                                      const RpcPeer &) -> Result<QJsonValue> {
            if (!self)
                return ending();
            return self->statistics().toJson();
        });
}

} // namespace DaemonRpc
