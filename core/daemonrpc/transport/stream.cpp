#include <daemonrpc/transport/stream.h>

namespace DaemonRpc {

Stream::Stream(QObject *parent)
    : QObject(parent)
{}

} // namespace DaemonRpc
