#include <daemonrpc/service/http/httpservice.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace DaemonRpc {

using namespace std::chrono_literals;

HttpService::HttpService(Daemon &daemon, HealthService &health, MetricsCollector &metrics, QObject *parent)
    : QObject(parent)
    , m_daemon(daemon)
    , m_health(health)
    , m_metrics(metrics)
    , m_site(std::make_shared<HttpSite>())
    , m_endpoint(m_site)
    , m_port(m_site)
{
    m_site->add("/healthz", [this] { return healthPage(); });
    m_site->add("/readyz", [this] { return readyPage(); });
    m_site->add("/metrics", [this] { return metricsPage(); });
    m_site->setObserver(
        [this](const QString &path, int status) { m_metrics.countHttpRequest(path, status); });
    m_daemon.server().setDialectEndpoint(Dialect::Http, &m_endpoint);
    connect(&m_daemon.server(), &Server::stateChanged, this, [this] {
        if (m_daemon.server().state() == Server::State::Draining)
            m_port.open(0);
    });
}

HttpService::~HttpService()
{
    m_daemon.server().setDialectEndpoint(Dialect::Http, nullptr);
    m_site->close(); // connections stay as long as the server keeps them
}

void HttpService::start(int port)
{
    m_isReady = true;
    setPort(port);
}

void HttpService::setPort(int port)
{
    const bool isDraining = m_daemon.server().state() == Server::State::Draining;
    m_port.open(isDraining ? 0 : static_cast<quint16>(port));
}

// Whoever asks often must not cost more than the rounds do, nor take from them what they would find.
void HttpService::checkIfStale()
{
    const std::chrono::milliseconds interval = m_health.options().checkInterval;
    const std::chrono::milliseconds oldest = interval.count() > 0 ? interval + 5s : 1s;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const HealthRecord &record : m_health.monitor().records()) {
        if (record.history.isEmpty() || now - record.history.constLast().atMs > oldest.count()) {
            m_health.monitor().checkNow();
            return;
        }
    }
}

HttpResponse HttpService::healthPage()
{
    checkIfStale();
    QJsonArray checks;
    for (const HealthRecord &record : m_health.monitor().records()) {
        if (record.last.status == HealthStatus::Ok)
            continue;
        QJsonObject check = record.last.toJson();
        check.insert(QStringLiteral("name"), record.name);
        check.insert(QStringLiteral("since_ms"), record.statusSinceMs);
        checks.append(check);
    }
    const HealthStatus status = m_health.monitor().status();
    const QJsonObject report{{QStringLiteral("status"), healthStatusName(status)},
                             {QStringLiteral("state"), m_daemon.snapshot().state},
                             {QStringLiteral("checks"), checks}};
    return HttpResponse::json(status == HealthStatus::Failed ? 503 : 200,
                              QJsonDocument(report).toJson(QJsonDocument::Compact) + '\n');
}

HttpResponse HttpService::readyPage() const
{
    const bool isDraining = m_daemon.server().state() == Server::State::Draining;
    const bool isReady = m_isReady && !isDraining;
    const QByteArray status = isReady ? "ready" : isDraining ? "draining" : "starting";
    return HttpResponse::json(isReady ? 200 : 503, "{\"status\":\"" + status + "\"}\n");
}

// Nobody scrapes that often; whoever asks more often gets the same text, so that this cannot fill the loop.
static constexpr qint64 metricsPauseMs = 20;

// https://prometheus.io/docs/instrumenting/exposition_formats/
HttpResponse HttpService::metricsPage()
{
    HttpResponse response;
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    if (!m_metricsAge.isValid() || m_metricsAge.hasExpired(metricsPauseMs)) {
        m_metricsText = m_metrics.text();
        m_metricsAge.start();
    }
    response.body = m_metricsText;
    return response;
}

} // namespace DaemonRpc
