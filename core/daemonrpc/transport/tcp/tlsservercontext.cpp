#include "../logging_p.h"
#include "tlsconfiguration_p.h"

#include <daemonrpc/transport/tcp/tlsservercontext.h>

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>

#include <sys/stat.h>

namespace DaemonRpc {

TlsServerContext::Stamp TlsServerContext::Stamp::of(const QString &path)
{
    struct stat status = {};
    if (path.isEmpty() || ::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    constexpr qint64 nsPerSecond = 1'000'000'000;
    return {status.st_dev, status.st_ino, status.st_size,
            status.st_mtim.tv_sec * nsPerSecond + status.st_mtim.tv_nsec,
            status.st_ctim.tv_sec * nsPerSecond + status.st_ctim.tv_nsec};
}

TlsServerContext::TlsServerContext(TlsServerFiles files)
    : m_files(std::move(files))
    , m_stamps(stamps())
{}

QList<TlsServerContext::Stamp> TlsServerContext::stamps() const
{
    return {Stamp::of(m_files.certificate), Stamp::of(m_files.key), Stamp::of(m_files.clientCa)};
}

Result<std::shared_ptr<TlsServerContext>> TlsServerContext::load(const TlsServerFiles &files)
{
    // Stamped before it is read: a change in between is seen as one.
    std::shared_ptr<TlsServerContext> context(new TlsServerContext(files));
    Result<QSslConfiguration> configuration = TlsConfiguration::forServer(files);
    if (!configuration)
        return unexpected(configuration.error());
    context->m_configuration = *configuration;
    context->say();
    return context;
}

const QSslConfiguration &TlsServerContext::configuration()
{
    const QList<Stamp> now = stamps();
    if (now == m_stamps)
        return m_configuration;
    m_stamps = now;
    const Result<QSslConfiguration> fresh = TlsConfiguration::forServer(m_files);
    if (fresh) {
        m_configuration = *fresh;
        qCInfo(lcTransport).noquote() << "read the TLS certificate again:" << m_files.certificate;
        say();
    } else {
        qCWarning(lcTransport).noquote()
            << "the changed TLS files are not usable, the old ones stay in force:" << fresh.error().message();
    }
    return m_configuration;
}

void TlsServerContext::say() const
{
    const QSslCertificate certificate = m_configuration.localCertificate();
    const QString until = certificate.expiryDate().toUTC().toString(Qt::ISODate);
    if (certificate.expiryDate() < QDateTime::currentDateTimeUtc()) {
        qCWarning(lcTransport).noquote() << "the TLS certificate" << m_files.certificate << "expired on"
                                         << until << "- clients will not accept it";
    } else {
        qCInfo(lcTransport).noquote()
            << "the TLS certificate" << m_files.certificate << "is valid until" << until;
    }
}

} // namespace DaemonRpc
