#include "tests/shared/runningsession.h"

#include <daemonrpc/server/servedrequest.h>
#include <daemonrpc/wire/clientmessages.h>

#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

namespace {

/// An execution whose behaviour a test decides, and that tells of its own end.
class TestExecution : public Execution
{
public:
    TestExecution(bool willEnd, std::function<void()> onForce, bool *isDestroyed)
        : m_willEnd(willEnd)
        , m_onForce(std::move(onForce))
        , m_isDestroyed(isDestroyed)
    {}

    ~TestExecution() override { *m_isDestroyed = true; }

    bool force() override
    {
        if (m_onForce)
            m_onForce();
        return m_willEnd;
    }

private:
    bool m_willEnd;
    std::function<void()> m_onForce;
    bool *m_isDestroyed;
};

/// Waits for ever, unless the test ends the request.
class TestHandler : public CommandHandler
{
public:
    std::unique_ptr<Execution> start(RequestContext &requestContext) override
    {
        context = &requestContext;
        if (onStart)
            onStart(requestContext);
        if (onCancel) {
            QObject::connect(&requestContext, &RequestContext::cancellationRequested, &requestContext,
                             [this](CancellationReason reason, int signal) { onCancel(reason, signal); });
        }
        return hasExecution ? std::make_unique<TestExecution>(endsWhenForced, onForce, &isDestroyed)
                            : nullptr;
    }

    [[nodiscard]] HandlerKind kind() const override { return ownKind; }

    [[nodiscard]] std::optional<std::chrono::milliseconds> grace() const override { return ownGrace; }

    [[nodiscard]] std::optional<std::chrono::milliseconds> timeout() const override { return ownTimeout; }

    QPointer<RequestContext> context;
    std::function<void(RequestContext &)> onStart;
    std::function<void(CancellationReason, int)> onCancel;
    std::function<void()> onForce;
    HandlerKind ownKind = HandlerKind::Asynchronous;
    std::optional<std::chrono::milliseconds> ownGrace;
    std::optional<std::chrono::milliseconds> ownTimeout;
    bool endsWhenForced = false;
    bool hasExecution = true;
    bool isDestroyed = false;
};

} // namespace

class tst_ServedRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void finishes();
    void finishesWithinStart();
    void fails();
    void refuses();
    void cancelled();
    void cancelledOnce();
    void endsByItselfWithinTheGrace();
    void forced();
    void forcedByKind_data();
    void forcedByKind();
    void forcedButEndsByItself();
    void forcedAndDoesNotKeepItsWord();
    void forcedWithoutAnExecution();
    void finishesInForce();
    void ownGrace();
    void timesOut_data();
    void timesOut();
    void waitsForItsTurn();
    void cancelledInTheQueue();
    void tellsItsTimes();
    void keepsItsHandler();
    void clientCancels();
    void clientLeaves_data();
    void clientLeaves();
    void outlivesItsSession();
    void destroyedWhileRunning();

private:
    void make(const Command &command = Command({"test", "me"}), std::chrono::milliseconds grace = 10s,
              std::chrono::milliseconds requestTimeout = 0ms);

    [[nodiscard]] CommandFinished told() const
    {
        const Result<CommandFinished> finished =
            CommandFinished::decode(m_running->peer().last(FrameType::CommandFinished));
        return finished ? *finished : CommandFinished{-1, -1, false, false};
    }

    std::unique_ptr<RunningSession> m_running;
    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<ServedRequest> m_request;
    std::unique_ptr<QSignalSpy> m_ended;
};

void tst_ServedRequest::init() { m_handler = std::make_unique<TestHandler>(); }

void tst_ServedRequest::cleanup()
{
    m_ended.reset();
    m_request.reset();
    m_running.reset();
    m_handler.reset();
}

