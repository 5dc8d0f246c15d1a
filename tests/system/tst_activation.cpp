// "Socket activation": a socket that a supervisor has bound at the daemon's own path is served and left where
// it is.
#include "rawsocket.h"
#include "systemtest.h"

#include <daemonrpc/instance/socketbinding.h>

#include <QDir>
#include <QFile>

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Activation : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void servesTheSupervisorsSocket();
    void leavesItWhenStopped();
    void leavesItToASuccessor();
    void leavesItWhileDraining();
    void bindsItsOwnWhenTheFileIsGone();

private:
    /// What a supervisor does: binds, and starts the daemon with the socket as descriptor 3.
    bool activate();
    std::unique_ptr<ClientProcess> startActivated(const QString &options = {}) const;

    [[nodiscard]] quint64 inode() const
    {
        struct stat status = {};
        return ::lstat(QFile::encodeName(fixture().file(u"sock"_s)).constData(), &status) == 0
                   ? static_cast<quint64>(status.st_ino)
                   : 0;
    }

    std::optional<DaemonRpc::SocketBinding> m_socket;
};

bool tst_Activation::activate()
{
    m_socket.reset();
    if (::mkdir(QFile::encodeName(fixture().directory()).constData(), 0700) != 0)
        return false;
    DaemonRpc::Result<DaemonRpc::SocketBinding> bound =
        DaemonRpc::SocketBinding::bind(fixture().file(u"sock"_s));
    if (!bound)
        return false;
    m_socket = std::move(*bound);
    return true;
}

std::unique_ptr<ClientProcess> tst_Activation::startActivated(const QString &options) const
{
    const QStringList arguments = fixture().daemonArguments(options.split(u' ', Qt::SkipEmptyParts));
    auto daemon = std::make_unique<ClientProcess>(
        u"sh"_s, QStringList{u"-c"_s, u"LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=x exec \"$@\""_s, u"sh"_s,
                             DaemonFixture::daemonProgram()} +
                     arguments);
    daemon->setChildProcessModifier([descriptor = m_socket->descriptor()] { ::dup2(descriptor, 3); });
    return daemon->begin() ? std::move(daemon) : nullptr;
}

void tst_Activation::servesTheSupervisorsSocket()
{
    QVERIFY(activate());
    const quint64 before = inode();
    // A caller that comes before the daemon waits in the supervisor's queue.
    const std::unique_ptr<ClientProcess> early =
        fixture().client(words({"--no-spawn", "run", "echo", "early"}));
    QVERIFY(early->begin());
    const std::unique_ptr<ClientProcess> daemon = startActivated();
    QVERIFY(daemon);
    QVERIFY(early->waitForEnd());
    QVERIFY2(early->output() == "early\n", early->errorOutput());
    QCOMPARE(inode(), before);
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QVERIFY(daemon->waitForEnd());
    m_socket.reset();
}

void tst_Activation::leavesItWhenStopped()
{
    QVERIFY(activate());
    const quint64 before = inode();
    for (int round = 0; round < 3; ++round) {
        const std::unique_ptr<ClientProcess> daemon = startActivated();
        QVERIFY(daemon);
        const Outcome outcome = fixture().run(words({"--no-spawn", "run", "echo", "x"}));
        QVERIFY2(outcome.output == "x\n", describe(outcome));
        daemon->sendSignal(SIGTERM);
        QVERIFY(daemon->waitForEnd());
        QVERIFY2(daemon->code() == 0, daemon->errorOutput());
        QCOMPARE(inode(), before);
    }
    m_socket.reset();
}

void tst_Activation::leavesItToASuccessor()
{
    QVERIFY(activate());
    const quint64 before = inode();
    const std::unique_ptr<ClientProcess> daemon = startActivated();
    QVERIFY(daemon);
    QTRY_VERIFY(fixture().isServed());
    for (int round = 0; round < 2; ++round) {
        const Outcome restart = fixture().run(words({"restart"}));
        QVERIFY2(restart.code == 0, describe(restart));
        QCOMPARE(inode(), before);
        QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).output, QByteArray("x\n"));
    }
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QCOMPARE(inode(), before);
    m_socket.reset();
}

void tst_Activation::leavesItWhileDraining()
{
    QVERIFY(activate());
    const quint64 before = inode();
    const std::unique_ptr<ClientProcess> daemon = startActivated();
    QVERIFY(daemon);
    const std::unique_ptr<ClientProcess> waiting =
        fixture().client(words({"--no-spawn", "run", "exec", "sh", "-c", "echo up; read line"}));
    waiting->keepInputOpen();
    QVERIFY(waiting->begin());
    QTRY_COMPARE(waiting->output(), QByteArray("up\n"));
    QCOMPARE(fixture().run(words({"drain"})).code, 0);
    const Outcome list = fixture().run(words({"list"}));
    QVERIFY2(list.output.contains("draining (1 left)"), describe(list));
    QCOMPARE(inode(), before);
    // The next daemon serves the same socket while the old one finishes.
    const std::unique_ptr<ClientProcess> next = startActivated();
    QVERIFY(next);
    const Outcome outcome = fixture().run(words({"--no-spawn", "run", "echo", "x"}));
    QVERIFY2(outcome.output == "x\n", describe(outcome));
    waiting->write("\n");
    QVERIFY(waiting->waitForEnd());
    QCOMPARE(waiting->code(), 0);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(inode(), before);
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QVERIFY(next->waitForEnd());
    m_socket.reset();
}

void tst_Activation::bindsItsOwnWhenTheFileIsGone()
{
    QVERIFY(activate());
    const std::unique_ptr<ClientProcess> daemon = startActivated();
    QVERIFY(daemon);
    QTRY_VERIFY(fixture().isServed());
    QVERIFY(QFile::remove(fixture().file(u"sock"_s)));
    QTRY_COMPARE(fixture().run(words({"--no-spawn", "run", "echo", "x"})).output, QByteArray("x\n"));
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QVERIFY(daemon->waitForEnd());
    QCOMPARE(inode(), 0U); // its own
    m_socket.reset();
}

QTEST_GUILESS_MAIN(tst_Activation)
#include "tst_activation.moc"
