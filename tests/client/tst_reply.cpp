#include "tests/shared/localdaemon.h"

#include <daemonrpc/client/client.h>
#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/wire/clientmessages.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_Reply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsACommand();
    void startsOnTheNextTurn();
    void streamsInput();
    void daemonsError();
    void endedBySignal();
    void cancels();
    void cancelBeforeTheStart();
    void cancelWhileSpawning();
    void cancelBetweenTwoAttempts();
    void cancelOfAFinishedReply();
    void retries_data();
    void retries();
    void givesUpRetrying();
    void doesNotRetry_data();
    void doesNotRetry();
    void notRunning();
    void pausesReading();
    void pausedBeforeTheStart();
    void resizes();
    void givenStream();
    void givenStreamIsNotRetried();
    void manyAtOnce();
    void destroyingCancels();
    void deletedInItsLastSlot();

private:
    static HandlerRegistry handlers()
    {
        HandlerRegistry handlers;
        handlers.add("hello", std::make_unique<FunctionHandler>(
                                  [](RequestContext &context) -> std::unique_ptr<Execution> {
                                      context.write("hello\n");
                                      context.writeError("and an error\n");
                                      context.finish(3);
                                      return nullptr;
                                  }));
        handlers.add("wait", std::make_unique<FunctionHandler>([](RequestContext &context) {
                         connect(
                             &context, &RequestContext::cancellationRequested, &context,
                             [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
                         return std::make_unique<Execution>();
                     }));
        handlers.add("size", std::make_unique<FunctionHandler>([](RequestContext &context) {
                         connect(
                             &context, &RequestContext::resized, &context,
                             [&context](quint16 columns, quint16 rows) { context.finish(columns + rows); });
                         return std::make_unique<Execution>();
                     }));
        handlers.add("flood", std::make_unique<FunctionHandler>(
                                  [](RequestContext &context) -> std::unique_ptr<Execution> {
                                      context.write(QByteArray(8'000'000, 'x'));
                                      context.finish(0);
                                      return nullptr;
                                  }));
        handlers.add("cat", std::make_unique<BlockingHandler>([](BlockingContext &context) {
                         for (QByteArray bytes = context.read(); !bytes.isEmpty(); bytes = context.read())
                             context.write(bytes);
                         return 0;
                     }));
        return handlers;
    }

    /// A whole server on a socket of its own.
    struct Daemon
    {
        Daemon()
            : server(handlers())
        {
            server.addListener(socket.takeListener());
        }

        LocalSocket socket;
        Server server;
    };

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
};

void tst_Reply::runsACommand()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"hello"}));
    QByteArray output;
    QByteArray errorOutput;
    connect(reply, &Reply::outputReceived, this,
            [&output](QByteArrayView bytes) { output += bytes.toByteArray(); });
    connect(reply, &Reply::errorOutputReceived, this,
            [&errorOutput](QByteArrayView bytes) { errorOutput += bytes.toByteArray(); });
    QSignalSpy accepted(reply, &Reply::accepted);
    QSignalSpy finished(reply, &Reply::finished);
    QSignalSpy spawning(reply, &Reply::spawning);
    QVERIFY(!reply->isFinished());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(reply->isFinished());
    QVERIFY(!reply->error());
    QCOMPARE(reply->exitCode(), 3);
    QCOMPARE(reply->signal(), 0);
    QVERIFY(!reply->isCancelled());
    QCOMPARE(output, QByteArray("hello\n"));
    QCOMPARE(errorOutput, QByteArray("and an error\n"));
    QCOMPARE(accepted.size(), 1);
    QVERIFY(reply->daemon().requestId > 0);
    QCOMPARE(spawning.size(), 0);
    settle();
    QCOMPARE(finished.size(), 1);
}

void tst_Reply::startsOnTheNextTurn()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"hello"}));
    QCOMPARE(reply->parent(), &client);
    QCOMPARE(daemon.server.connections().acceptedCount(), 0u);
    QCOMPARE(reply->inputWanted(), 0);
    // Too early for all of these: no effect, no crash.
    reply->sendInput({});
    reply->finishInput();
    reply->resize(80, 24);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->exitCode(), 3);
}

void tst_Reply::streamsInput()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Command command({"cat"});
    command.hasInput = true;
    QByteArray input;
    for (int i = 0; i < 1'000'000; ++i)
        input.append(static_cast<char>(i * 17 + i / 256));
    Reply *reply = client.execute(command);
    qint64 sent = 0;
    QByteArray output;
    connect(reply, &Reply::inputWantedChanged, this, [&] {
        const qint64 size = qMin(reply->inputWanted(), input.size() - sent);
        reply->sendInput(QByteArrayView(input).sliced(sent, size));
        sent += size;
        if (sent == input.size())
            reply->finishInput();
    });
    connect(reply, &Reply::outputReceived, this,
            [&output](QByteArrayView bytes) { output += bytes.toByteArray(); });
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20000);
    QCOMPARE(reply->exitCode(), 0);
    QVERIFY(output == input);
}

