#include "tests/shared/gate.h"
#include "tests/shared/signalerror.h"
#include "tests/shared/userstream.h"
#include "tests/shared/wirepeer.h"

#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/wire/clientmessages.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <signal.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

namespace {

/// Hands out streams that a test has prepared.
class TestListener : public Listener
{
public:
    explicit TestListener(bool *isStopped)
        : m_isStopped(isStopped)
    {}

    std::unique_ptr<Stream> nextStream() override
    {
        if (m_waiting.empty())
            return nullptr;
        std::unique_ptr<Stream> stream = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        return stream;
    }

    void stopAccepting() override { *m_isStopped = true; }

    std::unique_ptr<WirePeer> connectPeer()
    {
        auto [near, far] = MemoryStream::makePair();
        m_waiting.push_back(std::move(near));
        return std::make_unique<WirePeer>(std::move(far));
    }

    void announce() { Q_EMIT streamAvailable(); }

    void starve() { Q_EMIT starved(Error(ErrorCode::ResourceExhausted, QStringLiteral("no descriptors"))); }

private:
    std::vector<std::unique_ptr<Stream>> m_waiting;
    bool *m_isStopped;
};

class EchoEndpoint : public RpcEndpoint
{
public:
    std::unique_ptr<RpcConversation> open(RpcLink &link) override
    {
        class Echo : public RpcConversation
        {
        public:
            explicit Echo(RpcLink &link)
                : m_link(link)
            {}

            void receive(QByteArrayView message) override { m_link.send(message); }

        private:
            RpcLink &m_link;
        };

        return std::make_unique<Echo>(link);
    }
};

} // namespace

class tst_Server : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void servesCommands();
    void unknownCommands_data();
    void unknownCommands();
    void manyAtOnce();
    void replacesHandlers();
    void replacesLimits();
    void listeners();
    void closingListenersServesWhoWaits();
    void strangers_data();
    void strangers();
    void versions_data();
    void versions();
    void handsOverOnce();
    void handOverRefused();
    void cannotHandOver();
    void drainsAtOnceWhenIdle();
    void drainsRunningRequests();
    void drainWaitsForTheLastOutput();
    void drainDoesNotWaitForWatchers();
    void drainingRefusesCommands();
    void drainingAnswersRpc();
    void commandAfterTheHandshakeOfAReadyServer();
    void successorTakesTheListener();
    void closesOneListener();
    void whoCameBeforeTheSuccessorIsServed();
    void successorIsNotWaitedForLong();
    void dropUndeliveredEndsTheWait();
    void activity();
    void degraded();
    void destroyedWhileRunning();

