// "Process fidelity": what a command reads, writes and returns is what it would be without a daemon.
#include "systemtest.h"

#include <QDir>
#include <QFile>

#include <signal.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

/// Every byte that an argument or a variable may hold, in order.
static QByteArray everyByteButNul()
{
    QByteArray bytes;
    for (int byte = 1; byte < 256; ++byte)
        bytes.append(static_cast<char>(byte));
    return bytes;
}

/// For printf(1): the only way to such bytes, since a QString cannot hold them.
static QString octal(const QByteArray &bytes)
{
    QString text;
    for (const char byte : bytes)
        text += u"\\%1"_s.arg(static_cast<uchar>(byte), 3, 8, QLatin1Char('0'));
    return text;
}

/// "0\n1\n2\n…"
static QByteArray numbers(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i) + '\n';
    return text;
}

class tst_Fidelity : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void exitCode_data();
    void exitCode();
    void unknownCommandNamesThoseThatExist();
    void standardInput_data();
    void standardInput();
    void closedInput_data();
    void closedInput();
    void commandTextOnInput_data();
    void commandTextOnInput();
    void argumentsHoldEveryByte();
    void environmentHoldsEveryByte();
    void environmentIsTheCallersAlone();
    void workingDirectory();
    void vanishedWorkingDirectory();
    void umask();
    void tinyChunksKeepTheirOrder();
    void outputsStayApart();
    void largeData();
    void daemonKilledMidStream();
};

void tst_Fidelity::exitCode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("expected");

    const auto script = [](const char *text) { return words({"run", "exec", "sh", "-c", text}); };
    QTest::newRow("0") << script("exit 0") << 0;
    QTest::newRow("1") << script("exit 1") << 1;
    QTest::newRow("42") << script("exit 42") << 42;
    QTest::newRow("255") << script("exit 255") << 255;
    QTest::newRow("died of SIGKILL") << script("kill -KILL $$") << 128 + SIGKILL;
    QTest::newRow("died of SIGTERM") << script("kill -TERM $$") << 128 + SIGTERM;
    QTest::newRow("died of SIGSEGV") << script("kill -SEGV $$") << 128 + SIGSEGV;
    QTest::newRow("not executable: 126") << words({"run", "exec", "/etc/passwd"}) << 126;
    QTest::newRow("a directory: 126") << words({"run", "exec", "/etc"}) << 126;
    QTest::newRow("no such path: 127") << words({"run", "exec", "/nonexistent/program"}) << 127;
    QTest::newRow("no such name in PATH: 127") << words({"run", "exec", "no-such-program-at-all"}) << 127;
    QTest::newRow("no daemon and --no-spawn: 125") << words({"--no-spawn", "run", "echo"}) << 125;
    QTest::newRow("wrong usage: 125") << words({"--no-such-option", "run", "echo"}) << 125;
}

void tst_Fidelity::exitCode()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, expected);
    const Outcome outcome = fixture().run(arguments);
    QVERIFY2(outcome.code == expected, describe(outcome));
    // Whoever fails says why, in the framework's own name; a command speaks for itself.
    const bool isOurFailure = expected >= 125 && expected <= 127;
    QVERIFY2(outcome.errorOutput.startsWith("daemon-rpc: ") == isOurFailure, describe(outcome));
    QVERIFY2(outcome.errorOutput.count('\n') == (isOurFailure ? 1 : 0), describe(outcome));
}

void tst_Fidelity::unknownCommandNamesThoseThatExist()
{
    const Outcome outcome = fixture().run(words({"run", "eco", "x"}));
    QCOMPARE(outcome.code, 127);
    QVERIFY2(outcome.errorOutput.contains("eco"), outcome.errorOutput);
    for (const char *name : {"cat", "echo", "exec", "generate", "sleep"})
        QVERIFY2(outcome.errorOutput.contains(name), outcome.errorOutput);
}

void tst_Fidelity::standardInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");

    const QByteArray bytes = '\0' + everyByteButNul();
    const std::pair<const char *, QStringList> commands[] = {
        {"cat", words({"run", "cat"})},
        {"exec cat", words({"run", "exec", "cat"})},
    };
    for (const auto &[name, arguments] : commands) {
        QTest::addRow("%s: NUL and bytes that are no UTF-8", name) << arguments << bytes;
        QTest::addRow("%s: the same, beyond every window", name) << arguments << bytes.repeated(20000);
        QTest::addRow("%s: one byte", name) << arguments << QByteArray("x");
        QTest::addRow("%s: no newline at the end", name) << arguments << QByteArray("a\nb");
    }
}

void tst_Fidelity::standardInput()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, input);
    const Outcome outcome = fixture().run(arguments, input);
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.output == input);
    QCOMPARE(outcome.errorOutput, QByteArray());
}

void tst_Fidelity::closedInput_data()
{
    QTest::addColumn<QString>("script");
    for (const char *command : {"cat", "exec cat"}) {
        QTest::addRow("%s: closed", command) << u"exec \"$@\" run %1 <&-"_s.arg(QLatin1String(command));
        QTest::addRow("%s: empty", command) << u"exec \"$@\" run %1 </dev/null"_s.arg(QLatin1String(command));
        QTest::addRow("%s: an empty pipe", command) << u": | \"$@\" run %1"_s.arg(QLatin1String(command));
    }
}

void tst_Fidelity::closedInput()
{
    QFETCH(const QString, script);
    const Outcome outcome = fixture().runShell(script);
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output, QByteArray());
    QCOMPARE(outcome.errorOutput, QByteArray());
}

