#include "sockets.h"
#include "transportfixture.h"

#include <daemonrpc/transport/local/descriptorstream.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class SocketPairFixture : public TransportFixture
{
public:
    StreamPair makePair() override
    {
        auto [near, far] = socketPair();
        return {std::make_unique<DescriptorStream>(std::move(near)),
                std::make_unique<DescriptorStream>(std::move(far))};
    }

    std::optional<PeerCredentials> expectedPeer() const override { return ownCredentials(); }
};

int main(int argc, char **argv)
{
    SocketPairFixture fixture;
    return runConformance(argc, argv, fixture);
}
