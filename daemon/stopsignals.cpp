#include "daemon/stopsignals.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace DaemonRpc {

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    sigset_t stopSignals;
    ::sigemptyset(&stopSignals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaddset(&stopSignals, signal);
    ::sigprocmask(SIG_BLOCK, &stopSignals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    m_signals.reset(::signalfd(-1, &stopSignals, SFD_NONBLOCK | SFD_CLOEXEC));
    m_notifier = std::make_unique<QSocketNotifier>(m_signals.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignals::read);
}

StopSignals::~StopSignals() { m_notifier.reset(); }

void StopSignals::read()
{
    signalfd_siginfo info{};
    while (::read(m_signals.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info))
        Q_EMIT stopRequested(static_cast<int>(info.ssi_signo));
}

} // namespace DaemonRpc
