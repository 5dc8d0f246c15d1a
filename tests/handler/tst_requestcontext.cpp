#include "tests/shared/runningsession.h"

#include <daemonrpc/handler/requestcontext.h>
#include <daemonrpc/wire/clientmessages.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_RequestContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsCommand();
    void deadline();
    void output();
    void pausesAtTheHighWaterMark();
    void goesOnBelowTheLowWaterMark();
    void aSecondBout();
    void clientLeavesDuringABout_data();
    void clientLeavesDuringABout();
    void outputAfterTheClientLeft();
    void outputAfterTheEnd();
    void othersMayLookOn();
    void firstOutcomeCounts_data();
    void firstOutcomeCounts();
    void exitCodes_data();
    void exitCodes();
    void cancels();
    void outcomeTellsOfTheCancellation();
    void inputOnDemand();
    void inputWithoutInput();
    void notices();
    void queuePlace();
    void outlivesItsSession();

private:
    static constexpr qsizetype capacity = 16 * 1024;
    static constexpr qint64 highWater = 64 * 1024;

    static Limits limits()
    {
        Limits limits;
        limits.highWaterBytes = highWater;
        return limits;
    }

    /// Writes until the context says stop; returns the bytes written.
    static qint64 fill(RequestContext &context)
    {
        qint64 written = 0;
        while (context.isWritable() && written < 100 * highWater) {
            context.write(QByteArray(1000, 'x'));
            written += 1000;
        }
        return written;
    }

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }
};

void tst_RequestContext::knowsItsCommand()
{
    Command command;
    command.text = "make 'all of it' -j4";
    RunningSession running(command);
    RequestContext context(7, command, running.session(), limits(), nullptr);
    QCOMPARE(context.id(), 7u);
    QCOMPARE(context.command(), command);
    QCOMPARE(context.arguments(), QByteArrayList({"make", "all of it", "-j4"}));
    QVERIFY(context.peer());
    QCOMPARE(context.peer(), running.session()->peer());
    QCOMPARE(context.grace(), limits().grace);
    context.setGrace(3ms);
    QCOMPARE(context.grace(), 3ms);
    QVERIFY(!context.isFinished());
    QVERIFY(!context.outcome());
    QVERIFY(!context.token().isCancelled());
    QCOMPARE(context.workers(), nullptr);
}

void tst_RequestContext::deadline()
{
    Command command({"x"});
    RunningSession running(command);
    RequestContext forever(1, command, running.session(), limits(), nullptr);
    QVERIFY(forever.deadline().isForever());
    command.timeout = 1h;
    RequestContext bounded(2, command, running.session(), limits(), nullptr);
    QVERIFY(!bounded.deadline().isForever());
    QVERIFY(bounded.deadline().remainingTimeAsDuration() > 59min);
    QVERIFY(bounded.deadline().remainingTimeAsDuration() <= 1h);
}

void tst_RequestContext::output()
{
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    context.write("out");
    context.writeError("error");
    context.write("put");
    QCOMPARE(context.outputBytes(), 11);
    QTRY_COMPARE(running.output(), QByteArray("output"));
    QCOMPARE(running.errorOutput(), QByteArray("error"));
}

void tst_RequestContext::pausesAtTheHighWaterMark()
{
    const Command command({"x"});
    RunningSession running(command, capacity);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    QSignalSpy writable(&context, &RequestContext::writable);
    running.peer().setReading(false);
    const qint64 written = fill(context);
    QVERIFY(written >= highWater - 2000);
    QVERIFY(written < highWater + 2000);
    settle();
    QVERIFY(!context.isWritable());
    QCOMPARE(writable.size(), 0);

    // Bytes are taken all the same: a handler may finish its line.
    context.write("the rest");
    running.peer().setReading(true);
    QTRY_VERIFY(running.output().endsWith("the rest"));
    QCOMPARE(running.output().size(), written + 8);
}

void tst_RequestContext::goesOnBelowTheLowWaterMark()
{
    const Command command({"x"});
    RunningSession running(command, capacity);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    running.peer().setReading(false);
    fill(context);
    qint64 pendingAtWritable = -1;
    int count = 0;
    connect(&context, &RequestContext::writable, &context, [&] {
        ++count;
        pendingAtWritable = running.session()->bytesPending();
    });
    int steps = 0;
    while (count == 0 && steps++ < 100) {
        if (running.session()->bytesPending() >= highWater / 2)
            QVERIFY(!context.isWritable());
        running.peer().readOnce();
        settle();
    }
    QCOMPARE(count, 1);
    QVERIFY(steps > 1);
    QVERIFY2(pendingAtWritable < highWater / 2, qPrintable(QString::number(pendingAtWritable)));
    QVERIFY(context.isWritable());
    running.peer().setReading(true);
    settle();
    QCOMPARE(count, 1); // once per bout, however much more is taken
}

