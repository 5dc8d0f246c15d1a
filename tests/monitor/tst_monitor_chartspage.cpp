#include "monitortesting.h"
#include "pages/chartspage.h"
#include "widgets/chartpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;

} // namespace

class tst_monitor_chartspage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhatIsMeasured();
    void restsWhileItIsNotShown();
    void choosesADaemon();
    void choosesAStretch();
    void zoomsAllChartsTogether();
    void readsOutAllChartsTogether();
    void keepsItsState();
    void writesFiles();
    void everythingHasAName();
    void fitsIntoItsWidth();
    void isEmptyWithoutDaemons();

private:
    void feed(PlayedDaemon *daemon, qint64 perSecond);
    [[nodiscard]] Chart chart(const char *key) const;

    [[nodiscard]] QComboBox *box(int place) const { return m_page->findChildren<QComboBox *>().at(place); }

    [[nodiscard]] ChartWidget *widget(int place) const
    {
        return &m_page->findChildren<ChartPanel *>().at(place)->widget();
    }

    qint64 m_beginMs = 0;
    std::unique_ptr<DaemonList> m_list;
    std::unique_ptr<StatisticsCollector> m_statistics;
    std::unique_ptr<UpdateClock> m_clock;
    std::unique_ptr<ChartsPage> m_page;
    PlayedDaemon *m_one = nullptr;
    PlayedDaemon *m_two = nullptr;
};

void tst_monitor_chartspage::init()
{
    m_beginMs = QDateTime::currentMSecsSinceEpoch() - 30 * minuteMs;
    m_list = std::make_unique<DaemonList>();
    m_statistics = std::make_unique<StatisticsCollector>(*m_list);
    m_clock = std::make_unique<UpdateClock>();
    m_page = std::make_unique<ChartsPage>(*m_list, *m_statistics, *m_clock);
    m_page->resize(1000, 700);
    m_page->show();
}

void tst_monitor_chartspage::cleanup()
{
    m_page.reset();
    m_clock.reset();
    m_statistics.reset();
    m_list.reset();
}

void tst_monitor_chartspage::feed(PlayedDaemon *daemon, qint64 perSecond)
{
    daemon->begin([this](DaemonEvent &event) { event.timeMs = m_beginMs; });
    for (qint64 second = 1; second <= 600; ++second) {
        daemon->tell([=, this](DaemonEvent &event) {
            event.timeMs = m_beginMs + second * secondMs;
            event.totals.finishedRequests += perSecond;
            event.requests = {finished(runningRequest(second, {QStringLiteral("echo")}, 25))};
        });
    }
}

Chart tst_monitor_chartspage::chart(const char *key) const
{
    const QList<Chart> charts = m_page->charts();
    for (const Chart &candidate : charts) {
        if (candidate.key == QLatin1String(key))
            return candidate;
    }
    return {};
}

void tst_monitor_chartspage::showsWhatIsMeasured()
{
    m_one = addPlayed(*m_list, QStringLiteral("one"), 11);
    feed(m_one, 20);
    m_page->setShown(true);
    QVERIFY(m_page->charts().size() >= 8);
    const Chart throughput = chart("throughput");
    QVERIFY(!throughput.isEmpty());
    QCOMPARE(throughput.toMs - throughput.fromMs, 5 * minuteMs);
    QVERIFY(qAbs(throughput.greatest() - 20) < 0.1);
    QVERIFY(qAbs(chart("latency").greatest() - 25) <= 2);
    QVERIFY(widget(0)->accessibleDescription().contains(QStringLiteral("last 5 minutes")));
    QVERIFY(widget(0)->accessibleDescription().contains(QStringLiteral("highest 20/s")));
}

void tst_monitor_chartspage::restsWhileItIsNotShown()
{
    m_page->setShown(true);
    m_page->setShown(false);
    m_one = addPlayed(*m_list);
    feed(m_one, 20);
    m_clock->refresh();
    QVERIFY(chart("throughput").isEmpty());
    m_page->setShown(true);
    QVERIFY(!chart("throughput").isEmpty());
}

