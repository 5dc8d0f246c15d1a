// Standard input of a child.
#pragma once

#include <daemonrpc/base/filedescriptor.h>

#include <QByteArray>
#include <QByteArrayView>
#include <QObject>
#include <QSocketNotifier>

namespace DaemonRpc {

/// Writes to a pipe without blocking and says how far it came. Thread-bound.
class PipeWriter : public QObject
{
    Q_OBJECT

public:
    /// Takes the writing end, non-blocking.
    explicit PipeWriter(FileDescriptor pipe);
    ~PipeWriter() override;

    void write(QByteArrayView bytes);
    /// Closes the pipe once everything is written.
    void closeWhenWritten();
    /// Closes the pipe now.
    void close();

Q_SIGNALS:
    /// The child (or its pipe) took @p count bytes; after it stopped reading: bytes are dropped and counted,
    /// too.
    void written(qint64 count);

private:
    void writeOnce();

    FileDescriptor m_pipe;
    QSocketNotifier m_notifier;
    QByteArray m_pending;
    bool m_closing = false;
};

} // namespace DaemonRpc
