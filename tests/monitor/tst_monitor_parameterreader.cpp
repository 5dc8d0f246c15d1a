#include "dialogs/methodinfo.h"
#include "dialogs/parameterform.h"
#include "dialogs/parameterreader.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QtTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;

using Kind = ParameterInfo::Kind;

Q_DECLARE_METATYPE(ParameterInfo)

class TestParameterReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void writesWhatItReads();
    void listsAreRead();
    void hostileListsAreBounded();
    void formBuildsAnObject();
    void formSaysWhatIsWrongInPlace();
    void textsAreNeverRich();
};

static ParameterInfo parameter(Kind kind, bool isRequired = true, const QJsonObject &schema = {})
{
    return {QStringLiteral("p"), {}, isRequired, kind, schema};
}

void TestParameterReader::reads_data()
{
    QTest::addColumn<ParameterInfo>("info");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value"); // undefined: left out

    const QJsonObject between{{QStringLiteral("minimum"), 1}, {QStringLiteral("maximum"), 5}};
    const QJsonObject choice{{QStringLiteral("enum"), QJsonArray{QStringLiteral("a"), QStringLiteral("b")}}};
    const auto row = [](const char *name, const ParameterInfo &info, const char *text,
                        const QJsonValue &value) {
        QTest::newRow(name) << info << QString::fromUtf8(text) << value;
    };
    row("string", parameter(Kind::String), "a \"b\" ä", QString::fromUtf8("a \"b\" ä"));
    row("string, as it is typed", parameter(Kind::String), " 1 ", QStringLiteral(" 1 "));
    row("required string, empty", parameter(Kind::String), "", QStringLiteral(""));
    row("string, left out", parameter(Kind::String, false), "", QJsonValue::Undefined);
    row("string of a choice", parameter(Kind::String, true, choice), "b", QStringLiteral("b"));
    row("integer", parameter(Kind::Integer), " 42 ", 42);
    row("negative integer", parameter(Kind::Integer), "-7", -7);
    row("large integer", parameter(Kind::Integer), "9007199254740993", Q_INT64_C(9007199254740993));
    row("integer at its bounds", parameter(Kind::Integer, true, between), "5", 5);
    row("integer, left out", parameter(Kind::Integer, false), " ", QJsonValue::Undefined);
    row("number", parameter(Kind::Number), "1.5e3", 1500.0);
    row("boolean", parameter(Kind::Boolean), "true", true);
    row("boolean, left out", parameter(Kind::Boolean, false), "", QJsonValue::Undefined);
    row("array", parameter(Kind::Array), "[1, \"two\"]", QJsonArray{1, QStringLiteral("two")});
    row("object", parameter(Kind::Object), "{\"a\": [null]}",
        QJsonObject{{QStringLiteral("a"), QJsonArray{QJsonValue::Null}}});
    row("any: string", parameter(Kind::Any), "\"x\"", QStringLiteral("x"));
    row("any: null", parameter(Kind::Any), "null", QJsonValue::Null);
    row("any: number", parameter(Kind::Any), "3", 3);
    row("any: array", parameter(Kind::Any), "[]", QJsonArray());
}

