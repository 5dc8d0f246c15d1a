// Where a daemon listens.
#pragma once

#include <daemonrpc/base/result.h>

#include <QString>

namespace DaemonRpc {

/// An address in one of the forms below. Value.
///
///     local:NAME           the daemon NAME of this user, in the runtime directory
///     local:/path          a Unix socket
///     tcp://host:port      IPv6 hosts in brackets
///     tls://host:port
///     memory:NAME          inside this process, for tests and --in-process
///
///     const Result<Address> address = Address::parse(u"local:/run/user/1000/daemon-rpc/x.sock"_qs);
class DAEMONRPC_EXPORT Address
{
public:
    enum class Scheme { Local, Tcp, Tls, Memory };

    /// Errors: InvalidAddress, with what was expected.
    static Result<Address> parse(const QString &text);

    /// The Unix socket at @p path (absolute).
    static Address localPath(const QString &path);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }

    /// Whether it leads to another machine, or could: tcp and tls.
    [[nodiscard]] bool isRemote() const { return m_scheme == Scheme::Tcp || m_scheme == Scheme::Tls; }

    /// The daemon id of local:NAME or the name of memory:NAME; else empty.
    [[nodiscard]] const QString &name() const { return m_name; }

    /// The path of local:/path; else empty.
    [[nodiscard]] const QString &path() const { return m_path; }

    /// The host of tcp and tls, without brackets; else empty.
    [[nodiscard]] const QString &host() const { return m_host; }

    [[nodiscard]] quint16 port() const { return m_port; }

    /// The text that parse() reads back.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Address &, const Address &) = default;

private:
    Scheme m_scheme = Scheme::Local;
    QString m_name;
    QString m_path;
    QString m_host;
    quint16 m_port = 0;
};

} // namespace DaemonRpc
