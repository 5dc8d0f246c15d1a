// The slots of an object as methods.
#include <daemonrpc/jsonrpc/objectmethods.h>

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>
#include <QVariantMap>

using namespace DaemonRpc;

class Base : public QObject
{
    Q_OBJECT

public:
    Q_INVOKABLE virtual QString name() const { return QStringLiteral("base"); }

    Q_INVOKABLE int inherited() const { return 1; }
};

class Thing : public Base
{
    Q_OBJECT

public:
    Q_INVOKABLE QString name() const override { return QStringLiteral("thing"); }

    Q_INVOKABLE int add(int a, int b = 10, int c = 100) { return m_total = a + b + c; }

    Q_INVOKABLE QJsonArray types(bool a, uint b, qint64 c, float d, double e, const QString &f) const
    {
        return {a, static_cast<qint64>(b), c, static_cast<double>(d), e, f};
    }

    Q_INVOKABLE QJsonArray lists(const QStringList &a, const QJsonArray &b, const QVariantList &c) const
    {
        return {QJsonArray::fromStringList(a), b, QJsonArray::fromVariantList(c)};
    }

    Q_INVOKABLE QJsonArray objects(const QJsonObject &a, const QVariantMap &b, const QJsonValue &c) const
    {
        return {a, QJsonObject::fromVariantMap(b), c};
    }

    Q_INVOKABLE uint unsignedResult() const { return 4'000'000'000U; }

    Q_INVOKABLE QVariantMap mapResult() const { return {{QStringLiteral("a"), 1}}; }

    Q_INVOKABLE void unsupported(QObject *) {}

    Q_INVOKABLE QObject *unsupportedResult() { return this; }

    Q_INVOKABLE int overloaded(int a) const { return a; }

    Q_INVOKABLE int overloaded(const QString &a) const { return static_cast<int>(a.size()); }

    int total() const { return m_total; }

public Q_SLOTS:

    void reset() { m_total = 0; }

    void disappear() { delete this; }

Q_SIGNALS:
    void changed(int);

protected:
    Q_INVOKABLE int hidden() const { return 1; }

private Q_SLOTS:

    void alsoHidden() {}

private:
    int m_total = 0;
};

class TestObjectMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsWhatIsPublic();
    void describes();
    void calls_data();
    void calls();
    void refuses_data();
    void refuses();
    void voidIsNull();
    void withoutPrefix();
    void takenNames();
    void objectGoes();
    void objectGoesDuringACall();
    void role();

private:
    RpcOutcome call(const QString &method, const QJsonValue &params = QJsonValue(QJsonValue::Undefined))
    {
        RpcOutcome result = QJsonValue(QStringLiteral("none"));
        m_methods->call(RpcRequest{RpcId(1), method, params}, RpcPeer{},
                        [&result](const RpcOutcome &outcome) { result = outcome; });
        return result;
    }

    static void expectWarnings()
    {
        for (const char *name : {"unsupported", "unsupportedResult"}) {
            QTest::ignoreMessage(
                QtWarningMsg,
                QRegularExpression(
                    QStringLiteral("Thing::%1\\(.*a type that JSON has not").arg(QLatin1String(name))));
        }
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("overloaded\\(QString\\) becomes no method")));
    }

    std::unique_ptr<MethodRegistry> m_methods;
    Thing *m_thing = nullptr;
    QStringList m_added;
};

void TestObjectMethods::init()
{
    m_methods = std::make_unique<MethodRegistry>();
    m_thing = new Thing;
    expectWarnings();
    m_added = ObjectMethods::addTo(*m_methods, m_thing, QStringLiteral("thing"));
}

void TestObjectMethods::cleanup() { delete m_thing; }

void TestObjectMethods::addsWhatIsPublic()
{
    QCOMPARE(m_added.join(u' '), QStringLiteral("thing.add thing.disappear thing.inherited thing.lists "
                                                "thing.mapResult thing.name thing.objects thing.overloaded "
                                                "thing.reset thing.types thing.unsignedResult"));
    QStringList names;
    for (const MethodDescription &method : m_methods->list())
        names.append(method.name);
    QCOMPARE(names, m_added);
}

