#include "models/filterproxy.h"
#include "models/requestsmodel.h"
#include "randomdaemon.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

struct Thing
{
    RecordKey key;
    QString name;
    QVariant number;
    QVariant part;

    friend bool operator==(const Thing &, const Thing &) = default;
};

constexpr Column<Thing> columns[] = {
    {"name", "Name", "", ColumnKind::Text, [](const Thing &thing) -> QVariant { return thing.name; }},
    {"number", "Number", "", ColumnKind::Number, [](const Thing &thing) { return thing.number; }},
    {"part", "Part", "", ColumnKind::Percent, [](const Thing &thing) { return thing.part; }},
};

class Things : public RecordTable<Thing>
{
public:
    explicit Things(UpdateClock &clock)
        : RecordTable(columns, clock)
    {
        setActive(true);
    }

    std::vector<Thing> things;

protected:
    void collect(Extent) override
    {
        for (const Thing &thing : things)
            put(thing);
        for (const Thing &row : records()) {
            if (std::find(things.begin(), things.end(), row) == things.end())
                drop(row.key);
        }
    }
};

QString order(const QAbstractItemModel &model)
{
    QString order;
    for (int row = 0; row < model.rowCount(); ++row)
        order += QString::number(model.index(row, 0).data(KeyRole).value<RecordKey>().id);
    return order;
}

} // namespace

class tst_monitor_filterproxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sorts_data();
    void sorts();
    void countsWhatItShows();
    void followsAStream_data();
    void followsAStream();
};

void tst_monitor_filterproxy::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    QTest::newRow("text by letters and numbers") << 0 << QStringLiteral("3142") << QStringLiteral("2413");
    QTest::newRow("numbers as numbers, none last") << 1 << QStringLiteral("2143") << QStringLiteral("4123");
    QTest::newRow("parts, none last") << 2 << QStringLiteral("4312") << QStringLiteral("3412");
}

void tst_monitor_filterproxy::sorts()
{
    QFETCH(const int, column);
    UpdateClock clock;
    Things things(clock);
    const qint64 large = std::numeric_limits<qint64>::max();
    things.things = {
        {{1, 1}, QStringLiteral("item 9"), large - 1, {}},
        {{1, 2}, QStringLiteral("Zebra"), -5, std::numeric_limits<double>::quiet_NaN()},
        {{1, 3}, QStringLiteral("apple"), {}, 0.9},
        {{1, 4}, QStringLiteral("Item 10"), large, 0.1},
    };
    clock.refresh();
    FilterProxy proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&things);
    proxy.sort(column, Qt::AscendingOrder);
    QTEST(order(proxy), "ascending");
    proxy.sort(column, Qt::DescendingOrder);
    QTEST(order(proxy), "descending");
}

void tst_monitor_filterproxy::countsWhatItShows()
{
    UpdateClock clock;
    Things things(clock);
    FilterProxy proxy;
    const QAbstractItemModelTester tester(&proxy);
    QCOMPARE(proxy.totalCount(), 0);
    proxy.setSourceModel(&things);
    QSignalSpy counts(&proxy, &FilterProxy::countsChanged);
    for (qint64 id = 1; id <= 10; ++id)
        things.things.push_back(
            {{1, id}, id % 2 == 0 ? QStringLiteral("even") : QStringLiteral("odd"), id, {}});
    clock.refresh();
    QCOMPARE(proxy.shownCount(), 10);
    QCOMPARE(proxy.totalCount(), 10);
    QVERIFY(!counts.isEmpty());

    counts.clear();
    proxy.setExpression(FilterExpression::parse(QStringLiteral("even number:>4"), proxy.columns()));
    QCOMPARE(order(proxy), QStringLiteral("6810"));
    QCOMPARE(proxy.shownCount(), 3);
    QCOMPARE(proxy.totalCount(), 10);
    QCOMPARE(counts.size(), 1);

    counts.clear();
    proxy.setExpression(FilterExpression::parse(QStringLiteral("  even   number:>4 bad:1"), proxy.columns()));
    QCOMPARE(counts.size(), 0);
    QCOMPARE(proxy.expression().errors().size(), 1);

    things.things.erase(things.things.begin()); // one that is not shown
    clock.refresh();
    QCOMPARE(proxy.shownCount(), 3);
    QCOMPARE(proxy.totalCount(), 9);
    QCOMPARE(counts.size(), 1);
    proxy.setExpression({});
    QCOMPARE(proxy.shownCount(), 9);
}

void tst_monitor_filterproxy::followsAStream_data()
{
    QTest::addColumn<bool>("isHostile");
    QTest::newRow("honest") << false;
    QTest::newRow("hostile") << true;
}

void tst_monitor_filterproxy::followsAStream()
{
    QFETCH(const bool, isHostile);
    QRandomGenerator random(testSeed());
    DaemonList list;
    UpdateClock clock;
    RequestsModel model(list, clock);
    model.setActive(true);
    FilterProxy proxy;
    proxy.setSourceModel(&model);
    const QAbstractItemModelTester tester(&proxy);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    RandomDaemon talker(daemon, random.generate(),
                        isHostile ? RandomDaemon::Manners::Hostile : RandomDaemon::Manners::Honest);
    const QStringList filters{QString(), QStringLiteral("-state:finished"), QStringLiteral("output:>1000"),
                              QStringLiteral("text"), QStringLiteral("exit:1,0 -state:run")};
    for (int tick = 0; tick < 40; ++tick) {
        talker.step(10);
        clock.refresh();
        const QString filter = filters.at(random.bounded(static_cast<int>(filters.size())));
        proxy.setExpression(FilterExpression::parse(filter, proxy.columns()));
        const int column = random.bounded(proxy.columnCount());
        proxy.sort(column, random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        int expected = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            expected += proxy.expression().matches(model, row, {}) ? 1 : 0;
        QCOMPARE(proxy.rowCount(), expected);
        QCOMPARE(proxy.shownCount(), expected);
        QCOMPARE(proxy.totalCount(), model.rowCount());
    }
}

QTEST_GUILESS_MAIN(tst_monitor_filterproxy)
#include "tst_monitor_filterproxy.moc"
