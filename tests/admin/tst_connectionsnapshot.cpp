#include "snapshottesting.h"

#include <daemonrpc/admin/connectionsnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_ConnectionSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofARecord();
    void ofAnUnknownPeer();
    void olderDaemon();
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();

private:
    static ConnectionRecord record()
    {
        ConnectionRecord record;
        record.id = 1;
        record.state = ConnectionState::Rpc;
        record.peer.credentials = PeerCredentials{22, 4000000000, 3};
        record.peer.remoteAddress = QStringLiteral("192.0.2.1:50412");
        record.peer.certificateName = QStringLiteral("ci");
        record.peer.role = Role::ReadOnly;
        record.dialect = Dialect::JsonLines;
        record.peerProgram = QStringLiteral("curl");
        record.connectedAtMs = 1'700'000'000'004;
        record.lastActivityAtMs = 1'700'000'000'009;
        record.closedAtMs = 1'700'000'000'010;
        record.requestId = 5;
        record.requests = 11;
        record.bytesReceived = 6;
        record.bytesSent = 7;
        record.bytesPending = 8;
        return record;
    }
};

void tst_ConnectionSnapshot::ofARecord()
{
    const ConnectionSnapshot snapshot = ConnectionSnapshot::fromRecord(record());
    QCOMPARE(snapshot.id, 1);
    QCOMPARE(snapshot.state, QStringLiteral("rpc"));
    QCOMPARE(snapshot.peerPid, 22);
    QCOMPARE(snapshot.peerUid, 4000000000);
    QCOMPARE(snapshot.remoteAddress, QStringLiteral("192.0.2.1:50412"));
    QCOMPARE(snapshot.certificateName, QStringLiteral("ci"));
    QCOMPARE(snapshot.role, QStringLiteral("read-only"));
    QCOMPARE(snapshot.dialect, QStringLiteral("json"));
    QCOMPARE(snapshot.peerProgram, QStringLiteral("curl"));
    QCOMPARE(snapshot.connectedAtMs, 1'700'000'000'004);
    QCOMPARE(snapshot.lastActivityAtMs, 1'700'000'000'009);
    QCOMPARE(snapshot.closedAtMs, 1'700'000'000'010);
    QVERIFY(snapshot.isClosed());
    QCOMPARE(snapshot.requestId, 5);
    QCOMPARE(snapshot.requests, 11);
    QCOMPARE(snapshot.bytesReceived, 6);
    QCOMPARE(snapshot.bytesSent, 7);
    QCOMPARE(snapshot.bytesPending, 8);
}

void tst_ConnectionSnapshot::ofAnUnknownPeer()
{
    ConnectionRecord unknown = record();
    unknown.peer.credentials.reset();
    const ConnectionSnapshot snapshot = ConnectionSnapshot::fromRecord(unknown);
    QCOMPARE(snapshot.peerPid, -1);
    QCOMPARE(snapshot.peerUid, -1);
}

void tst_ConnectionSnapshot::olderDaemon()
{
    const QJsonObject json = ConnectionSnapshot::fromRecord(record()).toJson();
    ConnectionSnapshot expected = ConnectionSnapshot::fromRecord(record());
    expected.requests = 0;
    for (const QJsonValue::Type absent : {QJsonValue::Undefined, QJsonValue::Null}) {
        const Result<ConnectionSnapshot> snapshot =
            ConnectionSnapshot::fromJson(withField(json, QStringLiteral("requests"), absent));
        QVERIFY(snapshot);
        QCOMPARE(*snapshot, expected);
    }
}

void tst_ConnectionSnapshot::roundTrip()
{
    verifyRoundTrip<ConnectionSnapshot>({ConnectionSnapshot::fromRecord(record()), ConnectionSnapshot()});
}

void tst_ConnectionSnapshot::fieldNames()
{
    verifyFieldNames(ConnectionSnapshot().toJson(),
                     QStringLiteral("bytes_pending bytes_received bytes_sent certificate_name closed_at_ms "
                                    "connected_at_ms dialect id last_activity_at_ms peer_pid peer_program "
                                    "peer_uid remote_address request_id requests role state"));
}

void tst_ConnectionSnapshot::brokenFields_data()
{
    addBrokenFields(ConnectionSnapshot::fromRecord(record()).toJson(), {QStringLiteral("requests")});
}

void tst_ConnectionSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    const QJsonObject json = ConnectionSnapshot::fromRecord(record()).toJson();
    verifyComplaint(ConnectionSnapshot::fromJson(withField(json, name, broken)), name);
}

QTEST_GUILESS_MAIN(tst_ConnectionSnapshot)
#include "tst_connectionsnapshot.moc"
