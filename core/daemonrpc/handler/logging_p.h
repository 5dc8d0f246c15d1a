// The room's logging categories.
#pragma once

#include <QLoggingCategory>

namespace DaemonRpc {

// Warnings only unless somebody asks for more: standard error is the embedder's. LogService asks.
Q_DECLARE_LOGGING_CATEGORY(lcHandler) // child processes and workers
Q_DECLARE_LOGGING_CATEGORY(
    lcRequestSteps) // what handlers do for one request; the same category as in the server room

} // namespace DaemonRpc
