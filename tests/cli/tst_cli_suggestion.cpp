#include "suggestion.h"

#include <QTest>

using namespace DaemonRpc::Cli;

class TestSuggestion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nearest_data();
    void nearest();
};

void TestSuggestion::nearest_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("nearest");
    QTest::newRow("exact") << QByteArray("list") << QByteArray("list");
    QTest::newRow("exchanged neighbours") << QByteArray("lsit") << QByteArray("list");
    QTest::newRow("one missing") << QByteArray("lst") << QByteArray("list");
    QTest::newRow("one too many") << QByteArray("runn") << QByteArray("run");
    QTest::newRow("one wrong") << QByteArray("stup") << QByteArray("stop");
    QTest::newRow("two wrong in a long word") << QByteArray("conektions") << QByteArray("connections");
    QTest::newRow("two wrong in a short word") << QByteArray("lxxt") << QByteArray();
    QTest::newRow("capitals") << QByteArray("STATUS") << QByteArray("status");
    QTest::newRow("nearer one wins") << QByteArray("restrt") << QByteArray("restart");
    QTest::newRow("beginning") << QByteArray("conn") << QByteArray("connections");
    QTest::newRow("one letter says nothing") << QByteArray("x") << QByteArray();
    QTest::newRow("something else") << QByteArray("frobnicate") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("very long") << QByteArray(100000, 'r') << QByteArray();
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\xfd\xfc\xfb") << QByteArray();
}

void TestSuggestion::nearest()
{
    QFETCH(QByteArray, typed);
    QTEST(nearestName(typed, {"run", "list", "status", "connections", "stop", "start", "restart"}),
          "nearest");
}

QTEST_APPLESS_MAIN(TestSuggestion)
#include "tst_cli_suggestion.moc"
