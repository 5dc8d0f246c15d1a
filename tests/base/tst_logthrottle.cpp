#include <daemonrpc/base/logthrottle.h>

#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_LogThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admitsAFewPerPeriod();
};

void tst_LogThrottle::admitsAFewPerPeriod()
{
    LogThrottle throttle(3, 1s);
    const LogThrottle::Clock::time_point begin(1h);
    int admitted = 0;
    for (int i = 0; i < 100; ++i)
        admitted += throttle.admits(begin + i * 9ms) ? 1 : 0;
    QCOMPARE(admitted, 3);
    QVERIFY(!throttle.admits(begin + 999ms));
    QVERIFY(throttle.admits(begin + 1s));
    QCOMPARE(throttle.suffix(), QStringLiteral("(98 more like this were not logged)"));
    QVERIFY(throttle.admits(begin + 1s));
    QCOMPARE(throttle.suffix(), QString());
}

QTEST_GUILESS_MAIN(tst_LogThrottle)

#include "tst_logthrottle.moc"
