// What a daemon logs, what becomes of it when the disk is in the way, and what "daemon-rpc logs" shows.
#include "rawsocket.h"
#include "systemtest.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Logging : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestHasItsLine();
    void nothingForgesALine();
    void largeArgumentsAreCut();
    void hostilePeersDoNotFillTheLog();
    void filters();
    void lastLines();
    void followsAcrossRotation();
    void strayOutputFollowsRotation();
    void removedDirectoryCostsLinesOnly();
    void levelsAtRunTime();
    void withoutADaemon();
    void wrongOptions_data();
    void wrongOptions();

private:
    [[nodiscard]] ClientProcess *start() const
    {
        return fixture().startDaemon({}, QStringLiteral(LOGGING_DAEMON));
    }

    [[nodiscard]] QByteArray logs(const QStringList &options = {}) const
    {
        return fixture().run(words({"logs"}) + options).output;
    }

    /// Lines of the log that mention @p text.
    [[nodiscard]] static QByteArrayList linesWith(const QByteArray &log, const QByteArray &text)
    {
        QByteArrayList found;
        for (const QByteArray &line : log.split('\n')) {
            if (line.contains(text))
                found.append(line);
        }
        return found;
    }
};

void tst_Logging::everyRequestHasItsLine()
{
    QVERIFY(start());
    QCOMPARE(fixture().run(words({"run", "echo", "secret"})).code, 0);
    QCOMPARE(fixture().run(words({"run", "exec", "sh", "-c", "exit 3"})).code, 3);
    QVERIFY(fixture().run(words({"run", "nonsense"})).code != 0);
    const QByteArray log = logs();
    static const QRegularExpression echo(
        uR"(^\S+Z info daemonrpc\.request \d+ \d+ \[request 1\] \[peer uid %1 pid \d+\]: )"
        uR"("echo" ended with exit code 0 after \d+ ms, 7 bytes of output$)"_s.arg(::geteuid()),
        QRegularExpression::MultilineOption);
    QVERIFY2(echo.match(QString::fromUtf8(log)).hasMatch(), log);
    QCOMPARE(linesWith(log, "[request 1]").size(), 1);
    QVERIFY2(log.contains("\"exec\" ended with exit code 3 after "), log);
    QVERIFY2(log.contains("\"nonsense\" failed (unknown_command: "), log);
    QVERIFY(!log.contains("secret"));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(fixture().file(u"log"_s)).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0600);
}

void tst_Logging::nothingForgesALine()
{
    QVERIFY(start());
    const QString forged =
        u"x\n2026-01-31T08:00:00.123Z error daemonrpc.daemon 1 1: all is lost\r\x1b[2K\u202e"_s;
    QVERIFY(fixture().run({u"run"_s, forged}).code != 0);
    const QByteArray log = logs();
    QVERIFY2(!log.contains('\r') && !log.contains('\x1b') && !log.contains("\u202e"), log);
    QCOMPARE(linesWith(log, "all is lost").size(), 1);
    QVERIFY2(linesWith(log, "all is lost")[0].contains("unknown_command"), log);
    QCOMPARE(logs(words({"--level", "error"})), QByteArray());
}

void tst_Logging::largeArgumentsAreCut()
{
    QVERIFY(start());
    const Outcome outcome = fixture().run({u"run"_s, QString(100000, u'x')});
    QVERIFY(outcome.code != 0);
    for (const QByteArray &line : logs().split('\n'))
        QVERIFY(line.size() < 1000);
}

void tst_Logging::hostilePeersDoNotFillTheLog()
{
    QVERIFY(start());
    constexpr int attempts = 200;
    for (int i = 0; i < attempts; ++i) {
        RawSocket peer = RawSocket::connectTo(fixture().file(u"sock"_s));
        QVERIFY(peer.isValid());
        QVERIFY(peer.send(QByteArray(64, '\xff')));
        QVERIFY(peer.readToEnd().isClosed);
    }
    const QByteArrayList lines = linesWith(logs(), "its peer broke the protocol");
    QVERIFY2(!lines.isEmpty() && lines.size() <= 40, QByteArray::number(lines.size())); // ten in ten seconds
    QVERIFY2(lines[0].contains(" warning daemonrpc.server ") && lines[0].contains(" [peer uid "), lines[0]);
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
}

