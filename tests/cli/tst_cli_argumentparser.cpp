#include "argumentparser.h"

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestArgumentParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data();
    void parse();
    void optionsBetweenOperands();
    void refuse_data();
    void refuse();
};

static QList<OptionSpec> sampleOptions()
{
    return {
        {"quiet", 'q', "", {}},
        {"follow", 'f', "", {}},
        {"lines", 'n', "LINES", {}},
        {"daemon-id", 0, "ID", {}},
    };
}

void TestArgumentParser::parse_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArrayList>("rest");
    QTest::addColumn<bool>("isQuiet");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const QByteArrayList &arguments, const QByteArrayList &rest,
                        bool isQuiet, const QByteArray &lines) {
        QTest::newRow(name) << arguments << rest << isQuiet << lines;
    };
    row("nothing", {}, {}, false, "");
    row("long flag", {"--quiet"}, {}, true, "");
    row("short flag", {"-q"}, {}, true, "");
    row("long value", {"--lines", "5"}, {}, false, "5");
    row("long value with equals", {"--lines=5"}, {}, false, "5");
    row("equals in the value", {"--lines=a=b"}, {}, false, "a=b");
    row("empty value", {"--lines="}, {}, false, "");
    row("short value", {"-n", "5"}, {}, false, "5");
    row("short value, joined", {"-n5"}, {}, false, "5");
    row("cluster", {"-qn5"}, {}, true, "5");
    row("value that looks like an option", {"--lines", "--quiet"}, {}, false, "--quiet");
    row("last one wins", {"-n1", "--lines=2"}, {}, false, "2");
    row("operand ends options", {"-q", "echo", "-n", "7"}, {"echo", "-n", "7"}, true, "");
    row("dashes end options", {"--", "-q"}, {"-q"}, false, "");
    row("dashes only once", {"--", "--", "a"}, {"--", "a"}, false, "");
    row("dashes after the operand stay", {"echo", "--"}, {"echo", "--"}, false, "");
    row("a single dash is an operand", {"-", "-q"}, {"-", "-q"}, false, "");
    row("empty operand", {"", "-q"}, {"", "-q"}, false, "");
    row("bytes that are no text", {"-n", "\xff\xfe", "\x80"}, {"\x80"}, false, "\xff\xfe");
}

void TestArgumentParser::parse()
{
    QFETCH(QByteArrayList, arguments);
    ArgumentParser parser(arguments, sampleOptions());
    const Result<void> parsed = parser.parseOptions();
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().toString()));
    QTEST(parser.rest(), "rest");
    QTEST(parser.values().isSet("quiet"), "isQuiet");
    QTEST(parser.values().value("lines"), "lines");
}

void TestArgumentParser::optionsBetweenOperands()
{
    ArgumentParser parser({"7", "-q", "8", "--", "-f"}, sampleOptions());
    QVERIFY(parser.parseOptions(ArgumentParser::Order::Mixed).has_value());
    QCOMPARE(parser.rest(), QByteArrayList({"7", "8", "-f"}));
    QVERIFY(parser.values().isSet("quiet"));
    QVERIFY(!parser.values().isSet("follow"));
}

void TestArgumentParser::refuse_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArrayList &arguments, const QString &message) {
        QTest::newRow(name) << arguments << message;
    };
    row("unknown", {"--frobnicate"}, QStringLiteral("unknown option --frobnicate; see --help"));
    row("slip", {"--daemonid", "x"},
        QStringLiteral("unknown option --daemonid, did you mean \"--daemon-id\"?"));
    row("slip with equals", {"--line=3"}, QStringLiteral("unknown option --line, did you mean \"--lines\"?"));
    row("unknown letter", {"-x"}, QStringLiteral("unknown option -x; see --help"));
    row("unknown letter in a cluster", {"-qx"}, QStringLiteral("unknown option -qx; see --help"));
    row("value missing", {"--lines"}, QStringLiteral("option --lines needs a value: --lines LINES"));
    row("short value missing", {"-n"}, QStringLiteral("option -n needs a value: -n LINES"));
    row("value too many", {"--quiet=yes"}, QStringLiteral("option --quiet takes no value"));
    row("control characters", {"--\x1b[2J"}, QStringLiteral("unknown option --\\x1b[2J; see --help"));
}

void TestArgumentParser::refuse()
{
    QFETCH(QByteArrayList, arguments);
    ArgumentParser parser(arguments, sampleOptions());
    const Result<void> parsed = parser.parseOptions();
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code(), ErrorCode::InvalidArgument);
    QTEST(parsed.error().message(), "message");
}

QTEST_APPLESS_MAIN(TestArgumentParser)
#include "tst_cli_argumentparser.moc"