void TestParameterReader::reads()
{
    QFETCH(const ParameterInfo, info);
    QFETCH(const QString, text);
    QFETCH(const QJsonValue, value);
    const auto read = ParameterReader::read(info, text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
    QCOMPARE(read->has_value(), !value.isUndefined());
    if (*read) {
        QCOMPARE(**read, value);
        QCOMPARE((*read)->toInteger(-1), value.toInteger(-1)); // exact beyond 2^53
    }
}

void TestParameterReader::refuses_data()
{
    QTest::addColumn<ParameterInfo>("info");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");

    const QJsonObject between{{QStringLiteral("minimum"), 1}, {QStringLiteral("maximum"), 5}};
    const QJsonObject choice{{QStringLiteral("enum"), QJsonArray{QStringLiteral("a"), QStringLiteral("b")}}};
    const auto row = [](const char *name, const ParameterInfo &info, const char *text, const char *why) {
        QTest::newRow(name) << info << QString::fromUtf8(text) << QString::fromUtf8(why);
    };
    row("nothing", parameter(Kind::Integer), "", "A value is required.");
    row("nothing of a choice", parameter(Kind::String, true, choice), "", "A value is required.");
    row("no choice", parameter(Kind::String, true, choice), "c", "One of these is wanted: a, b.");
    row("words", parameter(Kind::Integer), "many", "A whole number is wanted, such as 42.");
    row("fraction", parameter(Kind::Integer), "1.5", "A whole number is wanted, such as 42.");
    row("too large an integer", parameter(Kind::Integer), "9223372036854775808",
        "A whole number is wanted, such as 42.");
    row("below", parameter(Kind::Integer, true, between), "0", "At least 1 is wanted.");
    row("above", parameter(Kind::Number, true, between), "5.5", "At most 5 is wanted.");
    row("no number", parameter(Kind::Number), "1,5", "A number is wanted, such as 1.5.");
    row("infinite", parameter(Kind::Number), "inf", "A number is wanted, such as 1.5.");
    row("no boolean", parameter(Kind::Boolean), "1", "Either true or false is wanted.");
    row("no array", parameter(Kind::Array), "{}", "A JSON array is wanted, such as [1, 2].");
    row("no object", parameter(Kind::Object), "[]", "A JSON object is wanted, such as {\"key\": 1}.");
    row("two values", parameter(Kind::Any), "1, 2", "One JSON value is wanted.");
    row("out of the array", parameter(Kind::Any), "1], [2", "This is not JSON");
    row("bare word", parameter(Kind::Any), "word", "This is not JSON, at character 1: ");
    row("unclosed", parameter(Kind::Array), "[1, 2", "This is not JSON");
}

void TestParameterReader::refuses()
{
    QFETCH(const ParameterInfo, info);
    QFETCH(const QString, text);
    QFETCH(const QString, why);
    const auto read = ParameterReader::read(info, text);
    QVERIFY(!read);
    QCOMPARE(read.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(read.error().message().startsWith(why), qPrintable(read.error().message()));
}

void TestParameterReader::writesWhatItReads()
{
    const QList<QPair<Kind, QJsonValue>> values{
        {Kind::String, QStringLiteral("a\"b")},
        {Kind::Integer, Q_INT64_C(9007199254740993)},
        {Kind::Number, 0.25},
        {Kind::Boolean, true},
        {Kind::Array, QJsonArray{1, true}},
        {Kind::Object, QJsonObject{{QStringLiteral("k"), 1}}},
        {Kind::Any, QStringLiteral("text")},
        {Kind::Any, QJsonValue::Null},
    };
    for (const auto &[kind, value] : values) {
        const QString text = ParameterReader::write(parameter(kind), value);
        const auto read = ParameterReader::read(parameter(kind), text);
        QVERIFY2(read && *read, qPrintable(text));
        QCOMPARE(**read, value);
    }
}

void TestParameterReader::listsAreRead()
{
    const QJsonArray list{
        QJsonObject{
            {QStringLiteral("name"), QStringLiteral("b.two")},
            {QStringLiteral("summary"), QStringLiteral("Second.")},
            {QStringLiteral("role"), QStringLiteral("control")},
            {QStringLiteral("result"), QStringLiteral("Nothing.")},
            {QStringLiteral("parameters"),
             QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("n")},
                                    {QStringLiteral("required"), true},
                                    {QStringLiteral("summary"), QStringLiteral("How many.")},
                                    {QStringLiteral("schema"),
                                     QJsonObject{{QStringLiteral("type"), QStringLiteral("integer")}}}}}}},
        QJsonObject{{QStringLiteral("name"), QStringLiteral("a.one")},
                    {QStringLiteral("role"), QStringLiteral("read-only")}},
    };
    const QList<MethodInfo> methods = MethodInfo::listFromJson(list);
    QCOMPARE(methods.size(), 2);
    QCOMPARE(methods.at(0).name, QStringLiteral("a.one"));
    QVERIFY(!methods.at(0).isOnlyForControl());
    QVERIFY(methods.at(1).isOnlyForControl());
    MethodInfo forEverybody;
    forEverybody.role = QStringLiteral("none");
    QVERIFY(!forEverybody.isOnlyForControl());
    QCOMPARE(methods.at(1).parameters.size(), 1);
    QCOMPARE(methods.at(1).parameters.at(0).kind, Kind::Integer);
    QVERIFY(methods.at(1).parameters.at(0).isRequired);
}

void TestParameterReader::hostileListsAreBounded()
{
    QVERIFY(MethodInfo::listFromJson(QStringLiteral("no list")).isEmpty());
    QJsonArray parameters;
    for (int i = 0; i < 1000; ++i)
        parameters.append(
            QJsonObject{{QStringLiteral("name"), QString::number(i)}, {QStringLiteral("schema"), 7}});
    QJsonArray list{17, QJsonValue::Null, QJsonObject{{QStringLiteral("name"), 4}}};
    for (int i = 0; i < 3000; ++i)
        list.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("m%1").arg(i)},
                                {QStringLiteral("parameters"), i == 0 ? parameters : QJsonArray()}});
    const QList<MethodInfo> methods = MethodInfo::listFromJson(list);
    QCOMPARE(methods.size(), MethodInfo::maxMethods);
    QCOMPARE(methods.at(0).parameters.size(), MethodInfo::maxParameters);
    QCOMPARE(methods.at(0).parameters.at(0).kind, Kind::Any);
}

