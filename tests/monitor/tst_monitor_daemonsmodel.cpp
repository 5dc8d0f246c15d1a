#include "models/daemonsmodel.h"
#include "monitortesting.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

class tst_monitor_daemonsmodel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatADaemonTells();
    void tellsStates_data();
    void tellsStates();
    void keepsThoseThatAreGone();
    void copiesOfOneIdAreRowsOfTheirOwn();
    void saysNothingThatIsNotKnown();
    void tellsWhatIsWrong();
    void tellsNothingAnewWhenNothingIs();

private:
    [[nodiscard]] QModelIndex cell(int row, const char *key) const
    {
        return m_model->index(row, m_model->columnOf(key));
    }

    std::unique_ptr<DaemonList> m_list;
    std::unique_ptr<StatisticsCollector> m_statistics;
    std::unique_ptr<UpdateClock> m_clock;
    std::unique_ptr<DaemonsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_monitor_daemonsmodel::init()
{
    m_list = std::make_unique<DaemonList>();
    m_statistics = std::make_unique<StatisticsCollector>(*m_list);
    m_clock = std::make_unique<UpdateClock>();
    m_model = std::make_unique<DaemonsModel>(*m_list, *m_statistics, *m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_model->setActive(true);
}

void tst_monitor_daemonsmodel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_clock.reset();
    m_statistics.reset();
    m_list.reset();
}

void tst_monitor_daemonsmodel::saysWhatADaemonTells()
{
    PlayedDaemon *daemon = addPlayed(*m_list, QStringLiteral("editor"), 12345);
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    daemon->begin([nowMs](DaemonEvent &event) {
        event.timeMs = nowMs - 60'000;
        event.daemon->version = QStringLiteral("1.2.3");
        event.daemon->buildTimestampMs = nowMs - 3'600'000;
        event.daemon->startedAtMs = nowMs - 65'000;
        event.daemon->queuedRequests = 1;
        event.totals.failedRequests = 4;
        event.totals.cancelledRequests = 3;
        event.totals.forcedRequests = 2;
        event.process = ProcessSnapshot{.residentBytes = 1, .privateBytes = 2 * 1024 * 1024, .cpuMs = 0};
        event.requests = {runningRequest(1), runningRequest(2), runningRequest(3)};
        event.health = HealthSnapshot{QStringLiteral("ok"), {}};
    });
    for (qint64 second = 1; second <= 30; ++second) {
        daemon->tell([=](DaemonEvent &event) {
            event.timeMs = nowMs - 60'000 + second * 1000;
            event.totals.finishedRequests += 12;
            event.process =
                ProcessSnapshot{.residentBytes = 1, .privateBytes = 2 * 1024 * 1024, .cpuMs = second * 250};
            event.requests = {finished(runningRequest(100 + second, {QStringLiteral("echo")}, 20))};
        });
    }
    m_clock->refresh();
    QCOMPARE(m_model->rowCount(), 1);
    const DaemonRow &row = m_model->at(0);
    QCOMPARE(row.key, (RecordKey{daemon->serial(), 0}));
    QCOMPARE(cell(0, "daemon").data().toString(), QStringLiteral("editor"));
    QCOMPARE(cell(0, "pid").data().toString(), QStringLiteral("12345"));
    QCOMPARE(cell(0, "state").data(ValueRole).toString(), QStringLiteral("busy"));
    QCOMPARE(cell(0, "state").data(ToneRole).value<Tone>(), Tone::Active);
    QCOMPARE(cell(0, "version").data().toString(), QStringLiteral("1.2.3"));
    QCOMPARE(cell(0, "running").data(ValueRole).toLongLong(), 2);
    QCOMPARE(cell(0, "queued").data(ValueRole).toLongLong(), 1);
    QCOMPARE(cell(0, "queued").data(ToneRole).value<Tone>(), Tone::Warning);
    QVERIFY(qAbs(cell(0, "rate").data(ValueRole).toDouble() - 12) < 0.1);
    QCOMPARE(cell(0, "rate").data(SeriesRole).value<QList<double>>().size(), 60);
    QVERIFY(qAbs(cell(0, "rate").data(SeriesRole).value<QList<double>>().last() - 12) < 0.2);
    QVERIFY(qAbs(cell(0, "p99").data(ValueRole).toLongLong() - 20) <= 2);
    QCOMPARE(cell(0, "failures").data(ValueRole).toLongLong(), 4);
    QCOMPARE(cell(0, "failures").data(ToneRole).value<Tone>(), Tone::Warning);
    QCOMPARE(cell(0, "cancelled").data(ValueRole).toLongLong(), 3);
    QCOMPARE(cell(0, "forced").data(ValueRole).toLongLong(), 2);
    QCOMPARE(cell(0, "memory").data(ValueRole).toLongLong(), 2 * 1024 * 1024);
    QVERIFY(qAbs(cell(0, "cpu").data(ValueRole).toDouble() - 0.25) < 0.01);
    QCOMPARE(cell(0, "health").data(ValueRole).toString(), QStringLiteral("ok"));
    QCOMPARE(cell(0, "uptime").data(ValueRole).toLongLong() / 1000, 35);
    QCOMPARE(cell(0, "seen").data(ValueRole).isValid(), false);
    QCOMPARE(cell(0, "problem").data().toString(), QString());
    QCOMPARE(cell(0, "daemon").data(DimmedRole).toBool(), false);
}

