// What a person is told about a file, and where it points.
#include "configtesting.h"

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;

class tst_ConfigurationDiagnostic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toString();
    void rows_data();
    void rows();
    void goodOnes_data();
    void goodOnes();
};

void tst_ConfigurationDiagnostic::toString()
{
    QCOMPARE((ConfigurationDiagnostic{u"f"_s, 2, 3, u"m"_s}.toString()), u"f:2:3: m"_s);
    QCOMPARE((ConfigurationDiagnostic{u"f"_s, 0, 0, u"m"_s}.toString()), u"f: m"_s);
    QCOMPARE((ConfigurationDiagnostic{u"%2\n"_s, 2, 3, u"%1"_s}.toString()), u"%2?:2:3: %1"_s);
}

void tst_ConfigurationDiagnostic::rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("problems"); // how each begins
    const auto row = [](const char *name, const QByteArray &text, const QStringList &problems) {
        QTest::newRow(name) << text << problems;
    };
    row("unknown section", "perfomance:\n  grace_ms: 5\n",
        {u"1:1: unknown key \"perfomance\" in the file; did you mean \"performance\"?"_s});
    row("unknown key", "performance:\n  grce_ms: 5\n",
        {u"2:3: unknown key \"grce_ms\" in section performance; did you mean \"grace_ms\"?"_s});
    row("exchanged letters", "workers:\n  cuont: 5\n",
        {u"2:3: unknown key \"cuont\" in section workers; did you mean \"count\"?"_s});
    row("nothing near", "workers:\n  zzz: 5\n",
        {u"2:3: unknown key \"zzz\" in section workers; known are count, queue_size"_s});
    row("key of another section", "workers:\n  grace_ms: 5\n",
        {u"2:3: \"grace_ms\" belongs into section performance"_s});
    row("key outside", "grace_ms: 5\n", {u"1:1: \"grace_ms\" belongs into section performance"_s});
    row("unknown key with an escape", "workers:\n  \"\\e[2J\": 5\n", {u"2:3: unknown key \"\\u001b[2J\""_s});
    row("port", "sockets:\n  tcp: {port: 65536}\n",
        {u"2:15: sockets.tcp.port: expected a whole number from 0 to 65535, found \"65536\""_s});
    row("role", "access: {users: {alice: admin}}\n",
        {u"1:25: access.users: expected one of read-only, control, found \"admin\""_s});
    row("text for a number", "performance:\n  grace_ms: soon\n",
        {u"2:13: performance.grace_ms: expected a whole number from 0 to 2147483647 (milliseconds), found \"soon\""_s});
    row("number in quotes", "performance: {grace_ms: \"5\"}\n",
        {u"1:25: performance.grace_ms: expected a whole number from 0 to 2147483647 (milliseconds), found "
         u"the text "
         u"\"5\""_s});
    row("number with a unit", "performance: {grace_ms: 5s}\n",
        {u"1:25: performance.grace_ms: expected a whole"_s});
    row("too small", "workers: {count: 0}\n",
        {u"1:18: workers.count: expected a whole number from 1 to 1024"_s});
    row("too large", "workers: {count: 1025}\n",
        {u"1:18: workers.count: expected a whole number from 1 to 1024"_s});
    row("number for a flag", "logging: {syslog: 1}\n",
        {u"1:19: logging.syslog: expected true or false, found \"1\""_s});
    row("flag in quotes", "logging: {syslog: \"true\"}\n",
        {u"1:19: logging.syslog: expected true or false, found the text"_s});
    row("list for a number", "workers: {count: [1]}\n",
        {u"1:18: workers.count: expected a whole number from 1 to 1024 (threads), found a list"_s});
    row("map for a text", "daemon: {user: {a: b}}\n",
        {u"1:16: daemon.user: expected a text of one line, found a map"_s});
    row("nothing for a text", "daemon:\n  user:\n",
        {u"2:3: daemon.user: expected a text of one line, found nothing; write \"\" for an empty text"_s});
    row("nothing in a list", "commands:\n  x: {program: x, arguments: [a, ~]}\n",
        {u"2:34: arguments: expected a text, found nothing"_s});
    row("relative path", "daemon: {pid_file: run/x}\n",
        {u"1:20: daemon.pid_file: expected an absolute path or \"\", found \"run/x\""_s});
    row("empty path", "daemon: {working_directory: \"\"}\n",
        {u"1:29: daemon.working_directory: expected an absolute path, found"_s});
    row("permissions", "sockets: {local: {permissions: 0999}}\n",
        {u"1:32: sockets.local.permissions: expected octal permissions from 0000 to 0777, found \"0999\""_s});
    row("choice", "logging: {level: verbose}\n",
        {u"1:18: logging.level: expected one of debug, info, warning, error, found \"verbose\""_s});
    row("choice in a map", "logging: {categories: {a: info, b: loud}}\n",
        {u"1:36: logging.categories: expected one of debug, info, warning, error, found \"loud\""_s});
    row("text for a map", "logging: {categories: a}\n",
        {u"1:23: logging.categories: expected NAME: value"_s});
    row("text for a section", "logging: debug\n",
        {u"1:10: logging: expected keys with their values, found \"debug\""_s});
    row("text for a file", "logging\n",
        {u"1:1: expected sections such as \"performance:\", found \"logging\""_s});
    row("list for a file", "- logging\n",
        {u"1:1: expected sections such as \"performance:\", found a list"_s});
    row("column in characters", "daemon: {user: é, pid_file: 'ü', groop: x}\n",
        {u"1:29: daemon.pid_file"_s,
         u"1:34: unknown key \"groop\" in section daemon; did you mean \"group\"?"_s});
    row("all of them", "workers: {count: 0, size: 1}\nlimits: {open: 2}\n",
        {u"1:18: workers.count"_s, u"1:21: unknown key \"size\""_s, u"2:10: unknown key \"open\""_s});
    row("CRLF", "workers:\r\n  count: x\r\n", {u"2:10: workers.count"_s});
    row("byte order mark", "\xef\xbb\xbfworkers: x\n", {u"1:10: workers"_s});
}

