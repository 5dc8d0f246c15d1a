#include "doctor/daemonchecks.h"

#include "printers/shownname.h"

#include <QByteArrayMatcher>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStandardPaths>

#include <array>

#include <unistd.h>

namespace DaemonRpc::Cli {

namespace {

class DaemonChecks
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::DaemonChecks)
};

} // namespace

static QString labelOf(const SurveyedDaemon &daemon)
{
    //: The subject of a sentence.
    return DaemonChecks::tr("daemon \"%1\"").arg(daemon.instance.name.toString());
}

static Finding judgeDaemon(const QString &name, const SurveyedDaemon &daemon)
{
    const qint64 pid = DoctorContext::pidOf(daemon);
    const QString who =
        pid > 0 ? DaemonChecks::tr("%1 (pid %2)").arg(labelOf(daemon)).arg(pid) : labelOf(daemon);
    if (!daemon.snapshot) {
        return Finding::problem(
            name,
            daemon.error ? DaemonChecks::tr("%1 does not answer: %2").arg(who, daemon.error->message())
                         : DaemonChecks::tr("%1 does not answer, and no reason is known").arg(who),
            pid > 0 ? DaemonChecks::tr("see its log, %1; if it hangs: kill -KILL %2")
                          .arg(daemon.instance.logPath)
                          .arg(pid)
                    : DaemonChecks::tr("see its log, %1").arg(daemon.instance.logPath));
    }
    if (daemon.snapshot->state == QLatin1String("degraded") && daemon.snapshot->quarantinedWorkers == 0)
        return Finding::warning(name, DaemonChecks::tr("%1 is degraded: a health check fails").arg(who),
                                DaemonChecks::tr("daemon-rpc health says which, and why"));
    if (daemon.snapshot->state == QLatin1String("degraded"))
        return Finding::warning(
            name,
            DaemonChecks::tr("%1 is degraded: %n worker(s) held by handlers that ignore their cancellation",
                             nullptr, static_cast<int>(daemon.snapshot->quarantinedWorkers))
                .arg(who),
            QStringLiteral("daemon-rpc restart"));
    return Finding::ok(name, DaemonChecks::tr("%1 answers and is %2")
                                 .arg(who, shownName(NameOf::DaemonState, daemon.snapshot->state)));
}

Findings checkDaemons(const DoctorContext &context)
{
    const QString name = QStringLiteral("daemon");
    Findings findings;
    for (const SurveyedDaemon &daemon : context.daemons) {
        if (!daemon.isDead())
            findings.append(judgeDaemon(name, daemon));
    }
    if (findings.isEmpty())
        findings.append(Finding::ok(name, DaemonChecks::tr("none is running; the first call starts one")));
    return findings;
}

Findings checkStaleFiles(const DoctorContext &context)
{
    const QString name = QStringLiteral("stale_files");
    QStringList stale;
    for (const SurveyedDaemon &daemon : context.daemons) {
        if (!daemon.isDead())
            continue;
        QStringList files{daemon.instance.socketPath, daemon.instance.pidPath};
        // The lock of a serving daemon stays, empty, when it ends; that of a draining one is its own.
        if (daemon.instance.name.isDraining())
            files.append(daemon.instance.lockPath);
        for (const QString &file : files) {
            if (!file.isEmpty() && QFileInfo::exists(file))
                stale.append(file);
        }
    }
    const QDir folder(context.directory.path());
    for (const QString &file : folder.entryList({QStringLiteral("daemon-rpc-*.displaced*")},
                                                QDir::Files | QDir::System | QDir::Hidden))
        stale.append(folder.filePath(file));
    if (stale.isEmpty())
        return {Finding::ok(name, DaemonChecks::tr("there are none"))};
    return {Finding::warning(
        name, DaemonChecks::tr("left by daemons that are gone: %1").arg(stale.join(QStringLiteral(", "))),
        DaemonChecks::tr("harmless, the next start replaces its own; or rm %1").arg(stale.join(u' ')))};
}

