// Looking on at a request's output: every byte told or counted, and the request does not notice.
#include "adminquery.h"
#include "instrumentation.h"
#include "systemtest.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/outputtail.h>

#include <QFile>
#include <QSignalSpy>

#include <csignal>
#include <vector>

using namespace SystemTesting;
using namespace DaemonRpc;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

ClientOptions optionsOf(const DaemonFixture &fixture)
{
    ClientOptions options;
    options.runtimeDirectory = fixture.directory();
    options.maySpawn = false;
    options.versionPolicy = VersionPolicy::Ignore;
    return options;
}

/// Looks on from a connection of its own, and compares with what the streams should hold.
class Onlooker : public QObject
{
    Q_OBJECT

public:
    Onlooker(const DaemonFixture &fixture, qint64 requestId, QByteArray expectedOutput,
             QByteArray expectedErrorOutput = {})
        : admin(optionsOf(fixture))
        , tail(admin.tail(requestId))
        , expected{std::move(expectedOutput), std::move(expectedErrorOutput)}
    {
        connect(tail.get(), &OutputTail::omitted, this,
                [this](qint64 bytes, OutputStream stream) { position[indexOf(stream)] += bytes; });
        connect(tail.get(), &OutputTail::outputReceived, this, &Onlooker::take);
        connect(tail.get(), &OutputTail::failed, this,
                [this](const Error &error) { failure = error.toString(); });
    }

    [[nodiscard]] bool isLive() const { return tail->state() == OutputTail::State::Live; }

    [[nodiscard]] bool hasFinished() const { return tail->state() == OutputTail::State::Finished; }

    /// Told or counted so far, of both streams.
    [[nodiscard]] qint64 total() const { return tail->receivedBytes() + tail->omittedBytes(); }

    [[nodiscard]] bool isAtEnd() const
    {
        return position[0] == expected[0].size() && position[1] == expected[1].size();
    }

    AdminClient admin;
    std::unique_ptr<OutputTail> tail;
    QByteArray expected[2];
    qint64 position[2] = {0, 0};
    bool isWrong = false; ///< Other bytes came than those that belong there.
    QString failure;

private:
    static size_t indexOf(OutputStream stream) { return stream == OutputStream::Output ? 0 : 1; }

    void take(OutputStream stream, const QByteArray &bytes)
    {
        const size_t index = indexOf(stream);
        const QByteArrayView all(expected[index]);
        const qint64 end = position[index] + bytes.size();
        isWrong |= end > all.size() || all.sliced(position[index], bytes.size()) != bytes;
        position[index] = end;
    }
};

} // namespace

class tst_Tail : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreExact();
    void slowReader();
    void everyKindOfHandler_data();
    void everyKindOfHandler();
    void seesHowItIsForced();
    void thousandsOfTails();
    void hostileParameters_data();
    void hostileParameters();
    void daemonIsKilled();
    void daemonStops();

private:
    /// A client whose command @p script begins when the test has written a line to it; null when that failed.
    /// Its output goes to file @p outputFile, as fast as it can, when that is given.
    [[nodiscard]] std::unique_ptr<ClientProcess> startWaiting(const QString &script,
                                                              const QString &outputFile = {})
    {
        auto client =
            fixture().client(words({"run", "exec", "sh", "-c", QStringLiteral("read line; ") + script}));
        client->keepInputOpen();
        if (!outputFile.isEmpty())
            client->setStandardOutputFile(outputFile);
        if (!client->begin() ||
            !QTest::qWaitFor([this] { return runningIn(fixture()).size() == 1; }, ClientProcess::patience))
            return nullptr;
        return client;
    }

    [[nodiscard]] qint64 requestId() const { return runningIn(fixture()).constFirst().id; }

    /// A file with @p size bytes of every value in no simple order.
    [[nodiscard]] QByteArray makeFile(const QString &name, qint64 size) const
    {
        QByteArray bytes(size, '\0');
        quint32 chance = 1;
        for (qsizetype i = 0; i < size; ++i) {
            chance = chance * 1664525u + 1013904223u;
            bytes[i] = static_cast<char>(chance >> 24);
        }
        QFile file(fixture().scratch(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != size)
            return {};
        return bytes;
    }

    static void go(ClientProcess &client)
    {
        client.write("go\n");
        client.closeWriteChannel();
    }
};

