#include "errorargument.h"
#include "sockets.h"
#include "streamrecorder.h"

#include <daemonrpc/transport/local/localdialer.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace std::chrono_literals;

class TestLocalDialer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void connects();
    void givesTheStreamOnce();
    void tellsErrorsApart_data();
    void tellsErrorsApart();
    void refusesStrangers();
    void pathLimit_data();
    void pathLimit();
    void refusesWhatIsNoPath_data();
    void refusesWhatIsNoPath();
    void waitsWhileTheQueueIsFull();
    void refusalEndsTheWaiting();
    void timesOutWhenNeverAccepted();
    void destroyedWhileRetrying();
    void secondDialReplacesTheFirst();
    void redialsAfterAFailure();
    void makesDialers();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }

    void dial(const QString &path, std::chrono::milliseconds timeout = 10s);
    // A listening socket whose queue has no room left.
    FileDescriptor listenWithFullQueue(const QString &path);
    // Whether a peer was waiting at @p listening.
    static bool acceptOne(const FileDescriptor &listening);

    [[nodiscard]] ErrorCode failure() const { return errorArgument(*m_failed).code(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<LocalDialer> m_dialer;
    std::unique_ptr<QSignalSpy> m_connected;
    std::unique_ptr<QSignalSpy> m_failed;
    FileDescriptor m_filler;
};

void TestLocalDialer::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
    m_dialer = std::make_unique<LocalDialer>();
    m_connected = std::make_unique<QSignalSpy>(m_dialer.get(), &Dialer::connected);
    m_failed = std::make_unique<QSignalSpy>(m_dialer.get(), &Dialer::failed);
}

void TestLocalDialer::cleanup()
{
    m_connected.reset();
    m_failed.reset();
    m_dialer.reset();
    m_filler.reset();
    m_directory.reset();
}

void TestLocalDialer::dial(const QString &path, std::chrono::milliseconds timeout)
{
    m_dialer->dial(Address::localPath(path), timeout);
}

FileDescriptor TestLocalDialer::listenWithFullQueue(const QString &path)
{
    FileDescriptor listening = listenAt(path, 0); // Linux still lets one peer wait
    m_filler = connectTo(path);
    const FileDescriptor oneMore = connectTo(path);
    if (!m_filler.isValid() || oneMore.isValid())
        listening.reset();
    return listening;
}

bool TestLocalDialer::acceptOne(const FileDescriptor &listening)
{
    return FileDescriptor(::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC)).isValid();
}

void TestLocalDialer::connects()
{
    const FileDescriptor listening = listenAt(path(QStringLiteral("s")), 5);
    dial(path(QStringLiteral("s")));
    QTRY_COMPARE(m_connected->count(), 1);
    QCOMPARE(m_failed->count(), 0);
    const std::unique_ptr<Stream> stream = m_dialer->takeStream();
    QVERIFY(stream);
    const FileDescriptor peer(::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    QVERIFY(peer.isValid());
    StreamRecorder recorder(stream.get());
    stream->setReading(true);
    QCOMPARE(::send(peer.get(), "hello", 5, MSG_NOSIGNAL), 5);
    QTRY_COMPARE(recorder.bytes, QByteArray("hello"));
    QCOMPARE(stream->peer()->uid, quint32(::geteuid()));
}

void TestLocalDialer::givesTheStreamOnce()
{
    const FileDescriptor listening = listenAt(path(QStringLiteral("s")), 5);
    QVERIFY(!m_dialer->takeStream());
    dial(path(QStringLiteral("s")));
    QTRY_COMPARE(m_connected->count(), 1);
    std::unique_ptr<Stream> stream = m_dialer->takeStream();
    QVERIFY(stream);
    QVERIFY(!m_dialer->takeStream());
    m_dialer.reset(); // the stream does not need it
    stream->write("x");
    stream->flush();
    QCOMPARE(stream->bytesPending(), 0);
}

void TestLocalDialer::tellsErrorsApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("absent") << QStringLiteral("absent") << ErrorCode::NotRunning;
    QTest::newRow("absent folder") << QStringLiteral("absent/s") << ErrorCode::NotRunning;
    QTest::newRow("below a file") << QStringLiteral("file/s") << ErrorCode::NotRunning;
    QTest::newRow("dangling link") << QStringLiteral("dangling") << ErrorCode::NotRunning;
    QTest::newRow("stale socket") << QStringLiteral("stale") << ErrorCode::ConnectionRefused;
    QTest::newRow("regular file") << QStringLiteral("file") << ErrorCode::ConnectionRefused;
    QTest::newRow("folder") << QStringLiteral("folder") << ErrorCode::ConnectionRefused;
}

