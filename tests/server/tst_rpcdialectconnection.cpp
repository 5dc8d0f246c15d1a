// JSON-RPC without frames on a server's listener: every dialect, every split, and peers that go.
#include "tests/shared/sockets.h"
#include "tests/shared/streamrecorder.h"

#include <daemonrpc/server/jsonrpcservice.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/transport/local/descriptorstream.h>
#include <daemonrpc/transport/tcp/tcplistener.h>
#include <daemonrpc/wire/contentlengthframing.h>
#include <daemonrpc/wire/goxeframing.h>
#include <daemonrpc/wire/jsonlineframing.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <sys/socket.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largeBytes = 16 * 1024 * 1024;

/// One stream of a client, and what came on it.
struct Caller
{
    explicit Caller(FileDescriptor socket)
        : descriptor(socket.get())
        , stream(std::make_unique<DescriptorStream>(std::move(socket)))
        , recorder(stream.get())
    {}

    void send(QByteArrayView bytes) const
    {
        stream->write(bytes);
        stream->flush();
    }

    int descriptor;
    std::unique_ptr<Stream> stream;
    StreamRecorder recorder;
};

QByteArray request(int id, const char *method, const QByteArray &params = "[]")
{
    return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"method":")" + method +
           R"(","params":)" + params + '}';
}

std::unique_ptr<RpcFraming> makeFraming(Dialect dialect)
{
    constexpr qint64 limit = 64 * 1024 * 1024;
    switch (dialect) {
    case Dialect::ContentLength: return std::make_unique<ContentLengthFraming>(limit);
    case Dialect::Goxe: return std::make_unique<GoxeFraming>(limit);
    default: return std::make_unique<JsonLineFraming>(limit);
    }
}

QByteArray enveloped(const RpcFraming &framing, const QByteArray &text)
{
    const RpcFraming::Envelope envelope = framing.envelope(text.size());
    return envelope.head + text + envelope.tail;
}

QList<QJsonObject> answersIn(Dialect dialect, const QByteArray &bytes)
{
    QList<QJsonObject> answers;
    const std::unique_ptr<RpcFraming> framing = makeFraming(dialect);
    framing->feed(bytes);
    for (;;) {
        const auto text = framing->next();
        if (!text || !*text)
            return answers;
        answers.append(QJsonDocument::fromJson((*text)->toByteArray()).object());
    }
}

} // namespace

class tst_RpcDialectConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everySplit_data();
    void everySplit();
    void pipelined_data();
    void pipelined();
    void largeAnswerToASlowReader();
    void halfEndedPeerGetsItsAnswers();
    void halfEndedPeerThatVanishes();
    void vanishedPeer();
    void vanishedPeerOverTcp();
    void peerThatReadsLate();
    void peerThatNeverReadsAndGoes();
    void peersTakeTurns();
    void brokenEnvelope_data();
    void brokenEnvelope();
    void brokenTextIsAnsweredAndTheNextOneServed();
    void otherLanguages_data();
    void otherLanguages();
    void silence();
    void records();
    void notifications();
    void tokens();
    void withoutARole_data();
    void withoutARole();
    void drainWaitsForCalls();
    void drainGivesCancelledCallsTheGrace();
    void drainWaitsForAnswersToBeTaken();
    void stopAnswersCalls();
    void lastStepOfAStopEndsCalls();

private:
    std::unique_ptr<Caller> call()
    {
        auto [near, far] = socketPair();
        m_server->serve(std::make_unique<DescriptorStream>(std::move(near)));
        auto caller = std::make_unique<Caller>(std::move(far));
        caller->stream->setReading(true);
        return caller;
    }

    std::unique_ptr<JsonRpcService> m_service;
    std::unique_ptr<Server> m_server;
    QList<RpcCall> m_kept;
    int m_cancelled = 0;
};

void tst_RpcDialectConnection::init()
{
    m_kept.clear();
    m_cancelled = 0;
    m_service = std::make_unique<JsonRpcService>();
    MethodRegistry &methods = m_service->methods();
    methods.addSync(
        {u"echo"_s, {}, {{u"text"_s, RpcType::String, true, {}}}, {}},
        [](const RpcParams &params, const RpcPeer &) -> Result<QJsonValue> { return params.value(u"text"); });
    methods.addSync({u"large"_s, {}, {}, {}}, [](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
        return QString(largeBytes, u'x');
    });
    methods.addSync({u"slow"_s, {}, {}, {}}, [](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
        QThread::msleep(1);
        return true;
    });
    methods.add({u"keep"_s, {}, {}, {}}, [this](const RpcCall &call) {
        call.onCancelled([this] { ++m_cancelled; });
        m_kept.append(call);
    });
    methods.add({u"tell"_s, {}, {}, {}}, [](const RpcCall &call) {
        call.notify(u"news"_s, QJsonObject{{u"n"_s, 1}});
        call.reply(true);
    });
    Limits limits;
    limits.handshakeTimeout = std::chrono::milliseconds(300);
    limits.grace = std::chrono::milliseconds(500);
    m_server = std::make_unique<Server>(HandlerRegistry(), limits);
    m_server->setRpcEndpoint(m_service.get());
}