void tst_Logging::filters()
{
    QVERIFY(start());
    for (const QString &text : {u"one"_s, u"two"_s})
        QCOMPARE(fixture().run({u"run"_s, u"stray"_s, text}).code, 0);
    QCOMPARE(fixture().run(words({"run", "chatter", "2"})).code, 0);
    const QByteArray third = logs(words({"--request", "3"}));
    QCOMPARE(linesWith(third, "[request 3]").size(), 3);
    QCOMPARE(third.count('\n'), 3);
    QVERIFY(linesWith(logs(words({"--level", "warning"})), " info ").isEmpty());
    QVERIFY(logs(words({"--since", "1h"})).contains("chatter 2 of 2"));
    QCOMPARE(logs(words({"--since", "2199-01-01"})), QByteArray());
}

void tst_Logging::lastLines()
{
    QVERIFY(start());
    // More than two files of a mebibyte.
    QCOMPARE(fixture().run(words({"run", "chatter", "20000"})).code, 0);
    QVERIFY(QFile::exists(fixture().file(u"log.1"_s)));
    const QByteArray two = logs(words({"-n", "2"}));
    QCOMPARE(two.count('\n'), 2);
    QVERIFY2(two.contains("chatter 20000 of 20000") && two.contains("\"chatter\" ended"), two);
    // Over the border of two files, with a filter and without, the same lines.
    const QByteArray many = logs(words({"-n", "15000"}));
    QCOMPARE(many.count('\n'), 15000);
    QCOMPARE(logs(words({"-n", "15000", "--level", "info"})), many);
    QByteArrayList numbers;
    for (const QByteArray &line : linesWith(many, "chatter "))
        if (line.contains(" of "))
            numbers.append(line.mid(line.indexOf("chatter ") + 8).split(' ').constFirst());
    for (qsizetype i = 1; i < numbers.size() - 1; ++i)
        QCOMPARE(numbers[i].toInt(), numbers[i - 1].toInt() + 1);
}

void tst_Logging::followsAcrossRotation()
{
    QVERIFY(start());
    const std::unique_ptr<ClientProcess> follower = fixture().client(words({"logs", "-f", "-n", "0"}));
    QVERIFY(follower->begin());
    // Once it shows something it follows.
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture().run(words({"run", "echo", "x"})).code == 0 && !follower->output().isEmpty(), 10000);
    QCOMPARE(fixture().run(words({"run", "chatter", "15000"})).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(follower->output().contains("\"chatter\" ended"), 10000);
    const QByteArray shown = follower->output();
    QVERIFY(QFile::exists(fixture().file(u"log.1"_s)));
    int next = 1;
    for (const QByteArray &line : linesWith(shown, " of 15000")) {
        const int number = line.mid(line.indexOf("chatter ") + 8).split(' ').constFirst().toInt();
        QCOMPARE(number, next++);
    }
    QCOMPARE(next, 15001);
    follower->sendSignal(SIGINT);
    QVERIFY(follower->waitForEnd());
}

void tst_Logging::strayOutputFollowsRotation()
{
    // Started by a client: its standard error is the log.
    const QStringList daemon = words({"--daemon", LOGGING_DAEMON, "run"});
    QCOMPARE(fixture().run(daemon + words({"stray", "early bird"})).code, 0);
    QCOMPARE(fixture().run(daemon + words({"chatter", "12000"})).code, 0);
    QVERIFY(QFile::exists(fixture().file(u"log.1"_s)));
    QCOMPARE(fixture().run(daemon + words({"stray", "late bird"})).code, 0);
    QVERIFY(fixture().log().contains("\nlate bird\n"));
    const QByteArray all = logs();
    QCOMPARE(linesWith(all, "early bird").size(), 1);
    QCOMPARE(linesWith(all, "late bird").size(), 1);
    QVERIFY(all.indexOf("early bird") < all.indexOf("late bird"));
}

