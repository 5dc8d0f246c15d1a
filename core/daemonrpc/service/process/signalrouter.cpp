#include <daemonrpc/service/process/signalrouter.h>

#include <utility>

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace DaemonRpc {

SignalRouter::SignalRouter(QObject *parent)
    : QObject(parent)
{
    sigset_t routed;
    ::sigemptyset(&routed);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2})
        ::sigaddset(&routed, signal);
    m_signals.reset(::signalfd(-1, &routed, SFD_NONBLOCK | SFD_CLOEXEC));
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN); // a file that may not grow costs log lines, not the daemon
    if (!m_signals.isValid())
        return;
    ::pthread_sigmask(SIG_BLOCK, &routed, nullptr);
    m_notifier = std::make_unique<QSocketNotifier>(m_signals.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalRouter::read);
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &SignalRouter::deliver);
}

SignalRouter::~SignalRouter() { m_notifier.reset(); }

void SignalRouter::read()
{
    // Bounded: whoever sends as fast as this reads must not hold up the loop. What is left wakes it again.
    for (int count = 0; count < maxReadsPerTurn; ++count) {
        signalfd_siginfo info{};
        if (::read(m_signals.get(), &info, sizeof info) != static_cast<ssize_t>(sizeof info))
            break;
        switch (const int signal = static_cast<int>(info.ssi_signo)) {
        case SIGHUP: m_hasReload = true; break;
        case SIGUSR1: m_hasDump = true; break;
        case SIGUSR2: m_hasToggle = !m_hasToggle; break;
        default: Q_EMIT terminateRequested(signal, ++m_terminateCount); break;
        }
    }
    if (!m_quiet.isActive())
        deliver();
}

void SignalRouter::deliver()
{
    if (!m_hasReload && !m_hasDump && !m_hasToggle)
        return;
    m_quiet.start(quietTime);
    if (std::exchange(m_hasReload, false))
        Q_EMIT reloadRequested();
    if (std::exchange(m_hasDump, false))
        Q_EMIT dumpRequested();
    if (std::exchange(m_hasToggle, false))
        Q_EMIT debugToggled();
}

} // namespace DaemonRpc
