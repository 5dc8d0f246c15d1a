#include <daemonrpc/service/http/httpsite.h>

namespace DaemonRpc {

void HttpSite::close()
{
    m_pages.clear();
    m_observer = nullptr;
}

HttpResponse HttpSite::answer(const HttpRequest &request) const
{
    if (request.method == HttpRequest::Method::Other) {
        HttpResponse response = HttpResponse::text(405, QStringLiteral("only GET and HEAD are served"));
        response.fields.emplaceBack("Allow", "GET, HEAD");
        return response;
    }
    if (const auto page = m_pages.find(request.path); page != m_pages.end())
        return page->second();
    if (m_pages.empty())
        return HttpResponse::text(503, QStringLiteral("the daemon is just ending"));
    QByteArrayList paths;
    for (const auto &[path, function] : m_pages)
        paths.append(path);
    return HttpResponse::text(
        404, QStringLiteral("no such path; there are: %1").arg(QString::fromUtf8(paths.join(' '))));
}

void HttpSite::count(const HttpRequest *request, int status) const
{
    if (!m_observer)
        return;
    const bool isServed = request && m_pages.contains(request->path);
    m_observer(isServed ? QString::fromUtf8(request->path) : QStringLiteral("other"), status);
}

} // namespace DaemonRpc
