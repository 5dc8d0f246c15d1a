#include "dialogs/outputview.h"

#include <QScrollBar>
#include <QtTest>

using namespace DaemonRpc::Monitor;

using Channel = OutputView::Channel;

class TestOutputView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void longLinesAreBroken();
    void errorOutputIsMarked();
    void streamsDoNotShareLines();
    void piecesOfALineStayTogether();
    void onlyTheEndIsKept();
    void saysWhenItIsFull();
    void oneWhoReadsIsNotScrolledAway();
};

void TestOutputView::decodes_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<QString>("shown");

    QTest::newRow("text") << QByteArrayList{"a\tb\n"} << QStringLiteral("a\tb\n");
    QTest::newRow("cut UTF-8") << QByteArrayList{"\xc3", "\xa4"} << QStringLiteral("ä");
    QTest::newRow("no UTF-8") << QByteArrayList{"a\xff"
                                                "b"}
                              << QStringLiteral("a\ufffdb");
    QTest::newRow("escape sequence") << QByteArrayList{"\x1b[31mred\x1b[0m"}
                                     << QStringLiteral("^[[31mred^[[0m");
    QTest::newRow("line ends of DOS") << QByteArrayList{"a\r\nb\r", "\n"} << QStringLiteral("a\nb\n");
    QTest::newRow("carriage return") << QByteArrayList{"1%\r2%", "\r", "3%"} << QStringLiteral("1%^M2%^M3%");
    QTest::newRow("controls") << QByteArrayList{QByteArray("\x00\x07\x7f", 3)} << QStringLiteral("^@^G^?");
    QTest::newRow("C1") << QByteArrayList{"\xc2\x9b"} << QStringLiteral("\\u009b");
    QTest::newRow("direction") << QByteArrayList{"a\xe2\x80\xae"
                                                 "b"}
                               << QStringLiteral("a\\u202eb");
    QTest::newRow("beyond the BMP") << QByteArrayList{"\xf0\x9f", "\x98\x80"} << QStringLiteral("😀");
}

void TestOutputView::decodes()
{
    QFETCH(const QByteArrayList, pieces);
    QFETCH(const QString, shown);
    OutputText text;
    QString got;
    for (const QByteArray &piece : pieces)
        got += text.decode(piece);
    QCOMPARE(got, shown);
}

void TestOutputView::longLinesAreBroken()
{
    OutputText text;
    const QString got = text.decode(QByteArray(5000, 'x'));
    const QStringList lines = got.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0).size(), OutputText::maxLineCharacters);
    QCOMPARE(lines.at(2).size(), 1000);
}

void TestOutputView::errorOutputIsMarked()
{
    OutputView view(1000);
    view.append(Channel::Output, "one\n");
    view.append(Channel::ErrorOutput, "bad\nworse\n");
    view.append(Channel::Output, "two\n");
    view.flush();
    QCOMPARE(view.toPlainText(), QStringLiteral("one\n! bad\n! worse\ntwo\n"));
    QCOMPARE(view.receivedBytes(), 18);
}

void TestOutputView::streamsDoNotShareLines()
{
    OutputView view(1000);
    view.append(Channel::Output, "no end");
    view.append(Channel::ErrorOutput, "bad");
    view.append(Channel::Output, "more");
    view.appendNotice(QStringLiteral("[said]"));
    view.append(Channel::ErrorOutput, "last\n");
    view.flush();
    QCOMPARE(view.toPlainText(), QStringLiteral("no end\n! bad\nmore\n[said]\n! last\n"));
}

void TestOutputView::piecesOfALineStayTogether()
{
    OutputView view(1000);
    for (const char *piece : {"b", "a", "d\nwor"}) {
        view.append(Channel::ErrorOutput, piece);
        view.flush();
    }
    view.append(Channel::ErrorOutput, "se\n");
    view.append(Channel::Output, "o");
    view.flush();
    view.append(Channel::Output, "ne\n");
    view.flush();
    QCOMPARE(view.toPlainText(), QStringLiteral("! bad\n! worse\none\n"));
}

void TestOutputView::onlyTheEndIsKept()
{
    OutputView view(1000);
    for (int i = 0; i < 1000; ++i) {
        view.append(i % 2 ? Channel::Output : Channel::ErrorOutput, QByteArray::number(i) + '\n');
        if (i % 100 == 0)
            view.flush();
    }
    view.flush();
    QVERIFY(view.document()->characterCount() <= 1001);
    QVERIFY(view.toPlainText().endsWith(QStringLiteral("! 998\n999\n")));
    QVERIFY(view.droppedCharacters() > 2000);
    // All of it in one piece, as well.
    view.reset();
    view.append(Channel::Output, QByteArray(1'000'000, 'x'));
    view.flush();
    QVERIFY(view.document()->characterCount() <= 1001);
    QVERIFY(view.droppedCharacters() >= 990'000);
}

void TestOutputView::saysWhenItIsFull()
{
    OutputView view(1'000'000);
    QSignalSpy drained(&view, &OutputView::drained);
    view.append(Channel::Output, QByteArray(OutputView::fullBytes - 1, 'x'));
    QVERIFY(!view.isFull());
    view.append(Channel::Output, "x");
    QVERIFY(view.isFull());
    QTRY_COMPARE(drained.count(), 1);
    QVERIFY(!view.isFull());
}

void TestOutputView::oneWhoReadsIsNotScrolledAway()
{
    OutputView view(100'000);
    view.resize(300, 200);
    view.show();
    view.append(Channel::Output, QByteArray("line\n").repeated(200));
    view.flush();
    QScrollBar *bar = view.verticalScrollBar();
    QCOMPARE(bar->value(), bar->maximum()); // follows the end
    bar->setValue(10);
    view.append(Channel::Output, "more\n");
    view.flush();
    QCOMPARE(bar->value(), 10);
}

QTEST_MAIN(TestOutputView)
#include "tst_monitor_outputview.moc"
