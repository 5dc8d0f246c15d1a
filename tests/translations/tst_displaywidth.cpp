#include "translations/displaywidth.h"

#include <QTest>

using namespace DaemonRpc;

class TestDisplayWidth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void width_data();
    void width();
    void padding();
    void wrapping_data();
    void wrapping();
    void explanations();
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

void TestDisplayWidth::wrapping_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("empty") << QString() << 10 << QStringList{QString()};
    QTest::newRow("fits") << QStringLiteral("one two") << 7 << QStringList{QStringLiteral("one two")};
    QTest::newRow("one column short")
        << QStringLiteral("one two") << 6 << QStringList{QStringLiteral("one"), QStringLiteral("two")};
    QTest::newRow("three lines") << QStringLiteral("one two three four") << 9
                                 << QStringList{QStringLiteral("one two"), QStringLiteral("three"),
                                                QStringLiteral("four")};
    QTest::newRow("a word that is too long")
        << QStringLiteral("a wonderful b") << 4
        << QStringList{QStringLiteral("a"), QStringLiteral("wonderful"), QStringLiteral("b")};
    QTest::newRow("names stay whole")
        << QStringLiteral("see daemon-rpc --in-process") << 12
        << QStringList{QStringLiteral("see"), QStringLiteral("daemon-rpc"), QStringLiteral("--in-process")};
    QTest::newRow("paragraphs") << QStringLiteral("one\ntwo") << 20
                                << QStringList{QStringLiteral("one"), QStringLiteral("two")};
    QTest::newRow("Chinese") << QStringLiteral("中文文字") << 4
                             << QStringList{QStringLiteral("中文"), QStringLiteral("文字")};
    // A line does not begin with a full stop.
    QTest::newRow("Chinese punctuation")
        << QStringLiteral("中文文字。") << 8 << QStringList{QStringLiteral("中文文"), QStringLiteral("字。")};
    QTest::newRow("Chinese with a name")
        << QStringLiteral("请参阅 daemon-rpc 的帮助") << 12
        << QStringList{QStringLiteral("请参阅"), QStringLiteral("daemon-rpc"), QStringLiteral("的帮助")};
    QTest::newRow("no columns") << QStringLiteral("a b") << 0
                                << QStringList{QStringLiteral("a"), QStringLiteral("b")};
}

void TestDisplayWidth::wrapping()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QTEST(wrappedToWidth(text, columns), "lines");
}

void TestDisplayWidth::explanations()
{
    QCOMPARE(explainedTerm(QStringLiteral("list"), QStringLiteral("the daemons"), 10, 30),
             QStringLiteral("  list    the daemons\n"));
    QCOMPARE(explainedTerm(QStringLiteral("list"), QStringLiteral("the daemons that run"), 10, 22),
             QStringLiteral("  list    the daemons\n          that run\n"));
    QCOMPARE(explainedTerm(QStringLiteral("connections"), QStringLiteral("who is there"), 10, 30),
             QStringLiteral("  connections\n          who is there\n"));
    QCOMPARE(explainedTerm(QStringLiteral("表"), QStringLiteral("守护进程"), 6, 14),
             QStringLiteral("  表  守护进程\n"));
}

QTEST_APPLESS_MAIN(TestDisplayWidth)
#include "tst_displaywidth.moc"
