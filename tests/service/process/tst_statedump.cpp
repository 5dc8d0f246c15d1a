#include "tests/shared/sockets.h"

#include <daemonrpc/handler/handlerregistry.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/service/process/statedump.h>
#include <daemonrpc/transport/local/descriptorstream.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_StateDump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfEverything();
    void nothingForgesALine();
    void isWrittenPrivately();
    void replacesALinkInsteadOfFollowingIt();
    void errors();

private:
    static DaemonSnapshot snapshot(const QString &directory = {})
    {
        DaemonSnapshot snapshot;
        snapshot.daemonId = u"build"_s;
        snapshot.state = u"ready"_s;
        snapshot.pid = ::getpid();
        snapshot.runningRequests = 3;
        if (!directory.isEmpty())
            snapshot.socketPath = directory + u"/daemon-rpc-build.sock"_s;
        return snapshot;
    }
};

void tst_StateDump::tellsOfEverything()
{
    Server server{HandlerRegistry()};
    auto [ours, theirs] = Testing::socketPair();
    server.serve(std::make_unique<DescriptorStream>(std::move(ours)));
    StateDump dump = StateDump::of(snapshot(), server);
    dump.addSection(u"Extra"_s, {u"one more"_s});
    const QByteArray text = dump.toText();
    for (const char *expected : {"State of daemon \"build\"", "\nDaemon\n", "  state: ready\n", "3 running",
                                 "\nRunning requests\n  none\n", "\nFinished requests\n  none\n",
                                 "\nConnections\n  1 ", "VmRSS: ", "Threads: ", "limit of open files: ",
                                 "\nDescriptors\n", "  0 -> ", "-> socket:[", "\nExtra\n  one more\n"}) {
        QVERIFY2(text.contains(expected), expected + QByteArray(" is missing in:\n") + text);
    }
}

void tst_StateDump::nothingForgesALine()
{
    StateDump dump = StateDump::of(snapshot(), Server{HandlerRegistry()});
    dump.addSection(u"Extra"_s, {u"a\nDaemon\n  state: forged\x1b[2J\u2028\u202e"_s, QString(100000, u'x')});
    const QByteArray text = dump.toText();
    QVERIFY(!text.contains("\nDaemon\n  state: forged"));
    QVERIFY(!text.contains('\x1b'));
    QVERIFY(!QString::fromUtf8(text).contains(u'\u202e'));
    QVERIFY(!QString::fromUtf8(text).contains(u'\u2028'));
    QVERIFY(text.size() < 50000);
}

void tst_StateDump::isWrittenPrivately()
{
    const QTemporaryDir directory;
    const StateDump dump = StateDump::of(snapshot(directory.path()), Server{HandlerRegistry()});
    const mode_t umask = ::umask(0);
    const Result<QString> first = dump.write();
    const Result<QString> second = dump.write(); // over the first
    ::umask(umask);
    QVERIFY2(first && second, qUtf8Printable(first ? QString() : first.error().message()));
    QCOMPARE(*second, directory.filePath(u"daemon-rpc-build.dump"_s));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(*second).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0600));
    QFile file(*second);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("State of daemon \"build\""));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList{u"daemon-rpc-build.dump"_s});
}

void tst_StateDump::replacesALinkInsteadOfFollowingIt()
{
    const QTemporaryDir directory;
    QFile victim(directory.filePath(u"victim"_s));
    QVERIFY(victim.open(QIODevice::WriteOnly) && victim.write("precious") == 8);
    victim.close();
    QVERIFY(QFile::link(u"victim"_s, directory.filePath(u"daemon-rpc-build.dump"_s)));
    const Result<QString> written =
        StateDump::of(snapshot(directory.path()), Server{HandlerRegistry()}).write();
    QVERIFY(written);
    QVERIFY(!QFileInfo(*written).isSymLink());
    QVERIFY(victim.open(QIODevice::ReadOnly));
    QCOMPARE(victim.readAll(), QByteArray("precious"));
}

void tst_StateDump::errors()
{
    const Result<QString> nowhere = StateDump::of(snapshot(), Server{HandlerRegistry()}).write();
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code(), ErrorCode::InvalidArgument);
    const QTemporaryDir directory;
    const Result<QString> gone =
        StateDump::of(snapshot(directory.filePath(u"gone"_s)), Server{HandlerRegistry()}).write();
    QVERIFY(!gone);
    QVERIFY2(gone.error().message().contains(u"gone"_s), qUtf8Printable(gone.error().message()));
}

QTEST_GUILESS_MAIN(tst_StateDump)

#include "tst_statedump.moc"
