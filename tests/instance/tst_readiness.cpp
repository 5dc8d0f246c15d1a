#include <daemonrpc/instance/readiness.h>

#include <QTemporaryFile>
#include <QTest>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace DaemonRpc;
using Kind = ReadinessMessage::Kind;

Q_DECLARE_METATYPE(ReadinessMessage)

static std::array<int, 2> makePipe()
{
    std::array<int, 2> ends = {-1, -1};
    if (::pipe2(ends.data(), O_NONBLOCK) != 0)
        qFatal("no pipe");
    return ends;
}

/// Everything in the pipe up to its end; "…" marks a pipe that is still open.
static QByteArray drain(int fd)
{
    QByteArray data(100000, '\0');
    qsizetype length = 0;
    for (;;) {
        const ssize_t n = ::read(fd, data.data() + length, size_t(data.size() - length));
        if (n <= 0) {
            data.truncate(length);
            return n == 0 ? data : data + "...";
        }
        length += n;
    }
}

class tst_Readiness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void line_data();
    void line();
    void cutsLongText_data();
    void cutsLongText();
    void rejects_data();
    void rejects();
    void saysOneThing();
    void closesWithoutAWord();
    void acceptsOnlyChannels();
    void isNotInherited();
    void survivesDeadClient();
};

void tst_Readiness::line_data()
{
    QTest::addColumn<ReadinessMessage>("message");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("ready") << ReadinessMessage{Kind::Ready, {}} << QByteArray("ready\n");
    QTest::newRow("already") << ReadinessMessage{Kind::AlreadyRunning, QStringLiteral("pid 4, since noon")}
                             << QByteArray("already-running pid 4, since noon\n");
    QTest::newRow("failed") << ReadinessMessage{Kind::Failed, QStringLiteral("no port")}
                            << QByteArray("failed no port\n");
    QTest::newRow("empty reason") << ReadinessMessage{Kind::Failed, {}} << QByteArray("failed \n");
    QTest::newRow("lines") << ReadinessMessage{Kind::Failed, QStringLiteral("a\nb\\n\\c")}
                           << QByteArray("failed a\\nb\\\\n\\\\c\n");
    QTest::newRow("unicode") << ReadinessMessage{Kind::Failed, QStringLiteral("Gerät")}
                             << QByteArray("failed Ger\xc3\xa4t\n");
}

void tst_Readiness::line()
{
    QFETCH(ReadinessMessage, message);
    QFETCH(QByteArray, line);
    QCOMPARE(message.toLine(), line);
    const Result<ReadinessMessage> parsed = ReadinessMessage::fromLine(line);
    QVERIFY(parsed && *parsed == message);
    QVERIFY(*ReadinessMessage::fromLine(line.chopped(1)) == message);
}

void tst_Readiness::cutsLongText_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("ascii") << QStringLiteral("x");
    QTest::newRow("newlines") << QStringLiteral("\n");
    QTest::newRow("backslashes") << QStringLiteral("\\");
    QTest::newRow("two bytes") << QStringLiteral("ä");
    QTest::newRow("three bytes") << QStringLiteral("€");
}

void tst_Readiness::cutsLongText()
{
    QFETCH(QString, unit);
    const QString text = unit.repeated(100000);
    const QByteArray line = ReadinessMessage{Kind::Failed, text}.toLine();
    QVERIFY2(line.size() <= ReadinessMessage::maxBytes, QByteArray::number(line.size()).constData());
    QVERIFY2(line.size() > ReadinessMessage::maxBytes - 16, QByteArray::number(line.size()).constData());
    QVERIFY(line.endsWith('\n'));
    const Result<ReadinessMessage> parsed = ReadinessMessage::fromLine(line);
    QVERIFY(parsed);
    QVERIFY(text.startsWith(parsed->text));
}

void tst_Readiness::rejects_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *text : {"", " ", "hello", "Ready", "readyish", "failedx y", "\xff\xfe"})
        QTest::addRow("%s", text) << QByteArray(text);
    QTest::newRow("long") << QByteArray(1000000, 'r');
}

void tst_Readiness::rejects()
{
    QFETCH(QByteArray, line);
    const Result<ReadinessMessage> parsed = ReadinessMessage::fromLine(line);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY(parsed.error().message().size() < 300);
}

void tst_Readiness::saysOneThing()
{
    const std::array<int, 2> ends = makePipe();
    ReadinessChannel channel(ends[1]);
    QVERIFY(channel.isOpen());
    QCOMPARE(drain(ends[0]), QByteArray("..."));
    ReadinessChannel moved = std::move(channel);
    moved.failed(QStringLiteral("first"));
    QVERIFY(!moved.isOpen());
    moved.ready();
    moved.alreadyRunning(QStringLiteral("later"));
    QCOMPARE(drain(ends[0]), QByteArray("failed first\n"));
    ::close(ends[0]);
}

void tst_Readiness::closesWithoutAWord()
{
    const std::array<int, 2> ends = makePipe();
    {
        const ReadinessChannel channel(ends[1]);
    }
    QCOMPARE(drain(ends[0]), QByteArray());
    ::close(ends[0]);
}

void tst_Readiness::acceptsOnlyChannels()
{
    QVERIFY(!ReadinessChannel().isOpen());
    QVERIFY(!ReadinessChannel(-5).isOpen());
    QVERIFY(!ReadinessChannel(9999).isOpen());
    QTemporaryFile file;
    QVERIFY(file.open());
    {
        ReadinessChannel channel(file.handle());
        QVERIFY(!channel.isOpen());
        channel.ready();
    }
    QCOMPARE(file.size(), 0);
    QVERIFY2(::fcntl(file.handle(), F_GETFD) >= 0, "a descriptor that was not taken must stay open");
    std::array<int, 2> ends;
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    ReadinessChannel(ends[1]).ready();
    QCOMPARE(drain(ends[0]), QByteArray("ready\n"));
    ::close(ends[0]);
}

void tst_Readiness::isNotInherited()
{
    const std::array<int, 2> ends = makePipe();
    const ReadinessChannel channel(ends[1]);
    QVERIFY((::fcntl(ends[1], F_GETFD) & FD_CLOEXEC) != 0);
    ::close(ends[0]);
}

void tst_Readiness::survivesDeadClient()
{
    // The default disposition would end this test.
    QVERIFY(::signal(SIGPIPE, SIG_DFL) != SIG_ERR);
    const std::array<int, 2> ends = makePipe();
    ::close(ends[0]);
    ReadinessChannel(ends[1]).failed(QStringLiteral("nobody hears this"));
    sigset_t signals;
    ::sigpending(&signals);
    QVERIFY(::sigismember(&signals, SIGPIPE) == 0);
    ::pthread_sigmask(SIG_SETMASK, nullptr, &signals);
    QVERIFY(::sigismember(&signals, SIGPIPE) == 0);
}

QTEST_GUILESS_MAIN(tst_Readiness)
#include "tst_readiness.moc"
