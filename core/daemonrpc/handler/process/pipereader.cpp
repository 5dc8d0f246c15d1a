#include "pipereader_p.h"

#include <QPointer>

#include <memory>

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace DaemonRpc {

static constexpr size_t pipeBytes = 64 * 1024; // what a pipe holds by default (pipe(7))
static constexpr size_t maxChunkBytes = 16 * 1024 * 1024;

PipeReader::PipeReader(FileDescriptor pipe, qint64 chunkBytes)
    : m_pipe(std::move(pipe))
    , m_chunkBytes(qBound<size_t>(1, static_cast<size_t>(qMax<qint64>(1, chunkBytes)), maxChunkBytes))
    , m_notifier(m_pipe.get(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &PipeReader::readOnce);
#ifdef F_SETPIPE_SZ
    // More than the pipe holds is never read at once; a system that allows no more stays as it is.
    if (m_chunkBytes > pipeBytes)
        ::fcntl(m_pipe.get(), F_SETPIPE_SZ, static_cast<int>(m_chunkBytes));
#endif
}

PipeReader::~PipeReader() { m_notifier.setEnabled(false); }

void PipeReader::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    m_notifier.setEnabled(enabled && !m_isFinished);
}

void PipeReader::finishWithWhatIsThere()
{
    if (m_isFinished)
        return;
    int available = 0;
    if (::ioctl(m_pipe.get(), FIONREAD, &available) != 0 || available <= 0)
        finish();
    else
        m_remaining = available;
}

void PipeReader::readWhatIsThere()
{
    int available = 0;
    if (m_isFinished || ::ioctl(m_pipe.get(), FIONREAD, &available) != 0)
        return;
    const QPointer<PipeReader> self(this);
    // Bounded, even while a writer adds faster than this reads.
    const auto chunk = static_cast<qint64>(m_chunkBytes);
    for (qint64 left = available; left > 0 && self && !m_isFinished; left -= chunk)
        readOnce();
}

void PipeReader::readOnce()
{
    static thread_local std::unique_ptr<char[]> buffer;
    static thread_local size_t bufferBytes = 0;
    if (bufferBytes < m_chunkBytes) {
        buffer.reset(new char[m_chunkBytes]);
        bufferBytes = m_chunkBytes;
    }
    const size_t wanted =
        m_remaining >= 0 ? qMin(m_chunkBytes, static_cast<size_t>(m_remaining)) : m_chunkBytes;
    const ssize_t count = ::read(m_pipe.get(), buffer.get(), wanted);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) {
        finish();
        return;
    }
    if (m_remaining >= 0)
        m_remaining -= count;
    Q_EMIT received(QByteArrayView(buffer.get(), count));
    if (m_remaining == 0)
        finish();
}

void PipeReader::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    m_notifier.setEnabled(false);
    Q_EMIT finished();
}

} // namespace DaemonRpc
