// "Where a daemon lives": which directory, how closed, and what is refused.
#include "systemtest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QUuid>

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

static int modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : -1;
}

/// Everything below @p folder, with sizes and modes: equal before and after when nothing was touched.
static QStringList contentOf(const QString &folder)
{
    QStringList lines;
    QDirIterator entries(folder, QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const qint64 size = entries.fileInfo().isFile() ? entries.fileInfo().size() : 0;
        lines.append(u"%1 %2 %3"_s.arg(path).arg(modeOf(path), 0, 8).arg(size));
    }
    lines.sort();
    return lines;
}

class tst_Rendezvous : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void optionComesBeforeEnvironment();
    void environmentComesBeforeDefault();
    void defaultDependsOnTheUserAlone();
    void filesAreClosedToOthers_data();
    void filesAreClosedToOthers();
    void stickyDirectoryIsFine();
    void unsafeDirectoryIsRefused_data();
    void unsafeDirectoryIsRefused();
    void readOnlyDirectoryIsTold();
    void fullDiskIsTold();
    void fullOutputIsTold_data();
    void fullOutputIsTold();
};

void tst_Rendezvous::optionComesBeforeEnvironment()
{
    const std::unique_ptr<ClientProcess> client = fixture().client(words({"run", "echo", "x"}));
    client->setVariable(u"DAEMON_RPC_RUNTIME_DIR"_s, fixture().scratch(u"other"_s));
    const Outcome outcome = DaemonFixture::runToEnd(*client);
    QVERIFY2(outcome.code == 0, describe(outcome));
    QVERIFY(fixture().isServed());
    QVERIFY(!QFile::exists(fixture().scratch(u"other"_s)));
}

void tst_Rendezvous::environmentComesBeforeDefault()
{
    ClientProcess client(DaemonFixture::clientProgram(),
                         words({"--daemon", DaemonFixture::daemonProgram(), "run", "echo", "x"}));
    client.setVariable(u"DAEMON_RPC_RUNTIME_DIR"_s, fixture().directory());
    const Outcome outcome = DaemonFixture::runToEnd(client);
    QVERIFY2(outcome.code == 0, describe(outcome));
    QVERIFY(fixture().isServed());
}

void tst_Rendezvous::defaultDependsOnTheUserAlone()
{
    // The real place, with an id that nobody else has.
    const QString id = u"test-"_s + QUuid::createUuid().toString(QUuid::Id128);
    const QString userDirectory = u"/run/user/%1"_s.arg(::geteuid());
    const QFileInfo info(userDirectory);
    const bool hasUserDirectory = info.isDir() && info.ownerId() == ::geteuid();
    const QString expected =
        hasUserDirectory ? userDirectory + u"/daemon-rpc"_s : u"/tmp/daemon-rpc-%1"_s.arg(::geteuid());
    const bool wasThere = QFile::exists(expected);

    QByteArrayList daemons;
    for (const QString &place : {fixture().scratch(u"a"_s), fixture().scratch(u"b"_s)}) {
        QVERIFY(QDir().mkdir(place));
        ClientProcess client(DaemonFixture::clientProgram(),
                             words({"--daemon", DaemonFixture::daemonProgram(), "--daemon-id", id, "run",
                                    "exec", "sh", "-c", "echo $PPID"}));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"DAEMON_RPC_RUNTIME_DIR"_s);
        for (const QString &name : {u"HOME"_s, u"TMPDIR"_s, u"XDG_RUNTIME_DIR"_s})
            environment.insert(name, place);
        client.setProcessEnvironment(environment);
        const Outcome outcome = DaemonFixture::runToEnd(client);
        QVERIFY2(outcome.code == 0, describe(outcome));
        daemons.append(outcome.output.trimmed());
        QVERIFY(contentOf(place).isEmpty());
    }
    const QString base = expected + u"/daemon-rpc-"_s + id;
    const bool isThere = QFile::exists(base + u".sock"_s);
    sendSignal(daemons.constFirst().toLongLong(), SIGTERM);
    QTRY_VERIFY(!isAlive(daemons.constFirst().toLongLong()));
    QFile::remove(base + u".lock"_s);
    QFile::remove(base + u".log"_s);
    if (!wasThere)
        QDir().rmdir(expected);

    QVERIFY2(isThere, qPrintable(base));
    QCOMPARE(daemons.constFirst(), daemons.constLast());
    QVERIFY(!QFile::exists(base + u".sock"_s));
}

