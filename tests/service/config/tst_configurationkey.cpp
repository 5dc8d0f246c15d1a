#include "configtesting.h"

#include <daemonrpc/service/config/configurationtext.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;
using Type = ConfigurationKey::Type;

class tst_ConfigurationKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void parse_data();
    void parse();
    void quotesAreSafe_data();
    void quotesAreSafe();

private:
    static ConfigurationKey keyOf(int type)
    {
        return {.path = u"s.k"_s,
                .type = Type(type),
                .minimum = -1,
                .maximum = 20,
                .unit = u"apples"_s,
                .choices = {u"one"_s, u"two"_s}};
    }
};

void tst_ConfigurationKey::names()
{
    const ConfigurationKey key{.path = u"sockets.local.path"_s};
    QCOMPARE(key.section(), u"sockets.local"_s);
    QCOMPARE(key.name(), u"path"_s);
    QCOMPARE(key.environmentName(), QByteArray("DAEMON_RPC_SOCKETS_LOCAL_PATH"));
    QCOMPARE(ConfigurationKey{.path = u"warm"_s}.section(), QString());
    QCOMPARE(ConfigurationKey{.path = u"warm"_s}.name(), u"warm"_s);
}

void tst_ConfigurationKey::parse_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("yaml"); // empty: refused
    const auto row = [](Type type, const char *text, const char *yaml) {
        QTest::addRow("%d: %s", int(type), text)
            << int(type) << QString::fromUtf8(text) << QString::fromUtf8(yaml);
    };
    for (const char *text : {"true", "yes", "on", "True", "ON"})
        row(Type::Flag, text, "true");
    for (const char *text : {"false", "no", "off", "No"})
        row(Type::Flag, text, "false");
    for (const char *text : {"", "1", "y", "tru", " true"})
        row(Type::Flag, text, "");
    row(Type::Number, "0", "0");
    row(Type::Number, "-1", "-1");
    row(Type::Number, "20", "20");
    for (const char *text :
         {"", "-", "-2", "21", "1.0", "1e1", "0x1", "+1", " 1", "1 ", "1_0", "99999999999999999999", "٣"})
        row(Type::Number, text, "");
    row(Type::Text, "", "\"\"");
    row(Type::Text, "a \"b\" \\ é", "\"a \\\"b\\\" \\\\ é\"");
    row(Type::Text, "a\nb", "");
    row(Type::Path, "/x", "\"/x\"");
    row(Type::Path, "", "\"\"");
    for (const char *text : {"x", "./x", "~/x", "/x\ny"})
        row(Type::Path, text, "");
    row(Type::Permissions, "0600", "0600");
    row(Type::Permissions, "600", "0600");
    row(Type::Permissions, "0o660", "0660");
    row(Type::Permissions, "0000", "0000");
    for (const char *text : {"", "6", "0680", "1777", "0x180", "rw-------", "00600", "-600"})
        row(Type::Permissions, text, "");
    row(Type::Choice, "two", "two");
    for (const char *text : {"", "Two", "three", "one,two"})
        row(Type::Choice, text, "");
    row(Type::TextList, "", "[]");
    row(Type::TextList, "a,b c", "[\"a\", \"b c\"]");
    row(Type::Environment, "A=1,B=", "[\"A=1\", \"B=\"]");
    for (const char *text : {"A", "=1", "A=1,B"})
        row(Type::Environment, text, "");
    row(Type::ChoiceMap, "", "{}");
    row(Type::ChoiceMap, "b=two,a=one", "{\"a\": one, \"b\": two}");
    for (const char *text : {"a", "a=three", "=one", "a=one,b"})
        row(Type::ChoiceMap, text, "");
}

void tst_ConfigurationKey::parse()
{
    QFETCH(const int, type);
    QFETCH(const QString, text);
    QFETCH(const QString, yaml);
    const ConfigurationKey key = keyOf(type);
    const Result<ConfigurationValue> value = key.parse(text);
    if (yaml.isEmpty()) {
        QVERIFY(!value);
        QCOMPARE(value.error().code(), ErrorCode::InvalidArgument);
        QVERIFY2(value.error().message().startsWith(u"expected "_s), qPrintable(value.error().message()));
        QVERIFY2(value.error().message().contains(u", found \""_s), qPrintable(value.error().message()));
        return;
    }
    QVERIFY2(value, ConfigTesting::reason(value));
    QCOMPARE(key.toYaml(*value), yaml);
}

void tst_ConfigurationKey::quotesAreSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("escape sequence") << u"\x1b[31mred"_s << u"\"\\u001b[31mred\""_s;
    QTest::newRow("lines") << u"a\nb\tc"_s << u"\"a\\nb\\tc\""_s;
    QTest::newRow("line separator") << QString(QChar(0x2028)) << u"\"\\u2028\""_s;
    QTest::newRow("quotes") << u"\"\\"_s << u"\"\\\"\\\\\""_s;
    QTest::newRow("emoji") << u"🙂"_s << u"\"🙂\""_s;
    QTest::newRow("long") << QString(100, u'x') << u'"' + QString(80, u'x') + u"\"..."_s;
}

void tst_ConfigurationKey::quotesAreSafe()
{
    QFETCH(const QString, text);
    QTEST(quotedForMessage(text), "message");
    // YAML understands what is quoted for it.
    ConfigurationLoader loader{ConfigurationSources()};
    const auto loaded = loader.loadText(
        u"commands: {a: {program: x, arguments: [%1]}}"_s.arg(quotedForYaml(text)).toUtf8(), u"f"_s);
    QVERIFY2(loaded, ConfigTesting::reason(loaded));
    QCOMPARE(loaded->configuration.commands.constFirst().arguments, QByteArrayList{text.toUtf8()});
}

QTEST_GUILESS_MAIN(tst_ConfigurationKey)
#include "tst_configurationkey.moc"
