#include "dialogs/aboutdialog.h"
#include "dialogs/invokedialog.h"
#include "dialogs/outputview.h"
#include "dialogs/requestdialog.h"
#include "dialogs/rundialog.h"
#include "dialogs/shortcutsdialog.h"
#include "dialogs/startdaemondialog.h"
#include "dialogs/tailpage.h"
#include "serveddaemon.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QtTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&') == text)
            return candidate;
    }
    return nullptr;
}

template <typename Widget>
Widget *named(const QWidget &dialog, const QString &accessibleName)
{
    for (Widget *candidate : dialog.findChildren<Widget *>()) {
        if (candidate->accessibleName() == accessibleName)
            return candidate;
    }
    return nullptr;
}

QString labelText(const QWidget &dialog, const char *name)
{
    const auto *label = dialog.findChild<QLabel *>(QString::fromLatin1(name));
    return label ? label->text() : QString();
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void runShowsOutputAndExitCode();
    void runSendsInput();
    void runSplitsArgumentsAsItShows();
    void runCancels();
    void runHoldsUpWhatIsTooFast();
    void runRefusesARelativeDirectory();
    void runEndsWithItsWindow();

    void invokeListsAndFilters();
    void invokeCallsAndShowsTheReply();
    void invokeShowsErrorsInPlace();
    void invokeWarnsOfControl();
    void invokeRemembersCalls();
    void invokeBoundsTheReply();

    void requestFollowsItsCourse();
    void requestShowsAndCopiesArguments();
    void requestShowsLongArgumentsInFull();
    void requestFollowsOutputOnlyWhileLookedAt();
    void requestWantsToBeCancelled();

    void aDaemonMayVanishDuringEach();
    void startTellsWhatIsWrong();
    void startFindsOneThatRuns();
    void shortcutsAreListed();
    void everyFieldHasANameAndEscCloses();

private:
    template <typename Dialog, typename... Arguments>
    Dialog *open(Arguments &&...arguments)
    {
        auto *dialog = new Dialog(std::forward<Arguments>(arguments)..., m_window.get());
        dialog->show();
        (void)QTest::qWaitForWindowActive(dialog);
        return dialog;
    }

    RequestContext *startWaiting();

    std::unique_ptr<ServedDaemon> m_served;
    std::unique_ptr<DaemonList> m_list;
    FollowedOne *m_daemon = nullptr;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Client> m_client;
};

void TestDialogs::init()
{
    m_served = std::make_unique<ServedDaemon>();
    m_list = std::make_unique<DaemonList>();
    m_daemon = addFollowed(*m_list, *m_served);
    QTRY_COMPARE(m_daemon->state(), MonitoredDaemon::State::Ready);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_client = std::make_unique<Client>(m_served->socket.options());
}

void TestDialogs::cleanup()
{
    m_client.reset();
    m_window.reset();
    m_list.reset();
    m_served.reset();
}

RequestContext *TestDialogs::startWaiting()
{
    (void)m_client->execute(Command(QByteArrayList{"wait", "for <it>", "line\nbreak"}));
    (void)QTest::qWaitFor([this] { return m_daemon->mirror().requests().size() == 1; });
    return m_served->contexts.constLast();
}

void TestDialogs::runShowsOutputAndExitCode()
{
    auto *dialog = open<RunDialog>(*m_list, m_daemon->serial());
    auto *command = named<QComboBox>(*dialog, QStringLiteral("Command"));
    QVERIFY(command->findText(QStringLiteral("say")) >= 0);
    command->setCurrentText(QStringLiteral("say"));
    named<QLineEdit>(*dialog, QStringLiteral("Arguments"))->setText(QStringLiteral("one 'two three'"));
    button(*dialog, QStringLiteral("Run"))->click();
    QVERIFY(dialog->isRunning());
    QVERIFY(!button(*dialog, QStringLiteral("Run"))->isEnabled());
    QTRY_VERIFY(!dialog->isRunning());
    const auto *output = dialog->findChild<OutputView *>();
    QCOMPARE(output->toPlainText(), QStringLiteral("one\ntwo three\n! two three\n"));
    QCOMPARE(output->receivedBytes(), 24);
    QVERIFY2(labelText(*dialog, "state").startsWith(QStringLiteral("Exit code 2 after ")),
             qPrintable(labelText(*dialog, "state")));
    QVERIFY(button(*dialog, QStringLiteral("Run"))->isEnabled());
    // Once more in the same window.
    named<QLineEdit>(*dialog, QStringLiteral("Arguments"))->clear();
    button(*dialog, QStringLiteral("Run"))->click();
    QTRY_VERIFY(labelText(*dialog, "state").startsWith(QStringLiteral("Exit code 0 after ")));
    QVERIFY(output->toPlainText().isEmpty());
}