private:
    static HandlerRegistry handlers(tst_Server *self)
    {
        HandlerRegistry handlers;
        handlers.add("hello", std::make_unique<FunctionHandler>(
                                  [](RequestContext &context) -> std::unique_ptr<Execution> {
                                      context.write("hello\n");
                                      context.finish(0);
                                      return nullptr;
                                  }));
        handlers.add("wait", std::make_unique<FunctionHandler>([](RequestContext &context) {
                         QObject::connect(
                             &context, &RequestContext::cancellationRequested, &context,
                             [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
                         return std::make_unique<Execution>();
                     }));
        handlers.add("flood", std::make_unique<FunctionHandler>(
                                  [](RequestContext &context) -> std::unique_ptr<Execution> {
                                      context.write(QByteArray(4 * MemoryStream::defaultCapacity, 'x'));
                                      context.finish(0);
                                      return nullptr;
                                  }));
        handlers.add("stuck", std::make_unique<BlockingHandler>([self](BlockingContext &) {
                         self->m_gate->pass();
                         return 0;
                     }));
        return handlers;
    }

    std::unique_ptr<WirePeer> connectPeer()
    {
        auto [near, far] = MemoryStream::makePair();
        m_server->serve(std::move(near));
        return std::make_unique<WirePeer>(std::move(far));
    }

    std::unique_ptr<WirePeer> run(const QByteArrayList &arguments, const VersionCheck &version = {})
    {
        std::unique_ptr<WirePeer> peer = connectPeer();
        peer->sendRaw(encodeFrame(FrameType::VersionCheck, version.encode()) +
                      encodeFrame(FrameType::Command, Command(arguments).encode()));
        return peer;
    }

    static ErrorCode error(const WirePeer &peer)
    {
        const Result<Error> error = decodeCommandError(peer.last(FrameType::CommandError));
        return error ? error->code() : ErrorCode(0);
    }

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    std::unique_ptr<Gate> m_gate;
    std::unique_ptr<Server> m_server;
};

void tst_Server::init()
{
    m_gate = std::make_unique<Gate>();
    Limits limits;
    limits.grace = 20ms;
    limits.workerCount = 1;
    m_server = std::make_unique<Server>(handlers(this), limits);
    VersionCheck version;
    version.buildTimestampMs = 1000;
    m_server->setVersion(version);
}

void tst_Server::cleanup()
{
    m_gate->open();
    m_server.reset();
}

void tst_Server::servesCommands()
{
    VersionCheck version;
    version.buildTimestampMs = 1000;
    const auto peer = run({"hello"}, version);
    QTRY_COMPARE(peer->count(FrameType::CommandFinished), 1);
    QCOMPARE(peer->joined(FrameType::OutputChunk), QByteArray("hello\n"));
    QTRY_VERIFY(peer->hasEnded());
    QTRY_COMPARE(m_server->connections().count(), 0);
    QTRY_COMPARE(m_server->requests().history().size(), 1);
    QCOMPARE(m_server->requests().history()[0].arguments, QByteArrayList({"hello"}));
}

void tst_Server::unknownCommands_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("a typo") << QByteArray("helo");
    QTest::newRow("another case") << QByteArray("HELLO");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe");
    QTest::newRow("very long") << QByteArray(1'000'000, 'x');
}

void tst_Server::unknownCommands()
{
    QFETCH(const QByteArray, name);
    VersionCheck version;
    version.buildTimestampMs = 1000;
    const auto peer = run({name, "argument"}, version);
    QTRY_COMPARE(peer->count(FrameType::CommandError), 1);
    const Result<Error> error = decodeCommandError(peer->last(FrameType::CommandError));
    QCOMPARE(error->code(), ErrorCode::UnknownCommand);
    for (const char *known : {"flood", "hello", "stuck", "wait"})
        QVERIFY2(error->message().contains(QLatin1String(known)), qPrintable(error->message()));
    QVERIFY(error->message().size() < 1000);
    QTRY_COMPARE(m_server->requests().runningCount(), 0);
    QCOMPARE(m_server->requests().history()[0].error->code(), ErrorCode::UnknownCommand);
}

// What runs keeps its handler; what comes is served by the new ones.
void tst_Server::replacesHandlers()
{
    m_server->setVersion({});
    const auto running = run({"wait"});
    QTRY_COMPARE(m_server->requests().runningCount(), 1);
    HandlerRegistry fresh;
    fresh.add("hello",
              std::make_unique<FunctionHandler>([](RequestContext &context) -> std::unique_ptr<Execution> {
                  context.write("fresh\n");
                  context.finish(0);
                  return nullptr;
              }));
    m_server->setHandlers(std::move(fresh));
    const auto hello = run({"hello"});
    QTRY_COMPARE(hello->joined(FrameType::OutputChunk), QByteArray("fresh\n"));
    const auto gone = run({"wait"});
    QTRY_COMPARE(error(*gone), ErrorCode::UnknownCommand);
    QCOMPARE(m_server->requests().runningCount(), 1);
    running->send(FrameType::Cancel, Cancel{SIGINT}.encode());
    QTRY_COMPARE(running->count(FrameType::CommandFinished), 1);
    QCOMPARE(CommandFinished::decode(running->last(FrameType::CommandFinished))->signal, SIGINT);
}

