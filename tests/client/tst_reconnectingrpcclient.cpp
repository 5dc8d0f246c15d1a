#include "tests/shared/localdaemon.h"
#include "tests/shared/manualclock.h"
#include "tests/shared/signalerror.h"

#include <daemonrpc/client/reconnectingrpcclient.h>
#include <daemonrpc/wire/daemonmessages.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

using State = ReconnectingRpcClient::State;

class tst_ReconnectingRpcClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void callsAndNotifications();
    void callsWaitForTheConnection();
    void answersOfTheDaemonAreNotRepeated();
    void reconnects();
    void whatIsRepeated_data();
    void whatIsRepeated();
    void orderIsKept();
    void turnedAwayBeforeAnythingWasRead();
    void failsByDefault();
    void givesUp();
    void uselessDaemon_data();
    void uselessDaemon();
    void successStartsOver();
    void acceptingAndDroppingIsNoSuccess();
    void neverStartsWhatWasStopped();
    void startReason();
    void deadline();
    void forget();
    void reconnectNow();
    void notifyWithoutAConnection();
    void daemonAtASocket();
    void destroyedInACallback();
    void callbacksAreDroppedWithIt();

private:
    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    static QByteArray version() { return encodeFrame(FrameType::VersionCheck, VersionCheck().encode()); }

    static QByteArray refusal(ErrorCode code)
    {
        return encodeFrame(FrameType::CommandError,
                           encodeCommandError(Error(code, QStringLiteral("refused"))));
    }

    static void greet(WirePeer &peer, int) { peer.sendRaw(version()); }

    /// The methods that @p peer was asked for, in order.
    static QStringList methodsAt(const WirePeer &peer)
    {
        QStringList methods;
        for (const WirePeer::Frame &frame : peer.frames()) {
            if (frame.type == FrameType::Rpc)
                methods.append(QJsonDocument::fromJson(frame.payload)[QStringLiteral("method")].toString());
        }
        return methods;
    }

    /// Answers the latest request with the name of its method.
    static void answer(WirePeer &peer)
    {
        const QJsonObject request = QJsonDocument::fromJson(peer.last(FrameType::Rpc)).object();
        if (!request.contains(QStringLiteral("id")))
            return;
        const QJsonObject response{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                   {QStringLiteral("id"), request[QStringLiteral("id")]},
                                   {QStringLiteral("result"), request[QStringLiteral("method")]}};
        peer.send(FrameType::Rpc, QJsonDocument(response).toJson(QJsonDocument::Compact));
    }

    static void serve(WirePeer &peer, int)
    {
        peer.sendRaw(version());
        connect(&peer, &WirePeer::frameCame, &peer, [&peer] {
            if (peer.frames().constLast().type == FrameType::Rpc)
                answer(peer);
        });
    }

    /// The end of the stream comes after all that was sent has been read: it is lost, not reset.
    static void hangUpAfterReading(WirePeer &peer, qsizetype messages)
    {
        QTRY_COMPARE(peer.count(FrameType::Rpc), messages);
        peer.hangUp();
    }

    [[nodiscard]] ClientOptions options(const LocalSocket &socket, int maxAttempts = 5) const
    {
        ClientOptions options = socket.options();
        options.retry.maxAttempts = maxAttempts;
        options.retry.initialDelay = 1min;
        options.retry.maxDelay = 10min;
        options.retry.random = [] { return 0.5; };
        options.retry.clock = m_clock;
        return options;
    }

    /// Notes how each call ends: its result, or the name of its error.
    ReconnectingRpcClient::Callback note(const QString &name)
    {
        return [this, name](const Result<QJsonValue> &result) {
            m_ends.append(name + u'=' + (result ? result->toString() : errorCodeName(result.error().code())));
        };
    }

    quint64 call(ReconnectingRpcClient &client, const QString &method,
                 Idempotence idempotence = Idempotence::Unknown)
    {
        return client.call(method, {}, note(method), idempotence);
    }

    std::shared_ptr<ManualClock> m_clock;
    QStringList m_ends;
};

void tst_ReconnectingRpcClient::init()
{
    m_clock = std::make_shared<ManualClock>();
    m_ends.clear();
}

