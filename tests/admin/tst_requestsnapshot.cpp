#include "snapshottesting.h"

#include <daemonrpc/admin/requestsnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_RequestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofARecord();
    void ofAPlainRecord();
    void argumentsThatAreNoText();
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void brokenCancellation_data();
    void brokenCancellation();
    void noCancellation();
    void olderDaemon();
    void argumentsThatAreNoStrings();

private:
    static RequestRecord record()
    {
        RequestRecord record;
        record.id = 1;
        record.connectionId = 2;
        record.arguments = {"exec", "", "ü"};
        record.kind = HandlerKind::Process;
        record.state = RequestState::Cancelling;
        record.peer = PeerCredentials{33, 44, 55};
        record.workingDirectory = "/s\xc3\xbc";
        record.queuePlace = 20;
        record.acceptedAtMs = 21;
        record.queuedAtMs = 22;
        record.startedAtMs = 6;
        record.firstOutputAtMs = 23;
        record.deadlineAtMs = 24;
        record.finishedAtMs = 25;
        record.processId = 28;
        record.durationMs = 7;
        record.graceMs = 26;
        record.inputBytes = 27;
        record.outputBytes = 8;
        record.cancellation =
            CancellationRecord{CancellationReason::Administrator, QStringLiteral("uid 44"), 9, 10, true,
                               ForcedEnd::WorkerQuarantined};
        record.exitCode = 11;
        record.signal = 12;
        record.error = Error(ErrorCode::QueueFull, QStringLiteral("full"));
        return record;
    }

    static QJsonObject json() { return RequestSnapshot::fromRecord(record()).toJson(); }
};

void tst_RequestSnapshot::ofARecord()
{
    const RequestSnapshot snapshot = RequestSnapshot::fromRecord(record());
    QCOMPARE(snapshot.id, 1);
    QCOMPARE(snapshot.connectionId, 2);
    QCOMPARE(snapshot.arguments, QStringList({QStringLiteral("exec"), QString(), QStringLiteral("ü")}));
    QCOMPARE(snapshot.handler, QStringLiteral("process"));
    QCOMPARE(snapshot.state, QStringLiteral("cancelling"));
    QCOMPARE(snapshot.peerPid, 33);
    QCOMPARE(snapshot.peerUid, 44);
    QCOMPARE(snapshot.workingDirectory, QStringLiteral("/sü"));
    QCOMPARE(snapshot.queuePlace, 20);
    QCOMPARE(snapshot.acceptedAtMs, 21);
    QCOMPARE(snapshot.queuedAtMs, 22);
    QCOMPARE(snapshot.startedAtMs, 6);
    QCOMPARE(snapshot.firstOutputAtMs, 23);
    QCOMPARE(snapshot.deadlineAtMs, 24);
    QCOMPARE(snapshot.finishedAtMs, 25);
    QCOMPARE(snapshot.graceMs, 26);
    QCOMPARE(snapshot.inputBytes, 27);
    QCOMPARE(snapshot.processId, 28);
    QCOMPARE(snapshot.durationMs, 7);
    QCOMPARE(snapshot.outputBytes, 8);
    QCOMPARE(snapshot.exitCode, 11);
    QCOMPARE(snapshot.signal, 12);
    QCOMPARE(snapshot.error, QStringLiteral("queue_full"));
    QCOMPARE(snapshot.errorMessage, QStringLiteral("full"));
    QCOMPARE(*snapshot.cancellation,
             (CancellationSnapshot{QStringLiteral("administrator"), QStringLiteral("uid 44"), 9, 10, true,
                                   QStringLiteral("worker_quarantined")}));
}

void tst_RequestSnapshot::ofAPlainRecord()
{
    const RequestSnapshot snapshot = RequestSnapshot::fromRecord(RequestRecord());
    QCOMPARE(snapshot.peerPid, -1);
    QCOMPARE(snapshot.peerUid, -1);
    QCOMPARE(snapshot.error, QString());
    QVERIFY(!snapshot.cancellation);
    QVERIFY(snapshot.toJson().value(u"cancellation").isNull());
}

