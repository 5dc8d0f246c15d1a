// "A daemon that one would run under a supervisor": readiness, watchdog, given sockets, a dropped user,
// limits, title.
#include "otheruser.h"
#include "rawsocket.h"
#include "systemtest.h"

#include <daemonrpc/instance/pidfile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <cstring>

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace SystemTesting;
using namespace Qt::StringLiterals;

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A bound socket of @p type, for the test to play supervisor with.
static FileDescriptor boundSocket(const QString &path, int type)
{
    FileDescriptor socket(::socket(AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray bytes = QFile::encodeName(path);
    std::memcpy(address.sun_path, bytes.constData(), static_cast<size_t>(bytes.size()));
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        (type == SOCK_STREAM && ::listen(socket.get(), 100) != 0))
        socket.reset();
    return socket;
}

class tst_Supervision : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void readiness();
    void watchdog();
    void notificationDescriptor();
    void givenSocketIsServedByOneAfterAnother();
    void givenSocketIsPassedOn();
    void systemdSocketActivate();
    void unusableDescriptor();
    void droppedUser();
    void limitsAndTitle();
    void pidFile();
    void detachedStart();
    void unitsAreValid_data();
    void unitsAreValid();
    void s6();

private:
    [[nodiscard]] static QString program() { return QStringLiteral(SUPERVISED_DAEMON); }

    /// The supervised daemon, not started yet.
    [[nodiscard]] std::unique_ptr<ClientProcess> daemon(const QStringList &options = {}) const
    {
        return std::make_unique<ClientProcess>(program(), fixture().daemonArguments(options));
    }

    static QByteArrayList receive(int socket)
    {
        QByteArrayList messages;
        char bytes[4096];
        for (ssize_t size = 0; (size = ::recv(socket, bytes, sizeof bytes, 0)) > 0;)
            messages.append(QByteArray(bytes, size));
        return messages;
    }
};

void tst_Supervision::readiness()
{
    const FileDescriptor supervisor = boundSocket(fixture().scratch(u"notify"_s), SOCK_DGRAM);
    QVERIFY(supervisor.isValid());
    const std::unique_ptr<ClientProcess> served = daemon();
    served->setVariable(u"NOTIFY_SOCKET"_s, fixture().scratch(u"notify"_s));
    QVERIFY(served->begin());
    QByteArrayList messages;
    QTRY_VERIFY(!(messages += receive(supervisor.get())).isEmpty());
    // Whoever waited for it can call at once.
    QVERIFY(fixture().isServed());
    QCOMPARE(messages, QByteArrayList{"READY=1\nSTATUS=serves"});

    served->sendSignal(SIGHUP);
    messages.clear();
    QTRY_VERIFY((messages += receive(supervisor.get())).size() >= 2);
    QVERIFY2(QRegularExpression(u"^RELOADING=1\nMONOTONIC_USEC=[0-9]+$"_s)
                 .match(QString::fromUtf8(messages.at(0)))
                 .hasMatch(),
             messages.at(0));
    QCOMPARE(messages.at(1), QByteArray("READY=1\nSTATUS=reloaded"));

    served->sendSignal(SIGTERM);
    QVERIFY(served->waitForEnd());
    QCOMPARE(served->code(), 0);
    QCOMPARE(receive(supervisor.get()), QByteArrayList{"STOPPING=1"});
}

