#include <daemonrpc/service/command/callplan_p.h>

#include <QTest>

using namespace DaemonRpc;
using Mode = CommandDefinition::EnvironmentMode;

class tst_CallPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coldCalls_data();
    void coldCalls();
    void mayBeWarm_data();
    void mayBeWarm();
    void fixedContext();
    void reasonsHaveNames();

private:
    static CommandDefinition definition(int warm = 0)
    {
        CommandDefinition definition;
        definition.name = "x";
        definition.program = "program";
        definition.arguments = {"-a"};
        definition.environment = {"BOTH=defined", "DEFINED=1"};
        definition.warm = warm;
        return definition;
    }

    static Command command()
    {
        Command command({"x"});
        command.environment = {"BOTH=callers", "CALLERS=1", "BOTHER=2"};
        command.workingDirectory = "/callers";
        command.umask = 027;
        command.hasInput = true;
        return command;
    }
};

void tst_CallPlan::coldCalls_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("directory");
    QTest::addColumn<QByteArrayList>("environment");
    QTest::addColumn<QByteArray>("usedDirectory");
    const QByteArrayList callers{"BOTH=callers", "CALLERS=1", "BOTHER=2"};
    const QByteArrayList fixed{"BOTH=defined", "DEFINED=1"};
    const QByteArrayList merged{"CALLERS=1", "BOTHER=2", "BOTH=defined", "DEFINED=1"};
    QTest::newRow("default") << int(Mode::Automatic) << QByteArray() << merged << QByteArray("/callers");
    QTest::newRow("caller") << int(Mode::Caller) << QByteArray(".") << callers << QByteArray("/callers");
    QTest::newRow("fixed") << int(Mode::Fixed) << QByteArray("/d") << fixed << QByteArray("/d");
    QTest::newRow("merged") << int(Mode::Merged) << QByteArray() << merged << QByteArray("/callers");
}

void tst_CallPlan::coldCalls()
{
    QFETCH(const int, mode);
    QFETCH(const QByteArray, directory);
    CommandDefinition cold = definition();
    cold.environmentMode = static_cast<Mode>(mode);
    cold.workingDirectory = directory;
    const CallPlan plan = CallPlan::forCall(cold, command(), {"b", ""});
    QCOMPARE(plan.spec.program, QByteArray("program"));
    QCOMPARE(plan.spec.arguments, QByteArrayList({"-a", "b", ""}));
    QTEST(plan.spec.environment, "environment");
    QTEST(plan.spec.workingDirectory, "usedDirectory");
    QCOMPARE(plan.spec.umask, 027u);
    QVERIFY(plan.spec.hasInput);
    cold.input = CommandDefinition::Input::None;
    QVERIFY(!CallPlan::forCall(cold, command(), {}).spec.hasInput);
    Command withoutInput = command();
    withoutInput.hasInput = false;
    cold.input = CommandDefinition::Input::Stream;
    QVERIFY(!CallPlan::forCall(cold, withoutInput, {}).spec.hasInput);
}

