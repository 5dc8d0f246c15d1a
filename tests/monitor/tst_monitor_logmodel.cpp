#include "models/logmodel.h"
#include "randomdaemon.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

LogLineSnapshot line(const QString &message, const char *level = "info", qint64 timeMs = 1)
{
    LogLineSnapshot line;
    line.timeMs = timeMs;
    line.level = QString::fromLatin1(level);
    line.category = QStringLiteral("daemonrpc.server");
    line.message = message;
    return line;
}

void tellLines(PlayedDaemon *daemon, int count, const QString &text = QStringLiteral("line"),
               qint64 timeMs = 1)
{
    daemon->tell([&](DaemonEvent &event) {
        for (int i = 0; i < count; ++i)
            event.log.append(line(text, "info", timeMs));
    });
}

QStringList messages(const LogModel &model)
{
    QStringList messages;
    for (int row = 0; row < model.rowCount(); ++row)
        messages.append(model.at(row).line.message);
    return messages;
}

} // namespace

class tst_monitor_logmodel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsLevels_data();
    void showsLevels();
    void onlyAppends();
    void mergesDaemonsByTime();
    void keepsLinesThatMirrorsForget();
    void beginsAnewWithItsDaemon();
    void isBounded();
    void boundsCharacters();
    void isLikeTheMirrors_data();
    void isLikeTheMirrors();
};

void tst_monitor_logmodel::showsLevels_data()
{
    QTest::addColumn<Tone>("tone");
    QTest::newRow("debug") << Tone::Muted;
    QTest::newRow("info") << Tone::Normal;
    QTest::newRow("warning") << Tone::Warning;
    QTest::newRow("error") << Tone::Bad;
    QTest::newRow("fatal") << Tone::Bad;
    QTest::newRow("shouted") << Tone::Normal;
}

void tst_monitor_logmodel::showsLevels()
{
    QFETCH(const Tone, tone);
    DaemonList list;
    UpdateClock clock;
    LogModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list, QStringLiteral("build"));
    daemon->begin();
    daemon->tell([](DaemonEvent &event) {
        event.log.append(line(QStringLiteral("a\nb"), QTest::currentDataTag()));
        event.log.last().requestId = 12345;
    });
    clock.refresh();
    QCOMPARE(model.rowCount(), 1);
    const auto cell = [&model](const char *column) { return model.index(0, model.columnOf(column)); };
    QCOMPARE(cell("level").data().toString(), QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(cell("level").data(ToneRole).value<Tone>(), tone);
    QCOMPARE(cell("message").data().toString(), QStringLiteral("a^Jb"));
    QCOMPARE(cell("message").data(ValueRole).toString(), QStringLiteral("a\nb"));
    QCOMPARE(cell("request").data().toString(), QStringLiteral("12345"));
    QCOMPARE(cell("daemon").data().toString(), QStringLiteral("build"));
    QCOMPARE(model.at(0).request(), (RecordKey{daemon->serial(), 12345}));
}

void tst_monitor_logmodel::onlyAppends()
{
    DaemonList list;
    UpdateClock clock;
    LogModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    tellLines(daemon, 3);
    clock.refresh();
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    tellLines(daemon, 2);
    tellLines(daemon, 2);
    clock.refresh();
    clock.refresh();
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 0);
    // Leaving the page and coming back changes nothing.
    model.setActive(false);
    tellLines(daemon, 1);
    model.setActive(true);
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(removed.size(), 0);
}

void tst_monitor_logmodel::mergesDaemonsByTime()
{
    DaemonList list;
    UpdateClock clock;
    LogModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *one = addPlayed(list);
    PlayedDaemon *other = addPlayed(list);
    one->begin();
    other->begin();
    tellLines(one, 1, QStringLiteral("a"), 100);
    tellLines(one, 1, QStringLiteral("c"), 300);
    tellLines(other, 1, QStringLiteral("b"), 200);
    tellLines(other, 1, QStringLiteral("d"), 400);
    clock.refresh();
    QCOMPARE(messages(model).join(QString()), QStringLiteral("abcd"));
    // What comes late stays late: what a person has read does not move.
    tellLines(one, 1, QStringLiteral("e"), 50);
    clock.refresh();
    QCOMPARE(messages(model).join(QString()), QStringLiteral("abcde"));
}

void tst_monitor_logmodel::keepsLinesThatMirrorsForget()
{
    DaemonList list;
    UpdateClock clock;
    LogModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    clock.refresh();
    const int most = static_cast<int>(MonitoredDaemon::maxLogLines);
    for (int i = 0; i < 3; ++i) {
        tellLines(daemon, most);
        clock.refresh();
    }
    QCOMPARE(model.rowCount(), 3 * most);
    model.setActive(false);
    model.setActive(true);
    QCOMPARE(model.rowCount(), 3 * most);
    // Of what comes while nobody looks, as much as mirrors keep.
    model.setActive(false);
    tellLines(daemon, most);
    tellLines(daemon, most, QStringLiteral("later"));
    model.setActive(true);
    QCOMPARE(model.rowCount(), 4 * most);
    QCOMPARE(model.at(3 * most).line.message, QStringLiteral("later"));
}

