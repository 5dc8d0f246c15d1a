#include "chartsamples.h"
#include "look/contrast.h"
#include "look/seriescolors.h"
#include "palettes.h"
#include "widgets/chartlegend.h"
#include "widgets/chartpanel.h"

#include <QCheckBox>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

Q_DECLARE_METATYPE(std::optional<qint64>)

namespace {

int countOf(const QImage &image, const QColor &color, const QRectF &within)
{
    int count = 0;
    const QRect area = within.toRect().intersected(image.rect());
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixel(x, y) == color.rgb() ? 1 : 0;
    }
    return count;
}

} // namespace

class tst_monitor_chartwidget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void cleanup() { m_widget.reset(); }

    void paintsSeriesInEveryPalette_data() { addPalettes(); }

    void paintsSeriesInEveryPalette();
    void saysThatThereIsNothing();
    void mouseReadsOut();
    void keysReadOut();
    void keysZoom();
    void wheelZoomsAroundTheMoment();
    void draggingChoosesAStretch();
    void doubleClickGoesBack();
    void tellsInWords();
    void focusIsSeen();
    void legendShowsAndHides();
    void legendOfOneIsEmpty();

private:
    std::unique_ptr<ChartWidget> m_widget;
};

void tst_monitor_chartwidget::init()
{
    qRegisterMetaType<std::optional<qint64>>();
    m_widget = std::make_unique<ChartWidget>();
    m_widget->resize(700, 240);
    m_widget->setChart(chartOfTwo());
    m_widget->show();
}

void tst_monitor_chartwidget::paintsSeriesInEveryPalette()
{
    QFETCH(QPalette, palette);
    m_widget->setPalette(palette);
    const QImage image = m_widget->grab().toImage();
    const ChartLayout layout = m_widget->chartLayout();
    QCOMPARE(image.pixelColor(2, 2).rgb(), palette.color(QPalette::Base).rgb());
    // The even one runs along its value, and not in its gap.
    const QColor even = SeriesColors::color(1, palette);
    const double y = layout.yOf(50);
    const auto around = [&](qint64 fromS, qint64 toS) {
        return QRectF(QPointF(layout.xOf(static_cast<double>(chartBeginMs + fromS * 1000)), y - 2),
                      QPointF(layout.xOf(static_cast<double>(chartBeginMs + toS * 1000)), y + 2));
    };
    QVERIFY(countOf(image, even, around(60, 95)) > 20);
    QCOMPARE(countOf(image, even, around(105, 195)), 0);
    QVERIFY(countOf(image, even, around(205, 295)) > 50);
}

void tst_monitor_chartwidget::saysThatThereIsNothing()
{
    Chart chart = chartOfTwo();
    for (ChartSeries &series : chart.series)
        series.points.clear();
    m_widget->setChart(chart);
    const QImage empty = m_widget->grab().toImage();
    m_widget->setReadOut(chartBeginMs + 1000);
    QCOMPARE(m_widget->grab().toImage(), empty);
    QVERIFY(m_widget->accessibleDescription().contains(QStringLiteral("nothing to show")));
}

