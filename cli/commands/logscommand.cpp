#include "commands/logscommand.h"

#include "escaping.h"
#include "logs/sincetime.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>

namespace DaemonRpc::Cli {

using namespace std::chrono_literals;

// Read in one turn of the loop, so that Ctrl+C is heard while a filter finds nothing.
static constexpr int blocksPerTurn = 16;
static constexpr auto pollInterval = 1s;

LogsCommand::LogsCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &LogsCommand::lookForMore);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LogsCommand::lookForMore);
    connect(&m_poll, &QTimer::timeout, this, &LogsCommand::lookForMore);
    connect(&invocation.output, &OutputWriter::relieved, this, &LogsCommand::readOn);
}

SubcommandSpec LogsCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "logs";
    spec.summary = tr("show the log of the daemon, or set how much it logs");
    spec.options = {
        {"follow", 'f', "", tr("go on with what is added, until Ctrl+C")},
        {"lines", 'n', "LINES", tr("the last LINES lines only")},
        {"since", 's', "TIME", tr("from TIME on: 10m, 2h (ago), 08:00, \"2026-01-31 08:00\"")},
        {"level", 'l', "LEVEL", tr("of LEVEL or graver: debug, info, warning, error")},
        {"request", 'r', "ID", tr("of one request only")},
        {"set-level", 0, "LEVEL", tr("log from LEVEL on, until the next reload; shows nothing")},
        {"category", 'c', "NAME", tr("with --set-level: of one category, \"server\" for example")},
    };
    spec.notes = tr("Rotated files are shown, too, oldest first. What is not a line of the log's own belongs "
                    "to the line before it.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<LogsCommand>(invocation); };
    return spec;
}

void LogsCommand::start()
{
    if (const Result<void> read = readOptions(); !read)
        fail(read.error());
    else if (invocation().options.isSet("set-level"))
        setLevel();
    else
        findLog();
}

// The sentence has what was given as %1.
static Result<qint64> numberOption(const OptionValues &options, const QByteArray &name,
                                   const QString &sentence)
{
    bool isNumber = false;
    const qint64 number = options.value(name).toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return unexpected(ErrorCode::InvalidArgument, sentence.arg(escapedForTerminal(options.value(name))));
    return number;
}

Result<void> LogsCommand::readOptions()
{
    const OptionValues &options = invocation().options;
    m_isFollowing = options.isSet("follow");
    if (options.isSet("category") && !options.isSet("set-level"))
        return unexpected(ErrorCode::InvalidArgument, tr("--category goes with --set-level"));
    if (options.isSet("lines")) {
        const Result<qint64> lines = numberOption(options, "lines", tr("\"%1\" is no number of lines"));
        if (!lines)
            return unexpected(lines.error());
        m_lines = *lines;
    }
    if (options.isSet("request")) {
        const Result<qint64> id = numberOption(
            options, "request", tr("\"%1\" is no request id; \"daemon-rpc requests --all\" shows them"));
        if (!id)
            return unexpected(id.error());
        m_filter.setRequest(*id);
    }
    if (options.isSet("level")) {
        const std::optional<Severity> minimum = severityFromName(options.value("level"));
        if (!minimum)
            return unexpected(ErrorCode::InvalidArgument,
                              tr("\"%1\" is no level; there are debug, info, warning and error")
                                  .arg(escapedForTerminal(options.value("level"))));
        m_filter.setMinimum(*minimum);
    }
    if (options.isSet("since")) {
        const Result<qint64> since = sinceTime(options.value("since"), QDateTime::currentDateTime());
        if (!since)
            return unexpected(since.error());
        m_filter.setSince(*since);
    }
    return {};
}

void LogsCommand::setLevel()
{
    QJsonObject params{{QStringLiteral("level"), QString::fromUtf8(invocation().options.value("set-level"))}};
    if (invocation().options.isSet("category"))
        params.insert(QStringLiteral("category"), QString::fromUtf8(invocation().options.value("category")));
    admin().call(
        QStringLiteral("log.set_level"), params, answer<QJsonValue>([this](const QJsonValue &levels) {
            const QJsonObject object = levels.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                print(QStringLiteral("%1: %2\n")
                          .arg(escapedForTerminal(it.key()), escapedForTerminal(it.value().toString())));
            finish(0);
        }));
}

// A daemon may log elsewhere by its configuration. One that does not answer must not keep its log from us.
void LogsCommand::findLog()
{
    const Result<RuntimeDirectory> directory = runtimeDirectory();
    if (!directory) {
        fail(directory.error());
        return;
    }
    const QString usual = directory->logPath(InstanceName(invocation().client.daemonId));
    m_pathTimer.setSingleShot(true);
    connect(&m_pathTimer, &QTimer::timeout, this, [this, usual] { openLog(usual); });
    m_pathTimer.start(pathTimeout);
    admin().status([this, usual](const Result<DaemonSnapshot> &status) {
        openLog(status && !status->logPath.isEmpty() ? status->logPath : usual);
    });
}

