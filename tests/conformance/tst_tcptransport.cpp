#include "dialing.h"
#include "transportfixture.h"

#include <daemonrpc/transport/tcp/tcplistener.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class TcpFixture : public TransportFixture
{
public:
    bool hasListener() const override { return true; }

    std::unique_ptr<Listener> listen() override
    {
        Result<FileDescriptor> socket = TcpListener::bind(QStringLiteral("127.0.0.1"), 0);
        if (!socket)
            return nullptr;
        auto listener = std::make_unique<TcpListener>(std::move(*socket));
        m_address = QStringLiteral("tcp://") + listener->localAddress();
        return listener;
    }

    std::unique_ptr<Stream> dial() override { return dialAndWait(m_address); }

    bool knowsAtOnceThatNobodyReads() const override { return false; }

    std::optional<PeerCredentials> expectedPeer() const override { return std::nullopt; }

private:
    QString m_address;
};

int main(int argc, char **argv)
{
    TcpFixture fixture;
    return runConformance(argc, argv, fixture);
}
