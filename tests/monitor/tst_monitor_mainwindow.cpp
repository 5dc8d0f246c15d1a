#include "monitortesting.h"
#include "pages/page.h"
#include "widgets/filteredit.h"
#include "widgets/recordview.h"
#include "window/mainwindow.h"
#include "window/monitoroptions.h"
#include "window/monitorsession.h"
#include "window/monitorstatusbar.h"
#include "window/screenshot.h"
#include "window/windowstate.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

/// A window with one daemon and a request that runs.
struct Shown
{
    explicit Shown(bool hasDaemon = true)
    {
        if (hasDaemon) {
            daemon = addPlayed(session.daemons());
            daemon->begin([](DaemonEvent &event) {
                event.requests = {runningRequest(7, {QStringLiteral("sleep"), QStringLiteral("60")})};
                LogLineSnapshot line;
                line.level = QStringLiteral("info");
                line.category = QStringLiteral("server");
                line.message = QStringLiteral("accepted");
                line.requestId = 7;
                line.timeMs = event.timeMs;
                event.log = {line};
            });
        }
        window.show();
        QApplication::setActiveWindow(&window);
        session.clock().refresh();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] RecordView *view() const { return window.currentPage()->findChild<RecordView *>(); }

    QTemporaryDir dir;
    WindowState state{dir.filePath(QStringLiteral("settings"))};
    MonitorSession session{state};
    MainWindow &window = session.window();
    PlayedDaemon *daemon = nullptr;
};

/// Makes every text 40 % longer and puts it into brackets.
class Pseudo : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (text.size() < 3)
            return text;
        return u'[' + text + QString(text.size() * 4 / 10, u'ö') + u']';
    }
};

bool isInteractive(const QWidget &widget)
{
    return widget.focusPolicy() != Qt::NoFocus &&
           (qobject_cast<const QAbstractButton *>(&widget) ||
            qobject_cast<const QAbstractItemView *>(&widget) || qobject_cast<const QLineEdit *>(&widget) ||
            qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QTabBar *>(&widget));
}

QString nameOf(const QWidget &widget)
{
    // What assistive technology is told: a name that was given, a text, or that of a label.
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace

class tst_monitor_mainwindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAllPagesAndKeysForThem();
    void pausesBySpaceButNotInAField();
    void filtersByKeyboard();
    void copiesRows();
    void opensWhatIsActivated();
    void jumpsFromALogLineToItsRequest();
    void countsDaemonsInItsStatusBar();
    void remembersHowItWasLeft();
    void resetsItsLayout();
    void savesAPicture();
    void everyWidgetHasAName();
    void tabReachesEveryWidget_data();
    void tabReachesEveryWidget();
    void mnemonicsAreUniqueInMenus();
    void longTextsAreNotCut();
};

void tst_monitor_mainwindow::hasAllPagesAndKeysForThem()
{
    Shown shown;
    for (qsizetype i = 0; i < MonitorOptions::pageIds().size(); ++i) {
        QTest::keyClick(&shown.window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        QVERIFY(shown.window.currentPage());
        QCOMPARE(shown.window.currentPage()->id(), MonitorOptions::pageIds().at(i));
        QVERIFY(shown.window.currentPage()->isVisible());
    }
    QVERIFY(!shown.window.showPage(QStringLiteral("nowhere")));
}

void tst_monitor_mainwindow::pausesBySpaceButNotInAField()
{
    Shown shown;
    shown.window.showPage(QStringLiteral("requests"));
    QTest::keyClick(shown.view(), Qt::Key_Space);
    QVERIFY(shown.session.clock().isPaused());
    auto *edit = shown.window.currentPage()->findChild<FilterEdit *>();
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Space);
    QVERIFY(shown.session.clock().isPaused());
    QCOMPARE(edit->text(), QStringLiteral(" "));
    shown.view()->setFocus();
    QTest::keyClick(shown.view(), Qt::Key_Space);
    QVERIFY(!shown.session.clock().isPaused());
}

void tst_monitor_mainwindow::filtersByKeyboard()
{
    Shown shown;
    shown.window.showPage(QStringLiteral("requests"));
    QTest::keyClick(&shown.window, Qt::Key_F, Qt::ControlModifier);
    auto *edit = shown.window.currentPage()->findChild<FilterEdit *>();
    QCOMPARE(QApplication::focusWidget(), edit);
    QTest::keyClicks(edit, QStringLiteral("nothing"));
    QCOMPARE(shown.view()->model()->rowCount(), 0);
    shown.view()->setFocus();
    QTest::keyClick(shown.view(), Qt::Key_Escape);
    QCOMPARE(shown.view()->model()->rowCount(), 1);
}

