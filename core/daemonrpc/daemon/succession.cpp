#include "succession_p.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

Succession::Succession(const DaemonOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{}

Succession::~Succession() { abort(); }

/// Where a successor's output goes: to the pipe, socket or file that this daemon writes to, such as the
/// journal of a supervisor; -1 for the log, where the output is that already, or a terminal, which may go.
static int inheritedOutput(const QString &logPath)
{
    struct stat output = {};
    struct stat log = {};
    if (::fstat(STDERR_FILENO, &output) != 0)
        return -1;
    const bool isLog = ::stat(QFile::encodeName(logPath).constData(), &log) == 0 &&
                       log.st_dev == output.st_dev && log.st_ino == output.st_ino;
    const bool isLasting = S_ISFIFO(output.st_mode) || S_ISSOCK(output.st_mode) || S_ISREG(output.st_mode);
    return isLasting && !isLog ? STDERR_FILENO : -1;
}

Result<void> Succession::begin(Presence &presence, int attempt)
{
    if (m_options.restartCommand.isEmpty())
        return unexpected(
            ErrorCode::Unsupported,
            QStringLiteral("this daemon does not know how it was started, and cannot restart by "
                           "itself; stop it and start it again"));
    const Result<Inheritance> inheritance = presence.beginSuccession();
    if (!inheritance)
        return unexpected(inheritance.error());
    m_presence = &presence;
    SpawnRequest request;
    request.program = m_options.restartCommand.program;
    request.arguments = arguments(*inheritance, attempt);
    request.logPath = presence.logPath();
    request.environment = m_options.restartCommand.environment;
    request.timeout = m_options.restartTimeout;
    request.inherited =
        QList<int>{inheritance->lockFd, inheritance->socketFd} + m_options.restartCommand.descriptors;
    request.output = inheritedOutput(request.logPath);
    request.killsOnFailure = true;
    m_spawner = std::make_unique<Spawner>();
    connect(m_spawner.get(), &Spawner::ready, this, &Succession::onReady);
    connect(m_spawner.get(), &Spawner::failed, this, &Succession::onFailed);
    // One that does not take what it inherits is no successor.
    connect(m_spawner.get(), &Spawner::alreadyRunning, this, [this](const QString &detail) {
        onFailed(Error(ErrorCode::SpawnFailed, QStringLiteral("the daemon %1 did not take over: %2")
                                                   .arg(m_options.restartCommand.program, detail)));
    });
    m_spawner->start(request);
    return {};
}

QByteArrayList Succession::arguments(const Inheritance &inheritance, int attempt) const
{
    QByteArrayList words = {
        "--daemon-id",
        m_options.id.toString().toUtf8(),
        "--runtime-dir",
        QFile::encodeName(m_presence->directory().path()),
        "--inherit-lock-fd",
        QByteArray::number(inheritance.lockFd),
        "--inherit-socket-fd",
        QByteArray::number(inheritance.socketFd),
        "--inherit-socket-inode",
        QByteArray::number(inheritance.socketInode),
        "--inherit-supervised",
        inheritance.isSupervised ? "1" : "0",
    };
    // What a client said of the build holds for this very build, not for another one that is installed
    // meanwhile.
    if (const BuildIdentity own = BuildIdentity::current(); m_options.build != own) {
        words += {"--build-timestamp", QByteArray::number(m_options.build.timestampMs),
                  "--build-id",        m_options.build.id,
                  "--build-of",        own.id};
    }
    if (attempt > 0)
        words += {"--restart-attempt", QByteArray::number(attempt)};
    return words + m_options.restartCommand.arguments;
}

void Succession::onReady()
{
    // Written by the successor before it says ready.
    const Result<InstanceInfo> info =
        readPidFile(m_presence->directory().pidPath(InstanceName(m_options.id)));
    const qint64 pid = info ? info->pid : 0;
    end();
    if (pid == 0 || pid == ::getpid()) {
        // It said that it is ready and did nothing of what it takes: it serves nothing, either.
        m_presence->abandonSuccession();
        Q_EMIT failed(Error(ErrorCode::SpawnFailed,
                            QStringLiteral("the program %1 does not take over the daemon's id; is it a "
                                           "daemon-rpc daemon of this version?")
                                .arg(m_options.restartCommand.program)));
        return;
    }
    Q_EMIT succeeded(pid);
}

void Succession::onFailed(const Error &error)
{
    end();
    m_presence->abandonSuccession();
    Q_EMIT failed(error);
}

void Succession::abort()
{
    if (!m_spawner)
        return;
    m_spawner->abort();
    end();
    m_presence->abandonSuccession();
}

void Succession::end()
{
    m_spawner.release()->deleteLater(); // it may be the sender
}

} // namespace DaemonRpc
