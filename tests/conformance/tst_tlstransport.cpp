#include "dialing.h"
#include "testcertificates.h"
#include "transportfixture.h"

#include <daemonrpc/transport/tcp/tcplistener.h>
#include <daemonrpc/transport/tcp/tlsservercontext.h>

#include <QTemporaryDir>

#include <cstdio>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace Qt::StringLiterals;

class TlsFixture : public TransportFixture
{
public:
    TlsFixture()
        : m_certificates(m_directory.path())
    {}

    bool hasListener() const override { return true; }

    std::unique_ptr<Listener> listen() override
    {
        if (!m_context && !prepare())
            return nullptr;
        Result<FileDescriptor> socket = TcpListener::bind(u"127.0.0.1"_s, 0);
        if (!socket)
            return nullptr;
        auto listener = std::make_unique<TcpListener>(std::move(*socket), m_context);
        m_address = u"tls://"_s + listener->localAddress();
        return listener;
    }

    std::unique_ptr<Stream> dial() override { return dialAndWait(m_address, m_client); }

    std::optional<PeerCredentials> expectedPeer() const override { return std::nullopt; }

private:
    bool prepare()
    {
        if (!m_certificates.makeAuthority(u"ca"_s) || !m_certificates.issue(u"server"_s, u"ca"_s))
            return false;
        m_client.ca = m_certificates.certificate(u"ca"_s);
        Result<std::shared_ptr<TlsServerContext>> context = TlsServerContext::load(
            {m_certificates.certificate(u"server"_s), m_certificates.key(u"server"_s), {}, false});
        if (context)
            m_context = *context;
        return m_context != nullptr;
    }

    QTemporaryDir m_directory;
    TestCertificates m_certificates;
    std::shared_ptr<TlsServerContext> m_context;
    TlsClientFiles m_client;
    QString m_address;
};

int main(int argc, char **argv)
{
    if (!TestCertificates::isPossible()) {
        std::puts("SKIP: the openssl program is not installed");
        return 0;
    }
    TlsFixture fixture;
    return runConformance(argc, argv, fixture);
}