void tst_monitor_mainwindow::copiesRows()
{
    Shown shown;
    shown.window.showPage(QStringLiteral("requests"));
    QVERIFY(shown.window.currentPage()->selectKey({shown.daemon->serial(), 7}));
    QTest::keyClick(shown.view(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("sleep 60\t")));
    QTest::keyClick(shown.view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().trimmed().startsWith(u'['));
}

void tst_monitor_mainwindow::opensWhatIsActivated()
{
    Shown shown;
    QVERIFY(shown.window.showPage(QStringLiteral("overview")));
    QVERIFY(shown.window.currentPage()->selectKey({shown.daemon->serial(), 0}));
    QTest::keyClick(shown.view(), Qt::Key_Return);
    QCOMPARE(shown.window.currentPage()->id(), QStringLiteral("requests"));
    QCOMPARE(shown.window.currentPage()->findChild<FilterEdit *>()->text(),
             QStringLiteral("daemon:=default"));
}

void tst_monitor_mainwindow::jumpsFromALogLineToItsRequest()
{
    Shown shown;
    shown.window.showPage(QStringLiteral("requests"));
    shown.window.currentPage()->setFilter(QStringLiteral("state:finished"));
    shown.window.showPage(QStringLiteral("logs"));
    shown.window.currentPage()->selectAll();
    QPushButton *jump = nullptr;
    for (auto *button : shown.window.currentPage()->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == QLatin1String("Show the Request"))
            jump = button;
    }
    QVERIFY(jump && jump->isEnabled());
    jump->setFocus();
    QTest::keyClick(jump, Qt::Key_Space);
    QCOMPARE(shown.window.currentPage()->id(), QStringLiteral("requests"));
    QCOMPARE(shown.window.currentPage()->selection(), (QList<RecordKey>{{shown.daemon->serial(), 7}}));
}

void tst_monitor_mainwindow::countsDaemonsInItsStatusBar()
{
    Shown shown;
    const auto texts = [&shown] {
        QStringList all;
        for (const QLabel *label : shown.window.monitorStatusBar().findChildren<QLabel *>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all.join(u'|');
    };
    QVERIFY2(texts().contains(QLatin1String("1 daemon")), qPrintable(texts()));
    QVERIFY(!texts().contains(QLatin1String("paused")));
    shown.session.clock().setPaused(true);
    QVERIFY(texts().contains(QLatin1String("paused")));
    shown.daemon->tell([](DaemonEvent &event) { event.lost.insert(QStringLiteral("requests"), 5); });
    QVERIFY2(texts().contains(QLatin1String("5 event")), qPrintable(texts()));
    shown.daemon->vanish();
    QVERIFY2(texts().contains(QLatin1String("1 ended")), qPrintable(texts()));
}

void tst_monitor_mainwindow::remembersHowItWasLeft()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("settings"));
    {
        WindowState state(file);
        MonitorSession session(state);
        session.window().show();
        session.window().resize(901, 503);
        session.window().showPage(QStringLiteral("cancellations"));
        session.window().currentPage()->findChild<RecordView *>()->header()->setSectionHidden(1, true);
        session.window().close();
    }
    WindowState state(file);
    MonitorSession session(state);
    session.window().show();
    QCOMPARE(session.window().size(), QSize(901, 503));
    QCOMPARE(session.window().currentPage()->id(), QStringLiteral("cancellations"));
    QVERIFY(session.window().currentPage()->findChild<RecordView *>()->header()->isSectionHidden(1));
}

void tst_monitor_mainwindow::resetsItsLayout()
{
    Shown shown;
    shown.window.showPage(QStringLiteral("requests"));
    shown.view()->header()->setSectionHidden(1, true);
    shown.window.catalogue().action(ActionId::ResetLayout)->trigger();
    QVERIFY(!shown.view()->header()->isSectionHidden(1));
}

