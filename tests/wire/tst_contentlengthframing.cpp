#include "framingtest.h"

#include <daemonrpc/wire/contentlengthframing.h>

#include <QTest>

using namespace DaemonRpc;

class tst_ContentLengthFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void boundary();
    void envelope();
};

void tst_ContentLengthFraming::texts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    const QByteArray violation = "error: protocol_violation";
    const QByteArray tooLarge = "error: message_too_large";
    row("one", "Content-Length: 2\r\n\r\n{}", {"{}"});
    row("two", "Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", {"{}", "[1]"});
    row("bare line feeds", "Content-Length:2\n\n{}", {"{}"});
    row("without case", "content-LENGTH: 2\r\n\r\n{}", {"{}"});
    row("type", "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}",
        {"{}"});
    row("type of early clients", "Content-Type: a/b; charset=UTF8\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
    row("other fields", "X-Unknown: a: b\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
    row("empty", "Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}", {"", "{}"});
    row("line ends in the text", "Content-Length: 4\r\n\r\n\r\n\r\n", {"\r\n\r\n"});
    row("at the limit", "Content-Length: 100\r\n\r\n" + QByteArray(100, 'x'), {QByteArray(100, 'x')});
    row("above the limit", "Content-Length: 101\r\n\r\n", {tooLarge});
    row("huge", "Content-Length: 9999999999\r\n\r\n", {tooLarge});
    row("beyond all numbers", "Content-Length: 99999999999999999999\r\n\r\n", {violation});
    row("negative", "Content-Length: -1\r\n\r\n", {violation});
    row("no number", "Content-Length: 2x\r\n\r\n", {violation});
    row("no value", "Content-Length:\r\n\r\n", {violation});
    row("twice", "Content-Length: 2\r\nContent-Length: 2\r\n\r\n", {violation});
    row("missing", "Content-Type: a/b\r\n\r\n", {violation});
    row("empty line first", "\r\nContent-Length: 2\r\n\r\n{}", {violation});
    row("no colon", "Content-Length 2\r\n\r\n", {violation});
    row("other charset", "Content-Type: a/b; charset=latin-1\r\n\r\n", {violation});
    row("long header", "X: " + QByteArray(ContentLengthFraming::maxHeaderBytes, 'x'), {tooLarge});
    row("many fields", QByteArray("X: y\r\n").repeated(ContentLengthFraming::maxHeaderBytes / 6 + 1),
        {tooLarge});
}

void tst_ContentLengthFraming::texts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArrayList, expected);
    const qsizetype step = bytes.size() > 1000 ? 997 : 1;
    for (qsizetype pieceSize = 1; pieceSize <= bytes.size(); pieceSize += step) {
        ContentLengthFraming framing(100);
        QCOMPARE(textsOf(framing, bytes, pieceSize), expected);
    }
}

void tst_ContentLengthFraming::boundary()
{
    ContentLengthFraming framing(100);
    QVERIFY(framing.isAtBoundary());
    textsOf(framing, "Cont", 4);
    QVERIFY(!framing.isAtBoundary());
    textsOf(framing, "ent-Length: 2\r\n\r\n", 40);
    QVERIFY(!framing.isAtBoundary());
    QCOMPARE(textsOf(framing, "{}", 1), QByteArrayList{"{}"});
    QVERIFY(framing.isAtBoundary());
}

void tst_ContentLengthFraming::envelope()
{
    ContentLengthFraming framing(100);
    const QByteArray sent = enveloped(framing, "{}") + enveloped(framing, "[1]");
    QCOMPARE(sent, "Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]");
    QCOMPARE(textsOf(framing, sent, 5), (QByteArrayList{"{}", "[1]"}));
}

QTEST_GUILESS_MAIN(tst_ContentLengthFraming)
#include "tst_contentlengthframing.moc"
