// When a reply tries again, and above all when it does not.
#include "tests/shared/localdaemon.h"
#include "tests/shared/manualclock.h"
#include "tests/shared/signalerror.h"

#include <daemonrpc/client/client.h>
#include <daemonrpc/wire/clientmessages.h>
#include <daemonrpc/wire/daemonmessages.h>

#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_ReplyRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void turnedAway_data();
    void turnedAway();
    void notByDefault();
    void waitsForADaemon();
    void givesUp();
    void mayHaveBegun_data();
    void mayHaveBegun();
    void idempotent_data();
    void idempotent();
    void outputWasPassedOn_data();
    void outputWasPassedOn();
    void inputWasSent();
    void inputWasOnlyAskedFor();
    void endOfInputIsSaidAgain();
    void startReason_data();
    void startReason();
    void newTerminalSize();
    void cancelledWhileWaiting();
    void cancelledAndTurnedAway();
    void cancelledAndLost();
    void deadlineIsTheTimeout_data();
    void deadlineIsTheTimeout();
    void deadlineWithoutADaemon();
    void deadlineLeavesATakenCommandToItsDaemon();
    void destroyedWhileWaiting();
    void givenStream();

private:
    static std::optional<ErrorCode> error(const Reply &reply)
    {
        return reply.error() ? std::optional(reply.error()->code()) : std::nullopt;
    }

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    static QByteArray version() { return encodeFrame(FrameType::VersionCheck, VersionCheck().encode()); }

    static QByteArray refusal(ErrorCode code)
    {
        return version() + encodeFrame(FrameType::CommandError,
                                       encodeCommandError(Error(code, QStringLiteral("refused"))));
    }

    static QByteArray success(int exitCode = 0)
    {
        return version() +
               encodeFrame(FrameType::CommandFinished, CommandFinished{exitCode, 0, false, false}.encode());
    }

    static QByteArray inputWanted(qint64 bytes)
    {
        return encodeFrame(FrameType::InputWanted, InputWanted{bytes}.encode());
    }

    /// A peer that has read the command says the next of @p script; after the last it always says that one.
    /// An answer without a last word is followed by the end of the stream.
    static FakeDaemon::OnPeer answers(const QByteArrayList &script)
    {
        return [script](WirePeer &peer, int number) {
            const QByteArray said = script.at(qMin(qsizetype(number), script.size()) - 1);
            connect(&peer, &WirePeer::frameCame, &peer, [&peer, said] {
                if (peer.count(FrameType::Command) != 1 || peer.frames().size() != 2)
                    return;
                peer.sendRaw(said);
                if (!said.contains(success().last(3)) && !said.contains("refused"))
                    QMetaObject::invokeMethod(&peer, &WirePeer::hangUp, Qt::QueuedConnection);
            });
        };
    }

    [[nodiscard]] ClientOptions options(const LocalSocket &socket, int maxAttempts = 5) const
    {
        ClientOptions options = socket.options();
        options.retry.maxAttempts = maxAttempts;
        options.retry.initialDelay = 1min; // would be noticed
        options.retry.maxDelay = 1h;
        options.retry.random = [] { return 0.5; };
        options.retry.clock = m_clock;
        return options;
    }

    std::shared_ptr<ManualClock> m_clock;
};

void tst_ReplyRetry::init() { m_clock = std::make_shared<ManualClock>(); }

void tst_ReplyRetry::turnedAway_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("queue full") << ErrorCode::QueueFull;
    QTest::newRow("too many connections") << ErrorCode::TooManyConnections;
}

void tst_ReplyRetry::turnedAway()
{
    QFETCH(const ErrorCode, code);
    FakeDaemon daemon(answers({refusal(code), refusal(code), success(7)}));
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_COMPARE(retrying.size(), 1);
    QCOMPARE(errorIn(retrying).code(), code);
    QCOMPARE(retrying[0][1].value<std::chrono::milliseconds>(), 30s);
    QCOMPARE(reply->attempt(), 2);
    m_clock->advance(30s - 1ms);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
    m_clock->advance(1ms);
    QTRY_COMPARE(retrying.size(), 2);
    QCOMPARE(retrying[1][1].value<std::chrono::milliseconds>(), 60s);
    QCOMPARE(reply->attempt(), 3);
    m_clock->advance(60s);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!reply->error());
    QCOMPARE(reply->exitCode(), 7);
    QCOMPARE(daemon.connectionCount(), 3);
}

