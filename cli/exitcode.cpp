#include "exitcode.h"

namespace DaemonRpc::Cli {

int exitCodeForSignal(int signal) { return 128 + signal; }

int exitCodeForError(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownCommand:
    case ErrorCode::ProgramNotFound: return ExitCode::NotFound;
    case ErrorCode::CannotExecute: return ExitCode::CannotExecute;
    case ErrorCode::Cancelled: return ExitCode::Cancelled;
    default: return ExitCode::Failed;
    }
}

int exitCodeForEnd(const CommandEnd &end)
{
    if (end.signal > 0)
        return exitCodeForSignal(end.signal);
    // A handler that had to be forced has no exit code of its own.
    if (end.isCancelled && end.isForced)
        return ExitCode::Cancelled;
    return end.exitCode;
}

} // namespace DaemonRpc::Cli
