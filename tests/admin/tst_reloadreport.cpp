#include "snapshottesting.h"

#include <daemonrpc/admin/reloadreport.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_ReloadReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();

private:
    static ReloadReport example()
    {
        return {{QStringLiteral("performance.grace_ms")},
                {QStringLiteral("workers.count"), QStringLiteral("daemon.user")}};
    }
};

void tst_ReloadReport::roundTrip() { verifyRoundTrip<ReloadReport>({example(), ReloadReport()}); }

void tst_ReloadReport::fieldNames()
{
    verifyFieldNames(ReloadReport().toJson(), QStringLiteral("after_restart applied"));
}

void tst_ReloadReport::brokenFields_data() { addBrokenFields(example().toJson()); }

void tst_ReloadReport::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(ReloadReport::fromJson(withField(example().toJson(), name, broken)), name);
}

QTEST_GUILESS_MAIN(tst_ReloadReport)
#include "tst_reloadreport.moc"