void tst_ReconnectingRpcClient::callsAndNotifications()
{
    FakeDaemon daemon(serve);
    ReconnectingRpcClient client(options(daemon.socket()));
    QCOMPARE(client.state(), State::Connecting);
    QSignalSpy states(&client, &ReconnectingRpcClient::stateChanged);
    QSignalSpy notifications(&client, &ReconnectingRpcClient::notificationReceived);
    QTRY_COMPARE(client.state(), State::Connected);
    QVERIFY(!client.error());
    QVERIFY(call(client, QStringLiteral("ping")) > 0);
    QTRY_COMPARE(m_ends, QStringList{QStringLiteral("ping=ping")});
    QCOMPARE(client.pendingCount(), 0);
    QVERIFY(client.notify(QStringLiteral("hint"), QJsonArray{1}));
    QTRY_COMPARE(methodsAt(daemon.peer(1)).constLast(), QStringLiteral("hint"));
    daemon.peer(1).send(FrameType::Rpc, R"({"jsonrpc":"2.0","method":"news","params":[7]})");
    QTRY_COMPARE(notifications.size(), 1);
    QCOMPARE(notifications[0][0].toString(), QStringLiteral("news"));
    QCOMPARE(notifications[0][1].value<QJsonValue>(), QJsonValue(QJsonArray{7}));
    QCOMPARE(states.size(), 1);
}

void tst_ReconnectingRpcClient::callsWaitForTheConnection()
{
    FakeDaemon daemon(serve);
    ReconnectingRpcClient client(options(daemon.socket()));
    call(client, QStringLiteral("a"));
    call(client, QStringLiteral("b"));
    QCOMPARE(client.pendingCount(), 2);
    QTRY_COMPARE(m_ends, QStringList({QStringLiteral("a=a"), QStringLiteral("b=b")}));
}

void tst_ReconnectingRpcClient::answersOfTheDaemonAreNotRepeated()
{
    FakeDaemon daemon([](WirePeer &peer, int) {
        peer.sendRaw(version());
        connect(&peer, &WirePeer::frameCame, &peer, [&peer] {
            if (peer.frames().constLast().type == FrameType::Rpc)
                peer.send(FrameType::Rpc,
                          R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no such method"}})");
        });
    });
    ReconnectingRpcClient client(options(daemon.socket()));
    call(client, QStringLiteral("x"), Idempotence::Given);
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(m_ends[0] != u"x=x");
    settle();
    QCOMPARE(daemon.peer(1).count(FrameType::Rpc), 1);
    QCOMPARE(client.state(), State::Connected);
}

void tst_ReconnectingRpcClient::reconnects()
{
    FakeDaemon daemon(serve);
    ReconnectingRpcClient client(options(daemon.socket()));
    QSignalSpy retrying(&client, &ReconnectingRpcClient::retrying);
    QSignalSpy failed(&client, &ReconnectingRpcClient::failed);
    QTRY_COMPARE(client.state(), State::Connected);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::VersionCheck), 1);
    daemon.peer(1).hangUp();
    QTRY_COMPARE(client.state(), State::Waiting);
    QCOMPARE(retrying.size(), 1);
    QCOMPARE(errorIn(retrying).code(), ErrorCode::ConnectionLost);
    QCOMPARE(retrying[0][1].value<std::chrono::milliseconds>(), 30s);
    QCOMPARE(client.error()->code(), ErrorCode::ConnectionLost);
    m_clock->advance(30s - 1ms);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
    call(client, QStringLiteral("meanwhile"));
    m_clock->advance(1ms);
    QTRY_COMPARE(m_ends, QStringList{QStringLiteral("meanwhile=meanwhile")});
    QCOMPARE(client.state(), State::Connected);
    QVERIFY(!client.error());
    QCOMPARE(daemon.connectionCount(), 2);
    QCOMPARE(failed.size(), 0);
}

void tst_ReconnectingRpcClient::whatIsRepeated_data()
{
    QTest::addColumn<Idempotence>("idempotence");
    QTest::addColumn<QString>("end");
    QTest::newRow("idempotent") << Idempotence::Given << QStringLiteral("x=x");
    QTest::newRow("unknown") << Idempotence::Unknown << QStringLiteral("x=connection_lost");
}

