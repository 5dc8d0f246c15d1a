// "Every key is honoured": the keys of the configuration, each by what it changes about a real daemon.
#include "adminquery.h"
#include "instrumentation.h"
#include "otheruser.h"
#include "rawsocket.h"
#include "systemtest.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

#include <vector>

#include <signal.h>
#include <sys/stat.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_ConfigurationKeys : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void pidFile();
    void workingDirectory();
    void userAndGroup();
    void userOfADetachedStart();
    void idleExit();
    void localSocket_data();
    void localSocket();
    void workers();
    void maxConnections();
    void requestTimeout();
    void shutdownTimeoutAndGrace();
    void highWaterBytes();
    void chunkBytes();
    void maxCommandBytes();
    void checkInterval();
    void logLevel_data();
    void logLevel();
    void logCategories();
    void logFileAndFormat();
    void logRotation();
    void traceRequests();
    void limits_data();
    void limits();
    void commands();
    void layers();
    void wrongConfigurationIsTold();
    void clientGivesItsConfiguration();
    void reload();
    void reloadEndsWhatWasSetMeanwhile();
    void reloadBySignal();
    void reloadOfWhatNeedsARestart();
    void reloadKeepsTheOldOne_data();
    void reloadKeepsTheOldOne();
    void printsWhatIsInForce();

private:
    [[nodiscard]] QString file() const { return fixture().scratch(u"daemon.yaml"_s); }

    void write(const QByteArray &text) const
    {
        QFile file(this->file());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(text), text.size());
    }

    /// A daemon with this configuration; null when it did not start.
    [[nodiscard]] ClientProcess *start(const QByteArray &text, const QStringList &options = {},
                                       const QString &program = {}) const
    {
        write(text);
        return fixture().startDaemon(words({"--config", file()}) + options, program);
    }

    /// The runtime directory and the tests' private directory above it have to let the other user through.
    void letOthersThrough() const
    {
        const QString above = QFileInfo(QFileInfo(fixture().directory()).path()).path();
        if (!(QFile::permissions(above) & QFile::ExeOther))
            QCOMPARE(::chmod(QFile::encodeName(above).constData(), 0711), 0);
        QCOMPARE(::chmod(QFile::encodeName(fixture().scratch(u"."_s)).constData(), 0711), 0);
    }

    [[nodiscard]] static QString limitOf(qint64 pid, const QString &name)
    {
        QFile file(u"/proc/%1/limits"_s.arg(pid));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(file.readAll());
        const QRegularExpression row(u"^%1 +(\\S+)"_s.arg(QRegularExpression::escape(name)),
                                     QRegularExpression::MultilineOption);
        return row.match(text).captured(1);
    }
};

void tst_ConfigurationKeys::pidFile()
{
    const QString path = fixture().scratch(u"classic.pid"_s);
    ClientProcess *const daemon = start("daemon:\n  pid_file: " + path.toUtf8() + '\n');
    QVERIFY(daemon);
    QFile pidFile(path);
    QVERIFY(pidFile.open(QIODevice::ReadOnly));
    const QByteArray content = QByteArray::number(fixture().daemonPid()) + '\n';
    QCOMPARE(pidFile.readAll(), content);
    // A second daemon of the id cannot start, and leaves the file to the first.
    ClientProcess second(DaemonFixture::daemonProgram(),
                         fixture().daemonArguments(words({"--config", file()})));
    QVERIFY(second.begin());
    QVERIFY(second.waitForEnd());
    QVERIFY(second.code() != 0);
    QFile later(path);
    QVERIFY(later.open(QIODevice::ReadOnly));
    QCOMPARE(later.readAll(), content);
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QVERIFY(!QFile::exists(path));
}

