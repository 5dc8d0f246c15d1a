#include "actions/actioncatalogue.h"
#include "actions/daemonactions.h"
#include "actions/requestactions.h"
#include "dialogs/confirmdialog.h"
#include "dialogs/logleveldialog.h"
#include "serveddaemon.h"

#include <daemonrpc/client/client.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

template <typename Dialog>
Dialog *openDialog(const QWidget &window)
{
    for (Dialog *dialog : window.findChildren<Dialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QString textOf(const QWidget &dialog)
{
    QString text;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        text += label->text() + u'\n';
    return text;
}

} // namespace

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneRequestIsCancelledWithoutAQuestion();
    void severalAreCancelledAfterAQuestion();
    void theHarmlessAnswerIsTheDefault();
    void finishedRequestsAreLeftAlone();
    void aVanishedConnectionIsReported();
    void drainSaysHowMuchRuns();
    void stopCanBeHurried();
    void restartAsksOnlyWhenSomethingRuns();
    void reloadReportsWhatIsDifferent();
    void errorsAreReported();
    void logLevelIsSetByTheDialog();
    void aDaemonMayGoDuringEachQuestion();
    void goneOnesAreDismissed();
    void theCatalogueKnowsWhatRuns();

private:
    /// Starts @p count requests that wait; their keys.
    QList<RecordKey> startRequests(int count);

    [[nodiscard]] QString lastMessage() const
    {
        return m_messages.isEmpty() ? QString() : m_messages.constLast();
    }

    std::unique_ptr<ServedDaemon> m_served;
    std::unique_ptr<DaemonList> m_list;
    FollowedOne *m_daemon = nullptr;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<RequestActions> m_requests;
    std::unique_ptr<DaemonActions> m_daemons;
    std::vector<std::unique_ptr<WirePeer>> m_peers;
    QStringList m_messages;
};

void TestActions::init()
{
    m_messages.clear();
    m_served = std::make_unique<ServedDaemon>();
    m_list = std::make_unique<DaemonList>();
    m_daemon = addFollowed(*m_list, *m_served);
    QTRY_COMPARE(m_daemon->state(), MonitoredDaemon::State::Ready);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_requests = std::make_unique<RequestActions>(*m_list, m_window.get());
    m_daemons = std::make_unique<DaemonActions>(*m_list, m_window.get());
    const auto keep = [this](const QString &text, Tone) { m_messages += text; };
    connect(m_requests.get(), &RequestActions::messageReported, this, keep);
    connect(m_daemons.get(), &DaemonActions::messageReported, this, keep);
}

void TestActions::cleanup()
{
    m_peers.clear();
    m_requests.reset();
    m_daemons.reset();
    m_window.reset();
    m_list.reset();
    m_served.reset();
}

QList<RecordKey> TestActions::startRequests(int count)
{
    for (int i = 0; i < count; ++i) {
        auto [near, far] = MemoryStream::makePair();
        m_served->server.serve(std::move(near));
        auto peer = std::make_unique<WirePeer>(std::move(far));
        peer->send(FrameType::VersionCheck, VersionCheck().encode());
        peer->send(FrameType::Command, Command(QByteArrayList{"wait", "x"}).encode());
        m_peers.push_back(std::move(peer));
    }
    (void)QTest::qWaitFor([this, count] { return m_daemon->mirror().requests().size() == count; });
    QList<RecordKey> keys;
    for (const RequestSnapshot &request : m_daemon->mirror().requests())
        keys.append({m_daemon->serial(), request.id});
    return keys;
}

void TestActions::oneRequestIsCancelledWithoutAQuestion()
{
    // Over the socket, so that the daemon knows whose it is.
    Client client(m_served->socket.options());
    Reply *reply = client.execute(Command(QByteArrayList{"wait"}));
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(m_daemon->mirror().requests().size(), 1);
    m_requests->cancel({{m_daemon->serial(), m_daemon->mirror().requests().firstKey()}});
    QVERIFY(!openDialog<ConfirmDialog>(*m_window));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(reply->isCancelled());
    QTRY_COMPARE(lastMessage(), QStringLiteral("1 request(s) asked to stop."));
}

void TestActions::severalAreCancelledAfterAQuestion()
{
    const QList<RecordKey> keys = startRequests(3);
    QCOMPARE(keys.size(), 3);
    m_requests->cancel(keys);
    auto *dialog = openDialog<ConfirmDialog>(*m_window);
    QVERIFY(dialog);
    QVERIFY2(textOf(*dialog).contains(QStringLiteral("3 running request(s)")), qPrintable(textOf(*dialog)));
    QVERIFY(m_served->contexts.size() == 3 && !m_served->contexts.constFirst()->isFinished());
    dialog->findChild<QPushButton *>(QStringLiteral("accept"))->click();
    QTRY_VERIFY(m_daemon->mirror().requests().isEmpty());
    QCOMPARE(m_daemon->mirror().finishedRequests().size(), size_t(3));
    QTRY_COMPARE(m_messages, QStringList(QStringLiteral("3 request(s) asked to stop.")));
}

