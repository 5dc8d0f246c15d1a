#include "snapshottesting.h"

#include <daemonrpc/admin/environmentdiff.h>

using namespace DaemonRpc;
using namespace SnapshotTesting;

static EnvironmentVariable variable(const QString &name, const QString &value,
                                    const QString &daemonValue = {})
{
    EnvironmentVariable variable;
    variable.name = name;
    variable.value = value;
    variable.daemonValue = daemonValue;
    return variable;
}

static EnvironmentVariable fullVariable()
{
    EnvironmentVariable full = variable(QStringLiteral("PATH"), QStringLiteral("/a"), QStringLiteral("/b"));
    full.omittedBytes = 7;
    full.isHidden = true;
    return full;
}

static EnvironmentDiff fullDiff()
{
    EnvironmentDiff diff;
    diff.added = {variable(QStringLiteral("NEW"), QStringLiteral("1"))};
    diff.changed = {fullVariable()};
    diff.removed = {QStringLiteral("OLD"), QStringLiteral("OLDER")};
    diff.omittedVariables = 3;
    return diff;
}

class tst_EnvironmentDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void between_data();
    void between();
    void bytesThatAreNoText();
    void hidesSecrets_data();
    void hidesSecrets();
    void hidesOnBothSides();
    void cutsLongValues();
    void boundsVariables();
    void boundsBytes();
    void leavesOutLongNames();
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void brokenVariableFields_data();
    void brokenVariableFields();
    void boundsWhatItReads();
};

void tst_EnvironmentDiff::between_data()
{
    QTest::addColumn<QByteArrayList>("daemons");
    QTest::addColumn<QByteArrayList>("requests");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArrayList &daemons, const QByteArrayList &requests,
                        const char *expected) {
        QTest::newRow(name) << daemons << requests << QString::fromUtf8(expected);
    };
    row("nothing", {}, {}, "");
    row("the same", {"A=1", "B=2"}, {"B=2", "A=1"}, "");
    row("added", {"B=2"}, {"A=1", "B=2", "C=3"}, "+A=1 +C=3");
    row("removed", {"A=1", "B=2", "C=3"}, {"B=2"}, "-A -C");
    row("changed", {"A=1"}, {"A=2"}, "A=1>2");
    row("all of them", {"A=1", "B=2", "D=4"}, {"E=5", "B=3", "C=0"}, "+C=0 +E=5 B=2>3 -A -D");
    row("emptied", {"A=1"}, {"A="}, "A=1>");
    row("empty and absent are two things", {}, {"A="}, "+A=");
    row("equals signs belong to the value", {"A=x=y"}, {"A=x=z"}, "A=x=y>x=z");
    row("the first counts", {"A=1", "A=2"}, {"A=1", "A=3"}, "");
    row("names differ in their case", {"a=1"}, {"A=1"}, "+A=1 -a");
    row("no entries at all", {"=x", "nonsense"}, {"", "="}, "");
}

void tst_EnvironmentDiff::between()
{
    QFETCH(const QByteArrayList, daemons);
    QFETCH(const QByteArrayList, requests);
    QFETCH(const QString, expected);
    const EnvironmentDiff diff = EnvironmentDiff::between(daemons, requests);
    QStringList found;
    for (const EnvironmentVariable &added : diff.added) {
        found.append(u'+' + added.name + u'=' + added.value);
        QCOMPARE(added.daemonValue, QString());
    }
    for (const EnvironmentVariable &changed : diff.changed)
        found.append(changed.name + u'=' + changed.daemonValue + u'>' + changed.value);
    for (const QString &removed : diff.removed)
        found.append(u'-' + removed);
    QCOMPARE(found.join(u' '), expected);
    QCOMPARE(diff.omittedVariables, 0);
}

