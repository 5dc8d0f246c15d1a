// What is JSON and what is not, by the grammar of RFC 8259.
#include <daemonrpc/jsonrpc/rpcparser.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <vector>

using namespace DaemonRpc;

namespace {

// Whether the text was refused as no JSON, by a single answer with the id null.
bool isRefused(const QByteArray &text)
{
    // A copy of exactly this size, so that a sanitizer sees a read past the end.
    const std::vector<char> exact(text.begin(), text.end());
    const RpcPayload payload = parseRpc(QByteArrayView(exact.data(), text.size()));
    const auto *invalid = std::get_if<RpcInvalid>(&payload.messages.first());
    return !payload.isBatch && invalid && invalid->error.code == RpcError::parseError && invalid->id.isNull();
}

QByteArray around(const QByteArray &value)
{
    return R"({"jsonrpc":"2.0","method":"m","id":1,"params":[)" + value + "]}";
}

} // namespace

class TestJsonConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void notValues_data();
    void notValues();
    void outOfRange_data();
    void outOfRange();
    void texts_data();
    void texts();
    void everyControlCharacter();
    void everyEscape();
    void everySingleByte();
    void everyChangedByte();
};

// All of these are JSON values.
void TestJsonConformance::values_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("true", "true");
    row("false", "false");
    row("null", "null");
    row("zero", "0");
    row("minus zero", "-0");
    row("minus zero with fraction", "-0.0");
    row("integer", "123");
    row("negative", "-123");
    row("fraction", "0.5");
    row("long fraction", "0.12345678901234567890123456789");
    row("zeros behind the point", "1.000");
    row("zero exponent", "0e0");
    row("exponent", "1e5");
    row("capital exponent", "1E5");
    row("signed exponents", "[1e+5,1e-5,1E+5,1E-5]");
    row("zeros in the exponent", "1e005");
    row("exponent with fraction", "12.5e-3");
    row("largest of 64 bits", "9223372036854775807");
    row("smallest of 64 bits", "-9223372036854775808");
    row("beyond 64 bits", "18446744073709551616");
    row("many digits", QByteArray(300, '9'));
    row("largest double", "1.7976931348623157e308");
    row("smallest normal double", "2.2250738585072014e-308");
    row("empty text", R"("")");
    row("blank text", R"(" ")");
    row("simple escapes", R"("\"\\\/\b\f\n\r\t")");
    row("escaped nul", R"("\u0000")");
    row("escaped letters", R"("\u0041\u00e9\u4e2d\uFFFD")");
    row("escaped pair", R"("\ud83d\ude00")");
    row("escaped pair, capital", R"("\uD83D\uDE00")");
    row("escaped non-character", R"("\uffff")");
    row("unpaired high surrogate", R"("\ud800")");
    row("unpaired low surrogate", R"("\udc00")");
    row("swapped surrogates", R"("\udc00\ud800")");
    row("escaped backslash before u", R"("\\u12")");
    row("backslash at the end", R"("\\")");
    row("delete", "\"\x7f\"");
    row("two bytes", "\"\xc2\x80\xdf\xbf\"");
    row("three bytes", "\"\xe0\xa0\x80\xef\xbf\xbd\"");
    row("four bytes", "\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"");
    row("non-character", "\"\xef\xbf\xbf\"");
    row("line separators", "\"\xe2\x80\xa8\xe2\x80\xa9\"");
    row("byte order mark in a text", "\"\xef\xbb\xbf\"");
    row("comment in a text", R"("/* */ // #")");
    row("brackets in a text", R"("]}[{,:")");
    row("empty array", "[]");
    row("empty object", "{}");
    row("blanks in an array", "[ \t\r\n]");
    row("blanks in an object", "{ \t\r\n}");
    row("blanks everywhere", " { \"a\" :\t[ 1 ,\r\n2 ] , \"b\" : { } } ");
    row("nested", R"({"a":[{"b":[[],{}]},[null]]})");
    row("empty key", R"({"":0})");
    row("escaped key", R"({"\u0061\n":0})");
    row("equal keys", R"({"a":1,"a":2})");
    row("equal keys, equal values", R"({"a":1,"a":1})");
    row("equal keys, one escaped", R"({"a":1,"\u0061":2})");
    row("key of the prototype", R"({"__proto__":[]})");
    row("sixty levels", QByteArray(60, '[') + QByteArray(60, ']'));
}

void TestJsonConformance::values()
{
    QFETCH(QByteArray, text);
    QVERIFY(!isRefused(text)); // by itself it is no request
    const RpcPayload payload = parseRpc(around(text));
    QCOMPARE(payload.messages.size(), 1);
    const auto *request = std::get_if<RpcRequest>(&payload.messages.first());
    QVERIFY(request);
    QCOMPARE(request->params, QJsonValue(QJsonDocument::fromJson('[' + text + ']').array()));
    QVERIFY(!isRefused(" \t\r\n" + text + " \t\r\n"));
    QVERIFY(isRefused(around(text + ' ' + text)));
    QVERIFY(isRefused(around(text).chopped(1)));
    QVERIFY(isRefused(around(text) + '}'));
}

// None of these is a JSON value.
void TestJsonConformance::notValues_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("cut literal", "tru");
    row("long literal", "truee");
    row("capital literal", "True");
    row("literal of another language", "None");
    row("undefined", "undefined");
    row("not a number", "NaN");
    row("infinity", "Infinity");
    row("minus infinity", "-Infinity");
    row("bare word", "a");
    row("plus", "+1");
    row("minus", "-");
    row("two minuses", "--1");
    row("minus and blank", "- 1");
    row("minus word", "-foo");
    row("leading zero", "01");
    row("leading zero, negative", "-01");
    row("two zeros", "00");
    row("leading zero with fraction", "00.5");
    row("no digit before the point", ".5");
    row("minus and point", "-.5");
    row("no digit behind the point", "1.");
    row("point and exponent", "1.e5");
    row("two points", "1.2.3");
    row("empty exponent", "1e");
    row("empty signed exponent", "1e+");
    row("two signs", "1e+-5");
    row("two exponents", "1e5e5");
    row("fraction in the exponent", "1e5.5");
    row("hexadecimal", "0x1F");
    row("octal", "0o17");
    row("grouped", "1_000");
    row("blank in a number", "1 000");
    row("letter behind", "1a");
    row("full-width digit", "\xef\xbc\x91");
    row("open text", "\"a");
    row("only a quote", "\"");
    row("single quotes", "'a'");
    row("unknown escape", R"("\x41")");
    row("escaped blank", R"("\ ")");
    row("escaped quote", R"("\'")");
    row("escaped digit", R"("\0")");
    row("capital escape", R"("\N")");
    row("no digits", R"("\u")");
    row("three digits", R"("\u123")");
    row("three digits and a letter", R"("\u123g")");
    row("capital u", R"("\U0041")");
    row("braces", R"("\u{41}")");
    row("escaped line end", "\"\\\n\"");
    row("escaped character", "\"\\\xc3\xa4\"");
    row("open escape", "\"\\");
    row("open escape and quote", "\"\\\"");
    row("raw line end", "\"a\nb\"");
    row("raw tab", "\"\t\"");
    row("raw nul", QByteArray("\"\0\"", 3));
    row("cut character", "\"\xc3\"");
    row("lone continuation", "\"\x80\"");
    row("overlong", "\"\xc0\xaf\"");
    row("overlong, three bytes", "\"\xe0\x80\xaf\"");
    row("overlong, four bytes", "\"\xf0\x80\x80\xaf\"");
    row("encoded surrogate", "\"\xed\xa0\x80\"");
    row("encoded pair", "\"\xed\xa0\xbd\xed\xb8\x80\"");
    row("beyond unicode", "\"\xf4\x90\x80\x80\"");
    row("five bytes", "\"\xf8\x88\x80\x80\x80\"");
    row("impossible byte", "\"\xff\"");
    row("latin-1", "\"\xe4\"");
    row("open array", "[1");
    row("open array with comma", "[1,");
    row("comma at the end", "[1,]");
    row("only a comma", "[,]");
    row("comma first", "[,1]");
    row("two commas", "[1,,2]");
    row("no comma", "[1 2]");
    row("colon in an array", "[1:2]");
    row("wrong bracket", "[1}");
    row("open object", "{");
    row("comma at the end of an object", R"({"a":1,})");
    row("two commas in an object", R"({"a":1,,"b":2})");
    row("comma first in an object", R"({,"a":1})");
    row("no colon", R"({"a" 1})");
    row("two colons", R"({"a"::1})");
    row("no value", R"({"a":})");
    row("no key", "{:1}");
    row("only a key", R"({"a"})");
    row("bare key", "{a:1}");
    row("key in single quotes", "{'a':1}");
    row("number as key", "{1:1}");
    row("null as key", "{null:1}");
    row("array as key", "{[]:1}");
    row("semicolon", R"({"a":1;"b":2})");
    row("equals sign", R"({"a"=1})");
    row("comment", "/* */1");
    row("comment behind", "1//");
    row("hash comment", "1#");
    row("form feed", "\f1");
    row("vertical tab", "\v1");
    row("no-break space", "\xc2\xa0"
                          "1");
    row("line separator", "\xe2\x80\xa8"
                          "1");
    row("byte order mark within", "\xef\xbb\xbf"
                                  "1");
    row("nul", QByteArray(1, '\0'));
    row("nul behind", QByteArray("1\0", 2));
    row("function call", "a()");
    row("percent", "%00");
    row("sixty-five levels", QByteArray(65, '[') + QByteArray(65, ']'));
    row("many levels", QByteArray(100'000, '['));
    row("many levels of objects", QByteArray(R"({"":)").repeated(100'000));
}

void TestJsonConformance::notValues()
{
    QFETCH(QByteArray, text);
    if (!text.startsWith("\xef\xbb\xbf")) // which is ignored where a text begins
        QVERIFY(isRefused(text));
    QVERIFY(isRefused(around(text)));
    QVERIFY(isRefused('[' + text + ']'));
    QVERIFY(isRefused(R"({"a":)" + text + '}'));
}

// The grammar has them, a double has not: RFC 8259, section 9, lets a reader set such limits.
void TestJsonConformance::outOfRange_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("large") << QByteArray("1e400");
    QTest::newRow("large, negative") << QByteArray("-1e400");
    QTest::newRow("small") << QByteArray("1e-400");
    QTest::newRow("huge exponent") << QByteArray("1e999999999999999999999");
    QTest::newRow("tiny exponent") << QByteArray("1e-999999999999999999999");
    QTest::newRow("endless") << QByteArray(400, '9');
}

void TestJsonConformance::outOfRange()
{
    QFETCH(QByteArray, text);
    QVERIFY(isRefused(around(text)));
    QVERIFY(isRefused(R"({"jsonrpc":"2.0","method":"m","id":)" + text + '}'));
}

void TestJsonConformance::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *name, const QByteArray &text, bool refused) {
        QTest::newRow(name) << text << refused;
    };
    row("nothing", "", true);
    row("blanks", " \t\r\n", true);
    row("byte order mark", "\xef\xbb\xbf", true);
    row("byte order mark and value", "\xef\xbb\xbf{}", false);
    row("cut byte order mark", "\xef\xbb{}", true);
    row("two byte order marks", "\xef\xbb\xbf\xef\xbb\xbf{}", true);
    row("utf-16, little end first", QByteArray("{\0}\0", 4), true);
    row("utf-16, big end first", QByteArray("\0{\0}", 4), true);
    row("two objects", "{}{}", true);
    row("two objects in lines", "{}\n{}", true);
    row("closing bracket behind", "[]]", true);
    row("closing brace behind", "{}}", true);
    row("comma behind", "{},", true);
    row("text behind", "{}x", true);
    row("only a comma", ",", true);
    row("only a colon", ":", true);
    row("invalid behind the limit of a batch", '[' + QByteArray("1,").repeated(20'000) + "x]", true);
}

void TestJsonConformance::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, refused);
    QCOMPARE(isRefused(text), refused);
}

void TestJsonConformance::everyControlCharacter()
{
    for (int c = 0; c < 0x20; ++c) {
        const char raw = static_cast<char>(c);
        QVERIFY(isRefused(around(QByteArray("\"a") + raw + "b\"")));
        QVERIFY(isRefused(around(QByteArray("{\"a") + raw + "b\":1}")));
        const bool isBlank = raw == '\t' || raw == '\n' || raw == '\r';
        QCOMPARE(isRefused(around(QByteArray("1") + raw)), !isBlank);
    }
}

void TestJsonConformance::everyEscape()
{
    for (int c = 0; c < 256; ++c) {
        const bool isEscape = c != 0 && QByteArray("\"\\/bfnrt").contains(static_cast<char>(c));
        QCOMPARE(isRefused(around(QByteArray("\"\\") + static_cast<char>(c) + "\"")), !isEscape);
    }
}

void TestJsonConformance::everySingleByte()
{
    for (int c = 0; c < 256; ++c) {
        const QByteArray text(1, static_cast<char>(c));
        QCOMPARE(isRefused(text), c < '0' || c > '9');
    }
}

// Whatever is done to one byte, the verdict agrees with a parser that accepts what we accept.
void TestJsonConformance::everyChangedByte()
{
    const QByteArray text =
        R"({"jsonrpc":"2.0","id":1.5e1,"method":"\u00e4","params":[true,null,-0.5,{"a":""}]})";
    int accepted = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (int c = 0; c < 256; ++c) {
            QByteArray changed = text;
            changed[at] = static_cast<char>(c);
            if (isRefused(changed))
                continue;
            ++accepted;
            QJsonParseError error;
            QJsonDocument::fromJson(changed, &error);
            QVERIFY2(error.error == QJsonParseError::NoError, changed.constData());
        }
    }
    QVERIFY(accepted > text.size()); // each byte may stay, and those in texts may change
}

QTEST_GUILESS_MAIN(TestJsonConformance)
#include "tst_jsonconformance.moc"