void TestObjectMethods::describes()
{
    const MethodDescription add = m_methods->list().first();
    QCOMPARE(add.name, QStringLiteral("thing.add"));
    QCOMPARE(add.summary, QStringLiteral("add(int,int,int)"));
    QCOMPARE(add.resultSummary, QStringLiteral("int"));
    QCOMPARE(add.resultSchema, (QJsonObject{{QStringLiteral("type"), QStringLiteral("integer")}}));
    QCOMPARE(add.parameters.size(), 3);
    QCOMPARE(add.parameters[0].name, QStringLiteral("a"));
    QCOMPARE(add.parameters[0].type, RpcType::Integer);
    QVERIFY(add.parameters[0].isRequired);
    QCOMPARE(add.parameters[2].name, QStringLiteral("c"));
    QVERIFY(!add.parameters[1].isRequired);
    QVERIFY(!add.parameters[2].isRequired);
}

void TestObjectMethods::calls_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QJsonValue>("params");
    QTest::addColumn<QJsonValue>("result");
    const auto row = [](const char *name, const QString &method, const QJsonValue &params,
                        const QJsonValue &result) { QTest::newRow(name) << method << params << result; };
    const QJsonValue none(QJsonValue::Undefined);
    row("inherited", QStringLiteral("inherited"), none, 1);
    row("overridden", QStringLiteral("name"), none, QStringLiteral("thing"));
    row("all", QStringLiteral("add"), QJsonArray{1, 2, 3}, 6);
    row("one default", QStringLiteral("add"), QJsonArray{1, 2}, 103);
    row("two defaults", QStringLiteral("add"), QJsonArray{1}, 111);
    row("null is a default", QStringLiteral("add"), QJsonArray{1, QJsonValue()}, 111);
    row("by name", QStringLiteral("add"), QJsonObject{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}},
        103);
    const QJsonArray scalars{true, Q_INT64_C(4000000000), -5, 0.5, 0.1, QStringLiteral("t")};
    row("scalars", QStringLiteral("types"), scalars, scalars);
    const QJsonArray lists{QJsonArray{QStringLiteral("a")}, QJsonArray{1, true},
                           QJsonArray{QStringLiteral("b"), 2}};
    row("lists", QStringLiteral("lists"), lists, lists);
    const QJsonObject object{{QStringLiteral("a"), QJsonArray{1}}};
    row("objects", QStringLiteral("objects"), QJsonArray{object, object, 5}, QJsonArray{object, object, 5});
    row("null for anything", QStringLiteral("objects"), QJsonArray{object, object, QJsonValue()},
        QJsonArray{object, object, QJsonValue()});
    row("unsigned", QStringLiteral("unsignedResult"), none, Q_INT64_C(4000000000));
    row("map", QStringLiteral("mapResult"), none, QJsonObject{{QStringLiteral("a"), 1}});
    row("first overload", QStringLiteral("overloaded"), QJsonArray{4}, 4);
}

void TestObjectMethods::calls()
{
    QFETCH(QString, method);
    QFETCH(QJsonValue, params);
    QFETCH(QJsonValue, result);
    const RpcOutcome outcome = call(QStringLiteral("thing.") + method, params);
    const auto *error = std::get_if<RpcError>(&outcome);
    QVERIFY2(!error, error ? qPrintable(error->message) : "");
    QCOMPARE(std::get<QJsonValue>(outcome), result);
}

