#include "counterservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_CounterService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void counts();
    void wrongCalls_data();
    void wrongCalls();
    void staysWithinItsNumbers();
    void subscribers();
    void roles();
    void slowSubscriberGetsTheLatest();

private:
    QJsonValue call(const QString &method, const QJsonValue &params = QJsonValue::Undefined,
                    quint64 connection = 1, const std::optional<RpcReplyChannel> &channel = std::nullopt,
                    Role role = Role::Control)
    {
        QJsonValue answer;
        RpcRequest request;
        request.method = u"counter."_s + method;
        request.params = params;
        request.id = 1;
        RpcPeer peer;
        peer.connectionId = connection;
        peer.identity.role = role;
        m_methods->call(
            request, peer,
            [&answer](const RpcOutcome &outcome) {
                const auto *error = std::get_if<RpcError>(&outcome);
                answer = error ? QJsonValue(u"error: "_s + error->message) : std::get<QJsonValue>(outcome);
            },
            channel);
        return answer;
    }

    std::unique_ptr<MethodRegistry> m_methods;
    std::unique_ptr<CounterService> m_service;
};

void tst_CounterService::init()
{
    m_methods = std::make_unique<MethodRegistry>();
    m_service = std::make_unique<CounterService>(*m_methods);
}

void tst_CounterService::cleanup()
{
    m_methods.reset();
    m_service.reset();
}

void tst_CounterService::counts()
{
    QCOMPARE(call(u"value"_s), QJsonValue(0));
    QCOMPARE(call(u"increment"_s), QJsonValue(1));
    QCOMPARE(call(u"increment"_s, QJsonObject{{u"by"_s, 10}}), QJsonValue(11));
    QCOMPARE(call(u"decrement"_s), QJsonValue(10));
    QCOMPARE(call(u"decrement"_s, QJsonArray{30}), QJsonValue(-20));
    QCOMPARE(call(u"value"_s), QJsonValue(-20));
    QCOMPARE(m_service->value(), qint64(-20));
    QCOMPARE(call(u"reset"_s), QJsonValue(0));
}

void tst_CounterService::wrongCalls_data()
{
    QTest::addColumn<QJsonValue>("by");
    QTest::newRow("text") << QJsonValue(u"1"_s);
    QTest::newRow("fraction") << QJsonValue(0.5);
    QTest::newRow("object") << QJsonValue(QJsonObject());
}

void tst_CounterService::wrongCalls()
{
    QFETCH(QJsonValue, by);
    for (const QString &method : {u"increment"_s, u"decrement"_s})
        QCOMPARE(call(method, QJsonObject{{u"by"_s, by}}),
                 QJsonValue(u"error: parameter \"by\" must be an integer"_s));
    QCOMPARE(m_service->value(), qint64(0));
}

void tst_CounterService::staysWithinItsNumbers()
{
    constexpr qint64 highest = std::numeric_limits<qint64>::max();
    constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    const QJsonValue refusal(u"error: the counter cannot go that far"_s);
    QCOMPARE(call(u"increment"_s, QJsonArray{highest}), QJsonValue(highest));
    QCOMPARE(call(u"increment"_s), refusal);
    QCOMPARE(call(u"decrement"_s, QJsonArray{qint64(-1)}), refusal);
    QCOMPARE(call(u"decrement"_s, QJsonArray{lowest}), refusal);
    QCOMPARE(call(u"reset"_s), QJsonValue(0));
    QCOMPARE(call(u"increment"_s, QJsonArray{lowest}), QJsonValue(lowest));
    QCOMPARE(call(u"decrement"_s), refusal);
    QCOMPARE(call(u"decrement"_s, QJsonArray{lowest}), refusal); // which nothing can negate
    QCOMPARE(m_service->value(), lowest);
}

void tst_CounterService::subscribers()
{
    QByteArrayList told;
    const RpcReplyChannel first([&told](const QByteArray &message) { told.append("1 " + message); });
    const RpcReplyChannel second([&told](const QByteArray &message) { told.append("2 " + message); });
    call(u"increment"_s);
    QCOMPARE(call(u"subscribe"_s, {}, 1, first), QJsonValue(1));
    QCOMPARE(call(u"subscribe"_s, {}, 1, first), QJsonValue(1)); // once for each connection, all the same
    QCOMPARE(call(u"subscribe"_s, {}, 2, second), QJsonValue(1));
    QCOMPARE(m_service->subscriberCount(), qsizetype(2));

    // Three changes in one turn of the loop are one notification.
    call(u"increment"_s);
    call(u"increment"_s);
    call(u"increment"_s);
    QTRY_COMPARE(told.size(), qsizetype(2));
    std::sort(told.begin(), told.end());
    const QJsonObject message = QJsonDocument::fromJson(told.first().mid(2)).object();
    QCOMPARE(message.value(u"method"), QJsonValue(u"counter.changed"_s));
    QCOMPARE(message.value(u"params"), QJsonValue(QJsonObject{{u"value"_s, 4}}));
    QVERIFY(!message.contains(u"id"));

    // Who has gone is forgotten; who has not is told on.
    told.clear();
    first.close();
    call(u"decrement"_s);
    QTRY_COMPARE(told.size(), qsizetype(1));
    QVERIFY(told.first().startsWith("2 "));
    QCOMPARE(m_service->subscriberCount(), qsizetype(1));

    // What comes back to the value that is known already is no news.
    told.clear();
    call(u"increment"_s);
    call(u"decrement"_s);
    call(u"increment"_s, QJsonArray{5});
    QTRY_COMPARE(told.size(), qsizetype(1));
    QVERIFY(told.first().contains("8"));
}

void tst_CounterService::roles()
{
    QCOMPARE(call(u"value"_s, {}, 1, std::nullopt, Role::ReadOnly), QJsonValue(0));
    for (const QString &method : {u"increment"_s, u"decrement"_s, u"reset"_s})
        QVERIFY(
            call(method, {}, 1, std::nullopt, Role::ReadOnly).toString().contains(u"needs the role control"));
    QVERIFY(call(u"value"_s, {}, 1, std::nullopt, Role::None).toString().startsWith(u"error: "));
}

void tst_CounterService::slowSubscriberGetsTheLatest()
{
    QByteArrayList told;
    qint64 pending = 1024 * 1024;
    const RpcReplyChannel slow([&told](const QByteArray &message) { told.append(message); },
                               [&pending] { return pending; });
    QByteArrayList others;
    const RpcReplyChannel quick([&others](const QByteArray &message) { others.append(message); });
    call(u"subscribe"_s, {}, 1, slow);
    call(u"subscribe"_s, {}, 2, quick);
    for (int change = 1; change <= 10; ++change) {
        call(u"increment"_s);
        QTRY_COMPARE(others.size(), qsizetype(change));
    }
    QCOMPARE(told.size(), qsizetype(0));
    pending = 0;
    QTRY_COMPARE(told.size(), qsizetype(1));
    QVERIFY(told.first().contains("10"));
}

QTEST_GUILESS_MAIN(tst_CounterService)
#include "tst_counterservice.moc"
