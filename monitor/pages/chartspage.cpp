#include "pages/chartspage.h"

#include "models/formatting.h"
#include "widgets/chartpanel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace DaemonRpc::Monitor {

static constexpr qint64 minuteMs = 60'000;
static constexpr qint64 secondMs = 1000;

namespace {

struct SeriesKind
{
    const char *key;
    const char *name;
    Statistic statistic;
};

struct ChartKind
{
    const char *key;
    const char *title;
    ChartUnit unit;
    std::initializer_list<SeriesKind> series;
};

// Marked for translation in the context of the page.
const ChartKind kinds[] = {
    {"throughput",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Requests per second"),
     ChartUnit::Rate,
     {{"requests", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "finished"), Statistic::Requests}}},
    {"latency",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Time to finish a request"),
     ChartUnit::Duration,
     {{"p50", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "p50"), Statistic::LatencyP50},
      {"p95", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "p95"), Statistic::LatencyP95},
      {"p99", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "p99"), Statistic::LatencyP99}}},
    {"failures",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Failures per second"),
     ChartUnit::Rate,
     {{"failures", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "failed"), Statistic::Failures}}},
    {"cancellations",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Cancellations per second"),
     ChartUnit::Rate,
     {{"cancelled", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "all"), Statistic::Cancellations},
      {"forced", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "forced"), Statistic::Forced}}},
    {"requests",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Requests at a time"),
     ChartUnit::Count,
     {{"running", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "running"), Statistic::Running},
      {"queued", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "queued"), Statistic::Queued}}},
    {"connections",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Connections"),
     ChartUnit::Count,
     {{"connections", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "open"), Statistic::Connections}}},
    {"memory",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Private memory"),
     ChartUnit::Bytes,
     {{"memory", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "private"), Statistic::PrivateBytes}}},
    {"cpu",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Processor, part of one core"),
     ChartUnit::Percent,
     {{"cpu", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "used"), Statistic::Cpu}}},
    {"data",
     QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "Data of finished requests per second"),
     ChartUnit::ByteRate,
     {{"input", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "input"), Statistic::InputBytes},
      {"output", QT_TRANSLATE_NOOP("DaemonRpc::Monitor::ChartsPage", "output"), Statistic::OutputBytes}}},
};

constexpr std::chrono::minutes ranges[] = {std::chrono::minutes(5), std::chrono::minutes(15),
                                           std::chrono::minutes(60), std::chrono::minutes(360),
                                           std::chrono::minutes(1440)};

constexpr qint64 defaultRangeMs = 5 * minuteMs;

} // namespace

ChartsPage::ChartsPage(DaemonList &daemons, StatisticsCollector &statistics, UpdateClock &clock,
                       QWidget *parent)
    : Page(parent)
    , m_daemons(daemons)
    , m_statistics(statistics)
    , m_clock(clock)
    , m_daemonBox(new QComboBox(this))
    , m_rangeBox(new QComboBox(this))
    , m_scroll(new QScrollArea(this))
    , m_rangeMs(defaultRangeMs)
    , m_spanMs(defaultRangeMs)
{
    auto *daemonLabel = new QLabel(tr("D&aemon:"), this);
    daemonLabel->setBuddy(m_daemonBox);
    m_daemonBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *rangeLabel = new QLabel(tr("&Time:"), this);
    rangeLabel->setBuddy(m_rangeBox);
    // As no stretch of the list: one that was chosen in a chart.
    m_rangeBox->setPlaceholderText(tr("Chosen in a chart"));
    m_rangeBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const std::chrono::minutes range : ranges) {
        const int minutes = static_cast<int>(range.count());
        m_rangeBox->addItem(minutes % 60 == 0 ? tr("Last %n hours", nullptr, minutes / 60)
                                              : tr("Last %n minutes", nullptr, minutes),
                            qint64{minutes} * minuteMs);
    }
    m_rangeBox->setCurrentIndex(m_rangeBox->findData(m_rangeMs));
    auto *bar = new QHBoxLayout;
    bar->addWidget(daemonLabel);
    bar->addWidget(m_daemonBox);
    bar->addSpacing(fontMetrics().height());
    bar->addWidget(rangeLabel);
    bar->addWidget(m_rangeBox);
    bar->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addLayout(bar);
    column->addWidget(m_scroll, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    makePanels();
    fillDaemons();
    refresh();
    QWidget *before = m_rangeBox;
    for (const ChartPanel *panel : std::as_const(m_panels))
        before = panel->orderTabs(before);
    arrange();

    connect(m_daemonBox, &QComboBox::activated, this, &ChartsPage::onDaemonChosen);
    connect(m_rangeBox, &QComboBox::activated, this, &ChartsPage::onRangeChosen);
    connect(&m_clock, &UpdateClock::ticked, this, &ChartsPage::onTick);
}

