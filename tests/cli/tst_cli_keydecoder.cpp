#include "watch/keydecoder.h"

#include <QTest>

using namespace DaemonRpc::Cli;

class TestKeyDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
    void splitAnywhere();
    void escapeAlone();
    void longSequences();
};

static QByteArray described(const QList<Key> &keys)
{
    QByteArray text;
    for (const Key &key : keys) {
        switch (key.kind) {
        case Key::Kind::Character: text += key.character; break;
        case Key::Kind::Up: text += "<up>"; break;
        case Key::Kind::Down: text += "<down>"; break;
        case Key::Kind::PageUp: text += "<pageup>"; break;
        case Key::Kind::PageDown: text += "<pagedown>"; break;
        case Key::Kind::Home: text += "<home>"; break;
        case Key::Kind::End: text += "<end>"; break;
        case Key::Kind::Escape: text += "<escape>"; break;
        case Key::Kind::Other: text += "<other>"; break;
        }
    }
    return text;
}

void TestKeyDecoder::keys_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("letters") << QByteArray("qj?~ ") << QByteArray("qj?~ ");
    QTest::newRow("arrows") << QByteArray("\x1b[A\x1b[B") << QByteArray("<up><down>");
    QTest::newRow("arrows of an application") << QByteArray("\x1bOA\x1bOB") << QByteArray("<up><down>");
    QTest::newRow("pages") << QByteArray("\x1b[5~\x1b[6~") << QByteArray("<pageup><pagedown>");
    QTest::newRow("home and end") << QByteArray("\x1b[H\x1b[F\x1b[1~\x1b[4~")
                                  << QByteArray("<home><end><home><end>");
    QTest::newRow("unknown ones are swallowed")
        << QByteArray("\x1b[1;5Cq\x1b[15~q") << QByteArray("<other>q<other>q");
    QTest::newRow("control characters")
        << QByteArray("\x01\x7f\x00q", 4) << QByteArray("<other><other><other>q");
    QTest::newRow("not ASCII") << QByteArray("\xc3\xa4q") << QByteArray("<other><other>q");
    QTest::newRow("with Alt") << QByteArray("\x1bq") << QByteArray("<escape>q");
    QTest::newRow("Escape twice") << QByteArray("\x1b\x1b[A") << QByteArray("<escape><up>");
}

void TestKeyDecoder::keys()
{
    QFETCH(const QByteArray, bytes);
    KeyDecoder decoder;
    QTEST(described(decoder.feed(bytes)), "expected");
    QVERIFY(!decoder.isWaiting());
}

void TestKeyDecoder::splitAnywhere()
{
    const QByteArray bytes = "a\x1b[5~b\x1bOBc";
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        KeyDecoder decoder;
        QList<Key> keys = decoder.feed(QByteArrayView(bytes).first(at));
        keys += decoder.feed(QByteArrayView(bytes).sliced(at));
        QCOMPARE(described(keys), QByteArray("a<pageup>b<down>c"));
    }
}

void TestKeyDecoder::escapeAlone()
{
    KeyDecoder decoder;
    QVERIFY(decoder.flush().isEmpty());
    QVERIFY(decoder.feed("\x1b").isEmpty());
    QVERIFY(decoder.isWaiting());
    QCOMPARE(described(decoder.flush()), QByteArray("<escape>"));
    QVERIFY(!decoder.isWaiting());
    QVERIFY(decoder.feed("\x1b[1").isEmpty());
    QCOMPARE(described(decoder.flush()), QByteArray("<other>")); // no key of its own
}

void TestKeyDecoder::longSequences()
{
    KeyDecoder decoder;
    static_cast<void>(decoder.feed("\x1b[" + QByteArray(100'000, '1')));
    static_cast<void>(decoder.flush());
    QCOMPARE(described(decoder.feed("q")), QByteArray("q"));
}

QTEST_GUILESS_MAIN(TestKeyDecoder)
#include "tst_cli_keydecoder.moc"
