// The section `commands`: what is refused, and what follows from what is given.
#include "configtesting.h"

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;
using Mode = CommandDefinition::EnvironmentMode;
using Input = CommandDefinition::Input;

class tst_CommandReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void refused_data();
    void refused();
    void completed_data();
    void completed();
    void listsAndMaps_data();
    void listsAndMaps();
    void goodOnesAreNotLostForBadOnes();
    void numberOfCommands();

private:
    static ConfigurationSources sources()
    {
        ConfigurationSources result;
        result.reservedCommands = {"cat", "echo"};
        result.baseEnvironment = {"HOME=/h", "PATH=/bin"};
        return result;
    }
};

void tst_CommandReader::names_data()
{
    QTest::addColumn<QByteArray>("name"); // as YAML
    QTest::addColumn<QString>("problem");
    for (const char *good : {"a", "clang-format", "A.b_c-9", "9", ".x", "true", "Echo"})
        QTest::newRow(good) << QByteArray(good) << QString();
    QTest::newRow("64") << QByteArray(64, 'x') << QString();
    const QString expected =
        u" is no name for a command; expected 1 to 64 of A-Z a-z 0-9 . _ -, not beginning with -"_s;
    QTest::newRow("65") << QByteArray(65, 'x') << u'"' + QString(65, u'x') + u'"' + expected;
    QTest::newRow("empty") << QByteArray("\"\"") << u"\"\""_s + expected;
    QTest::newRow("option") << QByteArray("-v") << u"\"-v\""_s + expected;
    QTest::newRow("blank") << QByteArray("a b") << u"\"a b\""_s + expected;
    QTest::newRow("path") << QByteArray("a/b") << u"\"a/b\""_s + expected;
    QTest::newRow("not ASCII") << QByteArray("é") << u"\"é\""_s + expected;
    QTest::newRow("newline") << QByteArray("\"a\\n\"") << u"\"a\\n\""_s + expected;
    QTest::newRow("reserved")
        << QByteArray("echo")
        << u"\"echo\" is a command of the daemon itself and cannot be defined; choose another name"_s;
}

void tst_CommandReader::names()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QString, problem);
    ConfigurationLoader loader(sources());
    const auto loaded = loader.loadText("commands:\n  " + name + ": {program: p}\n", u"f"_s);
    QCOMPARE(linesOf(loader.diagnostics()).join(u'\n'),
             problem.isEmpty() ? QString() : u"f:2:3: "_s + problem);
    if (problem.isEmpty())
        QCOMPARE(loaded->configuration.commands.constFirst().name, name);
}

void tst_CommandReader::refused_data()
{
    QTest::addColumn<QByteArray>("commands");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *definition, const char *problem) {
        QTest::newRow(definition) << QByteArray("commands: ") + definition << QString::fromUtf8(problem);
    };
    row("[a]", "1:11: commands: expected NAME: definition, found a list");
    row("x", "1:11: commands: expected NAME: definition, found \"x\"");
    row("{x: python3}",
        "1:15: command \"x\": expected a definition with at least `program`, found \"python3\"");
    row("{x: }", "1:12: command \"x\": expected a definition with at least `program`, found nothing");
    row("{x: {}}", "1:12: command \"x\": `program` is missing");
    row("{x: {program: \"\"}}", "1:25: program: expected a text of one line that is not empty, found \"\"");
    row("{x: {program: [a]}}", "1:25: program: expected a text of one line that is not empty, found a list");
    row("{x: {program: p, argments: []}}",
        "1:28: unknown key \"argments\" in command \"x\"; did you mean \"arguments\"?");
    row("{x: {program: p, arguments: -v}}", "1:39: arguments: expected a list of texts, found \"-v\"");
    row("{x: {program: p, arguments: [[a]]}}", "1:40: arguments: expected a text, found a list");
    row("{x: {program: p, arguments: [\"\\0\"]}}",
        "1:40: arguments: expected a text without a NUL character, found \"\\u0000\"");
    row("{x: {program: p, environment: [A]}}", "1:42: environment: expected NAME=value, found \"A\"");
    row("{x: {program: p, environment: {A=B: c}}}",
        "1:42: environment: expected the name of a variable, found \"A=B\"");
    row("{x: {program: p, environment: {A: [c]}}}", "1:45: environment: expected a text, found a list");
    row("{x: {program: p, environment: {A: c}, environment_mode: caller}}",
        "1:41: environment: has no effect with `environment_mode: caller`; write merged or fixed");
    row("{x: {program: p, working_directory: w}}",
        "1:47: working_directory: expected an absolute path or \"\", found \"w\"");
    row("{x: {program: p, warm: 65}}",
        "1:34: warm: expected a whole number from 0 to 64 (copies), found \"65\"");
    row("{x: {program: p, warm: 1, environment_mode: caller}}",
        "1:55: environment_mode: expected automatic or fixed with");
    row("{x: {program: p, warm: 1, environment_mode: merged}}",
        "1:55: environment_mode: expected automatic or fixed with");
    row("{x: {program: p, warm: 1, input: none}}", "1:44: input: expected stream with `warm`");
    row("{x: {program: p, worker: json, warm: 0}}",
        "1:48: warm: expected at least 1 with `worker: json`, found 0");
    row("{x: {program: p, worker: json, input: stream}}", "1:49: input: expected none with `worker: json`");
    row("{x: {program: p, worker: json, environment_mode: caller}}",
        "1:60: environment_mode: expected automatic or fixed with");
    row("{x: {program: p, worker: yaml}}", "1:36: worker: expected one of none, json, found \"yaml\"");
    row("{x: {program: p, description: \"a\\nb\"}}",
        "1:41: description: expected a text of one line, found \"a\\nb\"");
}

