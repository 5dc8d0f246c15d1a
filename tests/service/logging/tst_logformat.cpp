#include "core/daemonrpc/service/logging/logformat_p.h"
#include "core/daemonrpc/service/logging/logtext_p.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_LogFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields_data();
    void fields();
    void messages_data();
    void messages();
    void everyCharacterStaysOnItsLine();
    void omitted();
    void cutting_data();
    void cutting();
    void categories();
    void journal();
    void syslog();

private:
    static LogRecord sample(const QString &message)
    {
        LogRecord record;
        record.timeMs = 1769846400123; // 2026-01-31T08:00:00.123Z
        record.level = LogLevel::Info;
        record.category = "daemonrpc.request";
        record.pid = 4711;
        record.threadId = 4712;
        record.message = message;
        return record;
    }
};

void tst_LogFormat::fields_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("request");
    QTest::addColumn<bool>("hasPeer");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("bare") << 1 << 0 << false
                          << "2026-01-31T08:00:00.123Z info daemonrpc.request 4711 4712: hello\n"_ba
                          << R"({"time":"2026-01-31T08:00:00.123Z","level":"info","category":)"
                             R"("daemonrpc.request","pid":4711,"tid":4712,"message":"hello"})"
                             "\n"_ba;
    QTest::newRow("request")
        << 2 << 12 << false
        << "2026-01-31T08:00:00.123Z warning daemonrpc.request 4711 4712 [request 12]: hello\n"_ba
        << R"({"time":"2026-01-31T08:00:00.123Z","level":"warning","category":)"
           R"("daemonrpc.request","pid":4711,"tid":4712,"request":12,"message":"hello"})"
           "\n"_ba;
    QTest::newRow("all") << 3 << 12 << true
                         << "2026-01-31T08:00:00.123Z error daemonrpc.request 4711 4712 [request 12] "
                            "[peer uid 1000 pid 99]: hello\n"_ba
                         << R"({"time":"2026-01-31T08:00:00.123Z","level":"error","category":)"
                            R"("daemonrpc.request","pid":4711,"tid":4712,"request":12,)"
                            R"("peer":{"uid":1000,"pid":99},"message":"hello"})"
                            "\n"_ba;
}

void tst_LogFormat::fields()
{
    QFETCH(const int, level);
    QFETCH(const int, request);
    QFETCH(const bool, hasPeer);
    LogRecord record = sample(u"hello"_s);
    record.level = static_cast<LogLevel>(level);
    record.requestId = static_cast<quint64>(request);
    if (hasPeer)
        record.peer = PeerCredentials{99, 1000, 1000};
    QTEST(textLine(record), "text");
    QTEST(jsonLine(record), "json");
    QVERIFY(!QJsonDocument::fromJson(jsonLine(record)).object().isEmpty());
}

void tst_LogFormat::messages_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << u"a b"_s << "a b"_ba;
    QTest::newRow("line feed") << u"a\nb"_s << "a\\nb"_ba;
    QTest::newRow("carriage return") << u"a\rb"_s << "a\\rb"_ba;
    QTest::newRow("tab") << u"a\tb"_s << "a\\tb"_ba;
    QTest::newRow("escape") << u"\x1b[31mred"_s << "\\x1b[31mred"_ba;
    QTest::newRow("NUL") << QString(QChar(0)) << "\\x00"_ba;
    QTest::newRow("delete") << u"\x7f"_s << "\\x7f"_ba;
    QTest::newRow("C1: control sequence introducer") << QString(QChar(0x9b)) << "\\x9b"_ba;
    QTest::newRow("C1: next line") << QString(QChar(0x85)) << "\\x85"_ba;
    QTest::newRow("line separator") << QString(QChar(0x2028)) << "\\u2028"_ba;
    QTest::newRow("right to left override") << QString(QChar(0x202e)) << "\\u202e"_ba;
    QTest::newRow("isolate") << QString(QChar(0x2066)) << "\\u2066"_ba;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d)) << "\\ud83d"_ba;
    QTest::newRow("the other half") << QString(QChar(0xde00)) << "\\ude00"_ba;
    QTest::newRow("a backslash is no escape") << uR"(\n)"_s << R"(\\n)"_ba;
    QTest::newRow("quotes stay") << u"\"a\""_s << "\"a\""_ba;
    QTest::newRow("letters") << u"äß漢😀"_s << "äß漢😀"_ba;
    QTest::newRow("invalid UTF-8") << QString::fromUtf8("a\xff\xc0z") << "a\xef\xbf\xbd\xef\xbf\xbdz"_ba;
    QTest::newRow("forged line") << u"x\n2026-01-31T08:00:00.123Z error daemonrpc.server 1 1: all is lost"_s
                                 << "x\\n2026-01-31T08:00:00.123Z error daemonrpc.server 1 1: all is lost"_ba;
    QTest::newRow("forged field") << u"[request 99]: x"_s << "[request 99]: x"_ba;
    QTest::newRow("forged member") << u"\",\"request\":99,\"x\":\""_s << "\",\"request\":99,\"x\":\""_ba;
}

