// What is served over HTTP.
#pragma once

#include <daemonrpc/service/http/httpmessages.h>

#include <functional>
#include <map>

namespace DaemonRpc {

/// Paths and who answers them. Thread-bound; shared by the connections, which may outlive whoever made it.
///
///     auto site = std::make_shared<HttpSite>();
///     site->add("/healthz", [this] { return health(); });
class DAEMONRPC_SERVICE_EXPORT HttpSite
{
public:
    using Function = std::function<HttpResponse()>;
    /// Told of each answer; @p path is one that is served, or "other".
    using Observer = std::function<void(const QString &path, int status)>;

    /// @p path is to be asked for by GET or HEAD.
    void add(const QByteArray &path, Function function) { m_pages[path] = std::move(function); }

    void setObserver(Observer observer) { m_observer = std::move(observer); }

    /// Whoever answers is about to go: from now on the answer is 503.
    void close();

    /// The answer to @p request: of its path; 405 with the methods for another method; 404 with the paths.
    [[nodiscard]] HttpResponse answer(const HttpRequest &request) const;

    /// Tells the observer that @p request, if there was a whole one, was answered with @p status.
    void count(const HttpRequest *request, int status) const;

private:
    std::map<QByteArray, Function> m_pages;
    Observer m_observer;
};

} // namespace DaemonRpc
