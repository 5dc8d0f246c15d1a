// From files to what QSslSocket wants.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/transport/tcp/tlsfiles.h>

#include <QSslConfiguration>

namespace DaemonRpc::TlsConfiguration {

/// TLS 1.2 and later. Errors: InvalidArgument, PermissionDenied, Unsupported; each names the file and what
/// is wrong with it. A certificate that has expired is none: that is for the clients to judge.
Result<QSslConfiguration> forServer(const TlsServerFiles &files);

Result<QSslConfiguration> forClient(const TlsClientFiles &files);

} // namespace DaemonRpc::TlsConfiguration
