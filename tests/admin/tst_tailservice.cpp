#include "taileddaemon.h"

#include <daemonrpc/admin/taillimits.h>

#include <QTest>

#include <limits>

using namespace DaemonRpc;

class tst_TailService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatIsWritten();
    void tellsOnlyWhatComes();
    void piecesAreFew();
    void omitsExactly();
    void slowReader();
    void bothStreamsAreTold();
    void endsWithItsRequest();
    void endsWhenItsReaderIsSlow();
    void endsWithItsConnection();
    void endsWithoutOutput();
    void untail();
    void severalOfOneRequest();
    void clientMayLeave();
    void refuses_data();
    void refuses();
    void refusesFinishedRequests();
    void needsTheRole();
    void limits();
    void comeAndGo();

private:
    std::unique_ptr<TailedDaemon> m_daemon;
    static constexpr qint64 stalled = 1024 * 1024;
};

void tst_TailService::init() { m_daemon = std::make_unique<TailedDaemon>(); }

void tst_TailService::cleanup() { m_daemon.reset(); }

void tst_TailService::tellsWhatIsWritten()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    const QJsonObject answer = onlooker.tail(m_daemon->id(), 5000);
    QCOMPARE(answer.keys().join(u' '), QStringLiteral("earlier_bytes interval_ms max_bytes tail"));
    QVERIFY(answer.value(u"tail").toInteger() > 0);
    QCOMPARE(answer.value(u"max_bytes").toInteger(), 5000);
    QCOMPARE(answer.value(u"earlier_bytes").toInteger(), 0);
    QCOMPARE(m_daemon->service.tails().count(), 1);

    const QByteArray odd("a\0b\xff\xfe\xc3(\r\n", 9);
    m_daemon->context().write(odd);
    m_daemon->context().writeError("oops");
    m_daemon->context().write("more");
    QVERIFY(onlooker.events.isEmpty()); // not within the handler's call
    QTRY_COMPARE(onlooker.events.size(), 2);
    QCOMPARE(onlooker.told(OutputStream::Output), odd + "more");
    QCOMPARE(onlooker.told(OutputStream::ErrorOutput), QByteArray("oops"));
    QCOMPARE(onlooker.events[0].tail, answer.value(u"tail").toInteger());
    m_daemon->context().write("later");
    QTRY_COMPARE(onlooker.told(OutputStream::Output), odd + "morelater");
    QCOMPARE(onlooker.omitted(), 0);
    QVERIFY(!onlooker.isBroken);
    // The client has got the same.
    QTRY_COMPARE(client->joined(FrameType::OutputChunk), odd + "morelater");
}

void tst_TailService::tellsOnlyWhatComes()
{
    const auto client = m_daemon->start();
    m_daemon->context().write("before");
    m_daemon->context().writeError("!");
    Onlooker onlooker(*m_daemon, 7);
    QCOMPARE(onlooker.tail(m_daemon->id()).value(u"earlier_bytes").toInteger(), 7);
    m_daemon->context().write("after");
    QTRY_COMPARE(onlooker.told(OutputStream::Output), QByteArray("after"));
}

void tst_TailService::piecesAreFew()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    onlooker.tail(m_daemon->id(), 100'000);
    constexpr int writes = 10'000;
    for (int i = 0; i < writes; ++i)
        m_daemon->context().write("12345678");
    QTRY_COMPARE(onlooker.told(OutputStream::Output).size(), 8 * writes);
    QCOMPARE(onlooker.events.size(), 2); // 64 KiB and the rest
}

