#include "models/commandline.h"

#include <QProcess>
#include <QTest>

using namespace DaemonRpc::Monitor;

class tst_monitor_commandline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesWords_data();
    void quotesWords();
    void isReadByAShell_data();
    void isReadByAShell();
    void joinsAndCuts();
    void runsThroughADaemon();
};

void tst_monitor_commandline::quotesWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("quoted");
    const auto row = [](const char *name, const QString &word, const QString &quoted) {
        QTest::newRow(name) << word << quoted;
    };
    row("plain", QStringLiteral("make"), QStringLiteral("make"));
    row("option", QStringLiteral("--jobs=2"), QStringLiteral("--jobs=2"));
    row("path", QStringLiteral("./a/b-c_d.txt"), QStringLiteral("./a/b-c_d.txt"));
    row("letters", QStringLiteral("größe"), QStringLiteral("größe"));
    row("empty", QString(), QStringLiteral("''"));
    row("space", QStringLiteral("a b"), QStringLiteral("'a b'"));
    row("apostrophe", QStringLiteral("it's"), QStringLiteral("'it'\\''s'"));
    row("dollar", QStringLiteral("$HOME"), QStringLiteral("'$HOME'"));
    row("home", QStringLiteral("~/x"), QStringLiteral("'~/x'"));
    row("equals", QStringLiteral("=ls"), QStringLiteral("'=ls'"));
    row("backslash", QStringLiteral("a\\n"), QStringLiteral("'a\\n'"));
    row("line feed", QStringLiteral("a\nb"), QStringLiteral("$'a\\nb'"));
    row("tab and quotes", QStringLiteral("\t'\\"), QStringLiteral("$'\\t\\'\\\\'"));
    row("escape", QStringLiteral("\x1b[31m1"), QStringLiteral("$'\\033[31m1'"));
    row("direction", QStringLiteral("a\u202eb"), QStringLiteral("$'a\\342\\200\\256b'"));
    row("surrogate", QString(QChar(0xd83d)) + u'x', QStringLiteral("'\ufffdx'"));
    row("emoji", QStringLiteral("\U0001f600"), QStringLiteral("'\U0001f600'"));
}

void tst_monitor_commandline::quotesWords()
{
    QFETCH(const QString, word);
    QTEST(CommandLine::quotedWord(word), "quoted");
}

void tst_monitor_commandline::isReadByAShell_data() { quotesWords_data(); }

void tst_monitor_commandline::isReadByAShell()
{
    QFETCH(QString, word);
    word.replace(QChar(0xd83d) + QStringLiteral("x"),
                 QStringLiteral("\ufffdx")); // no half of a pair gets there
    QProcess shell;
    shell.start(QStringLiteral("bash"),
                {QStringLiteral("-c"), QStringLiteral("printf %s ") + CommandLine::quotedWord(word)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(shell.readAllStandardOutput(), word.toUtf8());
}

void tst_monitor_commandline::joinsAndCuts()
{
    const QStringList words{QStringLiteral("printf"), QStringLiteral("%s\n"), QStringLiteral("a b")};
    QCOMPARE(CommandLine::quoted(words), QStringLiteral("printf $'%s\\n' 'a b'"));
    QCOMPARE(CommandLine::quoted({}), QString());
    QCOMPARE(CommandLine::quoted(words, 8), QStringLiteral("printf $…"));
    QCOMPARE(CommandLine::quoted(words, 1000), CommandLine::quoted(words));
    QCOMPARE(CommandLine::quoted(QStringList(1'000'000, QStringLiteral("x")), 100).size(), 101);
}

void tst_monitor_commandline::runsThroughADaemon()
{
    const QStringList arguments{QStringLiteral("exec"), QStringLiteral("-n"), QStringLiteral("a b")};
    QCOMPARE(CommandLine::runCommand(QStringLiteral("default"), arguments),
             QStringLiteral("daemon-rpc run -- exec -n 'a b'"));
    QCOMPARE(CommandLine::runCommand(QStringLiteral("build"), arguments),
             QStringLiteral("daemon-rpc --daemon-id build run -- exec -n 'a b'"));
    QCOMPARE(CommandLine::runCommand(QStringLiteral("$(x)"), {QStringLiteral("a")}),
             QStringLiteral("daemon-rpc --daemon-id '$(x)' run -- a"));
    QCOMPARE(CommandLine::runCommand(QStringLiteral("build"), {}), QString());
    QCOMPARE(CommandLine::runCommand(QStringLiteral("build"), {QStringLiteral("a")}, QStringLiteral("/x y")),
             QStringLiteral("daemon-rpc --runtime-dir '/x y' --daemon-id build run -- a"));
}

QTEST_GUILESS_MAIN(tst_monitor_commandline)
#include "tst_monitor_commandline.moc"