void TestDialogs::runSendsInput()
{
    auto *dialog = open<RunDialog>(*m_list, m_daemon->serial());
    named<QComboBox>(*dialog, QStringLiteral("Command"))->setCurrentText(QStringLiteral("copy"));
    auto *input = named<QPlainTextEdit>(*dialog, QStringLiteral("Standard input"));
    QVERIFY(!input->isEnabled());
    dialog->findChild<QCheckBox *>()->click();
    const QString text = QStringLiteral("a line of input\n").repeated(1000); // beyond the first window
    input->setPlainText(text);
    button(*dialog, QStringLiteral("Run"))->click();
    QTRY_VERIFY(!dialog->isRunning());
    QCOMPARE(dialog->findChild<OutputView *>()->toPlainText(), text);
    QVERIFY(labelText(*dialog, "state").startsWith(QStringLiteral("Exit code 0")));
}

void TestDialogs::runSplitsArgumentsAsItShows()
{
    auto *dialog = open<RunDialog>(*m_list, m_daemon->serial());
    named<QComboBox>(*dialog, QStringLiteral("Command"))->setCurrentText(QStringLiteral("say"));
    named<QLineEdit>(*dialog, QStringLiteral("Arguments"))->setText(QStringLiteral(R"(a\ b "<b>c" '')"));
    const auto labels = dialog->findChildren<QLabel *>();
    const auto preview = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("3 argument(s): “a b” “<b>c” “”"));
    });
    QVERIFY(preview != labels.end());
    QCOMPARE((*preview)->textFormat(), Qt::PlainText);
}

void TestDialogs::runCancels()
{
    auto *dialog = open<RunDialog>(*m_list, m_daemon->serial());
    named<QComboBox>(*dialog, QStringLiteral("Command"))->setCurrentText(QStringLiteral("wait"));
    auto *cancel = button(*dialog, QStringLiteral("Cancel the Command"));
    QVERIFY(!cancel->isEnabled());
    button(*dialog, QStringLiteral("Run"))->click();
    QTRY_COMPARE(m_served->contexts.size(), 1);
    cancel->click();
    QTRY_VERIFY(!dialog->isRunning());
    QVERIFY2(labelText(*dialog, "state").startsWith(QStringLiteral("Cancelled after ")),
             qPrintable(labelText(*dialog, "state")));
}