void tst_Supervision::watchdog()
{
    const FileDescriptor supervisor = boundSocket(fixture().scratch(u"notify"_s), SOCK_DGRAM);
    const std::unique_ptr<ClientProcess> served = daemon();
    served->setVariable(u"NOTIFY_SOCKET"_s, fixture().scratch(u"notify"_s));
    served->setVariable(u"WATCHDOG_USEC"_s, u"100000"_s);
    QVERIFY(served->begin());
    qsizetype fed = 0;
    QTRY_VERIFY((fed += receive(supervisor.get()).count("WATCHDOG=1")) >= 3);
    served->sendSignal(SIGSTOP); // as a loop that hangs
    QTRY_VERIFY(contentOf(u"/proc/%1/stat"_s.arg(served->processId())).contains(") T "));
    receive(supervisor.get());
    QTest::qSleep(300);
    QCOMPARE(receive(supervisor.get()), QByteArrayList());
    served->sendSignal(SIGCONT);
    fed = 0;
    QTRY_VERIFY((fed += receive(supervisor.get()).count("WATCHDOG=1")) >= 1);
    served->sendSignal(SIGTERM);
    QVERIFY(served->waitForEnd());
}

// As s6 has it.
void tst_Supervision::notificationDescriptor()
{
    const QString words = fixture().daemonArguments({}).join(u"' '"_s);
    const std::unique_ptr<ClientProcess> shell = fixture().shell(
        u"exec '%1' '%2' --notification-fd 7 7>'%3'"_s.arg(program(), words, fixture().scratch(u"ready"_s)));
    QVERIFY(shell->begin());
    QTRY_COMPARE(contentOf(fixture().scratch(u"ready"_s)), QByteArray("\n"));
    QVERIFY(fixture().isServed());
    QVERIFY(!descriptorsOf(shell->processId()).contains(7));
    shell->sendSignal(SIGTERM);
    QVERIFY(shell->waitForEnd());
    QCOMPARE(contentOf(fixture().scratch(u"ready"_s)), QByteArray("\n"));
}

void tst_Supervision::givenSocketIsServedByOneAfterAnother()
{
    const QString path = fixture().scratch(u"given"_s);
    const FileDescriptor given = boundSocket(path, SOCK_STREAM);
    QVERIFY(given.isValid());
    const auto start = [this, &given] {
        auto served = std::make_unique<ClientProcess>(
            u"/bin/sh"_s,
            QStringList{u"-c"_s, u"LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=daemon-rpc exec \"$0\" \"$@\""_s,
                        program()} +
                fixture().daemonArguments({}));
        // Blocking, and open across exec, in the child.
        served->setChildProcessModifier([fd = given.get()] { ::dup2(fd, 3); });
        return served;
    };
    const auto call = [&path] {
        RawSocket socket = RawSocket::connectTo(path);
        socket.send(commandBytes({"exec", "sh", "-c", "ls /proc/self/fd | wc -l; echo ${LISTEN_FDS-none}"}));
        return socket;
    };
    RawSocket early = call(); // before anybody serves
    const std::unique_ptr<ClientProcess> first = start();
    QVERIFY(first->begin());
    // 0, 1, 2 and the one that lists: the given socket stays out of children.
    QCOMPARE(early.readToEnd().output, QByteArray("4\nnone\n"));
    QVERIFY(fixture().isServed()); // its own, as ever
    first->sendSignal(SIGTERM);
    QVERIFY(first->waitForEnd());
    QCOMPARE(first->code(), 0);

    RawSocket between = call(); // nobody is there, and nobody is refused
    QVERIFY(between.isValid());
    const std::unique_ptr<ClientProcess> second = start();
    QVERIFY(second->begin());
    QCOMPARE(between.readToEnd().output, QByteArray("4\nnone\n"));
    second->sendSignal(SIGTERM);
    QVERIFY(second->waitForEnd());
    QVERIFY(QFile::exists(path)); // the supervisor's
}