void tst_Rendezvous::filesAreClosedToOthers_data()
{
    QTest::addColumn<QString>("mask");
    QTest::newRow("umask 022") << u"022"_s;
    QTest::newRow("umask 000") << u"000"_s;
    QTest::newRow("umask 077") << u"077"_s;
    QTest::newRow("umask 177") << u"177"_s;
}

void tst_Rendezvous::filesAreClosedToOthers()
{
    QFETCH(const QString, mask);
    const Outcome outcome = fixture().runShell(u"umask %1; exec \"$@\" run echo x"_s.arg(mask));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(modeOf(fixture().directory()), 0700);
    for (const QString &suffix : {u"sock"_s, u"pid"_s, u"lock"_s, u"log"_s})
        QCOMPARE(modeOf(fixture().file(suffix)), 0600);
}

void tst_Rendezvous::stickyDirectoryIsFine()
{
    QVERIFY(QDir().mkdir(fixture().directory()));
    QCOMPARE(::chmod(QFile::encodeName(fixture().directory()).constData(), 01777), 0);
    const Outcome outcome = fixture().run(words({"run", "echo", "x"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(modeOf(fixture().file(u"sock"_s)), 0600);
}

void tst_Rendezvous::unsafeDirectoryIsRefused_data()
{
    QTest::addColumn<QString>("preparation"); // a shell script in the scratch folder
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QByteArray>("reason");

    QTest::newRow("a symbolic link") << u"mkdir -m 700 target; ln -s target d"_s << u"d"_s
                                     << QByteArray("is a symbolic link");
    QTest::newRow("a symbolic link, with a slash")
        << u"mkdir -m 700 target; ln -s target d"_s << u"d/"_s << QByteArray("is a symbolic link");
    QTest::newRow("a dangling link") << u"ln -s target d"_s << u"d"_s << QByteArray("is a symbolic link");
    QTest::newRow("writable for the world") << u"mkdir d; echo precious >d/file; chmod 777 d"_s << u"d"_s
                                            << QByteArray("is open to other users (mode 0777)");
    QTest::newRow("readable for the group") << u"mkdir -m 750 d"_s << u"d"_s << QByteArray("(mode 0750)");
    QTest::newRow("a file") << u"echo precious >d"_s << u"d"_s << QByteArray("is not a directory");
    QTest::newRow("a missing parent") << u":"_s << u"no/d"_s << QByteArray("its parent is not a directory");
    const QString longName(200, u'x');
    QTest::newRow("200 characters") << u"mkdir -m 700 "_s + longName << longName
                                    << QByteArray("the system allows 107");
    QTest::newRow("200 characters, not there yet")
        << u":"_s << longName << QByteArray("the system allows 107");
}

void tst_Rendezvous::unsafeDirectoryIsRefused()
{
    QFETCH(const QString, preparation);
    QFETCH(const QString, directory);
    QFETCH(const QByteArray, reason);

    ClientProcess shell(u"/bin/sh"_s, words({"-e", "-c", preparation}));
    shell.setWorkingDirectory(fixture().scratch(QString()));
    QCOMPARE(DaemonFixture::runToEnd(shell).code, 0);
    const QStringList before = contentOf(fixture().scratch(QString()));

    const Outcome client =
        fixture().run(words({"--runtime-dir", fixture().scratch(directory), "run", "echo", "x"}));
    QVERIFY2(client.code == 125, describe(client));
    QVERIFY2(client.errorOutput.startsWith("daemon-rpc: "), describe(client));
    QVERIFY2(client.errorOutput.contains(reason), describe(client));
    QVERIFY2(client.errorOutput.count('\n') == 1, describe(client));
    QVERIFY2(client.elapsedMs < 5000, describe(client));
    // A daemon by itself is as careful.
    ClientProcess daemon(DaemonFixture::daemonProgram(),
                         words({"--foreground", "--runtime-dir", fixture().scratch(directory)}));
    const Outcome refused = DaemonFixture::runToEnd(daemon);
    QVERIFY2(refused.code == 1, describe(refused));
    QVERIFY2(refused.errorOutput.contains(reason), describe(refused));
    // Nothing followed, nothing made, nothing deleted.
    const QStringList after = contentOf(fixture().scratch(QString()));
    QCOMPARE(after.filter(u"/daemon-rpc-"_s), QStringList());
    QCOMPARE(after.filter(u"precious"_s), before.filter(u"precious"_s));
    QCOMPARE(after, before);
}

void tst_Rendezvous::readOnlyDirectoryIsTold()
{
    if (::geteuid() == 0)
        QSKIP("root can write to any directory; tst_strangers has this with another user");
    QVERIFY(QDir().mkdir(fixture().directory()));
    QCOMPARE(::chmod(QFile::encodeName(fixture().directory()).constData(), 0500), 0);
    const Outcome outcome = fixture().run(words({"run", "echo", "x"}));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("Permission denied"), describe(outcome));
    QVERIFY2(outcome.elapsedMs < 5000, describe(outcome));
}

void tst_Rendezvous::fullDiskIsTold()
{
    if (::geteuid() != 0)
        QSKIP("needs root, to mount a tiny file system");
    // In a mount namespace of its own: it is gone with the last process in it.
    const std::unique_ptr<ClientProcess> process = fixture().shell(
        u"mkdir -m 700 '%1' && exec unshare -m sh -c 'd=\"$1\"; shift; "
        "mount -t tmpfs -o size=16k,mode=700 tmpfs \"$d\" 2>/dev/null || exit 77; "
        "dd if=/dev/zero of=\"$d/fill\" bs=4k 2>/dev/null; "
        "\"$@\" run echo x; echo \"code $?\"; rm \"$d/fill\"; \"$@\" run echo works' sh '%1' \"$@\""_s.arg(
            fixture().directory()));
    const Outcome outcome = DaemonFixture::runToEnd(*process);
    if (outcome.code == 77)
        QSKIP("mounting is not allowed here");
    QVERIFY2(outcome.errorOutput.contains("No space left on device"), describe(outcome));
    QVERIFY2(outcome.errorOutput.startsWith("daemon-rpc: "), describe(outcome));
    QVERIFY2(outcome.elapsedMs < 8000, describe(outcome));
    // As soon as there is room, the same call works.
    QVERIFY2(outcome.output == "code 125\nworks\n", describe(outcome));
}

void tst_Rendezvous::fullOutputIsTold_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("a few bytes") << u"run echo x"_s;
    QTest::newRow("more than every buffer") << u"run generate 100000000"_s;
    QTest::newRow("a process") << u"run exec echo x"_s;
    QTest::newRow("the help") << u"--help"_s;
}

void tst_Rendezvous::fullOutputIsTold()
{
    QFETCH(const QString, command);
    const Outcome outcome = fixture().runShell(u"exec \"$@\" %1 >/dev/full"_s.arg(command));
    QVERIFY2(outcome.code == 125, describe(outcome));
    QVERIFY2(outcome.errorOutput.startsWith("daemon-rpc: "), describe(outcome));
    QVERIFY2(outcome.errorOutput.contains("No space left on device"), describe(outcome));
    QVERIFY2(outcome.elapsedMs < 5000, describe(outcome));
}

QTEST_GUILESS_MAIN(tst_Rendezvous)

#include "tst_rendezvous.moc"
