#include "doctor/tmpcleaner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>

#include <fnmatch.h>

namespace DaemonRpc::Cli {

namespace {

class TmpCleaner
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::TmpCleaner)
};

} // namespace

static constexpr qint64 maxRuleFileBytes = 1024 * 1024;

/// The files with rules, by name; of several with one name the first folder's counts.
static QMap<QString, QString> ruleFiles(const QString &systemRoot)
{
    QMap<QString, QString> files;
    for (const char *folder :
         {"/etc/tmpfiles.d", "/run/tmpfiles.d", "/usr/local/lib/tmpfiles.d", "/usr/lib/tmpfiles.d"}) {
        const QDir directory(systemRoot + QLatin1String(folder));
        for (const QString &name :
             directory.entryList({QStringLiteral("*.conf")}, QDir::Files | QDir::Hidden)) {
            if (!files.contains(name))
                files.insert(name, directory.filePath(name));
        }
    }
    return files;
}

static bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder == u"/" ? folder : folder + u'/');
}

static bool matches(const QString &pattern, const QString &path)
{
    return ::fnmatch(QFile::encodeName(pattern).constData(), QFile::encodeName(path).constData(),
                     FNM_PATHNAME) == 0;
}

/// Whether @p pattern names @p path or a folder above it.
static bool covers(const QString &pattern, QString path)
{
    while (path.size() > 1) {
        if (matches(pattern, path))
            return true;
        path = QFileInfo(path).path();
    }
    return false;
}

std::optional<CleaningRule> cleaningRuleFor(const QString &directory, const QString &systemRoot)
{
    std::optional<CleaningRule> best;
    bool isExcluded = false;
    const QMap<QString, QString> files = ruleFiles(systemRoot);
    for (const QString &path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.read(maxRuleFileBytes).split('\n')) {
            // Type, path, mode, user, group, age.
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() < 2 || fields.at(0).startsWith('#'))
                continue;
            const char type = fields.at(0).at(0);
            const QString target = QDir::cleanPath(QFile::decodeName(fields.at(1)));
            if (type == 'x' && covers(target, directory))
                isExcluded = true;
            const QByteArray age = fields.value(5, "-");
            if (!QByteArray("dDevqQ").contains(type) || age == "-" || age.isEmpty())
                continue;
            const bool concerns = type == 'e' ? covers(target, directory) : isWithin(directory, target);
            if (concerns && (!best || target.size() > best->path.size()))
                best = CleaningRule{target, QString::fromUtf8(age), path};
        }
    }
    return isExcluded ? std::nullopt : best;
}

Findings checkTmpCleaner(const DoctorContext &context)
{
    const QString name = QStringLiteral("tmp_cleaner");
    const QString path = context.directory.path();
    // Without systemd the rules are only used at boot, if at all.
    const bool hasSystemd = QFileInfo::exists(context.systemRoot + QStringLiteral("/run/systemd/system"));
    if (const std::optional<CleaningRule> rule = cleaningRuleFor(path, context.systemRoot);
        rule && hasSystemd) {
        return {Finding::warning(
            name,
            TmpCleaner::tr(
                "systemd-tmpfiles removes what is in %1 and was not used for %2 (%3): the files of a quiet "
                "daemon in %4, too; it puts them back")
                .arg(rule->path, rule->age, rule->file, path),
            TmpCleaner::tr(
                "as root: echo 'x %1' > /etc/tmpfiles.d/daemon-rpc.conf; or use a session that has "
                "/run/user/%2")
                .arg(path)
                .arg(context.directory.owner()))};
    }
    for (const char *cleaner : {"/etc/cron.daily/tmpreaper", "/etc/cron.daily/tmpwatch"}) {
        const QString script = context.systemRoot + QLatin1String(cleaner);
        if (QFileInfo::exists(script) &&
            (isWithin(path, QStringLiteral("/tmp")) || isWithin(path, QStringLiteral("/var/tmp"))))
            return {Finding::warning(
                name, TmpCleaner::tr("%1 removes old files in %2").arg(script, QFileInfo(path).path()),
                TmpCleaner::tr(
                    "exclude %1 in its configuration, or choose another directory with --runtime-dir")
                    .arg(path))};
    }
    return {Finding::ok(name, TmpCleaner::tr("nothing cleans up %1").arg(path))};
}

} // namespace DaemonRpc::Cli
