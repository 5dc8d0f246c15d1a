#include "exitcode.h"

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestExitCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofError();
    void ofEnd_data();
    void ofEnd();
};

void TestExitCode::ofError()
{
    for (int number = 0; number < 64; ++number) {
        const auto code = static_cast<ErrorCode>(number);
        int expected = 125;
        if (code == ErrorCode::UnknownCommand || code == ErrorCode::ProgramNotFound)
            expected = 127;
        else if (code == ErrorCode::CannotExecute)
            expected = 126;
        else if (code == ErrorCode::Cancelled)
            expected = 130;
        QVERIFY2(exitCodeForError(code) == expected, qPrintable(errorCodeName(code)));
    }
}

void TestExitCode::ofEnd_data()
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("isCancelled");
    QTest::addColumn<bool>("isForced");
    QTest::addColumn<int>("expected");
    QTest::newRow("success") << 0 << 0 << false << false << 0;
    QTest::newRow("the command's own") << 255 << 0 << false << false << 255;
    QTest::newRow("looks like ours") << 125 << 0 << false << false << 125;
    QTest::newRow("killed") << 0 << 9 << false << false << 137;
    QTest::newRow("interrupted") << 0 << 2 << true << false << 130;
    QTest::newRow("cancelled, ended in its own way") << 7 << 0 << true << false << 7;
    QTest::newRow("cancelled, succeeded all the same") << 0 << 0 << true << false << 0;
    QTest::newRow("forced handler") << 0 << 0 << true << true << 130;
    QTest::newRow("forced process") << 0 << 9 << true << true << 137;
}

void TestExitCode::ofEnd()
{
    QFETCH(int, exitCode);
    QFETCH(int, signal);
    QFETCH(bool, isCancelled);
    QFETCH(bool, isForced);
    QTEST(exitCodeForEnd({exitCode, signal, isCancelled, isForced}), "expected");
}

QTEST_APPLESS_MAIN(TestExitCode)
#include "tst_cli_exitcode.moc"