void TestDialogs::runHoldsUpWhatIsTooFast()
{
    m_served->floodBytes = 6'000'000;
    auto *dialog = open<RunDialog>(*m_list, m_daemon->serial());
    named<QComboBox>(*dialog, QStringLiteral("Command"))->setCurrentText(QStringLiteral("flood"));
    button(*dialog, QStringLiteral("Run"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), 60'000);
    const auto *output = dialog->findChild<OutputView *>();
    QCOMPARE(output->receivedBytes(), m_served->flooded);
    QVERIFY(output->document()->characterCount() <= RunDialog::maxShownCharacters + 1);
    QCOMPARE(output->droppedCharacters() + output->document()->characterCount() - 1, m_served->flooded);
    QVERIFY(labelText(*dialog, "state").contains(QStringLiteral("Only the end of it is shown.")));
}

void TestDialogs::runRefusesARelativeDirectory()
{
    auto *dialog = open<RunDialog>(*m_list, m_daemon->serial());
    named<QComboBox>(*dialog, QStringLiteral("Command"))->setCurrentText(QStringLiteral("say"));
    named<QLineEdit>(*dialog, QStringLiteral("Working directory"))->setText(QStringLiteral("here"));
    button(*dialog, QStringLiteral("Run"))->click();
    QVERIFY(!dialog->isRunning());
    QVERIFY(labelText(*dialog, "state").contains(QStringLiteral("absolute path")));
}

void TestDialogs::runEndsWithItsWindow()
{
    QPointer<RunDialog> dialog = open<RunDialog>(*m_list, m_daemon->serial());
    named<QComboBox>(*dialog, QStringLiteral("Command"))->setCurrentText(QStringLiteral("wait"));
    button(*dialog, QStringLiteral("Run"))->click();
    QTRY_COMPARE(m_served->contexts.size(), 1);
    dialog->close();
    QTRY_VERIFY(!dialog);
    QTRY_COMPARE(m_daemon->mirror().finishedRequests().size(), size_t(1));
    QVERIFY(m_daemon->mirror().finishedRequests().back().cancellation);
}

void TestDialogs::invokeListsAndFilters()
{
    auto *dialog = open<InvokeDialog>(*m_list, m_daemon->serial());
    auto *list = named<QListWidget>(*dialog, QStringLiteral("Methods"));
    QTRY_VERIFY(list->count() > 10);
    named<QLineEdit>(*dialog, QStringLiteral("Filter the methods"))->setText(QStringLiteral("DAEMON.CANCEL"));
    int shown = 0;
    for (int row = 0; row < list->count(); ++row)
        shown += list->item(row)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 1);
    QCOMPARE(dialog->chosenMethod(), QStringLiteral("daemon.cancel"));
    QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("id")));
}

void TestDialogs::invokeCallsAndShowsTheReply()
{
    auto *dialog = open<InvokeDialog>(*m_list, m_daemon->serial());
    QTRY_VERIFY(dialog->chooseMethod(QStringLiteral("daemon.status")));
    button(*dialog, QStringLiteral("Call"))->click();
    const auto *reply = named<QPlainTextEdit>(*dialog, QStringLiteral("Reply"));
    QTRY_VERIFY(reply->toPlainText().contains(QStringLiteral("\"pid\": 4711")));
    QVERIFY(labelText(*dialog, "state").startsWith(QStringLiteral("Answered after ")));
    QVERIFY(!dialog->chooseMethod(QStringLiteral("no.such")));
}

void TestDialogs::invokeShowsErrorsInPlace()
{
    auto *dialog = open<InvokeDialog>(*m_list, m_daemon->serial());
    QTRY_VERIFY(dialog->chooseMethod(QStringLiteral("daemon.cancel")));
    button(*dialog, QStringLiteral("Call"))->click(); // without the id
    QVERIFY(labelText(*dialog, "state").startsWith(QStringLiteral("Not called")));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("idProblem"))->isVisible());
    dialog->findChild<QLineEdit *>(QStringLiteral("id"))->setText(QStringLiteral("77"));
    button(*dialog, QStringLiteral("Call"))->click();
    QTRY_VERIFY2(labelText(*dialog, "state").contains(QStringLiteral("(unknown_request)")),
                 qPrintable(labelText(*dialog, "state")));
    QVERIFY(button(*dialog, QStringLiteral("Call"))->isEnabled());
}

void TestDialogs::invokeWarnsOfControl()
{
    auto *dialog = open<InvokeDialog>(*m_list, m_daemon->serial());
    const auto *warning = dialog->findChild<QLabel *>(QStringLiteral("warning"));
    QTRY_VERIFY(dialog->chooseMethod(QStringLiteral("daemon.drain")));
    QVERIFY(warning->isVisible());
    QVERIFY(dialog->chooseMethod(QStringLiteral("daemon.status")));
    QVERIFY(!warning->isVisible());
}

void TestDialogs::invokeRemembersCalls()
{
    auto *dialog = open<InvokeDialog>(*m_list, m_daemon->serial());
    QTRY_VERIFY(dialog->chooseMethod(QStringLiteral("daemon.request")));
    auto *history = named<QComboBox>(*dialog, QStringLiteral("Earlier calls"));
    auto *call = button(*dialog, QStringLiteral("Call"));
    for (int i = 0; i < 30; ++i) {
        dialog->findChild<QLineEdit *>(QStringLiteral("id"))->setText(QString::number(i % 25));
        call->click();
        QTRY_VERIFY(call->isEnabled());
    }
    QCOMPARE(history->count(), InvokeDialog::maxHistory);
    QVERIFY(dialog->chooseMethod(QStringLiteral("daemon.status")));
    history->setCurrentIndex(1);
    Q_EMIT history->activated(1);
    QCOMPARE(dialog->chosenMethod(), QStringLiteral("daemon.request"));
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("id"))->text(), QStringLiteral("3"));
}

