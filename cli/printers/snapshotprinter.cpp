#include "printers/snapshotprinter.h"

#include "escaping.h"
#include "formatting.h"
#include "printers/shownname.h"

#include <QCoreApplication>
#include <QDateTime>

namespace DaemonRpc::Cli {

namespace {

class SnapshotPrinter
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::SnapshotPrinter)
};

} // namespace

using std::chrono::milliseconds;

static constexpr qsizetype maxCommandCharacters = 1000;

static QString processLabel(qint64 pid) { return pid < 0 ? QStringLiteral("?") : QString::number(pid); }

Cell stateCell(const DaemonSnapshot &daemon)
{
    const QString state = shownName(NameOf::DaemonState, daemon.state);
    if (daemon.state == QLatin1String("ready"))
        return {state, CellTone::Good};
    if (daemon.state == QLatin1String("draining"))
        return {SnapshotPrinter::tr("draining (%1 left)").arg(daemon.runningRequests), CellTone::Warning};
    return {state, CellTone::Warning};
}

QString versionLabel(const DaemonSnapshot &daemon)
{
    return QStringLiteral("%1 (%2)").arg(daemon.version, daemon.buildId.left(8));
}

QString daemonDetails(const DaemonSnapshot &daemon, bool isColored)
{
    QList<std::pair<QString, Cell>> fields{
        {SnapshotPrinter::tr("Daemon:"), daemon.daemonId},
        {SnapshotPrinter::tr("State:"), stateCell(daemon)},
        {SnapshotPrinter::tr("Process:"), SnapshotPrinter::tr("%1, user %2").arg(daemon.pid).arg(daemon.uid)},
        {SnapshotPrinter::tr("Version:"),
         SnapshotPrinter::tr("%1, build %2 of %3")
             .arg(daemon.version, daemon.buildId, formatTime(daemon.buildTimestampMs))},
        {SnapshotPrinter::tr("Running for:"),
         SnapshotPrinter::tr("%1, since %2")
             .arg(formatDuration(milliseconds(daemon.uptimeMs)), formatTime(daemon.startedAtMs))},
        {SnapshotPrinter::tr("Requests:"), SnapshotPrinter::tr("%1 running (%2 queued), %3 finished")
                                               .arg(daemon.runningRequests)
                                               .arg(daemon.queuedRequests)
                                               .arg(daemon.finishedRequests)},
        {SnapshotPrinter::tr("Connections:"),
         SnapshotPrinter::tr("%1 open, %2 accepted").arg(daemon.connections).arg(daemon.acceptedConnections)},
        {SnapshotPrinter::tr("Socket:"), daemon.socketPath},
        {SnapshotPrinter::tr("Log:"), daemon.logPath},
    };
    if (daemon.quarantinedWorkers > 0)
        fields.append({SnapshotPrinter::tr("Lost workers:"),
                       Cell(QString::number(daemon.quarantinedWorkers), CellTone::Warning)});
    if (daemon.recentHandOvers > 0)
        fields.append({SnapshotPrinter::tr("Recent hand-overs:"), QString::number(daemon.recentHandOvers)});
    return renderFields(fields, isColored);
}

static Cell endCell(const RequestSnapshot &request)
{
    if (!request.error.isEmpty())
        return {shownName(NameOf::ErrorCode, request.error), CellTone::Bad};
    if (request.signal > 0)
        return {SnapshotPrinter::tr("signal %1").arg(request.signal), CellTone::Bad};
    return {SnapshotPrinter::tr("exit %1").arg(request.exitCode),
            request.exitCode == 0 ? CellTone::Plain : CellTone::Bad};
}

Cell outcomeCell(const RequestSnapshot &request)
{
    const bool isFinished = request.isFinished();
    const QString state = shownName(NameOf::RequestState, request.state);
    if (!request.cancellation && request.queuePlace > 0 && !isFinished)
        return {SnapshotPrinter::tr("%1 (place %2)").arg(state).arg(request.queuePlace), CellTone::Warning};
    if (!request.cancellation)
        return isFinished ? endCell(request) : Cell(state, CellTone::Good);
    const QString requester = shownName(NameOf::Requester, request.cancellation->requestedBy);
    if (!isFinished)
        return {SnapshotPrinter::tr("cancelling (%1)").arg(requester), CellTone::Warning};
    //: How a request ended, for example "exit 130", and who asked it to stop.
    const QString text = request.cancellation->isForced ? SnapshotPrinter::tr("%1, forced by %2")
                                                        : SnapshotPrinter::tr("%1, cancelled by %2");
    return {text.arg(endCell(request).text, requester), CellTone::Warning};
}

Table requestTable(const QList<RequestSnapshot> &requests)
{
    using enum Table::Alignment;
    Table table({{SnapshotPrinter::tr("ID"), Right},
                 {SnapshotPrinter::tr("STATE"), Left},
                 {SnapshotPrinter::tr("STARTED"), Left},
                 {SnapshotPrinter::tr("TIME"), Right},
                 {SnapshotPrinter::tr("OUTPUT"), Right},
                 {SnapshotPrinter::tr("CLIENT"), Right},
                 {SnapshotPrinter::tr("COMMAND"), Left}});
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
    QList<Table::Column> columns{
        {SnapshotPrinter::tr("ID"), Right},     {SnapshotPrinter::tr("STATE"), Left},
        {SnapshotPrinter::tr("CLIENT"), Right}, {SnapshotPrinter::tr("REQUEST"), Right},
        {SnapshotPrinter::tr("SINCE"), Left},   {SnapshotPrinter::tr("RECEIVED"), Right},
        {SnapshotPrinter::tr("SENT"), Right},   {SnapshotPrinter::tr("WAITING"), Right}};
    if (withDaemons == WithDaemons::Yes)
        columns.prepend({SnapshotPrinter::tr("DAEMON"), Left});
    return Table(columns);
}

void addConnections(Table &table, const QList<ConnectionSnapshot> &connections, const QString &daemonName)
{
    for (const ConnectionSnapshot &connection : connections) {
        QList<Cell> row{QString::number(connection.id),
                        shownName(NameOf::ConnectionState, connection.state),
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
