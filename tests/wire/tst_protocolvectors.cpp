// docs/PROTOCOL.md is what other implementations are written from: its examples must be what this one does.
#include "wiretesting.h"

#include <daemonrpc/wire/framedecoder.h>

#include <QCborStreamReader>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace DaemonRpc;
using WireTesting::errorText;

namespace {

struct Vector
{
    QString name;
    QString type;
    QString only;  // "decode", "skip" or empty
    QString error; // the name of an error code or empty
    QByteArray frame;
    QString meaning;
};

struct MessageType
{
    FrameType type;
    bool isFromDaemon;
    bool isRaw;
};

const QHash<QString, MessageType> &messageTypes()
{
    static const QHash<QString, MessageType> types{
        {QStringLiteral("VersionCheck"), {FrameType::VersionCheck, false, false}},
        {QStringLiteral("Command"), {FrameType::Command, false, false}},
        {QStringLiteral("OutputChunk"), {FrameType::OutputChunk, true, true}},
        {QStringLiteral("ErrorChunk"), {FrameType::ErrorChunk, true, true}},
        {QStringLiteral("CommandError"), {FrameType::CommandError, true, false}},
        {QStringLiteral("CommandFinished"), {FrameType::CommandFinished, true, false}},
        {QStringLiteral("InputWanted"), {FrameType::InputWanted, true, false}},
        {QStringLiteral("InputChunk"), {FrameType::InputChunk, false, true}},
        {QStringLiteral("Cancel"), {FrameType::Cancel, false, false}},
        {QStringLiteral("Resize"), {FrameType::Resize, false, false}},
        {QStringLiteral("Notice"), {FrameType::Notice, true, false}},
        {QStringLiteral("Rpc"), {FrameType::Rpc, false, true}},
    };
    return types;
}

// What the vectors say, as this implementation would build it; nothing for those that are only decoded.
std::optional<QByteArray> payloadFor(const QString &name)
{
    const QByteArray coffee = QByteArray::fromHex("c0ffee00");
    VersionCheck client;
    client.buildTimestampMs = 1'700'000'000'000;
    client.buildId = coffee;
    VersionCheck daemon = client;
    daemon.requestId = 7;
    VersionCheck full;
    full.protocolMax = 2;
    full.buildTimestampMs = 1'700'000'000'000;
    full.buildId = "b1";
    full.capabilities = {"input", "resize"};
    full.intent = Intent::Replace;
    full.policy = VersionPolicy::Exact;
    full.startReason = StartReason::Reconnect;
    full.requestId = std::numeric_limits<qint64>::max();
    VersionCheck admin;
    admin.intent = Intent::Admin;
    VersionCheck token;
    token.token = "a-token-of-19-bytes";
    Command arguments({"echo", "a b"});
    arguments.environment = {"HOME=/root", "X="};
    arguments.workingDirectory = "/src";
    Command fullCommand({"exec", "make"});
    fullCommand.environment = {"PATH=/bin"};
    fullCommand.workingDirectory = "/src";
    fullCommand.umask = 077;
    fullCommand.timeout = std::chrono::milliseconds(1500);
    fullCommand.hasInput = true;
    fullCommand.terminal = {true, true, true, 80, 24, "xterm"};
    Command text;
    text.text = "echo 'a b'\n";
    const Error unknownCommand(ErrorCode::UnknownCommand,
                               QStringLiteral("no command \"x\"; there are: cat, echo"),
                               {QStringLiteral("serving request 7")});
    const Error replaced(ErrorCode::DaemonReplaced,
                         QStringLiteral("the daemon is older than this client and has handed over"));

    const QHash<QString, QByteArray> payloads{
        {QStringLiteral("version-check-client"), client.encode()},
        {QStringLiteral("version-check-daemon"), daemon.encode()},
        {QStringLiteral("version-check-full"), full.encode()},
        {QStringLiteral("version-check-admin"), admin.encode()},
        {QStringLiteral("version-check-token"), token.encode()},
        {QStringLiteral("command-arguments"), arguments.encode()},
        {QStringLiteral("command-full"), fullCommand.encode()},
        {QStringLiteral("command-text"), text.encode()},
        {QStringLiteral("command-not-utf8"), Command({"cat", "\xff\xfe"}).encode()},
        {QStringLiteral("output-chunk"), "hello\n"},
        {QStringLiteral("error-chunk"), "warning: x\n"},
        {QStringLiteral("command-error"), encodeCommandError(unknownCommand)},
        {QStringLiteral("command-error-replaced"), encodeCommandError(replaced)},
        {QStringLiteral("command-finished-success"), CommandFinished().encode()},
        {QStringLiteral("command-finished-signal"), CommandFinished{0, 9, true, true}.encode()},
        {QStringLiteral("input-wanted"), InputWanted{262144}.encode()},
        {QStringLiteral("input-chunk"), "line\n"},
        {QStringLiteral("input-chunk-end"), ""},
        {QStringLiteral("cancel-terminate"), Cancel{15}.encode()},
        {QStringLiteral("resize"), Resize{132, 50}.encode()},
        {QStringLiteral("notice-queued"),
         Notice{Notice::Kind::Queued, QStringLiteral("waiting behind 2 requests"), 3}.encode()},
        {QStringLiteral("rpc-request"), R"({"jsonrpc":"2.0","id":1,"method":"daemon.status"})"},
    };
    const auto found = payloads.constFind(name);
    return found == payloads.cend() ? std::nullopt : std::optional(*found);
}

QString protocolText()
{
    QFile file(QStringLiteral(DAEMONRPC_PROTOCOL_FILE));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Vector> vectorsOf(const QString &text)
{
    static const QRegularExpression fence(QStringLiteral("^```vector ([^\\n]*)\\n(.*?)^```$"),
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    QList<Vector> vectors;
    for (auto match = fence.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch block = match.next();
        Vector vector;
        for (const QString &attribute : block.captured(1).split(QLatin1Char(' '))) {
            const QString value = attribute.section(QLatin1Char('='), 1);
            if (attribute.startsWith(QLatin1String("name=")))
                vector.name = value;
            else if (attribute.startsWith(QLatin1String("type=")))
                vector.type = value;
            else if (attribute.startsWith(QLatin1String("only=")))
                vector.only = value;
            else if (attribute.startsWith(QLatin1String("error=")))
                vector.error = value;
        }
        for (const QString &line : block.captured(2).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("# ")))
                vector.meaning += line.mid(2);
            else
                vector.frame += QByteArray::fromHex(line.toLatin1());
        }
        vectors.append(vector);
    }
    return vectors;
}

// Decodes a payload of a type that is CBOR and encodes the result again.
Result<QByteArray> reencode(const QString &type, QByteArrayView payload)
{
    for (const WireTesting::MessageCodec &codec : WireTesting::allCodecs()) {
        if (type == QLatin1String(codec.name))
            return codec.reencode(payload);
    }
    return unexpected(ErrorCode::Internal, QStringLiteral("no codec for ") + type);
}

} // namespace

class TestProtocolVectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMessageTypeHasAVector();
    void everyPayloadHasItsVector();
    void vector_data();
    void vector();
    void errorCodeTable();
    void messageTable();
};

void TestProtocolVectors::everyMessageTypeHasAVector()
{
    const QList<Vector> vectors = vectorsOf(protocolText());
    QVERIFY2(vectors.size() >= 31, qPrintable(QString::number(vectors.size())));
    QSet<QString> names;
    QSet<QString> types;
    for (const Vector &vector : vectors) {
        QVERIFY2(!vector.name.isEmpty() && !names.contains(vector.name), qPrintable(vector.name));
        names.insert(vector.name);
        if (vector.only.isEmpty() && vector.error.isEmpty())
            types.insert(vector.type);
    }
    for (auto type = messageTypes().cbegin(); type != messageTypes().cend(); ++type)
        QVERIFY2(types.contains(type.key()), qPrintable(type.key()));
}

void TestProtocolVectors::everyPayloadHasItsVector()
{
    for (const Vector &vector : vectorsOf(protocolText())) {
        const bool isExact = vector.only.isEmpty() && vector.error.isEmpty();
        QVERIFY2(payloadFor(vector.name).has_value() == isExact, qPrintable(vector.name));
    }
}

void TestProtocolVectors::vector_data()
{
    QTest::addColumn<int>("index");
    const QList<Vector> vectors = vectorsOf(protocolText());
    for (int i = 0; i < vectors.size(); ++i)
        QTest::newRow(qPrintable(vectors.at(i).name)) << i;
}

