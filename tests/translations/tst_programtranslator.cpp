#include "translations/programtranslator.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace DaemonRpc;

class tst_ProgramTranslator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languages();
    void chosenLanguage_data();
    void chosenLanguage();
    void installs_data();
    void installs();
    void changes();
    void unknownLanguage();
    void leavesNothing();
    void toolkitTexts();
};

static QString translated(const char *source, int count = -1)
{
    return QCoreApplication::translate("DaemonRpc::Cli::WatchView", source, nullptr, count);
}

void tst_ProgramTranslator::languages()
{
    const QStringList languages = ProgramTranslator::languages();
    QCOMPARE(languages.constFirst(), QStringLiteral("en"));
    for (const QString &language : languages)
        QVERIFY2(QFile::exists(QStringLiteral(":/translations/daemon-rpc_%1.qm").arg(language)),
                 qPrintable(language));
}

void tst_ProgramTranslator::chosenLanguage_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("lcAll");
    QTest::addColumn<QByteArray>("lcMessages");
    QTest::addColumn<QByteArray>("lang");
    QTest::addColumn<QString>("chosen");

    const auto row = [](const char *name, const QByteArray &language, const QByteArray &lcAll,
                        const QByteArray &lcMessages, const QByteArray &lang, const char *chosen) {
        QTest::newRow(name) << language << lcAll << lcMessages << lang << QString::fromLatin1(chosen);
    };
    row("nothing set", "", "", "", "", "en");
    row("C", "", "C", "", "", "en");
    row("C.UTF-8", "", "C.UTF-8", "", "", "en");
    row("POSIX", "", "", "", "POSIX", "en");
    row("LANG", "", "", "", "de_DE.UTF-8", "de");
    row("LC_MESSAGES before LANG", "", "", "fr_FR.UTF-8", "de_DE.UTF-8", "fr");
    row("LC_ALL before LC_MESSAGES", "", "zh_CN.UTF-8", "fr_FR.UTF-8", "de_DE.UTF-8", "zh_CN");
    row("LC_ALL=C before LANG", "", "C", "", "de_DE.UTF-8", "en");
    row("LANGUAGE before LC_ALL", "fr", "de_DE.UTF-8", "", "", "fr");
    row("LANGUAGE not with C", "fr", "C.UTF-8", "", "de_DE.UTF-8", "en");
    row("LANGUAGE not with POSIX", "fr", "POSIX", "", "", "en");
    row("LANGUAGE alone", "fr", "", "", "", "en");
    row("LANGUAGE, the first that there is", "xx:nl:fr:de", "en_US.UTF-8", "", "", "fr");
    row("LANGUAGE, then the locale", "nl:pl", "de_DE.UTF-8", "", "", "de");
    row("LANGUAGE with empty parts", "::de:", "fr_FR.UTF-8", "", "", "de");
    row("English on purpose", "en:de", "de_DE.UTF-8", "", "", "en");
    row("British English", "", "", "", "en_GB.UTF-8", "en");
    row("another territory", "", "", "", "de_AT.UTF-8", "de");
    row("another territory of French", "", "", "", "fr_CA", "fr");
    row("a modifier", "", "", "", "de_DE@euro", "de");
    row("encoding and modifier", "", "", "", "de_DE.ISO-8859-15@euro", "de");
    row("no territory", "", "", "", "de", "de");
    row("Chinese", "", "", "", "zh", "zh_CN");
    row("Chinese of Singapore", "", "", "", "zh_SG.UTF-8", "zh_CN");
    row("simplified script", "", "", "", "zh_Hans", "zh_CN");
    row("traditional script of Taiwan", "", "", "", "zh_TW.UTF-8", "en");
    row("traditional script of Hong Kong", "", "", "", "zh_HK.UTF-8", "en");
    row("a language without catalogue", "", "", "", "nl_NL.UTF-8", "en");
    row("no language at all", "", "", "", "!%&/()", "en");
    row("bytes", "\xff\xfe:\xff", "\xff", "", "", "en");
    row("very long", QByteArray(100'000, ':'), QByteArray(100'000, 'd'), "", "", "en");
}

