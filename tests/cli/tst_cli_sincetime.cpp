#include "logs/sincetime.h"

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;
using namespace Qt::StringLiterals;

class tst_cli_SinceTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data();
    void times();
    void errors_data();
    void errors();

private:
    const QDateTime m_now = QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::LocalTime);
};

void tst_cli_SinceTime::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("seconds") << "90s"_ba << m_now.addSecs(-90);
    QTest::newRow("minutes") << "10m"_ba << m_now.addSecs(-600);
    QTest::newRow("a fraction") << "1.5h"_ba << m_now.addSecs(-5400);
    QTest::newRow("days") << "2d"_ba << m_now.addMSecs(-2LL * 24 * 3600 * 1000);
    QTest::newRow("now") << "0s"_ba << m_now;
    QTest::newRow("today") << "08:00"_ba << QDateTime(QDate(2026, 1, 31), QTime(8, 0));
    QTest::newRow("today, with seconds") << "08:00:30"_ba << QDateTime(QDate(2026, 1, 31), QTime(8, 0, 30));
    QTest::newRow("a day") << "2026-01-30"_ba << QDateTime(QDate(2026, 1, 30), QTime(0, 0));
    QTest::newRow("local") << "2026-01-30 08:00"_ba << QDateTime(QDate(2026, 1, 30), QTime(8, 0));
    QTest::newRow("as the log writes it")
        << "2026-01-30T08:00:00.123Z"_ba << QDateTime(QDate(2026, 1, 30), QTime(8, 0, 0, 123), Qt::UTC);
    QTest::newRow("with a zone") << "2026-01-30T08:00:00+02:00"_ba
                                 << QDateTime(QDate(2026, 1, 30), QTime(6, 0), Qt::UTC);
}

void tst_cli_SinceTime::times()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QDateTime, expected);
    const Result<qint64> time = sinceTime(text, m_now);
    QVERIFY2(time, time ? "" : qUtf8Printable(time.error().message()));
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(*time), expected.toLocalTime());
}

void tst_cli_SinceTime::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "m", "10", "10x", "-5m", "nan m", "nanm", "infd", "1e300d", "yesterday",
                             "25:00", "2026-02-30", "\x1b[31m"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
}

void tst_cli_SinceTime::errors()
{
    QFETCH(const QByteArray, text);
    const Result<qint64> time = sinceTime(text, m_now);
    QVERIFY(!time);
    QCOMPARE(time.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(time.error().message().contains(u"10m"_s));
    QVERIFY(!time.error().message().contains(u'\x1b'));
}

QTEST_GUILESS_MAIN(tst_cli_SinceTime)

#include "tst_cli_sincetime.moc"
