// The log, for those who ask the daemon.
#pragma once

#include <daemonrpc/service/logging/logservice.h>

namespace DaemonRpc {

class MethodRegistry;

/// Adds to a daemon's Rpc methods, which must not outlive the service:
/// - `log.set_level` {level, category?} sets a level until the next reload and returns `{"all": "info", …}`;
/// - `log.tail` {lines?, level?, request?} returns the latest lines as objects with the fields of a JSON line
///   (time as `time_ms`), at most LogService::maxRecentLines.
class DAEMONRPC_SERVICE_EXPORT LogMethods
{
public:
    /// Lines of log.tail when it is not said how many.
    static constexpr int defaultLines = 100;

    static void addTo(MethodRegistry &methods, LogService &service);
};

} // namespace DaemonRpc