void tst_ConfigurationKeys::workingDirectory()
{
    const QString directory = QFileInfo(fixture().scratch(u"."_s)).canonicalFilePath();
    QVERIFY(start("daemon:\n  working_directory: " + directory.toUtf8() + '\n'));
    QCOMPARE(QFileInfo(u"/proc/%1/cwd"_s.arg(fixture().daemonPid())).symLinkTarget(), directory);
    // A request runs where its caller is, all the same.
    const Outcome where = fixture().runShell(u"cd / && \"$@\" run exec pwd"_s);
    QCOMPARE(where.output, QByteArray("/\n"));
}

void tst_ConfigurationKeys::userAndGroup()
{
    if (!canBeStranger())
        QSKIP(needsRoot);
    const QByteArray directory = QFile::encodeName(fixture().directory());
    letOthersThrough();
    QCOMPARE(::mkdir(directory.constData(), 0700), 0);
    QCOMPARE(::chown(directory.constData(), strangerUid, strangerUid), 0);
    write("daemon:\n  user: '65534'\n  group: '65534'\n");
    ClientProcess daemon(DaemonFixture::daemonProgram(),
                         fixture().daemonArguments(words({"--config", file()})));
    QVERIFY(daemon.begin());
    QTRY_VERIFY2(QFile::exists(fixture().file(u"sock"_s)), daemon.errorOutput());
    const qint64 pid = daemon.processId();
    QFile status(u"/proc/%1/status"_s.arg(pid));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray text = status.readAll();
    QVERIFY2(text.contains("Uid:\t65534\t65534\t65534\t65534"), text);
    QVERIFY2(text.contains("Gid:\t65534\t65534\t65534\t65534"), text);
    struct stat socket = {};
    QCOMPARE(::stat(QFile::encodeName(fixture().file(u"sock"_s)).constData(), &socket), 0);
    QCOMPARE(socket.st_uid, strangerUid);
    const Outcome who = fixture().run(words({"--owner", "65534", "run", "exec", "id", "-u"}));
    QVERIFY2(who.output == "65534\n", describe(who));
    QCOMPARE(fixture().run(words({"--owner", "65534", "stop"})).code, 0);
    QVERIFY(daemon.waitForEnd());
}

// Directory, log and pid file are made for the user, not left by root's start.
void tst_ConfigurationKeys::userOfADetachedStart()
{
    if (!canBeStranger())
        QSKIP(needsRoot);
    letOthersThrough();
    const QString path = fixture().scratch(u"classic.pid"_s);
    write("daemon:\n  user: '65534'\n  group: '65534'\n  pid_file: " + path.toUtf8() + '\n');
    ClientProcess starter(DaemonFixture::daemonProgram(),
                          words({"--runtime-dir", fixture().directory(), "--config", file()}));
    const Outcome started = DaemonFixture::runToEnd(starter);
    QVERIFY2(started.code == 0, describe(started));
    for (const QString &made :
         {fixture().directory(), fixture().file(u"sock"_s), fixture().file(u"log"_s), path})
        QCOMPARE(QFileInfo(made).ownerId(), strangerUid);
    QCOMPARE(fixture().run(words({"--owner", "65534", "stop"})).code, 0);
    QTRY_COMPARE(QFileInfo(path).size(), qint64(0));
}

void tst_ConfigurationKeys::idleExit()
{
    ClientProcess *const daemon = start("daemon:\n  idle_exit_ms: 100\n");
    QVERIFY(daemon);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(daemon->code(), 0);
}

void tst_ConfigurationKeys::localSocket_data()
{
    QTest::addColumn<QByteArray>("permissions");
    QTest::addColumn<uint>("mode");
    QTest::newRow("default") << QByteArray() << 0600U;
    QTest::newRow("for a group") << QByteArray("    permissions: '0660'\n") << 0660U;
}

