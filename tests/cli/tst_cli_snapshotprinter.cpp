#include "printers/snapshotprinter.h"

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestSnapshotPrinter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void state_data();
    void state();
    void outcome_data();
    void outcome();
    void details();
    void requests();
    void connections();
};

void TestSnapshotPrinter::state_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("label");
    QTest::newRow("ready") << QStringLiteral("ready") << QStringLiteral("ready");
    QTest::newRow("degraded") << QStringLiteral("degraded") << QStringLiteral("degraded");
    QTest::newRow("draining") << QStringLiteral("draining") << QStringLiteral("draining (2 left)");
    QTest::newRow("of a later version") << QStringLiteral("dreaming") << QStringLiteral("dreaming");
}

void TestSnapshotPrinter::state()
{
    QFETCH(QString, state);
    DaemonSnapshot daemon;
    daemon.state = state;
    daemon.runningRequests = 2;
    QTEST(stateCell(daemon).text, "label");
}

void TestSnapshotPrinter::outcome_data()
{
    QTest::addColumn<RequestSnapshot>("request");
    QTest::addColumn<QString>("label");
    RequestSnapshot request;
    request.state = QStringLiteral("running");
    QTest::newRow("running") << request << QStringLiteral("running");
    request.state = QStringLiteral("queued");
    request.queuePlace = 3;
    QTest::newRow("queued") << request << QStringLiteral("queued (place 3)");
    request.queuePlace = 0;
    request.cancellation = CancellationSnapshot{QStringLiteral("interrupted"), QStringLiteral("its client")};
    request.state = QStringLiteral("cancelling");
    QTest::newRow("cancelling") << request << QStringLiteral("cancelling (its client)");
    request.state = QStringLiteral("finished");
    request.signal = 2;
    QTest::newRow("cancelled") << request << QStringLiteral("signal 2, cancelled by its client");
    request.signal = 0;
    request.exitCode = 130;
    request.cancellation->isForced = true;
    QTest::newRow("forced") << request << QStringLiteral("exit 130, forced by its client");
    request.cancellation.reset();
    request.exitCode = 0;
    QTest::newRow("finished") << request << QStringLiteral("exit 0");
    request.error = QStringLiteral("queue_full");
    QTest::newRow("failed") << request << QStringLiteral("queue_full");
}

void TestSnapshotPrinter::outcome()
{
    QFETCH(RequestSnapshot, request);
    QTEST(outcomeCell(request).text, "label");
}

void TestSnapshotPrinter::details()
{
    DaemonSnapshot daemon;
    daemon.daemonId = QStringLiteral("build\x1b[2J");
    daemon.state = QStringLiteral("ready");
    daemon.pid = 4711;
    daemon.uptimeMs = 11'100'000;
    QString text = daemonDetails(daemon, false);
    QVERIFY(text.contains(QStringLiteral("4711")));
    QVERIFY(text.contains(QStringLiteral("3 h 5 min")));
    QVERIFY(text.contains(QStringLiteral("build\\x1b[2J\n")));
    QVERIFY(!text.contains(QStringLiteral("Lost workers")));
    daemon.quarantinedWorkers = 2;
    QVERIFY(daemonDetails(daemon, false).contains(QStringLiteral("Lost workers")));
}

void TestSnapshotPrinter::requests()
{
    RequestSnapshot request;
    request.id = 7;
    request.state = QStringLiteral("running");
    request.arguments = {QStringLiteral("echo"), QStringLiteral("a b"),
                         QStringLiteral("\x1b[2J\n8  running")};
    request.durationMs = 1500;
    const QStringList lines = requestTable({request}).render({}).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3); // header, row, nothing after the last line feed
    QVERIFY(lines.at(1).contains(QStringLiteral("1.5 s")));
    QVERIFY(lines.at(1).endsWith(QStringLiteral("echo 'a b' '\\x1b[2J\\n8  running'")));
}

void TestSnapshotPrinter::connections()
{
    ConnectionSnapshot connection;
    connection.id = 3;
    connection.state = QStringLiteral("command");
    connection.bytesSent = 2048;
    Table plain = connectionTable(WithDaemons::No);
    addConnections(plain, {connection});
    QVERIFY(plain.render({}).contains(QStringLiteral("2.0 KiB")));
    QVERIFY(!plain.render({}).contains(QStringLiteral("DAEMON")));
    Table withDaemons = connectionTable(WithDaemons::Yes);
    addConnections(withDaemons, {connection}, QStringLiteral("default"));
    QVERIFY(withDaemons.render({}).contains(QStringLiteral("\ndefault")));
}

QTEST_APPLESS_MAIN(TestSnapshotPrinter)
#include "tst_cli_snapshotprinter.moc"
