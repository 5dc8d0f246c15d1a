#include "sockets.h"
#include "transportfixture.h"

#include <daemonrpc/transport/local/descriptorlistener.h>
#include <daemonrpc/transport/local/localdialer.h>

#include <QTemporaryDir>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace std::chrono_literals;

class LocalFixture : public TransportFixture
{
public:
    bool hasListener() const override { return true; }

    std::unique_ptr<Listener> listen() override
    {
        m_path = m_directory.filePath(QString::number(++m_count));
        return std::make_unique<DescriptorListener>(listenAt(m_path, 50));
    }

    std::unique_ptr<Stream> dial() override
    {
        LocalDialer dialer;
        dialer.dial(Address::localPath(m_path), 1s); // connects or fails within the call
        return dialer.takeStream();
    }

    std::optional<PeerCredentials> expectedPeer() const override { return ownCredentials(); }

private:
    QTemporaryDir m_directory;
    QString m_path;
    int m_count = 0;
};

int main(int argc, char **argv)
{
    LocalFixture fixture;
    return runConformance(argc, argv, fixture);
}
