// The room's logging categories.
#pragma once

#include <QLoggingCategory>

namespace DaemonRpc {

// Warnings only unless somebody asks for more: standard error is the embedder's. LogService asks.
Q_DECLARE_LOGGING_CATEGORY(lcInstance) // locks, sockets and other files

} // namespace DaemonRpc