void tst_LogFormat::messages()
{
    QFETCH(const QString, message);
    QFETCH(const QByteArray, text);
    const LogRecord record = sample(message);
    // What the message says comes behind the first ": ", whatever it looks like.
    const QByteArray line = textLine(record);
    QCOMPARE(line.count('\n'), 1);
    QCOMPARE(line, "2026-01-31T08:00:00.123Z info daemonrpc.request 4711 4712: " + text + '\n');

    const QByteArray json = jsonLine(record);
    QCOMPARE(json.count('\n'), 1);
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object.size(), 6);
    QVERIFY(!object.contains(u"request"));
    if (!message.isEmpty() && !message.at(0).isSurrogate())
        QCOMPARE(object[u"message"].toString(), message);
}

void tst_LogFormat::everyCharacterStaysOnItsLine()
{
    for (char32_t unit = 0; unit < 0x10000; ++unit) {
        QByteArray text;
        appendEscaped(text, QString(QChar(static_cast<char16_t>(unit))));
        QByteArray json;
        appendJsonEscaped(json, QString(QChar(static_cast<char16_t>(unit))));
        for (const QByteArray &bytes : {text, json}) {
            QVERIFY(!bytes.isEmpty());
            for (const char byte : bytes)
                QVERIFY2(static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f,
                         QByteArray::number(uint(unit), 16));
            const QString decoded = QString::fromUtf8(bytes);
            QVERIFY(decoded.size() > 1 || decoded.at(0) == QChar(static_cast<char16_t>(unit)));
            QVERIFY(decoded.size() > 1 || decoded.at(0).category() != QChar::Other_Control);
        }
    }
}

void tst_LogFormat::omitted()
{
    LogRecord record = sample(u"abc"_s);
    record.omittedBytes = 123;
    QVERIFY(textLine(record).endsWith(": abc… (123 bytes more)\n"));
    QCOMPARE(QJsonDocument::fromJson(jsonLine(record)).object()[u"omitted_bytes"].toInt(), 123);
    QCOMPARE(QJsonDocument::fromJson(jsonLine(record)).object()[u"message"].toString(), u"abc"_s);
}

void tst_LogFormat::cutting_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QString>("kept");
    QTest::newRow("short") << u"abc"_s << 3 << u"abc"_s;
    QTest::newRow("ASCII") << u"abcd"_s << 3 << u"abc"_s;
    QTest::newRow("no half of a character") << u"aä"_s << 2 << u"a"_s;
    QTest::newRow("no half of a pair") << u"a😀"_s << 4 << u"a"_s;
    QTest::newRow("a whole pair") << u"a😀b"_s << 5 << u"a😀"_s;
    QTest::newRow("nothing") << u"漢"_s << 2 << QString();
}

void tst_LogFormat::cutting()
{
    QFETCH(const QString, text);
    QFETCH(const int, bytes);
    QTEST(cutToUtf8(text, bytes).toString(), "kept");
    QCOMPARE(utf8Size(text), text.toUtf8().size());
}

void tst_LogFormat::categories()
{
    LogRecord record = sample(u"x"_s);
    record.category = "a b\n\"c\\" + QByteArray(200, 'x');
    const QByteArray expected = "a_b__c_" + QByteArray(93, 'x');
    QVERIFY(textLine(record).contains(" info " + expected + " 4711 4712: x\n"));
    QCOMPARE(QJsonDocument::fromJson(jsonLine(record)).object()[u"category"].toString().toUtf8(), expected);
}

void tst_LogFormat::journal()
{
    LogRecord record = sample(u"a\nPRIORITY=0"_s);
    record.level = LogLevel::Warning;
    record.requestId = 7;
    record.peer = PeerCredentials{99, 1000, 1000};
    QCOMPARE(journalDatagram(record, "daemon-rpcd"),
             "PRIORITY=4\nSYSLOG_IDENTIFIER=daemon-rpcd\nTID=4712\nDAEMON_RPC_CATEGORY=daemonrpc.request\n"
             "DAEMON_RPC_REQUEST_ID=7\nDAEMON_RPC_PEER_UID=1000\nDAEMON_RPC_PEER_PID=99\n"
             "MESSAGE=a\\nPRIORITY=0\n"_ba);
}

void tst_LogFormat::syslog()
{
    LogRecord record = sample(u"a\nb"_s);
    record.level = LogLevel::Error;
    record.requestId = 7;
    const QByteArray datagram = syslogDatagram(record, "daemon-rpcd");
    QVERIFY2(datagram.startsWith("<27>Jan 3") || datagram.startsWith("<27>Feb  1"),
             datagram); // any time zone
    QVERIFY2(datagram.endsWith(" daemon-rpcd[4711]: daemonrpc.request [request 7]: a\\nb"), datagram);
    QCOMPARE(datagram.size(),
             qsizetype(qstrlen("<27>Jan 31 08:00:00 ")) +
                 qsizetype(qstrlen("daemon-rpcd[4711]: daemonrpc.request [request 7]: a\\nb")));
}

QTEST_GUILESS_MAIN(tst_LogFormat)

#include "tst_logformat.moc"