void tst_ProgramTranslator::chosenLanguage()
{
    QFETCH(const QByteArray, language);
    QFETCH(const QByteArray, lcAll);
    QFETCH(const QByteArray, lcMessages);
    QFETCH(const QByteArray, lang);
    QTEST(ProgramTranslator::chosenLanguage({language, lcAll, lcMessages, lang}), "chosen");
}

void tst_ProgramTranslator::installs_data()
{
    QTest::addColumn<QString>("quit");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::newRow("en") << QStringLiteral("quit") << QStringLiteral("1 request")
                        << QStringLiteral("2 requests");
    QTest::newRow("de") << QStringLiteral("beenden") << QStringLiteral("1 Anfrage")
                        << QStringLiteral("2 Anfragen");
    QTest::newRow("fr") << QStringLiteral("quitter") << QStringLiteral("1 requête")
                        << QStringLiteral("2 requêtes");
    QTest::newRow("zh_CN") << QStringLiteral("退出") << QStringLiteral("1 个请求")
                           << QStringLiteral("2 个请求");
}

void tst_ProgramTranslator::installs()
{
    ProgramTranslator translator(QStringLiteral("daemon-rpc"));
    const QString language = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(translator.install(language));
    QCOMPARE(translator.language(), language);
    QTEST(translated("quit"), "quit");
    QTEST(translated("%n request(s)", 1), "one");
    QTEST(translated("%n request(s)", 2), "two");
}

void tst_ProgramTranslator::changes()
{
    ProgramTranslator translator(QStringLiteral("daemon-rpc"));
    QVERIFY(translator.install(QStringLiteral("de")));
    QVERIFY(translator.install(QStringLiteral("fr")));
    QCOMPARE(translated("quit"), QStringLiteral("quitter"));
    QVERIFY(translator.install(QStringLiteral("en")));
    QCOMPARE(translated("quit"), QStringLiteral("quit"));
    QCOMPARE(translated("%n request(s)", 1), QStringLiteral("1 request"));
}

void tst_ProgramTranslator::unknownLanguage()
{
    ProgramTranslator translator(QStringLiteral("daemon-rpc"));
    QVERIFY(translator.install(QStringLiteral("de")));
    QVERIFY(!translator.install(QStringLiteral("nl")));
    QCOMPARE(translator.language(), QString());
    QCOMPARE(translated("quit"), QStringLiteral("quit"));
    ProgramTranslator stranger(QStringLiteral("no-such-program"));
    QVERIFY(!stranger.install(QStringLiteral("de")));
}

void tst_ProgramTranslator::leavesNothing()
{
    {
        ProgramTranslator translator(QStringLiteral("daemon-rpc"));
        QVERIFY(translator.install(QStringLiteral("de")));
        QCOMPARE(translated("quit"), QStringLiteral("beenden"));
    }
    QCOMPARE(translated("quit"), QStringLiteral("quit"));
}

// Whether the system has Qt's own catalogues is its business: what is said of it has to be true.
void tst_ProgramTranslator::toolkitTexts()
{
    ProgramTranslator translator(QStringLiteral("daemon-rpc"));
    const bool isInstalled = translator.installToolkitTexts(QStringLiteral("de"));
    const QString text = QCoreApplication::translate("QCommandLineParser", "Options:");
    QCOMPARE(text, isInstalled ? QStringLiteral("Optionen:") : QStringLiteral("Options:"));
    QVERIFY(!translator.installToolkitTexts(QStringLiteral("no-such-language")));
    QCOMPARE(QCoreApplication::translate("QCommandLineParser", "Options:"), QStringLiteral("Options:"));
}

QTEST_GUILESS_MAIN(tst_ProgramTranslator)
#include "tst_programtranslator.moc"
