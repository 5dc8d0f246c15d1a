#include <daemonrpc/service/health/diskcheck.h>

#include <QDir>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_DiskCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thresholds_data();
    void thresholds();
    void realDisk();
    void directoryIsGone();
};

static DiskCheck::Options options(const QString &file)
{
    DiskCheck::Options options;
    options.file = file;
    options.warningBytes = 1000;
    options.failureBytes = 100;
    return options;
}

void tst_DiskCheck::thresholds_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<HealthStatus>("status");
    QTest::newRow("plenty") << (qint64(1) << 40) << HealthStatus::Ok;
    QTest::newRow("enough") << qint64(1000) << HealthStatus::Ok;
    QTest::newRow("little") << qint64(999) << HealthStatus::Warning;
    QTest::newRow("hardly") << qint64(100) << HealthStatus::Warning;
    QTest::newRow("none") << qint64(0) << HealthStatus::Failed;
}

void tst_DiskCheck::thresholds()
{
    QFETCH(const qint64, bytes);
    QFETCH(const HealthStatus, status);
    QString asked;
    DiskCheck check(options(u"/var/log/x/daemon.log"_s), [&](const QString &directory) {
        asked = directory;
        return std::optional<qint64>(bytes);
    });
    const HealthResult result = check.run();
    QVERIFY2(result.status == status, qPrintable(result.text));
    QCOMPARE(result.value, double(bytes));
    QCOMPARE(asked, u"/var/log/x"_s);
    QVERIFY(result.text.contains(asked));
    QVERIFY(!check.isCuredByRestart());
    check.setFile(u"/srv/log/daemon.log"_s);
    static_cast<void>(check.run());
    QCOMPARE(asked, u"/srv/log"_s);
}

void tst_DiskCheck::realDisk()
{
    DiskCheck check(options(QDir::tempPath() + u"/x.log"_s));
    const HealthResult result = check.run();
    QVERIFY(result.value > 0);
    QCOMPARE(result.unit, u"bytes"_s);
}

void tst_DiskCheck::directoryIsGone()
{
    DiskCheck check(options(u"/no/such/directory/x.log"_s));
    const HealthResult result = check.run();
    QCOMPARE(result.status, HealthStatus::Failed);
    QVERIFY2(result.text.contains(u"/no/such/directory"), qPrintable(result.text));
}

QTEST_GUILESS_MAIN(tst_DiskCheck)

#include "tst_diskcheck.moc"
