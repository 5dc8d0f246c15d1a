#include "childimage_p.h"
#include "programsearch_p.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <linux/close_range.h>
#include <sys/prctl.h>
#endif

namespace DaemonRpc {

ChildImage::ChildImage(const ProcessSpec &spec)
    : m_directory(spec.workingDirectory.isEmpty() ? QByteArrayLiteral("/") : spec.workingDirectory)
    , m_umask(spec.umask)
    , m_parent(::getpid())
{
    const auto keep = [this](const QByteArray &string) {
        m_strings.append(string);
        return const_cast<char *>(m_strings.constLast().constData());
    };
    for (const QByteArray &candidate : programCandidates(spec))
        m_candidates.push_back(keep(candidate));
    m_argv.push_back(keep(spec.program));
    m_shellArgv.push_back(const_cast<char *>("sh"));
    m_shellArgv.push_back(nullptr); // the script's path, known in the child
    for (const QByteArray &argument : spec.arguments) {
        m_argv.push_back(keep(argument));
        m_shellArgv.push_back(m_argv.back());
    }
    for (const QByteArray &entry : spec.environment)
        m_envp.push_back(keep(entry));
    m_argv.push_back(nullptr);
    m_shellArgv.push_back(nullptr);
    m_envp.push_back(nullptr);
}

void ChildImage::setDescriptors(int input, int output, int error, int report)
{
    m_input = input;
    m_output = output;
    m_error = error;
    m_report = report;
}

void ChildImage::become() const
{
    ::setpgid(0, 0);
#ifdef Q_OS_LINUX
    // Whoever dies between fork and this line has left us to somebody else.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != m_parent)
        ::_exit(127);
#endif
    tellGuardian();

    // Handlers vanish with exec, ignored signals and the mask do not: the program gets the system's defaults.
    struct sigaction defaultAction = {};
    defaultAction.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal)
        ::sigaction(signal, &defaultAction, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);

    ::dup2(m_input, STDIN_FILENO);
    ::dup2(m_output, STDOUT_FILENO);
    ::dup2(m_error, STDERR_FILENO);
#ifdef CLOSE_RANGE_CLOEXEC
    // An embedder's descriptors without close-on-exec stay out of the program, too.
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
#endif
    ::umask(m_umask);

    Report report{Report::EnterDirectory, 0};
    if (::chdir(m_directory.constData()) == 0) {
        report = {Report::Execute, ENOENT};
        for (const char *candidate : m_candidates) {
            execute(candidate);
            // As execvp(3): a missing file is no reason to stop, a forbidden one is what to complain of in
            // the end.
            if (errno == EACCES)
                report.errnoValue = EACCES;
            else if (errno != ENOENT && errno != ENOTDIR) {
                report.errnoValue = errno;
                break;
            }
        }
    } else {
        report.errnoValue = errno;
    }
    [[maybe_unused]] const ssize_t written = ::write(m_report, &report, sizeof report);
    ::_exit(127);
}

// Before the program runs, so that nothing it starts is missed. A full pipe (a guardian that was stopped) or
// a broken one is no reason to wait or to die.
void ChildImage::tellGuardian() const
{
    if (m_guardian < 0)
        return;
    struct sigaction ignored = {};
    ignored.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignored, nullptr);
    const qint32 group = ::getpid();
    [[maybe_unused]] const ssize_t written = ::write(m_guardian, &group, sizeof group);
}

void ChildImage::execute(const char *path) const
{
    ::execve(path, m_argv.data(), m_envp.data());
    if (errno != ENOEXEC)
        return;
    const_cast<char *&>(m_shellArgv[1]) = const_cast<char *>(path);
    ::execve("/bin/sh", m_shellArgv.data(), m_envp.data());
    errno = ENOEXEC;
}

} // namespace DaemonRpc