void tst_ReplyRetry::notByDefault()
{
    QCOMPARE(ClientOptions().retry.maxAttempts, 1);
    FakeDaemon daemon(answers({refusal(ErrorCode::QueueFull)}));
    Client client(daemon.socket().options());
    Reply *reply = client.execute(Command({"hello"}), Idempotence::Given);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(error(*reply), ErrorCode::QueueFull);
    QCOMPARE(reply->error()->context(), QStringList());
    QCOMPARE(daemon.connectionCount(), 1);
}

// Somebody else starts it: a supervisor that is restarting it, say.
void tst_ReplyRetry::waitsForADaemon()
{
    std::optional<LocalSocket> gone(std::in_place);
    gone->takeListener().reset();
    FakeDaemon daemon(answers({success(7)}));
    ClientOptions toNobody = options(*gone);
    Client client(toNobody);
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_COMPARE(retrying.size(), 1);
    QCOMPARE(errorIn(retrying).code(), ErrorCode::NotRunning);
    QVERIFY(QFile::remove(gone->path()));
    QVERIFY(QFile::link(daemon.socket().path(), gone->path()));
    m_clock->advance(30s);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY2(!reply->error(), reply->error() ? qPrintable(reply->error()->message()) : "");
    QCOMPARE(reply->exitCode(), 7);
    QVERIFY(QFile::remove(gone->path()));
}

void tst_ReplyRetry::givesUp()
{
    FakeDaemon daemon(answers({refusal(ErrorCode::QueueFull)}));
    Client client(options(daemon.socket(), 3));
    Reply *reply = client.execute(Command({"hello"}), Idempotence::Given);
    QSignalSpy retrying(reply, &Reply::retrying);
    QSignalSpy finished(reply, &Reply::finished);
    for (int i = 1; i <= 2; ++i) {
        QTRY_COMPARE(retrying.size(), i);
        m_clock->advance(1h);
    }
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::QueueFull);
    QCOMPARE(reply->error()->message(), QStringLiteral("refused"));
    QVERIFY2(reply->error()->context().constLast().startsWith(u"giving up after 3 attempts"),
             qPrintable(reply->error()->toString()));
    m_clock->advance(24h);
    settle();
    QCOMPARE(daemon.connectionCount(), 3);
    QCOMPARE(finished.size(), 1);
}

void tst_ReplyRetry::mayHaveBegun_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("ends without a word") << QByteArray() << ErrorCode::ConnectionLost;
    QTest::newRow("ends after its version") << version() << ErrorCode::ConnectionLost;
    QTest::newRow("ran out of time") << refusal(ErrorCode::Timeout) << ErrorCode::Timeout;
    QTest::newRow("ran out of memory")
        << refusal(ErrorCode::ResourceExhausted) << ErrorCode::ResourceExhausted;
    QTest::newRow("a code of the future")
        << refusal(static_cast<ErrorCode>(9999)) << static_cast<ErrorCode>(9999);
}

void tst_ReplyRetry::mayHaveBegun()
{
    QFETCH(const QByteArray, said);
    QFETCH(const ErrorCode, code);
    FakeDaemon daemon(answers({said}));
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(error(*reply), code);
    m_clock->advance(24h);
    settle();
    QCOMPARE(retrying.size(), 0);
    QCOMPARE(daemon.connectionCount(), 1);
}

