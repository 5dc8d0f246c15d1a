#include "logs/loglinefilter.h"

namespace DaemonRpc::Cli {

bool LogLineFilter::accepts(QByteArrayView line)
{
    if (!isActive())
        return true;
    if (const std::optional<LogLine> parsed = LogLine::parse(line)) {
        m_hasAccepted = (!m_since || parsed->timeMs >= *m_since) &&
                        (!m_minimum || parsed->severity >= *m_minimum) &&
                        (!m_request || parsed->requestId == *m_request);
    }
    return m_hasAccepted;
}

} // namespace DaemonRpc::Cli
