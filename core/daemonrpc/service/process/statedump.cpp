#include "atomicfile_p.h"

#include <daemonrpc/instance/instancename.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/service/process/statedump.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

static constexpr qsizetype maxLineCharacters = 4000;

static QString timeText(qint64 epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

static QString field(const char *name, const QString &value)
{
    return QStringLiteral("%1: %2").arg(QString::fromLatin1(name), value);
}

static QString field(const char *name, qint64 value) { return field(name, QString::number(value)); }

static QStringList daemonLines(const DaemonSnapshot &daemon)
{
    return {
        field("id", daemon.daemonId),
        field("state", daemon.state),
        field("pid", daemon.pid),
        field("uid", daemon.uid),
        field("version", daemon.version),
        field("build", QStringLiteral("%1 of %2").arg(daemon.buildId, timeText(daemon.buildTimestampMs))),
        field("started", timeText(daemon.startedAtMs)),
        field("uptime ms", daemon.uptimeMs),
        field("requests", QStringLiteral("%1 running, %2 queued, %3 finished")
                              .arg(daemon.runningRequests)
                              .arg(daemon.queuedRequests)
                              .arg(daemon.finishedRequests)),
        field("connections",
              QStringLiteral("%1 open, %2 accepted").arg(daemon.connections).arg(daemon.acceptedConnections)),
        field("quarantined workers", daemon.quarantinedWorkers),
        field("recent hand-overs", daemon.recentHandOvers),
        field("socket", daemon.socketPath),
        field("log", daemon.logPath)};
}

static QString requestLine(const RequestSnapshot &request)
{
    QString line = QStringLiteral("%1 %2 (%3) connection %4, uid %5, pid %6, since %7, %8 ms, %9 bytes out")
                       .arg(request.id)
                       .arg(request.state, request.handler)
                       .arg(request.connectionId)
                       .arg(request.peerUid)
                       .arg(request.peerPid)
                       .arg(timeText(request.acceptedAtMs))
                       .arg(request.durationMs)
                       .arg(request.outputBytes);
    if (!request.error.isEmpty())
        line += QStringLiteral(", error %1").arg(request.error);
    else if (request.signal > 0)
        line += QStringLiteral(", signal %1").arg(request.signal);
    else if (request.state == QLatin1String("finished"))
        line += QStringLiteral(", exit %1").arg(request.exitCode);
    if (request.cancellation) {
        line += QStringLiteral(", cancelled (%1) by %2%3")
                    .arg(request.cancellation->reason, request.cancellation->requestedBy,
                         request.cancellation->isForced ? QStringLiteral(", forced") : QString());
    }
    return line + QStringLiteral(": ") + request.arguments.join(u' ');
}

static QString connectionLine(const ConnectionSnapshot &connection)
{
    return QStringLiteral("%1 %2, uid %3, pid %4, since %5, request %6, %7 bytes in, %8 out, %9 waiting")
        .arg(connection.id)
        .arg(connection.state)
        .arg(connection.peerUid)
        .arg(connection.peerPid)
        .arg(timeText(connection.connectedAtMs))
        .arg(connection.requestId)
        .arg(connection.bytesReceived)
        .arg(connection.bytesSent)
        .arg(connection.bytesPending);
}

template <typename Snapshot, typename Records, typename Function>
static QStringList listed(const Records &records, Function toLine)
{
    QStringList lines;
    // The newest are at the end, and they are what one looks for.
    const qsizetype skipped = std::max<qsizetype>(records.size() - StateDump::maxListed, 0);
    if (skipped > 0)
        lines.append(QStringLiteral("(%1 older ones are left out)").arg(skipped));
    for (const auto &record : records.mid(skipped))
        lines.append(toLine(Snapshot::fromRecord(record)));
    return lines;
}

static QStringList processLines()
{
    QStringList lines;
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            for (const char *wanted : {"VmPeak", "VmSize", "VmHWM", "VmRSS", "VmSwap", "Threads", "SigPnd",
                                       "ShdPnd", "voluntary_ctxt_switches", "nonvoluntary_ctxt_switches"}) {
                if (line.startsWith(QByteArray(wanted) + ':'))
                    lines.append(QString::fromUtf8(line.simplified()));
            }
        }
    }
    rusage usage = {};
    if (::getrusage(RUSAGE_SELF, &usage) == 0) {
        const auto milliseconds = [](const timeval &time) {
            return time.tv_sec * 1000 + time.tv_usec / 1000;
        };
        lines.append(field("processor ms", QStringLiteral("%1 user, %2 system")
                                               .arg(milliseconds(usage.ru_utime))
                                               .arg(milliseconds(usage.ru_stime))));
    }
    const auto limitText = [](rlim_t value) {
        return value == RLIM_INFINITY ? QStringLiteral("unlimited") : QString::number(value);
    };
    for (const auto &[name, resource] :
         {std::pair("open files", RLIMIT_NOFILE), std::pair("core bytes", RLIMIT_CORE),
          std::pair("address space bytes", RLIMIT_AS)}) {
        rlimit limit = {};
        if (::getrlimit(resource, &limit) == 0)
            lines.append(QStringLiteral("limit of %1: %2 (hard %3)")
                             .arg(QLatin1String(name), limitText(limit.rlim_cur), limitText(limit.rlim_max)));
    }
    return lines;
}

