#include "tests/shared/localdaemon.h"
#include "tests/shared/signalerror.h"

#include <daemonrpc/client/connector.h>
#include <daemonrpc/transport/tcp/tcplistener.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_Connector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connects();
    void connectsToAGivenSocket();
    void startsAgain();
    void notRunning_data();
    void notRunning();
    void givenSocketNeverSpawns();
    void unsafeDirectory();
    void peerNotTrusted();
    void neverSpawnsForOthers();
    void cannotSpawn();
    void spawnedDaemonFails();
    void destroyedMeanwhile();
    void connectsToARemoteAddress();
    void remoteIsNeverStarted();

private:
    static ClientOptions optionsFor(const QString &directory)
    {
        ClientOptions options;
        options.runtimeDirectory = directory;
        options.maySpawn = false;
        return options;
    }
};

void tst_Connector::connects()
{
    FakeDaemon daemon;
    Connector connector(daemon.socket().options());
    QSignalSpy connected(&connector, &Connector::connected);
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start();
    QTRY_COMPARE(connected.size(), 1);
    const std::unique_ptr<Stream> stream = connector.takeStream();
    QVERIFY(stream);
    QVERIFY(!connector.takeStream());
    QCOMPARE(stream->peer()->uid, quint32(::geteuid()));
    QVERIFY(!connector.hasSpawned());
    QTRY_COMPARE(daemon.connectionCount(), 1);
    QCOMPARE(connected.size(), 1);
    QCOMPARE(failed.size(), 0);
}

void tst_Connector::connectsToAGivenSocket()
{
    FakeDaemon daemon;
    QTemporaryDir elsewhere;
    Connector connector(optionsFor(elsewhere.path()));
    connector.setSocketPath(daemon.socket().path());
    QSignalSpy connected(&connector, &Connector::connected);
    connector.start();
    QTRY_COMPARE(connected.size(), 1);
}

void tst_Connector::startsAgain()
{
    FakeDaemon daemon;
    Connector connector(daemon.socket().options());
    QSignalSpy connected(&connector, &Connector::connected);
    for (int i = 1; i <= 3; ++i) {
        connector.start();
        QTRY_COMPARE(connected.size(), i);
        QVERIFY(connector.takeStream());
    }
}

void tst_Connector::notRunning_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("no directory") << QStringLiteral("no directory");
    QTest::newRow("no socket") << QStringLiteral("no socket");
    QTest::newRow("stale socket") << QStringLiteral("stale socket");
}

void tst_Connector::notRunning()
{
    QFETCH(const QString, what);
    QTemporaryDir parent;
    QString directory = parent.path();
    std::optional<LocalSocket> stale;
    if (what == u"no directory")
        directory += QStringLiteral("/missing");
    if (what == u"stale socket") {
        stale.emplace();
        stale->takeListener().reset();
        directory = stale->directory();
    }
    Connector connector(optionsFor(directory));
    QSignalSpy failed(&connector, &Connector::failed);
    QSignalSpy spawning(&connector, &Connector::spawning);
    connector.start();
    QTRY_COMPARE(failed.size(), 1);
    const Error error = errorIn(failed);
    QCOMPARE(error.code(), ErrorCode::NotRunning);
    QVERIFY2(error.message().contains(u"\"default\""), qPrintable(error.message()));
    QVERIFY(!error.context().isEmpty());
    QCOMPARE(spawning.size(), 0);
    QVERIFY(!connector.hasSpawned());
    // A client that must not start a daemon leaves no trace either.
    QCOMPARE(QFile::exists(directory), what != u"no directory");
}

void tst_Connector::givenSocketNeverSpawns()
{
    QTemporaryDir directory;
    ClientOptions options = optionsFor(directory.path());
    options.maySpawn = true;
    options.daemonProgram = QStringLiteral("/bin/false");
    Connector connector(options);
    connector.setSocketPath(directory.filePath(QStringLiteral("gone.sock")));
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::NotRunning);
    QVERIFY(!connector.hasSpawned());
}

void tst_Connector::unsafeDirectory()
{
    FakeDaemon daemon;
    const QByteArray path = QFile::encodeName(daemon.socket().directory());
    QCOMPARE(::chmod(path.constData(), 0777), 0); // open to others and not sticky
    Connector connector(daemon.socket().options());
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::UnsafeDirectory);
    QCOMPARE(::chmod(path.constData(), 0700), 0);
    QCOMPARE(daemon.connectionCount(), 0);
}

void tst_Connector::peerNotTrusted()
{
    struct stat status = {};
    if (::stat("/tmp", &status) != 0 || status.st_uid != 0 || (status.st_mode & S_ISVTX) == 0)
        QSKIP("needs a sticky /tmp of root, which every user's daemon may use");
    FakeDaemon daemon;
    ClientOptions options = optionsFor(QStringLiteral("/tmp"));
    options.daemonOwner = quint32(::geteuid() + 4711);
    Connector connector(options);
    connector.setSocketPath(daemon.socket().path());
    QSignalSpy failed(&connector, &Connector::failed);
    QSignalSpy connected(&connector, &Connector::connected);
    connector.start();
    QTRY_COMPARE(failed.size(), 1);
    const Error error = errorIn(failed);
    QCOMPARE(error.code(), ErrorCode::PeerNotTrusted);
    QVERIFY2(error.message().contains(QString::number(::geteuid())), qPrintable(error.message()));
    QVERIFY2(error.message().contains(daemon.socket().path()), qPrintable(error.message()));
    QCOMPARE(connected.size(), 0);
    QVERIFY(!connector.takeStream());
    QTRY_COMPARE(daemon.connectionCount(), 1);
    QTRY_VERIFY(daemon.peer(1).hasEnded());
    QVERIFY(daemon.peer(1).frames().isEmpty()); // a stranger learns nothing
}

