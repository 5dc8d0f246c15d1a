#include "tlserror_p.h"

#include <QDateTime>

#include <algorithm>

namespace DaemonRpc {

static QString dateOf(const QDateTime &time) { return time.toUTC().toString(Qt::ISODate); }

static QString namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.sort();
    return names.mid(0, 5).join(QStringLiteral(", "));
}

Error TlsError::ofServerCertificate(const QList<QSslError> &errors, const QSslCertificate &certificate,
                                    const QString &daemon, const QString &serverName)
{
    const auto has = [&errors](std::initializer_list<QSslError::SslError> codes) {
        return std::any_of(errors.begin(), errors.end(), [&codes](const QSslError &error) {
            return std::find(codes.begin(), codes.end(), error.error()) != codes.end();
        });
    };
    const QString refusal = QStringLiteral("refusing to talk to %1: ").arg(daemon);
    QString reason;
    // The most fundamental first: a stranger's certificate may be of any date and name.
    if (has({QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
             QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToGetIssuerCertificate,
             QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted})) {
        reason = QStringLiteral("its certificate is signed by nobody whom this client trusts; name the "
                                "certificate of its authority with --tls-ca");
    } else if (has({QSslError::CertificateExpired})) {
        reason = QStringLiteral("its certificate expired on %1; have it renewed")
                     .arg(dateOf(certificate.expiryDate()));
    } else if (has({QSslError::CertificateNotYetValid})) {
        reason = QStringLiteral("its certificate is valid from %1 on; check the clocks of both machines")
                     .arg(dateOf(certificate.effectiveDate()));
    } else if (has({QSslError::HostNameMismatch})) {
        reason = QStringLiteral("its certificate is for %1, not for %2; use that name, or give it with "
                                "--tls-server-name")
                     .arg(namesOf(certificate), serverName);
    } else {
        reason = QStringLiteral("its certificate is not accepted: %1").arg(errors.constFirst().errorString());
    }
    return Error(ErrorCode::PeerNotTrusted, refusal + reason);
}

// OpenSSL's words for the alerts of RFC 8446, section 6.2, that concern a client's certificate.
static bool isAboutOurCertificate(const QString &errorString)
{
    static const char *const alerts[] = {"alert unknown ca",          "alert bad certificate",
                                         "alert certificate expired", "alert certificate required",
                                         "alert certificate unknown", "alert certificate revoked",
                                         "alert handshake failure",   "alert unsupported certificate"};
    return std::any_of(std::begin(alerts), std::end(alerts), [&errorString](const char *alert) {
        return errorString.contains(QLatin1String(alert));
    });
}

static Error certificateRefused(const QString &daemon, const QString &errorString)
{
    const qsizetype alert = errorString.lastIndexOf(QLatin1String("alert "));
    return Error(ErrorCode::PermissionDenied,
                 QStringLiteral("%1 does not accept this client's certificate (%2); give one that it trusts "
                                "with --tls-certificate and --tls-key")
                     .arg(daemon, errorString.mid(alert + 6).section(u'\n', 0, 0)));
}

Error TlsError::ofClientHandshake(QAbstractSocket::SocketError code, const QString &errorString,
                                  const QString &daemon)
{
    if (isAboutOurCertificate(errorString))
        return certificateRefused(daemon, errorString);
    if (errorString.contains(QLatin1String("wrong version number")) ||
        errorString.contains(QLatin1String("packet length too long")) ||
        errorString.contains(QLatin1String("record layer failure"))) {
        return Error(ErrorCode::ProtocolMismatch,
                     QStringLiteral("%1 does not answer in TLS; if it is meant to be without encryption, use "
                                    "tcp:// instead of tls://")
                         .arg(daemon));
    }
    if (code == QAbstractSocket::RemoteHostClosedError) {
        return Error(ErrorCode::ConnectionLost,
                     QStringLiteral("%1 closed the connection during the TLS handshake: it may not speak TLS "
                                    "(then use tcp://), be at a limit, or be refusing this machine; its log "
                                    "says which")
                         .arg(daemon));
    }
    return Error(ErrorCode::ProtocolMismatch,
                 QStringLiteral("no TLS connection to %1: %2").arg(daemon, errorString.section(u'\n', 0, 0)));
}

Error TlsError::ofConnection(QAbstractSocket::SocketError code, const QString &errorString)
{
    if (isAboutOurCertificate(errorString))
        return certificateRefused(QStringLiteral("the daemon"), errorString);
    if (code == QAbstractSocket::SslInternalError || code == QAbstractSocket::SslInvalidUserDataError)
        return Error(ErrorCode::ConnectionLost,
                     QStringLiteral("the encrypted connection broke: %1").arg(forLog(errorString)));
    return Error(ErrorCode::ConnectionLost, QStringLiteral("the connection broke: %1").arg(errorString));
}

QString TlsError::forLog(const QString &errorString)
{
    // "Error during SSL handshake: error:0A000126:SSL routines::unexpected eof while reading"
    const qsizetype routine = errorString.lastIndexOf(QLatin1String("routines:"));
    if (routine < 0)
        return errorString.simplified();
    QString words = errorString.mid(routine + 9).simplified();
    while (words.startsWith(u':'))
        words.remove(0, 1);
    return words;
}

} // namespace DaemonRpc
