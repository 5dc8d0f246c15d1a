// The log of a daemon that runs as a service.
#pragma once

#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/logging/logrecord.h>
#include <daemonrpc/service/logging/logtargets.h>

#include <QList>
#include <QMap>

#include <memory>

namespace DaemonRpc {

/// Takes every line that Qt's logging categories produce, and writes it to file, standard error, syslog and
/// journal. Thread-safe. Owned by main(), first of all objects; while installed, the only one in the process.
///
/// Categories of the library say warnings only, unless this class or QT_LOGGING_RULES says otherwise: an
/// embedder's standard error is not for us. Here the general level is "info" until apply() says otherwise,
/// and the levels of this class win over QT_LOGGING_RULES, except for Qt's own categories.
///
/// Lines are written at once, by the thread that logs, under one lock: a few microseconds each, and nothing
/// is lost in a crash. Outputs that cannot take a line (full disk, directory gone, receiver away) lose it and
/// are tried again with pauses of up to 5 s; how many lines are missing is said in the log when it works
/// again.
///
///     LogService log;                 // to standard error, from here on
///     log.install();
///     ...
///     if (const Result<void> done = log.apply(configuration.logging, targets); !done)
///         complain(done.error());
class DAEMONRPC_SERVICE_EXPORT LogService
{
public:
    /// Bytes of UTF-8 of a message that are kept; a line that lost some ends in "… (123 bytes more)".
    static constexpr qint64 maxMessageBytes = 8192;
    /// The most lines that recent() remembers.
    static constexpr int maxRecentLines = 1000;

    /// Writes to standard error until apply() is called.
    LogService();
    /// Puts back the message handler and category filter that were there before.
    ~LogService();
    LogService(const LogService &) = delete;
    LogService &operator=(const LogService &) = delete;

    /// Becomes the process's message handler. Asserts that no other one is installed.
    void install();

    /// At the start and at each reload: all outputs are opened anew, levels set at run time are forgotten.
    /// Errors: InvalidArgument for an unknown level, nothing is changed then; UnsafeDirectory or those of
    /// open(2) when the file cannot be opened: all the rest is in effect, and the file is tried again.
    Result<void> apply(const ServiceConfiguration::Logging &logging, const LogTargets &targets);

    /// Until the next apply(). @p category "all" or empty: every category. Errors: InvalidArgument.
    Result<void> setLevel(const QString &category, const QString &level);
    /// Everything at debug, or back to what was set. True when debug is on now.
    bool toggleDebug();
    /// The levels in effect by category; "all" is the general one.
    [[nodiscard]] QMap<QString, QString> levels() const;

    /// The last @p count lines that @p filter accepts, of the last maxRecentLines; oldest first.
    [[nodiscard]] QList<LogRecord> recent(int count, const LogFilter &filter = {}) const;

    /// Lines that there have been, for recentSince().
    [[nodiscard]] quint64 lineCount() const;
    /// The lines after the first @p known that @p filter accepts, as far as they are remembered.
    [[nodiscard]] LogNews recentSince(quint64 known, const LogFilter &filter) const;

    /// Lines that an output did not take, since the start; each output counts by itself.
    [[nodiscard]] quint64 droppedLines() const;

    /// The file in use; empty when there is none.
    [[nodiscard]] QString filePath() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace DaemonRpc