void tst_Server::replacesLimits()
{
    m_server->setVersion({});
    Limits limits;
    limits.requestTimeout = 20ms;
    limits.workerCount = 1;
    limits.maxQueueLength = 0;
    m_server->setLimits(limits);
    const auto timedOut = run({"wait"});
    QTRY_COMPARE(timedOut->count(FrameType::CommandFinished), 1);
    QCOMPARE(m_server->requests().history()[0].cancellation->reason, CancellationReason::Timeout);
    limits.requestTimeout = 0ms;
    limits.maxConnections = 2;
    m_server->setLimits(limits);
    const auto stuck = run({"stuck"});
    QTRY_COMPARE(m_server->workers().runningCount(), 1);
    const auto refused = run({"stuck"});
    QTRY_COMPARE(error(*refused), ErrorCode::QueueFull);
    const auto waiting = run({"wait"});
    QTRY_COMPARE(m_server->requests().runningCount(), 2);
    const auto tooMany = run({"hello"});
    QTRY_COMPARE(error(*tooMany), ErrorCode::TooManyConnections);
}

void tst_Server::manyAtOnce()
{
    VersionCheck version;
    version.buildTimestampMs = 1000;
    std::vector<std::unique_ptr<WirePeer>> peers;
    for (int i = 0; i < 200; ++i)
        peers.push_back(run({"hello"}, version));
    for (const auto &peer : peers) {
        QTRY_COMPARE(peer->count(FrameType::CommandFinished), 1);
        QCOMPARE(peer->joined(FrameType::OutputChunk), QByteArray("hello\n"));
    }
    QTRY_COMPARE(m_server->requests().finishedCount(), 200u);
    QSet<quint64> ids;
    for (const RequestRecord &record : m_server->requests().history())
        ids.insert(record.id);
    QCOMPARE(ids.size(), 200);
}

void tst_Server::listeners()
{
    bool isStopped = false;
    auto owned = std::make_unique<TestListener>(&isStopped);
    TestListener *listener = owned.get();
    m_server->addListener(std::move(owned));
    QSignalSpy starved(m_server.get(), &Server::listenerStarved);
    std::vector<std::unique_ptr<WirePeer>> peers;
    for (int i = 0; i < 100; ++i)
        peers.push_back(listener->connectPeer());
    listener->announce();
    const qsizetype first = m_server->connections().count();
    QVERIFY(first > 0); // so many in one turn, and the others in the next
    while (m_server->connections().count() < 100)
        listener->announce();
    listener->starve();
    QCOMPARE(starved.size(), 1);
    QCOMPARE(errorIn(starved).code(), ErrorCode::ResourceExhausted);
    QVERIFY(!isStopped);
}

void tst_Server::closingListenersServesWhoWaits()
{
    bool isStopped = false;
    auto owned = std::make_unique<TestListener>(&isStopped);
    TestListener *listener = owned.get();
    m_server->addListener(std::move(owned));
    const auto peer = listener->connectPeer();
    VersionCheck version;
    version.buildTimestampMs = 1000;
    peer->sendRaw(encodeFrame(FrameType::VersionCheck, version.encode()) +
                  encodeFrame(FrameType::Command, Command({"hello"}).encode()));
    m_server->closeListeners();
    QVERIFY(isStopped);
    QTRY_COMPARE(peer->count(FrameType::CommandFinished), 1);
    m_server->closeListeners();
}

void tst_Server::strangers_data()
{
    QTest::addColumn<quint32>("uid");
    QTest::addColumn<bool>("isServed");
    QTest::newRow("the same user") << quint32(::geteuid()) << true;
    QTest::newRow("root") << quint32(0) << true;
    QTest::newRow("somebody else") << quint32(::geteuid() + 4711) << false;
}

