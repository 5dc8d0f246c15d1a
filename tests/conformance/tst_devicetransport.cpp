#include "transportfixture.h"

#include <daemonrpc/transport/device/devicestream.h>
#include <daemonrpc/transport/device/localserverlistener.h>

#include <QLocalSocket>
#include <QTemporaryDir>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;

class DeviceFixture : public TransportFixture
{
public:
    bool hasListener() const override { return true; }

    std::unique_ptr<Listener> listen() override
    {
        m_path = m_directory.filePath(QString::number(++m_count));
        auto server = std::make_unique<QLocalServer>();
        if (!server->listen(m_path))
            return nullptr;
        return std::make_unique<LocalServerListener>(std::move(server));
    }

    std::unique_ptr<Stream> dial() override
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(m_path);
        if (!socket->waitForConnected())
            return nullptr;
        return std::make_unique<DeviceStream>(std::move(socket));
    }

    std::optional<PeerCredentials> expectedPeer() const override { return std::nullopt; }

private:
    QTemporaryDir m_directory;
    QString m_path;
    int m_count = 0;
};

int main(int argc, char **argv)
{
    DeviceFixture fixture;
    return runConformance(argc, argv, fixture);
}
