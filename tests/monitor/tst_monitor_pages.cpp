#include "models/statisticscollector.h"
#include "monitortesting.h"
#include "pages/connectionspage.h"
#include "pages/overviewpage.h"
#include "pages/requestspage.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/recordview.h"

#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

/// Two daemons, the first with three requests: 1 runs, 2 has finished, 3 is queued.
struct World
{
    World()
        : statistics(daemons)
        , first(addPlayed(daemons, QStringLiteral("first"), 100))
        , second(addPlayed(daemons, QStringLiteral("second"), 200))
    {
        first->begin([](DaemonEvent &event) {
            RequestSnapshot queued = runningRequest(3, {QStringLiteral("black")});
            queued.state = QStringLiteral("queued");
            event.requests = {runningRequest(1, {QStringLiteral("sleep"), QStringLiteral("60")}),
                              finished(runningRequest(2, {QStringLiteral("echo")})), queued};
            ConnectionSnapshot connection;
            connection.id = 1;
            connection.requestId = 1;
            connection.state = QStringLiteral("open");
            connection.peerProgram = QStringLiteral("bash");
            event.connections = {connection};
        });
        second->begin();
    }

    [[nodiscard]] RecordKey key(qint64 id) const { return {first->serial(), id}; }

    DaemonList daemons;
    StatisticsCollector statistics;
    UpdateClock clock;
    PlayedDaemon *first;
    PlayedDaemon *second;
};

QStringList shownTexts(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget) && !label->text().isEmpty())
            texts.append(label->text());
    }
    return texts;
}

QAction *actionOf(const QMenu &menu, const QString &start)
{
    for (QAction *action : menu.actions()) {
        if (action->text().remove(u'&').startsWith(start))
            return action;
    }
    return nullptr;
}

} // namespace

class tst_monitor_pages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsHowToStartADaemon();
    void restsWhileItIsHidden();
    void tellsActionsWhatIsSelected();
    void filtersWhatIsTyped();
    void showsWhatLivesFirst();
    void saysWhatIsWrongWithAFilter();
    void filtersByTheValueOfACell();
    void completesKeysAndValues();
    void remembersItsColumns();
};

void tst_monitor_pages::explainsHowToStartADaemon()
{
    DaemonList none;
    StatisticsCollector statistics(none);
    UpdateClock clock;
    OverviewPage page(none, statistics, clock);
    page.setShown(true);
    page.show();
    EmptyState &empty = page.panel().emptyState();
    QVERIFY(empty.isVisible());
    QVERIFY(shownTexts(empty).join(u' ').contains(QLatin1String("No daemon is running")));
    auto *copy = empty.findChild<QPushButton *>();
    QVERIFY(copy);
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("daemon-rpc run echo hello"));

    // What is copied starts a daemon that this window shows.
    page.setPlace(QStringLiteral("build"), QStringLiteral("/elsewhere"));
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("daemon-rpc --runtime-dir /elsewhere --daemon-id build run -- echo hello"));
    page.setPlace(QStringLiteral("build"), QString(4000, u'x'));
    QVERIFY(page.minimumSizeHint().width() < 1000);
    page.setProblem(QStringLiteral("the directory is not safe"));
    QVERIFY(shownTexts(empty).join(u' ').contains(QLatin1String("the directory is not safe")));
    QVERIFY(!copy->isVisible());
    page.setProblem({});
    QVERIFY(copy->isVisible());

    addPlayed(none)->begin();
    clock.refresh();
    QTRY_VERIFY(!empty.isVisible());
}

void tst_monitor_pages::restsWhileItIsHidden()
{
    World world;
    RequestsPage page(world.daemons, world.clock);
    QCOMPARE(page.panel().view().model()->rowCount(), 0);
    page.setShown(true);
    QCOMPARE(page.panel().view().model()->rowCount(), 3);
    page.setShown(false);
    world.first->tell([](DaemonEvent &event) { event.requests = {runningRequest(4)}; });
    world.clock.refresh();
    QCOMPARE(page.panel().view().model()->rowCount(), 3);
    page.setShown(true);
    QCOMPARE(page.panel().view().model()->rowCount(), 4);
}

void tst_monitor_pages::tellsActionsWhatIsSelected()
{
    World world;
    OverviewPage overview(world.daemons, world.statistics, world.clock);
    RequestsPage requests(world.daemons, world.clock);
    ConnectionsPage connections(world.daemons, world.clock);
    for (Page *page : QList<Page *>{&overview, &requests, &connections}) {
        page->setShown(true);
        QCOMPARE(page->context().pageId, page->id());
        QCOMPARE(page->context().selectedRows, 0);
    }

    QSignalSpy changed(&overview, &Page::selectionChanged);
    overview.selectAll();
    QVERIFY(changed.size() > 0);
    QCOMPARE(overview.context().daemons, (QList<qint64>{world.first->serial(), world.second->serial()}));
    QVERIFY(overview.context().requests.isEmpty());

    QVERIFY(requests.selectKey(world.key(1)));
    QCOMPARE(requests.context().requests, (QList<RecordKey>{world.key(1)}));
    QCOMPARE(requests.context().connections, (QList<RecordKey>{world.key(1)}));
    QCOMPARE(requests.context().daemons, (QList<qint64>{world.first->serial()}));

    QVERIFY(connections.selectKey(world.key(1)));
    QCOMPARE(connections.context().connections, (QList<RecordKey>{world.key(1)}));
    QCOMPARE(connections.context().requests, (QList<RecordKey>{world.key(1)}));
}

