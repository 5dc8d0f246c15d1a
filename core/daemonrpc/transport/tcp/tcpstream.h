// A stream on a TCP connection.
#pragma once

#include <daemonrpc/transport/local/descriptorstream.h>

namespace DaemonRpc {

/// A stream on a connected TCP socket, without encryption. Thread-bound. As fast as a local one, and never
/// trusted like one: it has a remoteAddress(), and nobody vouches for who is there.
class DAEMONRPC_EXPORT TcpStream : public DescriptorStream
{
    Q_OBJECT

public:
    /// Takes @p socket, which must be connected and non-blocking, and sets what TCP needs (no delay, probes
    /// for a peer that is gone, a bound on what the kernel holds).
    explicit TcpStream(FileDescriptor socket, QObject *parent = nullptr);

    [[nodiscard]] std::optional<PeerCredentials> peer() const override { return std::nullopt; }

    /// False: a TCP peer that has closed looks like one that has ended its side only, until something is sent
    /// to it (tcp(7)), and the first is the rule.
    [[nodiscard]] bool isPeerReading() const override { return false; }

    [[nodiscard]] QString remoteAddress() const override { return m_remoteAddress; }

private:
    QString m_remoteAddress; // never empty
};

} // namespace DaemonRpc
