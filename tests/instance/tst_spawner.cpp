#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/instance/spawner.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

/// Whether this process has a child, dead or alive.
static bool hasChildren()
{
    siginfo_t information = {};
    return ::waitid(P_ALL, 0, &information, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/// The error of the first signal. Not QVariant::value(): there is no default Error.
static Error errorIn(const QSignalSpy &spy)
{
    const QVariant argument = spy.first().first();
    return argument.metaType() == QMetaType::fromType<Error>()
               ? *static_cast<const Error *>(argument.constData())
               : Error(ErrorCode::Internal, QStringLiteral("the signal carries no Error"));
}

class tst_Spawner : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init();
    void cleanup();
    void outcome_data();
    void outcome();
    void startIsAsynchronous();
    void daemonIsDetached();
    void signalsAreReset();
    void argumentsAreExact();
    void relativeProgram();
    void programInPath();
    void logIsAppended();
    void logIsQuoted();
    void unusableLog_data();
    void unusableLog();
    void withoutLog();
    void destroyedWhileStarting();
    void destroyedAtOnce();
    void destroyedInItsSignal();
    void worksInAnotherThread();
    void successorInherits();
    void failedSuccessorIsKilled_data();
    void failedSuccessorIsKilled();
    void abortKills_data();
    void abortKills();
    void abortAfterTheEnd();

private:
    [[nodiscard]] SpawnRequest request(const QByteArray &mode, const QByteArray &extra = "x") const
    {
        return {QStringLiteral(INSTANCE_HELPER),
                {"daemon", mode, QFile::encodeName(m_report), extra},
                m_log,
                std::chrono::milliseconds(20s)};
    }

    /// What the daemon said of itself; empty before it did.
    [[nodiscard]] QHash<QByteArray, QByteArray> report() const
    {
        QHash<QByteArray, QByteArray> values;
        QFile file(m_report);
        if (file.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> lines = file.readAll().split('\n');
            for (const QByteArray &line : lines)
                values.insert(line.left(line.indexOf('=')), line.mid(line.indexOf('=') + 1));
        }
        return values;
    }

    [[nodiscard]] pid_t daemonPid() const { return report().value("pid").toInt(); }

    [[nodiscard]] bool isDaemonAlive() const
    {
        // Not kill(pid, 0): a zombie would count.
        QFile status(QStringLiteral("/proc/%1/stat").arg(daemonPid()));
        if (daemonPid() <= 0 || !status.open(QIODevice::ReadOnly))
            return false;
        // Nothing can be read of a process that is reaped between the two calls.
        const QByteArray text = status.readAll();
        return !text.isEmpty() && !text.contains(") Z ") && !text.contains(") X ");
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_report;
    QString m_log;
};

void tst_Spawner::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_report = m_directory->filePath(QStringLiteral("report"));
    m_log = m_directory->filePath(QStringLiteral("daemon-rpc-a.log"));
}

void tst_Spawner::cleanup()
{
    if (const pid_t pid = daemonPid(); pid > 0 && isDaemonAlive()) {
        QCOMPARE(::kill(pid, SIGKILL), 0);
        QTRY_VERIFY(!isDaemonAlive());
    }
    QVERIFY2(!hasChildren(), "starting leaves no child behind");
}

void tst_Spawner::outcome_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<int>("timeoutMs");
    QTest::addColumn<QString>("signal");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<bool>("staysAlive");
    const int spawnFailed = int(ErrorCode::SpawnFailed);
    const int timeout = int(ErrorCode::Timeout);
    using Parts = QStringList;
    const auto text = [](const char *part) { return QString::fromLatin1(part); };
    QTest::newRow("ready") << QByteArray("ready") << 20000 << "ready" << 0 << Parts() << true;
    QTest::newRow("background") << QByteArray("background") << 20000 << "ready" << 0 << Parts() << true;
    QTest::newRow("already") << QByteArray("already") << 20000 << "already" << 0
                             << Parts{text("pid 7, since then")} << false;
    QTest::newRow("failed") << QByteArray("failed") << 20000 << "failed" << spawnFailed
                            << Parts{text("bad configuration\nin line 3"), text("exit code 3"),
                                     text("cannot read the configuration"), text("daemon-rpc-a.log")}
                            << false;
    QTest::newRow("dies silently") << QByteArray("silent") << 20000 << "failed" << spawnFailed
                                   << Parts{text("exit code 4"), text("a last word"),
                                            text("daemon-rpc-a.log")}
                                   << false;
    QTest::newRow("crashes") << QByteArray("crash") << 20000 << "failed" << spawnFailed
                             << Parts{text("killed by signal 9"), text("wrote nothing to its log")} << false;
    QTest::newRow("closes its channel")
        << QByteArray("closes") << 20000 << "failed" << spawnFailed << Parts{text("still running")} << true;
    QTest::newRow("hangs") << QByteArray("hang") << 300 << "failed" << timeout
                           << Parts{text("300 ms"), text("still running"), text("--spawn-timeout")} << true;
    QTest::newRow("speaks another language")
        << QByteArray("garbage") << 20000 << "failed" << spawnFailed << Parts{text("\"hello\"")} << false;
    QTest::newRow("floods") << QByteArray("flood") << 20000 << "failed" << spawnFailed
                            << Parts{text("does not speak")} << false;
}

