#include "pipewriter_p.h"

#include <daemonrpc/base/pipewrite_p.h>

#include <errno.h>

namespace DaemonRpc {

PipeWriter::PipeWriter(FileDescriptor pipe)
    : m_pipe(std::move(pipe))
    , m_notifier(m_pipe.get(), QSocketNotifier::Write)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &PipeWriter::writeOnce);
}

PipeWriter::~PipeWriter() { close(); }

void PipeWriter::write(QByteArrayView bytes)
{
    if (!m_pipe.isValid()) {
        Q_EMIT written(bytes.size());
        return;
    }
    m_pending.append(bytes.data(), bytes.size());
    writeOnce();
}

void PipeWriter::closeWhenWritten()
{
    m_closing = true;
    if (m_pending.isEmpty())
        close();
}

void PipeWriter::close()
{
    m_notifier.setEnabled(false);
    m_pipe.reset();
    m_pending.clear();
}

void PipeWriter::writeOnce()
{
    const ssize_t count = writeToPipe(m_pipe.get(), m_pending);
    if (count < 0 && errno == EAGAIN) {
        m_notifier.setEnabled(true);
        return;
    }
    if (count < 0) { // the child reads no more; the rest of the input has no use, as with a shell's pipe
        const qint64 dropped = m_pending.size();
        close();
        Q_EMIT written(dropped);
        return;
    }
    m_pending.remove(0, count); // moves the beginning, not the bytes
    m_notifier.setEnabled(!m_pending.isEmpty());
    if (m_pending.isEmpty() && m_closing)
        close();
    Q_EMIT written(count);
}

} // namespace DaemonRpc
