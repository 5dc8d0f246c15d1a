#include "framingtest.h"

#include <daemonrpc/wire/goxeframing.h>

#include <QTest>

using namespace DaemonRpc;

class tst_GoxeFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void boundary();
    void envelope();
};

static QByteArray message(const QByteArray &head, const QByteArray &text)
{
    return QByteArray::fromHex(head) + text;
}

void tst_GoxeFraming::texts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    const QByteArray violation = "error: protocol_violation";
    row("one", message("474f5845 00000001 00000002 00000000", "{}"), {"{}"});
    row("two",
        message("474f5845 00000001 00000002 00000000", "{}") +
            message("474f5845 00000001 00000003 00000000", "[1]"),
        {"{}", "[1]"});
    row("unknown flags", message("474f5845 00000001 00000002 ffffffff", "{}"), {"{}"});
    row("empty",
        message("474f5845 00000001 00000000 00000000", {}) +
            message("474f5845 00000001 00000002 00000000", "{}"),
        {"", "{}"});
    row("at the limit", message("474f5845 00000001 00000064 00000000", QByteArray(100, 'x')),
        {QByteArray(100, 'x')});
    row("above the limit", message("474f5845 00000001 00000065 00000000", {}), {"error: message_too_large"});
    row("largest number", message("474f5845 00000001 ffffffff 00000000", {}), {"error: message_too_large"});
    row("other version", message("474f5845 00000002 00000002 00000000", "{}"), {violation});
    row("other byte order", message("474f5845 01000000 02000000 00000000", "{}"), {violation});
    row("other magic", message("474f5846 00000001 00000002 00000000", "{}"), {violation});
    row("garbage behind a text", message("474f5845 00000001 00000002 00000000", "{}") + QByteArray(16, 'x'),
        {"{}", violation});
}

void tst_GoxeFraming::texts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArrayList, expected);
    for (qsizetype pieceSize = 1; pieceSize <= bytes.size(); ++pieceSize) {
        GoxeFraming framing(100);
        // An empty text at the end of a piece is there as soon as its header is.
        QCOMPARE(textsOf(framing, bytes, pieceSize), expected);
    }
}

void tst_GoxeFraming::boundary()
{
    GoxeFraming framing(100);
    QVERIFY(framing.isAtBoundary());
    textsOf(framing, "GOX", 3);
    QVERIFY(!framing.isAtBoundary());
    textsOf(framing, message("45 00000001 00000002 00000000", {}), 13);
    QVERIFY(!framing.isAtBoundary());
    QCOMPARE(textsOf(framing, "{}", 1), QByteArrayList{"{}"});
    QVERIFY(framing.isAtBoundary());
}

void tst_GoxeFraming::envelope()
{
    GoxeFraming framing(100);
    const QByteArray sent = enveloped(framing, "{}") + enveloped(framing, "[1]");
    QCOMPARE(sent, message("474f5845 00000001 00000002 00000000", "{}") +
                       message("474f5845 00000001 00000003 00000000", "[1]"));
    QCOMPARE(textsOf(framing, sent, 5), (QByteArrayList{"{}", "[1]"}));
}

QTEST_GUILESS_MAIN(tst_GoxeFraming)
#include "tst_goxeframing.moc"
