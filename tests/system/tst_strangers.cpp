// "Both sides check the peer's uid": strangers are refused, in either role. Needs root, to be two users.
#include "otheruser.h"
#include "rawsocket.h"
#include "systemtest.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>

#include <sys/stat.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Strangers : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void strangersServerIsNotTalkedTo();
    void strangersFileIsNotReplaced();
    void strangersDirectoryIsRefused();
    void strangerCannotConnect();
    void strangerThatConnectsLearnsNothing();
    void rootNeedsOwnerForAUsersDaemon();
    void rootNeverStartsAUsersDaemon();
    void readOnlyDirectoryIsTold();

private:
    void makeDirectory(mode_t mode, uid_t owner) const;
    Outcome runAsStranger(const QStringList &arguments) const;
};

void tst_Strangers::initTestCase()
{
    if (!canBeStranger())
        QSKIP(needsRoot);
}

/// The runtime directory and programs that the stranger can reach, wherever the build lies.
void tst_Strangers::makeDirectory(mode_t mode, uid_t owner) const
{
    const QByteArray directory = QFile::encodeName(fixture().directory());
    QCOMPARE(::chmod(QFile::encodeName(fixture().scratch(u"."_s)).constData(), 0711), 0);
    QCOMPARE(::mkdir(directory.constData(), 0700), 0);
    QCOMPARE(::chown(directory.constData(), owner, owner), 0);
    QCOMPARE(::chmod(directory.constData(), mode), 0);
    QVERIFY(QFile::copy(DaemonFixture::clientProgram(), fixture().scratch(u"daemon-rpc"_s)));
    QVERIFY(QFile::copy(DaemonFixture::daemonProgram(), fixture().scratch(u"daemon-rpcd"_s)));
}

Outcome tst_Strangers::runAsStranger(const QStringList &arguments) const
{
    ClientProcess client(u"setpriv"_s,
                         asStranger(fixture().scratch(u"daemon-rpc"_s),
                                    words({"--runtime-dir", fixture().directory()}) + arguments));
    return DaemonFixture::runToEnd(client);
}

void tst_Strangers::strangersServerIsNotTalkedTo()
{
    makeDirectory(01777, 0);
    QLocalServer server;
    {
        // The kernel notes who listens at the moment of listen(2).
        const StrangerScope stranger;
        QVERIFY(stranger.hasChanged());
        QVERIFY(server.listen(fixture().file(u"sock"_s)));
    }
    const Outcome outcome = fixture().run(words({"run", "echo", "secret"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("refusing to talk to " + fixture().file(u"sock"_s).toUtf8()),
             describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("served by user 65534"), describe(outcome));
    // It knocked, and said not one byte.
    QTRY_VERIFY(server.hasPendingConnections());
    QLocalSocket *socket = server.nextPendingConnection();
    QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
    QCOMPARE(socket->readAll(), QByteArray());
    QVERIFY(fixture().daemons().isEmpty());
}

void tst_Strangers::strangersFileIsNotReplaced()
{
    makeDirectory(01777, 0);
    QFile file(fixture().file(u"sock"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
    file.close();
    QCOMPARE(::chown(QFile::encodeName(file.fileName()).constData(), strangerUid, strangerUid), 0);
    const Outcome outcome = fixture().run(words({"run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("a file of user 65534 is there"), describe(outcome));
    QCOMPARE(file.size(), 8);
    QVERIFY(file.remove());
}

void tst_Strangers::strangersDirectoryIsRefused()
{
    makeDirectory(0700, strangerUid);
    const Outcome outcome = fixture().run(words({"run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("belongs to user 65534, not to user 0"), describe(outcome));
}

void tst_Strangers::strangerCannotConnect()
{
    makeDirectory(01777, 0);
    QVERIFY(fixture().startDaemon());
    const Outcome outcome = runAsStranger(words({"run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("Permission denied"), describe(outcome));
    // Not allowed is told from not there: no attempt to start another one.
    QCOMPARE(fixture().daemons().size(), 1);
}

void tst_Strangers::strangerThatConnectsLearnsNothing()
{
    makeDirectory(01777, 0);
    QVERIFY(fixture().startDaemon());
    // Even with the socket's mode opened by mistake.
    QCOMPARE(::chmod(QFile::encodeName(fixture().file(u"sock"_s)).constData(), 0666), 0);
    RawSocket socket;
    {
        const StrangerScope stranger;
        QVERIFY(stranger.hasChanged());
        socket = RawSocket::connectTo(fixture().file(u"sock"_s));
    }
    QVERIFY(socket.isValid());
    socket.send(commandBytes({"echo", "secret"}));
    const RawSocket::Answer answer = socket.readToEnd();
    QVERIFY(answer.isClosed);
    QCOMPARE(answer.bytes, QByteArray());
    // And with the right program: refused by its own check, since the daemon is a stranger to it.
    const Outcome outcome = runAsStranger(words({"run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("served by user 0, not 65534"), describe(outcome));
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
}

void tst_Strangers::rootNeedsOwnerForAUsersDaemon()
{
    makeDirectory(0700, strangerUid);
    const Outcome started =
        runAsStranger(words({"--daemon", fixture().scratch(u"daemon-rpcd"_s), "run", "echo", "mine"}));
    QVERIFY2(started.output == "mine\n", describe(started));

    const Outcome refused = fixture().run(words({"run", "exec", "id", "-u"}));
    QVERIFY2(refused.code == 125, describe(refused));
    QCOMPARE(refused.output, QByteArray());

    const Outcome allowed = fixture().run(words({"--owner", "65534", "run", "exec", "id", "-u"}));
    QVERIFY2(allowed.code == 0, describe(allowed));
    QCOMPARE(allowed.output, QByteArray("65534\n"));
    QVERIFY2(allowed.errorOutput.contains("daemon of user 65534"), describe(allowed));
}

void tst_Strangers::rootNeverStartsAUsersDaemon()
{
    makeDirectory(0700, strangerUid);
    const Outcome outcome = fixture().run(words({"--owner", "65534", "run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("only its own user can start one"), describe(outcome));
    QVERIFY(fixture().daemons().isEmpty());
}

void tst_Strangers::readOnlyDirectoryIsTold()
{
    makeDirectory(0500, strangerUid);
    const Outcome outcome =
        runAsStranger(words({"--daemon", fixture().scratch(u"daemon-rpcd"_s), "run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("Permission denied"), describe(outcome));
    QVERIFY2(outcome.errorOutput.contains(fixture().directory().toUtf8()), describe(outcome));
    QVERIFY2(outcome.elapsedMs < 5000, describe(outcome));
}

int main(int argc, char **argv)
{
    // Where the stranger can go; a private temporary directory is closed to it.
    qputenv("TMPDIR", "/tmp");
    QCoreApplication application(argc, argv);
    tst_Strangers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_strangers.moc"
