// The latest lines of the log.
#pragma once

#include <daemonrpc/service/logging/logrecord.h>

#include <QList>

#include <deque>

namespace DaemonRpc {

/// Remembers the latest lines, at most maxLines and maxCharacters of messages. Not thread-safe.
class LogMemory
{
public:
    static constexpr size_t maxLines = 1000;
    static constexpr qsizetype maxCharacters = 512 * 1024;

    void add(const LogRecord &record);

    /// The last @p count that @p filter accepts, oldest first.
    [[nodiscard]] QList<LogRecord> recent(int count, const LogFilter &filter) const;

    /// Lines that were ever added.
    [[nodiscard]] quint64 count() const { return m_count; }

    /// Those that came after the first @p known and that @p filter accepts.
    [[nodiscard]] LogNews since(quint64 known, const LogFilter &filter) const;

private:
    std::deque<LogRecord> m_records;
    qsizetype m_characters = 0;
    quint64 m_count = 0;
};

} // namespace DaemonRpc
