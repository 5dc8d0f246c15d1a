// Which lines of a log a person wants.
#pragma once

#include "logs/logline.h"

#include <optional>

namespace DaemonRpc::Cli {

/// Decides line by line, in order. Value. A line that is not the log's own (a program's stray output) belongs
/// to the line before it; at the beginning it is shown when nothing is filtered.
class LogLineFilter
{
public:
    void setSince(qint64 timeMs) { m_since = timeMs; }

    void setMinimum(Severity minimum) { m_minimum = minimum; }

    void setRequest(qint64 id) { m_request = id; }

    [[nodiscard]] std::optional<qint64> since() const { return m_since; }

    /// Whether it may drop lines at all.
    [[nodiscard]] bool isActive() const { return m_since || m_minimum || m_request; }

    [[nodiscard]] bool accepts(QByteArrayView line);

private:
    std::optional<qint64> m_since;
    std::optional<Severity> m_minimum;
    std::optional<qint64> m_request;
    bool m_hasAccepted = false; // the last line of the log's own
};

} // namespace DaemonRpc::Cli
