// Making a stream to an address.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/transport/address.h>
#include <daemonrpc/transport/stream.h>
#include <daemonrpc/transport/tcp/tlsfiles.h>

#include <chrono>
#include <memory>

namespace DaemonRpc {

/// Connects to one address, once. Thread-bound.
///
/// Exactly one of connected() and failed() follows each dial(), possibly before dial() returns. Destroying
/// the dialer abandons the attempt.
///
///     connect(dialer, &Dialer::connected, this, [=, this] { use(dialer->takeStream()); });
///     dialer->dial(address, 2s);
class DAEMONRPC_EXPORT Dialer : public QObject
{
    Q_OBJECT

public:
    explicit Dialer(QObject *parent = nullptr);

    /// Errors through failed(): NotRunning (nothing there), ConnectionRefused (nobody listens),
    /// PermissionDenied, NameTooLong, InvalidAddress (not for this dialer), Timeout (the listener's queue
    /// stayed full), ResourceExhausted, IoError. Dialling again abandons the attempt before.
    virtual void dial(const Address &address, std::chrono::milliseconds timeout) = 0;

    /// The stream, after connected(); once.
    [[nodiscard]] virtual std::unique_ptr<Stream> takeStream() = 0;

Q_SIGNALS:
    void connected();
    void failed(const DaemonRpc::Error &error);
};

/// The dialer for @p address, or InvalidAddress / Unsupported when there is none for its scheme. @p tls is
/// for tls:// addresses.
[[nodiscard]] DAEMONRPC_EXPORT Result<std::unique_ptr<Dialer>> makeDialer(const Address &address,
                                                                          const TlsClientFiles &tls = {});

} // namespace DaemonRpc