void tst_Connector::neverSpawnsForOthers()
{
    struct stat status = {};
    if (::stat("/tmp", &status) != 0 || status.st_uid != 0 || (status.st_mode & S_ISVTX) == 0)
        QSKIP("needs a sticky /tmp of root, which every user's daemon may use");
    ClientOptions options = optionsFor(QStringLiteral("/tmp"));
    options.daemonId = *DaemonId::parse(QStringLiteral("nobody-runs-this-%1").arg(::getpid()));
    options.daemonOwner = quint32(::geteuid() + 4711);
    options.maySpawn = true;
    options.daemonProgram = QStringLiteral("/bin/false");
    Connector connector(options);
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::NotRunning);
    QVERIFY(!connector.hasSpawned());
}

void tst_Connector::cannotSpawn()
{
    QTemporaryDir directory;
    ClientOptions options = optionsFor(directory.path());
    options.maySpawn = true;
    options.daemonProgram = QStringLiteral("/no/such/daemon");
    Connector connector(options);
    QSignalSpy failed(&connector, &Connector::failed);
    QSignalSpy spawning(&connector, &Connector::spawning);
    connector.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::SpawnFailed);
    QVERIFY2(errorIn(failed).message().contains(u"/no/such/daemon"), qPrintable(errorIn(failed).message()));
    QCOMPARE(spawning.size(), 1);
    QVERIFY(connector.hasSpawned());
}

void tst_Connector::spawnedDaemonFails()
{
    QTemporaryDir directory;
    const QString script = directory.filePath(QStringLiteral("daemon"));
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\necho \"$@\"\necho 'the reason' >&2\nexit 3\n");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    ClientOptions options = optionsFor(directory.path());
    options.maySpawn = true;
    options.daemonProgram = script;
    options.daemonArguments = {"--of-my-own", "a b"};
    options.build = {1234, "build"};
    Connector connector(options);
    QSignalSpy failed(&connector, &Connector::failed);
    connector.start();
    QTRY_COMPARE(failed.size(), 1);
    const Error error = errorIn(failed);
    QCOMPARE(error.code(), ErrorCode::SpawnFailed);
    for (const QString &part : {QStringLiteral("the reason"), QStringLiteral("--daemon-id default"),
                                QStringLiteral("--runtime-dir ") + directory.path(),
                                QStringLiteral("--build-timestamp 1234"), QStringLiteral("--build-id build"),
                                QStringLiteral("--of-my-own a b"), QStringLiteral("--ready-fd ")})
        QVERIFY2(error.message().contains(part), qPrintable(part + QStringLiteral(" in ") + error.message()));
}

void tst_Connector::destroyedMeanwhile()
{
    QTemporaryDir directory;
    ClientOptions options = optionsFor(directory.path());
    options.maySpawn = true;
    options.daemonProgram = QStringLiteral("/bin/false");
    auto connector = std::make_unique<Connector>(options);
    connector->start();
    QVERIFY(connector->hasSpawned());
    connector.reset();
    // What was started ends by itself; nobody is told.
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
}

void tst_Connector::connectsToARemoteAddress()
{
    Result<FileDescriptor> socket = TcpListener::bind(QStringLiteral("127.0.0.1"), 0);
    QVERIFY(socket);
    TcpListener listener(std::move(*socket));
    ClientOptions options;
    options.address = *Address::parse(QStringLiteral("tcp://") + listener.localAddress());
    options.runtimeDirectory = QStringLiteral("/nowhere/at/all"); // nothing there matters
    Connector connector(options);
    QSignalSpy connected(&connector, &Connector::connected);
    connector.start();
    QTRY_COMPARE(connected.size(), 1);
    const std::unique_ptr<Stream> stream = connector.takeStream();
    QVERIFY(stream);
    QVERIFY(!stream->peer());
    QCOMPARE(stream->remoteAddress(), listener.localAddress());
}

void tst_Connector::remoteIsNeverStarted()
{
    quint16 port = 0;
    {
        const Result<FileDescriptor> socket = TcpListener::bind(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(socket);
        port = TcpListener(FileDescriptor(::dup(socket->get()))).localAddress().section(u':', -1).toUShort();
    }
    ClientOptions options;
    options.address = *Address::parse(QStringLiteral("tcp://127.0.0.1:%1").arg(port));
    options.daemonProgram = QStringLiteral("/bin/false");
    Connector connector(options);
    QSignalSpy failed(&connector, &Connector::failed);
    QSignalSpy spawning(&connector, &Connector::spawning);
    connector.start();
    QTRY_COMPARE(failed.size(), 1);
    const Error error = errorIn(failed);
    QCOMPARE(error.code(), ErrorCode::ConnectionRefused);
    QVERIFY(error.context().constLast().contains(options.address.toString()));
    QCOMPARE(spawning.size(), 0);
    QVERIFY(!connector.hasSpawned());
}

QTEST_GUILESS_MAIN(tst_Connector)
#include "tst_connector.moc"
