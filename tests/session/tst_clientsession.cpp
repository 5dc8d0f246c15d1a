#include "tests/shared/signalerror.h"
#include "tests/shared/wirepeer.h"

#include <daemonrpc/session/clientsession.h>
#include <daemonrpc/wire/clientmessages.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;

namespace {

/// A stream whose failures a test decides.
class FailingStream : public Stream
{
public:
    void write(QByteArrayView, QByteArrayView) override {}

    void flush() override {}

    [[nodiscard]] qint64 bytesPending() const override { return 0; }

    void setReading(bool) override {}

    void closeWhenSent() override {}

    [[nodiscard]] std::optional<PeerCredentials> peer() const override { return std::nullopt; }

    void receive(QByteArrayView bytes) { Q_EMIT received(bytes); }

    void fail(ErrorCode code) { Q_EMIT failed(Error(code, QStringLiteral("the stream broke"))); }
};

} // namespace

class tst_ClientSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsVersionAndCommandTogether();
    void runsACommand();
    void daemonsError();
    void endWithoutTheLastWord_data();
    void endWithoutTheLastWord();
    void nothingAfterTheLastWord_data();
    void nothingAfterTheLastWord();
    void hostileDaemon_data();
    void hostileDaemon();
    void hostileDaemonOnRpc_data();
    void hostileDaemonOnRpc();
    void daemonOfAnotherProtocol_data();
    void daemonOfAnotherProtocol();
    void hugeGrants();
    void inputFollowsTheGrants();
    void inputEndsBeforeTheAnswer();
    void noInputToGive();
    void cancelAndResize();
    void connectionReset_data();
    void connectionReset();
    void rpcBothWays();
    void pausesReading();
    void deletedInItsLastSlot();

private:
    void makeSession(bool hasInput = true);

    void accept() { m_peer->send(FrameType::VersionCheck, VersionCheck().encode()); }

    [[nodiscard]] ErrorCode failure() const
    {
        return m_failed->isEmpty() ? ErrorCode(0) : errorIn(*m_failed).code();
    }

    void settle()
    {
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
    }

    std::unique_ptr<ClientSession> m_session;
    std::unique_ptr<WirePeer> m_peer;
    std::unique_ptr<QSignalSpy> m_finished;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_accepted;
};

void tst_ClientSession::init()
{
    auto [near, far] = MemoryStream::makePair();
    m_session = std::make_unique<ClientSession>(std::move(near), Limits());
    m_peer = std::make_unique<WirePeer>(std::move(far));
    m_finished = std::make_unique<QSignalSpy>(m_session.get(), &ClientSession::finished);
    m_failed = std::make_unique<QSignalSpy>(m_session.get(), &ClientSession::failed);
    m_accepted = std::make_unique<QSignalSpy>(m_session.get(), &ClientSession::accepted);
}

void tst_ClientSession::cleanup()
{
    m_session.reset();
    m_peer.reset();
}

void tst_ClientSession::makeSession(bool hasInput)
{
    Command command({"cat"});
    command.hasInput = hasInput;
    m_session->startCommand(VersionCheck(), command);
}

void tst_ClientSession::sendsVersionAndCommandTogether()
{
    VersionCheck own;
    own.buildId = "mine";
    const Command command({"echo", "hello"});
    m_session->startCommand(own, command);
    QTRY_COMPARE(m_peer->frames().size(), 2);
    QCOMPARE(*VersionCheck::decode(m_peer->frames()[0].payload), own);
    QCOMPARE(*Command::decode(m_peer->frames()[1].payload), command);
    QVERIFY(!m_session->isAccepted());
}

