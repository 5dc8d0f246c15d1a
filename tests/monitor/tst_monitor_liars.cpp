// Whatever a daemon says, the window lives, and costs bounded memory.
#include "lyingdaemon.h"
#include "models/statisticscollector.h"
#include "pages/page.h"
#include "sources/livedaemon.h"
#include "window/monitorsession.h"
#include "window/windowstate.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

DaemonEvent blank(qint64 sequence)
{
    DaemonEvent event;
    event.subscription = 1;
    event.sequence = sequence;
    event.timeMs = 1'700'000'000'000;
    return event;
}

QByteArray text(const DaemonEvent &event) { return json(event.toJson()); }

RequestSnapshot request(qint64 id, const QString &words, const QString &state = u"running"_s)
{
    RequestSnapshot request;
    request.id = id;
    request.arguments = {words, words};
    request.state = state;
    request.handler = words;
    request.workingDirectory = words;
    request.error = words;
    request.errorMessage = words;
    request.cancellation = CancellationSnapshot{words, words, 1, -1, true};
    return request;
}

ConnectionSnapshot connection(qint64 id, const QString &words)
{
    ConnectionSnapshot connection;
    connection.id = id;
    connection.state = words;
    connection.dialect = words;
    connection.role = words;
    connection.peerProgram = words;
    connection.remoteAddress = words;
    return connection;
}

/// Everything at its worst.
DaemonEvent extreme(qint64 sequence, const QString &words, qint64 number)
{
    DaemonEvent event = blank(sequence);
    event.timeMs = number;
    DaemonSnapshot daemon;
    daemon.daemonId = daemon.state = daemon.version = daemon.buildId = daemon.logPath = words;
    daemon.uptimeMs = daemon.runningRequests = daemon.connections = daemon.startedAtMs = number;
    event.daemon = daemon;
    event.process = ProcessSnapshot{number, number, number};
    event.workers = WorkersSnapshot{number, number, number, number, number};
    HealthCheckSnapshot check;
    check.name = check.status = check.text = check.unit = words;
    check.value = static_cast<double>(number);
    check.sinceMs = number;
    event.health = HealthSnapshot{words, {check, check}};
    event.totals.finishedRequests = event.totals.acceptedRequests = event.totals.failedRequests = number;
    RequestSnapshot worst = request(number, words, sequence % 2 == 0 ? u"finished"_s : words);
    worst.acceptedAtMs = worst.startedAtMs = worst.finishedAtMs = worst.deadlineAtMs = worst.durationMs =
        number;
    worst.graceMs = worst.outputBytes = worst.exitCode = worst.signal = worst.queuePlace = number;
    event.requests = {worst, request(sequence, words)};
    ConnectionSnapshot open = connection(number, words);
    open.bytesReceived = open.bytesSent = open.bytesPending = open.connectedAtMs = number;
    event.connections = {open, connection(sequence, words)};
    LogLineSnapshot line;
    line.timeMs = line.requestId = line.omittedBytes = number;
    line.level = line.category = line.message = words;
    event.log = {line};
    event.lost = {{words, number}};
    return event;
}

Lies lying(const std::function<QByteArray(qint64)> &event)
{
    Lies lies;
    lies.status = LyingDaemon::goodStatus();
    lies.subscription = LyingDaemon::subscriptionTo(text(blank(0)));
    lies.event = event;
    return lies;
}

} // namespace

class tst_monitor_Liars : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void survives_data();
    void survives();
};

Q_DECLARE_METATYPE(Lies)

