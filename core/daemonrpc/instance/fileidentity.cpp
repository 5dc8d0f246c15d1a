#include <daemonrpc/base/oserror.h>
#include <daemonrpc/instance/fileidentity.h>

#include <QFile>

#include <cerrno>

#include <sys/stat.h>

namespace DaemonRpc {

FileIdentity::FileIdentity(QString path, quint64 device, quint64 inode)
    : m_path(std::move(path))
    , m_device(device)
    , m_inode(inode)
{}

Result<FileIdentity> FileIdentity::ofPath(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot examine"), path));
    return FileIdentity(path, status.st_dev, status.st_ino);
}

Result<FileIdentity> FileIdentity::ofDescriptor(int descriptor, const QString &path)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot examine"), path));
    return FileIdentity(path, status.st_dev, status.st_ino);
}

bool FileIdentity::isIntact() const
{
    const Result<FileIdentity> now = ofPath(m_path);
    return now && *now == *this;
}

FileIdentity FileIdentity::movedTo(const QString &path) const
{
    return FileIdentity(path, m_device, m_inode);
}

} // namespace DaemonRpc