void tst_ConfigurationKeys::localSocket()
{
    QFETCH(const QByteArray, permissions);
    QFETCH(const uint, mode);
    const QString path = fixture().scratch(u"extra.sock"_s);
    QVERIFY(start("sockets:\n  local:\n    path: " + path.toUtf8() + '\n' + permissions));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode);
    RawSocket socket = RawSocket::connectTo(path);
    QVERIFY(socket.isValid());
    QVERIFY(socket.send(commandBytes({"echo", "here"})));
    QCOMPARE(socket.readToEnd().output, QByteArray("here\n"));
    // It stays in place across a restart, and goes with the daemon.
    const Outcome restart = fixture().run(words({"restart"}));
    QVERIFY2(restart.code == 0, describe(restart));
    QTRY_COMPARE(fixture().daemons().size(), 1);
    RawSocket again = RawSocket::connectTo(path);
    QVERIFY(again.isValid());
    QVERIFY(again.send(commandBytes({"echo", "again"})));
    QCOMPARE(again.readToEnd().output, QByteArray("again\n"));
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QVERIFY(!QFile::exists(path));
}

void tst_ConfigurationKeys::workers()
{
    QVERIFY(start("workers:\n  count: 1\n  queue_size: 1\n", {}, QStringLiteral(SERVICE_DAEMON)));
    std::vector<std::unique_ptr<ClientProcess>> clients;
    for (int i = 0; i < 2; ++i) {
        clients.push_back(fixture().client(words({"--no-spawn", "run", "obedient"})));
        QVERIFY(clients.back()->begin());
    }
    // One runs, one waits, the third is refused at once.
    QTRY_COMPARE(runningIn(fixture()).size(), 2);
    QTRY_COMPARE(statusOf(fixture())->queuedRequests, 1);
    const Outcome refused = fixture().run(words({"--no-spawn", "run", "obedient"}));
    QVERIFY2(refused.code == 125, describe(refused));
    QVERIFY2(refused.errorOutput.contains("1 requests wait"), describe(refused));
    QCOMPARE(historyOf(fixture()).constLast().error, u"queue_full"_s);
    for (const std::unique_ptr<ClientProcess> &client : clients)
        client->sendSignal(SIGINT);
    for (const std::unique_ptr<ClientProcess> &client : clients)
        QVERIFY(client->waitForEnd());
}

void tst_ConfigurationKeys::maxConnections()
{
    QVERIFY(start("performance:\n  max_connections: 3\n"));
    std::vector<RawSocket> sockets;
    int refused = 0;
    for (int i = 0; i < 10; ++i) {
        sockets.push_back(RawSocket::connectTo(fixture().file(u"sock"_s)));
        QVERIFY(sockets.back().isValid());
        sockets.back().send(commandBytes({"sleep", "100"}));
    }
    for (RawSocket &socket : sockets) {
        const RawSocket::Answer answer = socket.readToEnd(200);
        if (answer.error && answer.error->code() == DaemonRpc::ErrorCode::TooManyConnections)
            ++refused;
    }
    QCOMPARE(refused, 7);
    sockets.clear();
    QTRY_COMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).output, QByteArray("x\n"));
}

void tst_ConfigurationKeys::requestTimeout()
{
    QVERIFY(start("performance:\n  request_timeout_ms: 200\n"));
    const Outcome outcome = fixture().run(words({"run", "exec", "sleep", "100"}));
    QVERIFY2(outcome.code != 0, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("timeout"), describe(outcome));
    QVERIFY2(outcome.elapsedMs < 20000, describe(outcome));
    const std::optional<DaemonRpc::CancellationSnapshot> record = lastCancellation(fixture(), u"exec"_s);
    QVERIFY(record);
    QCOMPARE(record->reason, u"timeout"_s);
}

void tst_ConfigurationKeys::shutdownTimeoutAndGrace()
{
    ClientProcess *const daemon = start("performance:\n  shutdown_timeout_ms: 100\n  grace_ms: 150\n");
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> client = fixture().client(
        words({"run", "exec", "sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"}));
    QVERIFY(client->begin());
    QTRY_COMPARE(client->output(), QByteArray("deaf\n"));
    QElapsedTimer time;
    time.start();
    daemon->sendSignal(SIGTERM);
    QVERIFY(daemon->waitForEnd());
    // Cancelled after the one, forced after the other; the defaults together are 15 s.
    QVERIFY2(time.elapsed() < 8000, QByteArray::number(time.elapsed()));
    QVERIFY(client->waitForEnd());
    QVERIFY2(fixture().log().contains("a grace of 150 ms"), fixture().log());
}

