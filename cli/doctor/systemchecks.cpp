#include "doctor/systemchecks.h"

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/oserror.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace DaemonRpc::Cli {

namespace {

class SystemChecks
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::SystemChecks)
};

} // namespace

/// The errno of something that makes a descriptor, 0 when it works.
static int errnoOf(int descriptor)
{
    const int errnoValue = errno;
    const FileDescriptor owned(descriptor);
    return owned.isValid() ? 0 : errnoValue;
}

static int trySignals()
{
    sigset_t none;
    ::sigemptyset(&none);
    return errnoOf(::signalfd(-1, &none, SFD_CLOEXEC));
}

static int tryLock()
{
    // Asked only, on a file that every process has: nothing is taken.
    const FileDescriptor file(::open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    struct flock range = {};
    range.l_type = F_RDLCK;
    range.l_whence = SEEK_SET;
    range.l_len = 1;
    return !file.isValid() || ::fcntl(file.get(), F_OFD_GETLK, &range) == 0 ? 0 : errno;
}

static int tryCloseRange()
{
#ifdef SYS_close_range
    // Above every descriptor: it closes none.
    return ::syscall(SYS_close_range, ~0U, ~0U, 0) == 0 ? 0 : errno;
#else
    return ENOSYS;
#endif
}

// Two findings in one cell.
static QString joined(const QString &finding, const QString &addition)
{
    return addition.isEmpty() ? finding : SystemChecks::tr("%1; %2").arg(finding, addition);
}

static QString sandboxDescription()
{
    QFile status(QStringLiteral("/proc/self/status"));
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    QString signs;
    if (text.contains("\nNoNewPrivs:\t1"))
        signs = SystemChecks::tr("programs with set-user-ID gain nothing (no_new_privs)");
    if (text.contains("\nSeccomp:\t2") || text.contains("\nSeccomp:\t1"))
        signs = joined(SystemChecks::tr("a seccomp filter is in force"), signs);
    return signs;
}

Findings checkSandbox(const DoctorContext & /*context*/)
{
    const QString name = QStringLiteral("sandbox");

    struct Probe
    {
        const char *what;
        int (*attempt)();
        bool isNeeded; ///< Else there is a way without.
    };

    static constexpr std::array<Probe, 8> probes{{
        {QT_TRANSLATE_NOOP("DaemonRpc::Cli::SystemChecks", "Unix sockets"),
         [] { return errnoOf(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }, true},
        {"epoll_create1", [] { return errnoOf(::epoll_create1(EPOLL_CLOEXEC)); }, true},
        {"eventfd", [] { return errnoOf(::eventfd(0, EFD_CLOEXEC)); }, true},
        {"signalfd", trySignals, true},
        {QT_TRANSLATE_NOOP("DaemonRpc::Cli::SystemChecks", "open-file-description locks"), tryLock, true},
        {"inotify_init1", [] { return errnoOf(::inotify_init1(IN_CLOEXEC)); }, false},
        {"pidfd_open", [] { return errnoOf(static_cast<int>(::syscall(SYS_pidfd_open, ::getpid(), 0))); },
         false},
        {"close_range", tryCloseRange, false},
    }};
    Findings findings;
    for (const Probe &probe : probes) {
        const int errnoValue = probe.attempt();
        if (errnoValue == 0)
            continue;
        const QString text = joined(SystemChecks::tr("the system denies %1: %2")
                                        .arg(SystemChecks::tr(probe.what), errnoText(errnoValue)),
                                    sandboxDescription());
        const QString fix =
            SystemChecks::tr("allow it in the sandbox's profile (seccomp, AppArmor, container), or run "
                             "daemons outside of it");
        findings.append(
            probe.isNeeded ? Finding::problem(name, text, fix)
                           : Finding::warning(
                                 name, joined(text, SystemChecks::tr("daemons do without, less well")), fix));
    }
    if (!QFileInfo::exists(QStringLiteral("/proc/self/stat")))
        findings.append(
            Finding::warning(name, SystemChecks::tr("/proc is not there: processes cannot be told apart"),
                             SystemChecks::tr("mount it: mount -t proc proc /proc")));
    if (findings.isEmpty())
        findings.append(Finding::ok(
            name, joined(SystemChecks::tr("nothing that daemons need is denied"), sandboxDescription())));
    return findings;
}

static QString limitText(rlim_t value)
{
    return value == RLIM_INFINITY ? SystemChecks::tr("unlimited") : QString::number(value);
}

Finding judgeOpenFiles(const rlimit &openFiles)
{
    const QString name = QStringLiteral("limits");
    constexpr rlim_t least = 64;
    constexpr rlim_t comfortable = 256;
    const auto sentence = [&openFiles](const QString &text) {
        return text.arg(limitText(openFiles.rlim_cur), limitText(openFiles.rlim_max));
    };
    const QString fix =
        openFiles.rlim_max >= comfortable
            ? SystemChecks::tr("ulimit -n %1, or limits.open_files in the configuration")
                  .arg(std::min<rlim_t>(openFiles.rlim_max, 4096))
            : SystemChecks::tr("have root raise the hard limit: limits.conf(5), or LimitNOFILE= of the unit");
    if (openFiles.rlim_cur < least)
        return Finding::problem(
            name, sentence(SystemChecks::tr("%1 open files (hard limit %2) are too few for a daemon")), fix);
    if (openFiles.rlim_cur < comfortable)
        return Finding::warning(
            name, sentence(SystemChecks::tr("%1 open files (hard limit %2) are enough for few clients only")),
            fix);
    return Finding::ok(name, sentence(SystemChecks::tr("%1 open files (hard limit %2)")));
}

Finding judgeProcessCount(qint64 count, rlim_t limit)
{
    const QString name = QStringLiteral("limits");
    const auto sentence = [count, limit](const QString &text) {
        return text.arg(QString::number(count), limitText(limit));
    };
    const QString text = sentence(SystemChecks::tr("%1 of %2 processes of this user"));
    const QString fix =
        SystemChecks::tr("end some: ps -u $(id -u); or raise the limit: ulimit -u, limits.conf(5)");
    if (limit != RLIM_INFINITY && static_cast<rlim_t>(count) >= limit)
        return Finding::problem(
            name, sentence(SystemChecks::tr("%1 of %2 processes of this user: no more can be started")), fix);
    if (limit != RLIM_INFINITY && static_cast<rlim_t>(count) * 10 >= limit * 9)
        return Finding::warning(name, text, fix);
    return Finding::ok(name, text);
}

static qint64 processesOf(quint32 uid)
{
    qint64 count = 0;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        static_cast<void>(name.toLongLong(&isNumber));
        struct stat status = {};
        if (isNumber && ::stat("/proc/" + name.toLatin1(), &status) == 0 && status.st_uid == uid)
            ++count;
    }
    return count;
}

/// The soft limit of open files of another process; 0 when it is not told.
static qint64 openFilesLimitOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/limits").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Max open files"))
            return line.simplified().split(' ').value(3).toLongLong();
    }
    return 0;
}

Findings checkLimits(const DoctorContext &context)
{
    const QString name = QStringLiteral("limits");
    Findings findings;
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0)
        findings.append(judgeOpenFiles(limit));
    // Root may have any number.
    if (::geteuid() != 0 && ::getrlimit(RLIMIT_NPROC, &limit) == 0)
        findings.append(judgeProcessCount(processesOf(::geteuid()), limit.rlim_cur));
    for (const SurveyedDaemon &daemon : context.daemons) {
        const qint64 pid = DoctorContext::pidOf(daemon);
        const qint64 most = pid > 0 ? openFilesLimitOf(pid) : 0;
        const QDir folder(QStringLiteral("/proc/%1/fd").arg(pid));
        const qint64 used =
            folder.entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot).size();
        if (most > 0 && used * 10 >= most * 8)
            findings.append(Finding::warning(
                name,
                SystemChecks::tr("daemon \"%1\" (pid %2) has used %3 of %4 open files")
                    .arg(daemon.instance.name.toString())
                    .arg(pid)
                    .arg(used)
                    .arg(most),
                SystemChecks::tr(
                    "raise limits.open_files in the configuration, or LimitNOFILE= of the unit")));
    }
    return findings;
}

} // namespace DaemonRpc::Cli