void tst_TailService::omitsExactly()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    onlooker.tail(m_daemon->id(), 4096);
    m_daemon->context().write(QByteArray(10'000, 'a'));
    m_daemon->context().write(QByteArray(1000, 'b'));
    m_daemon->context().writeError("kept");
    QTRY_COMPARE(onlooker.events.size(), 2);
    QCOMPARE(onlooker.omitted(), 11'000 - 4096);
    QCOMPARE(onlooker.told(OutputStream::Output), QByteArray(3096, 'a') + QByteArray(1000, 'b'));
    QCOMPARE(onlooker.told(OutputStream::ErrorOutput), QByteArray("kept"));
    m_daemon->context().write("well again");
    QTRY_COMPARE(onlooker.events.size(), 3);
    QCOMPARE(onlooker.events[2].omittedBytes, 0);
}

void tst_TailService::slowReader()
{
    const auto client = m_daemon->start();
    Onlooker slow(*m_daemon, 7);
    Onlooker good(*m_daemon, 8);
    slow.tail(m_daemon->id());
    good.tail(m_daemon->id());
    slow.setPending(stalled);
    QByteArray all;
    for (int i = 0; i < 10; ++i) {
        const QByteArray bytes(3000, static_cast<char>('A' + i));
        all += bytes;
        m_daemon->context().write(bytes);
        QTRY_COMPARE(good.told(OutputStream::Output).size(), all.size());
    }
    QCOMPARE(good.told(OutputStream::Output), all);
    QVERIFY(slow.events.isEmpty());
    slow.setPending(0);
    QTRY_COMPARE(slow.events.size(), 1);
    QCOMPARE(slow.events[0].bytes, all.last(4096)); // the latest
    QCOMPARE(slow.omitted(), all.size() - 4096);
    QVERIFY(!slow.isBroken && !good.isBroken);
}

// A busy stream does not keep the other one back.
void tst_TailService::bothStreamsAreTold()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    onlooker.tail(m_daemon->id(), TailLimits::maxBytes);
    m_daemon->context().write(QByteArray(TailLimits::maxBytes, 'o'));
    m_daemon->context().writeError("e");
    QTRY_COMPARE(onlooker.events.size(), TailLimits::maxBytes / (64 * 1024) + 1);
    QCOMPARE(onlooker.events[1].stream, OutputStream::ErrorOutput);
}

void tst_TailService::endsWithItsRequest()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    onlooker.tail(m_daemon->id());
    m_daemon->context().write("the last");
    m_daemon->context().finish(3);
    m_daemon->context().write("nobody gets this");
    QTRY_VERIFY(onlooker.isFinished());
    QCOMPARE(onlooker.told(OutputStream::Output), QByteArray("the last"));
    QCOMPARE(onlooker.events.constLast().bytes, QByteArray());
    QTRY_COMPARE(m_daemon->service.tails().count(), 0);
    QVERIFY(!onlooker.isBroken);
}

void tst_TailService::endsWhenItsReaderIsSlow()
{
    auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    onlooker.tail(m_daemon->id());
    onlooker.setPending(stalled);
    m_daemon->context().write(QByteArray(5000, 'x'));
    m_daemon->context().finish(0);
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 0);
    QTRY_VERIFY(m_daemon->contexts.constLast().isNull());
    QCOMPARE(m_daemon->service.tails().count(), 1); // it still has something to say
    QVERIFY(onlooker.events.isEmpty());
    onlooker.setPending(0);
    QTRY_VERIFY(onlooker.isFinished());
    QCOMPARE(onlooker.told(OutputStream::Output).size() + onlooker.omitted(), 5000);
    QTRY_COMPARE(m_daemon->service.tails().count(), 0);
}

void tst_TailService::endsWithItsConnection()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    onlooker.tail(m_daemon->id());
    onlooker.hangUp();
    m_daemon->context().write("x");
    QTRY_COMPARE(m_daemon->service.tails().count(), 0);
    QVERIFY(onlooker.events.isEmpty());
}

void tst_TailService::endsWithoutOutput()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    onlooker.tail(m_daemon->id());
    QVERIFY(m_daemon->server.requests().cancel(1, CancellationReason::Administrator, QStringLiteral("me")));
    QTRY_VERIFY(onlooker.isFinished());
    QCOMPARE(onlooker.events.size(), 1);
}