void LogsCommand::openLog(const QString &path)
{
    if (!m_path.isEmpty())
        return; // both the answer and the timeout came
    m_pathTimer.stop();
    m_path = path;
    const Result<LogFileReader> current = LogFileReader::open(path);
    if (!current && current.error().code() == ErrorCode::NotRunning)
        fail(Error(ErrorCode::NotRunning,
                   tr("daemon \"%1\" has no log, it was never started here (%2)").arg(daemonName(), path)));
    else if (!current)
        fail(current.error());
    if (!current)
        return;
    for (LogFileReader &file : openLogFiles(path)) {
        // Written to last before the wanted time: nothing in it is wanted.
        if (!m_filter.since() || file.modifiedMs() >= *m_filter.since())
            m_files.push_back(std::move(file));
    }
    if (m_lines >= 0)
        seekToLastLines();
    if (m_isFollowing) {
        m_watcher.addPaths({m_path, QFileInfo(m_path).path()});
        m_poll.start(pollInterval);
    }
    readOn();
}

void LogsCommand::seekToLastLines()
{
    // What a filter leaves is not known before it has seen everything.
    m_isCollecting = m_filter.isActive();
    if (m_isCollecting)
        return;
    qint64 wanted = m_lines;
    for (size_t i = m_files.size(); i-- > 0;) // the newest first
        wanted -= m_files[i].seekToLastLines(wanted);
}

void LogsCommand::readOn()
{
    for (int i = 0; i < blocksPerTurn && !m_files.empty(); ++i) {
        if (invocation().output.isFull())
            return; // relieved() calls again
        const QByteArray block = m_files.front().read();
        if (!block.isEmpty()) {
            take(block);
        } else if (m_files.size() > 1) {
            // Nothing is added to an old file any more: what it lacks is the end of its last line.
            if (!m_partial.isEmpty())
                takeLine(std::exchange(m_partial, {}) + '\n');
            m_files.pop_front();
        } else {
            onFilesEnd();
            return;
        }
    }
    if (m_files.empty())
        onFilesEnd();
    else
        QMetaObject::invokeMethod(this, &LogsCommand::readOn, Qt::QueuedConnection);
}

void LogsCommand::take(const QByteArray &block)
{
    m_isAtEnd = false;
    m_partial += block;
    qsizetype begin = 0;
    for (qsizetype end = m_partial.indexOf('\n'); end >= 0; end = m_partial.indexOf('\n', begin)) {
        takeLine(QByteArrayView(m_partial).sliced(begin, end + 1 - begin));
        begin = end + 1;
    }
    m_partial.remove(0, begin);
    if (m_partial.size() > maxLineBytes)
        takeLine(std::exchange(m_partial, {}));
}

void LogsCommand::takeLine(QByteArrayView line)
{
    if (!m_filter.accepts(line))
        return;
    if (!m_isCollecting) {
        show(line);
        return;
    }
    m_last.push_back(line.toByteArray());
    if (static_cast<qint64>(m_last.size()) > m_lines)
        m_last.pop_front();
}

void LogsCommand::show(QByteArrayView line)
{
    // On a terminal nothing in the log may act as if it came from us.
    if (invocation().terminal.outputIsTerminal)
        print(escapedForTerminal(QString::fromUtf8(line), LineFeeds::Keep));
    else
        print(line.toByteArray());
}

void LogsCommand::onFilesEnd()
{
    m_isAtEnd = true;
    if (!m_isFollowing && !m_partial.isEmpty())
        takeLine(std::exchange(m_partial, {}));
    m_isCollecting = false;
    for (const QByteArray &line : std::exchange(m_last, {}))
        show(line);
    if (!m_isFollowing)
        finish(0);
}

void LogsCommand::lookForMore()
{
    if (!m_isAtEnd)
        return; // readOn() is at it
    // Rotated, perhaps more than once: what comes after the file that was read last is still to be read.
    std::vector<LogFileReader> files = openLogFiles(m_path);
    const bool isCurrent = !m_files.empty() && !files.empty() && files.back().isSameFileAs(m_files.front());
    if (!isCurrent && !files.empty()) {
        auto next = m_files.empty() ? files.end()
                                    : std::find_if(files.begin(), files.end(), [this](const auto &file) {
                                          return file.isSameFileAs(m_files.front());
                                      });
        next = next == files.end() ? files.end() - 1 : next + 1;
        for (; next != files.end(); ++next)
            m_files.push_back(std::move(*next));
        m_watcher.addPath(m_path);
    }
    readOn();
}

} // namespace DaemonRpc::Cli
