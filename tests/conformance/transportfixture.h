// What a transport provides to be tested by the conformance suites.
#pragma once

#include <daemonrpc/transport/listener.h>
#include <daemonrpc/transport/stream.h>

#include <memory>
#include <optional>

namespace DaemonRpc::Testing {

struct StreamPair
{
    std::unique_ptr<Stream> near;
    std::unique_ptr<Stream> far;
};

/// Makes connected streams of one transport. The suites are the contract of stream.h and listener.h in
/// executable form: every transport passes all of them, and tests in tests/transport say only what is
/// particular to one.
///
/// To add a transport, say shm: write tst_shmtransport.cpp with a fixture of a dozen lines and a main(), and
/// name it in CMakeLists.txt.
///
///     class ShmFixture : public TransportFixture
///     {
///     public:
///         bool hasListener() const override { return true; }
///         std::unique_ptr<Listener> listen() override { … a listener at an address of its own, remember it …
///         } std::unique_ptr<Stream> dial() override { … a stream to it, or null when refused … }
///         std::optional<PeerCredentials> expectedPeer() const override { return std::nullopt; }
///     };
///
///     int main(int argc, char **argv)
///     {
///         ShmFixture fixture;
///         return runConformance(argc, argv, fixture);
///     }
///
/// A transport without a listener overrides makePair() alone; the listener suite then skips itself.
class TransportFixture
{
public:
    TransportFixture() = default;
    virtual ~TransportFixture() = default;
    Q_DISABLE_COPY_MOVE(TransportFixture)

    /// Two streams connected to each other, nothing written. Null when it failed. By default one end is
    /// dialled and the other one accepted.
    virtual StreamPair makePair();

    /// Whether listen() and dial() work.
    virtual bool hasListener() const { return false; }

    /// A listener at an address of its own.
    virtual std::unique_ptr<Listener> listen() { return nullptr; }

    /// A stream to the address of the last listen(); null when refused. May wait.
    virtual std::unique_ptr<Stream> dial() { return nullptr; }

    /// Whether a stream whose peer is gone knows so at once. Over a network it takes bytes until the peer's
    /// system says that nobody reads them: the end of what the peer sends could be half of the end.
    virtual bool knowsAtOnceThatNobodyReads() const { return true; }

    /// What peer() says, both ends being this process.
    virtual std::optional<PeerCredentials> expectedPeer() const = 0;
};

/// This process, as the kernel sees it.
PeerCredentials ownCredentials();

/// The next stream at @p listener; waits for it, null when none comes.
std::unique_ptr<Stream> acceptFrom(Listener &listener);

/// Runs every suite, or with the name of one as the first argument (bytes, flow, ending, listening) that one
/// with the remaining arguments. Returns the number of failures.
int runConformance(int argc, char **argv, TransportFixture &fixture);

} // namespace DaemonRpc::Testing
