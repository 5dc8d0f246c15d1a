#include "tests/shared/processprobe.h"
#include "tests/shared/runningsession.h"

#include <daemonrpc/handler/process/processhandler.h>

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_ProcessHandler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void describesItself();
    void specInContextOfACommand();
    void refusedSpec();
    void tellsItsProcess();
    void endings_data();
    void endings();
    void argumentsWithEveryByte();
    void environmentIsExact();
    void directoryAndUmask();
    void freshSignalsAndDescriptors();
    void cannotStart_data();
    void cannotStart();
    void scriptWithoutInterpreterLine();
    void outputStaysApart();
    void largeOutput();
    void slowClient();
    void streamsInput();
    void inputIsEmptyWithoutOne();
    void inputThatNobodyReads();
    void inputIsPulled();
    void backgroundProcessHoldsThePipe();
    void cancellation_data();
    void cancellation();
    void escalates();
    void lastWordsAfterCancellation();
    void forkedChildrenAreKilled();
    void destroyedWhileRunning();
    void clientGoneWhileRunning();

private:
    struct Request
    {
        explicit Request(const QByteArrayList &programAndArguments, bool hasInput = false,
                         const Limits &limits = {}, qsizetype capacity = MemoryStream::defaultCapacity)
            : running(command(hasInput), capacity)
            , context(1, command(hasInput), running.session(), limits, nullptr)
        {
            spec.program = programAndArguments.constFirst();
            spec.arguments = programAndArguments.mid(1);
            spec.environment = {"PATH=/usr/local/bin:/usr/bin:/bin"};
            spec.hasInput = hasInput;
        }

        static Command command(bool hasInput)
        {
            Command command({"exec"});
            command.hasInput = hasInput;
            return command;
        }

        void start()
        {
            ProcessHandler handler([this](const RequestContext &) -> Result<ProcessSpec> { return spec; });
            execution = handler.start(context);
        }

        [[nodiscard]] const CommandFinished *result() const
        {
            return context.outcome() ? std::get_if<CommandFinished>(&*context.outcome()) : nullptr;
        }

        [[nodiscard]] int exitCode() const
        {
            return result() && result()->signal == 0 ? result()->exitCode : -1;
        }

        [[nodiscard]] int signal() const { return result() ? result()->signal : -1; }

        [[nodiscard]] std::optional<Error> error() const
        {
            const auto *error = context.outcome() ? std::get_if<Error>(&*context.outcome()) : nullptr;
            return error ? std::optional<Error>(*error) : std::nullopt;
        }

        RunningSession running;
        RequestContext context;
        ProcessSpec spec;
        std::unique_ptr<Execution> execution;
    };

    static QByteArrayList shell(const QByteArray &script) { return {"/bin/sh", "-c", script}; }

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    QByteArray file(const char *name, const QByteArray &content, QFile::Permissions permissions)
    {
        QFile file(m_directory.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
            !file.setPermissions(permissions))
            qFatal("cannot write %s", name);
        return QFile::encodeName(file.fileName());
    }

    QTemporaryDir m_directory;
};

// The library must not depend on a program that ignores SIGPIPE.
void tst_ProcessHandler::initTestCase() { ::signal(SIGPIPE, SIG_DFL); }

void tst_ProcessHandler::init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

void tst_ProcessHandler::describesItself()
{
    const ProcessHandler handler([](const RequestContext &) -> Result<ProcessSpec> { return ProcessSpec(); },
                                 QStringLiteral("runs it"));
    QCOMPARE(handler.kind(), HandlerKind::Process);
    QCOMPARE(handler.summary(), QStringLiteral("runs it"));
}

void tst_ProcessHandler::specInContextOfACommand()
{
    Command command({"exec", "x"});
    command.environment = {"A=1"};
    command.workingDirectory = "/src";
    command.umask = 077;
    command.hasInput = true;
    const ProcessSpec spec = ProcessSpec::inContextOf(command, "program", {"a", "b"});
    QCOMPARE(spec.program, QByteArray("program"));
    QCOMPARE(spec.arguments, QByteArrayList({"a", "b"}));
    QCOMPARE(spec.environment, command.environment);
    QCOMPARE(spec.workingDirectory, command.workingDirectory);
    QCOMPARE(spec.umask, 077u);
    QVERIFY(spec.hasInput);
}