void tst_ClientSession::runsACommand()
{
    QByteArray output;
    QByteArray errorOutput;
    connect(m_session.get(), &ClientSession::outputReceived, m_session.get(),
            [&output](QByteArrayView bytes) { output += bytes.toByteArray(); });
    connect(m_session.get(), &ClientSession::errorOutputReceived, m_session.get(),
            [&errorOutput](QByteArrayView bytes) { errorOutput += bytes.toByteArray(); });
    QSignalSpy notices(m_session.get(), &ClientSession::noticeReceived);
    makeSession();
    VersionCheck daemon;
    daemon.buildId = "theirs";
    m_peer->send(FrameType::VersionCheck, daemon.encode());
    QTRY_COMPARE(m_accepted->size(), 1);
    QCOMPARE(m_accepted->constFirst().constFirst().value<VersionCheck>(), daemon);
    QVERIFY(m_session->isAccepted());
    m_peer->send(FrameType::Notice, Notice{Notice::Kind::Queued, QStringLiteral("wait"), 2}.encode());
    m_peer->send(FrameType::OutputChunk, "out");
    m_peer->send(FrameType::OutputChunk, {});
    m_peer->send(FrameType::ErrorChunk, "err");
    m_peer->send(static_cast<FrameType>(0x90), "from the future");
    m_peer->send(FrameType::CommandFinished, CommandFinished{3, 0, true, false}.encode());
    m_peer->hangUp();
    QTRY_COMPARE(m_finished->size(), 1);
    settle();
    const auto result = m_finished->constFirst().constFirst().value<CommandFinished>();
    QCOMPARE(result, (CommandFinished{3, 0, true, false}));
    QCOMPARE(output, QByteArray("out"));
    QCOMPARE(errorOutput, QByteArray("err"));
    QCOMPARE(notices.size(), 1);
    QCOMPARE(m_finished->size(), 1);
    QCOMPARE(m_failed->size(), 0);
}

void tst_ClientSession::daemonsError()
{
    makeSession();
    accept();
    const Error error(ErrorCode::UnknownCommand, QStringLiteral("no such command"),
                      {QStringLiteral("looking")});
    m_peer->send(FrameType::CommandError, encodeCommandError(error));
    m_peer->hangUp();
    QTRY_COMPARE(m_failed->size(), 1);
    settle();
    QCOMPARE(m_failed->size(), 1);
    QCOMPARE(errorIn(*m_failed), error);
    QCOMPARE(m_finished->size(), 0);
}

void tst_ClientSession::endWithoutTheLastWord_data()
{
    QTest::addColumn<QByteArray>("said");
    const QByteArray version = encodeFrame(FrameType::VersionCheck, VersionCheck().encode());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a version") << version.left(7);
    QTest::newRow("the version") << version;
    QTest::newRow("some output") << version + encodeFrame(FrameType::OutputChunk, "x");
    QTest::newRow("half a last word")
        << version + encodeFrame(FrameType::CommandFinished, CommandFinished().encode()).chopped(1);
}

void tst_ClientSession::endWithoutTheLastWord()
{
    QFETCH(const QByteArray, said);
    makeSession();
    m_peer->sendRaw(said);
    m_peer->hangUp();
    QTRY_COMPARE(m_failed->size(), 1);
    settle();
    QCOMPARE(failure(), ErrorCode::ConnectionLost);
    QCOMPARE(m_failed->size(), 1);
    QCOMPARE(m_finished->size(), 0);
}

void tst_ClientSession::nothingAfterTheLastWord_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("finished") << encodeFrame(FrameType::CommandFinished, CommandFinished().encode());
    QTest::newRow("error") << encodeFrame(
        FrameType::CommandError, encodeCommandError(Error(ErrorCode::Internal, QStringLiteral("x"))));
    QTest::newRow("violation") << QByteArray("not a frame");
}

void tst_ClientSession::nothingAfterTheLastWord()
{
    QFETCH(const QByteArray, last);
    QSignalSpy output(m_session.get(), &ClientSession::outputReceived);
    makeSession();
    accept();
    m_peer->sendRaw(last + encodeFrame(FrameType::OutputChunk, "late") + last + "garbage");
    QTRY_COMPARE(m_failed->size() + m_finished->size(), 1);
    m_session->sendInput({});
    m_session->finishInput();
    m_session->cancel(2);
    m_session->resize(1, 1);
    m_peer->hangUp();
    settle();
    QCOMPARE(m_failed->size() + m_finished->size(), 1);
    QCOMPARE(output.size(), 0);
}

