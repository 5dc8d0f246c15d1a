#include "jsonreader_p.h"

#include <daemonrpc/admin/processsnapshot.h>

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace DaemonRpc {

static qint64 milliseconds(const struct timeval &time)
{
    return static_cast<qint64>(time.tv_sec) * 1000 + time.tv_usec / 1000;
}

ProcessSnapshot ProcessSnapshot::now()
{
    ProcessSnapshot snapshot;
    QFile file(QStringLiteral("/proc/self/statm"));
    if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const QList<QByteArray> pages = file.read(1024).split(' '); // size resident shared ...
        const qint64 pageBytes = ::sysconf(_SC_PAGESIZE);
        if (pages.size() > 2) {
            snapshot.residentBytes = pages[1].toLongLong() * pageBytes;
            snapshot.privateBytes = snapshot.residentBytes - pages[2].toLongLong() * pageBytes;
        }
    }
    struct rusage usage = {};
    if (::getrusage(RUSAGE_SELF, &usage) == 0)
        snapshot.cpuMs = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    return snapshot;
}

QJsonObject ProcessSnapshot::toJson() const
{
    return {
        {QStringLiteral("resident_bytes"), residentBytes},
        {QStringLiteral("private_bytes"), privateBytes},
        {QStringLiteral("cpu_ms"), cpuMs},
    };
}

Result<ProcessSnapshot> ProcessSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ProcessSnapshot value;
    value.residentBytes = reader.integer(u"resident_bytes");
    value.privateBytes = reader.integer(u"private_bytes");
    value.cpuMs = reader.integer(u"cpu_ms");
    if (reader.error())
        return unexpected(*reader.error());
    return value;
}

} // namespace DaemonRpc
