// "Configuration": what is written holds, wherever the daemon is started from.
#include "systemtest.h"

#include <QDir>
#include <QFile>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Configuration : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void printsEffectiveValues();
    void checksFiles_data();
    void checksFiles();
    void printedDefaultFileIsValid();
    void clientPassesTheFile();
    void handStartedDaemonReadsTheFile();
    void usersFileAndEnvironment();
    void problemReachesTheCaller();

private:
    QString write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] static Outcome runDaemon(const QStringList &arguments);
};

QString tst_Configuration::write(const QString &name, const QByteArray &text) const
{
    QFile file(fixture().scratch(name));
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(text) != text.size())
        qFatal("cannot write the configuration");
    return file.fileName();
}

Outcome tst_Configuration::runDaemon(const QStringList &arguments)
{
    ClientProcess daemon(DaemonFixture::daemonProgram(), arguments);
    return DaemonFixture::runToEnd(daemon);
}

void tst_Configuration::printsEffectiveValues()
{
    const QString file = write(u"c.yaml"_s, "workers:\n  count: 7\n");
    const Outcome outcome = runDaemon(words({"--config", file, "--print-config", "--grace-ms", "3"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.errorOutput, QByteArray());
    for (const QByteArray &line :
         {"\n  count: 7  # " + file.toUtf8() + ":2\n", QByteArray("\n  grace_ms: 3  # option --grace-ms\n")})
        QVERIFY2(outcome.output.contains(line), describe(outcome));
}

void tst_Configuration::checksFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("errorOutput");
    QTest::newRow("good") << QByteArray("workers: {count: 7}\n") << 0 << QByteArray("FILE: ok\n")
                          << QByteArray();
    QTest::newRow("bad")
        << QByteArray("workers:\n  cuont: 7\ncommands: {echo: {program: x}}\n") << 1 << QByteArray()
        << QByteArray("FILE:2:3: unknown key \"cuont\" in section workers; did you mean \"count\"?\n"
                      "FILE:3:12: \"echo\" is a command of the daemon itself and cannot be defined; "
                      "choose another name\n");
}

void tst_Configuration::checksFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, errorOutput);
    const QString file = write(u"c.yaml"_s, text);
    const Outcome outcome = runDaemon(words({"--check-config", file}));
    QTEST(outcome.code, "code");
    QCOMPARE(outcome.output, output.replace("FILE", file.toUtf8()));
    QCOMPARE(outcome.errorOutput, errorOutput.replace("FILE", file.toUtf8()));
}

void tst_Configuration::printedDefaultFileIsValid()
{
    const Outcome printed = runDaemon(words({"--print-default-config"}));
    QVERIFY2(printed.code == 0, describe(printed));
    const Outcome checked = runDaemon(words({"--check-config", write(u"c.yaml"_s, printed.output)}));
    QVERIFY2(checked.code == 0, describe(checked));
}

// The daemon works in "/"; a relative name is the caller's.
void tst_Configuration::clientPassesTheFile()
{
    const QString file = write(u"c.yaml"_s, "daemon: {idle_exit_ms: 300}\n");
    const Outcome outcome = fixture().runShell(
        u"cd '%1' && exec \"$@\" --config c.yaml run echo x"_s.arg(QFileInfo(file).path()));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QTRY_VERIFY(!fixture().isServed()); // it was idle; the default is three hours
    QTRY_VERIFY(fixture().daemons().isEmpty());
}

void tst_Configuration::handStartedDaemonReadsTheFile()
{
    const QString file = write(u"c.yaml"_s, "daemon: {idle_exit_ms: 300}\n");
    const Outcome outcome =
        fixture().runShell(u"cd '%1' && exec '%2' --runtime-dir '%3' --config c.yaml"_s.arg(
            QFileInfo(file).path(), DaemonFixture::daemonProgram(), fixture().directory()));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QTRY_VERIFY(fixture().daemons().isEmpty());
    QVERIFY(!fixture().isServed());
}

void tst_Configuration::usersFileAndEnvironment()
{
    const QString file =
        write(u"config/daemon-rpc/daemon.yaml"_s, "daemon:\n  idle_exit_ms: 300\nworkers:\n  count: 7\n");
    const QString directory = QFileInfo(QFileInfo(file).path()).path();
    const Outcome printed =
        fixture().runShell(u"XDG_CONFIG_HOME='%1' DAEMON_RPC_WORKERS_COUNT=9 exec '%2' --print-config"_s.arg(
            directory, DaemonFixture::daemonProgram()));
    QVERIFY2(printed.code == 0, describe(printed));
    for (const QByteArray &line : {"\n  idle_exit_ms: 300  # " + file.toUtf8() + ":2\n",
                                   QByteArray("\n  count: 9  # environment DAEMON_RPC_WORKERS_COUNT\n")})
        QVERIFY2(printed.output.contains(line), describe(printed));
    // The same for a daemon that a client starts.
    const Outcome outcome =
        fixture().runShell(u"XDG_CONFIG_HOME='%1' exec \"$@\" run echo x"_s.arg(directory));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QTRY_VERIFY(fixture().daemons().isEmpty());
}

void tst_Configuration::problemReachesTheCaller()
{
    const QString file = write(u"c.yaml"_s, "performance:\n  grce_ms: 5\n");
    const Outcome outcome = fixture().run(words({"--config", file, "run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains(file.toUtf8() +
                                          ":2:3: unknown key \"grce_ms\" in section performance; "
                                          "did you mean \"grace_ms\"?"),
             describe(outcome));
    QVERIFY(fixture().daemons().isEmpty());
}

QTEST_GUILESS_MAIN(tst_Configuration)
#include "tst_configuration.moc"
