#include "models/filterproxy.h"
#include "models/healthmodel.h"
#include "models/workersmodel.h"
#include "randomdaemon.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

HealthCheckSnapshot check(const QString &name, const char *status = "ok")
{
    HealthCheckSnapshot check;
    check.name = name;
    check.status = QString::fromLatin1(status);
    return check;
}

void tellHealth(PlayedDaemon *daemon, const QList<HealthCheckSnapshot> &checks, const char *status = "ok")
{
    daemon->tell([&](DaemonEvent &event) {
        event.health = HealthSnapshot{QString::fromLatin1(status), checks};
    });
}

CommandSnapshot command(const QString &name, qint64 running = 0)
{
    CommandSnapshot command;
    command.name = name;
    command.handler = QStringLiteral("process");
    command.running = running;
    return command;
}

QStringList namesBelow(const QAbstractItemModel &model, const QModelIndex &branch)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(branch); ++row)
        names.append(model.index(row, 0, branch).data().toString());
    return names;
}

QString shown(const QModelIndex &row, const TreeModel &model, const char *column)
{
    return row.siblingAtColumn(model.columnOf(column)).data().toString();
}

} // namespace

class tst_monitor_trees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsChecks();
    void namesChecksForPeople();
    void keepsPlacesAndKeys();
    void tellsOnlyWhatChanges();
    void followsDaemons();
    void restsWhileNobodyLooks();
    void showsWorkersAndCommands();
    void filtersLeaves();
    void survivesHostileDaemons();
};

void tst_monitor_trees::showsChecks()
{
    DaemonList list;
    UpdateClock clock;
    HealthModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list, QStringLiteral("build"));
    daemon->begin();
    clock.refresh();
    const QModelIndex branch = model.index(0, 0);
    QCOMPARE(branch.data().toString(), QStringLiteral("build"));
    QCOMPARE(model.rowCount(branch), 0);

    HealthCheckSnapshot disk = check(QStringLiteral("disk"), "warning");
    disk.text = QStringLiteral("little is free");
    disk.value = 12.512345;
    disk.unit = QStringLiteral("%");
    disk.sinceMs = QDateTime::currentMSecsSinceEpoch();
    HealthCheckSnapshot memory = check(QStringLiteral("memory"));
    memory.value = 72'492'000'000;
    memory.unit = QStringLiteral("bytes");
    tellHealth(daemon, {check(QStringLiteral("loop")), disk, memory}, "warning");
    clock.refresh();
    QCOMPARE(shown(model.index(2, 0, branch), model, "value"), Formatting::bytes(72'492'000'000));
    QCOMPARE(namesBelow(model, branch),
             (QStringList{QStringLiteral("loop"), QStringLiteral("disk"), QStringLiteral("memory")}));
    QCOMPARE(shown(branch, model, "status"), QStringLiteral("warning"));
    const QModelIndex leaf = model.index(1, 0, branch);
    QCOMPARE(shown(leaf, model, "status"), QStringLiteral("warning"));
    QCOMPARE(shown(leaf, model, "text"), QStringLiteral("little is free"));
    QCOMPARE(shown(leaf, model, "value"), QStringLiteral("12.512 %"));
    QCOMPARE(shown(leaf, model, "daemon"), QStringLiteral("build"));
    QVERIFY(!shown(leaf, model, "since").isEmpty());
    QCOMPARE(shown(leaf.siblingAtRow(0), model, "value"), QString());
    QCOMPARE(leaf.siblingAtColumn(model.columnOf("status")).data(ToneRole).value<Tone>(), Tone::Warning);
    QCOMPARE(model.at(leaf).name, QStringLiteral("disk"));
    QCOMPARE(model.at(branch).name, QStringLiteral("build"));
}

void tst_monitor_trees::namesChecksForPeople()
{
    DaemonList list;
    UpdateClock clock;
    HealthModel model(list, clock);
    model.setActive(true);
    const QString name = QStringLiteral("event_loop");
    PlayedDaemon *daemon = addPlayed(list, name);
    daemon->begin();
    tellHealth(daemon, {check(name), check(QStringLiteral("own_check"))});
    clock.refresh();
    const QModelIndex branch = model.index(0, 0);
    QCOMPARE(branch.data().toString(), name); // the daemon is called so
    QCOMPARE(namesBelow(model, branch),
             (QStringList{QStringLiteral("event loop"), QStringLiteral("own_check")}));
    QCOMPARE(model.index(0, 0, branch).data(ValueRole).toString(), name);
}

void tst_monitor_trees::keepsPlacesAndKeys()
{
    DaemonList list;
    UpdateClock clock;
    HealthModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString c = QStringLiteral("c");
    const QString d = QStringLiteral("d");
    tellHealth(daemon, {check(a), check(b), check(c)});
    clock.refresh();
    const QModelIndex branch = model.index(0, 0);
    const auto keyOf = [&](int row) { return model.index(row, 0, branch).data(KeyRole).value<RecordKey>(); };
    QCOMPARE(branch.data(KeyRole).value<RecordKey>(), (RecordKey{daemon->serial(), 0}));
    const RecordKey keyOfC = keyOf(2);
    const QPersistentModelIndex place = model.index(2, 0, branch);

    // In another order, with one that has gone, one that is new and one that is told twice.
    tellHealth(daemon, {check(d, "failed"), check(c), check(c, "failed"), check(a)});
    clock.refresh();
    QCOMPARE(namesBelow(model, branch), (QStringList{a, c, d}));
    QCOMPARE(keyOf(1), keyOfC);
    QCOMPARE(place.row(), 1);
    QCOMPARE(model.at(place).status, QStringLiteral("ok"));
    // A key is not used again.
    tellHealth(daemon, {check(b)});
    clock.refresh();
    QVERIFY(!place.isValid());
    QCOMPARE(keyOf(0).id, 5);
}

void tst_monitor_trees::tellsOnlyWhatChanges()
{
    DaemonList list;
    UpdateClock clock;
    HealthModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    tellHealth(daemon, {check(a), check(b)});
    clock.refresh();
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    tellHealth(daemon, {check(a), check(b)});
    clock.refresh();
    QCOMPARE(changed.size(), 0);
    tellHealth(daemon, {check(a), check(b, "failed")});
    clock.refresh();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(1, 0, model.index(0, 0)));
    QCOMPARE(reset.size() + inserted.size() + removed.size(), 0);
}

