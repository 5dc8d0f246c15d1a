#include "snapshottesting.h"

#include <daemonrpc/admin/workerssnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_WorkersSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void ofAPool();

private:
    static WorkersSnapshot full() { return {4, 3, 2, 1, 256}; }
};

void tst_WorkersSnapshot::roundTrip() { verifyRoundTrip<WorkersSnapshot>({full(), WorkersSnapshot()}); }

void tst_WorkersSnapshot::fieldNames()
{
    verifyFieldNames(full().toJson(), QStringLiteral("busy max_queued quarantined queued workers"));
}

void tst_WorkersSnapshot::brokenFields_data() { addBrokenFields(full().toJson(), {}); }

void tst_WorkersSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(WorkersSnapshot::fromJson(withField(full().toJson(), name, broken)), name);
}

void tst_WorkersSnapshot::ofAPool()
{
    WorkerPool pool(3, 17);
    QCOMPARE(WorkersSnapshot::fromPool(pool), (WorkersSnapshot{3, 0, 0, 0, 17}));
}

QTEST_GUILESS_MAIN(tst_WorkersSnapshot)
#include "tst_workerssnapshot.moc"
