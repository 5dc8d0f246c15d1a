#include <daemonrpc/instance/bindingwatch.h>
#include <daemonrpc/instance/instancelock.h>
#include <daemonrpc/instance/socketbinding.h>

#include <QAbstractEventDispatcher>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <optional>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace DaemonRpc;

Q_DECLARE_METATYPE(BindingWatch::Mechanism)

class tst_BindingWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void loses_data();
    void loses();
    void losesDuringStart();
    void ignoresHarmlessChanges();
    void ignoresForeignFiles();
    void stops();
    void startsAgain();
    void pollsWithoutDescriptors();
    void deletedInItsSignal();
    void worksInAnotherThread();

private:
    void bind()
    {
        Result<InstanceLock> lock = InstanceLock::acquire(m_lockPath);
        QVERIFY(lock);
        m_lock.emplace(std::move(*lock));
        Result<SocketBinding> socket = SocketBinding::bind(m_socketPath);
        QVERIFY(socket);
        m_socket.emplace(std::move(*socket));
    }

    /// Does the damage called @p what.
    void harm(const QString &what)
    {
        QFile other(m_directory + QStringLiteral("/other"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        if (what == u"socket deleted")
            QVERIFY(QFile::remove(m_socketPath));
        else if (what == u"lock deleted")
            QVERIFY(QFile::remove(m_lockPath));
        else if (what == u"socket renamed")
            QVERIFY(QFile::rename(m_socketPath, m_socketPath + u'2'));
        else if (what == u"lock replaced")
            QCOMPARE(::rename(QFile::encodeName(other.fileName()).constData(),
                              QFile::encodeName(m_lockPath).constData()),
                     0);
        else if (what == u"directory deleted")
            QVERIFY(QDir(m_directory).removeRecursively());
        else if (what == u"directory renamed")
            QVERIFY(QDir().rename(m_directory, m_directory + u'2'));
        else
            QFAIL("unknown damage");
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_directory;
    QString m_socketPath;
    QString m_lockPath;
    std::optional<InstanceLock> m_lock;
    std::optional<SocketBinding> m_socket;
};

void tst_BindingWatch::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_temporary = std::make_unique<QTemporaryDir>();
    m_directory = m_temporary->filePath(QStringLiteral("run"));
    QVERIFY(QDir().mkdir(m_directory));
    m_socketPath = m_directory + QStringLiteral("/daemon-rpc-a.sock");
    m_lockPath = m_directory + QStringLiteral("/daemon-rpc-a.lock");
    bind();
}

void tst_BindingWatch::cleanup()
{
    m_socket.reset();
    m_lock.reset();
}

void tst_BindingWatch::loses_data()
{
    QTest::addColumn<BindingWatch::Mechanism>("mechanism");
    QTest::addColumn<QString>("damage");
    for (const char *damage : {"socket deleted", "lock deleted", "socket renamed", "lock replaced",
                               "directory deleted", "directory renamed"}) {
        QTest::addRow("%s", damage) << BindingWatch::Mechanism::Automatic << damage;
    }
    QTest::newRow("polling, socket deleted") << BindingWatch::Mechanism::Polling << "socket deleted";
    QTest::newRow("polling, directory renamed") << BindingWatch::Mechanism::Polling << "directory renamed";
}

void tst_BindingWatch::loses()
{
    QFETCH(BindingWatch::Mechanism, mechanism);
    QFETCH(QString, damage);
    BindingWatch watch(nullptr, mechanism);
    QSignalSpy lost(&watch, &BindingWatch::lost);
    watch.start(*m_socket, *m_lock);
#ifdef Q_OS_LINUX
    QCOMPARE(watch.isPolling(), mechanism == BindingWatch::Mechanism::Polling);
#endif
    QCoreApplication::processEvents();
    QCOMPARE(lost.count(), 0);
    harm(damage);
    QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 10000);
    QVERIFY(!watch.isWatching() && !watch.isPolling());
    QCoreApplication::processEvents();
    QCOMPARE(lost.count(), 1);
}

void tst_BindingWatch::losesDuringStart()
{
    QVERIFY(QFile::remove(m_socketPath));
    BindingWatch watch;
    QSignalSpy lost(&watch, &BindingWatch::lost);
    watch.start(*m_socket, *m_lock);
    QCOMPARE(lost.count(), 0);
    QTRY_COMPARE(lost.count(), 1);
}

