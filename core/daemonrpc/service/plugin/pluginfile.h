// A plugin's file, looked at without running any of it.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/service/export.h>

#include <QString>
#include <QStringList>

namespace DaemonRpc {

/// A shared object that may be loaded, and what it says about itself. Value; made by read().
///
///     const Result<PluginFile> file = PluginFile::read(path);
///     if (!file)
///         qWarning().noquote() << file.error().message();
class DAEMONRPC_SERVICE_EXPORT PluginFile
{
public:
    /// Whether a daemon may load code from @p directory: it and all above it belong to root or to the
    /// effective user, and nobody else can write there (above it, a sticky directory such as /tmp is good).
    /// Errors: UnsafeDirectory; IoError when there is no such directory.
    static Result<void> checkDirectory(const QString &directory);

    /// The shared objects in @p directory, absolute, by name.
    [[nodiscard]] static QStringList list(const QString &directory);

    /// Looks at @p path: whose it is and who can write it, that it is no link out of its directory, that it
    /// is a Qt plugin of this interface, version and Qt, and its metadata. Errors: UnsafeDirectory;
    /// Unsupported, for another interface, version or Qt; InvalidArgument for anything else that is no
    /// plugin; IoError.
    static Result<PluginFile> read(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] const QString &name() const { return m_name; }

    [[nodiscard]] const QString &version() const { return m_version; }

    [[nodiscard]] const QString &description() const { return m_description; }

private:
    PluginFile() = default;

    QString m_path;
    QString m_name;
    QString m_version;
    QString m_description;
};

} // namespace DaemonRpc
