#include "signalwatcher.h"

#include <array>
#include <atomic>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

namespace DaemonRpc::Cli {

// The one thing a signal handler can reach.
static std::atomic<int> signalPipe{-1};

static void forwardSignal(int signal)
{
    const int savedErrno = errno;
    const auto byte = static_cast<unsigned char>(signal);
    // A full pipe has signals waiting already.
    [[maybe_unused]] const ssize_t written = ::write(signalPipe.load(), &byte, 1);
    errno = savedErrno;
}

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(signalPipe.load() == -1);
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // out of descriptors: the system's own reactions stay
    m_readEnd.reset(ends[0]);
    m_writeEnd.reset(ends[1]);
    signalPipe.store(m_writeEnd.get());
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::readSignals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGWINCH})
        install(signal, forwardSignal);
    install(SIGPIPE, SIG_IGN);
}

SignalWatcher::~SignalWatcher()
{
    for (const auto &[signal, action] : m_formerActions)
        ::sigaction(signal, &action, nullptr);
    signalPipe.store(-1);
}

void SignalWatcher::install(int signal, void (*handler)(int))
{
    struct sigaction former = {};
    if (::sigaction(signal, nullptr, &former) != 0 || former.sa_handler == SIG_IGN)
        return;
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    if (::sigaction(signal, &action, nullptr) == 0)
        m_formerActions.emplace(signal, former);
}

void SignalWatcher::readSignals()
{
    std::array<unsigned char, 64> bytes{};
    const ssize_t count = ::read(m_readEnd.get(), bytes.data(), bytes.size());
    for (ssize_t i = 0; i < count; ++i) {
        const int signal = bytes[static_cast<size_t>(i)];
        if (signal == SIGWINCH)
            Q_EMIT terminalResized();
        else
            Q_EMIT terminationRequested(signal);
    }
}

} // namespace DaemonRpc::Cli
