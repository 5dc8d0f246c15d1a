#include "snapshottesting.h"

#include <daemonrpc/admin/healthsnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_HealthSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void brokenCheck_data();
    void brokenCheck();

private:
    static HealthSnapshot full()
    {
        return {QStringLiteral("warning"),
                {{QStringLiteral("memory"), QStringLiteral("warning"), QStringLiteral("it grows"), 1.5,
                  QStringLiteral("bytes"), 7},
                 {QStringLiteral("disk"), QStringLiteral("ok"), {}, 0, {}, 8}}};
    }
};

void tst_HealthSnapshot::roundTrip() { verifyRoundTrip<HealthSnapshot>({full(), HealthSnapshot()}); }

void tst_HealthSnapshot::fieldNames() { verifyFieldNames(full().toJson(), QStringLiteral("checks status")); }

void tst_HealthSnapshot::brokenFields_data() { addBrokenFields(full().toJson(), {}); }

void tst_HealthSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(HealthSnapshot::fromJson(withField(full().toJson(), name, broken)), name);
}

void tst_HealthSnapshot::brokenCheck_data() { addBrokenFields(full().checks[0].toJson()); }

void tst_HealthSnapshot::brokenCheck()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    if (name == u"value" && broken.isDouble() && QTest::currentDataTag() != QByteArray("value: missing"))
        return; // any number is one
    const QJsonArray checks{withField(full().checks[0].toJson(), name, broken)};
    verifyComplaint(HealthSnapshot::fromJson(withField(full().toJson(), QStringLiteral("checks"), checks)),
                    name);
}

QTEST_GUILESS_MAIN(tst_HealthSnapshot)
#include "tst_healthsnapshot.moc"
