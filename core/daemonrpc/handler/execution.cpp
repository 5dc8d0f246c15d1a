#include <daemonrpc/handler/execution.h>

namespace DaemonRpc {

Execution::Execution(QObject *parent)
    : QObject(parent)
{}

bool Execution::force() { return false; }

} // namespace DaemonRpc
