#include "actions/actiondispatcher.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/confirmdialog.h"
#include "dialogs/invokedialog.h"
#include "dialogs/requestdialog.h"
#include "dialogs/rundialog.h"
#include "dialogs/shortcutsdialog.h"
#include "dialogs/startdaemondialog.h"
#include "serveddaemon.h"

#include <QClipboard>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

class TestActionDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void delCancelsWhatIsSelected();
    void detailsAreOpenedOnce();
    void detailsCancelTheirRequest();
    void commandLinesAreCopied();
    void connectionsAreJumpedTo();
    void dialogsAreOpened();
    void daemonActionsReachTheDaemon();
    void nothingHappensWithoutASelection();
    void whatHasGoneIsSaid();

private:
    RecordKey startRequest();

    template <typename Dialog>
    [[nodiscard]] QList<Dialog *> shown() const
    {
        QList<Dialog *> list = m_window->findChildren<Dialog *>();
        list.removeIf([](const Dialog *dialog) { return !dialog->isVisible(); });
        return list;
    }

    std::unique_ptr<ServedDaemon> m_served;
    std::unique_ptr<DaemonList> m_list;
    FollowedOne *m_daemon = nullptr;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ActionCatalogue> m_catalogue;
    ActionDispatcher *m_dispatcher = nullptr;
    std::unique_ptr<Client> m_client;
    QStringList m_messages;
};

void TestActionDispatcher::init()
{
    m_messages.clear();
    m_served = std::make_unique<ServedDaemon>();
    m_list = std::make_unique<DaemonList>();
    m_daemon = addFollowed(*m_list, *m_served);
    QTRY_COMPARE(m_daemon->state(), MonitoredDaemon::State::Ready);
    m_window = std::make_unique<QWidget>();
    m_catalogue = std::make_unique<ActionCatalogue>();
    m_dispatcher = new ActionDispatcher(*m_catalogue, *m_list, m_window.get());
    connect(m_dispatcher, &ActionDispatcher::messageReported, this,
            [this](const QString &text, Tone) { m_messages += text; });
    m_catalogue->addRowActionsTo(m_window.get());
    m_window->setFocusPolicy(Qt::StrongFocus);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_client = std::make_unique<Client>(m_served->socket.options());
}

void TestActionDispatcher::cleanup()
{
    m_client.reset();
    m_window.reset();
    m_catalogue.reset();
    m_list.reset();
    m_served.reset();
}

RecordKey TestActionDispatcher::startRequest()
{
    (void)m_client->execute(Command(QByteArrayList{"wait", "it's here"}));
    (void)QTest::qWaitFor([this] { return m_daemon->mirror().requests().size() == 1; });
    const RecordKey key{m_daemon->serial(), m_daemon->mirror().requests().firstKey()};
    ActionContext context;
    context.pageId = QStringLiteral("requests");
    context.requests = {key};
    context.daemons = {m_daemon->serial()};
    context.selectedRows = 1;
    m_catalogue->setContext(context);
    return key;
}

void TestActionDispatcher::delCancelsWhatIsSelected()
{
    (void)startRequest();
    m_window->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Delete);
    QTRY_COMPARE(m_daemon->mirror().finishedRequests().size(), size_t(1));
    QVERIFY(m_daemon->mirror().finishedRequests().back().cancellation);
    QTRY_COMPARE(m_messages, QStringList(QStringLiteral("1 request(s) asked to stop.")));
}

void TestActionDispatcher::detailsAreOpenedOnce()
{
    const RecordKey key = startRequest();
    m_catalogue->action(ActionId::ShowDetails)->trigger();
    QCOMPARE(shown<RequestDialog>().size(), 1);
    m_dispatcher->showDetails(key);
    QCOMPARE(shown<RequestDialog>().size(), 1);
    shown<RequestDialog>().constFirst()->close();
    QTRY_VERIFY(shown<RequestDialog>().isEmpty());
    m_dispatcher->showDetails(key);
    QCOMPARE(shown<RequestDialog>().size(), 1);
}

void TestActionDispatcher::detailsCancelTheirRequest()
{
    const RecordKey key = startRequest();
    m_dispatcher->showDetails(key);
    Q_EMIT shown<RequestDialog>().constFirst()->cancelWanted(key);
    QTRY_COMPARE(m_daemon->mirror().finishedRequests().size(), size_t(1));
}