void TestActions::theHarmlessAnswerIsTheDefault()
{
    const QList<RecordKey> keys = startRequests(2);
    m_requests->cancel(keys);
    QPointer<ConfirmDialog> dialog = openDialog<ConfirmDialog>(*m_window);
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(QStringLiteral("accept"));
    auto *reject = dialog->findChild<QPushButton *>(QStringLiteral("reject"));
    QVERIFY(reject->isDefault() && !accept->isDefault());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    m_requests->cancel(keys);
    dialog = openDialog<ConfirmDialog>(*m_window);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_daemon->mirror().requests().size(), 2);
    QVERIFY(m_messages.isEmpty());
}

void TestActions::finishedRequestsAreLeftAlone()
{
    const QList<RecordKey> keys = startRequests(1);
    m_served->contexts.constFirst()->finish(0);
    QTRY_VERIFY(m_daemon->mirror().requests().isEmpty());
    m_requests->cancel(keys);
    QCOMPARE(lastMessage(), QStringLiteral("Nothing of what is selected can be cancelled any more."));
    m_requests->cancelNow(keys);
    QTRY_VERIFY2(lastMessage().startsWith(QStringLiteral("Request 1 cannot be cancelled: ")),
                 qPrintable(lastMessage()));
}

void TestActions::aVanishedConnectionIsReported()
{
    const QList<RecordKey> keys = startRequests(2);
    m_requests->cancelNow(keys);
    m_daemon->vanish(); // with the answers under way
    QTRY_COMPARE(lastMessage(),
                 QStringLiteral("The connection ended before the daemon had answered for 2 request(s)."));
    m_requests->cancelNow(keys);
    QVERIFY(lastMessage().contains(QStringLiteral("there is no connection to its daemon")));
}

void TestActions::drainSaysHowMuchRuns()
{
    (void)startRequests(2);
    m_daemons->drain({m_daemon->serial()});
    auto *dialog = openDialog<ConfirmDialog>(*m_window);
    QVERIFY(dialog);
    QVERIFY(textOf(*dialog).contains(QStringLiteral("2 running request(s) will be finished first.")));
    QVERIFY(textOf(*dialog).contains(QStringLiteral("“default” (pid 4711)")));
    QVERIFY(m_served->control.deeds.isEmpty());
    dialog->findChild<QPushButton *>(QStringLiteral("accept"))->click();
    QTRY_COMPARE(m_served->control.deeds, QStringList(QStringLiteral("drain")));
    QTRY_VERIFY(lastMessage().startsWith(QStringLiteral("“default” (pid 4711) drains; ")));
}

void TestActions::stopCanBeHurried()
{
    m_daemons->stop({m_daemon->serial()});
    auto *dialog = openDialog<ConfirmDialog>(*m_window);
    QVERIFY(dialog && textOf(*dialog).contains(QStringLiteral("Nothing runs.")));
    QVERIFY(!dialog->findChild<QCheckBox *>()->isVisible());
    dialog->findChild<QPushButton *>(QStringLiteral("accept"))->click();
    QTRY_COMPARE(m_served->control.deeds, QStringList(QStringLiteral("stop")));

    (void)startRequests(1);
    m_daemons->stop({m_daemon->serial()});
    dialog = openDialog<ConfirmDialog>(*m_window);
    QVERIFY(dialog);
    auto *option = dialog->findChild<QCheckBox *>();
    QVERIFY(option->isVisible() && !option->isChecked());
    option->click();
    dialog->findChild<QPushButton *>(QStringLiteral("accept"))->click();
    QTRY_COMPARE(m_served->control.deeds.constLast(), QStringLiteral("stop now"));
}

void TestActions::restartAsksOnlyWhenSomethingRuns()
{
    m_daemons->restart({m_daemon->serial()});
    QVERIFY(!openDialog<ConfirmDialog>(*m_window));
    QTRY_COMPARE(
        lastMessage(),
        QStringLiteral("“default” (pid 4711) has left its id to pid 4712; 2 request(s) left to finish."));
    (void)startRequests(1);
    m_daemons->restart({m_daemon->serial()});
    auto *dialog = openDialog<ConfirmDialog>(*m_window);
    QVERIFY(dialog);
    QVERIFY(textOf(*dialog).contains(QStringLiteral("1 running request(s) will be finished by the old one")));
    dialog->reject();
    QCOMPARE(m_served->control.deeds.size(), 1);
}

