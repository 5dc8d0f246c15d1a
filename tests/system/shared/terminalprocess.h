// A program on a terminal of its own.
#pragma once

#include "clientprocess.h"

#include <daemonrpc/base/filedescriptor.h>

#include <termios.h>

namespace SystemTesting {

/// A ClientProcess whose three standard streams are a pseudo-terminal (pty(7)), which is its controlling one.
/// Thread-bound.
class TerminalProcess : public ClientProcess
{
    Q_OBJECT

public:
    TerminalProcess(const QString &program, const QStringList &arguments, int columns = 80, int rows = 24);

    /// Presses keys.
    void type(const QByteArray &bytes);

    /// What the program has written to its terminal so far.
    [[nodiscard]] QByteArray screen();

    /// Forgets that.
    void clear();

    /// Tells the program, by SIGWINCH.
    void resize(int columns, int rows);

    /// Whether keys are shown and come line by line, as a shell wants it.
    [[nodiscard]] bool isInShellMode() const;

private:
    DaemonRpc::FileDescriptor m_master;
    DaemonRpc::FileDescriptor m_terminal; // kept open: modes can be asked when the program has ended
    QByteArray m_screen;
};

} // namespace SystemTesting
