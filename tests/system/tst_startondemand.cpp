// "Starting on demand": a client gets a daemon, or learns at once why not.
#include "systemtest.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_StartOnDemand : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void firstCallStartsTheDaemon();
    void failureTellsWhy_data();
    void failureTellsWhy();
    void wrongArgumentTellsWhy();
    void hangingDaemonTimesOut();
    void occupiedSocketTellsWhy();
    void noSpawnNeverStartsOne();
    void inProcessNeedsNoDaemon_data();
    void inProcessNeedsNoDaemon();
    void daemonIsDetached();
    void daemonGetsTheClientsBuild();
    void killedClientLeavesTheDaemon();
    void handStartedDaemonDetaches();
    void handStartedDaemonFindsARelativeDirectory();
    void idleDaemonExits();
    void runningRequestIsNotIdle();
    void idleExitCanBeOff();

private:
    QString writeScript(const QByteArray &text, QFile::Permissions permissions) const;
};

/// A program to be started instead of the daemon; its path.
QString tst_StartOnDemand::writeScript(const QByteArray &text, QFile::Permissions permissions) const
{
    QFile file(fixture().scratch(u"daemon"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text + '\n') < 0 ||
        !file.setPermissions(permissions))
        qFatal("cannot write the script");
    return file.fileName();
}

void tst_StartOnDemand::firstCallStartsTheDaemon()
{
    QVERIFY(!QFile::exists(fixture().directory()));
    const Outcome first = fixture().run(words({"run", "echo", "hello"}));
    QVERIFY2(first.code == 0, describe(first));
    QCOMPARE(first.output, QByteArray("hello\n"));
    QCOMPARE(first.errorOutput, QByteArray());
    const qint64 pid = fixture().daemonPid();
    QVERIFY(isAlive(pid));
    QCOMPARE(fixture().run(words({"run", "echo", "again"})).output, QByteArray("again\n"));
    QCOMPARE(fixture().daemonPid(), pid);
}

void tst_StartOnDemand::failureTellsWhy_data()
{
    QTest::addColumn<QByteArray>("script"); // empty: the program does not exist
    QTest::addColumn<bool>("isExecutable");
    QTest::addColumn<QByteArrayList>("reasons");

    QTest::newRow("no such program") << QByteArray() << false << QByteArrayList{"No such file or directory"};
    QTest::newRow("not executable") << QByteArray("exit 0") << false << QByteArrayList{"Permission denied"};
    QTest::newRow("prints and exits with 3")
        << QByteArray("echo first line; echo the disk is on fire >&2; exit 3") << true
        << QByteArrayList{"exit code 3", "first line", "the disk is on fire", ".log"};
    QTest::newRow("dies of a signal")
        << QByteArray("kill -SEGV $$") << true << QByteArrayList{"signal 11", ".log"};
    QTest::newRow("ends without a word")
        << QByteArray("exit 0") << true << QByteArrayList{"gave no reason", ".log"};
}

void tst_StartOnDemand::failureTellsWhy()
{
    QFETCH(const QByteArray, script);
    QFETCH(const bool, isExecutable);
    QFETCH(const QByteArrayList, reasons);

    QString program = fixture().scratch(u"nothing"_s);
    if (!script.isEmpty())
        program = writeScript(script, isExecutable ? QFile::ReadOwner | QFile::ExeOwner : QFile::ReadOwner);
    const Outcome outcome = fixture().run(words({"--daemon", program, "run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.elapsedMs < 5000, describe(outcome)); // the timeout is 10 s
    QVERIFY2(outcome.errorOutput.startsWith("daemon-rpc: "), describe(outcome));
    for (const QByteArray &reason : reasons)
        QVERIFY2(outcome.errorOutput.contains(reason), reason + " is missing: " + describe(outcome));
    QCOMPARE(outcome.output, QByteArray());
    // The next call, with a daemon that works, is not impeded.
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
}

void tst_StartOnDemand::wrongArgumentTellsWhy()
{
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"--config", "/nonexistent", "run", "echo", "x"}));
    const Outcome outcome = DaemonFixture::runToEnd(*client);
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("/nonexistent: cannot open the file: No such file"),
             describe(outcome));
}

void tst_StartOnDemand::hangingDaemonTimesOut()
{
    const QString program =
        writeScript("echo hanging about; while :; do sleep 0.1; done", QFile::ReadOwner | QFile::ExeOwner);
    const Outcome outcome =
        fixture().run(words({"--daemon", program, "--spawn-timeout", "500", "run", "echo", "x"}));
    for (const qint64 pid : processesMentioning(program.toUtf8()))
        sendSignal(pid, SIGKILL);
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.elapsedMs >= 450 && outcome.elapsedMs < 5000, describe(outcome));
    for (const char *part : {"500 ms", "--spawn-timeout", "still running", "hanging about"})
        QVERIFY2(outcome.errorOutput.contains(part), describe(outcome));
}

