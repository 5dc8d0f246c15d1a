// From bytes to HTTP requests.
#pragma once

#include <daemonrpc/service/http/httpmessages.h>

#include <QByteArrayView>

#include <memory>
#include <variant>

namespace DaemonRpc {

/// Parses requests of HTTP/1.0 and HTTP/1.1 without bodies, one after the other, strictly: the parser of
/// Boost.Beast, and nothing is taken that another server might read differently. Thread-bound; a value in all
/// but copying.
///
///     parser.append(bytes);
///     const HttpParser::Outcome outcome = parser.next();
///     if (const HttpRequest *request = std::get_if<HttpRequest>(&outcome))
///         answer(*request);
class DAEMONRPC_SERVICE_EXPORT HttpParser
{
public:
    /// Of one request: its line and its fields.
    static constexpr qsizetype maxHeaderBytes = 8 * 1024;

    struct Incomplete
    {};

    /// A request; or more bytes are needed; or what came can never become a request, and nothing is parsed
    /// any more: 400, 413 (a body), 431 (too long), 505 (another version).
    using Outcome = std::variant<Incomplete, HttpRequest, HttpProblem>;

    HttpParser();
    ~HttpParser();

    /// The caller bounds what it appends: it takes the requests that are there before it appends more than a
    /// read's worth.
    void append(QByteArrayView bytes);

    [[nodiscard]] Outcome next();

    /// Whether there are bytes of a request that is not whole yet.
    [[nodiscard]] bool hasBegun() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace DaemonRpc