ChartsPage::~ChartsPage() = default;

void ChartsPage::makePanels()
{
    auto *content = new QWidget(m_scroll);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(fontMetrics().height());
    for (size_t i = 0; i < std::size(kinds); ++i) {
        auto *panel = new ChartPanel(content);
        m_panels.append(panel);
        connect(&panel->widget(), &ChartWidget::readOutChanged, this, &ChartsPage::setReadOut);
        connect(&panel->widget(), &ChartWidget::rangeWanted, this, &ChartsPage::showRange);
        connect(&panel->widget(), &ChartWidget::resetWanted, this, &ChartsPage::showLatest);
    }
    m_scroll->setWidget(content);
}

void ChartsPage::arrange()
{
    int widest = 0;
    for (const ChartPanel *panel : std::as_const(m_panels))
        widest = qMax(widest, panel->minimumSizeHint().width());
    const int barWidth = m_scroll->verticalScrollBar()->sizeHint().width();
    m_scroll->setMinimumWidth(widest + barWidth);
    const int room = m_scroll->width() - barWidth;
    const int columns = room >= 2 * widest + m_grid->horizontalSpacing() ? 2 : 1;
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (int i = 0; i < m_panels.size(); ++i) {
        // The last one has its row alone rather than a hole beside it.
        const bool isAlone = columns == 2 && i == m_panels.size() - 1 && i % 2 == 0;
        m_grid->addWidget(m_panels.at(i), i / columns, i % columns, 1, isAlone ? 2 : 1);
    }
    // At once, also when nothing is to be shown but a picture.
    QEvent request(QEvent::LayoutRequest);
    QCoreApplication::sendEvent(m_scroll->widget(), &request);
}

void ChartsPage::setShown(bool isShown)
{
    m_isShown = isShown;
    if (!m_isShown)
        return;
    fillDaemons();
    m_shownAtMs = 0;
    onTick();
}

QList<RecordKey> ChartsPage::selection() const
{
    const qint64 serial = m_daemonBox->currentData().toLongLong();
    return serial > 0 ? QList<RecordKey>{{serial, 0}} : QList<RecordKey>{};
}

bool ChartsPage::selectKey(const RecordKey &key)
{
    fillDaemons();
    const int place = m_daemonBox->findData(key.daemon);
    if (place < 0)
        return false;
    m_daemonBox->setCurrentIndex(place);
    onDaemonChosen();
    return true;
}

QByteArray ChartsPage::saveState() const
{
    QJsonObject hidden;
    for (qsizetype i = 0; i < m_panels.size(); ++i)
        hidden.insert(QLatin1String(kinds[i].key), QJsonArray::fromStringList(m_panels.at(i)->hidden()));
    return QJsonDocument(
               QJsonObject{{QStringLiteral("range_ms"), m_rangeMs}, {QStringLiteral("hidden"), hidden}})
        .toJson(QJsonDocument::Compact);
}

void ChartsPage::restoreState(const QByteArray &state)
{
    const QJsonObject json = QJsonDocument::fromJson(state).object();
    const QJsonObject hidden = json.value(QLatin1String("hidden")).toObject();
    for (qsizetype i = 0; i < m_panels.size(); ++i) {
        QStringList keys;
        const QJsonArray hiddenKeys = hidden.value(QLatin1String(kinds[i].key)).toArray();
        for (const QJsonValueConstRef key : hiddenKeys)
            keys.append(key.toString());
        m_panels.at(i)->setHidden(keys);
    }
    const int place = m_rangeBox->findData(json.value(QLatin1String("range_ms")).toInteger(defaultRangeMs));
    onRangeChosen(qMax(0, place));
}

void ChartsPage::resetState() { restoreState({}); }

Result<void> ChartsPage::exportTo(const QString &path) const
{
    return ChartExport::write(path, charts(), {palette(), font()});
}

QList<Chart> ChartsPage::charts() const
{
    QList<Chart> charts;
    for (const ChartPanel *panel : m_panels)
        charts.append(panel->widget().chart());
    return charts;
}

void ChartsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layout()->activate();
    arrange();
}

