// Methods as people and programs are told of them.
#include <daemonrpc/jsonrpc/methodintrospection.h>

#include <QTest>

using namespace DaemonRpc;

class TestMethodIntrospection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void schemas_data();
    void schemas();
    void schemaAddsToTheType();
    void listsMethods();
    void describesItself();
    void openRpcDocument();
    void seesLaterMethods();

private:
    QJsonValue call(const QString &method, Role role = Role::ReadOnly)
    {
        QJsonValue result(QJsonValue::Undefined);
        RpcPeer peer;
        peer.identity.role = role;
        m_methods->call(RpcRequest{RpcId(1), method}, peer, [&result](const RpcOutcome &outcome) {
            if (const auto *value = std::get_if<QJsonValue>(&outcome))
                result = *value;
        });
        return result;
    }

    std::unique_ptr<MethodRegistry> m_methods;
};

static QJsonValue nothing(const RpcParams &, const RpcPeer &) { return {}; }

void TestMethodIntrospection::init()
{
    m_methods = std::make_unique<MethodRegistry>();
    MethodDescription description{
        QStringLiteral("a.move"),
        QStringLiteral("Moves."),
        {{QStringLiteral("to"), RpcType::String, true, QStringLiteral("Where to.")},
         {QStringLiteral("steps"), RpcType::Integer, false, QStringLiteral("How many."),
          QJsonObject{{QStringLiteral("minimum"), 1}}}},
        QStringLiteral("Where it is."),
        Role::Control,
        QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}};
    m_methods->addSync(description, nothing);
    MethodIntrospection::addTo(*m_methods, QStringLiteral("title"), QStringLiteral("1.2.3"));
}

void TestMethodIntrospection::schemas_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("name");
    QTest::newRow("boolean") << int(RpcType::Boolean) << QStringLiteral("boolean");
    QTest::newRow("integer") << int(RpcType::Integer) << QStringLiteral("integer");
    QTest::newRow("number") << int(RpcType::Number) << QStringLiteral("number");
    QTest::newRow("string") << int(RpcType::String) << QStringLiteral("string");
    QTest::newRow("array") << int(RpcType::Array) << QStringLiteral("array");
    QTest::newRow("object") << int(RpcType::Object) << QStringLiteral("object");
}

void TestMethodIntrospection::schemas()
{
    QFETCH(int, type);
    QFETCH(QString, name);
    QCOMPARE(MethodIntrospection::schemaOf(static_cast<RpcType>(type)),
             (QJsonObject{{QStringLiteral("type"), name}}));
    QCOMPARE(MethodIntrospection::schemaOf(RpcType::Any), QJsonObject());
}

void TestMethodIntrospection::schemaAddsToTheType()
{
    const MethodParameter parameter{
        QStringLiteral("n"), RpcType::Number, true, {}, QJsonObject{{QStringLiteral("maximum"), 9}}};
    QCOMPARE(
        MethodIntrospection::schemaOf(parameter),
        (QJsonObject{{QStringLiteral("type"), QStringLiteral("number")}, {QStringLiteral("maximum"), 9}}));
}

void TestMethodIntrospection::listsMethods()
{
    const QJsonArray methods = call(QStringLiteral("list_methods")).toArray();
    QCOMPARE(methods.size(), 3);
    const QJsonObject expected{
        {QStringLiteral("name"), QStringLiteral("a.move")},
        {QStringLiteral("summary"), QStringLiteral("Moves.")},
        {QStringLiteral("role"), QStringLiteral("control")},
        {QStringLiteral("parameters"),
         QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("to")},
                                {QStringLiteral("summary"), QStringLiteral("Where to.")},
                                {QStringLiteral("required"), true},
                                {QStringLiteral("schema"),
                                 QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}},
                    QJsonObject{{QStringLiteral("name"), QStringLiteral("steps")},
                                {QStringLiteral("summary"), QStringLiteral("How many.")},
                                {QStringLiteral("required"), false},
                                {QStringLiteral("schema"),
                                 QJsonObject{{QStringLiteral("type"), QStringLiteral("integer")},
                                             {QStringLiteral("minimum"), 1}}}}}},
        {QStringLiteral("result"), QStringLiteral("Where it is.")},
        {QStringLiteral("result_schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}};
    QCOMPARE(methods.first().toObject(), expected);
}

void TestMethodIntrospection::describesItself()
{
    const QJsonArray methods = call(QStringLiteral("list_methods")).toArray();
    QCOMPARE(methods[1][QStringLiteral("name")].toString(), QStringLiteral("list_methods"));
    QCOMPARE(methods[2][QStringLiteral("name")].toString(), QStringLiteral("rpc.discover"));
    QCOMPARE(methods[2][QStringLiteral("role")].toString(), QStringLiteral("read-only"));
    QVERIFY(call(QStringLiteral("list_methods"), Role::None).isUndefined());
    QVERIFY(call(QStringLiteral("rpc.discover"), Role::None).isUndefined());
}

// What the OpenRPC specification requires of a document.
void TestMethodIntrospection::openRpcDocument()
{
    const QJsonObject document = call(QStringLiteral("rpc.discover")).toObject();
    QCOMPARE(document[QStringLiteral("openrpc")].toString(), QStringLiteral("1.2.6"));
    QCOMPARE(document[QStringLiteral("info")],
             QJsonValue(QJsonObject{{QStringLiteral("title"), QStringLiteral("title")},
                                    {QStringLiteral("version"), QStringLiteral("1.2.3")}}));
    const QJsonArray methods = document[QStringLiteral("methods")].toArray();
    QCOMPARE(methods.size(), 3);
    for (const QJsonValue &method : methods) {
        QVERIFY(method[QStringLiteral("name")].isString());
        QVERIFY(method[QStringLiteral("params")].isArray());
        QVERIFY(method[QStringLiteral("result")][QStringLiteral("name")].isString());
        QVERIFY(method[QStringLiteral("result")][QStringLiteral("schema")].isObject());
        QCOMPARE(method[QStringLiteral("paramStructure")].toString(), QStringLiteral("either"));
        const QJsonArray parameters = method[QStringLiteral("params")].toArray();
        for (const QJsonValue &parameter : parameters) {
            QVERIFY(parameter[QStringLiteral("name")].isString());
            QVERIFY(parameter[QStringLiteral("schema")].isObject());
        }
    }
    QCOMPARE(
        methods[0][QStringLiteral("params")][1][QStringLiteral("schema")][QStringLiteral("minimum")].toInt(),
        1);
}

void TestMethodIntrospection::seesLaterMethods()
{
    m_methods->addSync({QStringLiteral("z"), {}, {}, {}}, nothing);
    QCOMPARE(call(QStringLiteral("list_methods")).toArray().size(), 4);
    QCOMPARE(call(QStringLiteral("rpc.discover"))[QStringLiteral("methods")].toArray().size(), 4);
}

QTEST_GUILESS_MAIN(TestMethodIntrospection)
#include "tst_methodintrospection.moc"
