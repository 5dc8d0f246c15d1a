#include <daemonrpc/service/health/bindingcheck.h>

#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_BindingCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inPlace();
    void takenAway();
};

void tst_BindingCheck::inPlace()
{
    BindingCheck check([] { return Result<void>(); });
    QCOMPARE(check.name(), u"socket"_s);
    QCOMPARE(check.run().status, HealthStatus::Ok);
    QVERIFY(!check.isCuredByRestart()); // a successor inherits nothing from a path that is gone
}

void tst_BindingCheck::takenAway()
{
    BindingCheck check([]() -> Result<void> {
        return unexpected(ErrorCode::NotRunning, u"the socket /x was taken away"_s);
    });
    const HealthResult result = check.run();
    QCOMPARE(result.status, HealthStatus::Failed);
    QCOMPARE(result.text, u"the socket /x was taken away"_s);
}

QTEST_GUILESS_MAIN(tst_BindingCheck)

#include "tst_bindingcheck.moc"
