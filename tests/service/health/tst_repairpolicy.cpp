#include "fakecheck.h"

#include <daemonrpc/service/health/repairpolicy.h>

#include <QElapsedTimer>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_RepairPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void restartsAfterTwoFailures();
    void onceIsNoReason();
    void warningsAreNoReason();
    void restartMayNotHelp();
    void switchedOff();
    void recoversDuringTheDelay();
    void attemptsAreLimited();
    void countsOnFromThePredecessor();
    void delayDoubles();
    void forgetsAfterAHealthyPeriod();
    void succeedsOnce();
    void reload();
    void destroyedMeanwhile();

private:
    void makePolicy(int attempts = 0);
    void failRounds(int rounds);
    static void passTime();

    std::unique_ptr<HealthMonitor> m_monitor;
    FakeCheck *m_check = nullptr;
    ServiceConfiguration::Health m_options;
    QList<int> m_attempts;
    std::function<void(const Result<void> &)> m_done;
    std::chrono::milliseconds m_now{0};
    std::unique_ptr<RepairPolicy> m_policy;
};

void tst_RepairPolicy::init()
{
    m_policy.reset();
    m_monitor = std::make_unique<HealthMonitor>();
    m_check = FakeCheck::addTo(*m_monitor, u"fake"_s);
    m_attempts.clear();
    m_done = nullptr;
    m_now = 0ms;
    m_options = {};
    m_options.restartDelay = 1ms;
    m_options.maxRestartAttempts = 3;
}

void tst_RepairPolicy::makePolicy(int attempts)
{
    m_policy = std::make_unique<RepairPolicy>(
        *m_monitor, m_options,
        [this](int attempt, const std::function<void(const Result<void> &)> &done) {
            m_attempts.append(attempt);
            m_done = done;
        },
        attempts, nullptr, [this] { return m_now; });
}

void tst_RepairPolicy::failRounds(int rounds)
{
    m_check->status = HealthStatus::Failed;
    for (int i = 0; i < rounds; ++i)
        m_monitor->runRound();
}

void tst_RepairPolicy::passTime()
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(30ms);
    QTRY_VERIFY(!timer.isActive());
}

static Result<void> failure() { return unexpected(ErrorCode::SpawnFailed, u"broken"_s); }

void tst_RepairPolicy::restartsAfterTwoFailures()
{
    makePolicy();
    failRounds(2);
    QCOMPARE(m_attempts, QList<int>()); // after a delay
    QTRY_COMPARE(m_attempts, QList<int>{1});
    QCOMPARE(m_policy->attempts(), 1);
    failRounds(3); // no second one while the first is under way
    passTime();
    QCOMPARE(m_attempts, QList<int>{1});
}

void tst_RepairPolicy::onceIsNoReason()
{
    makePolicy();
    for (int i = 0; i < 5; ++i) {
        failRounds(1);
        m_check->status = HealthStatus::Ok;
        m_monitor->runRound();
    }
    passTime();
    QCOMPARE(m_attempts, QList<int>());
}

void tst_RepairPolicy::warningsAreNoReason()
{
    makePolicy();
    m_check->status = HealthStatus::Warning;
    for (int i = 0; i < 5; ++i)
        m_monitor->runRound();
    passTime();
    QCOMPARE(m_attempts, QList<int>());
}

void tst_RepairPolicy::restartMayNotHelp()
{
    FakeCheck *disk = FakeCheck::addTo(*m_monitor, u"disk"_s, false);
    makePolicy();
    disk->status = HealthStatus::Failed;
    for (int i = 0; i < 5; ++i)
        m_monitor->runRound();
    passTime();
    QCOMPARE(m_attempts, QList<int>());
    QCOMPARE(m_monitor->status(), HealthStatus::Failed); // degraded all the same
}

void tst_RepairPolicy::switchedOff()
{
    m_options.restartOnFailure = false;
    makePolicy();
    failRounds(5);
    passTime();
    QCOMPARE(m_attempts, QList<int>());
}

void tst_RepairPolicy::recoversDuringTheDelay()
{
    m_options.restartDelay = 20ms;
    makePolicy();
    failRounds(2);
    m_check->status = HealthStatus::Ok;
    m_monitor->runRound();
    passTime();
    QCOMPARE(m_attempts, QList<int>());
    QCOMPARE(m_policy->attempts(), 0);
}