void tst_RequestSnapshot::argumentsThatAreNoText()
{
    RequestRecord bytes = record();
    bytes.arguments = {QByteArray("\xff\0x", 3)};
    const RequestSnapshot snapshot = RequestSnapshot::fromRecord(bytes);
    QCOMPARE(snapshot.arguments.size(), 1);
    const Result<RequestSnapshot> again = RequestSnapshot::fromJson(travelled(snapshot.toJson()));
    QCOMPARE(again->arguments, snapshot.arguments);
}

void tst_RequestSnapshot::roundTrip()
{
    verifyRoundTrip<RequestSnapshot>(
        {RequestSnapshot::fromRecord(record()), RequestSnapshot::fromRecord(RequestRecord())});
}

void tst_RequestSnapshot::fieldNames()
{
    QStringList names = json().keys();
    names.sort();
    QCOMPARE(names.join(u' '),
             QStringLiteral("accepted_at_ms arguments cancellation connection_id deadline_at_ms "
                            "duration_ms error error_message exit_code finished_at_ms "
                            "first_output_at_ms grace_ms handler id input_bytes output_bytes peer_pid "
                            "peer_uid process_id queue_place queued_at_ms signal started_at_ms state "
                            "working_directory"));
    names = json().value(u"cancellation").toObject().keys();
    names.sort();
    QCOMPARE(names.join(u' '),
             QStringLiteral("forced forced_by latency_ms reason requested_at_ms requested_by"));
}

void tst_RequestSnapshot::brokenFields_data()
{
    addBrokenFields(json(), {QStringLiteral("cancellation"), QStringLiteral("process_id")});
}

void tst_RequestSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(RequestSnapshot::fromJson(withField(json(), name, broken)), name);
}

void tst_RequestSnapshot::brokenCancellation_data()
{
    addBrokenFields(json().value(u"cancellation").toObject(), {QStringLiteral("forced_by")});
}

void tst_RequestSnapshot::brokenCancellation()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    const QJsonObject cancellation = withField(json().value(u"cancellation").toObject(), name, broken);
    verifyComplaint(
        RequestSnapshot::fromJson(withField(json(), QStringLiteral("cancellation"), cancellation)), name);
}

void tst_RequestSnapshot::noCancellation()
{
    const QJsonValue absent(QJsonValue::Undefined);
    const Result<RequestSnapshot> snapshot =
        RequestSnapshot::fromJson(withField(json(), QStringLiteral("cancellation"), absent));
    QVERIFY(snapshot);
    QVERIFY(!snapshot->cancellation);
}

// It does not tell everything.
void tst_RequestSnapshot::olderDaemon()
{
    for (const QJsonValue::Type absent : {QJsonValue::Undefined, QJsonValue::Null}) {
        const QJsonObject cancellation =
            withField(json().value(u"cancellation").toObject(), QStringLiteral("forced_by"), absent);
        const QJsonObject older = withField(withField(json(), QStringLiteral("process_id"), absent),
                                            QStringLiteral("cancellation"), cancellation);
        const Result<RequestSnapshot> snapshot = RequestSnapshot::fromJson(older);
        QVERIFY(snapshot);
        RequestSnapshot expected = RequestSnapshot::fromRecord(record());
        expected.processId = 0;
        expected.cancellation->forcedBy.clear();
        QCOMPARE(*snapshot, expected);
    }
}

void tst_RequestSnapshot::argumentsThatAreNoStrings()
{
    for (const QJsonValue &element :
         {QJsonValue(7), QJsonValue(QJsonValue::Null), QJsonValue(QJsonArray())}) {
        const QJsonArray arguments{QStringLiteral("fine"), element};
        verifyComplaint(RequestSnapshot::fromJson(withField(json(), QStringLiteral("arguments"), arguments)),
                        QStringLiteral("arguments"));
    }
}

QTEST_GUILESS_MAIN(tst_RequestSnapshot)
#include "tst_requestsnapshot.moc"