void TestActions::reloadReportsWhatIsDifferent()
{
    m_daemons->reload({m_daemon->serial()});
    QTRY_COMPARE(lastMessage(),
                 QStringLiteral("“default” (pid 4711) has read its configuration; different now: "
                                "limits.requests."));
}

void TestActions::errorsAreReported()
{
    m_served->control.isBroken = true;
    m_daemons->reload({m_daemon->serial()});
    QTRY_COMPARE(lastMessage(), QStringLiteral("“default” (pid 4711): line 3 is <b>wrong</b>."));
}

void TestActions::logLevelIsSetByTheDialog()
{
    QJsonObject got;
    m_served->service.methods().addSync(
        {QStringLiteral("log.set_level"),
         QStringLiteral("Sets."),
         {{QStringLiteral("level"), RpcType::String, true, {}},
          {QStringLiteral("category"), RpcType::String, false, {}}},
         {}},
        [&got](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> {
            got = QJsonObject{{QStringLiteral("level"), *params.string(u"level")},
                              {QStringLiteral("category"), *params.string(u"category", QString())}};
            return QJsonValue(got);
        });
    m_daemons->changeLogLevel({m_daemon->serial()});
    auto *dialog = openDialog<LogLevelDialog>(*m_window);
    QVERIFY(dialog);
    QCOMPARE(dialog->level(), QStringLiteral("info"));
    QVERIFY(dialog->category().isEmpty());
    const auto boxes = dialog->findChildren<QComboBox *>();
    boxes.at(0)->setCurrentIndex(0);
    boxes.at(1)->setCurrentText(QStringLiteral("daemonrpc.server"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(got.value(u"level").toString(), QStringLiteral("debug"));
    QCOMPARE(got.value(u"category").toString(), QStringLiteral("daemonrpc.server"));
    QTRY_COMPARE(lastMessage(), QStringLiteral("“default” (pid 4711) logs at the level “debug”."));
}

void TestActions::aDaemonMayGoDuringEachQuestion()
{
    const qint64 serial = m_daemon->serial();
    const QList<RecordKey> keys = startRequests(2);
    m_daemons->drain({serial});
    m_daemons->stop({serial});
    m_daemons->restart({serial});
    m_daemons->changeLogLevel({serial});
    m_requests->cancel(keys);
    m_daemon->vanish();
    m_list->dismiss(serial);
    QVERIFY(!m_list->find(serial));
    const auto questions = m_window->findChildren<ConfirmDialog *>();
    QCOMPARE(questions.size(), 4);
    for (ConfirmDialog *dialog : questions)
        dialog->findChild<QPushButton *>(QStringLiteral("accept"))->click();
    openDialog<LogLevelDialog>(*m_window)->findChild<QPushButton *>()->click();
    QTRY_VERIFY(m_messages.size() >= 4);
    QVERIFY(m_messages.contains(QStringLiteral("A daemon is no longer in the list.")));
    QVERIFY(m_served->control.deeds.isEmpty());
    m_daemons->stop({serial}); // nothing to ask about
    QVERIFY(!openDialog<ConfirmDialog>(*m_window));
}

void TestActions::goneOnesAreDismissed()
{
    m_daemon->vanish();
    m_daemons->dismissGone();
    QVERIFY(m_list->daemons().empty());
    QCOMPARE(lastMessage(), QStringLiteral("1 daemon(s) dismissed that had ended."));
}

void TestActions::theCatalogueKnowsWhatRuns()
{
    ActionCatalogue catalogue;
    catalogue.setDaemons(m_list.get());
    ActionContext context;
    context.daemons = {m_daemon->serial()};
    context.requests = startRequests(2);
    catalogue.setContext(context);
    const QAction *cancel = catalogue.action(ActionId::CancelRequests);
    QVERIFY(cancel->isEnabled());
    for (const ActionId id : {ActionId::RunCommand, ActionId::InvokeMethod, ActionId::Stop, ActionId::Drain,
                              ActionId::Restart, ActionId::Reload, ActionId::ChangeLogLevel})
        QVERIFY2(catalogue.action(id)->isEnabled(), qPrintable(catalogue.action(id)->text()));
    for (const auto &running : m_served->contexts)
        running->finish(0);
    QTRY_VERIFY(m_daemon->mirror().requests().isEmpty());
    catalogue.refresh();
    QVERIFY(!cancel->isEnabled());
    QCOMPARE(cancel->statusTip(),
             QStringLiteral("What is selected has finished: select a running request first."));
}

QTEST_MAIN(TestActions)
#include "tst_monitor_actions.moc"
