#include "logmemory_p.h"

#include <algorithm>

namespace DaemonRpc {

void LogMemory::add(const LogRecord &record)
{
    ++m_count;
    m_records.push_back(record);
    m_characters += record.message.size();
    while (m_records.size() > maxLines || m_characters > maxCharacters) {
        m_characters -= m_records.front().message.size();
        m_records.pop_front();
    }
}

LogNews LogMemory::since(quint64 known, const LogFilter &filter) const
{
    LogNews news;
    const quint64 missing = m_count - qMin(known, m_count);
    const quint64 kept = qMin<quint64>(missing, m_records.size());
    news.lost = missing - kept;
    for (auto it = m_records.end() - static_cast<std::ptrdiff_t>(kept); it != m_records.end(); ++it) {
        if (filter.accepts(*it))
            news.records.append(*it);
    }
    return news;
}

QList<LogRecord> LogMemory::recent(int count, const LogFilter &filter) const
{
    QList<LogRecord> records;
    for (auto it = m_records.rbegin(); it != m_records.rend() && records.size() < count; ++it) {
        if (filter.accepts(*it))
            records.append(*it);
    }
    std::reverse(records.begin(), records.end());
    return records;
}

} // namespace DaemonRpc
