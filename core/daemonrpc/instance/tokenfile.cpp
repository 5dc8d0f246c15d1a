#include "ownfile_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/instance/tokenfile.h>

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

namespace {

class TokenFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::TokenFile)
};

// What was asked of the system for a token file.
enum class Attempt { Open, Examine, Create };

Error systemError(int errnoValue, Attempt attempt, const QString &path)
{
    const QString sentence =
        attempt == Attempt::Open      ? TokenFileTexts::tr("cannot open the token file %1: %2")
        : attempt == Attempt::Examine ? TokenFileTexts::tr("cannot examine the token file %1: %2")
                                      : TokenFileTexts::tr("cannot create the token file %1: %2");
    return Error(errorCodeFromErrno(errnoValue), sentence.arg(path, errnoText(errnoValue)));
}

} // namespace

Result<QByteArray> TokenFile::read(const QString &path)
{
    // The sentence has the path as %1.
    const auto unsafe = [&path](const QString &sentence) {
        return unexpected(ErrorCode::UnsafeDirectory, sentence.arg(path));
    };
    const FileDescriptor file(::open(QFile::encodeName(path).constData(),
                                     O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isValid() && errno == ELOOP)
        return unsafe(TokenFileTexts::tr(
            "refusing to use the token file %1: it is a symbolic link; name the file itself"));
    if (!file.isValid())
        return unexpected(systemError(errno, Attempt::Open, path));
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return unexpected(systemError(errno, Attempt::Examine, path));
    if (!S_ISREG(status.st_mode))
        return unsafe(TokenFileTexts::tr("refusing to use the token file %1: it is no regular file"));
    if (status.st_uid != ::geteuid())
        return unexpected(
            ErrorCode::UnsafeDirectory,
            TokenFileTexts::tr(
                "refusing to use the token file %1: it belongs to user %2; make a copy of your own")
                .arg(path, QString::number(status.st_uid)));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return unsafe(TokenFileTexts::tr("refusing to use the token file %1: it is open to others; run chmod "
                                         "600 on it, and make a new token if others may have seen it"));
    // A line end, and one byte that is too much.
    const QByteArray token = readAt(file.get(), 0, maxBytes + 3).trimmed();
    const bool isOneWord =
        std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (token.size() < minBytes || token.size() > maxBytes || !isOneWord) {
        return unexpected(
            ErrorCode::InvalidArgument,
            TokenFileTexts::tr("%1 holds no token: that is one line of %2 to %3 letters, digits and "
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
            TokenFileTexts::tr("%1 exists already; remove it first if its token is to be replaced")
                .arg(path));
    }
    if (!file.isValid())
        return unexpected(systemError(errno, Attempt::Create, path));
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