void tst_monitor_pages::filtersWhatIsTyped()
{
    World world;
    RequestsPage page(world.daemons, world.clock);
    page.setShown(true);
    page.show();
    page.focusFilter();
    QTest::keyClicks(&page.panel().filterBar().edit(), QStringLiteral("state:running"));
    QCOMPARE(page.panel().view().model()->rowCount(), 1);
    QTRY_VERIFY(shownTexts(page.panel().filterBar()).contains(QStringLiteral("1 of 3")));
    QTest::keyClick(&page.panel().filterBar().edit(), Qt::Key_Escape);
    QCOMPARE(page.panel().view().model()->rowCount(), 3);
    page.setFilter(QStringLiteral("daemon:second"));
    QTRY_VERIFY(shownTexts(page.panel()).contains(QStringLiteral("No row passes the filter")));
    page.clearFilter();
    QTRY_VERIFY(!shownTexts(page.panel()).contains(QStringLiteral("No row passes the filter")));
}

void tst_monitor_pages::showsWhatLivesFirst()
{
    World world;
    RequestsPage page(world.daemons, world.clock);
    page.setShown(true);
    const auto ids = [&page] {
        page.selectAll();
        QList<qint64> all;
        for (const RecordKey &key : page.selection())
            all.append(key.id);
        return all;
    };
    QCOMPARE(ids(), (QList<qint64>{3, 1, 2}));
    page.panel().view().sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(ids(), (QList<qint64>{1, 3, 2}));
    world.first->tell([](DaemonEvent &event) { event.requests = {finished(runningRequest(1))}; });
    world.clock.refresh();
    QCOMPARE(ids(), (QList<qint64>{3, 1, 2}));
}

void tst_monitor_pages::saysWhatIsWrongWithAFilter()
{
    World world;
    RequestsPage page(world.daemons, world.clock);
    page.setShown(true);
    page.show();
    page.setFilter(QStringLiteral("age:>soon"));
    QVERIFY(!page.panel().filterBar().edit().accessibleDescription().isEmpty());
    QVERIFY(shownTexts(page.panel().filterBar())
                .contains(page.panel().filterBar().edit().accessibleDescription()));
    page.clearFilter();
    QVERIFY(page.panel().filterBar().edit().accessibleDescription().isEmpty());
}

void tst_monitor_pages::filtersByTheValueOfACell()
{
    World world;
    RequestsPage page(world.daemons, world.clock);
    page.setShown(true);
    QVERIFY(page.selectKey(world.key(1)));
    RecordView &view = page.panel().view();
    const QModelIndex state = view.currentIndex().siblingAtColumn(2);
    view.setCurrentIndex(state);
    QMenu menu;
    page.addToContextMenu(menu);
    QAction *filter = actionOf(menu, QStringLiteral("Filter by state:running"));
    QAction *without = actionOf(menu, QStringLiteral("Filter out -state:running"));
    QVERIFY(filter && without);
    filter->trigger();
    QCOMPARE(page.selection().size(), 1);
    QCOMPARE(view.model()->rowCount(), 1);
    page.clearFilter();
    without->trigger();
    QCOMPARE(view.model()->rowCount(), 2);
    QVERIFY(page.selection().isEmpty());
}

void tst_monitor_pages::completesKeysAndValues()
{
    World world;
    RequestsPage page(world.daemons, world.clock);
    page.setShown(true);
    page.show();
    FilterEdit &edit = page.panel().filterBar().edit();
    edit.setFocus();
    const auto offered = [&edit] {
        QStringList words;
        const QAbstractItemModel *model = edit.wordCompleter()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            words.append(model->index(row, 0).data().toString());
        return words;
    };
    QTest::keyClicks(&edit, QStringLiteral("sta"));
    QCOMPARE(offered(), (QStringList{QStringLiteral("state:"), QStringLiteral("started:")}));
    edit.clear();
    QTest::keyClicks(&edit, QStringLiteral("-command:"));
    QCOMPARE(offered(), (QStringList{QStringLiteral("-command:=black"), QStringLiteral("-command:=echo"),
                                     QStringLiteral("-command:=sleep")}));
    QTest::keyClicks(&edit, QStringLiteral("s"));
    QCOMPARE(offered(), (QStringList{QStringLiteral("-command:=sleep")}));
}

void tst_monitor_pages::remembersItsColumns()
{
    World world;
    RequestsPage page(world.daemons, world.clock);
    page.resetState();
    const QByteArray first = page.saveState();
    page.panel().view().header()->setSectionHidden(1, true);
    const QByteArray state = page.saveState();
    QVERIFY(state != first);
    RequestsPage again(world.daemons, world.clock);
    again.restoreState(state);
    QVERIFY(again.panel().view().header()->isSectionHidden(1));
    again.resetState();
    QCOMPARE(again.saveState(), first);
}

QTEST_MAIN(tst_monitor_pages)
#include "tst_monitor_pages.moc"