void tst_ReplyRetry::idempotent_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("isRepeated");
    QTest::newRow("ends without a word") << QByteArray() << true;
    QTest::newRow("ends after its version") << version() << true;
    QTest::newRow("ran out of memory") << refusal(ErrorCode::ResourceExhausted) << true;
    QTest::newRow("queue full") << refusal(ErrorCode::QueueFull) << true;
    QTest::newRow("unknown command") << refusal(ErrorCode::UnknownCommand) << false;
    QTest::newRow("newer daemon") << refusal(ErrorCode::DaemonNewer) << false;
    QTest::newRow("hand-over limit") << refusal(ErrorCode::HandOverLimit) << false;
    QTest::newRow("a code of the future") << refusal(static_cast<ErrorCode>(9999)) << false;
}

void tst_ReplyRetry::idempotent()
{
    QFETCH(const QByteArray, said);
    QFETCH(const bool, isRepeated);
    FakeDaemon daemon(answers({said, success(7)}));
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}), Idempotence::Given);
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_VERIFY(retrying.size() == 1 || reply->isFinished());
    QCOMPARE(retrying.size(), isRepeated ? 1 : 0);
    m_clock->advance(30s);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(!reply->error(), isRepeated);
    QCOMPARE(daemon.connectionCount(), isRepeated ? 2 : 1);
}

void tst_ReplyRetry::outputWasPassedOn_data()
{
    QTest::addColumn<FrameType>("type");
    QTest::addColumn<QByteArray>("then");
    const QByteArray refused = encodeFrame(
        FrameType::CommandError, encodeCommandError(Error(ErrorCode::QueueFull, QStringLiteral("refused"))));
    QTest::newRow("output, lost") << FrameType::OutputChunk << QByteArray();
    QTest::newRow("error output, lost") << FrameType::ErrorChunk << QByteArray();
    QTest::newRow("output, a handler's refusal") << FrameType::OutputChunk << refused;
}

void tst_ReplyRetry::outputWasPassedOn()
{
    QFETCH(const FrameType, type);
    QFETCH(const QByteArray, then);
    FakeDaemon daemon(answers({version() + encodeFrame(type, "x") + then}));
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}), Idempotence::Given);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(error(*reply), then.isEmpty() ? ErrorCode::ConnectionLost : ErrorCode::QueueFull);
    m_clock->advance(24h);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
}

void tst_ReplyRetry::inputWasSent()
{
    FakeDaemon daemon([](WirePeer &peer, int) {
        peer.sendRaw(version() + inputWanted(100));
        connect(&peer, &WirePeer::frameCame, &peer, [&peer] {
            if (peer.count(FrameType::InputChunk) > 0)
                QMetaObject::invokeMethod(&peer, &WirePeer::hangUp, Qt::QueuedConnection);
        });
    });
    Client client(options(daemon.socket()));
    Command command({"cat"});
    command.hasInput = true;
    Reply *reply = client.execute(command, Idempotence::Given);
    connect(reply, &Reply::inputWantedChanged, reply, [reply] { reply->sendInput("x"); });
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(error(*reply), ErrorCode::ConnectionLost);
    m_clock->advance(24h);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
}

// What was granted before counts no longer: the caller hears of it before it can send too much.
void tst_ReplyRetry::inputWasOnlyAskedFor()
{
    FakeDaemon daemon([](WirePeer &peer, int number) {
        connect(&peer, &WirePeer::frameCame, &peer, [&peer, number] {
            if (peer.frames().size() != 2)
                return;
            peer.sendRaw(version() + inputWanted(number == 1 ? 100 : 3));
            if (number == 1)
                QMetaObject::invokeMethod(&peer, &WirePeer::hangUp, Qt::QueuedConnection);
        });
    });
    Client client(options(daemon.socket()));
    Command command({"cat"});
    command.hasInput = true;
    Reply *reply = client.execute(command, Idempotence::Given);
    QList<qint64> wanted;
    connect(reply, &Reply::inputWantedChanged, reply, [&] { wanted.append(reply->inputWanted()); });
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_COMPARE(retrying.size(), 1);
    QCOMPARE(wanted, QList<qint64>({100, 0}));
    m_clock->advance(30s);
    QTRY_COMPARE(wanted.size(), 3);
    QCOMPARE(wanted.constLast(), 3);
}

