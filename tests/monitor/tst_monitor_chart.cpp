#include "chartsamples.h"
#include "palettes.h"
#include "widgets/chartaxis.h"
#include "widgets/chartexport.h"
#include "widgets/chartlayout.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ChartExport::Look look() { return {lightPalette(), QGuiApplication::font()}; }

} // namespace

class tst_monitor_chart : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void speaksInWords();
    void findsTheValuesOfAMoment();
    void valuesOfAxesAreRound_data();
    void valuesOfAxesAreRound();
    void labelsAreInThePersonsLocale();
    void axesBearAnything();
    void timesAreRound_data();
    void timesAreRound();
    void placesArePlacedBack();
    void gapsPartTheLine();
    void bandsShowPeaks();
    void labelsLieWithin_data();
    void labelsLieWithin();
    void writesPng();
    void writesSvg();
    void writesCsv();
    void saysWhyItCannotWrite();
};

void tst_monitor_chart::speaksInWords()
{
    Chart chart = chartOfTwo();
    QCOMPARE(chart.rangeText(), QStringLiteral("last 5 minutes"));
    QCOMPARE(chart.summary(),
             QStringLiteral("Requests <per> second, last 5 minutes. rising & \"more\": now 299/s, "
                            "lowest 0.0/s, highest 299/s. even: now 50/s, lowest 50/s, highest "
                            "50/s."));
    chart.series.first().isShown = false;
    QVERIFY(!chart.summary().contains(QStringLiteral("rising")));
    QCOMPARE(chart.greatest(), 50.0);
    chart.series.removeFirst();
    chart.title = QStringLiteral("Requests");
    QCOMPARE(chart.summary(),
             QStringLiteral("Requests, last 5 minutes. Now 50/s, lowest 50/s, highest 50/s."));
    chart.endsNow = false;
    QVERIFY(chart.summary().contains(QStringLiteral("At the end 50/s")));
    chart.endsNow = true;
    chart.fromMs = chart.toMs - 6 * hourMs;
    QCOMPARE(chart.rangeText(), QStringLiteral("last 6 hours"));
    chart.series.first().points.clear();
    QVERIFY(chart.isEmpty());
    QVERIFY(chart.summary().contains(QStringLiteral("nothing to show")));
}