void TestActionDispatcher::commandLinesAreCopied()
{
    (void)startRequest();
    m_catalogue->action(ActionId::CopyCommandLine)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("daemon-rpc run -- wait 'it'\\''s here'"));
    // More than the monitor keeps of it.
    const QString end = QStringLiteral("end");
    (void)m_client->execute(Command(QByteArrayList{"wait", QByteArray(5000, 'x'), end.toUtf8()}));
    QTRY_COMPARE(m_daemon->mirror().requests().size(), 2);
    QVERIFY(m_daemon->mirror().requests().last().arguments.at(1).size() < 5000);
    m_dispatcher->copyCommandLine({m_daemon->serial(), m_daemon->mirror().requests().lastKey()});
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("daemon-rpc run -- wait %1 end").arg(QString(5000, u'x')));
    m_dispatcher->copyCommandLine({m_daemon->serial(), 999});
    QCOMPARE(m_messages.constLast(),
             QStringLiteral("The command line of this request is not known any more."));
}

void TestActionDispatcher::connectionsAreJumpedTo()
{
    const RecordKey key = startRequest();
    QSignalSpy jumped(m_dispatcher, &ActionDispatcher::jumpRequested);
    m_catalogue->action(ActionId::ShowConnection)->trigger();
    QCOMPARE(jumped.count(), 1);
    QCOMPARE(jumped.at(0).at(0).toString(), QStringLiteral("connections"));
    const RecordKey wanted{key.daemon, m_daemon->mirror().requests().first().connectionId};
    QVERIFY(jumped.at(0).at(1).value<RecordKey>() == wanted);
}

void TestActionDispatcher::dialogsAreOpened()
{
    (void)startRequest();
    m_catalogue->action(ActionId::RunCommand)->trigger();
    QCOMPARE(shown<RunDialog>().size(), 1);
    m_catalogue->action(ActionId::InvokeMethod)->trigger();
    QCOMPARE(shown<InvokeDialog>().size(), 1);
    m_dispatcher->setStartOptions(m_served->socket.options());
    m_catalogue->action(ActionId::StartDaemon)->trigger();
    QCOMPARE(shown<StartDaemonDialog>().size(), 1);
    m_catalogue->action(ActionId::About)->trigger();
    QCOMPARE(shown<AboutDialog>().size(), 1);
    m_catalogue->action(ActionId::ShowShortcuts)->trigger();
    QCOMPARE(shown<ShortcutsDialog>().size(), 1);
    const auto *tree = shown<ShortcutsDialog>().constFirst()->findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItemCount(), ActionCatalogue::groups().size());
}

void TestActionDispatcher::daemonActionsReachTheDaemon()
{
    (void)startRequest();
    for (const ActionId id : {ActionId::Drain, ActionId::Stop, ActionId::Restart}) {
        m_catalogue->action(id)->trigger();
        QCOMPARE(shown<ConfirmDialog>().size(), 1);
        QPointer<ConfirmDialog> dialog = shown<ConfirmDialog>().constFirst();
        dialog->findChild<QPushButton *>(QStringLiteral("accept"))->click();
        QTRY_VERIFY(!dialog);
    }
    m_catalogue->action(ActionId::Reload)->trigger();
    const QStringList all{QStringLiteral("drain"), QStringLiteral("stop"), QStringLiteral("restart"),
                          QStringLiteral("reload")};
    QTRY_COMPARE(m_served->control.deeds, all);
}

void TestActionDispatcher::nothingHappensWithoutASelection()
{
    m_catalogue->setContext({});
    for (const ActionId id : {ActionId::ShowDetails, ActionId::ShowConnection, ActionId::CancelRequests,
                              ActionId::CopyCommandLine, ActionId::RunCommand, ActionId::InvokeMethod,
                              ActionId::Drain, ActionId::Stop, ActionId::Restart, ActionId::Reload}) {
        QVERIFY(!m_catalogue->action(id)->isEnabled());
        Q_EMIT m_catalogue->action(id)->triggered(); // even so
    }
    QVERIFY(shown<QDialog>().isEmpty());
    QVERIFY(m_served->control.deeds.isEmpty());
}

void TestActionDispatcher::whatHasGoneIsSaid()
{
    const RecordKey key = startRequest();
    const QAction *run = m_catalogue->action(ActionId::RunCommand);
    QVERIFY(run->isEnabled());
    m_daemon->vanish();
    QVERIFY(!run->isEnabled()); // at once
    m_list->dismissGone();
    m_dispatcher->showDetails(key);
    QVERIFY(shown<RequestDialog>().isEmpty());
    QCOMPARE(m_messages, QStringList(QStringLiteral("The daemon of this request is no longer in the list.")));
    Q_EMIT m_catalogue->action(ActionId::RunCommand)->triggered();
    QVERIFY(shown<RunDialog>().isEmpty());
}

QTEST_MAIN(TestActionDispatcher)
#include "tst_monitor_actiondispatcher.moc"