void tst_RpcDialectConnection::cleanup()
{
    m_kept.clear();
    m_server.reset();
    m_service.reset();
}

static void addDialects()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("lines") << Dialect::JsonLines;
    QTest::newRow("headers") << Dialect::ContentLength;
    QTest::newRow("goxe") << Dialect::Goxe;
}

void tst_RpcDialectConnection::everySplit_data() { addDialects(); }

void tst_RpcDialectConnection::everySplit()
{
    QFETCH(const Dialect, dialect);
    const std::unique_ptr<RpcFraming> framing = makeFraming(dialect);
    const QByteArray bytes = enveloped(*framing, request(1, "echo", R"(["a{\"}é"])")) +
                             enveloped(*framing, request(2, "echo", R"({"text":"b"})"));
    for (qsizetype split = 1; split < bytes.size(); ++split) {
        const auto caller = call();
        caller->send(bytes.first(split));
        QCoreApplication::processEvents();
        caller->send(bytes.sliced(split));
        QTRY_COMPARE(answersIn(dialect, caller->recorder.bytes).size(), 2);
        const QList<QJsonObject> answers = answersIn(dialect, caller->recorder.bytes);
        QCOMPARE(answers[0].value(u"result").toString(), u"a{\"}é"_s);
        QCOMPARE(answers[1].value(u"result").toString(), u"b"_s);
    }
}

void tst_RpcDialectConnection::pipelined_data() { addDialects(); }

// A thousand requests in one write, and each answer once.
void tst_RpcDialectConnection::pipelined()
{
    QFETCH(const Dialect, dialect);
    const std::unique_ptr<RpcFraming> framing = makeFraming(dialect);
    QByteArray bytes;
    for (int id = 0; id < 1000; ++id)
        bytes += enveloped(*framing, request(id, "echo", R"(["x"])"));
    const auto caller = call();
    caller->send(bytes);
    QTRY_COMPARE(answersIn(dialect, caller->recorder.bytes).size(), 1000);
    QSet<int> ids;
    for (const QJsonObject &answer : answersIn(dialect, caller->recorder.bytes))
        ids.insert(answer.value(u"id").toInt(-1));
    QCOMPARE(ids.size(), 1000);
}

void tst_RpcDialectConnection::largeAnswerToASlowReader()
{
    const auto caller = call();
    caller->recorder.keepsBytes = false;
    qsizetype x = 0;
    // One piece, a pause, the next one.
    caller->recorder.whenReceived = [&caller, &x](QByteArrayView bytes) {
        x += std::count(bytes.begin(), bytes.end(), 'x');
        caller->stream->setReading(false);
        QMetaObject::invokeMethod(
            caller->stream.get(), [&caller] { caller->stream->setReading(true); }, Qt::QueuedConnection);
    };
    caller->send(request(1, "large"));
    QTRY_COMPARE_WITH_TIMEOUT(x, largeBytes, 30000);
    caller->recorder.whenReceived = nullptr;
    caller->recorder.keepsBytes = true;
    caller->send(request(2, "echo", R"(["after"])"));
    QTRY_VERIFY(caller->recorder.bytes.contains("after"));
}

// A shell's pipe into a socket ends its side and waits for the answer.
void tst_RpcDialectConnection::halfEndedPeerGetsItsAnswers()
{
    const auto caller = call();
    caller->send(request(1, "keep"));
    QTRY_COMPARE(m_kept.size(), 1);
    QCOMPARE(::shutdown(caller->descriptor, SHUT_WR), 0);
    QTest::qWait(300); // longer than the check for vanished peers
    QCOMPARE(m_server->connections().count(), 1);
    QCOMPARE(m_cancelled, 0);
    m_kept.constFirst().reply(u"at last"_s);
    QTRY_VERIFY(caller->recorder.bytes.contains("at last"));
    QTRY_COMPARE(m_server->connections().count(), 0);
}

void tst_RpcDialectConnection::halfEndedPeerThatVanishes()
{
    auto caller = call();
    caller->send(request(1, "keep"));
    QTRY_COMPARE(m_kept.size(), 1);
    QCOMPARE(::shutdown(caller->descriptor, SHUT_WR), 0);
    QCoreApplication::processEvents();
    caller.reset();
    QTRY_COMPARE(m_cancelled, 1);
    QTRY_COMPARE(m_server->connections().count(), 0);
}

void tst_RpcDialectConnection::vanishedPeer()
{
    auto caller = call();
    caller->send(request(1, "keep") + request(2, "keep"));
    QTRY_COMPARE(m_kept.size(), 2);
    caller.reset();
    QTRY_COMPARE(m_cancelled, 2);
    QTRY_COMPARE(m_server->connections().count(), 0);
}

namespace {

class OpenPolicy : public AccessPolicy
{
public:
    [[nodiscard]] Role roleOf(const PeerIdentity &) const override { return Role::Control; }
};

} // namespace

void tst_RpcDialectConnection::vanishedPeerOverTcp()
{
    Result<FileDescriptor> socket = TcpListener::bind(u"127.0.0.1"_s, 0);
    QVERIFY(socket);
    auto listener = std::make_unique<TcpListener>(std::move(*socket));
    const auto port = static_cast<quint16>(listener->localAddress().section(u':', -1).toUInt());
    m_server->setAccessPolicy(std::make_shared<OpenPolicy>());
    m_server->addListener(std::move(listener));
    QTcpSocket caller;
    caller.connectToHost(u"127.0.0.1"_s, port);
    QTRY_COMPARE(caller.state(), QAbstractSocket::ConnectedState);
    caller.write(request(1, "keep"));
    QTRY_COMPARE(m_kept.size(), 1);
    caller.disconnectFromHost(); // a FIN, no reset
    QTRY_COMPARE(m_cancelled, 1);
    QTRY_COMPARE(m_server->connections().count(), 0);
}

// Answers are not made before they can be taken: one waits, the others are not even begun.
void tst_RpcDialectConnection::peerThatReadsLate()
{
    const auto caller = call();
    caller->recorder.keepsBytes = false;
    caller->stream->setReading(false);
    for (int id = 0; id < 10; ++id)
        caller->send(request(id, "large"));
    QTRY_VERIFY(m_server->connections().answerBytesPending() > 0);
    QTest::qWait(100); // several times as long as it takes to ask again whether more may be started
    QVERIFY(m_server->connections().answerBytesPending() < largeBytes + 1000);
    caller->stream->setReading(true);
    QTRY_VERIFY_WITH_TIMEOUT(caller->recorder.byteCount > 10 * largeBytes, 30000);
    QCOMPARE(m_server->connections().count(), 1);
}

void tst_RpcDialectConnection::peerThatNeverReadsAndGoes()
{
    auto caller = call();
    caller->stream->setReading(false);
    for (int id = 0; id < 10; ++id)
        caller->send(request(id, "large"));
    QTRY_VERIFY(m_server->connections().answerBytesPending() > 0);
    caller.reset();
    QTRY_COMPARE(m_server->connections().count(), 0);
}

// One peer's pile of work does not keep the others from theirs.
void tst_RpcDialectConnection::peersTakeTurns()
{
    const auto busy = call();
    const auto other = call();
    QByteArray bytes;
    for (int id = 0; id < 300; ++id)
        bytes += request(id, "slow");
    busy->send(bytes);
    other->send(request(1, "echo", R"(["x"])"));
    QTRY_VERIFY(!other->recorder.bytes.isEmpty());
    QVERIFY(answersIn(Dialect::JsonLines, busy->recorder.bytes).size() < 150);
    QTRY_COMPARE(answersIn(Dialect::JsonLines, busy->recorder.bytes).size(), 300);
}

void tst_RpcDialectConnection::brokenEnvelope_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("length") << QByteArray("Content-Length: many\r\n\r\n") << Dialect::ContentLength;
    QTest::newRow("too long") << QByteArray("Content-Length: 999999999\r\n\r\n") << Dialect::ContentLength;
    QTest::newRow("goxe version") << QByteArray("GOXE\0\0\0\2\0\0\0\2\0\0\0\0{}", 18) << Dialect::Goxe;
    QTest::newRow("too long line") << QByteArray("[" + QByteArray(16 * 1024 * 1024, ' '))
                                   << Dialect::JsonLines;
}

