#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/service/process/servicenotifier.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What systemd is to its services.
class Supervisor
{
public:
    /// @p name as in NOTIFY_SOCKET.
    explicit Supervisor(const QByteArray &name)
        : m_name(name)
        , m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
        if (name.startsWith('@'))
            address.sun_path[0] = '\0';
        const auto length =
            static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(name.size()));
        if (::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), length) != 0)
            m_socket.reset();
    }

    [[nodiscard]] bool isValid() const { return m_socket.isValid(); }

    [[nodiscard]] ServiceNotifier::Environment environment(std::chrono::microseconds watchdog = 0us) const
    {
        return {m_name, watchdog, -1};
    }

    /// The next datagram, "" when there is none.
    [[nodiscard]] QByteArray next() const
    {
        QByteArray bytes(4096, '\0');
        const ssize_t size = ::recv(m_socket.get(), bytes.data(), 4096, 0);
        bytes.truncate(std::max<ssize_t>(size, 0));
        return bytes;
    }

    [[nodiscard]] QByteArrayList all() const
    {
        QByteArrayList messages;
        for (QByteArray message = next(); !message.isEmpty(); message = next())
            messages.append(message);
        return messages;
    }

    void close() { m_socket.reset(); }

private:
    QByteArray m_name;
    FileDescriptor m_socket;
};

} // namespace

class tst_ServiceNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void messages_data();
    void messages();
    void reloading();
    void statusIsOneLine();
    void watchdog();
    void watchdogNoticesAHungLoop();
    void successorTakesOver();
    void fullQueue();
    void supervisorIsGone();
    void environment_data();
    void environment();
    void successor();
    void badSocket_data();
    void badSocket();
    void withoutASupervisor();
    void descriptor();

private:
    [[nodiscard]] QByteArray path() const { return QFile::encodeName(m_directory.filePath(u"notify"_s)); }

    QTemporaryDir m_directory;
};

void tst_ServiceNotifier::cleanup() { QFile::remove(m_directory.filePath(u"notify"_s)); }

void tst_ServiceNotifier::messages_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("path") << path();
    QTest::newRow("abstract") << QByteArray("@daemon-rpc-test-") + QByteArray::number(::getpid());
}

void tst_ServiceNotifier::messages()
{
    QFETCH(const QByteArray, name);
    const Supervisor supervisor(name);
    QVERIFY(supervisor.isValid());
    ServiceNotifier notifier(supervisor.environment());
    QVERIFY(notifier.state());
    QVERIFY(notifier.isActive());
    QCOMPARE(supervisor.next(), QByteArray());
    notifier.ready();
    notifier.ready(u"3 commands"_s);
    notifier.setStatus(u"2 running"_s);
    notifier.setMainPid(::getpid());
    notifier.stopping();
    QCOMPARE(supervisor.all(),
             (QByteArrayList{"READY=1", "READY=1\nSTATUS=3 commands", "STATUS=2 running",
                             "MAINPID=" + QByteArray::number(qint64(::getpid())), "STOPPING=1"}));
}

void tst_ServiceNotifier::reloading()
{
    const Supervisor supervisor(path());
    ServiceNotifier notifier(supervisor.environment());
    const auto now = [] {
        timespec time = {};
        ::clock_gettime(CLOCK_MONOTONIC, &time);
        return qint64(time.tv_sec) * 1000000 + time.tv_nsec / 1000;
    };
    const qint64 before = now();
    notifier.reloading();
    const QByteArrayList lines = supervisor.next().split('\n');
    QCOMPARE(lines.value(0), QByteArray("RELOADING=1"));
    QVERIFY(lines.value(1).startsWith("MONOTONIC_USEC="));
    const qint64 said = lines.value(1).mid(15).toLongLong();
    QVERIFY(said >= before && said <= now());
}

void tst_ServiceNotifier::statusIsOneLine()
{
    const Supervisor supervisor(path());
    ServiceNotifier notifier(supervisor.environment());
    notifier.setStatus(u"fine\nMAINPID=1\r\nSTOPPING=1"_s);
    QCOMPARE(supervisor.next(), QByteArray("STATUS=fine MAINPID=1 STOPPING=1"));
    notifier.setStatus(QString(100000, u'ä'));
    const QByteArray cut = supervisor.next();
    QVERIFY(cut.size() > 100 && cut.size() < 600);
}

void tst_ServiceNotifier::watchdog()
{
    const Supervisor supervisor(path());
    ServiceNotifier notifier(supervisor.environment(100ms));
    QCOMPARE(notifier.watchdogInterval(), 50ms);
    QTest::qWait(80); // nothing before it is ready: there is no end to how long a start may take
    QCOMPARE(supervisor.next(), QByteArray());
    notifier.ready();
    QCOMPARE(supervisor.next(), QByteArray("READY=1"));
    QElapsedTimer timer;
    timer.start();
    int fed = 0;
    QTRY_VERIFY((fed += int(supervisor.all().count("WATCHDOG=1"))) >= 4);
    QVERIFY2(timer.elapsed() >= 150, QByteArray::number(timer.elapsed()));
}

void tst_ServiceNotifier::watchdogNoticesAHungLoop()
{
    const Supervisor supervisor(path());
    ServiceNotifier notifier(supervisor.environment(20ms));
    notifier.ready();
    QByteArrayList said;
    QTRY_VERIFY((said += supervisor.all()).contains("WATCHDOG=1"));
    static_cast<void>(supervisor.all());
    QTest::qSleep(100); // the loop hangs
    QCOMPARE(supervisor.next(), QByteArray());
}

