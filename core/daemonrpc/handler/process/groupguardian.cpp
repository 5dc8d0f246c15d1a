#include "groupguardian_p.h"

#include <daemonrpc/base/pipewrite_p.h>

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <array>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

namespace DaemonRpc {

namespace {

// Where the arguments of a process lie, to be overwritten in the guardian: lists of processes must not show
// two daemons.
struct ArgumentArea
{
    char *begin = nullptr;
    size_t size = 0;
};

// Fields 48 and 49 of /proc/self/stat (proc(5)); the first field after the last ')' is number 3.
ArgumentArea argumentArea()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 1).simplified().split(' ');
    const quint64 begin = fields.value(48 - 3).toULongLong();
    const quint64 end = fields.value(49 - 3).toULongLong();
    if (begin == 0 || end <= begin)
        return {};
    return {reinterpret_cast<char *>(begin), static_cast<size_t>(end - begin)};
}

// ---- In the guardian: a fork of a process with threads, so only what signal-safety(7) allows.

constexpr size_t maxGroups = 16384;                // past it groups are left to PR_SET_PDEATHSIG
std::array<qint32, maxGroups> groups;              // of the guardian alone; costs the daemon no memory
constexpr long pollNs = 20 * 1000 * 1000;          // while groups end
constexpr long termTimeoutNs = 500L * 1000 * 1000; // between SIGTERM and SIGKILL

size_t apply(qint32 message, size_t count)
{
    const qint32 id = message < 0 ? -message : message;
    if (id <= 1)
        return count;
    qint32 *const end = groups.data() + count;
    qint32 *const found = std::find(groups.data(), end, id);
    if (message > 0 && found == end && count < maxGroups)
        groups[count++] = id;
    else if (message < 0 && found != end)
        *found = groups[--count];
    return count;
}

bool isAnyLeft(size_t count)
{
    return std::any_of(groups.data(), groups.data() + count, [](qint32 id) { return ::kill(-id, 0) == 0; });
}

void endGroups(size_t count)
{
    for (size_t i = 0; i < count; ++i) {
        ::kill(-groups[i], SIGTERM);
        ::kill(-groups[i], SIGCONT);
    }
    for (long waited = 0; waited < termTimeoutNs && isAnyLeft(count); waited += pollNs) {
        const timespec pause = {0, pollNs};
        ::nanosleep(&pause, nullptr);
    }
    for (size_t i = 0; i < count; ++i)
        ::kill(-groups[i], SIGKILL);
}

// Not the lock, nor a socket, nor anything else of the daemon's: the pipe alone, as standard input.
void keepOnly(int pipe)
{
    ::dup2(pipe, STDIN_FILENO);
    if (::close_range(1, ~0U, 0) != 0) {
        for (int descriptor = 1; descriptor < 65536; ++descriptor)
            ::close(descriptor);
    }
}

[[noreturn]] void guard(ArgumentArea area, const char *title, size_t titleSize)
{
    ::setsid();
    [[maybe_unused]] const int entered = ::chdir("/"); // and no directory
    ::prctl(PR_SET_NAME, "rpc-guardian");
    if (area.begin) {
        ::memset(area.begin, 0, area.size);
        ::memcpy(area.begin, title, std::min(titleSize, area.size - 1));
    }

    size_t count = 0;
    std::array<qint32, 1024> messages;
    for (;;) {
        const ssize_t size = ::read(STDIN_FILENO, messages.data(), sizeof messages);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        for (size_t i = 0; i < static_cast<size_t>(size) / sizeof messages[0]; ++i)
            count = apply(messages[i], count);
    }
    endGroups(count);
    ::_exit(0);
}

} // namespace

GroupGuardian &GroupGuardian::ofThisThread()
{
    static thread_local GroupGuardian guardian;
    return guardian;
}

int GroupGuardian::prepare()
{
    if (!isAlive())
        launch();
    return m_pipe.get();
}

bool GroupGuardian::isAlive() const
{
    if (!m_pipe.isValid())
        return false;
    pollfd pipe = {m_pipe.get(), 0, 0};
    return ::poll(&pipe, 1, 0) == 0; // POLLERR once nobody reads
}

void GroupGuardian::launch()
{
    m_pipe.reset();
    m_untold.clear();
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return;
    const FileDescriptor reading(ends[0]);
    FileDescriptor writing(ends[1]);
    ::fcntl(writing.get(), F_SETFL, O_NONBLOCK);

    const ArgumentArea area = argumentArea();
    const QByteArray title = "daemon-rpc guardian of process " + QByteArray::number(::getpid());
    sigset_t all;
    sigset_t previous;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &previous); // no handler of the daemon's may run in the guardian
    const pid_t intermediate = ::fork();
    if (intermediate == 0) {
        // Before the daemon goes on: a lock that it gives up must be free.
        keepOnly(reading.get());
        // The guardian is nobody's child: when it is killed, the daemon has no zombie.
        if (::fork() == 0)
            guard(area, title.constData(), static_cast<size_t>(title.size()));
        ::_exit(0);
    }
    ::pthread_sigmask(SIG_SETMASK, &previous, nullptr);
    if (intermediate < 0)
        return;
    while (::waitpid(intermediate, nullptr, 0) < 0 && errno == EINTR) {}
    m_pipe = std::move(writing);
    for (const qint32 id : m_groups)
        tell(id);
}

void GroupGuardian::began(qint64 id)
{
    // The child has told the guardian by itself.
    m_groups.push_back(static_cast<qint32>(id));
}

void GroupGuardian::ended(qint64 id)
{
    const auto found = std::find(m_groups.begin(), m_groups.end(), static_cast<qint32>(id));
    if (found == m_groups.end())
        return;
    *found = m_groups.back();
    m_groups.pop_back();
    tell(-static_cast<qint32>(id));
}

// In order, and never waiting for a guardian that has been stopped.
void GroupGuardian::tell(qint32 message)
{
    if (!m_pipe.isValid())
        return;
    m_untold.push_back(message);
    size_t told = 0;
    while (told < m_untold.size()) {
        const QByteArrayView bytes(reinterpret_cast<const char *>(&m_untold[told]), sizeof m_untold[told]);
        if (writeToPipe(m_pipe.get(), bytes) < 0)
            break;
        ++told;
    }
    if (told < m_untold.size() && errno != EAGAIN)
        m_pipe.reset(); // it was killed; the next child gets a fresh one, which is told of all
    m_untold.erase(m_untold.begin(), m_untold.begin() + static_cast<ptrdiff_t>(told));
}

} // namespace DaemonRpc
