#include "tests/shared/signalerror.h"
#include "tests/shared/wirepeer.h"

#include <daemonrpc/session/daemonsession.h>
#include <daemonrpc/wire/clientmessages.h>

#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;

class tst_DaemonSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void handshake();
    void versionAndCommandInOneWrite();
    void refuses();
    void outOfOrder_data();
    void outOfOrder();
    void badPayloads_data();
    void badPayloads();
    void violationBeforeTheVersion();
    void otherDialect();
    void versionTwiceBeforeTheAnswer();
    void inputWithinTheGrant();
    void inputBeyondTheGrant();
    void inputAfterItsEnd();
    void inputNotOffered();
    void grantsAreBounded();
    void cancelAndResize();
    void outputInOrder();
    void nothingIsSentInTheWrongState();
    void lastWord_data();
    void lastWord();
    void peerGone_data();
    void peerGone();
    void peerGoneInsideAMessage();
    void nothingAfterTheLastWord();
    void rpcBothWays();
    void ignoresExtensions();

private:
    enum class Stage { Start, Greeted, Running, Conversing };

    /// Brings the session to @p stage.
    void reach(Stage stage);
    [[nodiscard]] Error lastError() const;
    [[nodiscard]] static VersionCheck ownVersion();
    [[nodiscard]] static QByteArray commandPayload(bool hasInput);

    std::unique_ptr<DaemonSession> m_session;
    std::unique_ptr<WirePeer> m_peer;
    std::unique_ptr<QSignalSpy> m_violated;
    std::unique_ptr<QSignalSpy> m_gone;
    std::unique_ptr<QSignalSpy> m_closed;
    bool m_accepts = true;
};

VersionCheck tst_DaemonSession::ownVersion()
{
    VersionCheck version;
    version.buildId = "the daemon";
    return version;
}

QByteArray tst_DaemonSession::commandPayload(bool hasInput)
{
    Command command({"cat", "-"});
    command.hasInput = hasInput;
    return command.encode();
}

void tst_DaemonSession::init()
{
    m_accepts = true;
    auto [near, far] = MemoryStream::makePair();
    m_session = std::make_unique<DaemonSession>(std::move(near), Limits());
    m_session->setVersion(ownVersion());
    m_peer = std::make_unique<WirePeer>(std::move(far));
    m_violated = std::make_unique<QSignalSpy>(m_session.get(), &DaemonSession::violated);
    m_gone = std::make_unique<QSignalSpy>(m_session.get(), &DaemonSession::peerGone);
    m_closed = std::make_unique<QSignalSpy>(m_session.get(), &DaemonSession::closed);
    connect(m_session.get(), &DaemonSession::versionReceived, m_session.get(), [this] {
        if (m_accepts)
            m_session->accept(ownVersion());
    });
    m_session->start();
}

void tst_DaemonSession::cleanup()
{
    m_session.reset();
    m_peer.reset();
}

void tst_DaemonSession::reach(Stage stage)
{
    if (stage == Stage::Start)
        return;
    m_peer->send(FrameType::VersionCheck, VersionCheck().encode());
    if (stage == Stage::Running)
        m_peer->send(FrameType::Command, commandPayload(true));
    if (stage == Stage::Conversing)
        m_peer->send(FrameType::Rpc, "{}");
    const DaemonSession::State wanted = stage == Stage::Running      ? DaemonSession::State::Running
                                        : stage == Stage::Conversing ? DaemonSession::State::Rpc
                                                                     : DaemonSession::State::AwaitingCommand;
    QTRY_COMPARE(m_session->state(), wanted);
}

Error tst_DaemonSession::lastError() const
{
    const Result<Error> error = decodeCommandError(m_peer->last(FrameType::CommandError));
    return error ? *error : error.error();
}

void tst_DaemonSession::handshake()
{
    QCOMPARE(m_session->state(), DaemonSession::State::AwaitingVersion);
    QSignalSpy versions(m_session.get(), &DaemonSession::versionReceived);
    VersionCheck version;
    version.buildId = "the client";
    m_peer->send(FrameType::VersionCheck, version.encode());
    QTRY_COMPARE(versions.size(), 1);
    QCOMPARE(versions.constFirst().constFirst().value<VersionCheck>(), version);
    QTRY_COMPARE(m_peer->count(FrameType::VersionCheck), 1);
    QCOMPARE(*VersionCheck::decode(m_peer->last(FrameType::VersionCheck)), ownVersion());
    QCOMPARE(m_session->state(), DaemonSession::State::AwaitingCommand);
}

