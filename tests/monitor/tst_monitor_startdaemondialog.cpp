// Real daemons, started by hand.
#include "dialogs/startdaemondialog.h"
#include "systemtest.h"

#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace SystemTesting;
using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;

class TestStartDaemonDialog : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void startsOne();
    void tellsWhyOneDoesNotStart();

private:
    static constexpr int patience = ClientProcess::patience;

    [[nodiscard]] StartDaemonDialog *open(QWidget &window) const
    {
        ClientOptions options;
        options.runtimeDirectory = fixture().directory();
        auto *dialog = new StartDaemonDialog(options, &window);
        dialog->setProgram(DaemonFixture::daemonProgram());
        dialog->show();
        return dialog;
    }

    static QLineEdit *line(const StartDaemonDialog &dialog, const QString &name)
    {
        for (QLineEdit *candidate : dialog.findChildren<QLineEdit *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

    static void clickStart(const StartDaemonDialog &dialog)
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Start"))
                button->click();
        }
    }
};

void TestStartDaemonDialog::startsOne()
{
    QWidget window;
    const QPointer<StartDaemonDialog> dialog = open(window);
    QSignalSpy started(dialog, &StartDaemonDialog::started);
    line(*dialog, QStringLiteral("Daemon id"))->setText(QStringLiteral("by-hand"));
    clickStart(*dialog);
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, patience);
    QCOMPARE(started.at(0).at(0).toString(), QStringLiteral("by-hand"));
    QCOMPARE(started.at(0).at(1).toBool(), true);
    QTRY_VERIFY(!dialog);
    const auto echoed =
        fixture().run(words({"--daemon-id", "by-hand", "--no-spawn", "run", "echo", "hello"}));
    QCOMPARE(echoed.code, 0);
    QCOMPARE(fixture().run(words({"--daemon-id", "by-hand", "stop"})).code, 0);
}

void TestStartDaemonDialog::tellsWhyOneDoesNotStart()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("broken.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no_such_key: 1\n");
    file.close();
    QWidget window;
    const QPointer<StartDaemonDialog> dialog = open(window);
    QSignalSpy started(dialog, &StartDaemonDialog::started);
    line(*dialog, QStringLiteral("Configuration file"))->setText(file.fileName());
    clickStart(*dialog);
    const auto *problem = dialog->findChild<QPlainTextEdit *>();
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), patience);
    QVERIFY2(problem->toPlainText().contains(QStringLiteral("no_such_key")),
             qPrintable(problem->toPlainText()));
    QCOMPARE(started.count(), 0);
}

QTEST_MAIN(TestStartDaemonDialog)
#include "tst_monitor_startdaemondialog.moc"
