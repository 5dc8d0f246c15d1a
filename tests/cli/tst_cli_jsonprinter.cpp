#include "printers/jsonprinter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace DaemonRpc::Cli;

class TestJsonPrinter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void print_data();
    void print();
    void terminalIsSafe();
};

void TestJsonPrinter::print_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty array") << QJsonValue(QJsonArray()) << QByteArray("[]\n");
    QTest::newRow("array") << QJsonValue(QJsonArray{1}) << QByteArray("[\n    1\n]\n");
    QTest::newRow("object") << QJsonValue(QJsonObject{{QStringLiteral("a"), 1}})
                            << QByteArray("{\n    \"a\": 1\n}\n");
    QTest::newRow("string") << QJsonValue(QStringLiteral("pong")) << QByteArray("\"pong\"\n");
    QTest::newRow("true") << QJsonValue(true) << QByteArray("true\n");
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << QByteArray("null\n");
    QTest::newRow("64 bits") << QJsonValue(qint64(9007199254740993)) << QByteArray("9007199254740993\n");
}

void TestJsonPrinter::print()
{
    QFETCH(QJsonValue, value);
    QTEST(printedJson(value), "text");
}

void TestJsonPrinter::terminalIsSafe()
{
    const QString evil = QStringLiteral("\x1b[2J\u009b2J\u202e\n\"");
    const QByteArray printed = printedJson(QJsonArray{evil});
    for (const QChar character : QString::fromUtf8(printed))
        QVERIFY(character == QLatin1Char('\n') || character.unicode() < 0x7f);
    QVERIFY(!printed.contains('\x1b'));
    QCOMPARE(QJsonDocument::fromJson(printed).array().at(0).toString(), evil);
}

QTEST_APPLESS_MAIN(TestJsonPrinter)
#include "tst_cli_jsonprinter.moc"
