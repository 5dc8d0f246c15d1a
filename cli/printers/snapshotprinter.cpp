#include "printers/snapshotprinter.h"

#include "escaping.h"
#include "formatting.h"

#include <QDateTime>

namespace DaemonRpc::Cli {

using std::chrono::milliseconds;

static constexpr qsizetype maxCommandCharacters = 1000;

static QString processLabel(qint64 pid) { return pid < 0 ? QStringLiteral("?") : QString::number(pid); }

Cell stateCell(const DaemonSnapshot &daemon)
{
    if (daemon.state == QLatin1String("ready"))
        return {daemon.state, CellTone::Good};
    if (daemon.state == QLatin1String("draining"))
        return {QStringLiteral("draining (%1 left)").arg(daemon.runningRequests), CellTone::Warning};
    return {daemon.state, CellTone::Warning};
}

QString versionLabel(const DaemonSnapshot &daemon)
{
    return QStringLiteral("%1 (%2)").arg(daemon.version, daemon.buildId.left(8));
}

QString daemonDetails(const DaemonSnapshot &daemon, bool isColored)
{
    QList<std::pair<QString, Cell>> fields{
        {QStringLiteral("Daemon"), daemon.daemonId},
        {QStringLiteral("State"), stateCell(daemon)},
        {QStringLiteral("Process"), QStringLiteral("%1, user %2").arg(daemon.pid).arg(daemon.uid)},
        {QStringLiteral("Version"),
         QStringLiteral("%1, build %2 of %3")
             .arg(daemon.version, daemon.buildId, formatTime(daemon.buildTimestampMs))},
        {QStringLiteral("Running for"),
         QStringLiteral("%1, since %2")
             .arg(formatDuration(milliseconds(daemon.uptimeMs)), formatTime(daemon.startedAtMs))},
        {QStringLiteral("Requests"), QStringLiteral("%1 running (%2 queued), %3 finished")
                                         .arg(daemon.runningRequests)
                                         .arg(daemon.queuedRequests)
                                         .arg(daemon.finishedRequests)},
        {QStringLiteral("Connections"),
         QStringLiteral("%1 open, %2 accepted").arg(daemon.connections).arg(daemon.acceptedConnections)},
        {QStringLiteral("Socket"), daemon.socketPath},
        {QStringLiteral("Log"), daemon.logPath},
    };
    if (daemon.quarantinedWorkers > 0)
        fields.append({QStringLiteral("Lost workers"),
                       Cell(QString::number(daemon.quarantinedWorkers), CellTone::Warning)});
    if (daemon.recentHandOvers > 0)
        fields.append({QStringLiteral("Recent hand-overs"), QString::number(daemon.recentHandOvers)});
    return renderFields(fields, isColored);
}

static Cell endCell(const RequestSnapshot &request)
{
    if (!request.error.isEmpty())
        return {request.error, CellTone::Bad};
    if (request.signal > 0)
        return {QStringLiteral("signal %1").arg(request.signal), CellTone::Bad};
    return {QStringLiteral("exit %1").arg(request.exitCode),
            request.exitCode == 0 ? CellTone::Plain : CellTone::Bad};
}

Cell outcomeCell(const RequestSnapshot &request)
{
    const bool isFinished = request.isFinished();
    if (!request.cancellation && request.queuePlace > 0 && !isFinished)
        return {QStringLiteral("%1 (place %2)").arg(request.state).arg(request.queuePlace),
                CellTone::Warning};
    if (!request.cancellation)
        return isFinished ? endCell(request) : Cell(request.state, CellTone::Good);
    const CancellationSnapshot &cancellation = *request.cancellation;
    if (!isFinished)
        return {QStringLiteral("cancelling (%1)").arg(cancellation.requestedBy), CellTone::Warning};
    return {QStringLiteral("%1, %2 by %3")
                .arg(endCell(request).text,
                     cancellation.isForced ? QStringLiteral("forced") : QStringLiteral("cancelled"),
                     cancellation.requestedBy),
            CellTone::Warning};
}

Table requestTable(const QList<RequestSnapshot> &requests)
{
    using enum Table::Alignment;
    Table table({{QStringLiteral("ID"), Right},
                 {QStringLiteral("STATE"), Left},
                 {QStringLiteral("STARTED"), Left},
                 {QStringLiteral("TIME"), Right},
                 {QStringLiteral("OUTPUT"), Right},
                 {QStringLiteral("CLIENT"), Right},
                 {QStringLiteral("COMMAND"), Left}});
    for (const RequestSnapshot &request : requests) {
        QByteArrayList arguments;
        for (const QString &argument : request.arguments)
            arguments.append(argument.toUtf8());
        table.addRow({QString::number(request.id), outcomeCell(request),
                      request.startedAtMs > 0 ? formatTime(request.startedAtMs) : QStringLiteral("-"),
                      formatDuration(milliseconds(request.durationMs)), formatBytes(request.outputBytes),
                      processLabel(request.peerPid), displayedArguments(arguments, maxCommandCharacters)});
    }
    return table;
}

Table connectionTable(WithDaemons withDaemons)
{
    using enum Table::Alignment;
    QList<Table::Column> columns{{QStringLiteral("ID"), Right},     {QStringLiteral("STATE"), Left},
                                 {QStringLiteral("CLIENT"), Right}, {QStringLiteral("REQUEST"), Right},
                                 {QStringLiteral("SINCE"), Left},   {QStringLiteral("RECEIVED"), Right},
                                 {QStringLiteral("SENT"), Right},   {QStringLiteral("WAITING"), Right}};
    if (withDaemons == WithDaemons::Yes)
        columns.prepend({QStringLiteral("DAEMON"), Left});
    return Table(columns);
}

void addConnections(Table &table, const QList<ConnectionSnapshot> &connections, const QString &daemonName)
{
    for (const ConnectionSnapshot &connection : connections) {
        QList<Cell> row{QString::number(connection.id),
                        connection.state,
                        processLabel(connection.peerPid),
                        connection.requestId == 0 ? QStringLiteral("-")
                                                  : QString::number(connection.requestId),
                        formatTime(connection.connectedAtMs),
                        formatBytes(connection.bytesReceived),
                        formatBytes(connection.bytesSent),
                        formatBytes(connection.bytesPending)};
        if (!daemonName.isEmpty())
            row.prepend(daemonName);
        table.addRow(row);
    }
}

} // namespace DaemonRpc::Cli
