#include "tests/shared/runningsession.h"

#include <daemonrpc/server/requesttable.h>

#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;

class tst_RequestTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void idsAreNeverReused();
    void runningAndFinished();
    void cancels();
    void cancelsUnknown();
    void cancelsAll();
    void historyIsBounded();
    void shortensArguments_data();
    void shortensArguments();
    void counts();
    void finishedSince_data();
    void finishedSince();
    void finds();
    void saysWhatChanges();
    void becomesEmpty();
    void destroyedWithRunningRequests();

private:
    quint64 start(CommandHandler &handler, const QByteArrayList &arguments = {"test"})
    {
        const quint64 id = m_table->nextId();
        auto request = std::make_unique<ServedRequest>(id, 1, Command(arguments), m_running->session(),
                                                       Limits(), nullptr);
        ServedRequest *started = request.get();
        m_table->add(std::move(request));
        started->start(handler);
        return id;
    }

    std::unique_ptr<RunningSession> m_running;
    std::unique_ptr<RequestTable> m_table;
    QList<RequestContext *> m_contexts;

    FunctionHandler m_waits{[this](RequestContext &context) {
        m_contexts.append(&context);
        connect(&context, &RequestContext::cancellationRequested, &context,
                [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
        return std::make_unique<Execution>();
    }};
    FunctionHandler m_finishes{[](RequestContext &context) -> std::unique_ptr<Execution> {
        context.finish(0);
        return nullptr;
    }};
};

void tst_RequestTable::init()
{
    m_contexts.clear();
    m_running = std::make_unique<RunningSession>(Command({"test"}));
    m_table = std::make_unique<RequestTable>();
}

void tst_RequestTable::cleanup()
{
    m_table.reset();
    m_running.reset();
}

void tst_RequestTable::idsAreNeverReused()
{
    QCOMPARE(m_table->nextId(), 1u);
    QCOMPARE(m_table->nextId(), 2u);
    QCOMPARE(start(m_finishes), 3u);
    QTRY_COMPARE(m_table->runningCount(), 0);
    QCOMPARE(m_table->nextId(), 4u);
}

void tst_RequestTable::runningAndFinished()
{
    QSignalSpy finished(m_table.get(), &RequestTable::finished);
    const quint64 first = start(m_waits, {"first"});
    const quint64 second = start(m_waits, {"second"});
    QCOMPARE(m_table->runningCount(), 2);
    QCOMPARE(m_table->running()[0].id, first);
    QCOMPARE(m_table->running()[1].arguments, QByteArrayList({"second"}));
    QVERIFY(m_table->history().isEmpty());
    m_contexts[1]->finish(5);
    QTRY_COMPARE(m_table->runningCount(), 1);
    QCOMPARE(m_table->finishedCount(), 1u);
    QCOMPARE(m_table->history().size(), 1);
    QCOMPARE(m_table->history()[0].id, second);
    QCOMPARE(m_table->history()[0].exitCode, 5);
    QCOMPARE(m_table->history()[0].state, RequestState::Finished);
    QCOMPARE(finished.size(), 1);
    m_contexts[0]->finish(0);
    QTRY_COMPARE(m_table->history().size(), 2);
    QCOMPARE(m_table->history()[1].id, first); // newest last
}

void tst_RequestTable::cancels()
{
    const quint64 id = start(m_waits);
    const quint64 other = start(m_waits);
    QVERIFY(m_table->cancel(id, CancellationReason::Administrator, QStringLiteral("me")));
    QVERIFY(m_table->cancel(id, CancellationReason::Administrator, QStringLiteral("me again")));
    QTRY_COMPARE(m_table->runningCount(), 1);
    QCOMPARE(m_table->history()[0].cancellation->requestedBy, QStringLiteral("me"));
    QCOMPARE(m_table->running()[0].id, other);
    QCOMPARE(m_table->running()[0].state, RequestState::Running);
}

void tst_RequestTable::cancelsUnknown()
{
    const quint64 id = start(m_finishes);
    QTRY_COMPARE(m_table->runningCount(), 0);
    for (const quint64 unknown : {quint64(0), id, quint64(99), ~quint64(0)}) {
        const Result<void> result = m_table->cancel(unknown, CancellationReason::Administrator, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code(), ErrorCode::UnknownRequest);
        QVERIFY(result.error().message().contains(QString::number(unknown)));
    }
}

void tst_RequestTable::cancelsAll()
{
    m_table->cancelAll(CancellationReason::Shutdown, QStringLiteral("nobody runs"));
    for (int i = 0; i < 5; ++i)
        start(m_waits);
    m_table->cancelAll(CancellationReason::Shutdown, QStringLiteral("the stop"));
    QTRY_COMPARE(m_table->runningCount(), 0);
    for (const RequestRecord &record : m_table->history())
        QCOMPARE(record.cancellation->reason, CancellationReason::Shutdown);
}

void tst_RequestTable::historyIsBounded()
{
    constexpr qsizetype extra = 7;
    QCOMPARE(RequestTable::maxHistory, 1000);
    for (qsizetype i = 0; i < RequestTable::maxHistory + extra; ++i)
        start(m_finishes);
    QTRY_COMPARE(m_table->runningCount(), 0);
    const QList<RequestRecord> history = m_table->history();
    QCOMPARE(history.size(), RequestTable::maxHistory);
    QCOMPARE(history.constFirst().id, quint64(extra + 1)); // the oldest are forgotten
    QCOMPARE(history.constLast().id, quint64(RequestTable::maxHistory + extra));
    QCOMPARE(m_table->finishedCount(), quint64(RequestTable::maxHistory + extra));
}

void tst_RequestTable::shortensArguments_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArrayList>("kept");
    const QByteArray full(RequestTable::maxHistoryArgumentBytes, 'x');
    QTest::newRow("short") << QByteArrayList{"a", "b"} << QByteArrayList{"a", "b"};
    QTest::newRow("fits") << QByteArrayList{full} << QByteArrayList{full};
    QTest::newRow("one more") << QByteArrayList{full + 'y'} << QByteArrayList{full + "..."};
    QTest::newRow("in the second") << QByteArrayList{"ab", full, "c"}
                                   << QByteArrayList{"ab", full.chopped(3) + "..."};
    QTest::newRow("nothing of the third") << QByteArrayList{full.left(256), full.left(255), "c", "d"}
                                          << QByteArrayList{full.left(256), full.left(255), "..."};
    const QByteArrayList many(10'000, QByteArray("x"));
    QTest::newRow("many") << many << many.mid(0, 256) + QByteArrayList{"..."};
    const QByteArrayList empty(100'000, QByteArray());
    QTest::newRow("empty ones") << empty << empty.mid(0, 513) + QByteArrayList{"..."};
}

void tst_RequestTable::shortensArguments()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const QByteArrayList, kept);
    start(m_waits, arguments);
    QCOMPARE(m_table->running()[0].arguments, kept); // a list stays small, however long the commands are
    m_contexts[0]->finish(0);
    QTRY_COMPARE(m_table->history().size(), 1);
    QCOMPARE(m_table->history()[0].arguments, kept);
}

