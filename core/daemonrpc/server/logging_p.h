// The room's logging categories.
#pragma once

#include <QLoggingCategory>

namespace DaemonRpc {

// Warnings only unless somebody asks for more: standard error is the embedder's. LogService asks.
Q_DECLARE_LOGGING_CATEGORY(lcServer)  // connections, limits, refusals
Q_DECLARE_LOGGING_CATEGORY(lcRequest) // info for the end of each request, debug for its steps

} // namespace DaemonRpc
