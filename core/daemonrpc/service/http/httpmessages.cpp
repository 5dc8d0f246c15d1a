#include <daemonrpc/service/http/httpmessages.h>

#include <QDateTime>
#include <QLocale>

namespace DaemonRpc {

QByteArray httpReason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 413: return "Content Too Large";
    case 421: return "Misdirected Request";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Error";
    }
}

HttpResponse HttpResponse::text(int status, const QString &line)
{
    HttpResponse response;
    response.status = status;
    response.body = line.toUtf8() + '\n';
    return response;
}

HttpResponse HttpResponse::json(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json";
    response.body = body;
    return response;
}

QByteArray HttpResponse::head(Connection connection) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + httpReason(status) + "\r\n";
    const auto add = [&head](const QByteArray &name, const QByteArray &content) {
        head += name + ": " + content + "\r\n";
    };
    // RFC 9110 section 5.6.7
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc(),
                                               QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    add("Date", date.toLatin1());
    add("Content-Type", contentType);
    add("Content-Length", QByteArray::number(body.size()));
    add("Cache-Control", "no-store");
    add("X-Content-Type-Options", "nosniff");
    for (const auto &[name, content] : fields)
        add(name, content);
    add("Connection", connection == Connection::Close ? "close" : "keep-alive");
    return head + "\r\n";
}

} // namespace DaemonRpc
