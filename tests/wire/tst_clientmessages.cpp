#include "wiretesting.h"

#include <QTest>

using namespace DaemonRpc;
using WireTesting::cbor;
using WireTesting::errorText;

class TestClientMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySignalRoundTrips();
    void emptyCancelIsInterrupt();
    void badCancel_data();
    void badCancel();
    void resizeRoundTrips_data();
    void resizeRoundTrips();
    void badResize_data();
    void badResize();
};

void TestClientMessages::everySignalRoundTrips()
{
    for (int signal = 1; signal <= Cancel::maxSignal; ++signal) {
        const Result<Cancel> decoded = Cancel::decode(Cancel{signal}.encode());
        QVERIFY2(decoded, errorText(decoded));
        QCOMPARE(decoded->signal, signal);
    }
}

void TestClientMessages::emptyCancelIsInterrupt()
{
    for (const QByteArray &payload : {QByteArray(), cbor({})}) {
        const Result<Cancel> decoded = Cancel::decode(payload);
        QVERIFY2(decoded, errorText(decoded));
        QCOMPARE(decoded->signal, 2);
    }
}

void TestClientMessages::badCancel_data()
{
    QTest::addColumn<QCborValue>("signal");
    QTest::newRow("0") << QCborValue(0);
    QTest::newRow("65") << QCborValue(65);
    QTest::newRow("negative") << QCborValue(-2);
    QTest::newRow("beyond 32 bits") << QCborValue((qint64(1) << 32) + 2);
    QTest::newRow("text") << QCborValue(QStringLiteral("SIGINT"));
    QTest::newRow("bool") << QCborValue(true);
}

void TestClientMessages::badCancel()
{
    QFETCH(QCborValue, signal);
    const Result<Cancel> decoded = Cancel::decode(cbor({{1, signal}}));
    QVERIFY(!decoded);
    QCOMPARE(errorText(decoded),
             QByteArray("malformed Cancel message: key 1 (signal) must be an unsigned integer from 1 to 64"));
}

void TestClientMessages::resizeRoundTrips_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::newRow("unknown") << 0 << 0;
    QTest::newRow("usual") << 80 << 24;
    QTest::newRow("largest") << 65535 << 65535;
}

void TestClientMessages::resizeRoundTrips()
{
    QFETCH(int, columns);
    QFETCH(int, rows);
    const Resize message{static_cast<quint16>(columns), static_cast<quint16>(rows)};
    const Result<Resize> decoded = Resize::decode(message.encode());
    QVERIFY2(decoded, errorText(decoded));
    QVERIFY(*decoded == message);
}

void TestClientMessages::badResize_data()
{
    QTest::addColumn<QCborMap>("map");
    QTest::addColumn<QByteArray>("mentions");
    QTest::newRow("empty") << QCborMap() << QByteArray("key 1 (columns) is missing");
    QTest::newRow("no columns") << QCborMap{{2, 1}} << QByteArray("key 1 (columns) is missing");
    QTest::newRow("no rows") << QCborMap{{1, 1}} << QByteArray("key 2 (rows) is missing");
    QTest::newRow("columns too large") << QCborMap{{1, 65536}, {2, 1}} << QByteArray("key 1 (columns)");
    QTest::newRow("rows too large") << QCborMap{{1, 1}, {2, 65536}} << QByteArray("key 2 (rows)");
    QTest::newRow("columns text") << QCborMap{{1, QStringLiteral("80")}, {2, 1}}
                                  << QByteArray("key 1 (columns)");
    QTest::newRow("rows negative") << QCborMap{{1, 1}, {2, -1}} << QByteArray("key 2 (rows)");
}

void TestClientMessages::badResize()
{
    QFETCH(QCborMap, map);
    QFETCH(QByteArray, mentions);
    const Result<Resize> decoded = Resize::decode(cbor(map));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY2(errorText(decoded).contains(mentions), errorText(decoded));
}

QTEST_APPLESS_MAIN(TestClientMessages)
#include "tst_clientmessages.moc"
