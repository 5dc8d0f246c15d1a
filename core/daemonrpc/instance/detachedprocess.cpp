#include "detachedprocess_p.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <linux/close_range.h>
#include <sys/prctl.h>
#endif

namespace DaemonRpc {

// Everything down to becomeDaemon() runs in a fork of a process that may have many threads: async-signal-safe
// calls only (signal-safety(7)), no allocation, no locks.

static pid_t forkSafely()
{
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
    return ::_Fork(); // fork() would take locks that another thread may have held when QProcess forked
#else
    return ::fork();
#endif
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

/// The stand-in: waits for the daemon and ends as it did.
[[noreturn]] static void standInFor(pid_t daemon, int descriptorLimit)
{
    sweepDescriptors(0, descriptorLimit, false);
    int status = 0;
    while (::waitpid(daemon, &status, 0) < 0) {
        if (errno != EINTR)
            ::_exit(EXIT_FAILURE);
    }
    if (WIFEXITED(status))
        ::_exit(WEXITSTATUS(status));
    // By the same signal, but the core dump of a copy of the client would help nobody.
    const rlimit noCore = {};
    ::setrlimit(RLIMIT_CORE, &noCore);
    ::signal(WTERMSIG(status), SIG_DFL);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, WTERMSIG(status));
    ::kill(::getpid(), WTERMSIG(status));
    ::sigprocmask(SIG_UNBLOCK, &signals, nullptr);
    ::_exit(128 + WTERMSIG(status));
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

void DetachedProcess::becomeDaemon() const
{
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // the stand-in's only; the daemon does not inherit it
#endif
    // Ctrl+C in the client's terminal reaches the stand-in too; it has to stay for the answer.
    sigset_t all;
    ::sigfillset(&all);
    ::sigprocmask(SIG_SETMASK, &all, nullptr);
    const pid_t daemon = forkSafely();
    if (daemon < 0) {
        static const char line[] = "failed the system cannot make another process\n";
        [[maybe_unused]] const ssize_t n = ::write(m_descriptors.readiness, line, sizeof(line) - 1);
        ::_exit(EXIT_FAILURE);
    }
    if (daemon > 0)
        standInFor(daemon, m_descriptorLimit);

    ::setsid();
    resetSignals();
    if (::chdir("/") != 0)
        return;
    ::dup2(m_descriptors.input, STDIN_FILENO);
    ::dup2(m_descriptors.output, STDOUT_FILENO);
    ::dup2(m_descriptors.output, STDERR_FILENO);
    // On exec only: QProcess reports a failing exec through a descriptor of its own.
    sweepDescriptors(STDERR_FILENO + 1, m_descriptorLimit, true);
    ::fcntl(m_descriptors.readiness, F_SETFD, 0);
    // Here and not by QProcess, whose arguments are QStrings. When this fails QProcess tries once more, fails
    // as well, and reports why.
    ::execv(m_argv.front(), m_argv.data());
}

DetachedProcess::DetachedProcess()
{
    // No pipes to the stand-in.
    setInputChannelMode(QProcess::ForwardedInputChannel);
    setProcessChannelMode(QProcess::ForwardedChannels);
}

DetachedProcess::~DetachedProcess()
{
    setProcessState(QProcess::NotRunning); // else ~QProcess() waits
}

void DetachedProcess::launch(const QByteArray &program, const QByteArrayList &arguments,
                             const Descriptors &descriptors)
{
    m_descriptors = descriptors;
    m_words = QByteArrayList{program} + arguments;
    for (QByteArray &word : m_words)
        m_argv.push_back(word.data());
    m_argv.push_back(nullptr);
    rlimit limit = {};
    constexpr rlim_t maxSweep = 65536;
    m_descriptorLimit = ::getrlimit(RLIMIT_NOFILE, &limit) == 0
                            ? static_cast<int>(std::min(limit.rlim_cur, maxSweep))
                            : static_cast<int>(maxSweep);
    setChildProcessModifier([this] { becomeDaemon(); });
    setProgram(QFile::decodeName(program));
    start(QIODevice::NotOpen);
}

void DetachedProcess::abandon(std::unique_ptr<DetachedProcess> process)
{
    if (process->state() == QProcess::NotRunning)
        return;
    process->disconnect();
    process->kill();
    DetachedProcess *orphan = process.release();
    connect(orphan, &QProcess::finished, orphan, &QObject::deleteLater);
    // Without a loop to run any more, it goes with the application or with its thread.
    QCoreApplication *application = QCoreApplication::instance();
    if (application && application->thread() == orphan->thread())
        orphan->setParent(application);
    else
        connect(orphan->thread(), &QThread::finished, orphan, &QObject::deleteLater);
}

} // namespace DaemonRpc
