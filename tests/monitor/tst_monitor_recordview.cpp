#include "itemtable.h"
#include "widgets/recordheader.h"
#include "widgets/recordview.h"

#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTest>

using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

/// A view on a sorted table.
struct Shown
{
    Shown()
    {
        proxy.setSourceModel(&items);
        proxy.setSortRole(ValueRole);
        view.recordHeader().setDefaultSort("id", Qt::DescendingOrder);
        view.recordHeader().setElasticColumn("name");
        view.setModel(&proxy);
        view.resize(600, 200);
        view.show();
    }

    void fill(qint64 count)
    {
        std::vector<Item> fresh;
        for (qint64 id = 1; id <= count; ++id)
            fresh.push_back(item(id));
        items.take(fresh);
        QCoreApplication::processEvents(); // the layout
    }

    [[nodiscard]] qint64 topId() const
    {
        return view.indexAt(QPoint(0, 0)).data(KeyRole).value<RecordKey>().id;
    }

    UpdateClock clock;
    ItemTable items{clock};
    QSortFilterProxyModel proxy;
    RecordView view;
};

QAction *actionOf(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class tst_monitor_recordview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByValue();
    void keepsTheSelectionWhateverComes();
    void tellsTheSelectionAsItIsShown();
    void standsStillWhileRowsComeAbove();
    void growsInSightAtTheTop();
    void findsByKey();
    void isUsedByKeyboard();
    void asksForItsMenuByKeyboard();
    void managesItsColumns();
    void keepsTheLastColumn();
    void roundTripsItsState();
    void survivesForeignStates_data();
    void survivesForeignStates();
    void keepsColumnsWhenTheModelIsReset();
    void givesRoomToOneColumn();
    void opensBranches();
};

void tst_monitor_recordview::sortsByValue()
{
    Shown shown;
    shown.fill(12);
    QCOMPARE(shown.topId(), 12); // 12 before 9, although "9" comes after "12"
    shown.view.recordHeader().setSortIndicator(0, Qt::AscendingOrder);
    QCOMPARE(shown.topId(), 1);
}

void tst_monitor_recordview::keepsTheSelectionWhateverComes()
{
    Shown shown;
    shown.fill(20);
    QVERIFY(shown.view.selectKey({1, 7}));
    QSignalSpy changed(&shown.view, &RecordView::selectedKeysChanged);
    std::vector<Item> more;
    for (qint64 id = 21; id <= 270; ++id)
        more.push_back(item(id));
    more.push_back(item(7, QStringLiteral("changed"), 99));
    shown.items.take(more);
    shown.items.remove({{1, 3}, {1, 8}, {1, 100}});
    shown.view.recordHeader().setSortIndicator(2, Qt::DescendingOrder);
    QCOMPARE(shown.view.selectedKeys(), (QList<RecordKey>{{1, 7}}));
    QCOMPARE(shown.proxy.index(0, 0).data(KeyRole).value<RecordKey>().id, 7);
    QCOMPARE(changed.size(), 0);
    shown.items.remove({{1, 7}});
    QVERIFY(shown.view.selectedKeys().isEmpty() || !shown.view.selectedKeys().contains({1, 7}));
}

void tst_monitor_recordview::tellsTheSelectionAsItIsShown()
{
    Shown shown;
    shown.fill(5);
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    for (const int row : {3, 0, 1})
        shown.view.selectionModel()->select(shown.proxy.index(row, 0), rows);
    QCOMPARE(shown.view.selectedKeys(), (QList<RecordKey>{{1, 5}, {1, 4}, {1, 2}}));
}

void tst_monitor_recordview::standsStillWhileRowsComeAbove()
{
    Shown shown;
    shown.fill(100);
    shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum() / 2 + 3);
    const qint64 top = shown.topId();
    const int offset = shown.view.visualRect(shown.view.indexAt(QPoint(0, 0))).top();
    std::vector<Item> more;
    for (qint64 id = 101; id <= 150; ++id)
        more.push_back(item(id));
    shown.items.take(more);
    QCOMPARE(shown.topId(), top);
    QCOMPARE(shown.view.visualRect(shown.view.indexAt(QPoint(0, 0))).top(), offset);
    shown.items.remove({{1, 150}, {1, 140}, {1, 1}, {1, 2}});
    QCOMPARE(shown.topId(), top);
}