void tst_StartOnDemand::occupiedSocketTellsWhy()
{
    QVERIFY(QDir().mkpath(fixture().file(u"sock"_s)));
    QVERIFY(
        QFile::setPermissions(fixture().directory(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const Outcome outcome = fixture().run(words({"run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("is a directory"), describe(outcome));
    QVERIFY2(outcome.elapsedMs < 5000, describe(outcome));
    QVERIFY(QDir().rmdir(fixture().file(u"sock"_s)));
}

void tst_StartOnDemand::noSpawnNeverStartsOne()
{
    const Outcome outcome = fixture().run(words({"--no-spawn", "run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("no daemon \"default\" is running"), describe(outcome));
    QVERIFY(fixture().daemons().isEmpty());
    QVERIFY(!QFile::exists(fixture().directory()));
}

void tst_StartOnDemand::inProcessNeedsNoDaemon_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("a handler") << words({"--in-process", "run", "cat"}) << 0;
    QTest::newRow("a process") << words({"--in-process", "run", "exec", "sh", "-c", "cat; exit 9"}) << 9;
}

void tst_StartOnDemand::inProcessNeedsNoDaemon()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    const Outcome outcome = fixture().run(arguments, "some input");
    QVERIFY2(outcome.code == code, describe(outcome));
    QCOMPARE(outcome.output, QByteArray("some input"));
    QVERIFY(fixture().daemons().isEmpty());
    QVERIFY(!QFile::exists(fixture().directory()));
}

void tst_StartOnDemand::daemonIsDetached()
{
    // A descriptor that every child inherits: the client does, the daemon must not.
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const Outcome outcome =
        fixture().runShell(u"test -e /proc/self/fd/%1 && exec \"$@\" run echo x"_s.arg(ends[1]));
    ::close(ends[0]);
    ::close(ends[1]);
    QVERIFY2(outcome.code == 0, describe(outcome));

    const qint64 pid = fixture().daemonPid();
    QCOMPARE(sessionOf(pid), pid);
    QCOMPARE(QFile::symLinkTarget(u"/proc/%1/cwd"_s.arg(pid)), u"/"_s);
    const QHash<int, QString> descriptors = descriptorsOf(pid);
    QCOMPARE(descriptors.value(0), u"/dev/null"_s);
    QCOMPARE(descriptors.value(1), fixture().file(u"log"_s));
    QCOMPARE(descriptors.value(2), fixture().file(u"log"_s));
    for (const QString &target : descriptors)
        QVERIFY2(!target.startsWith("pipe:"_L1), qPrintable(target));
}

void tst_StartOnDemand::daemonGetsTheClientsBuild()
{
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    const QByteArrayList line = commandLineOf(fixture().daemonPid()).split(' ');
    const QByteArray id = line.value(line.indexOf("--build-id") + 1);
    const QByteArray timestamp = line.value(line.indexOf("--build-timestamp") + 1);
    const Outcome version = fixture().run(words({"--version"}));
    QVERIFY2(id.size() == 16 && version.output.contains(id), describe(version));
    QVERIFY2(timestamp.toLongLong() > 0 && version.output.contains(timestamp), describe(version));
    QVERIFY(line.contains("--daemon-id"));
}

void tst_StartOnDemand::killedClientLeavesTheDaemon()
{
    // A signal to the client's whole session, as from a terminal that closes.
    ClientProcess client(u"setsid"_s, words({DaemonFixture::clientProgram()}) +
                                          fixture().clientArguments(
                                              words({"run", "exec", "sh", "-c", "echo up; sleep 1000"})));
    QVERIFY(client.begin());
    QTRY_COMPARE(client.output(), QByteArray("up\n"));
    QCOMPARE(sessionOf(client.processId()), client.processId());
    sendSignal(-client.processId(), SIGKILL);
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.code(), -SIGKILL);
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).code, 0);
}

void tst_StartOnDemand::handStartedDaemonDetaches()
{
    ClientProcess starter(DaemonFixture::daemonProgram(), words({"--runtime-dir", fixture().directory()}));
    const Outcome outcome = DaemonFixture::runToEnd(starter);
    QVERIFY2(outcome.code == 0, describe(outcome));
    // It returns when the daemon is ready, not earlier.
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).code, 0);
    QCOMPARE(sessionOf(fixture().daemonPid()), fixture().daemonPid());
}

void tst_StartOnDemand::handStartedDaemonFindsARelativeDirectory()
{
    const QFileInfo directory(fixture().directory());
    const Outcome outcome = fixture().runShell(u"cd '%1' && exec '%2' --runtime-dir '%3'"_s.arg(
        directory.path(), DaemonFixture::daemonProgram(), directory.fileName()));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).code, 0);
}

void tst_StartOnDemand::idleDaemonExits()
{
    ClientProcess *const daemon = fixture().startDaemon(words({"--idle-exit-ms", "300"}));
    QVERIFY(daemon);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(daemon->code(), 0);
    QVERIFY(!QFile::exists(fixture().file(u"sock"_s)));
    QVERIFY(!QFile::exists(fixture().file(u"pid"_s)));
    QVERIFY(QFile::exists(fixture().file(u"lock"_s)));
}

void tst_StartOnDemand::runningRequestIsNotIdle()
{
    ClientProcess *const daemon = fixture().startDaemon(words({"--idle-exit-ms", "200"}));
    QVERIFY(daemon);
    const Outcome outcome =
        fixture().run(words({"--no-spawn", "run", "exec", "sh", "-c", "sleep 1; echo done"}));
    QVERIFY2(outcome.output == "done\n", describe(outcome));
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(daemon->code(), 0);
}

void tst_StartOnDemand::idleExitCanBeOff()
{
    ClientProcess *const daemon = fixture().startDaemon(words({"--idle-exit-ms", "0"}));
    QVERIFY(daemon);
    QVERIFY(!daemon->waitForEnd(1000));
}

QTEST_GUILESS_MAIN(tst_StartOnDemand)

#include "tst_startondemand.moc"
