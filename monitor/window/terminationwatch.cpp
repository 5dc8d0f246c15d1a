#include "window/terminationwatch.h"

#include <array>
#include <atomic>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

namespace DaemonRpc::Monitor {

// The one thing a signal handler can reach.
static std::atomic<int> wakePipe{-1};

static void wakeLoop(int /*signal*/)
{
    const int savedErrno = errno;
    const char byte = 0;
    // A full pipe has the loop awake already.
    [[maybe_unused]] const ssize_t written = ::write(wakePipe.load(), &byte, 1);
    errno = savedErrno;
}

TerminationWatch::TerminationWatch(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(wakePipe.load() == -1);
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // out of descriptors: the system's own reactions stay
    m_readEnd.reset(ends[0]);
    m_writeEnd.reset(ends[1]);
    wakePipe.store(m_writeEnd.get());
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TerminationWatch::readSignals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        install(signal);
}

TerminationWatch::~TerminationWatch()
{
    for (const auto &[signal, action] : m_formerActions)
        ::sigaction(signal, &action, nullptr);
    wakePipe.store(-1);
}

void TerminationWatch::install(int signal)
{
    struct sigaction former = {};
    if (::sigaction(signal, nullptr, &former) != 0 || former.sa_handler == SIG_IGN)
        return;
    struct sigaction action = {};
    action.sa_handler = wakeLoop;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    ::sigemptyset(&action.sa_mask);
    if (::sigaction(signal, &action, nullptr) == 0)
        m_formerActions.emplace(signal, former);
}

void TerminationWatch::readSignals()
{
    std::array<char, 64> bytes{};
    if (::read(m_readEnd.get(), bytes.data(), bytes.size()) > 0)
        Q_EMIT terminationRequested();
}

} // namespace DaemonRpc::Monitor
