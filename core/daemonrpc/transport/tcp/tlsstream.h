// A stream on an encrypted TCP connection.
#pragma once

#include <daemonrpc/transport/stream.h>

#include <QSslSocket>

#include <memory>

namespace DaemonRpc {

/// A stream on a QSslSocket whose handshake is done. Thread-bound.
///
/// bytesPending() counts what waits as plain text and what waits encrypted. The end of the stream is said
/// whether or not the peer announced it (close_notify of RFC 8446): the protocols above have last words of
/// their own.
class DAEMONRPC_EXPORT TlsStream : public Stream
{
    Q_OBJECT

public:
    /// Bytes the socket may hold for a paused reader, once encrypted and once not.
    static constexpr qint64 readBufferBytes = 32 * 1024;

    /// Takes @p socket, which must be encrypted. Its peer's certificate has been verified, if it has any.
    explicit TlsStream(std::unique_ptr<QSslSocket> socket, QObject *parent = nullptr);
    ~TlsStream() override;

    void write(QByteArrayView head, QByteArrayView body = {}) override;
    void flush() override;
    [[nodiscard]] qint64 bytesPending() const override;
    void setReading(bool enabled) override;
    void closeWhenSent() override;

    [[nodiscard]] std::optional<PeerCredentials> peer() const override { return std::nullopt; }

    [[nodiscard]] QString remoteAddress() const override { return m_remoteAddress; }

    [[nodiscard]] QString certificateName() const override { return m_certificateName; }

    /// "TLSv1.3", for logs.
    [[nodiscard]] QString protocolName() const;

private:
    void readAll();
    void endIfDone();
    void onBytesWritten();
    void onError(QAbstractSocket::SocketError code);
    void onDisconnected();
    void sayClosedIfDone();

    std::unique_ptr<QSslSocket> m_socket;
    QString m_remoteAddress; // never empty
    QString m_certificateName;
    std::optional<Error> m_error;
    bool m_isReading = false;
    bool m_isReceiving = false;
    bool m_isFlushing = false;
    bool m_isDisconnected = false;
    bool m_saidEnd = false;
    bool m_closing = false;
    bool m_saidClosed = false;
};

} // namespace DaemonRpc
