// How a command's end becomes the exit code of daemon-rpc.
#pragma once

#include <daemonrpc/base/error.h>

namespace DaemonRpc::Cli {

namespace ExitCode {
enum : int {
    Success = 0,
    Failed = 125,        ///< daemon-rpc itself failed: no daemon, lost connection, refused, wrong usage.
    CannotExecute = 126, ///< The command exists but cannot be executed.
    NotFound = 127,      ///< There is no such command or program.
    Cancelled = 130,     ///< Cancelled before there was an exit code; also what SIGINT gives.
    BrokenPipe = 141,    ///< Nobody reads standard output any more; what SIGPIPE gives.
};
}

/// 128+n, as shells report a death by signal @p signal.
[[nodiscard]] int exitCodeForSignal(int signal);

/// The code for a command that produced none because of @p code.
[[nodiscard]] int exitCodeForError(ErrorCode code);

/// The end of a command that ran. Value.
struct CommandEnd
{
    int exitCode = 0; ///< 0–255.
    int signal = 0;   ///< The signal that ended it, or 0.
    bool isCancelled = false;
    bool isForced = false;
};

/// The command's own code, 128+n when signal n ended it, 130 when it was cancelled and then forced to end.
[[nodiscard]] int exitCodeForEnd(const CommandEnd &end);

} // namespace DaemonRpc::Cli