void TestLocalDialer::tellsErrorsApart()
{
    QFETCH(const QString, name);
    QFile file(path(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("folder")));
    QVERIFY(QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("dangling"))));
    listenAt(path(QStringLiteral("stale")), 5).reset();

    dial(path(name));
    QTRY_COMPARE(m_failed->count(), 1);
    QTEST(failure(), "code");
    const QString message = errorArgument(*m_failed).message();
    QVERIFY2(message.contains(path(name)), qPrintable(message));
    QCOMPARE(m_connected->count(), 0);
    QVERIFY(!m_dialer->takeStream());
}

void TestLocalDialer::refusesStrangers()
{
    const QString name = path(QStringLiteral("s"));
    const FileDescriptor listening = listenAt(name, 5);
    QCOMPARE(::chmod(QFile::encodeName(name).constData(), 0), 0);
    // Permissions do not bind root: become nobody for the length of the call, which connects at once.
    const uid_t self = ::geteuid();
    if (self == 0 && ::seteuid(65534) != 0)
        QSKIP("root cannot give up its privileges here");
    dial(name);
    QCOMPARE(::seteuid(self), 0);
    QTRY_COMPARE(m_failed->count(), 1);
    QCOMPARE(failure(), ErrorCode::PermissionDenied);
}

void TestLocalDialer::pathLimit_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("fits");
    QTest::newRow("107") << 107 << true;
    QTest::newRow("108") << 108 << false;
    QTest::newRow("100000") << 100'000 << false;
}

void TestLocalDialer::pathLimit()
{
    QFETCH(const int, bytes);
    QFETCH(const bool, fits);
    const QString prefix = m_directory->path() + u'/';
    QVERIFY2(prefix.size() < 100, "the temporary directory has too long a name for this test");
    // Bytes count, not characters: the last letter has two.
    const QString name = prefix + QString(bytes - 2 - QFile::encodeName(prefix).size(), u'x') + u'\u00fc';
    QCOMPARE(QFile::encodeName(name).size(), bytes);
    if (fits) {
        const FileDescriptor listening = listenAt(name, 5);
        QVERIFY(listening.isValid());
        dial(name);
        QTRY_COMPARE(m_connected->count(), 1);
        QVERIFY(acceptOne(listening));
    } else {
        dial(name);
        QTRY_COMPARE(m_failed->count(), 1);
        QCOMPARE(failure(), ErrorCode::NameTooLong);
        QVERIFY(errorArgument(*m_failed).message().contains(QStringLiteral("107")));
    }
}

void TestLocalDialer::refusesWhatIsNoPath_data()
{
    QTest::addColumn<Address>("address");
    QTest::newRow("a name") << *Address::parse(QStringLiteral("local:default"));
    QTest::newRow("tcp") << *Address::parse(QStringLiteral("tcp://h:1"));
    QTest::newRow("empty") << Address::localPath(QString());
    // Would be a name in Linux's abstract space, or another path than the one that was checked.
    QTest::newRow("abstract") << Address::localPath(QChar(u'\0') + QStringLiteral("x"));
    QTest::newRow("zero inside") << Address::localPath(QStringLiteral("/tmp/x") + QChar(u'\0'));
}

void TestLocalDialer::refusesWhatIsNoPath()
{
    QFETCH(const Address, address);
    m_dialer->dial(address, 1s);
    QTRY_COMPARE(m_failed->count(), 1);
    QCOMPARE(failure(), ErrorCode::InvalidAddress);
}

