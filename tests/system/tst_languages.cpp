// People are spoken to in their language; what programs read is the same in every language.
#include "systemtest.h"

#include <QDir>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Languages : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void help_data();
    void help();
    void environment_data();
    void environment();
    void tablesAndSentences();
    void jsonIsTheSame_data();
    void jsonIsTheSame();
    void errorsOfTheLibrary_data();
    void errorsOfTheLibrary();
    void errorsOfTheDaemon();
    void theLogIsEnglish();

private:
    [[nodiscard]] static Outcome run(ClientProcess &process, const QString &locale)
    {
        process.setVariable(u"LC_ALL"_s, locale);
        return DaemonFixture::runToEnd(process);
    }

    [[nodiscard]] Outcome runClient(const QStringList &arguments, const QString &locale) const
    {
        return run(*fixture().client(arguments), locale);
    }
};

void tst_Languages::help_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("daemon");
    const auto row = [](const char *locale, const char *client, const char *daemon) {
        QTest::newRow(locale) << QByteArray(client) << QByteArray(daemon);
    };
    row("C", "\nSubcommands:\n", "Show this help.");
    row("C.UTF-8", "\nSubcommands:\n", "Show this help.");
    row("en_GB.UTF-8", "\nSubcommands:\n", "Show this help.");
    row("de_DE.UTF-8", "\nUnterbefehle:\n", "Diese Hilfe zeigen.");
    row("fr_FR.UTF-8", "\nSous-commandes\u00a0:\n", "Afficher cette aide.");
    row("zh_CN.UTF-8", "\n子命令：\n", "显示此帮助。");
    row("nl_NL.UTF-8", "\nSubcommands:\n", "Show this help.");
}

void tst_Languages::help()
{
    QFETCH(const QByteArray, client);
    QFETCH(const QByteArray, daemon);
    const QString locale = QString::fromLatin1(QTest::currentDataTag());
    const Outcome ofClient = runClient(words({"--help"}), locale);
    QVERIFY2(ofClient.code == 0 && ofClient.output.contains(client), describe(ofClient));
    ClientProcess process(DaemonFixture::daemonProgram(), words({"--help"}));
    const Outcome ofDaemon = run(process, locale);
    QVERIFY2(ofDaemon.code == 0 && ofDaemon.output.contains(daemon), describe(ofDaemon));
}

void tst_Languages::environment_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray german = "daemon-rpc: Es läuft kein Daemon „default“\n";
    const QByteArray english = "daemon-rpc: no daemon \"default\" is running\n";
    // LC_ALL is fr_FR.UTF-8 besides.
    QTest::newRow("LANGUAGE counts") << u"LANGUAGE"_s << u"de"_s << german;
    QTest::newRow("the first known one of LANGUAGE") << u"LANGUAGE"_s << u"nl:de_AT:en"_s << german;
    QTest::newRow("English by LANGUAGE") << u"LANGUAGE"_s << u"en"_s << english;
    QTest::newRow("LANG does not count") << u"LANG"_s << u"de_DE.UTF-8"_s
                                         << QByteArray("daemon-rpc: aucun démon «\u00a0default\u00a0» ne "
                                                       "fonctionne\n");
}

void tst_Languages::environment()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, answer);
    const std::unique_ptr<ClientProcess> status = fixture().client(words({"status"}));
    status->setVariable(variable, value);
    const Outcome outcome = run(*status, u"fr_FR.UTF-8"_s);
    QCOMPARE(outcome.code, 125);
    QCOMPARE(outcome.errorOutput, answer);
}