void tst_ProcessHandler::refusedSpec()
{
    Request request(shell("true"));
    ProcessHandler handler([](const RequestContext &context) -> Result<ProcessSpec> {
        return unexpected(ErrorCode::InvalidArgument, QString::fromUtf8(context.arguments().constFirst()) +
                                                          QStringLiteral(" needs more"));
    });
    QVERIFY(!handler.start(request.context));
    QCOMPARE(request.error()->code(), ErrorCode::InvalidArgument);
    QCOMPARE(request.error()->message(), QStringLiteral("exec needs more"));
}

void tst_ProcessHandler::tellsItsProcess()
{
    Request request(shell("echo $$"));
    QCOMPARE(request.context.processId(), 0);
    request.start();
    QVERIFY(request.context.processId() > 0);
    QTRY_COMPARE(request.exitCode(), 0);
    QTRY_COMPARE(request.running.output().trimmed(), QByteArray::number(request.context.processId()));
}

void tst_ProcessHandler::endings_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    QTest::newRow("success") << QByteArray("exit 0") << 0 << 0;
    QTest::newRow("42") << QByteArray("exit 42") << 42 << 0;
    QTest::newRow("127 is its own") << QByteArray("exit 127") << 127 << 0;
    QTest::newRow("255") << QByteArray("exit 255") << 255 << 0;
    QTest::newRow("killed") << QByteArray("kill -KILL $$") << 0 << SIGKILL;
    QTest::newRow("terminated") << QByteArray("kill -TERM $$") << 0 << SIGTERM;
    QTest::newRow("aborted") << QByteArray("ulimit -c 0; kill -ABRT $$") << 0 << SIGABRT;
}

void tst_ProcessHandler::endings()
{
    QFETCH(const QByteArray, script);
    QFETCH(const int, exitCode);
    QFETCH(const int, signal);
    Request request(shell(script));
    request.start();
    QTRY_VERIFY(request.context.isFinished());
    QVERIFY(request.result());
    QCOMPARE(request.result()->exitCode, exitCode);
    QCOMPARE(request.result()->signal, signal);
    QVERIFY(!request.result()->isCancelled);
}

void tst_ProcessHandler::argumentsWithEveryByte()
{
    QByteArray every;
    for (int byte = 1; byte < 256; ++byte)
        every.append(static_cast<char>(byte));
    const QByteArrayList arguments{every, "", " ", "a b", "'\"\\$(x)`x`*", "\xff\xfe", "-n", "--"};
    Request request(QByteArrayList{"/usr/bin/printf", "%s\\0"} + arguments);
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    QByteArray expected;
    for (const QByteArray &argument : arguments)
        expected += argument + '\0';
    QTRY_COMPARE(request.running.output().size(), expected.size());
    QVERIFY(request.running.output() == expected);
}

void tst_ProcessHandler::environmentIsExact()
{
    qputenv("DAEMONRPC_TEST_LEAK", "1");
    Request request({"/usr/bin/env"});
    request.spec.environment = {"A=1", "EMPTY=", "BYTES=\xff\x01=", "A=2"};
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    QTRY_COMPARE(request.running.output(), QByteArray("A=1\nEMPTY=\nBYTES=\xff\x01=\nA=2\n"));

    Request empty({"/usr/bin/env"});
    empty.spec.environment = {};
    empty.start();
    QTRY_COMPARE(empty.exitCode(), 0);
    settle();
    QCOMPARE(empty.running.output(), QByteArray());
    qunsetenv("DAEMONRPC_TEST_LEAK");
}

void tst_ProcessHandler::directoryAndUmask()
{
    const QByteArray here = QFile::encodeName(QDir(m_directory.path()).canonicalPath());
    const QString before = QDir::currentPath();
    Request request(shell("pwd -P; umask"));
    request.spec.workingDirectory = here;
    request.spec.umask = 0077;
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    QTRY_COMPARE(request.running.output(), here + "\n0077\n");
    QCOMPARE(QDir::currentPath(), before); // the daemon itself stays where it is

    Request root(shell("pwd -P; umask"));
    root.start();
    QTRY_COMPARE(root.exitCode(), 0);
    QTRY_COMPARE(root.running.output(), QByteArray("/\n0022\n"));
}

