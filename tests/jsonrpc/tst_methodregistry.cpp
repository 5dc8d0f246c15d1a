// Methods by name, and what is checked before they run.
#include <daemonrpc/jsonrpc/methodregistry.h>

#include <QTest>

using namespace DaemonRpc;

static MethodDescription named(const QString &name)
{
    return MethodDescription{name, QStringLiteral("Does it"), {}, QStringLiteral("What was done")};
}

static QJsonValue returnNull(const RpcParams &, const RpcPeer &) { return {}; }

class TestMethodRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lists();
    void synchronous();
    void synchronousFailure();
    void asynchronous();
    void unknownMethod_data();
    void unknownMethod();
    void longNameIsNotRepeated();
    void checksParameters_data();
    void checksParameters();
    void addsWhileCalled();

private:
    void call(const MethodRegistry &registry, const QString &method,
              const QJsonValue &params = QJsonValue(QJsonValue::Undefined))
    {
        registry.call(RpcRequest{QJsonValue(1), method, params}, m_peer,
                      [this](const RpcOutcome &outcome) { m_outcomes.append(outcome); });
    }

    RpcPeer m_peer;
    QList<RpcOutcome> m_outcomes;
};

void TestMethodRegistry::init()
{
    m_outcomes.clear();
    m_peer.connectionId = 9;
}

void TestMethodRegistry::lists()
{
    MethodRegistry registry;
    QVERIFY(registry.list().isEmpty());
    MethodDescription b = named(QStringLiteral("b"));
    b.parameters = {{QStringLiteral("id"), RpcType::Integer, true, QStringLiteral("Which")}};
    registry.addSync(b, returnNull);
    registry.addSync(named(QStringLiteral("a")), returnNull);
    QVERIFY(registry.contains(QStringLiteral("b")));
    QVERIFY(!registry.contains(QStringLiteral("B")));

    const QList<MethodDescription> list = registry.list();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].name, QStringLiteral("a"));
    QCOMPARE(list[1].name, QStringLiteral("b"));
    QCOMPARE(list[1].parameters.size(), 1);
    QCOMPARE(list[1].parameters[0].name, QStringLiteral("id"));
    QCOMPARE(list[1].resultSummary, QStringLiteral("What was done"));
}

void TestMethodRegistry::synchronous()
{
    MethodRegistry registry;
    registry.addSync(named(QStringLiteral("m")), [](const RpcParams &params, const RpcPeer &peer) {
        return QJsonValue(QJsonArray{params.raw(), static_cast<qint64>(peer.connectionId)});
    });
    call(registry, QStringLiteral("m"), QJsonArray{1});
    const QJsonArray expected{QJsonArray{1}, 9};
    QVERIFY(m_outcomes == QList<RpcOutcome>{QJsonValue(expected)});
}

void TestMethodRegistry::synchronousFailure()
{
    MethodRegistry registry;
    const Error error(ErrorCode::UnknownRequest, QStringLiteral("no request 7"),
                      {QStringLiteral("cancelling")});
    registry.addSync(
        named(QStringLiteral("m")),
        [&error](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> { return unexpected(error); });
    call(registry, QStringLiteral("m"));
    QVERIFY(m_outcomes == QList<RpcOutcome>{RpcError::fromError(error)});
}

void TestMethodRegistry::asynchronous()
{
    std::optional<RpcCall> kept;
    {
        MethodRegistry registry;
        registry.add(named(QStringLiteral("m")), [&kept](const RpcCall &call) { kept = call; });
        call(registry, QStringLiteral("m"));
    }
    QVERIFY(m_outcomes.isEmpty());
    kept->reply(3); // after the registry is gone
    QVERIFY(m_outcomes == QList<RpcOutcome>{QJsonValue(3)});
}

void TestMethodRegistry::unknownMethod_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("nearest"); // nearest first, blanks between
    QTest::newRow("swapped letters") << "requests.lits"
                                     << "requests.list";
    QTest::newRow("other case") << "Requests.List"
                                << "requests.list";
    QTest::newRow("part") << "cancel"
                          << "requests.cancel";
    QTest::newRow("more than one") << "requests"
                                   << "requests.list requests.pause requests.cancel";
    QTest::newRow("nothing near") << "xyzzy"
                                  << "";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("not ascii") << QString(QChar(0xd800)) << "";
}

