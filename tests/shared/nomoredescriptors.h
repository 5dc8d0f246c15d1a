// A process without a descriptor to spare.
#pragma once

#include <QtGlobal>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace DaemonRpc::Testing {

/// While it lives, this process cannot open one more descriptor.
class NoMoreDescriptors
{
public:
    NoMoreDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const int lowestFree = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
        ::close(lowestFree);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(lowestFree);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }

    ~NoMoreDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }

    Q_DISABLE_COPY_MOVE(NoMoreDescriptors)

private:
    rlimit m_before{};
};

} // namespace DaemonRpc::Testing
