#include <daemonrpc/wire/framelimits.h>

namespace DaemonRpc {

static qsizetype clampedToFrame(qint64 bytes)
{
    return static_cast<qsizetype>(qBound(qint64(0), bytes, qint64(maxFramePayload)));
}

FrameLimits FrameLimits::beforeVersionCheck() { return FrameLimits(); }

FrameLimits FrameLimits::daemonSide(const Limits &limits)
{
    FrameLimits result;
    result.m_side = Side::Daemon;
    result.m_commandBytes = clampedToFrame(limits.maxCommandBytes);
    result.m_rpcBytes = clampedToFrame(limits.maxRpcBytes);
    return result;
}

FrameLimits FrameLimits::clientSide(const Limits &limits)
{
    FrameLimits result;
    result.m_side = Side::Client;
    result.m_rpcBytes = clampedToFrame(limits.maxRpcBytes);
    return result;
}

qsizetype FrameLimits::maxPayload(FrameType type) const
{
    constexpr qsizetype notAccepted = -1;
    if (type >= FrameType::FirstExtension)
        return controlBytes;
    switch (type) {
    case FrameType::VersionCheck: return m_side == Side::Neither ? versionCheckBytes : notAccepted;
    case FrameType::Command: return m_side == Side::Daemon ? m_commandBytes : notAccepted;
    case FrameType::InputChunk: return m_side == Side::Daemon ? chunkBytes : notAccepted;
    case FrameType::Cancel:
    case FrameType::Resize: return m_side == Side::Daemon ? controlBytes : notAccepted;
    case FrameType::OutputChunk:
    case FrameType::ErrorChunk: return m_side == Side::Client ? chunkBytes : notAccepted;
    case FrameType::CommandError:
    case FrameType::CommandFinished:
    case FrameType::InputWanted:
    case FrameType::Notice: return m_side == Side::Client ? controlBytes : notAccepted;
    case FrameType::Rpc: return m_side == Side::Neither ? notAccepted : m_rpcBytes;
    case FrameType::FirstExtension: break;
    }
    return notAccepted;
}

} // namespace DaemonRpc
