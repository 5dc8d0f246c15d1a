#include "daemon/commands/stockcommands.h"
#include "printers/shownname.h"
#include "translations/programtranslator.h"

#include <daemonrpc/base/error.h>
#include <daemonrpc/handler/commandhandler.h>

#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class tst_Cli_ShownName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void unknownNamesStay_data();
    void unknownNamesStay();
    void everyErrorHasAName();
    void everyStockCommandHasASummary();

private:
    ProgramTranslator m_translator{QStringLiteral("daemon-rpc")};
};

void tst_Cli_ShownName::names_data()
{
    QTest::addColumn<NameOf>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("german");
    const auto row = [](NameOf kind, const char *name, const char *german) {
        QTest::newRow(name) << kind << QString::fromUtf8(name) << QString::fromUtf8(german);
    };
    row(NameOf::DaemonState, "ready", "bereit");
    row(NameOf::RequestState, "queued", "wartet");
    row(NameOf::ConnectionState, "closing", "schließt");
    row(NameOf::Check, "path_length", "Pfadlänge");
    row(NameOf::CheckStatus, "ok", "in Ordnung");
    row(NameOf::HandlerKind, "blocking", "blockierend");
    row(NameOf::ErrorCode, "queue_full", "Warteschlange voll");
    row(NameOf::Requester, "its client", "ihr Client");
}

void tst_Cli_ShownName::names()
{
    QFETCH(const NameOf, kind);
    QFETCH(const QString, name);
    QVERIFY(m_translator.install(QStringLiteral("en")));
    QCOMPARE(shownName(kind, name), name);
    QVERIFY(m_translator.install(QStringLiteral("de")));
    QTEST(shownName(kind, name), "german");
}

void tst_Cli_ShownName::unknownNamesStay_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("of a newer daemon") << QStringLiteral("hibernating");
    QTest::newRow("with a place marker") << QStringLiteral("%1 %n");
    QTest::newRow("of another kind") << QStringLiteral("queue_full");
    QTest::newRow("long") << QString(100'000, u'x');
}

void tst_Cli_ShownName::unknownNamesStay()
{
    QFETCH(const QString, name);
    QVERIFY(m_translator.install(QStringLiteral("de")));
    QCOMPARE(shownName(NameOf::DaemonState, name), name);
}

void tst_Cli_ShownName::everyErrorHasAName()
{
    QVERIFY(m_translator.install(QStringLiteral("zh_CN")));
    // Codes are counted up; what is none of them is called by its number.
    int count = 0;
    for (int code = 1; code < 1000; ++code) {
        const QString name = errorCodeName(static_cast<ErrorCode>(code));
        if (name.startsWith(QStringLiteral("error_")))
            continue;
        ++count;
        QVERIFY2(shownName(NameOf::ErrorCode, name) != name, qPrintable(name));
    }
    QVERIFY(count > 20);
}

void tst_Cli_ShownName::everyStockCommandHasASummary()
{
    QVERIFY(m_translator.install(QStringLiteral("fr")));
    const HandlerRegistry commands = makeStockCommands();
    for (const QByteArray &name : commands.names()) {
        const QString summary = commands.find(name)->summary();
        QVERIFY2(shownName(NameOf::CommandSummary, summary) != summary, name.constData());
    }
}

QTEST_GUILESS_MAIN(tst_Cli_ShownName)
#include "tst_cli_shownname.moc"
