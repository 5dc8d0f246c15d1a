#include "configtesting.h"

#include <daemonrpc/service/config/configurationprinter.h>

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;

class tst_ConfigurationPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOrigins();
    void roundTrip_data();
    void roundTrip();
    void namesCannotForgeLines();
};

void tst_ConfigurationPrinter::tellsOrigins()
{
    ConfigurationSources sources;
    sources.environment = {{"DAEMON_RPC_LOGGING_LEVEL", "debug"}};
    ConfigurationLoader loader(sources);
    const QByteArray fromEnvironment = printedConfiguration(*loader.load());
    QVERIFY2(fromEnvironment.contains("\nlogging:\n  level: debug  # environment DAEMON_RPC_LOGGING_LEVEL\n"),
             fromEnvironment);
    QVERIFY2(fromEnvironment.contains("\ncommands: {}  # none\n"), fromEnvironment);
    const QByteArray fromFile = printedConfiguration(*loader.loadText(
        "commands:\n  x: {program: p}\nsockets: {local: {permissions: 0644}}\n", u"f.yaml"_s));
    QVERIFY2(fromFile.contains(
                 "\nsockets:\n  local:\n    path: \"\"  # default\n    permissions: 0644  # f.yaml:3\n"),
             fromFile);
    QVERIFY2(fromFile.contains(
                 "\ncommands:\n  \"x\":\n    program: \"p\"  # f.yaml:2\n    arguments: []  # default\n"),
             fromFile);
}

void tst_ConfigurationPrinter::roundTrip_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("defaults") << QByteArray();
    QTest::newRow("texts") << QByteArray(
        "daemon: {user: \"a # \\\"b\\\" \\\\ \u00e9\", pid_file: \"/x: y\"}\n");
    QTest::newRow("map") << QByteArray("logging: {categories: {\"a: b\": debug, \"\": info}}\n");
    QTest::newRow("commands") << QByteArray(R"(
commands:
  cold: {program: p}
  merged: {program: p, environment: {A: b}}
  empty: {program: p, environment_mode: fixed, environment: []}
  warm: {program: p, arguments: ["a\nb", "", "# c"], warm: 2, warm_max_memory_mb: 7}
  worker: {program: p, worker: json, hidden: true, description: "x: y"}
  "007": {program: p, input: none}
)");
}

// A daemon that is given what was printed has the same configuration.
void tst_ConfigurationPrinter::roundTrip()
{
    QFETCH(const QByteArray, text);
    ConfigurationSources sources;
    sources.baseEnvironment = {"PATH=/bin"};
    ConfigurationLoader loader(sources);
    const auto loaded = loader.loadText(text, u"f"_s);
    QVERIFY2(loaded, reason(loaded));
    const auto again = loader.loadText(printedConfiguration(*loaded), u"g"_s);
    QVERIFY2(again, reason(again));
    QCOMPARE(again->configuration, loaded->configuration);
}

void tst_ConfigurationPrinter::namesCannotForgeLines()
{
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText("workers: {count: 2}\n", u"f\nlimits: {}\x1b"_s);
    QVERIFY2(loaded, reason(loaded));
    const QByteArray printed = printedConfiguration(*loaded);
    QVERIFY2(printed.contains("  count: 2  # f?limits: {}?:1\n"), printed);
}

QTEST_GUILESS_MAIN(tst_ConfigurationPrinter)
#include "tst_configurationprinter.moc"
