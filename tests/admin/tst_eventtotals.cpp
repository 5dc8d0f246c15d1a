#include "snapshottesting.h"

#include <daemonrpc/admin/eventtotals.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_EventTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void differences();

private:
    static EventTotals full() { return {1, 2, 3, 4, 5, 6, 7, (1LL << 62) + 1, 9}; }
};

void tst_EventTotals::roundTrip() { verifyRoundTrip<EventTotals>({full(), EventTotals()}); }

void tst_EventTotals::fieldNames()
{
    verifyFieldNames(
        full().toJson(),
        QStringLiteral("accepted_connections accepted_requests cancelled_requests closed_connections "
                       "failed_requests finished_requests forced_requests input_bytes output_bytes"));
}

void tst_EventTotals::brokenFields_data() { addBrokenFields(full().toJson(), {}); }

void tst_EventTotals::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(EventTotals::fromJson(withField(full().toJson(), name, broken)), name);
}

void tst_EventTotals::differences()
{
    EventTotals totals;
    totals.acceptedConnections = 7;
    totals.closedConnections = 3;
    totals.acceptedRequests = 9;
    totals.finishedRequests = 4;
    QCOMPARE(totals.openConnections(), 4);
    QCOMPARE(totals.liveRequests(), 5);
}

QTEST_GUILESS_MAIN(tst_EventTotals)
#include "tst_eventtotals.moc"
