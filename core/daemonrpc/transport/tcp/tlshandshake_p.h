// A connection on its way to being an encrypted stream.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/transport/tcp/tlsstream.h>

#include <QSocketNotifier>
#include <QSslConfiguration>
#include <QTimer>

#include <chrono>
#include <memory>

namespace DaemonRpc {

/// The daemon's side of one TLS handshake, with a deadline. Thread-bound.
///
/// It waits for the first byte before it spends anything on TLS: a peer that says nothing costs a descriptor,
/// and one that does not speak TLS is told so in TLS's own way (an alert) and told apart in the log.
class TlsHandshake : public QObject
{
    Q_OBJECT

public:
    TlsHandshake(FileDescriptor socket, QString remoteAddress, const QSslConfiguration &configuration,
                 std::chrono::milliseconds timeout, QObject *parent = nullptr);
    ~TlsHandshake() override;

    /// After finished(): the stream, or null when there is none.
    [[nodiscard]] std::unique_ptr<Stream> takeStream() { return std::move(m_stream); }

    /// After finished() without a stream: what went wrong. Empty when the peer just left.
    [[nodiscard]] const QString &failure() const { return m_failure; }

    [[nodiscard]] const QString &remoteAddress() const { return m_remoteAddress; }

Q_SIGNALS:
    /// Said exactly once, from the event loop.
    void finished();

private:
    void onFirstByte();
    void begin();
    void refusePlainText();
    void onEncrypted();
    void onError(QAbstractSocket::SocketError code);
    void fail(const QString &failure);
    void finish();

    FileDescriptor m_descriptor; // until the first byte
    QString m_remoteAddress;
    QSslConfiguration m_configuration;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<TlsStream> m_stream;
    QTimer m_deadline;
    QString m_failure;
    QString m_certificateProblem;
    bool m_isFinished = false;
};

} // namespace DaemonRpc