void tst_Tail::bytesAreExact()
{
    QVERIFY(fixture().startDaemon());
    const QByteArray output = makeFile(QStringLiteral("out"), 150'000);
    const QByteArray errorOutput = makeFile(QStringLiteral("err"), 90'000) + QByteArray("\0\xff\xc3(", 4);
    QFile more(fixture().scratch(QStringLiteral("err")));
    QVERIFY(more.open(QIODevice::Append));
    more.write(errorOutput.last(4));
    more.close();
    QVERIFY(output.contains('\0') && !QString::fromUtf8(output).toUtf8().startsWith(output.first(100)));
    const auto client = startWaiting(
        QStringLiteral("cat '%1'; cat '%2' >&2")
            .arg(fixture().scratch(QStringLiteral("out")), fixture().scratch(QStringLiteral("err"))));
    QVERIFY(client);
    Onlooker onlooker(fixture(), requestId(), output, errorOutput);
    QTRY_VERIFY(onlooker.isLive());
    go(*client);
    QTRY_VERIFY_WITH_TIMEOUT(onlooker.hasFinished(), ClientProcess::patience);
    QVERIFY(!onlooker.isWrong);
    QVERIFY(onlooker.isAtEnd());
    QCOMPARE(onlooker.tail->omittedBytes(), 0);
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->code(), 0);
    QCOMPARE(client->output(), output);
    QCOMPARE(client->errorOutput(), errorOutput);
}

// One who reads nothing at all does not hold up the request, costs little, and is told how much was missed.
void tst_Tail::slowReader()
{
    QVERIFY(fixture().startDaemon());
    const QByteArray output = makeFile(QStringLiteral("out"), 50 * mebibyte);
    QCOMPARE(output.size(), 50 * mebibyte);
    const QString path = fixture().scratch(QStringLiteral("out"));
    const QString received = fixture().scratch(QStringLiteral("received"));
    // Memory is what it will be.
    QCOMPARE(fixture().runShell(QStringLiteral("\"$@\" run exec cat '%1' >/dev/null").arg(path)).code, 0);
    const auto client =
        startWaiting(QStringLiteral("printf before; read line; cat '%1'").arg(path), received);
    QVERIFY(client);
    client->write("one\n");
    QTRY_COMPARE(runningIn(fixture()).constFirst().outputBytes, 6);
    const qint64 id = requestId();
    Onlooker slow(fixture(), id, output);
    Onlooker good(fixture(), id, output);
    QTRY_VERIFY(slow.isLive() && good.isLive());
    slow.admin.setReading(false);
    const qint64 bytesBefore = privateDirtyBytes(fixture().daemonPid());

    go(*client);
    QVERIFY(client->waitForEnd()); // while the slow one has taken nothing
    QCOMPARE(client->code(), 0);
    QFile file(received);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == "before" + output);
    const qint64 bytesAfter = privateDirtyBytes(fixture().daemonPid());
    if (!isInstrumented) {
        constexpr qint64 allowed = 8 * mebibyte;
        QVERIFY2(bytesAfter - bytesBefore < allowed,
                 qPrintable(QStringLiteral("%1 bytes more").arg(bytesAfter - bytesBefore)));
    }
    QTRY_VERIFY_WITH_TIMEOUT(good.hasFinished(), ClientProcess::patience);
    QVERIFY(!slow.hasFinished());
    QVERIFY(!good.isWrong && good.isAtEnd());

    slow.admin.setReading(true);
    QTRY_VERIFY_WITH_TIMEOUT(slow.hasFinished(), ClientProcess::patience);
    QVERIFY(!slow.isWrong && slow.isAtEnd()); // the end is told, whatever was left out before
    QVERIFY(slow.tail->omittedBytes() > 40 * mebibyte);
    for (const Onlooker *onlooker : {&slow, &good}) {
        QCOMPARE(onlooker->tail->earlierBytes(), 6);
        QCOMPARE(onlooker->total(), output.size());
        QCOMPARE(onlooker->tail->earlierBytes() + onlooker->total(),
                 historyOf(fixture()).constLast().outputBytes);
    }
}

void tst_Tail::everyKindOfHandler_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("asynchronous") << words({"run", "cat"});
    QTest::newRow("process") << words({"run", "exec", "cat"});
}

void tst_Tail::everyKindOfHandler()
{
    QFETCH(const QStringList, command);
    QVERIFY(fixture().startDaemon());
    const auto client = fixture().client(command);
    client->keepInputOpen();
    QVERIFY(client->begin());
    QTRY_COMPARE(runningIn(fixture()).size(), 1);
    Onlooker onlooker(fixture(), requestId(), "first\nsecond\n");
    QTRY_VERIFY(onlooker.isLive());
    client->write("first\n"); // it is told while the request goes on
    QTRY_COMPARE(onlooker.tail->receivedBytes(), 6);
    client->write("second\n");
    QTRY_COMPARE(onlooker.tail->receivedBytes(), 13);
    client->closeWriteChannel();
    QTRY_VERIFY(onlooker.hasFinished());
    QVERIFY(!onlooker.isWrong && onlooker.isAtEnd());
}

