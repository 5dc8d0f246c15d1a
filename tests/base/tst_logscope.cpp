#include <daemonrpc/base/logscope.h>

#include <QTest>

#include <thread>

using namespace DaemonRpc;

class tst_LogScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nests();
    void threadsHaveTheirOwn();
};

void tst_LogScope::nests()
{
    QVERIFY(!LogScope::current());
    const PeerCredentials peer{99, 1000, 1000};
    {
        const LogScope connection(0, peer);
        QCOMPARE(LogScope::current(), &connection);
        QCOMPARE(connection.requestId(), 0U);
        {
            const LogScope request(12);
            QCOMPARE(LogScope::current(), &request);
            QCOMPARE(request.requestId(), 12U);
            QCOMPARE(request.peer(), std::optional(peer)); // taken from the outer one
            const LogScope inner(0, PeerCredentials{1, 2, 3});
            QCOMPARE(inner.requestId(), 12U);
            QCOMPARE(inner.peer(), std::optional(PeerCredentials{1, 2, 3}));
        }
        QCOMPARE(LogScope::current(), &connection);
    }
    QVERIFY(!LogScope::current());
}

void tst_LogScope::threadsHaveTheirOwn()
{
    const LogScope scope(1);
    const LogScope *seen = &scope;
    std::thread([&seen] { seen = LogScope::current(); }).join();
    QVERIFY(!seen);
}

QTEST_GUILESS_MAIN(tst_LogScope)

#include "tst_logscope.moc"
