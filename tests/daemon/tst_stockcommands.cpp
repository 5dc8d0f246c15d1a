#include "daemon/commands/stockcommands.h"
#include "tests/shared/runningsession.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_StockCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void echo_data();
    void echo();
    void cat();
    void catWithoutInput();
    void catKeepsStepWithTheReader();
    void catIsCancelled();
    void sleeps();
    void sleepIsCancelled();
    void badArguments_data();
    void badArguments();
    void generate_data();
    void generate();
    void generateKeepsStepWithTheReader();
    void generateLetsOthersRun();
    void generateIsCancelled_data();
    void generateIsCancelled();
    void exec();
    void execWithoutAProgram_data();
    void execWithoutAProgram();

private:
    struct Request
    {
        explicit Request(const QByteArrayList &arguments, bool hasInput = false, const Limits &limits = {},
                         qsizetype capacity = MemoryStream::defaultCapacity)
            : command(makeCommand(arguments, hasInput))
            , running(command, capacity)
            , context(1, command, running.session(), limits, nullptr)
            , handlers(makeStockCommands())
        {}

        static Command makeCommand(const QByteArrayList &arguments, bool hasInput)
        {
            Command command(arguments);
            command.hasInput = hasInput;
            command.environment = {"PATH=/usr/bin:/bin"};
            return command;
        }

        void start() { execution = handlers.find(context.arguments().constFirst())->start(context); }

        [[nodiscard]] CommandFinished result() const
        {
            const auto *result =
                context.outcome() ? std::get_if<CommandFinished>(&*context.outcome()) : nullptr;
            return result ? *result : CommandFinished{-1, -1, false, false};
        }

        Command command;
        RunningSession running;
        RequestContext context;
        HandlerRegistry handlers;
        std::unique_ptr<Execution> execution;
    };

    static Limits lowMark()
    {
        Limits limits;
        limits.highWaterBytes = 64 * 1024;
        limits.inputWindowBytes = 32 * 1024;
        return limits;
    }

    static void settle()
    {
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
    }
};

void tst_StockCommands::names()
{
    const HandlerRegistry handlers = makeStockCommands();
    QCOMPARE(handlers.names(), QByteArrayList({"cat", "echo", "exec", "generate", "sleep"}));
    for (const QByteArray &name : handlers.names())
        QVERIFY2(!handlers.find(name)->summary().isEmpty(), name.constData());
    QCOMPARE(handlers.find("exec")->kind(), HandlerKind::Process);
    QCOMPARE(handlers.find("cat")->kind(), HandlerKind::Asynchronous);
}

void tst_StockCommands::echo_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("nothing") << QByteArrayList{"echo"} << QByteArray("\n");
    QTest::newRow("words") << QByteArrayList{"echo", "a", "b c", ""} << QByteArray("a b c \n");
    QTest::newRow("no options") << QByteArrayList{"echo", "-n", "\\n"} << QByteArray("-n \\n\n");
    QTest::newRow("bytes") << QByteArrayList{"echo", "\xff\x01"} << QByteArray("\xff\x01\n");
}

void tst_StockCommands::echo()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const QByteArray, output);
    Request request(arguments);
    request.start();
    QVERIFY(!request.execution);
    QCOMPARE(request.result(), CommandFinished());
    QTRY_COMPARE(request.running.output(), output);
}

void tst_StockCommands::cat()
{
    QByteArray input;
    for (int i = 0; i < 1'000'000; ++i)
        input.append(static_cast<char>(i * 7 + i / 256));
    Request request({"cat"}, true);
    request.start();
    QVERIFY(request.running.sendInput(input));
    QTRY_COMPARE(request.result(), CommandFinished());
    QTRY_COMPARE(request.running.output().size(), input.size());
    QVERIFY(request.running.output() == input);
}

void tst_StockCommands::catWithoutInput()
{
    Request request({"cat"});
    request.start();
    QTRY_COMPARE(request.result(), CommandFinished());
    settle();
    QCOMPARE(request.running.output(), QByteArray());
}

// Input comes no faster than the output is taken: a reader that stops, stops the writer.
void tst_StockCommands::catKeepsStepWithTheReader()
{
    Request request({"cat"}, true, lowMark(), 16 * 1024);
    request.start();
    QTRY_COMPARE(request.running.inputWanted(), lowMark().inputWindowBytes);
    request.running.session()->sendOutput(QByteArray(200 * 1024, 'x')); // what the reader does not take
    request.running.peer().setReading(false);
    settle();
    QVERIFY(!request.context.isWritable());
    request.running.peer().send(FrameType::InputChunk, QByteArray(lowMark().inputWindowBytes, 'i'));
    settle();
    QVERIFY(request.running.session()->bytesPending() >= lowMark().inputWindowBytes);
    const qint64 before = request.running.inputWanted();
    QCOMPARE(before, lowMark().inputWindowBytes); // nothing more is asked for
    request.running.peer().setReading(true);
    QTRY_COMPARE(request.running.inputWanted(), 2 * lowMark().inputWindowBytes);
    request.running.peer().send(FrameType::InputChunk, {});
    QTRY_COMPARE(request.result(), CommandFinished());
}

void tst_StockCommands::catIsCancelled()
{
    Request request({"cat"}, true);
    request.start();
    request.context.cancel(CancellationReason::Interrupted, SIGINT);
    QCOMPARE(request.result(), (CommandFinished{0, SIGINT, true, false}));
}

void tst_StockCommands::sleeps()
{
    Request request({"sleep", "0.05"});
    QElapsedTimer age;
    age.start();
    request.start();
    QVERIFY(!request.context.isFinished());
    QTRY_COMPARE(request.result(), CommandFinished());
    QVERIFY(age.elapsed() >= 50);
    Request none({"sleep", "0"});
    none.start();
    QTRY_COMPARE(none.result(), CommandFinished());
}

