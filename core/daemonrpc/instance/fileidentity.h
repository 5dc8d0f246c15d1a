// Which file a path named at one moment.
#pragma once

#include <daemonrpc/base/result.h>

namespace DaemonRpc {

/// A path together with the device and inode it named: tells later whether it still names the same file.
/// Value.
///
///     const Result<FileIdentity> before = FileIdentity::ofPath(path);
///     …
///     if (!before->isIntact())
///         bindAgain();
class DAEMONRPC_EXPORT FileIdentity
{
public:
    /// The file at @p path, a link itself and not its target. Errors: of lstat(2).
    static Result<FileIdentity> ofPath(const QString &path);

    /// The open file @p descriptor, expected at @p path. Errors: of fstat(2).
    static Result<FileIdentity> ofDescriptor(int descriptor, const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] quint64 inode() const { return m_inode; }

    /// Whether the path names this very file now.
    [[nodiscard]] bool isIntact() const;

    /// The same file under another path, after a rename.
    [[nodiscard]] FileIdentity movedTo(const QString &path) const;

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;

private:
    FileIdentity(QString path, quint64 device, quint64 inode);

    QString m_path;
    quint64 m_device;
    quint64 m_inode;
};

} // namespace DaemonRpc
