// How much memory does this daemon cost?
#pragma once

#include <daemonrpc/service/health/healthcheck.h>

namespace DaemonRpc {

/// Memory that this process has for itself and has written to; see ProcessFigures::privateBytes().
/// Thread-bound.
class DAEMONRPC_SERVICE_EXPORT MemoryCheck : public HealthCheck
{
public:
    struct Options
    {
        qint64 limitBytes = 0;    ///< More has failed; 0: no limit.
        double growthFactor = 10; ///< Warns when it has grown this often since the first look, and
        qint64 growthBytes = 256 * 1024 * 1024; ///< by this much; 0: never.
        QString smapsPath = QStringLiteral("/proc/self/smaps_rollup");
        QString statmPath = QStringLiteral("/proc/self/statm");
    };

    MemoryCheck();
    explicit MemoryCheck(const Options &options);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] HealthResult run() override;

private:
    Options m_options;
    qint64 m_firstBytes = -1;
};

} // namespace DaemonRpc
