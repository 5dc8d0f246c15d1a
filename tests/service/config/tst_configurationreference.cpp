// The texts in the tree are those of the schema. After a change of the schema, write them anew:
//     DAEMONRPC_WRITE_REFERENCE=1 build/dev/tests/tst_configurationreference
#include "configtesting.h"

#include <daemonrpc/service/config/configurationreference.h>

#include <QRegularExpression>

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;

class tst_ConfigurationReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void committedTexts_data();
    void committedTexts();
    void defaultFileChangesNothing();
    void defaultFileUncommentedChangesNothing();
    void defaultFileHasEveryKey();
    void referenceHasEveryKey();
};

void tst_ConfigurationReference::committedTexts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("reference") << u"docs/CONFIGURATION.md"_s << configurationReference();
    QTest::newRow("default file") << u"resources/config/daemon.yaml"_s << defaultConfigurationFile();
}

void tst_ConfigurationReference::committedTexts()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, text);
    QFile file(QStringLiteral(PROJECT_SOURCE_DIR "/") + path);
    if (qEnvironmentVariableIsSet("DAEMONRPC_WRITE_REFERENCE"))
        writeFile(file.fileName(), text);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QByteArrayList committed = file.readAll().split('\n');
    const QByteArrayList made = text.split('\n');
    for (qsizetype i = 0; i < std::max(committed.size(), made.size()); ++i)
        QVERIFY2(
            committed.value(i) == made.value(i),
            qPrintable(
                u"%1 differs from the schema in line %2; see the head of this test"_s.arg(path).arg(i + 1)));
}

void tst_ConfigurationReference::defaultFileChangesNothing()
{
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(defaultConfigurationFile(), u"daemon.yaml"_s);
    QVERIFY2(loaded, reason(loaded));
    QCOMPARE(loaded->configuration, ServiceConfiguration());
    QVERIFY(loaded->origins.isEmpty());
}

static QString uncommented()
{
    return QString::fromUtf8(defaultConfigurationFile())
        .replace(QRegularExpression(u"^( *)#(?=[^ \n])"_s, QRegularExpression::MultilineOption), u"\\1"_s);
}

void tst_ConfigurationReference::defaultFileUncommentedChangesNothing()
{
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(uncommented().toUtf8(), u"daemon.yaml"_s);
    QVERIFY2(loaded, reason(loaded));
    QCOMPARE(loaded->configuration, ServiceConfiguration());
}

void tst_ConfigurationReference::defaultFileHasEveryKey()
{
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(uncommented().toUtf8(), u"daemon.yaml"_s);
    QVERIFY2(loaded, reason(loaded));
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (const ConfigurationKey &key : keys)
        QVERIFY2(loaded->origin(key.path).kind == ConfigurationOrigin::Kind::File, qPrintable(key.path));
    const QList<ConfigurationKey> commandKeys = ConfigurationSchema::commandKeys();
    for (const ConfigurationKey &key : commandKeys)
        QVERIFY2(defaultConfigurationFile().contains("\n#   " + key.path.toUtf8() + ": "),
                 qPrintable(key.path));
}

void tst_ConfigurationReference::referenceHasEveryKey()
{
    const QByteArray text = configurationReference();
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys() + ConfigurationSchema::commandKeys();
    for (const ConfigurationKey &key : keys) {
        QVERIFY2(text.contains("\n| `" + key.name().toUtf8() + "` | "), qPrintable(key.path));
        QVERIFY2(text.contains(key.description.toUtf8()), qPrintable(key.path));
    }
    for (const ConfigurationSection &section : ConfigurationSchema::sections())
        QVERIFY2(text.contains("\n## Section `" + section.path.toUtf8() + "`\n"), qPrintable(section.path));
}

QTEST_GUILESS_MAIN(tst_ConfigurationReference)
#include "tst_configurationreference.moc"