void tst_Languages::tablesAndSentences()
{
    QVERIFY(fixture().startDaemon());
    const Outcome list = runClient(words({"list"}), u"de_DE.UTF-8"_s);
    QVERIFY2(list.output.startsWith("ID ") && list.output.contains(" ZUSTAND "), describe(list));
    QVERIFY2(list.output.contains(" bereit "), describe(list));
    const Outcome status = runClient(words({"status"}), u"zh_CN.UTF-8"_s);
    QVERIFY2(status.output.contains("\n状态：      就绪\n"), describe(status));
    const Outcome stopped = runClient(words({"stop"}), u"fr_FR.UTF-8"_s);
    QVERIFY2(stopped.errorOutput.startsWith("daemon-rpc: démon «\u00a0default\u00a0» arrêté (PID "),
             describe(stopped));
}

void tst_Languages::jsonIsTheSame_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("doctor") << words({"doctor", "--json"});
    QTest::newRow("commands") << words({"commands", "--all", "--json"});
    QTest::newRow("requests") << words({"requests", "--all", "--json"});
    QTest::newRow("reload") << words({"reload", "--json"});
    QTest::newRow("methods") << words({"rpc", "list_methods"});
}

void tst_Languages::jsonIsTheSame()
{
    QFETCH(const QStringList, arguments);
    QVERIFY(fixture().startDaemon());
    const Outcome english = runClient(arguments, u"C"_s);
    QCOMPARE(english.code, 0);
    QVERIFY2(english.output.size() > 2, describe(english));
    for (const QString &locale : {u"de_DE.UTF-8"_s, u"fr_FR.UTF-8"_s, u"zh_CN.UTF-8"_s}) {
        const Outcome other = runClient(arguments, locale);
        QCOMPARE(other.code, 0);
        QCOMPARE(other.output, english.output);
    }
}

void tst_Languages::errorsOfTheLibrary_data()
{
    QTest::addColumn<QByteArray>("absent");
    QTest::addColumn<QByteArray>("failed");
    QTest::newRow("en_US.UTF-8") << QByteArray("start one with \"daemon-rpc start\" or leave out --no-spawn")
                                 << QByteArray("the daemon could not start: it gave no reason (exit code 1)");
    QTest::newRow("de_DE.UTF-8")
        << QByteArray("mit „daemon-rpc start“ einen starten oder --no-spawn weglassen")
        << QByteArray("der Daemon konnte nicht starten: er hat keinen Grund genannt (Exit-Code 1)");
    QTest::newRow("zh_CN.UTF-8") << QByteArray("请用“daemon-rpc start”启动，或去掉 --no-spawn")
                                 << QByteArray("守护进程无法启动：它没有给出原因（退出码 1）");
}

void tst_Languages::errorsOfTheLibrary()
{
    QFETCH(const QByteArray, absent);
    QFETCH(const QByteArray, failed);
    const QString locale = QString::fromLatin1(QTest::currentDataTag());
    const Outcome without = runClient(words({"--no-spawn", "run", "echo"}), locale);
    QCOMPARE(without.code, 125);
    QVERIFY2(without.errorOutput.contains(absent), describe(without));
    const Outcome broken = runClient(words({"--daemon", "/bin/false", "run", "echo"}), locale);
    QCOMPARE(broken.code, 125);
    QVERIFY2(broken.errorOutput.contains(failed), describe(broken));
}

void tst_Languages::errorsOfTheDaemon()
{
    ClientProcess wrong(DaemonFixture::daemonProgram(), words({"--no-such-option"}));
    const Outcome outcome = run(wrong, u"de_DE.UTF-8"_s);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.errorOutput,
             "daemon-rpcd: Unbekannte Option „no-such-option“. Siehe daemon-rpcd --help.\n");
}

void tst_Languages::theLogIsEnglish()
{
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "echo", "hello"}));
    const Outcome outcome = run(*client, u"de_DE.UTF-8"_s);
    QVERIFY2(outcome.code == 0 && outcome.output == "hello\n", describe(outcome));
    QTRY_VERIFY(fixture().log().contains("ended with exit code 0"));
    QVERIFY2(!fixture().log().contains("Anfrage"), fixture().log());
}

QTEST_GUILESS_MAIN(tst_Languages)
#include "tst_languages.moc"
