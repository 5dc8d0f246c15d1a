// Marks the symbols of DaemonRpc::Core that a shared build makes visible.
#pragma once

#include <QtGlobal>

#if defined(DAEMONRPC_SHARED)
#if defined(DAEMONRPC_BUILDING)
#define DAEMONRPC_EXPORT Q_DECL_EXPORT
#else
#define DAEMONRPC_EXPORT Q_DECL_IMPORT
#endif
#else
#define DAEMONRPC_EXPORT
#endif
