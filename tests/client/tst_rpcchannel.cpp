#include "tests/shared/localdaemon.h"
#include "tests/shared/signalerror.h"

#include <daemonrpc/client/client.h>
#include <daemonrpc/wire/daemonmessages.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace DaemonRpc;

class tst_RpcChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversation();
    void messagesWaitForTheConnection();
    void saysItsIntent_data();
    void saysItsIntent();
    void daemonAtASocket();
    void notRunning();
    void neverStartsADaemonAtASocket();
    void daemonEndsIt_data();
    void daemonEndsIt();
    void afterTheEnd();
    void destroyedBeforeItStarts();
    void deletedInItsSlots();

private:
    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    static void greet(WirePeer &peer, int)
    {
        VersionCheck version;
        version.buildId = "fake";
        peer.send(FrameType::VersionCheck, version.encode());
    }
};

void tst_RpcChannel::conversation()
{
    FakeDaemon daemon(greet);
    RpcChannel channel(daemon.socket().options(), Intent::Admin);
    QSignalSpy accepted(&channel, &RpcChannel::accepted);
    QByteArrayList received;
    connect(&channel, &RpcChannel::received, this,
            [&received](QByteArrayView message) { received.append(message.toByteArray()); });
    QVERIFY(!channel.peer());
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(channel.daemon().buildId, QByteArray("fake"));
    QCOMPARE(channel.peer()->uid, quint32(::geteuid()));
    channel.send("question");
    QTRY_COMPARE(daemon.peer(1).last(FrameType::Rpc), QByteArray("question"));
    daemon.peer(1).send(FrameType::Rpc, "answer");
    daemon.peer(1).send(FrameType::Rpc, QByteArray(3'000'000, 'x'));
    QTRY_COMPARE(received.size(), 2);
    QCOMPARE(received[0], QByteArray("answer"));
    QCOMPARE(received[1].size(), 3'000'000);
}

void tst_RpcChannel::messagesWaitForTheConnection()
{
    FakeDaemon daemon(greet);
    RpcChannel channel(daemon.socket().options(), Intent::Admin);
    channel.send("1");
    channel.send("2");
    QTRY_COMPARE(daemon.connectionCount(), 1);
    channel.send("3");
    QTRY_COMPARE(daemon.peer(1).joined(FrameType::Rpc), QByteArray("123"));
    QCOMPARE(daemon.peer(1).frames()[0].type, FrameType::VersionCheck);
}

void tst_RpcChannel::saysItsIntent_data()
{
    QTest::addColumn<int>("intent");
    QTest::newRow("admin") << int(Intent::Admin);
    QTest::newRow("replace") << int(Intent::Replace);
}

void tst_RpcChannel::saysItsIntent()
{
    QFETCH(const int, intent);
    FakeDaemon daemon(greet);
    Client client(daemon.socket().options());
    RpcChannel *channel = client.openRpc(static_cast<Intent>(intent));
    QCOMPARE(channel->parent(), &client);
    QTRY_COMPARE(daemon.connectionCount(), 1);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::VersionCheck), 1);
    const Result<VersionCheck> version = VersionCheck::decode(daemon.peer(1).last(FrameType::VersionCheck));
    QCOMPARE(version->intent, static_cast<Intent>(intent));
    QCOMPARE(version->buildId, BuildIdentity::current().id);
}

void tst_RpcChannel::daemonAtASocket()
{
    FakeDaemon daemon(greet);
    QTemporaryDir elsewhere;
    ClientOptions options;
    options.runtimeDirectory = elsewhere.path();
    RpcChannel channel(options, daemon.socket().path());
    QSignalSpy accepted(&channel, &RpcChannel::accepted);
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(VersionCheck::decode(daemon.peer(1).last(FrameType::VersionCheck))->intent, Intent::Admin);
}

void tst_RpcChannel::notRunning()
{
    QTemporaryDir directory;
    ClientOptions options;
    options.runtimeDirectory = directory.path();
    options.maySpawn = false;
    RpcChannel channel(options, Intent::Admin);
    QSignalSpy failed(&channel, &RpcChannel::failed);
    channel.send("waits for ever");
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::NotRunning);
    channel.send("nor this");
    settle();
    QCOMPARE(failed.size(), 1);
}

void tst_RpcChannel::neverStartsADaemonAtASocket()
{
    QTemporaryDir directory;
    ClientOptions options;
    options.runtimeDirectory = directory.path();
    options.daemonProgram = QStringLiteral("/bin/false");
    RpcChannel channel(options, directory.filePath(QStringLiteral("none.sock")));
    QSignalSpy failed(&channel, &RpcChannel::failed);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::NotRunning); // not SpawnFailed
}

void tst_RpcChannel::daemonEndsIt_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray version = encodeFrame(FrameType::VersionCheck, VersionCheck().encode());
    QTest::newRow("before its version") << QByteArray() << ErrorCode::ConnectionLost;
    QTest::newRow("after its version") << version << ErrorCode::ConnectionLost;
    QTest::newRow("with a reason")
        << version + encodeFrame(FrameType::CommandError,
                                 encodeCommandError(Error(ErrorCode::DaemonReplaced, QStringLiteral("x"))))
        << ErrorCode::DaemonReplaced;
    QTest::newRow("with a command's end")
        << version + encodeFrame(FrameType::CommandFinished, CommandFinished().encode())
        << ErrorCode::ProtocolViolation;
    QTest::newRow("with garbage") << QByteArray("no frame") << ErrorCode::ProtocolViolation;
}

void tst_RpcChannel::daemonEndsIt()
{
    QFETCH(const QByteArray, said);
    QFETCH(const ErrorCode, code);
    FakeDaemon daemon;
    RpcChannel channel(daemon.socket().options(), Intent::Admin);
    QSignalSpy failed(&channel, &RpcChannel::failed);
    QTRY_COMPARE(daemon.connectionCount(), 1);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::VersionCheck), 1); // read: an end, not a reset
    daemon.peer(1).sendRaw(said);
    daemon.peer(1).hangUp();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), code);
    settle();
    QCOMPARE(failed.size(), 1);
}

void tst_RpcChannel::afterTheEnd()
{
    FakeDaemon daemon(greet);
    RpcChannel channel(daemon.socket().options(), Intent::Admin);
    QSignalSpy failed(&channel, &RpcChannel::failed);
    QSignalSpy accepted(&channel, &RpcChannel::accepted);
    QTRY_COMPARE(accepted.size(), 1);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::VersionCheck), 1);
    daemon.peer(1).hangUp();
    QTRY_COMPARE(failed.size(), 1);
    channel.send("nobody");
    channel.send(QByteArray(1'000'000, 'x'));
    settle();
    QCOMPARE(failed.size(), 1);
}

void tst_RpcChannel::destroyedBeforeItStarts()
{
    FakeDaemon daemon(greet);
    {
        RpcChannel channel(daemon.socket().options(), Intent::Admin);
        channel.send("never");
    }
    settle();
    QCOMPARE(daemon.connectionCount(), 0);
}

void tst_RpcChannel::deletedInItsSlots()
{
    FakeDaemon daemon(greet);
    QPointer<RpcChannel> first = new RpcChannel(daemon.socket().options(), Intent::Admin);
    connect(first, &RpcChannel::accepted, first, &QObject::deleteLater);
    QTRY_VERIFY(!first);
    QTRY_VERIFY(daemon.peer(1).hasEnded());
}

QTEST_GUILESS_MAIN(tst_RpcChannel)
#include "tst_rpcchannel.moc"