void tst_Server::strangers()
{
    QFETCH(const quint32, uid);
    QFETCH(const bool, isServed);
    auto [near, far] = MemoryStream::makePair();
    WirePeer peer(std::move(far));
    m_server->serve(std::make_unique<UserStream>(std::move(near), PeerCredentials{1, uid, uid}));
    VersionCheck version;
    version.buildTimestampMs = 1000;
    peer.sendRaw(encodeFrame(FrameType::VersionCheck, version.encode()) +
                 encodeFrame(FrameType::Command, Command({"hello"}).encode()));
    QTRY_VERIFY(peer.hasEnded());
    QCOMPARE(peer.count(FrameType::CommandFinished), isServed ? 1 : 0);
    if (!isServed) {
        QVERIFY(peer.frames().isEmpty()); // a stranger learns nothing
        QCOMPARE(m_server->connections().acceptedCount(), 0u);
    }
}

void tst_Server::versions_data()
{
    QTest::addColumn<VersionCheck>("client");
    QTest::addColumn<ErrorCode>("code");
    VersionCheck client;
    client.buildTimestampMs = 999;
    QTest::newRow("older") << client << ErrorCode::DaemonNewer;
    client.policy = VersionPolicy::Ignore;
    QTest::newRow("older, ignored") << client << ErrorCode(0);
    client = {};
    client.buildTimestampMs = 1001;
    client.startReason = StartReason::Reconnect;
    QTest::newRow("newer, on reconnect") << client << ErrorCode::VersionMismatch;
    client = {};
    client.buildTimestampMs = 1000;
    client.policy = VersionPolicy::Ignore;
    client.protocolMin = client.protocolMax = protocolVersion + 1;
    QTest::newRow("another protocol") << client << ErrorCode::ProtocolMismatch;
}

void tst_Server::versions()
{
    QFETCH(const VersionCheck, client);
    QFETCH(const ErrorCode, code);
    bool isAsked = false;
    m_server->setHandOver([&isAsked](const VersionCheck &) -> Result<void> {
        isAsked = true;
        return {};
    });
    const auto peer = run({"hello"}, client);
    QTRY_VERIFY(peer->hasEnded());
    QCOMPARE(error(*peer), code);
    QCOMPARE(peer->count(FrameType::OutputChunk), code == ErrorCode(0) ? 1 : 0);
    QVERIFY(!isAsked);
    QCOMPARE(m_server->requests().finishedCount(), code == ErrorCode(0) ? 1u : 0u);
    QCOMPARE(m_server->state(), Server::State::Ready);
}

void tst_Server::handsOverOnce()
{
    int count = 0;
    VersionCheck newer;
    newer.buildTimestampMs = 2000;
    newer.buildId = "newer";
    m_server->setHandOver([&](const VersionCheck &client) -> Result<void> {
        ++count;
        if (client.buildId != "newer")
            return unexpected(ErrorCode::Internal, QStringLiteral("not told of the client"));
        m_server->drain();
        return {};
    });
    VersionCheck same;
    same.buildTimestampMs = 1000;
    const auto running = run({"wait"}, same);
    QTRY_COMPARE(m_server->requests().runningCount(), 1);

    const auto first = run({"hello"}, newer);
    QTRY_COMPARE(error(*first), ErrorCode::DaemonReplaced);
    const auto second = run({"hello"}, newer);
    QTRY_COMPARE(error(*second), ErrorCode::DaemonReplaced);
    QCOMPARE(count, 1);
    // Of the same build, but come too late: a fresh daemon serves it.
    const auto third = run({"hello"}, same);
    QTRY_COMPARE(error(*third), ErrorCode::DaemonReplaced);
    QCOMPARE(first->joined(FrameType::OutputChunk) + third->joined(FrameType::OutputChunk), QByteArray());
    // No request is ever killed by somebody else's upgrade.
    QCOMPARE(m_server->requests().runningCount(), 1);
    QVERIFY(!running->hasEnded());
}

