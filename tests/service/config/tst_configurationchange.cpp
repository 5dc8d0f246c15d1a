#include "configtesting.h"

#include <daemonrpc/service/config/configurationchange.h>

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;

class tst_ConfigurationChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsNoticed_data();
    void everyKeyIsNoticed();
    void commands_data();
    void commands();
    void mixed();

private:
    static ServiceConfiguration parse(const QByteArray &text)
    {
        ConfigurationLoader loader{ConfigurationSources()};
        const auto loaded = loader.loadText(text, u"f"_s);
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message()));
        return loaded->configuration;
    }
};

void tst_ConfigurationChange::everyKeyIsNoticed_data()
{
    QTest::addColumn<QString>("path");
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (const ConfigurationKey &key : keys)
        QTest::newRow(qPrintable(key.path)) << key.path;
}

void tst_ConfigurationChange::everyKeyIsNoticed()
{
    QFETCH(const QString, path);
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    const auto key =
        std::find_if(keys.begin(), keys.end(), [&path](const ConfigurationKey &k) { return k.path == path; });
    const QStringList parts = path.split(u'.');
    const QString text =
        parts.join(u": {"_s) + u": "_s + key->toYaml(otherValue(*key)) + QString(parts.size() - 1, u'}');
    const ConfigurationChange change =
        ConfigurationChange::between(ServiceConfiguration(), parse(text.toUtf8()));
    const bool isReload = key->effect == ConfigurationKey::Effect::Reload;
    QCOMPARE(change.applicable, isReload ? QStringList{path} : QStringList());
    QCOMPARE(change.needingRestart, isReload ? QStringList() : QStringList{path});
    QVERIFY(!change.isEmpty());
}

void tst_ConfigurationChange::commands_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("changed");
    const QByteArray a = "  a: {program: p}\n";
    const QByteArray b = "  b: {program: p}\n";
    QTest::newRow("same") << a + b << a + b << QStringList();
    QTest::newRow("another order") << a + b << b + a << QStringList();
    QTest::newRow("added") << b << a + b << QStringList{u"commands.a"_s};
    QTest::newRow("removed") << a + b << a << QStringList{u"commands.b"_s};
    QTest::newRow("changed") << a + b << a + "  b: {program: p, hidden: true}\n"
                             << QStringList{u"commands.b"_s};
    QTest::newRow("renamed") << a << b << QStringList{u"commands.a"_s, u"commands.b"_s};
}

void tst_ConfigurationChange::commands()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const auto change =
        ConfigurationChange::between(parse("commands:\n" + before), parse("commands:\n" + after));
    QTEST(change.applicable, "changed");
    QCOMPARE(change.needingRestart, QStringList());
    QCOMPARE(change.isEmpty(), change.applicable.isEmpty());
}

void tst_ConfigurationChange::mixed()
{
    const auto change = ConfigurationChange::between(
        parse("workers: {count: 2}\n"),
        parse("logging: {level: debug}\nperformance: {grace_ms: 1}\ncommands: {a: {program: p}}\n"));
    QCOMPARE(change.applicable,
             (QStringList{u"performance.grace_ms"_s, u"logging.level"_s, u"commands.a"_s}));
    QCOMPARE(change.needingRestart, QStringList{u"workers.count"_s});
}

QTEST_GUILESS_MAIN(tst_ConfigurationChange)
#include "tst_configurationchange.moc"
