// Marks the symbols of DaemonRpc::Service that a shared build makes visible.
#pragma once

#include <QtGlobal>

#if defined(DAEMONRPC_SHARED)
#if defined(DAEMONRPC_SERVICE_BUILDING)
#define DAEMONRPC_SERVICE_EXPORT Q_DECL_EXPORT
#else
#define DAEMONRPC_SERVICE_EXPORT Q_DECL_IMPORT
#endif
#else
#define DAEMONRPC_SERVICE_EXPORT
#endif