void tst_ConfigurationDiagnostic::rows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, problems);
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(text, u"f"_s);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code(), ErrorCode::InvalidArgument);
    const QStringList lines = linesOf(loader.diagnostics());
    QVERIFY2(lines.size() == problems.size(), qPrintable(lines.join(u'\n')));
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].startsWith(u"f:"_s + problems[i]), qPrintable(lines[i]));
}

void tst_ConfigurationDiagnostic::goodOnes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("workers");
    QTest::newRow("empty") << QByteArray() << 4;
    QTest::newRow("blank lines") << QByteArray("\n\n  \n") << 4;
    QTest::newRow("a comment") << QByteArray("# nothing\n") << 4;
    QTest::newRow("empty document") << QByteArray("---\n") << 4;
    QTest::newRow("null") << QByteArray("~\n") << 4;
    QTest::newRow("empty map") << QByteArray("{}\n") << 4;
    QTest::newRow("empty section") << QByteArray("workers:\n") << 4;
    QTest::newRow("empty commands") << QByteArray("commands:\n") << 4;
    QTest::newRow("no newline at the end") << QByteArray("workers: {count: 5}") << 5;
    QTest::newRow("document marks") << QByteArray("%YAML 1.2\n---\nworkers: {count: 5}\n...\n") << 5;
    QTest::newRow("CRLF") << QByteArray("workers:\r\n  count: 5\r\n") << 5;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfworkers:\n  count: 5\n") << 5;
    QTest::newRow("byte order mark alone") << QByteArray("\xef\xbb\xbf") << 4;
    QTest::newRow("quotes")
        << QByteArray("# it's\nworkers: {'count': 5}\ndaemon: {user: 'it''s', group: \"\\\"\\\\\"}\n") << 5;
    QTest::newRow("JSON") << QByteArray("{\"workers\": {\"count\": 5}}") << 5;
}

void tst_ConfigurationDiagnostic::goodOnes()
{
    QFETCH(const QByteArray, text);
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(text, u"f"_s);
    QVERIFY2(loaded, reason(loaded));
    QTEST(loaded->configuration.workers.count, "workers");
}

QTEST_GUILESS_MAIN(tst_ConfigurationDiagnostic)
#include "tst_configurationdiagnostic.moc"
