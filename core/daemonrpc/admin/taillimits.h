// How much may be followed of the output of requests.
#pragma once

#include <QtGlobal>

namespace DaemonRpc {

/// The bounds of daemon.tail; the same on both sides. Value.
struct TailLimits
{
    static constexpr int maxTails = 64; ///< Of one daemon.
    static constexpr int maxPerConnection = 8;

    // Bytes of each stream that are kept until they are told: what is told at most per interval.
    static constexpr qint64 minBytes = 4 * 1024;
    static constexpr qint64 defaultBytes = 256 * 1024;
    static constexpr qint64 maxBytes = 1024 * 1024;
};

} // namespace DaemonRpc