void TestDialogs::invokeBoundsTheReply()
{
    m_served->service.methods().addSync({QStringLiteral("test.large"), {}, {}, {}, Role::ReadOnly},
                                        [](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
                                            return QJsonValue(QString(1'000'000, QChar(0x202e)));
                                        });
    auto *dialog = open<InvokeDialog>(*m_list, m_daemon->serial());
    QTRY_VERIFY(dialog->chooseMethod(QStringLiteral("test.large")));
    button(*dialog, QStringLiteral("Call"))->click();
    QTRY_VERIFY2(labelText(*dialog, "state").contains(QStringLiteral("are not shown")),
                 qPrintable(labelText(*dialog, "state")));
    const QString shown = named<QPlainTextEdit>(*dialog, QStringLiteral("Reply"))->toPlainText();
    QVERIFY(!shown.contains(QChar(0x202e)));
    QVERIFY(shown.contains(QStringLiteral("\\u202e")));
    QVERIFY(shown.size() < 8 * InvokeDialog::maxShownCharacters);
}

void TestDialogs::requestFollowsItsCourse()
{
    QPointer<RequestContext> context = startWaiting();
    const RecordKey key{m_daemon->serial(), static_cast<qint64>(context->id())};
    auto *dialog = open<RequestDialog>(*m_list, key);
    QVERIFY(dialog->request() == key);
    const auto *course = named<QTreeWidget>(*dialog, QStringLiteral("Course of the request"));
    QTRY_VERIFY(course->topLevelItemCount() >= 2);
    QCOMPARE(course->topLevelItem(0)->text(0), QStringLiteral("Accepted"));
    QTRY_COMPARE(labelText(*dialog, "outcome"), QStringLiteral("wait: running"));
    context->write("hello");
    context->finish(3);
    QTRY_COMPARE(labelText(*dialog, "outcome"), QStringLiteral("wait: exit code 3"));
    const QTreeWidgetItem *last = course->topLevelItem(course->topLevelItemCount() - 1);
    QCOMPARE(last->text(0), QStringLiteral("Finished"));
    QVERIFY(!last->text(2).isEmpty());
    QVERIFY(!button(*dialog, QStringLiteral("Cancel the Request"))->isEnabled());
}

void TestDialogs::requestShowsAndCopiesArguments()
{
    const RequestContext *context = startWaiting();
    auto *dialog =
        open<RequestDialog>(*m_list, RecordKey{m_daemon->serial(), static_cast<qint64>(context->id())});
    auto *arguments = named<QListWidget>(*dialog, QStringLiteral("Command and arguments"));
    QTRY_COMPARE(arguments->count(), 3);
    QCOMPARE(arguments->item(1)->text(), QStringLiteral("for <it>"));
    QCOMPARE(arguments->item(2)->text(), QStringLiteral("line^Jbreak"));
    dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    arguments->setFocus();
    QTRY_VERIFY(arguments->hasFocus());
    arguments->selectAll();
    QTest::keyClick(arguments, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("wait\nfor <it>\nline\nbreak"));
}

// What is told of all requests has the beginning alone.
void TestDialogs::requestShowsLongArgumentsInFull()
{
    (void)m_client->execute(Command(QByteArrayList{"wait", QByteArray(5000, 'x')}));
    QTRY_COMPARE(m_daemon->mirror().requests().size(), 1);
    QVERIFY(m_daemon->mirror().requests().first().arguments.at(1).size() < 5000);
    auto *dialog =
        open<RequestDialog>(*m_list, RecordKey{m_daemon->serial(), m_daemon->mirror().requests().firstKey()});
    const auto *arguments = named<QListWidget>(*dialog, QStringLiteral("Command and arguments"));
    QTRY_COMPARE(arguments->item(1)->data(Qt::UserRole).toString().size(), 5000);
    QCOMPARE(arguments->count(), 2);
}

