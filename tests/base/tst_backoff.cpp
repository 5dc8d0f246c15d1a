#include <daemonrpc/base/backoff.h>

#include <QList>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exact_data();
    void exact();
    void jitter_data();
    void jitter();
    void startsOver();
    void longestCapDoesNotOverflow();

private:
    static QList<int> take(Backoff backoff, int count)
    {
        QList<int> pauses;
        for (int i = 0; i < count; ++i)
            pauses.append(static_cast<int>(backoff.next().count()));
        return pauses;
    }
};

void tst_Backoff::exact_data()
{
    QTest::addColumn<int>("initial");
    QTest::addColumn<int>("cap");
    QTest::addColumn<QList<int>>("pauses");
    QTest::newRow("doubles up to the cap") << 1 << 8 << QList<int>{1, 2, 4, 8, 8};
    QTest::newRow("cap between two steps") << 100 << 250 << QList<int>{100, 200, 250, 250};
    QTest::newRow("begins above the cap") << 100 << 30 << QList<int>{30, 30, 30};
    QTest::newRow("nothing at all") << 0 << 0 << QList<int>{0, 0};
}

void tst_Backoff::exact()
{
    QFETCH(const int, initial);
    QFETCH(const int, cap);
    QFETCH(const QList<int>, pauses);
    QCOMPARE(take(Backoff(std::chrono::milliseconds(initial), std::chrono::milliseconds(cap)),
                  static_cast<int>(pauses.size())),
             pauses);
}

void tst_Backoff::jitter_data()
{
    QTest::addColumn<double>("drawn");
    QTest::addColumn<QList<int>>("pauses");
    QTest::newRow("least") << 0.0 << QList<int>{0, 0, 0, 0};
    QTest::newRow("half") << 0.5 << QList<int>{50, 100, 200, 200};
    QTest::newRow("most") << 0.9999 << QList<int>{99, 199, 399, 399};
}

// The bound grows as ever, whatever was drawn before.
void tst_Backoff::jitter()
{
    QFETCH(const double, drawn);
    QFETCH(const QList<int>, pauses);
    QCOMPARE(take(Backoff(100ms, 400ms, [drawn] { return drawn; }), 4), pauses);
}

void tst_Backoff::startsOver()
{
    Backoff backoff(1ms, 8ms);
    QCOMPARE(backoff.next(), 1ms);
    QCOMPARE(backoff.next(), 2ms);
    backoff.reset();
    QCOMPARE(backoff.next(), 1ms);
}

void tst_Backoff::longestCapDoesNotOverflow()
{
    Backoff backoff(1ms, std::chrono::milliseconds::max());
    for (int i = 0; i < 100; ++i)
        QVERIFY(backoff.next() > 0ms);
    QCOMPARE(backoff.next(), std::chrono::milliseconds::max());
}

QTEST_GUILESS_MAIN(tst_Backoff)
#include "tst_backoff.moc"