void tst_monitor_daemonsmodel::tellsStates_data()
{
    QTest::addColumn<MonitoredDaemon::State>("state");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Tone>("tone");
    using State = MonitoredDaemon::State;
    QTest::newRow("starting") << State::Starting << QStringLiteral("starting") << Tone::Active;
    QTest::newRow("ready") << State::Ready << QStringLiteral("ready") << Tone::Good;
    QTest::newRow("busy") << State::Busy << QStringLiteral("busy") << Tone::Active;
    QTest::newRow("degraded") << State::Degraded << QStringLiteral("degraded") << Tone::Bad;
    QTest::newRow("draining") << State::Draining << QStringLiteral("draining") << Tone::Warning;
    QTest::newRow("gone") << State::Gone << QStringLiteral("gone") << Tone::Muted;
}

void tst_monitor_daemonsmodel::tellsStates()
{
    QFETCH(MonitoredDaemon::State, state);
    QFETCH(QString, name);
    QFETCH(Tone, tone);
    PlayedDaemon *daemon = addPlayed(*m_list);
    daemon->setState(state);
    m_clock->refresh();
    QCOMPARE(cell(0, "state").data(ValueRole).toString(), name);
    QCOMPARE(cell(0, "state").data().toString(), name);
    QCOMPARE(cell(0, "state").data(ToneRole).value<Tone>(), tone);
}

void tst_monitor_daemonsmodel::keepsThoseThatAreGone()
{
    PlayedDaemon *daemon = addPlayed(*m_list);
    addPlayed(*m_list, QStringLiteral("other"));
    daemon->begin([](DaemonEvent &event) { event.requests = {runningRequest(1)}; });
    m_clock->refresh();
    QCOMPARE(cell(0, "running").data(ValueRole).toLongLong(), 1);
    daemon->vanish();
    m_clock->refresh();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(cell(0, "daemon").data(DimmedRole).toBool(), true);
    QCOMPARE(cell(0, "seen").data(ValueRole).toLongLong(), daemon->lastSeenAtMs());
    QCOMPARE(cell(0, "running").data(ValueRole).isValid(), false);
    QCOMPARE(cell(0, "rate").data(ValueRole).isValid(), false);
    m_list->dismiss(daemon->serial());
    m_clock->refresh();
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(cell(0, "daemon").data().toString(), QStringLiteral("other"));
}

void tst_monitor_daemonsmodel::copiesOfOneIdAreRowsOfTheirOwn()
{
    PlayedDaemon *old = addPlayed(*m_list, QStringLiteral("default"), 1);
    old->begin([](DaemonEvent &event) {
        event.daemon->state = QStringLiteral("draining");
        event.requests = {runningRequest(1), runningRequest(2)};
    });
    addPlayed(*m_list, QStringLiteral("default"), 2)->begin();
    m_clock->refresh();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(cell(0, "state").data(ValueRole).toString(), QStringLiteral("draining"));
    QCOMPARE(cell(0, "state").data().toString(), QStringLiteral("draining (2 left)"));
    QCOMPARE(cell(1, "state").data(ValueRole).toString(), QStringLiteral("ready"));
}

void tst_monitor_daemonsmodel::saysNothingThatIsNotKnown()
{
    PlayedDaemon *daemon = addPlayed(*m_list, QStringLiteral("slow"), 0);
    m_clock->refresh();
    for (const char *key :
         {"pid", "running", "rate", "p50", "memory", "cpu", "health", "uptime", "version"}) {
        QVERIFY2(!cell(0, key).data(ValueRole).isValid(), key);
        QVERIFY2(cell(0, key).data().toString() == QStringLiteral("–"), key);
    }
    daemon->setPid(8);
    m_clock->refresh();
    QCOMPARE(cell(0, "pid").data(ValueRole).toLongLong(), 8);
}

void tst_monitor_daemonsmodel::tellsWhatIsWrong()
{
    PlayedDaemon *daemon = addPlayed(*m_list);
    daemon->begin([](DaemonEvent &event) {
        HealthCheckSnapshot disk;
        disk.name = QStringLiteral("disk");
        disk.status = QStringLiteral("ok");
        HealthCheckSnapshot lag;
        lag.name = QStringLiteral("lag");
        lag.status = QStringLiteral("warning");
        lag.text = QStringLiteral("The loop lags.\nMuch.");
        event.health = HealthSnapshot{QStringLiteral("warning"), {disk, lag}};
    });
    m_clock->refresh();
    QCOMPARE(cell(0, "problem").data(ValueRole).toString(), QStringLiteral("The loop lags.\nMuch."));
    QVERIFY(!cell(0, "problem").data().toString().contains(u'\n'));
    QCOMPARE(cell(0, "problem").data(ToneRole).value<Tone>(), Tone::Bad);
    QCOMPARE(cell(0, "health").data(ToneRole).value<Tone>(), Tone::Warning);
    daemon->setProblem(QStringLiteral("It does not answer."));
    m_clock->refresh();
    QCOMPARE(cell(0, "problem").data().toString(), QStringLiteral("It does not answer."));
    QCOMPARE(cell(0, "state").data().toString(), QStringLiteral("no answer"));
    QCOMPARE(cell(0, "state").data(ToneRole).value<Tone>(), Tone::Bad);
    daemon->vanish();
    m_clock->refresh();
    QCOMPARE(cell(0, "state").data().toString(), QStringLiteral("gone"));
}

void tst_monitor_daemonsmodel::tellsNothingAnewWhenNothingIs()
{
    PlayedDaemon *daemon = addPlayed(*m_list);
    daemon->begin();
    daemon->vanish();
    m_clock->refresh();
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_clock->refresh();
    m_clock->refresh();
    QCOMPARE(changed.size(), 0);
}

QTEST_GUILESS_MAIN(tst_monitor_daemonsmodel)
#include "tst_monitor_daemonsmodel.moc"