void tst_RequestContext::aSecondBout()
{
    const Command command({"x"});
    RunningSession running(command, capacity);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    QSignalSpy writable(&context, &RequestContext::writable);
    qint64 written = 0;
    for (int bout = 1; bout <= 3; ++bout) {
        running.peer().setReading(false);
        settle();
        written += fill(context);
        QCOMPARE(writable.size(), bout - 1);
        running.peer().setReading(true);
        QTRY_COMPARE(writable.size(), bout);
        QTRY_COMPARE(running.output().size(), written);
    }
    settle();
    QCOMPARE(writable.size(), 3);
}

void tst_RequestContext::clientLeavesDuringABout_data()
{
    QTest::addColumn<bool>("isCancelled");
    QTest::newRow("running") << false;
    QTest::newRow("being cancelled already") << true;
}

// Nobody takes the output any more: a handler that waits for room must wake up.
void tst_RequestContext::clientLeavesDuringABout()
{
    QFETCH(const bool, isCancelled);
    const Command command({"x"});
    RunningSession running(command, capacity);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    running.peer().setReading(false);
    fill(context);
    if (isCancelled)
        context.cancel(CancellationReason::Interrupted, 2);
    QVERIFY(!context.isWritable());
    QSignalSpy writable(&context, &RequestContext::writable);
    running.peer().hangUp();
    QTRY_COMPARE(writable.size(), 1);
    QVERIFY(context.isWritable());
    context.cancel(CancellationReason::ClientClosed, 15); // as the server does then
    settle();
    QCOMPARE(writable.size(), 1);
}

void tst_RequestContext::outputAfterTheClientLeft()
{
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    QSignalSpy finished(&context, &RequestContext::finished);
    running.peer().hangUp();
    settle();
    for (int i = 0; i < 100; ++i) {
        QVERIFY(context.isWritable());
        context.write(QByteArray(highWater, 'x'));
    }
    QCOMPARE(running.session()->bytesPending(), 0);
    QVERIFY(!context.isFinished()); // only the server cancels
    context.finish(0);
    QCOMPARE(finished.size(), 1);
}

void tst_RequestContext::outputAfterTheEnd()
{
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    context.write("before");
    context.finish(0);
    context.write("after");
    context.writeError("after");
    QTRY_COMPARE(running.output(), QByteArray("before"));
    settle();
    QCOMPARE(running.output(), QByteArray("before"));
    QCOMPARE(running.errorOutput(), QByteArray());
    QCOMPARE(context.outputBytes(), 6);
}

// They see what is written for as long as it can be sent, whether or not the client is there.
void tst_RequestContext::othersMayLookOn()
{
    RunningSession running(Command({"test"}));
    RequestContext context(1, Command({"test"}), running.session(), limits(), nullptr);
    QByteArray output;
    QByteArray errorOutput;
    connect(&context, &RequestContext::outputWritten, this,
            [&output, &errorOutput](OutputStream stream, QByteArrayView bytes) {
                (stream == OutputStream::Output ? output : errorOutput).append(bytes);
            });
    context.write(QByteArrayView("a\0b", 3));
    context.writeError("!");
    running.endSession();
    context.write("c");
    context.writeError("?");
    QCOMPARE(output, QByteArray("a\0bc", 4));
    QCOMPARE(errorOutput, QByteArray("!?"));
    context.finish(0);
    context.write("d");
    QCOMPARE(output.size(), 4);
}

void tst_RequestContext::firstOutcomeCounts_data()
{
    QTest::addColumn<int>("first");
    QTest::newRow("finish") << 0;
    QTest::newRow("finishSignaled") << 1;
    QTest::newRow("fail") << 2;
}

void tst_RequestContext::firstOutcomeCounts()
{
    QFETCH(const int, first);
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    QSignalSpy finished(&context, &RequestContext::finished);
    const auto end = [&context](int how) {
        if (how == 0)
            context.finish(3);
        else if (how == 1)
            context.finishSignaled(9);
        else
            context.fail(Error(ErrorCode::Internal, QStringLiteral("failed")));
    };
    for (int i = 0; i < 3; ++i)
        end((first + i) % 3);
    QCOMPARE(finished.size(), 1);
    QVERIFY(context.isFinished());
    QCOMPARE(context.outcome()->index(), first == 2 ? 1u : 0u);
    if (const auto *result = std::get_if<CommandFinished>(&*context.outcome())) {
        QCOMPARE(result->exitCode, first == 0 ? 3 : 0);
        QCOMPARE(result->signal, first == 1 ? 9 : 0);
        QVERIFY(!result->isCancelled);
        QVERIFY(!result->isForced);
    }
}