void TestObjectMethods::refuses_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QJsonValue>("params");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &method, const QJsonValue &params,
                        const QString &message) { QTest::newRow(name) << method << params << message; };
    row("missing", QStringLiteral("add"), QJsonArray{}, QStringLiteral("parameter \"a\" is missing"));
    row("type", QStringLiteral("add"), QJsonArray{QStringLiteral("1")},
        QStringLiteral("parameter \"a\" must be an integer"));
    row("fraction", QStringLiteral("add"), QJsonArray{1.5},
        QStringLiteral("parameter \"a\" must be an integer"));
    row("too large", QStringLiteral("add"), QJsonArray{Q_INT64_C(4000000000)},
        QStringLiteral("parameter \"a\" must be an integer of 32 bits"));
    row("gap", QStringLiteral("add"), QJsonObject{{QStringLiteral("a"), 1}, {QStringLiteral("c"), 2}},
        QStringLiteral("parameter \"c\" needs \"b\" before it"));
    const auto types = [](const QJsonValue &second, const QJsonValue &fourth) {
        return QJsonArray{true, second, -5, fourth, 0.1, QStringLiteral("t")};
    };
    row("negative", QStringLiteral("types"), types(-1, 0.5),
        QStringLiteral("parameter \"b\" is out of the range of an unsigned integer of 32 bits"));
    row("too large for a float", QStringLiteral("types"), types(1, 1e300),
        QStringLiteral("parameter \"d\" is out of the range of a float"));
    row("not all strings", QStringLiteral("lists"), QJsonArray{QJsonArray{1}, QJsonArray{}, QJsonArray{}},
        QStringLiteral("parameter \"a\" must be an array of strings"));
}

void TestObjectMethods::refuses()
{
    QFETCH(QString, method);
    QFETCH(QJsonValue, params);
    QFETCH(QString, message);
    const RpcOutcome outcome = call(QStringLiteral("thing.") + method, params);
    const auto *error = std::get_if<RpcError>(&outcome);
    QVERIFY(error);
    QCOMPARE(error->code, RpcError::invalidParams);
    QCOMPARE(error->message, message);
    QCOMPARE(m_thing->total(), 0);
}

void TestObjectMethods::voidIsNull()
{
    call(QStringLiteral("thing.add"), QJsonArray{1});
    QCOMPARE(m_thing->total(), 111);
    QVERIFY(call(QStringLiteral("thing.reset")) == RpcOutcome(QJsonValue()));
    QCOMPARE(m_thing->total(), 0);
}

void TestObjectMethods::withoutPrefix()
{
    expectWarnings();
    const QStringList added = ObjectMethods::addTo(*m_methods, m_thing, QString());
    QVERIFY(added.contains(QStringLiteral("reset")));
    QVERIFY(call(QStringLiteral("inherited")) == RpcOutcome(QJsonValue(1)));
}

void TestObjectMethods::takenNames()
{
    expectWarnings();
    for (int i = 0; i < m_added.size(); ++i)
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the name is taken")));
    QVERIFY(ObjectMethods::addTo(*m_methods, m_thing, QStringLiteral("thing")).isEmpty());
}

void TestObjectMethods::objectGoes()
{
    delete std::exchange(m_thing, nullptr);
    const RpcOutcome outcome = call(QStringLiteral("thing.reset"));
    const auto *error = std::get_if<RpcError>(&outcome);
    QVERIFY(error);
    QCOMPARE(error->toError().code(), ErrorCode::Unsupported);
    QCOMPARE(error->message, QStringLiteral("the object behind method \"thing.reset\" is gone"));
}

void TestObjectMethods::objectGoesDuringACall()
{
    QVERIFY(call(QStringLiteral("thing.disappear")) == RpcOutcome(QJsonValue()));
    m_thing = nullptr;
    QVERIFY(std::holds_alternative<RpcError>(call(QStringLiteral("thing.reset"))));
}

void TestObjectMethods::role()
{
    MethodRegistry methods;
    expectWarnings();
    ObjectMethods::addTo(methods, m_thing, QStringLiteral("thing"), Role::ReadOnly);
    for (const MethodDescription &method : methods.list())
        QCOMPARE(method.role, Role::ReadOnly);
    QCOMPARE(m_methods->list().first().role, Role::Control);
}

QTEST_GUILESS_MAIN(TestObjectMethods)
#include "tst_objectmethods.moc"
