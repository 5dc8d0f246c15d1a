#include "configtesting.h"

#include <daemonrpc/service/config/configurationreport.h>

#include <QJsonArray>
#include <QJsonDocument>

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;

class tst_ConfigurationReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsValuesAndOrigins();
    void tellsNoSecrets();
};

void tst_ConfigurationReport::tellsValuesAndOrigins()
{
    ConfigurationSources sources;
    sources.environment = {{"DAEMON_RPC_LOGGING_LEVEL", "debug"}};
    ConfigurationLoader loader(sources);
    const Result<LoadedConfiguration> loaded = loader.loadText(
        "performance: {grace_ms: 7}\ncommands:\n  x: {program: p, arguments: [a, b]}\n", u"f.yaml"_s);
    QVERIFY(loaded);
    const QJsonObject report = configurationReport(*loaded);
    QCOMPARE(report[u"performance.grace_ms"].toObject(),
             (QJsonObject{{u"value"_s, 7}, {u"origin"_s, u"f.yaml:1"_s}}));
    QCOMPARE(report[u"logging.journal"].toObject()[u"origin"_s].toString(), u"default"_s);
    QVERIFY(report[u"logging.journal"].toObject()[u"value"_s].isBool());
    QCOMPARE(report[u"commands.x.arguments"].toObject()[u"value"_s].toArray(), (QJsonArray{u"a"_s, u"b"_s}));
    const QJsonObject fromEnvironment = configurationReport(*loader.load());
    QCOMPARE(
        fromEnvironment[u"logging.level"].toObject(),
        (QJsonObject{{u"value"_s, u"debug"_s}, {u"origin"_s, u"environment DAEMON_RPC_LOGGING_LEVEL"_s}}));
}

void tst_ConfigurationReport::tellsNoSecrets()
{
    ConfigurationLoader loader{ConfigurationSources()};
    const Result<LoadedConfiguration> loaded = loader.loadText(
        "commands:\n  x: {program: p, environment: {TOKEN: hush, OTHER: \"also hush\"}}\n", u"f.yaml"_s);
    QVERIFY(loaded);
    const QJsonObject report = configurationReport(*loaded);
    QVERIFY(!QJsonDocument(report).toJson().contains("hush"));
    const QJsonObject names = report[u"commands.x.environment"].toObject()[u"value"_s].toObject();
    QVERIFY(names.contains(u"TOKEN") && names.contains(u"OTHER"));
}

QTEST_GUILESS_MAIN(tst_ConfigurationReport)

#include "tst_configurationreport.moc"
