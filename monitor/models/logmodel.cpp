#include "models/logmodel.h"

#include "models/columnvalues.h"

#include <algorithm>

namespace DaemonRpc::Monitor {

namespace {

using Row = LogRow;

QVariant requestOf(const Row &row) { return ColumnValues::numberFrom(1, row.line.requestId); }

constexpr Column<Row> columns[] = {
    {"time", QT_TRANSLATE_NOOP("Columns", "Time"), QT_TRANSLATE_NOOP("Columns", "When the line was written"),
     ColumnKind::Time, [](const Row &row) { return ColumnValues::numberFrom(1, row.line.timeMs); }},
    {"level", QT_TRANSLATE_NOOP("Columns", "Level"), QT_TRANSLATE_NOOP("Columns", "How grave it is"),
     ColumnKind::State, [](const Row &row) -> QVariant { return row.line.level; }, nullptr,
     [](const Row &row) { return row.tone(); }},
    {"daemon", QT_TRANSLATE_NOOP("Columns", "Daemon"), QT_TRANSLATE_NOOP("Columns", "Id of the daemon"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.daemonId; }},
    {"category", QT_TRANSLATE_NOOP("Columns", "Category"),
     QT_TRANSLATE_NOOP("Columns", "The part of the daemon that wrote the line"), ColumnKind::Text,
     [](const Row &row) -> QVariant { return row.line.category; }},
    {"request", QT_TRANSLATE_NOOP("Columns", "Request"),
     QT_TRANSLATE_NOOP("Columns", "Number of the request that the line is about"), ColumnKind::Number,
     requestOf, [](const Row &row) { return ColumnValues::plain(requestOf(row)); }},
    {"message", QT_TRANSLATE_NOOP("Columns", "Message"), QT_TRANSLATE_NOOP("Columns", "What was written"),
     ColumnKind::Text, [](const Row &row) -> QVariant { return row.line.message; }},
};

} // namespace

LogModel::LogModel(DaemonList &list, UpdateClock &clock, QObject *parent)
    : RecordTable(columns, clock, parent)
    , m_list(list)
{
    connect(&list, &DaemonList::added, this, &LogModel::follow);
    connect(&list, &DaemonList::removed, this, [this](qint64 serial) { m_counts.remove(serial); });
    for (const auto &daemon : list.daemons())
        follow(daemon.get());
}

LogModel::~LogModel() = default;

// Lines are counted also while nobody looks, so that each has the same number whenever it is looked at.
void LogModel::follow(MonitoredDaemon *daemon)
{
    m_counts[daemon->serial()].end = static_cast<qint64>(daemon->mirror().log().size());
    connect(&daemon->mirror(), &DaemonMirror::wasReset, this, [this, daemon] { restart(daemon); });
    connect(&daemon->mirror(), &DaemonMirror::logAppended, this,
            [this, serial = daemon->serial()](qsizetype count) { m_counts[serial].end += count; });
}

void LogModel::restart(MonitoredDaemon *daemon)
{
    Count &count = m_counts[daemon->serial()];
    count.begin = count.taken = count.end;
    count.end += static_cast<qint64>(daemon->mirror().log().size());
    setStale();
}

void LogModel::takeNew(const MonitoredDaemon &daemon, std::vector<LogRow> *rows)
{
    Count &count = m_counts[daemon.serial()];
    const std::deque<LogLineSnapshot> &log = daemon.mirror().log();
    const qint64 first = count.end - static_cast<qint64>(log.size());
    for (qint64 number = qMax(first, count.taken); number < count.end; ++number) {
        LogRow row;
        row.key = {daemon.serial(), number + 1};
        row.daemonId = daemon.daemonId();
        row.line = log.at(static_cast<size_t>(number - first));
        row.isDimmed = row.tone() == Tone::Muted;
        rows->push_back(std::move(row));
    }
    count.taken = count.end;
}

void LogModel::collect(Extent extent)
{
    std::vector<LogRow> fresh;
    for (const auto &daemon : m_list.daemons())
        takeNew(*daemon, &fresh);
    std::stable_sort(fresh.begin(), fresh.end(),
                     [](const LogRow &a, const LogRow &b) { return a.line.timeMs < b.line.timeMs; });

    std::vector<const LogRow *> kept;
    for (const LogRow &row : records()) {
        const auto count = m_counts.constFind(row.key.daemon);
        if (count != m_counts.constEnd() && row.key.id > count->begin)
            kept.push_back(&row);
        else
            drop(row.key);
    }
    qsizetype characters = 0;
    size_t room = maxLines;
    const auto fits = [&characters, &room](const LogRow &row) {
        characters += row.line.message.size();
        return room > 0 && characters <= maxCharacters && room-- > 0;
    };
    // The newest first, as far as there is room.
    const auto firstFresh = std::find_if_not(fresh.rbegin(), fresh.rend(), fits).base();
    const auto firstKept = std::find_if_not(kept.rbegin(), kept.rend(), [&fits](const LogRow *row) {
                               return fits(*row);
                           }).base();
    for (auto it = kept.begin(); it != firstKept; ++it)
        drop((*it)->key);
    if (extent == Extent::Everything) {
        for (auto it = firstKept; it != kept.end(); ++it)
            put(**it);
    }
    for (auto it = firstFresh; it != fresh.end(); ++it)
        put(std::move(*it));
}

} // namespace DaemonRpc::Monitor