void tst_Spawner::outcome()
{
    QFETCH(QByteArray, mode);
    QFETCH(int, timeoutMs);
    QFETCH(QString, signal);
    QFETCH(int, code);
    QFETCH(QStringList, parts);
    QFETCH(bool, staysAlive);

    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    QSignalSpy already(&spawner, &Spawner::alreadyRunning);
    QSignalSpy failed(&spawner, &Spawner::failed);
    const auto count = [&] { return ready.count() + already.count() + failed.count(); };
    SpawnRequest wanted = request(mode);
    wanted.timeout = std::chrono::milliseconds(timeoutMs);
    spawner.start(wanted);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 1, 25000);

    const QSignalSpy &expected = signal == u"ready" ? ready : signal == u"already" ? already : failed;
    QString text;
    if (!failed.isEmpty())
        text = errorIn(failed).message();
    else if (!already.isEmpty())
        text = already.first().first().toString();
    QVERIFY2(expected.count() == 1, qPrintable(text));
    for (const QString &part : parts)
        QVERIFY2(text.contains(part), qPrintable(text));
    if (!failed.isEmpty())
        QCOMPARE(int(errorIn(failed).code()), code);
    QTRY_COMPARE(isDaemonAlive(), staysAlive);
    QVERIFY(!hasChildren());
    QCOMPARE(count(), 1);
    QCOMPARE(isDaemonAlive(), staysAlive);
}

void tst_Spawner::startIsAsynchronous()
{
    Spawner spawner;
    QSignalSpy failed(&spawner, &Spawner::failed);
    SpawnRequest wanted = request("ready");
    wanted.program = m_directory->filePath(QStringLiteral("no-such-program"));
    spawner.start(wanted);
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE(failed.count(), 1);
    const Error error = errorIn(failed);
    QCOMPARE(error.code(), ErrorCode::SpawnFailed);
    QVERIFY2(error.message().contains(u"no-such-program") && error.message().contains(u"No such file"),
             qPrintable(error.message()));
}

void tst_Spawner::daemonIsDetached()
{
    // A descriptor that would be inherited.
    const int leaked = ::open("/dev/null", O_RDONLY);
    QVERIFY(leaked >= 0);
    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    spawner.start(request("ready"));
    QTRY_COMPARE(ready.count(), 1);
    ::close(leaked);
    const QHash<QByteArray, QByteArray> said = report();
    QCOMPARE(said.value("session"), said.value("pid"));
    QVERIFY(said.value("session").toInt() != ::getsid(0));
    QCOMPARE(said.value("directory"), QByteArray("/"));
    QCOMPARE(said.value("input"), QByteArray("/dev/null"));
    QCOMPARE(said.value("output"), QFile::encodeName(m_log));
    const QList<QByteArray> descriptors = said.value("descriptors").split(' ');
    QVERIFY2(descriptors.size() == 4 && descriptors.mid(0, 3).join(' ') == "0 1 2",
             said.value("descriptors").constData());
    QCOMPARE(QFileInfo(m_log).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void tst_Spawner::signalsAreReset()
{
    sigset_t blocked;
    sigset_t before;
    ::sigemptyset(&blocked);
    ::sigaddset(&blocked, SIGTERM);
    ::sigaddset(&blocked, SIGUSR1);
    ::pthread_sigmask(SIG_BLOCK, &blocked, &before);
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGHUP, SIG_IGN);
    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    spawner.start(request("ready"));
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGHUP, SIG_DFL);
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(report().value("signals"), QByteArray());
}

void tst_Spawner::argumentsAreExact()
{
    const QByteArray odd = "\xff\xfe \"quoted\" $HOME\n\xc3\xa4";
    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    spawner.start(request("ready", odd));
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(QByteArray::fromHex(report().value("arguments")), odd);
}

void tst_Spawner::relativeProgram()
{
    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    SpawnRequest wanted = request("ready");
    wanted.program = QDir::current().relativeFilePath(wanted.program);
    if (!wanted.program.contains(u'/'))
        wanted.program.prepend(QLatin1String("./"));
    spawner.start(wanted);
    QTRY_COMPARE(ready.count(), 1);
}

