#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/service/process/signalrouter.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <memory>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_SignalRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everySignal_data();
    void everySignal();
    void terminationsAreCounted();
    void othersAreCollected();
    void togglesCancelEachOther();
    void otherThreadsDoNotTakeThem();
    void brokenPipeIsIgnored();
    void storm();

private:
    std::unique_ptr<SignalRouter> m_router;
};

void tst_SignalRouter::init()
{
    m_router = std::make_unique<SignalRouter>();
    QVERIFY(m_router->isActive());
}

void tst_SignalRouter::cleanup() { m_router.reset(); }

void tst_SignalRouter::everySignal_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("terminations");
    QTest::addColumn<int>("reloads");
    QTest::addColumn<int>("dumps");
    QTest::addColumn<int>("toggles");
    QTest::newRow("SIGTERM") << SIGTERM << 1 << 0 << 0 << 0;
    QTest::newRow("SIGINT") << SIGINT << 1 << 0 << 0 << 0;
    QTest::newRow("SIGHUP") << SIGHUP << 0 << 1 << 0 << 0;
    QTest::newRow("SIGUSR1") << SIGUSR1 << 0 << 0 << 1 << 0;
    QTest::newRow("SIGUSR2") << SIGUSR2 << 0 << 0 << 0 << 1;
}

void tst_SignalRouter::everySignal()
{
    QFETCH(const int, number);
    const QSignalSpy terminations(m_router.get(), &SignalRouter::terminateRequested);
    const QSignalSpy reloads(m_router.get(), &SignalRouter::reloadRequested);
    const QSignalSpy dumps(m_router.get(), &SignalRouter::dumpRequested);
    const QSignalSpy toggles(m_router.get(), &SignalRouter::debugToggled);
    QCOMPARE(::kill(::getpid(), number), 0);
    QTRY_COMPARE(terminations.size() + reloads.size() + dumps.size() + toggles.size(), 1);
    QTEST(int(terminations.size()), "terminations");
    QTEST(int(reloads.size()), "reloads");
    QTEST(int(dumps.size()), "dumps");
    QTEST(int(toggles.size()), "toggles");
    if (!terminations.isEmpty())
        QCOMPARE(terminations.constFirst(), (QVariantList{number, 1}));
}

void tst_SignalRouter::terminationsAreCounted()
{
    const QSignalSpy terminations(m_router.get(), &SignalRouter::terminateRequested);
    ::kill(::getpid(), SIGTERM);
    QTRY_COMPARE(terminations.size(), 1);
    ::kill(::getpid(), SIGINT);
    QTRY_COMPARE(terminations.size(), 2);
    QCOMPARE(terminations.at(1), (QVariantList{SIGINT, 2}));
    QCOMPARE(m_router->terminateCount(), 2);
}

// Whoever sends many gets one answer at once and one for all the rest.
void tst_SignalRouter::othersAreCollected()
{
    const QSignalSpy reloads(m_router.get(), &SignalRouter::reloadRequested);
    QElapsedTimer timer;
    timer.start();
    ::kill(::getpid(), SIGHUP);
    QTRY_COMPARE(reloads.size(), 1);
    for (int i = 0; i < 1000; ++i) {
        ::kill(::getpid(), SIGHUP);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(reloads.size() > 1);
    const qint64 quietTimes = timer.elapsed() / SignalRouter::quietTime.count();
    QVERIFY2(reloads.size() <= 2 + quietTimes, QByteArray::number(qint64(reloads.size())));
}

void tst_SignalRouter::togglesCancelEachOther()
{
    const QSignalSpy toggles(m_router.get(), &SignalRouter::debugToggled);
    const QSignalSpy dumps(m_router.get(), &SignalRouter::dumpRequested);
    ::kill(::getpid(), SIGUSR2);
    QTRY_COMPARE(toggles.size(), 1);
    // Both within the quiet time, read one by one.
    for (int i = 0; i < 2; ++i) {
        ::kill(::getpid(), SIGUSR2);
        QCoreApplication::processEvents();
    }
    ::kill(::getpid(), SIGUSR1);
    QTRY_COMPARE(dumps.size(), 1);
    QCOMPARE(toggles.size(), 1);
}

void tst_SignalRouter::otherThreadsDoNotTakeThem()
{
    QThread thread;
    thread.start();
    qsizetype blocked = 0;
    const QRegularExpression mask(u"^SigBlk:\\s*([0-9a-f]+)$"_s, QRegularExpression::MultilineOption);
    const QDir tasks(u"/proc/self/task"_s);
    const QStringList ids = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        QFile status(tasks.filePath(id + u"/status"_s));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const quint64 bits =
            mask.match(QString::fromLatin1(status.readAll())).captured(1).toULongLong(nullptr, 16);
        const bool hasTerm = (bits & (1ULL << (SIGTERM - 1))) != 0;
        const bool hasToggle = (bits & (1ULL << (SIGUSR2 - 1))) != 0;
        blocked += hasTerm && hasToggle ? 1 : 0;
    }
    thread.quit();
    thread.wait();
    QVERIFY(ids.size() >= 2);
    QCOMPARE(blocked, ids.size());
}

void tst_SignalRouter::brokenPipeIsIgnored()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    ::close(ends[0]);
    QCOMPARE(::write(ends[1], "x", 1), ssize_t(-1));
    ::close(ends[1]);
}

// Two senders as fast as they can, while the loop has something else to do: it goes on, and SIGTERM arrives.
void tst_SignalRouter::storm()
{
    constexpr int signalsPerSender = 50000;
    const QSignalSpy terminations(m_router.get(), &SignalRouter::terminateRequested);
    const QSignalSpy dumps(m_router.get(), &SignalRouter::dumpRequested);
    QList<pid_t> senders;
    const pid_t receiver = ::getpid();
    for (int sender = 0; sender < 2; ++sender) {
        const pid_t pid = ::fork();
        QVERIFY(pid >= 0);
        if (pid == 0) {
            const int kinds[] = {SIGHUP, SIGUSR1, SIGUSR2, SIGPIPE};
            for (int i = 0; i < signalsPerSender; ++i)
                ::kill(receiver, kinds[i % 4]);
            ::_exit(0);
        }
        senders.append(pid);
    }
    int turns = 0;
    QTimer other;
    connect(&other, &QTimer::timeout, this, [&turns] { ++turns; });
    other.start(1);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(
        [&senders] {
            senders.removeIf([](pid_t pid) { return ::waitpid(pid, nullptr, WNOHANG) == pid; });
            return senders.isEmpty();
        }(),
        30000);
    const qint64 elapsed = timer.elapsed();
    QVERIFY2(turns > elapsed / 50, QByteArray::number(turns));
    QVERIFY(!dumps.isEmpty());
    QVERIFY(dumps.size() <= elapsed / SignalRouter::quietTime.count() + 2);
    QCOMPARE(terminations.size(), 0);
    ::kill(receiver, SIGTERM);
    QTRY_COMPARE(terminations.size(), 1);
}

// The loop of daemon-rpcd; and Qt Test has a thread of its own that would take the signals.
int main(int argc, char **argv)
{
    sigset_t routed;
    ::sigemptyset(&routed);
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2})
        ::sigaddset(&routed, number);
    ::pthread_sigmask(SIG_BLOCK, &routed, nullptr);
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    tst_SignalRouter test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_signalrouter.moc"
