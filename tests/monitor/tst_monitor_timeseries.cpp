#include "models/timeseries.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <map>

using namespace DaemonRpc::Monitor;

namespace {

constexpr qint64 beginMs = 1'700'000'000'000;
constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;

bool isNear(double a, double b) { return std::abs(a - b) <= 1e-5 * std::max(1.0, std::abs(b)); }

} // namespace

class tst_monitor_timeseries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatANaiveOneSays_data();
    void saysWhatANaiveOneSays();
    void keepsPeaks();
    void keepsGaps();
    void staysBounded();
    void takesLateValuesAndClocksThatAreSet();
    void passesOverWhatIsNoNumber();
    void givesTheLastSeconds();
};

void tst_monitor_timeseries::saysWhatANaiveOneSays_data()
{
    QTest::addColumn<qint64>("spanMs");
    QTest::addColumn<qint64>("stepMs");
    QTest::newRow("5 min") << 5 * minuteMs << secondMs;
    QTest::newRow("15 min") << 15 * minuteMs << 10 * secondMs;
    QTest::newRow("1 h") << hourMs << 10 * secondMs;
    QTest::newRow("6 h") << 6 * hourMs << minuteMs;
    QTest::newRow("24 h") << 24 * hourMs << 5 * minuteMs;
}

void tst_monitor_timeseries::saysWhatANaiveOneSays()
{
    QFETCH(qint64, spanMs);
    QFETCH(qint64, stepMs);
    TimeSeries series;
    std::map<qint64, std::vector<double>> naive;
    QRandomGenerator random(7);
    // Longer than a day, at irregular moments, with stretches of silence.
    qint64 timeMs = beginMs;
    const qint64 endMs = beginMs + 26 * hourMs;
    while (timeMs < endMs) {
        const double value = random.bounded(1000.0) - 100;
        series.add(timeMs, value);
        naive[timeMs / stepMs].push_back(value);
        timeMs += random.bounded(3000) + (random.bounded(500) == 0 ? random.bounded(4 * minuteMs) : 0);
    }
    const qint64 nowMs = series.lastTimeMs() + 1;
    QCOMPARE(series.resolution(nowMs - spanMs, nowMs).count(), stepMs);
    const std::vector<SeriesPoint> points = series.points(nowMs - spanMs, nowMs);
    QCOMPARE(qint64(points.size()), series.lastTimeMs() / stepMs - (nowMs - spanMs) / stepMs + 1);
    qint64 expectedMs = (nowMs - spanMs) / stepMs * stepMs;
    int gaps = 0;
    for (const SeriesPoint &point : points) {
        QCOMPARE(point.timeMs, expectedMs);
        expectedMs += stepMs;
        const auto found = naive.find(point.timeMs / stepMs);
        QCOMPARE(point.isGap(), found == naive.end());
        if (point.isGap()) {
            ++gaps;
            continue;
        }
        double sum = 0;
        for (const double value : found->second)
            sum += value;
        QVERIFY(isNear(point.mean, sum / static_cast<double>(found->second.size())));
        QVERIFY(isNear(point.min, *std::min_element(found->second.begin(), found->second.end())));
        QVERIFY(isNear(point.max, *std::max_element(found->second.begin(), found->second.end())));
    }
    if (spanMs == 5 * minuteMs)
        QVERIFY(gaps > 0);
}

void tst_monitor_timeseries::keepsPeaks()
{
    TimeSeries series;
    for (qint64 second = 0; second < 12 * 3600; ++second)
        series.add(beginMs + second * secondMs, second == 600 ? 5000 : 1);
    const qint64 nowMs = series.lastTimeMs() + 1;
    double greatest = 0;
    for (const SeriesPoint &point : series.points(nowMs - 24 * hourMs, nowMs))
        greatest = std::max(greatest, point.max);
    QCOMPARE(greatest, 5000.0);
}