/// Whether the program @p path carries the build id @p id; nothing when it cannot be read.
static std::optional<bool> carries(const QString &path, const QByteArray &id)
{
    QFile file(path);
    if (id.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const uchar *const bytes = file.map(0, file.size());
    if (bytes == nullptr)
        return std::nullopt;
    const QByteArrayMatcher matcher(id);
    return matcher.indexIn(reinterpret_cast<const char *>(bytes), file.size()) >= 0;
}

static Finding judgeProgram(const QString &name, const DoctorContext &context)
{
    const QString program = context.daemonProgram.contains(u'/')
                                ? context.daemonProgram
                                : QStandardPaths::findExecutable(context.daemonProgram);
    if (program.isEmpty() || !QFileInfo(program).isExecutable() || !QFileInfo(program).isFile()) {
        return Finding::problem(
            name,
            DaemonChecks::tr("there is no program %1 to start a daemon with")
                .arg(program.isEmpty() ? context.daemonProgram : program),
            DaemonChecks::tr(
                "install daemon-rpcd beside daemon-rpc, or name it with --daemon or DAEMON_RPC_DAEMON"));
    }
    // Looked for instead of asked for: a doctor runs nobody's programs. Where the library is shared, the
    // build is the library's and nothing can be told by the programs.
    const std::optional<bool> ownHasId = carries(QStringLiteral("/proc/self/exe"), context.build.id);
    const std::optional<bool> daemonHasId = carries(program, context.build.id);
    if (ownHasId.value_or(false) && daemonHasId && !*daemonHasId) {
        return Finding::warning(
            name,
            DaemonChecks::tr("%1 is not of the build of this client (%2)")
                .arg(program, QString::fromUtf8(context.build.id)),
            DaemonChecks::tr("install both from one package, or name the right one with --daemon"));
    }
    return Finding::ok(name, DaemonChecks::tr("%1 starts daemons").arg(program));
}

Findings checkVersions(const DoctorContext &context)
{
    const QString name = QStringLiteral("version");
    Findings findings{judgeProgram(name, context)};
    for (const SurveyedDaemon &daemon : context.daemons) {
        if (!daemon.snapshot || daemon.snapshot->state == QLatin1String("draining"))
            continue;
        const QString ownId = QString::fromUtf8(context.build.id);
        if (daemon.snapshot->buildId != ownId) {
            const bool isNewer = daemon.snapshot->buildTimestampMs > context.build.timestampMs;
            const QString text = isNewer
                                     ? DaemonChecks::tr("%1 is of build %2, this client of build %3: it is "
                                                        "newer, and refuses this client")
                                     : DaemonChecks::tr("%1 is of build %2, this client of build %3: the "
                                                        "next call replaces it");
            const QString fix = isNewer
                                    ? DaemonChecks::tr("update this client, or use --version-policy ignore")
                                    : DaemonChecks::tr("daemon-rpc restart, or --version-policy ignore");
            findings.append(
                Finding::warning(name, text.arg(labelOf(daemon), daemon.snapshot->buildId, ownId), fix));
            continue;
        }
        std::array<char, 4096> target{};
        const QByteArray link = "/proc/" + QByteArray::number(daemon.snapshot->pid) + "/exe";
        const ssize_t size = ::readlink(link.constData(), target.data(), target.size());
        if (size > 0 && QByteArray(target.data(), size).endsWith(" (deleted)"))
            findings.append(Finding::warning(
                name,
                DaemonChecks::tr("the program of %1 was replaced or removed since it started")
                    .arg(labelOf(daemon)),
                QStringLiteral("daemon-rpc restart")));
    }
    return findings;
}

QList<Zombie> zombies(const DoctorContext &context)
{
    QHash<qint64, QString> daemonIds;
    for (const SurveyedDaemon &daemon : context.daemons) {
        if (const qint64 pid = DoctorContext::pidOf(daemon); pid > 0)
            daemonIds.insert(pid, daemon.instance.name.toString());
    }
    QList<Zombie> found;
    if (daemonIds.isEmpty())
        return found;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const qint64 pid = name.toLongLong(&isNumber);
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (!isNumber || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        // The program's name, field 2, may hold anything: what follows the last parenthesis is regular.
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        const qint64 parent = fields.value(1).toLongLong();
        if (fields.value(0) == "Z" && daemonIds.contains(parent))
            found.append({pid, parent, daemonIds.value(parent)});
    }
    return found;
}

Findings judgeZombies(const QList<Zombie> &lasting)
{
    const QString name = QStringLiteral("zombies");
    if (lasting.isEmpty())
        return {Finding::ok(name, DaemonChecks::tr("no daemon has any"))};
    QStringList pids;
    for (const Zombie &zombie : lasting)
        pids.append(QString::number(zombie.pid));
    const Zombie &first = lasting.constFirst();
    return {Finding::warning(
        name,
        DaemonChecks::tr("daemon \"%1\" (pid %2) has not collected children that ended: %3")
            .arg(first.daemonId)
            .arg(first.daemonPid)
            .arg(pids.join(QStringLiteral(", "))),
        DaemonChecks::tr("if it hangs: kill -KILL %1; they go with it").arg(first.daemonPid))};
}

} // namespace DaemonRpc::Cli
