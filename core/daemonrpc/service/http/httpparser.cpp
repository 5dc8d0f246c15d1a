#include <daemonrpc/service/http/httpparser.h>

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <optional>

namespace DaemonRpc {

namespace http = boost::beast::http;

using Parser = http::request_parser<http::empty_body>;

class HttpParser::Private
{
public:
    [[nodiscard]] Outcome parse();
    void forgetParsed();

    QByteArray bytes;
    qsizetype parsed = 0;         // of the bytes
    std::optional<Parser> parser; // of the request that has begun
    std::optional<HttpProblem> problem;

private:
    [[nodiscard]] HttpProblem problemOf(const boost::beast::error_code &error) const;
    [[nodiscard]] Outcome take();
};

HttpParser::HttpParser()
    : d(std::make_unique<Private>())
{}

HttpParser::~HttpParser() = default;

void HttpParser::append(QByteArrayView bytes)
{
    d->forgetParsed();
    d->bytes.append(bytes);
}

bool HttpParser::hasBegun() const { return d->parser || d->parsed < d->bytes.size(); }

HttpParser::Outcome HttpParser::next()
{
    if (d->problem)
        return *d->problem;
    const Outcome outcome = d->parse();
    if (const HttpProblem *problem = std::get_if<HttpProblem>(&outcome))
        d->problem = *problem;
    return outcome;
}

void HttpParser::Private::forgetParsed()
{
    bytes.remove(0, parsed);
    parsed = 0;
}

static QByteArray toByteArray(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

static HttpRequest::Method methodOf(const Parser &parser)
{
    switch (parser.get().method()) {
    case http::verb::get: return HttpRequest::Method::Get;
    case http::verb::head: return HttpRequest::Method::Head;
    default: return HttpRequest::Method::Other;
    }
}

/// RFC 9112 section 5.2 lets a server refuse what Beast would join. It takes all fields at once, so that none
/// is cut here.
static bool hasFolding(QByteArrayView taken) { return taken.contains("\r\n ") || taken.contains("\r\n\t"); }

HttpParser::Outcome HttpParser::Private::parse()
{
    if (parsed == bytes.size())
        return Incomplete();
    if (!parser) {
        parser.emplace();
        parser->header_limit(maxHeaderBytes);
        parser->body_limit(0);
    }
    boost::beast::error_code error;
    const size_t size = static_cast<size_t>(bytes.size() - parsed);
    const size_t used = parser->put(boost::asio::const_buffer(bytes.constData() + parsed, size), error);
    const QByteArrayView taken = QByteArrayView(bytes).sliced(parsed, static_cast<qsizetype>(used));
    parsed += taken.size();
    if (hasFolding(taken))
        return HttpProblem{400, QStringLiteral("fields that go on in the next line are not taken")};
    if (error == http::error::need_more) {
        if (bytes.size() - parsed > maxHeaderBytes)
            return problemOf(http::make_error_code(http::error::header_limit));
        return Incomplete();
    }
    if (error)
        return problemOf(error);
    return take();
}

HttpProblem HttpParser::Private::problemOf(const boost::beast::error_code &error) const
{
    if (error == http::error::header_limit)
        return {431, QStringLiteral("the header is longer than %1 bytes").arg(maxHeaderBytes)};
    if (error == http::error::body_limit) {
        return methodOf(*parser) == HttpRequest::Method::Other
                   ? HttpProblem{405, QStringLiteral("only GET and HEAD are served")}
                   : HttpProblem{413, QStringLiteral("no body is taken")};
    }
    if (error == http::error::bad_version)
        return {505, QStringLiteral("only HTTP/1.0 and HTTP/1.1 are spoken")};
    return {400, QStringLiteral("this is no HTTP request: %1").arg(QString::fromStdString(error.message()))};
}

/// Of a target in absolute form, which every server has to take (RFC 9112 section 3.2.2), the path stays.
static void takeAuthority(HttpRequest *request)
{
    const QByteArray target = request->path;
    const QByteArray scheme = "http://";
    if (target.size() <= scheme.size() || target.left(scheme.size()).toLower() != scheme)
        return;
    const QByteArray rest = target.mid(scheme.size());
    qsizetype end = 0;
    while (end < rest.size() && rest[end] != '/' && rest[end] != '?' && rest[end] != '#')
        ++end;
    request->host = rest.left(end);
    request->path = rest.mid(end);
    if (!request->path.startsWith('/'))
        request->path.prepend('/');
}

static qsizetype endOfPath(const QByteArray &target)
{
    qsizetype end = 0;
    while (end < target.size() && target[end] != '?' && target[end] != '#')
        ++end;
    return end;
}

/// What the header says, once it is whole.
HttpParser::Outcome HttpParser::Private::take()
{
    const auto &message = parser->get();
    HttpRequest request;
    request.method = methodOf(*parser);
    if (message.count(http::field::transfer_encoding) > 0) {
        return request.method == HttpRequest::Method::Other
                   ? HttpProblem{405, QStringLiteral("only GET and HEAD are served")}
                   : HttpProblem{413, QStringLiteral("no body is taken")};
    }
    request.isVersion10 = message.version() == 10;
    request.keepsAlive = message.keep_alive();
    // RFC 9112 section 3.2
    const size_t hosts = message.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && !request.isVersion10))
        return HttpProblem{400, QStringLiteral("there must be one Host field")};
    request.host = toByteArray(message[http::field::host]);
    request.authorization = toByteArray(message[http::field::authorization]);
    request.path = toByteArray(message.target());
    takeAuthority(&request);
    request.path.truncate(endOfPath(request.path));
    if (!request.path.startsWith('/') && request.method != HttpRequest::Method::Other)
        return HttpProblem{400, QStringLiteral("the target must be a path")};
    parser.reset();
    return request;
}

} // namespace DaemonRpc
