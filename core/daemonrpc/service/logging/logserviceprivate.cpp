#include "datagramoutput_p.h"
#include "logfile_p.h"
#include "logformat_p.h"
#include "logservice_p.h"
#include "logtext_p.h"
#include "streamoutput_p.h"

#include <daemonrpc/base/logscope.h>

#include <QDateTime>

#include <shared_mutex>

#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

namespace {

// Readers hold it while they use what is hooked: it cannot be destroyed under a thread that logs.
std::shared_mutex hookMutex;

// Whatever writes a line must not produce another one.
thread_local bool isWriting = false;

LogChannel::Encoder lineEncoder(ServiceConfiguration::LogFormat format)
{
    return format == ServiceConfiguration::LogFormat::Json ? &jsonLine : &textLine;
}

// systemd says with JOURNAL_STREAM (systemd.exec(5)) that standard error is the journal already.
bool leadsToJournal(int descriptor)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return false;
    return qgetenv("JOURNAL_STREAM") ==
           QByteArray::number(quint64(status.st_dev)) + ':' + QByteArray::number(quint64(status.st_ino));
}

static_assert(LogMemory::maxLines == LogService::maxRecentLines);

} // namespace

std::atomic<LogService::Private *> LogService::Private::hooked = nullptr;

Result<LogLevels> LogService::Private::levelsOf(const ServiceConfiguration::Logging &logging)
{
    LogLevels levels;
    const Result<LogLevel> general = logLevelFromName(logging.level);
    if (!general)
        return unexpected(general.error().withContext(QStringLiteral("reading logging.level")));
    levels.set(QString(), *general);
    for (auto it = logging.categories.constBegin(); it != logging.categories.constEnd(); ++it) {
        const Result<LogLevel> level = logLevelFromName(it.value());
        if (!level)
            return unexpected(
                level.error().withContext(QStringLiteral("reading logging.categories.%1").arg(it.key())));
        levels.set(it.key(), *level);
    }
    levels.setTracing(logging.traceRequests);
    return levels;
}

void LogService::Private::install()
{
    const std::unique_lock lock(hookMutex);
    Q_ASSERT(!hooked.load() || hooked.load() == this);
    if (m_isInstalled.exchange(true))
        return;
    hooked = this;
    m_previousHandler = qInstallMessageHandler(&Private::handleMessage);
    // The filter runs for every category at once, and takes no lock of ours but that of the levels.
    m_previousFilter = QLoggingCategory::installFilter(nullptr);
    QLoggingCategory::installFilter(&Private::filterCategory);
}

void LogService::Private::uninstall()
{
    if (!m_isInstalled)
        return;
    qInstallMessageHandler(m_previousHandler);
    QLoggingCategory::installFilter(m_previousFilter);
    const std::unique_lock lock(hookMutex); // waits for the lines that are being written
    hooked = nullptr;
    m_isInstalled = false;
}

void LogService::Private::useStandardErrorOnly()
{
    const std::lock_guard lock(m_mutex);
    m_channels.push_back(std::make_unique<LogChannel>(&textLine));
    m_channels.back()->add(std::make_unique<StreamOutput>(STDERR_FILENO));
}

Result<void> LogService::Private::replaceChannels(const ServiceConfiguration::Logging &logging,
                                                  const LogTargets &targets)
{
    const QByteArray identifier = targets.identifier.toUtf8();
    const QString path = logging.file.isEmpty() ? targets.defaultFile : logging.file;
    Result<void> opened;
    Channels channels;
    channels.push_back(std::make_unique<LogChannel>(lineEncoder(logging.format)));
    if (!path.isEmpty()) {
        auto file = std::make_unique<LogFile>(LogFile::Settings{
            path, qint64(logging.maxSizeMb) * 1024 * 1024, logging.maxFiles, targets.takesStandardStreams});
        opened = file->open();
        channels.back()->add(std::move(file));
    }
    const bool isDoubled = logging.journal && leadsToJournal(STDERR_FILENO);
    if (targets.standardError && !isDoubled)
        channels.back()->add(std::make_unique<StreamOutput>(STDERR_FILENO));
    if (logging.journal) {
        channels.push_back(std::make_unique<LogChannel>(
            [identifier](const LogRecord &record) { return journalDatagram(record, identifier); }));
        channels.back()->add(std::make_unique<DatagramOutput>(targets.journalSocket));
    }
    if (logging.syslog) {
        channels.push_back(std::make_unique<LogChannel>(
            [identifier](const LogRecord &record) { return syslogDatagram(record, identifier); }));
        channels.back()->add(std::make_unique<DatagramOutput>(targets.syslogSocket));
    }

    const std::lock_guard lock(m_mutex);
    quint64 unreported = 0;
    for (const std::unique_ptr<LogChannel> &channel : m_channels) {
        m_lostBefore += channel->lostLines();
        unreported += channel->unreportedLines();
    }
    m_channels = std::move(channels);
    m_filePath = path;
    if (unreported > 0) {
        writeLocked(recordOf(QtWarningMsg, QMessageLogContext(nullptr, 0, nullptr, "daemonrpc.service"),
                             QStringLiteral("%1 lines of the log were lost before this").arg(unreported)));
    }
    return opened;
}