void tst_monitor_recordview::growsInSightAtTheTop()
{
    Shown shown;
    shown.fill(100);
    QCOMPARE(shown.topId(), 100);
    shown.items.take({item(101), item(102)});
    QCOMPARE(shown.topId(), 102);
}

void tst_monitor_recordview::findsByKey()
{
    Shown shown;
    shown.fill(100);
    QVERIFY(shown.view.selectKey({1, 3}));
    QVERIFY(shown.view.viewport()->rect().contains(shown.view.visualRect(shown.view.find({1, 3})).center()));
    QCOMPARE(shown.view.currentIndex().row(), 97);
    QVERIFY(!shown.view.selectKey({2, 3}));
    QCOMPARE(shown.view.selectedKeys(), (QList<RecordKey>{{1, 3}}));
}

void tst_monitor_recordview::isUsedByKeyboard()
{
    Shown shown;
    shown.fill(3);
    QVERIFY(shown.view.selectKey({1, 3}));
    QSignalSpy activated(&shown.view, &RecordView::rowActivated);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QCOMPARE(shown.view.selectedKeys(), (QList<RecordKey>{{1, 2}}));
    QTest::keyClick(&shown.view, Qt::Key_Return);
    QTest::keyClick(&shown.view, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.at(0).at(0).value<RecordKey>(), (RecordKey{1, 2}));
    // From cell to cell, past hidden columns, in the order in which they are shown.
    shown.view.recordHeader().setSectionHidden(1, true);
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QCOMPARE(shown.view.currentIndex().column(), 2);
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QCOMPARE(shown.view.currentIndex().column(), 2);
    QTest::keyClick(&shown.view, Qt::Key_Left);
    QCOMPARE(shown.view.currentIndex().column(), 0);
    QCOMPARE(shown.view.selectedKeys(), (QList<RecordKey>{{1, 2}}));
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {},
                       shown.view.visualRect(shown.proxy.index(0, 0)).center());
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated.at(2).at(0).value<RecordKey>(), (RecordKey{1, 3}));
}

void tst_monitor_recordview::asksForItsMenuByKeyboard()
{
    Shown shown;
    shown.fill(3);
    QVERIFY(shown.view.selectKey({1, 2}));
    QSignalSpy requested(&shown.view, &RecordView::menuRequested);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(0, 0), QPoint(0, 0));
    QCoreApplication::sendEvent(shown.view.viewport(), &event);
    QCOMPARE(requested.size(), 1);
    const QPoint there = shown.view.viewport()->mapFromGlobal(requested.at(0).at(0).toPoint());
    QCOMPARE(shown.view.indexAt(there).row(), shown.view.currentIndex().row());
}

void tst_monitor_recordview::managesItsColumns()
{
    Shown shown;
    RecordHeader &header = shown.view.recordHeader();
    QVERIFY(header.isSectionHidden(3));
    QMenu menu;
    header.addTo(menu, 1);
    actionOf(menu, QStringLiteral("State"))->toggle();
    QVERIFY(!header.isSectionHidden(3));
    QVERIFY(header.sectionSize(3) >= header.minimumSectionSize());
    actionOf(menu, QStringLiteral("Sort &ascending"))->trigger();
    QCOMPARE(header.sortIndicatorSection(), 1);
    actionOf(menu, QStringLiteral("Move &left"))->trigger();
    QCOMPARE(header.visualIndex(1), 0);
    actionOf(menu, QStringLiteral("&Hide this column"))->trigger();
    QVERIFY(header.isSectionHidden(1));
    actionOf(menu, QStringLiteral("&Reset columns"))->trigger();
    QVERIFY(!header.isSectionHidden(1));
    QVERIFY(header.isSectionHidden(3));
    QCOMPARE(header.visualIndex(1), 1);
    QCOMPARE(header.sortIndicatorSection(), 0);
    QCOMPARE(header.sortIndicatorOrder(), Qt::DescendingOrder);
}

void tst_monitor_recordview::keepsTheLastColumn()
{
    Shown shown;
    RecordHeader &header = shown.view.recordHeader();
    header.setSectionHidden(0, true);
    header.setSectionHidden(1, true);
    QMenu menu;
    header.addTo(menu, 2);
    QVERIFY(!actionOf(menu, QStringLiteral("&Hide this column"))->isEnabled());
    QVERIFY(!actionOf(menu, QStringLiteral("Size"))->isEnabled());
    QVERIFY(actionOf(menu, QStringLiteral("Name"))->isEnabled());
}

