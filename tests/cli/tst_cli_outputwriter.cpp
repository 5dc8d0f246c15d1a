#include "outputwriter.h"

#include <QFile>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTemporaryFile>
#include <QTest>

#include <array>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

enum class Channel { Pipe, Socket };
Q_DECLARE_METATYPE(Channel)

class TestOutputWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void unreadChannelNeverBlocks_data();
    void unreadChannelNeverBlocks();
    void sharedFlagsStay();
    void closedReader_data();
    void closedReader();
    void readerThatGoesAway();
    void fullDevice();
    void regularFile();
    void closedDescriptor();
    void sameChannel();
};

namespace {

struct Ends
{
    FileDescriptor reader;
    FileDescriptor writer;
};

Ends openChannel(Channel channel)
{
    std::array<int, 2> ends{-1, -1};
    const int result = channel == Channel::Pipe
                           ? ::pipe2(ends.data(), O_CLOEXEC)
                           : ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data());
    Q_ASSERT(result == 0);
    return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

// Numbered bytes, so that a lost, doubled or exchanged one shows.
QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 31 + i / 251) & 0xff);
    return bytes;
}

QByteArray readSome(int fd)
{
    QByteArray buffer(256 * 1024, Qt::Uninitialized);
    const ssize_t count = ::read(fd, buffer.data(), static_cast<size_t>(buffer.size()));
    return buffer.left(count > 0 ? count : 0);
}

} // namespace

void TestOutputWriter::initTestCase() { ::signal(SIGPIPE, SIG_IGN); }

void TestOutputWriter::unreadChannelNeverBlocks_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::newRow("pipe") << Channel::Pipe;
    QTest::newRow("socket") << Channel::Socket;
}

void TestOutputWriter::unreadChannelNeverBlocks()
{
    QFETCH(Channel, channel);
    const Ends ends = openChannel(channel);
    OutputWriter writer(ends.writer.get());
    QSignalSpy relieved(&writer, &OutputWriter::relieved);
    QSignalSpy drained(&writer, &OutputWriter::drained);
    QSignalSpy failed(&writer, &OutputWriter::failed);

    const QByteArray sent = pattern(3 * OutputWriter::highWaterBytes);
    qsizetype position = 0;
    while (!writer.isFull()) {
        QVERIFY(position < sent.size());
        writer.write(QByteArrayView(sent).sliced(position, 100'000));
        position += 100'000;
    }
    QVERIFY(writer.bytesPending() >= OutputWriter::highWaterBytes);
    QCOMPARE(relieved.count(), 0);

    QByteArray received;
    QSocketNotifier notifier(ends.reader.get(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { received += readSome(ends.reader.get()); });
    QTRY_COMPARE(received.size(), position);
    QVERIFY(received == sent.first(position));
    QTRY_COMPARE(writer.bytesPending(), 0);
    QVERIFY(!writer.isFull());
    QCOMPARE(relieved.count(), 1);
    QCOMPARE(drained.count(), 1);
    QCOMPARE(failed.count(), 0);
}

void TestOutputWriter::sharedFlagsStay()
{
    const Ends ends = openChannel(Channel::Pipe);
    const int before = ::fcntl(ends.writer.get(), F_GETFL);
    OutputWriter writer(ends.writer.get());
    writer.write(pattern(1'000'000));
    QVERIFY(writer.bytesPending() > 0);
    QCOMPARE(::fcntl(ends.writer.get(), F_GETFL), before);
}

void TestOutputWriter::closedReader_data() { unreadChannelNeverBlocks_data(); }

void TestOutputWriter::closedReader()
{
    QFETCH(Channel, channel);
    Ends ends = openChannel(channel);
    ends.reader.reset();
    OutputWriter writer(ends.writer.get());
    QSignalSpy failed(&writer, &OutputWriter::failed);
    writer.write("gone");
    QVERIFY(writer.hasFailed());
    QCOMPARE(failed.count(), 0); // never from within write()
    writer.write("dropped");
    QCOMPARE(writer.bytesPending(), 0);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).toInt(), EPIPE);
}

void TestOutputWriter::readerThatGoesAway()
{
    Ends ends = openChannel(Channel::Pipe);
    OutputWriter writer(ends.writer.get());
    QSignalSpy failed(&writer, &OutputWriter::failed);
    writer.write(pattern(OutputWriter::highWaterBytes * 2));
    QVERIFY(writer.isFull());
    ends.reader.reset();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).toInt(), EPIPE);
    QCOMPARE(writer.bytesPending(), 0);
    QVERIFY(!writer.isFull());
}

void TestOutputWriter::fullDevice()
{
    const FileDescriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    QVERIFY(full.isValid());
    OutputWriter writer(full.get());
    QSignalSpy failed(&writer, &OutputWriter::failed);
    writer.write("x");
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).toInt(), ENOSPC);
}

void TestOutputWriter::regularFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    OutputWriter writer(file.handle());
    const QByteArray sent = pattern(2'000'000);
    writer.write(sent);
    QCOMPARE(writer.bytesPending(), 0);
    QFile copy(file.fileName());
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll() == sent);
}

void TestOutputWriter::closedDescriptor()
{
    Ends ends = openChannel(Channel::Pipe);
    const int number = ends.writer.get();
    ends.writer.reset();
    OutputWriter writer(number);
    QSignalSpy failed(&writer, &OutputWriter::failed);
    writer.write("x");
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).toInt(), EBADF);
}

void TestOutputWriter::sameChannel()
{
    const Ends first = openChannel(Channel::Pipe);
    const Ends second = openChannel(Channel::Pipe);
    const FileDescriptor copy(::fcntl(first.writer.get(), F_DUPFD_CLOEXEC, 3));
    QVERIFY(isSameChannel(first.writer.get(), copy.get()));
    QVERIFY(!isSameChannel(first.writer.get(), second.writer.get()));
    QVERIFY(!isSameChannel(first.writer.get(), -1));
    // Two descriptions of one file have an offset each: never treated as one.
    QTemporaryFile file;
    QVERIFY(file.open());
    QVERIFY(!isSameChannel(file.handle(), file.handle()));
}

QTEST_GUILESS_MAIN(TestOutputWriter)
#include "tst_cli_outputwriter.moc"
