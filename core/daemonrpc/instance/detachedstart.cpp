#include "detachedstart_p.h"

#include <daemonrpc/base/oserror.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <linux/close_range.h>
#include <sys/syscall.h>
#endif

namespace DaemonRpc {

namespace {
/// Everything the children need, made before the first fork.
struct Plan
{
    std::vector<char *> argv;
    std::vector<char *> envp;
    int input;
    int output;
    std::vector<int> kept;
    int report;          ///< The witness's end.
    int descriptorLimit; ///< Only for systems without close_range(2).
};
} // namespace

// From here to runIntermediate() the code runs in forks of a process that may have many threads:
// async-signal-safe calls only (signal-safety(7)), no allocation, no locks.

static pid_t forkSafely()
{
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
    return ::_Fork(); // unlike fork() it takes no locks, which another thread may have held at the fork
                      // before
#else
    return ::fork();
#endif
}

static void sendReport(int descriptor, DetachedReport::Kind kind, int value)
{
    const DetachedReport report = {kind, value};
    [[maybe_unused]] const ssize_t n = ::write(descriptor, &report, sizeof(report)); // SIGPIPE is blocked
}

/// Closes the descriptors from @p first on, or only marks them close-on-exec.
static void sweepDescriptors(int first, int limit, bool isOnExec)
{
#if defined(Q_OS_LINUX) && defined(CLOSE_RANGE_CLOEXEC)
    if (::close_range(static_cast<unsigned>(first), ~0U, isOnExec ? CLOSE_RANGE_CLOEXEC : 0) == 0)
        return;
#endif
    for (int fd = first; fd < limit; ++fd) {
        if (isOnExec)
            ::fcntl(fd, F_SETFD, FD_CLOEXEC);
        else
            ::close(fd);
    }
}

/// Waits until @p program ends, or until nobody wants to know.
static void witness(pid_t program, const Plan &plan)
{
    // Nothing of the client may stay open here: neither its pipes nor the channel that has to close with the
    // program.
    ::dup2(plan.report, STDIN_FILENO);
    sweepDescriptors(STDIN_FILENO + 1, plan.descriptorLimit, false);
#ifdef SYS_pidfd_open
    const int processFd = static_cast<int>(::syscall(SYS_pidfd_open, program, 0));
    if (processFd < 0)
        return;
    std::array<pollfd, 2> watched = {{{processFd, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
    while (::poll(watched.data(), watched.size(), -1) < 0) {
        if (errno != EINTR)
            return;
    }
    if (watched[0].revents == 0) {
        char order = 0;
        if (::read(STDIN_FILENO, &order, 1) != 1)
            return;
        ::kill(program, SIGKILL); // our child, not reaped yet: the pid cannot be another's
        // What a script has started holds the lock that it inherited, for ever.
        ::kill(-program, SIGKILL);
    }
    int status = 0;
    if (::waitpid(program, &status, 0) != program)
        return;
    if (WIFEXITED(status))
        sendReport(STDIN_FILENO, DetachedReport::Exited, WEXITSTATUS(status));
    else
        sendReport(STDIN_FILENO, DetachedReport::Killed, WTERMSIG(status));
#else
    Q_UNUSED(program);
#endif
}

static void resetSignals()
{
    struct sigaction action = {};
    action.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        ::sigaction(number, &action, nullptr); // refused for SIGKILL, SIGSTOP and those of the C library
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] static void becomeProgram(const Plan &plan)
{
    ::setsid();
    if (::chdir("/") == 0) {
        ::dup2(plan.input, STDIN_FILENO);
        ::dup2(plan.output, STDOUT_FILENO);
        ::dup2(plan.output, STDERR_FILENO);
        sweepDescriptors(STDERR_FILENO + 1, plan.descriptorLimit, true); // the report is needed until exec
        for (const int descriptor : plan.kept)
            ::fcntl(descriptor, F_SETFD, 0);
        resetSignals();
        ::execve(plan.argv.front(), plan.argv.data(), plan.envp.data());
    }
    sendReport(plan.report, DetachedReport::NotStarted, errno);
    ::_exit(127);
}

/// The child of the caller: makes the witness, which makes the program, and is gone.
[[noreturn]] static void runIntermediate(const Plan &plan)
{
    const pid_t witnessPid = forkSafely();
    if (witnessPid != 0)
        ::_exit(witnessPid > 0 ? EXIT_SUCCESS : EXIT_FAILURE);
    const pid_t program = forkSafely();
    if (program == 0)
        becomeProgram(plan);
    if (program < 0)
        sendReport(plan.report, DetachedReport::NotStarted, errno);
    else
        witness(program, plan);
    ::_exit(EXIT_SUCCESS);
}

/// This process's environment with @p variables over it, which must stay where they are.
static std::vector<char *> mergedEnvironment(QByteArrayList &variables)
{
    std::vector<char *> merged;
    for (char **entry = environ; *entry; ++entry) {
        const bool isReplaced =
            std::any_of(variables.cbegin(), variables.cend(), [entry](const QByteArray &variable) {
                const qsizetype length = variable.indexOf('=') + 1;
                return length > 0 && qstrncmp(*entry, variable.constData(), static_cast<size_t>(length)) == 0;
            });
        if (!isReplaced)
            merged.push_back(*entry);
    }
    for (QByteArray &variable : variables)
        merged.push_back(variable.data());
    merged.push_back(nullptr);
    return merged;
}

static int descriptorLimit()
{
    constexpr rlim_t most = 65536;
    rlimit limit = {};
    return static_cast<int>(::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? std::min(limit.rlim_cur, most) : most);
}

Result<FileDescriptor> startDetached(const DetachedStart &start)
{
    const QString subject = QString::fromLocal8Bit(start.program);
    std::array<int, 2> ends = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot make a channel to"), subject));
    FileDescriptor reportEnd(ends[0]);
    const FileDescriptor witnessEnd = aboveStandardStreams(FileDescriptor(ends[1]));
    ::fcntl(reportEnd.get(), F_SETFD, FD_CLOEXEC);
    ::fcntl(reportEnd.get(), F_SETFL, O_NONBLOCK);
    ::fcntl(witnessEnd.get(), F_SETFD, FD_CLOEXEC);

    QByteArrayList words = QByteArrayList{start.program} + start.arguments;
    QByteArrayList variables = start.environment;
    Plan plan = {{},
                 mergedEnvironment(variables),
                 start.input,
                 start.output,
                 {start.kept.begin(), start.kept.end()},
                 witnessEnd.get(),
                 descriptorLimit()};
    for (QByteArray &word : words)
        plan.argv.push_back(word.data());
    plan.argv.push_back(nullptr);

    // No handler of the caller may run in a child, and Ctrl+C in its terminal must not end the witness.
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t intermediate = forkSafely();
    if (intermediate == 0)
        runIntermediate(plan);
    const int forkError = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (intermediate < 0)
        return unexpected(errorFromErrno(forkError, QStringLiteral("cannot make a process for"), subject));

    int status = 0;
    pid_t reaped = -1;
    do
        reaped = ::waitpid(intermediate, &status, 0);
    while (reaped < 0 && errno == EINTR);
    // ECHILD: this process ignores SIGCHLD, or somebody else has reaped. The report tells what there is to
    // tell.
    if (reaped == intermediate && status != 0)
        return unexpected(
            ErrorCode::ResourceExhausted,
            QStringLiteral("cannot make a process for %1: the system has no room for another; end some")
                .arg(subject));
    return reportEnd;
}

FileDescriptor aboveStandardStreams(FileDescriptor fd)
{
    if (!fd.isValid() || fd.get() > STDERR_FILENO)
        return fd;
    return FileDescriptor(::fcntl(fd.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

} // namespace DaemonRpc
