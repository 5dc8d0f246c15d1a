// Signals that end a daemon, on the event loop.
#pragma once

#include <daemonrpc/base/filedescriptor.h>

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace DaemonRpc {

/// Turns SIGTERM, SIGINT and SIGHUP into a Qt signal; ignores SIGPIPE. Thread-bound; one per process, made
/// before other threads so that they inherit the mask.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopRequested(int signal);

private:
    void read();

    FileDescriptor m_signals;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace DaemonRpc