void tst_Fidelity::commandTextOnInput_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("quotes keep blanks") << QByteArray("echo \"a  b\"") << 0 << QByteArray("a  b\n");
    QTest::newRow("a newline ends it") << QByteArray("echo a b\n") << 0 << QByteArray("a b\n");
    QTest::newRow("a process") << QByteArray("exec sh -c 'echo x; exit 7'") << 7 << QByteArray("x\n");
    QTest::newRow("nothing") << QByteArray("\n") << 125 << QByteArray();
}

void tst_Fidelity::commandTextOnInput()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, expected);
    QFETCH(const QByteArray, output);
    const Outcome outcome = fixture().run({}, text);
    QVERIFY2(outcome.code == expected, describe(outcome));
    QCOMPARE(outcome.output, output);
}

void tst_Fidelity::argumentsHoldEveryByte()
{
    const QByteArray bytes = everyByteButNul();
    const Outcome outcome = fixture().runShell(
        u"v=$(printf '%1'); exec \"$@\" run exec printf '%s|' \"$v\" '' \"a b\""_s.arg(octal(bytes)));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output, bytes + "||a b|");
}

void tst_Fidelity::environmentHoldsEveryByte()
{
    const QByteArray bytes = everyByteButNul();
    const Outcome outcome = fixture().runShell(
        u"V=$(printf '%1'); export V; exec \"$@\" run exec printenv V"_s.arg(octal(bytes)));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output, bytes + '\n');
}

void tst_Fidelity::environmentIsTheCallersAlone()
{
    // The daemon starts with the first call's environment; the second call must not see any of it.
    const std::unique_ptr<ClientProcess> first =
        fixture().client(words({"run", "exec", "printenv", "FIRST"}));
    first->setVariable(u"FIRST"_s, u"1"_s);
    QCOMPARE(DaemonFixture::runToEnd(*first).output, QByteArray("1\n"));
    const Outcome second = fixture().runShell(u"exec env -i A=1 B= \"$@\" run exec /usr/bin/env"_s);
    QVERIFY2(second.code == 0, describe(second));
    QCOMPARE(second.output, QByteArray("A=1\nB=\n"));
}

void tst_Fidelity::workingDirectory()
{
    for (const QString &name : {u"one"_s, u"two dirs"_s}) {
        QVERIFY(QDir().mkdir(fixture().scratch(name)));
        const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "exec", "pwd"}));
        client->setWorkingDirectory(fixture().scratch(name));
        const Outcome outcome = DaemonFixture::runToEnd(*client);
        QVERIFY2(outcome.code == 0, describe(outcome));
        QCOMPARE(outcome.output, fixture().scratch(name).toUtf8() + '\n');
    }
}

void tst_Fidelity::vanishedWorkingDirectory()
{
    const Outcome outcome =
        fixture().runShell(u"mkdir '%1' && cd '%1' && rmdir '%1' && exec \"$@\" run exec pwd"_s.arg(
            fixture().scratch(u"gone"_s)));
    // In no other directory instead: a relative path would mean something else there.
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("cannot enter the directory"), describe(outcome));
    QCOMPARE(outcome.output, QByteArray());
}

void tst_Fidelity::umask()
{
    for (const char *mask : {"0022", "0077", "0000"}) {
        const Outcome outcome =
            fixture().runShell(u"umask %1; exec \"$@\" run exec sh -c umask"_s.arg(QLatin1String(mask)));
        QVERIFY2(outcome.code == 0, describe(outcome));
        QCOMPARE(outcome.output.trimmed(), QByteArray(mask));
    }
}

void tst_Fidelity::tinyChunksKeepTheirOrder()
{
    const Outcome outcome = fixture().run(
        words({"run", "exec", "sh", "-c", "i=0; while [ $i -lt 100000 ]; do echo $i; i=$((i+1)); done"}));
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.output == numbers(100000));
}

void tst_Fidelity::outputsStayApart()
{
    const Outcome outcome =
        fixture().run(words({"run", "exec", "sh", "-c",
                             "i=0; while [ $i -lt 20000 ]; do echo $i; echo e$i >&2; i=$((i+1)); done"}));
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.output == numbers(20000));
    QVERIFY(QByteArray(outcome.errorOutput).replace("e", "") == numbers(20000));
}

void tst_Fidelity::largeData()
{
    // The size in MiB; tst_fidelity_1gib has 1024.
    const int size = qMax(64, qEnvironmentVariableIntValue("LARGE_DATA_MIB"));
    const Outcome outcome = fixture().runShell(
        u"f='%1'; head -c %2M /dev/urandom >\"$f\" && \"$@\" run cat <\"$f\" | cmp - \"$f\" && "
        "\"$@\" run exec cat <\"$f\" | cmp - \"$f\" && stat -c %s \"$f\""_s
            .arg(fixture().scratch(u"random"_s))
            .arg(size));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output.trimmed().toLongLong(), size * 1024LL * 1024);
    QCOMPARE(outcome.errorOutput, QByteArray());
}

void tst_Fidelity::daemonKilledMidStream()
{
    const std::unique_ptr<ClientProcess> client =
        fixture().client(words({"run", "generate", "100000000000"}));
    QVERIFY(client->begin());
    QTRY_VERIFY(!client->output().isEmpty());
    sendSignal(fixture().daemonPid(), SIGKILL);
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->code(), 125);
    QVERIFY2(client->errorOutput().startsWith("daemon-rpc: "), client->errorOutput());
    QCOMPARE(client->errorOutput().count('\n'), 1);
    // What a killed daemon leaves is cleared away by the next one.
    QCOMPARE(fixture().run(words({"run", "echo", "again"})).output, QByteArray("again\n"));
}

QTEST_GUILESS_MAIN(tst_Fidelity)

#include "tst_fidelity.moc"
