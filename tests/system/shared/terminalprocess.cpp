#include "terminalprocess.h"

#include <array>
#include <cstdlib>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace SystemTesting {

TerminalProcess::TerminalProcess(const QString &program, const QStringList &arguments, int columns, int rows)
    : ClientProcess(program, arguments)
    , m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK))
{
    std::array<char, 128> name{};
    if (::grantpt(m_master.get()) != 0 || ::unlockpt(m_master.get()) != 0 ||
        ::ptsname_r(m_master.get(), name.data(), name.size()) != 0)
        qFatal("no pseudo-terminal");
    m_terminal.reset(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    resize(columns, rows);
    setVariable(QStringLiteral("TERM"), QStringLiteral("xterm"));
    setChildProcessModifier([terminal = m_terminal.get()] {
        ::setsid();
        ::ioctl(terminal, TIOCSCTTY, 0);
        for (int fd = 0; fd < 3; ++fd)
            ::dup2(terminal, fd);
    });
}

void TerminalProcess::type(const QByteArray &bytes)
{
    if (::write(m_master.get(), bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
        qFatal("the terminal takes no keys");
}

QByteArray TerminalProcess::screen()
{
    std::array<char, 4096> bytes{};
    for (;;) {
        const ssize_t count = ::read(m_master.get(), bytes.data(), bytes.size());
        if (count <= 0)
            return m_screen;
        m_screen.append(bytes.data(), count);
    }
}

void TerminalProcess::clear()
{
    static_cast<void>(screen());
    m_screen.clear();
}

void TerminalProcess::resize(int columns, int rows)
{
    struct winsize size = {};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(rows);
    ::ioctl(m_master.get(), TIOCSWINSZ, &size);
}

bool TerminalProcess::isInShellMode() const
{
    struct termios mode = {};
    ::tcgetattr(m_terminal.get(), &mode);
    return (mode.c_lflag & ICANON) != 0 && (mode.c_lflag & ECHO) != 0;
}

} // namespace SystemTesting
