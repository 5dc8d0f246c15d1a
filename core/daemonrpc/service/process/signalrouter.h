// The signals of the operating system that a daemon obeys, on the event loop.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/service/export.h>

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <memory>

namespace DaemonRpc {

/// Turns SIGTERM, SIGINT, SIGHUP, SIGUSR1 and SIGUSR2 into Qt signals and ignores SIGPIPE and SIGXFSZ.
/// Thread-bound; one per process, made before other threads so that they inherit the mask (signalfd(2)).
///
/// A storm of signals costs little: the kernel keeps one of each kind, at most maxReadsPerTurn are read in a
/// turn of the loop, and reloadRequested(), dumpRequested() and debugToggled() are said at once and then once
/// per quietTime at most. terminateRequested() is said for each signal that is read, never late and never
/// lost. What is blocked stays blocked after the object is gone: a late signal does not kill a daemon on its
/// way out.
///
///     SignalRouter signalRouter; // before threads
///     connect(&signalRouter, &SignalRouter::terminateRequested, &daemon,
///             [&daemon](int, int count) { daemon.stop(count > 1); });
class DAEMONRPC_SERVICE_EXPORT SignalRouter : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxReadsPerTurn = 16;
    static constexpr std::chrono::milliseconds quietTime{100};

    explicit SignalRouter(QObject *parent = nullptr);
    ~SignalRouter() override;

    /// Whether signals are heard; false when the system had no descriptor left: they act as ever then.
    [[nodiscard]] bool isActive() const { return m_signals.isValid(); }

    /// How many signals asked to stop.
    [[nodiscard]] int terminateCount() const { return m_terminateCount; }

Q_SIGNALS:
    /// SIGTERM or SIGINT; @p count is 1 for the first. A second one is a person who cannot wait.
    void terminateRequested(int signal, int count);
    /// SIGHUP.
    void reloadRequested();
    /// SIGUSR1.
    void dumpRequested();
    /// SIGUSR2, an odd number of times.
    void debugToggled();

private:
    void read();
    void deliver();

    FileDescriptor m_signals;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_quiet;
    int m_terminateCount = 0;
    bool m_hasReload = false;
    bool m_hasDump = false;
    bool m_hasToggle = false;
};

} // namespace DaemonRpc