LogLevels LogService::Private::levels() const
{
    const std::lock_guard lock(m_levelMutex);
    return m_levels;
}

void LogService::Private::setLevels(const LogLevels &levels)
{
    {
        const std::lock_guard lock(m_levelMutex);
        m_levels = levels;
    }
    if (m_isInstalled)
        QLoggingCategory::installFilter(&Private::filterCategory); // runs it for every category
}

// Called with Qt's own lock held, from whichever thread meets a category for the first time or sets levels.
void LogService::Private::filterCategory(QLoggingCategory *category)
{
    Private *self = hooked; // set before the filter is installed, cleared after it is gone
    if (!self)
        return;
    if (self->m_previousFilter)
        self->m_previousFilter(category);
    const std::lock_guard lock(self->m_levelMutex);
    const std::optional<LogLevel> level = self->m_levels.levelOf(category->categoryName());
    if (!level)
        return;
    category->setEnabled(QtDebugMsg, *level <= LogLevel::Debug);
    category->setEnabled(QtInfoMsg, *level <= LogLevel::Info);
    category->setEnabled(QtWarningMsg, *level <= LogLevel::Warning);
    category->setEnabled(QtCriticalMsg, true);
}

void LogService::Private::handleMessage(QtMsgType type, const QMessageLogContext &context,
                                        const QString &message)
{
    if (isWriting)
        return;
    isWriting = true;
    {
        const std::shared_lock lock(hookMutex);
        if (Private *self = hooked.load())
            self->write(type, context, message);
    }
    isWriting = false;
}

void LogService::Private::write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const LogRecord record = recordOf(type, context, message);
    const std::lock_guard lock(m_mutex);
    writeLocked(record);
}

void LogService::Private::writeLocked(const LogRecord &record)
{
    m_memory.add(record);
    for (const std::unique_ptr<LogChannel> &channel : m_channels)
        channel->write(record);
}

LogRecord LogService::Private::recordOf(QtMsgType type, const QMessageLogContext &context,
                                        const QString &message)
{
    LogRecord record;
    record.timeMs = QDateTime::currentMSecsSinceEpoch();
    record.level = logLevelOf(type);
    record.category = context.category ? QByteArray(context.category) : QByteArrayLiteral("default");
    record.pid = ::getpid();
    record.threadId = ::gettid();
    if (const LogScope *scope = LogScope::current()) {
        record.requestId = scope->requestId();
        record.peer = scope->peer();
    }
    // Every character has one byte at least: a short message needs no counting.
    const QStringView kept =
        message.size() * 3 <= maxMessageBytes ? QStringView(message) : cutToUtf8(message, maxMessageBytes);
    if (kept.size() == message.size()) {
        record.message = message;
    } else {
        record.message = kept.toString();
        record.omittedBytes = utf8Size(QStringView(message).sliced(kept.size()));
    }
    return record;
}

QList<LogRecord> LogService::Private::recent(int count, const LogFilter &filter) const
{
    const std::lock_guard lock(m_mutex);
    return m_memory.recent(count, filter);
}

quint64 LogService::Private::lineCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_memory.count();
}

LogNews LogService::Private::recentSince(quint64 known, const LogFilter &filter) const
{
    const std::lock_guard lock(m_mutex);
    return m_memory.since(known, filter);
}

quint64 LogService::Private::droppedLines() const
{
    const std::lock_guard lock(m_mutex);
    quint64 lines = m_lostBefore;
    for (const std::unique_ptr<LogChannel> &channel : m_channels)
        lines += channel->lostLines();
    return lines;
}

QString LogService::Private::filePath() const
{
    const std::lock_guard lock(m_mutex);
    return m_filePath;
}

} // namespace DaemonRpc
