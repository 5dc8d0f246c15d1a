#include "translations/displaywidth.h"
#include "translations/programtranslator.h"
#include "watch/watchview.h"

#include <QDateTime>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestWatchView : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // English needs its plural forms.
    void initTestCase() { QVERIFY(m_translator.install(QStringLiteral("en"))); }

    void showsADaemon();
    void statesOfRequests_data();
    void statesOfRequests();
    void fitsAnyScreen_data();
    void fitsAnyScreen();
    void hostileTexts();
    void selects();
    void selectionIsShown();
    void selectionFollows();
    void help();
    void notices();

private:
    static RequestSnapshot request(qint64 id, const QString &state = QStringLiteral("running"))
    {
        RequestSnapshot snapshot;
        snapshot.id = id;
        snapshot.state = state;
        snapshot.arguments = {QStringLiteral("command-%1").arg(id)};
        snapshot.acceptedAtMs = QDateTime::currentMSecsSinceEpoch();
        return snapshot;
    }

    static DaemonEvent snapshot(int running, int finished)
    {
        DaemonEvent event;
        event.timeMs = QDateTime::currentMSecsSinceEpoch();
        event.daemon = DaemonSnapshot();
        event.daemon->daemonId = QStringLiteral("build");
        event.daemon->state = QStringLiteral("ready");
        event.daemon->pid = 4711;
        for (int i = 1; i <= running; ++i)
            event.requests.append(request(i));
        for (int i = 1; i <= finished; ++i)
            event.requests.append(request(1000 + i, QStringLiteral("finished")));
        return event;
    }

    static QString joined(const QList<TerminalScreen::Line> &lines)
    {
        QString text;
        for (const TerminalScreen::Line &line : lines)
            text += line.text + u'\n';
        return text;
    }

    [[nodiscard]] QString selectedText(const QList<TerminalScreen::Line> &lines) const
    {
        for (const TerminalScreen::Line &line : lines) {
            if (line.look == TerminalScreen::Line::Look::Selected)
                return line.text;
        }
        return {};
    }

    WatchView::Status m_status;
    ProgramTranslator m_translator{QStringLiteral("daemon-rpc")};
};

void TestWatchView::showsADaemon()
{
    DaemonMirror mirror;
    DaemonEvent event = snapshot(1, 1);
    event.totals.acceptedConnections = 9;
    event.totals.closedConnections = 5;
    event.totals.finishedRequests = 12;
    event.totals.failedRequests = 3;
    event.workers = WorkersSnapshot{4, 2, 1, 0, 8};
    event.health = HealthSnapshot{QStringLiteral("warning"), {}};
    mirror.reset(event);
    m_status.requestsPerSecond = 12.34;
    WatchView view;
    const QString text = joined(view.render(mirror, m_status, {100, 30}));
    for (const char *part : {"build", "ready", "4711", "12.3 requests/s", "12 requests", "3 failed",
                             "4 connections", "1 running, 0 queued", "workers 2 of 4 busy", "1 quarantined",
                             "health warning", "command-1", "command-1001", "exit 0", "q quit"})
        QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(QString::fromLatin1(part) + text));
}

