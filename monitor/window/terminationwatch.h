// The signals that ask the program to end, on the event loop.
#pragma once

#include <daemonrpc/base/filedescriptor.h>

#include <QObject>
#include <QSocketNotifier>

#include <csignal>
#include <map>
#include <memory>

namespace DaemonRpc::Monitor {

/// Turns SIGINT, SIGTERM and SIGHUP into a signal of the event loop. Thread-bound; at most one at a time,
/// since signal handlers belong to the process.
///
/// A signal that was ignored when the program started stays ignored, and one that comes a second time acts as
/// ever: a program that hangs on its way out can still be ended. The former dispositions come back with the
/// destructor.
class TerminationWatch : public QObject
{
    Q_OBJECT

public:
    explicit TerminationWatch(QObject *parent = nullptr);
    ~TerminationWatch() override;

Q_SIGNALS:
    void terminationRequested();

private:
    void install(int signal);
    void readSignals();

    FileDescriptor m_readEnd;
    FileDescriptor m_writeEnd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::map<int, struct sigaction> m_formerActions;
};

} // namespace DaemonRpc::Monitor
