// "Nothing crashes on bad input": peers that send anything at all, in any number, and service goes on.
#include "adminquery.h"
#include "instrumentation.h"
#include "rawsocket.h"
#include "systemtest.h"

#include <daemonrpc/wire/clientmessages.h>
#include <daemonrpc/wire/command.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtEndian>

#include <vector>

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>

using namespace DaemonRpc;
using namespace SystemTesting;
using namespace Qt::StringLiterals;

/// A frame's header alone, for a frame of @p length bytes (type included).
static QByteArray header(quint32 length, quint8 type)
{
    QByteArray bytes(5, char(type));
    qToBigEndian(length, bytes.data());
    return bytes;
}

static QByteArray versionFrame() { return encodeFrame(FrameType::VersionCheck, harmlessVersion().encode()); }

/// `echo xxx…` such that the whole Command message has @p size bytes.
static QByteArray commandOfSize(qsizetype size)
{
    Command command(QByteArrayList{"echo", QByteArray()});
    command.workingDirectory = "/";
    command.arguments[1] = QByteArray(size - 1000, 'x');
    command.arguments[1].append(QByteArray(size - command.encode().size(), 'x'));
    return command.encode();
}

class tst_Hostile : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void malformed_data();
    void malformed();
    void commandOfExactlyTheLimit();
    void everyTruncationOfAHandshake();
    void everyFlippedByteOfAHandshake();
    void randomBytes();
    void extensionsAreSkipped();
    void garbageAfterACommand_data();
    void garbageAfterACommand();
    void halfOpenConnections_data();
    void halfOpenConnections();
    void exhaustedDescriptors();

private:
    [[nodiscard]] RawSocket connectRaw() const { return RawSocket::connectTo(fixture().file(u"sock"_s)); }

    void verifyService() const;
};

/// Answers as ever, and is the same daemon.
void tst_Hostile::verifyService() const
{
    const Outcome outcome = fixture().run(words({"--no-spawn", "run", "exec", "echo", "alive"}));
    QVERIFY2(outcome.output == "alive\n", describe(outcome));
    QVERIFY2(outcome.elapsedMs < 5000, describe(outcome));
    // What it has just forked carries its name for a moment.
    QTRY_COMPARE(fixture().daemons(), QList<qint64>{fixture().daemonPid()});
}

void tst_Hostile::malformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    // The answer has to come at once, although no payload follows the header: no memory is taken for it.
    QTest::newRow("length 0") << header(0, 1);
    QTest::newRow("length 4 GiB") << header(0xffffffff, 1);
    QTest::newRow("length 2 GiB") << header(0x80000000, 1);
    QTest::newRow("length 16 MiB") << header(0x00ffffff, 1);
    QTest::newRow("VersionCheck beyond its limit") << header(4096 + 2, 1);
    QTest::newRow("VersionCheck that is no CBOR") << header(4096 + 1, 1) + QByteArray(4096, '\xff');
    QTest::newRow("empty VersionCheck") << header(1, 1);
    QTest::newRow("command before the version") << header(100, 2);
    QTest::newRow("version twice") << versionFrame() + versionFrame();
    const quint32 limit = quint32(Limits().maxCommandBytes);
    QTest::newRow("Command beyond its limit") << versionFrame() + header(limit + 2, 2);
    QTest::newRow("Command that is no CBOR")
        << versionFrame() + header(limit + 1, 2) + QByteArray(limit, '\xff');
    QTest::newRow("Command of nothing") << versionFrame() + header(1, 2);
    QTest::newRow("Rpc beyond its limit") << versionFrame() + header(quint32(Limits().maxRpcBytes) + 2, 0x10);
    QTest::newRow("unknown type") << versionFrame() + header(10, 0x42);
    QTest::newRow("a daemon's message") << versionFrame() + header(10, 3);
    QTest::newRow("input before a command") << versionFrame() + encodeFrame(FrameType::InputChunk, "x");
    QTest::newRow("cancel before a command")
        << versionFrame() + encodeFrame(FrameType::Cancel, Cancel{2}.encode());
}

void tst_Hostile::malformed()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(fixture().startDaemon());
    RawSocket socket = connectRaw();
    QVERIFY(socket.isValid());
    QElapsedTimer timer;
    timer.start();
    socket.send(bytes);
    const RawSocket::Answer answer = socket.readToEnd();
    QVERIFY(answer.isClosed);
    QVERIFY(timer.elapsed() < 3000); // well before the handshake's deadline
    QVERIFY2(!answer.bytes.isEmpty(), "it is not told why");
    QVERIFY(answer.error);
    QVERIFY2(answer.error->code() == ErrorCode::ProtocolViolation ||
                 answer.error->code() == ErrorCode::MessageTooLarge ||
                 answer.error->code() == ErrorCode::InvalidArgument,
             qPrintable(answer.error->toString()));
    verifyService();
}