// The peer is told, in its dialect, and the connection ends.
void tst_RpcDialectConnection::brokenEnvelope()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Dialect, dialect);
    const auto caller = call();
    caller->send(bytes);
    QTRY_VERIFY(caller->recorder.endCount() == 1);
    const QList<QJsonObject> answers = answersIn(dialect, caller->recorder.bytes);
    QCOMPARE(answers.size(), 1);
    QVERIFY(answers[0].value(u"id").isNull());
    QVERIFY(answers[0].value(u"error").toObject().value(u"code").toInt() < 0);
    QTRY_COMPARE(m_server->connections().count(), 0);
}

void tst_RpcDialectConnection::brokenTextIsAnsweredAndTheNextOneServed()
{
    const auto caller = call();
    caller->send("{\"jsonrpc\": broken}\n" + request(1, "echo", R"(["x"])"));
    QTRY_COMPARE(answersIn(Dialect::JsonLines, caller->recorder.bytes).size(), 2);
    const QList<QJsonObject> answers = answersIn(Dialect::JsonLines, caller->recorder.bytes);
    QCOMPARE(answers[0].value(u"error").toObject().value(u"code").toInt(), -32700);
    QCOMPARE(answers[1].value(u"result").toString(), u"x"_s);
}

void tst_RpcDialectConnection::otherLanguages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("http without an endpoint") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("pipes without an endpoint") << QByteArray("DUCT");
    QTest::newRow("tls") << QByteArray("\x16\x03\x01\x02\x00\x01", 6);
    QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH\r\n");
}

