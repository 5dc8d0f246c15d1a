#include <daemonrpc/transport/listener.h>

namespace DaemonRpc {

Listener::Listener(QObject *parent)
    : QObject(parent)
{}

} // namespace DaemonRpc