void tst_CallPlan::mayBeWarm_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("directory");
    QTest::addColumn<int>("input");
    QTest::addColumn<int>("worker");
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<int>("reason"); // -1: may be warm
    constexpr int stream = int(CommandDefinition::Input::Stream);
    constexpr int noInput = int(CommandDefinition::Input::None);
    constexpr int none = int(CommandDefinition::Worker::None);
    constexpr int json = int(CommandDefinition::Worker::Json);
    const QByteArrayList nothing;
    const QByteArrayList some{"a"};
    QTest::newRow("default") << int(Mode::Automatic) << QByteArray() << stream << none << nothing << -1;
    QTest::newRow("fixed") << int(Mode::Fixed) << QByteArray("/d") << stream << none << nothing << -1;
    QTest::newRow("caller's environment") << int(Mode::Caller) << QByteArray() << stream << none << nothing
                                          << int(ColdReason::CallersEnvironment);
    QTest::newRow("merged environment") << int(Mode::Merged) << QByteArray() << stream << none << nothing
                                        << int(ColdReason::CallersEnvironment);
    QTest::newRow("caller's directory") << int(Mode::Fixed) << QByteArray(".") << stream << none << nothing
                                        << int(ColdReason::CallersDirectory);
    QTest::newRow("no input") << int(Mode::Fixed) << QByteArray() << noInput << none << nothing
                              << int(ColdReason::NoInput);
    QTest::newRow("arguments") << int(Mode::Fixed) << QByteArray() << stream << none << some
                               << int(ColdReason::Arguments);
    QTest::newRow("worker, arguments") << int(Mode::Fixed) << QByteArray() << stream << json << some << -1;
    QTest::newRow("worker, no input") << int(Mode::Fixed) << QByteArray() << noInput << json << some << -1;
    QTest::newRow("worker, caller's directory")
        << int(Mode::Fixed) << QByteArray(".") << stream << json << some << int(ColdReason::CallersDirectory);
}

void tst_CallPlan::mayBeWarm()
{
    QFETCH(const int, mode);
    QFETCH(const QByteArray, directory);
    QFETCH(const int, input);
    QFETCH(const int, worker);
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const int, reason);
    CommandDefinition warm = definition(1);
    warm.environmentMode = static_cast<Mode>(mode);
    warm.workingDirectory = directory;
    warm.input = static_cast<CommandDefinition::Input>(input);
    warm.worker = static_cast<CommandDefinition::Worker>(worker);
    const CallPlan plan = CallPlan::forCall(warm, command(), arguments);
    QCOMPARE(plan.coldReason ? int(*plan.coldReason) : -1, reason);
    if (reason >= 0)
        return;
    // As a copy is started, so that a call without one makes no difference.
    const ProcessSpec fixed = CallPlan::fixedSpec(warm);
    QCOMPARE(plan.spec.arguments, fixed.arguments);
    QCOMPARE(plan.spec.environment, fixed.environment);
    QCOMPARE(plan.spec.workingDirectory, fixed.workingDirectory);
    QCOMPARE(plan.spec.umask, fixed.umask);
    QVERIFY(plan.spec.hasInput);
}

void tst_CallPlan::fixedContext()
{
    qputenv("BOTH", "daemons");
    qputenv("DAEMONS", "1");
    ProcessSpec spec = CallPlan::fixedSpec(definition(1));
    QVERIFY(spec.environment.contains("DAEMONS=1"));
    QVERIFY(spec.environment.contains("BOTH=defined"));
    QVERIFY(!spec.environment.contains("BOTH=daemons"));
    QCOMPARE(spec.workingDirectory, QByteArray()); // "/"
    QCOMPARE(spec.umask, 077u);
    CommandDefinition fixed = definition(1);
    fixed.environmentMode = Mode::Fixed;
    fixed.workingDirectory = "/d";
    spec = CallPlan::fixedSpec(fixed);
    QCOMPARE(spec.environment, QByteArrayList({"BOTH=defined", "DEFINED=1"}));
    QCOMPARE(spec.workingDirectory, QByteArray("/d"));
}

void tst_CallPlan::reasonsHaveNames()
{
    QStringList names;
    for (const ColdReason reason :
         {ColdReason::Arguments, ColdReason::CallersEnvironment, ColdReason::CallersDirectory,
          ColdReason::NoInput, ColdReason::NoneReady}) {
        QVERIFY(!coldReasonText(reason).isEmpty());
        names.append(coldReasonName(reason));
    }
    QCOMPARE(names, QStringList({QStringLiteral("arguments"), QStringLiteral("callers_environment"),
                                 QStringLiteral("callers_directory"), QStringLiteral("no_input"),
                                 QStringLiteral("none_ready")}));
}

QTEST_GUILESS_MAIN(tst_CallPlan)

#include "tst_callplan.moc"