void tst_Hostile::commandOfExactlyTheLimit()
{
    QVERIFY(fixture().startDaemon());
    const qsizetype limit = Limits().maxCommandBytes;
    RawSocket fits = connectRaw();
    const QByteArray command = commandOfSize(limit);
    QCOMPARE(command.size(), limit);
    QVERIFY(fits.send(versionFrame() + encodeFrame(FrameType::Command, command)));
    const RawSocket::Answer answer = fits.readToEnd();
    QVERIFY(answer.exitCode && *answer.exitCode == 0);
    QVERIFY(answer.output.size() > limit - 1000);

    RawSocket exceeds = connectRaw();
    exceeds.send(versionFrame() + encodeFrame(FrameType::Command, commandOfSize(limit + 1)));
    const RawSocket::Answer refusal = exceeds.readToEnd();
    QVERIFY(refusal.isClosed);
    QVERIFY(!refusal.exitCode);
    verifyService();
}

void tst_Hostile::everyTruncationOfAHandshake()
{
    QVERIFY(fixture().startDaemon());
    const QByteArray whole = commandBytes({"echo", "served"});
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        RawSocket socket = connectRaw();
        QVERIFY(socket.isValid());
        QVERIFY(socket.send(whole.left(size)));
        socket.endSending();
        const RawSocket::Answer answer = socket.readToEnd();
        QVERIFY2(answer.isClosed, QByteArray::number(size));
        // Nothing is executed before its last byte is there.
        const bool isServed = answer.output == "served\n";
        QVERIFY2(size == whole.size() || !isServed, QByteArray::number(size));
    }
    QTRY_COMPARE(statusOf(fixture())->connections, 1); // the question itself
    verifyService();
}

void tst_Hostile::everyFlippedByteOfAHandshake()
{
    QVERIFY(fixture().startDaemon(words({"--handshake-timeout-ms", "300"})));
    const QByteArray whole = commandBytes({"echo", "served"});
    std::vector<RawSocket> sockets;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray bytes = whole;
        bytes[i] = char(~bytes[i]);
        sockets.push_back(connectRaw());
        QVERIFY(sockets.back().isValid());
        sockets.back().send(bytes);
    }
    // Some wait for more and meet the deadline, some are refused, some happen to be served: all end.
    for (RawSocket &socket : sockets)
        QVERIFY(socket.readToEnd().isClosed);
    verifyService();
}

void tst_Hostile::randomBytes()
{
    QVERIFY(fixture().startDaemon(words({"--handshake-timeout-ms", "500"})));
    QRandomGenerator random(20240501);
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 300; ++i) {
        QByteArray bytes(random.bounded(1, 5000), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        if (i % 3 == 0) // past the first check: a plausible length
            bytes.replace(0, qMin<qsizetype>(3, bytes.size()), QByteArray(3, '\0'));
        if (i % 3 == 1) // past the handshake
            bytes.prepend(versionFrame());
        sockets.push_back(connectRaw());
        QVERIFY(sockets.back().isValid());
        sockets.back().send(bytes);
    }
    for (RawSocket &socket : sockets) {
        socket.endSending(); // what happens to begin like JSON is a conversation, full of errors
        QVERIFY(socket.readToEnd().isClosed);
    }
    verifyService();
}

void tst_Hostile::extensionsAreSkipped()
{
    QVERIFY(fixture().startDaemon());
    RawSocket socket = connectRaw();
    const QByteArray extension = header(1001, 0x80) + QByteArray(1000, 'e');
    QVERIFY(socket.send(versionFrame() + extension +
                        commandBytes({"echo", "served"}).mid(versionFrame().size())));
    QCOMPARE(socket.readToEnd().output, QByteArray("served\n"));
}

void tst_Hostile::garbageAfterACommand_data()
{
    QTest::addColumn<QByteArray>("garbage");
    QTest::newRow("bytes") << QByteArray("\xde\xad\xbe\xef\xde\xad\xbe\xef", 8);
    QTest::newRow("a second command") << commandBytes({"echo", "x"}).mid(versionFrame().size());
    QTest::newRow("input that nobody asked for") << encodeFrame(FrameType::InputChunk, QByteArray(1000, 'x'));
    QTest::newRow("an Rpc message") << encodeFrame(FrameType::Rpc, "{}");
    QTest::newRow("a Cancel that is no CBOR") << encodeFrame(FrameType::Cancel, "\xff\xff");
}