void tst_monitor_chart::findsTheValuesOfAMoment()
{
    const Chart chart = chartOfTwo();
    const ChartSeries &rising = chart.series.at(0);
    const ChartSeries &even = chart.series.at(1);
    QCOMPARE(Chart::pointAt(rising, chartBeginMs)->mean, 0.0);
    QCOMPARE(Chart::pointAt(rising, chartBeginMs + 10'999)->mean, 10.0);
    QVERIFY(!Chart::pointAt(rising, chartBeginMs - 1));
    QVERIFY(!Chart::pointAt(rising, chartBeginMs + 300'000));
    QVERIFY(!Chart::pointAt(even, chartBeginMs + 150'000));
    QVERIFY(chart.readOut(chartBeginMs + 150'000).contains(QStringLiteral("150/s. even: no value.")));
    QCOMPARE(chart.stepMs(), 1000);
}

void tst_monitor_chart::valuesOfAxesAreRound_data()
{
    QTest::addColumn<ChartUnit>("unit");
    QTest::addColumn<double>("greatest");
    QTest::addColumn<QString>("labels");
    const auto row = [](const char *name, ChartUnit unit, double greatest, const char *labels) {
        QTest::newRow(name) << unit << greatest << QString::fromLatin1(labels);
    };
    row("count", ChartUnit::Count, 7, "0|2|4|6|8");
    row("no part of a connection", ChartUnit::Count, 0, "0|1");
    row("exactly", ChartUnit::Count, 40, "0|10|20|30|40");
    row("rate", ChartUnit::Rate, 0.9, "0.0|0.5|1.0");
    row("high rate", ChartUnit::Rate, 1234, "0|500|1000|1500");
    row("bytes", ChartUnit::Bytes, 3.5 * 1024 * 1024, "0 bytes|1 MiB|2 MiB|3 MiB|4 MiB");
    row("milliseconds", ChartUnit::Duration, 70, "0 ms|20 ms|40 ms|60 ms|80 ms");
    row("seconds", ChartUnit::Duration, 7'000, "0 s|2 s|4 s|6 s|8 s");
    row("minutes", ChartUnit::Duration, 200'000, "0 min|1 min|2 min|3 min|4 min");
    row("percent", ChartUnit::Percent, 1.7, "0 %|50 %|100 %|150 %|200 %");
    row("hardly any", ChartUnit::Percent, 0.001, "0 %|2 %|4 %|6 %");
}

void tst_monitor_chart::valuesOfAxesAreRound()
{
    QFETCH(ChartUnit, unit);
    QFETCH(double, greatest);
    QFETCH(QString, labels);
    QStringList told;
    for (const ChartAxis::Tick &tick : ChartAxis::values(unit, greatest, 4))
        told.append(tick.label);
    QCOMPARE(told.join(u'|'), labels);
}

void tst_monitor_chart::labelsAreInThePersonsLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QList<ChartAxis::Tick> ticks = ChartAxis::values(ChartUnit::Rate, 1234, 4);
    const QString half = ChartAxis::values(ChartUnit::Rate, 0.9, 4).at(1).label;
    QLocale::setDefault(QLocale::c());
    QCOMPARE(ticks.last().label, QStringLiteral("1.500"));
    QCOMPARE(half, QStringLiteral("0,5"));
}

void tst_monitor_chart::axesBearAnything()
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (const ChartUnit unit : {ChartUnit::Count, ChartUnit::Rate, ChartUnit::Bytes, ChartUnit::ByteRate,
                                 ChartUnit::Duration, ChartUnit::Percent}) {
        for (const double greatest :
             {0.0, -5.0, 1e-12, 0.3, 1.0, 999.0, 1e6, 3e12, 9e17, 1e300, infinite, std::nan("")}) {
            for (const int wanted : {-1, 1, 4, 1000}) {
                const QList<ChartAxis::Tick> ticks = ChartAxis::values(unit, greatest, wanted);
                QVERIFY(ticks.size() >= 2);
                QVERIFY(ticks.size() <= ChartAxis::mostTicks + 1);
                QCOMPARE(ticks.first().value, 0.0);
                if (std::isfinite(greatest) && greatest <= 1e18)
                    QVERIFY(ticks.last().value >= greatest * (1 - 1e-6));
                QVERIFY(ticks.last().value > 0);
            }
        }
    }
    QVERIFY(ChartAxis::times(5, 5, 4).isEmpty());
    QVERIFY(ChartAxis::times(-5, 5, 4).isEmpty());
    QVERIFY(ChartAxis::times(0, std::numeric_limits<qint64>::max(), 4).isEmpty());
    QVERIFY(ChartAxis::times(0, TimeSeries::maxTimeMs, 4).size() <= 5);
}

void tst_monitor_chart::timesAreRound_data()
{
    QTest::addColumn<qint64>("spanMs");
    QTest::addColumn<qint64>("stepMs");
    QTest::newRow("10 s") << 10 * secondMs << 2 * secondMs;
    QTest::newRow("5 min") << 5 * minuteMs << minuteMs;
    QTest::newRow("15 min") << 15 * minuteMs << 5 * minuteMs;
    QTest::newRow("1 h") << hourMs << 15 * minuteMs;
    QTest::newRow("6 h") << 6 * hourMs << 2 * hourMs;
    QTest::newRow("24 h") << 24 * hourMs << 6 * hourMs;
}

void tst_monitor_chart::timesAreRound()
{
    QFETCH(qint64, spanMs);
    QFETCH(qint64, stepMs);
    const qint64 fromMs = chartBeginMs + 1234;
    const QList<ChartAxis::Tick> ticks = ChartAxis::times(fromMs, fromMs + spanMs, 5);
    QVERIFY(ticks.size() >= 2);
    QVERIFY(ticks.size() <= 6);
    qint64 lastMs = 0;
    for (const ChartAxis::Tick &tick : ticks) {
        const auto timeMs = static_cast<qint64>(tick.value);
        QVERIFY(timeMs >= fromMs && timeMs <= fromMs + spanMs);
        // By the clock on the wall.
        const QTime time = QDateTime::fromMSecsSinceEpoch(timeMs).time();
        QCOMPARE(time.msecsSinceStartOfDay() % stepMs, 0);
        if (lastMs > 0)
            QCOMPARE(timeMs - lastMs, stepMs);
        lastMs = timeMs;
        QVERIFY(!tick.label.isEmpty());
    }
}

void tst_monitor_chart::placesArePlacedBack()
{
    const Chart chart = chartOfTwo();
    for (const bool hasHeading : {false, true}) {
        const ChartLayout layout =
            ChartLayout::of(chart, QSizeF(640, 240), QGuiApplication::font(), hasHeading);
        QVERIFY(QRectF(0, 0, 640, 240).contains(layout.plot));
        for (const qint64 timeMs : {chart.fromMs, chart.fromMs + 77'000, chart.toMs})
            QVERIFY(std::abs(layout.timeAt(layout.xOf(static_cast<double>(timeMs))) - timeMs) <= 1);
        QCOMPARE(layout.timeAt(-100), chart.fromMs);
        QCOMPARE(layout.timeAt(5000), chart.toMs);
        QCOMPARE(layout.yOf(0), layout.plot.bottom());
        QCOMPARE(layout.yOf(layout.top), layout.plot.top());
        QVERIFY(layout.top >= 299);
        QCOMPARE(layout.title.text.isEmpty(), !hasHeading);
        QCOMPARE(layout.legend.size(), hasHeading ? 2 : 0);
    }
    // However small, nothing breaks.
    for (const QSizeF &size : {QSizeF(0, 0), QSizeF(1, 1), QSizeF(20, 20), QSizeF(3, 400)}) {
        const ChartLayout layout = ChartLayout::of(chart, size, QGuiApplication::font(), true);
        QVERIFY(layout.plot.width() > 0 && layout.plot.height() > 0);
        QVERIFY(layout.timeAt(0) >= chart.fromMs);
    }
}

void tst_monitor_chart::gapsPartTheLine()
{
    const ChartLayout layout =
        ChartLayout::of(chartOfTwo(), QSizeF(640, 240), QGuiApplication::font(), false);
    QCOMPARE(layout.stretches.size(), 3);
    QCOMPARE(layout.stretches.at(0).line.size(), 300);
    QCOMPARE(layout.stretches.at(1).series, 1);
    QCOMPARE(layout.stretches.at(1).line.size(), 100);
    QCOMPARE(layout.stretches.at(2).line.size(), 100);
    const double end = layout.stretches.at(1).line.last().x();
    const double begin = layout.stretches.at(2).line.first().x();
    QVERIFY(std::abs((begin - end) - layout.plot.width() * 101 / 300) < 0.5);
    QVERIFY(layout.stretches.at(0).band.isEmpty());
}

void tst_monitor_chart::bandsShowPeaks()
{
    Chart chart = chartOfTwo();
    chart.series.first().points.at(30).max = 900;
    const ChartLayout layout = ChartLayout::of(chart, QSizeF(640, 240), QGuiApplication::font(), false);
    QVERIFY(layout.top >= 900);
    QCOMPARE(layout.stretches.first().band.size(), 600);
    QCOMPARE(layout.stretches.first().band.boundingRect().top(), layout.yOf(900));
}

void tst_monitor_chart::labelsLieWithin_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("small") << QSizeF(260, 110);
    QTest::newRow("usual") << QSizeF(640, 240);
    QTest::newRow("large") << QSizeF(1920, 800);
}

void tst_monitor_chart::labelsLieWithin()
{
    QFETCH(QSizeF, size);
    const QFontMetricsF metrics{QGuiApplication::font()};
    for (const qint64 spanMs : {5 * minuteMs, hourMs, 24 * hourMs}) {
        Chart chart = chartOfTwo(ChartUnit::Bytes);
        chart.fromMs = chart.toMs - spanMs;
        const ChartLayout layout = ChartLayout::of(chart, size, QGuiApplication::font(), false);
        QList<QRectF> seen;
        for (const ChartLayout::Label &label : layout.labels) {
            const QRectF box(label.baseline.x(), label.baseline.y() - metrics.ascent(),
                             metrics.horizontalAdvance(label.text), metrics.height());
            QVERIFY2(QRectF(QPointF(0, 0), size).adjusted(-1, -2, 1, 2).contains(box),
                     qPrintable(label.text));
            for (const QRectF &other : std::as_const(seen))
                QVERIFY2(!other.intersects(box.adjusted(1, 1, -1, -1)), qPrintable(label.text));
            seen.append(box);
        }
        QVERIFY(seen.size() >= 3);
    }
}

void tst_monitor_chart::writesPng()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("charts.PNG"));
    QVERIFY(ChartExport::write(path, {chartOfTwo(), chartOfTwo()}, look()));
    const QImage image(path);
    QCOMPARE(image.size(), QSize(2 * 900, 2 * 2 * 260));
    QVERIFY(ChartExport::image({}, look()).isNull());
}

void tst_monitor_chart::writesSvg()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("charts.svg"));
    QVERIFY(ChartExport::write(path, {chartOfTwo()}, look()));
    QXmlStreamReader xml(contentOf(path));
    QMap<QString, int> elements;
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        QCOMPARE(xml.namespaceUri(), QStringLiteral("http://www.w3.org/2000/svg"));
        ++elements[xml.name().toString()];
        if (xml.name() == QLatin1String("text") || xml.name() == QLatin1String("title") ||
            xml.name() == QLatin1String("desc"))
            texts.append(xml.readElementText());
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(elements.value(QStringLiteral("svg")), 1);
    QCOMPARE(elements.value(QStringLiteral("polyline")), 3);
    QVERIFY(elements.value(QStringLiteral("line")) > 6);
    QVERIFY(texts.contains(QStringLiteral("Requests <per> second")));
    QVERIFY(texts.contains(QStringLiteral("rising & \"more\"")));
    QVERIFY(texts.contains(chartOfTwo().summary()));
}

void tst_monitor_chart::writesCsv()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("charts.csv"));
    Chart chart = chartOfTwo();
    chart.key = QStringLiteral("a \"quoted\", key");
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    chart.series.first().points.at(1).mean = 1.5;
    const bool isWritten = ChartExport::write(path, {chart}, look()).has_value();
    QLocale::setDefault(QLocale::c());
    QVERIFY(isWritten);
    const QList<QByteArray> lines = contentOf(path).split('\n');
    // A heading, 300 and 200 values, and nothing after the last end of a line.
    QCOMPARE(lines.size(), 1 + 300 + 200 + 1);
    QCOMPARE(lines.at(0), QByteArray("time,chart,series,minimum,mean,maximum\r"));
    QCOMPARE(lines.at(2), QByteArray("2023-11-14T22:15:01Z,\"a \"\"quoted\"\", key\",\"rising\",1,1.5,1\r"));
    QVERIFY(lines.last().isEmpty());
    chart.series.first().isShown = false;
    QCOMPARE(ChartExport::csv({chart}).count('\n'), 1 + 200);
}

void tst_monitor_chart::saysWhyItCannotWrite()
{
    const QTemporaryDir directory;
    const Result<void> unknown =
        ChartExport::write(directory.filePath(QStringLiteral("charts.txt")), {chartOfTwo()}, look());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(unknown.error().message().contains(QStringLiteral("charts.txt")));
    const Result<void> nowhere =
        ChartExport::write(directory.filePath(QStringLiteral("none/charts.csv")), {chartOfTwo()}, look());
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code(), ErrorCode::IoError);
    QVERIFY(nowhere.error().message().contains(QStringLiteral("none")));
}

QTEST_MAIN(tst_monitor_chart)
#include "tst_monitor_chart.moc"