void tst_ConfigurationKeys::highWaterBytes()
{
    QVERIFY(start("performance:\n  high_water_bytes: 65536\n"));
    RawSocket socket = RawSocket::connectTo(fixture().file(u"sock"_s));
    QVERIFY(socket.send(commandBytes({"generate", "1000000000"})));
    // What the daemon takes from its handler: the mark, and what the kernel's buffers hold.
    qint64 before = -1;
    QTRY_VERIFY([&] {
        const QList<DaemonRpc::RequestSnapshot> running = runningIn(fixture());
        const qint64 now = running.isEmpty() ? -1 : running.constFirst().outputBytes;
        return now > 0 && now == std::exchange(before, now);
    }());
    QVERIFY2(before < 900 * 1024, QByteArray::number(before)); // the default mark is 1 MiB
    socket.close();
    QTRY_COMPARE(runningIn(fixture()).size(), 0);
}

void tst_ConfigurationKeys::chunkBytes()
{
    QVERIFY(start("performance:\n  chunk_bytes: 4096\n"));
    // proc(5): how often the process has read.
    const auto reads = [this] {
        QFile file(u"/proc/%1/io"_s.arg(fixture().daemonPid()));
        if (!file.open(QIODevice::ReadOnly))
            return -1LL;
        const QString text = QString::fromUtf8(file.readAll());
        return text.section(u"syscr: "_s, 1, 1).section(u'\n', 0, 0).toLongLong();
    };
    QCOMPARE(fixture().run(words({"run", "exec", "true"})).code, 0);
    const qint64 before = reads();
    RawSocket socket = RawSocket::connectTo(fixture().file(u"sock"_s));
    QVERIFY(socket.send(commandBytes({"exec", "head", "-c", "1000000", "/dev/zero"})));
    QCOMPARE(socket.readToEnd().output.size(), 1000000);
    const qint64 count = reads() - before;
    QVERIFY2(count >= 1000000 / 4096, QByteArray::number(count));
}

void tst_ConfigurationKeys::maxCommandBytes()
{
    QVERIFY(start("performance:\n  max_command_bytes: 65536\n"));
    RawSocket small = RawSocket::connectTo(fixture().file(u"sock"_s));
    QVERIFY(small.send(commandBytes({"echo", "x"})));
    QCOMPARE(small.readToEnd().output, QByteArray("x\n"));
    RawSocket large = RawSocket::connectTo(fixture().file(u"sock"_s));
    large.send(commandBytes({"echo", QByteArray(100000, 'x')}));
    const RawSocket::Answer answer = large.readToEnd();
    QVERIFY(answer.error);
    QCOMPARE(answer.error->code(), DaemonRpc::ErrorCode::MessageTooLarge);
}

void tst_ConfigurationKeys::checkInterval()
{
    QVERIFY(start("health:\n  check_interval_ms: 50\n"));
    // Each question adds one result to the history; the others come by themselves.
    qsizetype questions = 0;
    const auto ownRounds = [this, &questions] {
        ++questions;
        qsizetype most = 0;
        const QJsonArray checks = fixture().askObject(words({"health", "--json"})).value(u"checks").toArray();
        for (const QJsonValueConstRef check : checks)
            most = std::max(most, check.toObject().value(u"history").toArray().size());
        return most - questions;
    };
    QTRY_VERIFY(ownRounds() >= 3);
}

void tst_ConfigurationKeys::logLevel_data()
{
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<bool>("hasInfo");
    QTest::newRow("info") << QByteArray("info") << true;
    QTest::newRow("warning") << QByteArray("warning") << false;
}

void tst_ConfigurationKeys::logLevel()
{
    QFETCH(const QByteArray, level);
    QFETCH(const bool, hasInfo);
    QVERIFY(start("logging:\n  level: " + level + '\n'));
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QCOMPARE(fixture().log().contains(" info "), hasInfo);
}

