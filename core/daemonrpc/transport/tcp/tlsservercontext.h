// The certificate that a listener shows, and whose certificates it accepts.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/transport/tcp/tlsfiles.h>

#include <QList>
#include <QSslConfiguration>

#include <memory>

namespace DaemonRpc {

/// What TlsServerFiles hold, read again when one of them has changed. Thread-bound.
///
/// The files are looked at (stat(2)) for each new connection: whichever way they are replaced, the next
/// handshake has the new certificate, and connections that are there stay as they are. When the new files are
/// not usable, for instance because only one of certificate and key has been replaced yet, the old ones stay
/// in force and the log says why.
///
///     Result<std::shared_ptr<TlsServerContext>> context = TlsServerContext::load(files);
class DAEMONRPC_EXPORT TlsServerContext
{
public:
    /// Errors: InvalidArgument, PermissionDenied, Unsupported; each names the file and what is wrong with it.
    static Result<std::shared_ptr<TlsServerContext>> load(const TlsServerFiles &files);

    [[nodiscard]] const TlsServerFiles &files() const { return m_files; }

    /// For the next handshake.
    [[nodiscard]] const QSslConfiguration &configuration();

    /// Whether a peer's certificate is asked for.
    [[nodiscard]] bool asksForCertificate() const { return !m_files.clientCa.isEmpty(); }

private:
    /// Which file it was, and which state of it; differs whenever the file was written or replaced.
    struct Stamp
    {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 bytes = -1;
        qint64 modifiedNs = 0;
        qint64 changedNs = 0;

        static Stamp of(const QString &path);
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };

    explicit TlsServerContext(TlsServerFiles files);
    [[nodiscard]] QList<Stamp> stamps() const;
    void say() const;

    TlsServerFiles m_files;
    QList<Stamp> m_stamps; // of the last attempt, whether it succeeded or not
    QSslConfiguration m_configuration;
};

} // namespace DaemonRpc
