// What all decoders share: whatever the bytes are, the result is a value or a ProtocolViolation.
#include "wiretesting.h"

#include <QTest>

#include <random>

using namespace DaemonRpc;
using WireTesting::errorText;
using WireTesting::MessageCodec;

class TestMalformedMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodec_data();
    void everyCodec();
    void notOneMap_data();
    void notOneMap();
    void indefiniteLengthsAreUnderstood();
    void deepNestingIsRefused_data();
    void deepNestingIsRefused();
    void mutatedPayloads_data();
    void mutatedPayloads();
    void randomPayloads();
};

static void addCodecRows()
{
    QTest::addColumn<int>("index");
    const QList<MessageCodec> codecs = WireTesting::allCodecs();
    for (int i = 0; i < codecs.size(); ++i)
        QTest::newRow(codecs.at(i).name) << i;
}

static bool isViolationOf(const MessageCodec &codec, const Result<QByteArray> &result)
{
    return !result && result.error().code() == ErrorCode::ProtocolViolation &&
           errorText(result).startsWith(QByteArray("malformed ") + codec.name + " message: ");
}

// The members of a map with fewer than 24 of them, without its head.
static QByteArray members(const QByteArray &map) { return map.mid(1); }

static QByteArray withOneMoreMember(const QByteArray &map, const QByteArray &member)
{
    QByteArray result = map + member;
    result[0] = static_cast<char>(result[0] + 1);
    return result;
}

void TestMalformedMessages::everyCodec_data() { addCodecRows(); }

void TestMalformedMessages::everyCodec()
{
    QFETCH(int, index);
    const MessageCodec codec = WireTesting::allCodecs().at(index);
    const Result<QByteArray> again = codec.reencode(codec.valid);
    QVERIFY2(again, errorText(again));
    QCOMPARE(again->toHex(), codec.valid.toHex());

    // Truncated anywhere; an empty Cancel has a meaning of its own.
    for (qsizetype size = std::strcmp(codec.name, "Cancel") == 0 ? 1 : 0; size < codec.valid.size(); ++size)
        QVERIFY2(isViolationOf(codec, codec.reencode(codec.valid.first(size))),
                 qPrintable(QString::number(size)));

    QVERIFY(isViolationOf(codec, codec.reencode(codec.valid + '\0')));
    QVERIFY(isViolationOf(codec, codec.reencode(codec.valid + codec.valid)));
    QVERIFY(isViolationOf(codec, codec.reencode(codec.valid + '\xff')));

    // The first member once more.
    const QByteArray firstKey = codec.valid.mid(1, 1);
    const Result<QByteArray> twice = codec.reencode(withOneMoreMember(codec.valid, firstKey + '\x01'));
    QVERIFY(isViolationOf(codec, twice));
    QVERIFY2(errorText(twice).endsWith("comes twice"), errorText(twice));

    // Members that a later version may add: 30: {"a": [1, tag(tag(2.5))]}, -1: null, 2^64-1: "", 31:
    // simple(99).
    const QByteArray later = QByteArray::fromHex("181ea161618201c1c2f94100"
                                                 "20f6"
                                                 "1bffffffffffffffff60"
                                                 "181ff863");
    QByteArray extended = codec.valid + later;
    extended[0] = static_cast<char>(extended[0] + 4);
    const Result<QByteArray> skipped = codec.reencode(extended);
    QVERIFY2(skipped, errorText(skipped));
    QCOMPARE(skipped->toHex(), codec.valid.toHex());

    // Keys that are not integers.
    for (const char *member : {"6161"
                               "01",
                               "4161"
                               "01",
                               "f6"
                               "01",
                               "8101"
                               "01",
                               "c101"
                               "01",
                               "f93c00"
                               "01"}) {
        const Result<QByteArray> refused =
            codec.reencode(withOneMoreMember(codec.valid, QByteArray::fromHex(member)));
        QVERIFY2(isViolationOf(codec, refused), member);
    }
}

void TestMalformedMessages::notOneMap_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("array") << QByteArray("80");
    QTest::newRow("number") << QByteArray("01");
    QTest::newRow("bytes") << QByteArray("4101");
    QTest::newRow("null") << QByteArray("f6");
    QTest::newRow("break") << QByteArray("ff");
    QTest::newRow("tagged map") << QByteArray("c1a0");
    QTest::newRow("reserved head") << QByteArray("bc");
    QTest::newRow("key without value") << QByteArray("a101");
    QTest::newRow("odd indefinite map") << QByteArray("bf01ff");
    QTest::newRow("indefinite map without end") << QByteArray("bf1819f6");
    QTest::newRow("more members announced") << QByteArray("a21819f6");
    QTest::newRow("map of 2^63") << QByteArray("bb8000000000000000");
    QTest::newRow("break in a definite map") << QByteArray("a1ff");
    QTest::newRow("tag without value") << QByteArray("a11819c1");
    QTest::newRow("JSON") << QByteArray("{\"a\":1}").toHex();
}

void TestMalformedMessages::notOneMap()
{
    QFETCH(QByteArray, hex);
    for (const MessageCodec &codec : WireTesting::allCodecs())
        QVERIFY2(isViolationOf(codec, codec.reencode(QByteArray::fromHex(hex))), codec.name);
}