void ChartsPage::fillDaemons()
{
    QStringList texts{tr("All daemons")};
    QList<qint64> serials{0};
    for (const auto &daemon : m_daemons.daemons()) {
        serials.append(daemon->serial());
        const QString id = Formatting::line(daemon->daemonId());
        const QString pid = QString::number(daemon->pid());
        texts.append(daemon->isGone() ? tr("%1 (process %2, gone)", "id of a daemon, number").arg(id, pid)
                                      : tr("%1 (process %2)", "id of a daemon, number").arg(id, pid));
    }
    if (texts == m_daemonTexts)
        return;
    m_daemonTexts = texts;
    const qint64 chosen = m_daemonBox->currentData().toLongLong();
    m_daemonBox->clear();
    for (qsizetype i = 0; i < texts.size(); ++i)
        m_daemonBox->addItem(texts.at(i), serials.at(i));
    m_daemonBox->setCurrentIndex(qMax(0, m_daemonBox->findData(chosen)));
    if (m_daemonBox->currentData().toLongLong() != chosen)
        Q_EMIT selectionChanged();
}

void ChartsPage::onTick()
{
    if (!m_isShown)
        return;
    // While a person looks through the list it stays as it is.
    if (!m_daemonBox->view()->isVisible())
        fillDaemons();
    const qint64 nowMs = m_statistics.nowMs();
    if (nowMs / secondMs == m_shownAtMs / secondMs)
        return;
    m_shownAtMs = nowMs;
    refresh();
}

void ChartsPage::onDaemonChosen()
{
    refresh();
    Q_EMIT selectionChanged();
}

void ChartsPage::onRangeChosen(int place)
{
    m_rangeBox->setCurrentIndex(place);
    m_rangeMs = m_rangeBox->itemData(place).toLongLong();
    showLatest();
}

void ChartsPage::showRange(qint64 fromMs, qint64 toMs)
{
    const qint64 nowMs = m_shownAtMs > 0 ? m_shownAtMs : m_statistics.nowMs();
    const qint64 longestMs = std::chrono::milliseconds(longest).count();
    m_spanMs = std::clamp<qint64>(toMs - fromMs, std::chrono::milliseconds(shortest).count(), longestMs);
    // What was made longer grows to both sides, but not beyond what there is.
    const qint64 middleMs = fromMs + (toMs - fromMs) / 2;
    const qint64 wantedMs = toMs - fromMs == m_spanMs ? toMs : middleMs + m_spanMs / 2;
    m_toMs = std::clamp(wantedMs, nowMs - longestMs + m_spanMs, nowMs);
    m_isLive = m_toMs == nowMs && wantedMs >= nowMs - secondMs;
    m_rangeBox->setCurrentIndex(m_isLive ? m_rangeBox->findData(m_spanMs) : -1);
    refresh();
}

void ChartsPage::showLatest()
{
    m_isLive = true;
    m_spanMs = m_rangeMs;
    m_rangeBox->setCurrentIndex(m_rangeBox->findData(m_rangeMs));
    refresh();
}

void ChartsPage::setReadOut(std::optional<qint64> timeMs)
{
    for (ChartPanel *panel : std::as_const(m_panels))
        panel->widget().setReadOut(timeMs);
}

const DaemonStatistics &ChartsPage::shownStatistics() const
{
    const DaemonStatistics *one = m_statistics.find(m_daemonBox->currentData().toLongLong());
    return one ? *one : m_statistics.all();
}

void ChartsPage::refresh()
{
    if (m_isLive)
        m_toMs = m_shownAtMs > 0 ? m_shownAtMs : m_statistics.nowMs();
    const DaemonStatistics &statistics = shownStatistics();
    for (qsizetype i = 0; i < m_panels.size(); ++i) {
        const ChartKind &kind = kinds[i];
        Chart chart;
        chart.key = QLatin1String(kind.key);
        chart.title = QCoreApplication::translate("DaemonRpc::Monitor::ChartsPage", kind.title);
        chart.unit = kind.unit;
        chart.fromMs = fromMs();
        chart.toMs = m_toMs;
        chart.endsNow = m_isLive;
        for (const SeriesKind &series : kind.series) {
            const TimeSeries &source = statistics.series(series.statistic);
            chart.series.append({QLatin1String(series.key),
                                 QCoreApplication::translate("DaemonRpc::Monitor::ChartsPage", series.name),
                                 source.points(fromMs(), m_toMs), source.resolution(fromMs(), m_toMs).count(),
                                 true});
        }
        m_panels.at(i)->setChart(std::move(chart));
    }
}

} // namespace DaemonRpc::Monitor
