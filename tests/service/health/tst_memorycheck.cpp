#include <daemonrpc/service/health/memorycheck.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_MemoryCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growth();
    void limit();
    void fallsBackToStatm();
    void nobodyTells();
    void ofThisProcess();

private:
    static void write(const QString &path, const QByteArray &content);
    [[nodiscard]] MemoryCheck::Options options() const;
    void setPrivate(qint64 kibibytes);

    const QTemporaryDir m_directory;
};

static const qint64 mebibyte = 1024 * 1024;

void tst_MemoryCheck::write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

MemoryCheck::Options tst_MemoryCheck::options() const
{
    MemoryCheck::Options options;
    options.smapsPath = m_directory.filePath(u"smaps"_s);
    options.statmPath = m_directory.filePath(u"statm"_s);
    options.growthFactor = 2;
    options.growthBytes = 10 * mebibyte;
    return options;
}

void tst_MemoryCheck::setPrivate(qint64 kibibytes)
{
    write(options().smapsPath,
          "5581 ---p 00000000 00:00 0    [rollup]\nRss:     9999 kB\nPrivate_Clean:   7777 kB\n"
          "Private_Dirty:   " +
              QByteArray::number(kibibytes) + " kB\nSwap:   1 kB\n");
}

void tst_MemoryCheck::growth()
{
    MemoryCheck check(options());
    setPrivate(1024);
    QCOMPARE(check.run().value, double(mebibyte));
    setPrivate(10 * 1024); // often, but not by much
    QCOMPARE(check.run().status, HealthStatus::Ok);
    setPrivate(11 * 1024);
    const HealthResult result = check.run();
    QCOMPARE(result.status, HealthStatus::Warning);
    QVERIFY2(result.text.contains(u"11.0 MiB") && result.text.contains(u"1.0 MiB"), qPrintable(result.text));
    setPrivate(1024);
    QCOMPARE(check.run().status, HealthStatus::Ok);

    MemoryCheck large(options());
    setPrivate(100 * 1024);
    QCOMPARE(large.run().status, HealthStatus::Ok);
    setPrivate(150 * 1024); // by much, but not often
    QCOMPARE(large.run().status, HealthStatus::Ok);
}

void tst_MemoryCheck::limit()
{
    MemoryCheck::Options limited = options();
    limited.limitBytes = 4 * mebibyte;
    MemoryCheck check(limited);
    setPrivate(4 * 1024);
    QCOMPARE(check.run().status, HealthStatus::Ok);
    setPrivate(4 * 1024 + 1);
    const HealthResult result = check.run();
    QCOMPARE(result.status, HealthStatus::Failed);
    QVERIFY2(result.text.contains(u"limit"), qPrintable(result.text));
}

void tst_MemoryCheck::fallsBackToStatm()
{
    QFile::remove(options().smapsPath);
    write(options().statmPath, "5000 300 100 1 0 200 0\n");
    MemoryCheck check(options());
    QCOMPARE(check.run().value, double(200 * ::sysconf(_SC_PAGESIZE)));
}

void tst_MemoryCheck::nobodyTells()
{
    QFile::remove(options().smapsPath);
    QFile::remove(options().statmPath);
    MemoryCheck check(options());
    const HealthResult result = check.run();
    QCOMPARE(result.status, HealthStatus::Ok);
    QVERIFY(result.unit.isEmpty());
    write(options().smapsPath, "Private_Dirty: lots\n");
    write(options().statmPath, "garbage");
    QVERIFY(check.run().unit.isEmpty());
}

void tst_MemoryCheck::ofThisProcess()
{
    MemoryCheck check;
    const HealthResult result = check.run();
    QVERIFY2(result.value > 10'000 && result.status == HealthStatus::Ok, qPrintable(result.text));
}

QTEST_GUILESS_MAIN(tst_MemoryCheck)

#include "tst_memorycheck.moc"
