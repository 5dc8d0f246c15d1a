#include "taileddaemon.h"
#include "tests/shared/localdaemon.h"
#include "tests/shared/signalerror.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/outputtail.h>

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace DaemonRpc;

namespace {

/// What a tail has told.
struct Heard
{
    explicit Heard(const OutputTail &tail)
        : finished(&tail, &OutputTail::finished)
        , failed(&tail, &OutputTail::failed)
    {
        QObject::connect(&tail, &OutputTail::outputReceived, &tail,
                         [this](OutputStream stream, const QByteArray &bytes) {
                             (stream == OutputStream::Output ? output : errorOutput) += bytes;
                         });
        QObject::connect(&tail, &OutputTail::omitted, &tail,
                         [this](qint64 bytes, OutputStream) { omitted += bytes; });
    }

    QSignalSpy finished;
    QSignalSpy failed;
    QByteArray output;
    QByteArray errorOutput;
    qint64 omitted = 0;
};

/// Answers daemon.tail with @p answer (a result, or with "code" an error), and sends what a test wants.
class ScriptedDaemon
{
public:
    explicit ScriptedDaemon(QJsonObject answer)
        : m_answer(std::move(answer))
        , m_daemon([this](WirePeer &peer, int) { serve(peer); })
    {}

    [[nodiscard]] ClientOptions options() const { return m_daemon.socket().options(); }

    void send(const QJsonValue &params)
    {
        const QJsonObject message{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                  {QStringLiteral("method"), QStringLiteral("daemon.output")},
                                  {QStringLiteral("params"), params}};
        m_daemon.peer(1).send(FrameType::Rpc, QJsonDocument(message).toJson());
    }

    void hangUp() { m_daemon.peer(1).hangUp(); }

    int tails = 0;
    int untails = 0;

private:
    void serve(WirePeer &peer)
    {
        peer.send(FrameType::VersionCheck, VersionCheck().encode());
        QObject::connect(&peer, &WirePeer::frameCame, &peer, [this, &peer] { answer(peer); });
    }

    void answer(WirePeer &peer)
    {
        if (peer.frames().constLast().type != FrameType::Rpc)
            return;
        const QJsonObject request = QJsonDocument::fromJson(peer.frames().constLast().payload).object();
        const bool isTail = request.value(u"method").toString() == u"daemon.tail";
        ++(isTail ? tails : untails);
        const QString kind = m_answer.contains(u"code") ? QStringLiteral("error") : QStringLiteral("result");
        const QJsonObject answer{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                 {QStringLiteral("id"), request.value(u"id")},
                                 {kind, m_answer}};
        peer.send(FrameType::Rpc, QJsonDocument(answer).toJson());
    }

    QJsonObject m_answer;
    FakeDaemon m_daemon;
};

QJsonObject goodAnswer()
{
    return {{QStringLiteral("tail"), 5},
            {QStringLiteral("max_bytes"), 4096},
            {QStringLiteral("interval_ms"), 50},
            {QStringLiteral("earlier_bytes"), 11}};
}

OutputEvent piece(qint64 sequence, const QByteArray &bytes)
{
    OutputEvent event;
    event.tail = 5;
    event.sequence = sequence;
    event.bytes = bytes;
    return event;
}

} // namespace

class tst_OutputTail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsARequest();
    void endsWithItsObject();
    void endsBeforeItBegins();
    void refused();
    void olderDaemon();
    void connectionEnds();
    void connectionHasEnded();
    void clientGoesFirst();
    void eventsOfOthers();
    void counts();
    void destroyedInASlot_data();
    void destroyedInASlot();
    void brokenAnswers_data();
    void brokenAnswers();
    void brokenEvents_data();
    void brokenEvents();
};

