// "watch" shows live what a daemon does, and leaves the terminal as it was.
#include "systemtest.h"
#include "terminalprocess.h"

#include <daemonrpc/admin/daemonmirror.h>

#include <QJsonDocument>

#include <csignal>

using namespace SystemTesting;
using namespace DaemonRpc;

class tst_Watch : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAsLines();
    void once();
    void onceOnATerminal();
    void notRunning();
    void badInterval();
    void screen();
    void cancelsByKeys();
    void pauses();
    void resizes();
    void leavesTheTerminalAsItWas_data();
    void leavesTheTerminalAsItWas();
    void goesOnWithTheNextDaemon();
    void slowReader();

private:
    [[nodiscard]] std::unique_ptr<TerminalProcess> watch(const QStringList &options = {}) const
    {
        return std::make_unique<TerminalProcess>(
            DaemonFixture::clientProgram(),
            fixture().clientArguments(words({"watch", "--interval", "20"}) + options));
    }

    /// Applies what "watch --json" has printed.
    static bool apply(const QByteArray &output, DaemonMirror *mirror)
    {
        const QList<QByteArray> lines = output.left(output.lastIndexOf('\n') + 1).split('\n');
        for (const QByteArray &line : lines) {
            if (line.isEmpty())
                continue;
            const Result<DaemonEvent> event = DaemonEvent::fromJson(QJsonDocument::fromJson(line).object());
            if (!event)
                return false;
            if (event->sequence == 0)
                mirror->reset(*event);
            else if (event->sequence > mirror->sequence() && !mirror->apply(*event))
                return false;
        }
        return true;
    }
};

void tst_Watch::eventsAsLines()
{
    QVERIFY(fixture().startDaemon());
    const auto process = fixture().client(words({"watch", "--interval", "20"}));
    QVERIFY(process->begin());
    QTRY_VERIFY(process->output().contains('\n')); // the snapshot
    for (int i = 0; i < 5; ++i)
        QCOMPARE(fixture().run(words({"run", "echo", "hello"})).code, 0);
    DaemonMirror mirror;
    QTRY_VERIFY(apply(process->output(), &mirror) && mirror.finishedRequests().size() == 5);
    QCOMPARE(mirror.totals().finishedRequests, 5);
    QCOMPARE(mirror.daemon().pid, fixture().daemonPid());
    QCOMPARE(mirror.finishedRequests().front().arguments.join(u' '), QStringLiteral("echo hello"));
    QCOMPARE(fixture().run(words({"stop", "--now"})).code, 0);
    QVERIFY(process->waitForEnd());
    QCOMPARE(process->code(), 125);
    QVERIFY2(process->errorOutput().contains("daemon"), process->errorOutput());
}

