#include "printers/metricsprinter.h"

#include <QJsonDocument>
#include <QTest>

using namespace DaemonRpc::Cli;

class tst_CliMetricsPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
};

void tst_CliMetricsPrinter::table_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    const QString header = QStringLiteral("METRIC  VALUE  LABELS\n");
    QTest::newRow("nothing") << QByteArray("[]") << header;
    QTest::newRow("one value") << QByteArray(R"([{"name":"a","series":[{"labels":{},"value":1.5}]}])")
                               << header + QStringLiteral("a         1.5  -\n");
    QTest::newRow("labels") << QByteArray(
                                   R"([{"name":"a","series":[{"labels":{"x":"1","y":"z"},"value":3}]}])")
                            << header + QStringLiteral("a           3  x=1 y=z\n");
    QTest::newRow("large numbers stay whole")
        << QByteArray(R"([{"name":"a","series":[{"labels":{},"value":1234567890}]}])")
        << QStringLiteral("METRIC       VALUE  LABELS\na       1234567890  -\n");
    QTest::newRow("histogram")
        << QByteArray(R"([{"name":"a","series":[{"labels":{},"count":4,"sum":2,"buckets":[]}]}])")
        << QStringLiteral("METRIC        VALUE  LABELS\na       4, mean 0.5  -\n");
    QTest::newRow("empty histogram")
        << QByteArray(R"([{"name":"a","series":[{"labels":{},"count":0,"sum":0,"buckets":[]}]}])")
        << header + QStringLiteral("a           0  -\n");
    QTest::newRow("nothing of the expected kind")
        << QByteArray(R"([1,"x",{"name":5,"series":{}}])") << header;
}

void tst_CliMetricsPrinter::table()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, text);
    const QString rendered = metricsTable(QJsonDocument::fromJson(json).array()).render({});
    QCOMPARE(rendered, text);
}

QTEST_GUILESS_MAIN(tst_CliMetricsPrinter)
#include "tst_cli_metricsprinter.moc"
