#include <daemonrpc/base/oserror.h>

#include <system_error>

#include <errno.h>

namespace DaemonRpc {

ErrorCode errorCodeFromErrno(int errnoValue)
{
    switch (errnoValue) {
    case ENOENT: return ErrorCode::NotRunning;
    case ECONNREFUSED: return ErrorCode::ConnectionRefused;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorCode::PermissionDenied;
    case ENAMETOOLONG: return ErrorCode::NameTooLong;
    case ELOOP: return ErrorCode::UnsafeDirectory;
    case EPIPE:
    case ECONNRESET: return ErrorCode::ConnectionLost;
    case ETIMEDOUT: return ErrorCode::Timeout;
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case ENOBUFS:
    case ENOSPC:
    case EDQUOT:
    case EAGAIN: return ErrorCode::ResourceExhausted;
    default: return ErrorCode::IoError;
    }
}

QString errnoText(int errnoValue)
{
    return QString::fromStdString(std::generic_category().message(errnoValue));
}

Error errorFromErrno(int errnoValue, const QString &what, const QString &subject)
{
    return Error(errorCodeFromErrno(errnoValue),
                 QStringLiteral("%1 %2: %3").arg(what, subject, errnoText(errnoValue)));
}

} // namespace DaemonRpc