void tst_ConfigurationKeys::logCategories()
{
    QVERIFY(start("logging:\n  level: error\n  categories:\n    daemonrpc.daemon: info\n"));
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    const QByteArray log = fixture().log();
    QVERIFY2(log.contains("daemonrpc.daemon"), log);
    QVERIFY2(!log.contains("daemonrpc.server"), log);
}

void tst_ConfigurationKeys::logFileAndFormat()
{
    const QString path = fixture().scratch(u"elsewhere.log"_s);
    QVERIFY(start("logging:\n  format: json\n  file: " + path.toUtf8() + '\n'));
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    QVERIFY(!lines.constFirst().isEmpty());
    for (const QByteArray &line : lines)
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
    QCOMPARE(statusOf(fixture())->logPath, path);
    QVERIFY(QFile::remove(path));
}

void tst_ConfigurationKeys::logRotation()
{
    const QString path = fixture().scratch(u"rotated.log"_s);
    QVERIFY(
        start("logging:\n  level: debug\n  max_size_mb: 1\n  max_files: 2\n  file: " + path.toUtf8() + '\n'));
    const QString directory = fixture().scratch(u"."_s);
    const auto count = [&] { return QDir(directory).entryList({u"rotated*.log*"_s}).size(); };
    // Until it has been rotated for the second time, which leaves two files.
    const QString second = path + u".1"_s;
    int rotations = 0;
    qint64 inode = 0;
    for (int round = 0; round < 20000 && rotations < 2; ++round) {
        RawSocket socket = RawSocket::connectTo(fixture().file(u"sock"_s));
        socket.send(commandBytes({"echo", "x"}));
        socket.readToEnd();
        struct stat status = {};
        if (::stat(QFile::encodeName(second).constData(), &status) == 0 &&
            std::exchange(inode, static_cast<qint64>(status.st_ino)) != static_cast<qint64>(status.st_ino))
            ++rotations;
    }
    QCOMPARE(rotations, 2);
    QCOMPARE(count(), 2);
    qint64 largest = 0;
    for (const QFileInfo &file : QDir(directory).entryInfoList({u"rotated*.log*"_s})) {
        largest = std::max(largest, file.size());
        QVERIFY(QFile::remove(file.filePath()));
    }
    QVERIFY2(largest <= 1024 * 1024, QByteArray::number(largest));
}

void tst_ConfigurationKeys::traceRequests()
{
    QVERIFY(start("logging:\n  trace_requests: true\n"));
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QVERIFY2(fixture().log().count("request 1") >= 2, fixture().log());
}

void tst_ConfigurationKeys::limits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("core_bytes") << QByteArray("core_bytes: 0") << u"Max core file size"_s << u"0"_s;
    QTest::newRow("open_files") << QByteArray("open_files: 333") << u"Max open files"_s << u"333"_s;
    if (!isInstrumented) {
        QTest::newRow("memory_mb") << QByteArray("memory_mb: 4096") << u"Max address space"_s
                                   << QString::number(4096LL * 1024 * 1024);
    }
}

void tst_ConfigurationKeys::limits()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QVERIFY(start("limits:\n  " + text + '\n'));
    QCOMPARE(limitOf(fixture().daemonPid(), name), value);
}

void tst_ConfigurationKeys::commands()
{
    QVERIFY(start("commands:\n"
                  "  shout:\n"
                  "    description: makes letters large\n"
                  "    program: tr\n"
                  "    arguments: [a-z, A-Z]\n"
                  "  secret:\n"
                  "    program: 'true'\n"
                  "    hidden: true\n"));
    const Outcome outcome = fixture().run(words({"run", "shout"}), "hello");
    QVERIFY2(outcome.output == "HELLO" && outcome.code == 0, describe(outcome));
    const Outcome list = fixture().run(words({"commands"}));
    QVERIFY2(list.output.contains("makes letters large"), describe(list));
    QVERIFY2(!list.output.contains("secret"), describe(list));
    QCOMPARE(fixture().run(words({"run", "secret"})).code, 0);
    const Outcome all = fixture().run(words({"commands", "--all"}));
    QVERIFY2(all.output.contains("secret"), describe(all));
}