void tst_DaemonSession::versionAndCommandInOneWrite()
{
    QSignalSpy commands(m_session.get(), &DaemonSession::commandReceived);
    m_peer->sendRaw(encodeFrame(FrameType::VersionCheck, VersionCheck().encode()) +
                    encodeFrame(FrameType::Command, commandPayload(false)));
    QTRY_COMPARE(commands.size(), 1);
    QCOMPARE(commands.constFirst().constFirst().value<Command>().arguments, QByteArrayList({"cat", "-"}));
    QCOMPARE(m_violated->size(), 0);
}

// Nothing that follows a refused version may have an effect.
void tst_DaemonSession::refuses()
{
    m_accepts = false;
    QSignalSpy commands(m_session.get(), &DaemonSession::commandReceived);
    connect(m_session.get(), &DaemonSession::versionReceived, m_session.get(), [this] {
        m_session->refuse(ownVersion(), Error(ErrorCode::DaemonNewer, QStringLiteral("too old")));
    });
    m_peer->sendRaw(encodeFrame(FrameType::VersionCheck, VersionCheck().encode()) +
                    encodeFrame(FrameType::Command, commandPayload(false)) + "and garbage");
    QTRY_COMPARE(m_closed->size(), 1);
    QTRY_COMPARE(m_peer->frames().size(), 2);
    QCOMPARE(m_peer->frames()[0].type, FrameType::VersionCheck);
    QCOMPARE(m_peer->frames()[1].type, FrameType::CommandError);
    QCOMPARE(lastError().code(), ErrorCode::DaemonNewer);
    QCOMPARE(commands.size(), 0);
    QCOMPARE(m_violated->size(), 0);
    QCOMPARE(m_gone->size(), 0);
    QCOMPARE(m_session->state(), DaemonSession::State::Closing);
}

void tst_DaemonSession::outOfOrder_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("payload");
    const QHash<FrameType, QByteArray> payloads{{FrameType::VersionCheck, VersionCheck().encode()},
                                                {FrameType::Command, commandPayload(true)},
                                                {FrameType::InputChunk, "x"},
                                                {FrameType::Cancel, Cancel{2}.encode()},
                                                {FrameType::Resize, Resize{80, 24}.encode()},
                                                {FrameType::Rpc, "{}"},
                                                {FrameType::OutputChunk, "x"},
                                                {FrameType::ErrorChunk, "x"},
                                                {FrameType::InputWanted, InputWanted{1}.encode()},
                                                {FrameType::CommandFinished, CommandFinished().encode()},
                                                {static_cast<FrameType>(0x7f), "x"}};
    const QHash<Stage, QList<FrameType>> allowed{
        {Stage::Start, {FrameType::VersionCheck}},
        {Stage::Greeted, {FrameType::Command, FrameType::Rpc}},
        {Stage::Running, {FrameType::Cancel, FrameType::Resize}}, // input: only what was granted
        {Stage::Conversing, {FrameType::Rpc}}};
    const QHash<Stage, const char *> names{{Stage::Start, "start"},
                                           {Stage::Greeted, "greeted"},
                                           {Stage::Running, "running"},
                                           {Stage::Conversing, "conversing"}};
    for (const Stage stage : {Stage::Start, Stage::Greeted, Stage::Running, Stage::Conversing}) {
        for (auto it = payloads.begin(); it != payloads.end(); ++it) {
            if (!allowed[stage].contains(it.key()))
                QTest::addRow("%s: 0x%02x", names[stage], int(it.key()))
                    << int(stage) << int(it.key()) << it.value();
        }
    }
}

void tst_DaemonSession::outOfOrder()
{
    QFETCH(const int, stage);
    QFETCH(const int, type);
    QFETCH(const QByteArray, payload);
    reach(static_cast<Stage>(stage));
    QSignalSpy commands(m_session.get(), &DaemonSession::commandReceived);
    QSignalSpy rpc(m_session.get(), &DaemonSession::rpcReceived);
    m_peer->send(static_cast<FrameType>(type), payload);
    m_peer->send(FrameType::Rpc, "{}"); // nothing counts any more
    QTRY_COMPARE(m_violated->size(), 1);
    QTRY_COMPARE(m_peer->count(FrameType::CommandError), 1);
    QCOMPARE(lastError().code(), ErrorCode::ProtocolViolation);
    QCOMPARE(errorIn(*m_violated).code(), ErrorCode::ProtocolViolation);
    QCOMPARE(m_peer->count(FrameType::VersionCheck), 1);
    QCOMPARE(m_peer->frames().constFirst().type, FrameType::VersionCheck);
    QTRY_COMPARE(m_closed->size(), 1);
    m_peer->hangUp();
    QCoreApplication::processEvents();
    QCOMPARE(m_violated->size(), 1);
    QCOMPARE(m_gone->size(), 0);
    QCOMPARE(commands.size(), 0);
    QCOMPARE(rpc.size(), 0);
}

