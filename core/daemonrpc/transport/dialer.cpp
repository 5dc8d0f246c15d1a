#include <daemonrpc/transport/dialer.h>
#include <daemonrpc/transport/local/localdialer.h>
#include <daemonrpc/transport/tcp/tcpdialer.h>

namespace DaemonRpc {

Dialer::Dialer(QObject *parent)
    : QObject(parent)
{}

Result<std::unique_ptr<Dialer>> makeDialer(const Address &address, const TlsClientFiles &tls)
{
    if (address.scheme() == Address::Scheme::Local) {
        if (address.path().isEmpty()) {
            return unexpected(
                ErrorCode::InvalidAddress,
                QStringLiteral("address %1 names no path: resolve it in a runtime directory first")
                    .arg(address.toString()));
        }
        return std::unique_ptr<Dialer>(std::make_unique<LocalDialer>());
    }
    if (address.scheme() == Address::Scheme::Tcp || address.scheme() == Address::Scheme::Tls)
        return std::unique_ptr<Dialer>(std::make_unique<TcpDialer>(tls));
    return unexpected(ErrorCode::Unsupported,
                      QStringLiteral("cannot connect to %1: what is in memory is not dialled; use local:, "
                                     "tcp:// or tls://")
                          .arg(address.toString()));
}

} // namespace DaemonRpc