void tst_RequestContext::exitCodes_data()
{
    QTest::addColumn<int>("given");
    QTest::addColumn<int>("told");
    QTest::newRow("0") << 0 << 0;
    QTest::newRow("255") << 255 << 255;
    QTest::newRow("256") << 256 << 0;
    QTest::newRow("263") << 263 << 7;
    QTest::newRow("-1") << -1 << 255;
}

// As exit(3) does it: the low eight bits.
void tst_RequestContext::exitCodes()
{
    QFETCH(const int, given);
    QFETCH(const int, told);
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    context.finish(given);
    QCOMPARE(std::get<CommandFinished>(*context.outcome()).exitCode, told);
}

void tst_RequestContext::cancels()
{
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    const CancellationToken token = context.token();
    int count = 0;
    connect(&context, &RequestContext::cancellationRequested, &context,
            [&](CancellationReason reason, int signal) {
                ++count;
                QVERIFY(token.isCancelled()); // the token first
                QCOMPARE(reason, CancellationReason::Interrupted);
                QCOMPARE(signal, 2);
            });
    QVERIFY(context.cancel(CancellationReason::Interrupted, 2));
    QVERIFY(!context.cancel(CancellationReason::Shutdown, 15));
    QCOMPARE(count, 1);
    QCOMPARE(token.reason(), CancellationReason::Interrupted);
    QVERIFY(!context.isFinished()); // the handler's own ending decides
}

void tst_RequestContext::outcomeTellsOfTheCancellation()
{
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    context.cancel(CancellationReason::Administrator, 15);
    context.finishSignaled(15);
    QVERIFY(std::get<CommandFinished>(*context.outcome()).isCancelled);
}

void tst_RequestContext::inputOnDemand()
{
    Command command({"x"});
    command.hasInput = true;
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    QByteArray input;
    connect(&context, &RequestContext::inputReceived, &context,
            [&input](QByteArrayView bytes) { input += bytes.toByteArray(); });
    QSignalSpy finished(&context, &RequestContext::inputFinished);
    settle();
    QCOMPARE(running.inputWanted(), 0); // nobody is asked for what no handler wants
    context.requestInput(3);
    context.requestInput(4);
    QTRY_COMPARE(running.inputWanted(), 7);
    QVERIFY(running.sendInput("1234567"));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(input, QByteArray("1234567"));
}

void tst_RequestContext::inputWithoutInput()
{
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    QSignalSpy finished(&context, &RequestContext::inputFinished);
    context.requestInput(100);
    QCOMPARE(finished.size(), 0); // not from within the handler's own call
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(running.inputWanted(), 0);
}

void tst_RequestContext::notices()
{
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    QSignalSpy resized(&context, &RequestContext::resized);
    context.notify({Notice::Kind::Queued, QStringLiteral("place 2"), 2});
    running.peer().send(FrameType::Resize, Resize{100, 40}.encode());
    QTRY_COMPARE(running.peer().count(FrameType::Notice), 1);
    QCOMPARE(Notice::decode(running.peer().last(FrameType::Notice))->value, 2);
    QTRY_COMPARE(resized.size(), 1);
    QCOMPARE(resized[0][0].value<quint16>(), 100);
}

void tst_RequestContext::queuePlace()
{
    const Command command({"x"});
    RunningSession running(command);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    QSignalSpy changed(&context, &RequestContext::queuePlaceChanged);
    QCOMPARE(context.queuePlace(), 0);
    for (const int place : {3, 2, 2, 0, 0})
        context.setQueuePlace(place);
    QCOMPARE(context.queuePlace(), 0);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changed[1][0].toInt(), 2);
}

void tst_RequestContext::outlivesItsSession()
{
    Command command({"x"});
    command.hasInput = true;
    RunningSession running(command, capacity);
    RequestContext context(1, command, running.session(), limits(), nullptr);
    running.peer().setReading(false);
    fill(context);
    running.endSession();
    QVERIFY(context.isWritable());
    context.write("x");
    context.writeError("x");
    context.requestInput(1);
    context.notify({});
    QVERIFY(context.peer());
    QVERIFY(context.cancel(CancellationReason::ClientClosed, 15));
    context.finish(0);
    QVERIFY(context.isFinished());
}

QTEST_GUILESS_MAIN(tst_RequestContext)
#include "tst_requestcontext.moc"
