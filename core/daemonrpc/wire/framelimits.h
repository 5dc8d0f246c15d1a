// Which frames one side accepts, and how large each may be.
#pragma once

#include <daemonrpc/base/export.h>
#include <daemonrpc/base/limits.h>
#include <daemonrpc/wire/frame.h>

namespace DaemonRpc {

/// The largest payload accepted per frame type in one state of a connection. Value.
///
/// A type that is not accepted in that state has no limit entry: its header alone is a violation, so that no
/// memory is ever taken for it.
class DAEMONRPC_EXPORT FrameLimits
{
public:
    /// VersionCheck payloads, in bytes.
    static constexpr qsizetype versionCheckBytes = 4096;
    /// Control messages (CommandFinished, Cancel, Notice …), in bytes.
    static constexpr qsizetype controlBytes = 64 * 1024;
    /// Chunks of output or input, in bytes.
    static constexpr qsizetype chunkBytes = 1024 * 1024;

    /// Either side until the peer's VersionCheck has come: that message only.
    static FrameLimits beforeVersionCheck();
    /// The daemon, afterwards: Command, InputChunk, Cancel, Resize, Rpc.
    static FrameLimits daemonSide(const Limits &limits);
    /// The client, afterwards: output, errors, notices, InputWanted, Rpc.
    static FrameLimits clientSide(const Limits &limits);

    /// The largest payload for @p type in bytes, or -1 when the type is not accepted now.
    [[nodiscard]] qsizetype maxPayload(FrameType type) const;

private:
    enum class Side { Neither, Daemon, Client };
    Side m_side = Side::Neither;
    qsizetype m_commandBytes = 0;
    qsizetype m_rpcBytes = 0;
};

} // namespace DaemonRpc
