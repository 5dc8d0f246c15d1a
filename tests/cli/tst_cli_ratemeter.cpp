#include "watch/ratemeter.h"

#include <QTest>

using namespace DaemonRpc::Cli;

class TestRateMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingYet();
    void steady();
    void forgets();
    void goesBack();
};

void TestRateMeter::nothingYet()
{
    RateMeter meter;
    QCOMPARE(meter.perSecond(), 0.0);
    meter.add(1000, 7);
    QCOMPARE(meter.perSecond(), 0.0);
    meter.add(1000, 9); // no time has passed
    QCOMPARE(meter.perSecond(), 0.0);
}

void TestRateMeter::steady()
{
    RateMeter meter;
    for (qint64 i = 0; i < 100'000; ++i)
        meter.add(i * 10, i * 5);
    QCOMPARE(meter.perSecond(), 500.0);
    meter.clear();
    QCOMPARE(meter.perSecond(), 0.0);
}

void TestRateMeter::forgets()
{
    RateMeter meter;
    meter.add(0, 0);
    meter.add(1000, 10'000);
    for (qint64 ms = 1500; ms <= 20'000; ms += 500)
        meter.add(ms, 10'000);
    QCOMPARE(meter.perSecond(), 0.0);
}

void TestRateMeter::goesBack()
{
    RateMeter meter;
    meter.add(1000, 100);
    meter.add(2000, 200);
    meter.add(3000, 0); // another daemon counts from the beginning
    QCOMPARE(meter.perSecond(), 0.0);
    meter.add(4000, 7);
    QCOMPARE(meter.perSecond(), 7.0);
    meter.add(500, 8);
    QCOMPARE(meter.perSecond(), 0.0);
}

QTEST_GUILESS_MAIN(TestRateMeter)
#include "tst_cli_ratemeter.moc"