void tst_RequestTable::counts()
{
    start(m_waits);
    start(m_waits);
    start(m_finishes);
    m_contexts[0]->write("12345");
    m_contexts[0]->fail(Error(ErrorCode::CannotExecute, QStringLiteral("no way")));
    const RequestTotals before = m_table->totals();
    QCOMPARE(before.accepted, 3u);
    QCOMPARE(before.finished, 0u);
    QVERIFY(m_table->cancel(2, CancellationReason::Administrator, QStringLiteral("me")));
    QTRY_COMPARE(m_table->runningCount(), 0);
    RequestTotals totals = m_table->totals();
    QCOMPARE(totals.accepted, 3u);
    QCOMPARE(totals.finished, 3u);
    QCOMPARE(totals.failed, 2u); // by an error, and by a signal
    QCOMPARE(totals.cancelled, 1u);
    QCOMPARE(totals.forced, 0u);
    QCOMPARE(totals.outputBytes, 5u);
    // One that does not stop.
    FunctionHandler ignores([](RequestContext &) { return std::make_unique<Execution>(); });
    Limits limits;
    limits.grace = std::chrono::milliseconds(1);
    auto request = std::make_unique<ServedRequest>(m_table->nextId(), 1, Command({"test"}),
                                                   m_running->session(), limits, nullptr);
    ServedRequest *started = request.get();
    m_table->add(std::move(request));
    started->start(ignores);
    m_table->cancelAll(CancellationReason::Shutdown, QStringLiteral("the stop"));
    QTRY_COMPARE(m_table->runningCount(), 0);
    QCOMPARE(m_table->totals().forced, 1u);
}

