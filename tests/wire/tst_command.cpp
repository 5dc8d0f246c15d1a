#include "wiretesting.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

using namespace DaemonRpc;
using WireTesting::cbor;
using WireTesting::errorText;

class TestCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void defaultsAreNotSent();
    void everyByteSurvives();
    void unsendableValuesAreAdjusted();
    void badField_data();
    void badField();
    void countLimits();
    void announcedCountTakesNoMemory();
    void callersContext();
    void argumentListPrefersArguments();
};

static QCborArray byteStrings(qsizetype count, const QByteArray &each)
{
    QCborArray array;
    for (qsizetype i = 0; i < count; ++i)
        array.append(each);
    return array;
}

void TestCommand::roundTrip_data()
{
    QTest::addColumn<Command>("command");
    QTest::newRow("one argument") << Command({"true"});
    QTest::newRow("everything") << WireTesting::fullCommand();
    Command text;
    text.text = "echo 'a b'\n";
    QTest::newRow("text") << text;
    Command umaskZero({"x"});
    umaskZero.umask = 0;
    QTest::newRow("umask 0") << umaskZero;
    Command extremes({QByteArray(200'000, 'a'), ""});
    extremes.umask = 0777;
    extremes.timeout = Command::maxTimeout;
    extremes.workingDirectory = "/" + QByteArray(4094, 'd');
    extremes.terminal.columns = 65535;
    extremes.terminal.rows = 65535;
    extremes.terminal.type = QByteArray(64, 't');
    QTest::newRow("extremes") << extremes;
    for (int bit = 0; bit < 4; ++bit) {
        Command command({"x"});
        command.hasInput = bit == 0;
        command.terminal.inputIsTerminal = bit == 1;
        command.terminal.outputIsTerminal = bit == 2;
        command.terminal.errorIsTerminal = bit == 3;
        QTest::addRow("flag %d", bit) << command;
    }
}

void TestCommand::roundTrip()
{
    QFETCH(Command, command);
    const Result<Command> decoded = Command::decode(command.encode());
    QVERIFY2(decoded, errorText(decoded));
    QVERIFY(*decoded == command);
}

void TestCommand::defaultsAreNotSent()
{
    QCOMPARE(Command({"a"}).encode().toHex(), QByteArray("a102814161"));
}

void TestCommand::everyByteSurvives()
{
    QByteArray allBytes;
    for (int c = 1; c < 256; ++c)
        allBytes.append(static_cast<char>(c));
    Command command;
    for (const char c : allBytes) {
        command.arguments.append(QByteArray(1, c));
        command.environment.append(QByteArray("N=") + c);
    }
    command.arguments.append(allBytes);
    command.environment.append("ALL=" + allBytes);
    command.workingDirectory = "/" + allBytes;
    const Result<Command> decoded = Command::decode(command.encode());
    QVERIFY2(decoded, errorText(decoded));
    QVERIFY(*decoded == command);

    Command text;
    text.text = allBytes;
    const Result<Command> decodedText = Command::decode(text.encode());
    QVERIFY2(decodedText, errorText(decodedText));
    QVERIFY(*decodedText == text);
}

void TestCommand::unsendableValuesAreAdjusted()
{
    Command command({"x"});
    command.timeout = Command::maxTimeout + std::chrono::milliseconds(1);
    command.terminal.type = QByteArray(65, 't');
    const Result<Command> decoded = Command::decode(command.encode());
    QVERIFY2(decoded, errorText(decoded));
    QCOMPARE(decoded->timeout.count(), Command::maxTimeout.count());
    QCOMPARE(decoded->terminal.type, QByteArray());

    command.timeout = std::chrono::milliseconds(-1);
    const Result<Command> negative = Command::decode(command.encode());
    QVERIFY2(negative, errorText(negative));
    QCOMPARE(negative->timeout.count(), 0);
}

void TestCommand::badField_data()
{
    QTest::addColumn<QCborMap>("map");
    QTest::addColumn<QByteArray>("mentions");
    const QCborMap valid{{2, QCborArray{QByteArray("x")}}};
    const auto row = [](const char *name, const QCborMap &map, const char *mentions) {
        QTest::newRow(name) << map << QByteArray(mentions);
    };
    const auto with = [&valid](int key, const QCborValue &value) {
        QCborMap map = valid;
        map[key] = value;
        return map;
    };
    const QByteArray nul("a\0b", 3);
    const QCborValue text(QStringLiteral("text"));

    row("empty", {}, "exactly one of key 1 (text) and key 2 (arguments)");
    row("neither", {{4, QByteArray("/")}}, "exactly one of key 1 (text) and key 2 (arguments)");
    row("both", with(1, QByteArray("x")), "exactly one of key 1 (text) and key 2 (arguments)");
    row("text is UTF-8", {{1, text}}, "key 1 (text) must be a byte string");
    row("text number", {{1, 7}}, "key 1 (text)");
    row("text empty", {{1, QByteArray("")}}, "key 1 (text) names no command");
    row("text blank", {{1, QByteArray(" \n")}}, "key 1 (text) names no command");
    row("text NUL", {{1, nul}}, "key 1 (text) contains a NUL byte");
    row("arguments empty", with(2, QCborArray()), "key 2 (arguments) is empty");
    row("arguments bytes", with(2, QByteArray("x")), "key 2 (arguments) must be an array");
    row("argument text", with(2, QCborArray{text}), "key 2 (arguments) must be a byte string");
    row("argument null", with(2, QCborArray{nullptr}), "key 2 (arguments)");
    row("argument nested", with(2, QCborArray{QCborArray{QByteArray("x")}}), "key 2 (arguments)");
    row("argument NUL", with(2, QCborArray{QByteArray("x"), nul}),
        "key 2 (arguments) contains a NUL byte in element 1");
    row("environment map", with(3, QCborMap{{1, 1}}), "key 3 (environment)");
    row("environment text", with(3, QCborArray{text}), "key 3 (environment)");
    row("environment NUL", with(3, QCborArray{QByteArray("A=\0", 3)}),
        "key 3 (environment) contains a NUL byte");
    row("no equals sign", with(3, QCborArray{QByteArray("A=1"), QByteArray("A")}),
        "key 3 (environment) has an element 1 that is not NAME=value");
    row("no name", with(3, QCborArray{QByteArray("=1")}), "element 0 that is not NAME=value");
    row("empty entry", with(3, QCborArray{QByteArray()}), "element 0 that is not NAME=value");
    row("directory relative", with(4, QByteArray("src")), "key 4 (working directory) is not absolute");
    row("directory text", with(4, QStringLiteral("/src")), "key 4 (working directory)");
    row("directory NUL", with(4, QByteArray("/a\0", 3)), "key 4 (working directory) contains a NUL byte");
    row("directory too long", with(4, QByteArray(4096, '/')),
        "key 4 (working directory) is longer than 4095");
    row("umask too large", with(5, 01000), "key 5 (umask)");
    row("umask negative", with(5, -1), "key 5 (umask)");
    row("umask text", with(5, text), "key 5 (umask)");
    row("timeout too large", with(6, qint64(0x80000000)), "key 6 (timeout)");
    row("timeout negative", with(6, -1), "key 6 (timeout)");
    row("timeout double", with(6, 1.5), "key 6 (timeout)");
    for (int key = 7; key <= 10; ++key) {
        const QByteArray mentions = "key " + QByteArray::number(key) + " (";
        QTest::addRow("flag %d number", key) << with(key, 1) << mentions;
        QTest::addRow("flag %d undefined", key) << with(key, QCborValue(QCborValue::Undefined)) << mentions;
    }
    row("columns too large", with(11, 65536), "key 11 (columns)");
    row("columns text", with(11, text), "key 11 (columns)");
    row("rows negative", with(12, -1), "key 12 (rows)");
    row("rows bool", with(12, true), "key 12 (rows)");
    row("terminal type text", with(13, text), "key 13 (terminal type)");
    row("terminal type too long", with(13, QByteArray(65, 't')), "key 13 (terminal type) is longer than 64");
    row("terminal type NUL", with(13, nul), "key 13 (terminal type) contains a NUL byte");
}

void TestCommand::badField()
{
    QFETCH(QCborMap, map);
    QFETCH(QByteArray, mentions);
    const Result<Command> decoded = Command::decode(cbor(map));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY2(errorText(decoded).startsWith("malformed Command message: "), errorText(decoded));
    QVERIFY2(errorText(decoded).contains(mentions), errorText(decoded));
}

void TestCommand::countLimits()
{
    const QByteArray x("x");
    const QByteArray entry("A=");
    const QCborArray arguments{x};
    QVERIFY(Command::decode(cbor({{2, byteStrings(Command::maxArguments, x)}})));
    QVERIFY(!Command::decode(cbor({{2, byteStrings(Command::maxArguments + 1, x)}})));
    QVERIFY(Command::decode(cbor({{2, arguments}, {3, byteStrings(Command::maxEnvironment, entry)}})));
    QVERIFY(!Command::decode(cbor({{2, arguments}, {3, byteStrings(Command::maxEnvironment + 1, entry)}})));

    Command text;
    text.text = QByteArray("x ").repeated(Command::maxArguments);
    QVERIFY(Command::decode(text.encode()));
    text.text.append("x");
    QVERIFY(!Command::decode(text.encode()));
    text.text = "x '" + text.text + "'";
    QVERIFY(Command::decode(text.encode())); // two arguments, one of them long
}

void TestCommand::announcedCountTakesNoMemory()
{
    // {2: array of 2^n elements that do not come}; a decoder that believed it would take gigabytes.
    for (const char *hex :
         {"a1029a00020000", "a1029affffffff", "a1029bffffffffffffffff", "a1025b7fffffffffffffff",
          "a102815affffffff", "a1015b7fffffffffffffff", "bb7fffffffffffffff"}) {
        const Result<Command> decoded = Command::decode(QByteArray::fromHex(hex));
        QVERIFY2(!decoded, hex);
        QCOMPARE(decoded.error().code(), ErrorCode::ProtocolViolation);
    }
}

void TestCommand::callersContext()
{
    const QByteArray name = "DAEMONRPC_TEST_CONTEXT";
    QVERIFY(qputenv(name.constData(), "a=b \xff"));
    const Command command = Command::withCallersContext({"x"});
    qunsetenv(name.constData());
    QVERIFY(command.environment.contains(name + "=a=b \xff"));
    QCOMPARE(command.workingDirectory, QFile::encodeName(QDir::currentPath()));
    const mode_t mask = ::umask(077);
    ::umask(mask);
    QCOMPARE(command.umask, static_cast<quint32>(mask));
    QCOMPARE(command.arguments, QByteArrayList{"x"});
    const Result<Command> decoded = Command::decode(command.encode());
    QVERIFY2(decoded, errorText(decoded));
    QVERIFY(*decoded == command);
}

void TestCommand::argumentListPrefersArguments()
{
    QCOMPARE(Command({"a b", "c"}).argumentList(), (QByteArrayList{"a b", "c"}));
    Command command;
    command.text = "a 'b c'";
    QCOMPARE(command.argumentList(), (QByteArrayList{"a", "b c"}));
    QCOMPARE(Command().argumentList(), QByteArrayList());
}

QTEST_APPLESS_MAIN(TestCommand)
#include "tst_command.moc"
