#include "atomicfile_p.h"

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/oserror.h>

#include <QFile>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

static bool writeAll(int descriptor, const QByteArray &content)
{
    qsizetype written = 0;
    while (written < content.size()) {
        const ssize_t n =
            ::write(descriptor, content.constData() + written, static_cast<size_t>(content.size() - written));
        if (n < 0 && errno != EINTR)
            return false;
        written += n > 0 ? n : 0;
    }
    return true;
}

Result<void> replaceFile(const QString &path, const QByteArray &content, quint32 mode)
{
    const QByteArray newName = QFile::encodeName(path + QStringLiteral(".%1.new").arg(::getpid()));
    ::unlink(newName.constData()); // of a process with this pid that died
    const FileDescriptor file(
        ::open(newName.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot create a file beside"), path));
    if (::fchmod(file.get(), mode) == 0 && writeAll(file.get(), content) &&
        ::rename(newName.constData(), QFile::encodeName(path).constData()) == 0) {
        return {};
    }
    const Error error = errorFromErrno(errno, QStringLiteral("cannot write"), path);
    ::unlink(newName.constData());
    return unexpected(error);
}

} // namespace DaemonRpc
