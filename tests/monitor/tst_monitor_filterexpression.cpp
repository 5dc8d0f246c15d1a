#include "models/filterexpression.h"
#include "models/recordtable.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace DaemonRpc::Monitor;

namespace {

struct Thing
{
    RecordKey key;
    QString state;
    QString command;
    QVariant ageMs;
    QVariant bytes;
    QVariant exitCode;
    QVariant load;
    QVariant startedMs;

    friend bool operator==(const Thing &, const Thing &) = default;
};

constexpr Column<Thing> columns[] = {
    {"state", "State", "", ColumnKind::State, [](const Thing &thing) -> QVariant { return thing.state; }},
    {"command", "Command", "", ColumnKind::Text,
     [](const Thing &thing) -> QVariant { return thing.command; }},
    {"age", "Age", "", ColumnKind::Duration, [](const Thing &thing) { return thing.ageMs; }},
    {"output", "Output", "", ColumnKind::Bytes, [](const Thing &thing) { return thing.bytes; }},
    {"exit", "Exit", "", ColumnKind::Number, [](const Thing &thing) { return thing.exitCode; }},
    {"load", "Load", "", ColumnKind::Percent, [](const Thing &thing) { return thing.load; }},
    {"started", "Started", "", ColumnKind::Time, [](const Thing &thing) { return thing.startedMs; }},
};

class Things : public RecordTable<Thing>
{
public:
    Things(UpdateClock &clock, std::vector<Thing> things)
        : RecordTable(columns, clock)
        , m_things(std::move(things))
    {
        setActive(true);
    }

protected:
    void collect(Extent) override
    {
        for (const Thing &thing : m_things)
            put(thing);
    }

private:
    std::vector<Thing> m_things;
};

qint64 ms(const char *time)
{
    return QDateTime::fromString(QString::fromLatin1(time), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

std::vector<Thing> someThings()
{
    return {
        {{1, 1},
         QStringLiteral("running"),
         QStringLiteral("exec make -j2"),
         5500,
         1024,
         {},
         0.5,
         ms("2026-03-04T05:06:07.500")},
        {{1, 2},
         QStringLiteral("finished"),
         QStringLiteral("Exec \"a, b\""),
         200,
         1'500'000,
         0,
         0.04998, // shown as 5.00 %
         ms("2026-03-04T05:06:59.999")},
        {{1, 3}, QStringLiteral("client_closed"), QStringLiteral("sleep 10"), 3'720'000, 0, -1, {}, {}},
        {{1, 4}, QStringLiteral("failed"), QString(), {}, {}, 12, 1.0, ms("2026-03-05T00:00:00.000")},
    };
}

QString matching(const QString &text, FilterExpression *expression = nullptr)
{
    UpdateClock clock;
    const Things things(clock, someThings());
    const FilterExpression parsed = FilterExpression::parse(text, ColumnInfo::of(&things));
    if (expression)
        *expression = parsed;
    QString rows;
    for (int row = 0; row < things.rowCount(); ++row) {
        if (parsed.matches(things, row, {}))
            rows += QString::number(things.at(row).key.id);
    }
    return rows;
}

} // namespace

class tst_monitor_filterexpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void pointsAtMistakes_data();
    void pointsAtMistakes();
    void asksForAValue_data();
    void asksForAValue();
    void isBounded();
    void survivesAnything();
};

void tst_monitor_filterexpression::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *text, const char *rows) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(rows);
    };
    row("", "1234");
    row("  ", "1234");
    row("exec", "12");
    row("EXEC make", "1");
    row("-exec", "34");
    row("-", "13"); // a word of its own
    row("\"exec make\"", "1");
    row("\"make exec\"", "");
    row("\"Exec \\\"a\"", "2");
    row("12:30", "");
    row("-j2", "234");
    row("\"-j2\"", "1");

    row("state:running", "1");
    row("STATE:Run", "1");
    row("state:running,failed", "14");
    row("-state:running,failed", "23");
    row("-state:finished -state:failed", "13");
    row("state:\"client closed\"", "3"); // as it is shown
    row("state:client_closed", "3");     // as it is called
    row("state:=run", "");
    row("state:unning", "");

    row("command:exec", "12");
    row("command:\"a, b\"", "2");
    row("command:=\"sleep 10\"", "3");
    row("command:=sleep", "");
    row("command:\"\"", "4");
    row("command:*", "123");
    row("-command:*", "4");
    row("command:\"*\"", "");

    row("age:>5s", "13");
    row("age:>5.6s", "3");
    row("age:>=5500ms", "13");
    row("age:<1s", "2");
    row("age:<=200ms", "2");
    row("age:<200ms", "");
    row("age:5s", "1");
    row("age:5", "1");
    row("age:5.5s", "1");
    row("age:5.4s", "");
    row("age:1h2min", "3");
    row("age:1h", "3");
    row("age:62m", "3");
    row("age:>1d", "");
    row("age:100ms..6s", "12");
    row("age:*", "123");
    row("-age:*", "4");
    row("-age:>5s", "24");

    row("output:1024", "1");
    row("output:1KiB", "1");
    row("output:1.5M", "2");
    row("output:1mib", "2");
    row("output:>1k", "12");
    row("output:0B", "3");
    row("output:<2GB", "123");

    row("exit:0", "2");
    row("exit:-1", "3");
    row("exit:-1..0", "23");
    row("exit:1", "");
    row("exit:12,0", "24");
    row("exit:>0", "4");

    row("load:50%", "1");
    row("load:<6", "2");
    row("load:>=100", "4");

    row("started:2026-03-04", "12");
    row("started:2026-03-04T05:06", "12");
    row("started:2026-03-04T05:06:07", "1");
    row("started:>2026-03-04T05:06:08", "24");
    row("started:2026-03-04..2026-03-05", "124");
    row("started:<2026-03-05", "12");

    row("state:running command:exec age:>5s -state:finished", "1");
    row("state:running state:failed", "");
}