static QStringList descriptorLines()
{
    const QDir folder(QStringLiteral("/proc/self/fd"));
    QStringList names =
        folder.entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return a.toInt() < b.toInt(); });
    QStringList lines{QStringLiteral("%1 open").arg(names.size())};
    for (const QString &name : names.mid(0, StateDump::maxListed)) {
        // By hand: QFile takes "socket:[4711]" for a relative path.
        std::array<char, 1024> target{};
        const ssize_t size =
            ::readlink(QFile::encodeName(folder.filePath(name)).constData(), target.data(), target.size());
        if (size >= 0) // else: the one that listed the folder
            lines.append(
                QStringLiteral("%1 -> %2").arg(name, QFile::decodeName(QByteArray(target.data(), size))));
    }
    return lines;
}

StateDump StateDump::of(const DaemonSnapshot &daemon, const Server &server)
{
    StateDump dump;
    dump.m_daemonId = daemon.daemonId;
    dump.m_socketPath = daemon.socketPath;
    dump.addSection(QStringLiteral("Daemon"), daemonLines(daemon));
    dump.addSection(QStringLiteral("Running requests"),
                    listed<RequestSnapshot>(server.requests().running(), requestLine));
    dump.addSection(QStringLiteral("Finished requests"),
                    listed<RequestSnapshot>(server.requests().history(), requestLine));
    dump.addSection(QStringLiteral("Connections"),
                    listed<ConnectionSnapshot>(server.connections().records(), connectionLine));
    dump.addSection(QStringLiteral("Process"), processLines());
    dump.addSection(QStringLiteral("Descriptors"), descriptorLines());
    return dump;
}

static QString harmless(QString line)
{
    for (QChar &character : line) {
        const QChar::Category category = character.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format ||
            category == QChar::Separator_Line || category == QChar::Separator_Paragraph) {
            character = u'\ufffd';
        }
    }
    if (line.size() > maxLineCharacters)
        line = line.left(maxLineCharacters) + u'…';
    return line;
}

QByteArray StateDump::toText() const
{
    QString text = QStringLiteral("State of daemon \"%1\", %2\n")
                       .arg(m_daemonId, timeText(QDateTime::currentMSecsSinceEpoch()));
    for (const Section &section : m_sections) {
        text += QStringLiteral("\n%1\n").arg(harmless(section.first));
        for (const QString &line : section.second)
            text += QStringLiteral("  %1\n").arg(harmless(line));
        if (section.second.isEmpty())
            text += QStringLiteral("  none\n");
    }
    return text.toUtf8();
}

QString StateDump::path() const
{
    const Result<DaemonId> id = DaemonId::parse(m_daemonId);
    if (m_socketPath.isEmpty() || !id)
        return {};
    return QFileInfo(m_socketPath).path() + u'/' + InstanceName(*id).fileName(QStringLiteral("dump"));
}

Result<QString> StateDump::write() const
{
    const QString target = path();
    if (target.isEmpty())
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot write the state: the daemon has no runtime directory yet"));
    const Result<void> written = replaceFile(target, toText(), S_IRUSR | S_IWUSR);
    if (!written)
        return unexpected(written.error());
    return target;
}

} // namespace DaemonRpc