void tst_Hostile::garbageAfterACommand()
{
    QFETCH(const QByteArray, garbage);
    QVERIFY(fixture().startDaemon());
    RawSocket socket = connectRaw();
    QVERIFY(socket.send(commandBytes({"exec", "sleep", "1000"}) + garbage));
    const RawSocket::Answer answer = socket.readToEnd();
    QVERIFY(answer.isClosed);
    QVERIFY(!answer.exitCode);
    // The command is cancelled with it.
    QTRY_COMPARE(childrenOf(fixture().daemonPid()).size(), 0);
    QTRY_COMPARE(runningIn(fixture()).size(), 0);
    verifyService();
}

void tst_Hostile::halfOpenConnections_data()
{
    QTest::addColumn<int>("limit");
    QTest::newRow("more than are allowed: the idle give way") << 200;
    QTest::newRow("as many as are allowed: until the deadline") << 2000;
}

void tst_Hostile::halfOpenConnections()
{
    QFETCH(const int, limit);
    constexpr int count = 1000;
    rlimit descriptors = {};
    ::getrlimit(RLIMIT_NOFILE, &descriptors);
    descriptors.rlim_cur = qMin<rlim_t>(descriptors.rlim_max, 4096);
    if (descriptors.rlim_cur < 2 * count || ::setrlimit(RLIMIT_NOFILE, &descriptors) != 0)
        QSKIP("needs 2000 descriptors, see ulimit -n");
    constexpr int deadline = 3000;
    QVERIFY(fixture().startDaemon(words(
        {"--max-connections", QString::number(limit), "--handshake-timeout-ms", QString::number(deadline)})));
    verifyService();
    const qint64 idle = privateDirtyBytes(fixture().daemonPid());

    std::vector<RawSocket> sockets;
    const QByteArray half = commandBytes({"echo", "x"}).left(60);
    for (int i = 0; i < count; ++i) {
        sockets.push_back(connectRaw());
        QVERIFY(sockets.back().isValid());
        sockets.back().send(half.left(i % half.size()));
    }
    verifyService();
    const qint64 used = privateDirtyBytes(fixture().daemonPid()) - idle;
    QVERIFY2(isInstrumented || used < count * 16 * 1024, QByteArray::number(used));
    for (int i = 0; i < 5; ++i)
        verifyService();
    // Each is closed, by the deadline at the latest.
    QElapsedTimer timer;
    timer.start();
    for (RawSocket &socket : sockets)
        QVERIFY(socket.readToEnd().isClosed);
    QVERIFY2(timer.elapsed() < deadline + 3000, QByteArray::number(timer.elapsed()));
    QTRY_COMPARE(statusOf(fixture())->connections, 1);
    verifyService();
}

void tst_Hostile::exhaustedDescriptors()
{
    // UBSan looks at an object's memory through a pipe: without descriptors it finds every object invalid.
    if (isInstrumented)
        QSKIP("a sanitizer needs descriptors of its own");
    ClientProcess daemon(u"/bin/sh"_s,
                         words({"-c", "ulimit -n 40; exec \"$0\" \"$@\"", DaemonFixture::daemonProgram()}) +
                             fixture().daemonArguments(words({"--handshake-timeout-ms", "1500"})));
    QVERIFY(daemon.begin());
    QTRY_VERIFY(fixture().isServed());
    verifyService();
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 100; ++i) {
        sockets.push_back(connectRaw());
        QVERIFY(sockets.back().isValid());
    }
    QTRY_VERIFY(descriptorsOf(daemon.processId()).size() >= 38);
    // Nobody lets go, and yet service resumes by itself when the deadlines pass.
    const Outcome waited = fixture().run(words({"--no-spawn", "run", "echo", "resumed"}));
    QVERIFY2(waited.output == "resumed\n", describe(waited));
    sockets.clear();
    verifyService();
    daemon.sendSignal(SIGTERM);
    QVERIFY(daemon.waitForEnd());
    QCOMPARE(daemon.code(), 0);
    // Said once, not once per turn of the loop.
    QVERIFY2(daemon.errorOutput().count("waiting for resources") <= 5, daemon.errorOutput());
}

QTEST_GUILESS_MAIN(tst_Hostile)

#include "tst_hostile.moc"