void tst_ReconnectingRpcClient::whatIsRepeated()
{
    QFETCH(const Idempotence, idempotence);
    QFETCH(const QString, end);
    FakeDaemon daemon([](WirePeer &peer, int number) {
        if (number == 1)
            greet(peer, number);
        else
            serve(peer, number);
    });
    ReconnectingRpcClient client(options(daemon.socket()));
    QTRY_COMPARE(client.state(), State::Connected);
    call(client, QStringLiteral("x"), idempotence);
    hangUpAfterReading(daemon.peer(1), 1);
    QTRY_COMPARE(client.state(), State::Waiting);
    QCOMPARE(client.pendingCount(), idempotence == Idempotence::Given ? 1 : 0);
    m_clock->advance(1min);
    QTRY_COMPARE(client.state(), State::Connected);
    QTRY_COMPARE(m_ends, QStringList{end});
    settle();
    QCOMPARE(m_ends.size(), 1);
    QCOMPARE(daemon.peer(2).count(FrameType::Rpc), idempotence == Idempotence::Given ? 1 : 0);
}

void tst_ReconnectingRpcClient::orderIsKept()
{
    FakeDaemon daemon(greet);
    ReconnectingRpcClient client(options(daemon.socket()));
    QTRY_COMPARE(client.state(), State::Connected);
    call(client, QStringLiteral("a"), Idempotence::Given);
    call(client, QStringLiteral("b"));
    call(client, QStringLiteral("c"), Idempotence::Given);
    hangUpAfterReading(daemon.peer(1), 3);
    QTRY_COMPARE(client.state(), State::Waiting);
    call(client, QStringLiteral("d"));
    m_clock->advance(1min);
    QTRY_COMPARE(daemon.connectionCount(), 2);
    QTRY_COMPARE(methodsAt(daemon.peer(2)),
                 QStringList({QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("d")}));
}

void tst_ReconnectingRpcClient::turnedAwayBeforeAnythingWasRead()
{
    FakeDaemon daemon([](WirePeer &peer, int number) {
        if (number > 1) {
            serve(peer, number);
            return;
        }
        peer.sendRaw(version());
        connect(&peer, &WirePeer::frameCame, &peer, [&peer] {
            if (peer.count(FrameType::Rpc) == 1)
                peer.sendRaw(refusal(ErrorCode::TooManyConnections));
        });
    });
    ReconnectingRpcClient client(options(daemon.socket()));
    call(client, QStringLiteral("x"));
    QTRY_COMPARE(client.state(), State::Waiting);
    m_clock->advance(1min);
    QTRY_COMPARE(m_ends, QStringList{QStringLiteral("x=x")});
}

void tst_ReconnectingRpcClient::failsByDefault()
{
    FakeDaemon daemon(greet);
    ReconnectingRpcClient client(daemon.socket().options());
    QSignalSpy failed(&client, &ReconnectingRpcClient::failed);
    QTRY_COMPARE(client.state(), State::Connected);
    call(client, QStringLiteral("x"), Idempotence::Given);
    hangUpAfterReading(daemon.peer(1), 1);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(client.state(), State::Failed);
    QCOMPARE(m_ends, QStringList{QStringLiteral("x=connection_lost")});
    QCOMPARE(call(client, QStringLiteral("y")), 0u);
    QCOMPARE(m_ends.constLast(), QStringLiteral("y=connection_lost"));
    settle();
    QCOMPARE(failed.size(), 1);
}

void tst_ReconnectingRpcClient::givesUp()
{
    QTemporaryDir directory;
    FakeDaemon daemon;
    ClientOptions toNobody = options(daemon.socket(), 3);
    toNobody.runtimeDirectory = directory.path();
    ReconnectingRpcClient client(toNobody);
    call(client, QStringLiteral("x"));
    QSignalSpy retrying(&client, &ReconnectingRpcClient::retrying);
    QSignalSpy failed(&client, &ReconnectingRpcClient::failed);
    for (int i = 1; i <= 2; ++i) {
        QTRY_COMPARE(retrying.size(), i);
        QCOMPARE(client.attempt(), i + 1);
        m_clock->advance(10min);
    }
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::NotRunning);
    QCOMPARE(m_ends, QStringList{QStringLiteral("x=not_running")});
    QCOMPARE(client.state(), State::Failed);
    m_clock->advance(24h);
    settle();
    QCOMPARE(failed.size(), 1);
}

void tst_ReconnectingRpcClient::uselessDaemon_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("another build") << version() + refusal(ErrorCode::VersionMismatch)
                                   << ErrorCode::VersionMismatch;
    QTest::newRow("no frame") << QByteArray("no frame") << ErrorCode::ProtocolViolation;
    QTest::newRow("no JSON") << version() + encodeFrame(FrameType::Rpc, "{") << ErrorCode::ProtocolViolation;
}

