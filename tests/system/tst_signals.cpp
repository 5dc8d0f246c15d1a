// "SIGTERM and SIGINT drain then stop, SIGHUP reloads, SIGUSR1 writes a state dump": and a storm of them
// breaks nothing.
#include "adminquery.h"
#include "systemtest.h"

#include <daemonrpc/base/filedescriptor.h>

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Signals : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void harmlessSignals_data();
    void harmlessSignals();
    void stateDump();
    void childrenHaveTheDefaults();
    void stormUnderLoad();
    void terminationIsHeardInAStorm();
};

void tst_Signals::harmlessSignals_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGHUP") << SIGHUP;
    QTest::newRow("SIGUSR2") << SIGUSR2;
    QTest::newRow("SIGPIPE") << SIGPIPE;
}

void tst_Signals::harmlessSignals()
{
    QFETCH(const int, number);
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    for (int i = 0; i < 3; ++i) {
        daemon->sendSignal(number);
        QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).output, QByteArray("x\n"));
    }
    QCOMPARE(fixture().daemonPid(), daemon->processId());
    daemon->sendSignal(SIGTERM);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(daemon->code(), 0);
}

void tst_Signals::stateDump()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"run", "exec", "sh", "-c", "echo up; cat; exit 3", "a\nforged line"}));
    client->keepInputOpen();
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("up\n"));
    daemon->sendSignal(SIGUSR1);
    const QString path = fixture().file(u"dump"_s);
    QTRY_VERIFY(QFile::exists(path));
    QCOMPARE(QFileInfo(path).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    for (const char *expected : {"State of daemon \"default\"", "1 running", "running (process)",
                                 "exec sh -c", "VmRSS:", ".lock", "socket:["})
        QVERIFY2(text.contains(expected), expected + QByteArray(" is missing in: ") + text);
    QVERIFY2(!text.contains("\nforged line"), text);
    QTRY_VERIFY2(daemon->errorOutput().contains("wrote the state to " + QFile::encodeName(path)),
                 daemon->errorOutput());
    // Another one replaces it.
    client->closeWriteChannel();
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->code(), 3);
    const auto dump = [&path] {
        QFile again(path);
        return again.open(QIODevice::ReadOnly) ? again.readAll() : QByteArray();
    };
    daemon->sendSignal(SIGUSR1);
    QTRY_VERIFY2(dump().contains("0 running"), dump()); // the command itself says "exit 3"
    QVERIFY(QFile::remove(path));
}

// What the daemon blocks and ignores is not passed on.
void tst_Signals::childrenHaveTheDefaults()
{
    QVERIFY(fixture().startDaemon());
    const Outcome outcome =
        fixture().run(words({"run", "exec", "grep", "-E", "^Sig(Blk|Ign)", "/proc/self/status"}));
    const QByteArrayList lines = outcome.output.trimmed().split('\n');
    QVERIFY2(lines.size() == 2, describe(outcome));
    // Those above 31 are the C library's, which lets nobody reset them.
    constexpr quint64 standardSignals = 0x7fffffff;
    for (const QByteArray &line : lines)
        QVERIFY2((line.mid(8).trimmed().toULongLong(nullptr, 16) & standardSignals) == 0, line);
}

void tst_Signals::stormUnderLoad()
{
    constexpr int senders = 4;
    constexpr int signalsPerSender = 25000;
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    const auto pid = static_cast<pid_t>(daemon->processId());
    QCOMPARE(fixture().run(words({"run", "exec", "true"})).code, 0);
    const qsizetype descriptors = descriptorsOf(pid).size();

    // Call after call through two shells, until they are told to stop; each says how many failed.
    const QString stop = fixture().scratch(u"stop"_s);
    const QString script =
        u"calls=0; failed=0; until test -e '%1' && test $calls -ge 20; do calls=$((calls+1)); "
        "test \"$(\"$@\" --no-spawn run exec echo $calls)\" = $calls || failed=$((failed+1)); "
        "done; echo $calls calls, $failed failed"_s.arg(stop);
    std::vector<std::unique_ptr<ClientProcess>> callers;
    for (int i = 0; i < 2; ++i) {
        callers.push_back(fixture().shell(script));
        QVERIFY(callers.back()->begin());
    }
    QList<pid_t> running;
    for (int sender = 0; sender < senders; ++sender) {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const int kinds[] = {SIGHUP, SIGUSR1, SIGUSR2, SIGPIPE, SIGCHLD};
            for (int i = 0; i < signalsPerSender; ++i)
                ::kill(pid, kinds[(i + sender) % 5]);
            ::_exit(0);
        }
        running.append(child);
    }
    QTRY_VERIFY_WITH_TIMEOUT(
        [&running] {
            running.removeIf([](pid_t child) { return ::waitpid(child, nullptr, WNOHANG) == child; });
            return running.isEmpty();
        }(),
        60000);
    QFile end(stop);
    QVERIFY(end.open(QIODevice::WriteOnly));
    for (const std::unique_ptr<ClientProcess> &caller : callers) {
        QVERIFY(caller->waitForEnd());
        QVERIFY2(caller->output().contains(" calls, 0 failed"), caller->output() + caller->errorOutput());
        qInfo("%s", caller->output().trimmed().constData());
    }
    QVERIFY(!daemon->hasEnded());
    // Fewer than before when those of the first call were not all closed by then.
    QTRY_VERIFY(descriptorsOf(pid).size() <= descriptors);
    QTRY_VERIFY(childrenOf(pid).isEmpty());
    QFile::remove(fixture().file(u"dump"_s));
    daemon->sendSignal(SIGTERM);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(daemon->code(), 0);
    QFile::remove(fixture().file(u"dump"_s)); // written by the last of them
}

void tst_Signals::terminationIsHeardInAStorm()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    const auto pid = static_cast<pid_t>(daemon->processId());
    // By pidfd: whoever gets the daemon's pid next is left alone.
    const FileDescriptor target(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    QVERIFY(target.isValid());
    const pid_t sender = ::fork();
    QVERIFY(sender >= 0);
    if (sender == 0) {
        const int kinds[] = {SIGHUP, SIGUSR1, SIGUSR2, SIGPIPE};
        int count = 0;
        while (count < 10000000 &&
               ::syscall(SYS_pidfd_send_signal, target.get(), kinds[count % 4], nullptr, 0) == 0)
            ++count;
        ::_exit(0);
    }
    QTRY_VERIFY(QFile::exists(fixture().file(u"dump"_s))); // it rages
    daemon->sendSignal(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 10000);
    ::kill(sender, SIGKILL);
    QCOMPARE(::waitpid(sender, nullptr, 0), sender);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(daemon->code(), 0);
    QFile::remove(fixture().file(u"dump"_s));
}

QTEST_GUILESS_MAIN(tst_Signals)

#include "tst_signals.moc"
