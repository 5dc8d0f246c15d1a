#include "models/requestsmodel.h"

#include "models/columnvalues.h"

namespace DaemonRpc::Monitor {

namespace {

using Row = RequestRow;

QVariant idOf(const Row &row) { return row.key.id; }

QVariant connectionOf(const Row &row) { return ColumnValues::numberFrom(1, row.request.connectionId); }

QVariant uidOf(const Row &row) { return ColumnValues::numberFrom(0, row.request.peerUid); }

QVariant pidOf(const Row &row) { return ColumnValues::numberFrom(0, row.request.peerPid); }

QVariant processOf(const Row &row) { return ColumnValues::numberFrom(1, row.request.processId); }

QVariant exitCodeOf(const Row &row)
{
    const bool hasExited = row.request.isFinished() && row.request.signal == 0 && row.request.error.isEmpty();
    return hasExited ? QVariant(row.request.exitCode) : QVariant();
}

QVariant deadlineOf(const Row &row)
{
    const std::optional<double> left = row.deadlineLeft();
    return left ? QVariant(*left) : QVariant();
}

QString stateText(const Row &row)
{
    const QString name = Formatting::name(row.outcome());
    if (row.request.queuePlace <= 0 || row.request.state != QLatin1String("queued") || row.isLost)
        return name;
    return QCoreApplication::translate("Requests", "%1 (%2)", "a state, and the place in the queue")
        .arg(name, ColumnValues::plain(row.request.queuePlace));
}

QString deadlineText(const Row &row)
{
    return row.deadlineLeftMs ? ColumnValues::timeLeft(*row.deadlineLeftMs) : QString();
}

Tone deadlineTone(const Row &row)
{
    static constexpr double shortTime = 0.2;
    const std::optional<double> left = row.deadlineLeft();
    return left && *left < shortTime ? Tone::Warning : Tone::Normal;
}

Tone exitTone(const Row &row) { return row.request.exitCode == 0 ? Tone::Normal : Tone::Bad; }

constexpr Column<Row> columns[] = {
    {"id", QT_TRANSLATE_NOOP("Columns", "ID"),
     QT_TRANSLATE_NOOP("Columns", "Number of the request within its daemon"), ColumnKind::Number, idOf,
     [](const Row &row) { return ColumnValues::plain(idOf(row)); }},
    {"daemon", QT_TRANSLATE_NOOP("Columns", "Daemon"), QT_TRANSLATE_NOOP("Columns", "Id of the daemon"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.daemonId; }},
    {"state", QT_TRANSLATE_NOOP("Columns", "State"),
     QT_TRANSLATE_NOOP("Columns", "What the request is doing, or how it ended"), ColumnKind::State,
     [](const Row &row) -> QVariant { return row.outcome(); }, stateText,
     [](const Row &row) { return row.tone(); }},
    {"command_line", QT_TRANSLATE_NOOP("Columns", "Command line"),
     QT_TRANSLATE_NOOP("Columns", "The command and its arguments"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.commandLine; }},
    {"command", QT_TRANSLATE_NOOP("Columns", "Command"),
     QT_TRANSLATE_NOOP("Columns", "The command without its arguments"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.request.arguments.value(0); }, nullptr, nullptr, nullptr,
     true},
    {"connection", QT_TRANSLATE_NOOP("Columns", "Connection"),
     QT_TRANSLATE_NOOP("Columns", "Number of the connection that the request came over"), ColumnKind::Number,
     connectionOf, [](const Row &row) { return ColumnValues::plain(connectionOf(row)); }},
    {"handler", QT_TRANSLATE_NOOP("Columns", "Handler"),
     QT_TRANSLATE_NOOP("Columns", "Kind of the handler that serves the request"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.request.handler; },
     [](const Row &row) { return Formatting::name(row.request.handler); }},
    {"peer", QT_TRANSLATE_NOOP("Columns", "UID"),
     QT_TRANSLATE_NOOP("Columns", "Number of the user whose client sent the request"), ColumnKind::Number,
     uidOf, [](const Row &row) { return ColumnValues::plain(uidOf(row)); }, nullptr, nullptr, true},
    {"pid", QT_TRANSLATE_NOOP("Columns", "Client PID"),
     QT_TRANSLATE_NOOP("Columns", "Number of the client's process"), ColumnKind::Number, pidOf,
     [](const Row &row) { return ColumnValues::plain(pidOf(row)); }},
    {"age", QT_TRANSLATE_NOOP("Columns", "Age"),
     QT_TRANSLATE_NOOP("Columns", "Time since the request was accepted, or that it took"),
     ColumnKind::Duration, [](const Row &row) -> QVariant { return row.ageMs; }},
    {"deadline", QT_TRANSLATE_NOOP("Columns", "Deadline"),
     QT_TRANSLATE_NOOP("Columns", "Time left until the request is cancelled"), ColumnKind::Countdown,
     deadlineOf, deadlineText, deadlineTone},
    {"output", QT_TRANSLATE_NOOP("Columns", "Output"),
     QT_TRANSLATE_NOOP("Columns", "Bytes of output that the client was sent"), ColumnKind::Bytes,
     [](const Row &row) -> QVariant { return row.request.outputBytes; }},
    {"input", QT_TRANSLATE_NOOP("Columns", "Input"),
     QT_TRANSLATE_NOOP("Columns", "Bytes of input that the client sent"), ColumnKind::Bytes,
     [](const Row &row) -> QVariant { return row.request.inputBytes; }, nullptr, nullptr, nullptr, true},
    {"exit", QT_TRANSLATE_NOOP("Columns", "Exit code"),
     QT_TRANSLATE_NOOP("Columns", "Exit code of the command; 0 is success"), ColumnKind::Number, exitCodeOf,
     [](const Row &row) { return ColumnValues::plain(exitCodeOf(row)); }, exitTone},
    {"signal", QT_TRANSLATE_NOOP("Columns", "Signal"),
     QT_TRANSLATE_NOOP("Columns", "Number of the signal that ended the command"), ColumnKind::Number,
     [](const Row &row) { return ColumnValues::numberFrom(1, row.request.signal); },
     [](const Row &row) { return ColumnValues::plain(ColumnValues::numberFrom(1, row.request.signal)); }},
    {"error", QT_TRANSLATE_NOOP("Columns", "Error"), QT_TRANSLATE_NOOP("Columns", "Why the request failed"),
     ColumnKind::Text, [](const Row &row) { return ColumnValues::textIfAny(row.request.error); },
     [](const Row &row) {
         return Formatting::line(row.request.errorMessage.isEmpty() ? row.request.error
                                                                    : row.request.errorMessage);
     }},
    {"started", QT_TRANSLATE_NOOP("Columns", "Started"),
     QT_TRANSLATE_NOOP("Columns", "When the command was started"), ColumnKind::Time,
     [](const Row &row) { return ColumnValues::numberFrom(1, row.request.startedAtMs); }},
    {"finished", QT_TRANSLATE_NOOP("Columns", "Finished"),
     QT_TRANSLATE_NOOP("Columns", "When the request ended"), ColumnKind::Time,
     [](const Row &row) { return ColumnValues::numberFrom(1, row.request.finishedAtMs); }},
    {"process", QT_TRANSLATE_NOOP("Columns", "Process group"),
     QT_TRANSLATE_NOOP("Columns", "Number of the process group that serves the request"), ColumnKind::Number,
     processOf, [](const Row &row) { return ColumnValues::plain(processOf(row)); }, nullptr, nullptr, true},
    {"directory", QT_TRANSLATE_NOOP("Columns", "Directory"),
     QT_TRANSLATE_NOOP("Columns", "Working directory of the command"), ColumnKind::Text,
     [](const Row &row) { return ColumnValues::textIfAny(row.request.workingDirectory); }, nullptr, nullptr,
     nullptr, true},
};

} // namespace

RequestsModel::RequestsModel(DaemonList &list, UpdateClock &clock, QObject *parent)
    : RequestTable(list, columns, maxFinished, clock, parent)
{}

RequestsModel::~RequestsModel() = default;

} // namespace DaemonRpc::Monitor