void tst_ReconnectingRpcClient::uselessDaemon()
{
    QFETCH(const QByteArray, said);
    QFETCH(const ErrorCode, code);
    FakeDaemon daemon([said](WirePeer &peer, int) { peer.sendRaw(said); });
    ReconnectingRpcClient client(options(daemon.socket()));
    QSignalSpy failed(&client, &ReconnectingRpcClient::failed);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), code);
    m_clock->advance(24h);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
}

void tst_ReconnectingRpcClient::successStartsOver()
{
    FakeDaemon daemon(serve);
    ReconnectingRpcClient client(options(daemon.socket(), 2));
    QSignalSpy retrying(&client, &ReconnectingRpcClient::retrying);
    for (int i = 1; i <= 5; ++i) {
        call(client, QStringLiteral("x"));
        QTRY_COMPARE(m_ends.size(), i);
        daemon.peer(i).hangUp();
        QTRY_COMPARE(retrying.size(), i);
        QCOMPARE(retrying.constLast()[1].value<std::chrono::milliseconds>(), 30s);
        m_clock->advance(30s);
        QTRY_COMPARE(client.state(), State::Connected);
    }
}

void tst_ReconnectingRpcClient::acceptingAndDroppingIsNoSuccess()
{
    FakeDaemon daemon([](WirePeer &peer, int) {
        connect(&peer, &WirePeer::frameCame, &peer, [&peer] {
            peer.sendRaw(version());
            QMetaObject::invokeMethod(&peer, &WirePeer::hangUp, Qt::QueuedConnection);
        });
    });
    ReconnectingRpcClient client(options(daemon.socket(), 3));
    QSignalSpy retrying(&client, &ReconnectingRpcClient::retrying);
    QSignalSpy failed(&client, &ReconnectingRpcClient::failed);
    for (int i = 1; i <= 2; ++i) {
        QTRY_COMPARE(retrying.size(), i);
        QCOMPARE(retrying.constLast()[1].value<std::chrono::milliseconds>(), i * 30s);
        m_clock->advance(i * 30s);
    }
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(daemon.connectionCount(), 3);
}

void tst_ReconnectingRpcClient::neverStartsWhatWasStopped()
{
    auto daemon = std::make_unique<FakeDaemon>(serve);
    ClientOptions willing = options(daemon->socket());
    willing.maySpawn = true;
    willing.daemonProgram = QStringLiteral("/no/such/daemon");
    ReconnectingRpcClient client(willing);
    QSignalSpy retrying(&client, &ReconnectingRpcClient::retrying);
    QTRY_COMPARE(client.state(), State::Connected);
    daemon.reset();
    for (int i = 1; i <= 3; ++i) {
        QTRY_COMPARE(retrying.size(), i);
        m_clock->advance(10min);
    }
    QCOMPARE(errorIn(retrying, 1).code(), ErrorCode::NotRunning); // not SpawnFailed
}

void tst_ReconnectingRpcClient::startReason()
{
    FakeDaemon daemon(serve);
    ReconnectingRpcClient client(options(daemon.socket()));
    QTRY_COMPARE(client.state(), State::Connected);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::VersionCheck), 1);
    daemon.peer(1).hangUp();
    QTRY_COMPARE(client.state(), State::Waiting);
    m_clock->advance(1min);
    QTRY_COMPARE(client.state(), State::Connected);
    QTRY_COMPARE(daemon.peer(2).count(FrameType::VersionCheck), 1);
    const auto reasonSaidTo = [&daemon](int number) {
        return VersionCheck::decode(daemon.peer(number).last(FrameType::VersionCheck))->startReason;
    };
    QCOMPARE(reasonSaidTo(1), StartReason::UserAction);
    QCOMPARE(reasonSaidTo(2), StartReason::Reconnect);
}

