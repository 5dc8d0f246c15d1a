#include "printers/table.h"

#include <QTest>

using namespace DaemonRpc::Cli;

class TestTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsAreAligned();
    void wideCharactersCountTwice();
    void colourComesWithWords();
    void nothingForgesARow();
    void lastColumnIsCut();
    void fields();
};

static Table sampleTable()
{
    using enum Table::Alignment;
    return Table(
        {{QStringLiteral("ID"), Left}, {QStringLiteral("PID"), Right}, {QStringLiteral("STATE"), Left}});
}

void TestTable::columnsAreAligned()
{
    Table table = sampleTable();
    QVERIFY(table.isEmpty());
    table.addRow({QStringLiteral("default"), QStringLiteral("7"), QStringLiteral("ready")});
    table.addRow({QStringLiteral("b"), QStringLiteral("12345"), QStringLiteral("draining (2 left)")});
    QVERIFY(!table.isEmpty());
    QCOMPARE(table.render({}), QStringLiteral("ID         PID  STATE\n"
                                              "default      7  ready\n"
                                              "b        12345  draining (2 left)\n"));
}

void TestTable::wideCharactersCountTwice()
{
    Table table({{QStringLiteral("A")}, {QStringLiteral("B")}});
    table.addRow({QStringLiteral("\u4e2d\u6587"), QStringLiteral("x")});
    table.addRow({QStringLiteral("abc"), QStringLiteral("y")});
    QCOMPARE(table.render({}), QStringLiteral("A     B\n"
                                              "\u4e2d\u6587  x\n"
                                              "abc   y\n"));
}

void TestTable::colourComesWithWords()
{
    Table table({{QStringLiteral("STATE")}, {QStringLiteral("X")}});
    table.addRow({Cell(QStringLiteral("ready"), CellTone::Good), QStringLiteral("1")});
    QVERIFY(!table.render({}).contains(QLatin1Char('\x1b')));
    QCOMPARE(table.render({true, 0}), QStringLiteral("STATE  X\n\x1b[32mready\x1b[0m  1\n"));
}

void TestTable::nothingForgesARow()
{
    Table table({{QStringLiteral("COMMAND")}});
    table.addRow({QStringLiteral("echo x\n99  running \x1b[2J")});
    QCOMPARE(table.render({}), QStringLiteral("COMMAND\necho x\\n99  running \\x1b[2J\n"));
}

void TestTable::lastColumnIsCut()
{
    Table table({{QStringLiteral("ID")}, {QStringLiteral("COMMAND")}});
    table.addRow({QStringLiteral("1"), QStringLiteral("echo a long story")});
    table.addRow({QStringLiteral("2"), QStringLiteral("echo \u4e2d\u6587\u4e2d\u6587")});
    QCOMPARE(table.render({false, 12}), QStringLiteral("ID  COMMAND\n"
                                                       "1   echo a \u2026\n"
                                                       "2   echo \u4e2d\u2026\n"));
    QVERIFY(table.render({false, 0}).contains(QStringLiteral("a long story")));
}

void TestTable::fields()
{
    QCOMPARE(renderFields({{QStringLiteral("State:"), QStringLiteral("ready")},
                           {QStringLiteral("Log:"), QStringLiteral("/a\nb")}},
                          false),
             QStringLiteral("State:  ready\nLog:    /a\\nb\n"));
}

QTEST_APPLESS_MAIN(TestTable)
#include "tst_cli_table.moc"
