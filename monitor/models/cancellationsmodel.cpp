#include "models/cancellationsmodel.h"

#include "models/columnvalues.h"

namespace DaemonRpc::Monitor {

namespace {

using Row = CancellationRow;

QVariant idOf(const Row &row) { return row.key.id; }

QVariant exitCodeOf(const Row &row)
{
    const bool hasExited = row.request.isFinished() && row.request.signal == 0;
    return hasExited ? QVariant(row.request.exitCode) : QVariant();
}

QVariant signalOf(const Row &row) { return ColumnValues::numberFrom(1, row.request.signal); }

QVariant graceOf(const Row &row)
{
    const std::optional<double> left = row.graceLeft();
    return left ? QVariant(*left) : QVariant();
}

QString graceText(const Row &row)
{
    return row.graceLeftMs ? ColumnValues::timeLeft(*row.graceLeftMs) : QString();
}

QVariant forcedByOf(const Row &row) { return ColumnValues::textIfAny(row.forcedBy()); }

constexpr Column<Row> columns[] = {
    {"request", QT_TRANSLATE_NOOP("Columns", "Request"),
     QT_TRANSLATE_NOOP("Columns", "Number of the request within its daemon"), ColumnKind::Number, idOf,
     [](const Row &row) { return ColumnValues::plain(idOf(row)); }},
    {"daemon", QT_TRANSLATE_NOOP("Columns", "Daemon"), QT_TRANSLATE_NOOP("Columns", "Id of the daemon"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.daemonId; }},
    {"state", QT_TRANSLATE_NOOP("Columns", "State"),
     QT_TRANSLATE_NOOP("Columns", "Whether the command stopped by itself or was forced to"),
     ColumnKind::State, [](const Row &row) -> QVariant { return row.state(); }, nullptr,
     [](const Row &row) { return row.tone(); }},
    {"command_line", QT_TRANSLATE_NOOP("Columns", "Command line"),
     QT_TRANSLATE_NOOP("Columns", "The command and its arguments"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.commandLine; }},
    {"command", QT_TRANSLATE_NOOP("Columns", "Command"),
     QT_TRANSLATE_NOOP("Columns", "The command without its arguments"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.request.arguments.value(0); }, nullptr, nullptr, nullptr,
     true},
    {"reason", QT_TRANSLATE_NOOP("Columns", "Reason"),
     QT_TRANSLATE_NOOP("Columns", "Why the request was cancelled"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.request.cancellation->reason; },
     [](const Row &row) { return Formatting::name(row.request.cancellation->reason); }},
    {"by", QT_TRANSLATE_NOOP("Columns", "Asked by"), QT_TRANSLATE_NOOP("Columns", "Who asked for it"),
     ColumnKind::Text,
     [](const Row &row) { return ColumnValues::textIfAny(row.request.cancellation->requestedBy); }},
    {"when", QT_TRANSLATE_NOOP("Columns", "When"), QT_TRANSLATE_NOOP("Columns", "When it was asked for"),
     ColumnKind::Time,
     [](const Row &row) { return ColumnValues::numberFrom(1, row.request.cancellation->requestedAtMs); }},
    {"took", QT_TRANSLATE_NOOP("Columns", "Took"),
     QT_TRANSLATE_NOOP("Columns", "Time from asking until the command was gone"), ColumnKind::Duration,
     [](const Row &row) { return row.tookMs ? QVariant(*row.tookMs) : QVariant(); }},
    {"grace", QT_TRANSLATE_NOOP("Columns", "Grace"),
     QT_TRANSLATE_NOOP("Columns", "Time left to stop before the command is forced to"), ColumnKind::Countdown,
     graceOf, graceText, [](const Row &row) { return row.graceLeftMs ? Tone::Warning : Tone::Normal; }},
    {"forced_by", QT_TRANSLATE_NOOP("Columns", "Forced by"),
     QT_TRANSLATE_NOOP("Columns", "What was done to force it"), ColumnKind::Text, forcedByOf,
     [](const Row &row) {
         const QString name = row.forcedBy();
         return name.isEmpty() ? QString() : Formatting::name(name);
     }},
    {"handler", QT_TRANSLATE_NOOP("Columns", "Handler"),
     QT_TRANSLATE_NOOP("Columns", "Kind of the handler that serves the request"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.request.handler; },
     [](const Row &row) { return Formatting::name(row.request.handler); }},
    {"exit", QT_TRANSLATE_NOOP("Columns", "Exit code"),
     QT_TRANSLATE_NOOP("Columns", "Exit code of the command; 0 is success"), ColumnKind::Number, exitCodeOf,
     [](const Row &row) { return ColumnValues::plain(exitCodeOf(row)); }},
    {"signal", QT_TRANSLATE_NOOP("Columns", "Signal"),
     QT_TRANSLATE_NOOP("Columns", "Number of the signal that ended the command"), ColumnKind::Number,
     signalOf, [](const Row &row) { return ColumnValues::plain(signalOf(row)); }},
};

} // namespace

CancellationsModel::CancellationsModel(DaemonList &list, UpdateClock &clock, QObject *parent)
    : RequestTable(list, columns, maxFinished, clock, parent)
{}

CancellationsModel::~CancellationsModel() = default;

} // namespace DaemonRpc::Monitor