void TestDialogs::requestFollowsOutputOnlyWhileLookedAt()
{
    RequestContext *context = startWaiting();
    context->write("before");
    auto *dialog =
        open<RequestDialog>(*m_list, RecordKey{m_daemon->serial(), static_cast<qint64>(context->id())});
    auto *tabs = dialog->findChild<QTabWidget *>();
    auto *tail = dialog->findChild<TailPage *>();
    const auto *view = tail->findChild<OutputView *>();
    QVERIFY(!tail->isFollowing());
    tabs->setCurrentWidget(tail);
    QVERIFY(tail->isFollowing());
    QTRY_VERIFY(labelText(*dialog, "tailState").startsWith(QStringLiteral("Received: ")));
    context->write("seen \x1b[31m\n");
    context->writeError("bad\n");
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("seen ^[[31m\n")));
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("! bad\n")));
    QVERIFY(view->toPlainText().contains(QStringLiteral("were written before")));
    tabs->setCurrentIndex(0);
    QVERIFY(!tail->isFollowing());
    QTRY_COMPARE(m_served->service.tails().count(), 0);
    tabs->setCurrentWidget(tail);
    QTRY_VERIFY(labelText(*dialog, "tailState").startsWith(QStringLiteral("Received: ")));
    context->write("the end\n");
    context->finish(0);
    QTRY_VERIFY(labelText(*dialog, "tailState").startsWith(QStringLiteral("The request has ended.")));
    QVERIFY(view->toPlainText().endsWith(QStringLiteral("the end\n")));
}

void TestDialogs::requestWantsToBeCancelled()
{
    const RequestContext *context = startWaiting();
    const RecordKey key{m_daemon->serial(), static_cast<qint64>(context->id())};
    auto *dialog = open<RequestDialog>(*m_list, key);
    QSignalSpy wanted(dialog, &RequestDialog::cancelWanted);
    button(*dialog, QStringLiteral("Cancel the Request"))->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(wanted.at(0).at(0).value<RecordKey>() == key);
}

void TestDialogs::aDaemonMayVanishDuringEach()
{
    const qint64 serial = m_daemon->serial();
    const RequestContext *context = startWaiting();
    auto *request = open<RequestDialog>(*m_list, RecordKey{serial, static_cast<qint64>(context->id())});
    request->findChild<QTabWidget *>()->setCurrentIndex(2);
    auto *invoke = open<InvokeDialog>(*m_list, serial);
    QTRY_VERIFY(invoke->chooseMethod(QStringLiteral("daemon.status")));
    auto *run = open<RunDialog>(*m_list, serial);
    named<QComboBox>(*run, QStringLiteral("Command"))->setCurrentText(QStringLiteral("wait"));
    button(*run, QStringLiteral("Run"))->click();
    QTRY_COMPARE(m_served->contexts.size(), 2);

    button(*invoke, QStringLiteral("Call"))->click(); // the answer does not come any more
    m_daemon->vanish();
    m_served.reset();
    QTRY_VERIFY2(labelText(*invoke, "state").startsWith(QStringLiteral("Failed after ")),
                 qPrintable(labelText(*invoke, "state")));
    QTRY_VERIFY(!run->isRunning());
    QVERIFY(labelText(*run, "state").startsWith(QStringLiteral("Failed after ")));
    QTRY_VERIFY(!button(*run, QStringLiteral("Run"))->isEnabled());
    QVERIFY(!button(*invoke, QStringLiteral("Call"))->isEnabled());
    QVERIFY(!button(*request, QStringLiteral("Cancel the Request"))->isEnabled());
    for (const QDialog *dialog :
         {static_cast<QDialog *>(request), static_cast<QDialog *>(invoke), static_cast<QDialog *>(run)}) {
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() &&
                   label->text().startsWith(QStringLiteral("The daemon “default” (pid 4711) has ended."));
        }));
    }
    m_list->dismiss(serial);
    m_list.reset(); // even that
    button(*request, QStringLiteral("Copy Command Line"))->click();
    request->findChild<QTabWidget *>()->setCurrentIndex(0);
    QCOMPARE(labelText(*request, "outcome"), QStringLiteral("wait: running"));
    for (QDialog *dialog :
         {static_cast<QDialog *>(request), static_cast<QDialog *>(invoke), static_cast<QDialog *>(run)})
        QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChildren<QDialog *>().isEmpty());
}

