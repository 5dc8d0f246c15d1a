#include <daemonrpc/base/oserror.h>
#include <daemonrpc/plugin/handlerplugin.h>
#include <daemonrpc/service/plugin/pluginfile.h>

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QLibrary>
#include <QLibraryInfo>
#include <QPluginLoader>
#include <QVersionNumber>

#include <algorithm>
#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static constexpr qsizetype maxNameLength = 64;
static constexpr qsizetype maxTextLength = 256; // of version and description

static Error unsafe(const QString &path, const QString &why)
{
    return Error(ErrorCode::UnsafeDirectory, u"refusing to load code from %1: it %2"_s.arg(path, why));
}

// Who can change what lies at @p path can have the daemon do anything.
static Result<void> checkOwnership(const QString &path, const struct stat &status, bool maySticky = false)
{
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) {
        return unexpected(unsafe(
            path, u"belongs to user %1; give it to root or to the daemon's user"_s.arg(status.st_uid)));
    }
    const bool isHarmless = maySticky && (status.st_mode & S_ISVTX) != 0;
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0 && !isHarmless) {
        return unexpected(unsafe(path, u"can be written by others (mode %1); run chmod go-w on it"_s.arg(
                                           status.st_mode & 07777, 4, 8, QLatin1Char('0'))));
    }
    return {};
}

Result<void> PluginFile::checkDirectory(const QString &directory)
{
    QString path = QFileInfo(directory).canonicalFilePath();
    if (path.isEmpty() || !QFileInfo(path).isDir()) {
        return unexpected(ErrorCode::IoError,
                          u"the directory of plugins %1 does not exist; create it or correct "
                          u"plugins.directory"_s.arg(directory));
    }
    // In a sticky directory above, as /tmp is one, nobody else can put another one in its place.
    for (bool isAbove = false;; isAbove = true) {
        struct stat status = {};
        if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
            return unexpected(errorFromErrno(errno, u"cannot examine the directory of plugins"_s, path));
        if (const Result<void> checked = checkOwnership(path, status, isAbove); !checked)
            return checked;
        if (path == u"/")
            return {};
        path = QFileInfo(path).path();
    }
}

QStringList PluginFile::list(const QString &directory)
{
    QStringList paths;
    const QDir folder(directory);
    // Broken links are listed too (System), to be complained of.
    const QStringList names = folder.entryList(QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        if (QLibrary::isLibrary(name))
            paths.append(folder.absoluteFilePath(name));
    }
    return paths;
}

static Result<void> checkFile(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (canonical.isEmpty())
        return unexpected(unsafe(path, u"is a link that leads nowhere"_s));
    if (QFileInfo(canonical).path() != QFileInfo(QFileInfo(path).path()).canonicalFilePath())
        return unexpected(unsafe(path, u"is a link out of its directory, to %1"_s.arg(canonical)));
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return unexpected(errorFromErrno(errno, u"cannot examine the plugin"_s, path));
    if (!S_ISREG(status.st_mode))
        return unexpected(unsafe(path, u"is no plain file"_s));
    if (status.st_size == 0)
        return unexpected(ErrorCode::InvalidArgument, u"%1 is no plugin: the file is empty"_s.arg(path));
    return checkOwnership(path, status);
}

static bool isGoodName(const QString &name)
{
    return !name.isEmpty() && name.size() <= maxNameLength &&
           std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
                      c == u'.' || c == u'_' || c == u'-';
           });
}

// One line for logs and tables.
static QString textOf(const QJsonObject &metadata, QLatin1String key)
{
    return metadata.value(key).toString().left(maxTextLength).simplified();
}

static Result<void> checkInterface(const QString &path, const QString &found)
{
    const QString own = QString::fromLatin1(DAEMONRPC_HANDLER_PLUGIN_IID);
    const qsizetype slash = own.lastIndexOf(u'/') + 1;
    if (found == own)
        return {};
    if (found.startsWith(QStringView(own).first(slash))) {
        return unexpected(ErrorCode::Unsupported,
                          u"%1 was built for version %2 of daemon-rpc, and this is %3; build it again"_s.arg(
                              path, found.mid(slash, maxNameLength), own.mid(slash)));
    }
    return unexpected(ErrorCode::Unsupported,
                      u"%1 is no plugin for daemon-rpc: it implements %2, not %3"_s.arg(
                          path, found.left(maxTextLength), own));
}

// As QPluginLoader::load() judges: the same major version, and no later minor one.
static Result<void> checkQt(const QString &path, const QJsonObject &metadata)
{
    const int number = metadata.value("version"_L1).toInt(); // 0x060400
    const QVersionNumber built(number >> 16, (number >> 8) & 0xff);
    const QVersionNumber own = QLibraryInfo::version();
    if (built.majorVersion() == own.majorVersion() && built.minorVersion() <= own.minorVersion())
        return {};
    return unexpected(ErrorCode::Unsupported,
                      u"%1 was built for Qt %2, and the daemon runs with Qt %3; build it again"_s.arg(
                          path, built.toString(), own.toString()));
}

Result<PluginFile> PluginFile::read(const QString &path)
{
    if (const Result<void> checked = checkFile(path); !checked)
        return unexpected(checked.error());
    const QPluginLoader loader(path);
    const QJsonObject all = loader.metaData();
    const QString interface = all.value("IID"_L1).toString();
    if (interface.isEmpty()) {
        return unexpected(ErrorCode::InvalidArgument,
                          u"%1 is no plugin: %2"_s.arg(path, loader.errorString()));
    }
    if (const Result<void> checked = checkInterface(path, interface); !checked)
        return unexpected(checked.error());
    if (const Result<void> checked = checkQt(path, all); !checked)
        return unexpected(checked.error());

    const QJsonObject metadata = all.value("MetaData"_L1).toObject();
    PluginFile file;
    file.m_path = path;
    file.m_name = metadata.value("name"_L1).toString();
    file.m_version = textOf(metadata, "version"_L1);
    file.m_description = textOf(metadata, "description"_L1);
    if (isGoodName(file.m_name))
        return file;
    return unexpected(
        ErrorCode::InvalidArgument,
        u"%1 has no good name in its metadata: expected 1 to %2 of A-Z a-z 0-9 . _ -"_s.arg(path).arg(
            maxNameLength));
}

} // namespace DaemonRpc
