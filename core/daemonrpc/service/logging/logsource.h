// The log, for those who follow the daemon.
#pragma once

#include <daemonrpc/admin/eventsource.h>
#include <daemonrpc/service/logging/logservice.h>

namespace DaemonRpc {

/// The topic "log": each line of the wanted level or graver, as a LogLineSnapshot. Thread-bound. An unknown
/// level counts as info.
class DAEMONRPC_SERVICE_EXPORT LogSource : public EventSource
{
public:
    /// @p service outlives it.
    explicit LogSource(const LogService &service)
        : m_service(service)
    {}

    [[nodiscard]] Kind kind() const override { return Kind::Records; }

    [[nodiscard]] quint64 count() const override { return m_service.lineCount(); }

    [[nodiscard]] News since(quint64 known, const SubscriptionOptions &options) const override;
    [[nodiscard]] QJsonArray first(const SubscriptionOptions &options) const override;

private:
    const LogService &m_service;
};

} // namespace DaemonRpc
