#include "models/healthrow.h"

#include <cmath>

namespace DaemonRpc::Monitor {

Tone HealthRow::tone() const
{
    if (isDimmed)
        return Tone::Muted;
    if (status == QLatin1String("ok"))
        return Tone::Good;
    if (status == QLatin1String("warning"))
        return Tone::Warning;
    return status == QLatin1String("failed") ? Tone::Bad : Tone::Normal;
}

HealthRow HealthRow::of(const MonitoredDaemon &daemon)
{
    HealthRow row;
    row.key = {daemon.serial(), 0};
    row.isDimmed = daemon.isGone();
    row.name = daemon.daemonId();
    row.daemonId = daemon.daemonId();
    if (const std::optional<HealthSnapshot> &health = daemon.mirror().health())
        row.status = health->status;
    return row;
}

std::vector<HealthRow> HealthRow::checksOf(const MonitoredDaemon &daemon)
{
    std::vector<HealthRow> rows;
    if (!daemon.mirror().health())
        return rows;
    for (const HealthCheckSnapshot &check : daemon.mirror().health()->checks) {
        HealthRow row;
        row.key = {daemon.serial(), 0};
        row.id = row.name = check.name;
        row.isDimmed = daemon.isGone();
        row.daemonId = daemon.daemonId();
        row.status = check.status;
        row.text = check.text;
        if (!check.unit.isEmpty() && std::isfinite(check.value))
            row.value = check.value;
        row.unit = check.unit;
        row.sinceMs = check.sinceMs;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace DaemonRpc::Monitor
