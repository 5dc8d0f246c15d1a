#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace DaemonRpc::Cli {

TerminalInfo currentTerminal()
{
    TerminalInfo terminal;
    terminal.inputIsTerminal = ::isatty(STDIN_FILENO) != 0;
    terminal.outputIsTerminal = ::isatty(STDOUT_FILENO) != 0;
    terminal.errorIsTerminal = ::isatty(STDERR_FILENO) != 0;
    terminal.type = qgetenv("TERM");
    for (const int fd : {STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO}) {
        struct winsize size = {};
        if (::ioctl(fd, TIOCGWINSZ, &size) == 0) {
            terminal.columns = size.ws_col;
            terminal.rows = size.ws_row;
            break;
        }
    }
    return terminal;
}

bool useColor(ColorMode mode, bool isTerminal, const QByteArray &terminalType)
{
    switch (mode) {
    case ColorMode::Always: return true;
    case ColorMode::Never: return false;
    case ColorMode::Auto: break;
    }
    return isTerminal && terminalType != "dumb" && qEnvironmentVariableIsEmpty("NO_COLOR");
}

} // namespace DaemonRpc::Cli
