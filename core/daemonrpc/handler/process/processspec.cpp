#include <daemonrpc/handler/process/processspec.h>
#include <daemonrpc/wire/command.h>

namespace DaemonRpc {

ProcessSpec ProcessSpec::inContextOf(const Command &command, const QByteArray &program,
                                     const QByteArrayList &arguments)
{
    return {program,       arguments,       command.environment, command.workingDirectory,
            command.umask, command.hasInput};
}

} // namespace DaemonRpc