void tst_Reply::daemonsError()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"helo"}));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(error(*reply), ErrorCode::UnknownCommand);
    QVERIFY(reply->error()->message().contains(u"hello"));
}

void tst_Reply::endedBySignal()
{
    FakeDaemon daemon([](WirePeer &peer, int) {
        peer.sendRaw(version() + encodeFrame(FrameType::CommandFinished,
                                             CommandFinished{0, SIGKILL, true, true}.encode()));
    });
    Client client(daemon.socket().options());
    Reply *reply = client.execute(Command({"x"}));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->error());
    QCOMPARE(reply->signal(), SIGKILL);
    QVERIFY(reply->isCancelled());
    QVERIFY(reply->isForced());
}

void tst_Reply::cancels()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"wait"}));
    QSignalSpy notices(reply, &Reply::noticeReceived);
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(daemon.server.requests().runningCount(), 1);
    reply->cancel(SIGINT);
    reply->cancel(SIGINT);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!reply->error());
    QCOMPARE(reply->signal(), SIGINT);
    QVERIFY(reply->isCancelled());
    QVERIFY(!reply->isForced());
    QCOMPARE(notices.size(), 1);
}

void tst_Reply::cancelBeforeTheStart()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    reply->cancel(SIGINT);
    reply->cancel(SIGINT);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::Cancelled);
    settle();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(daemon.server.connections().acceptedCount(), 0u); // the command was never sent
}

void tst_Reply::cancelWhileSpawning()
{
    QTemporaryDir directory;
    ClientOptions options;
    options.runtimeDirectory = directory.path();
    options.daemonProgram = QStringLiteral("/bin/false");
    Client client(options);
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    connect(reply, &Reply::spawning, reply, [reply] { reply->cancel(SIGINT); });
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::Cancelled);
    settle();
    QCOMPARE(finished.size(), 1);
}

// The person presses Ctrl+C while the reply is on its way to the fresh daemon: the command must not run.
void tst_Reply::cancelBetweenTwoAttempts()
{
    FakeDaemon daemon([](WirePeer &peer, int number) {
        peer.sendRaw(number == 1 ? refusal(ErrorCode::DaemonReplaced) : success());
    });
    Client client(daemon.socket().options());
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    connect(
        reply, &Reply::accepted, reply, [reply] { reply->cancel(SIGINT); }, Qt::QueuedConnection);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::Cancelled);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
}

void tst_Reply::cancelOfAFinishedReply()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(finished.size(), 1);
    reply->cancel(SIGINT);
    reply->sendInput("x");
    reply->finishInput();
    reply->resize(1, 1);
    reply->setReading(true);
    settle();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!reply->error());
    QCOMPARE(reply->exitCode(), 3);
}

void tst_Reply::retries_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("replaced") << false;
    QTest::newRow("reset") << true;
}

// In both cases nobody has run the command, and a fresh daemon will.
void tst_Reply::retries()
{
    QFETCH(const bool, isReset);
    FakeDaemon daemon([isReset](WirePeer &peer, int number) {
        if (number > 2)
            peer.sendRaw(success(7));
        else if (isReset)
            peer.hangUp(); // with all of the client's bytes unread
        else
            peer.sendRaw(refusal(ErrorCode::DaemonReplaced));
    });
    Client client(daemon.socket().options());
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(!reply->error(), reply->error() ? qPrintable(reply->error()->message()) : "");
    QCOMPARE(reply->exitCode(), 7);
    QCOMPARE(daemon.connectionCount(), 3);
    settle();
    QCOMPARE(finished.size(), 1);
}

void tst_Reply::givesUpRetrying()
{
    FakeDaemon daemon([](WirePeer &peer, int) { peer.sendRaw(refusal(ErrorCode::DaemonReplaced)); });
    Client client(daemon.socket().options());
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::DaemonReplaced);
    QVERIFY(daemon.connectionCount() > 1);
    QVERIFY(daemon.connectionCount() <= 5);
}

