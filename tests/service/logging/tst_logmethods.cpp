#include <daemonrpc/base/logscope.h>
#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/service/logging/logmethods.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcTest, "daemonrpc.test", QtWarningMsg)

class tst_LogMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void setLevel();
    void setLevelErrors_data();
    void setLevelErrors();
    void tail();
    void tailErrors_data();
    void tailErrors();

private:
    [[nodiscard]] RpcOutcome call(const QString &method, const QJsonObject &params = {})
    {
        RpcOutcome outcome;
        RpcRequest request;
        request.method = method;
        request.params = params;
        request.id = 1;
        m_methods->call(request, {}, [&outcome](const RpcOutcome &answer) { outcome = answer; });
        return outcome;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<LogService> m_service;
    std::unique_ptr<MethodRegistry> m_methods;
};

void tst_LogMethods::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<LogService>();
    LogTargets targets;
    targets.defaultFile = m_directory->filePath(u"log"_s);
    QVERIFY(m_service->apply({}, targets));
    m_service->install();
    m_methods = std::make_unique<MethodRegistry>();
    LogMethods::addTo(*m_methods, *m_service);
}

void tst_LogMethods::cleanup()
{
    m_methods.reset();
    m_service.reset();
}

void tst_LogMethods::setLevel()
{
    QVERIFY(!lcTest().isDebugEnabled());
    const RpcOutcome one =
        call(u"log.set_level"_s, {{u"level"_s, u"debug"_s}, {u"category"_s, u"daemonrpc.test"_s}});
    QCOMPARE(one, RpcOutcome(QJsonObject{{u"all"_s, u"info"_s}, {u"daemonrpc.test"_s, u"debug"_s}}));
    QVERIFY(lcTest().isDebugEnabled());
    const RpcOutcome all = call(u"log.set_level"_s, {{u"level"_s, u"error"_s}});
    QCOMPARE(all, RpcOutcome(QJsonObject{{u"all"_s, u"error"_s}}));
    QVERIFY(!lcTest().isWarningEnabled());
    QVERIFY(lcTest().isCriticalEnabled());
}

void tst_LogMethods::setLevelErrors_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::newRow("no level") << QJsonObject();
    QTest::newRow("unknown level") << QJsonObject{{u"level"_s, u"loud"_s}};
    QTest::newRow("level of the wrong type") << QJsonObject{{u"level"_s, 3}};
    QTest::newRow("category of the wrong type") << QJsonObject{{u"level"_s, u"info"_s}, {u"category"_s, 3}};
    QTest::newRow("category too long")
        << QJsonObject{{u"level"_s, u"info"_s}, {u"category"_s, QString(10000, u'x')}};
}

void tst_LogMethods::setLevelErrors()
{
    QFETCH(const QJsonObject, params);
    const RpcOutcome outcome = call(u"log.set_level"_s, params);
    QVERIFY(std::holds_alternative<RpcError>(outcome));
    QCOMPARE(std::get<RpcError>(outcome).code, RpcError::invalidParams);
    QCOMPARE(m_service->levels(), (QMap<QString, QString>{{u"all"_s, u"info"_s}}));
}

void tst_LogMethods::tail()
{
    qCWarning(lcTest) << "one";
    {
        const LogScope scope(7, PeerCredentials{99, 1000, 1000});
        qCInfo(lcTest) << "two";
        qCCritical(lcTest) << "three";
    }
    const auto messages = [this](const QJsonObject &params) {
        QStringList list;
        for (const QJsonValue line : std::get<QJsonValue>(call(u"log.tail"_s, params)).toArray())
            list.append(line[u"message"].toString());
        return list;
    };
    QCOMPARE(messages({}), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(messages({{u"lines"_s, 1}}), QStringList{u"three"_s});
    QCOMPARE(messages({{u"lines"_s, 0}}), QStringList());
    QCOMPARE(messages({{u"level"_s, u"warning"_s}}), (QStringList{u"one"_s, u"three"_s}));
    QCOMPARE(messages({{u"request"_s, 7}}), (QStringList{u"two"_s, u"three"_s}));
    QCOMPARE(messages({{u"request"_s, 8}}), QStringList());

    const QJsonValue line = std::get<QJsonValue>(call(u"log.tail"_s, {{u"lines"_s, 1}}))[0];
    QCOMPARE(line[u"level"].toString(), u"error"_s);
    QCOMPARE(line[u"category"].toString(), u"daemonrpc.test"_s);
    QCOMPARE(line[u"request"].toInteger(), 7);
    QCOMPARE(line[u"peer"].toObject(), (QJsonObject{{u"uid"_s, 1000}, {u"pid"_s, 99}}));
    QCOMPARE(line[u"pid"].toInteger(), QCoreApplication::applicationPid());
    QVERIFY(qAbs(line[u"time_ms"].toInteger() - QDateTime::currentMSecsSinceEpoch()) < 60000);
}

void tst_LogMethods::tailErrors_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::newRow("lines") << QJsonObject{{u"lines"_s, -1}};
    QTest::newRow("level") << QJsonObject{{u"level"_s, u"loud"_s}};
    QTest::newRow("request") << QJsonObject{{u"request"_s, -1}};
    QTest::newRow("type") << QJsonObject{{u"lines"_s, u"x"_s}};
}

void tst_LogMethods::tailErrors()
{
    QFETCH(const QJsonObject, params);
    const RpcOutcome outcome = call(u"log.tail"_s, params);
    QVERIFY(std::holds_alternative<RpcError>(outcome));
    QCOMPARE(std::get<RpcError>(outcome).code, RpcError::invalidParams);
}

QTEST_GUILESS_MAIN(tst_LogMethods)

#include "tst_logmethods.moc"