void tst_TailService::untail()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    Onlooker other(*m_daemon, 8);
    const qint64 id = onlooker.tail(m_daemon->id()).value(u"tail").toInteger();
    const QJsonObject params{{QStringLiteral("tail"), id}};
    // Another one's cannot be ended.
    QCOMPARE(other.refusal(QStringLiteral("daemon.untail"), params), QStringLiteral("invalid_argument"));
    QCOMPARE(m_daemon->service.tails().count(), 1);
    m_daemon->context().write("too late");
    QCOMPARE(onlooker.call(QStringLiteral("daemon.untail"), params).value(u"result"), QJsonValue(true));
    QCOMPARE(m_daemon->service.tails().count(), 0);
    QCOMPARE(onlooker.refusal(QStringLiteral("daemon.untail"), params), QStringLiteral("invalid_argument"));
    for (const QJsonValue &broken : {QJsonValue(QStringLiteral("1")), QJsonValue(1.5), QJsonValue(-1),
                                     QJsonValue(QJsonArray{1}), QJsonValue(QJsonValue::Null)}) {
        QCOMPARE(
            onlooker.refusal(QStringLiteral("daemon.untail"), QJsonObject{{QStringLiteral("tail"), broken}}),
            QStringLiteral("invalid_argument"));
    }
    other.tail(m_daemon->id());
    m_daemon->context().write("x");
    QTRY_COMPARE(other.told(OutputStream::Output), QByteArray("x"));
    QVERIFY(onlooker.events.isEmpty());
}

void tst_TailService::severalOfOneRequest()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    const qint64 first = onlooker.tail(m_daemon->id()).value(u"tail").toInteger();
    m_daemon->context().write("one");
    const qint64 second = onlooker.tail(m_daemon->id()).value(u"tail").toInteger();
    m_daemon->context().write("two");
    QTRY_COMPARE(onlooker.events.size(), 2);
    for (const OutputEvent &event : std::as_const(onlooker.events)) {
        QVERIFY(event.tail == first || event.tail == second);
        QCOMPARE(event.bytes, event.tail == first ? QByteArray("onetwo") : QByteArray("two"));
    }
}

// What it writes while it stops is worth seeing most of all.
void tst_TailService::clientMayLeave()
{
    auto client = m_daemon->start();
    m_daemon->context().disconnect(&m_daemon->context()); // it does not stop when it is asked to
    Onlooker onlooker(*m_daemon, 7);
    onlooker.tail(m_daemon->id());
    client->hangUp();
    QTRY_VERIFY(m_daemon->context().token().isCancelled());
    m_daemon->context().write("tidying up");
    QTRY_COMPARE(onlooker.told(OutputStream::Output), QByteArray("tidying up"));
    m_daemon->context().finish(0);
    QTRY_VERIFY(onlooker.isFinished());
}

void tst_TailService::refuses_data()
{
    QTest::addColumn<QJsonValue>("params");
    QTest::addColumn<QString>("code");
    const QString invalid = QStringLiteral("invalid_argument");
    const QString unknown = QStringLiteral("unknown_request");
    const auto id = [](const QJsonValue &value) {
        return QJsonValue(QJsonObject{{QStringLiteral("id"), value}});
    };
    QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined) << invalid;
    QTest::newRow("null") << id(QJsonValue::Null) << invalid;
    QTest::newRow("string") << id(QStringLiteral("1")) << invalid;
    QTest::newRow("fraction") << id(1.5) << invalid;
    QTest::newRow("array") << id(QJsonArray{1}) << invalid;
    QTest::newRow("true") << id(true) << invalid;
    QTest::newRow("beyond 64 bits") << id(1e300) << invalid;
    QTest::newRow("unknown") << id(4711) << unknown;
    QTest::newRow("zero") << id(0) << unknown;
    QTest::newRow("negative") << id(-1) << unknown;
    QTest::newRow("least") << id(std::numeric_limits<qint64>::min()) << unknown;
    const auto bytes = [](const QJsonValue &value) {
        return QJsonValue(QJsonObject{{QStringLiteral("id"), 1}, {QStringLiteral("max_bytes"), value}});
    };
    QTest::newRow("few bytes") << bytes(TailLimits::minBytes - 1) << invalid;
    QTest::newRow("no bytes") << bytes(0) << invalid;
    QTest::newRow("negative bytes") << bytes(-4096) << invalid;
    QTest::newRow("many bytes") << bytes(TailLimits::maxBytes + 1) << invalid;
    QTest::newRow("bytes as string") << bytes(QStringLiteral("4096")) << invalid;
}

