#include <daemonrpc/base/ratelimiter.h>

#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsABurstAndThenTheRate();
    void neverSavesMoreThanTheBurst();
    void keysDoNotShare();
    void looksWithoutTaking();
    void zeroLimitsNothing();
    void tableIsBounded();
    void forgetsWhoHasRecovered();

private:
    const RateLimiter::Clock::time_point m_start = RateLimiter::Clock::now();
};

void TestRateLimiter::allowsABurstAndThenTheRate()
{
    RateLimiter limiter(60, 3);
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter.take("a", m_start));
    QVERIFY(!limiter.take("a", m_start));
    QVERIFY(!limiter.take("a", m_start + 900ms));
    QVERIFY(limiter.take("a", m_start + 1100ms));
    QVERIFY(!limiter.take("a", m_start + 1200ms));
    QVERIFY(limiter.take("a", m_start + 2100ms));
}

void TestRateLimiter::neverSavesMoreThanTheBurst()
{
    RateLimiter limiter(60, 2);
    QVERIFY(limiter.take("a", m_start));
    for (int i = 0; i < 2; ++i)
        QVERIFY(limiter.take("a", m_start + 24h));
    QVERIFY(!limiter.take("a", m_start + 24h));
}

void TestRateLimiter::keysDoNotShare()
{
    RateLimiter limiter(1, 1);
    QVERIFY(limiter.take("a", m_start));
    QVERIFY(!limiter.take("a", m_start));
    QVERIFY(limiter.take("b", m_start));
    QCOMPARE(limiter.keyCount(), qsizetype(2));
}

void TestRateLimiter::looksWithoutTaking()
{
    RateLimiter limiter(60, 1);
    for (int i = 0; i < 5; ++i)
        QVERIFY(limiter.has("a", m_start));
    QCOMPARE(limiter.keyCount(), qsizetype(0));
    QVERIFY(limiter.take("a", m_start));
    QVERIFY(!limiter.has("a", m_start));
    QVERIFY(limiter.has("a", m_start + 1100ms));
}

void TestRateLimiter::zeroLimitsNothing()
{
    RateLimiter limiter(0, 1);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(limiter.take("a", m_start));
    QCOMPARE(limiter.keyCount(), qsizetype(0));
}

void TestRateLimiter::tableIsBounded()
{
    RateLimiter limiter(60, 5, 100);
    int admitted = 0;
    for (int i = 0; i < 10'000; ++i)
        admitted += limiter.take(QByteArray::number(i), m_start) ? 1 : 0;
    QCOMPARE(limiter.keyCount(), qsizetype(100));
    QCOMPARE(admitted, 100 + 5); // those without a bucket share one
    QVERIFY(!limiter.has("new", m_start));
    QVERIFY(limiter.has("7", m_start));
}

void TestRateLimiter::forgetsWhoHasRecovered()
{
    RateLimiter limiter(60, 5, 100);
    for (int i = 0; i < 100; ++i)
        QVERIFY(limiter.take(QByteArray::number(i), m_start));
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter.take("0", m_start + 1s));
    QVERIFY(limiter.take("new", m_start + 2s));
    QCOMPARE(limiter.keyCount(), qsizetype(2)); // it, and the one that has not recovered
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