void tst_Supervision::givenSocketIsPassedOn()
{
    const QString path = fixture().scratch(u"given"_s);
    const FileDescriptor given = boundSocket(path, SOCK_STREAM);
    QVERIFY(given.isValid());
    ClientProcess served(u"/bin/sh"_s,
                         QStringList{u"-c"_s, u"LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" \"$@\""_s,
                                     DaemonFixture::daemonProgram()} +
                             fixture().daemonArguments({}));
    served.setChildProcessModifier([fd = given.get()] { ::dup2(fd, 3); });
    QVERIFY(served.begin());
    QTRY_VERIFY(fixture().isServed());
    for (int restarts = 0; restarts < 2; ++restarts) {
        const Outcome restarted = fixture().run(words({"restart"}));
        QVERIFY2(restarted.code == 0, describe(restarted));
        QTRY_COMPARE(fixture().daemons().size(), 1);
        RawSocket socket = RawSocket::connectTo(path);
        QVERIFY(socket.send(commandBytes({"exec", "sh", "-c", "ls /proc/self/fd | wc -l"})));
        QCOMPARE(socket.readToEnd().output, QByteArray("4\n"));
    }
    QVERIFY(served.waitForEnd());
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QVERIFY(QFile::exists(path)); // the supervisor's
}

void tst_Supervision::systemdSocketActivate()
{
    const QString activate = QStandardPaths::findExecutable(u"systemd-socket-activate"_s);
    if (activate.isEmpty())
        QSKIP("needs systemd-socket-activate");
    const QString path = fixture().scratch(u"given"_s);
    ClientProcess supervisor(activate, words({"-l", path, "--fdname=daemon-rpc", program()}) +
                                           fixture().daemonArguments({}));
    QVERIFY(supervisor.begin());
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(!fixture().isServed());
    RawSocket socket = RawSocket::connectTo(path); // which starts it
    QVERIFY(socket.send(commandBytes({"echo", "activated"})));
    QCOMPARE(socket.readToEnd().output, QByteArray("activated\n"));
    supervisor.sendSignal(SIGTERM); // it has become the daemon
    QVERIFY(supervisor.waitForEnd());
    QCOMPARE(supervisor.code(), 0);
}

void tst_Supervision::unusableDescriptor()
{
    ClientProcess served(
        u"/bin/sh"_s,
        QStringList{u"-c"_s, u"LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" \"$@\" 3</dev/null"_s, program()} +
            fixture().daemonArguments({}));
    const Outcome outcome = DaemonFixture::runToEnd(served);
    QVERIFY2(outcome.code == 1, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("descriptor 3 (unknown): it is no socket"), describe(outcome));
}

void tst_Supervision::droppedUser()
{
    if (!canBeStranger())
        QSKIP(needsRoot);
    replaceFixture(std::make_unique<DaemonFixture>(u"/tmp"_s)); // TMPDIR may be closed to other users
    QCOMPARE(::chmod(QFile::encodeName(fixture().scratch(u"."_s)).constData(), 0711), 0);
    const QString pidFile = fixture().scratch(u"classic.pid"_s);
    const std::unique_ptr<ClientProcess> served = daemon(
        words({"--user", QString::number(strangerUid), "--pid-file", pidFile, "--open-files", "1234"}));
    QVERIFY(served->begin());
    QTRY_VERIFY2(fixture().isServed(), served->errorOutput());
    const QString status = QString::fromUtf8(contentOf(u"/proc/%1/status"_s.arg(served->processId())));
    const QString id = QString::number(strangerUid);
    const Result<InstanceInfo> info = readPidFile(fixture().file(u"pid"_s), strangerUid);
    QVERIFY(info);
    QCOMPARE(info->pid, served->processId());
    QVERIFY2(status.contains(u"\nUid:\t%1\t%1\t%1\t%1\n"_s.arg(id)), qUtf8Printable(status));
    QVERIFY2(status.contains(QRegularExpression(u"\nGid:\t([0-9]+)\t\\1\t\\1\t\\1\n"_s)),
             qUtf8Printable(status));
    QVERIFY2(!status.contains(u"\nGid:\t0\t"_s), qUtf8Printable(status));
    QVERIFY2(status.contains(u"\nCapEff:\t0000000000000000\n"_s), qUtf8Printable(status));
    for (const QString &file : {fixture().directory(), fixture().file(u"sock"_s), fixture().file(u"lock"_s),
                                fixture().file(u"pid"_s), pidFile})
        QCOMPARE(QFileInfo(file).ownerId(), uint(strangerUid));
    QCOMPARE(contentOf(pidFile), QByteArray::number(served->processId()) + '\n');

    const Outcome call = fixture().run(words({"--owner", id, "run", "exec", "id", "-u"}));
    QVERIFY2(call.output == id.toUtf8() + '\n', describe(call));
    served->sendSignal(SIGTERM);
    QVERIFY(served->waitForEnd());
    QCOMPARE(served->code(), 0);
    QCOMPARE(contentOf(pidFile), QByteArray()); // emptied: the folder is root's
    QVERIFY(!QFile::exists(fixture().file(u"sock"_s)));
}