void tst_ReplyRetry::endOfInputIsSaidAgain()
{
    FakeDaemon daemon([](WirePeer &peer, int number) {
        connect(&peer, &WirePeer::frameCame, &peer, [&peer, number] {
            if (peer.count(FrameType::Command) == 1 && peer.frames().size() == 2)
                peer.sendRaw(version() + inputWanted(100));
            if (peer.count(FrameType::InputChunk) == 1)
                peer.sendRaw(number == 1 ? refusal(ErrorCode::QueueFull).mid(version().size())
                                         : success().mid(version().size()));
        });
    });
    Client client(options(daemon.socket()));
    Command command({"cat"});
    command.hasInput = true;
    Reply *reply = client.execute(command);
    connect(reply, &Reply::accepted, reply, &Reply::finishInput);
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_COMPARE(retrying.size(), 1);
    reply->disconnect(reply);
    m_clock->advance(30s);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error());
    QCOMPARE(daemon.peer(2).last(FrameType::InputChunk), QByteArray());
}

void tst_ReplyRetry::startReason_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<StartReason>("reason");
    QTest::newRow("it had no room in its queue") << refusal(ErrorCode::QueueFull) << StartReason::Reconnect;
    QTest::newRow("it died") << version() << StartReason::Reconnect;
    QTest::newRow("it never looked") << refusal(ErrorCode::TooManyConnections) << StartReason::UserAction;
    QTest::newRow("it gave way") << refusal(ErrorCode::DaemonReplaced) << StartReason::UserAction;
}

// Only a fresh user action replaces a daemon. Once a daemon has taken this one, the rest are reconnects.
void tst_ReplyRetry::startReason()
{
    QFETCH(const QByteArray, said);
    QFETCH(const StartReason, reason);
    FakeDaemon daemon(answers({said, success()}));
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}), Idempotence::Given);
    connect(reply, &Reply::retrying, reply, [this] { m_clock->advance(30s); });
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error());
    const auto reasonSaidTo = [&daemon](int number) {
        return VersionCheck::decode(daemon.peer(number).last(FrameType::VersionCheck))->startReason;
    };
    QCOMPARE(reasonSaidTo(1), StartReason::UserAction);
    QCOMPARE(reasonSaidTo(2), reason);
}

void tst_ReplyRetry::newTerminalSize()
{
    FakeDaemon daemon(answers({refusal(ErrorCode::QueueFull), success()}));
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_COMPARE(retrying.size(), 1);
    reply->resize(100, 50);
    m_clock->advance(30s);
    QTRY_VERIFY(reply->isFinished());
    const Result<Command> command = Command::decode(daemon.peer(2).last(FrameType::Command));
    QCOMPARE(command->terminal.columns, 100);
    QCOMPARE(command->terminal.rows, 50);
}

void tst_ReplyRetry::cancelledWhileWaiting()
{
    FakeDaemon daemon(answers({refusal(ErrorCode::QueueFull), success()}));
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy retrying(reply, &Reply::retrying);
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(retrying.size(), 1);
    reply->cancel(SIGINT);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::Cancelled);
    m_clock->advance(24h);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
    QCOMPARE(finished.size(), 1);
}

void tst_ReplyRetry::cancelledAndTurnedAway()
{
    FakeDaemon daemon([](WirePeer &peer, int) {
        peer.sendRaw(version());
        connect(&peer, &WirePeer::frameCame, &peer, [&peer] {
            if (peer.count(FrameType::Cancel) > 0)
                peer.sendRaw(refusal(ErrorCode::DaemonReplaced).mid(version().size()));
        });
    });
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}));
    connect(reply, &Reply::accepted, reply, [reply] { reply->cancel(SIGINT); });
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(error(*reply), ErrorCode::Cancelled);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
}

