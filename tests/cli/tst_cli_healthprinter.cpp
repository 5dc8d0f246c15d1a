#include "printers/healthprinter.h"

#include <QJsonArray>
#include <QTest>

using namespace DaemonRpc::Cli;
using namespace Qt::StringLiterals;

class tst_CliHealthPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows();
    void nothingKnown_data();
    void nothingKnown();
    void hostileText();
};

static QString rendered(const QJsonObject &report) { return healthTable(report, 10'000).render({}); }

void tst_CliHealthPrinter::rows()
{
    const QJsonObject report{{u"checks"_s, QJsonArray{QJsonObject{{u"name"_s, u"memory"_s},
                                                                  {u"status"_s, u"ok"_s},
                                                                  {u"since_ms"_s, 5000},
                                                                  {u"text"_s, u"1.0 MiB private memory"_s}},
                                                      QJsonObject{{u"name"_s, u"disk"_s},
                                                                  {u"status"_s, u"failed"_s},
                                                                  {u"text"_s, u"full"_s}}}}};
    QCOMPARE(rendered(report), u"CHECK   STATUS  SINCE  RESULT\n"
                               "memory  ok        5 s  1.0 MiB private memory\n"
                               "disk    failed      -  full\n"_s);
    const QString colored = healthTable(report, 10'000).render({.isColored = true});
    QVERIFY(colored.contains(u"\033["));
}

void tst_CliHealthPrinter::nothingKnown_data()
{
    QTest::addColumn<QJsonObject>("report");
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("no report") << QJsonObject() << true;
    QTest::newRow("no list") << QJsonObject{{u"checks"_s, 7}} << true;
    QTest::newRow("no object") << QJsonObject{{u"checks"_s, QJsonArray{1}}} << false;
    QTest::newRow("empty object") << QJsonObject{{u"checks"_s, QJsonArray{QJsonObject()}}} << false;
}

void tst_CliHealthPrinter::nothingKnown()
{
    QFETCH(const QJsonObject, report);
    QFETCH(const bool, isEmpty);
    const Table table = healthTable(report, 10'000);
    QCOMPARE(table.isEmpty(), isEmpty);
    if (!isEmpty)
        QVERIFY2(table.render({}).endsWith(u"-      -           -  -\n"_s), qPrintable(table.render({})));
}

void tst_CliHealthPrinter::hostileText()
{
    const QJsonObject report{
        {u"checks"_s, QJsonArray{QJsonObject{{u"name"_s, u"a\nb"_s}, {u"text"_s, u"\033[2J"_s}}}}};
    const QString text = rendered(report);
    QCOMPARE(text.count(u'\n'), 2);
    QVERIFY(!text.contains(u'\033'));
}

QTEST_APPLESS_MAIN(tst_CliHealthPrinter)

#include "tst_cli_healthprinter.moc"
