#include "helptext.h"
#include "subcommandtable.h"

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestHelpText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesEverything();
    void linesFit();
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

void TestHelpText::linesFit()
{
    QString all = helpText(subcommandTable());
    for (const SubcommandSpec &spec : subcommandTable())
        all += helpText(spec);
    for (const QString &line : all.split(QLatin1Char('\n')))
        QVERIFY2(line.size() <= 100 && !line.endsWith(QLatin1Char(' ')), qPrintable(line));
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

QTEST_APPLESS_MAIN(TestHelpText)
#include "tst_cli_helptext.moc"