void tst_StockCommands::sleepIsCancelled()
{
    Request request({"sleep", "2000000"});
    request.start();
    settle();
    QVERIFY(!request.context.isFinished());
    request.context.cancel(CancellationReason::Administrator, SIGTERM);
    QCOMPARE(request.result(), (CommandFinished{0, SIGTERM, true, false}));
}

void tst_StockCommands::badArguments_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    for (const char *value : {"", "x", "-1", "nan", "inf", "-inf", "2000001", "1e300", "1s", "1,5"})
        QTest::addRow("sleep %s", value) << QByteArrayList{"sleep", value};
    QTest::newRow("sleep") << QByteArrayList{"sleep"};
    QTest::newRow("sleep 1 2") << QByteArrayList{"sleep", "1", "2"};
    for (const char *value : {"", "x", "-1", "1.5", "1k", "9223372036854775808"})
        QTest::addRow("generate %s", value) << QByteArrayList{"generate", value};
    QTest::newRow("generate") << QByteArrayList{"generate"};
    QTest::newRow("generate 1 2") << QByteArrayList{"generate", "1", "2"};
}

void tst_StockCommands::badArguments()
{
    QFETCH(const QByteArrayList, arguments);
    Request request(arguments);
    request.start();
    QCOMPARE(request.result(), (CommandFinished{2, 0, false, false}));
    QTRY_VERIFY(request.running.errorOutput().startsWith("usage: " + arguments.constFirst()));
    QVERIFY(request.running.errorOutput().endsWith('\n'));
    QCOMPARE(request.running.output(), QByteArray());
}

void tst_StockCommands::generate_data()
{
    QTest::addColumn<qint64>("bytes");
    for (const qint64 bytes : {0LL, 1LL, 63LL, 64LL, 65LL, 65535LL, 65536LL, 65537LL, 3'000'001LL})
        QTest::addRow("%lld", static_cast<long long>(bytes)) << bytes;
}

void tst_StockCommands::generate()
{
    QFETCH(const qint64, bytes);
    Request request({"generate", QByteArray::number(bytes)});
    request.start();
    QTRY_COMPARE(request.result(), CommandFinished());
    QTRY_COMPARE(request.running.output().size(), bytes);
    const QByteArray line("012345678901234567890123456789012345678901234567890123456789012\n");
    QVERIFY(request.running.output() == line.repeated(bytes / 64 + 1).left(bytes));
    QCOMPARE(request.context.outputBytes(), bytes);
}

void tst_StockCommands::generateKeepsStepWithTheReader()
{
    Request request({"generate", "100000000000"}, false, lowMark(), 16 * 1024);
    request.running.peer().setReading(false);
    request.start();
    settle();
    QVERIFY(!request.context.isWritable());
    QVERIFY(request.context.outputBytes() <= lowMark().highWaterBytes + 128 * 1024);
    request.running.peer().setReading(true);
    QTRY_VERIFY(request.running.output().size() > 10 * lowMark().highWaterBytes); // goes on
    request.running.peer().setReading(false);
    request.context.cancel(CancellationReason::Interrupted, SIGINT);
    QVERIFY(request.context.isFinished());
}

void tst_StockCommands::generateLetsOthersRun()
{
    Request request({"generate", "100000000000"});
    request.running.peer().hangUp(); // no mark holds it up any more
    settle();
    request.start();
    bool hasRun = false;
    QMetaObject::invokeMethod(
        &request.context, [&hasRun] { hasRun = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(hasRun);
    QVERIFY(!request.context.isFinished());
    request.execution.reset(); // and a forced end stops it
    const qint64 before = request.context.outputBytes();
    settle();
    QCOMPARE(request.context.outputBytes(), before);
}

void tst_StockCommands::generateIsCancelled_data()
{
    QTest::addColumn<bool>("isBlocked");
    QTest::newRow("while it writes") << false;
    QTest::newRow("while it waits for the reader") << true;
}

void tst_StockCommands::generateIsCancelled()
{
    QFETCH(const bool, isBlocked);
    Request request({"generate", "100000000000"}, false, lowMark(), 16 * 1024);
    request.running.peer().setReading(!isBlocked);
    request.start();
    if (isBlocked)
        QTRY_VERIFY(!request.context.isWritable());
    else
        QTRY_VERIFY(request.running.output().size() > 5 * lowMark().highWaterBytes);
    request.context.cancel(CancellationReason::Interrupted, SIGINT);
    QCOMPARE(request.result(), (CommandFinished{0, SIGINT, true, false}));
    const qint64 before = request.context.outputBytes();
    request.running.peer().setReading(true);
    settle();
    QCOMPARE(request.context.outputBytes(), before);
}

void tst_StockCommands::exec()
{
    Request request({"exec", "sh", "-c", "echo \"$1\"; pwd; exit 4", "sh", "a  b"});
    request.start();
    QTRY_COMPARE(request.result(), (CommandFinished{4, 0, false, false}));
    QTRY_COMPARE(request.running.output(), QByteArray("a  b\n/\n"));
}

void tst_StockCommands::execWithoutAProgram_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::newRow("nothing") << QByteArrayList{"exec"};
    QTest::newRow("an empty name") << QByteArrayList{"exec", "", "x"};
}

void tst_StockCommands::execWithoutAProgram()
{
    QFETCH(const QByteArrayList, arguments);
    Request request(arguments);
    request.start();
    QVERIFY(request.context.isFinished());
    QCOMPARE(std::get<Error>(*request.context.outcome()).code(), ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(tst_StockCommands)
#include "tst_stockcommands.moc"
