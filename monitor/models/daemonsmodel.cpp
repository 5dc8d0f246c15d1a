#include "models/daemonsmodel.h"

#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr int courseSeconds = 60;

template <typename T>
static QVariant variantOf(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

static QVariant variantOf(const QString &text) { return text.isEmpty() ? QVariant() : QVariant(text); }

// Green would be a lie.
static Tone stateTone(const DaemonRow &row)
{
    if (row.isOutOfReach)
        return Tone::Bad;
    if (row.state == QLatin1String("ready"))
        return Tone::Good;
    if (row.state == QLatin1String("busy") || row.state == QLatin1String("starting"))
        return Tone::Active;
    if (row.state == QLatin1String("draining"))
        return Tone::Warning;
    return row.state == QLatin1String("degraded") ? Tone::Bad : Tone::Muted;
}

static QString stateText(const DaemonRow &row)
{
    if (row.isOutOfReach)
        return DaemonsModel::tr("no answer");
    if (row.state != QLatin1String("draining") || !row.running)
        return Formatting::name(row.state);
    const qint64 left = *row.running + row.queued.value_or(0);
    return DaemonsModel::tr("draining (%n left)", "requests that still run",
                            static_cast<int>(qMin<qint64>(left, std::numeric_limits<int>::max())));
}

static Tone healthTone(const DaemonRow &row)
{
    if (row.health.isEmpty())
        return Tone::Normal;
    if (row.isDimmed)
        return Tone::Muted;
    if (row.health == QLatin1String("ok"))
        return Tone::Good;
    return row.health == QLatin1String("warning") ? Tone::Warning : Tone::Bad;
}

static Tone countTone(const DaemonRow &row, const std::optional<qint64> &count)
{
    return row.isDimmed || count.value_or(0) == 0 ? Tone::Normal : Tone::Warning;
}

static constexpr Column<DaemonRow> columns[] = {
    {"daemon", QT_TRANSLATE_NOOP("Columns", "Daemon"),
     QT_TRANSLATE_NOOP("Columns", "The id by which clients find the daemon"), ColumnKind::Text,
     [](const DaemonRow &row) -> QVariant { return row.daemonId; }},
    {"state", QT_TRANSLATE_NOOP("Columns", "State"), QT_TRANSLATE_NOOP("Columns", "What the daemon is doing"),
     ColumnKind::State, [](const DaemonRow &row) -> QVariant { return row.state; }, stateText, stateTone},
    {"health", QT_TRANSLATE_NOOP("Columns", "Health"),
     QT_TRANSLATE_NOOP("Columns", "The worst of the daemon's health checks"), ColumnKind::State,
     [](const DaemonRow &row) { return variantOf(row.health); },
     [](const DaemonRow &row) { return Formatting::text(ColumnKind::State, variantOf(row.health)); },
     healthTone},
    {"pid", QT_TRANSLATE_NOOP("Columns", "PID"),
     QT_TRANSLATE_NOOP("Columns", "Number of the daemon's process"), ColumnKind::Number,
     [](const DaemonRow &row) { return variantOf(row.pid); },
     // Not a quantity: without separators of thousands.
     [](const DaemonRow &row) {
         return row.pid ? QString::number(*row.pid) : Formatting::text(ColumnKind::Number, {});
     }},
    {"running", QT_TRANSLATE_NOOP("Columns", "Running"),
     QT_TRANSLATE_NOOP("Columns", "Requests that are being served"), ColumnKind::Number,
     [](const DaemonRow &row) { return variantOf(row.running); }},
    {"queued", QT_TRANSLATE_NOOP("Columns", "Queued"),
     QT_TRANSLATE_NOOP("Columns", "Requests that wait for their turn"), ColumnKind::Number,
     [](const DaemonRow &row) { return variantOf(row.queued); }, nullptr,
     [](const DaemonRow &row) { return countTone(row, row.queued); }},
    {"rate", QT_TRANSLATE_NOOP("Columns", "Requests/s"),
     QT_TRANSLATE_NOOP("Columns", "Requests that finished per second, over the last minute"),
     ColumnKind::Rate, [](const DaemonRow &row) { return variantOf(row.requestRate); }, nullptr, nullptr,
     [](const DaemonRow &row) { return row.requestRates.values; }},
    {"p50", QT_TRANSLATE_NOOP("Columns", "p50"),
     QT_TRANSLATE_NOOP("Columns", "Half of the requests of the last five minutes took no longer"),
     ColumnKind::Duration, [](const DaemonRow &row) { return variantOf(row.p50Ms); }},
    {"p95", QT_TRANSLATE_NOOP("Columns", "p95"),
     QT_TRANSLATE_NOOP("Columns", "95 of 100 requests of the last five minutes took no longer"),
     ColumnKind::Duration, [](const DaemonRow &row) { return variantOf(row.p95Ms); }},
    {"p99", QT_TRANSLATE_NOOP("Columns", "p99"),
     QT_TRANSLATE_NOOP("Columns", "99 of 100 requests of the last five minutes took no longer"),
     ColumnKind::Duration, [](const DaemonRow &row) { return variantOf(row.p99Ms); }},
    {"failures", QT_TRANSLATE_NOOP("Columns", "Failures"),
     QT_TRANSLATE_NOOP("Columns", "Requests that ended in an error, since the daemon's start"),
     ColumnKind::Number, [](const DaemonRow &row) { return variantOf(row.failures); }, nullptr,
     [](const DaemonRow &row) { return countTone(row, row.failures); }},
    {"cancelled", QT_TRANSLATE_NOOP("Columns", "Cancelled"),
     QT_TRANSLATE_NOOP("Columns", "Requests that were asked to stop, since the daemon's start"),
     ColumnKind::Number, [](const DaemonRow &row) { return variantOf(row.cancelled); }},
    {"forced", QT_TRANSLATE_NOOP("Columns", "Forced"),
     QT_TRANSLATE_NOOP("Columns", "Requests that did not stop when asked and were ended, since the daemon's "
                                  "start"),
     ColumnKind::Number, [](const DaemonRow &row) { return variantOf(row.forced); }, nullptr,
     [](const DaemonRow &row) { return countTone(row, row.forced); }},
    {"connections", QT_TRANSLATE_NOOP("Columns", "Connections"),
     QT_TRANSLATE_NOOP("Columns", "Connections that are open"), ColumnKind::Number,
     [](const DaemonRow &row) { return variantOf(row.connections); }},
    {"memory", QT_TRANSLATE_NOOP("Columns", "Memory"),
     QT_TRANSLATE_NOOP("Columns", "Private memory of the daemon's process, over the last minute"),
     ColumnKind::Bytes, [](const DaemonRow &row) { return variantOf(row.privateBytes); }, nullptr, nullptr,
     [](const DaemonRow &row) { return row.privateBytesCourse.values; }},
    {"cpu", QT_TRANSLATE_NOOP("Columns", "CPU"),
     QT_TRANSLATE_NOOP("Columns", "Processor time of the daemon's process, as part of one core"),
     ColumnKind::Percent, [](const DaemonRow &row) { return variantOf(row.cpu); }},
    {"uptime", QT_TRANSLATE_NOOP("Columns", "Uptime"),
     QT_TRANSLATE_NOOP("Columns", "How long the daemon has been running"), ColumnKind::Duration,
     [](const DaemonRow &row) { return variantOf(row.uptimeMs); }},
    {"version", QT_TRANSLATE_NOOP("Columns", "Version"),
     QT_TRANSLATE_NOOP("Columns", "Version of the daemon's program"), ColumnKind::Text,
     [](const DaemonRow &row) { return variantOf(row.version); }},
    {"build", QT_TRANSLATE_NOOP("Columns", "Built"),
     QT_TRANSLATE_NOOP("Columns", "When the daemon's program was built"), ColumnKind::Time,
     [](const DaemonRow &row) { return variantOf(row.builtAtMs); }, nullptr, nullptr, nullptr, true},
    {"build_id", QT_TRANSLATE_NOOP("Columns", "Build"),
     QT_TRANSLATE_NOOP("Columns", "The same for programs of the same code"), ColumnKind::Text,
     [](const DaemonRow &row) { return variantOf(row.buildId); }, nullptr, nullptr, nullptr, true},
    {"finished", QT_TRANSLATE_NOOP("Columns", "Finished"),
     QT_TRANSLATE_NOOP("Columns", "Requests that have finished, since the daemon's start"),
     ColumnKind::Number, [](const DaemonRow &row) { return variantOf(row.finished); }, nullptr, nullptr,
     nullptr, true},
    {"seen", QT_TRANSLATE_NOOP("Columns", "Last seen"),
     QT_TRANSLATE_NOOP("Columns", "When a daemon that has gone was last heard of"), ColumnKind::Time,
     [](const DaemonRow &row) { return variantOf(row.lastSeenAtMs); }},
    {"problem", QT_TRANSLATE_NOOP("Columns", "Problem"), QT_TRANSLATE_NOOP("Columns", "What is wrong"),
     ColumnKind::Text, [](const DaemonRow &row) -> QVariant { return row.problem; }, nullptr,
     [](const DaemonRow &row) { return row.isDimmed || row.problem.isEmpty() ? Tone::Normal : Tone::Bad; }},
};

DaemonsModel::DaemonsModel(DaemonList &daemons, StatisticsCollector &statistics, UpdateClock &clock,
                           QObject *parent)
    : RecordTable(columns, clock, parent)
    , m_daemons(daemons)
    , m_statistics(statistics)
{}

DaemonsModel::~DaemonsModel() = default;

QString DaemonsModel::stateName(MonitoredDaemon::State state)
{
    switch (state) {
    case MonitoredDaemon::State::Starting: return QStringLiteral("starting");
    case MonitoredDaemon::State::Ready: return QStringLiteral("ready");
    case MonitoredDaemon::State::Busy: return QStringLiteral("busy");
    case MonitoredDaemon::State::Degraded: return QStringLiteral("degraded");
    case MonitoredDaemon::State::Draining: return QStringLiteral("draining");
    case MonitoredDaemon::State::Gone: return QStringLiteral("gone");
    }
    return {};
}

void DaemonsModel::collect(Extent extent)
{
    // There are few, and most columns of each are different every second: all are told.
    if (extent == Extent::Changes) {
        for (const DaemonRow &row : records()) {
            if (!m_daemons.find(row.key.daemon))
                drop(row.key);
        }
    }
    for (const auto &daemon : m_daemons.daemons())
        put(rowFor(*daemon));
}

// What is wrong with it, the way to it first.
static QString problemOf(const MonitoredDaemon &daemon)
{
    const DaemonMirror &mirror = daemon.mirror();
    if (!daemon.problem().isEmpty() || mirror.sequence() < 0)
        return daemon.problem();
    if (!mirror.daemon().reloadError.isEmpty())
        return mirror.daemon().reloadError;
    if (!mirror.health() || mirror.health()->status == QLatin1String("ok"))
        return {};
    for (const HealthCheckSnapshot &check : mirror.health()->checks) {
        if (check.status == mirror.health()->status)
            return check.text.isEmpty() ? check.name : check.text;
    }
    return {};
}

DaemonRow DaemonsModel::rowFor(const MonitoredDaemon &daemon) const
{
    constexpr qint64 secondMs = 1000;
    DaemonRow row;
    row.key = {daemon.serial(), 0};
    row.daemonId = daemon.daemonId();
    if (daemon.pid() > 0)
        row.pid = daemon.pid();
    row.state = stateName(daemon.state());
    row.isOutOfReach = daemon.isOutOfReach();
    row.isDimmed = daemon.isGone();
    row.problem = problemOf(daemon);
    if (daemon.isGone())
        row.lastSeenAtMs = daemon.lastSeenAtMs();
    const DaemonMirror &mirror = daemon.mirror();
    if (mirror.sequence() < 0)
        return row;

    const DaemonSnapshot &told = mirror.daemon();
    row.version = told.version;
    row.buildId = told.buildId;
    if (told.buildTimestampMs > 0)
        row.builtAtMs = told.buildTimestampMs;
    if (told.startedAtMs > 0)
        row.uptimeMs = qMax<qint64>(0, daemon.nowMs() - told.startedAtMs) / secondMs * secondMs;
    const EventTotals &totals = mirror.totals();
    row.finished = totals.finishedRequests;
    row.failures = totals.failedRequests;
    row.cancelled = totals.cancelledRequests;
    row.forced = totals.forcedRequests;
    if (mirror.health())
        row.health = mirror.health()->status;
    if (daemon.isGone())
        return row;
    row.connections = mirror.connections().size();
    row.queued = told.queuedRequests;
    row.running = qMax<qint64>(0, mirror.requests().size() - told.queuedRequests);
    if (mirror.process() && mirror.process()->privateBytes >= 0)
        row.privateBytes = mirror.process()->privateBytes;
    if (const DaemonStatistics *statistics = m_statistics.find(daemon.serial()))
        addStatistics(&row, *statistics);
    return row;
}

void DaemonsModel::addStatistics(DaemonRow *row, const DaemonStatistics &statistics) const
{
    const qint64 nowMs = statistics.lastTimeMs();
    const auto latency = [&statistics](double part) -> std::optional<qint64> {
        const std::optional<double> ms = statistics.latency(part);
        return ms ? std::optional<qint64>(std::llround(*ms)) : std::nullopt;
    };
    row->p50Ms = latency(0.5);
    row->p95Ms = latency(0.95);
    row->p99Ms = latency(0.99);
    row->requestRate = statistics.recent(Statistic::Requests);
    row->requestRates = statistics.series(Statistic::Requests).course(nowMs, courseSeconds);
    row->cpu = statistics.recent(Statistic::Cpu);
    row->privateBytesCourse = statistics.series(Statistic::PrivateBytes).course(nowMs, courseSeconds);
}

} // namespace DaemonRpc::Monitor