void tst_monitor_recordview::roundTripsItsState()
{
    Shown first;
    RecordHeader &header = first.view.recordHeader();
    header.moveSection(2, 0);
    header.resizeSection(2, 123);
    header.setSectionHidden(0, true);
    header.setSectionHidden(3, false);
    header.setSortIndicator(1, Qt::AscendingOrder);
    const QByteArray state = first.view.saveState();

    Shown second;
    second.view.restoreState(state);
    QCOMPARE(second.view.saveState(), state);
    QCOMPARE(second.view.recordHeader().visualIndex(2), 0);
    QCOMPARE(second.view.recordHeader().sectionSize(2), 123);
    QVERIFY(second.view.recordHeader().isSectionHidden(0));
    QVERIFY(!second.view.recordHeader().isSectionHidden(3));
    QCOMPARE(second.view.recordHeader().sortIndicatorSection(), 1);
    second.view.resetState();
    QCOMPARE(second.view.saveState(), Shown().view.saveState());
}

void tst_monitor_recordview::survivesForeignStates_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << QByteArray("\xff\x00\x17{", 4);
    QTest::newRow("array") << QByteArray("[1,2]");
    QTest::newRow("all hidden") << QByteArray(
        R"({"columns":[{"key":"id","hidden":true},{"key":"name","hidden":true},
        {"key":"size","hidden":true},{"key":"state","hidden":true}]})");
    QTest::newRow("other columns") << QByteArray(
        R"({"columns":[{"key":"x","width":5},{"key":"size","width":99999999},
        {"key":"size","width":-7},7,null,{"key":"size","hidden":true,"width":1}],"sort":"x"})");
    QTest::newRow("many") << QByteArray(R"({"columns":[)") + QByteArray(R"({"key":"id"},)").repeated(5000) +
                                 R"({"key":"id"}],"sort":7})";
}

void tst_monitor_recordview::survivesForeignStates()
{
    QFETCH(QByteArray, state);
    Shown shown;
    shown.fill(3);
    shown.view.restoreState(state);
    const RecordHeader &header = shown.view.recordHeader();
    QVERIFY(header.hiddenSectionCount() < header.count());
    for (int column = 0; column < header.count(); ++column)
        QVERIFY(header.sectionSize(column) <= 4000);
}

void tst_monitor_recordview::keepsColumnsWhenTheModelIsReset()
{
    Shown shown;
    RecordHeader &header = shown.view.recordHeader();
    header.resizeSection(2, 123);
    header.setSectionHidden(0, true);
    header.setSortIndicator(2, Qt::AscendingOrder);
    ItemTable others(shown.clock);
    QSignalSpy reset(&shown.proxy, &QAbstractItemModel::modelReset);
    shown.proxy.setSourceModel(&others);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(header.sectionSize(2), 123);
    QVERIFY(header.isSectionHidden(0));
    QCOMPARE(header.sortIndicatorSection(), 2);
    shown.proxy.setSourceModel(&shown.items);
}

void tst_monitor_recordview::givesRoomToOneColumn()
{
    Shown shown;
    shown.view.resize(900, 200);
    RecordHeader &header = shown.view.recordHeader();
    QTRY_COMPARE(header.length(), header.viewport()->width());
    shown.view.resize(1200, 200);
    QTRY_COMPARE(header.length(), header.viewport()->width());
    header.setSectionHidden(3, false);
    header.resizeSection(2, 200);
    QCOMPARE(header.length(), header.viewport()->width());
    header.resizeSection(1, 150); // as a person does
    shown.view.resize(1000, 200);
    QCOMPARE(header.sectionSize(1), 150);
}

void tst_monitor_recordview::opensBranches()
{
    QStandardItemModel model;
    RecordView view;
    view.setTree(true);
    view.setModel(&model);
    auto *parent = new QStandardItem(QStringLiteral("parent"));
    model.appendRow(parent);
    parent->appendRow(new QStandardItem(QStringLiteral("child")));
    QVERIFY(view.isExpanded(parent->index()));
    view.collapse(parent->index());
    parent->appendRow(new QStandardItem(QStringLiteral("second")));
    QVERIFY(!view.isExpanded(parent->index()));
}

QTEST_MAIN(tst_monitor_recordview)
#include "tst_monitor_recordview.moc"
