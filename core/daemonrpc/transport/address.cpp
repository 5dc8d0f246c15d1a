#include <daemonrpc/base/daemonid.h>
#include <daemonrpc/transport/address.h>

#include <QCoreApplication>
#include <QUrl>

namespace DaemonRpc {

static auto invalid(const QString &text)
{
    return unexpected(
        ErrorCode::InvalidAddress,
        QCoreApplication::translate("DaemonRpc::Address",
                                    "invalid address \"%1\": use local:NAME, local:/path, tcp://host:port or "
                                    "tls://host:port")
            .arg(text.left(200)));
}

Result<Address> Address::parse(const QString &text)
{
    Address address;
    if (text.startsWith(QLatin1String("local:"))) {
        const QString rest = text.mid(6);
        if (rest.startsWith(u'/')) {
            if (rest.contains(QChar::Null) || rest.endsWith(u'/'))
                return invalid(text);
            address.m_path = rest;
            return address;
        }
        const Result<DaemonId> id = DaemonId::parse(rest);
        if (!id)
            return unexpected(id.error());
        address.m_name = rest;
        return address;
    }
    if (text.startsWith(QLatin1String("memory:")) && text.size() > 7) {
        address.m_scheme = Scheme::Memory;
        address.m_name = text.mid(7);
        return address;
    }
    const bool isTls = text.startsWith(QLatin1String("tls://"));
    if (!isTls && !text.startsWith(QLatin1String("tcp://")))
        return invalid(text);
    const QUrl url(text, QUrl::StrictMode);
    const int port = url.port();
    const bool hasMore =
        !url.path().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty();
    if (!url.isValid() || url.host().isEmpty() || port < 1 || hasMore)
        return invalid(text);
    address.m_scheme = isTls ? Scheme::Tls : Scheme::Tcp;
    address.m_host = url.host();
    address.m_port = static_cast<quint16>(port);
    return address;
}

Address Address::localPath(const QString &path)
{
    Address address;
    address.m_path = path;
    return address;
}

QString Address::toString() const
{
    switch (m_scheme) {
    case Scheme::Local: return QStringLiteral("local:") + (m_path.isEmpty() ? m_name : m_path);
    case Scheme::Memory: return QStringLiteral("memory:") + m_name;
    case Scheme::Tcp:
    case Scheme::Tls: break;
    }
    // The percent sign before the zone of an IPv6 address is escaped (RFC 6874).
    QString host = m_host;
    host.replace(u'%', QLatin1String("%25"));
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return QLatin1String(m_scheme == Scheme::Tls ? "tls://" : "tcp://") + host + u':' +
           QString::number(m_port);
}

} // namespace DaemonRpc