// They are refused in the command protocol, and at once.
void tst_RpcDialectConnection::otherLanguages()
{
    QFETCH(const QByteArray, bytes);
    const auto caller = call();
    for (const char byte : bytes) {
        if (caller->recorder.endCount() == 0)
            caller->send(QByteArrayView(&byte, 1));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(caller->recorder.endCount(), 1);
    QVERIFY(caller->recorder.bytes.startsWith('\0'));
    QTRY_COMPARE(m_server->connections().count(), 0);
}

// Half a dialect is no dialect for ever.
void tst_RpcDialectConnection::silence()
{
    for (const char *bytes : {"Con", "{\"jsonrpc\"", "Content-Length: 10\r\n\r\n{", "\n\n\n"}) {
        const auto caller = call();
        caller->send(bytes);
        QTRY_COMPARE(caller->recorder.endCount(), 1);
        QTRY_COMPARE(m_server->connections().count(), 0);
    }
}

void tst_RpcDialectConnection::records()
{
    const auto caller = call();
    caller->send(request(1, "echo", R"(["x"])"));
    QTRY_VERIFY(!caller->recorder.bytes.isEmpty());
    const QList<ConnectionRecord> records = m_server->connections().records();
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].dialect, Dialect::JsonLines);
    QCOMPARE(records[0].state, ConnectionState::Rpc);
    QCOMPARE(records[0].bytesReceived, request(1, "echo", R"(["x"])").size());
    QCOMPARE(records[0].bytesSent, caller->recorder.bytes.size());
    QCOMPARE(records[0].peer.role, Role::Control);
    QCOMPARE(records[0].requests, 1u);
    caller->send('[' + request(2, "echo", R"(["y"])").trimmed() + ',' +
                 request(3, "echo", R"(["z"])").trimmed() + "]\n");
    QTRY_COMPARE(m_server->connections().records()[0].requests, 3u);
}

void tst_RpcDialectConnection::notifications()
{
    const auto caller = call();
    caller->send(request(1, "tell"));
    QTRY_COMPARE(answersIn(Dialect::JsonLines, caller->recorder.bytes).size(), 2);
    QCOMPARE(answersIn(Dialect::JsonLines, caller->recorder.bytes)[0].value(u"method").toString(), u"news"_s);
}

namespace {

/// Knows one token, and nobody without it.
class TokenPolicy : public AccessPolicy
{
public:
    [[nodiscard]] Role roleOf(const PeerIdentity &) const override { return Role::None; }

    [[nodiscard]] bool mayAuthenticate(const PeerIdentity &) const override { return true; }

    [[nodiscard]] Result<Role> authenticate(const PeerIdentity &, QByteArrayView token) const override
    {
        if (token == "look")
            return Role::ReadOnly;
        if (token == "secret")
            return Role::Control;
        return unexpected(ErrorCode::PermissionDenied, u"wrong token"_s);
    }
};

} // namespace