void tst_Logging::removedDirectoryCostsLinesOnly()
{
    QVERIFY(start());
    // The path of the log is in the way of itself.
    QVERIFY(QFile::remove(fixture().file(u"log"_s)));
    QVERIFY(QDir().mkdir(fixture().file(u"log"_s)));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(fixture().run(words({"run", "echo", "x"})).output, QByteArray("x\n"));
    QVERIFY(QDir().rmdir(fixture().file(u"log"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture().run(words({"run", "echo", "x"})).code == 0 && logs().contains("\"echo\" ended"), 10000);
    static const QRegularExpression lost(
        u"^\\S+ warning daemonrpc\\.service .*: \\d+ lines of the log were lost here$"_s,
        QRegularExpression::MultilineOption);
    QVERIFY2(lost.match(QString::fromUtf8(logs())).hasMatch(), logs());
}

void tst_Logging::levelsAtRunTime()
{
    QVERIFY(start());
    QVERIFY(!logs().contains(" debug "));
    const Outcome debug = fixture().run(words({"logs", "--set-level", "debug", "--category", "request"}));
    QVERIFY2(debug.code == 0, describe(debug));
    QCOMPARE(debug.output, QByteArray("all: info\nrequest: debug\n"));
    QCOMPARE(fixture().run(words({"run", "exec", "true"})).code, 0);
    const QByteArray log = logs();
    QVERIFY2(log.contains(" debug daemonrpc.request "), log);
    QVERIFY2(log.contains("runs as process"), log);
    QVERIFY2(!log.contains(" debug daemonrpc.server "), log);
    const Outcome quiet = fixture().run(words({"logs", "--set-level", "error"}));
    QCOMPARE(quiet.output, QByteArray("all: error\n"));
    const QByteArray before = logs();
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    QCOMPARE(logs(), before);
    // The same over Rpc, and what the daemon remembers itself.
    const Outcome tail = fixture().run(words({"rpc", "log.tail", "{\"lines\":1}"}));
    QVERIFY2(tail.output.contains("\"level\": \"info\"") || tail.output.contains("\"level\":\"info\""),
             describe(tail));
    const Outcome wrong = fixture().run(words({"logs", "--set-level", "loud"}));
    QVERIFY2(wrong.code != 0 && wrong.errorOutput.contains("debug, info, warning and error"),
             describe(wrong));
}

void tst_Logging::withoutADaemon()
{
    const Outcome never = fixture().run(words({"logs"}));
    QVERIFY2(never.code == 125 && never.errorOutput.contains("has no log"), describe(never));
    ClientProcess *const daemon = start();
    QVERIFY(daemon);
    daemon->sendSignal(SIGTERM);
    QVERIFY(daemon->waitForEnd());
    QVERIFY(logs().contains("drained, exiting"));
    // One that does not answer does not keep its log from us.
    ClientProcess *const stopped = start();
    QVERIFY(stopped);
    stopped->sendSignal(SIGSTOP);
    const Outcome outcome = fixture().run(words({"logs"}));
    stopped->sendSignal(SIGCONT);
    QVERIFY2(outcome.code == 0 && outcome.output.contains("drained, exiting"), describe(outcome));
}

void tst_Logging::wrongOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("lines") << words({"-n", "x"});
    QTest::newRow("since") << words({"--since", "yesterday"});
    QTest::newRow("level") << words({"--level", "loud"});
    QTest::newRow("request") << words({"--request", "x"});
    QTest::newRow("category alone") << words({"--category", "server"});
}

void tst_Logging::wrongOptions()
{
    QFETCH(const QStringList, options);
    const Outcome outcome = fixture().run(words({"logs"}) + options);
    QVERIFY2(outcome.code != 0 && !outcome.errorOutput.isEmpty() && outcome.output.isEmpty(),
             describe(outcome));
}

QTEST_GUILESS_MAIN(tst_Logging)

#include "tst_logging.moc"
