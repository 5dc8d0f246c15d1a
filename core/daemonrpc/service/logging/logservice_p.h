// The workings of LogService.
#pragma once

#include "logchannel_p.h"
#include "loglevels_p.h"
#include "logmemory_p.h"

#include <daemonrpc/service/logging/logservice.h>

#include <QLoggingCategory>

#include <atomic>
#include <mutex>
#include <vector>

namespace DaemonRpc {

/// One lock over outputs and memory, another over the levels: Qt asks for levels while it holds its own lock,
/// and that must not wait for a disk.
class LogService::Private
{
public:
    [[nodiscard]] static Result<LogLevels> levelsOf(const ServiceConfiguration::Logging &logging);

    void install();
    void uninstall();

    void useStandardErrorOnly();
    Result<void> replaceChannels(const ServiceConfiguration::Logging &logging, const LogTargets &targets);

    [[nodiscard]] LogLevels levels() const;
    void setLevels(const LogLevels &levels);

    void write(QtMsgType type, const QMessageLogContext &context, const QString &message);

    [[nodiscard]] QList<LogRecord> recent(int count, const LogFilter &filter) const;
    [[nodiscard]] quint64 lineCount() const;
    [[nodiscard]] LogNews recentSince(quint64 known, const LogFilter &filter) const;
    [[nodiscard]] quint64 droppedLines() const;
    [[nodiscard]] QString filePath() const;

private:
    // Qt's hooks are plain functions of the whole process, so what they lead to has to be found from there.
    static std::atomic<Private *> hooked;

    using Channels = std::vector<std::unique_ptr<LogChannel>>;

    static void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message);
    static void filterCategory(QLoggingCategory *category);
    [[nodiscard]] static LogRecord recordOf(QtMsgType type, const QMessageLogContext &context,
                                            const QString &message);
    void writeLocked(const LogRecord &record);

    mutable std::mutex m_mutex;
    Channels m_channels;
    LogMemory m_memory;
    QString m_filePath;
    quint64 m_lostBefore = 0; // by outputs that are gone

    mutable std::mutex m_levelMutex;
    LogLevels m_levels;
    QLoggingCategory::CategoryFilter m_previousFilter = nullptr;
    QtMessageHandler m_previousHandler = nullptr;
    std::atomic<bool> m_isInstalled = false;
};

} // namespace DaemonRpc
