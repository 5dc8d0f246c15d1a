#include <daemonrpc/server/peerprogram.h>

#include <QFile>

namespace DaemonRpc {

static constexpr qint64 maxNameBytes = 64;         // a kernel thread's; of others it is 15
static constexpr qsizetype cutNameBytes = 15;      // TASK_COMM_LEN without its zero
static constexpr qint64 maxCommandLineBytes = 512; // of which the first word is wanted

static QByteArray readOfProcess(qint64 pid, const char *file, qint64 maxBytes)
{
    QFile source(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(file)));
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    return source.read(maxBytes);
}

QString programOfProcess(qint64 pid)
{
    if (pid <= 0)
        return {};
    const QByteArray name = readOfProcess(pid, "comm", maxNameBytes).trimmed();
    if (name.size() != cutNameBytes)
        return QString::fromUtf8(name);
    QByteArray first = readOfProcess(pid, "cmdline", maxCommandLineBytes);
    first.truncate(qMax<qsizetype>(first.indexOf('\0'), 0));
    const QByteArray whole = first.mid(first.lastIndexOf('/') + 1);
    return QString::fromUtf8(whole.startsWith(name) && whole.size() <= maxNameBytes ? whole : name);
}

QString describeWithProgram(const PeerIdentity &peer)
{
    const QString program = peer.credentials ? programOfProcess(peer.credentials->pid) : QString();
    if (program.isEmpty())
        return peer.describe();
    return QStringLiteral("%1 (%2)").arg(program, peer.describe());
}

} // namespace DaemonRpc