void tst_monitor_chartwidget::mouseReadsOut()
{
    QSignalSpy moved(m_widget.get(), &ChartWidget::readOutChanged);
    const ChartLayout layout = m_widget->chartLayout();
    const QImage before = m_widget->grab().toImage();
    const QPoint place(static_cast<int>(layout.xOf(static_cast<double>(chartBeginMs + 150'000))), 100);
    QTest::mouseMove(m_widget.get(), place);
    QTRY_COMPARE(moved.size(), 1);
    QVERIFY(m_widget->readOut());
    QCOMPARE(*m_widget->readOut(), layout.timeAt(place.x()));
    QVERIFY(qAbs(*m_widget->readOut() - (chartBeginMs + 150'000)) < 2000);
    QVERIFY(m_widget->grab().toImage() != before);
    // Beside the plot there is no moment.
    QTest::mouseMove(m_widget.get(), QPoint(2, 100));
    QTRY_COMPARE(moved.size(), 2);
    QVERIFY(!m_widget->readOut());
}

void tst_monitor_chartwidget::keysReadOut()
{
    QSignalSpy moved(m_widget.get(), &ChartWidget::readOutChanged);
    const qint64 endMs = chartBeginMs + 300'000;
    QTest::keyClick(m_widget.get(), Qt::Key_Left);
    QVERIFY(m_widget->readOut() && *m_widget->readOut() > endMs - 5000);
    const qint64 firstMs = *m_widget->readOut();
    QTest::keyClick(m_widget.get(), Qt::Key_Left);
    QCOMPARE(*m_widget->readOut(), firstMs - 1000);
    QTest::keyClick(m_widget.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(*m_widget->readOut(), firstMs - 11'000);
    QTest::keyClick(m_widget.get(), Qt::Key_Right);
    QCOMPARE(*m_widget->readOut(), firstMs - 10'000);
    QTest::keyClick(m_widget.get(), Qt::Key_Home);
    QCOMPARE(*m_widget->readOut(), chartBeginMs);
    QTest::keyClick(m_widget.get(), Qt::Key_Left);
    QCOMPARE(*m_widget->readOut(), chartBeginMs);
    QTest::keyClick(m_widget.get(), Qt::Key_End);
    QCOMPARE(*m_widget->readOut(), endMs - 1);
    // What is read out is what a screen reader says.
    QCOMPARE(m_widget->accessibleDescription(), m_widget->chart().readOut(endMs - 1));
    QTest::keyClick(m_widget.get(), Qt::Key_Escape);
    QVERIFY(!m_widget->readOut());
    QVERIFY(moved.size() >= 6);
}

void tst_monitor_chartwidget::keysZoom()
{
    QSignalSpy wanted(m_widget.get(), &ChartWidget::rangeWanted);
    QSignalSpy reset(m_widget.get(), &ChartWidget::resetWanted);
    QTest::keyClick(m_widget.get(), Qt::Key_Plus);
    QCOMPARE(wanted.size(), 1);
    // Without a moment the latest stays.
    QCOMPARE(wanted.at(0).at(1).toLongLong(), chartBeginMs + 300'000);
    QCOMPARE(wanted.at(0).at(0).toLongLong(), chartBeginMs + 100'000);
    QTest::keyClick(m_widget.get(), Qt::Key_Minus);
    QCOMPARE(wanted.at(1).at(0).toLongLong(), chartBeginMs - 150'000);
    QTest::keyClick(m_widget.get(), Qt::Key_0);
    QCOMPARE(reset.size(), 1);
}

void tst_monitor_chartwidget::wheelZoomsAroundTheMoment()
{
    QSignalSpy wanted(m_widget.get(), &ChartWidget::rangeWanted);
    const qint64 aroundMs = chartBeginMs + 200'000;
    m_widget->setReadOut(aroundMs);
    const auto turn = [this](Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(QPointF(300, 100), QPointF(300, 100), QPoint(), QPoint(0, 120), Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_widget.get(), &event);
        return event.isAccepted();
    };
    QVERIFY(!turn(Qt::NoModifier)); // That scrolls the page.
    QCOMPARE(wanted.size(), 0);
    QVERIFY(turn(Qt::ControlModifier));
    QCOMPARE(wanted.size(), 1);
    const qint64 fromMs = wanted.at(0).at(0).toLongLong();
    const qint64 toMs = wanted.at(0).at(1).toLongLong();
    QCOMPARE(toMs - fromMs, 200'000);
    QVERIFY(qAbs((aroundMs - fromMs) * 3 - (toMs - fromMs) * 2) < 10);
}

void tst_monitor_chartwidget::draggingChoosesAStretch()
{
    QSignalSpy wanted(m_widget.get(), &ChartWidget::rangeWanted);
    const ChartLayout layout = m_widget->chartLayout();
    const auto at = [&layout](qint64 ms) {
        return QPoint(qRound(layout.xOf(static_cast<double>(chartBeginMs + ms))), 100);
    };
    // Backwards, and beyond the edge.
    QTest::mousePress(m_widget.get(), Qt::LeftButton, {}, at(200'000));
    QTest::mouseMove(m_widget.get(), at(100'000));
    QTest::mouseRelease(m_widget.get(), Qt::LeftButton, {}, at(100'000));
    QCOMPARE(wanted.size(), 1);
    QVERIFY(qAbs(wanted.at(0).at(0).toLongLong() - (chartBeginMs + 100'000)) < 1500);
    QVERIFY(qAbs(wanted.at(0).at(1).toLongLong() - (chartBeginMs + 200'000)) < 1500);
    // A click is no stretch.
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, at(50'000));
    QCOMPARE(wanted.size(), 1);
    // Escape lets go.
    QTest::mousePress(m_widget.get(), Qt::LeftButton, {}, at(200'000));
    QTest::mouseMove(m_widget.get(), at(100'000));
    QTest::keyClick(m_widget.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_widget.get(), Qt::LeftButton, {}, at(100'000));
    QCOMPARE(wanted.size(), 1);
}

void tst_monitor_chartwidget::doubleClickGoesBack()
{
    QSignalSpy reset(m_widget.get(), &ChartWidget::resetWanted);
    QSignalSpy wanted(m_widget.get(), &ChartWidget::rangeWanted);
    QTest::mouseDClick(m_widget.get(), Qt::LeftButton, {}, QPoint(300, 100));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(wanted.size(), 0);
}

void tst_monitor_chartwidget::tellsInWords()
{
    QCOMPARE(m_widget->accessibleName(), QStringLiteral("Requests <per> second"));
    QCOMPARE(m_widget->accessibleDescription(), m_widget->chart().summary());
}

void tst_monitor_chartwidget::focusIsSeen()
{
    m_widget->clearFocus();
    const QImage before = m_widget->grab().toImage();
    m_widget->activateWindow();
    m_widget->setFocus();
    QTRY_VERIFY(m_widget->hasFocus());
    const QImage after = m_widget->grab().toImage();
    const QColor ring = m_widget->palette().color(QPalette::Highlight);
    QCOMPARE(countOf(before, ring, QRectF(0, 0, 700, 2)), 0);
    QVERIFY(countOf(after, ring, QRectF(0, 0, 700, 2)) > 600);
}

void tst_monitor_chartwidget::legendShowsAndHides()
{
    ChartPanel panel;
    panel.setChart(chartOfTwo());
    panel.show();
    const QList<QCheckBox *> boxes = panel.findChildren<QCheckBox *>();
    QCOMPARE(boxes.size(), 2);
    QCOMPARE(boxes.at(0)->text(), QStringLiteral("rising & \"more\""));
    QVERIFY(boxes.at(0)->isChecked());
    QTest::keyClick(boxes.at(0), Qt::Key_Space);
    QCOMPARE(panel.hidden(), QStringList{QStringLiteral("rising")});
    QCOMPARE(panel.widget().chart().greatest(), 50.0);
    // It stays hidden as time goes on, and the boxes stay the same.
    panel.setChart(chartOfTwo());
    QCOMPARE(panel.widget().chart().greatest(), 50.0);
    QCOMPARE(panel.findChildren<QCheckBox *>(), boxes);
    QVERIFY(!boxes.at(0)->isChecked());
    QTest::keyClick(boxes.at(0), Qt::Key_Space);
    QCOMPARE(panel.hidden(), QStringList());
    panel.setHidden({QStringLiteral("even"), QStringLiteral("unknown")});
    QVERIFY(!boxes.at(1)->isChecked());
}

void tst_monitor_chartwidget::legendOfOneIsEmpty()
{
    ChartPanel panel;
    Chart chart = chartOfTwo();
    chart.series.removeLast();
    panel.setChart(chart);
    QCOMPARE(panel.findChildren<QCheckBox *>().size(), 0);
}

QTEST_MAIN(tst_monitor_chartwidget)
#include "tst_monitor_chartwidget.moc"