void tst_ServedRequest::make(const Command &command, std::chrono::milliseconds grace,
                             std::chrono::milliseconds requestTimeout)
{
    Limits limits;
    limits.grace = grace;
    limits.requestTimeout = requestTimeout;
    m_running = std::make_unique<RunningSession>(command);
    m_request = std::make_unique<ServedRequest>(5, 9, command, m_running->session(), limits, nullptr);
    m_ended = std::make_unique<QSignalSpy>(m_request.get(), &ServedRequest::ended);
}

void tst_ServedRequest::finishes()
{
    make();
    m_request->start(*m_handler);
    RequestRecord record = m_request->record();
    QCOMPARE(m_request->id(), 5u);
    QCOMPARE(m_request->name(), QByteArray("test"));
    QCOMPARE(record.id, 5u);
    QCOMPARE(record.connectionId, 9u);
    QCOMPARE(record.arguments, QByteArrayList({"test", "me"}));
    QCOMPARE(record.state, RequestState::Running);
    QVERIFY(record.startedAtMs > 0);
    QVERIFY(!record.cancellation);
    QVERIFY(!record.error);
    m_handler->context->write("12345");
    m_handler->context->finish(3);
    QCOMPARE(m_ended->size(), 0); // from the event loop
    QTRY_COMPARE(m_ended->size(), 1);
    record = m_request->record();
    QCOMPARE(record.state, RequestState::Finished);
    QCOMPARE(record.exitCode, 3);
    QCOMPARE(record.outputBytes, 5);
    QVERIFY(record.durationMs >= 0);
    QTRY_COMPARE(told(), (CommandFinished{3, 0, false, false}));
    QVERIFY(!m_request->cancel(CancellationReason::Shutdown, {}, SIGTERM)); // too late
    QVERIFY(!m_request->record().cancellation);
    m_handler->context->finish(4);
    QCoreApplication::processEvents();
    QCOMPARE(m_ended->size(), 1);
}

void tst_ServedRequest::finishesWithinStart()
{
    make();
    m_handler->hasExecution = false;
    m_handler->onStart = [](RequestContext &context) { context.finish(0); };
    m_request->start(*m_handler);
    QCOMPARE(m_ended->size(), 0);
    QTRY_COMPARE(m_ended->size(), 1);
    QTRY_COMPARE(told(), (CommandFinished{0, 0, false, false}));
}

void tst_ServedRequest::fails()
{
    make();
    m_request->start(*m_handler);
    m_handler->context->fail(Error(ErrorCode::CannotExecute, QStringLiteral("no way")));
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(m_request->record().error->code(), ErrorCode::CannotExecute);
    QTRY_COMPARE(m_running->peer().count(FrameType::CommandError), 1);
    QCOMPARE(decodeCommandError(m_running->peer().last(FrameType::CommandError))->message(),
             QStringLiteral("no way"));
    QCOMPARE(m_running->peer().count(FrameType::CommandFinished), 0);
}

void tst_ServedRequest::refuses()
{
    make();
    m_request->refuse(Error(ErrorCode::UnknownCommand, QStringLiteral("unknown")));
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(m_request->record().state, RequestState::Finished);
    QTRY_COMPARE(m_running->peer().count(FrameType::CommandError), 1);
}

