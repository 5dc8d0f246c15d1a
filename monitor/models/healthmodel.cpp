#include "models/healthmodel.h"

#include "models/columnvalues.h"

namespace DaemonRpc::Monitor {

namespace {

using Row = HealthRow;

// A daemon is called what its id says.
QString nameText(const Row &row)
{
    return row.id.isEmpty() ? Formatting::line(row.name) : Formatting::name(row.name);
}

QString valueText(const Row &row)
{
    static constexpr double maxBytes = 9e18; // fits in 64 bits
    if (!row.value)
        return {};
    if (row.unit == QLatin1String("bytes"))
        return Formatting::bytes(static_cast<qint64>(qBound(0.0, *row.value, maxBytes)));
    return QCoreApplication::translate("Health", "%1 %2", "a number, and its unit")
        .arg(Formatting::measure(*row.value), Formatting::line(row.unit));
}

constexpr Column<Row> columns[] = {
    {"name", QT_TRANSLATE_NOOP("Columns", "Check"), QT_TRANSLATE_NOOP("Columns", "What is looked at"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.name; }, nameText},
    {"daemon", QT_TRANSLATE_NOOP("Columns", "Daemon"), QT_TRANSLATE_NOOP("Columns", "Id of the daemon"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.daemonId; }, nullptr, nullptr, nullptr,
     true},
    {"status", QT_TRANSLATE_NOOP("Columns", "Status"), QT_TRANSLATE_NOOP("Columns", "What was found"),
     ColumnKind::State, [](const Row &row) { return ColumnValues::textIfAny(row.status); }, nullptr,
     [](const Row &row) { return row.tone(); }},
    {"text", QT_TRANSLATE_NOOP("Columns", "Finding"),
     QT_TRANSLATE_NOOP("Columns", "What was found, and what can be done"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.text; }},
    {"value", QT_TRANSLATE_NOOP("Columns", "Value"), QT_TRANSLATE_NOOP("Columns", "What was measured"),
     ColumnKind::Measure, [](const Row &row) { return row.value ? QVariant(*row.value) : QVariant(); },
     valueText},
    {"since", QT_TRANSLATE_NOOP("Columns", "Since"),
     QT_TRANSLATE_NOOP("Columns", "When the status last changed"), ColumnKind::Time,
     [](const Row &row) { return ColumnValues::numberFrom(1, row.sinceMs); },
     [](const Row &row) { return row.sinceMs > 0 ? Formatting::time(row.sinceMs) : QString(); }},
};

} // namespace

HealthModel::HealthModel(DaemonList &list, UpdateClock &clock, QObject *parent)
    : RecordTree(list, columns, {&DaemonMirror::healthChanged}, clock, parent)
{}

HealthModel::~HealthModel() = default;

HealthRow HealthModel::branchOf(const MonitoredDaemon &daemon) const { return HealthRow::of(daemon); }

std::vector<HealthRow> HealthModel::leavesOf(const MonitoredDaemon &daemon) const
{
    return HealthRow::checksOf(daemon);
}

} // namespace DaemonRpc::Monitor