void tst_ClientSession::hostileDaemon_data()
{
    QTest::addColumn<bool>("accepts");
    QTest::addColumn<QByteArray>("bytes");
    const auto frame = [](int type, const QByteArray &payload) {
        return encodeFrame(static_cast<FrameType>(type), payload);
    };
    const QByteArray version = VersionCheck().encode();
    QTest::newRow("output before the version") << false << frame(0x03, "x");
    QTest::newRow("finished before the version") << false << frame(0x06, CommandFinished().encode());
    QTest::newRow("error before the version")
        << false << frame(0x05, encodeCommandError(Error(ErrorCode::Internal, QStringLiteral("x"))));
    QTest::newRow("bad version") << false << frame(0x01, "\xff");
    QTest::newRow("empty version") << false << frame(0x01, "");
    QTest::newRow("huge version") << false << frame(0x01, QByteArray(4097, 'x'));
    QTest::newRow("text") << false << QByteArray("HTTP/1.1 400 Bad Request\r\n");
    QTest::newRow("version twice") << true << frame(0x01, version);
    QTest::newRow("a client's message") << true << frame(0x02, Command({"x"}).encode());
    QTest::newRow("input") << true << frame(0x08, "x");
    QTest::newRow("cancel") << true << frame(0x09, Cancel().encode());
    QTest::newRow("rpc") << true << frame(0x10, "{}");
    QTest::newRow("unknown type") << true << frame(0x70, "x");
    QTest::newRow("bad finished") << true << frame(0x06, "\xff");
    QTest::newRow("finished that says neither code nor signal") << true << frame(0x06, "\xa0");
    QTest::newRow("bad error") << true << frame(0x05, "no CBOR");
    QTest::newRow("bad notice") << true << frame(0x0b, "\x00");
    QTest::newRow("bad grant") << true << frame(0x07, "\xa0");
    QTest::newRow("grant of 0") << true << frame(0x07, QByteArray::fromHex("a10100"));
    QTest::newRow("negative grant") << true << frame(0x07, QByteArray::fromHex("a10120"));
    QTest::newRow("grant of 2^63") << true << frame(0x07, QByteArray::fromHex("a1011b8000000000000000"));
    QTest::newRow("chunk beyond the limit") << true << QByteArray::fromHex("0010000203");
}

void tst_ClientSession::hostileDaemon()
{
    QFETCH(const bool, accepts);
    QFETCH(const QByteArray, bytes);
    makeSession();
    if (accepts)
        accept();
    m_peer->sendRaw(bytes);
    m_peer->sendRaw(bytes);
    QTRY_COMPARE(m_failed->size(), 1);
    settle();
    const Error error = errorIn(*m_failed);
    QVERIFY2(error.code() == ErrorCode::ProtocolViolation || error.code() == ErrorCode::MessageTooLarge,
             qPrintable(error.message()));
    QVERIFY(!error.message().isEmpty());
    QCOMPARE(m_failed->size(), 1);
    QCOMPARE(m_finished->size(), 0);
    QCOMPARE(m_session->inputWanted(), 0);
}

void tst_ClientSession::hostileDaemonOnRpc_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("output") << encodeFrame(FrameType::OutputChunk, "x");
    QTest::newRow("error output") << encodeFrame(FrameType::ErrorChunk, "x");
    QTest::newRow("grant") << encodeFrame(FrameType::InputWanted, InputWanted{1}.encode());
    QTest::newRow("finished") << encodeFrame(FrameType::CommandFinished, CommandFinished().encode());
}

void tst_ClientSession::hostileDaemonOnRpc()
{
    QFETCH(const QByteArray, bytes);
    m_session->startRpc(VersionCheck(), "{}");
    accept();
    m_peer->sendRaw(bytes);
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(failure(), ErrorCode::ProtocolViolation);
    QCOMPARE(m_finished->size(), 0);
}

void tst_ClientSession::daemonOfAnotherProtocol_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<ErrorCode>("expected");
    QTest::newRow("it gave way") << encodeFrame(FrameType::CommandError,
                                                encodeCommandError(Error(ErrorCode::DaemonReplaced,
                                                                         QStringLiteral("handed over"))))
                                 << ErrorCode::DaemonReplaced;
    QTest::newRow("it says nothing") << QByteArray() << ErrorCode::ProtocolMismatch;
    QTest::newRow("it goes on") << encodeFrame(FrameType::OutputChunk, "x") << ErrorCode::ProtocolMismatch;
    QTest::newRow("it pretends an end")
        << encodeFrame(FrameType::CommandFinished, CommandFinished().encode()) << ErrorCode::ProtocolMismatch;
}

