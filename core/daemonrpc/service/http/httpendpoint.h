// HTTP on a server's listeners.
#pragma once

#include <daemonrpc/service/http/httpconnection.h>

namespace DaemonRpc {

/// Serves a site to the peers of a server that speak HTTP. Thread-bound; outlives the connections it opens.
///
///     HttpEndpoint endpoint(site);
///     server.setDialectEndpoint(Dialect::Http, &endpoint);
class DAEMONRPC_SERVICE_EXPORT HttpEndpoint : public DialectEndpoint
{
public:
    explicit HttpEndpoint(std::shared_ptr<const HttpSite> site, const HttpConnection::Limits &limits = {});
    ~HttpEndpoint() override;

    std::unique_ptr<DialectConnection> open(std::unique_ptr<Stream> stream, RpcLink &link) override;

private:
    std::shared_ptr<const HttpSite> m_site;
    HttpConnection::Limits m_limits;
};

} // namespace DaemonRpc
