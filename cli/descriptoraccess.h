// Reading and writing inherited descriptors without ever waiting for the other side.
#pragma once

#include <daemonrpc/base/filedescriptor.h>

#include <QByteArrayView>

namespace DaemonRpc::Cli {

/// Non-blocking access to a descriptor that other processes share. Value (movable only).
///
/// O_NONBLOCK belongs to the open file description: setting it on an inherited standard stream would change
/// it for the shell and for everybody else on the terminal. So a pipe or terminal is opened anew through
/// /proc/self/fd (a description of its own), a socket is used with MSG_DONTWAIT, and a regular file, which
/// never waits for anybody, as it is. Where opening anew is refused, each access asks poll(2) first and moves
/// at most PIPE_BUF bytes.
///
///     DescriptorAccess output = DescriptorAccess::forWriting(STDOUT_FILENO);
///     const ssize_t written = output.write(bytes); // -1 and EAGAIN: wait until descriptor() is writable
class DescriptorAccess
{
public:
    /// @p fd stays open for as long as the object is used, and stays the caller's.
    static DescriptorAccess forReading(int fd) { return DescriptorAccess(fd, Direction::Reading); }

    static DescriptorAccess forWriting(int fd) { return DescriptorAccess(fd, Direction::Writing); }

    /// What to watch for readiness.
    [[nodiscard]] int descriptor() const { return m_reopened.isValid() ? m_reopened.get() : m_fd; }

    /// As write(2), but never waits for a reader: EAGAIN instead. Raises no SIGPIPE on sockets; elsewhere
    /// the program ignores it.
    [[nodiscard]] ssize_t write(QByteArrayView bytes) const;

    /// As read(2), but never waits for a writer: EAGAIN instead.
    [[nodiscard]] ssize_t read(char *data, qsizetype maxBytes) const;

private:
    enum class Direction { Reading, Writing };
    enum class Kind {
        Immediate, ///< Never waits: a regular file, a device such as /dev/null, or O_NONBLOCK is set.
        Socket,
        Polled, ///< Might wait and could not be opened anew.
    };

    DescriptorAccess(int fd, Direction direction);

    int m_fd;
    FileDescriptor m_reopened;
    Kind m_kind = Kind::Immediate;
};

/// Whether both descriptors lead to one pipe, terminal or socket, as after `2>&1`.
[[nodiscard]] bool isSameChannel(int left, int right);

/// Puts /dev/null where one of the three standard descriptors is closed, so that no socket gets its number.
/// Writing to a closed standard output still fails. Before anything else is opened.
void fillStandardDescriptors();

} // namespace DaemonRpc::Cli
