#include "inputpump.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

#include <array>

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;

class TestInputPump : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsNothingUnasked();
    void neverReadsMoreThanWanted();
    void wantedGrows();
    void endOfPipe();
    void socket();
    void regularFileIsLeftWhereItWasRead();
    void nullDeviceEndsAtOnce();
    void directory();
    void sharedFlagsStay();
};

namespace {

struct Ends
{
    FileDescriptor reader;
    FileDescriptor writer;
};

Ends openPipe()
{
    std::array<int, 2> ends{-1, -1};
    const int result = ::pipe2(ends.data(), O_CLOEXEC);
    Q_ASSERT(result == 0);
    return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

void put(const FileDescriptor &fd, const QByteArray &bytes)
{
    QCOMPARE(::write(fd.get(), bytes.constData(), static_cast<size_t>(bytes.size())), bytes.size());
}

// Collects what a pump reads.
class Collector : public QObject
{
public:
    explicit Collector(InputPump &pump)
        : ended(&pump, &InputPump::ended)
    {
        connect(&pump, &InputPump::bytesRead, this, [this](QByteArrayView view) { bytes.append(view); });
    }

    QByteArray bytes;
    QSignalSpy ended;
};

} // namespace

void TestInputPump::readsNothingUnasked()
{
    const Ends ends = openPipe();
    put(ends.writer, "hello");
    InputPump pump(ends.reader.get());
    const Collector collector(pump);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(collector.bytes, QByteArray());
    // What was not asked for is there for the next reader.
    std::array<char, 8> buffer{};
    QCOMPARE(::read(ends.reader.get(), buffer.data(), buffer.size()), 5);
}

void TestInputPump::neverReadsMoreThanWanted()
{
    const Ends ends = openPipe();
    put(ends.writer, "hello world");
    InputPump pump(ends.reader.get());
    const Collector collector(pump);
    pump.setWanted(5);
    QTRY_COMPARE(collector.bytes, QByteArray("hello"));
    QCOMPARE(pump.wanted(), 0);
    std::array<char, 16> buffer{};
    QCOMPARE(::read(ends.reader.get(), buffer.data(), buffer.size()), 6);
}

void TestInputPump::wantedGrows()
{
    const Ends ends = openPipe();
    put(ends.writer, "abcdef");
    InputPump pump(ends.reader.get());
    const Collector collector(pump);
    pump.setWanted(2);
    QTRY_COMPARE(collector.bytes, QByteArray("ab"));
    pump.setWanted(100);
    QTRY_COMPARE(collector.bytes, QByteArray("abcdef"));
    QCOMPARE(pump.wanted(), 96);
    QVERIFY(!pump.hasEnded());
}

void TestInputPump::endOfPipe()
{
    Ends ends = openPipe();
    put(ends.writer, "last");
    ends.writer.reset();
    InputPump pump(ends.reader.get());
    const Collector collector(pump);
    pump.setWanted(1000);
    QTRY_COMPARE(collector.ended.count(), 1);
    QCOMPARE(collector.ended.at(0).at(0).toInt(), 0);
    QCOMPARE(collector.bytes, QByteArray("last"));
    QVERIFY(pump.hasEnded());
    pump.setWanted(1000);
    QCOMPARE(pump.wanted(), 0);
}

void TestInputPump::socket()
{
    std::array<int, 2> ends{-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    FileDescriptor near(ends[0]);
    FileDescriptor far(ends[1]);
    InputPump pump(near.get());
    const Collector collector(pump);
    pump.setWanted(1000);
    put(far, "hello");
    QTRY_COMPARE(collector.bytes, QByteArray("hello"));
    far.reset();
    QTRY_COMPARE(collector.ended.count(), 1);
    QCOMPARE(collector.ended.at(0).at(0).toInt(), 0);
}

void TestInputPump::regularFileIsLeftWhereItWasRead()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const QByteArray content(200'000, 'x');
    QCOMPARE(file.write(content), content.size());
    QVERIFY(file.flush());
    QCOMPARE(::lseek(file.handle(), 0, SEEK_SET), 0);
    InputPump pump(file.handle());
    const Collector collector(pump);
    pump.setWanted(150'000);
    QTRY_COMPARE(collector.bytes.size(), 150'000);
    QCOMPARE(::lseek(file.handle(), 0, SEEK_CUR), 150'000);
    pump.setWanted(1'000'000);
    QTRY_COMPARE(collector.ended.count(), 1);
    QVERIFY(collector.bytes == content);
}

void TestInputPump::nullDeviceEndsAtOnce()
{
    const FileDescriptor null(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    InputPump pump(null.get());
    const Collector collector(pump);
    pump.setWanted(1);
    QTRY_COMPARE(collector.ended.count(), 1);
    QCOMPARE(collector.ended.at(0).at(0).toInt(), 0);
}

void TestInputPump::directory()
{
    const FileDescriptor folder(::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    InputPump pump(folder.get());
    const Collector collector(pump);
    pump.setWanted(1);
    QTRY_COMPARE(collector.ended.count(), 1);
    QCOMPARE(collector.ended.at(0).at(0).toInt(), EISDIR);
}

void TestInputPump::sharedFlagsStay()
{
    const Ends ends = openPipe();
    const int before = ::fcntl(ends.reader.get(), F_GETFL);
    InputPump pump(ends.reader.get());
    const Collector collector(pump);
    pump.setWanted(1);
    put(ends.writer, "x");
    QTRY_COMPARE(collector.bytes.size(), 1);
    QCOMPARE(::fcntl(ends.reader.get(), F_GETFL), before);
}

QTEST_GUILESS_MAIN(TestInputPump)
#include "tst_cli_inputpump.moc"