void tst_Server::handOverRefused()
{
    int count = 0;
    m_server->setHandOver([&count](const VersionCheck &) -> Result<void> {
        ++count;
        return unexpected(ErrorCode::HandOverLimit, QStringLiteral("too often"));
    });
    VersionCheck newer;
    newer.buildTimestampMs = 2000;
    const auto first = run({"hello"}, newer);
    QTRY_COMPARE(error(*first), ErrorCode::HandOverLimit);
    QCOMPARE(m_server->state(), Server::State::Ready);
    const auto second = run({"hello"}, newer);
    QTRY_COMPARE(error(*second), ErrorCode::HandOverLimit);
    QCOMPARE(count, 2);
    VersionCheck same;
    same.buildTimestampMs = 1000;
    const auto served = run({"hello"}, same);
    QTRY_COMPARE(served->count(FrameType::CommandFinished), 1);
}

void tst_Server::cannotHandOver()
{
    VersionCheck newer;
    newer.buildTimestampMs = 2000;
    const auto peer = run({"hello"}, newer);
    QTRY_COMPARE(error(*peer), ErrorCode::Unsupported);
    QCOMPARE(m_server->state(), Server::State::Ready);
}

void tst_Server::drainsAtOnceWhenIdle()
{
    QSignalSpy drained(m_server.get(), &Server::drained);
    QSignalSpy changed(m_server.get(), &Server::stateChanged);
    m_server->drain();
    QCOMPARE(m_server->state(), Server::State::Draining);
    QCOMPARE(drained.size(), 0); // from the event loop
    QTRY_COMPARE(drained.size(), 1);
    m_server->drain();
    settle();
    QCOMPARE(drained.size(), 1);
    QCOMPARE(changed.size(), 1);
}

void tst_Server::drainsRunningRequests()
{
    VersionCheck same;
    same.buildTimestampMs = 1000;
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto first = run({"wait"}, same);
    const auto second = run({"wait"}, same);
    QTRY_COMPARE(m_server->requests().runningCount(), 2);
    m_server->drain();
    settle();
    QCOMPARE(drained.size(), 0);
    first->send(FrameType::Cancel, {});
    QTRY_COMPARE(first->count(FrameType::CommandFinished), 1);
    settle();
    QCOMPARE(drained.size(), 0);
    second->send(FrameType::Cancel, {});
    QTRY_COMPARE(drained.size(), 1);
    QCOMPARE(second->count(FrameType::CommandFinished), 1);
}

void tst_Server::drainWaitsForTheLastOutput()
{
    VersionCheck same;
    same.buildTimestampMs = 1000;
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto peer = run({"flood"}, same);
    peer->setReading(false);
    QTRY_COMPARE(m_server->requests().finishedCount(), 1u);
    m_server->drain();
    settle();
    QCOMPARE(drained.size(), 0);
    peer->setReading(true);
    QTRY_COMPARE(drained.size(), 1);
    QTRY_COMPARE(peer->joined(FrameType::OutputChunk).size(), 4 * MemoryStream::defaultCapacity);
}

void tst_Server::drainDoesNotWaitForWatchers()
{
    EchoEndpoint endpoint;
    m_server->setRpcEndpoint(&endpoint);
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto idle = connectPeer();
    const auto watcher = connectPeer();
    VersionCheck admin;
    admin.intent = Intent::Admin;
    watcher->send(FrameType::VersionCheck, admin.encode());
    watcher->send(FrameType::Rpc, "ping");
    QTRY_COMPARE(watcher->count(FrameType::Rpc), 1);
    m_server->drain();
    QTRY_COMPARE(drained.size(), 1);
    m_server.reset();
}

void tst_Server::drainingRefusesCommands()
{
    VersionCheck same;
    same.buildTimestampMs = 1000;
    const auto running = run({"wait"}, same);
    QTRY_COMPARE(m_server->requests().runningCount(), 1);
    m_server->drain();
    const auto late = run({"hello"}, same);
    QTRY_COMPARE(error(*late), ErrorCode::Draining);
    QCOMPARE(late->count(FrameType::OutputChunk), 0);
    QCOMPARE(m_server->requests().runningCount(), 1);
}