void tst_Spawner::programInPath()
{
    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    SpawnRequest wanted = request("ready");
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(QFileInfo(wanted.program).path()) + ':' + path);
    wanted.program = QFileInfo(wanted.program).fileName();
    spawner.start(wanted);
    qputenv("PATH", path);
    QTRY_COMPARE(ready.count(), 1);

    Spawner other;
    QSignalSpy failed(&other, &Spawner::failed);
    wanted.program = QStringLiteral("no-such-program-anywhere");
    other.start(wanted);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(errorIn(failed).message().contains(u"PATH"));
}

void tst_Spawner::logIsAppended()
{
    QFile log(m_log);
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("an old line\n");
    log.close();
    Spawner spawner;
    QSignalSpy failed(&spawner, &Spawner::failed);
    spawner.start(request("silent"));
    QTRY_COMPARE(failed.count(), 1);
    const QString message = errorIn(failed).message();
    QVERIFY2(message.contains(u"a last word") && !message.contains(u"an old line"), qPrintable(message));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QCOMPARE(log.readAll(), QByteArray("an old line\na last word\n"));
}

void tst_Spawner::logIsQuoted()
{
    for (const QByteArray &mode : {QByteArray("chatty"), QByteArray("torn")}) {
        Spawner spawner;
        QSignalSpy failed(&spawner, &Spawner::failed);
        spawner.start(request(mode));
        QTRY_COMPARE(failed.count(), 1);
        const QString message = errorIn(failed).message();
        const QStringList lines = message.split(u'\n').mid(1);
        if (mode == "chatty") {
            QCOMPARE(lines.size(), Spawner::maxLogLines);
            QCOMPARE(lines.first().trimmed(), QStringLiteral("line 281"));
            QCOMPARE(lines.last().trimmed(), QStringLiteral("line 300"));
        } else {
            QCOMPARE(lines, QStringList{QStringLiteral("  short")});
        }
    }
}

void tst_Spawner::unusableLog_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("link") << "link" << int(ErrorCode::UnsafeDirectory);
    QTest::newRow("directory") << "directory" << int(ErrorCode::IoError);
    QTest::newRow("fifo") << "fifo" << int(ErrorCode::UnsafeDirectory);
    QTest::newRow("no directory") << "missing" << int(ErrorCode::SpawnFailed);
}

void tst_Spawner::unusableLog()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    if (kind == u"link")
        QVERIFY(QFile::link(m_directory->filePath(QStringLiteral("elsewhere")), m_log));
    else if (kind == u"directory")
        QVERIFY(QDir().mkdir(m_log));
    else if (kind == u"fifo")
        QCOMPARE(::mkfifo(QFile::encodeName(m_log).constData(), 0600), 0);
    else
        m_log = m_directory->filePath(QStringLiteral("no/such.log"));
    Spawner spawner;
    QSignalSpy failed(&spawner, &Spawner::failed);
    spawner.start(request("ready"));
    QTRY_COMPARE(failed.count(), 1);
    const Error error = errorIn(failed);
    QVERIFY2(int(error.code()) == code && error.message().contains(m_log), qPrintable(error.message()));
    QVERIFY2(report().isEmpty(), "nothing was started");
    QVERIFY(!QFile::exists(m_directory->filePath(QStringLiteral("elsewhere"))));
}

void tst_Spawner::withoutLog()
{
    Spawner spawner;
    QSignalSpy failed(&spawner, &Spawner::failed);
    SpawnRequest wanted = request("silent");
    wanted.logPath.clear();
    spawner.start(wanted);
    QTRY_COMPARE(failed.count(), 1);
    const QString message = errorIn(failed).message();
    QVERIFY2(message.contains(u"exit code 4") && !message.contains(u"log"), qPrintable(message));
}

void tst_Spawner::destroyedWhileStarting()
{
    auto spawner = std::make_unique<Spawner>();
    spawner->start(request("hang"));
    QTRY_VERIFY(isDaemonAlive());
    QElapsedTimer timer;
    timer.start();
    spawner.reset();
    QVERIFY2(timer.elapsed() < 1000, "destruction must not wait for the daemon");
    QVERIFY(!hasChildren());
    QVERIFY(isDaemonAlive());
}

