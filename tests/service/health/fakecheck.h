// A check that says what a test wants.
#pragma once

#include <daemonrpc/service/health/healthmonitor.h>

class FakeCheck : public DaemonRpc::HealthCheck
{
public:
    explicit FakeCheck(QString checkName)
        : m_name(std::move(checkName))
    {}

    /// A new check; the monitor's own.
    static FakeCheck *addTo(DaemonRpc::HealthMonitor &monitor, const QString &name, bool isCured = true)
    {
        auto owned = std::make_unique<FakeCheck>(name);
        FakeCheck *check = owned.get();
        check->isCured = isCured;
        monitor.addCheck(std::move(owned));
        return check;
    }

    [[nodiscard]] QString name() const override { return m_name; }

    [[nodiscard]] DaemonRpc::HealthResult run() override
    {
        ++runs;
        return {status, QStringLiteral("as the test says"), value, QStringLiteral("units")};
    }

    [[nodiscard]] bool isCuredByRestart() const override { return isCured; }

    DaemonRpc::HealthStatus status = DaemonRpc::HealthStatus::Ok;
    double value = 0;
    int runs = 0;
    bool isCured = true;

private:
    QString m_name;
};