// Each call has its own, wherever it is; a late answer finds nobody.
void tst_ReconnectingRpcClient::deadline()
{
    FakeDaemon daemon(greet);
    ClientOptions limited = options(daemon.socket());
    limited.retry.deadline = 10s;
    ReconnectingRpcClient client(limited);
    QTRY_COMPARE(client.state(), State::Connected);
    call(client, QStringLiteral("a"));
    m_clock->advance(6s);
    call(client, QStringLiteral("b"));
    m_clock->advance(4s);
    QCOMPARE(m_ends, QStringList{QStringLiteral("a=timeout")});
    QTRY_COMPARE(daemon.peer(1).count(FrameType::Rpc), 2);
    daemon.peer(1).send(FrameType::Rpc, R"({"jsonrpc":"2.0","id":1,"result":"late"})");
    daemon.peer(1).send(FrameType::Rpc, R"({"jsonrpc":"2.0","id":2,"result":"in time"})");
    QTRY_COMPARE(m_ends.size(), 2);
    QCOMPARE(m_ends[1], QStringLiteral("b=in time"));
    daemon.peer(1).hangUp();
    QTRY_COMPARE(client.state(), State::Waiting);
    call(client, QStringLiteral("c"));
    m_clock->advance(10s);
    QCOMPARE(m_ends.constLast(), QStringLiteral("c=timeout"));
    QCOMPARE(client.state(), State::Waiting); // the deadline is the call's
}

void tst_ReconnectingRpcClient::forget()
{
    FakeDaemon daemon(serve);
    ReconnectingRpcClient client(options(daemon.socket()));
    const quint64 early = call(client, QStringLiteral("early"));
    QVERIFY(client.forget(early));
    QVERIFY(!client.forget(early));
    QTRY_COMPARE(client.state(), State::Connected);
    const quint64 sent = call(client, QStringLiteral("sent"));
    QVERIFY(client.forget(sent));
    call(client, QStringLiteral("kept"));
    QTRY_COMPARE(m_ends, QStringList{QStringLiteral("kept=kept")});
    QCOMPARE(methodsAt(daemon.peer(1)), QStringList({QStringLiteral("sent"), QStringLiteral("kept")}));
}

void tst_ReconnectingRpcClient::reconnectNow()
{
    FakeDaemon daemon(serve);
    ReconnectingRpcClient client(options(daemon.socket()));
    client.reconnectNow(); // there is no pause to cut short
    QTRY_COMPARE(client.state(), State::Connected);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::VersionCheck), 1);
    daemon.peer(1).hangUp();
    QTRY_COMPARE(client.state(), State::Waiting);
    client.reconnectNow();
    QTRY_COMPARE(client.state(), State::Connected);
    m_clock->advance(24h);
    settle();
    QCOMPARE(daemon.connectionCount(), 2);
}

void tst_ReconnectingRpcClient::notifyWithoutAConnection()
{
    FakeDaemon daemon(serve);
    ReconnectingRpcClient client(options(daemon.socket()));
    QVERIFY(!client.notify(QStringLiteral("hint"), {}));
    QTRY_COMPARE(client.state(), State::Connected);
    settle();
    QCOMPARE(daemon.peer(1).count(FrameType::Rpc), 0);
}

void tst_ReconnectingRpcClient::daemonAtASocket()
{
    FakeDaemon daemon(serve);
    QTemporaryDir elsewhere;
    ClientOptions other = options(daemon.socket());
    other.runtimeDirectory = elsewhere.path();
    ReconnectingRpcClient client(other, daemon.socket().path());
    call(client, QStringLiteral("x"));
    QTRY_COMPARE(m_ends, QStringList{QStringLiteral("x=x")});
}

void tst_ReconnectingRpcClient::destroyedInACallback()
{
    FakeDaemon daemon(greet);
    QPointer<ReconnectingRpcClient> client = new ReconnectingRpcClient(options(daemon.socket()));
    QTRY_COMPARE(client->state(), State::Connected);
    client->call(QStringLiteral("x"), {}, [client](const Result<QJsonValue> &) { delete client; });
    call(*client, QStringLiteral("y"));
    hangUpAfterReading(daemon.peer(1), 2);
    QTRY_VERIFY(!client);
    m_clock->advance(24h);
    settle();
    QCOMPARE(m_ends, QStringList());
    QCOMPARE(daemon.connectionCount(), 1);
}

void tst_ReconnectingRpcClient::callbacksAreDroppedWithIt()
{
    FakeDaemon daemon(greet);
    {
        ReconnectingRpcClient client(options(daemon.socket()));
        call(client, QStringLiteral("x"));
        QTRY_COMPARE(client.state(), State::Connected);
        call(client, QStringLiteral("y"));
    }
    settle();
    QCOMPARE(m_ends, QStringList());
}

QTEST_GUILESS_MAIN(tst_ReconnectingRpcClient)
#include "tst_reconnectingrpcclient.moc"