void tst_CommandReader::refused()
{
    QFETCH(const QByteArray, commands);
    QFETCH(const QString, problem);
    ConfigurationLoader loader(sources());
    QVERIFY(!loader.loadText(commands, u"f"_s));
    const QStringList lines = linesOf(loader.diagnostics());
    QVERIFY2(lines.size() == 1 && lines.constFirst().startsWith(u"f:"_s + problem),
             qPrintable(lines.join(u'\n')));
}

void tst_CommandReader::completed_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArrayList>("environment");
    QTest::addColumn<QByteArray>("directory");
    QTest::addColumn<int>("warm");
    QTest::addColumn<int>("input");
    const QByteArrayList base{"HOME=/h", "PATH=/bin"};
    const auto row = [](const char *keys, Mode mode, const QByteArrayList &environment, const char *directory,
                        int warm, Input input) {
        QTest::newRow(keys) << QByteArray(keys) << int(mode) << environment << QByteArray(directory) << warm
                            << int(input);
    };
    row("", Mode::Automatic, {}, "", 0, Input::Stream);
    row(", environment: {A: b}", Mode::Automatic, {"A=b"}, "", 0, Input::Stream);
    row(", environment: {}", Mode::Automatic, {}, "", 0, Input::Stream);
    row(", environment: {A: b}, environment_mode: fixed", Mode::Fixed, {"A=b"}, "", 0, Input::Stream);
    row(", environment_mode: fixed", Mode::Fixed, base, "", 0, Input::Stream);
    row(", environment_mode: fixed, environment: []", Mode::Fixed, {}, "", 0, Input::Stream);
    row(", environment_mode: merged", Mode::Merged, {}, "", 0, Input::Stream);
    row(", environment_mode: caller, environment: []", Mode::Caller, {}, "", 0, Input::Stream);
    row(", warm: 2", Mode::Automatic, {}, "", 2, Input::Stream);
    row(", warm: 2, environment: [A=b]", Mode::Automatic, {"A=b"}, "", 2, Input::Stream);
    row(", warm: 2, working_directory: /w, input: stream", Mode::Automatic, {}, "/w", 2, Input::Stream);
    row(", warm: 2, environment_mode: fixed", Mode::Fixed, base, "", 2, Input::Stream);
    row(", worker: json", Mode::Automatic, {}, "", 1, Input::None);
    row(", worker: json, warm: 3, input: none", Mode::Automatic, {}, "", 3, Input::None);
    row(", worker: none, input: none", Mode::Automatic, {}, "", 0, Input::None);
}

void tst_CommandReader::completed()
{
    QFETCH(const QByteArray, keys);
    ConfigurationLoader loader(sources());
    const auto loaded = loader.loadText("commands: {x: {program: p" + keys + "}}", u"f"_s);
    QVERIFY2(loaded, reason(loaded));
    const CommandDefinition &command = loaded->configuration.commands.constFirst();
    QTEST(int(command.environmentMode), "mode");
    QTEST(command.environment, "environment");
    QTEST(command.workingDirectory, "directory");
    QTEST(command.warm, "warm");
    QTEST(int(command.input), "input");
    // What follows from something else is nobody's line.
    QVERIFY(keys.contains("environment:") ||
            loaded->origin(u"commands.x.environment"_s) == ConfigurationOrigin());
}

void tst_CommandReader::listsAndMaps_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArrayList>("environment");
    QTest::newRow("numbers and words are texts")
        << QByteArray("arguments: [1.0, yes, 0x10, 2026-01-01, \"\"]")
        << QByteArrayList{"1.0", "yes", "0x10", "2026-01-01", ""} << QByteArrayList();
    QTest::newRow("lines") << QByteArray("arguments:\n      - -c\n      - |\n        a\n        b\n")
                           << QByteArrayList{"-c", "a\nb\n"} << QByteArrayList();
    QTest::newRow("map, in its order") << QByteArray("environment: {Z: 1, A: \"2=3\", E: \"\"}")
                                       << QByteArrayList() << QByteArrayList{"Z=1", "A=2=3", "E="};
    QTest::newRow("list") << QByteArray("environment: [Z=1, \"A=é\"]") << QByteArrayList()
                          << QByteArrayList{"Z=1", "A=é"};
}

void tst_CommandReader::listsAndMaps()
{
    QFETCH(const QByteArray, keys);
    ConfigurationLoader loader(sources());
    const auto loaded = loader.loadText("commands:\n  x:\n    program: p\n    " + keys, u"f"_s);
    QVERIFY2(loaded, reason(loaded));
    QTEST(loaded->configuration.commands.constFirst().arguments, "arguments");
    QTEST(loaded->configuration.commands.constFirst().environment, "environment");
}

void tst_CommandReader::goodOnesAreNotLostForBadOnes()
{
    ConfigurationLoader loader(sources());
    QVERIFY(!loader.loadText("commands:\n  a: {program: p, x: 1}\n  b: {program: p}\n  c: {y: 1}\n", u"f"_s));
    // Both commands, and c for two reasons.
    QCOMPARE(linesOf(loader.diagnostics()).size(), 3);
}

void tst_CommandReader::numberOfCommands()
{
    QByteArray text = "commands:\n";
    for (int i = 0; i < 1000; ++i)
        text += "  c" + QByteArray::number(i) + ": {program: p}\n";
    ConfigurationLoader loader(sources());
    QCOMPARE(loader.loadText(text, u"f"_s)->configuration.commands.size(), 1000);
    text += "  one-more: {program: p}\n";
    QVERIFY(!loader.loadText(text, u"f"_s));
    QCOMPARE(linesOf(loader.diagnostics()), QStringList{u"f:1:1: there are more than 1000 commands"_s});
}

QTEST_GUILESS_MAIN(tst_CommandReader)
#include "tst_commandreader.moc"
