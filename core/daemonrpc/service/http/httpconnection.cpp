#include <daemonrpc/service/http/httpconnection.h>

#include <QCryptographicHash>

namespace DaemonRpc {

using Connection = HttpResponse::Connection;

HttpConnection::HttpConnection(std::unique_ptr<Stream> stream, RpcLink &link,
                               std::shared_ptr<const HttpSite> site, const Limits &limits)
    : m_stream(std::move(stream))
    , m_link(link)
    , m_site(std::move(site))
    , m_limits(limits)
    , m_needsToken(link.peer().role < Role::ReadOnly)
{
    connect(m_stream.get(), &Stream::received, this, &HttpConnection::onReceived);
    connect(m_stream.get(), &Stream::sent, this, &HttpConnection::onSent);
    connect(m_stream.get(), &Stream::ended, this, &HttpConnection::onEnded);
    connect(m_stream.get(), &Stream::failed, this, [this] { end(&HttpConnection::peerGone); });
    connect(m_stream.get(), &Stream::closed, this, &HttpConnection::onStreamClosed);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::onDeadline);
    m_writeDeadline.setSingleShot(true);
    connect(&m_writeDeadline, &QTimer::timeout, this, &HttpConnection::onWriteDeadline);
    m_linger.setSingleShot(true);
    connect(&m_linger, &QTimer::timeout, this, [this] { end(&HttpConnection::closed); });
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::start(QByteArrayView firstBytes)
{
    // A peer that connects has come to ask.
    m_isRequest = true;
    m_deadline.start(m_limits.requestTime);
    if (!firstBytes.isEmpty())
        onReceived(firstBytes);
    if (!m_isBusy)
        m_stream->setReading(true);
}

bool HttpConnection::isIdle() const
{
    return !m_isBusy && !m_parser.hasBegun() && m_stream->bytesPending() == 0;
}

void HttpConnection::onReceived(QByteArrayView bytes)
{
    m_bytesReceived += bytes.size();
    if (m_isClosing || m_hasEnded)
        return;
    m_parser.append(bytes);
    if (!m_isBusy)
        process();
}

// As many as one turn allows and the peer reads; the rest waits, and so does the peer.
void HttpConnection::process()
{
    if (m_isClosing || m_hasEnded)
        return;
    const bool wasBusy = std::exchange(m_isBusy, false);
    for (int i = 0; !m_isBusy && !m_isClosing; ++i) {
        m_isBusy = i == requestsPerTurn || m_stream->bytesPending() > m_limits.highWaterBytes;
        if (!m_isBusy && !takeOne())
            break;
    }
    if (m_isClosing || m_hasEnded)
        return;
    if (m_isBusy) {
        m_deadline.stop();
        m_stream->setReading(false);
        if (m_stream->bytesPending() <= m_limits.highWaterBytes)
            QMetaObject::invokeMethod(this, &HttpConnection::process, Qt::QueuedConnection);
        return;
    }
    if (m_hasPeerEnded) {
        close();
        return;
    }
    if (wasBusy)
        m_stream->setReading(true);
    watch();
}

/// Whether there was a request or a problem.
bool HttpConnection::takeOne()
{
    const HttpParser::Outcome outcome = m_parser.next();
    if (const HttpRequest *request = std::get_if<HttpRequest>(&outcome)) {
        answer(*request);
        return true;
    }
    const HttpProblem *problem = std::get_if<HttpProblem>(&outcome);
    if (!problem)
        return false;
    HttpResponse response = HttpResponse::text(problem->status, problem->text);
    if (problem->status == 405)
        response.fields.emplaceBack("Allow", "GET, HEAD");
    m_site->count(nullptr, problem->status);
    endWith(response);
    Q_EMIT violated(Error(ErrorCode::ProtocolViolation, QStringLiteral("HTTP: %1").arg(problem->text)));
    return true;
}

void HttpConnection::answer(const HttpRequest &request)
{
    if (!std::exchange(m_hasAsked, true))
        Q_EMIT asked();
    ++m_requestCount;
    const HttpResponse response = responseTo(request);
    m_site->count(&request, response.status);
    const bool keepsAlive = request.keepsAlive && m_requestCount < m_limits.maxRequests;
    send(response, keepsAlive ? Connection::KeepAlive : Connection::Close,
         request.method != HttpRequest::Method::Head);
    m_isRequest = false;
    m_deadline.stop();
    if (!keepsAlive) {
        m_lingers = m_parser.hasBegun() && !m_hasPeerEnded;
        close();
    }
}

HttpResponse HttpConnection::responseTo(const HttpRequest &request)
{
    if (const std::optional<HttpResponse> refusal = refusalOf(request))
        return *refusal;
    return m_site->answer(request);
}

/// `localhost`, `127.0.0.1` or `[::1]`, with or without a port.
static bool isLocalName(const QByteArray &host)
{
    const qsizetype end = host.startsWith('[') ? host.indexOf(']') + 1 : host.indexOf(':');
    const QByteArray name = (end > 0 ? host.left(end) : host).toLower();
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

std::optional<HttpResponse> HttpConnection::refusalOf(const HttpRequest &request)
{
    if (m_limits.isForLocalNamesOnly && !request.host.isEmpty() && !isLocalName(request.host))
        return HttpResponse::text(421, QStringLiteral("ask for localhost"));
    if (!m_needsToken)
        return std::nullopt;
    const QByteArray scheme = "bearer ";
    const QByteArray &field = request.authorization;
    ErrorCode code = ErrorCode::PermissionDenied;
    if (field.left(scheme.size()).toLower() == scheme) {
        const QByteArray token = field.mid(scheme.size()).trimmed();
        const QByteArray hash = QCryptographicHash::hash(token, QCryptographicHash::Sha256);
        if (hash == m_acceptedToken)
            return std::nullopt;
        const Result<Role> role = m_link.authenticate(token);
        if (role && *role >= Role::ReadOnly) {
            m_acceptedToken = hash;
            return std::nullopt;
        }
        if (!role)
            code = role.error().code();
    }
    if (code == ErrorCode::ResourceExhausted)
        return HttpResponse::text(429, QStringLiteral("too many attempts; try again later"));
    HttpResponse response =
        HttpResponse::text(401, QStringLiteral("send the daemon's token: Authorization: Bearer TOKEN"));
    response.fields.emplaceBack("WWW-Authenticate", "Bearer realm=\"daemon-rpc\"");
    return response;
}

void HttpConnection::send(const HttpResponse &response, Connection connection, bool hasBody)
{
    const QByteArray head = response.head(connection);
    const QByteArrayView body = hasBody ? QByteArrayView(response.body) : QByteArrayView();
    m_stream->write(head, body);
    m_bytesWritten += head.size() + body.size();
    if (!m_writeDeadline.isActive())
        watchWriting();
}

void HttpConnection::watchWriting()
{
    m_sentBefore = bytesSent();
    m_writeDeadline.start(m_limits.writeTime);
}

void HttpConnection::onWriteDeadline()
{
    if (bytesPending() == 0)
        return;
    if (bytesSent() > m_sentBefore)
        watchWriting();
    else
        end(&HttpConnection::closed);
}

void HttpConnection::refuse(const Error &error)
{
    if (m_isClosing || m_hasEnded)
        return;
    const bool isTimeout = error.code() == ErrorCode::Timeout;
    endWith(HttpResponse::text(isTimeout ? 408 : 503, error.message()));
}

// What the peer still sends would otherwise reset the connection before it has read why.
void HttpConnection::endWith(const HttpResponse &response)
{
    send(response, Connection::Close, true);
    m_lingers = !m_hasPeerEnded;
    close();
    m_stream->setReading(true);
}

void HttpConnection::close()
{
    m_isClosing = true;
    m_deadline.stop();
    m_stream->closeWhenSent();
}

void HttpConnection::onSent()
{
    if (m_stream->bytesPending() == 0)
        m_writeDeadline.stop();
    if (m_isBusy && m_stream->bytesPending() <= m_limits.highWaterBytes)
        process();
}

void HttpConnection::onEnded()
{
    m_hasPeerEnded = true;
    if (m_isClosing && m_linger.isActive())
        end(&HttpConnection::closed);
    else if (!m_isClosing && !m_isBusy && m_stream->bytesPending() == 0)
        end(&HttpConnection::peerGone);
    else if (!m_isClosing && !m_isBusy)
        close(); // it may still read
}

void HttpConnection::onStreamClosed()
{
    m_writeDeadline.stop();
    if (m_lingers && !m_hasPeerEnded)
        m_linger.start(m_limits.lingerTime);
    else
        end(&HttpConnection::closed);
}

/// From the first byte of a request there is a time for it as a whole: single bytes do not prolong it.
void HttpConnection::watch()
{
    if (m_parser.hasBegun() == m_isRequest && m_deadline.isActive())
        return;
    m_isRequest = m_parser.hasBegun();
    m_deadline.start(m_isRequest ? m_limits.requestTime : m_limits.idleTime);
}

void HttpConnection::onDeadline()
{
    if (!m_isRequest) {
        close();
        return;
    }
    m_site->count(nullptr, 408);
    endWith(HttpResponse::text(
        408, QStringLiteral("the request was not complete within %1 ms").arg(m_limits.requestTime.count())));
}

void HttpConnection::end(void (HttpConnection::*signal)())
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_deadline.stop();
    m_writeDeadline.stop();
    m_linger.stop();
    Q_EMIT(this->*signal)();
}

} // namespace DaemonRpc
