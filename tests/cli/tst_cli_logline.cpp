#include "logs/logline.h"

#include <QTest>

using namespace DaemonRpc::Cli;
using namespace Qt::StringLiterals;

constexpr qint64 moment = 1769846400123; // 2026-01-31T08:00:00.123Z

class tst_cli_LogLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void rejects_data();
    void rejects();
    void times_data();
    void times();
};

void tst_cli_LogLine::parses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("severity");
    QTest::addColumn<int>("request");
    const QByteArray time = "2026-01-31T08:00:00.123Z"_ba;
    QTest::newRow("bare") << time + " info daemonrpc.server 1 2: hello\n" << 1 << 0;
    QTest::newRow("no line feed") << time + " debug daemonrpc.server 1 2: hello" << 0 << 0;
    QTest::newRow("empty message") << time + " warning default 1 2: \n" << 2 << 0;
    QTest::newRow("request") << time + " error daemonrpc.request 1 2 [request 12]: x\n" << 3 << 12;
    QTest::newRow("request and peer")
        << time + " fatal daemonrpc.request 1 2 [request 12] [peer uid 0 pid 3]: x\n"
        << 4 << 12;
    QTest::newRow("peer only") << time + " info daemonrpc.server 1 2 [peer uid 0 pid 3]: x\n" << 1 << 0;
    QTest::newRow("the message forges a field") << time + " info daemonrpc.server 1 2: [request 99]: x\n"
                                                << 1 << 0;
    QTest::newRow("the message forges a field behind a peer")
        << time + " info daemonrpc.server 1 2 [peer uid 0 pid 3]: [request 99]: x\n"
        << 1 << 0;
    QTest::newRow("JSON") << R"({"time":"2026-01-31T08:00:00.123Z","level":"info","category":"x","pid":1,)"
                             R"("tid":2,"message":"m"})"_ba
                          << 1 << 0;
    QTest::newRow("JSON with a request")
        << R"({"time":"2026-01-31T08:00:00.123Z","level":"error","category":"x","pid":1,"tid":2,)"
           R"("request":12,"message":"m"})"
           "\n"_ba
        << 3 << 12;
}

void tst_cli_LogLine::parses()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, severity);
    QFETCH(const int, request);
    const std::optional<LogLine> parsed = LogLine::parse(line);
    QVERIFY(parsed);
    QCOMPARE(parsed->timeMs, moment);
    QCOMPARE(int(parsed->severity), severity);
    QCOMPARE(parsed->requestId, request);
}

void tst_cli_LogLine::rejects_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray time = "2026-01-31T08:00:00.123Z"_ba;
    for (const char *line : {"", "\n", "hello", "  indented", "{", "{}", "[1]",
                             "{\"time\":3,\"level\":\"info\"}", "{\"time\":\"2026-01-31T08:00:00.123Z\"}",
                             "{\"time\":\"2026-01-31T08:00:00.123Z\",\"level\":\"loud\"}"})
        QTest::newRow(*line ? line : "empty") << QByteArray(line);
    QTest::newRow("time only") << time;
    QTest::newRow("unknown level") << time + " loud daemonrpc.server 1 2: x";
    QTest::newRow("no category") << time + " info  1 2: x";
    QTest::newRow("pid is no number") << time + " info default x 2: y";
    QTest::newRow("thread is no number") << time + " info default 1 y: y";
    QTest::newRow("cut") << time + " info default 1";
    QTest::newRow("cut within the request") << time + " info default 1 2 [request 12";
    QTest::newRow("request is no number") << time + " info default 1 2 [request x]: y";
    QTest::newRow("request beyond 64 bits") << time + " info default 1 2 [request 99999999999999999999]: y";
    QTest::newRow("huge") << QByteArray(1024 * 1024, '{');
}

void tst_cli_LogLine::rejects()
{
    QFETCH(const QByteArray, line);
    QVERIFY(!LogLine::parse(line));
}

void tst_cli_LogLine::times_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<qint64>("expected"); // -1: none
    QTest::newRow("epoch") << "1970-01-01T00:00:00.000Z"_ba << qint64(0);
    QTest::newRow("leap day") << "2024-02-29T23:59:59.999Z"_ba << qint64(1709251199999);
    QTest::newRow("no leap year") << "2026-02-29T00:00:00.000Z"_ba << qint64(-1);
    QTest::newRow("month 13") << "2026-13-01T00:00:00.000Z"_ba << qint64(-1);
    QTest::newRow("hour 24") << "2026-01-01T24:00:00.000Z"_ba << qint64(-1);
    QTest::newRow("local time") << "2026-01-01T12:00:00.000"_ba << qint64(-1);
    QTest::newRow("letters") << "2026-01-01Taa:00:00.000Z"_ba << qint64(-1);
}

void tst_cli_LogLine::times()
{
    QFETCH(const QByteArray, time);
    QFETCH(const qint64, expected);
    const std::optional<LogLine> parsed = LogLine::parse(time + " info default 1 2: x");
    QCOMPARE(parsed ? parsed->timeMs : -1, expected);
}

QTEST_GUILESS_MAIN(tst_cli_LogLine)

#include "tst_cli_logline.moc"
