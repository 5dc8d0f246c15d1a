#include "helptext.h"
#include "subcommandtable.h"
#include "translations/displaywidth.h"
#include "translations/programtranslator.h"

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestHelpText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesEverything();
    void linesFit_data();
    void linesFit();
    void columnsLineUp();
    void version();
};

void TestHelpText::namesEverything()
{
    const QString help = helpText(subcommandTable());
    for (const OptionSpec &option : GlobalOptions::specs())
        QVERIFY2(help.contains(QStringLiteral("--") + QString::fromUtf8(option.name)),
                 option.name.constData());
    for (const SubcommandSpec &spec : subcommandTable()) {
        QVERIFY2(help.contains(QStringLiteral("\n  ") + QString::fromUtf8(spec.name)), spec.name.constData());
        const QString own = helpText(spec);
        for (const OptionSpec &option : spec.options)
            QVERIFY2(own.contains(QStringLiteral("--") + QString::fromUtf8(option.name)),
                     option.name.constData());
    }
}

void TestHelpText::linesFit_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : ProgramTranslator::languages())
        QTest::newRow(qPrintable(language)) << language;
}

void TestHelpText::linesFit()
{
    QFETCH(const QString, language);
    ProgramTranslator translator(QStringLiteral("daemon-rpc"));
    QVERIFY(translator.install(language));
    QString all = helpText(subcommandTable());
    for (const SubcommandSpec &spec : subcommandTable())
        all += helpText(spec);
    for (const QString &line : all.split(QLatin1Char('\n')))
        QVERIFY2(displayWidth(line) <= 100 && !line.endsWith(QLatin1Char(' ')), qPrintable(line));
}

void TestHelpText::columnsLineUp()
{
    ProgramTranslator translator(QStringLiteral("daemon-rpc"));
    QVERIFY(translator.install(QStringLiteral("zh_CN")));
    const QStringList lines = helpText(subcommandTable()).split(u'\n');
    int count = 0;
    for (const QString &line : lines) {
        // Under a heading; usage lines are indented, too, and in no columns.
        if (!line.startsWith(QStringLiteral("  ")) || line.contains(QStringLiteral("daemon-rpc [")))
            continue;
        ++count;
        QVERIFY2(line.size() > 31 && line.at(30) == u' ' && line.at(31) != u' ', qPrintable(line));
    }
    QVERIFY(count > 30);
}

void TestHelpText::version()
{
    const QString text = versionText({1714564800123, "0123456789abcdef"});
    QVERIFY(text.startsWith(QStringLiteral("daemon-rpc ")));
    QVERIFY(text.contains(QStringLiteral("0123456789abcdef")));
    QVERIFY(text.contains(QStringLiteral("1714564800123")));
    QVERIFY(text.contains(QStringLiteral("2024-05-01T12:00:00Z")));
    QVERIFY(text.endsWith(QStringLiteral("\nprotocol 1\n")));
}

QTEST_GUILESS_MAIN(TestHelpText)
#include "tst_cli_helptext.moc"