void tst_Supervision::limitsAndTitle()
{
    const std::unique_ptr<ClientProcess> served = daemon(words({"--open-files", "321"}));
    QVERIFY(served->begin());
    QTRY_VERIFY(fixture().isServed());
    const qint64 pid = served->processId();
    const QString limits = QString::fromUtf8(contentOf(u"/proc/%1/limits"_s.arg(pid)));
    QVERIFY2(limits.contains(QRegularExpression(u"Max open files +321 "_s)), qUtf8Printable(limits));
    QVERIFY2(limits.contains(QRegularExpression(u"Max core file size +0 "_s)), qUtf8Printable(limits));

    // The arguments stay: they tell daemons of different directories apart.
    const QByteArray arguments =
        " --foreground --runtime-dir " + fixture().directory().toUtf8() + " --open-files 321";
    QTRY_COMPARE(commandLineOf(pid), "daemon-rpcd: default (ready, 0 running)" + arguments);
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "exec", "sleep", "1000"}));
    QVERIFY(client->begin());
    QTRY_COMPARE(commandLineOf(pid), "daemon-rpcd: default (ready, 1 running)" + arguments);
    served->sendSignal(SIGTERM);
    QTRY_COMPARE(commandLineOf(pid), "daemon-rpcd: default (draining, 1 running)" + arguments);
    served->sendSignal(SIGTERM);
    QVERIFY(served->waitForEnd());
    QVERIFY(client->waitForEnd());
}

void tst_Supervision::pidFile()
{
    const QString path = fixture().scratch(u"classic.pid"_s);
    const std::unique_ptr<ClientProcess> served = daemon(words({"--pid-file", path}));
    QVERIFY(served->begin());
    QTRY_VERIFY(fixture().isServed());
    QCOMPARE(contentOf(path), QByteArray::number(served->processId()) + '\n');
    served->sendSignal(SIGTERM);
    QVERIFY(served->waitForEnd());
    QVERIFY(!QFile::exists(path));
}

// What a daemon that is started by hand, or by a client, has of its own.
void tst_Supervision::detachedStart()
{
    ClientProcess start(u"/bin/sh"_s,
                        QStringList{u"-c"_s, u"umask 027; cd /tmp; exec \"$0\" \"$@\" 9</dev/null"_s,
                                    DaemonFixture::daemonProgram()} +
                            words({"--runtime-dir", fixture().directory()}));
    const Outcome outcome = DaemonFixture::runToEnd(start);
    QVERIFY2(outcome.code == 0, describe(outcome));
    const qint64 pid = fixture().daemonPid();
    QVERIFY(isAlive(pid));
    QCOMPARE(sessionOf(pid), pid);
    QCOMPARE(QFile::symLinkTarget(u"/proc/%1/cwd"_s.arg(pid)), u"/"_s);
    const QHash<int, QString> descriptors = descriptorsOf(pid);
    QCOMPARE(descriptors.value(0), u"/dev/null"_s);
    QCOMPARE(descriptors.value(1), fixture().file(u"log"_s));
    QCOMPARE(descriptors.value(2), fixture().file(u"log"_s));
    QVERIFY(!descriptors.values().contains(u"/dev/null"_s) || !descriptors.contains(9) ||
            descriptors.value(9) != u"/dev/null"_s);
    for (const QString &file :
         {fixture().file(u"sock"_s), fixture().file(u"log"_s), fixture().file(u"lock"_s)})
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther),
                 QFile::Permissions());
}

