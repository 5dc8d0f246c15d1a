// Health and metrics of a daemon over HTTP, put together.
#pragma once

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/service/health/healthservice.h>
#include <daemonrpc/service/http/httpendpoint.h>
#include <daemonrpc/service/http/httpport.h>
#include <daemonrpc/service/metrics/metricscollector.h>

#include <QElapsedTimer>

namespace DaemonRpc {

/// Answers GET and HEAD of /healthz, /readyz and /metrics on the daemon's listeners, and, where it is told
/// to, on a port of this machine. Thread-bound; daemon, health and metrics must outlive it.
///
///     HttpService http(daemon, health, metrics);
///     daemon.start();
///     http.start(configuration.health.httpPort);
class DAEMONRPC_SERVICE_EXPORT HttpService : public QObject
{
    Q_OBJECT

public:
    HttpService(Daemon &daemon, HealthService &health, MetricsCollector &metrics, QObject *parent = nullptr);
    ~HttpService() override;

    /// The daemon is ready; until then, /readyz says that it starts. @p port is as of setPort().
    void start(int port);

    /// Where else to answer, from now on, 0 to 65535; 0: nowhere. A daemon that drains lets go of the port:
    /// the next one is to have it.
    void setPort(int port);

    [[nodiscard]] const HttpPort &port() const { return m_port; }

private:
    [[nodiscard]] HttpResponse healthPage();
    [[nodiscard]] HttpResponse readyPage() const;
    [[nodiscard]] HttpResponse metricsPage();
    void checkIfStale();

    Daemon &m_daemon;
    HealthService &m_health;
    MetricsCollector &m_metrics;
    std::shared_ptr<HttpSite> m_site;
    HttpEndpoint m_endpoint;
    QByteArray m_metricsText;
    QElapsedTimer m_metricsAge;
    HttpPort m_port;
    bool m_isReady = false;
};

} // namespace DaemonRpc
