#include <daemonrpc/service/http/httpendpoint.h>

namespace DaemonRpc {

HttpEndpoint::HttpEndpoint(std::shared_ptr<const HttpSite> site, const HttpConnection::Limits &limits)
    : m_site(std::move(site))
    , m_limits(limits)
{}

HttpEndpoint::~HttpEndpoint() = default;

std::unique_ptr<DialectConnection> HttpEndpoint::open(std::unique_ptr<Stream> stream, RpcLink &link)
{
    return std::make_unique<HttpConnection>(std::move(stream), link, m_site, m_limits);
}

} // namespace DaemonRpc