void tst_monitor_logmodel::beginsAnewWithItsDaemon()
{
    DaemonList list;
    UpdateClock clock;
    LogModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    PlayedDaemon *other = addPlayed(list);
    daemon->begin();
    other->begin();
    tellLines(daemon, 2);
    tellLines(other, 1, QStringLiteral("other"), 7);
    clock.refresh();
    QCOMPARE(model.rowCount(), 3);
    daemon->begin([](DaemonEvent &event) { event.log.append(line(QStringLiteral("anew"))); });
    clock.refresh();
    QCOMPARE(messages(model), (QStringList{QStringLiteral("other"), QStringLiteral("anew")}));
    daemon->vanish();
    clock.refresh();
    QCOMPARE(model.rowCount(), 2);
    list.dismiss(daemon->serial());
    clock.refresh();
    QCOMPARE(messages(model), QStringList{QStringLiteral("other")});
}

void tst_monitor_logmodel::isBounded()
{
    DaemonList list;
    UpdateClock clock;
    LogModel model(list, clock);
    model.setActive(true);
    for (int i = 0; i < 50; ++i)
        addPlayed(list)->begin();
    for (int round = 0; round < 10; ++round) {
        for (const auto &daemon : list.daemons())
            tellLines(static_cast<PlayedDaemon *>(daemon.get()), 100, QString::number(round), round + 1);
        if (round % 3 == 0)
            clock.refresh();
        QVERIFY(model.rowCount() <= static_cast<int>(LogModel::maxLines));
    }
    clock.refresh();
    QCOMPARE(model.rowCount(), static_cast<int>(LogModel::maxLines));
    QCOMPARE(model.at(0).line.message, QStringLiteral("8"));
    QCOMPARE(messages(model).constLast(), QStringLiteral("9"));
}

void tst_monitor_logmodel::boundsCharacters()
{
    DaemonList list;
    UpdateClock clock;
    LogModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    clock.refresh();
    const QString large(16 * 1024, u'x');
    for (int i = 0; i < 4; ++i) {
        tellLines(daemon, 500, large);
        clock.refresh();
    }
    const auto fitting = static_cast<int>(LogModel::maxCharacters / large.size());
    QCOMPARE(model.rowCount(), fitting);
    QCOMPARE(model.at(fitting - 1).key.id, 2000);
}

void tst_monitor_logmodel::isLikeTheMirrors_data()
{
    QTest::addColumn<bool>("isHostile");
    QTest::newRow("honest") << false;
    QTest::newRow("hostile") << true;
}

void tst_monitor_logmodel::isLikeTheMirrors()
{
    QFETCH(const bool, isHostile);
    QRandomGenerator random(testSeed());
    DaemonList list;
    UpdateClock clock;
    LogModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    std::vector<RandomDaemon> daemons;
    for (int i = 0; i < 4; ++i) {
        PlayedDaemon *daemon = addPlayed(list);
        daemon->begin();
        daemons.emplace_back(daemon, random.generate(),
                             isHostile ? RandomDaemon::Manners::Hostile : RandomDaemon::Manners::Honest);
    }
    for (int tick = 0; tick < 40; ++tick) {
        for (RandomDaemon &daemon : daemons)
            daemon.step(8);
        if (tick == 20)
            daemons.front().daemon()->begin();
        model.setActive(random.bounded(5) != 0);
        clock.refresh();
        if (!model.isActive())
            continue;
        QHash<qint64, QList<LogLineSnapshot>> shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown[model.at(row).key.daemon].append(model.at(row).line);
        for (const auto &daemon : list.daemons()) {
            QList<LogLineSnapshot> expected(daemon->mirror().log().begin(), daemon->mirror().log().end());
            QList<LogLineSnapshot> rows = shown.value(daemon->serial());
            // Within one tick lines are sorted by their times, which a hostile daemon makes up.
            const auto byTime = [](const auto &a, const auto &b) { return a.timeMs < b.timeMs; };
            if (isHostile) {
                std::stable_sort(expected.begin(), expected.end(), byTime);
                std::stable_sort(rows.begin(), rows.end(), byTime);
            }
            QVERIFY(rows == expected);
        }
        readAll(model);
    }
}

QTEST_GUILESS_MAIN(tst_monitor_logmodel)
#include "tst_monitor_logmodel.moc"
