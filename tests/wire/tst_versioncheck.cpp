#include "wiretesting.h"

#include <QTest>

using namespace DaemonRpc;
using WireTesting::cbor;
using WireTesting::errorText;

class TestVersionCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void defaultsAreNotSent();
    void tokenIsKeyTen();
    void largestFieldsFitTheLimits();
    void badField_data();
    void badField();
    void missingMember_data();
    void missingMember();
    void emptyRangeIsRefused();
    void unknownKeysAreSkipped();
};

static QCborMap validMap() { return {{1, 1}, {2, 1}, {3, 0}}; }

void TestVersionCheck::roundTrip_data()
{
    QTest::addColumn<VersionCheck>("message");
    QTest::newRow("defaults") << VersionCheck();
    QTest::newRow("everything") << WireTesting::fullVersionCheck();
    VersionCheck extremes;
    extremes.protocolMax = 65535;
    extremes.buildTimestampMs = std::numeric_limits<qint64>::max();
    extremes.buildId = QByteArray(64, '\xff');
    extremes.capabilities = {"", QByteArray("\0\xff", 2)};
    extremes.requestId = quint64(1) << 63;
    extremes.token = QByteArray(256, '\xfe');
    QTest::newRow("extremes") << extremes;
    for (const Intent intent : {Intent::Run, Intent::Admin, Intent::Replace}) {
        for (const VersionPolicy policy :
             {VersionPolicy::NewerWins, VersionPolicy::Exact, VersionPolicy::Ignore}) {
            VersionCheck message;
            message.intent = intent;
            message.policy = policy;
            QTest::addRow("intent %d policy %d", static_cast<int>(intent), static_cast<int>(policy))
                << message;
        }
    }
}

void TestVersionCheck::roundTrip()
{
    QFETCH(VersionCheck, message);
    const Result<VersionCheck> decoded = VersionCheck::decode(message.encode());
    QVERIFY2(decoded, errorText(decoded));
    QVERIFY(*decoded == message);
}

void TestVersionCheck::defaultsAreNotSent()
{
    QCOMPARE(VersionCheck().encode().toHex(), QByteArray("a3010102010300"));
}

void TestVersionCheck::tokenIsKeyTen()
{
    VersionCheck message;
    message.token = "a-token-of-19-bytes";
    QCOMPARE(message.encode().toHex(),
             QByteArray("a40101020103000a53612d746f6b656e2d6f662d31392d6279746573"));
}

void TestVersionCheck::largestFieldsFitTheLimits()
{
    VersionCheck message;
    message.buildId = QByteArray(64, 'b');
    for (int i = 0; i < 64; ++i)
        message.capabilities.append(QByteArray(60, 'c'));
    const Result<VersionCheck> decoded = VersionCheck::decode(message.encode());
    QVERIFY2(decoded, errorText(decoded));
    QCOMPARE(decoded->capabilities.size(), 64);
}

