// What is asked and answered over HTTP.
#pragma once

#include <daemonrpc/service/export.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace DaemonRpc {

/// A request without a body, as far as this server looks at it. Value; made by HttpParser.
struct HttpRequest
{
    enum class Method { Get, Head, Other };

    Method method = Method::Get;
    QByteArray path; ///< Without query and fragment; of an absolute target, what follows the authority.
    QByteArray host; ///< Of the Host field, or of an absolute target.
    QByteArray authorization; ///< The Authorization field.
    bool keepsAlive = true;   ///< The peer wants to go on with this connection.
    bool isVersion10 = false; ///< HTTP/1.0
};

/// Why a request cannot be understood. Value; the connection ends with it.
struct HttpProblem
{
    int status = 400;
    QString text; ///< For people.
};

/// An answer. Value.
///
///     stream->write(response.head(HttpResponse::Connection::KeepAlive), response.body);
struct DAEMONRPC_SERVICE_EXPORT HttpResponse
{
    enum class Connection { KeepAlive, Close };

    int status = 200;
    QByteArray contentType = "text/plain; charset=utf-8";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> fields; ///< Further ones.

    /// An answer of one line of text.
    [[nodiscard]] static HttpResponse text(int status, const QString &line);
    [[nodiscard]] static HttpResponse json(int status, const QByteArray &body);

    /// Status line and header fields with the blank line. Nothing that is answered may be kept or guessed at:
    /// Cache-Control: no-store, X-Content-Type-Options: nosniff.
    [[nodiscard]] QByteArray head(Connection connection) const;
};

/// "Not Found" of 404, for the statuses that this server uses (RFC 9110 section 15).
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QByteArray httpReason(int status);

} // namespace DaemonRpc
