#include "tlsconfiguration_p.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <sys/stat.h>

namespace DaemonRpc {

// Far more than a bundle of all the world's authorities.
static constexpr qint64 maxFileBytes = 4 * 1024 * 1024;

static Result<QByteArray> readPem(const QString &what, const QString &path)
{
    QFile file(path);
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode)) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot read %1 %2: it is no file").arg(what, path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return unexpected(file.error() == QFile::PermissionsError ? ErrorCode::PermissionDenied
                                                                  : ErrorCode::InvalidArgument,
                          QStringLiteral("cannot read %1 %2: %3").arg(what, path, file.errorString()));
    }
    if (file.size() > maxFileBytes) {
        return unexpected(ErrorCode::InvalidArgument, QStringLiteral("%1 %2 has %3 bytes, the limit is %4")
                                                          .arg(what, path)
                                                          .arg(file.size())
                                                          .arg(maxFileBytes));
    }
    return file.readAll();
}

static Result<QList<QSslCertificate>> readCertificates(const QString &what, const QString &path)
{
    const Result<QByteArray> pem = readPem(what, path);
    if (!pem)
        return unexpected(pem.error());
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty()) {
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("%1 %2 holds no certificate; it must be PEM, as openssl(1) writes it")
                .arg(what, path));
    }
    return certificates;
}

static Result<QSslKey> readKey(const QString &path)
{
    const QString what = QStringLiteral("the TLS key");
    const Result<QByteArray> pem = readPem(what, path);
    if (!pem)
        return unexpected(pem.error());
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && (status.st_mode & S_IROTH) != 0) {
        return unexpected(ErrorCode::PermissionDenied,
                          QStringLiteral("%1 %2 can be read by everybody; run chmod 600 on it, and replace "
                                         "it if others have seen it")
                              .arg(what, path));
    }
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        QSslKey key(*pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return unexpected(
        ErrorCode::InvalidArgument,
        QStringLiteral("%1 %2 holds no usable key; it must be an RSA or EC key in PEM, without a passphrase")
            .arg(what, path));
}

// A private key's encoding holds the public one: an EC key the point at its end (RFC 5915, section 3), an RSA
// key modulus and exponent side by side (RFC 8017, appendix A.1). OpenSSL always writes both.
static bool belongTogether(const QSslCertificate &certificate, const QSslKey &key)
{
    constexpr qsizetype compared = 64;
    const QSslKey publicKey = certificate.publicKey();
    return publicKey.algorithm() == key.algorithm() &&
           key.toDer().contains(publicKey.toDer().right(compared));
}

static Result<void> setIdentity(QSslConfiguration &configuration, const QString &certificatePath,
                                const QString &keyPath)
{
    const Result<QList<QSslCertificate>> chain =
        readCertificates(QStringLiteral("the TLS certificate"), certificatePath);
    if (!chain)
        return unexpected(chain.error());
    const Result<QSslKey> key = readKey(keyPath);
    if (!key)
        return unexpected(key.error());
    if (!belongTogether(chain->constFirst(), *key)) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("the TLS key %1 does not belong to the first certificate in %2")
                              .arg(keyPath, certificatePath));
    }
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    return {};
}

static Result<QSslConfiguration> basicConfiguration()
{
    if (!QSslSocket::supportsSsl()) {
        return unexpected(ErrorCode::Unsupported,
                          QStringLiteral("this installation of Qt cannot speak TLS: its OpenSSL plugin or "
                                         "library is missing"));
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

Result<QSslConfiguration> TlsConfiguration::forServer(const TlsServerFiles &files)
{
    Result<QSslConfiguration> configuration = basicConfiguration();
    if (!configuration)
        return configuration;
    if (const Result<void> done = setIdentity(*configuration, files.certificate, files.key); !done)
        return unexpected(done.error());
    // Sessions that are taken up again would skip what has changed about certificates meanwhile.
    configuration->setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration->setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    if (files.clientCa.isEmpty()) {
        configuration->setPeerVerifyMode(QSslSocket::VerifyNone);
        return configuration;
    }
    const Result<QList<QSslCertificate>> authorities =
        readCertificates(QStringLiteral("the clients' TLS authority"), files.clientCa);
    if (!authorities)
        return unexpected(authorities.error());
    configuration->setCaCertificates(*authorities);
    configuration->setPeerVerifyMode(QSslSocket::VerifyPeer);
    // The client is told what is wrong with its certificate (an alert) instead of being hung up on.
    configuration->setHandshakeMustInterruptOnError(true);
    configuration->setMissingCertificateIsFatal(files.requireClientCertificate);
    return configuration;
}

Result<QSslConfiguration> TlsConfiguration::forClient(const TlsClientFiles &files)
{
    Result<QSslConfiguration> configuration = basicConfiguration();
    if (!configuration)
        return configuration;
    configuration->setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!files.ca.isEmpty()) {
        const Result<QList<QSslCertificate>> authorities =
            readCertificates(QStringLiteral("the TLS authority"), files.ca);
        if (!authorities)
            return unexpected(authorities.error());
        configuration->setCaCertificates(*authorities);
    }
    if (files.certificate.isEmpty() != files.key.isEmpty()) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("a client's TLS certificate and its key are given together, "
                                         "with --tls-certificate and --tls-key"));
    }
    if (!files.certificate.isEmpty()) {
        if (const Result<void> done = setIdentity(*configuration, files.certificate, files.key); !done)
            return unexpected(done.error());
    }
    return configuration;
}

} // namespace DaemonRpc