void TestVersionCheck::badField_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QCborValue>("value");
    QTest::addColumn<QByteArray>("mentions");
    const QCborValue text(QStringLiteral("1"));
    const QCborValue number(1);

    const struct
    {
        int key;
        const char *field;
        qint64 max;
    } numbers[] = {{1, "protocol min", 65535},
                   {2, "protocol max", 65535},
                   {6, "intent", 2},
                   {7, "policy", 2},
                   {8, "start reason", 1}};

    for (const auto &field : numbers) {
        const QByteArray mentions = "key " + QByteArray::number(field.key) + " (" + field.field + ")";
        QTest::addRow("%s text", field.field) << field.key << text << mentions;
        QTest::addRow("%s negative", field.field) << field.key << QCborValue(-1) << mentions;
        QTest::addRow("%s double", field.field) << field.key << QCborValue(1.0) << mentions;
        QTest::addRow("%s null", field.field) << field.key << QCborValue(nullptr) << mentions;
        QTest::addRow("%s too large", field.field) << field.key << QCborValue(field.max + 1) << mentions;
    }
    QTest::newRow("protocol min 0") << 1 << QCborValue(0) << QByteArray("key 1 (protocol min)");
    QTest::newRow("protocol max 0") << 2 << QCborValue(0) << QByteArray("key 2 (protocol max)");
    QTest::newRow("build timestamp text") << 3 << text << QByteArray("key 3 (build timestamp)");
    QTest::newRow("build timestamp negative") << 3 << QCborValue(-1) << QByteArray("key 3 (build timestamp)");
    QTest::newRow("build id number") << 4 << number << QByteArray("key 4 (build id)");
    QTest::newRow("build id text") << 4 << text << QByteArray("key 4 (build id)");
    QTest::newRow("build id too long")
        << 4 << QCborValue(QByteArray(65, 'x')) << QByteArray("longer than 64");
    QTest::newRow("capabilities number") << 5 << number << QByteArray("key 5 (capabilities)");
    QTest::newRow("capabilities map")
        << 5 << QCborValue(QCborMap{{1, 1}}) << QByteArray("key 5 (capabilities)");
    QTest::newRow("capability text") << 5 << QCborValue(QCborArray{text})
                                     << QByteArray("key 5 (capabilities)");
    QTest::newRow("capability too long")
        << 5 << QCborValue(QCborArray{QByteArray(65, 'x')}) << QByteArray("longer than 64");
    QCborArray tooMany;
    for (int i = 0; i < 65; ++i)
        tooMany.append(QByteArray("c"));
    QTest::newRow("too many capabilities") << 5 << QCborValue(tooMany) << QByteArray("more than 64");
    QTest::newRow("request id text") << 9 << text << QByteArray("key 9 (request id)");
    QTest::newRow("request id negative") << 9 << QCborValue(-1) << QByteArray("key 9 (request id)");
    QTest::newRow("token text") << 10 << text << QByteArray("key 10 (token)");
    QTest::newRow("token too long") << 10 << QCborValue(QByteArray(257, 'x'))
                                    << QByteArray("longer than 256");
}

void TestVersionCheck::badField()
{
    QFETCH(int, key);
    QFETCH(QCborValue, value);
    QFETCH(QByteArray, mentions);
    QCborMap map = validMap();
    map[key] = value;
    const Result<VersionCheck> decoded = VersionCheck::decode(cbor(map));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY2(errorText(decoded).startsWith("malformed VersionCheck message: "), errorText(decoded));
    QVERIFY2(errorText(decoded).contains(mentions), errorText(decoded));
}

void TestVersionCheck::missingMember_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("protocol min") << 1;
    QTest::newRow("protocol max") << 2;
    QTest::newRow("build timestamp") << 3;
}

void TestVersionCheck::missingMember()
{
    QFETCH(int, key);
    QCborMap map = validMap();
    map.remove(key);
    const Result<VersionCheck> decoded = VersionCheck::decode(cbor(map));
    QVERIFY(!decoded);
    QCOMPARE(errorText(decoded), "malformed VersionCheck message: key " + QByteArray::number(key) + " (" +
                                     QTest::currentDataTag() + ") is missing");
}

void TestVersionCheck::emptyRangeIsRefused()
{
    const Result<VersionCheck> decoded = VersionCheck::decode(cbor({{1, 3}, {2, 2}, {3, 0}}));
    QVERIFY(!decoded);
    QVERIFY2(errorText(decoded).contains("exceeds"), errorText(decoded));
}

void TestVersionCheck::unknownKeysAreSkipped()
{
    QCborMap map = validMap();
    map[11] = QCborMap{{QStringLiteral("deep"), QCborArray{1, QCborMap{{1, 2.5}}, QByteArray("x")}}};
    map[-7] = QStringLiteral("negative key");
    map[1'000'000] = QCborValue(QCborTag(32), QStringLiteral("https://example.org"));
    const Result<VersionCheck> decoded = VersionCheck::decode(cbor(map));
    QVERIFY2(decoded, errorText(decoded));
    QVERIFY(*decoded == VersionCheck());
}

QTEST_APPLESS_MAIN(TestVersionCheck)
#include "tst_versioncheck.moc"
