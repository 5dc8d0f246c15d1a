#include "models/statisticscollector.h"
#include "monitortesting.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;

StatisticsSample sampleOf(double requests, double connections = 0)
{
    StatisticsSample sample;
    sample.counters.front() = requests;
    sample.gauges.front() = connections;
    return sample;
}

double sumOf(const TimeSeries &series, qint64 fromMs, qint64 toMs)
{
    double sum = 0;
    for (const SeriesPoint &point : series.points(fromMs, toMs))
        sum += point.isGap() ? 0 : point.mean;
    return sum;
}

} // namespace

class tst_monitor_statistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondsAddUp();
    void leavesGapsWhereNobodyLooked();
    void quietStretchesAreZero();
    void tellsLatencies();
    void measuresADaemon();
    void measuresARecordingInItsOwnTime();
    void beginsWithWhatHasFinished();
    void measuresAllTogether();
    void allHaveAGapWhenNobodyWasSeen();
    void forgetsWhatIsDismissed();
    void bearsDaemonsThatLie();
};

void tst_monitor_statistics::secondsAddUp()
{
    DaemonStatistics statistics;
    const qint64 beginMs = 1'700'000'000'000;
    double requests = 50;
    statistics.observe(beginMs, sampleOf(requests));
    // 40 requests per second, looked at at odd moments.
    for (qint64 ms = 0; ms < minuteMs; ms += 170) {
        requests = 50 + static_cast<double>(ms) * 0.04;
        statistics.observe(beginMs + ms, sampleOf(requests, ms == 17'000 ? 9 : 2));
    }
    const TimeSeries &rates = statistics.series(Statistic::Requests);
    const std::vector<SeriesPoint> points = rates.points(beginMs + secondMs, beginMs + minuteMs);
    QVERIFY(points.size() >= 57);
    for (const SeriesPoint &point : points)
        QVERIFY2(std::abs(point.mean - 40) < 1e-3, qPrintable(QString::number(point.mean)));
    QCOMPARE(std::round(*statistics.recent(Statistic::Requests)), 40.0);
    // A single moment is not lost on a gauge.
    double greatest = 0;
    for (const SeriesPoint &point :
         statistics.series(Statistic::Connections).points(beginMs, beginMs + minuteMs))
        greatest = std::max(greatest, point.max);
    QCOMPARE(greatest, 9.0);
}

void tst_monitor_statistics::leavesGapsWhereNobodyLooked()
{
    DaemonStatistics statistics;
    const qint64 beginMs = 1'700'000'000'000;
    for (qint64 second = 0; second < 20; ++second)
        statistics.observe(beginMs + second * secondMs, sampleOf(static_cast<double>(second)));
    statistics.interrupt();
    for (qint64 second = 40; second < 60; ++second)
        statistics.observe(beginMs + second * secondMs, sampleOf(static_cast<double>(1000 + second)));
    const std::vector<SeriesPoint> points =
        statistics.series(Statistic::Requests).points(beginMs, beginMs + minuteMs);
    int gaps = 0;
    for (const SeriesPoint &point : points) {
        gaps += point.isGap() ? 1 : 0;
        QVERIFY(point.isGap() || std::abs(point.mean - 1) < 1e-3);
    }
    QVERIFY(gaps >= 20);
    // As after a night of sleep.
    statistics.observe(beginMs + 600 * minuteMs, sampleOf(5000));
    statistics.observe(beginMs + 600 * minuteMs + 2 * secondMs, sampleOf(5000));
    const qint64 endMs = beginMs + 601 * minuteMs;
    QCOMPARE(sumOf(statistics.series(Statistic::Requests), endMs - 5 * minuteMs, endMs), 0.0);
}

void tst_monitor_statistics::quietStretchesAreZero()
{
    DaemonStatistics statistics;
    const qint64 beginMs = 1'700'000'000'000;
    statistics.observe(beginMs, sampleOf(0, 3));
    statistics.observe(beginMs + minuteMs, sampleOf(30, 4));
    const TimeSeries &rates = statistics.series(Statistic::Requests);
    const std::vector<SeriesPoint> points = rates.points(beginMs, beginMs + 2 * minuteMs);
    QVERIFY(points.size() >= 58);
    for (const SeriesPoint &point : points)
        QVERIFY(!point.isGap());
    QCOMPARE(sumOf(rates, beginMs, beginMs + minuteMs - 2 * secondMs), 0.0);
    QVERIFY(std::abs(sumOf(rates, beginMs, beginMs + minuteMs) - 30) < 1e-3);
    const std::vector<SeriesPoint> connections =
        statistics.series(Statistic::Connections).points(beginMs, beginMs + minuteMs);
    QCOMPARE(connections.size(), size_t(60));
    for (const SeriesPoint &point : connections)
        QCOMPARE(point.mean, 3.0);
}

void tst_monitor_statistics::tellsLatencies()
{
    DaemonStatistics statistics;
    const qint64 beginMs = 1'700'000'000'000;
    for (qint64 second = 0; second < 60; ++second) {
        statistics.observe(beginMs + second * secondMs, sampleOf(0));
        for (qint64 i = 0; second < 30 && i < 100; ++i)
            statistics.recordLatency(beginMs + second * secondMs, i < 98 ? 10 : 20'000);
    }
    QCOMPARE(statistics.latencyCount(), 3000);
    QCOMPARE(*statistics.latency(0.5), 10.0);
    QVERIFY(*statistics.latency(0.99) > 19'000);
    const TimeSeries &p95 = statistics.series(Statistic::LatencyP95);
    QCOMPARE(p95.points(beginMs + 10 * secondMs, beginMs + 20 * secondMs).front().mean, 10.0);
    // Nothing finished for a while: no value rather than zero.
    QVERIFY(p95.points(beginMs + 45 * secondMs, beginMs + minuteMs).empty());
}

void tst_monitor_statistics::measuresADaemon()
{
    DaemonList list;
    StatisticsCollector collector(list);
    PlayedDaemon *daemon = addPlayed(list);
    const qint64 beginMs = QDateTime::currentMSecsSinceEpoch() - 10 * minuteMs;
    daemon->begin([beginMs](DaemonEvent &event) {
        event.timeMs = beginMs;
        event.totals.finishedRequests = 100;
        event.process = ProcessSnapshot{.residentBytes = 9000, .privateBytes = 1000, .cpuMs = 500};
    });
    for (qint64 i = 1; i <= 120; ++i) {
        daemon->tell([beginMs, i](DaemonEvent &event) {
            event.timeMs = beginMs + i * 250;
            event.totals.finishedRequests += 5;
            event.totals.failedRequests += i % 4 == 0 ? 1 : 0;
            event.requests = {finished(runningRequest(i, {QStringLiteral("echo")}, 40))};
            if (i % 4 == 0)
                event.process =
                    ProcessSnapshot{.residentBytes = 9000, .privateBytes = 1000 + i, .cpuMs = 500 + i * 100};
        });
    }
    const DaemonStatistics *statistics = collector.find(daemon->serial());
    QVERIFY(statistics);
    QVERIFY(std::abs(*statistics->recent(Statistic::Requests) - 20) < 0.2);
    QVERIFY(std::abs(*statistics->recent(Statistic::Failures) - 1) < 0.2);
    QVERIFY(std::abs(*statistics->recent(Statistic::Cpu) - 0.4) < 0.02);
    QVERIFY(std::abs(*statistics->latency(0.5) - 40) <= 2);
    QVERIFY(*statistics->recent(Statistic::PrivateBytes) > 1100);
}

void tst_monitor_statistics::measuresARecordingInItsOwnTime()
{
    DaemonList list;
    StatisticsCollector collector(list);
    PlayedDaemon *daemon = addPlayed(list);
    const qint64 beginMs = QDateTime::currentMSecsSinceEpoch() - 1000 * minuteMs;
    daemon->begin([beginMs](DaemonEvent &event) { event.timeMs = beginMs; });
    daemon->tell([beginMs](DaemonEvent &event) {
        event.timeMs = beginMs + 4 * minuteMs;
        event.totals.finishedRequests = 7;
    });
    daemon->tell([beginMs](DaemonEvent &event) { event.timeMs = beginMs + 4 * minuteMs + secondMs; });
    QVERIFY(std::abs(collector.nowMs() - (beginMs + 4 * minuteMs + secondMs)) < secondMs);
    const TimeSeries &rates = collector.find(daemon->serial())->series(Statistic::Requests);
    QVERIFY(std::abs(sumOf(rates, beginMs, beginMs + 5 * minuteMs) - 7) < 0.1);
    // Real time passes, and the recording stands still.
    QSignalSpy sampled(&collector, &StatisticsCollector::sampled);
    const size_t before = rates.points(beginMs, beginMs + 10 * minuteMs).size();
    QVERIFY(sampled.wait());
    QCOMPARE(rates.points(beginMs, beginMs + 10 * minuteMs).size(), before);
}

void tst_monitor_statistics::beginsWithWhatHasFinished()
{
    DaemonList list;
    StatisticsCollector collector(list);
    PlayedDaemon *daemon = addPlayed(list);
    const auto history = [](DaemonEvent &event) {
        for (qint64 i = 1; i <= 10; ++i)
            event.requests.append(finished(runningRequest(i, {QStringLiteral("echo")}, 100 * i)));
        event.requests.first().finishedAtMs -= 60 * minuteMs; // Too long ago.
        event.timeMs = QDateTime::currentMSecsSinceEpoch();
    };
    daemon->begin(history);
    const DaemonStatistics *statistics = collector.find(daemon->serial());
    QCOMPARE(statistics->latencyCount(), 9);
    QVERIFY(*statistics->latency(1) > 950);
    // All together begin with the same; what a second daemon tells counts when it was, not now.
    PlayedDaemon *other = addPlayed(list, QStringLiteral("other"));
    other->begin([](DaemonEvent &event) {
        event.requests = {finished(runningRequest(1, {QStringLiteral("echo")}, 5000))};
        event.requests.first().finishedAtMs -= 60 * minuteMs;
    });
    QCOMPARE(collector.all().latencyCount(), 9);
    // A collector that comes later sees the same, and a new connection counts nothing twice.
    const StatisticsCollector late(list);
    QCOMPARE(late.find(daemon->serial())->latencyCount(), 9);
    const QList<RequestSnapshot> known(daemon->mirror().finishedRequests().begin(),
                                       daemon->mirror().finishedRequests().end());
    daemon->begin([&known](DaemonEvent &event) { event.requests = known; });
    QCOMPARE(statistics->latencyCount(), 9);
}

void tst_monitor_statistics::measuresAllTogether()
{
    DaemonList list;
    StatisticsCollector collector(list);
    PlayedDaemon *one = addPlayed(list, QStringLiteral("one"));
    PlayedDaemon *two = addPlayed(list, QStringLiteral("two"));
    const qint64 beginMs = QDateTime::currentMSecsSinceEpoch() - 10 * minuteMs;
    const auto begin = [beginMs](DaemonEvent &event) {
        event.timeMs = beginMs;
        event.totals.finishedRequests = 1'000'000; // From before: not to be counted.
        event.process = ProcessSnapshot{.residentBytes = 9000, .privateBytes = 1000, .cpuMs = 0};
    };
    one->begin(begin);
    two->begin(begin);
    for (qint64 second = 1; second <= 20; ++second) {
        one->tell([=](DaemonEvent &event) {
            event.timeMs = beginMs + second * secondMs;
            event.totals.finishedRequests += 10;
        });
        two->tell([=](DaemonEvent &event) {
            event.timeMs = beginMs + second * secondMs;
            event.totals.finishedRequests += 5;
        });
    }
    const DaemonStatistics &all = collector.all();
    QVERIFY(std::abs(*all.recent(Statistic::Requests) - 15) < 6);
    QVERIFY(std::abs(sumOf(all.series(Statistic::Requests), beginMs, beginMs + minuteMs) - 285) < 16);
    QVERIFY(std::abs(*all.recent(Statistic::PrivateBytes) - 2000) < 1);
    // The connection to one is lost: what it takes is unknown, until it tells anew.
    Q_EMIT two->adminChanged();
    one->tell([=](DaemonEvent &event) { event.timeMs = beginMs + 20 * secondMs; });
    for (qint64 second = 21; second <= 30; ++second)
        one->tell([=](DaemonEvent &event) { event.timeMs = beginMs + second * secondMs; });
    QVERIFY(std::abs(*all.recent(Statistic::PrivateBytes) - 1000) < 1);
    const auto again = [=](DaemonEvent &event) {
        begin(event);
        event.timeMs = beginMs + 30 * secondMs;
    };
    two->begin(again);
    for (qint64 second = 31; second <= 40; ++second)
        one->tell([=](DaemonEvent &event) { event.timeMs = beginMs + second * secondMs; });
    QVERIFY(std::abs(*all.recent(Statistic::PrivateBytes) - 2000) < 1);
    // One goes: it is no longer in the sums.
    two->vanish();
    for (qint64 second = 41; second <= 50; ++second) {
        one->tell([=](DaemonEvent &event) {
            event.timeMs = beginMs + second * secondMs;
            event.totals.finishedRequests += 10;
        });
    }
    QVERIFY(std::abs(*all.recent(Statistic::PrivateBytes) - 1000) < 1);
    QVERIFY(std::abs(*all.recent(Statistic::Requests) - 10) < 0.1);
}

void tst_monitor_statistics::allHaveAGapWhenNobodyWasSeen()
{
    DaemonList list;
    StatisticsCollector collector(list);
    PlayedDaemon *daemon = addPlayed(list);
    const qint64 beginMs = QDateTime::currentMSecsSinceEpoch() - 10 * minuteMs;
    const auto at = [beginMs](qint64 second) {
        return [=](DaemonEvent &event) {
            event.timeMs = beginMs + second * secondMs;
            event.totals.finishedRequests = 10 * second;
        };
    };
    daemon->begin(at(0));
    for (qint64 second = 1; second <= 10; ++second)
        daemon->tell(at(second));
    daemon->begin(at(40)); // Connected anew.
    for (qint64 second = 41; second <= 50; ++second)
        daemon->tell(at(second));
    for (const DaemonStatistics *statistics : {&collector.all(), collector.find(daemon->serial())}) {
        int gaps = 0;
        for (const SeriesPoint &point :
             statistics->series(Statistic::Requests).points(beginMs, beginMs + minuteMs)) {
            gaps += point.isGap() ? 1 : 0;
            QVERIFY(point.isGap() || std::abs(point.mean - 10) < 0.1);
        }
        QVERIFY(gaps >= 28);
    }
}

void tst_monitor_statistics::forgetsWhatIsDismissed()
{
    DaemonList list;
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    StatisticsCollector collector(list);
    const qint64 serial = daemon->serial();
    QVERIFY(collector.find(serial));
    daemon->vanish();
    collector.sample();
    QVERIFY(collector.find(serial));
    list.dismiss(serial);
    QVERIFY(!collector.find(serial));
    collector.sample();
}

void tst_monitor_statistics::bearsDaemonsThatLie()
{
    DaemonList list;
    StatisticsCollector collector(list);
    PlayedDaemon *liar = addPlayed(list, QStringLiteral("liar"));
    PlayedDaemon *honest = addPlayed(list, QStringLiteral("honest"));
    liar->begin();
    honest->begin();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    const qint64 times[] = {most, 0, -most, nowMs, 1, nowMs - minuteMs, most / 2};
    for (int round = 0; round < 50; ++round) {
        liar->tell([&times, round](DaemonEvent &event) {
            event.timeMs = times[static_cast<size_t>(round) % std::size(times)];
            event.totals.finishedRequests = round % 2 == 0 ? most : 0;
            event.totals.outputBytes = most;
            event.process = ProcessSnapshot{
                .residentBytes = most, .privateBytes = most, .cpuMs = round % 2 ? most : -most};
            RequestSnapshot request = finished(runningRequest(round + 1));
            request.durationMs = round % 2 == 0 ? most : -most;
            request.finishedAtMs = most;
            event.requests = {request};
        });
        honest->tell([](DaemonEvent &event) { event.totals.finishedRequests += 1; });
        collector.sample();
    }
    QVERIFY(collector.nowMs() <= QDateTime::currentMSecsSinceEpoch());
    QVERIFY(collector.find(honest->serial())->lastTimeMs() >= nowMs - secondMs);
    QVERIFY(collector.all().lastTimeMs() >= nowMs - secondMs);
    for (size_t i = 0; i < statisticCount; ++i) {
        const TimeSeries &series = collector.all().series(static_cast<Statistic>(i));
        for (const SeriesPoint &point : series.points(0, nowMs + minuteMs))
            QVERIFY(point.isGap() || (std::isfinite(point.mean) && point.min <= point.max));
    }
}

QTEST_GUILESS_MAIN(tst_monitor_statistics)
#include "tst_monitor_statistics.moc"