// The output of a request that does not stop is what one wants to see.
void tst_Tail::seesHowItIsForced()
{
    QVERIFY(fixture().startDaemon(words({"--grace-ms", "300"})));
    const auto client = startWaiting(QStringLiteral(
        "exec 2>/dev/null; trap 'echo not yet' TERM; echo ready; while :; do sleep 0.01; done"));
    QVERIFY(client);
    Onlooker onlooker(fixture(), requestId(), "ready\nnot yet\n");
    QTRY_VERIFY(onlooker.isLive());
    const qint64 process = runningIn(fixture()).constFirst().processId;
    QVERIFY(childrenOf(fixture().daemonPid()).contains(process));
    go(*client);
    QTRY_COMPARE(onlooker.tail->receivedBytes(), 6);
    onlooker.admin.cancel(requestId(), [](const Result<void> &) {});
    QTRY_VERIFY_WITH_TIMEOUT(onlooker.hasFinished(), ClientProcess::patience);
    QVERIFY(!onlooker.isWrong && onlooker.isAtEnd());
    QVERIFY(client->waitForEnd());
    const auto cancellation = lastCancellation(fixture(), QStringLiteral("exec"));
    QVERIFY(cancellation && cancellation->isForced);
    QCOMPARE(cancellation->forcedBy, QStringLiteral("process_group_killed"));
    QCOMPARE(historyOf(fixture()).constLast().processId, process);
}

void tst_Tail::thousandsOfTails()
{
    QVERIFY(fixture().startDaemon());
    const auto client = startWaiting(QStringLiteral("echo done"));
    QVERIFY(client);
    const qint64 id = requestId();
    AdminClient admin(optionsOf(fixture()));
    std::vector<std::unique_ptr<OutputTail>> tails;
    for (int i = 0; i < 3000; ++i)
        tails.push_back(admin.tail(id));
    const auto count = [&tails](OutputTail::State state) {
        return std::count_if(tails.begin(), tails.end(),
                             [state](const auto &tail) { return tail->state() == state; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(OutputTail::State::Starting), 0, ClientProcess::patience);
    QCOMPARE(count(OutputTail::State::Live), TailLimits::maxPerConnection);
    tails.clear();
    // They have made room.
    Onlooker onlooker(fixture(), id, "done\n");
    const std::unique_ptr<OutputTail> again = admin.tail(id);
    QTRY_COMPARE(again->state(), OutputTail::State::Live);
    QTRY_VERIFY(onlooker.isLive());
    go(*client);
    QTRY_VERIFY(onlooker.hasFinished());
    QTRY_COMPARE(again->state(), OutputTail::State::Finished);
    QVERIFY(client->waitForEnd());
    QCOMPARE(client->output(), QByteArray("done\n"));
}

void tst_Tail::hostileParameters_data()
{
    QTest::addColumn<QString>("params");
    QTest::newRow("none") << QStringLiteral("{}");
    QTest::newRow("string") << QStringLiteral(R"({"id": "1"})");
    QTest::newRow("negative") << QStringLiteral(R"({"id": -1})");
    QTest::newRow("huge") << QStringLiteral(R"({"id": 18446744073709551615})");
    QTest::newRow("fraction") << QStringLiteral(R"({"id": 0.1})");
    QTest::newRow("nested") << QStringLiteral(R"({"id": {"id": [1]}})");
    QTest::newRow("too many bytes") << QStringLiteral(R"({"id": 1, "max_bytes": 9223372036854775807})");
    QTest::newRow("negative bytes") << QStringLiteral(R"({"id": 1, "max_bytes": -9223372036854775808})");
}

void tst_Tail::hostileParameters()
{
    QFETCH(const QString, params);
    QVERIFY(fixture().startDaemon());
    for (const char *method : {"daemon.tail", "daemon.untail"}) {
        const Outcome outcome = fixture().run(words({"rpc", method, params}));
        QVERIFY2(outcome.code != 0, describe(outcome));
    }
    QVERIFY(statusOf(fixture()));
}

void tst_Tail::daemonIsKilled()
{
    QVERIFY(fixture().startDaemon());
    const auto client = startWaiting(QStringLiteral("echo never"));
    QVERIFY(client);
    Onlooker onlooker(fixture(), requestId(), {});
    QTRY_VERIFY(onlooker.isLive());
    sendSignal(fixture().daemonPid(), SIGKILL);
    QTRY_COMPARE(onlooker.tail->state(), OutputTail::State::Failed);
    QVERIFY(!onlooker.failure.isEmpty());
    QVERIFY(client->waitForEnd());
    QFile::remove(fixture().file(QStringLiteral("sock")));
    QFile::remove(fixture().file(QStringLiteral("pid")));
}

// Who looks on keeps no daemon from its end, even without reading.
void tst_Tail::daemonStops()
{
    QVERIFY(fixture().startDaemon(words({"--grace-ms", "300"})));
    const auto client = startWaiting(QStringLiteral("head -c 5000000 /dev/zero; sleep 1000"));
    QVERIFY(client);
    Onlooker onlooker(fixture(), requestId(), QByteArray(5'000'000, '\0'));
    QTRY_VERIFY(onlooker.isLive());
    onlooker.admin.setReading(false);
    go(*client);
    QTRY_COMPARE(runningIn(fixture()).constFirst().outputBytes, 5'000'000);
    const qint64 pid = fixture().daemonPid();
    QCOMPARE(fixture().run(words({"stop", "--now"})).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), ClientProcess::patience);
    QVERIFY(client->waitForEnd());
}

QTEST_GUILESS_MAIN(tst_Tail)

#include "tst_tail.moc"
