#include "models/recordtable.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc::Monitor;

namespace {

struct Item
{
    RecordKey key;
    QString name;
    qint64 size = 0;
    bool isDimmed = false;

    friend bool operator==(const Item &, const Item &) = default;
};

constexpr Column<Item> columns[] = {
    {"name", "Name", "What it is called", ColumnKind::Text,
     [](const Item &item) -> QVariant { return item.name; }},
    {"size", "Size", "How large it is", ColumnKind::Bytes,
     [](const Item &item) -> QVariant { return item.size; }, nullptr,
     [](const Item &item) { return item.size > 100 ? Tone::Warning : Tone::Normal; }},
};

class Items : public RecordTable<Item>
{
public:
    explicit Items(UpdateClock &clock)
        : RecordTable(columns, clock)
    {}

    std::vector<Item> toPut;
    std::vector<RecordKey> toDrop;
    int everythingCount = 0;

protected:
    void collect(Extent extent) override
    {
        if (extent == Extent::Everything)
            ++everythingCount;
        for (const Item &item : std::exchange(toPut, {}))
            put(item);
        for (const RecordKey &key : std::exchange(toDrop, {}))
            drop(key);
    }
};

Item item(qint64 id, const QString &name = QStringLiteral("x"), qint64 size = 1)
{
    return {RecordKey{1, id}, name, size};
}

} // namespace

class tst_monitor_recordtable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAsFewRangesAsThereAre();
    void keepsWhatIsNotTold();
    void forgetsWhatIsNotAmongEverything();
    void doesNothingWhileNobodyLooks();
    void standsWhilePaused();
    void speaksByColumns();
};

void tst_monitor_recordtable::tellsAsFewRangesAsThereAre()
{
    UpdateClock clock;
    Items items(clock);
    const QAbstractItemModelTester tester(&items);
    items.setActive(true);
    for (qint64 id = 0; id < 10; ++id)
        items.toPut.push_back(item(id));
    QSignalSpy inserted(&items, &QAbstractItemModel::rowsInserted);
    clock.refresh();
    QCOMPARE(items.rowCount(), 10);
    QCOMPARE(inserted.size(), 1);

    // Rows 2, 3 and 7 differ, 5 is told and is the same.
    QSignalSpy changed(&items, &QAbstractItemModel::dataChanged);
    for (const qint64 id : {7, 3, 2})
        items.toPut.push_back(item(id, QStringLiteral("y")));
    items.toPut.push_back(item(5));
    clock.refresh();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 3);
    QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 7);

    QSignalSpy removed(&items, &QAbstractItemModel::rowsRemoved);
    for (const qint64 id : {0, 1, 4, 9, 77})
        items.toDrop.push_back({1, id});
    clock.refresh();
    QCOMPARE(removed.size(), 3);
    QCOMPARE(items.rowCount(), 6);
    QCOMPARE(items.rowOf({1, 2}), 0);
    QCOMPARE(items.rowOf({1, 8}), 5);
    QCOMPARE(items.rowOf({1, 4}), -1);
    QCOMPARE(items.find({1, 7})->name, QStringLiteral("y"));
}

void tst_monitor_recordtable::keepsWhatIsNotTold()
{
    UpdateClock clock;
    Items items(clock);
    items.setActive(true);
    items.toPut = {item(1), item(2)};
    clock.refresh();
    items.toPut = {item(2, QStringLiteral("two")), item(3), item(3, QStringLiteral("three"))};
    clock.refresh();
    QCOMPARE(items.rowCount(), 3);
    QCOMPARE(items.at(1).name, QStringLiteral("two"));
    QCOMPARE(items.at(2).name, QStringLiteral("three"));
}

void tst_monitor_recordtable::forgetsWhatIsNotAmongEverything()
{
    UpdateClock clock;
    Items items(clock);
    const QAbstractItemModelTester tester(&items);
    items.toPut = {item(1), item(2), item(3)};
    items.setActive(true);
    QCOMPARE(items.rowCount(), 3);
    items.setActive(false);
    items.toPut = {item(3), item(4)};
    items.setActive(true);
    QCOMPARE(items.everythingCount, 2);
    QCOMPARE(items.rowCount(), 2);
    QCOMPARE(items.rowOf({1, 3}), 0);
    QCOMPARE(items.rowOf({1, 4}), 1);
}

void tst_monitor_recordtable::doesNothingWhileNobodyLooks()
{
    UpdateClock clock;
    Items items(clock);
    items.toPut = {item(1)};
    clock.refresh();
    QCOMPARE(items.rowCount(), 0);
    QCOMPARE(items.toPut.size(), size_t(1));
}

void tst_monitor_recordtable::standsWhilePaused()
{
    UpdateClock clock;
    Items items(clock);
    items.setActive(true);
    QSignalSpy ticks(&clock, &UpdateClock::ticked);
    clock.start();
    QTRY_VERIFY(ticks.size() > 0);
    clock.setPaused(true);
    items.toPut = {item(1)};
    ticks.clear();
    QTest::qWait(2 * static_cast<int>(UpdateClock::interval.count()));
    QCOMPARE(ticks.size(), 0);
    QCOMPARE(items.rowCount(), 0);
    clock.refresh();
    QCOMPARE(items.rowCount(), 1);
}

void tst_monitor_recordtable::speaksByColumns()
{
    UpdateClock clock;
    Items items(clock);
    items.toPut = {item(1, QStringLiteral("a\nb"), 2048)};
    items.toPut.front().isDimmed = true;
    items.setActive(true);
    const QModelIndex name = items.index(0, items.columnOf("name"));
    const QModelIndex size = items.index(0, items.columnOf("size"));
    QCOMPARE(items.columnOf("other"), -1);
    QCOMPARE(name.data().toString(), QStringLiteral("a^Jb"));
    QCOMPARE(name.data(ValueRole).toString(), QStringLiteral("a\nb"));
    QCOMPARE(size.data(ValueRole).toLongLong(), 2048);
    QCOMPARE(size.data(), QVariant(Formatting::bytes(2048)));
    QCOMPARE(size.data(ToneRole).value<Tone>(), Tone::Warning);
    QCOMPARE(name.data(ToneRole).value<Tone>(), Tone::Normal);
    QCOMPARE(name.data(DimmedRole).toBool(), true);
    QCOMPARE(name.data(KeyRole).value<RecordKey>(), (RecordKey{1, 1}));
    QCOMPARE(items.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Size"));
    QCOMPARE(items.headerData(1, Qt::Horizontal, KeyRole).toByteArray(), QByteArray("size"));
    QCOMPARE(items.headerData(1, Qt::Horizontal, KindRole).toInt(), static_cast<int>(ColumnKind::Bytes));
    QCOMPARE(items.headerData(1, Qt::Horizontal, HiddenRole).toBool(), false);
}

QTEST_GUILESS_MAIN(tst_monitor_recordtable)
#include "tst_monitor_recordtable.moc"
