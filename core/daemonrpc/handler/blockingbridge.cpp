#include "blockingbridge_p.h"

#include <daemonrpc/wire/daemonmessages.h>

namespace DaemonRpc {

BlockingBridge::BlockingBridge(const Command &commandToRun, QByteArrayList argumentList,
                               CancellationToken cancelToken, QDeadlineTimer requestDeadline,
                               qint64 highWaterBytes, std::function<void()> wake)
    : command(commandToRun)
    , arguments(std::move(argumentList))
    , token(std::move(cancelToken))
    , deadline(requestDeadline)
    , m_highWaterBytes(highWaterBytes)
    , m_wake(std::move(wake))
{}

// One wake-up per turn of the I/O thread, however many chunks the worker writes meanwhile.
void BlockingBridge::wakeLocked()
{
    if (!m_wake || std::exchange(m_isWakeScheduled, true))
        return;
    m_wake();
}

bool BlockingBridge::write(Channel channel, QByteArrayView bytes)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isReleased || m_outputBytes < m_highWaterBytes; });
    // A handler that ignores its token goes on writing: what has no room is dropped.
    if (m_isReleased && (!m_wake || m_outputBytes >= m_highWaterBytes))
        return false;
    if (!m_output.empty() && m_output.back().first == channel)
        m_output.back().second.append(bytes.data(), bytes.size());
    else
        m_output.emplace_back(channel, bytes.toByteArray());
    m_outputBytes += bytes.size();
    wakeLocked();
    return !m_isReleased;
}

QByteArray BlockingBridge::read(qsizetype maxBytes)
{
    std::unique_lock lock(m_mutex);
    if (maxBytes <= 0)
        return {};
    if (m_input.isEmpty() && !m_inputEnded && m_inputRequested == 0 && !m_isReleased) {
        m_inputDemand = qMin<qint64>(maxBytes, InputWanted::maxBytes);
        m_inputRequested = m_inputDemand;
        wakeLocked();
    }
    m_changed.wait(lock, [this] { return m_isReleased || m_inputEnded || !m_input.isEmpty(); });
    if (m_isReleased)
        return {};
    QByteArray bytes = m_input.left(maxBytes);
    m_input.remove(0, bytes.size());
    return bytes;
}

BlockingBridge::Chunks BlockingBridge::takeOutput()
{
    Chunks chunks;
    {
        const std::lock_guard lock(m_mutex);
        m_isWakeScheduled = false;
        chunks.swap(m_output);
        m_outputBytes = 0;
    }
    m_changed.notify_all();
    return chunks;
}

qint64 BlockingBridge::takeInputDemand()
{
    const std::lock_guard lock(m_mutex);
    m_isWakeScheduled = false;
    return std::exchange(m_inputDemand, 0);
}

void BlockingBridge::addInput(QByteArrayView bytes)
{
    {
        const std::lock_guard lock(m_mutex);
        m_input.append(bytes.data(), bytes.size());
        m_inputRequested = qMax<qint64>(0, m_inputRequested - bytes.size());
    }
    m_changed.notify_all();
}

void BlockingBridge::endInput()
{
    {
        const std::lock_guard lock(m_mutex);
        m_inputEnded = true;
    }
    m_changed.notify_all();
}

void BlockingBridge::release()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isReleased = true;
    }
    m_changed.notify_all();
}

void BlockingBridge::detach()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isReleased = true;
        m_wake = nullptr;
    }
    m_changed.notify_all();
}

} // namespace DaemonRpc
