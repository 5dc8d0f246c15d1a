// Marks the symbols of DaemonRpc::Core that others may use: of a shared library, and of a program that the
// static one is linked into, for the plugins that it loads.
#pragma once

#include <QtGlobal>

#if defined(DAEMONRPC_SHARED) && !defined(DAEMONRPC_BUILDING)
#define DAEMONRPC_EXPORT Q_DECL_IMPORT
#else
#define DAEMONRPC_EXPORT Q_DECL_EXPORT
#endif