void TestLocalDialer::waitsWhileTheQueueIsFull()
{
    const QString name = path(QStringLiteral("s"));
    const FileDescriptor listening = listenWithFullQueue(name);
    QVERIFY(listening.isValid());
    dial(name);
    QCoreApplication::processEvents();
    QCOMPARE(m_connected->count() + m_failed->count(), 0);
    QVERIFY(acceptOne(listening));
    QTRY_COMPARE(m_connected->count(), 1);
    QCOMPARE(m_failed->count(), 0);
    QVERIFY(acceptOne(listening));
}

void TestLocalDialer::refusalEndsTheWaiting()
{
    const QString name = path(QStringLiteral("s"));
    FileDescriptor listening = listenWithFullQueue(name);
    QVERIFY(listening.isValid());
    dial(name);
    listening.reset();
    QTRY_COMPARE(m_failed->count(), 1);
    QCOMPARE(failure(), ErrorCode::ConnectionRefused);
}

void TestLocalDialer::timesOutWhenNeverAccepted()
{
    const QString name = path(QStringLiteral("s"));
    const FileDescriptor listening = listenWithFullQueue(name);
    QVERIFY(listening.isValid());
    QElapsedTimer clock;
    clock.start();
    dial(name, 60ms);
    QTRY_COMPARE(m_failed->count(), 1);
    QVERIFY2(clock.elapsed() >= 60, "gave up before the time was over");
    QCOMPARE(failure(), ErrorCode::Timeout);
    QCOMPARE(m_connected->count(), 0);
}

void TestLocalDialer::destroyedWhileRetrying()
{
    const QString name = path(QStringLiteral("s"));
    const FileDescriptor listening = listenWithFullQueue(name);
    QVERIFY(listening.isValid());
    dial(name);
    m_dialer.reset();
    QCOMPARE(m_connected->count() + m_failed->count(), 0);

    // Another one gets through; then nobody else waits.
    LocalDialer other;
    QSignalSpy connected(&other, &Dialer::connected);
    other.dial(Address::localPath(name), 10s);
    QVERIFY(acceptOne(listening));
    QTRY_COMPARE(connected.count(), 1);
    QVERIFY(acceptOne(listening));
    QVERIFY(!acceptOne(listening));
}

void TestLocalDialer::secondDialReplacesTheFirst()
{
    const FileDescriptor full = listenWithFullQueue(path(QStringLiteral("full")));
    QVERIFY(full.isValid());
    const FileDescriptor open = listenAt(path(QStringLiteral("open")), 50);
    dial(path(QStringLiteral("full")));
    dial(path(QStringLiteral("open")));
    QTRY_COMPARE(m_connected->count(), 1);
    const std::unique_ptr<Stream> stream = m_dialer->takeStream();
    QVERIFY(acceptOne(open));

    // A retry left over from the first would have gone off by the time this one times out.
    LocalDialer clock;
    QSignalSpy timedOut(&clock, &Dialer::failed);
    clock.dial(Address::localPath(path(QStringLiteral("full"))), 20ms);
    QTRY_COMPARE(timedOut.count(), 1);
    QCOMPARE(m_connected->count(), 1);
    QCOMPARE(m_failed->count(), 0);
    QVERIFY(!acceptOne(open));
}

void TestLocalDialer::redialsAfterAFailure()
{
    const QString name = path(QStringLiteral("s"));
    dial(name);
    QTRY_COMPARE(m_failed->count(), 1);
    const FileDescriptor listening = listenAt(name, 5);
    dial(name);
    QTRY_COMPARE(m_connected->count(), 1);
    QVERIFY(m_dialer->takeStream());
}

void TestLocalDialer::makesDialers()
{
    QVERIFY(makeDialer(Address::localPath(QStringLiteral("/tmp/s"))));
    const auto code = [](const QString &text) { return makeDialer(*Address::parse(text)).error().code(); };
    QCOMPARE(code(QStringLiteral("local:default")), ErrorCode::InvalidAddress);
    QCOMPARE(code(QStringLiteral("memory:x")), ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestLocalDialer)
#include "tst_localdialer.moc"