void tst_monitor_trees::followsDaemons()
{
    DaemonList list;
    UpdateClock clock;
    PlayedDaemon *first = addPlayed(list, QStringLiteral("first"));
    first->begin();
    HealthModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    QCOMPARE(namesBelow(model, {}), QStringList{QStringLiteral("first")});
    PlayedDaemon *second = addPlayed(list, QStringLiteral("second"));
    second->begin();
    tellHealth(second, {check(QStringLiteral("a"))});
    clock.refresh();
    QCOMPARE(namesBelow(model, {}), (QStringList{QStringLiteral("first"), QStringLiteral("second")}));

    second->vanish();
    clock.refresh();
    const QModelIndex leaf = model.index(0, 0, model.index(1, 0));
    QCOMPARE(leaf.data(DimmedRole).toBool(), true);
    QCOMPARE(leaf.parent().data(DimmedRole).toBool(), true);
    QCOMPARE(model.index(0, 0).data(DimmedRole).toBool(), false);
    first->vanish();
    list.dismiss(first->serial());
    clock.refresh();
    QCOMPARE(namesBelow(model, {}), QStringList{QStringLiteral("second")});
}

void tst_monitor_trees::restsWhileNobodyLooks()
{
    DaemonList list;
    UpdateClock clock;
    HealthModel model(list, clock);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    clock.refresh();
    QCOMPARE(model.rowCount(), 0);
    model.setActive(true);
    QCOMPARE(model.rowCount(), 1);
    model.setActive(false);
    tellHealth(daemon, {check(QStringLiteral("a"))});
    clock.refresh();
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    model.setActive(true);
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
}

void tst_monitor_trees::showsWorkersAndCommands()
{
    DaemonList list;
    UpdateClock clock;
    WorkersModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin([](DaemonEvent &event) {
        event.workers = WorkersSnapshot{4, 3, 1, 7, 100};
        CommandSnapshot warm = command(QStringLiteral("compile"), 2);
        warm.maxParallel = 2;
        warm.waiting = 5;
        warm.warmWanted = 3;
        warm.warmReady = 1;
        warm.warmCalls = 1000;
        warm.coldCalls = 20;
        CommandSnapshot hidden = command(QStringLiteral("hidden"));
        hidden.isHidden = true;
        event.commands = {command(QStringLiteral("sleep")), warm, hidden, command(QStringLiteral("pool"))};
    });
    clock.refresh();
    const QModelIndex branch = model.index(0, 0);
    QCOMPARE(namesBelow(model, branch),
             (QStringList{QStringLiteral("Worker threads"), QStringLiteral("compile"), QStringLiteral("pool"),
                          QStringLiteral("sleep")}));
    const auto row = [&](int number) {
        QStringList cells;
        for (const char *column : {"running", "limit", "waiting", "max_waiting", "quarantined", "warm_ready",
                                   "warm_wanted", "warm_calls", "cold_calls"})
            cells.append(shown(model.index(number, 0, branch), model, column));
        return cells.join(u'|');
    };
    QCOMPARE(row(0), QStringLiteral("3|4|7|100|1||||"));
    QCOMPARE(row(1), QStringLiteral("2|2|5|||1|3|%1|20").arg(QLocale().toString(1000)));
    QCOMPARE(row(3), QStringLiteral("||||||||"));
    const auto tone = [&](int number, const char *column) {
        return model.index(number, model.columnOf(column), branch).data(ToneRole).value<Tone>();
    };
    QCOMPARE(tone(0, "quarantined"), Tone::Bad);
    QCOMPARE(tone(0, "running"), Tone::Active);
    QCOMPARE(tone(1, "running"), Tone::Warning);
    QCOMPARE(tone(3, "running"), Tone::Normal);

    daemon->tell([](DaemonEvent &event) { event.liveCommands = QStringList{QStringLiteral("sleep")}; });
    clock.refresh();
    QCOMPARE(namesBelow(model, branch),
             (QStringList{QStringLiteral("Worker threads"), QStringLiteral("sleep")}));
}