void TestDialogs::startTellsWhatIsWrong()
{
    QTemporaryDir directory;
    ClientOptions options;
    options.runtimeDirectory = directory.path();
    auto *dialog = open<StartDaemonDialog>(options);
    QSignalSpy started(dialog, &StartDaemonDialog::started);
    const auto *problem = named<QPlainTextEdit>(*dialog, QStringLiteral("What went wrong"));
    auto *id = named<QLineEdit>(*dialog, QStringLiteral("Daemon id"));
    id->setText(QStringLiteral("not/an id"));
    button(*dialog, QStringLiteral("Start"))->click();
    QVERIFY(problem->isVisible() && !problem->toPlainText().isEmpty());
    id->setText(QStringLiteral("one"));
    dialog->setProgram(QStringLiteral("/nowhere/<b>daemon"));
    button(*dialog, QStringLiteral("Start"))->click();
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->toPlainText().contains(QStringLiteral("/nowhere/<b>daemon")),
             qPrintable(problem->toPlainText()));
    QVERIFY(button(*dialog, QStringLiteral("Start"))->isEnabled());
    QCOMPARE(started.count(), 0);
    dialog->close();
}

void TestDialogs::startFindsOneThatRuns()
{
    QPointer<StartDaemonDialog> dialog = open<StartDaemonDialog>(m_served->socket.options());
    QSignalSpy started(dialog, &StartDaemonDialog::started);
    button(*dialog, QStringLiteral("Start"))->click();
    QTRY_COMPARE(started.count(), 1);
    QCOMPARE(started.at(0).at(1).toBool(), false);
    QVERIFY(labelText(*dialog, "state").contains(QStringLiteral("runs already")));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestDialogs::shortcutsAreListed()
{
    QAction first(QStringLiteral("Do &this…"));
    first.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    QAction without(QStringLiteral("Nothing"));
    auto *dialog =
        open<ShortcutsDialog>(QList<ShortcutGroup>{{QStringLiteral("&Group"), {&first, &without}}});
    const auto *tree = dialog->findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItemCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("Group"));
    QCOMPARE(tree->topLevelItem(0)->childCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), QStringLiteral("Do this"));
    QCOMPARE(tree->topLevelItem(0)->child(0)->text(1), QStringLiteral("Ctrl+T"));
}

void TestDialogs::everyFieldHasANameAndEscCloses()
{
    const RequestContext *context = startWaiting();
    QList<QPointer<QDialog>> dialogs;
    dialogs.append(
        open<RequestDialog>(*m_list, RecordKey{m_daemon->serial(), static_cast<qint64>(context->id())}));
    auto *invoke = open<InvokeDialog>(*m_list, m_daemon->serial());
    QTRY_VERIFY(invoke->chooseMethod(QStringLiteral("daemon.request")));
    dialogs.append(invoke);
    dialogs.append(open<RunDialog>(*m_list, m_daemon->serial()));
    dialogs.append(open<StartDaemonDialog>(ClientOptions()));
    dialogs.append(open<AboutDialog>());
    for (const QPointer<QDialog> &dialog : dialogs) {
        QVERIFY(!dialog->windowTitle().isEmpty());
        for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(u"qt_") ||
                widget->inherits("QComboBoxListView") || qobject_cast<QComboBox *>(widget->parentWidget()))
                continue;
            const auto *abstractButton = qobject_cast<const QAbstractButton *>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() ||
                                 (abstractButton && !abstractButton->text().isEmpty()) ||
                                 qobject_cast<const QLabel *>(widget) || widget->inherits("QTabBar") ||
                                 widget->inherits("QSplitterHandle") || widget->inherits("QScrollArea");
            QVERIFY2(isNamed, qPrintable(QStringLiteral("%1: %2 %3")
                                             .arg(dialog->windowTitle(),
                                                  QString::fromLatin1(widget->metaObject()->className()),
                                                  widget->objectName())));
        }
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->text().contains(QRegularExpression(QStringLiteral("&[^&]"))))
                QVERIFY2(label->buddy(), qPrintable(label->text()));
        }
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }
}

QTEST_MAIN(TestDialogs)
#include "tst_monitor_dialogs.moc"
