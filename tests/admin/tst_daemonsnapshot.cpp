#include "snapshottesting.h"

#include <daemonrpc/admin/daemonsnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_DaemonSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void unknownFieldsAreIgnored();
    void emptyObject();

private:
    static DaemonSnapshot full()
    {
        DaemonSnapshot snapshot;
        snapshot.daemonId = QStringLiteral("build");
        snapshot.state = QStringLiteral("draining");
        snapshot.pid = 4711;
        snapshot.uid = 4294967295;
        snapshot.version = QStringLiteral("1.2.3");
        snapshot.buildTimestampMs = 1'700'000'000'001;
        snapshot.buildId = QStringLiteral("0123456789abcdef");
        snapshot.startedAtMs = 1'700'000'000'002;
        snapshot.uptimeMs = 3;
        snapshot.runningRequests = 4;
        snapshot.queuedRequests = 5;
        snapshot.finishedRequests = (1LL << 62) + 1; // exact, beyond what a double holds
        snapshot.connections = 7;
        snapshot.acceptedConnections = 8;
        snapshot.quarantinedWorkers = 9;
        snapshot.recentHandOvers = 10;
        snapshot.isRestarting = true;
        snapshot.reloadedAtMs = 11;
        snapshot.reloadError = QStringLiteral("line 3");
        snapshot.socketPath = QStringLiteral("/tmp/ü/daemon-rpc-build.sock");
        snapshot.logPath = QStringLiteral("/tmp/ü/daemon-rpc-build.log");
        return snapshot;
    }
};

void tst_DaemonSnapshot::roundTrip() { verifyRoundTrip<DaemonSnapshot>({full(), DaemonSnapshot()}); }

// Scripts read these.
void tst_DaemonSnapshot::fieldNames()
{
    QStringList names = full().toJson().keys();
    names.sort();
    const QString expected =
        QStringLiteral("accepted_connections build_id build_timestamp_ms connections daemon_id "
                       "finished_requests is_restarting log_path pid quarantined_workers "
                       "queued_requests recent_hand_overs reload_error reloaded_at_ms running_requests "
                       "socket_path started_at_ms state uid "
                       "uptime_ms version");
    QCOMPARE(names.join(u' '), expected);
}

void tst_DaemonSnapshot::brokenFields_data() { addBrokenFields(full().toJson()); }

void tst_DaemonSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(DaemonSnapshot::fromJson(withField(full().toJson(), name, broken)), name);
}

void tst_DaemonSnapshot::unknownFieldsAreIgnored()
{
    const QJsonObject json = withField(full().toJson(), QStringLiteral("from_the_future"), true);
    QCOMPARE(*DaemonSnapshot::fromJson(json), full());
}

void tst_DaemonSnapshot::emptyObject() { QVERIFY(!DaemonSnapshot::fromJson({})); }

QTEST_GUILESS_MAIN(tst_DaemonSnapshot)
#include "tst_daemonsnapshot.moc"