// The person wants it to end: it is not begun again when the daemon dies in its grace.
void tst_ReplyRetry::cancelledAndLost()
{
    FakeDaemon daemon([](WirePeer &peer, int) {
        peer.sendRaw(version());
        connect(&peer, &WirePeer::frameCame, &peer, [&peer] {
            if (peer.count(FrameType::Cancel) > 0)
                QMetaObject::invokeMethod(&peer, &WirePeer::hangUp, Qt::QueuedConnection);
        });
    });
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}), Idempotence::Given);
    connect(reply, &Reply::accepted, reply, [reply] { reply->cancel(SIGINT); });
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(error(*reply), ErrorCode::ConnectionLost);
    m_clock->advance(24h);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
}

void tst_ReplyRetry::deadlineIsTheTimeout_data()
{
    QTest::addColumn<int>("timeoutMs");
    QTest::addColumn<int>("firstMs");
    QTest::addColumn<int>("secondMs");
    QTest::newRow("no timeout") << 0 << 100'000 << 70'000;
    QTest::newRow("a longer one") << 200'000 << 100'000 << 70'000;
    QTest::newRow("a shorter one") << 80'000 << 80'000 << 70'000;
    QTest::newRow("the shortest") << 1'000 << 1'000 << 1'000;
}

void tst_ReplyRetry::deadlineIsTheTimeout()
{
    QFETCH(const int, timeoutMs);
    QFETCH(const int, firstMs);
    QFETCH(const int, secondMs);
    FakeDaemon daemon(answers({refusal(ErrorCode::QueueFull), success()}));
    ClientOptions limited = options(daemon.socket());
    limited.retry.deadline = 100s;
    Client client(limited);
    Command command({"hello"});
    command.timeout = std::chrono::milliseconds(timeoutMs);
    Reply *reply = client.execute(command);
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_COMPARE(retrying.size(), 1);
    m_clock->advance(30s);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error());
    const auto timeoutSaidTo = [&daemon](int number) {
        return Command::decode(daemon.peer(number).last(FrameType::Command))->timeout;
    };
    QCOMPARE(timeoutSaidTo(1), std::chrono::milliseconds(firstMs));
    QCOMPARE(timeoutSaidTo(2), std::chrono::milliseconds(secondMs));
}

void tst_ReplyRetry::deadlineWithoutADaemon()
{
    FakeDaemon daemon; // takes connections and says nothing
    ClientOptions limited = options(daemon.socket());
    limited.retry.deadline = 100s;
    Client client(limited);
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(daemon.connectionCount(), 1);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::Command), 1);
    m_clock->advance(100s - 1ms);
    settle();
    QCOMPARE(finished.size(), 0);
    m_clock->advance(1ms);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::Timeout);
    QTRY_VERIFY(daemon.peer(1).hasEnded());
}

void tst_ReplyRetry::deadlineLeavesATakenCommandToItsDaemon()
{
    FakeDaemon daemon([](WirePeer &peer, int) { peer.sendRaw(version()); });
    ClientOptions limited = options(daemon.socket());
    limited.retry.deadline = 100s;
    Client client(limited);
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy accepted(reply, &Reply::accepted);
    QTRY_COMPARE(accepted.size(), 1);
    m_clock->advance(1h);
    settle();
    QVERIFY(!reply->isFinished());
    daemon.peer(1).sendRaw(success(9).mid(version().size()));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->exitCode(), 9);
}

void tst_ReplyRetry::destroyedWhileWaiting()
{
    FakeDaemon daemon(answers({refusal(ErrorCode::QueueFull), success()}));
    Client client(options(daemon.socket()));
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy retrying(reply, &Reply::retrying);
    QTRY_COMPARE(retrying.size(), 1);
    delete reply;
    m_clock->advance(24h);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
}

void tst_ReplyRetry::givenStream()
{
    ClientOptions patient;
    patient.retry.maxAttempts = 5;
    patient.retry.clock = m_clock;
    Client client(patient);
    auto [near, far] = MemoryStream::makePair();
    WirePeer peer(std::move(far));
    Reply *reply = client.execute(Command({"hello"}), std::move(near));
    peer.sendRaw(refusal(ErrorCode::QueueFull));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(error(*reply), ErrorCode::QueueFull);
}

QTEST_GUILESS_MAIN(tst_ReplyRetry)
#include "tst_replyretry.moc"