void TestWatchView::statesOfRequests_data()
{
    QTest::addColumn<RequestSnapshot>("request");
    QTest::addColumn<QString>("expected");
    RequestSnapshot plain = request(1);
    QTest::newRow("running") << plain << QStringLiteral("running");
    plain.state = QStringLiteral("queued");
    plain.queuePlace = 3;
    QTest::newRow("queued") << plain << QStringLiteral("queued, place 3");
    RequestSnapshot cancelling = request(1, QStringLiteral("cancelling"));
    cancelling.graceMs = 5000;
    cancelling.cancellation = CancellationSnapshot{QStringLiteral("administrator"), {}, 100'000, -1, false};
    QTest::newRow("counts down") << cancelling << QStringLiteral("cancelling, 3.5 s left"); // at 101,500
    cancelling.cancellation->requestedAtMs = 90'000;
    QTest::newRow("grace is over") << cancelling << QStringLiteral("cancelling, 0 ms left");
    cancelling.cancellation->isForced = true;
    QTest::newRow("forced") << cancelling << QStringLiteral("cancelling, forced");
    QTest::newRow("hostile") << request(1, QStringLiteral("a\x1b[2J")) << QStringLiteral("a\\x1b[2J");
}

void TestWatchView::statesOfRequests()
{
    QFETCH(const RequestSnapshot, request);
    QTEST(liveState(request, 101'500), "expected");
}

void TestWatchView::fitsAnyScreen_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("running");
    QTest::addColumn<int>("finished");
    for (const int columns : {1, 7, 80, 300}) {
        for (const int rows : {1, 3, 5, 8, 24, 100}) {
            for (const int running : {0, 1, 50})
                QTest::addRow("%dx%d, %d", columns, rows, running)
                    << columns << rows << running << running * 2;
        }
    }
    QTest::newRow("none") << 0 << 0 << 5 << 5;
    QTest::newRow("negative") << -1 << -1 << 5 << 5;
}

void TestWatchView::fitsAnyScreen()
{
    QFETCH(const int, columns);
    QFETCH(const int, rows);
    QFETCH(const int, running);
    QFETCH(const int, finished);
    DaemonMirror mirror;
    mirror.reset(snapshot(running, finished));
    WatchView view;
    for (const qsizetype steps : {0, 1, 30, 100, -100}) {
        view.select(mirror, steps);
        const QList<TerminalScreen::Line> lines = view.render(mirror, m_status, {columns, rows});
        QVERIFY(lines.size() <= qMax(rows, 1));
        for (const TerminalScreen::Line &line : lines)
            QVERIFY2(displayWidth(line.text) <= qMax(columns, 1), qPrintable(line.text));
    }
}

void TestWatchView::hostileTexts()
{
    DaemonMirror mirror;
    DaemonEvent event = snapshot(0, 0);
    const QString hostile = QStringLiteral("\x1b]0;gotcha\a\u202e\n\u4f60\u597d");
    RequestSnapshot request = this->request(1, hostile);
    request.arguments = {hostile, hostile};
    RequestSnapshot ended = this->request(2, QStringLiteral("finished"));
    ended.error = hostile;
    ended.arguments = {hostile};
    event.requests = {request, ended};
    event.daemon->daemonId = event.daemon->state = hostile;
    event.health = HealthSnapshot{hostile, {}};
    mirror.reset(event);
    m_status.message = hostile;
    WatchView view;
    for (const TerminalScreen::Line &line : view.render(mirror, m_status, {200, 40})) {
        for (const QChar character : line.text)
            QVERIFY2(character >= u' ' && character != QChar(0x202e), qPrintable(line.text));
    }
    m_status.message.clear();
}

void TestWatchView::selects()
{
    DaemonMirror mirror;
    mirror.reset(snapshot(3, 0));
    WatchView view;
    QCOMPARE(view.selectedId(), 0);
    view.select(mirror, 1);
    QCOMPARE(view.selectedId(), 1); // the first one, whatever the key
    view.select(mirror, 1);
    QCOMPARE(view.selectedId(), 2);
    view.select(mirror, 10);
    QCOMPARE(view.selectedId(), 3);
    view.select(mirror, -1);
    QCOMPARE(view.selectedId(), 2);
    view.select(mirror, -DaemonMirror::maxLive);
    QCOMPARE(view.selectedId(), 1);
    mirror.reset(snapshot(0, 0));
    view.select(mirror, 1);
    QCOMPARE(view.selectedId(), 0);
}

void TestWatchView::selectionIsShown()
{
    DaemonMirror mirror;
    mirror.reset(snapshot(50, 10));
    WatchView view;
    for (int i = 1; i <= 50; ++i) {
        view.select(mirror, 1);
        const QString selected = selectedText(view.render(mirror, m_status, {80, 20}));
        QVERIFY2(selected.startsWith(u'>') && selected.endsWith(QStringLiteral("command-%1").arg(i)),
                 qPrintable(selected));
    }
    for (int i = 49; i >= 1; --i) {
        view.select(mirror, -1);
        QVERIFY(selectedText(view.render(mirror, m_status, {80, 20}))
                    .endsWith(QStringLiteral("command-%1").arg(i)));
    }
}

void TestWatchView::selectionFollows()
{
    DaemonMirror mirror;
    mirror.reset(snapshot(3, 0));
    WatchView view;
    view.select(mirror, 1);
    view.select(mirror, 1);
    QCOMPARE(view.selectedId(), 2);
    const auto end = [&](qint64 sequence, qint64 id) {
        DaemonEvent event;
        event.sequence = sequence;
        event.requests = {request(id, QStringLiteral("finished"))};
        mirror.apply(event);
        static_cast<void>(view.render(mirror, m_status, {80, 24}));
    };
    end(1, 2);
    QCOMPARE(view.selectedId(), 3);
    end(2, 3);
    QCOMPARE(view.selectedId(), 1);
    end(3, 1);
    QCOMPARE(view.selectedId(), 0);
}

void TestWatchView::help()
{
    DaemonMirror mirror;
    mirror.reset(snapshot(1, 1));
    WatchView view;
    WatchView::Status status;
    status.isHelpShown = true;
    const QString text = joined(view.render(mirror, status, {80, 24}));
    QVERIFY(text.contains(QStringLiteral("cancel the selected request")));
    QVERIFY(!text.contains(QStringLiteral("command-1")));
}

void TestWatchView::notices()
{
    DaemonMirror mirror;
    DaemonEvent event = snapshot(0, 0);
    mirror.reset(event);
    event.sequence = 1;
    event.lost = {{QStringLiteral("requests"), 5}, {QStringLiteral("connections"), 2}};
    QVERIFY(mirror.apply(event));
    WatchView view;
    WatchView::Status status;
    status.isPaused = true;
    status.message = QStringLiteral("cancel request 7?");
    status.connection = QStringLiteral("gone");
    const QString text = joined(view.render(mirror, status, {120, 24}));
    for (const char *part : {"cancel request 7?", "gone", "paused", "7 not seen"})
        QVERIFY2(text.contains(QString::fromLatin1(part)), part);
}

QTEST_GUILESS_MAIN(TestWatchView)
#include "tst_cli_watchview.moc"
