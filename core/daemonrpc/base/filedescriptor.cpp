#include <daemonrpc/base/filedescriptor.h>

#include <unistd.h>

namespace DaemonRpc {

void FileDescriptor::reset(int fd)
{
    const int old = std::exchange(m_fd, fd);
    // Not repeated on EINTR: on Linux the descriptor is gone either way (close(2)).
    if (old >= 0 && old != fd)
        ::close(old);
}

} // namespace DaemonRpc
