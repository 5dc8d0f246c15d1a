// Unix signals as Qt signals.
#pragma once

#include <daemonrpc/base/filedescriptor.h>

#include <QObject>
#include <QSocketNotifier>

#include <csignal>
#include <map>
#include <memory>

namespace DaemonRpc::Cli {

/// Turns SIGINT, SIGTERM, SIGHUP and SIGWINCH into signals of the event loop and ignores SIGPIPE.
/// Thread-bound; at most one at a time, since signal handlers belong to the process.
///
/// A signal that was ignored when the program started stays ignored: nohup and background jobs rely on it.
/// The former dispositions come back with the destructor.
class SignalWatcher : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    /// SIGINT, SIGTERM or SIGHUP came.
    void terminationRequested(int signal);
    /// The terminal changed its size (SIGWINCH).
    void terminalResized();

private:
    void install(int signal, void (*handler)(int));
    void readSignals();

    FileDescriptor m_readEnd;
    FileDescriptor m_writeEnd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::map<int, struct sigaction> m_formerActions;
};

} // namespace DaemonRpc::Cli
