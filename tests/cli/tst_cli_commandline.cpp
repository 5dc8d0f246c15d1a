#include "commandline.h"
#include "subcommandtable.h"

#include <QSet>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noSubcommand();
    void commandIsLeftAlone();
    void globalOptionsMayFollow();
    void help_data();
    void help();
    void refuse_data();
    void refuse();
    void tableIsConsistent();
};

static Result<CommandLine> parse(const QByteArrayList &arguments)
{
    return CommandLine::parse(arguments, subcommandTable());
}

void TestCommandLine::noSubcommand()
{
    const Result<CommandLine> line = parse({"--daemon-id", "x"});
    QVERIFY(line.has_value());
    QVERIFY(!line->subcommand);
    QVERIFY(!line->wantsHelp);
    QCOMPARE(line->options.value("daemon-id"), QByteArray("x"));
}

void TestCommandLine::commandIsLeftAlone()
{
    const Result<CommandLine> line =
        parse({"-q", "run", "--no-input", "--timeout=5", "--", "grep", "--help", "--", "\xff", "--bogus"});
    QVERIFY(line.has_value());
    QCOMPARE(line->subcommand->name, QByteArray("run"));
    QCOMPARE(line->operands, QByteArrayList({"grep", "--help", "--", "\xff", "--bogus"}));
    QVERIFY(!line->wantsHelp);
    QVERIFY(line->options.isSet("quiet"));
    QVERIFY(line->options.isSet("no-input"));
    QCOMPARE(line->options.value("timeout"), QByteArray("5"));
}

void TestCommandLine::globalOptionsMayFollow()
{
    const Result<CommandLine> line = parse({"cancel", "7", "--wait", "--daemon-id=x"});
    QVERIFY(line.has_value());
    QCOMPARE(line->operands, QByteArrayList({"7"}));
    QVERIFY(line->options.isSet("wait"));
    QCOMPARE(line->options.value("daemon-id"), QByteArray("x"));
}

void TestCommandLine::help_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("subcommand");
    QTest::newRow("option") << QByteArrayList{"--help"} << QByteArray();
    QTest::newRow("letter") << QByteArrayList{"-h"} << QByteArray();
    QTest::newRow("word") << QByteArrayList{"help"} << QByteArray();
    QTest::newRow("word with subcommand") << QByteArrayList{"help", "cancel"} << QByteArray("cancel");
    QTest::newRow("subcommand without its operand")
        << QByteArrayList{"cancel", "--help"} << QByteArray("cancel");
    QTest::newRow("run") << QByteArrayList{"run", "--help"} << QByteArray("run");
}

void TestCommandLine::help()
{
    QFETCH(QByteArrayList, arguments);
    const Result<CommandLine> line = parse(arguments);
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().toString()));
    QVERIFY(line->wantsHelp);
    QTEST(line->subcommand ? line->subcommand->name : QByteArray(), "subcommand");
}

void TestCommandLine::refuse_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArrayList &arguments, const QString &message) {
        QTest::newRow(name) << arguments << message;
    };
    row("slip", {"lsit"}, QStringLiteral("unknown subcommand \"lsit\", did you mean \"list\"?"));
    row("a command", {"frobnicate"},
        QStringLiteral("unknown subcommand \"frobnicate\"; to run it as a command type \"daemon-rpc run "
                       "frobnicate\""));
    row("no command", {"run"}, QStringLiteral("run needs more: daemon-rpc run [--] COMMAND [ARG...]"));
    row("no request", {"cancel"}, QStringLiteral("cancel needs more: daemon-rpc cancel REQUEST_ID"));
    row("too much", {"list", "x"}, QStringLiteral("list does not take \"x\"; see daemon-rpc list --help"));
    row("option of another", {"list", "--now"}, QStringLiteral("unknown option --now; see --help"));
    row("option before its subcommand", {"--now", "stop"},
        QStringLiteral("unknown option --now; see --help"));
}

void TestCommandLine::refuse()
{
    QFETCH(QByteArrayList, arguments);
    const Result<CommandLine> line = parse(arguments);
    QVERIFY(!line);
    QCOMPARE(line.error().code(), ErrorCode::InvalidArgument);
    QTEST(line.error().message(), "message");
}

void TestCommandLine::tableIsConsistent()
{
    QSet<QByteArray> names;
    for (const SubcommandSpec &spec : subcommandTable()) {
        QVERIFY2(!names.contains(spec.name), spec.name.constData());
        names.insert(spec.name);
        QVERIFY2(!spec.summary.isEmpty() && spec.make, spec.name.constData());
        QVERIFY2((spec.minOperands == 0 && spec.maxOperands == 0) == spec.operandsHelp.isEmpty(),
                 spec.name.constData());
        // Within one subcommand each name and letter means one thing, global ones included.
        QSet<QByteArray> options;
        QSet<char> letters;
        for (const OptionSpec &option : GlobalOptions::specs() + spec.options) {
            QVERIFY2(!options.contains(option.name), option.name.constData());
            QVERIFY2(option.shortName == 0 || !letters.contains(option.shortName), option.name.constData());
            QVERIFY2(!option.help.isEmpty(), option.name.constData());
            options.insert(option.name);
            letters.insert(option.shortName);
        }
    }
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_cli_commandline.moc"
