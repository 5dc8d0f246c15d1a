#include <daemonrpc/admin/eventsource.h>

namespace DaemonRpc {

EventSource::~EventSource() = default;

QJsonArray EventSource::first(const SubscriptionOptions &options) const { return since(0, options).values; }

} // namespace DaemonRpc
