// A format and the outputs that take it.
#pragma once

#include "logoutput_p.h"

#include <daemonrpc/service/logging/logrecord.h>

#include <functional>
#include <memory>

namespace DaemonRpc {

/// Encodes records and hands them to its outputs, each behind an spdlog sink. Thread-bound to whoever holds
/// its lock.
///
/// An output that fails costs its lines only: they are counted, and when it works again, it gets a line with
/// their number first.
class LogChannel
{
public:
    using Encoder = std::function<QByteArray(const LogRecord &)>;

    explicit LogChannel(Encoder encoder);
    ~LogChannel();
    LogChannel(const LogChannel &) = delete;
    LogChannel &operator=(const LogChannel &) = delete;

    void add(std::unique_ptr<LogOutput> output);

    [[nodiscard]] bool isEmpty() const;

    void write(const LogRecord &record);

    /// Lines lost by any output, in all.
    [[nodiscard]] quint64 lostLines() const;
    /// Lines lost that no line in the log has told of yet.
    [[nodiscard]] quint64 unreportedLines() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace DaemonRpc
