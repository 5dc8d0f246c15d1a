#include "inputpump.h"

#include <QVarLengthArray>

#include <errno.h>

namespace DaemonRpc::Cli {

InputPump::InputPump(int fd, QObject *parent)
    : QObject(parent)
    , m_access(DescriptorAccess::forReading(fd))
    , m_notifier(QSocketNotifier::Read)
{
    m_notifier.setSocket(m_access.descriptor());
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &InputPump::read);
}

void InputPump::setWanted(qint64 bytes)
{
    if (m_hasEnded)
        return;
    m_wanted = bytes;
    m_notifier.setEnabled(m_wanted > 0);
}

void InputPump::read()
{
    QVarLengthArray<char, chunkBytes> buffer(qMin(m_wanted, chunkBytes));
    const ssize_t count = m_access.read(buffer.data(), buffer.size());
    if (count > 0) {
        m_wanted -= count;
        m_notifier.setEnabled(m_wanted > 0);
        Q_EMIT bytesRead(QByteArrayView(buffer.constData(), count));
        return;
    }
    const int errnoValue = count < 0 ? errno : 0;
    if (errnoValue == EAGAIN || errnoValue == EWOULDBLOCK)
        return; // another reader of the same input was faster
    m_hasEnded = true;
    m_wanted = 0;
    m_notifier.setEnabled(false);
    Q_EMIT ended(errnoValue);
}

} // namespace DaemonRpc::Cli
