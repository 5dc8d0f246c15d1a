#include "models/formatting.h"

#include <QTest>

#include <limits>

using namespace DaemonRpc::Monitor;

class tst_monitor_formatting : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void durations_data();
    void durations();
    void measures_data();
    void measures();
    void lines_data();
    void lines();
    void toolTipsAreExact();
    void toolTipsAreNoRichText();
    void countsFitInAnInt();
    void extremesHaveAText_data();
    void extremesHaveAText();
};

void tst_monitor_formatting::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64{-5} << QStringLiteral("0 ms");
    QTest::newRow("ms") << qint64{999} << QStringLiteral("999 ms");
    QTest::newRow("seconds with parts") << qint64{1500} << QStringLiteral("1.5 s");
    QTest::newRow("seconds") << qint64{12'900} << QStringLiteral("12 s");
    QTest::newRow("minutes") << qint64{123'000} << QStringLiteral("2 min 3 s");
    QTest::newRow("hours") << qint64{11'100'000} << QStringLiteral("3 h 5 min");
    QTest::newRow("days") << qint64{187'200'000} << QStringLiteral("2 d 4 h");
}

void tst_monitor_formatting::durations()
{
    QFETCH(const qint64, ms);
    QTEST(Formatting::duration(std::chrono::milliseconds(ms)), "text");
}

void tst_monitor_formatting::measures_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    QTest::newRow("minus zero") << -0.0 << QStringLiteral("0");
    QTest::newRow("whole") << 42.0 << QStringLiteral("42");
    QTest::newRow("a part") << 12.5 << QStringLiteral("12.5");
    QTest::newRow("many parts") << 12.512345 << QStringLiteral("12.512");
    QTest::newRow("negative") << -3.25 << QStringLiteral("-3.25");
    QTest::newRow("rounded up") << 0.9999 << QStringLiteral("1");
    QTest::newRow("tiny") << 0.00012345 << QStringLiteral("0.000123");
    QTest::newRow("large") << 1234567.0 << QStringLiteral("1234567");
    QTest::newRow("huge") << 1e300 << QStringLiteral("1e+300");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QStringLiteral("–");
    QTest::newRow("none") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("–");
}

void tst_monitor_formatting::measures()
{
    QFETCH(const double, number);
    QTEST(Formatting::measure(number), "text");
    QTEST(Formatting::text(ColumnKind::Measure, number), "text");
}

void tst_monitor_formatting::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("a b") << QStringLiteral("a b");
    QTest::newRow("controls") << QStringLiteral("a\nb\t\u001b[31m\u007f") << QStringLiteral("a^Jb^I^[[31m^?");
    QTest::newRow("zero") << QString(QChar(0)) << QStringLiteral("^@");
    QTest::newRow("directions") << QStringLiteral("a\u202eb") << QStringLiteral("a\\u202eb");
    QTest::newRow("separators") << QStringLiteral("a\u2028b") << QStringLiteral("a\\u2028b");
    QTest::newRow("long") << QString(1000, u'x') << QString(500, u'x') + u'…';
}

void tst_monitor_formatting::lines()
{
    QFETCH(const QString, text);
    QTEST(Formatting::line(text), "shown");
}

void tst_monitor_formatting::toolTipsAreExact()
{
    QCOMPARE(Formatting::toolTip(ColumnKind::Bytes, 1234), QStringLiteral("1234 bytes"));
    QCOMPARE(Formatting::toolTip(ColumnKind::Bytes, qint64{5'000'000'001}),
             QStringLiteral("5000000001 bytes"));
    QCOMPARE(Formatting::toolTip(ColumnKind::Bytes, -7), QStringLiteral("0 bytes"));
    QCOMPARE(Formatting::toolTip(ColumnKind::Bytes, {}), QString());
}

void tst_monitor_formatting::toolTipsAreNoRichText()
{
    const QString text = QStringLiteral("<b>bold</b> & \"more\"");
    const QString shown = Formatting::toolTip(ColumnKind::Text, text);
    QVERIFY(shown.contains(QStringLiteral("&lt;b&gt;")));
    QVERIFY(!shown.contains(QStringLiteral("<b>")));
    QCOMPARE(Formatting::toolTip(ColumnKind::Text, QStringLiteral("plain")), QStringLiteral("plain"));
}

void tst_monitor_formatting::countsFitInAnInt()
{
    QCOMPARE(Formatting::counted(7), 7);
    QCOMPARE(Formatting::counted(std::numeric_limits<qint64>::min()), 0);
    QCOMPARE(Formatting::counted(std::numeric_limits<qint64>::max()), 2'000'000'000);
}

void tst_monitor_formatting::extremesHaveAText_data()
{
    QTest::addColumn<ColumnKind>("kind");
    for (int kind = 0; kind <= static_cast<int>(ColumnKind::Countdown); ++kind)
        QTest::addRow("%d", kind) << static_cast<ColumnKind>(kind);
}

void tst_monitor_formatting::extremesHaveAText()
{
    QFETCH(const ColumnKind, kind);
    const QVariant values[] = {std::numeric_limits<qint64>::min(),
                               std::numeric_limits<qint64>::max(),
                               -1,
                               std::numeric_limits<double>::max(),
                               std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity(),
                               QString(100'000, QChar(0xd800))};
    for (const QVariant &value : values) {
        QVERIFY(Formatting::text(kind, value).size() <= Formatting::maxShownCharacters + 1);
        QVERIFY(Formatting::toolTip(kind, value).size() <= 10 * Formatting::maxShownCharacters);
    }
    QCOMPARE(Formatting::text(kind, {}), QStringLiteral("–"));
}

QTEST_GUILESS_MAIN(tst_monitor_formatting)
#include "tst_monitor_formatting.moc"