void tst_ProcessHandler::freshSignalsAndDescriptors()
{
    sigset_t blocked;
    sigset_t before;
    ::sigemptyset(&blocked);
    ::sigaddset(&blocked, SIGTERM);
    ::sigaddset(&blocked, SIGUSR1);
    QCOMPARE(::pthread_sigmask(SIG_BLOCK, &blocked, &before), 0);
    ::signal(SIGQUIT, SIG_IGN);
    const int leak = ::fcntl(STDERR_FILENO, F_DUPFD, 77); // an embedder's, without close-on-exec
    QVERIFY(leak >= 77);

    Request request(shell("grep -E 'SigBlk|SigIgn' /proc/self/status; ls /proc/self/fd | tr '\\n' ' '"));
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    ::close(leak);
    ::signal(SIGQUIT, SIG_DFL);
    QCOMPARE(::pthread_sigmask(SIG_SETMASK, &before, nullptr), 0);
    QTRY_VERIFY(request.running.output().contains("SigBlk:\t0000000000000000\n"));
    // The C library keeps signals 32 and 33 to itself: nobody can set them back.
    const qsizetype ignored = request.running.output().indexOf("SigIgn:\t") + 8;
    const quint64 mask = request.running.output().mid(ignored, 16).toULongLong(nullptr, 16);
    QVERIFY2((mask & ~quint64(0x180000000)) == 0, request.running.output());
    QVERIFY2(request.running.output().contains("\n0 1 2 3 "), request.running.output()); // 3 is ls's own
    QVERIFY(!request.running.output().contains(QByteArray::number(leak) + ' '));
}

void tst_ProcessHandler::cannotStart_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("directory");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("mentions");
    const QByteArray plain = file("plain", "text", QFile::ReadOwner | QFile::WriteOwner);
    QTest::newRow("missing") << QByteArray("/no/such/program") << QByteArray() << ErrorCode::ProgramNotFound
                             << QStringLiteral("/no/such/program");
    QTest::newRow("not in PATH") << QByteArray("no-such-program") << QByteArray()
                                 << ErrorCode::ProgramNotFound << QStringLiteral("no-such-program");
    QTest::newRow("not executable") << plain << QByteArray() << ErrorCode::CannotExecute
                                    << QFile::decodeName(plain);
    QTest::newRow("a directory") << QFile::encodeName(m_directory.path()) << QByteArray()
                                 << ErrorCode::CannotExecute << m_directory.path();
    QTest::newRow("no working directory") << QByteArray("/bin/true") << QByteArray("/no/such/directory")
                                          << ErrorCode::IoError << QStringLiteral("/no/such/directory");
}

void tst_ProcessHandler::cannotStart()
{
    QFETCH(const QByteArray, program);
    QFETCH(const QByteArray, directory);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, mentions);
    Request request({program});
    request.spec.workingDirectory = directory;
    request.start();
    QTRY_VERIFY(request.context.isFinished());
    QVERIFY(request.error());
    QCOMPARE(request.error()->code(), code);
    QVERIFY2(request.error()->message().contains(mentions), qPrintable(request.error()->message()));
}

