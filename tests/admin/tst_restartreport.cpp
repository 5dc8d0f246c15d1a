#include "snapshottesting.h"

#include <daemonrpc/admin/restartreport.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_RestartReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void emptyObject();

private:
    static RestartReport full() { return {4711, 4712, 3}; }
};

void tst_RestartReport::roundTrip() { verifyRoundTrip<RestartReport>({full(), RestartReport()}); }

// Scripts read these.
void tst_RestartReport::fieldNames()
{
    QCOMPARE(full().toJson().keys().join(u' '), QStringLiteral("pid running_requests successor_pid"));
}

void tst_RestartReport::brokenFields_data() { addBrokenFields(full().toJson()); }

void tst_RestartReport::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(RestartReport::fromJson(withField(full().toJson(), name, broken)), name);
}

void tst_RestartReport::emptyObject() { QVERIFY(!RestartReport::fromJson({})); }

QTEST_GUILESS_MAIN(tst_RestartReport)
#include "tst_restartreport.moc"
