// Log lines on standard error.
#pragma once

#include "logoutput_p.h"

namespace DaemonRpc {

/// Writes to a descriptor that belongs to somebody else, a terminal or a supervisor's pipe. Waits for nobody:
/// with a full pipe the line is lost. (A pipe that poll(2) calls writable takes PIPE_BUF bytes, pipe(7), so
/// longer lines go in such pieces.)
class StreamOutput : public LogOutput
{
public:
    explicit StreamOutput(int descriptor)
        : m_descriptor(descriptor)
    {}

    [[nodiscard]] bool write(QByteArrayView line) override;

private:
    int m_descriptor;
    bool m_isTorn = false;
};

} // namespace DaemonRpc
