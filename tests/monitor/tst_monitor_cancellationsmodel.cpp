#include "models/cancellationsmodel.h"
#include "randomdaemon.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

namespace {

RequestSnapshot cancelling(qint64 id, qint64 agoMs = 0, qint64 graceMs = 60'000)
{
    RequestSnapshot request = runningRequest(id, {QStringLiteral("sleep"), QStringLiteral("10")}, 10'000);
    request.state = QStringLiteral("cancelling");
    request.graceMs = graceMs;
    request.cancellation = CancellationSnapshot{QStringLiteral("interrupted"), QStringLiteral("cli"),
                                                QDateTime::currentMSecsSinceEpoch() - agoMs, -1, false};
    return request;
}

RequestSnapshot ended(RequestSnapshot request, bool isForced, const char *handler, const char *forcedBy = "")
{
    request = finished(request, 3);
    request.handler = QString::fromLatin1(handler);
    request.cancellation->latencyMs = 1234;
    request.cancellation->isForced = isForced;
    request.cancellation->forcedBy = QString::fromLatin1(forcedBy);
    return request;
}

void tellRequest(PlayedDaemon *daemon, const RequestSnapshot &request)
{
    daemon->tell([&request](DaemonEvent &event) { event.requests.append(request); });
}

} // namespace

class tst_monitor_cancellationsmodel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsHowItEnds_data();
    void showsHowItEnds();
    void countsTheGraceDown();
    void showsOnlyCancellations();
    void isBounded();
    void survivesHostileDaemons();
};

void tst_monitor_cancellationsmodel::showsHowItEnds_data()
{
    QTest::addColumn<RequestSnapshot>("request");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("forcedBy");
    QTest::addColumn<QString>("took");
    const QString took = Formatting::duration(std::chrono::milliseconds(1234));
    const auto row = [&took](const char *name, const RequestSnapshot &request, const char *state,
                             const char *forcedBy) {
        QTest::newRow(name) << request << QString::fromLatin1(state) << QString::fromLatin1(forcedBy)
                            << (request.isFinished() ? took : QString());
    };
    row("goes on", cancelling(1), "cancelling", "");
    row("honoured", ended(cancelling(1), false, "process"), "honoured", "");
    row("forced, as told", ended(cancelling(1), true, "process", "worker_quarantined"), "forced",
        "worker set aside");
    row("forced, by an older daemon: process", ended(cancelling(1), true, "process"), "forced",
        "process group killed");
    row("blocking", ended(cancelling(1), true, "blocking"), "forced", "worker set aside");
    row("asynchronous", ended(cancelling(1), true, "asynchronous"), "forced", "handler dropped");
    row("of another kind", ended(cancelling(1), true, "magic"), "forced", "");
}

void tst_monitor_cancellationsmodel::showsHowItEnds()
{
    QFETCH(const RequestSnapshot, request);
    QFETCH(const QString, took);
    DaemonList list;
    UpdateClock clock;
    CancellationsModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    tellRequest(daemon, cancelling(1));
    clock.refresh();
    QCOMPARE(model.rowCount(), 1);
    tellRequest(daemon, request);
    clock.refresh();
    QCOMPARE(model.rowCount(), 1);
    const auto shown = [&model](const char *column) {
        return model.index(0, model.columnOf(column)).data().toString();
    };
    QTEST(model.at(0).state(), "state");
    QTEST(shown("forced_by"), "forcedBy");
    QCOMPARE(shown("reason"), QStringLiteral("Ctrl+C"));
    QCOMPARE(shown("by"), QStringLiteral("cli"));
    QCOMPARE(shown("command_line"), QStringLiteral("sleep 10"));
    QCOMPARE(shown("exit"), request.isFinished() ? QStringLiteral("3") : QString());
    QCOMPARE(model.at(0).isDimmed, request.isFinished());
    QCOMPARE(model.at(0).graceLeftMs.has_value(), !request.isFinished());
    if (!took.isEmpty())
        QCOMPARE(shown("took"), took);
}

void tst_monitor_cancellationsmodel::countsTheGraceDown()
{
    DaemonList list;
    UpdateClock clock;
    CancellationsModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    tellRequest(daemon, cancelling(1, 15'000, 60'000));
    tellRequest(daemon, cancelling(2, 100'000, 60'000));
    tellRequest(daemon, cancelling(3, 0, 0));
    clock.refresh();
    const QModelIndex grace = model.index(0, model.columnOf("grace"));
    const double first = grace.data(ValueRole).toDouble();
    QVERIFY2(first > 0.5 && first <= 0.75, qPrintable(QString::number(first)));
    QVERIFY(grace.data().toString().endsWith(QStringLiteral(" left")));
    QCOMPARE(model.at(0).tookMs.value_or(-1) % 1000, 0);
    QCOMPARE(grace.siblingAtRow(1).data(ValueRole).toDouble(), 0.0);
    QVERIFY(!grace.siblingAtRow(2).data(ValueRole).isValid());
    clock.start();
    QTRY_VERIFY(grace.data(ValueRole).toDouble() < first);

    daemon->vanish();
    clock.refresh();
    QCOMPARE(model.at(0).state(), QStringLiteral("lost"));
    QVERIFY(!grace.data(ValueRole).isValid());
}

void tst_monitor_cancellationsmodel::showsOnlyCancellations()
{
    DaemonList list;
    UpdateClock clock;
    CancellationsModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin([](DaemonEvent &event) {
        event.requests = {finished(runningRequest(1)), ended(cancelling(2), false, "process"),
                          runningRequest(3), cancelling(4)};
    });
    clock.refresh();
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.find({daemon->serial(), 2}) && model.find({daemon->serial(), 4}));
    tellRequest(daemon, finished(daemon->mirror().requests().value(3)));
    tellRequest(daemon, ended(cancelling(5), true, "process")); // it has come and gone in between
    clock.refresh();
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.find({daemon->serial(), 5}));
}

void tst_monitor_cancellationsmodel::isBounded()
{
    DaemonList list;
    UpdateClock clock;
    CancellationsModel model(list, clock);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    clock.refresh();
    const auto most = static_cast<qint64>(CancellationsModel::maxFinished);
    for (qint64 id = 1; id <= most + 500; ++id) {
        tellRequest(daemon, ended(cancelling(id), true, "process"));
        if (id % 700 == 0)
            clock.refresh();
    }
    clock.refresh();
    QCOMPARE(model.rowCount(), static_cast<int>(most));
    QVERIFY(!model.find({daemon->serial(), 500}));
    QVERIFY(model.find({daemon->serial(), 501}));
}

void tst_monitor_cancellationsmodel::survivesHostileDaemons()
{
    QRandomGenerator random(testSeed());
    DaemonList list;
    UpdateClock clock;
    CancellationsModel model(list, clock);
    const QAbstractItemModelTester tester(&model);
    model.setActive(true);
    PlayedDaemon *daemon = addPlayed(list);
    daemon->begin();
    RandomDaemon talker(daemon, random.generate(), RandomDaemon::Manners::Hostile);
    for (int tick = 0; tick < 40; ++tick) {
        talker.step(40);
        clock.refresh();
        for (const RequestSnapshot &request : daemon->mirror().requests()) {
            const CancellationRow *row = model.find({daemon->serial(), request.id});
            if (request.cancellation)
                QVERIFY(row && row->request == request);
            else
                QVERIFY(!row || row->request.isFinished());
        }
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(model.at(row).request.cancellation.has_value());
        readAll(model);
    }
}

QTEST_GUILESS_MAIN(tst_monitor_cancellationsmodel)
#include "tst_monitor_cancellationsmodel.moc"