void tst_ClientSession::daemonOfAnotherProtocol()
{
    QFETCH(const QByteArray, said);
    QFETCH(const ErrorCode, expected);
    QSignalSpy output(m_session.get(), &ClientSession::outputReceived);
    makeSession();
    VersionCheck other;
    other.protocolMin = protocolVersion + 1;
    other.protocolMax = protocolVersion + 2;
    m_peer->send(FrameType::VersionCheck, other.encode());
    m_peer->sendRaw(said);
    m_peer->hangUp();
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(failure(), expected);
    QCOMPARE(m_accepted->size(), 0);
    QCOMPARE(output.size() + m_finished->size(), 0);
}

void tst_ClientSession::hugeGrants()
{
    QSignalSpy wanted(m_session.get(), &ClientSession::inputWantedChanged);
    makeSession();
    accept();
    qint64 before = 0;
    for (int i = 0; i < 1000; ++i)
        m_peer->send(FrameType::InputWanted, InputWanted{InputWanted::maxBytes}.encode());
    QTRY_COMPARE(wanted.size(), 1000);
    QVERIFY(m_session->inputWanted() > before);
    QVERIFY(m_session->inputWanted() <= 1000 * InputWanted::maxBytes);
    before = m_session->inputWanted();
    m_peer->send(FrameType::InputWanted, InputWanted{InputWanted::maxBytes}.encode());
    QTRY_COMPARE(wanted.size(), 1001);
    QVERIFY(m_session->inputWanted() >= before);
    QCOMPARE(m_failed->size(), 0);
}

void tst_ClientSession::inputFollowsTheGrants()
{
    makeSession();
    QCOMPARE(m_session->inputWanted(), 0);
    accept();
    m_peer->send(FrameType::InputWanted, InputWanted{300 * 1024}.encode());
    m_peer->send(FrameType::InputWanted, InputWanted{1}.encode());
    QTRY_COMPARE(m_session->inputWanted(), 300 * 1024 + 1);
    const QByteArray input(300 * 1024, 'i');
    m_session->sendInput(input);
    QCOMPARE(m_session->inputWanted(), 1);
    m_session->sendInput({}); // nothing; not the end
    m_session->finishInput();
    m_session->finishInput();
    m_session->sendInput("x"); // after the end: dropped
    m_session->cancel(2);
    QTRY_COMPARE(m_peer->count(FrameType::Cancel), 1);
    QVERIFY(m_peer->joined(FrameType::InputChunk) == input);
    QCOMPARE(m_peer->last(FrameType::InputChunk), QByteArray());
    qsizetype empty = 0;
    for (const WirePeer::Frame &frame : m_peer->frames())
        empty += frame.type == FrameType::InputChunk && frame.payload.isEmpty() ? 1 : 0;
    QCOMPARE(empty, 1);
}

// What is sent before the daemon has answered could be what a reset concerns: the end of the input waits.
void tst_ClientSession::inputEndsBeforeTheAnswer()
{
    makeSession();
    m_session->finishInput();
    QTRY_COMPARE(m_peer->count(FrameType::Command), 1);
    settle();
    QCOMPARE(m_peer->count(FrameType::InputChunk), 0);
    accept();
    QTRY_COMPARE(m_peer->count(FrameType::InputChunk), 1);
    m_session->finishInput();
    settle();
    QCOMPARE(m_peer->count(FrameType::InputChunk), 1);
}

void tst_ClientSession::noInputToGive()
{
    makeSession(false);
    accept();
    m_session->finishInput();
    m_session->cancel(2);
    QTRY_COMPARE(m_peer->count(FrameType::Cancel), 1);
    QCOMPARE(m_peer->count(FrameType::InputChunk), 0);
}

void tst_ClientSession::cancelAndResize()
{
    makeSession();
    accept();
    m_session->resize(132, 50);
    m_session->cancel(15);
    QTRY_COMPARE(m_peer->count(FrameType::Cancel), 1);
    QCOMPARE(Cancel::decode(m_peer->last(FrameType::Cancel))->signal, 15);
    QCOMPARE(*Resize::decode(m_peer->last(FrameType::Resize)), (Resize{132, 50}));
    QCOMPARE(m_failed->size() + m_finished->size(), 0); // the daemon's last word decides
}