void tst_ServedRequest::cancelled()
{
    make();
    QSignalSpy started(m_request.get(), &ServedRequest::cancellationStarted);
    int signal = 0;
    m_handler->onCancel = [&signal](CancellationReason, int given) { signal = given; };
    m_request->start(*m_handler);
    QVERIFY(m_request->cancel(CancellationReason::Administrator, QStringLiteral("somebody"), SIGTERM));
    QCOMPARE(signal, SIGTERM);
    QCOMPARE(started.size(), 1);
    QVERIFY(m_handler->context->token().isCancelled());
    const RequestRecord record = m_request->record();
    QCOMPARE(record.state, RequestState::Cancelling);
    QCOMPARE(record.cancellation->reason, CancellationReason::Administrator);
    QCOMPARE(record.cancellation->requestedBy, QStringLiteral("somebody"));
    QVERIFY(record.cancellation->requestedAtMs > 0);
    QCOMPARE(record.cancellation->latencyMs, -1);
    QVERIFY(!record.cancellation->isForced);
    QTRY_COMPARE(m_running->peer().count(FrameType::Notice), 1);
    const Result<Notice> notice = Notice::decode(m_running->peer().last(FrameType::Notice));
    QCOMPARE(notice->kind, Notice::Kind::Cancelling);
    QCOMPARE(notice->value, 10'000);
}

void tst_ServedRequest::cancelledOnce()
{
    make();
    m_request->start(*m_handler);
    QVERIFY(m_request->cancel(CancellationReason::Interrupted, QStringLiteral("first"), SIGINT));
    QVERIFY(!m_request->cancel(CancellationReason::Shutdown, QStringLiteral("second"), SIGTERM));
    QCOMPARE(m_request->record().cancellation->reason, CancellationReason::Interrupted);
    QCOMPARE(m_request->record().cancellation->requestedBy, QStringLiteral("first"));
}

void tst_ServedRequest::endsByItselfWithinTheGrace()
{
    make();
    m_handler->onCancel = [this](CancellationReason, int) { m_handler->context->finish(7); };
    m_request->start(*m_handler);
    m_request->cancel(CancellationReason::Interrupted, QStringLiteral("x"), SIGINT);
    QTRY_COMPARE(m_ended->size(), 1);
    QTRY_COMPARE(told(), (CommandFinished{7, 0, true, false}));
    QVERIFY(m_request->record().cancellation->latencyMs >= 0);
    QVERIFY(!m_request->record().cancellation->isForced);
}

void tst_ServedRequest::forced()
{
    make(Command({"test"}), 20ms);
    m_request->start(*m_handler);
    m_request->cancel(CancellationReason::Interrupted, QStringLiteral("x"), SIGINT);
    QVERIFY(!m_handler->isDestroyed);
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(m_handler->isDestroyed);
    QTRY_COMPARE(told(), (CommandFinished{130, 0, true, true}));
    QVERIFY(m_request->record().cancellation->isForced);
    QCOMPARE(m_request->record().cancellation->forcedBy, ForcedEnd::HandlerDropped);
    QVERIFY(m_request->record().cancellation->latencyMs >= 20);
    QCOMPARE(m_request->record().exitCode, 130);
}

void tst_ServedRequest::forcedByKind_data()
{
    QTest::addColumn<HandlerKind>("kind");
    QTest::addColumn<qint64>("processId");
    QTest::addColumn<bool>("endsWhenForced");
    QTest::addColumn<QString>("expected");
    const QString killed = QStringLiteral("process_group_killed");
    const QString dropped = QStringLiteral("handler_dropped");
    QTest::newRow("process") << HandlerKind::Process << qint64(4711) << true << killed;
    QTest::newRow("process that does not go") << HandlerKind::Process << qint64(4711) << false << killed;
    QTest::newRow("process that was not there yet") << HandlerKind::Process << qint64(0) << false << dropped;
    QTest::newRow("own program") << HandlerKind::Asynchronous << qint64(4711) << true << killed;
    QTest::newRow("asynchronous") << HandlerKind::Asynchronous << qint64(0) << false << dropped;
    QTest::newRow("obeys") << HandlerKind::Asynchronous << qint64(0) << true << dropped;
    QTest::newRow("blocking") << HandlerKind::Blocking << qint64(0) << false
                              << QStringLiteral("worker_quarantined");
}

void tst_ServedRequest::forcedByKind()
{
    QFETCH(const HandlerKind, kind);
    QFETCH(const qint64, processId);
    QFETCH(const bool, endsWhenForced);
    QFETCH(const QString, expected);
    make(Command({"test"}), 20ms);
    m_handler->ownKind = kind;
    m_handler->endsWhenForced = endsWhenForced;
    m_handler->onStart = [processId](RequestContext &context) { context.setProcessId(processId); };
    if (endsWhenForced)
        m_handler->onForce = [this] { m_handler->context->finishSignaled(SIGKILL); };
    m_request->start(*m_handler);
    QCOMPARE(m_request->record().processId, processId);
    m_request->cancel(CancellationReason::Interrupted, QStringLiteral("x"), SIGINT);
    QCOMPARE(m_request->record().cancellation->forcedBy, ForcedEnd::None);
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(forcedEndName(m_request->record().cancellation->forcedBy), expected);
    QCOMPARE(m_request->record().processId, processId); // for the record
}

void tst_ServedRequest::forcedButEndsByItself()
{
    make(Command({"test"}), 20ms);
    m_handler->endsWhenForced = true;
    m_handler->onForce = [this] {
        QMetaObject::invokeMethod(
            m_request.get(),
            [this] {
                m_handler->context->write("last words");
                m_handler->context->finishSignaled(SIGKILL);
            },
            Qt::QueuedConnection);
    };
    m_request->start(*m_handler);
    m_request->cancel(CancellationReason::Interrupted, QStringLiteral("x"), SIGINT);
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(!m_handler->isDestroyed); // only with the request
    QTRY_COMPARE(told(), (CommandFinished{0, SIGKILL, true, true}));
    QCOMPARE(m_running->output(), QByteArray("last words"));
    QCOMPARE(m_request->record().signal, SIGKILL);
}

void tst_ServedRequest::forcedAndDoesNotKeepItsWord()
{
    make(Command({"test"}), 20ms);
    m_handler->endsWhenForced = true;
    m_request->start(*m_handler);
    QElapsedTimer age;
    age.start();
    m_request->cancel(CancellationReason::Interrupted, QStringLiteral("x"), SIGINT);
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(m_handler->isDestroyed);
    QVERIFY(age.elapsed() >= ServedRequest::forcedEndTimeout.count());
    QTRY_COMPARE(told(), (CommandFinished{130, 0, true, true}));
}

void tst_ServedRequest::forcedWithoutAnExecution()
{
    make(Command({"test"}), 20ms);
    m_handler->hasExecution = false; // and not finished: against the contract, yet every request ends
    m_request->start(*m_handler);
    m_request->cancel(CancellationReason::Interrupted, QStringLiteral("x"), SIGINT);
    QTRY_COMPARE(m_ended->size(), 1);
    QTRY_COMPARE(told(), (CommandFinished{130, 0, true, true}));
}

void tst_ServedRequest::finishesInForce()
{
    make(Command({"test"}), 20ms);
    m_handler->onForce = [this] { m_handler->context->finish(8); };
    m_request->start(*m_handler);
    m_request->cancel(CancellationReason::Interrupted, QStringLiteral("x"), SIGINT);
    QTRY_COMPARE(m_ended->size(), 1);
    QTRY_COMPARE(told(), (CommandFinished{8, 0, true, true}));
    QCOMPARE(m_ended->size(), 1);
}

void tst_ServedRequest::ownGrace()
{
    make(Command({"test"}), 1h);
    m_handler->ownGrace = 20ms;
    m_request->start(*m_handler);
    m_request->cancel(CancellationReason::Interrupted, QStringLiteral("x"), SIGINT);
    QTRY_COMPARE(Notice::decode(m_running->peer().last(FrameType::Notice))->value, 20);
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(m_request->record().cancellation->isForced);
}

void tst_ServedRequest::timesOut_data()
{
    QTest::addColumn<int>("clients");
    QTest::addColumn<int>("commands");
    QTest::addColumn<int>("daemons");
    QTest::addColumn<QString>("requestedBy");
    const QString client = QStringLiteral("its timeout of 30 ms");
    const QString command = QStringLiteral("the command's timeout of 30 ms");
    const QString daemon = QStringLiteral("the daemon's timeout for requests of 30 ms");
    QTest::newRow("the client's") << 30 << -1 << 0 << client;
    QTest::newRow("the command's") << 0 << 30 << 0 << command;
    QTest::newRow("the daemon's") << 0 << -1 << 30 << daemon;
    QTest::newRow("the client's is shortest") << 30 << 5000 << 6000 << client;
    QTest::newRow("the command's is shortest") << 6000 << 30 << 5000 << command;
    QTest::newRow("the daemon's is shortest") << 6000 << 5000 << 30 << daemon;
    QTest::newRow("the command has none") << 6000 << 0 << 30 << daemon;
}

void tst_ServedRequest::timesOut()
{
    QFETCH(const int, clients);
    QFETCH(const int, commands);
    QFETCH(const int, daemons);
    QFETCH(const QString, requestedBy);
    Command command({"test"});
    command.timeout = std::chrono::milliseconds(clients);
    make(command, 10s, std::chrono::milliseconds(daemons));
    if (commands >= 0)
        m_handler->ownTimeout = std::chrono::milliseconds(commands);
    m_handler->onStart = [](RequestContext &context) { QVERIFY(context.deadline().remainingTime() <= 30); };
    m_handler->onCancel = [this](CancellationReason, int signal) {
        m_handler->context->finishSignaled(signal);
    };
    m_request->start(*m_handler);
    QTRY_COMPARE(m_ended->size(), 1);
    const RequestRecord record = m_request->record();
    QCOMPARE(record.cancellation->reason, CancellationReason::Timeout);
    QCOMPARE(record.cancellation->requestedBy, requestedBy);
    QVERIFY(Notice::decode(m_running->peer().last(FrameType::Notice))->text.endsWith(requestedBy));
    QCOMPARE(record.signal, SIGTERM);
    QVERIFY(record.durationMs >= 29);
}

void tst_ServedRequest::waitsForItsTurn()
{
    make();
    QSignalSpy changed(m_request.get(), &ServedRequest::changed);
    m_handler->onStart = [](RequestContext &context) { context.setQueuePlace(2); };
    m_request->start(*m_handler);
    RequestRecord record = m_request->record();
    QCOMPARE(record.state, RequestState::Queued);
    QCOMPARE(record.queuePlace, 2);
    QVERIFY(record.queuedAtMs >= record.acceptedAtMs);
    QCOMPARE(record.startedAtMs, 0);
    const qint64 queuedAtMs = record.queuedAtMs;
    m_handler->context->setQueuePlace(1);
    QCOMPARE(m_request->record().queuePlace, 1);
    m_handler->context->setQueuePlace(1); // nothing new
    QCOMPARE(changed.size(), 2);
    m_handler->context->setQueuePlace(0);
    record = m_request->record();
    QCOMPARE(record.state, RequestState::Running);
    QCOMPARE(record.queuePlace, 0);
    QCOMPARE(record.queuedAtMs, queuedAtMs);
    QVERIFY(record.startedAtMs >= queuedAtMs);
    QCOMPARE(changed.size(), 3);
    m_handler->context->finish(0);
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(m_request->record().finishedAtMs >= record.startedAtMs);
}

void tst_ServedRequest::cancelledInTheQueue()
{
    make();
    m_handler->onStart = [](RequestContext &context) { context.setQueuePlace(3); };
    m_handler->onCancel = [this](CancellationReason, int) {
        m_handler->context->fail(Error(ErrorCode::Cancelled, QStringLiteral("while waiting")));
    };
    m_request->start(*m_handler);
    QVERIFY(m_request->cancel(CancellationReason::Administrator, QStringLiteral("x"), SIGTERM));
    QTRY_COMPARE(m_ended->size(), 1);
    const RequestRecord record = m_request->record();
    QCOMPARE(record.state, RequestState::Finished);
    QCOMPARE(record.queuePlace, 0);
    QCOMPARE(record.startedAtMs, 0); // it never ran
    QVERIFY(record.hasFailed());
}

void tst_ServedRequest::tellsItsTimes()
{
    Command command({"test"});
    command.workingDirectory = "/work";
    command.timeout = 1h;
    command.hasInput = true;
    make(command, 4s);
    m_request->start(*m_handler);
    RequestRecord record = m_request->record();
    QCOMPARE(record.workingDirectory, QByteArray("/work"));
    QCOMPARE(record.graceMs, 4000);
    QVERIFY(record.acceptedAtMs > 0);
    QVERIFY(record.startedAtMs >= record.acceptedAtMs);
    QCOMPARE(record.deadlineAtMs, record.startedAtMs + 3'600'000);
    QCOMPARE(record.firstOutputAtMs, 0);
    QCOMPARE(record.finishedAtMs, 0);
    QVERIFY(!record.hasFailed());
    m_handler->context->writeError({});
    QCOMPARE(m_request->record().firstOutputAtMs, 0); // nothing is no output
    m_handler->context->writeError("x");
    record = m_request->record();
    QVERIFY(record.firstOutputAtMs >= record.startedAtMs);
    m_handler->context->requestInput(3);
    QTRY_COMPARE(m_running->inputWanted(), 3);
    QVERIFY(m_running->sendInput("abc"));
    QTRY_COMPARE(m_request->record().inputBytes, 3);
    QCOMPARE(m_request->record().outputBytes, 1);
    m_handler->context->finish(2);
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(m_request->record().finishedAtMs >= record.firstOutputAtMs);
    QVERIFY(m_request->record().hasFailed());
}

void tst_ServedRequest::keepsItsHandler()
{
    make();
    auto handler = std::make_shared<TestHandler>();
    const std::weak_ptr<TestHandler> watched = handler;
    m_request->start(std::move(handler));
    QVERIFY(!watched.expired());
    m_request->cancel(CancellationReason::Administrator, QStringLiteral("x"), SIGTERM);
    watched.lock()->context->finish(0);
    QTRY_COMPARE(m_ended->size(), 1);
    m_ended.reset();
    m_request.reset();
    QVERIFY(watched.expired());
}

void tst_ServedRequest::clientCancels()
{
    make();
    m_handler->onCancel = [this](CancellationReason, int signal) {
        m_handler->context->finishSignaled(signal);
    };
    m_request->start(*m_handler);
    m_running->peer().send(FrameType::Cancel, Cancel{SIGHUP}.encode());
    m_running->peer().send(FrameType::Cancel, Cancel{SIGINT}.encode());
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(m_request->record().cancellation->reason, CancellationReason::Interrupted);
    QCOMPARE(m_request->record().signal, SIGHUP);
}

void tst_ServedRequest::clientLeaves_data()
{
    QTest::addColumn<bool>("violates");
    QTest::newRow("hangs up") << false;
    QTest::newRow("breaks the protocol") << true;
}

void tst_ServedRequest::clientLeaves()
{
    QFETCH(const bool, violates);
    make();
    m_handler->onCancel = [this](CancellationReason, int signal) {
        m_handler->context->finishSignaled(signal);
    };
    m_request->start(*m_handler);
    if (violates)
        m_running->peer().sendRaw("garbage!");
    else
        m_running->peer().hangUp();
    QTRY_COMPARE(m_ended->size(), 1);
    QCOMPARE(m_request->record().cancellation->reason, CancellationReason::ClientClosed);
    QCOMPARE(m_request->record().signal, SIGTERM);
}

void tst_ServedRequest::outlivesItsSession()
{
    make(Command({"test"}), 20ms);
    m_request->start(*m_handler);
    m_running->peer().hangUp();
    QTRY_COMPARE(m_request->record().state, RequestState::Cancelling);
    m_running->endSession();
    QTRY_COMPARE(m_ended->size(), 1);
    QVERIFY(m_request->record().peer);
    QVERIFY(m_request->record().cancellation->isForced);
}

void tst_ServedRequest::destroyedWhileRunning()
{
    make();
    m_request->start(*m_handler);
    m_ended.reset();
    m_request.reset();
    QVERIFY(m_handler->isDestroyed);
    m_running->peer().send(FrameType::Cancel, {});
    m_running->peer().hangUp();
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(tst_ServedRequest)
#include "tst_servedrequest.moc"
