// Which files TLS is spoken with.
#pragma once

#include <daemonrpc/base/export.h>

#include <QString>

namespace DaemonRpc {

/// What a listener speaks TLS with. Value. All files are PEM; keys must not need a passphrase.
struct TlsServerFiles
{
    QString certificate; ///< The listener's own, followed by the authorities in between.
    QString key;         ///< RSA or EC; not readable by everybody.
    QString clientCa;    ///< Who signs certificates of clients; empty: clients are not asked for one.
    bool requireClientCertificate = false; ///< Without one, the handshake fails. Needs clientCa.

    friend bool operator==(const TlsServerFiles &, const TlsServerFiles &) = default;
};

/// What a client speaks TLS with, and whom it trusts. Value. All files are PEM.
struct TlsClientFiles
{
    QString ca;          ///< Who may have signed the daemon's certificate; empty: the system's authorities.
    QString certificate; ///< The client's own, for daemons that ask for one; empty: none.
    QString key;         ///< Of certificate.
    QString serverName;  ///< What the daemon's certificate must be for; empty: the host in the address.

    friend bool operator==(const TlsClientFiles &, const TlsClientFiles &) = default;
};

} // namespace DaemonRpc
