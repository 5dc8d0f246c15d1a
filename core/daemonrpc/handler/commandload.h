// How busy a command is.
#pragma once

#include <QtGlobal>

namespace DaemonRpc {

/// What a command has to do just now, for those who look. Value.
struct CommandLoad
{
    int running = 0;
    int waiting = 0;     ///< For their turn.
    int maxParallel = 0; ///< Calls at a time; 0: no limit.

    int warmWanted = 0;   ///< Copies that are to be kept started ahead.
    int warmReady = 0;    ///< Those that wait for a call.
    qint64 warmCalls = 0; ///< Served by a copy.
    qint64 coldCalls = 0; ///< Of a command with copies, served without one.

    friend bool operator==(const CommandLoad &, const CommandLoad &) = default;
};

} // namespace DaemonRpc
