#include "tests/shared/gate.h"
#include "tests/shared/runningsession.h"

#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/server/workerpool.h>

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_BlockingHandler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesItself();
    void knowsItsCommand();
    void outputInOrder();
    void exitCodes();
    void blocksAtTheMark();
    void readsInput();
    void readsInputInSmallPieces();
    void readsNoInput();
    void readAfterTheEnd();
    void throws_data();
    void throws();
    void withoutWorkers();
    void queueIsFull();
    void waitingIsTold();
    void cancelledWhileQueued();
    void cancelReleasesRead();
    void cancelReleasesWrite();
    void writeAfterCancellation();
    void ownEndingAfterCancellation();
    void forcedWhileRunning();
    void forcedWhileWritingOn();
    void clientLeaves();
    void deadlineIsPassedOn();

private:
    struct Request
    {
        Request(const Command &command, const Limits &limits, WorkQueue *workers,
                BlockingHandler::Function function, qsizetype capacity = MemoryStream::defaultCapacity)
            : running(command, capacity)
            , context(1, command, running.session(), limits, workers)
            , handler(std::move(function))
        {}

        void start() { execution = handler.start(context); }

        [[nodiscard]] int exitCode() const
        {
            const auto *result =
                context.outcome() ? std::get_if<CommandFinished>(&*context.outcome()) : nullptr;
            return result ? result->exitCode : -1;
        }

        [[nodiscard]] ErrorCode error() const
        {
            const auto *result = context.outcome() ? std::get_if<Error>(&*context.outcome()) : nullptr;
            return result ? result->code() : ErrorCode(0);
        }

        RunningSession running;
        RequestContext context;
        BlockingHandler handler;
        std::unique_ptr<Execution> execution;
    };

    static Limits limits(qint64 highWater = 64 * 1024)
    {
        Limits limits;
        limits.highWaterBytes = highWater;
        return limits;
    }

    static Command command(bool hasInput = false)
    {
        Command command({"block", "a", "b"});
        command.hasInput = hasInput;
        return command;
    }

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }
};

void tst_BlockingHandler::describesItself()
{
    const BlockingHandler handler([](BlockingContext &) { return 0; }, QStringLiteral("waits"));
    QCOMPARE(handler.kind(), HandlerKind::Blocking);
    QCOMPARE(handler.summary(), QStringLiteral("waits"));
}

void tst_BlockingHandler::knowsItsCommand()
{
    WorkerPool pool(1, 1);
    Command asked = command();
    asked.workingDirectory = "/src";
    asked.environment = {"A=1"};
    std::atomic<bool> isSame = false;
    Request request(asked, limits(), &pool, [asked, &isSame](BlockingContext &context) {
        isSame = context.command() == asked && context.arguments() == asked.arguments &&
                 !context.token().isCancelled() && context.deadline().isForever();
        return 0;
    });
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    QVERIFY(isSame);
}

void tst_BlockingHandler::outputInOrder()
{
    WorkerPool pool(1, 1);
    Request request(command(), limits(), &pool, [](BlockingContext &context) {
        bool isWritten = true;
        for (int i = 0; i < 2000; ++i) {
            isWritten = context.write("o" + QByteArray::number(i) + ' ') && isWritten;
            if (i % 3 == 0)
                isWritten = context.writeError("e" + QByteArray::number(i) + ' ') && isWritten;
        }
        isWritten = context.write({}) && isWritten;
        return isWritten ? 0 : 1;
    });
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    QByteArray output;
    QByteArray errorOutput;
    for (int i = 0; i < 2000; ++i) {
        output += "o" + QByteArray::number(i) + ' ';
        if (i % 3 == 0)
            errorOutput += "e" + QByteArray::number(i) + ' ';
    }
    QTRY_COMPARE(request.running.output().size(), output.size());
    QVERIFY(request.running.output() == output);
    QVERIFY(request.running.errorOutput() == errorOutput);
}

void tst_BlockingHandler::exitCodes()
{
    WorkerPool pool(1, 1);
    Request request(command(), limits(), &pool, [](BlockingContext &) { return 300; });
    request.start();
    QTRY_COMPARE(request.exitCode(), 300 - 256);
    QCOMPARE(pool.runningCount(), 0);
}