void tst_TailService::refuses()
{
    QFETCH(const QJsonValue, params);
    QFETCH(const QString, code);
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    QCOMPARE(onlooker.refusal(QStringLiteral("daemon.tail"), params), code);
    QCOMPARE(m_daemon->service.tails().count(), 0);
}

void tst_TailService::refusesFinishedRequests()
{
    const auto client = m_daemon->start();
    const QJsonObject params{{QStringLiteral("id"), m_daemon->id()}};
    Onlooker onlooker(*m_daemon, 7);
    m_daemon->context().finish(0); // the table does not know yet
    QCOMPARE(onlooker.refusal(QStringLiteral("daemon.tail"), params), QStringLiteral("unknown_request"));
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 0);
    QCOMPARE(onlooker.refusal(QStringLiteral("daemon.tail"), params), QStringLiteral("unknown_request"));
}

void tst_TailService::needsTheRole()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7, Role::ReadOnly);
    for (const QString &method : {QStringLiteral("daemon.tail"), QStringLiteral("daemon.untail")})
        QCOMPARE(onlooker.refusal(method, QJsonObject{{QStringLiteral("id"), 1}}),
                 QStringLiteral("permission_denied"));
    QCOMPARE(m_daemon->service.tails().count(), 0);
}

void tst_TailService::limits()
{
    const auto client = m_daemon->start();
    const QJsonObject params{{QStringLiteral("id"), m_daemon->id()}};
    Onlooker first(*m_daemon, 1);
    for (int i = 0; i < TailLimits::maxPerConnection; ++i)
        QVERIFY(!first.tail(m_daemon->id()).isEmpty());
    QCOMPARE(first.refusal(QStringLiteral("daemon.tail"), params), QStringLiteral("resource_exhausted"));
    std::vector<std::unique_ptr<Onlooker>> others;
    while (m_daemon->service.tails().count() < TailLimits::maxTails) {
        others.push_back(std::make_unique<Onlooker>(*m_daemon, others.size() + 2));
        QVERIFY(!others.back()->tail(m_daemon->id()).isEmpty());
    }
    Onlooker last(*m_daemon, 1000);
    QCOMPARE(last.refusal(QStringLiteral("daemon.tail"), params), QStringLiteral("resource_exhausted"));
    // Those who have gone make room at once, although their requests are silent.
    first.hangUp();
    QVERIFY(!last.tail(m_daemon->id()).isEmpty());
    QCOMPARE(m_daemon->service.tails().count(), TailLimits::maxTails - TailLimits::maxPerConnection + 1);
}

void tst_TailService::comeAndGo()
{
    const auto client = m_daemon->start();
    Onlooker onlooker(*m_daemon, 7);
    for (int i = 0; i < 3000; ++i) {
        const qint64 id = onlooker.tail(m_daemon->id()).value(u"tail").toInteger();
        m_daemon->context().write("x");
        QCOMPARE(onlooker.call(QStringLiteral("daemon.untail"), QJsonArray{id}).value(u"result"),
                 QJsonValue(true));
    }
    QCOMPARE(m_daemon->service.tails().count(), 0);
    QVERIFY(onlooker.events.isEmpty());
    QVERIFY(!onlooker.tail(m_daemon->id()).isEmpty());
}

QTEST_GUILESS_MAIN(tst_TailService)
#include "tst_tailservice.moc"
