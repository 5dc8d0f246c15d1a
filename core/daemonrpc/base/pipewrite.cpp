#include "pipewrite_p.h"

#include <errno.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

namespace DaemonRpc {

// write(2) to a pipe knows no MSG_NOSIGNAL. SIGPIPE is sent to the writing thread, so it is held back here
// and taken out again. Where one waits already, for whoever holds it back, a second one changes nothing.
ssize_t writeToPipe(int pipe, QByteArrayView bytes)
{
    sigset_t pipeSignal;
    sigset_t pending;
    sigset_t previous;
    ::sigemptyset(&pipeSignal);
    ::sigaddset(&pipeSignal, SIGPIPE);
    ::sigpending(&pending);
    const bool wasPending = ::sigismember(&pending, SIGPIPE) == 1;
    ::pthread_sigmask(SIG_BLOCK, &pipeSignal, &previous);

    ssize_t written = -1;
    do
        written = ::write(pipe, bytes.data(), static_cast<size_t>(bytes.size()));
    while (written < 0 && errno == EINTR);
    const int writeError = errno;
    if (written < 0 && writeError == EPIPE && !wasPending) {
        const timespec noWait = {};
        while (::sigtimedwait(&pipeSignal, nullptr, &noWait) < 0 && errno == EINTR) {}
    }
    ::pthread_sigmask(SIG_SETMASK, &previous, nullptr);
    errno = writeError;
    return written;
}

} // namespace DaemonRpc
