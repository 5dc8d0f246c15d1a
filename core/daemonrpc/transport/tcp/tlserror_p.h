// What goes wrong with TLS, in words.
#pragma once

#include <daemonrpc/base/error.h>

#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>

namespace DaemonRpc::TlsError {

/// Why the client does not trust the certificate of @p daemon ("tls://host:port"), whose name should be
/// @p serverName: PeerNotTrusted, one sentence with what to do. @p errors must not be empty.
Error ofServerCertificate(const QList<QSslError> &errors, const QSslCertificate &certificate,
                          const QString &daemon, const QString &serverName);

/// Why a handshake that @p daemon took part in failed for its client.
Error ofClientHandshake(QAbstractSocket::SocketError code, const QString &errorString, const QString &daemon);

/// Why an encrypted connection broke. What the peer's TLS says of our certificate comes this way, too: with
/// TLS 1.3 a client learns that it is refused only after its own handshake is done (RFC 8446, section 2).
Error ofConnection(QAbstractSocket::SocketError code, const QString &errorString);

/// What a daemon's log says of a failed handshake.
QString forLog(const QString &errorString);

} // namespace DaemonRpc::TlsError
