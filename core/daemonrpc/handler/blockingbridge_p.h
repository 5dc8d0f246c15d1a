// The state that a worker and the I/O thread share for one blocking request.
#pragma once

#include <daemonrpc/base/cancellation.h>
#include <daemonrpc/wire/command.h>

#include <QByteArray>
#include <QByteArrayView>
#include <QDeadlineTimer>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace DaemonRpc {

/// Output and input between a worker and the I/O thread. Thread-safe. Outlives both sides; whichever leaves
/// first leaves the other with calls that return at once.
class BlockingBridge
{
public:
    enum class Channel { Output, Error };
    using Chunks = std::vector<std::pair<Channel, QByteArray>>;

    /// @p wake is called on any thread when the I/O thread has something to fetch.
    BlockingBridge(const Command &commandToRun, QByteArrayList argumentList, CancellationToken cancelToken,
                   QDeadlineTimer requestDeadline, qint64 highWaterBytes, std::function<void()> wake);

    // Constant after construction.
    const Command command;
    const QByteArrayList arguments;
    const CancellationToken token;
    const QDeadlineTimer deadline;

    // The worker's side.
    bool write(Channel channel, QByteArrayView bytes);
    QByteArray read(qsizetype maxBytes);

    // The I/O thread's side.
    [[nodiscard]] Chunks takeOutput();
    /// Bytes the worker waits for and that nobody has asked the client for yet.
    [[nodiscard]] qint64 takeInputDemand();
    void addInput(QByteArrayView bytes);
    void endInput();
    /// The request is cancelled or over: whoever waits returns.
    void release();
    /// The I/O thread is gone: wake() will not be called again.
    void detach();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    const qint64 m_highWaterBytes;
    std::function<void()> m_wake;
    Chunks m_output;
    qint64 m_outputBytes = 0;
    QByteArray m_input;
    qint64 m_inputDemand = 0;
    qint64 m_inputRequested = 0;
    bool m_inputEnded = false;
    bool m_isReleased = false;
    bool m_isWakeScheduled = false;

    void wakeLocked();
};

} // namespace DaemonRpc