void tst_DaemonSession::badPayloads_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("type");
    for (const auto &[name, stage, type] : {std::tuple{"VersionCheck", Stage::Start, FrameType::VersionCheck},
                                            std::tuple{"Command", Stage::Greeted, FrameType::Command},
                                            std::tuple{"Cancel", Stage::Running, FrameType::Cancel},
                                            std::tuple{"Resize", Stage::Running, FrameType::Resize}})
        QTest::addRow("%s", name) << int(stage) << int(type);
}

void tst_DaemonSession::badPayloads()
{
    QFETCH(const int, stage);
    QFETCH(const int, type);
    reach(static_cast<Stage>(stage));
    m_peer->send(static_cast<FrameType>(type), "\xff\xff no CBOR");
    QTRY_COMPARE(m_violated->size(), 1);
    QTRY_COMPARE(m_peer->count(FrameType::CommandError), 1);
    QCOMPARE(lastError().code(), ErrorCode::ProtocolViolation);
    QTRY_COMPARE(m_closed->size(), 1);
}

// docs/PROTOCOL.md, "Handshake": the peer cannot read a CommandError before it has a VersionCheck.
void tst_DaemonSession::violationBeforeTheVersion()
{
    m_peer->sendRaw(QByteArray("\x00\xff\xff\xff\x01", 5));
    QTRY_COMPARE(m_violated->size(), 1);
    QTRY_COMPARE(m_peer->frames().size(), 2);
    QCOMPARE(m_peer->frames()[0].type, FrameType::VersionCheck);
    QCOMPARE(m_peer->frames()[0].payload, ownVersion().encode());
    QCOMPARE(m_peer->frames()[1].type, FrameType::CommandError);
    QCOMPARE(lastError().code(), ErrorCode::MessageTooLarge);
}

// What does not begin with a frame is left to whoever speaks it, with all its bytes.
void tst_DaemonSession::otherDialect()
{
    QByteArrayList pieces;
    connect(m_session.get(), &DaemonSession::otherDialect, this,
            [&pieces](QByteArrayView bytes) { pieces.append(bytes.toByteArray()); });
    m_peer->sendRaw("G");
    QTRY_COMPARE(pieces, QByteArrayList{"G"});
    m_peer->sendRaw(QByteArray("\x00 /", 3));
    QTRY_COMPARE(pieces, (QByteArrayList{"G", QByteArray("\x00 /", 3)}));
    QCOMPARE(m_violated->size(), 0);
    std::unique_ptr<Stream> stream = m_session->takeStream();
    m_session.reset();
    stream->write("answer");
    stream->flush();
    m_peer->hangUp();
    QSignalSpy ended(stream.get(), &Stream::ended);
    QTRY_COMPARE(ended.size(), 1);
}

void tst_DaemonSession::versionTwiceBeforeTheAnswer()
{
    m_accepts = false; // a server that takes its time
    QSignalSpy versions(m_session.get(), &DaemonSession::versionReceived);
    m_peer->send(FrameType::VersionCheck, VersionCheck().encode());
    m_peer->send(FrameType::VersionCheck, VersionCheck().encode());
    QTRY_COMPARE(m_violated->size(), 1);
    QCOMPARE(versions.size(), 1);
}

void tst_DaemonSession::inputWithinTheGrant()
{
    reach(Stage::Running);
    QByteArray input;
    connect(m_session.get(), &DaemonSession::inputReceived, m_session.get(),
            [&input](QByteArrayView bytes) { input += bytes.toByteArray(); });
    QSignalSpy finished(m_session.get(), &DaemonSession::inputFinished);
    m_session->grantInput(3);
    m_session->grantInput(2);
    QTRY_COMPARE(m_peer->count(FrameType::InputWanted), 2);
    QCOMPARE(InputWanted::decode(m_peer->last(FrameType::InputWanted))->bytes, 2);
    m_peer->send(FrameType::InputChunk, "1234");
    m_peer->send(FrameType::InputChunk, "5");
    m_peer->send(FrameType::InputChunk, {});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(input, QByteArray("12345"));
    m_session->grantInput(10); // the input has ended: nobody is asked
    QCoreApplication::processEvents();
    QCOMPARE(m_peer->count(FrameType::InputWanted), 2);
    QCOMPARE(m_violated->size(), 0);
}

