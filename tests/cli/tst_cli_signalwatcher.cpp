#include "signalwatcher.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

#include <signal.h>

using namespace DaemonRpc::Cli;

class TestSignalWatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void termination_data();
    void termination();
    void resize();
    void ignoredStaysIgnored();
    void dispositionsComeBack();
};

static auto handlerOf(int signal)
{
    struct sigaction action = {};
    ::sigaction(signal, nullptr, &action);
    return action.sa_handler;
}

void TestSignalWatcher::termination_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestSignalWatcher::termination()
{
    QFETCH(int, signal);
    if (handlerOf(signal) == SIG_IGN)
        ::signal(signal, SIG_DFL);
    SignalWatcher watcher;
    QSignalSpy requested(&watcher, &SignalWatcher::terminationRequested);
    QCOMPARE(::raise(signal), 0);
    QCOMPARE(::raise(signal), 0);
    QTRY_COMPARE(requested.count(), 2);
    QCOMPARE(requested.at(0).at(0).toInt(), signal);
}

void TestSignalWatcher::resize()
{
    SignalWatcher watcher;
    QSignalSpy requested(&watcher, &SignalWatcher::terminationRequested);
    QSignalSpy resized(&watcher, &SignalWatcher::terminalResized);
    QCOMPARE(::raise(SIGWINCH), 0);
    QTRY_COMPARE(resized.count(), 1);
    QCOMPARE(requested.count(), 0);
}

void TestSignalWatcher::ignoredStaysIgnored()
{
    ::signal(SIGHUP, SIG_IGN);
    {
        SignalWatcher watcher;
        QVERIFY(handlerOf(SIGHUP) == SIG_IGN);
        QSignalSpy requested(&watcher, &SignalWatcher::terminationRequested);
        QCOMPARE(::raise(SIGHUP), 0);
        QCOMPARE(::raise(SIGTERM), 0);
        QTRY_COMPARE(requested.count(), 1);
        QCOMPARE(requested.at(0).at(0).toInt(), SIGTERM);
    }
    ::signal(SIGHUP, SIG_DFL);
}

void TestSignalWatcher::dispositionsComeBack()
{
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGPIPE, SIG_DFL);
    auto watcher = std::make_unique<SignalWatcher>();
    QVERIFY(handlerOf(SIGINT) != SIG_DFL);
    QVERIFY(handlerOf(SIGPIPE) == SIG_IGN);
    watcher.reset();
    QVERIFY(handlerOf(SIGINT) == SIG_DFL);
    QVERIFY(handlerOf(SIGPIPE) == SIG_DFL);
}

QTEST_GUILESS_MAIN(TestSignalWatcher)
#include "tst_cli_signalwatcher.moc"