void TestMalformedMessages::indefiniteLengthsAreUnderstood()
{
    for (const MessageCodec &codec : WireTesting::allCodecs()) {
        const Result<QByteArray> decoded = codec.reencode('\xbf' + members(codec.valid) + '\xff');
        QVERIFY2(decoded, errorText(decoded));
        QCOMPARE(decoded->toHex(), codec.valid.toHex());
    }

    // {_ 2: [_ (_ 'ab', '', 'c'), 'd']}
    const Result<Command> command = Command::decode(QByteArray::fromHex("bf029f5f4261624041 63ff4164ffff"));
    QVERIFY2(command, errorText(command));
    QCOMPARE(command->arguments, (QByteArrayList{"abc", "d"}));

    // The limit holds for the chunks together: build id of 40 + 40 bytes.
    const QByteArray chunk = QByteArray::fromHex("5828") + QByteArray(40, 'b');
    const Result<VersionCheck> tooLong =
        VersionCheck::decode(QByteArray::fromHex("a4010102010300045f") + chunk + chunk + '\xff');
    QVERIFY(!tooLong);
    QVERIFY2(errorText(tooLong).contains("longer than 64"), errorText(tooLong));

    // A chunk of another type, and a chunk within a chunk.
    QVERIFY(!Command::decode(QByteArray::fromHex("a1025f6161ff")));
    QVERIFY(!Command::decode(QByteArray::fromHex("a102815f6161ff")));
    QVERIFY(!Command::decode(QByteArray::fromHex("a102815f5f4161ffff")));
}

void TestMalformedMessages::deepNestingIsRefused_data()
{
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("close");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isAccepted");
    const QByteArray array("\x81");
    const QByteArray indefinite("\x9f");
    const QByteArray map("\xa1\x01");
    const QByteArray tag("\xc1");
    for (const int depth : {1, 15, 1000, 60'000}) {
        const bool isShallow = depth < 16;
        QTest::addRow("%d arrays", depth) << array << QByteArray() << depth << isShallow;
        QTest::addRow("%d indefinite arrays", depth)
            << indefinite << QByteArray("\xff") << depth << isShallow;
        QTest::addRow("%d maps", depth) << map << QByteArray() << depth << isShallow;
        QTest::addRow("%d tags", depth) << tag << QByteArray() << depth << true;
        QTest::addRow("%d tagged arrays", depth) << tag + array << QByteArray() << depth << isShallow;
        QTest::addRow("%d arrays without end", depth) << indefinite << QByteArray() << depth << false;
    }
}

void TestMalformedMessages::deepNestingIsRefused()
{
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, close);
    QFETCH(int, depth);
    QFETCH(bool, isAccepted);
    const QByteArray value = open.repeated(depth) + '\0' + close.repeated(depth);
    for (const MessageCodec &codec : WireTesting::allCodecs()) {
        const Result<QByteArray> result =
            codec.reencode(withOneMoreMember(codec.valid, QByteArray::fromHex("181e") + value));
        QVERIFY2(isAccepted ? bool(result) : isViolationOf(codec, result), codec.name);
    }
}

void TestMalformedMessages::mutatedPayloads_data() { addCodecRows(); }

void TestMalformedMessages::mutatedPayloads()
{
    QFETCH(int, index);
    const MessageCodec codec = WireTesting::allCodecs().at(index);
    std::mt19937 random(4711U + static_cast<quint32>(index));
    const auto below = [&random](qsizetype end) {
        return static_cast<qsizetype>(random() % static_cast<quint32>(end));
    };
    // Heads that matter to a CBOR reader come up more often than chance has them.
    const QByteArray heads = QByteArray::fromHex("001b205f7f809fa0bfc1f4f6f8f9fbff5b7b9bbb1c3c");
    int values = 0;
    int errors = 0;
    for (int round = 0; round < 10'000; ++round) {
        QByteArray payload = codec.valid;
        for (qsizetype changes = 1 + below(3); changes > 0 && !payload.isEmpty(); --changes) {
            const qsizetype at = below(payload.size());
            switch (below(4)) {
            case 0: payload[at] = static_cast<char>(random()); break;
            case 1: payload[at] = heads.at(below(heads.size())); break;
            case 2: payload.insert(at, static_cast<char>(random())); break;
            default: payload.remove(at, 1 + below(3));
            }
        }
        const Result<QByteArray> result = codec.reencode(payload);
        if (!result) {
            QVERIFY2(isViolationOf(codec, result), payload.toHex());
            ++errors;
            continue;
        }
        // What was accepted is a message like any other.
        const Result<QByteArray> again = codec.reencode(*result);
        QVERIFY2(again, payload.toHex());
        QCOMPARE(again->toHex(), result->toHex());
        ++values;
    }
    QVERIFY2(values > 10 && errors > 1000,
             qPrintable(QStringLiteral("%1 values, %2 errors").arg(values).arg(errors)));
}

void TestMalformedMessages::randomPayloads()
{
    std::mt19937 random(99);
    for (int round = 0; round < 5'000; ++round) {
        QByteArray payload(static_cast<qsizetype>(random() % 40), '\0');
        for (char &c : payload)
            c = static_cast<char>(random());
        if (!payload.isEmpty())
            payload[0] = static_cast<char>(0xa0 | (random() % 6));
        for (const MessageCodec &codec : WireTesting::allCodecs()) {
            const Result<QByteArray> result = codec.reencode(payload);
            QVERIFY2(result || isViolationOf(codec, result), payload.toHex());
        }
    }
}

QTEST_APPLESS_MAIN(TestMalformedMessages)
#include "tst_malformedmessages.moc"
