#include "snapshottesting.h"

#include <daemonrpc/admin/loglinesnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_LogLineSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();

private:
    static LogLineSnapshot full()
    {
        return {1, QStringLiteral("info"), QStringLiteral("daemonrpc.server"), 2, QStringLiteral("hello"), 3};
    }
};

void tst_LogLineSnapshot::roundTrip() { verifyRoundTrip<LogLineSnapshot>({full(), LogLineSnapshot()}); }

void tst_LogLineSnapshot::fieldNames()
{
    verifyFieldNames(full().toJson(), QStringLiteral("category level message omitted_bytes request time_ms"));
}

void tst_LogLineSnapshot::brokenFields_data()
{
    addBrokenFields(full().toJson(), {QStringLiteral("request"), QStringLiteral("omitted_bytes")});
}

void tst_LogLineSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(LogLineSnapshot::fromJson(withField(full().toJson(), name, broken)), name);
}

QTEST_GUILESS_MAIN(tst_LogLineSnapshot)
#include "tst_loglinesnapshot.moc"
