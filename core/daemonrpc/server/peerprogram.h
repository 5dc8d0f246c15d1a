// Which program a peer is.
#pragma once

#include <daemonrpc/base/peeridentity.h>

namespace DaemonRpc {

/// The name of the program that runs as process @p pid now, for people; empty when nobody tells. Linux only.
/// Two small reads of /proc (proc(5)): comm, and where that was cut at 15 bytes, the name in cmdline when it
/// begins alike. A program chooses both itself: nothing may depend on them.
[[nodiscard]] DAEMONRPC_EXPORT QString programOfProcess(qint64 pid);

/// Who @p peer is, for people, with its program where that is known: "daemon-rpc-monitor (uid 1000, pid
/// 4711)".
[[nodiscard]] DAEMONRPC_EXPORT QString describeWithProgram(const PeerIdentity &peer);

} // namespace DaemonRpc
