#include "formatting.h"

#include <QTest>

using namespace DaemonRpc::Cli;

class TestFormatting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void duration_data();
    void duration();
    void bytes_data();
    void bytes();
};

void TestFormatting::duration_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-5) << QStringLiteral("0 ms");
    QTest::newRow("zero") << qint64(0) << QStringLiteral("0 ms");
    QTest::newRow("ms") << qint64(999) << QStringLiteral("999 ms");
    QTest::newRow("second") << qint64(1000) << QStringLiteral("1 s");
    QTest::newRow("grace") << qint64(5000) << QStringLiteral("5 s");
    QTest::newRow("tenths") << qint64(1550) << QStringLiteral("1.5 s");
    QTest::newRow("no tenths") << qint64(5030) << QStringLiteral("5 s");
    QTest::newRow("seconds") << qint64(59'999) << QStringLiteral("59 s");
    QTest::newRow("minute") << qint64(60'000) << QStringLiteral("1 min");
    QTest::newRow("minutes") << qint64(123'000) << QStringLiteral("2 min 3 s");
    QTest::newRow("hours") << qint64(11'100'000) << QStringLiteral("3 h 5 min");
    QTest::newRow("days") << qint64(187'200'000) << QStringLiteral("2 d 4 h");
}

void TestFormatting::duration()
{
    QFETCH(qint64, ms);
    QTEST(formatDuration(std::chrono::milliseconds(ms)), "text");
}

void TestFormatting::bytes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 B");
    QTest::newRow("bytes") << qint64(1023) << QStringLiteral("1023 B");
    QTest::newRow("kibibyte") << qint64(1024) << QStringLiteral("1.0 KiB");
    QTest::newRow("tenths") << qint64(1536) << QStringLiteral("1.5 KiB");
    QTest::newRow("no tenths") << qint64(20 * 1024 * 1024) << QStringLiteral("20 MiB");
    QTest::newRow("no 1024") << qint64(1024 * 1024 - 1) << QStringLiteral("1.0 MiB");
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << QStringLiteral("8192 PiB");
}

void TestFormatting::bytes()
{
    QFETCH(qint64, bytes);
    QTEST(formatBytes(bytes), "text");
}

QTEST_APPLESS_MAIN(TestFormatting)
#include "tst_cli_formatting.moc"
