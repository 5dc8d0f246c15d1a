#include <daemonrpc/base/oserror.h>
#include <daemonrpc/service/process/processlimits.h>

#include <QDir>

#include <algorithm>
#include <limits>
#include <optional>

#include <errno.h>

namespace DaemonRpc {

ProcessLimits::ProcessLimits()
{
    for (const int resource : {RLIMIT_CORE, RLIMIT_NOFILE, RLIMIT_AS}) {
        rlimit value = {};
        if (::getrlimit(static_cast<__rlimit_resource>(resource), &value) == 0)
            m_original.append({resource, value});
    }
}

rlimit ProcessLimits::originalOf(int resource) const
{
    const auto found = std::find_if(m_original.begin(), m_original.end(),
                                    [resource](const Limit &limit) { return limit.resource == resource; });
    return found != m_original.end() ? found->value : rlimit{RLIM_INFINITY, RLIM_INFINITY};
}

static QString shortfall(const char *key, rlim_t wanted, rlim_t got, const QString &why)
{
    return QStringLiteral("limits.%1: %2 cannot be had, it is %3 now: %4")
        .arg(QLatin1String(key))
        .arg(wanted)
        .arg(got == RLIM_INFINITY ? QStringLiteral("unlimited") : QString::number(got), why);
}

/// Makes @p wanted the soft limit, and the hard one too where that is lower. What fell short, if anything.
static std::optional<QString> setLimit(int resource, const char *key, rlim_t wanted)
{
    const auto which = static_cast<__rlimit_resource>(resource);
    rlimit current = {};
    if (::getrlimit(which, &current) != 0)
        return shortfall(key, wanted, RLIM_INFINITY, errnoText(errno));
    // RLIM_INFINITY is the largest number.
    const rlimit next = {wanted, std::max(current.rlim_max, wanted)};
    if (::setrlimit(which, &next) == 0)
        return std::nullopt;
    const int errnoValue = errno;
    const rlimit most = {std::min(wanted, current.rlim_max), current.rlim_max};
    static_cast<void>(::setrlimit(which, &most));
    static_cast<void>(::getrlimit(which, &current));
    return shortfall(
        key, wanted, current.rlim_cur,
        errnoValue == EPERM
            ? QStringLiteral("the hard limit is %1 and only root, or fs.nr_open for descriptors, can raise "
                             "it; see LimitNOFILE= in systemd.exec(5), or limits.conf(5)")
                  .arg(current.rlim_max)
            : errnoText(errnoValue));
}

QStringList ProcessLimits::apply(const ServiceConfiguration::ResourceLimits &wanted)
{
    constexpr qint64 bytesPerMegabyte = 1024 * 1024;
    constexpr qint64 mostMegabytes = std::numeric_limits<qint64>::max() / bytesPerMegabyte;
    QStringList shortfalls;
    const auto set = [&](int resource, const char *key, qint64 value, bool isGiven) {
        const rlim_t limit =
            isGiven ? static_cast<rlim_t>(std::max<qint64>(value, 0)) : originalOf(resource).rlim_cur;
        if (const std::optional<QString> missing = setLimit(resource, key, limit))
            shortfalls.append(*missing);
    };
    set(RLIMIT_CORE, "core_bytes", wanted.coreBytes, true);
    set(RLIMIT_NOFILE, "open_files", wanted.openFiles, wanted.openFiles > 0);
    set(RLIMIT_AS, "memory_mb", std::min(wanted.memoryMb, mostMegabytes) * bytesPerMegabyte,
        wanted.memoryMb > 0);
    return shortfalls;
}

int ProcessLimits::openDescriptors()
{
    const QDir folder(QStringLiteral("/proc/self/fd"));
    const auto count =
        folder.entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot).size();
    return count > 0 ? static_cast<int>(count) - 1 : -1; // less the one that lists them
}

} // namespace DaemonRpc