void tst_RequestTable::finishedSince_data()
{
    QTest::addColumn<int>("finished");
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("firstId");
    QTest::addColumn<int>("count");
    const int most = static_cast<int>(RequestTable::maxHistory);
    QTest::newRow("none at all") << 0 << 0 << 0 << 0;
    QTest::newRow("all") << 3 << 0 << 1 << 3;
    QTest::newRow("the last") << 3 << 2 << 3 << 1;
    QTest::newRow("none new") << 3 << 3 << 0 << 0;
    QTest::newRow("more than there are") << 3 << 9 << 0 << 0;
    QTest::newRow("some are forgotten") << most + 5 << 2 << 6 << most;
    QTest::newRow("just not forgotten") << most + 5 << 5 << 6 << most;
}

void tst_RequestTable::finishedSince()
{
    QFETCH(const int, finished);
    QFETCH(const int, known);
    QFETCH(const int, firstId);
    QFETCH(const int, count);
    for (int i = 0; i < finished; ++i)
        start(m_finishes);
    QTRY_COMPARE(m_table->runningCount(), 0);
    const QList<RequestRecord> records = m_table->finishedSince(static_cast<quint64>(known));
    QCOMPARE(records.size(), count);
    if (count > 0) {
        QCOMPARE(records.constFirst().id, static_cast<quint64>(firstId));
        QCOMPARE(records.constLast().id, static_cast<quint64>(finished));
    }
}

void tst_RequestTable::finds()
{
    const QByteArray longArgument(2 * RequestTable::maxHistoryArgumentBytes, 'x');
    const quint64 id = start(m_waits, {"test", longArgument});
    QCOMPARE(m_table->find(id)->arguments[1], longArgument); // nothing left out
    QCOMPARE(m_table->context(id), m_contexts[0]);
    QCOMPARE(m_table->context(id)->id(), id);
    m_contexts[0]->finish(4);
    QTRY_COMPARE(m_table->runningCount(), 0);
    QCOMPARE(m_table->find(id)->exitCode, 4);
    QCOMPARE(m_table->context(id), nullptr);
    for (const quint64 unknown : {quint64(0), id + 1, ~quint64(0)}) {
        QCOMPARE(m_table->find(unknown).error().code(), ErrorCode::UnknownRequest);
        QCOMPARE(m_table->context(unknown), nullptr);
    }
}

void tst_RequestTable::saysWhatChanges()
{
    QSignalSpy added(m_table.get(), &RequestTable::added);
    QSignalSpy changed(m_table.get(), &RequestTable::changed);
    QSignalSpy finished(m_table.get(), &RequestTable::finished);
    const quint64 id = start(m_waits);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added[0][0].value<quint64>(), id);
    m_contexts[0]->setQueuePlace(1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<quint64>(), id);
    m_contexts[0]->setQueuePlace(0);
    QVERIFY(m_table->cancel(id, CancellationReason::Administrator, QStringLiteral("me")));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(changed.size(), 3);
}

void tst_RequestTable::becomesEmpty()
{
    QSignalSpy empty(m_table.get(), &RequestTable::becameEmpty);
    start(m_waits);
    start(m_waits);
    m_contexts[0]->finish(0);
    QTRY_COMPARE(m_table->runningCount(), 1);
    QCOMPARE(empty.size(), 0);
    m_contexts[1]->finish(0);
    QTRY_COMPARE(empty.size(), 1);
    start(m_finishes);
    QTRY_COMPARE(empty.size(), 2);
}

void tst_RequestTable::destroyedWithRunningRequests()
{
    start(m_waits);
    start(m_finishes); // its end is still under way
    m_table.reset();
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(tst_RequestTable)
#include "tst_requesttable.moc"
