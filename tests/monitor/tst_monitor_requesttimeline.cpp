#include "dialogs/requesttimeline.h"
#include "monitortesting.h"

#include <QtTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;

class TestRequestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsStepsInOrder();
    void plansWhatIsToCome();
    void cancellations_data();
    void cancellations();
    void outcomes_data();
    void outcomes();
    void nothingIsKnown();
};

static RequestSnapshot queued()
{
    RequestSnapshot request;
    request.id = 1;
    request.state = QStringLiteral("running");
    request.handler = QStringLiteral("process");
    request.acceptedAtMs = 1000;
    request.queuedAtMs = 1001;
    request.startedAtMs = 1500;
    request.firstOutputAtMs = 1700;
    request.graceMs = 5000;
    return request;
}

static QStringList namesOf(const QList<TimelineStep> &steps)
{
    QStringList names;
    for (const TimelineStep &step : steps)
        names += step.what;
    return names;
}

void TestRequestTimeline::tellsStepsInOrder()
{
    const RequestSnapshot request = Testing::finished(queued(), 0);
    const QList<TimelineStep> steps = RequestTimeline::of(request, request.finishedAtMs);
    QCOMPARE(namesOf(steps),
             QStringList({QStringLiteral("Accepted"), QStringLiteral("Queued"), QStringLiteral("Started"),
                          QStringLiteral("First output"), QStringLiteral("Finished")}));
    QCOMPARE(steps.at(0).sinceMs, -1);
    QCOMPARE(steps.at(1).sinceMs, 1);
    QCOMPARE(steps.at(2).sinceMs, 499);
    QCOMPARE(steps.constLast().tone, Tone::Good);
    QVERIFY(
        std::none_of(steps.begin(), steps.end(), [](const TimelineStep &step) { return step.isPlanned; }));
}

void TestRequestTimeline::plansWhatIsToCome()
{
    RequestSnapshot request = queued();
    request.deadlineAtMs = 9000;
    const QList<TimelineStep> steps = RequestTimeline::of(request, 2000);
    QCOMPARE(steps.constLast().what, QStringLiteral("Timeout"));
    QVERIFY(steps.constLast().isPlanned);
    QVERIFY(!steps.at(steps.size() - 2).isPlanned);
}

void TestRequestTimeline::cancellations_data()
{
    QTest::addColumn<qint64>("latencyMs");
    QTest::addColumn<bool>("isForced");
    QTest::addColumn<QString>("step");
    QTest::addColumn<qint64>("atMs");
    QTest::addColumn<bool>("isPlanned");

    QTest::newRow("goes on") << qint64(-1) << false << QStringLiteral("End of the grace") << qint64(7000)
                             << true;
    QTest::newRow("honoured") << qint64(30) << false << QStringLiteral("Cancellation honoured")
                              << qint64(2030) << false;
    QTest::newRow("forced") << qint64(5010) << true << QStringLiteral("End of the grace") << qint64(7000)
                            << false;
}

void TestRequestTimeline::cancellations()
{
    QFETCH(const qint64, latencyMs);
    QFETCH(const bool, isForced);
    QFETCH(const QString, step);
    QFETCH(const qint64, atMs);
    QFETCH(const bool, isPlanned);
    RequestSnapshot request = queued();
    CancellationSnapshot cancellation;
    cancellation.reason = QStringLiteral("interrupted");
    cancellation.requestedBy = QStringLiteral("<b>me</b>");
    cancellation.requestedAtMs = 2000;
    cancellation.latencyMs = latencyMs;
    cancellation.isForced = isForced;
    if (isForced)
        cancellation.forcedBy = QStringLiteral("process_group_killed");
    request.cancellation = cancellation;
    if (latencyMs >= 0) {
        request.state = QStringLiteral("finished");
        request.finishedAtMs = 2000 + latencyMs;
    }
    const QList<TimelineStep> steps = RequestTimeline::of(request, 2100);
    const auto asked = std::find_if(steps.begin(), steps.end(), [](const TimelineStep &one) {
        return one.what == QStringLiteral("Cancellation asked for");
    });
    QVERIFY(asked != steps.end());
    QCOMPARE(asked->detail, QStringLiteral("Ctrl+C, by <b>me</b>"));
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&step](const TimelineStep &one) { return one.what == step; });
    QVERIFY2(found != steps.end(), qPrintable(namesOf(steps).join(u',')));
    QCOMPARE(found->atMs, atMs);
    QCOMPARE(found->isPlanned, isPlanned);
    if (isForced)
        QCOMPARE(found->detail, QStringLiteral("forced to end: process group killed"));
}

void TestRequestTimeline::outcomes_data()
{
    QTest::addColumn<qint64>("exitCode");
    QTest::addColumn<qint64>("signal");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Tone>("tone");

    QTest::newRow("well") << qint64(0) << qint64(0) << QString() << QStringLiteral("exit code 0")
                          << Tone::Good;
    QTest::newRow("exit code") << qint64(2) << qint64(0) << QString() << QStringLiteral("exit code 2")
                               << Tone::Warning;
    QTest::newRow("signal") << qint64(0) << qint64(9) << QString() << QStringLiteral("ended by signal 9")
                            << Tone::Warning;
    QTest::newRow("error") << qint64(0) << qint64(0) << QStringLiteral("program_not_found")
                           << QStringLiteral("program_not_found") << Tone::Bad;
}

void TestRequestTimeline::outcomes()
{
    QFETCH(const qint64, exitCode);
    QFETCH(const qint64, signal);
    QFETCH(const QString, error);
    RequestSnapshot request = Testing::finished(queued(), exitCode);
    request.signal = signal;
    request.error = error;
    QTEST(RequestTimeline::outcome(request), "text");
    QTEST(RequestTimeline::tone(request), "tone");
}

void TestRequestTimeline::nothingIsKnown()
{
    QVERIFY(RequestTimeline::of({}, 5000).isEmpty());
    RequestSnapshot finished;
    finished.state = QStringLiteral("finished");
    QVERIFY(RequestTimeline::of(finished, 5000).isEmpty());
    RequestSnapshot hostile = queued();
    hostile.finishedAtMs = -7;
    hostile.acceptedAtMs = std::numeric_limits<qint64>::max();
    QCOMPARE(RequestTimeline::of(hostile, 0).size(), 4);
}

QTEST_MAIN(TestRequestTimeline)
#include "tst_monitor_requesttimeline.moc"