void tst_EnvironmentDiff::bytesThatAreNoText()
{
    const EnvironmentDiff diff = EnvironmentDiff::between({}, {"N\xff=\xc3\x28"});
    QCOMPARE(diff.added.size(), 1);
    QCOMPARE(diff.added[0].name, QStringLiteral(u"N\ufffd"));
    QCOMPARE(diff.added[0].value, QStringLiteral(u"\ufffd("));
}

void tst_EnvironmentDiff::hidesSecrets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isHidden");
    for (const char *name :
         {"TOKEN", "GITHUB_TOKEN", "npm_token", "PASSWORD", "DB_PASS", "SSHPASS", "PGPASSWORD", "MYSQL_PWD",
          "CLIENT_SECRET", "AWS_SECRET_ACCESS_KEY", "ApiKey", "MyCredentials"})
        QTest::newRow(name) << QByteArray(name) << QByteArray("hunter2") << true;
    for (const char *name : {"PATH", "HOME", "PWD", "OLDPWD", "LANG", "SSH_AUTH_SOCK", "TOK"})
        QTest::newRow(name) << QByteArray(name) << QByteArray("hunter2") << false;
    for (const char *value : {"https://me:word@host/", "see http://a/ or postgres://u:p@h:5/db",
                              "redis://:word@host", "x://me:a@b@c"})
        QTest::newRow(value) << QByteArray("URL") << QByteArray(value) << true;
    for (const char *value : {"https://host:80/a@b", "https://me@host:80/", "me:word@host",
                              "https://[::1]/a:b@c", "://", "://@", "http://h?a:b@c"})
        QTest::newRow(value) << QByteArray("URL") << QByteArray(value) << false;
}

void tst_EnvironmentDiff::hidesSecrets()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isHidden);
    QCOMPARE(EnvironmentDiff::isSecret(name, value), isHidden);
    const EnvironmentDiff diff = EnvironmentDiff::between({}, {name + '=' + value});
    QCOMPARE(diff.added.size(), 1);
    QCOMPARE(diff.added[0].isHidden, isHidden);
    QCOMPARE(diff.added[0].value, isHidden ? EnvironmentDiff::mark.toString() : QString::fromUtf8(value));
    QCOMPARE(diff.added[0].omittedBytes, 0); // nor does it tell a length
}

void tst_EnvironmentDiff::hidesOnBothSides()
{
    const QString mark = EnvironmentDiff::mark.toString();
    const EnvironmentDiff diff = EnvironmentDiff::between({"A_KEY=old", "PROXY=http://me:old@host"},
                                                          {"A_KEY=new", "PROXY=http://host"});
    QCOMPARE(diff.changed.size(), 2);
    for (const EnvironmentVariable &changed : diff.changed) {
        QVERIFY(changed.isHidden);
        QCOMPARE(changed.value, mark);
        QCOMPARE(changed.daemonValue, mark);
    }
}

void tst_EnvironmentDiff::cutsLongValues()
{
    const QByteArray value(EnvironmentDiff::maxValueBytes + 10, 'x');
    const EnvironmentDiff diff =
        EnvironmentDiff::between({"LONG=" + value + "yyy"}, {"LONG=" + value, "NEW=" + value});
    QCOMPARE(diff.added[0].value.size(), EnvironmentDiff::maxValueBytes);
    QCOMPARE(diff.added[0].omittedBytes, 10);
    QCOMPARE(diff.changed[0].omittedBytes, 23);
}

void tst_EnvironmentDiff::boundsVariables()
{
    QByteArrayList daemons;
    QByteArrayList requests;
    for (int i = 0; i < 1000; ++i) {
        daemons.append("OLD" + QByteArray::number(i) + "=1");
        requests.append("NEW" + QByteArray::number(i) + "=1");
    }
    const EnvironmentDiff diff = EnvironmentDiff::between(daemons, requests);
    QCOMPARE(diff.added.size() + diff.changed.size() + diff.removed.size(), EnvironmentDiff::maxVariables);
    QCOMPARE(diff.omittedVariables, 2000 - EnvironmentDiff::maxVariables);
}

