#include <daemonrpc/wire/dialect.h>

#include <QTest>

using namespace DaemonRpc;

class tst_Dialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detection_data();
    void detection();
    void everyPrefixWaits();
    void names();
};

void tst_Dialect::detection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Dialect>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, Dialect expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("nothing", {}, Dialect::Undecided);
    row("frame", QByteArray(1, '\0'), Dialect::Frames);
    row("object", "{", Dialect::JsonLines);
    row("array", "[1", Dialect::JsonLines);
    row("blank", " {", Dialect::JsonLines);
    row("line end", "\r\n{", Dialect::JsonLines);
    row("byte order mark", "\xef\xbb\xbf{", Dialect::JsonLines);
    row("headers", "Content-Length: 2", Dialect::ContentLength);
    row("headers in small letters", "content-length: 2", Dialect::ContentLength);
    row("goxe", "GOXE", Dialect::Goxe);
    row("duct", "DUCT", Dialect::Duct);
    row("get", "GET / HTTP/1.1", Dialect::Http);
    row("head", "HEAD / HTTP/1.1", Dialect::Http);
    row("post", "POST / HTTP/1.1", Dialect::Http);
    row("http 2", "PRI * HTTP/2.0", Dialect::Http);
    row("tls", "\x16\x03\x01", Dialect::TlsHello);
    row("ssh", "SSH-2.0", Dialect::Unknown);
    row("number", "42", Dialect::Unknown);
    row("half a word", "GOX ", Dialect::Unknown);
    row("large frame", "\x01", Dialect::Unknown);
}

void tst_Dialect::detection()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Dialect, expected);
    QCOMPARE(detectDialect(bytes), expected);
}

// Four bytes are enough to tell, and fewer never tell something else.
void tst_Dialect::everyPrefixWaits()
{
    for (const QByteArray &bytes : {QByteArray("Cont"), QByteArray("GOXE"), QByteArray("DUCT"),
                                    QByteArray("GET "), QByteArray("HEAD"), QByteArray("POST")}) {
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QCOMPARE(detectDialect(bytes.first(size)), Dialect::Undecided);
        const Dialect decided = detectDialect(bytes);
        QVERIFY(decided != Dialect::Undecided && decided != Dialect::Unknown);
    }
}

void tst_Dialect::names()
{
    QCOMPARE(dialectName(Dialect::Frames), QStringLiteral("frames"));
    QCOMPARE(dialectName(Dialect::JsonLines), QStringLiteral("json"));
    QCOMPARE(dialectName(Dialect::ContentLength), QStringLiteral("content-length"));
    QCOMPARE(dialectName(Dialect::Goxe), QStringLiteral("goxe"));
    QCOMPARE(dialectName(Dialect::Http), QStringLiteral("http"));
    QCOMPARE(dialectName(Dialect::Duct), QStringLiteral("duct"));
    QCOMPARE(dialectName(Dialect::TlsHello), QStringLiteral("unknown"));
}

QTEST_GUILESS_MAIN(tst_Dialect)
#include "tst_dialect.moc"
