#include "ownfile_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/instance/tokenfile.h>

#include <QFile>

#include <algorithm>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

Result<QByteArray> TokenFile::read(const QString &path)
{
    const auto unsafe = [&path](const QString &why) {
        return unexpected(ErrorCode::UnsafeDirectory,
                          QStringLiteral("refusing to use the token file %1: it %2").arg(path, why));
    };
    const FileDescriptor file(::open(QFile::encodeName(path).constData(),
                                     O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isValid() && errno == ELOOP)
        return unsafe(QStringLiteral("is a symbolic link; name the file itself"));
    if (!file.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot open the token file"), path));
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot examine the token file"), path));
    if (!S_ISREG(status.st_mode))
        return unsafe(QStringLiteral("is no regular file"));
    if (status.st_uid != ::geteuid())
        return unsafe(QStringLiteral("belongs to user %1; make a copy of your own").arg(status.st_uid));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return unsafe(QStringLiteral("is open to others; run chmod 600 on it, and make a new token if others "
                                     "may have seen it"));
    // A line end, and one byte that is too much.
    const QByteArray token = readAt(file.get(), 0, maxBytes + 3).trimmed();
    const bool isOneWord =
        std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (token.size() < minBytes || token.size() > maxBytes || !isOneWord) {
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("%1 holds no token: that is one line of %2 to %3 letters, digits and "
                           "signs; make one with daemon-rpcd --make-token")
                .arg(path)
                .arg(minBytes)
                .arg(maxBytes));
    }
    return token;
}

Result<void> TokenFile::create(const QString &path)
{
    constexpr qsizetype randomBytes = 32;
    QByteArray random(randomBytes, Qt::Uninitialized);
    if (::getentropy(random.data(), randomBytes) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot make a token for"), path));
    const QByteArray token = random.toHex() + '\n';
    const FileDescriptor file(::open(QFile::encodeName(path).constData(),
                                     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                     S_IRUSR | S_IWUSR));
    if (!file.isValid() && errno == EEXIST) {
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("%1 exists already; remove it first if its token is to be replaced").arg(path));
    }
    if (!file.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot create the token file"), path));
    return writeAt(file.get(), 0, token, path);
}

bool TokenFile::matches(QByteArrayView token, QByteArrayView presented)
{
    if (token.isEmpty())
        return false;
    // volatile: the compiler must not find a way out of the loop.
    volatile unsigned char difference = token.size() == presented.size() ? 0 : 1;
    for (qsizetype i = 0; i < presented.size(); ++i) {
        const auto mine = static_cast<unsigned char>(token[i % token.size()]);
        difference = difference | static_cast<unsigned char>(mine ^ static_cast<unsigned char>(presented[i]));
    }
    return difference == 0;
}

} // namespace DaemonRpc