void tst_DaemonSession::inputBeyondTheGrant()
{
    reach(Stage::Running);
    qsizetype received = 0;
    connect(m_session.get(), &DaemonSession::inputReceived, m_session.get(),
            [&received](QByteArrayView bytes) { received += bytes.size(); });
    m_session->grantInput(5);
    m_peer->send(FrameType::InputChunk, "1234");
    m_peer->send(FrameType::InputChunk, "56");
    QTRY_COMPARE(m_violated->size(), 1);
    QCOMPARE(received, 4);
    QTRY_COMPARE(lastError().code(), ErrorCode::ProtocolViolation);
}

void tst_DaemonSession::inputAfterItsEnd()
{
    reach(Stage::Running);
    QSignalSpy finished(m_session.get(), &DaemonSession::inputFinished);
    m_session->grantInput(5);
    m_peer->send(FrameType::InputChunk, {});
    m_peer->send(FrameType::InputChunk, {});
    QTRY_COMPARE(m_violated->size(), 1);
    QCOMPARE(finished.size(), 1);
}

void tst_DaemonSession::inputNotOffered()
{
    reach(Stage::Greeted);
    m_peer->send(FrameType::Command, commandPayload(false));
    QTRY_COMPARE(m_session->state(), DaemonSession::State::Running);
    m_session->grantInput(5); // no effect: the client has none
    m_peer->send(FrameType::InputChunk, "x");
    QTRY_COMPARE(m_violated->size(), 1);
    QCOMPARE(m_peer->count(FrameType::InputWanted), 0);
}

void tst_DaemonSession::grantsAreBounded()
{
    reach(Stage::Running);
    m_session->grantInput(0);
    m_session->grantInput(-7);
    m_session->grantInput(std::numeric_limits<qint64>::max());
    m_session->grantInput(std::numeric_limits<qint64>::max());
    QTRY_COMPARE(m_peer->count(FrameType::InputWanted), 2);
    QCOMPARE(InputWanted::decode(m_peer->last(FrameType::InputWanted))->bytes, InputWanted::maxBytes);
}

void tst_DaemonSession::cancelAndResize()
{
    reach(Stage::Running);
    QSignalSpy cancelled(m_session.get(), &DaemonSession::cancelRequested);
    QSignalSpy resized(m_session.get(), &DaemonSession::resized);
    m_peer->send(FrameType::Resize, Resize{132, 50}.encode());
    m_peer->send(FrameType::Cancel, Cancel{15}.encode());
    m_peer->send(FrameType::Cancel, {});
    QTRY_COMPARE(cancelled.size(), 2);
    QCOMPARE(cancelled[0][0].toInt(), 15);
    QCOMPARE(cancelled[1][0].toInt(), 2);
    QCOMPARE(resized.size(), 1);
    QCOMPARE(resized[0][0].value<quint16>(), 132);
    QCOMPARE(resized[0][1].value<quint16>(), 50);
    QCOMPARE(m_session->state(), DaemonSession::State::Running);
}

void tst_DaemonSession::outputInOrder()
{
    reach(Stage::Running);
    m_session->sendOutput("1");
    m_session->sendErrorOutput("2");
    m_session->sendOutput({});
    m_session->sendNotice({Notice::Kind::Queued, QStringLiteral("wait"), 3});
    m_session->sendOutput("3");
    m_session->finish(CommandFinished{7, 0, false, false});
    QTRY_COMPARE(m_peer->count(FrameType::CommandFinished), 1);
    QList<FrameType> types;
    for (const WirePeer::Frame &frame : m_peer->frames())
        types.append(frame.type);
    QCOMPARE(types,
             QList<FrameType>({FrameType::VersionCheck, FrameType::OutputChunk, FrameType::ErrorChunk,
                               FrameType::Notice, FrameType::OutputChunk, FrameType::CommandFinished}));
    QCOMPARE(CommandFinished::decode(m_peer->last(FrameType::CommandFinished))->exitCode, 7);
}

