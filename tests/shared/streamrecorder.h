// What a stream said, for assertions.
#pragma once

#include <daemonrpc/transport/stream.h>

#include <QByteArray>

#include <algorithm>
#include <functional>
#include <optional>

namespace DaemonRpc::Testing {

/// Listens to every signal of one stream and counts. Thread-bound; must not outlive a slot that it runs.
///
///     StreamRecorder recorder(stream.get());
///     stream->setReading(true);
///     QTRY_COMPARE(recorder.bytes, expected);
class StreamRecorder : public QObject
{
public:
    explicit StreamRecorder(Stream *stream)
    {
        connect(stream, &Stream::received, this, &StreamRecorder::onReceived);
        connect(stream, &Stream::sent, this, &StreamRecorder::onSent);
        connect(stream, &Stream::ended, this, &StreamRecorder::onEnded);
        connect(stream, &Stream::failed, this, &StreamRecorder::onFailed);
        connect(stream, &Stream::closed, this, &StreamRecorder::onClosed);
    }

    /// ended() and failed() together: exactly one of them may come.
    [[nodiscard]] int endCount() const { return endedCount + failedCount; }

    /// Run inside the signals, after counting. They may replace themselves.
    std::function<void(QByteArrayView)> whenReceived;
    std::function<void()> whenSent;
    std::function<void()> whenEnded; ///< for failed() too
    std::function<void()> whenClosed;

    bool keepsBytes = true; ///< false: only counts them
    QByteArray bytes;
    qint64 byteCount = 0;
    int receivedCount = 0;
    int sentCount = 0;
    int endedCount = 0;
    int failedCount = 0;
    int closedCount = 0;
    int receivedAfterEnd = 0;
    int deepestReceived = 0; ///< 1: received() was never entered again from within itself
    std::optional<Error> error;

private:
    void onReceived(QByteArrayView view)
    {
        deepestReceived = std::max(deepestReceived, ++m_depth);
        ++receivedCount;
        receivedAfterEnd += endCount() > 0 ? 1 : 0;
        byteCount += view.size();
        if (keepsBytes)
            bytes.append(view.data(), view.size());
        run(whenReceived, view);
        --m_depth;
    }

    void onSent()
    {
        ++sentCount;
        run(whenSent);
    }

    void onEnded()
    {
        ++endedCount;
        run(whenEnded);
    }

    void onFailed(const Error &why)
    {
        ++failedCount;
        error = why;
        run(whenEnded);
    }

    void onClosed()
    {
        ++closedCount;
        run(whenClosed);
    }

    template <typename Function, typename... Arguments>
    static void run(const Function &function, Arguments... arguments)
    {
        const Function copy = function; // it may replace itself
        if (copy)
            copy(arguments...);
    }

    int m_depth = 0;
};

} // namespace DaemonRpc::Testing
