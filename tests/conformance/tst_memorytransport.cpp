#include "transportfixture.h"

#include <daemonrpc/transport/memory/memorystream.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class MemoryFixture : public TransportFixture
{
public:
    StreamPair makePair() override
    {
        auto [near, far] = MemoryStream::makePair();
        return {std::move(near), std::move(far)};
    }

    std::optional<PeerCredentials> expectedPeer() const override { return ownCredentials(); }
};

int main(int argc, char **argv)
{
    MemoryFixture fixture;
    return runConformance(argc, argv, fixture);
}