// A slow client stops the worker, costs bounded memory, and loses nothing.
void tst_BlockingHandler::blocksAtTheMark()
{
    WorkerPool pool(1, 1);
    std::atomic<qint64> written = 0;
    constexpr qint64 total = 4 * 1024 * 1024;
    constexpr qint64 mark = 64 * 1024;
    Request request(
        command(), limits(mark), &pool,
        [&written](BlockingContext &context) {
            const QByteArray piece(4096, 'x');
            while (written < total) {
                if (!context.write(piece))
                    return 1;
                written += piece.size();
            }
            return 0;
        },
        16 * 1024);
    request.running.peer().setReading(false);
    request.start();
    // One mark waits for the client, another one between the threads, and the stream holds some.
    qint64 before = -1;
    QTRY_VERIFY((settle(), written > mark && std::exchange(before, written) == written));
    QVERIFY2(written <= 3 * mark + 32 * 1024, qPrintable(QString::number(written)));
    QCOMPARE(request.exitCode(), -1);
    request.running.peer().setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(request.exitCode(), 0, 20000);
    QTRY_COMPARE(request.running.output().size(), total);
}

void tst_BlockingHandler::readsInput()
{
    WorkerPool pool(1, 1);
    Request request(command(true), limits(), &pool, [](BlockingContext &context) {
        for (QByteArray bytes = context.read(); !bytes.isEmpty(); bytes = context.read())
            context.write(bytes);
        return 0;
    });
    request.start();
    QByteArray input;
    for (int i = 0; i < 500'000; ++i)
        input.append(static_cast<char>(i * 13 + i / 256));
    QVERIFY(request.running.sendInput(input));
    QTRY_COMPARE(request.exitCode(), 0);
    QTRY_COMPARE(request.running.output().size(), input.size());
    QVERIFY(request.running.output() == input);
}

void tst_BlockingHandler::readsInputInSmallPieces()
{
    WorkerPool pool(1, 1);
    Request request(command(true), limits(), &pool, [](BlockingContext &context) {
        static_cast<void>(context.read(0)); // asks for nothing
        for (QByteArray bytes = context.read(3); !bytes.isEmpty(); bytes = context.read(3))
            context.write(bytes.size() <= 3 ? bytes + '|' : QByteArray("too much"));
        return 0;
    });
    request.start();
    QTRY_COMPARE(request.running.inputWanted(), 3); // never more than somebody waits for
    request.running.peer().send(FrameType::InputChunk, "a");
    QTRY_COMPARE(request.running.output(), QByteArray("a|"));
    request.running.peer().send(FrameType::InputChunk, "bc");
    QTRY_COMPARE(request.running.output(), QByteArray("a|bc|"));
    QTRY_COMPARE(request.running.inputWanted(), 6);
    request.running.peer().send(FrameType::InputChunk, "def");
    QTRY_COMPARE(request.running.output(), QByteArray("a|bc|def|"));
    request.running.peer().send(FrameType::InputChunk, {});
    QTRY_COMPARE(request.exitCode(), 0);
}

void tst_BlockingHandler::readsNoInput()
{
    WorkerPool pool(1, 1);
    Request request(command(false), limits(), &pool,
                    [](BlockingContext &context) { return context.read().isEmpty() ? 7 : 1; });
    request.start();
    QTRY_COMPARE(request.exitCode(), 7);
    QCOMPARE(request.running.inputWanted(), 0);
}

void tst_BlockingHandler::readAfterTheEnd()
{
    WorkerPool pool(1, 1);
    Request request(command(true), limits(), &pool, [](BlockingContext &context) {
        QByteArray all;
        for (QByteArray bytes = context.read(1LL << 40); !bytes.isEmpty(); bytes = context.read(1LL << 40))
            all += bytes;
        return all == "123" && context.read().isEmpty() && context.read().isEmpty() ? 0 : 1;
    });
    request.start();
    QTRY_COMPARE(request.running.inputWanted(), InputWanted::maxBytes);
    request.running.peer().send(FrameType::InputChunk, "123");
    request.running.peer().send(FrameType::InputChunk, {});
    QTRY_COMPARE(request.exitCode(), 0);
}

void tst_BlockingHandler::throws_data()
{
    QTest::addColumn<bool>("isStandard");
    QTest::newRow("std::exception") << true;
    QTest::newRow("anything") << false;
}

void tst_BlockingHandler::throws()
{
    QFETCH(const bool, isStandard);
    WorkerPool pool(1, 1);
    Request request(command(), limits(), &pool, [isStandard](BlockingContext &context) -> int {
        context.write("before");
        if (isStandard)
            throw std::runtime_error("out of luck");
        throw 7;
    });
    request.start();
    QTRY_COMPARE(request.error(), ErrorCode::Internal);
    QCOMPARE(std::get<Error>(*request.context.outcome()).message().contains(u"out of luck"), isStandard);
    QTRY_COMPARE(request.running.output(), QByteArray("before"));
    QCOMPARE(pool.runningCount(), 0);
}

void tst_BlockingHandler::withoutWorkers()
{
    Request request(command(), limits(), nullptr, [](BlockingContext &) { return 0; });
    request.start();
    QCOMPARE(request.error(), ErrorCode::Unsupported);
    QVERIFY(!request.execution);
}

void tst_BlockingHandler::queueIsFull()
{
    WorkerPool pool(1, 0);
    Gate gate;
    Request first(command(), limits(), &pool, [&gate](BlockingContext &) {
        gate.pass();
        return 0;
    });
    Request second(command(), limits(), &pool, [](BlockingContext &) { return 0; });
    first.start();
    second.start();
    QCOMPARE(second.error(), ErrorCode::QueueFull);
    second.execution.reset();
    QCOMPARE(pool.quarantinedCount(), 0);
    gate.open();
    QTRY_COMPARE(first.exitCode(), 0);
}

void tst_BlockingHandler::waitingIsTold()
{
    WorkerPool pool(1, 5);
    Gate gate;
    const auto wait = [&gate](BlockingContext &) {
        gate.pass();
        return 0;
    };
    Request first(command(), limits(), &pool, wait);
    Request second(command(), limits(), &pool, wait);
    Request third(command(), limits(), &pool, wait);
    first.start();
    second.start();
    third.start();
    QTRY_COMPARE(third.running.peer().count(FrameType::Notice), 1);
    Result<Notice> notice = Notice::decode(third.running.peer().last(FrameType::Notice));
    QCOMPARE(notice->kind, Notice::Kind::Queued);
    QCOMPARE(notice->value, 2);
    QCOMPARE(first.running.peer().count(FrameType::Notice), 0);
    QCOMPARE(first.context.queuePlace(), 0);
    QCOMPARE(second.context.queuePlace(), 1);
    QCOMPARE(third.context.queuePlace(), 2);
    gate.open();
    QTRY_COMPARE(third.exitCode(), 0);
    QTRY_COMPARE(third.running.peer().count(FrameType::Notice), 2);
    QCOMPARE(Notice::decode(third.running.peer().last(FrameType::Notice))->value, 1);
    QCOMPARE(third.context.queuePlace(), 0);
}

void tst_BlockingHandler::cancelledWhileQueued()
{
    WorkerPool pool(1, 5);
    Gate gate;
    std::atomic<bool> hasRun = false;
    Request first(command(), limits(), &pool, [&gate](BlockingContext &) {
        gate.pass();
        return 0;
    });
    Request second(command(), limits(), &pool, [&hasRun](BlockingContext &) {
        hasRun = true;
        return 0;
    });
    first.start();
    second.start();
    QCOMPARE(pool.queueLength(), 1);
    second.context.cancel(CancellationReason::Interrupted, 2);
    QCOMPARE(second.error(), ErrorCode::Cancelled);
    QCOMPARE(pool.queueLength(), 0);
    second.execution.reset();
    gate.open();
    QTRY_COMPARE(first.exitCode(), 0);
    QVERIFY(!hasRun);
    QCOMPARE(pool.quarantinedCount(), 0);
}

void tst_BlockingHandler::cancelReleasesRead()
{
    WorkerPool pool(1, 1);
    Request request(command(true), limits(), &pool, [](BlockingContext &context) {
        const bool isEmpty = context.read().isEmpty();
        return isEmpty && context.token().reason() == CancellationReason::Administrator &&
                       context.read().isEmpty()
                   ? 9
                   : 1;
    });
    request.start();
    QTRY_VERIFY(request.running.inputWanted() > 0); // it waits
    request.context.cancel(CancellationReason::Administrator, 15);
    QTRY_COMPARE(request.exitCode(), 9);
    QVERIFY(std::get<CommandFinished>(*request.context.outcome()).isCancelled);
}

void tst_BlockingHandler::cancelReleasesWrite()
{
    WorkerPool pool(1, 1);
    std::atomic<int> pieces = 0;
    Request request(
        command(), limits(16 * 1024), &pool,
        [&pieces](BlockingContext &context) {
            while (context.write(QByteArray(4096, 'x')))
                ++pieces;
            return context.token().isCancelled() ? 9 : 1;
        },
        16 * 1024);
    request.running.peer().setReading(false);
    request.start();
    int before = -1;
    QTRY_VERIFY((settle(), pieces > 4 && std::exchange(before, pieces) == pieces)); // it waits at the mark
    request.context.cancel(CancellationReason::Interrupted, 2);
    QTRY_COMPARE(request.exitCode(), 9);
}

// The last words of a handler that stops politely still arrive.
void tst_BlockingHandler::writeAfterCancellation()
{
    WorkerPool pool(1, 1);
    Request request(command(), limits(), &pool, [](BlockingContext &context) {
        context.token().waitFor(1h);
        context.write("bye");
        while (context.write({})) // says no as soon as the cancellation has come this far
            std::this_thread::yield();
        return 130;
    });
    request.start();
    QTRY_COMPARE(pool.runningCount(), 1);
    request.context.cancel(CancellationReason::Interrupted, 2);
    QTRY_COMPARE(request.exitCode(), 130);
    QTRY_COMPARE(request.running.output(), QByteArray("bye"));
}

void tst_BlockingHandler::ownEndingAfterCancellation()
{
    WorkerPool pool(1, 1);
    Gate gate;
    Request request(command(), limits(), &pool, [&gate](BlockingContext &) {
        gate.pass();
        return 4;
    });
    request.start();
    QTRY_VERIFY(gate.visitors() > 0);
    request.context.cancel(CancellationReason::Interrupted, 2);
    settle();
    QVERIFY(!request.context.isFinished());
    gate.open();
    QTRY_COMPARE(request.exitCode(), 4);
}

// As the server does when the grace is over: the request ends, and the late return of the function is
// harmless.
void tst_BlockingHandler::forcedWhileRunning()
{
    WorkerPool pool(1, 1);
    Gate gate;
    std::atomic<int> lateWrites = 0;
    {
        Request request(command(), limits(), &pool, [&gate, &lateWrites](BlockingContext &context) {
            gate.pass();
            lateWrites += context.write("late") ? 1 : 0;
            lateWrites += context.writeError("late") ? 1 : 0;
            lateWrites += context.read().isEmpty() ? 0 : 1;
            return 0;
        });
        request.start();
        QTRY_VERIFY(gate.visitors() > 0);
        request.context.cancel(CancellationReason::Interrupted, 2);
        QVERIFY(!request.execution->force());
        request.execution.reset();
        QCOMPARE(pool.quarantinedCount(), 1);
        QCOMPARE(pool.runningCount(), 0);
        request.context.finish(130);
        settle();
        QCOMPARE(request.running.output(), QByteArray());
    }
    // The pool serves others meanwhile.
    Request other(command(), limits(), &pool, [](BlockingContext &) { return 5; });
    other.start();
    QTRY_COMPARE(other.exitCode(), 5);
    gate.open();
    QTRY_COMPARE(pool.quarantinedCount(), 0);
    QCOMPARE(lateWrites, 0);
}

void tst_BlockingHandler::forcedWhileWritingOn()
{
    WorkerPool pool(1, 1);
    std::atomic<bool> mayStop = false;
    {
        Request request(command(), limits(), &pool, [&mayStop](BlockingContext &context) {
            while (!mayStop) // ignores its token
                context.write(QByteArray(1000, 'x'));
            return 0;
        });
        request.start();
        QTRY_VERIFY(request.running.output().size() > 10'000);
        request.context.cancel(CancellationReason::Interrupted, 2);
        settle();
        request.execution.reset();
        QCOMPARE(pool.quarantinedCount(), 1);
    }
    mayStop = true;
    QTRY_COMPARE(pool.quarantinedCount(), 0);
}

void tst_BlockingHandler::clientLeaves()
{
    WorkerPool pool(1, 1);
    Request request(
        command(), limits(16 * 1024), &pool,
        [](BlockingContext &context) {
            for (int i = 0; i < 50; ++i)
                context.write(QByteArray(4096, 'x'));
            return 6;
        },
        16 * 1024);
    request.running.peer().setReading(false);
    request.start();
    QTRY_VERIFY(!request.context.isWritable());
    request.running.peer().hangUp();
    // Nothing holds it up any more, cancelled or not.
    QTRY_COMPARE(request.exitCode(), 6);
}

void tst_BlockingHandler::deadlineIsPassedOn()
{
    WorkerPool pool(1, 1);
    Command asked = command();
    asked.timeout = 1h;
    Request request(asked, limits(), &pool, [](BlockingContext &context) {
        return context.deadline().remainingTimeAsDuration() > 59min && !context.deadline().isForever() ? 0
                                                                                                       : 1;
    });
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_BlockingHandler)
#include "tst_blockinghandler.moc"
