#include "models/workersmodel.h"

#include "models/columnvalues.h"

namespace DaemonRpc::Monitor {

namespace {

using Row = WorkersRow;

template <std::optional<qint64> WorkersRow::*Member>
QVariant value(const Row &row)
{
    const std::optional<qint64> &number = row.*Member;
    return number ? QVariant(*number) : QVariant();
}

/// Without a dash where there is nothing: most of these columns are empty in most rows.
template <std::optional<qint64> WorkersRow::*Member>
QString text(const Row &row)
{
    const std::optional<qint64> &number = row.*Member;
    return number ? Formatting::number(*number) : QString();
}

QString nameText(const Row &row)
{
    return row.kind == Row::Kind::Pool ? QCoreApplication::translate("Workers", "Worker threads")
                                       : Formatting::line(row.name);
}

/// What runs is as much as may.
Tone runningTone(const Row &row)
{
    if (row.isDimmed || row.running.value_or(0) == 0)
        return Tone::Normal;
    return row.limit && *row.running >= *row.limit ? Tone::Warning : Tone::Active;
}

Tone quarantinedTone(const Row &row) { return row.quarantined.value_or(0) > 0 ? Tone::Bad : Tone::Normal; }

Tone waitingTone(const Row &row) { return row.waiting.value_or(0) > 0 ? Tone::Warning : Tone::Normal; }

constexpr Column<Row> columns[] = {
    {"name", QT_TRANSLATE_NOOP("Columns", "Name"),
     QT_TRANSLATE_NOOP("Columns", "The daemon, its worker threads, or one of its commands"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return nameText(row); }, nameText},
    {"daemon", QT_TRANSLATE_NOOP("Columns", "Daemon"), QT_TRANSLATE_NOOP("Columns", "Id of the daemon"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.daemonId; }, nullptr, nullptr, nullptr,
     true},
    {"handler", QT_TRANSLATE_NOOP("Columns", "Handler"),
     QT_TRANSLATE_NOOP("Columns", "Kind of the handler that serves the requests"), ColumnKind::Text,
     [](const Row &row) { return ColumnValues::textIfAny(row.handler); },
     [](const Row &row) { return row.handler.isEmpty() ? QString() : Formatting::name(row.handler); }},
    {"running", QT_TRANSLATE_NOOP("Columns", "Running"),
     QT_TRANSLATE_NOOP("Columns", "Requests that are being served"), ColumnKind::Number, value<&Row::running>,
     text<&Row::running>, runningTone},
    {"limit", QT_TRANSLATE_NOOP("Columns", "At most"),
     QT_TRANSLATE_NOOP("Columns", "Requests that may be served at a time"), ColumnKind::Number,
     value<&Row::limit>, text<&Row::limit>},
    {"waiting", QT_TRANSLATE_NOOP("Columns", "Queued"),
     QT_TRANSLATE_NOOP("Columns", "Requests that wait for their turn"), ColumnKind::Number,
     value<&Row::waiting>, text<&Row::waiting>, waitingTone},
    {"max_waiting", QT_TRANSLATE_NOOP("Columns", "Queue limit"),
     QT_TRANSLATE_NOOP("Columns", "Requests that may wait; more are refused"), ColumnKind::Number,
     value<&Row::maxWaiting>, text<&Row::maxWaiting>},
    {"quarantined", QT_TRANSLATE_NOOP("Columns", "Set aside"),
     QT_TRANSLATE_NOOP("Columns", "Workers lost to handlers that do not stop when they are cancelled"),
     ColumnKind::Number, value<&Row::quarantined>, text<&Row::quarantined>, quarantinedTone},
    {"warm_ready", QT_TRANSLATE_NOOP("Columns", "Warm"),
     QT_TRANSLATE_NOOP("Columns", "Copies of the command that wait for a call"), ColumnKind::Number,
     value<&Row::warmReady>, text<&Row::warmReady>},
    {"warm_wanted", QT_TRANSLATE_NOOP("Columns", "Warm wanted"),
     QT_TRANSLATE_NOOP("Columns", "Copies that are to be kept started ahead"), ColumnKind::Number,
     value<&Row::warmWanted>, text<&Row::warmWanted>},
    {"warm_calls", QT_TRANSLATE_NOOP("Columns", "Warm calls"),
     QT_TRANSLATE_NOOP("Columns", "Calls that a warm copy served"), ColumnKind::Number,
     value<&Row::warmCalls>, text<&Row::warmCalls>},
    {"cold_calls", QT_TRANSLATE_NOOP("Columns", "Cold calls"),
     QT_TRANSLATE_NOOP("Columns", "Calls for which no warm copy could be used"), ColumnKind::Number,
     value<&Row::coldCalls>, text<&Row::coldCalls>},
};

} // namespace

WorkersModel::WorkersModel(DaemonList &list, UpdateClock &clock, QObject *parent)
    : RecordTree(list, columns, {&DaemonMirror::workersChanged, &DaemonMirror::commandsChanged}, clock,
                 parent)
{}

WorkersModel::~WorkersModel() = default;

WorkersRow WorkersModel::branchOf(const MonitoredDaemon &daemon) const { return WorkersRow::of(daemon); }

std::vector<WorkersRow> WorkersModel::leavesOf(const MonitoredDaemon &daemon) const
{
    return WorkersRow::partsOf(daemon);
}

} // namespace DaemonRpc::Monitor
