#include "models/latencywindow.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace DaemonRpc::Monitor;

namespace {

constexpr qint64 beginMs = 1'700'000'000'000;

double exactQuantile(std::vector<qint64> durations, double part)
{
    std::sort(durations.begin(), durations.end());
    const auto rank = static_cast<size_t>(std::ceil(part * static_cast<double>(durations.size())));
    return static_cast<double>(durations.at(std::max<size_t>(1, rank) - 1));
}

} // namespace

class tst_monitor_latencywindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void binsHoldWhatTheySay();
    void quantilesAreWithinTheError_data();
    void quantilesAreWithinTheError();
    void forgetsWhatIsOld();
    void lateOnesCountWhereTheyBelong();
    void takesAClockThatIsSet();
    void bearsAnyNumber();
};

void tst_monitor_latencywindow::binsHoldWhatTheySay()
{
    size_t last = 0;
    for (qint64 ms = 0; ms < 5'000'000; ms = ms < 100'000 ? ms + 1 : ms + 37) {
        const size_t bin = LatencyBins::binOf(ms);
        QVERIFY(bin < LatencyBins::count);
        QVERIFY2(bin == last || bin == last + 1, qPrintable(QString::number(ms)));
        last = bin;
        QVERIFY2(std::abs(LatencyBins::valueOf(bin) - static_cast<double>(ms)) <=
                     static_cast<double>(ms) / 64,
                 qPrintable(QString::number(ms)));
    }
    QCOMPARE(LatencyBins::binOf((qint64{1} << 31) - 1), LatencyBins::count - 1);
}

void tst_monitor_latencywindow::quantilesAreWithinTheError_data()
{
    QTest::addColumn<int>("shape");
    QTest::newRow("even") << 0;
    QTest::newRow("long tail") << 1;
    QTest::newRow("all the same") << 2;
    QTest::newRow("two heaps") << 3;
    QTest::newRow("one") << 4;
}

void tst_monitor_latencywindow::quantilesAreWithinTheError()
{
    QFETCH(int, shape);
    QRandomGenerator random(11);
    LatencyWindow window(std::chrono::minutes(5));
    std::vector<qint64> durations;
    for (int i = 0; i < (shape == 4 ? 1 : 20'000); ++i) {
        const double even = random.generateDouble();
        qint64 ms = 0;
        switch (shape) {
        case 0: ms = static_cast<qint64>(even * 5000); break;
        case 1: ms = static_cast<qint64>(3 / std::pow(1 - even, 2)); break;
        case 2: ms = 777; break;
        case 3: ms = even < 0.94 ? 3 : 90'000; break;
        default: ms = 12'345; break;
        }
        durations.push_back(std::min<qint64>(ms, 2'000'000'000));
        window.record(beginMs + i, durations.back());
    }
    QCOMPARE(window.count(), qint64(durations.size()));
    for (const double part : {0.0, 0.5, 0.9, 0.95, 0.99, 1.0}) {
        const double exact = exactQuantile(durations, part);
        const std::optional<double> told = window.quantile(part);
        QVERIFY(told);
        QVERIFY2(std::abs(*told - exact) <= exact / 64,
                 qPrintable(QStringLiteral("%1: %2 is not %3").arg(part).arg(*told).arg(exact)));
    }
}

void tst_monitor_latencywindow::forgetsWhatIsOld()
{
    LatencyWindow window(std::chrono::minutes(5));
    QVERIFY(!window.quantile(0.5));
    for (int i = 0; i < 100; ++i)
        window.record(beginMs, 1000);
    window.record(beginMs + 60'000, 20);
    QVERIFY(*window.quantile(0.5) > 900);
    window.advance(beginMs + 290'000);
    QCOMPARE(window.count(), 101);
    // At most a slice longer than the span.
    window.advance(beginMs + 300'000 + 15'000 + 15'000);
    QCOMPARE(window.count(), 1);
    QCOMPARE(*window.quantile(0.5), 20.0);
    window.advance(beginMs + 10'000'000);
    QVERIFY(!window.quantile(0.99));
}

void tst_monitor_latencywindow::lateOnesCountWhereTheyBelong()
{
    LatencyWindow window(std::chrono::minutes(5));
    window.record(beginMs, 1);
    for (const qint64 lateMs : {100'000, 50'000, 100'000, 299'000})
        window.record(beginMs - lateMs, 1000);
    window.record(beginMs - 400'000, 1000); // Too old.
    QCOMPARE(window.count(), 5);
    QVERIFY(*window.quantile(1) > 900);
    window.advance(beginMs + 150'000);
    QCOMPARE(window.count(), 4);
    window.advance(beginMs + 240'000);
    QCOMPARE(window.count(), 2);
    window.advance(beginMs + 280'000);
    QCOMPARE(window.count(), 1);
}

void tst_monitor_latencywindow::takesAClockThatIsSet()
{
    LatencyWindow window(std::chrono::minutes(5));
    window.record(beginMs, 100);
    window.record(beginMs - 1000, 200); // Late.
    QCOMPARE(window.count(), 2);
    window.advance(beginMs - 3'600'000);
    QCOMPARE(window.count(), 0);
    window.record(beginMs - 3'600'000, 300);
    QCOMPARE(window.count(), 1);
}

void tst_monitor_latencywindow::bearsAnyNumber()
{
    LatencyWindow window(std::chrono::seconds(10));
    for (const qint64 ms : {std::numeric_limits<qint64>::min(), qint64{-1}})
        window.record(beginMs, ms);
    QCOMPARE(*window.quantile(1), 0.0);
    window.record(beginMs, std::numeric_limits<qint64>::max());
    QVERIFY(*window.quantile(1) < static_cast<double>(qint64{1} << 31));
    QVERIFY(*window.quantile(1) > static_cast<double>(qint64{1} << 30));
}

QTEST_GUILESS_MAIN(tst_monitor_latencywindow)
#include "tst_monitor_latencywindow.moc"
