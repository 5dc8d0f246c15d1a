#include "messenger.h"

#include <QFile>
#include <QTemporaryFile>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestMessenger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsShown_data();
    void whatIsShown();
    void contextIsForTheCurious();
    void nothingActsOnTheTerminal();
    void progressIsErased();
    void shortWaitsShowNothing();
};

namespace {

// A messenger whose words go to a file.
struct Recorder
{
    explicit Recorder(bool isTerminal, Verbosity verbosity)
    {
        const bool isOpen = file.open();
        Q_ASSERT(isOpen);
        writer = std::make_unique<OutputWriter>(file.handle());
        messenger = std::make_unique<Messenger>(*writer, isTerminal, verbosity);
    }

    [[nodiscard]] QString text() const
    {
        QFile copy(file.fileName());
        return copy.open(QIODevice::ReadOnly) ? QString::fromUtf8(copy.readAll()) : QString();
    }

    QTemporaryFile file;
    std::unique_ptr<OutputWriter> writer;
    std::unique_ptr<Messenger> messenger;
};

} // namespace

void TestMessenger::whatIsShown_data()
{
    QTest::addColumn<bool>("isTerminal");
    QTest::addColumn<Verbosity>("verbosity");
    QTest::addColumn<QString>("shown");
    QTest::newRow("file") << false << Verbosity::Normal << QStringLiteral("error information");
    QTest::newRow("file, quiet") << false << Verbosity::Quiet << QStringLiteral("error");
    QTest::newRow("file, verbose") << false << Verbosity::Verbose
                                   << QStringLiteral("error information notice detail");
    QTest::newRow("terminal") << true << Verbosity::Normal << QStringLiteral("error information notice");
    QTest::newRow("terminal, quiet") << true << Verbosity::Quiet << QStringLiteral("error");
}

void TestMessenger::whatIsShown()
{
    QFETCH(bool, isTerminal);
    QFETCH(Verbosity, verbosity);
    Recorder recorder(isTerminal, verbosity);
    recorder.messenger->showError(Error(ErrorCode::Timeout, QStringLiteral("error")));
    recorder.messenger->showInformation(QStringLiteral("information"));
    recorder.messenger->showNotice(QStringLiteral("notice"));
    recorder.messenger->showDetail(QStringLiteral("detail"));
    QString shown = recorder.text();
    QVERIFY(shown.startsWith(QStringLiteral("daemon-rpc: error\n")));
    shown.remove(QStringLiteral("daemon-rpc: "));
    QTEST(shown.simplified(), "shown");
}

void TestMessenger::contextIsForTheCurious()
{
    const Error error(ErrorCode::Timeout, QStringLiteral("too late"), {QStringLiteral("waiting")});
    Recorder normal(true, Verbosity::Normal);
    normal.messenger->showError(error);
    QCOMPARE(normal.text(), QStringLiteral("daemon-rpc: too late\n"));
    Recorder verbose(false, Verbosity::Verbose);
    verbose.messenger->showError(error);
    QCOMPARE(verbose.text(), QStringLiteral("daemon-rpc: too late\n  while waiting\n"));
}

void TestMessenger::nothingActsOnTheTerminal()
{
    Recorder recorder(true, Verbosity::Normal);
    recorder.messenger->showNotice(QStringLiteral("\x1b[2Jgone\r"));
    QCOMPARE(recorder.text(), QStringLiteral("daemon-rpc: \\x1b[2Jgone\\r\n"));
}

void TestMessenger::progressIsErased()
{
    Recorder recorder(true, Verbosity::Normal);
    recorder.messenger->showProgress(QStringLiteral("starting"));
    QCOMPARE(recorder.text(), QString());
    QTRY_COMPARE(recorder.text(), QStringLiteral("\r\x1b[Kdaemon-rpc: starting"));
    recorder.messenger->showInformation(QStringLiteral("done"));
    QCOMPARE(recorder.text(), QStringLiteral("\r\x1b[Kdaemon-rpc: starting\r\x1b[Kdaemon-rpc: done\n"));
}

void TestMessenger::shortWaitsShowNothing()
{
    // Of two progress texts that both need the same time to appear, the cleared one never does.
    Recorder cleared(true, Verbosity::Normal);
    Recorder notATerminal(false, Verbosity::Verbose);
    Recorder kept(true, Verbosity::Normal);
    cleared.messenger->showProgress(QStringLiteral("starting"));
    notATerminal.messenger->showProgress(QStringLiteral("starting"));
    kept.messenger->showProgress(QStringLiteral("starting"));
    cleared.messenger->clearProgress();
    QTRY_VERIFY(!kept.text().isEmpty());
    QCOMPARE(cleared.text(), QString());
    QCOMPARE(notATerminal.text(), QString());
}

QTEST_GUILESS_MAIN(TestMessenger)
#include "tst_cli_messenger.moc"
