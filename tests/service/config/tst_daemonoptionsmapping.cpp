#include <daemonrpc/service/config/daemonoptionsmapping.h>

#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_DaemonOptionsMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAgree();
    void everyValueArrives();
    void theRestStays();
};

// Without a configuration a daemon is what it is without this library.
void tst_DaemonOptionsMapping::defaultsAgree()
{
    const DaemonOptions expected;
    DaemonOptions options;
    applyConfiguration(ServiceConfiguration(), options);
    QCOMPARE(options.idleExit, expected.idleExit);
    QCOMPARE(options.stopTimeout, expected.stopTimeout);
    QCOMPARE(options.limits.workerCount, expected.limits.workerCount);
    QCOMPARE(options.limits.maxQueueLength, expected.limits.maxQueueLength);
    QCOMPARE(options.limits.maxConnections, expected.limits.maxConnections);
    QCOMPARE(options.limits.maxConnectionsPerUser, expected.limits.maxConnectionsPerUser);
    QCOMPARE(options.limits.grace, expected.limits.grace);
    QCOMPARE(options.limits.highWaterBytes, expected.limits.highWaterBytes);
    QCOMPARE(options.limits.maxCommandBytes, expected.limits.maxCommandBytes);
}

void tst_DaemonOptionsMapping::everyValueArrives()
{
    ServiceConfiguration configuration;
    configuration.daemon.idleExit = 1ms;
    configuration.performance.shutdownTimeout = 2ms;
    configuration.workers = {3, 4};
    configuration.performance.maxConnections = 5;
    configuration.performance.grace = 6ms;
    configuration.performance.highWaterBytes = 7;
    configuration.performance.maxCommandBytes = 8;
    DaemonOptions options;
    applyConfiguration(configuration, options);
    QCOMPARE(options.idleExit, 1ms);
    QCOMPARE(options.stopTimeout, 2ms);
    QCOMPARE(options.limits.workerCount, 3);
    QCOMPARE(options.limits.maxQueueLength, 4);
    QCOMPARE(options.limits.maxConnections, 5);
    QCOMPARE(options.limits.maxConnectionsPerUser, 5);
    QCOMPARE(options.limits.grace, 6ms);
    QCOMPARE(options.limits.highWaterBytes, 7);
    QCOMPARE(options.limits.maxCommandBytes, 8);
}

void tst_DaemonOptionsMapping::theRestStays()
{
    DaemonOptions options;
    options.runtimeDirectory = QStringLiteral("/x");
    options.limits.handshakeTimeout = 9ms;
    options.limits.maxRpcBytes = 10;
    options.readyFd = 11;
    applyConfiguration(ServiceConfiguration(), options);
    QCOMPARE(options.runtimeDirectory, QStringLiteral("/x"));
    QCOMPARE(options.limits.handshakeTimeout, 9ms);
    QCOMPARE(options.limits.maxRpcBytes, 10);
    QCOMPARE(options.readyFd, 11);
}

QTEST_GUILESS_MAIN(tst_DaemonOptionsMapping)
#include "tst_daemonoptionsmapping.moc"