void tst_DaemonSession::nothingIsSentInTheWrongState()
{
    const auto sayEverything = [this] {
        m_session->sendOutput("x");
        m_session->sendErrorOutput("x");
        m_session->grantInput(1);
        m_session->sendNotice({Notice::Kind::Information, QStringLiteral("x"), 0});
        m_session->sendRpc("{}");
    };
    sayEverything();
    QCoreApplication::processEvents();
    QCOMPARE(m_peer->frames().size(), 0); // the VersionCheck must be the first
    reach(Stage::Running);
    m_session->finish({});
    sayEverything();
    m_session->fail(Error(ErrorCode::Internal, QStringLiteral("too late")));
    m_session->refuse(ownVersion(), Error(ErrorCode::Internal, QStringLiteral("too late")));
    QTRY_COMPARE(m_closed->size(), 1);
    m_session.reset();
    QTRY_VERIFY(m_peer->hasEnded());
    QCOMPARE(m_peer->frames().size(), 2);
}

void tst_DaemonSession::lastWord_data()
{
    QTest::addColumn<bool>("fails");
    QTest::newRow("finish") << false;
    QTest::newRow("fail") << true;
}

void tst_DaemonSession::lastWord()
{
    QFETCH(const bool, fails);
    reach(Stage::Running);
    for (int i = 0; i < 2; ++i) { // the first counts
        if (fails)
            m_session->fail(Error(ErrorCode::UnknownCommand, QStringLiteral("no such command")));
        else
            m_session->finish({});
    }
    QTRY_COMPARE(m_closed->size(), 1);
    m_peer->hangUp();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(m_gone->size(), 0);
    QCOMPARE(m_violated->size(), 0);
    QCOMPARE(m_peer->count(fails ? FrameType::CommandError : FrameType::CommandFinished), 1);
}

void tst_DaemonSession::peerGone_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("start") << int(Stage::Start);
    QTest::newRow("greeted") << int(Stage::Greeted);
    QTest::newRow("running") << int(Stage::Running);
    QTest::newRow("conversing") << int(Stage::Conversing);
}

void tst_DaemonSession::peerGone()
{
    QFETCH(const int, stage);
    reach(static_cast<Stage>(stage));
    m_peer->hangUp();
    QTRY_COMPARE(m_gone->size(), 1);
    QCOMPARE(m_session->state(), DaemonSession::State::Closing);
    m_session->sendOutput("nobody reads this");
    m_session->finish({});
    m_session->fail(Error(ErrorCode::Internal, QStringLiteral("nor this")));
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(m_gone->size(), 1);
    QCOMPARE(m_violated->size(), 0);
}

void tst_DaemonSession::peerGoneInsideAMessage()
{
    reach(Stage::Running);
    m_peer->sendRaw(encodeFrame(FrameType::Cancel, Cancel{2}.encode()).left(4));
    m_peer->hangUp();
    QTRY_COMPARE(m_gone->size(), 1);
    QCOMPARE(m_violated->size(), 0);
}

void tst_DaemonSession::nothingAfterTheLastWord()
{
    reach(Stage::Running);
    QSignalSpy cancelled(m_session.get(), &DaemonSession::cancelRequested);
    connect(m_session.get(), &DaemonSession::cancelRequested, m_session.get(),
            [this] { m_session->finish({}); });
    m_peer->sendRaw(encodeFrame(FrameType::Cancel, {}) + encodeFrame(FrameType::Cancel, {}) + "garbage");
    QTRY_COMPARE(m_closed->size(), 1);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(m_violated->size(), 0);
    QCOMPARE(m_gone->size(), 0);
}

void tst_DaemonSession::rpcBothWays()
{
    QByteArrayList received;
    connect(m_session.get(), &DaemonSession::rpcReceived, m_session.get(),
            [&received](QByteArrayView message) { received.append(message.toByteArray()); });
    reach(Stage::Greeted);
    m_session->sendRpc("not yet");
    m_peer->send(FrameType::Rpc, "1");
    m_peer->send(FrameType::Rpc, "2");
    QTRY_COMPARE(received, QByteArrayList({"1", "2"}));
    m_session->sendRpc("3");
    m_session->sendRpc("4");
    QTRY_COMPARE(m_peer->count(FrameType::Rpc), 2);
    QCOMPARE(m_peer->joined(FrameType::Rpc), QByteArray("34"));
}

void tst_DaemonSession::ignoresExtensions()
{
    m_peer->send(static_cast<FrameType>(0x80), "from the future");
    reach(Stage::Running);
    m_peer->send(static_cast<FrameType>(0xff), QByteArray(1000, 'x'));
    QSignalSpy cancelled(m_session.get(), &DaemonSession::cancelRequested);
    m_peer->send(FrameType::Cancel, {});
    QTRY_COMPARE(cancelled.size(), 1);
    QCOMPARE(m_violated->size(), 0);
}

QTEST_GUILESS_MAIN(tst_DaemonSession)
#include "tst_daemonsession.moc"