void TestProtocolVectors::vector()
{
    QFETCH(int, index);
    const Vector vector = vectorsOf(protocolText()).at(index);
    const bool isSkipped = vector.only == QLatin1String("skip");
    const MessageType type = messageTypes().value(vector.type, {FrameType::FirstExtension, false, true});
    QVERIFY(isSkipped || messageTypes().contains(vector.type));

    FrameDecoder decoder(type.type == FrameType::VersionCheck ? FrameLimits::beforeVersionCheck()
                         : type.isFromDaemon                  ? FrameLimits::clientSide(Limits())
                                                              : FrameLimits::daemonSide(Limits()));
    decoder.feed(vector.frame);
    const Result<std::optional<FrameView>> frame = decoder.next();
    QVERIFY(frame);
    QCOMPARE(frame->has_value(), !isSkipped);
    if (isSkipped) {
        QVERIFY(decoder.isAtFrameBoundary());
        return;
    }
    QCOMPARE((*frame)->type, type.type);
    const QByteArray payload = (*frame)->payload.toByteArray();
    QCOMPARE(payload.size(), vector.frame.size() - frameHeaderSize);

    if (!vector.error.isEmpty()) {
        const Result<QByteArray> refused = reencode(vector.type, payload);
        QVERIFY(!refused);
        QCOMPARE(errorCodeName(refused.error().code()), vector.error);
        return;
    }
    if (type.isRaw) {
        const QByteArray json = "[" + vector.meaning.toUtf8() + "]";
        QCOMPARE(payload, QJsonDocument::fromJson(json).array().first().toString().toUtf8());
    } else {
        const Result<QByteArray> again = reencode(vector.type, payload);
        QVERIFY2(again, errorText(again));
        if (vector.only == QLatin1String("decode"))
            return;
        QCOMPARE(again->toHex(' '), payload.toHex(' '));
        QCOMPARE(QCborValue::fromCbor(payload).toDiagnosticNotation(QCborValue::Compact), vector.meaning);
    }
    const std::optional<QByteArray> expected = payloadFor(vector.name);
    QVERIFY(expected);
    QCOMPARE(encodeFrame(type.type, *expected).toHex(' '), vector.frame.toHex(' '));
}

void TestProtocolVectors::errorCodeTable()
{
    static const QRegularExpression row(QStringLiteral("^\\| (\\d+) \\| ([a-z_]+) \\| (yes|no) \\|"),
                                        QRegularExpression::MultilineOption);
    int expectedCode = 1;
    for (auto match = row.globalMatch(protocolText()); match.hasNext(); ++expectedCode) {
        const QRegularExpressionMatch line = match.next();
        QCOMPARE(line.captured(1).toInt(), expectedCode);
        const auto code = static_cast<ErrorCode>(expectedCode);
        QCOMPARE(line.captured(2), errorCodeName(code));
        QCOMPARE(line.captured(3) == QLatin1String("yes"), isRetryable(code));
    }
    // The table ends where the codes do.
    QVERIFY(expectedCode > 1);
    QCOMPARE(errorCodeName(static_cast<ErrorCode>(expectedCode)),
             QStringLiteral("error_%1").arg(expectedCode));
}

void TestProtocolVectors::messageTable()
{
    static const QRegularExpression row(
        QStringLiteral("^\\| 0x([0-9a-f]{2}) \\| (\\w+) \\| ([a-z, ]+) \\| [^|]* \\| ([0-9,]+)[^|]* \\|$"),
        QRegularExpression::MultilineOption);
    int rows = 0;
    for (auto match = row.globalMatch(protocolText()); match.hasNext(); ++rows) {
        const QRegularExpressionMatch line = match.next();
        const auto type = static_cast<FrameType>(line.captured(1).toInt(nullptr, 16));
        QVERIFY2(messageTypes().contains(line.captured(2)), qPrintable(line.captured(2)));
        QCOMPARE(messageTypes().value(line.captured(2)).type, type);
        const qsizetype bytes = line.captured(4).remove(QLatin1Char(',')).toLongLong();
        const QString sender = line.captured(3);
        const bool isFirst = sender == QLatin1String("both, first");
        const bool isFromBoth = sender == QLatin1String("both");
        QCOMPARE(FrameLimits::beforeVersionCheck().maxPayload(type), isFirst ? bytes : -1);
        QCOMPARE(FrameLimits::daemonSide(Limits()).maxPayload(type),
                 isFromBoth || sender == QLatin1String("client") ? bytes : -1);
        QCOMPARE(FrameLimits::clientSide(Limits()).maxPayload(type),
                 isFromBoth || sender == QLatin1String("daemon") ? bytes : -1);
    }
    QCOMPARE(rows, messageTypes().size());
}

QTEST_APPLESS_MAIN(TestProtocolVectors)
#include "tst_protocolvectors.moc"