static MethodInfo wideMethod()
{
    MethodInfo method;
    const auto add = [&method](const char *name, Kind kind, bool isRequired, const QJsonObject &schema = {}) {
        method.parameters.append({QString::fromLatin1(name), {}, isRequired, kind, schema});
    };
    add("text", Kind::String, true);
    add("count", Kind::Integer, true);
    add("factor", Kind::Number, false);
    add("deep", Kind::Boolean, false);
    add("mode", Kind::String, true,
        {{QStringLiteral("enum"), QJsonArray{QStringLiteral("fast"), QStringLiteral("slow")}}});
    add("items", Kind::Array, false);
    add("options", Kind::Object, false);
    add("any", Kind::Any, false);
    return method;
}

void TestParameterReader::formBuildsAnObject()
{
    ParameterForm form;
    form.setMethod(wideMethod());
    form.show();
    form.findChild<QLineEdit *>(QStringLiteral("count"))->setText(QStringLiteral("3"));
    QJsonObject expected{{QStringLiteral("text"), QStringLiteral("")},
                         {QStringLiteral("count"), 3},
                         {QStringLiteral("mode"), QStringLiteral("fast")}};
    QCOMPARE(form.parameters(), std::optional(expected));

    form.findChild<QLineEdit *>(QStringLiteral("text"))->setText(QStringLiteral("42"));
    form.findChild<QLineEdit *>(QStringLiteral("factor"))->setText(QStringLiteral("0.5"));
    form.findChild<QComboBox *>(QStringLiteral("deep"))->setCurrentIndex(2);
    form.findChild<QComboBox *>(QStringLiteral("mode"))->setCurrentIndex(1);
    form.findChild<QPlainTextEdit *>(QStringLiteral("items"))->setPlainText(QStringLiteral("[1,\n2]"));
    form.findChild<QPlainTextEdit *>(QStringLiteral("options"))->setPlainText(QStringLiteral("{\"a\":null}"));
    form.findChild<QLineEdit *>(QStringLiteral("any"))->setText(QStringLiteral("\"x\""));
    expected = {{QStringLiteral("text"), QStringLiteral("42")},
                {QStringLiteral("count"), 3},
                {QStringLiteral("factor"), 0.5},
                {QStringLiteral("deep"), true},
                {QStringLiteral("mode"), QStringLiteral("slow")},
                {QStringLiteral("items"), QJsonArray{1, 2}},
                {QStringLiteral("options"), QJsonObject{{QStringLiteral("a"), QJsonValue::Null}}},
                {QStringLiteral("any"), QStringLiteral("x")}};
    QCOMPARE(form.parameters(), std::optional(expected));

    ParameterForm other;
    other.setMethod(wideMethod());
    other.setParameters(expected);
    QCOMPARE(other.parameters(), std::optional(expected));
}

void TestParameterReader::formSaysWhatIsWrongInPlace()
{
    ParameterForm form;
    form.setMethod(wideMethod());
    form.show();
    auto *count = form.findChild<QLineEdit *>(QStringLiteral("count"));
    const auto *problem = form.findChild<QLabel *>(QStringLiteral("countProblem"));
    QVERIFY(!problem->isVisible());
    QVERIFY(!form.parameters());
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("A value is required.")));
    count->setText(QStringLiteral("x"));
    QVERIFY(problem->text().contains(QStringLiteral("A whole number is wanted")));
    form.focusProblem();
    QTRY_COMPARE(form.focusWidget(), count);
    count->setText(QStringLiteral("1"));
    QVERIFY(!problem->isVisible());
    QVERIFY(form.parameters());
    auto *items = form.findChild<QPlainTextEdit *>(QStringLiteral("items"));
    items->setPlainText(QStringLiteral("[1"));
    QVERIFY(form.findChild<QLabel *>(QStringLiteral("itemsProblem"))->isVisible());
    QVERIFY(!form.parameters());
}

void TestParameterReader::textsAreNeverRich()
{
    MethodInfo method;
    method.parameters.append(
        {QStringLiteral("<h1>&x</h1>"), QStringLiteral("<img src=x>"), true, Kind::Any, {}});
    ParameterForm form;
    form.setMethod(method);
    const auto labels = form.findChildren<QLabel *>();
    QVERIFY(labels.size() >= 2);
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == QStringLiteral("<h1>&&x</h1> (required):");
    }));
}

QTEST_MAIN(TestParameterReader)
#include "tst_monitor_parameterreader.moc"
