#include "escaping.h"

#include <QTest>

using namespace DaemonRpc::Cli;

class TestEscaping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void escape_data();
    void escape();
    void nothingHarmfulIsLeft();
    void lineFeedsCanStay();
    void bytesThatAreNoUtf8();
    void arguments_data();
    void arguments();
    void longArgumentsAreCut();
};

void TestEscaping::escape_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    const auto row = [](const char *name, const QString &text, const QString &escaped) {
        QTest::newRow(name) << text << escaped;
    };
    row("plain", QStringLiteral("hello world"), QStringLiteral("hello world"));
    row("empty", {}, {});
    row("colour", QStringLiteral("\x1b[31mred"), QStringLiteral("\\x1b[31mred"));
    row("title", QStringLiteral("\x1b]0;x\x07"), QStringLiteral("\\x1b]0;x\\x07"));
    row("line feed", QStringLiteral("a\nb"), QStringLiteral("a\\nb"));
    row("carriage return", QStringLiteral("a\rb"), QStringLiteral("a\\rb"));
    row("tab", QStringLiteral("a\tb"), QStringLiteral("a\\tb"));
    row("delete", QStringLiteral("a\x7f"), QStringLiteral("a\\x7f"));
    row("eight-bit CSI", QString(QChar(0x9b)), QStringLiteral("\\x9b"));
    row("right to left override", QStringLiteral("a\u202eb"), QStringLiteral("a\\u{202e}b"));
    row("line separator", QStringLiteral("\u2028"), QStringLiteral("\\u{2028}"));
    row("backslash", QStringLiteral("a\\b"), QStringLiteral("a\\b"));
    row("umlaut and emoji", QStringLiteral("\u00fc\U0001f600"), QStringLiteral("\u00fc\U0001f600"));
}

void TestEscaping::escape()
{
    QFETCH(QString, text);
    const QString escaped = escapedForTerminal(QStringView(text));
    QTEST(escaped, "escaped");
    QCOMPARE(escapedForTerminal(QStringView(escaped)), escaped);
}

void TestEscaping::nothingHarmfulIsLeft()
{
    for (uint unit = 0; unit < 0x10000; ++unit) {
        const QString text(QChar(static_cast<char16_t>(unit)));
        for (const QChar character : escapedForTerminal(QStringView(text)))
            QVERIFY2(!isHarmfulOnTerminal(character), qPrintable(QString::number(unit, 16)));
    }
}

void TestEscaping::lineFeedsCanStay()
{
    QCOMPARE(escapedForTerminal(u"a\n\rb", LineFeeds::Keep), QStringLiteral("a\n\\rb"));
}

void TestEscaping::bytesThatAreNoUtf8()
{
    QCOMPARE(escapedForTerminal(QByteArrayView("a\xff"
                                               "b")),
             QStringLiteral("a\ufffdb"));
}

void TestEscaping::arguments_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QByteArrayList &arguments, const QString &shown) {
        QTest::newRow(name) << arguments << shown;
    };
    row("none", {}, {});
    row("plain", {"make", "-j4", "a/b.c"}, QStringLiteral("make -j4 a/b.c"));
    row("empty argument", {"echo", ""}, QStringLiteral("echo ''"));
    row("blank", {"echo", "a b"}, QStringLiteral("echo 'a b'"));
    row("quote", {"echo", "it's"}, QStringLiteral("echo 'it'\\''s'"));
    row("shell characters", {"echo", "$X;|"}, QStringLiteral("echo '$X;|'"));
    row("terminal sequence", {"echo", "\x1b[2J"}, QStringLiteral("echo '\\x1b[2J'"));
    row("line feed", {"a\nb"}, QStringLiteral("a\\nb"));
}

void TestEscaping::arguments()
{
    QFETCH(QByteArrayList, arguments);
    QTEST(displayedArguments(arguments, 100), "shown");
}

void TestEscaping::longArgumentsAreCut()
{
    const QString shown = displayedArguments({"echo", QByteArray(10'000'000, 'x')}, 20);
    QCOMPARE(shown.size(), 20);
    QVERIFY(shown.endsWith(QChar(0x2026)));
    // A pair of surrogates is not split.
    const QString pairs = displayedArguments({QStringLiteral("\U0001f600\U0001f600").toUtf8()}, 4);
    QCOMPARE(pairs, QStringLiteral("\U0001f600\U0001f600"));
    QCOMPARE(displayedArguments({QStringLiteral("\U0001f600\U0001f600").toUtf8()}, 2),
             QString(QChar(0x2026)));
}

QTEST_APPLESS_MAIN(TestEscaping)
#include "tst_cli_escaping.moc"
