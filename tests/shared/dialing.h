// Dialling in a test that may wait.
#pragma once

#include <daemonrpc/transport/tcp/tcpdialer.h>

#include <QTest>

#include <memory>
#include <optional>

namespace DaemonRpc::Testing {

/// How one dial() ended. Exactly one of the two is there.
struct DialOutcome
{
    std::unique_ptr<Stream> stream;
    std::optional<Error> error;
};

/// Dials @p text and runs the event loop until it is known how that ends.
inline DialOutcome dialTo(const QString &text, const TlsClientFiles &tls = {},
                          std::chrono::milliseconds timeout = std::chrono::seconds(5))
{
    DialOutcome outcome;
    const Result<Address> address = Address::parse(text);
    if (!address)
        return {nullptr, address.error()};
    TcpDialer dialer(tls);
    QObject::connect(&dialer, &Dialer::connected, &dialer, [&] { outcome.stream = dialer.takeStream(); });
    QObject::connect(&dialer, &Dialer::failed, &dialer, [&](const Error &error) { outcome.error = error; });
    dialer.dial(*address, timeout);
    static_cast<void>(QTest::qWaitFor([&] { return outcome.stream || outcome.error; }, 20'000));
    return outcome;
}

/// The same, for those who do not care why it failed.
inline std::unique_ptr<Stream> dialAndWait(const QString &text, const TlsClientFiles &tls = {})
{
    return dialTo(text, tls).stream;
}

} // namespace DaemonRpc::Testing
