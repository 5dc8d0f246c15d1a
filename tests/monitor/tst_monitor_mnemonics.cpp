#include "actions/actioncatalogue.h"
#include "actions/daemonactions.h"
#include "actions/requestactions.h"
#include "dialogs/confirmdialog.h"
#include "dialogs/invokedialog.h"
#include "dialogs/logleveldialog.h"
#include "dialogs/requestdialog.h"
#include "dialogs/rundialog.h"
#include "dialogs/startdaemondialog.h"
#include "models/statisticscollector.h"
#include "pages/cancellationspage.h"
#include "pages/chartspage.h"
#include "pages/connectionspage.h"
#include "pages/healthpage.h"
#include "pages/logspage.h"
#include "pages/overviewpage.h"
#include "pages/requestspage.h"
#include "serveddaemon.h"
#include "translations/programtranslator.h"
#include "widgets/recordheader.h"
#include "widgets/recordview.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QtTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

/// The keys that texts shown together are reached by.
class Mnemonics
{
public:
    void add(const QString &text)
    {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            return;
        ++m_count;
        const QString other = m_texts.value(key);
        if (!other.isEmpty() && other != text) // those that are called the same take turns
            m_problems += QStringLiteral("%1: \"%2\" and \"%3\"").arg(key, other, text);
        m_texts.insert(key, text);
    }

    void add(const QList<QAction *> &actions)
    {
        for (const QAction *action : actions)
            add(action->text());
    }

    /// What is visible while @p window is.
    void addVisible(const QWidget &window)
    {
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisibleTo(&window))
                continue;
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                add(button->text());
            else if (const auto *box = qobject_cast<const QGroupBox *>(widget))
                add(box->title());
            else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                add(label->text());
            else if (const auto *bar = qobject_cast<const QTabBar *>(widget))
                for (int tab = 0; tab < bar->count(); ++tab)
                    add(bar->tabText(tab));
        }
    }

    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] QString problems() const { return m_problems.join(u'\n'); }

private:
    int m_count = 0;
    QMap<QString, QString> m_texts;
    QStringList m_problems;
};

/// The menu bar is there on every page.
void addMenuBar(Mnemonics &mnemonics)
{
    for (const ActionGroup group : ActionCatalogue::groups())
        mnemonics.add(ActionCatalogue::groupTitle(group));
}

} // namespace

// In every language each key reaches one thing.
class tst_monitor_mnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void menus();
    void contextMenus();
    void pages();
    void dialogs();
    void questions();

private:
    std::unique_ptr<ProgramTranslator> m_translator;
    std::unique_ptr<ServedDaemon> m_served;
    std::unique_ptr<DaemonList> m_list;
    FollowedOne *m_daemon = nullptr;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Client> m_client;
};

void tst_monitor_mnemonics::initTestCase_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : ProgramTranslator::languages())
        QTest::newRow(qPrintable(language)) << language;
}

/// In the person's language, with one daemon that runs a request.
void tst_monitor_mnemonics::init()
{
    QFETCH_GLOBAL(const QString, language);
    m_translator = std::make_unique<ProgramTranslator>(QStringLiteral("daemon-rpc-monitor"));
    QVERIFY(m_translator->install(language));
    m_served = std::make_unique<ServedDaemon>();
    m_list = std::make_unique<DaemonList>();
    m_daemon = addFollowed(*m_list, *m_served);
    QTRY_COMPARE(m_daemon->state(), MonitoredDaemon::State::Ready);
    m_window = std::make_unique<QWidget>();
    m_client = std::make_unique<Client>(m_served->socket.options());
    (void)m_client->execute(Command(QByteArrayList{"wait"}));
    QTRY_COMPARE(m_daemon->mirror().requests().size(), 1);
}

void tst_monitor_mnemonics::cleanup()
{
    m_client.reset();
    m_window.reset();
    m_list.reset();
    m_served.reset();
    m_translator.reset();
}

void tst_monitor_mnemonics::menus()
{
    const ActionCatalogue catalogue;
    Mnemonics titles;
    addMenuBar(titles);
    QCOMPARE(titles.problems(), QString());
    QCOMPARE(titles.count(), ActionCatalogue::groups().size());
    for (const ActionGroup group : ActionCatalogue::groups()) {
        Mnemonics menu;
        menu.add(catalogue.actions(group));
        QCOMPARE(menu.problems(), QString());
    }
}