void tst_ProcessHandler::scriptWithoutInterpreterLine()
{
    const QByteArray script =
        file("script", "echo \"$#:$1\"\n", QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Request request({script, "a b", "c"});
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    QTRY_COMPARE(request.running.output(), QByteArray("2:a b\n"));
}

void tst_ProcessHandler::outputStaysApart()
{
    Request request(shell("echo out1; echo err1 >&2; printf 'o\\000\\377'; printf 'e\\000\\377' >&2"));
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    QTRY_COMPARE(request.running.output(), QByteArray("out1\no\0\xff", 8));
    QCOMPARE(request.running.errorOutput(), QByteArray("err1\ne\0\xff", 8));
}

void tst_ProcessHandler::largeOutput()
{
    Request request(shell("yes 0123456789abcde | head -c 8388608"));
    request.start();
    QTRY_COMPARE_WITH_TIMEOUT(request.exitCode(), 0, 20000);
    QTRY_COMPARE(request.running.output().size(), 8388608);
    QVERIFY(request.running.output() == QByteArray("0123456789abcde\n").repeated(8388608 / 16));
}

// A slow client stops the program, costs bounded memory, and loses nothing: not even what a program has left
// in its pipe when it ends.
void tst_ProcessHandler::slowClient()
{
    Limits limits;
    limits.highWaterBytes = 64 * 1024;
    Request request(shell("yes 0123456789abcde | head -c 1048576; echo end >&2"), false, limits, 16 * 1024);
    request.running.peer().setReading(false);
    request.start();
    QTRY_VERIFY(!request.context.isWritable());
    settle();
    QVERIFY(request.context.outputBytes() <= limits.highWaterBytes + 2 * 64 * 1024);
    QVERIFY(!request.context.isFinished());
    request.running.peer().setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(request.exitCode(), 0, 20000);
    QTRY_COMPARE(request.running.output().size(), 1048576);
    QCOMPARE(request.running.errorOutput(), QByteArray("end\n"));
}

void tst_ProcessHandler::streamsInput()
{
    QByteArray input;
    for (int i = 0; i < 3'000'000; ++i)
        input.append(static_cast<char>(i * 11 + i / 256));
    Request request({"cat"}, true);
    request.start();
    QVERIFY(request.running.sendInput(input));
    QTRY_COMPARE_WITH_TIMEOUT(request.exitCode(), 0, 20000);
    QTRY_COMPARE(request.running.output().size(), input.size());
    QVERIFY(request.running.output() == input);
}

void tst_ProcessHandler::inputIsEmptyWithoutOne()
{
    Request request({"cat"});
    request.start();
    QTRY_COMPARE(request.exitCode(), 0);
    settle();
    QCOMPARE(request.running.output(), QByteArray());
    QCOMPARE(request.running.inputWanted(), 0);
}

// As with a shell's pipe: what a program does not read is no error.
void tst_ProcessHandler::inputThatNobodyReads()
{
    Request request(shell("exec 0<&-; echo closed; sleep 0.1; exit 5"), true);
    request.start();
    QTRY_VERIFY(request.running.output().startsWith("closed"));
    request.running.peer().send(FrameType::InputChunk, QByteArray(100'000, 'x'));
    QTRY_COMPARE(request.exitCode(), 5);
}

void tst_ProcessHandler::inputIsPulled()
{
    Limits limits;
    limits.inputWindowBytes = 100'000;
    Request request(shell("sleep 1000"), true, limits);
    request.start();
    QTRY_COMPARE(request.running.inputWanted(), 100'000);
    request.running.peer().send(FrameType::InputChunk, QByteArray(100'000, 'x'));
    // The pipe takes its fill and no more: that much may come again, the rest waits.
    QTRY_VERIFY(request.running.inputWanted() > 100'000);
    settle();
    QVERIFY(request.running.inputWanted() < 200'000);
    request.execution.reset();
}

// "What the program left behind in its group when it ended by itself is left alone", and holds nobody up.
void tst_ProcessHandler::backgroundProcessHoldsThePipe()
{
    Request request(shell("sleep 1000 & echo $!; exit 3"));
    request.start();
    QTRY_COMPARE(request.exitCode(), 3);
    QTRY_VERIFY(request.running.output().endsWith('\n'));
    const qint64 pid = request.running.output().trimmed().toLongLong();
    request.execution.reset();
    settle();
    QVERIFY(isAlive(pid));
    QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
    QTRY_VERIFY(!isAlive(pid));
}

void tst_ProcessHandler::cancellation_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("given");
    QTest::addColumn<int>("sent");
    QTest::newRow("Ctrl+C") << int(CancellationReason::Interrupted) << SIGINT << SIGINT;
    QTest::newRow("hang-up") << int(CancellationReason::Interrupted) << SIGHUP << SIGHUP;
    QTest::newRow("administrator") << int(CancellationReason::Administrator) << SIGTERM << SIGTERM;
    QTest::newRow("client gone") << int(CancellationReason::ClientClosed) << SIGTERM << SIGTERM;
    QTest::newRow("timeout") << int(CancellationReason::Timeout) << SIGTERM << SIGTERM;
}

void tst_ProcessHandler::cancellation()
{
    QFETCH(const int, reason);
    QFETCH(const int, given);
    QFETCH(const int, sent);
    Request request(shell("echo ready; exec sleep 1000"));
    request.start();
    QTRY_COMPARE(request.running.output(), QByteArray("ready\n"));
    request.context.cancel(static_cast<CancellationReason>(reason), given);
    QTRY_COMPARE(request.signal(), sent);
    QVERIFY(request.result()->isCancelled);
}

// SIGINT at once, SIGTERM after half the grace, SIGKILL when it is over.
void tst_ProcessHandler::escalates()
{
    Request request(shell("trap 'echo INT' INT; trap 'echo TERM' TERM; echo ready; "
                          "while :; do sleep 0.02; done"));
    request.start();
    QTRY_COMPARE(request.running.output(), QByteArray("ready\n"));
    constexpr auto grace = 600ms;
    request.context.setGrace(grace);
    QElapsedTimer age;
    age.start();
    request.context.cancel(CancellationReason::Interrupted, SIGINT);
    QTRY_VERIFY(request.running.output().contains("INT\n"));
    QVERIFY(!request.running.output().contains("TERM\n") || age.elapsed() >= grace.count() / 2);
    QTRY_COMPARE(request.running.output(), QByteArray("ready\nINT\nTERM\n"));
    QVERIFY(age.elapsed() >= grace.count() / 2);
    QVERIFY(!request.context.isFinished());
    QVERIFY(request.execution->force()); // it will end by itself now
    QTRY_COMPARE(request.signal(), SIGKILL);
    QVERIFY(request.result()->isCancelled);
}

void tst_ProcessHandler::lastWordsAfterCancellation()
{
    Request request(shell("trap 'echo bye; exit 9' TERM; echo ready; while :; do sleep 0.02; done"));
    request.start();
    QTRY_COMPARE(request.running.output(), QByteArray("ready\n"));
    request.context.cancel(CancellationReason::Administrator, SIGTERM);
    QTRY_COMPARE(request.exitCode(), 9);
    QTRY_COMPARE(request.running.output(), QByteArray("ready\nbye\n"));
}

void tst_ProcessHandler::forkedChildrenAreKilled()
{
    Request request(shell("trap '' TERM; sleep 1000 & echo $!; trap - TERM; wait"));
    request.start();
    QTRY_VERIFY(request.running.output().endsWith('\n'));
    const qint64 child = request.running.output().trimmed().toLongLong();
    QVERIFY(isAlive(child));
    request.context.setGrace(50ms);
    request.context.cancel(CancellationReason::Administrator, SIGTERM);
    QTRY_COMPARE(request.signal(), SIGTERM); // not held up by the child
    QTRY_VERIFY(!isAlive(child));
}

void tst_ProcessHandler::destroyedWhileRunning()
{
    Request request(shell("trap '' INT TERM HUP; sleep 1000 & echo $$ $!; wait"));
    request.start();
    QTRY_VERIFY(request.running.output().endsWith('\n'));
    const QByteArrayList pids = request.running.output().trimmed().split(' ');
    QCOMPARE(pids.size(), 2);
    QElapsedTimer age;
    age.start();
    request.execution.reset();
    QVERIFY(age.elapsed() < 2000); // does not wait for the child
    QTRY_VERIFY(!isAlive(pids[0].toLongLong()));
    QTRY_VERIFY(!isAlive(pids[1].toLongLong()));
    QVERIFY(!request.context.isFinished()); // the server says the end
    // Reaped by the loop, and nothing is left with the application.
    QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/%1").arg(QString::fromUtf8(pids[0]))));
    QTRY_VERIFY(QCoreApplication::instance()->findChildren<QProcess *>().isEmpty());
}

void tst_ProcessHandler::clientGoneWhileRunning()
{
    Limits limits;
    limits.highWaterBytes = 64 * 1024;
    Request request(shell("yes | head -c 4194304; exit 4"), false, limits, 16 * 1024);
    request.running.peer().setReading(false);
    request.start();
    QTRY_VERIFY(!request.context.isWritable());
    request.running.peer().hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(request.exitCode(), 4, 20000); // nothing holds it up any more
}

QTEST_GUILESS_MAIN(tst_ProcessHandler)
#include "tst_processhandler.moc"
