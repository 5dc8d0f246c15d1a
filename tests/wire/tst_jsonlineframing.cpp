#include "framingtest.h"

#include <daemonrpc/wire/jsonlineframing.h>

#include <QTest>

using namespace DaemonRpc;

class tst_JsonLineFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void limit_data();
    void limit();
    void manyTextsAreNotLimited();
    void boundary();
    void envelope();
};

void tst_JsonLineFraming::texts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("one", "{\"a\":1}\n", {"{\"a\":1}"});
    row("without a line end", "{\"a\":1}", {"{\"a\":1}"});
    row("two lines", "{}\n[]\n", {"{}", "[]"});
    row("back to back", "{}{}[[]]{\"a\":{}}", {"{}", "{}", "[[]]", "{\"a\":{}}"});
    row("blanks between", " \r\n\t{} \n\n {}\r\n", {"{}", "{}"});
    row("pretty-printed", "{\n  \"a\": [\n    1,\n    {}\n  ]\n}\n",
        {"{\n  \"a\": [\n    1,\n    {}\n  ]\n}"});
    row("brackets in strings", R"({"}":"]{\"}"}[])", {R"({"}":"]{\"}"})", "[]"});
    row("escaped backslash", R"(["\\"][])", {R"(["\\"])", "[]"});
    row("scalar", "42\n{}\n", {"42", "{}"});
    row("garbage", "hello {\n{}\n", {"hello {", "{}"});
    row("byte order mark", "\xef\xbb\xbf{}\n[]", {"{}", "[]"});
    row("line end within a string", "{\"a\n{}\n", {"{\"a", "{}"});
    row("line end after a backslash", "{\"a\\\n{}\n", {"{\"a\\", "{}"});
    row("cut off line", "{\"a\":1\n{\"b\":2}\n", {"{\"a\":1\n", "{\"b\":2}"});
    row("cut off after a key", "{\"a\"\n{}\n", {"{\"a\"\n", "{}"});
    row("wrong bracket", "{\"a\":[1}\n{}\n", {"{\"a\":[1}\n", "{}"});
    row("specification's broken call", "{\"method\": \"foobar, \"params\": \"bar\", \"baz]\n{}\n",
        {"{\"method\": \"foobar, \"params", "\": \"bar\", \"baz]", "{}"});
    row("closing bracket alone", "}\n{}\n", {"}", "{}"});
    row("nothing", "\n\n", {});
}

void tst_JsonLineFraming::texts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArrayList, expected);
    for (qsizetype pieceSize = 1; pieceSize <= bytes.size(); ++pieceSize) {
        JsonLineFraming framing(1000);
        QCOMPARE(textsOf(framing, bytes, pieceSize), expected);
    }
}

void tst_JsonLineFraming::limit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("object") << QByteArray("{\"a\":\"" + QByteArray(200, 'x') + "\"}");
    QTest::newRow("never ends") << QByteArray(200, '[');
    QTest::newRow("garbage") << QByteArray(200, 'x');
}

void tst_JsonLineFraming::limit()
{
    QFETCH(const QByteArray, bytes);
    for (const qsizetype pieceSize : {1, 7, 99, 100, 101, 500}) {
        JsonLineFraming framing(100);
        QCOMPARE(textsOf(framing, bytes, pieceSize), QByteArrayList{"error: message_too_large"});
        framing.feed("{}");
        QVERIFY(!framing.next()); // it stays in this error
    }
}

void tst_JsonLineFraming::manyTextsAreNotLimited()
{
    JsonLineFraming framing(10);
    QCOMPARE(textsOf(framing, QByteArray("{\"a\":1234}").repeated(50), 33).size(), 50);
}

void tst_JsonLineFraming::boundary()
{
    JsonLineFraming framing(100);
    QVERIFY(framing.isAtBoundary());
    textsOf(framing, "{\"a\":", 3);
    QVERIFY(!framing.isAtBoundary());
    textsOf(framing, "1}\n", 3);
    QVERIFY(framing.isAtBoundary());
}

void tst_JsonLineFraming::envelope()
{
    JsonLineFraming framing(100);
    const QByteArray sent = enveloped(framing, "{}") + enveloped(framing, "[1]");
    QCOMPARE(sent, "{}\n[1]\n");
    QCOMPARE(textsOf(framing, sent, 2), (QByteArrayList{"{}", "[1]"}));
}

QTEST_GUILESS_MAIN(tst_JsonLineFraming)
#include "tst_jsonlineframing.moc"