void tst_ClientSession::connectionReset_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<ErrorCode>("streamError");
    QTest::addColumn<ErrorCode>("expected");
    QTest::newRow("nothing came, nothing more sent")
        << QString() << ErrorCode::ConnectionReset << ErrorCode::ConnectionReset;
    QTest::newRow("accepted") << QStringLiteral("accepted") << ErrorCode::ConnectionReset
                              << ErrorCode::ConnectionLost;
    QTest::newRow("cancelled") << QStringLiteral("cancel") << ErrorCode::ConnectionReset
                               << ErrorCode::ConnectionLost;
    QTest::newRow("resized") << QStringLiteral("resize") << ErrorCode::ConnectionReset
                             << ErrorCode::ConnectionLost;
    QTest::newRow("input ended") << QStringLiteral("input") << ErrorCode::ConnectionReset
                                 << ErrorCode::ConnectionReset;
    QTest::newRow("lost") << QString() << ErrorCode::ConnectionLost << ErrorCode::ConnectionLost;
    QTest::newRow("another error") << QString() << ErrorCode::IoError << ErrorCode::IoError;
}

// Only a reset that cannot concern anything but the first write says that the command has not begun.
void tst_ClientSession::connectionReset()
{
    QFETCH(const QString, before);
    QFETCH(const ErrorCode, streamError);
    QFETCH(const ErrorCode, expected);
    auto owned = std::make_unique<FailingStream>();
    FailingStream *stream = owned.get();
    ClientSession session(std::move(owned), Limits());
    QSignalSpy failed(&session, &ClientSession::failed);
    Command command({"cat"});
    command.hasInput = true;
    session.startCommand(VersionCheck(), command);
    if (before == u"accepted")
        stream->receive(encodeFrame(FrameType::VersionCheck, VersionCheck().encode()));
    else if (before == u"cancel")
        session.cancel(2);
    else if (before == u"resize")
        session.resize(80, 24);
    else if (before == u"input")
        session.finishInput();
    stream->fail(streamError);
    stream->fail(streamError);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), expected);
}

void tst_ClientSession::rpcBothWays()
{
    QByteArrayList received;
    connect(m_session.get(), &ClientSession::rpcReceived, m_session.get(),
            [&received](QByteArrayView message) { received.append(message.toByteArray()); });
    m_session->startRpc(VersionCheck(), "first");
    m_session->sendRpc("second");
    accept();
    m_peer->send(FrameType::Rpc, "1");
    m_peer->send(FrameType::Rpc, "2");
    QTRY_COMPARE(received, QByteArrayList({"1", "2"}));
    QCOMPARE(m_peer->joined(FrameType::Rpc), QByteArray("firstsecond"));
    QCOMPARE(m_peer->count(FrameType::Command), 0);
    m_peer->hangUp();
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(failure(), ErrorCode::ConnectionLost);
}

void tst_ClientSession::pausesReading()
{
    QSignalSpy output(m_session.get(), &ClientSession::outputReceived);
    makeSession();
    accept();
    QTRY_COMPARE(m_accepted->size(), 1);
    m_session->setReading(false);
    m_peer->send(FrameType::OutputChunk, "x");
    m_peer->send(FrameType::CommandFinished, CommandFinished().encode());
    settle();
    QCOMPARE(output.size(), 0);
    QCOMPARE(m_finished->size(), 0);
    m_session->setReading(true);
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(output.size(), 1);
}

void tst_ClientSession::deletedInItsLastSlot()
{
    ClientSession *session = m_session.release();
    const QPointer<ClientSession> guard(session);
    connect(session, &ClientSession::finished, session, &QObject::deleteLater);
    session->startCommand(VersionCheck(), Command({"true"}));
    accept();
    m_peer->sendRaw(encodeFrame(FrameType::CommandFinished, CommandFinished().encode()) + "garbage");
    QTRY_VERIFY(!guard);
}

QTEST_GUILESS_MAIN(tst_ClientSession)
#include "tst_clientsession.moc"