// A hung successor must not be covered by a predecessor that is still draining.
void tst_ServiceNotifier::successorTakesOver()
{
    const Supervisor supervisor(path());
    ServiceNotifier notifier(supervisor.environment(20ms));
    notifier.ready();
    QByteArrayList said;
    QTRY_VERIFY((said += supervisor.all()).contains("WATCHDOG=1"));
    static_cast<void>(supervisor.all());
    notifier.setMainPid(1);
    notifier.setStatus(u"draining"_s);
    notifier.ready();
    notifier.stopping();
    QTest::qWait(100);
    QCOMPARE(supervisor.all(), QByteArrayList{"MAINPID=1"});
}

// Everything arrives, in order, once the supervisor reads again.
void tst_ServiceNotifier::fullQueue()
{
    const Supervisor supervisor(path());
    ServiceNotifier notifier(supervisor.environment());
    constexpr int count = 60;
    for (int i = 0; i < count; ++i)
        notifier.setStatus(QString::number(i));
    QByteArrayList received;
    QTRY_VERIFY((received += supervisor.all()).size() >= count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(received.at(i), "STATUS=" + QByteArray::number(i));
}

void tst_ServiceNotifier::supervisorIsGone()
{
    Supervisor supervisor(path());
    ServiceNotifier notifier(supervisor.environment(20ms));
    notifier.ready();
    supervisor.close();
    for (int i = 0; i < 200; ++i)
        notifier.setStatus(QString::number(i));
    notifier.stopping();
    QVERIFY(notifier.isActive());
}

void tst_ServiceNotifier::environment_data()
{
    QTest::addColumn<QByteArray>("microseconds");
    QTest::addColumn<QByteArray>("pid");
    QTest::addColumn<qint64>("watchdog");
    const QByteArray own = QByteArray::number(qint64(::getpid()));
    QTest::newRow("ours") << QByteArray("3000000") << own << qint64(3000000);
    QTest::newRow("whoever reads it") << QByteArray("3000000") << QByteArray() << qint64(3000000);
    QTest::newRow("another process's") << QByteArray("3000000") << QByteArray("1") << qint64(0);
    QTest::newRow("none") << QByteArray() << own << qint64(0);
    QTest::newRow("no number") << QByteArray("soon") << own << qint64(0);
    QTest::newRow("negative") << QByteArray("-5") << own << qint64(0);
}

void tst_ServiceNotifier::environment()
{
    QFETCH(const QByteArray, microseconds);
    QFETCH(const QByteArray, pid);
    qputenv("NOTIFY_SOCKET", "/some/where");
    qputenv("WATCHDOG_USEC", microseconds);
    qputenv("WATCHDOG_PID", pid);
    const auto environment = ServiceNotifier::Environment::take(7);
    QTEST(qint64(environment.watchdog.count()), "watchdog");
    QCOMPARE(environment.socket, QByteArray("/some/where"));
    QCOMPARE(environment.descriptor, 7);
    for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
        QVERIFY2(!qEnvironmentVariableIsSet(name), name);
}

void tst_ServiceNotifier::successor()
{
    QCOMPARE(ServiceNotifier({"/x", 5000us, -1}).successorEnvironment(),
             (QByteArrayList{"NOTIFY_SOCKET=/x", "WATCHDOG_USEC=5000"}));
    QCOMPARE(ServiceNotifier({}).successorEnvironment(), QByteArrayList());
}

void tst_ServiceNotifier::badSocket_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("relative") << QByteArray("notify") << ErrorCode::InvalidAddress;
    QTest::newRow("empty abstract") << QByteArray("@") << ErrorCode::InvalidAddress;
    QTest::newRow("another family") << QByteArray("vsock:2:1234") << ErrorCode::InvalidAddress;
    QTest::newRow("too long") << QByteArray(108, '/') << ErrorCode::InvalidAddress;
    QTest::newRow("nobody there") << QByteArray("/nonexistent/notify") << ErrorCode::NotRunning;
}

void tst_ServiceNotifier::badSocket()
{
    QFETCH(const QByteArray, name);
    ServiceNotifier notifier({name, 1000000us, -1});
    QVERIFY(!notifier.isActive());
    QVERIFY(!notifier.state());
    QTEST(notifier.state().error().code(), "code");
    notifier.ready(); // nothing happens
}

void tst_ServiceNotifier::withoutASupervisor()
{
    ServiceNotifier notifier({});
    QVERIFY(notifier.state());
    QVERIFY(!notifier.isActive());
    QCOMPARE(notifier.watchdogInterval(), 0ms);
    notifier.ready(u"x"_s);
    notifier.stopping();
}

// As s6 has it: one line feed, then the end.
void tst_ServiceNotifier::descriptor()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_NONBLOCK), 0);
    const FileDescriptor readEnd(ends[0]);
    ServiceNotifier notifier({{}, 0us, ends[1]});
    QVERIFY((::fcntl(ends[1], F_GETFD) & FD_CLOEXEC) != 0);
    char byte = 0;
    QCOMPARE(::read(readEnd.get(), &byte, 1), ssize_t(-1));
    notifier.ready();
    notifier.ready();
    QCOMPARE(::read(readEnd.get(), &byte, 1), ssize_t(1));
    QCOMPARE(byte, '\n');
    QCOMPARE(::read(readEnd.get(), &byte, 1), ssize_t(0));
}

QTEST_GUILESS_MAIN(tst_ServiceNotifier)

#include "tst_servicenotifier.moc"