void tst_ConfigurationKeys::layers()
{
    // Option over environment over file.
    write("performance:\n  grace_ms: 111\n  shutdown_timeout_ms: 112\ndaemon:\n  idle_exit_ms: 113\n");
    ClientProcess print(DaemonFixture::daemonProgram(),
                        words({"--config", file(), "--grace-ms", "311", "--print-config"}));
    print.setVariable(u"DAEMON_RPC_PERFORMANCE_GRACE_MS"_s, u"211"_s);
    print.setVariable(u"DAEMON_RPC_PERFORMANCE_SHUTDOWN_TIMEOUT_MS"_s, u"212"_s);
    const Outcome outcome = DaemonFixture::runToEnd(print);
    QVERIFY2(outcome.code == 0, describe(outcome));
    for (const QString &pattern : {u"grace_ms: 311 +# option --grace-ms"_s,
                                   u"shutdown_timeout_ms: 212 +# environment DAEMON_RPC_PERFORMANCE"_s,
                                   u"idle_exit_ms: 113 +# .*daemon.yaml:5"_s, u"count: 4 +# default"_s}) {
        QVERIFY2(QRegularExpression(pattern).match(QString::fromUtf8(outcome.output)).hasMatch(),
                 describe(outcome) + qPrintable(pattern));
    }
}