void tst_monitor_filterexpression::finds()
{
    QFETCH(const QString, text);
    FilterExpression expression;
    QTEST(matching(text, &expression), "rows");
    QCOMPARE(expression.errors(), QList<FilterError>());
    QCOMPARE(expression.isEmpty(), text.trimmed().isEmpty());
}

void tst_monitor_filterexpression::pointsAtMistakes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("underlined");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *text, const char *underlined, const char *message, const char *rows) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(underlined)
                            << QString::fromUtf8(message) << QString::fromLatin1(rows);
    };
    // The rest of the filter holds.
    row("exec colour:red", "colour", "state, command, age, output, exit, load, started", "12");
    row("http://x", "http", "quotation marks", "1234");
    row("age:>5parsecs exec", "5parsecs", "500ms, 5s or 1h30min", "12");
    row("age:soon", "soon", "is not a duration", "1234");
    row("age:1s2", "1s2", "is not a duration", "1234");
    row("output:1.2.3", "1.2.3", "a size", "1234");
    row("exit:1x", "1x", "a number", "1234");
    row("exit:>1..2", "1..2", "a number", "1234");
    row("started:yesterday", "yesterday", "a time", "1234");
    row("state:", "state:", "Say after “state:”", "1234");
    row("x -state:>a", ">a", "quotation marks", "12");
    row("age:> exec", "age:>", "Say after “age:”", "12");
    row("exit:0,,1", "", "Say after", "1234");
    row("command:\"exec", "\"exec", "needs another one", "12");
    row("\"exec", "\"exec", "needs another one", "12");
}

void tst_monitor_filterexpression::pointsAtMistakes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, underlined);
    QFETCH(const QString, message);
    FilterExpression expression;
    QTEST(matching(text, &expression), "rows");
    QCOMPARE(expression.errors().size(), 1);
    const FilterError error = expression.errors().constFirst();
    if (!underlined.isEmpty())
        QCOMPARE(text.mid(error.position, error.length), underlined);
    QVERIFY(error.length >= 1);
    QVERIFY2(error.message.contains(message), qPrintable(error.message));
}

