// One connection that speaks HTTP.
#pragma once

#include <daemonrpc/server/dialectconnection.h>
#include <daemonrpc/service/http/httpparser.h>
#include <daemonrpc/service/http/httpsite.h>

#include <QTimer>

#include <chrono>
#include <memory>

namespace DaemonRpc {

/// Answers the HTTP requests of one peer, in their order. Thread-bound.
///
/// A peer that has not the role ReadOnly by itself authenticates every request with `Authorization: Bearer
/// TOKEN` (RFC 6750). A peer that does not read its answers is not read from; one that neither reads nor
/// finishes what it has begun is cut off.
class DAEMONRPC_SERVICE_EXPORT HttpConnection : public DialectConnection
{
    Q_OBJECT

public:
    /// What one peer may take. Value.
    struct Limits
    {
        int maxRequests = 1000;                      ///< Of one connection.
        qint64 highWaterBytes = 256 * 1024;          ///< Of answers that wait, before the next is made.
        std::chrono::milliseconds requestTime{5000}; ///< From the first byte of a request to its end.
        std::chrono::milliseconds idleTime{30000};   ///< Without a request.
        std::chrono::milliseconds writeTime{30000};  ///< Without taking any of what waits.
        std::chrono::milliseconds lingerTime{1000};  ///< For a peer to read why it was refused.
        /// Whether Host must be a name of this machine: what a browser reads there, it reads under its own
        /// name.
        bool isForLocalNamesOnly = false;
    };

    /// @p link must outlive it.
    HttpConnection(std::unique_ptr<Stream> stream, RpcLink &link, std::shared_ptr<const HttpSite> site,
                   const Limits &limits);
    ~HttpConnection() override;

    /// @p firstBytes may be empty.
    void start(QByteArrayView firstBytes) override;
    void refuse(const Error &error) override;

    [[nodiscard]] qint64 bytesReceived() const override { return m_bytesReceived; }

    [[nodiscard]] qint64 bytesSent() const override { return m_bytesWritten - m_stream->bytesPending(); }

    [[nodiscard]] quint64 requestCount() const override { return static_cast<quint64>(m_requestCount); }

    [[nodiscard]] qint64 bytesPending() const override { return m_stream->bytesPending(); }

    /// Whether no request has begun and no answer waits.
    [[nodiscard]] bool isIdle() const;

private:
    void onReceived(QByteArrayView bytes);
    void onSent();
    void onEnded();
    void onStreamClosed();
    void onDeadline();
    void process();
    [[nodiscard]] bool takeOne();
    void answer(const HttpRequest &request);
    [[nodiscard]] HttpResponse responseTo(const HttpRequest &request);
    [[nodiscard]] std::optional<HttpResponse> refusalOf(const HttpRequest &request);
    void send(const HttpResponse &response, HttpResponse::Connection connection, bool hasBody);
    void endWith(const HttpResponse &response);
    void close();
    void watch();
    void watchWriting();
    void onWriteDeadline();
    void end(void (HttpConnection::*signal)());

    /// Requests that are answered before others have their turn.
    static constexpr int requestsPerTurn = 1;

    std::unique_ptr<Stream> m_stream;
    RpcLink &m_link;
    std::shared_ptr<const HttpSite> m_site;
    const Limits m_limits;
    const bool m_needsToken;
    QByteArray m_acceptedToken; // its SHA-256: the peer sends it with every request, a connection tries few
    HttpParser m_parser;
    QTimer m_deadline; // for the peer to send
    QTimer m_writeDeadline;
    QTimer m_linger;
    qint64 m_bytesReceived = 0;
    qint64 m_bytesWritten = 0;
    qint64 m_sentBefore = 0; // when m_writeDeadline was started
    int m_requestCount = 0;
    bool m_isBusy = false;    // requests wait for their turn, or for the peer to read
    bool m_isRequest = false; // m_deadline is that of a request that has begun
    bool m_hasAsked = false;
    bool m_hasPeerEnded = false;
    bool m_isClosing = false;
    bool m_lingers = false;
    bool m_hasEnded = false;
};

} // namespace DaemonRpc
