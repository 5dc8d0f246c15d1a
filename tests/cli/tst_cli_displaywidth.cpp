#include "printers/displaywidth.h"

#include <QTest>

using namespace DaemonRpc::Cli;

class TestDisplayWidth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void width_data();
    void width();
    void padding();
};

void TestDisplayWidth::width_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("ASCII") << QStringLiteral("hello") << 5;
    QTest::newRow("umlaut") << QStringLiteral("\u00fc") << 1;
    QTest::newRow("combining mark") << QStringLiteral("u\u0308") << 1;
    QTest::newRow("CJK") << QStringLiteral("\u4e2d\u6587") << 4;
    QTest::newRow("Hangul") << QStringLiteral("\ud55c") << 2;
    QTest::newRow("emoji") << QStringLiteral("\U0001f600") << 2;
    QTest::newRow("fullwidth") << QStringLiteral("\uff21") << 2;
    QTest::newRow("joiner") << QStringLiteral("a\u200db") << 2;
}

void TestDisplayWidth::width()
{
    QFETCH(QString, text);
    QTEST(displayWidth(text), "columns");
}

void TestDisplayWidth::padding()
{
    QCOMPARE(paddedTo(QStringLiteral("\u4e2d"), 4), QStringLiteral("\u4e2d  "));
    QCOMPARE(paddedTo(QStringLiteral("abc"), 2), QStringLiteral("abc"));
}

QTEST_APPLESS_MAIN(TestDisplayWidth)
#include "tst_cli_displaywidth.moc"
