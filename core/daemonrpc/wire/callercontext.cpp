#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/wire/callercontext_p.h>

#include <array>

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

extern "C" char **environ;

namespace DaemonRpc {

QByteArrayList callersEnvironment()
{
    QByteArrayList entries;
    if (!environ)
        return entries;
    qsizetype count = 0;
    while (environ[count])
        ++count;
    entries.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        QByteArray entry(environ[i]);
        if (entry.indexOf('=') > 0)
            entries.append(std::move(entry));
    }
    return entries;
}

QByteArray callersWorkingDirectory()
{
    std::array<char, PATH_MAX> path;
    // Linux says "(unreachable)…" for a directory outside of the process's root (getcwd(3)).
    if (::getcwd(path.data(), path.size()) && path[0] == '/')
        return QByteArray(path.data());
    // A directory that has been deleted keeps its name here, with a mark behind it: a program is then refused
    // for want of its directory, instead of running in another one.
    const ssize_t size = ::readlink("/proc/self/cwd", path.data(), path.size());
    return size > 0 && path[0] == '/' ? QByteArray(path.data(), size) : QByteArrayLiteral("/nonexistent");
}

quint32 callersUmask()
{
    // umask(2) can only be asked by changing it, and another thread may be creating a file just then. Linux
    // also tells it in proc(5), within the first lines.
    const FileDescriptor status(::open("/proc/self/status", O_RDONLY | O_CLOEXEC));
    if (status.isValid()) {
        std::array<char, 512> buffer;
        const ssize_t size = ::read(status.get(), buffer.data(), buffer.size());
        const QByteArrayView text(buffer.data(), size > 0 ? size : 0);
        const QByteArrayView label("\nUmask:");
        const qsizetype at = text.indexOf(label);
        if (at >= 0) {
            const QByteArrayView rest = text.sliced(at + label.size());
            const qsizetype end = rest.indexOf('\n');
            bool isNumber = false;
            const uint mask = rest.first(end < 0 ? 0 : end).trimmed().toByteArray().toUInt(&isNumber, 8);
            if (isNumber)
                return mask & 0777;
        }
    }
    const mode_t mask = ::umask(077);
    ::umask(mask);
    return static_cast<quint32>(mask) & 0777;
}

} // namespace DaemonRpc