void tst_monitor_trees::filtersLeaves()
{
    DaemonList list;
    UpdateClock clock;
    HealthModel model(list, clock);
    model.setActive(true);
    FilterProxy proxy;
    const QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    PlayedDaemon *one = addPlayed(list, QStringLiteral("one"));
    PlayedDaemon *two = addPlayed(list, QStringLiteral("two"));
    addPlayed(list, QStringLiteral("three"))->begin();
    const QString disk = QStringLiteral("disk");
    const QString loop = QStringLiteral("loop");
    one->begin();
    two->begin();
    tellHealth(one, {check(disk), check(loop, "failed")}, "failed");
    tellHealth(two, {check(disk), check(loop)});
    clock.refresh();
    QCOMPARE(proxy.totalCount(), 5);
    QCOMPARE(proxy.shownCount(), 5);
    const auto filter = [&proxy](const char *text) {
        proxy.setExpression(FilterExpression::parse(QString::fromLatin1(text), proxy.columns()));
    };

    filter("status:failed");
    QCOMPARE(namesBelow(proxy, {}), QStringList{QStringLiteral("one")});
    QCOMPARE(namesBelow(proxy, proxy.index(0, 0)), QStringList{loop});
    QCOMPARE(proxy.shownCount(), 1);
    filter("-status:ok");
    QCOMPARE(namesBelow(proxy, {}), (QStringList{QStringLiteral("one"), QStringLiteral("three")}));
    QCOMPARE(namesBelow(proxy, proxy.index(0, 0)), QStringList{loop});
    filter("daemon:two");
    QCOMPARE(namesBelow(proxy, proxy.index(0, 0)), (QStringList{disk, loop}));
    filter("three");
    QCOMPARE(namesBelow(proxy, {}), QStringList{QStringLiteral("three")});

    // What is filtered follows what is told.
    filter("status:failed");
    tellHealth(one, {check(disk), check(loop)});
    clock.refresh();
    QCOMPARE(proxy.rowCount(), 0);
    tellHealth(two, {check(disk, "failed"), check(loop)});
    clock.refresh();
    QCOMPARE(namesBelow(proxy, {}), QStringList{QStringLiteral("two")});
    QCOMPARE(proxy.shownCount(), 1);
}

void tst_monitor_trees::survivesHostileDaemons()
{
    QRandomGenerator random(testSeed());
    DaemonList list;
    UpdateClock clock;
    HealthModel health(list, clock);
    WorkersModel workers(list, clock);
    const QAbstractItemModelTester healthTester(&health);
    const QAbstractItemModelTester workersTester(&workers);
    health.setActive(true);
    workers.setActive(true);
    for (int i = 0; i < 3; ++i)
        addPlayed(list)->begin();
    RandomDaemon talker(nullptr, random.generate(), RandomDaemon::Manners::Hostile);
    for (int tick = 0; tick < 40; ++tick) {
        for (const auto &daemon : list.daemons()) {
            static_cast<PlayedDaemon *>(daemon.get())->tell([&](DaemonEvent &event) {
                HealthSnapshot told;
                told.status = talker.text();
                for (int i = random.bounded(150); i > 0; --i) {
                    HealthCheckSnapshot check;
                    check.name =
                        random.bounded(2) == 0 ? talker.text() : QString::number(random.bounded(300));
                    check.status = talker.text();
                    check.text = talker.text();
                    check.unit = talker.text();
                    check.value = random.bounded(2) == 0 ? std::numeric_limits<double>::quiet_NaN() : 1e308;
                    check.sinceMs = std::numeric_limits<qint64>::max();
                    told.checks.append(check);
                }
                event.health = told;
                const qint64 least = std::numeric_limits<qint64>::min();
                event.workers = WorkersSnapshot{least, -1, std::numeric_limits<qint64>::max(), least, 0};
                for (int i = random.bounded(20); i > 0; --i) {
                    CommandSnapshot made =
                        command(talker.text() + QString::number(random.bounded(100)), least);
                    made.handler = talker.text();
                    made.isHidden = random.bounded(2) == 0;
                    event.commands.append(made);
                }
                if (random.bounded(10) == 0)
                    event.liveCommands = QStringList{talker.text()};
            });
        }
        clock.refresh();
        QCOMPARE(health.rowCount(), 3);
        for (int row = 0; row < health.rowCount(); ++row) {
            QSet<QString> names;
            for (const HealthCheckSnapshot &check :
                 list.daemons().at(static_cast<size_t>(row))->mirror().health()->checks)
                names.insert(check.name);
            const QModelIndex branch = health.index(row, 0);
            QCOMPARE(health.rowCount(branch), static_cast<int>(names.size()));
            for (int leaf = 0; leaf < health.rowCount(branch); ++leaf)
                QVERIFY(names.contains(health.at(health.index(leaf, 0, branch)).name));
        }
        readAll(health);
        readAll(workers);
    }
}

QTEST_GUILESS_MAIN(tst_monitor_trees)
#include "tst_monitor_trees.moc"
