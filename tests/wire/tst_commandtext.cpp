#include <daemonrpc/wire/command.h>

#include <QTest>

using namespace DaemonRpc;

class TestCommandText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void split_data();
    void split();
    void everyByteSurvivesItsQuotes();
};

void TestCommandText::split_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("arguments");
    const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &arguments) {
        QTest::newRow(name) << text << arguments;
    };
    row("empty", "", {});
    row("blanks only", " \t\r\n\v\f ", {});
    row("one word", "echo", {"echo"});
    row("blanks around", "  echo\t a \n b\n", {"echo", "a", "b"});
    row("single quotes", "echo 'a  b'", {"echo", "a  b"});
    row("double quotes", "echo \"a  b\"", {"echo", "a  b"});
    row("quotes within a word", "a'b c'd\"e f\"g", {"ab cde fg"});
    row("empty quotes", "echo '' \"\" x''", {"echo", "", "", "x"});
    row("only empty quotes", "''", {""});
    row("quote in other quote", "\"it's\" '\"x\"'", {"it's", "\"x\""});
    row("backslash blank", "a\\ b c", {"a b", "c"});
    row("backslash quote", "\\'a \\\"b", {"'a", "\"b"});
    row("backslash backslash", "a\\\\b", {"a\\b"});
    row("backslash letter", "a\\nb", {"anb"});
    row("backslash in double quotes", "\"a\\\"b\\\\c\\d\"", {"a\"b\\cd"});
    row("backslash in single quotes", "'a\\b\\'", {"a\\b\\"});
    row("backslash at the end", "a\\", {"a\\"});
    row("lone backslash", "\\", {"\\"});
    row("unclosed single", "echo 'a b", {"echo", "a b"});
    row("unclosed double", "echo \"a b", {"echo", "a b"});
    row("unclosed empty", "echo '", {"echo", ""});
    row("no shell", "a $B `c` * | d > e ; # f", {"a", "$B", "`c`", "*", "|", "d", ">", "e", ";", "#", "f"});
    row("raw bytes", "\xff\xfe \x80", {"\xff\xfe", "\x80"});
}

void TestCommandText::split()
{
    QFETCH(QByteArray, text);
    QTEST(splitCommandText(text), "arguments");
    Command command;
    command.text = text;
    QTEST(command.argumentList(), "arguments");
}

void TestCommandText::everyByteSurvivesItsQuotes()
{
    for (int c = 0; c < 256; ++c) {
        const QByteArray byte(1, static_cast<char>(c));
        QCOMPARE(splitCommandText("\\" + byte), QByteArrayList{byte});
        if (c != '\'')
            QCOMPARE(splitCommandText("'" + byte + "'"), QByteArrayList{byte});
        if (c != '"' && c != '\\')
            QCOMPARE(splitCommandText("\"" + byte + "\""), QByteArrayList{byte});
    }
}

QTEST_APPLESS_MAIN(TestCommandText)
#include "tst_commandtext.moc"
