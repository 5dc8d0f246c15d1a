#include "groupguardian_p.h"
#include "processgroup_p.h"

#include <daemonrpc/base/filedescriptor.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTimer>

#include <optional>

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace DaemonRpc {

namespace {

struct GroupAndSession
{
    qint64 group = 0;
    qint64 session = 0;
    bool isZombie = false;
};

// Fields 3, 5 and 6 of /proc/PID/stat (proc(5)); the name in field 2 may hold anything, but ends with the
// last ')'.
std::optional<GroupAndSession> readStat(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.read(4096);
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 1).simplified().split(' ');
    if (fields.size() < 4)
        return std::nullopt;
    return GroupAndSession{fields[2].toLongLong(), fields[3].toLongLong(), fields[0] == "Z"};
}

bool isMember(qint64 pid, qint64 group)
{
    const std::optional<GroupAndSession> stat = readStat(pid);
    return stat && !stat->isZombie && stat->group == group && stat->session == ::getsid(0);
}

} // namespace

void ProcessGroup::signal(int signal) const
{
    if (m_id <= 1)
        return; // 0 and -1 would mean other processes
    ::kill(static_cast<pid_t>(-m_id), signal);
    if (signal != SIGKILL)
        ::kill(static_cast<pid_t>(-m_id), SIGCONT);
}

template <typename Visitor>
void ProcessGroup::visitRemnants(Visitor visitor) const
{
    if (m_id <= 1 || readStat(m_id))
        return;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const qint64 pid = entry.toLongLong(&isNumber);
        if (isNumber && isMember(pid, m_id) && !visitor(pid))
            return;
    }
}

bool ProcessGroup::hasRemnants() const
{
    bool found = false;
    visitRemnants([&found](qint64) {
        found = true;
        return false;
    });
    return found;
}

void ProcessGroup::killRemnants() const
{
#ifdef SYS_pidfd_open
    visitRemnants([this](qint64 pid) {
        const FileDescriptor process(static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0)));
        if (process.isValid() && isMember(pid, m_id))
            ::syscall(SYS_pidfd_send_signal, process.get(), SIGKILL, nullptr, 0);
        return true;
    });
#endif
}

void ProcessGroup::killRemnantsLater(std::chrono::milliseconds delay, QObject *owner) const
{
    auto *timer = new QTimer(owner);
    timer->setSingleShot(true);
    const auto kill = [group = *this, timer] {
        timer->stop();
        group.killRemnants();
        GroupGuardian::ofThisThread().ended(group.m_id);
        timer->deleteLater();
    };
    QObject::connect(timer, &QTimer::timeout, timer, kill);
    // A program that ends earlier leaves nothing behind: the rest of the delay is cut.
    QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, timer, kill);
    timer->start(delay);
}

} // namespace DaemonRpc