void tst_Server::drainingAnswersRpc()
{
    EchoEndpoint endpoint;
    m_server->setRpcEndpoint(&endpoint);
    VersionCheck same;
    same.buildTimestampMs = 1000;
    const auto running = run({"wait"}, same);
    QTRY_COMPARE(m_server->requests().runningCount(), 1);
    m_server->drain();
    const auto watcher = connectPeer();
    VersionCheck admin;
    admin.intent = Intent::Admin;
    watcher->send(FrameType::VersionCheck, admin.encode());
    watcher->send(FrameType::Rpc, "still there?");
    QTRY_COMPARE(watcher->last(FrameType::Rpc), QByteArray("still there?"));
    m_server.reset();
}

void tst_Server::commandAfterTheHandshakeOfAReadyServer()
{
    VersionCheck same;
    same.buildTimestampMs = 1000;
    const auto running = run({"wait"}, same);
    const auto peer = connectPeer();
    peer->send(FrameType::VersionCheck, same.encode());
    QTRY_COMPARE(peer->count(FrameType::VersionCheck), 1);
    m_server->drain(); // between its version and its command
    peer->send(FrameType::Command, Command({"hello"}).encode());
    QTRY_COMPARE(error(*peer), ErrorCode::Draining);
    QCOMPARE(peer->count(FrameType::OutputChunk), 0);
}

void tst_Server::successorTakesTheListener()
{
    bool isStopped = false;
    bool isOtherStopped = false;
    auto owned = std::make_unique<TestListener>(&isStopped);
    auto otherOwned = std::make_unique<TestListener>(&isOtherStopped);
    QPointer<TestListener> listener(owned.get());
    QPointer<TestListener> other(otherOwned.get());
    m_server->addListener(std::move(owned));
    m_server->addListener(std::move(otherOwned));
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto waiting = listener->connectPeer();
    const auto waitingElsewhere = other->connectPeer();
    m_server->leaveToSuccessor(listener);
    listener->announce();                         // a last signal of the old descriptor
    QCOMPARE(m_server->connections().count(), 1); // the other one is left to the successor
    QTRY_VERIFY(!listener && !other);
    QVERIFY2(!isStopped, "the socket is shared: whoever stops it stops it for both");
    QVERIFY(isOtherStopped);
    QCOMPARE(m_server->state(), Server::State::Draining);
    // Nobody else would serve the one who waited elsewhere.
    VersionCheck same;
    same.buildTimestampMs = 1000;
    waitingElsewhere->sendRaw(encodeFrame(FrameType::VersionCheck, same.encode()) +
                              encodeFrame(FrameType::Command, Command({"hello"}).encode()));
    QTRY_COMPARE(waitingElsewhere->joined(FrameType::OutputChunk), QByteArray("hello\n"));
    QTRY_COMPARE(drained.count(), 1);
}

void tst_Server::closesOneListener()
{
    bool isStopped = false;
    bool isOtherStopped = false;
    auto owned = std::make_unique<TestListener>(&isStopped);
    auto otherOwned = std::make_unique<TestListener>(&isOtherStopped);
    QPointer<TestListener> listener(owned.get());
    QPointer<TestListener> other(otherOwned.get());
    m_server->addListener(std::move(owned));
    m_server->addListener(std::move(otherOwned));
    const auto waiting = listener->connectPeer();
    m_server->closeListener(listener);
    QVERIFY(isStopped && !isOtherStopped);
    QTRY_VERIFY(!listener);
    QCOMPARE(m_server->connections().count(), 1);
    const auto served = other->connectPeer();
    other->announce();
    QCOMPARE(m_server->connections().count(), 2);
    m_server->closeListener(nullptr); // none of its own
    QVERIFY(other);
}

