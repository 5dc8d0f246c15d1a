#include "watch/watchview.h"

#include "escaping.h"
#include "formatting.h"
#include "printers/shownname.h"
#include "printers/snapshotprinter.h"
#include "translations/displaywidth.h"

#include <algorithm>
#include <utility>

#include <limits.h>

namespace DaemonRpc::Cli {

using std::chrono::milliseconds;
using Line = TerminalScreen::Line;

static constexpr qsizetype maxCommandCharacters = 400;
static constexpr qsizetype maxFinishedShown = 200;
static constexpr QLatin1String partGap("  ");

QString liveState(const RequestSnapshot &request, qint64 nowMs)
{
    const QString state = escapedForTerminal(QStringView(shownName(NameOf::RequestState, request.state)));
    if (request.cancellation && request.cancellation->isForced)
        return WatchView::tr("%1, forced").arg(state);
    if (request.cancellation) {
        const qint64 leftMs = request.cancellation->requestedAtMs + request.graceMs - nowMs;
        return WatchView::tr("%1, %2 left").arg(state, formatDuration(milliseconds(leftMs)));
    }
    return request.queuePlace > 0 ? WatchView::tr("%1, place %2").arg(state).arg(request.queuePlace) : state;
}

static QString commandLine(const RequestSnapshot &request)
{
    QByteArrayList arguments;
    for (const QString &argument : request.arguments)
        arguments.append(argument.toUtf8());
    return displayedArguments(arguments, maxCommandCharacters);
}

static QStringList rowsOf(const Table &table)
{
    QStringList rows = table.render({}).split(u'\n');
    rows.removeLast(); // behind the last line feed
    return rows;
}

static int countOf(qint64 count) { return static_cast<int>(std::clamp<qint64>(count, 0, INT_MAX)); }

static QString daemonLine(const DaemonMirror &mirror, const WatchView::Status &status)
{
    const DaemonSnapshot &daemon = mirror.daemon();
    const EventTotals &totals = mirror.totals();
    const qint64 upMs = mirror.daemonTimeMs() - daemon.startedAtMs;
    const QStringList parts{
        escapedForTerminal(QStringView(daemon.daemonId)),
        escapedForTerminal(QStringView(stateCell(daemon).text)),
        WatchView::tr("up %1").arg(formatDuration(milliseconds(upMs))),
        WatchView::tr("pid %1").arg(daemon.pid),
        WatchView::tr("%1 requests/s").arg(formatRate(status.requestsPerSecond)),
        WatchView::tr("%n request(s)", nullptr, countOf(totals.finishedRequests)),
        WatchView::tr("%n failed", nullptr, countOf(totals.failedRequests)),
        WatchView::tr("%n connection(s)", nullptr, countOf(totals.openConnections())),
    };
    return parts.join(partGap);
}

static QString resourceLine(const DaemonMirror &mirror)
{
    QStringList parts;
    qint64 queued = 0;
    for (const RequestSnapshot &request : mirror.requests())
        queued += request.queuePlace > 0 ? 1 : 0;
    parts.append(WatchView::tr("%1 running, %2 queued").arg(mirror.requests().size() - queued).arg(queued));
    if (mirror.workers()) {
        parts.append(WatchView::tr("workers %1 of %2 busy")
                         .arg(mirror.workers()->busy)
                         .arg(mirror.workers()->workers));
        if (mirror.workers()->quarantined > 0)
            parts.append(WatchView::tr("%1 quarantined").arg(mirror.workers()->quarantined));
    }
    if (mirror.totals().cancelledRequests > 0)
        parts.append(WatchView::tr("%1 cancelled, %2 of them forced")
                         .arg(mirror.totals().cancelledRequests)
                         .arg(mirror.totals().forcedRequests));
    if (mirror.process() && mirror.process()->privateBytes >= 0)
        parts.append(formatBytes(mirror.process()->privateBytes));
    if (mirror.health())
        parts.append(WatchView::tr("health %1")
                         .arg(escapedForTerminal(
                             QStringView(shownName(NameOf::CheckStatus, mirror.health()->status)))));
    return parts.join(partGap);
}

static QString noticeLine(const DaemonMirror &mirror, const WatchView::Status &status)
{
    QStringList parts;
    if (!status.message.isEmpty())
        parts.append(status.message);
    if (!status.connection.isEmpty())
        parts.append(status.connection);
    if (status.isPaused)
        parts.append(WatchView::tr("paused, p goes on"));
    qint64 lost = 0;
    for (const qint64 count : mirror.lost())
        lost += count;
    if (lost > 0)
        parts.append(WatchView::tr("%1 not seen, too many at once").arg(lost));
    if (parts.isEmpty())
        parts.append(WatchView::tr("q quit  up/down select  c cancel  p pause  ? help"));
    return escapedForTerminal(QStringView(parts.join(partGap)));
}

static QStringList helpLines(int columns)
{
    constexpr int keyColumns = 13;
    const QList<std::pair<QString, QString>> keys{
        {QStringLiteral("q"), WatchView::tr("quit")},
        {WatchView::tr("up, k"),
         WatchView::tr("select the request above; page up: ten above; home: the first")},
        {WatchView::tr("down, j"),
         WatchView::tr("select the request below; page down: ten below; end: the last")},
        {QStringLiteral("c"), WatchView::tr("cancel the selected request, after a question")},
        {QStringLiteral("p"), WatchView::tr("stop showing what changes, and go on")},
        {QStringLiteral("?"), WatchView::tr("show this, and the requests again")},
    };
    QStringList lines;
    for (const auto &[key, meaning] : keys) {
        QString start = paddedTo(key, keyColumns);
        for (const QString &line : wrappedToWidth(meaning, qMax(columns - keyColumns, 1)))
            lines.append(std::exchange(start, QString(keyColumns, u' ')) + line);
    }
    return lines;
}

static QStringList finishedRows(const DaemonMirror &mirror, qsizetype most)
{
    using enum Table::Alignment;
    Table table({{WatchView::tr("ID"), Right},
                 {WatchView::tr("ENDED"), Left},
                 {WatchView::tr("TOOK"), Right},
                 {WatchView::tr("OUTPUT"), Right},
                 {WatchView::tr("COMMAND"), Left}});
    qsizetype count = 0;
    const auto &finished = mirror.finishedRequests();
    for (auto it = finished.rbegin(); it != finished.rend() && count < most; ++it, ++count) {
        table.addRow({QString::number(it->id), outcomeCell(*it).text,
                      formatDuration(milliseconds(it->durationMs)), formatBytes(it->outputBytes),
                      commandLine(*it)});
    }
    return table.isEmpty() ? QStringList() : rowsOf(table);
}

QStringList WatchView::liveRows(const DaemonMirror &mirror) const
{
    using enum Table::Alignment;
    // The first column is the sign of the selection, which must not depend on the terminal's looks.
    Table table({{QStringLiteral(" "), Left},
                 {WatchView::tr("ID"), Right},
                 {WatchView::tr("STATE"), Left},
                 {WatchView::tr("AGE"), Right},
                 {WatchView::tr("CLIENT"), Right},
                 {WatchView::tr("OUTPUT"), Right},
                 {WatchView::tr("COMMAND"), Left}});
    const qint64 now = mirror.daemonTimeMs();
    for (const RequestSnapshot &request : mirror.requests()) {
        table.addRow({request.id == m_selectedId ? QStringLiteral(">") : QStringLiteral(" "),
                      QString::number(request.id), liveState(request, now),
                      formatDuration(milliseconds(now - request.acceptedAtMs)),
                      request.peerPid < 0 ? QStringLiteral("?") : QString::number(request.peerPid),
                      formatBytes(request.outputBytes), commandLine(request)});
    }
    return rowsOf(table);
}

void WatchView::select(const DaemonMirror &mirror, qsizetype steps)
{
    const QList<qint64> ids = mirror.requests().keys();
    if (ids.isEmpty()) {
        m_selectedId = 0;
        return;
    }
    const qsizetype at = ids.indexOf(m_selectedId);
    const qsizetype wanted = at < 0 ? 0 : qBound<qsizetype>(-ids.size(), steps, ids.size()) + at;
    m_selectedId = ids[qBound<qsizetype>(0, wanted, ids.size() - 1)];
}

void WatchView::followSelection(const DaemonMirror &mirror)
{
    const QMap<qint64, RequestSnapshot> &requests = mirror.requests();
    if (m_selectedId == 0 || requests.contains(m_selectedId))
        return;
    auto next = requests.upperBound(m_selectedId);
    if (next == requests.end() && !requests.isEmpty())
        --next;
    m_selectedId = next == requests.end() ? 0 : next.key();
}

QList<Line> WatchView::render(const DaemonMirror &mirror, const Status &status, const Screen &screen)
{
    const int columns = qMax(screen.columns, 1);
    const qsizetype rows = qMax(screen.rows, 1);
    QList<Line> lines;
    const auto add = [&lines, columns, rows](const QString &text, Line::Look look = Line::Look::Plain) {
        if (lines.size() < rows)
            lines.append({cutToWidth(text, columns), look});
    };
    followSelection(mirror);
    add(daemonLine(mirror, status), Line::Look::Heading);
    add(resourceLine(mirror));
    add(noticeLine(mirror, status));
    add({});
    if (status.isHelpShown) {
        for (const QString &line : helpLines(columns))
            add(line);
        return lines;
    }
    const QStringList live = liveRows(mirror);
    const qsizetype liveCount = live.size() - 1; // without the header
    // The lists share the room; finished ones get what live ones leave, and a third at least.
    const qsizetype room = qMax<qsizetype>(rows - lines.size() - 1, 0);
    const qsizetype shown = qMin(liveCount, qMax<qsizetype>(room - qMax<qsizetype>(room / 3, 2), 1));
    const qsizetype selected = m_selectedId == 0 ? 0 : mirror.requests().keys().indexOf(m_selectedId);
    m_firstShown = qBound<qsizetype>(qMax<qsizetype>(selected - qMax<qsizetype>(shown, 1) + 1, 0),
                                     m_firstShown, selected);
    m_firstShown = qBound<qsizetype>(0, m_firstShown, liveCount - shown);
    add(live.constFirst(), Line::Look::Heading);
    for (qsizetype i = 0; i < shown; ++i) {
        const qsizetype row = m_firstShown + i;
        add(live[row + 1], m_selectedId != 0 && row == selected ? Line::Look::Selected : Line::Look::Plain);
    }
    if (shown < liveCount)
        add(WatchView::tr("  %1 more").arg(liveCount - shown));
    add({});
    const QStringList finished =
        finishedRows(mirror, qBound<qsizetype>(0, rows - lines.size() - 1, maxFinishedShown));
    for (qsizetype i = 0; i < finished.size(); ++i)
        add(finished[i], i == 0 ? Line::Look::Heading : Line::Look::Plain);
    return lines;
}

} // namespace DaemonRpc::Cli