void tst_OutputTail::followsARequest()
{
    TailedDaemon daemon;
    LocalSocket socket;
    daemon.server.addListener(socket.takeListener());
    const auto client = daemon.start();
    daemon.context().write("before");
    AdminClient admin(socket.options());
    const std::unique_ptr<OutputTail> tail = admin.tail(daemon.id());
    Heard heard(*tail);
    QCOMPARE(tail->state(), OutputTail::State::Starting);
    QCOMPARE(tail->requestId(), daemon.id());
    QTRY_COMPARE(tail->state(), OutputTail::State::Live);
    QCOMPARE(tail->earlierBytes(), 6);
    const QByteArray odd("\0\xff\xc3(", 4);
    daemon.context().write(odd);
    daemon.context().writeError("careful");
    QTRY_COMPARE(heard.output, odd);
    QTRY_COMPARE(heard.errorOutput, QByteArray("careful"));
    daemon.context().write("bye");
    daemon.context().finish(0);
    QTRY_COMPARE(heard.finished.count(), 1);
    QCOMPARE(heard.output, odd + "bye");
    QCOMPARE(tail->state(), OutputTail::State::Finished);
    QCOMPARE(tail->receivedBytes(), 14);
    QCOMPARE(tail->omittedBytes(), 0);
    QVERIFY(heard.failed.isEmpty());
    QTRY_COMPARE(daemon.service.tails().count(), 0);
}

void tst_OutputTail::endsWithItsObject()
{
    TailedDaemon daemon;
    LocalSocket socket;
    daemon.server.addListener(socket.takeListener());
    const auto client = daemon.start();
    auto admin = std::make_unique<AdminClient>(socket.options());
    std::unique_ptr<OutputTail> tail = admin->tail(daemon.id());
    const std::unique_ptr<OutputTail> other = admin->tail(daemon.id());
    QTRY_COMPARE(other->state(), OutputTail::State::Live);
    QCOMPARE(daemon.service.tails().count(), 2);
    tail.reset();
    QTRY_COMPARE(daemon.service.tails().count(), 1);
    // Also those of silent requests, when their connection ends.
    admin.reset();
    QTRY_COMPARE(daemon.service.tails().count(), 0);
}

// Whoever goes before the answer is not followed by the daemon for ever.
void tst_OutputTail::endsBeforeItBegins()
{
    ScriptedDaemon daemon(goodAnswer());
    AdminClient admin(daemon.options());
    admin.tail(1).reset();
    QTRY_COMPARE(daemon.tails, 1);
    QTRY_COMPARE(daemon.untails, 1);
}

void tst_OutputTail::refused()
{
    TailedDaemon daemon;
    LocalSocket socket;
    daemon.server.addListener(socket.takeListener());
    AdminClient admin(socket.options());
    const std::unique_ptr<OutputTail> tail = admin.tail(4711);
    Heard heard(*tail);
    QTRY_COMPARE(heard.failed.count(), 1);
    QCOMPARE(errorIn(heard.failed).code(), ErrorCode::UnknownRequest);
    QCOMPARE(tail->state(), OutputTail::State::Failed);
    const std::unique_ptr<OutputTail> tooMuch = admin.tail(1, TailLimits::maxBytes + 1);
    QTRY_COMPARE(tooMuch->state(), OutputTail::State::Failed);
}

void tst_OutputTail::olderDaemon()
{
    ScriptedDaemon daemon(
        {{QStringLiteral("code"), -32601}, {QStringLiteral("message"), QStringLiteral("no")}});
    AdminClient admin(daemon.options());
    const std::unique_ptr<OutputTail> tail = admin.tail(1);
    Heard heard(*tail);
    QTRY_COMPARE(heard.failed.count(), 1);
    QCOMPARE(errorIn(heard.failed).code(), ErrorCode::Unsupported);
}

