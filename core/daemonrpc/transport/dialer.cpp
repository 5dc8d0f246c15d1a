#include <daemonrpc/transport/dialer.h>
#include <daemonrpc/transport/local/localdialer.h>

namespace DaemonRpc {

Dialer::Dialer(QObject *parent)
    : QObject(parent)
{}

Result<std::unique_ptr<Dialer>> makeDialer(const Address &address)
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
    return unexpected(ErrorCode::Unsupported,
                      QStringLiteral("cannot connect to %1: this build speaks local: addresses only")
                          .arg(address.toString()));
}

} // namespace DaemonRpc