void tst_Watch::once()
{
    QVERIFY(fixture().startDaemon());
    const Outcome outcome = fixture().run(words({"watch", "--once"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    DaemonMirror mirror;
    QVERIFY2(apply(outcome.output, &mirror), describe(outcome));
    QCOMPARE(outcome.output.count('\n'), 1);
    QCOMPARE(mirror.daemon().state, QStringLiteral("ready"));
}

void tst_Watch::onceOnATerminal()
{
    QVERIFY(fixture().startDaemon());
    const auto process = watch(words({"--once"}));
    QVERIFY(process->begin());
    QVERIFY(process->waitForEnd());
    QCOMPARE(process->code(), 0);
    QVERIFY2(process->screen().contains("default  ready"), process->screen());
    QVERIFY2(!process->screen().contains('\x1b'), process->screen()); // text, and no more
}

void tst_Watch::notRunning()
{
    const Outcome outcome = fixture().run(words({"watch"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("no daemon \"default\" is running"), describe(outcome));
    const auto process = watch();
    QVERIFY(process->begin());
    QVERIFY(process->waitForEnd());
    QCOMPARE(process->code(), 125);
    QVERIFY(process->isInShellMode());
}

void tst_Watch::badInterval()
{
    for (const char *interval : {"0", "-5", "x", "", "99999999999999999999"}) {
        const Outcome outcome = fixture().run(words({"watch", "--interval", interval}));
        QVERIFY2(outcome.code == 125, describe(outcome));
        QVERIFY2(outcome.errorOutput.contains("--interval"), describe(outcome));
    }
}

void tst_Watch::screen()
{
    QVERIFY(fixture().startDaemon());
    const auto process = watch();
    QVERIFY(process->begin());
    QTRY_VERIFY(process->screen().contains("default  ready"));
    QVERIFY(!process->isInShellMode());
    const auto sleeper = fixture().client(words({"run", "sleep", "1000"}));
    QVERIFY(sleeper->begin());
    QTRY_VERIFY2(process->screen().contains("sleep 1000"), process->screen());
    sleeper->sendSignal(SIGINT);
    QTRY_VERIFY2(process->screen().contains("cancelled by its client"), process->screen());
    process->clear();
    process->type("?");
    QTRY_VERIFY(process->screen().contains("cancel the selected request"));
    process->type("q");
    QVERIFY(process->waitForEnd());
    QCOMPARE(process->code(), 0);
    QVERIFY(process->isInShellMode());
    QVERIFY(process->screen().contains("\x1b[?1049l"));
    QVERIFY(sleeper->waitForEnd());
}

void tst_Watch::cancelsByKeys()
{
    QVERIFY(fixture().startDaemon());
    const auto sleeper = fixture().client(words({"run", "sleep", "1000"}));
    QVERIFY(sleeper->begin());
    const auto process = watch();
    QVERIFY(process->begin());
    QTRY_VERIFY(process->screen().contains("sleep 1000"));
    process->type("c"); // nothing is selected
    QTRY_VERIFY(process->screen().contains("select a request first"));
    process->type("\x1b[B");
    QTRY_VERIFY(process->screen().contains("\x1b[7m"));
    process->type("cn");
    QTRY_VERIFY(process->screen().contains("? y or n"));
    process->clear();
    process->type("c");
    QTRY_VERIFY(process->screen().contains("? y or n"));
    QVERIFY(!sleeper->hasEnded()); // "n" was a no
    process->type("y");
    QVERIFY(sleeper->waitForEnd());
    QTRY_VERIFY2(process->screen().contains("cancelled by daemon-rpc (uid"), process->screen());
    process->type("q");
    QVERIFY(process->waitForEnd());
}

void tst_Watch::pauses()
{
    QVERIFY(fixture().startDaemon());
    const auto process = watch();
    QVERIFY(process->begin());
    QTRY_VERIFY(process->screen().contains("default  ready"));
    process->type("p");
    QTRY_VERIFY(process->screen().contains("paused"));
    process->clear();
    QCOMPARE(fixture().run(words({"run", "echo", "hidden"})).code, 0);
    process->type("p"); // what was missed is there then
    QTRY_VERIFY(process->screen().contains("echo hidden"));
    process->type("q");
    QVERIFY(process->waitForEnd());
}

void tst_Watch::resizes()
{
    QVERIFY(fixture().startDaemon());
    const auto process = watch();
    QVERIFY(process->begin());
    QTRY_VERIFY(process->screen().contains("default  ready"));
    process->clear();
    process->resize(12, 5);
    QTRY_VERIFY2(process->screen().contains("default  re\xe2\x80\xa6"), process->screen());
    process->clear();
    process->resize(100, 40);
    QTRY_VERIFY2(process->screen().contains("default  ready"), process->screen());
    process->type("q");
    QVERIFY(process->waitForEnd());
}

void tst_Watch::leavesTheTerminalAsItWas_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
    QTest::newRow("Ctrl+C") << 0;
}

void tst_Watch::leavesTheTerminalAsItWas()
{
    QFETCH(const int, signal);
    QVERIFY(fixture().startDaemon());
    const auto process = watch();
    QVERIFY(process->begin());
    QTRY_VERIFY(process->screen().contains("default  ready"));
    QVERIFY(!process->isInShellMode());
    if (signal == 0)
        process->type("\x03");
    else
        process->sendSignal(signal);
    QVERIFY(process->waitForEnd());
    QCOMPARE(process->code(), 128 + (signal == 0 ? SIGINT : signal));
    QVERIFY(process->isInShellMode());
    QVERIFY(process->screen().endsWith("\x1b[0m\x1b[?25h\x1b[?1049l"));
}

void tst_Watch::goesOnWithTheNextDaemon()
{
    QVERIFY(fixture().startDaemon());
    const auto process = watch();
    QVERIFY(process->begin());
    QTRY_VERIFY(process->screen().contains("default  ready"));
    QCOMPARE(fixture().run(words({"stop", "--now"})).code, 0);
    QTRY_VERIFY(process->screen().contains("has gone"));
    process->clear();
    QVERIFY(fixture().startDaemon());
    QTRY_VERIFY_WITH_TIMEOUT(process->screen().contains(QByteArray::number(fixture().daemonPid())),
                             ClientProcess::patience);
    process->type("q");
    QVERIFY(process->waitForEnd());
}

// Whoever does not read what watch prints makes nobody collect it.
void tst_Watch::slowReader()
{
    QVERIFY(fixture().startDaemon());
    const auto process =
        fixture().shell(QStringLiteral("\"$@\" watch --interval 10 --json | { sleep 2; cat; }"));
    QVERIFY(process->begin());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    DaemonMirror mirror;
    QTRY_VERIFY_WITH_TIMEOUT(apply(process->output(), &mirror) && mirror.totals().finishedRequests == 20,
                             ClientProcess::patience);
    QCOMPARE(mirror.finishedRequests().size(), 20u);
    QCOMPARE(fixture().run(words({"stop", "--now"})).code, 0);
    QVERIFY(process->waitForEnd());
}

QTEST_GUILESS_MAIN(tst_Watch)

#include "tst_watch.moc"