void tst_Spawner::destroyedAtOnce()
{
    constexpr int starts = 10;
    for (int i = 0; i < starts; ++i) {
        Spawner spawner;
        spawner.start(request("silent"));
    }
    QVERIFY(!hasChildren());
    const auto lastWords = [this] {
        QFile log(m_log);
        return log.open(QIODevice::ReadOnly) ? log.readAll().count("a last word") : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(lastWords(), starts, 20000); // each of them went on alone
    const Spawner never;                                   // not started at all
}

void tst_Spawner::destroyedInItsSignal()
{
    for (const QByteArray &mode : {QByteArray("already"), QByteArray("failed")}) {
        auto *spawner = new Spawner;
        int signalCount = 0;
        const auto destroy = [&] {
            ++signalCount;
            delete spawner;
        };
        connect(spawner, &Spawner::alreadyRunning, this, destroy);
        connect(spawner, &Spawner::failed, this, destroy);
        spawner->start(request(mode));
        QTRY_COMPARE(signalCount, 1);
    }
}

void tst_Spawner::worksInAnotherThread()
{
    QThread thread;
    thread.start();
    auto *spawner = new Spawner;
    QSignalSpy ready(spawner, &Spawner::ready);
    spawner->moveToThread(&thread);
    QMetaObject::invokeMethod(spawner, [this, spawner] { spawner->start(request("ready")); });
    QTRY_COMPARE(ready.count(), 1);
    spawner->deleteLater();
    thread.quit();
    QVERIFY(thread.wait());
    QVERIFY(isDaemonAlive());
    // The stand-in may have lost its thread before it was reaped; that is left to the end of this process.
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {}
}

void tst_Spawner::successorInherits()
{
    std::array<int, 2> pipe = {-1, -1};
    QCOMPARE(::pipe2(pipe.data(), O_CLOEXEC), 0);
    const FileDescriptor reading(pipe[0]);
    FileDescriptor writing(pipe[1]);
    const FileDescriptor output(
        ::open(QFile::encodeName(m_directory->filePath(QStringLiteral("output"))).constData(),
               O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    SpawnRequest wanted = request("ready");
    wanted.inherited = {reading.get(), writing.get()};
    wanted.output = output.get();
    spawner.start(wanted);
    QTRY_COMPARE(ready.count(), 1);
    const QList<QByteArray> descriptors = report().value("descriptors").split(' ');
    QCOMPARE(descriptors.size(), 6); // 0 1 2, the two, the readiness channel
    QVERIFY(descriptors.contains(QByteArray::number(reading.get())));
    QVERIFY(descriptors.contains(QByteArray::number(writing.get())));
    QCOMPARE(report().value("output"), QFile::encodeName(m_directory->filePath(QStringLiteral("output"))));
    // Here they stay as they were.
    QCOMPARE(::fcntl(reading.get(), F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    // The successor alone keeps the pipe open, not the witness.
    writing.reset();
    char byte = 0;
    ::fcntl(reading.get(), F_SETFL, O_NONBLOCK);
    QCOMPARE(::read(reading.get(), &byte, 1), ssize_t(-1));
    ::kill(daemonPid(), SIGKILL);
    QTRY_COMPARE(::read(reading.get(), &byte, 1), ssize_t(0));
}

void tst_Spawner::failedSuccessorIsKilled_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<int>("timeoutMs");
    QTest::newRow("hangs") << QByteArray("hang") << 300;
    QTest::newRow("hangs below a script") << QByteArray("wraps") << 300;
    QTest::newRow("closes its channel") << QByteArray("closes") << 20000;
}

void tst_Spawner::failedSuccessorIsKilled()
{
    QFETCH(const QByteArray, mode);
    QFETCH(const int, timeoutMs);
    Spawner spawner;
    QSignalSpy failed(&spawner, &Spawner::failed);
    SpawnRequest wanted = request(mode);
    wanted.timeout = std::chrono::milliseconds(timeoutMs);
    wanted.killsOnFailure = true;
    spawner.start(wanted);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY2(errorIn(failed).message().contains(u"has been killed"), qPrintable(errorIn(failed).message()));
    QTRY_VERIFY(daemonPid() > 0 && !isDaemonAlive());
}

void tst_Spawner::abortKills_data()
{
    QTest::addColumn<bool>("kills");
    QTest::newRow("kills") << true;
    QTest::newRow("leaves alone") << false;
}

void tst_Spawner::abortKills()
{
    QFETCH(const bool, kills);
    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    QSignalSpy failed(&spawner, &Spawner::failed);
    SpawnRequest wanted = request("hang");
    wanted.killsOnFailure = kills;
    spawner.start(wanted);
    QTRY_VERIFY(isDaemonAlive());
    spawner.abort();
    QTRY_COMPARE(isDaemonAlive(), !kills);
    QCOMPARE(ready.count() + failed.count(), 0);
}

void tst_Spawner::abortAfterTheEnd()
{
    Spawner spawner;
    QSignalSpy ready(&spawner, &Spawner::ready);
    SpawnRequest wanted = request("ready");
    wanted.killsOnFailure = true;
    spawner.start(wanted);
    QTRY_COMPARE(ready.count(), 1);
    spawner.abort();
    QVERIFY(isDaemonAlive()); // it has succeeded
}

QTEST_GUILESS_MAIN(tst_Spawner)
#include "tst_spawner.moc"