void tst_Server::whoCameBeforeTheSuccessorIsServed()
{
    VersionCheck same;
    same.buildTimestampMs = 1000;
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto silent = connectPeer();
    const auto greeted = connectPeer();
    greeted->send(FrameType::VersionCheck, same.encode());
    QTRY_COMPARE(greeted->count(FrameType::VersionCheck), 1);
    m_server->leaveToSuccessor(nullptr);
    settle();
    QCOMPARE(drained.count(), 0);
    // Who finds the old one by its draining name is told to go.
    const auto late = run({"hello"}, same);
    QTRY_COMPARE(error(*late), ErrorCode::Draining);
    greeted->send(FrameType::Command, Command({"hello"}).encode());
    QTRY_COMPARE(greeted->joined(FrameType::OutputChunk), QByteArray("hello\n"));
    settle();
    QCOMPARE(drained.count(), 0);
    silent->sendRaw(encodeFrame(FrameType::VersionCheck, same.encode()) +
                    encodeFrame(FrameType::Command, Command({"hello"}).encode()));
    QTRY_COMPARE(silent->joined(FrameType::OutputChunk), QByteArray("hello\n"));
    QTRY_COMPARE(drained.count(), 1);
}

void tst_Server::successorIsNotWaitedForLong()
{
    Limits limits;
    limits.handshakeTimeout = 100ms;
    m_server = std::make_unique<Server>(handlers(this), limits);
    EchoEndpoint endpoint;
    m_server->setRpcEndpoint(&endpoint);
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto silent = connectPeer();
    const auto watching = connectPeer();
    m_server->leaveToSuccessor(nullptr);
    settle();
    QCOMPARE(drained.count(), 0);
    // One that watches is not waited for, once it has said so.
    watching->send(FrameType::VersionCheck, VersionCheck().encode());
    watching->send(FrameType::Rpc, "{}");
    QTRY_COMPARE(watching->count(FrameType::Rpc), 1);
    QTRY_COMPARE(drained.count(), 1);
    m_server.reset();
}

void tst_Server::dropUndeliveredEndsTheWait()
{
    QSignalSpy drained(m_server.get(), &Server::drained);
    const auto silent = connectPeer();
    m_server->leaveToSuccessor(nullptr);
    settle();
    QCOMPARE(drained.count(), 0);
    m_server->dropUndelivered(); // the last step of a stop
    QTRY_COMPARE(drained.count(), 1);
}

void tst_Server::activity()
{
    EchoEndpoint endpoint;
    m_server->setRpcEndpoint(&endpoint);
    QSignalSpy activity(m_server.get(), &Server::activity);
    VersionCheck same;
    same.buildTimestampMs = 1000;
    const auto peer = run({"hello"}, same);
    QTRY_COMPARE(peer->count(FrameType::CommandFinished), 1);
    QCOMPARE(activity.size(), 1);
    m_server.reset();
}

void tst_Server::degraded()
{
    QSignalSpy changed(m_server.get(), &Server::degradedChanged);
    VersionCheck same;
    same.buildTimestampMs = 1000;
    const auto stuck = run({"stuck"}, same);
    QTRY_COMPARE(m_gate->visitors(), 1);
    QVERIFY(!m_server->isDegraded());
    stuck->send(FrameType::Cancel, {});
    QTRY_COMPARE(stuck->count(FrameType::CommandFinished), 1);
    QVERIFY(CommandFinished::decode(stuck->last(FrameType::CommandFinished))->isForced);
    QVERIFY(m_server->isDegraded());
    const auto other = run({"stuck"}, same); // served by a fresh worker
    QTRY_COMPARE(m_gate->visitors(), 2);
    m_gate->open();
    QTRY_VERIFY(!m_server->isDegraded());
    QTRY_COMPARE(other->count(FrameType::CommandFinished), 1);
    QCOMPARE(changed.size(), 2);
}

void tst_Server::destroyedWhileRunning()
{
    VersionCheck same;
    same.buildTimestampMs = 1000;
    const auto first = run({"wait"}, same);
    const auto second = run({"flood"}, same);
    second->setReading(false);
    const auto third = connectPeer();
    QTRY_COMPARE(m_server->requests().runningCount(), 1);
    m_server.reset();
    QTRY_VERIFY(first->hasEnded());
    QCOMPARE(first->count(FrameType::CommandFinished), 0); // success is never guessed
    QTRY_VERIFY(third->hasEnded());
}

QTEST_GUILESS_MAIN(tst_Server)
#include "tst_server.moc"
