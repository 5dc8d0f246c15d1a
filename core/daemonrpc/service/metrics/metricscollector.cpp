#include "metricfactory_p.h"
#include "metricscollector_p.h"

#include <daemonrpc/service/health/healthservice.h>
#include <daemonrpc/service/health/processfigures.h>

#include <QJsonObject>

#include <prometheus/text_serializer.h>

namespace DaemonRpc {

static prometheus::Histogram::BucketBoundaries lagBuckets()
{
    return {0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5};
}

MetricsCollector::Private::Private(const MetricsSources &from)
    : sources(from)
    , health(from.health)
    , requests(registry,
               [&daemon = from.daemon](const QByteArray &name) {
                   return daemon.server().handlers().find(name) != nullptr;
               })
    , httpRequests(counterFamily(registry, MetricId::HttpRequestsTotal))
    , loopLag(histogramFamily(registry, MetricId::EventLoopLagSeconds).Add({}, lagBuckets()))
{}

MetricsCollector::MetricsCollector(const MetricsSources &sources, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(sources))
{
    connect(&sources.daemon.server().requests(), &RequestTable::finished, this,
            [this](const RequestRecord &record) { d->requests.observe(record); });
    if (sources.health) {
        connect(sources.health, &HealthService::loopSampled, this, [this](std::chrono::milliseconds late) {
            d->loopLag.Observe(static_cast<double>(late.count()) / 1e3);
        });
    }
}

MetricsCollector::~MetricsCollector() = default;

QByteArray MetricsCollector::text() const
{
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(d->collect().all()));
}

static QJsonObject labelsOf(const prometheus::ClientMetric &metric)
{
    QJsonObject labels;
    for (const prometheus::ClientMetric::Label &label : metric.label)
        labels.insert(QString::fromStdString(label.name), QString::fromStdString(label.value));
    return labels;
}

static QJsonObject seriesOf(const prometheus::ClientMetric &metric, prometheus::MetricType type)
{
    QJsonObject series{{QStringLiteral("labels"), labelsOf(metric)}};
    if (type != prometheus::MetricType::Histogram) {
        series.insert(QStringLiteral("value"),
                      type == prometheus::MetricType::Counter ? metric.counter.value : metric.gauge.value);
        return series;
    }
    QJsonArray buckets;
    for (const prometheus::ClientMetric::Bucket &bucket : metric.histogram.bucket) {
        // JSON has no infinity; the count of all says the same.
        if (!qIsInf(bucket.upper_bound)) {
            buckets.append(
                QJsonObject{{QStringLiteral("le"), bucket.upper_bound},
                            {QStringLiteral("count"), static_cast<qint64>(bucket.cumulative_count)}});
        }
    }
    series.insert(QStringLiteral("count"), static_cast<qint64>(metric.histogram.sample_count));
    series.insert(QStringLiteral("sum"), metric.histogram.sample_sum);
    series.insert(QStringLiteral("buckets"), buckets);
    return series;
}

static QString typeName(prometheus::MetricType type)
{
    switch (type) {
    case prometheus::MetricType::Counter: return QStringLiteral("counter");
    case prometheus::MetricType::Histogram: return QStringLiteral("histogram");
    default: return QStringLiteral("gauge");
    }
}

QJsonArray MetricsCollector::json() const
{
    QJsonArray array;
    const MetricFamilies families = d->collect();
    for (const prometheus::MetricFamily &family : families.all()) {
        QJsonArray series;
        for (const prometheus::ClientMetric &metric : family.metric)
            series.append(seriesOf(metric, family.type));
        array.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(family.name)},
                                 {QStringLiteral("type"), typeName(family.type)},
                                 {QStringLiteral("help"), QString::fromStdString(family.help)},
                                 {QStringLiteral("series"), series}});
    }
    return array;
}

HealthStatistics MetricsCollector::statistics() const
{
    const Server &server = d->sources.daemon.server();
    const DaemonSnapshot snapshot = d->sources.daemon.snapshot();
    const ConnectionTotals connections = server.connections().totals();
    HealthStatistics statistics;
    statistics.totalRequests = snapshot.finishedRequests + snapshot.runningRequests;
    statistics.failedRequests = static_cast<qint64>(d->requests.failedCount());
    statistics.cancelledRequests = static_cast<qint64>(d->requests.cancelledCount());
    statistics.runningRequests = snapshot.runningRequests;
    statistics.totalConnections = snapshot.acceptedConnections;
    statistics.activeConnections = snapshot.connections;
    statistics.receivedBytes = connections.bytesReceived;
    statistics.sentBytes = connections.bytesSent;
    statistics.memoryUsageMb =
        static_cast<double>(ProcessFigures::privateBytes().value_or(0)) / (1024.0 * 1024.0);
    if (snapshot.startedAtMs > 0)
        statistics.uptimeSeconds = static_cast<double>(snapshot.uptimeMs) / 1e3;
    return statistics;
}

void MetricsCollector::countHttpRequest(const QString &path, int status)
{
    d->httpRequests.Add({{"path", path.toStdString()}, {"code", std::to_string(status)}}).Increment();
}

} // namespace DaemonRpc