void tst_OutputTail::connectionEnds()
{
    ScriptedDaemon daemon(goodAnswer());
    AdminClient admin(daemon.options());
    const std::unique_ptr<OutputTail> tail = admin.tail(1);
    Heard heard(*tail);
    QTRY_COMPARE(tail->state(), OutputTail::State::Live);
    daemon.hangUp();
    QTRY_COMPARE(heard.failed.count(), 1);
    QCOMPARE(tail->state(), OutputTail::State::Failed);
    QVERIFY(heard.finished.isEmpty());
}

// There is time to listen.
void tst_OutputTail::connectionHasEnded()
{
    ClientOptions options;
    QTemporaryDir directory;
    options.runtimeDirectory = directory.path();
    options.maySpawn = false;
    AdminClient admin(options);
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    QTRY_COMPARE(disconnected.count(), 1);
    const std::unique_ptr<OutputTail> tail = admin.tail(1);
    QCOMPARE(tail->state(), OutputTail::State::Starting);
    Heard heard(*tail);
    QTRY_COMPARE(heard.failed.count(), 1);
    QCOMPARE(errorIn(heard.failed).code(), ErrorCode::NotRunning);
    // Gone before that.
    admin.tail(1).reset();
    QCoreApplication::processEvents();
}

void tst_OutputTail::clientGoesFirst()
{
    ScriptedDaemon daemon(goodAnswer());
    auto admin = std::make_unique<AdminClient>(daemon.options());
    const std::unique_ptr<OutputTail> tail = admin->tail(1);
    QTRY_COMPARE(tail->state(), OutputTail::State::Live);
    admin.reset();
    QCoreApplication::processEvents();
    QCOMPARE(tail->state(), OutputTail::State::Live); // nobody says anything any more
}

void tst_OutputTail::eventsOfOthers()
{
    ScriptedDaemon daemon(goodAnswer());
    AdminClient admin(daemon.options());
    const std::unique_ptr<OutputTail> tail = admin.tail(1);
    Heard heard(*tail);
    QTRY_COMPARE(tail->state(), OutputTail::State::Live);
    OutputEvent others = piece(9, "theirs");
    others.tail = 6;
    daemon.send(others.toJson());
    daemon.send(piece(1, "ours").toJson());
    QTRY_COMPARE(heard.output, QByteArray("ours"));
    QVERIFY(heard.failed.isEmpty());
}

void tst_OutputTail::counts()
{
    ScriptedDaemon daemon(goodAnswer());
    AdminClient admin(daemon.options());
    const std::unique_ptr<OutputTail> tail = admin.tail(1);
    Heard heard(*tail);
    QTRY_COMPARE(tail->state(), OutputTail::State::Live);
    QCOMPARE(tail->earlierBytes(), 11);
    OutputEvent gap = piece(1, "abc");
    gap.omittedBytes = 100;
    daemon.send(gap.toJson());
    QTRY_COMPARE(tail->receivedBytes(), 3);
    QCOMPARE(tail->omittedBytes(), 100);
    QCOMPARE(heard.omitted, 100);
    for (int sequence = 2; sequence <= 4; ++sequence) { // a daemon that lies
        gap.sequence = sequence;
        gap.omittedBytes = std::numeric_limits<qint64>::max();
        daemon.send(gap.toJson());
    }
    QTRY_COMPARE(tail->receivedBytes(), 12);
    QCOMPARE(tail->omittedBytes(), std::numeric_limits<qint64>::max());
    OutputEvent last = piece(5, "");
    last.isFinished = true;
    daemon.send(last.toJson());
    QTRY_COMPARE(heard.finished.count(), 1);
    daemon.send(piece(6, "more").toJson()); // that is too late
    daemon.hangUp();
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    QTRY_COMPARE(disconnected.count(), 1);
    QCOMPARE(tail->receivedBytes(), 12);
    QVERIFY(heard.failed.isEmpty());
    QCOMPARE(daemon.untails, 0);
}

void tst_OutputTail::destroyedInASlot_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *name : {"stateChanged()", "omitted(qint64,DaemonRpc::OutputStream)",
                             "outputReceived(DaemonRpc::OutputStream,QByteArray)", "finished()"})
        QTest::newRow(name) << QByteArray(name);
}

