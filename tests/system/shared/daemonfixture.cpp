#include "daemonfixture.h"

#include "processtable.h"

#include <daemonrpc/instance/pidfile.h>

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTest>

#include <signal.h>

namespace SystemTesting {

QByteArray describe(const Outcome &outcome)
{
    return "exit code " + QByteArray::number(outcome.code) + " after " +
           QByteArray::number(outcome.elapsedMs) + " ms; output: " + outcome.output.left(2000) +
           "; error output: " + outcome.errorOutput.left(4000);
}

DaemonFixture::DaemonFixture(const QString &parent)
    : m_home((parent.isEmpty() ? QDir::tempPath() : parent) + QStringLiteral("/s-XXXXXX"))
{}

DaemonFixture::~DaemonFixture()
{
    for (const qint64 pid : processes())
        sendSignal(pid, SIGKILL);
}

QString DaemonFixture::clientProgram() { return QStringLiteral(DAEMON_RPC_PROGRAM); }

QString DaemonFixture::daemonProgram() { return QStringLiteral(DAEMON_RPCD_PROGRAM); }

QString DaemonFixture::scratch(const QString &fileName) const { return m_home.filePath(fileName); }

QString DaemonFixture::directory() const { return m_home.filePath(QStringLiteral("r")); }

QString DaemonFixture::file(const QString &suffix) const
{
    return directory() + QStringLiteral("/daemon-rpc-default.") + suffix;
}

QStringList DaemonFixture::clientArguments(const QStringList &arguments) const
{
    return QStringList{QStringLiteral("--runtime-dir"), directory(), QStringLiteral("--daemon"),
                       daemonProgram()} +
           arguments;
}

std::unique_ptr<ClientProcess> DaemonFixture::client(const QStringList &arguments) const
{
    return std::make_unique<ClientProcess>(clientProgram(), clientArguments(arguments));
}

std::unique_ptr<ClientProcess> DaemonFixture::shell(const QString &script) const
{
    return std::make_unique<ClientProcess>(
        QStringLiteral("/bin/sh"),
        QStringList{QStringLiteral("-c"), script, QStringLiteral("sh"), clientProgram()} +
            clientArguments({}));
}

Outcome DaemonFixture::runToEnd(ClientProcess &process)
{
    QElapsedTimer timer;
    timer.start();
    Outcome outcome;
    if (process.begin() && process.waitForEnd())
        outcome.code = process.code();
    outcome.elapsedMs = timer.elapsed();
    outcome.output = process.output();
    outcome.errorOutput = process.errorOutput();
    return outcome;
}

Outcome DaemonFixture::run(const QStringList &arguments, const QByteArray &input) const
{
    const std::unique_ptr<ClientProcess> process = client(arguments);
    if (!input.isEmpty())
        process->setInput(input);
    return runToEnd(*process);
}

Outcome DaemonFixture::runShell(const QString &script) const
{
    const std::unique_ptr<ClientProcess> process = shell(script);
    return runToEnd(*process);
}

QJsonObject DaemonFixture::askObject(const QStringList &arguments) const
{
    return QJsonDocument::fromJson(run(arguments + QStringList{QStringLiteral("--json")}).output).object();
}

QJsonArray DaemonFixture::askArray(const QStringList &arguments) const
{
    return QJsonDocument::fromJson(run(arguments + QStringList{QStringLiteral("--json")}).output).array();
}

QStringList DaemonFixture::daemonArguments(const QStringList &options) const
{
    return QStringList{QStringLiteral("--foreground"), QStringLiteral("--runtime-dir"), directory()} +
           options;
}

ClientProcess *DaemonFixture::startDaemon(const QStringList &options, const QString &program)
{
    m_started.push_back(std::make_unique<ClientProcess>(program.isEmpty() ? daemonProgram() : program,
                                                        daemonArguments(options)));
    ClientProcess *daemon = m_started.back().get();
    if (!daemon->begin())
        return nullptr;
    const qint64 pid = daemon->processId();
    const bool isOver = QTest::qWaitFor(
        [&] { return daemon->hasEnded() || (daemonPid() == pid && isServed()); }, ClientProcess::patience);
    if (!isOver || daemon->hasEnded()) {
        qWarning("the daemon does not serve: %s", daemon->errorOutput().constData());
        return nullptr;
    }
    return daemon;
}

qint64 DaemonFixture::daemonPid() const
{
    const DaemonRpc::Result<DaemonRpc::InstanceInfo> info =
        DaemonRpc::readPidFile(file(QStringLiteral("pid")));
    return info ? info->pid : 0;
}

QList<qint64> DaemonFixture::processes() const { return processesMentioning(m_home.path().toUtf8()); }

QList<qint64> DaemonFixture::daemons() const
{
    QList<qint64> found;
    for (const qint64 pid : processes()) {
        const QByteArray program = commandLineOf(pid).split(' ').constFirst();
        if (program.mid(program.lastIndexOf('/') + 1).startsWith("daemon-rpcd"))
            found.append(pid);
    }
    return found;
}

bool DaemonFixture::isServed() const
{
    QLocalSocket socket;
    socket.connectToServer(file(QStringLiteral("sock")));
    return socket.state() == QLocalSocket::ConnectedState;
}

QByteArray DaemonFixture::log() const
{
    QFile file(this->file(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray DaemonFixture::endAll()
{
    QByteArray left;
    for (const qint64 pid : daemons()) {
        sendSignal(pid, SIGTERM);
        sendSignal(pid, SIGTERM);
    }
    const bool allEnded =
        QTest::qWaitFor([this] { return processes().isEmpty(); }, ClientProcess::patience / 2);
    if (!allEnded) {
        for (const qint64 pid : processes()) {
            left += "process " + QByteArray::number(pid) + ": " + commandLineOf(pid) + "; ";
            sendSignal(pid, SIGKILL);
        }
    }
    for (const QString &name :
         QDir(directory()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (!name.endsWith(QLatin1String(".lock")) && !name.contains(QLatin1String(".log"))) // and .log.1
            left += "file " + name.toUtf8() + "; ";
    }
    return left;
}

} // namespace SystemTesting