void tst_monitor_filterexpression::asksForAValue_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *column, int number, const char *condition, const char *rows) {
        QTest::addRow("%s %d", column, number)
            << QByteArray(column) << number << QString::fromUtf8(condition) << QString::fromLatin1(rows);
    };
    row("state", 1, "state:running", "1");
    row("state", 3, "state:client_closed", "3");
    row("command", 1, "command:=\"exec make -j2\"", "1");
    row("command", 2, "command:=\"Exec \\\"a, b\\\"\"", "2");
    row("command", 4, "command:\"\"", "4");
    row("age", 1, "age:5500ms", "1");
    row("age", 4, "-age:*", "4");
    row("output", 2, "output:1500000", "2");
    row("output", 3, "output:0", "3");
    row("exit", 3, "exit:-1", "3");
    row("load", 2, "load:5.00%", "2");
    row("started", 1, "started:2026-03-04T05:06:07", "1");
    row("started", 3, "-started:*", "3");
}

void tst_monitor_filterexpression::asksForAValue()
{
    QFETCH(const QByteArray, column);
    QFETCH(const int, row);
    QFETCH(const QString, rows);
    UpdateClock clock;
    const Things things(clock, someThings());
    const ColumnInfo info = ColumnInfo::of(&things).at(things.columnOf(column));
    const QVariant value = things.index(row - 1, things.columnOf(column)).data(ValueRole);
    const QString condition = FilterExpression::quoted(info, value);
    QTEST(condition, "condition");
    QCOMPARE(matching(condition), rows);
    QString others = QStringLiteral("1234");
    for (const QChar shown : rows)
        others.remove(shown);
    QCOMPARE(matching(FilterExpression::quoted(info, value, true)), others);
}

void tst_monitor_filterexpression::isBounded()
{
    FilterExpression expression;
    matching(QStringLiteral("x ").repeated(1000), &expression);
    QCOMPARE(expression.errors().size(), 1);
    QCOMPARE(expression.errors().constFirst().position, 2 * FilterExpression::maxTerms);
    matching(QString(1'000'000, u'x'), &expression);
    QCOMPARE(expression.errors().size(), 1);
    QCOMPARE(expression.errors().constFirst().position, FilterExpression::maxCharacters);
    matching(QStringLiteral("nothing:") + QString(1000, u'y'), &expression);
    QVERIFY(expression.errors().constFirst().message.size() < 500);
}

void tst_monitor_filterexpression::survivesAnything()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QStringList pieces{
        QStringLiteral("state"), QStringLiteral("age"),
        QStringLiteral(":"),     QStringLiteral(">"),
        QStringLiteral("\""),    QStringLiteral("\\"),
        QStringLiteral(" "),     QStringLiteral(","),
        QStringLiteral("-"),     QStringLiteral(".."),
        QStringLiteral("5"),     QStringLiteral("s"),
        QString(QChar(0xd83d)),  QStringLiteral("="),
        QStringLiteral("*"),     QStringLiteral("99999999999999999999"),
        QStringLiteral("1e300"), QStringLiteral("."),
    };
    for (int i = 0; i < 300; ++i) {
        QString text;
        for (int piece = random.bounded(12); piece >= 0; --piece)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        FilterExpression expression;
        matching(text, &expression);
        for (const FilterError &error : expression.errors()) {
            QVERIFY2(error.position >= 0 && error.position + error.length <= text.size() + 1,
                     qPrintable(text));
            QVERIFY2(error.length >= 1 && !error.message.isEmpty(), qPrintable(text));
        }
    }
}

QTEST_GUILESS_MAIN(tst_monitor_filterexpression)
#include "tst_monitor_filterexpression.moc"