void tst_ConfigurationKeys::wrongConfigurationIsTold()
{
    write("performance:\n  grace: 5\n");
    const Outcome outcome = fixture().run(words({"--config", file(), "run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("daemon.yaml:2:3"), describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("grace_ms"), describe(outcome));
    QVERIFY(fixture().daemons().isEmpty());
}

void tst_ConfigurationKeys::clientGivesItsConfiguration()
{
    write("commands:\n  hi:\n    program: echo\n    arguments: [hi]\n");
    const Outcome outcome = fixture().run(words({"--config", file(), "run", "hi", "there"}));
    QVERIFY2(outcome.output == "hi there\n", describe(outcome));
}

void tst_ConfigurationKeys::reload()
{
    QVERIFY(start("commands:\n  say:\n    program: echo\n    arguments: [one]\n"));
    QCOMPARE(fixture().run(words({"run", "say"})).output, QByteArray("one\n"));
    write("performance:\n  request_timeout_ms: 300\n"
          "commands:\n  say:\n    program: echo\n    arguments: [two]\n");
    const Outcome outcome = fixture().run(words({"reload"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("performance.request_timeout_ms"), describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("commands.say"), describe(outcome));
    QCOMPARE(fixture().run(words({"run", "say"})).output, QByteArray("two\n"));
    QVERIFY(fixture().run(words({"run", "sleep", "100"})).elapsedMs < 20000);
    const Outcome again = fixture().run(words({"reload"}));
    QVERIFY2(again.errorOutput.contains("nothing has changed"), describe(again));
}

void tst_ConfigurationKeys::reloadEndsWhatWasSetMeanwhile()
{
    QVERIFY(start(""));
    const Outcome set = fixture().run(words({"logs", "--set-level", "debug", "--category", "server"}));
    QVERIFY2(set.output.contains("server: debug"), describe(set));
    QCOMPARE(fixture().run(words({"reload"})).code, 0);
    const Outcome other = fixture().run(words({"logs", "--set-level", "error", "--category", "client"}));
    QVERIFY2(other.output.contains("client: error") && !other.output.contains("debug"), describe(other));
}

void tst_ConfigurationKeys::reloadBySignal()
{
    ClientProcess *const daemon = start("");
    QVERIFY(daemon);
    QCOMPARE(fixture().run(words({"run", "say"})).code, 127);
    write("commands:\n  say:\n    program: echo\n    arguments: [two]\n");
    daemon->sendSignal(SIGHUP);
    QTRY_COMPARE(fixture().run(words({"run", "say"})).output, QByteArray("two\n"));
    QVERIFY(!daemon->hasEnded());
}

void tst_ConfigurationKeys::reloadOfWhatNeedsARestart()
{
    QVERIFY(start("workers:\n  count: 1\n"));
    write("workers:\n  count: 2\n");
    const Outcome outcome = fixture().run(words({"reload", "--json"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    const QJsonObject report = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(report.value(u"after_restart").toArray(), QJsonArray{u"workers.count"_s});
    QCOMPARE(report.value(u"applied").toArray(), QJsonArray());
    // It stays due, until it is taken back.
    QVERIFY(fixture().run(words({"reload", "--json"})).output.contains("workers.count"));
    write("workers:\n  count: 1\n");
    QVERIFY(!fixture().run(words({"reload", "--json"})).output.contains("workers.count"));
}

void tst_ConfigurationKeys::reloadKeepsTheOldOne_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("complaint");
    QTest::newRow("unknown key") << QByteArray("comands: {}\n") << QByteArray("daemon.yaml:1:1");
    QTest::newRow("out of range") << QByteArray("workers:\n  count: 0\n") << QByteArray("daemon.yaml:2:10");
    QTest::newRow("no YAML") << QByteArray("a: [1, 2\n") << QByteArray("daemon.yaml:");
    QTest::newRow("binary") << QByteArray("\0\1\2\377", 4) << QByteArray("daemon.yaml:1:1");
    QTest::newRow("duplicate") << QByteArray("health: {}\nhealth: {}\n") << QByteArray("daemon.yaml:2:1");
    QTest::newRow("alias bomb") << QByteArray("a: &a [x, x]\nb: &b [*a, *a]\n")
                                << QByteArray("daemon.yaml:1:");
    QTest::newRow("deep") << QByteArray(100000, '[') << QByteArray("daemon.yaml:1:");
    QTest::newRow("huge") << QByteArray(3000000, '#') << QByteArray("daemon.yaml");
}

void tst_ConfigurationKeys::reloadKeepsTheOldOne()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, complaint);
    ClientProcess *const daemon = start("commands:\n  say:\n    program: echo\n    arguments: [old]\n");
    QVERIFY(daemon);
    write(text);
    const Outcome outcome = fixture().run(words({"reload"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains(complaint), describe(outcome));
    QCOMPARE(fixture().run(words({"run", "say"})).output, QByteArray("old\n"));
    // The same reason is in the log.
    QVERIFY2(fixture().log().contains(complaint), fixture().log());
    QVERIFY(!daemon->hasEnded());
}

void tst_ConfigurationKeys::printsWhatIsInForce()
{
    write("performance:\n  grace_ms: 123\ncommands:\n  say:\n    program: echo\n");
    ClientProcess print(DaemonFixture::daemonProgram(), words({"--config", file(), "--print-config"}));
    const Outcome printed = DaemonFixture::runToEnd(print);
    QVERIFY2(printed.code == 0, describe(printed));
    // What is printed is a configuration, and means the same.
    write(printed.output);
    ClientProcess check(DaemonFixture::daemonProgram(), words({"--check-config", file()}));
    const Outcome checked = DaemonFixture::runToEnd(check);
    QVERIFY2(checked.code == 0, describe(checked));
    ClientProcess again(DaemonFixture::daemonProgram(), words({"--config", file(), "--print-config"}));
    const Outcome printedAgain = DaemonFixture::runToEnd(again);
    const auto withoutOrigins = [](const QByteArray &text) {
        QString values = QString::fromUtf8(text);
        return values.remove(QRegularExpression(u" *# .*"_s)).trimmed();
    };
    QCOMPARE(withoutOrigins(printedAgain.output), withoutOrigins(printed.output));
}

QTEST_GUILESS_MAIN(tst_ConfigurationKeys)
#include "tst_configurationkeys.moc"
