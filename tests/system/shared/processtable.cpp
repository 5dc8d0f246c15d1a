#include "processtable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <signal.h>
#include <unistd.h>

namespace SystemTesting {

namespace {

QByteArray readAll(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The fields of /proc/PID/stat from the state on; empty when the process is gone.
QByteArrayList statOf(qint64 pid)
{
    const QByteArray text = readAll(pid, "stat");
    // The name in parentheses may hold anything; the fields after the last one are regular.
    const qsizetype nameEnd = text.lastIndexOf(')');
    return nameEnd < 0 ? QByteArrayList() : text.mid(nameEnd + 2).trimmed().split(' ');
}

QList<qint64> allPids()
{
    QList<qint64> pids;
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        bool isNumber = false;
        const qint64 pid = name.toLongLong(&isNumber);
        if (isNumber)
            pids.append(pid);
    }
    return pids;
}

} // namespace

QList<qint64> processesMentioning(const QByteArray &text)
{
    QList<qint64> found;
    for (const qint64 pid : allPids()) {
        if (pid != ::getpid() && readAll(pid, "cmdline").contains(text))
            found.append(pid);
    }
    return found;
}

QList<qint64> childrenOf(qint64 pid)
{
    QList<qint64> found;
    for (const qint64 candidate : allPids()) {
        const QByteArrayList stat = statOf(candidate);
        if (stat.value(1).toLongLong() == pid && stat.value(0) != "Z")
            found.append(candidate);
    }
    return found;
}

bool isAlive(qint64 pid)
{
    const QByteArray state = statOf(pid).value(0);
    return !state.isEmpty() && state != "Z" && state != "X";
}

bool isZombie(qint64 pid) { return statOf(pid).value(0) == "Z"; }

qint64 sessionOf(qint64 pid)
{
    const QByteArrayList stat = statOf(pid);
    return stat.size() > 3 ? stat[3].toLongLong() : -1;
}

QByteArray commandLineOf(qint64 pid) { return readAll(pid, "cmdline").replace('\0', ' ').trimmed(); }

qint64 privateDirtyBytes(qint64 pid)
{
    const QByteArray text = readAll(pid, "smaps_rollup");
    const qsizetype begin = text.indexOf("Private_Dirty:");
    if (begin < 0)
        return -1;
    const QByteArray line = text.mid(begin, text.indexOf('\n', begin) - begin).simplified();
    return line.split(' ').value(1).toLongLong() * 1024;
}

QHash<int, QString> descriptorsOf(qint64 pid)
{
    QHash<int, QString> found;
    const QDir folder(QStringLiteral("/proc/%1/fd").arg(pid));
    for (const QString &name : folder.entryList(QDir::Files | QDir::System | QDir::Hidden)) {
        QByteArray target(4096, '\0');
        const ssize_t size = ::readlink(QFile::encodeName(folder.filePath(name)).constData(), target.data(),
                                        static_cast<size_t>(target.size()));
        if (size >= 0)
            found.insert(name.toInt(), QFile::decodeName(target.left(size)));
    }
    return found;
}

void sendSignal(qint64 pid, int signal)
{
    if (pid > 1 || pid < -1)
        ::kill(static_cast<pid_t>(pid), signal);
}

} // namespace SystemTesting