void tst_Supervision::unitsAreValid_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("of a user") << u"user"_s;
    QTest::newRow("of the system") << u"system"_s;
}

void tst_Supervision::unitsAreValid()
{
    QFETCH(const QString, kind);
    const QString analyze = QStandardPaths::findExecutable(u"systemd-analyze"_s);
    if (analyze.isEmpty())
        QSKIP("needs systemd-analyze");
    QStringList arguments{u"--"_s + kind, u"--man=no"_s, u"verify"_s};
    for (const QString &suffix : {u"service"_s, u"socket"_s}) {
        const QByteArray text =
            contentOf(u"%1/systemd/%2/daemon-rpcd@.%3.in"_s.arg(QStringLiteral(RESOURCES_DIR), kind, suffix));
        QVERIFY(!text.isEmpty());
        const QString path = fixture().scratch(u"daemon-rpcd@default.%1"_s.arg(suffix));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(text).replace("@DAEMONRPC_DAEMON@", DaemonFixture::daemonProgram().toUtf8()));
        arguments.append(path);
    }
    ClientProcess verify(analyze, arguments);
    verify.setVariable(u"XDG_RUNTIME_DIR"_s, fixture().scratch(u"."_s));
    const Outcome outcome = DaemonFixture::runToEnd(verify);
    QVERIFY2(outcome.code == 0, describe(outcome));
    QVERIFY2(!outcome.errorOutput.contains("daemon-rpcd@"), describe(outcome));
}

void tst_Supervision::s6()
{
    if (QStandardPaths::findExecutable(u"s6-supervise"_s).isEmpty())
        QSKIP("needs s6");
    const QString service = fixture().scratch(u"service"_s);
    QVERIFY(QDir().mkdir(service));
    const QByteArray script = contentOf(QStringLiteral(RESOURCES_DIR "/s6/daemon-rpcd/run.in"));
    QVERIFY(script.contains("--notification-fd 3"));
    QFile run(service + u"/run"_s);
    QVERIFY(run.open(QIODevice::WriteOnly));
    run.write(QByteArray(script).replace("@DAEMONRPC_DAEMON@", program().toUtf8() + " --runtime-dir " +
                                                                   fixture().directory().toUtf8()));
    run.close();
    QVERIFY(run.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(QFile::copy(QStringLiteral(RESOURCES_DIR "/s6/daemon-rpcd/notification-fd"),
                        service + u"/notification-fd"_s));

    ClientProcess supervisor(u"s6-supervise"_s, {service});
    QVERIFY(supervisor.begin());
    QTRY_VERIFY(QFile::exists(service + u"/supervise/control"_s));
    const auto tool = [&service](const QString &name, const QStringList &options) {
        ClientProcess process(name, options + QStringList{service});
        return DaemonFixture::runToEnd(process).code;
    };
    QCOMPARE(tool(u"s6-svwait"_s, words({"-U", "-t", "20000"})), 0); // up and ready
    QVERIFY(fixture().isServed());
    // It comes back when it was killed, and serves again.
    const qint64 first = fixture().daemonPid();
    sendSignal(first, SIGKILL);
    QTRY_VERIFY(fixture().daemonPid() != first && isAlive(fixture().daemonPid()) && fixture().isServed());
    QCOMPARE(tool(u"s6-svc"_s, words({"-wD", "-T", "20000", "-d"})), 0);
    QVERIFY(!fixture().isServed());
    supervisor.sendSignal(SIGTERM);
    QVERIFY(supervisor.waitForEnd());
}

QTEST_GUILESS_MAIN(tst_Supervision)

#include "tst_supervision.moc"
