#include "outputwriter.h"

#include <errno.h>

namespace DaemonRpc::Cli {

OutputWriter::OutputWriter(int fd, QObject *parent)
    : QObject(parent)
    , m_access(DescriptorAccess::forWriting(fd))
{}

OutputWriter::~OutputWriter() = default;

static bool isTemporary(int errnoValue)
{
    // A socket of datagrams may be out of buffers for a moment.
    return errnoValue == EAGAIN || errnoValue == EWOULDBLOCK || errnoValue == ENOBUFS;
}

void OutputWriter::write(QByteArrayView bytes)
{
    if (hasFailed())
        return;
    if (bytesPending() == 0) {
        while (!bytes.isEmpty()) {
            const ssize_t written = m_access.write(bytes);
            if (written < 0) {
                if (!isTemporary(errno)) {
                    fail(errno);
                    return;
                }
                break;
            }
            bytes = bytes.sliced(written);
        }
    }
    if (bytes.isEmpty())
        return;
    m_pending.append(bytes);
    m_isFull = m_isFull || bytesPending() >= highWaterBytes;
    if (!m_notifier) {
        m_notifier = std::make_unique<QSocketNotifier>(m_access.descriptor(), QSocketNotifier::Write);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &OutputWriter::writePending);
    }
    m_notifier->setEnabled(true);
}

void OutputWriter::writePending()
{
    while (bytesPending() > 0) {
        const ssize_t written = m_access.write(QByteArrayView(m_pending).sliced(m_offset));
        if (written < 0) {
            if (!isTemporary(errno))
                fail(errno);
            break;
        }
        m_offset += written;
    }
    onProgress();
}

void OutputWriter::onProgress()
{
    if (hasFailed())
        return;
    const bool isDrained = bytesPending() == 0;
    if (isDrained) {
        m_pending.clear();
        m_offset = 0;
        m_notifier->setEnabled(false);
    } else if (m_offset >= lowWaterBytes) {
        m_pending.remove(0, m_offset);
        m_offset = 0;
    }
    if (m_isFull && bytesPending() <= lowWaterBytes) {
        m_isFull = false;
        Q_EMIT relieved();
    }
    if (isDrained && bytesPending() == 0)
        Q_EMIT drained();
}

void OutputWriter::fail(int errnoValue)
{
    m_errno = errnoValue;
    m_pending.clear();
    m_offset = 0;
    m_isFull = false;
    if (m_notifier)
        m_notifier->setEnabled(false);
    QMetaObject::invokeMethod(
        this, [this, errnoValue] { Q_EMIT failed(errnoValue); }, Qt::QueuedConnection);
}

} // namespace DaemonRpc::Cli