void TestMethodRegistry::unknownMethod()
{
    QFETCH(QString, method);
    QFETCH(QString, nearest);
    MethodRegistry registry;
    const QString names =
        QStringLiteral("requests.list requests.cancel requests.pause requests.resume health");
    for (const QString &name : names.split(u' '))
        registry.addSync(named(name), returnNull);

    call(registry, method);
    QCOMPARE(m_outcomes.size(), 1);
    const auto *error = std::get_if<RpcError>(&m_outcomes.first());
    QVERIFY(error);
    QCOMPARE(error->code, -32601);
    QVERIFY(error->message.startsWith(QStringLiteral("unknown method \"%1\"").arg(method)));
    const QStringList expected = nearest.split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(error->data[QStringLiteral("nearest")].toArray(), QJsonArray::fromStringList(expected));
    QCOMPARE(error->data.isUndefined(), nearest.isEmpty());
    QCOMPARE(registry.totals(), (RpcCallTotals{0, 1, 0, 0}));
}

void TestMethodRegistry::longNameIsNotRepeated()
{
    MethodRegistry registry;
    registry.addSync(named(QStringLiteral("aaaa")), returnNull);
    call(registry, QString(5'000'000, QLatin1Char('a')));
    const auto *error = std::get_if<RpcError>(&m_outcomes.first());
    QVERIFY(error);
    QCOMPARE(error->code, -32601);
    QVERIFY(error->message.size() < 100);
}

void TestMethodRegistry::checksParameters_data()
{
    QTest::addColumn<QJsonValue>("params");
    QTest::addColumn<QString>("message"); // empty: the method runs
    const auto row = [](const char *name, const QJsonValue &params, const char *message = "") {
        QTest::newRow(name) << params << QString::fromUtf8(message);
    };
    const QString id = QStringLiteral("id");
    const QString any = QStringLiteral("any");
    const QString reason = QStringLiteral("reason");
    row("required ones", QJsonObject{{id, 1}, {any, QJsonArray{}}});
    row("by position", QJsonArray{1, false});
    row("all", QJsonArray{1, 2, QStringLiteral("r")});
    row("null where anything goes", QJsonArray{1, QJsonValue()});
    row("null for an optional one", QJsonArray{1, 2, QJsonValue()});
    row("unknown name", QJsonObject{{id, 1}, {any, 2}, {QStringLiteral("x"), 3}});
    row("none", QJsonValue(QJsonValue::Undefined), "parameter \"id\" is missing");
    row("empty", QJsonArray{}, "parameter \"id\" is missing");
    row("wrong type", QJsonObject{{id, QStringLiteral("1")}, {any, 2}},
        "parameter \"id\" must be an integer");
    row("null", QJsonObject{{id, QJsonValue()}, {any, 2}}, "parameter \"id\" is missing");
    row("missing any", QJsonArray{1}, "parameter \"any\" is missing");
    row("optional of wrong type", QJsonObject{{id, 1}, {any, 2}, {reason, 3}},
        "parameter \"reason\" must be a string");
}

void TestMethodRegistry::checksParameters()
{
    QFETCH(QJsonValue, params);
    QFETCH(QString, message);
    MethodDescription description = named(QStringLiteral("m"));
    description.parameters = {{QStringLiteral("id"), RpcType::Integer, true, {}},
                              {QStringLiteral("any"), RpcType::Any, true, {}},
                              {QStringLiteral("reason"), RpcType::String, false, {}}};
    MethodRegistry registry;
    int calls = 0;
    registry.addSync(description, [&calls](const RpcParams &, const RpcPeer &) {
        ++calls;
        return QJsonValue(true);
    });
    call(registry, QStringLiteral("m"), params);
    QCOMPARE(m_outcomes.size(), 1);
    QCOMPARE(calls, message.isEmpty() ? 1 : 0);
    QCOMPARE(registry.totals(),
             message.isEmpty() ? (RpcCallTotals{1, 0, 0, 0}) : (RpcCallTotals{0, 0, 0, 1}));
    if (message.isEmpty()) {
        QVERIFY(m_outcomes.first() == RpcOutcome(QJsonValue(true)));
        return;
    }
    const auto *error = std::get_if<RpcError>(&m_outcomes.first());
    QVERIFY(error);
    QCOMPARE(error->code, -32602);
    QCOMPARE(error->message, message);
}

void TestMethodRegistry::addsWhileCalled()
{
    MethodRegistry registry;
    registry.add(named(QStringLiteral("load")), [&registry](const RpcCall &call) {
        for (int i = 0; i < 100; ++i)
            registry.addSync(named(QStringLiteral("loaded%1").arg(i)), returnNull);
        call.reply(registry.list().size());
    });
    call(registry, QStringLiteral("load"));
    QVERIFY(m_outcomes == QList<RpcOutcome>{QJsonValue(101)});
}

QTEST_GUILESS_MAIN(TestMethodRegistry)
#include "tst_methodregistry.moc"
