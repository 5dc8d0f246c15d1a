#include "ownfile_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/instance/buildidentity.h>
#include <daemonrpc/instance/pidfile.h>

#include <QDateTime>
#include <QFile>
#include <QHash>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace DaemonRpc {

InstanceInfo InstanceInfo::ofThisProcess()
{
    const BuildIdentity build = BuildIdentity::current();
    InstanceInfo info;
    info.pid = ::getpid();
    info.startedAtMs = QDateTime::currentMSecsSinceEpoch();
    info.buildTimestampMs = build.timestampMs;
    info.buildId = build.id;
    info.processStartTicks = DaemonRpc::processStartTicks(info.pid);
    return info;
}

QString InstanceInfo::describe() const
{
    return QStringLiteral("pid %1, since %2")
        .arg(pid)
        .arg(QDateTime::fromMSecsSinceEpoch(startedAtMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

Result<void> writePidFile(const QString &path, const InstanceInfo &info)
{
    const QString newPath = path + QStringLiteral(".new");
    const QByteArray newName = QFile::encodeName(newPath);
    // Left behind by a writer that died; only the lock holder writes, so nobody uses it.
    ::unlink(newName.constData());
    const Result<FileDescriptor> file = openOwnFile(newPath, O_WRONLY | O_CREAT | O_EXCL);
    if (!file)
        return unexpected(file.error());

    const QByteArray text = "pid=" + QByteArray::number(info.pid) +                               //
                            "\nstarted_at_ms=" + QByteArray::number(info.startedAtMs) +           //
                            "\nbuild_timestamp_ms=" + QByteArray::number(info.buildTimestampMs) + //
                            "\nbuild_id=" + info.buildId.simplified() +                           //
                            "\nprocess_start_ticks=" + QByteArray::number(info.processStartTicks) + '\n';
    Result<void> written = writeAt(file->get(), 0, text, newPath);
    if (written && ::rename(newName.constData(), QFile::encodeName(path).constData()) != 0)
        written = unexpected(errorFromErrno(errno, QStringLiteral("cannot replace"), path));
    if (!written)
        ::unlink(newName.constData());
    return written;
}

Result<InstanceInfo> readPidFile(const QString &path, std::optional<quint32> owner)
{
    const Result<FileDescriptor> file = openOwnFile(path, O_RDONLY, owner);
    if (!file)
        return unexpected(file.error());
    const QByteArray text = readAt(file->get(), 0, maxPidFileBytes + 1);
    if (text.size() > maxPidFileBytes)
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 is longer than %2 bytes; it is not a pid file, remove it")
                              .arg(path)
                              .arg(maxPidFileBytes));

    QHash<QByteArray, QByteArray> values;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (const qsizetype equals = line.indexOf('='); equals > 0)
            values.insert(line.left(equals).trimmed(), line.mid(equals + 1).trimmed());
    }
    InstanceInfo info;
    info.pid = values.value("pid").toLongLong();
    info.startedAtMs = values.value("started_at_ms").toLongLong();
    info.buildTimestampMs = values.value("build_timestamp_ms").toLongLong();
    info.buildId = values.value("build_id");
    info.processStartTicks = values.value("process_start_ticks").toLongLong();
    if (info.pid <= 0)
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 names no process; it is not a pid file, remove it").arg(path));
    return info;
}

qint64 processStartTicks(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    const QByteArray line = file.read(4096);
    // The program's name, field 2, may contain spaces and parentheses: count from the last one.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype startTime = 22 - 3; // field 22, the list starts with field 3
    return fields.size() > startTime ? fields.at(startTime).toLongLong() : 0;
}

} // namespace DaemonRpc