void tst_EnvironmentDiff::boundsBytes()
{
    QByteArrayList requests{"Z=small"};
    for (int i = 10; i < 60; ++i)
        requests.append("A" + QByteArray::number(i) + '=' + QByteArray(4000, 'x'));
    const EnvironmentDiff diff = EnvironmentDiff::between({}, requests);
    QCOMPARE(diff.added.size(), 17); // 16 times 4003, and what still has room
    QCOMPARE(diff.added.constLast().name, QStringLiteral("Z"));
    QCOMPARE(diff.omittedVariables, 51 - 17);
}

void tst_EnvironmentDiff::leavesOutLongNames()
{
    const QByteArray name(EnvironmentDiff::maxNameBytes + 1, 'N');
    const EnvironmentDiff diff =
        EnvironmentDiff::between({name + "X=1"}, {name + "=1", name.chopped(1) + "=1"});
    QCOMPARE(diff.added.size(), 1);
    QVERIFY(diff.removed.isEmpty());
    QCOMPARE(diff.omittedVariables, 2);
}

void tst_EnvironmentDiff::roundTrip() { verifyRoundTrip<EnvironmentDiff>({EnvironmentDiff(), fullDiff()}); }

void tst_EnvironmentDiff::fieldNames()
{
    verifyFieldNames(fullDiff().toJson(), QStringLiteral("added changed omitted_variables removed"));
    verifyFieldNames(fullVariable().toJson(), QStringLiteral("daemon_value hidden name omitted_bytes value"));
}

void tst_EnvironmentDiff::brokenFields_data()
{
    // A list that is absent is one without values, as everywhere.
    addBrokenFields(fullDiff().toJson(), {QStringLiteral("added"), QStringLiteral("changed")});
}

void tst_EnvironmentDiff::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(EnvironmentDiff::fromJson(withField(fullDiff().toJson(), name, broken)), name);
}

void tst_EnvironmentDiff::brokenVariableFields_data() { addBrokenFields(fullVariable().toJson()); }

void tst_EnvironmentDiff::brokenVariableFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    const QJsonObject json = withField(fullVariable().toJson(), name, broken);
    verifyComplaint(EnvironmentVariable::fromJson(json), name);
    verifyComplaint(
        EnvironmentDiff::fromJson(withField(fullDiff().toJson(), QStringLiteral("added"), QJsonArray{json})),
        name);
}

// A daemon may say anything.
void tst_EnvironmentDiff::boundsWhatItReads()
{
    EnvironmentDiff diff;
    const QString text(100'000, u'x');
    EnvironmentVariable much = variable(text, text, text);
    much.omittedBytes = -1;
    for (qsizetype i = 0; i < EnvironmentDiff::maxVariables + 5; ++i) {
        diff.added.append(much);
        diff.removed.append(text);
    }
    diff.omittedVariables = -5;
    const Result<EnvironmentDiff> read = EnvironmentDiff::fromJson(diff.toJson());
    QVERIFY(read);
    QCOMPARE(read->added.size(), EnvironmentDiff::maxVariables);
    QCOMPARE(read->removed.size(), EnvironmentDiff::maxVariables);
    QCOMPARE(read->added[0].name.size(), EnvironmentDiff::maxNameBytes);
    QCOMPARE(read->added[0].value.size(), EnvironmentDiff::maxValueBytes);
    QCOMPARE(read->added[0].daemonValue.size(), EnvironmentDiff::maxValueBytes);
    QCOMPARE(read->added[0].omittedBytes, 0);
    QCOMPARE(read->removed[0].size(), EnvironmentDiff::maxNameBytes);
    QCOMPARE(read->omittedVariables, 0);
}

QTEST_APPLESS_MAIN(tst_EnvironmentDiff)
#include "tst_environmentdiff.moc"
