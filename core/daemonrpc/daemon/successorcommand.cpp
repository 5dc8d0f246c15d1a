#include <daemonrpc/daemon/successorcommand.h>

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <iterator>

#include <sys/stat.h>

namespace DaemonRpc {

/// Options with a value that belong to one start.
static bool belongsToOneStart(const QString &option)
{
    static constexpr const char *names[] = {
        "--daemon-id",          "--runtime-dir",     "--build-timestamp",
        "--build-id",           "--build-of",        "--inherit-lock-fd",
        "--inherit-socket-fd",  "--ready-fd",        "--inherit-socket-inode",
        "--inherit-supervised", "--restart-attempt",
    };
    return std::any_of(std::begin(names), std::end(names),
                       [&option](const char *name) { return option == QLatin1String(name); });
}

static bool isSameFile(const QString &path, const char *other)
{
    struct stat first = {};
    struct stat second = {};
    return ::stat(QFile::encodeName(path).constData(), &first) == 0 && ::stat(other, &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/// The path that @p name led to when this program was started by it.
static QString ownProgram(const QString &name)
{
    static constexpr char self[] = "/proc/self/exe";
    const QString called =
        name.contains(u'/') ? QFileInfo(name).absoluteFilePath() : QStandardPaths::findExecutable(name);
    // A name is only what the caller chose to give. Links are kept: they may lead elsewhere by then.
    if (!called.isEmpty() && isSameFile(called, self))
        return called;
    QString path = QFile::symLinkTarget(QLatin1String(self));
    const QLatin1String deleted(" (deleted)"); // proc(5)
    if (path.endsWith(deleted) && !QFile::exists(path))
        path.chop(deleted.size());
    return path;
}

SuccessorCommand SuccessorCommand::ofThisProcess(const QStringList &arguments)
{
    SuccessorCommand command;
    command.program = ownProgram(arguments.value(0));
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (belongsToOneStart(argument))
            ++i; // its value, too
        else if (!belongsToOneStart(argument.section(u'=', 0, 0)))
            command.arguments.append(QFile::encodeName(argument));
    }
    return command;
}

} // namespace DaemonRpc
