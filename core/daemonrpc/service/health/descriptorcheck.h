// Will there be a descriptor for the next client?
#pragma once

#include <daemonrpc/service/health/healthcheck.h>

#include <functional>

namespace DaemonRpc {

/// Open descriptors against the process's limit (RLIMIT_NOFILE). Thread-bound.
///
/// Warning at 80 %, failed at 95 %.
class DAEMONRPC_SERVICE_EXPORT DescriptorCheck : public HealthCheck
{
public:
    /// How many may be open; 0 for any number.
    using LimitSource = std::function<quint64()>;

    /// Counts the entries of @p directory.
    explicit DescriptorCheck(QString directory = QStringLiteral("/proc/self/fd"), LimitSource limit = {});

    [[nodiscard]] QString name() const override;
    [[nodiscard]] HealthResult run() override;

private:
    QString m_directory;
    LimitSource m_limit;
};

} // namespace DaemonRpc