void tst_monitor_chartspage::choosesADaemon()
{
    m_one = addPlayed(*m_list, QStringLiteral("one"), 11);
    m_two = addPlayed(*m_list, QStringLiteral("two"), 22);
    feed(m_one, 20);
    feed(m_two, 3);
    m_page->setShown(true);
    QCOMPARE(m_page->selection(), QList<RecordKey>());
    QCOMPARE(box(0)->count(), 3);
    QSignalSpy changed(m_page.get(), &Page::selectionChanged);
    QVERIFY(m_page->selectKey({m_two->serial(), 0}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_page->selection(), (QList<RecordKey>{{m_two->serial(), 0}}));
    QVERIFY(qAbs(chart("throughput").greatest() - 3) < 0.1);
    QVERIFY(!m_page->selectKey({4711, 0}));
    // One that goes is still chosen, and said to be gone.
    m_two->vanish();
    m_clock->refresh();
    QCOMPARE(m_page->selection().size(), 1);
    QVERIFY(box(0)->currentText().contains(QStringLiteral("gone")));
    m_list->dismiss(m_two->serial());
    m_clock->refresh();
    QCOMPARE(m_page->selection().size(), 0);
    QCOMPARE(box(0)->currentIndex(), 0);
}

void tst_monitor_chartspage::choosesAStretch()
{
    m_one = addPlayed(*m_list);
    feed(m_one, 20);
    m_page->setShown(true);
    QList<qint64> spans;
    box(1)->setFocus();
    for (int place = 0; place < box(1)->count(); ++place) {
        if (place > 0)
            QTest::keyClick(box(1), Qt::Key_Down);
        QCOMPARE(box(1)->currentIndex(), place);
        spans.append((m_page->toMs() - m_page->fromMs()) / minuteMs);
        QCOMPARE(chart("memory").fromMs, m_page->fromMs());
        QVERIFY(m_page->isLive());
    }
    QCOMPARE(spans, (QList<qint64>{5, 15, 60, 360, 1440}));
}

void tst_monitor_chartspage::zoomsAllChartsTogether()
{
    m_one = addPlayed(*m_list);
    feed(m_one, 20);
    m_page->setShown(true);
    const qint64 nowMs = m_page->toMs();
    Q_EMIT widget(2)->rangeWanted(nowMs - 9 * minuteMs, nowMs - 2 * minuteMs);
    QCOMPARE(m_page->fromMs(), nowMs - 9 * minuteMs);
    QCOMPARE(m_page->toMs(), nowMs - 2 * minuteMs);
    QCOMPARE(m_page->isLive(), false);
    QCOMPARE(box(1)->currentIndex(), -1);
    for (const Chart &candidate : m_page->charts()) {
        QCOMPARE(candidate.fromMs, m_page->fromMs());
        QCOMPARE(candidate.toMs, m_page->toMs());
    }
    // What was chosen stands still while time goes on.
    m_one->tell([this](DaemonEvent &event) { event.timeMs = m_beginMs + 700 * secondMs; });
    m_clock->refresh();
    QCOMPARE(m_page->toMs(), nowMs - 2 * minuteMs);
    // Never less than 5 minutes, more than a day, or beyond now.
    Q_EMIT widget(0)->rangeWanted(nowMs - 60 * secondMs, nowMs - 50 * secondMs);
    QCOMPARE(m_page->toMs() - m_page->fromMs(), 5 * minuteMs);
    Q_EMIT widget(0)->rangeWanted(nowMs - 90'000 * minuteMs, nowMs + 90'000 * minuteMs);
    QCOMPARE(m_page->toMs() - m_page->fromMs(), 1440 * minuteMs);
    QVERIFY(m_page->toMs() <= m_statistics->nowMs());
    QVERIFY(m_page->isLive());
    QCOMPARE(box(1)->currentIndex(), 4); // Which is one of the list.
    QTest::keyClick(widget(0), Qt::Key_Plus);
    QCOMPARE(m_page->toMs() - m_page->fromMs(), 960 * minuteMs);
    QVERIFY(m_page->isLive());
    QCOMPARE(box(1)->currentIndex(), -1);
    Q_EMIT widget(1)->resetWanted();
    QCOMPARE(m_page->toMs() - m_page->fromMs(), 5 * minuteMs);
    QVERIFY(m_page->isLive());
    QCOMPARE(box(1)->currentIndex(), 0);
}

void tst_monitor_chartspage::readsOutAllChartsTogether()
{
    m_one = addPlayed(*m_list);
    feed(m_one, 20);
    m_page->setShown(true);
    QTest::keyClick(widget(1), Qt::Key_Left);
    QVERIFY(widget(1)->readOut());
    for (int i = 0; i < m_page->charts().size(); ++i)
        QCOMPARE(widget(i)->readOut(), widget(1)->readOut());
    QTest::keyClick(widget(1), Qt::Key_Escape);
    QVERIFY(!widget(0)->readOut());
}

void tst_monitor_chartspage::keepsItsState()
{
    box(1)->setCurrentIndex(2);
    Q_EMIT box(1)->activated(2);
    m_page->findChildren<ChartPanel *>().at(1)->setHidden({QStringLiteral("p99")});
    const QByteArray state = m_page->saveState();
    m_page->resetState();
    QCOMPARE(box(1)->currentIndex(), 0);
    QCOMPARE(m_page->findChildren<ChartPanel *>().at(1)->hidden(), QStringList());
    m_page->restoreState(state);
    QCOMPARE(box(1)->currentIndex(), 2);
    QCOMPARE(m_page->findChildren<ChartPanel *>().at(1)->hidden(), QStringList{QStringLiteral("p99")});
    for (const QByteArray &broken :
         {QByteArray("{"), QByteArray("[]"), QByteArray("{\"range_ms\":-1,\"hidden\":7}")})
        m_page->restoreState(broken);
    QCOMPARE(box(1)->currentIndex(), 0);
}

void tst_monitor_chartspage::writesFiles()
{
    m_one = addPlayed(*m_list);
    feed(m_one, 20);
    m_page->setShown(true);
    const QTemporaryDir directory;
    for (const auto *name : {"charts.png", "charts.svg", "charts.csv"}) {
        const QString path = directory.filePath(QLatin1String(name));
        QVERIFY(m_page->exportTo(path));
        QVERIFY(QFile(path).size() > 1000);
    }
    QVERIFY(!m_page->exportTo(directory.filePath(QStringLiteral("charts"))));
}

void tst_monitor_chartspage::everythingHasAName()
{
    m_page->setShown(true);
    for (const ChartPanel *panel : m_page->findChildren<ChartPanel *>())
        QVERIFY(!panel->widget().accessibleName().isEmpty());
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        QVERIFY2(label->buddy(), qPrintable(label->text()));
    QCOMPARE(m_page->id(), QStringLiteral("charts"));
    // By Tab: what is chosen first, then each legend before its chart.
    QList<const QWidget *> order;
    for (const QWidget *next = box(0);; next = next->nextInFocusChain()) {
        if (!order.isEmpty() && next == order.first())
            break;
        if (next->focusPolicy() & Qt::TabFocus)
            order.append(next);
    }
    QList<const QWidget *> expected{box(0), box(1)};
    for (const ChartPanel *panel : m_page->findChildren<ChartPanel *>()) {
        for (const QCheckBox *legend : panel->findChildren<QCheckBox *>())
            expected.append(legend);
        expected.append(&panel->widget());
    }
    QCOMPARE(order, expected);
}

void tst_monitor_chartspage::fitsIntoItsWidth()
{
    m_page->setShown(true);
    QSet<int> columns;
    for (const int width : {m_page->minimumSizeHint().width(), 640, 700, 900, 1400}) {
        m_page->resize(width, 700);
        QCoreApplication::processEvents();
        QSet<int> places;
        for (const ChartPanel *panel : m_page->findChildren<ChartPanel *>()) {
            const int left = panel->mapTo(m_page.get(), QPoint()).x();
            QVERIFY2(left + panel->width() <= width, qPrintable(QString::number(width)));
            QVERIFY(panel->height() >= panel->minimumSizeHint().height());
            places.insert(left);
        }
        columns.insert(static_cast<int>(places.size()));
    }
    QCOMPARE(columns, (QSet<int>{1, 2}));
}

void tst_monitor_chartspage::isEmptyWithoutDaemons()
{
    m_page->setShown(true);
    for (const Chart &candidate : m_page->charts())
        QVERIFY(candidate.isEmpty());
    QVERIFY(!m_page->grab().isNull());
}

QTEST_MAIN(tst_monitor_chartspage)
#include "tst_monitor_chartspage.moc"
