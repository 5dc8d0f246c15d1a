#include "descriptoraccess.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace DaemonRpc::Cli {

// Opening /dev/ptmx makes a new pair of terminals instead of opening the old one anew.
static bool isTerminalMultiplexer(const struct stat &status)
{
    return S_ISCHR(status.st_mode) && status.st_rdev == ::makedev(5, 2);
}

DescriptorAccess::DescriptorAccess(int fd, Direction direction)
    : m_fd(fd)
{
    struct stat status = {};
    const int flags = ::fcntl(fd, F_GETFL);
    if (flags < 0 || (flags & O_NONBLOCK) != 0 || ::fstat(fd, &status) != 0)
        return;
    if (S_ISSOCK(status.st_mode)) {
        m_kind = Kind::Socket;
        return;
    }
    const bool isTerminal = S_ISCHR(status.st_mode) && ::isatty(fd) != 0;
    if (!S_ISFIFO(status.st_mode) && !isTerminal)
        return;
    if (!isTerminalMultiplexer(status)) {
        std::array<char, 32> path{};
        std::snprintf(path.data(), path.size(), "/proc/self/fd/%d", fd);
        const int access = direction == Direction::Reading ? O_RDONLY : O_WRONLY;
        m_reopened.reset(::open(path.data(), access | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    }
    if (!m_reopened.isValid())
        m_kind = Kind::Polled;
}

// Whether an access will not wait now; an error condition counts, the access then reports it.
static bool isReady(int fd, short events)
{
    struct pollfd descriptor = {fd, events, 0};
    return ::poll(&descriptor, 1, 0) > 0;
}

static ssize_t wouldWait()
{
    errno = EAGAIN;
    return -1;
}

ssize_t DescriptorAccess::write(QByteArrayView bytes) const
{
    auto size = static_cast<size_t>(bytes.size());
    if (m_kind == Kind::Polled) {
        if (!isReady(m_fd, POLLOUT))
            return wouldWait();
        size = std::min<size_t>(size, PIPE_BUF);
    }
    ssize_t written = 0;
    do {
        written = m_kind == Kind::Socket ? ::send(m_fd, bytes.data(), size, MSG_DONTWAIT | MSG_NOSIGNAL)
                                         : ::write(descriptor(), bytes.data(), size);
    } while (written < 0 && errno == EINTR);
    return written;
}

ssize_t DescriptorAccess::read(char *data, qsizetype maxBytes) const
{
    const auto size = static_cast<size_t>(maxBytes);
    if (m_kind == Kind::Polled && !isReady(m_fd, POLLIN))
        return wouldWait();
    ssize_t count = 0;
    do {
        count = m_kind == Kind::Socket ? ::recv(m_fd, data, size, MSG_DONTWAIT)
                                       : ::read(descriptor(), data, size);
    } while (count < 0 && errno == EINTR);
    return count;
}

bool isSameChannel(int left, int right)
{
    struct stat leftStatus = {};
    struct stat rightStatus = {};
    if (::fstat(left, &leftStatus) != 0 || ::fstat(right, &rightStatus) != 0)
        return false;
    const bool isChannel = S_ISFIFO(leftStatus.st_mode) || S_ISSOCK(leftStatus.st_mode) ||
                           (S_ISCHR(leftStatus.st_mode) && ::isatty(left) != 0);
    return isChannel && leftStatus.st_dev == rightStatus.st_dev && leftStatus.st_ino == rightStatus.st_ino;
}

void fillStandardDescriptors()
{
    // For standard output a descriptor that cannot be written to: the command's output must not vanish
    // unnoticed. Standard error may be closed on purpose, by services for example.
    constexpr std::array<int, 3> access{O_RDONLY, O_RDONLY, O_WRONLY};
    for (int fd = 0; fd < 3; ++fd) {
        // The lowest free number is the one that was found closed.
        if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF) [[maybe_unused]]
            const int opened = ::open("/dev/null", access[static_cast<size_t>(fd)]);
    }
}

} // namespace DaemonRpc::Cli