void tst_monitor_mainwindow::savesAPicture()
{
    Shown shown;
    const QString file = shown.dir.filePath(QStringLiteral("picture.png"));
    QVERIFY(!shown.session.hasPicture());
    shown.session.watch({*RuntimeDirectory::resolve(shown.dir.path()), {}, {}});
    Screenshot screenshot(shown.session, file);
    bool isGood = false;
    connect(&screenshot, &Screenshot::finished, this,
            [&isGood](const Result<void> &result) { isGood = result.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isGood, 10'000);
    QCOMPARE(QImage(file).size(), shown.window.size());

    Screenshot nowhere(shown.session, shown.dir.filePath(QStringLiteral("no/where.png")));
    QString message;
    connect(&nowhere, &Screenshot::finished, this, [&message](const Result<void> &result) {
        message = result ? QString() : result.error().message();
    });
    QTRY_VERIFY_WITH_TIMEOUT(message.contains(QLatin1String("no/where.png")), 10'000);
}

void tst_monitor_mainwindow::everyWidgetHasAName()
{
    Shown shown;
    QStringList nameless;
    for (const QWidget *widget : shown.window.findChildren<QWidget *>()) {
        if (isInteractive(*widget) && !widget->objectName().startsWith(QLatin1String("qt_")) &&
            widget->window() == &shown.window && nameOf(*widget).isEmpty() &&
            !qobject_cast<QHeaderView *>(widget->parentWidget()) &&
            !qobject_cast<const QHeaderView *>(widget)) {
            nameless.append(QStringLiteral("%1 %2 in %3")
                                .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                     QLatin1String(widget->parentWidget()->metaObject()->className())));
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    // A label with a mnemonic is one of a field.
    for (const QLabel *label : shown.window.findChildren<QLabel *>())
        QVERIFY2(!label->text().endsWith(u':') || label->buddy(), qPrintable(label->text()));
}

void tst_monitor_mainwindow::tabReachesEveryWidget_data()
{
    QTest::addColumn<QString>("pageId");
    for (const QString &id : MonitorOptions::pageIds())
        QTest::newRow(qPrintable(id)) << id;
}

void tst_monitor_mainwindow::tabReachesEveryWidget()
{
    QFETCH(QString, pageId);
    Shown shown;
    QVERIFY(shown.window.showPage(pageId));
    QCoreApplication::processEvents();
    QSet<QWidget *> reached;
    constexpr int more = 200;
    for (int i = 0; i < more && QApplication::focusWidget(); ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QWidget *widget : shown.window.findChildren<QWidget *>()) {
        if (!isInteractive(*widget) || !(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() ||
            !widget->isEnabled() || widget->focusProxy())
            continue;
        QVERIFY2(reached.contains(widget),
                 qPrintable(QStringLiteral("%1 \"%2\"")
                                .arg(QLatin1String(widget->metaObject()->className()), nameOf(*widget))));
    }
}

void tst_monitor_mainwindow::mnemonicsAreUniqueInMenus()
{
    Shown shown;
    QList<const QWidget *> menus{shown.window.menuBar()};
    for (const QMenu *menu : shown.window.menuBar()->findChildren<QMenu *>())
        menus.append(menu);
    QVERIFY(menus.size() > 5);
    for (const QWidget *menu : menus) {
        QStringList keys;
        for (const QAction *action : menu->actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(action->text()));
            keys.append(key);
        }
    }
}

void tst_monitor_mainwindow::longTextsAreNotCut()
{
    Pseudo pseudo;
    QCoreApplication::installTranslator(&pseudo);
    Shown shown;
    Shown empty(false);
    for (MainWindow *window : {&shown.window, &empty.window}) {
        window->resize(1280, 800);
        for (const QString &id : MonitorOptions::pageIds()) {
            QVERIFY(window->showPage(id));
            QCoreApplication::processEvents();
            for (const QWidget *widget : window->findChildren<QWidget *>()) {
                if (!widget->isVisible())
                    continue;
                const auto *label = qobject_cast<const QLabel *>(widget);
                if (!(label && !label->text().isEmpty()) && !qobject_cast<const QPushButton *>(widget) &&
                    !qobject_cast<const QTabBar *>(widget))
                    continue;
                const QString what = label ? label->text() : nameOf(*widget);
                const int needed = label && label->wordWrap() ? label->heightForWidth(label->width())
                                                              : widget->minimumSizeHint().height();
                QVERIFY2(widget->height() >= needed, qPrintable(id + u' ' + what));
                if (!label || !label->wordWrap())
                    QVERIFY2(widget->width() >= widget->minimumSizeHint().width(),
                             qPrintable(id + u' ' + what));
            }
        }
    }
    QCoreApplication::removeTranslator(&pseudo);
}

QTEST_MAIN(tst_monitor_mainwindow)
#include "tst_monitor_mainwindow.moc"