void tst_monitor_timeseries::keepsGaps()
{
    TimeSeries series;
    series.add(beginMs, 1);
    series.add(beginMs + 10 * secondMs, 3);
    const std::vector<SeriesPoint> points = series.points(beginMs - minuteMs, beginMs + minuteMs);
    QCOMPARE(points.size(), size_t(11));
    QCOMPARE(points.front().mean, 1.0);
    for (size_t i = 1; i < 10; ++i)
        QVERIFY(points.at(i).isGap());
    QCOMPARE(points.back().mean, 3.0);
    // A gap that is longer than what is kept leaves nothing of before.
    series.add(beginMs + hourMs, 5);
    QCOMPARE(series.points(beginMs + hourMs - 5 * minuteMs, beginMs + hourMs + minuteMs).size(), size_t(1));
}

void tst_monitor_timeseries::staysBounded()
{
    TimeSeries series;
    for (qint64 second = 0; second < 30 * 3600; ++second)
        series.add(beginMs + second * secondMs, static_cast<double>(second));
    const qint64 nowMs = series.lastTimeMs() + 1;
    for (const qint64 spanMs : {6 * minuteMs, hourMs, 6 * hourMs, 24 * hourMs, 10'000 * hourMs})
        QVERIFY(series.points(nowMs - spanMs, nowMs).size() <= 391);
    QCOMPARE(series.points(0, TimeSeries::maxTimeMs).size(), size_t(290));
    // No more points than are asked for, as long as there is a coarser resolution.
    QVERIFY(series.points(nowMs - 5 * minuteMs, nowMs, 40).size() <= 40);
}

void tst_monitor_timeseries::takesLateValuesAndClocksThatAreSet()
{
    TimeSeries series;
    series.add(beginMs, 1);
    series.add(beginMs - 2000, 3); // A little late: as if it came now.
    QCOMPARE(series.lastTimeMs(), beginMs);
    QCOMPARE(series.points(beginMs - minuteMs, beginMs + minuteMs).size(), size_t(1));
    QCOMPARE(series.points(beginMs - minuteMs, beginMs + minuteMs).front().mean, 2.0);
    series.add(beginMs - hourMs, 7);
    QCOMPARE(series.lastTimeMs(), beginMs - hourMs);
    QVERIFY(series.points(beginMs - minuteMs, beginMs + minuteMs).empty());
    // Far ahead, and at once.
    series.add(TimeSeries::maxTimeMs, 9);
    QCOMPARE(series.points(0, TimeSeries::maxTimeMs + 1).back().mean, 9.0);
}

void tst_monitor_timeseries::passesOverWhatIsNoNumber()
{
    TimeSeries series;
    series.add(beginMs, std::numeric_limits<double>::quiet_NaN());
    series.add(beginMs, std::numeric_limits<double>::infinity());
    series.add(beginMs, 1e300);
    series.add(-1, 1);
    series.add(TimeSeries::maxTimeMs + 1, 1);
    QVERIFY(series.isEmpty());
    QVERIFY(series.points(0, beginMs).empty());
}

void tst_monitor_timeseries::givesTheLastSeconds()
{
    TimeSeries series;
    for (const qint64 second : {0, 1, 2, 4})
        series.add(beginMs + second * secondMs, static_cast<double>(second));
    const Course course = series.course(beginMs + 5 * secondMs, 6);
    QCOMPARE(course.values.size(), 6);
    QVERIFY(std::isnan(course.values.at(0)));
    QCOMPARE(course.values.at(1), 0.0);
    QCOMPARE(course.values.at(3), 2.0);
    QVERIFY(std::isnan(course.values.at(4)));
    QCOMPARE(course.values.at(5), 4.0);
    // Gaps do not make two courses differ.
    QCOMPARE(series.course(beginMs + 5 * secondMs, 6) == course, true);
    QCOMPARE(series.course(beginMs + 4 * secondMs, 6) == course, false);
    QCOMPARE(series.course(beginMs, 1'000'000).values.size(), 300);
}

QTEST_GUILESS_MAIN(tst_monitor_timeseries)
#include "tst_monitor_timeseries.moc"
