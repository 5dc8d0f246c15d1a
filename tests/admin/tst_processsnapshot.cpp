#include "snapshottesting.h"

#include <daemonrpc/admin/processsnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_ProcessSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void now();

private:
    static ProcessSnapshot full() { return {3, 2, 1}; }
};

void tst_ProcessSnapshot::roundTrip() { verifyRoundTrip<ProcessSnapshot>({full(), ProcessSnapshot()}); }

void tst_ProcessSnapshot::fieldNames()
{
    verifyFieldNames(full().toJson(), QStringLiteral("cpu_ms private_bytes resident_bytes"));
}

void tst_ProcessSnapshot::brokenFields_data() { addBrokenFields(full().toJson(), {}); }

void tst_ProcessSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(ProcessSnapshot::fromJson(withField(full().toJson(), name, broken)), name);
}

void tst_ProcessSnapshot::now()
{
    const ProcessSnapshot now = ProcessSnapshot::now();
    QVERIFY(now.residentBytes > 100'000);
    QVERIFY(now.privateBytes > 0);
    QVERIFY(now.privateBytes < now.residentBytes);
    QVERIFY(now.cpuMs >= 0);
}

QTEST_GUILESS_MAIN(tst_ProcessSnapshot)
#include "tst_processsnapshot.moc"
