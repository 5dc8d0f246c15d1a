// A place that log lines go to.
#pragma once

#include <QByteArrayView>

namespace DaemonRpc {

/// Takes lines, or says that it could not. Interface; used under one lock, so it needs none of its own. Must
/// not log and must not wait for others: a line that cannot be written now is lost, and the caller counts it.
class LogOutput
{
public:
    LogOutput() = default;
    LogOutput(const LogOutput &) = delete;
    LogOutput &operator=(const LogOutput &) = delete;
    virtual ~LogOutput() = default;

    /// Writes one line; false when it is lost.
    [[nodiscard]] virtual bool write(QByteArrayView line) = 0;
};

} // namespace DaemonRpc
