// Output of a child, under flow control.
#pragma once

#include <daemonrpc/base/filedescriptor.h>

#include <QByteArrayView>
#include <QObject>
#include <QSocketNotifier>

namespace DaemonRpc {

/// Reads a pipe in large steps into one buffer of the thread. Thread-bound.
class PipeReader : public QObject
{
    Q_OBJECT

public:
    /// Takes the reading end, non-blocking; reads at most @p chunkBytes at a time.
    explicit PipeReader(FileDescriptor pipe, qint64 chunkBytes = 64 * 1024);
    ~PipeReader() override;

    /// Pauses (the child then blocks on a full pipe) or goes on.
    void setEnabled(bool enabled);

    /// Reads what the pipe holds now, at once and paused or not.
    void readWhatIsThere();

    /// The writer is gone: reads what the pipe holds now, however many others still hold its other end, and
    /// then says finished().
    void finishWithWhatIsThere();

    [[nodiscard]] bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    void received(QByteArrayView bytes);
    void finished();

private:
    void readOnce();
    void finish();

    FileDescriptor m_pipe;
    const size_t m_chunkBytes;
    QSocketNotifier m_notifier;
    qint64 m_remaining = -1; // bytes left to read after the writer's end; -1 while it lives
    bool m_isEnabled = true;
    bool m_isFinished = false;
};

} // namespace DaemonRpc
