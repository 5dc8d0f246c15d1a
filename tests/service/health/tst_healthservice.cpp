#include "fakecheck.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/service/health/healthservice.h>

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_HealthService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void standardChecks();
    void failureDegradesTheDaemon();
    void failureRestartsTheDaemon();
    void roundsAreNoActivity();
    void reload();
    void methodOutlivesTheService();
    void costOfARound();

private:
    void start();
    [[nodiscard]] QJsonObject check();

    std::unique_ptr<QTemporaryDir> m_directory;
    DaemonOptions m_daemonOptions;
    ServiceConfiguration::Health m_options;
    std::unique_ptr<Daemon> m_daemon;
    std::unique_ptr<HealthService> m_service;
    FakeCheck *m_fake = nullptr;
};

void tst_HealthService::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_daemonOptions = {};
    m_daemonOptions.runtimeDirectory = m_directory->path();
    m_daemonOptions.idleExit = 0ms;
    m_options = {};
    m_options.checkInterval = 0ms;
    m_options.restartDelay = 1ms;
}

void tst_HealthService::cleanup()
{
    m_service.reset();
    m_daemon.reset();
    m_directory.reset();
}

void tst_HealthService::start()
{
    m_daemon = std::make_unique<Daemon>(m_daemonOptions, HandlerRegistry());
    m_service = std::make_unique<HealthService>(*m_daemon, m_options, m_directory->filePath(u"x.log"_s));
    m_fake = FakeCheck::addTo(m_service->monitor(), u"fake"_s);
    QVERIFY(m_daemon->start());
    m_service->start();
}

QJsonObject tst_HealthService::check()
{
    ClientOptions options;
    options.runtimeDirectory = m_directory->path();
    options.maySpawn = false;
    AdminClient admin(options);
    QJsonObject report;
    bool isAnswered = false;
    admin.call(u"health.check"_s, {}, [&](const Result<QJsonValue> &value) {
        isAnswered = true;
        report = value ? value->toObject() : QJsonObject{{u"error"_s, value.error().message()}};
    });
    static_cast<void>(QTest::qWaitFor([&] { return isAnswered; }));
    return report;
}

void tst_HealthService::standardChecks()
{
    start();
    const QJsonObject report = check();
    QStringList names;
    for (const QJsonValue entry : report[u"checks"].toArray()) {
        names.append(entry[u"name"].toString());
        QVERIFY2(entry[u"status"].toString() == u"ok" || names.constLast() == u"disk",
                 qPrintable(names.constLast() + u": "_s + entry[u"text"].toString()));
        QVERIFY(!entry[u"text"].toString().isEmpty());
    }
    QCOMPARE(names.join(u' '), u"event_loop worker_pool memory descriptors socket disk fake"_s);
    QCOMPARE(report[u"restarts"][u"attempts"].toInt(), 0);
    QCOMPARE(report[u"restarts"][u"max_attempts"].toInt(), m_options.maxRestartAttempts);
}

void tst_HealthService::failureDegradesTheDaemon()
{
    m_options.restartOnFailure = false;
    start();
    m_fake->status = HealthStatus::Warning;
    static_cast<void>(check());
    QCOMPARE(m_daemon->snapshot().state, u"ready"_s);
    m_fake->status = HealthStatus::Failed;
    QCOMPARE(check()[u"status"].toString(), u"failed"_s);
    QCOMPARE(m_daemon->snapshot().state, u"degraded"_s);
    m_fake->status = HealthStatus::Ok;
    static_cast<void>(check());
    QCOMPARE(m_daemon->snapshot().state, u"ready"_s);
}

void tst_HealthService::failureRestartsTheDaemon()
{
    // Attempts 3 and 4 of 4: the predecessor has made two.
    m_daemonOptions.restartCommand.program = u"/no/such/program"_s;
    m_daemonOptions.restartAttempt = 2;
    m_options.maxRestartAttempts = 4;
    m_options.checkInterval = 5ms;
    start();
    QSignalSpy exhausted(&m_service->repair(), &RepairPolicy::exhausted);
    m_fake->status = HealthStatus::Failed;
    QTRY_COMPARE(exhausted.count(), 1);
    QCOMPARE(m_service->repair().attempts(), 4);
    QCOMPARE(m_daemon->snapshot().state, u"degraded"_s); // and serves
    QCOMPARE(check()[u"restarts"][u"exhausted"].toBool(), true);
}

void tst_HealthService::roundsAreNoActivity()
{
    m_daemonOptions.idleExit = 100ms;
    m_options.checkInterval = 5ms;
    start();
    QSignalSpy finished(m_daemon.get(), &Daemon::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(m_fake->runs > 3);
}

void tst_HealthService::reload()
{
    start();
    QCOMPARE(m_fake->runs, 0);
    m_options.checkInterval = 5ms;
    m_options.maxRestartAttempts = 9;
    m_service->setOptions(m_options);
    QTRY_VERIFY(m_fake->runs > 1);
    QCOMPARE(check()[u"restarts"][u"max_attempts"].toInt(), 9);
}

void tst_HealthService::methodOutlivesTheService()
{
    start();
    m_service.reset();
    QVERIFY(check()[u"error"].toString().contains(u"ending"));
}

void tst_HealthService::costOfARound()
{
    start();
    m_service->monitor().runRound();
    QBENCHMARK { m_service->monitor().runRound(); }
    QVERIFY(m_service->monitor().roundDuration() < 1s);
}

QTEST_GUILESS_MAIN(tst_HealthService)

#include "tst_healthservice.moc"
