#include "actions/actioncatalogue.h"
#include "actions/actionentry.h"
#include "monitortesting.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QStandardItemModel>
#include <QTableView>
#include <QtTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;

static QChar mnemonicOf(const QString &text)
{
    const qsizetype place = text.indexOf(u'&');
    return place < 0 || place + 1 >= text.size() ? QChar() : text.at(place + 1).toLower();
}

class TestActionCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIdHasAnAction();
    void textsShortcutsAndTipsAreThere();
    void noShortcutIsAmbiguous();
    void destructiveOnesComeLastAfterASeparator();
    void disabledOnesSayWhy();
    void pagesAreNumbered();
    void needsOfRequests();
    void needsOfDaemons();
    void gonePicturesCanBeDismissed();
    void rowShortcutsLeaveButtonsAlone();
    void languageChangesKeepStates();
};

void TestActionCatalogue::everyIdHasAnAction()
{
    const ActionCatalogue catalogue;
    QSet<const QAction *> seen;
    for (int id = 0; id <= static_cast<int>(ActionId::About); ++id) {
        const QAction *action = catalogue.action(static_cast<ActionId>(id));
        QVERIFY(action);
        QVERIFY2(!seen.contains(action), qPrintable(action->text()));
        seen.insert(action);
    }
    qsizetype inMenus = 0;
    for (const ActionGroup group : ActionCatalogue::groups()) {
        for (const QAction *action : catalogue.actions(group))
            inMenus += action->isSeparator() ? 0 : 1;
    }
    QCOMPARE(inMenus, seen.size());
}

void TestActionCatalogue::textsShortcutsAndTipsAreThere()
{
    const ActionCatalogue catalogue;
    QSet<QString> names;
    for (const ActionEntry &entry : actionTable()) {
        const QAction *action = catalogue.action(entry.id);
        QVERIFY(!names.contains(action->objectName()));
        names.insert(action->objectName());
        QVERIFY2(!mnemonicOf(action->text()).isNull(), qPrintable(action->text()));
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        QVERIFY2(action->statusTip().endsWith(u'.'), qPrintable(action->statusTip()));
        QVERIFY(!action->toolTip().isEmpty());
    }
}

void TestActionCatalogue::noShortcutIsAmbiguous()
{
    const ActionCatalogue catalogue;
    QMap<QString, QString> owners;
    for (const ActionEntry &entry : actionTable()) {
        const QAction *action = catalogue.action(entry.id);
        for (const QKeySequence &shortcut : action->shortcuts()) {
            const QString keys = shortcut.toString(QKeySequence::PortableText);
            QVERIFY2(!keys.isEmpty(), qPrintable(action->text()));
            QVERIFY2(!owners.contains(keys),
                     qPrintable(QStringLiteral("%1: %2, %3").arg(keys, owners.value(keys), action->text())));
            owners.insert(keys, action->text());
        }
    }
    QCOMPARE(catalogue.action(ActionId::CancelRequests)->shortcut(), QKeySequence(Qt::Key_Delete));
    QCOMPARE(catalogue.action(ActionId::ShowDetails)->shortcut(), QKeySequence(Qt::Key_Return));
    QCOMPARE(catalogue.action(ActionId::PauseUpdates)->shortcut(), QKeySequence(Qt::Key_Space));
    QCOMPARE(catalogue.action(ActionId::Refresh)->shortcut(), QKeySequence(Qt::Key_F5));
    QCOMPARE(catalogue.action(ActionId::Find)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_F));
    QCOMPARE(catalogue.action(ActionId::Copy)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_C));
    QCOMPARE(catalogue.action(ActionId::CopyAsJson)->shortcut(),
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
}

void TestActionCatalogue::destructiveOnesComeLastAfterASeparator()
{
    const ActionCatalogue catalogue;
    QMap<const QAction *, bool> isDestructive;
    for (const ActionEntry &entry : actionTable())
        isDestructive.insert(catalogue.action(entry.id), entry.isDestructive);
    for (const ActionId id : {ActionId::CancelRequests, ActionId::Drain, ActionId::Stop, ActionId::Restart})
        QVERIFY(isDestructive.value(catalogue.action(id)));
    QList<QList<QAction *>> menus;
    for (const ActionGroup group : ActionCatalogue::groups())
        menus.append(catalogue.actions(group));
    for (const char *page : {"overview", "requests", "cancellations", "connections", "logs"})
        menus.append(catalogue.contextActions(QString::fromLatin1(page)));
    for (const QList<QAction *> &menu : menus) {
        bool isBehindSeparator = false;
        for (const QAction *action : menu) {
            if (action->isSeparator()) {
                QVERIFY(!isBehindSeparator);
                isBehindSeparator = true;
            } else {
                QVERIFY2(isDestructive.value(action) == isBehindSeparator, qPrintable(action->text()));
            }
        }
        QVERIFY(!menu.constLast()->isSeparator());
    }
}

void TestActionCatalogue::disabledOnesSayWhy()
{
    ActionCatalogue catalogue;
    DaemonList list;
    catalogue.setDaemons(&list);
    QList<ActionContext> contexts(3);
    contexts[1].pageId = QStringLiteral("charts");
    contexts[2].daemons = {99};
    contexts[2].requests = {{99, 1}, {99, 2}};
    int disabled = 0;
    for (const ActionContext &context : std::as_const(contexts)) {
        catalogue.setContext(context);
        for (const ActionEntry &entry : actionTable()) {
            const QAction *action = catalogue.action(entry.id);
            const QString purpose = QString::fromLatin1(entry.statusTip);
            if (action->isEnabled()) {
                QCOMPARE(action->statusTip(), purpose);
                continue;
            }
            ++disabled;
            QVERIFY2(action->statusTip() != purpose && action->statusTip().endsWith(u'.'),
                     qPrintable(action->text()));
            QVERIFY(action->toolTip().contains(action->statusTip()));
            QVERIFY(action->toolTip().startsWith(purpose));
        }
    }
    QVERIFY(disabled > 10);
}

