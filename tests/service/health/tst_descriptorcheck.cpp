#include <daemonrpc/service/health/descriptorcheck.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_DescriptorCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thresholds_data();
    void thresholds();
    void countsItsOwn();
    void unreadable();
};

void tst_DescriptorCheck::thresholds_data()
{
    QTest::addColumn<int>("open");
    QTest::addColumn<quint64>("limit");
    QTest::addColumn<HealthStatus>("status");
    QTest::newRow("few") << 5 << quint64(100) << HealthStatus::Ok;
    QTest::newRow("just below") << 79 << quint64(100) << HealthStatus::Ok;
    QTest::newRow("many") << 80 << quint64(100) << HealthStatus::Warning;
    QTest::newRow("nearly all") << 95 << quint64(100) << HealthStatus::Failed;
    QTest::newRow("more than the limit, lowered since") << 20 << quint64(10) << HealthStatus::Failed;
    QTest::newRow("no limit") << 95 << quint64(0) << HealthStatus::Ok;
}

void tst_DescriptorCheck::thresholds()
{
    QFETCH(const int, open);
    QFETCH(const quint64, limit);
    QFETCH(const HealthStatus, status);
    const QTemporaryDir directory;
    for (int i = 0; i < open; ++i)
        QVERIFY(QFile(directory.filePath(QString::number(i))).open(QIODevice::WriteOnly));
    DescriptorCheck check(directory.path(), [limit] { return limit; });
    const HealthResult result = check.run();
    QVERIFY2(result.status == status, qPrintable(result.text));
    QCOMPARE(result.value, double(open));
    QCOMPARE(result.unit, u"descriptors"_s);
    QVERIFY(result.text.contains(QString::number(open)));
}

void tst_DescriptorCheck::countsItsOwn()
{
    DescriptorCheck check;
    const double before = check.run().value;
    QVERIFY(before >= 3);
    const int more = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    QCOMPARE(check.run().value, before + 1);
    ::close(more);
    QCOMPARE(check.run().value, before);
    QCOMPARE(check.run().status, HealthStatus::Ok);
    QVERIFY(check.isCuredByRestart());
}

void tst_DescriptorCheck::unreadable()
{
    DescriptorCheck check(u"/no/such/directory"_s, [] { return quint64(100); });
    QCOMPARE(check.run().status, HealthStatus::Warning);
}

QTEST_GUILESS_MAIN(tst_DescriptorCheck)

#include "tst_descriptorcheck.moc"