void tst_monitor_Liars::survives_data()
{
    QTest::addColumn<Lies>("lies");
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const auto always = [](const QString &words, qint64 number) {
        return lying([words, number](qint64 n) { return text(extreme(n, words, number)); });
    };
    QTest::newRow("huge texts") << always(QString(200'000, u'W'), 1);
    QTest::newRow("line breaks, controls, directions")
        << always(u"\n\r\t\u0001\u001b[31m\u202e\u2067\u0000<b>&amp;<img src=x>"_s, 5);
    QTest::newRow("combining marks without end") << always(u"a"_s + QString(20'000, QChar(0x0301)), 5);
    QTest::newRow("lone surrogates") << always(QString(1000, QChar(0xd800)), 5);
    QTest::newRow("least numbers") << always(u"x"_s, least);
    QTest::newRow("greatest numbers") << always(u"x"_s, most);
    QTest::newRow("minus one") << always(QString(), -1);
    QTest::newRow("broken UTF-8") << lying([](qint64 n) {
        QByteArray bytes = text(extreme(n, u"REPLACE"_s, 1));
        return bytes.replace("REPLACE", "\xff\xfe\xc0\x80");
    });
    QTest::newRow("no end of events") << [&] {
        Lies lies = lying([](qint64 n) {
            DaemonEvent event = blank(n);
            for (qint64 i = 0; i < 100; ++i) {
                event.requests.append(
                    request(n * 100 + i, u"flood"_s, i % 2 == 0 ? u"finished"_s : u"running"_s));
                event.connections.append(connection(n * 100 + i, u"flood"_s));
            }
            return text(event);
        });
        lies.eventsAtOnce = 20;
        return lies;
    }();
    QTest::newRow("wrong numbers") << lying([](qint64 n) { return text(blank(n * 7)); });
    QTest::newRow("no JSON") << lying([](qint64) { return QByteArray("{nonsense"); });
    QTest::newRow("wrong types") << lying([](qint64 n) {
        return QByteArray(R"({"subscription":1,"sequence":)" + QByteArray::number(n) +
                          R"(,"time_ms":"soon","totals":[],"requests":{"id":1},"daemon":7})");
    });
    QTest::newRow("deep ones") << lying([](qint64) { return QByteArray(100'000, '['); });
    Lies silent;
    QTest::newRow("silence") << silent;
    Lies statusOnly;
    statusOnly.status = LyingDaemon::goodStatus();
    QTest::newRow("silence after the status") << statusOnly;
    Lies rubbish = lying({});
    rubbish.status = "[]";
    QTest::newRow("a status that is none") << rubbish;
    Lies broken = lying({});
    broken.subscription = R"({"subscription":"x","snapshot":[]})";
    QTest::newRow("a subscription that is none") << broken;
}

void tst_monitor_Liars::survives()
{
    QFETCH(const Lies, lies);
    LyingDaemon liar(lies);
    QTemporaryDir dir;
    WindowState state(dir.filePath(u"monitor.conf"_s));
    MonitorSession session(state);
    session.daemons().add(
        std::make_unique<LiveDaemon>(session.daemons().nextSerial(), liar.instance(), liar.options()));
    session.clock().start();
    session.window().resize(1000, 600);
    session.window().show();

    // Each page gets its share of lies, and the loop turns all the while.
    int beats = 0;
    QTimer heart;
    connect(&heart, &QTimer::timeout, &heart, [&beats] { ++beats; });
    heart.start(10);
    for (const QString &id : {u"overview"_s, u"connections"_s, u"requests"_s, u"cancellations"_s, u"health"_s,
                              u"charts"_s, u"logs"_s}) {
        QVERIFY2(session.window().showPage(id), qPrintable(id));
        const qint64 toldBefore = liar.toldCount();
        const int beatsBefore = beats;
        session.clock().refresh();
        QTRY_VERIFY(beats >= beatsBefore + 5);
        QVERIFY(liar.toldCount() >= toldBefore);
        session.clock().refresh();
        QVERIFY(!session.window().grab().isNull());
    }
    const DaemonMirror &mirror = session.daemons().daemons().front()->mirror();
    QVERIFY(mirror.requests().size() <= DaemonMirror::maxLive);
    QVERIFY(mirror.connections().size() <= DaemonMirror::maxLive);
    QVERIFY(mirror.finishedRequests().size() <= MonitoredDaemon::maxFinishedRequests);
    QVERIFY(mirror.log().size() <= MonitoredDaemon::maxLogLines);
}

QTEST_MAIN(tst_monitor_Liars)
#include "tst_monitor_liars.moc"