void tst_Reply::doesNotRetry_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("the daemon died") << version() << ErrorCode::ConnectionLost;
    QTest::newRow("newer daemon") << refusal(ErrorCode::DaemonNewer) << ErrorCode::DaemonNewer;
    QTest::newRow("another build") << refusal(ErrorCode::VersionMismatch) << ErrorCode::VersionMismatch;
    QTest::newRow("queue full") << refusal(ErrorCode::QueueFull) << ErrorCode::QueueFull;
    QTest::newRow("a code of the future")
        << refusal(static_cast<ErrorCode>(9999)) << static_cast<ErrorCode>(9999);
    QTest::newRow("garbage") << QByteArray("HTTP/1.1 200 OK\r\n") << ErrorCode::ProtocolViolation;
}

void tst_Reply::doesNotRetry()
{
    QFETCH(const QByteArray, said);
    QFETCH(const ErrorCode, code);
    FakeDaemon daemon([&said](WirePeer &peer, int) {
        connect(&peer, &WirePeer::frameCame, &peer, [&said, &peer] {
            if (peer.count(FrameType::Command) == 1) { // read, so that it may have run
                peer.sendRaw(said);
                QMetaObject::invokeMethod(&peer, &WirePeer::hangUp, Qt::QueuedConnection);
            }
        });
    });
    Client client(daemon.socket().options());
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), code);
    settle();
    QCOMPARE(daemon.connectionCount(), 1);
    QCOMPARE(finished.size(), 1);
}

void tst_Reply::notRunning()
{
    QTemporaryDir directory;
    ClientOptions options;
    options.runtimeDirectory = directory.path();
    options.maySpawn = false;
    Client client(options);
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::NotRunning);
}

void tst_Reply::pausesReading()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"flood"}));
    qint64 received = 0;
    connect(reply, &Reply::outputReceived, this, [&](QByteArrayView bytes) {
        received += bytes.size();
        reply->setReading(false);
    });
    QTRY_VERIFY(received > 0);
    settle();
    const qint64 before = received;
    settle();
    QCOMPARE(received, before);
    QVERIFY(before < 8'000'000);
    QVERIFY(!reply->isFinished());
    reply->disconnect(this);
    connect(reply, &Reply::outputReceived, this,
            [&received](QByteArrayView bytes) { received += bytes.size(); });
    reply->setReading(true);
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20000);
    QCOMPARE(received, 8'000'000);
}

void tst_Reply::pausedBeforeTheStart()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"hello"}));
    QSignalSpy output(reply, &Reply::outputReceived);
    reply->setReading(false);
    QTRY_COMPARE(daemon.server.requests().finishedCount(), 1u);
    settle();
    QVERIFY(!reply->isFinished());
    QCOMPARE(output.size(), 0);
    reply->setReading(true);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(output.size(), 1);
}

void tst_Reply::resizes()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"size"}));
    QTRY_COMPARE(daemon.server.requests().runningCount(), 1);
    reply->resize(100, 50);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->exitCode(), 150);
}

void tst_Reply::givenStream()
{
    Server server(handlers());
    Client client;
    auto [near, far] = MemoryStream::makePair();
    server.serve(std::move(far));
    Reply *reply = client.execute(Command({"hello"}), std::move(near));
    QSignalSpy finished(reply, &Reply::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(reply->exitCode(), 3);
}

void tst_Reply::givenStreamIsNotRetried()
{
    Client client;
    auto [near, far] = MemoryStream::makePair();
    WirePeer peer(std::move(far));
    Reply *reply = client.execute(Command({"hello"}), std::move(near));
    QSignalSpy finished(reply, &Reply::finished);
    peer.sendRaw(refusal(ErrorCode::DaemonReplaced));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(error(*reply), ErrorCode::DaemonReplaced);
}

void tst_Reply::manyAtOnce()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    int finished = 0;
    for (int i = 0; i < 50; ++i) {
        Reply *reply = client.execute(Command({"hello"}));
        connect(reply, &Reply::finished, this, [&finished, reply] {
            finished += reply->exitCode() == 3 && !reply->error() ? 1 : 0;
            reply->deleteLater();
        });
    }
    QTRY_COMPARE(finished, 50);
}

void tst_Reply::destroyingCancels()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    Reply *reply = client.execute(Command({"wait"}));
    QTRY_COMPARE(daemon.server.requests().runningCount(), 1);
    delete reply;
    QTRY_COMPARE(daemon.server.requests().runningCount(), 0);
    QCOMPARE(daemon.server.requests().history()[0].cancellation->reason, CancellationReason::ClientClosed);
}

void tst_Reply::deletedInItsLastSlot()
{
    Daemon daemon;
    Client client(daemon.socket.options());
    QPointer<Reply> reply = client.execute(Command({"hello"}));
    connect(reply, &Reply::finished, reply, &QObject::deleteLater);
    QTRY_VERIFY(!reply);
}

QTEST_GUILESS_MAIN(tst_Reply)
#include "tst_reply.moc"