void tst_RepairPolicy::attemptsAreLimited()
{
    makePolicy();
    QSignalSpy exhausted(m_policy.get(), &RepairPolicy::exhausted);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        failRounds(2);
        QTRY_COMPARE(m_attempts.size(), attempt);
        QCOMPARE(m_attempts.constLast(), attempt);
        m_done(failure());
    }
    QVERIFY(!m_policy->isExhausted());
    failRounds(10);
    passTime();
    QCOMPARE(m_attempts, QList<int>({1, 2, 3}));
    QCOMPARE(exhausted.count(), 1); // said once
    QVERIFY(m_policy->isExhausted());
    QCOMPARE(m_policy->toJson()[u"attempts"].toInt(), 3);
    QCOMPARE(m_policy->toJson()[u"max_attempts"].toInt(), 3);
    QCOMPARE(m_policy->toJson()[u"exhausted"].toBool(), true);
    QCOMPARE(m_policy->toJson()[u"enabled"].toBool(), true);
}

void tst_RepairPolicy::countsOnFromThePredecessor()
{
    makePolicy(2);
    failRounds(2);
    QTRY_COMPARE(m_attempts, QList<int>{3});
    m_done(failure());
    failRounds(2);
    QVERIFY(m_policy->isExhausted());

    makePolicy(3); // the third one's successor
    failRounds(2);
    QVERIFY(m_policy->isExhausted());
}

void tst_RepairPolicy::delayDoubles()
{
    m_options.restartDelay = 20ms;
    makePolicy(2);
    QElapsedTimer timer;
    timer.start();
    failRounds(2);
    QTRY_COMPARE(m_attempts, QList<int>{3});
    QVERIFY2(timer.elapsed() >= 70, QByteArray::number(timer.elapsed())); // 80 ms, by a coarse timer
}

void tst_RepairPolicy::forgetsAfterAHealthyPeriod()
{
    makePolicy(3);
    m_policy->setHealthyPeriod(60s);
    failRounds(2);
    QVERIFY(m_policy->isExhausted());
    m_check->status = HealthStatus::Ok;
    m_monitor->runRound();
    m_now += 59s;
    m_monitor->runRound();
    QVERIFY(m_policy->isExhausted());
    failRounds(1); // starts over
    m_check->status = HealthStatus::Warning;
    m_monitor->runRound();
    m_now += 59s;
    m_monitor->runRound();
    QCOMPARE(m_policy->attempts(), 3);
    m_now += 1s;
    m_monitor->runRound();
    QCOMPARE(m_policy->attempts(), 0);
    QVERIFY(!m_policy->isExhausted());
    failRounds(2);
    QTRY_COMPARE(m_attempts, QList<int>{1});
}

void tst_RepairPolicy::succeedsOnce()
{
    makePolicy();
    failRounds(2);
    QTRY_COMPARE(m_attempts, QList<int>{1});
    m_done({});
    failRounds(5); // this one drains; it may go on being looked at
    passTime();
    QCOMPARE(m_attempts, QList<int>{1});
}

void tst_RepairPolicy::reload()
{
    m_options.restartDelay = 20ms;
    makePolicy(3);
    failRounds(2);
    QVERIFY(m_policy->isExhausted());
    m_options.maxRestartAttempts = 4;
    m_options.restartDelay = 1ms;
    m_policy->setOptions(m_options);
    failRounds(1);
    QTRY_COMPARE(m_attempts, QList<int>{4});
    m_done(failure());
    m_options.maxRestartAttempts = 9;
    m_options.restartDelay = 1s;
    m_policy->setOptions(m_options);
    failRounds(1); // waits
    m_options.restartOnFailure = false;
    m_policy->setOptions(m_options);
    failRounds(3);
    passTime();
    QCOMPARE(m_attempts, QList<int>{4});
}

void tst_RepairPolicy::destroyedMeanwhile()
{
    makePolicy();
    failRounds(2);
    QTRY_COMPARE(m_attempts, QList<int>{1});
    m_policy.reset();
    m_done(failure()); // nobody is there to hear it
}

QTEST_GUILESS_MAIN(tst_RepairPolicy)

#include "tst_repairpolicy.moc"
