#include "models/connectionrow.h"

namespace DaemonRpc::Monitor {

ConnectionRow ConnectionRow::of(const MonitoredDaemon &daemon, const ConnectionSnapshot &connection,
                                const ConnectionRow *known)
{
    ConnectionRow row;
    row.key = {daemon.serial(), connection.id};
    row.isDimmed = connection.state == QLatin1String("closing");
    row.daemonId = daemon.daemonId();
    row.connection = connection;
    if (known) {
        row.received = known->received;
        row.sent = known->sent;
    }
    const qint64 nowMs = daemon.nowMs();
    row.received.sample(connection.bytesReceived, nowMs);
    row.sent.sample(connection.bytesSent, nowMs);
    return row;
}

Tone ConnectionRow::tone() const
{
    if (isDimmed)
        return Tone::Muted;
    if (connection.state == QLatin1String("command") || connection.state == QLatin1String("rpc"))
        return Tone::Active;
    return Tone::Normal;
}

} // namespace DaemonRpc::Monitor