void tst_OutputTail::destroyedInASlot()
{
    QFETCH(const QByteArray, signal);
    ScriptedDaemon daemon(goodAnswer());
    AdminClient admin(daemon.options());
    std::unique_ptr<OutputTail> tail = admin.tail(1);
    QTRY_COMPARE(tail->state(), OutputTail::State::Live);
    QObject destroyer;
    const auto destroy = [&tail] { tail.reset(); };
    if (signal.startsWith("state"))
        connect(tail.get(), &OutputTail::stateChanged, &destroyer, destroy);
    else if (signal.startsWith("omitted"))
        connect(tail.get(), &OutputTail::omitted, &destroyer, destroy);
    else if (signal.startsWith("output"))
        connect(tail.get(), &OutputTail::outputReceived, &destroyer, destroy);
    else
        connect(tail.get(), &OutputTail::finished, &destroyer, destroy);
    OutputEvent all = piece(1, "x");
    all.omittedBytes = 1;
    all.isFinished = true;
    daemon.send(all.toJson());
    QTRY_VERIFY(!tail);
}

void tst_OutputTail::brokenAnswers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << QStringLiteral("tail") << QJsonValue(QJsonValue::Null);
    QTest::newRow("id as string") << QStringLiteral("tail") << QJsonValue(QStringLiteral("5"));
    QTest::newRow("earlier") << QStringLiteral("earlier_bytes") << QJsonValue(0.5);
}

void tst_OutputTail::brokenAnswers()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    QJsonObject answer = goodAnswer();
    answer.insert(name, value);
    ScriptedDaemon daemon(answer);
    AdminClient admin(daemon.options());
    const std::unique_ptr<OutputTail> tail = admin.tail(1);
    Heard heard(*tail);
    QTRY_COMPARE(heard.failed.count(), 1);
    QCOMPARE(errorIn(heard.failed).code(), ErrorCode::ProtocolViolation);
}

void tst_OutputTail::brokenEvents_data()
{
    QTest::addColumn<QJsonValue>("params");
    const auto with = [](const QString &name, const QJsonValue &value) {
        QJsonObject json = piece(1, "x").toJson();
        json.insert(name, value);
        return QJsonValue(json);
    };
    QTest::newRow("no object") << QJsonValue(QJsonArray{1, 2});
    QTest::newRow("a number left out") << with(QStringLiteral("sequence"), 2);
    QTest::newRow("a number twice") << with(QStringLiteral("sequence"), 0);
    QTest::newRow("no base64") << with(QStringLiteral("data"), QStringLiteral("*"));
    QTest::newRow("negative") << with(QStringLiteral("omitted_bytes"), -5);
    QTest::newRow("id as string") << with(QStringLiteral("tail"), QStringLiteral("5"));
}

void tst_OutputTail::brokenEvents()
{
    QFETCH(const QJsonValue, params);
    ScriptedDaemon daemon(goodAnswer());
    AdminClient admin(daemon.options());
    const std::unique_ptr<OutputTail> tail = admin.tail(1);
    Heard heard(*tail);
    QTRY_COMPARE(tail->state(), OutputTail::State::Live);
    daemon.send(params);
    QTRY_COMPARE(heard.failed.count(), 1);
    QCOMPARE(errorIn(heard.failed).code(), ErrorCode::ProtocolViolation);
    QTRY_COMPARE(daemon.untails, 1);
    daemon.send(piece(1, "x").toJson());
    daemon.hangUp();
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    QTRY_COMPARE(disconnected.count(), 1);
    QCOMPARE(heard.failed.count(), 1);
    QCOMPARE(tail->receivedBytes(), 0);
}

QTEST_GUILESS_MAIN(tst_OutputTail)
#include "tst_outputtail.moc"