void tst_RpcDialectConnection::tokens()
{
    m_server->setAccessPolicy(std::make_shared<TokenPolicy>());
    const auto caller = call();
    int id = 0;
    const auto codeOf = [&](const char *method, const QByteArray &params) {
        caller->recorder.bytes.clear();
        caller->send(request(++id, method, params));
        if (!QTest::qWaitFor(
                [&] { return !answersIn(Dialect::JsonLines, caller->recorder.bytes).isEmpty(); }))
            return 1;
        return answersIn(Dialect::JsonLines, caller->recorder.bytes)[0]
            .value(u"error")
            .toObject()
            .value(u"code")
            .toInt();
    };
    const int denied = RpcError::codeFor(ErrorCode::PermissionDenied);
    QCOMPARE(codeOf("echo", R"(["x"])"), denied);
    QCOMPARE(codeOf("daemon.authenticate", R"(["wrong"])"), denied);
    QCOMPARE(codeOf("daemon.authenticate", R"(["look"])"), 0);
    QCOMPARE(m_server->connections().records()[0].peer.role, Role::ReadOnly);
    QCOMPARE(codeOf("echo", R"(["x"])"), denied); // a method needs the role control unless it says otherwise
    QCOMPARE(codeOf("daemon.authenticate", R"(["secret"])"), 0);
    QCOMPARE(codeOf("echo", R"(["x"])"), 0);
    QCOMPARE(codeOf("daemon.authenticate", R"(["secret"])"), denied); // the fourth try
}

void tst_RpcDialectConnection::withoutARole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing that helps") << QByteArray("{}\n");
    QTest::newRow("the beginning of something large") << QByteArray("[\"" + QByteArray(5000, 'a'));
    QTest::newRow("one after the other") << QByteArray("{}\n").repeated(20);
}

// Who does not authenticate holds neither memory nor a place for long.
void tst_RpcDialectConnection::withoutARole()
{
    QFETCH(const QByteArray, bytes);
    m_server->setAccessPolicy(std::make_shared<TokenPolicy>());
    const auto caller = call();
    caller->send(bytes);
    QTRY_COMPARE(caller->recorder.endCount(), 1);
    QTRY_COMPARE(m_server->connections().count(), 0);
}

// An upgrade or a restart kills nobody's call.
void tst_RpcDialectConnection::drainWaitsForCalls()
{
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto caller = call();
    caller->send(request(1, "keep"));
    QTRY_COMPARE(m_kept.size(), 1);
    m_server->drain();
    caller->send(request(2, "echo", R"(["still here"])"));
    QTRY_VERIFY(caller->recorder.bytes.contains("still here"));
    QCOMPARE(drained.size(), 0);
    m_kept.constFirst().reply(u"done"_s);
    QTRY_COMPARE(drained.size(), 1);
    QTRY_VERIFY(caller->recorder.bytes.contains("done"));
}

void tst_RpcDialectConnection::drainGivesCancelledCallsTheGrace()
{
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto caller = call();
    caller->send(request(1, "keep"));
    QTRY_COMPARE(m_kept.size(), 1);
    m_server->drain();
    caller->send(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}})");
    QTRY_COMPARE(m_cancelled, 1); // its method still holds it
    QCoreApplication::processEvents();
    QCOMPARE(drained.size(), 0);
    QTRY_COMPARE(drained.size(), 1);
}

void tst_RpcDialectConnection::drainWaitsForAnswersToBeTaken()
{
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto caller = call();
    caller->stream->setReading(false);
    caller->send(request(1, "large"));
    QTRY_VERIFY(m_server->connections().answerBytesPending() > 0);
    m_server->drain();
    QCoreApplication::processEvents();
    QCOMPARE(drained.size(), 0);
    caller->stream->setReading(true);
    QTRY_COMPARE(drained.size(), 1);
    QTRY_VERIFY(caller->recorder.byteCount > largeBytes);
}

void tst_RpcDialectConnection::stopAnswersCalls()
{
    const auto caller = call();
    caller->send(request(1, "keep"));
    QTRY_COMPARE(m_kept.size(), 1);
    m_server->cancelCalls();
    QCOMPARE(m_cancelled, 1);
    QTRY_COMPARE(answersIn(Dialect::JsonLines, caller->recorder.bytes).size(), 1);
    QCOMPARE(answersIn(Dialect::JsonLines, caller->recorder.bytes)[0]
                 .value(u"error")
                 .toObject()
                 .value(u"code")
                 .toInt(),
             RpcError::codeFor(ErrorCode::Cancelled));
}

void tst_RpcDialectConnection::lastStepOfAStopEndsCalls()
{
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto caller = call();
    caller->send(request(1, "keep"));
    QTRY_COMPARE(m_kept.size(), 1);
    m_server->drain();
    m_server->dropUndelivered();
    QTRY_COMPARE(m_cancelled, 1);
    QTRY_COMPARE(drained.size(), 1);
}

QTEST_GUILESS_MAIN(tst_RpcDialectConnection)
#include "tst_rpcdialectconnection.moc"
