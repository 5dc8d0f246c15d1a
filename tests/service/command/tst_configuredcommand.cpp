#include "tests/shared/runningsession.h"

#include <daemonrpc/service/command/configuredcommand.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_ConfiguredCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesItself();
    void runsAndWaits();
    void destroyedExecutionLeaves();
    void queueFull();
    void takesACopy();
    void retiredRunsCold();

private:
    struct Call
    {
        explicit Call(const Limits &limits = {})
            : running(command())
            , context(1, command(), running.session(), limits, nullptr)
        {}

        static Command command() { return Command({"x"}); }

        [[nodiscard]] QList<Notice> notices(Notice::Kind kind) const
        {
            QList<Notice> found;
            for (const WirePeer::Frame &frame : running.peer().frames()) {
                if (frame.type != FrameType::Notice)
                    continue;
                const Result<Notice> notice = Notice::decode(frame.payload);
                if (notice && notice->kind == kind)
                    found.append(*notice);
            }
            return found;
        }

        RunningSession running;
        RequestContext context;
        std::unique_ptr<Execution> execution;
    };

    static CommandDefinition definition(const QByteArray &script)
    {
        CommandDefinition definition;
        definition.name = "x";
        definition.program = "/bin/sh";
        definition.arguments = {"-c", script};
        return definition;
    }
};

void tst_ConfiguredCommand::describesItself()
{
    CommandDefinition given = definition("true");
    {
        const ConfiguredCommand plain(given);
        QVERIFY(!plain.grace() && !plain.timeout() && !plain.isHidden() && !plain.warmPoolStatistics());
        QCOMPARE(plain.kind(), HandlerKind::Process);
    }
    given.description = QStringLiteral("does it");
    given.isHidden = true;
    given.grace = 0ms;
    given.timeout = 7ms;
    given.warm = 3;
    const ConfiguredCommand command(given);
    QCOMPARE(command.summary(), QStringLiteral("does it"));
    QVERIFY(command.isHidden());
    QCOMPARE(*command.grace(), 0ms);
    QCOMPARE(*command.timeout(), 7ms);
    QCOMPARE(command.warmPoolStatistics()->wanted, 3);
    QCOMPARE(command.warmPoolStatistics()->starting, 3); // nothing is started before the loop runs
    QCOMPARE(command.definition(), given);
}

void tst_ConfiguredCommand::runsAndWaits()
{
    CommandDefinition given = definition("read -r x < /dev/null; echo done");
    given.maxParallel = 1;
    ConfiguredCommand command(given);
    std::vector<std::unique_ptr<Call>> calls;
    for (int i = 0; i < 4; ++i)
        calls.push_back(std::make_unique<Call>());
    for (const auto &call : calls)
        call->execution = command.start(call->context);
    QCOMPARE(command.runningCount(), 1);
    QCOMPARE(command.waitingCount(), 3);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(calls[static_cast<size_t>(i)]->context.queuePlace(), i);
    for (const auto &call : calls)
        QTRY_VERIFY(call->context.isFinished());
    QTRY_COMPARE(calls[3]->notices(Notice::Kind::Queued).size(), 3);
    const QList<Notice> places = calls[3]->notices(Notice::Kind::Queued);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(places[i].value, 3 - i);
        QCOMPARE(places[i].text, QStringLiteral("waiting for \"x\", place %1").arg(3 - i));
    }
    QVERIFY(calls[0]->notices(Notice::Kind::Queued).isEmpty());
    QCOMPARE(calls[3]->context.queuePlace(), 0);
    QCOMPARE(command.runningCount(), 0);
}

void tst_ConfiguredCommand::destroyedExecutionLeaves()
{
    CommandDefinition given = definition("exec sleep 1000");
    given.maxParallel = 1;
    ConfiguredCommand command(given);
    Call running;
    Call waiting;
    Call last;
    running.execution = command.start(running.context);
    waiting.execution = command.start(waiting.context);
    last.execution = command.start(last.context);
    QVERIFY(!waiting.execution->force()); // there is nothing to kill
    waiting.execution.reset();
    QCOMPARE(command.waitingCount(), 1);
    running.execution.reset();
    QTRY_COMPARE(command.waitingCount(), 0);
    QCOMPARE(command.runningCount(), 1);
    last.execution.reset();
    QCOMPARE(command.runningCount(), 0);
}

void tst_ConfiguredCommand::queueFull()
{
    Limits limits;
    limits.maxQueueLength = 0;
    CommandDefinition given = definition("exec sleep 1000");
    given.maxParallel = 1;
    ConfiguredCommand command(given);
    Call running(limits);
    Call refused(limits);
    running.execution = command.start(running.context);
    refused.execution = command.start(refused.context);
    QVERIFY(refused.context.isFinished());
    QCOMPARE(std::get<Error>(*refused.context.outcome()).code(), ErrorCode::QueueFull);
    running.execution.reset();
}

void tst_ConfiguredCommand::takesACopy()
{
    CommandDefinition given = definition("echo $$; cat");
    given.warm = 1;
    ConfiguredCommand command(given);
    QTRY_COMPARE(command.warmPoolStatistics()->ready, 1);
    Call first;
    first.execution = command.start(first.context);
    QTRY_VERIFY(first.context.isFinished());
    QTRY_COMPARE(command.warmPoolStatistics()->ready, 1);
    QCOMPARE(command.warmPoolStatistics()->hits, 1u);
    QVERIFY(first.notices(Notice::Kind::Information).isEmpty());
    QTRY_VERIFY(first.running.output().endsWith('\n'));
}

void tst_ConfiguredCommand::retiredRunsCold()
{
    CommandDefinition given = definition("cat");
    given.warm = 2;
    ConfiguredCommand command(given);
    QTRY_COMPARE(command.warmPoolStatistics()->ready, 2);
    command.retire();
    QCOMPARE(command.warmPoolStatistics()->ready, 0);
    QCOMPARE(command.warmPoolStatistics()->starting, 0);
    Call call;
    call.execution = command.start(call.context);
    QTRY_VERIFY(call.context.isFinished());
    QTRY_COMPARE(call.notices(Notice::Kind::Information).size(), 1);
    QCOMPARE(command.warmPoolStatistics()->misses.value(ColdReason::NoneReady), 1u);
}

QTEST_GUILESS_MAIN(tst_ConfiguredCommand)

#include "tst_configuredcommand.moc"