void tst_BindingWatch::ignoresHarmlessChanges()
{
    BindingWatch watch;
    QSignalSpy lost(&watch, &BindingWatch::lost);
    watch.start(*m_socket, *m_lock);
    QCOMPARE(::chmod(QFile::encodeName(m_socketPath).constData(), 0640), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_directory).constData(), 0711), 0);
    QVERIFY(m_lock->recordHandOver(std::chrono::milliseconds(5)));
    QFile other(m_directory + QStringLiteral("/other"));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.remove());
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(lost.count(), 0);
    QVERIFY(watch.isWatching());
    QVERIFY(QFile::remove(m_socketPath));
    QTRY_COMPARE(lost.count(), 1);
}

void tst_BindingWatch::ignoresForeignFiles()
{
#ifdef Q_OS_LINUX
    BindingWatch watch;
    watch.start(*m_socket, *m_lock);
    QCoreApplication::processEvents();
    for (int i = 0; i < 50; ++i) {
        QFile file(m_directory + QStringLiteral("/busy%1").arg(i));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
        file.close();
        QVERIFY(file.remove());
    }
    QVERIFY2(!QCoreApplication::eventDispatcher()->processEvents(QEventLoop::ExcludeUserInputEvents),
             "foreign files must not wake the daemon");
#else
    QSKIP("polling does not listen to files");
#endif
}

void tst_BindingWatch::stops()
{
    BindingWatch watch;
    QSignalSpy lost(&watch, &BindingWatch::lost);
    watch.start(*m_socket, *m_lock);
    watch.stop();
    QVERIFY(!watch.isWatching());
    QVERIFY(QFile::remove(m_socketPath));
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(lost.count(), 0);
}

void tst_BindingWatch::startsAgain()
{
    BindingWatch watch;
    QSignalSpy lost(&watch, &BindingWatch::lost);
    for (int round = 1; round <= 3; ++round) {
        watch.start(*m_socket, *m_lock);
        QVERIFY(QFile::remove(m_socketPath));
        QTRY_COMPARE(lost.count(), round);
        Result<SocketBinding> socket = SocketBinding::bind(m_socketPath);
        QVERIFY(socket);
        m_socket.emplace(std::move(*socket));
    }
}

void tst_BindingWatch::pollsWithoutDescriptors()
{
#ifdef Q_OS_LINUX
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    BindingWatch watch;
    QSignalSpy lost(&watch, &BindingWatch::lost);
    const rlimit none = {0, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    watch.start(*m_socket, *m_lock);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(watch.isPolling());
    QVERIFY(QFile::remove(m_socketPath));
    QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 10000);
#else
    QSKIP("polling is the only mechanism here");
#endif
}

void tst_BindingWatch::deletedInItsSignal()
{
    auto *watch = new BindingWatch;
    bool isDeleted = false;
    connect(watch, &QObject::destroyed, this, [&isDeleted] { isDeleted = true; });
    connect(watch, &BindingWatch::lost, this, [watch] { delete watch; });
    watch->start(*m_socket, *m_lock);
    QCoreApplication::processEvents();
    QVERIFY(QFile::remove(m_socketPath));
    QTRY_VERIFY(isDeleted);
}

void tst_BindingWatch::worksInAnotherThread()
{
    for (const auto mechanism : {BindingWatch::Mechanism::Automatic, BindingWatch::Mechanism::Polling}) {
        QThread thread;
        thread.start();
        auto *watch = new BindingWatch(nullptr, mechanism);
        QSignalSpy lost(watch, &BindingWatch::lost);
        watch->moveToThread(&thread);
        QMetaObject::invokeMethod(
            watch, [this, watch] { watch->start(*m_socket, *m_lock); }, Qt::BlockingQueuedConnection);
        QVERIFY(m_socket->remove());
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 10000);
        watch->deleteLater();
        thread.quit();
        QVERIFY(thread.wait());
        m_socket.reset();
        m_lock.reset();
        bind();
    }
}

QTEST_GUILESS_MAIN(tst_BindingWatch)
#include "tst_bindingwatch.moc"