void TestActionCatalogue::pagesAreNumbered()
{
    const ActionCatalogue catalogue;
    int number = 0;
    for (const char *page :
         {"overview", "connections", "requests", "cancellations", "health", "charts", "logs"}) {
        QAction *action = catalogue.pageAction(QString::fromLatin1(page));
        QVERIFY(action);
        QCOMPARE(action->shortcut().toString(QKeySequence::PortableText),
                 QStringLiteral("Ctrl+%1").arg(++number));
        action->trigger();
        QVERIFY(action->isChecked());
    }
    QVERIFY(!catalogue.action(ActionId::PageOverview)->isChecked());
    QVERIFY(!catalogue.pageAction(QStringLiteral("nowhere")));
}

void TestActionCatalogue::needsOfRequests()
{
    ActionCatalogue catalogue;
    const QAction *cancel = catalogue.action(ActionId::CancelRequests);
    const QAction *details = catalogue.action(ActionId::ShowDetails);
    QVERIFY(!cancel->isEnabled());
    QCOMPARE(cancel->statusTip(), QStringLiteral("Select a running request first."));

    ActionContext context;
    context.requests = {{1, 7}};
    catalogue.setContext(context);
    QVERIFY(cancel->isEnabled()); // nobody knows better
    QVERIFY(details->isEnabled());

    DaemonList list;
    Testing::PlayedDaemon *daemon = Testing::addPlayed(list);
    daemon->begin([](DaemonEvent &event) { event.requests = {Testing::runningRequest(7)}; });
    context.requests = {{daemon->serial(), 7}};
    catalogue.setDaemons(&list);
    catalogue.setContext(context);
    QVERIFY(!cancel->isEnabled()); // a daemon that is played cannot be asked
    QCOMPARE(cancel->statusTip(),
             QStringLiteral("There is no connection to the daemon of what is selected."));
    QVERIFY(details->isEnabled());

    context.requests.append({daemon->serial(), 8});
    catalogue.setContext(context);
    QVERIFY(!details->isEnabled());
    QCOMPARE(details->statusTip(), QStringLiteral("Select one request alone first."));
}

void TestActionCatalogue::needsOfDaemons()
{
    ActionCatalogue catalogue;
    DaemonList list;
    Testing::PlayedDaemon *daemon = Testing::addPlayed(list);
    daemon->begin();
    catalogue.setDaemons(&list);
    const QAction *stop = catalogue.action(ActionId::Stop);
    const QAction *run = catalogue.action(ActionId::RunCommand);
    QCOMPARE(stop->statusTip(), QStringLiteral("Select a daemon first."));
    ActionContext context;
    context.daemons = {daemon->serial()};
    catalogue.setContext(context);
    QCOMPARE(stop->statusTip(), QStringLiteral("There is no connection to the selected daemon."));
    QCOMPARE(run->statusTip(), QStringLiteral("The selected daemon takes no commands: it drains, or is "
                                              "played from a recording."));
    daemon->vanish();
    catalogue.refresh();
    QCOMPARE(stop->statusTip(), QStringLiteral("The selected daemon has ended."));
    context.daemons.append(daemon->serial() + 1);
    catalogue.setContext(context);
    QCOMPARE(run->statusTip(), QStringLiteral("Select one daemon alone first."));
}

void TestActionCatalogue::gonePicturesCanBeDismissed()
{
    ActionCatalogue catalogue;
    DaemonList list;
    Testing::PlayedDaemon *daemon = Testing::addPlayed(list);
    daemon->begin();
    catalogue.setDaemons(&list);
    const QAction *dismiss = catalogue.action(ActionId::DismissGone);
    QVERIFY(!dismiss->isEnabled());
    daemon->vanish();
    catalogue.refresh();
    QVERIFY(dismiss->isEnabled());
    list.dismissGone();
    catalogue.refresh();
    QVERIFY(!dismiss->isEnabled());
}

void TestActionCatalogue::rowShortcutsLeaveButtonsAlone()
{
    QMainWindow window;
    ActionCatalogue catalogue;
    QMenu *menu = window.menuBar()->addMenu(ActionCatalogue::groupTitle(ActionGroup::View));
    menu->addActions(catalogue.actions(ActionGroup::View));
    auto *page = new QWidget;
    window.setCentralWidget(page);
    auto *view = new QTableView(page);
    auto *model = new QStandardItemModel(2, 2, page);
    view->setModel(model);
    auto *button = new QPushButton(page);
    button->move(0, 300);
    catalogue.addRowActionsTo(page);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    QSignalSpy paused(catalogue.action(ActionId::PauseUpdates), &QAction::triggered);
    QSignalSpy pressed(button, &QPushButton::clicked);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(pressed.count(), 1);
    QCOMPARE(paused.count(), 0);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Space);
    QCOMPARE(pressed.count(), 1);
    QCOMPARE(paused.count(), 1);
}

void TestActionCatalogue::languageChangesKeepStates()
{
    ActionCatalogue catalogue;
    catalogue.action(ActionId::PauseUpdates)->setChecked(true);
    const QAction *copy = catalogue.action(ActionId::Copy);
    const QString why = copy->statusTip();
    QVERIFY(!copy->isEnabled());
    catalogue.retranslate();
    QVERIFY(catalogue.action(ActionId::PauseUpdates)->isChecked());
    QVERIFY(!copy->isEnabled());
    QCOMPARE(copy->statusTip(), why);
}

QTEST_MAIN(TestActionCatalogue)
#include "tst_monitor_actioncatalogue.moc"