void tst_monitor_mnemonics::contextMenus()
{
    const ActionCatalogue catalogue;
    for (const char *page :
         {"overview", "connections", "requests", "cancellations", "health", "charts", "logs"}) {
        Mnemonics menu;
        menu.add(catalogue.contextActions(QString::fromLatin1(page)));
        QCOMPARE(menu.problems(), QString());
        QVERIFY(menu.count() > 0);
    }

    StatisticsCollector statistics(*m_list);
    UpdateClock clock;
    OverviewPage overview(*m_list, statistics, clock);
    RequestsPage requests(*m_list, clock);
    CancellationsPage cancellations(*m_list, clock);
    LogsPage logs(*m_list, clock);
    for (RecordPage *page :
         std::initializer_list<RecordPage *>{&overview, &requests, &cancellations, &logs}) {
        page->setShown(true);
        clock.refresh();
        RecordView &view = page->panel().view();
        view.setCurrentIndex(view.model()->index(0, 0));
        QMenu added;
        added.addActions(catalogue.contextActions(page->id()));
        const qsizetype before = added.actions().size();
        page->addToContextMenu(added);
        QVERIFY(added.actions().size() > before);
        Mnemonics menu;
        menu.add(added.actions());
        QCOMPARE(menu.problems(), QString());

        QMenu header;
        view.recordHeader().addTo(header, 0);
        Mnemonics columns;
        columns.add(header.actions());
        QCOMPARE(columns.problems(), QString());
        QVERIFY(columns.count() > 3);
    }
}

void tst_monitor_mnemonics::pages()
{
    StatisticsCollector statistics(*m_list);
    UpdateClock clock;
    OverviewPage overview(*m_list, statistics, clock);
    ConnectionsPage connections(*m_list, clock);
    RequestsPage requests(*m_list, clock);
    CancellationsPage cancellations(*m_list, clock);
    HealthPage health(*m_list, clock);
    ChartsPage charts(*m_list, statistics, clock);
    LogsPage logs(*m_list, clock);
    for (Page *page : std::initializer_list<Page *>{&overview, &connections, &requests, &cancellations,
                                                    &health, &charts, &logs}) {
        page->setShown(true);
        Mnemonics mnemonics;
        addMenuBar(mnemonics);
        mnemonics.addVisible(*page);
        QCOMPARE(mnemonics.problems(), QString());
        QVERIFY(mnemonics.count() > ActionCatalogue::groups().size());
    }
}

void tst_monitor_mnemonics::dialogs()
{
    const RecordKey key{m_daemon->serial(), m_daemon->mirror().requests().constBegin().key()};
    auto *request = new RequestDialog(*m_list, key, m_window.get());
    const auto *tabs = request->findChild<QTabWidget *>();
    QVERIFY(tabs);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        request->findChild<QTabWidget *>()->setCurrentIndex(tab);
        Mnemonics mnemonics;
        mnemonics.addVisible(*request);
        QCOMPARE(mnemonics.problems(), QString());
        QVERIFY(mnemonics.count() > tabs->count());
    }
    const QList<QDialog *> others{new RunDialog(*m_list, m_daemon->serial(), m_window.get()),
                                  new InvokeDialog(*m_list, m_daemon->serial(), m_window.get()),
                                  new LogLevelDialog(m_daemon->daemonId(), {}, m_window.get()),
                                  new StartDaemonDialog(ClientOptions(), m_window.get())};
    for (const QDialog *dialog : others) {
        Mnemonics mnemonics;
        mnemonics.addVisible(*dialog);
        QCOMPARE(mnemonics.problems(), QString());
        QVERIFY2(mnemonics.count() > 2, dialog->metaObject()->className());
    }
}

void tst_monitor_mnemonics::questions()
{
    DaemonActions daemons(*m_list, m_window.get());
    RequestActions requests(*m_list, m_window.get());
    const QList<qint64> serials{m_daemon->serial()};
    daemons.drain(serials);
    daemons.stop(serials);
    daemons.restart(serials);
    (void)m_client->execute(Command(QByteArrayList{"wait"}));
    QTRY_COMPARE(m_daemon->mirror().requests().size(), 2);
    QList<RecordKey> keys;
    for (const qint64 id : m_daemon->mirror().requests().keys())
        keys.append({m_daemon->serial(), id});
    requests.cancel(keys);
    const auto asked = m_window->findChildren<ConfirmDialog *>();
    QCOMPARE(asked.size(), 4);
    for (const ConfirmDialog *dialog : asked) {
        Mnemonics mnemonics;
        mnemonics.addVisible(*dialog);
        QCOMPARE(mnemonics.problems(), QString());
        QVERIFY2(mnemonics.count() > 1, qPrintable(dialog->windowTitle()));
    }
}

QTEST_MAIN(tst_monitor_mnemonics)
#include "tst_monitor_mnemonics.moc"
