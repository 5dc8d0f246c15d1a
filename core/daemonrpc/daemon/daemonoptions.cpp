#include <daemonrpc/daemon/daemonoptions.h>

#include <limits>
#include <optional>

namespace DaemonRpc {

static constexpr quint64 maxDescriptor = 1 << 20; // Linux's limit on open files (fs.nr_open)

// "--name value" or "--name=value"; the last one counts.
static std::optional<QString> valueOf(const QStringList &arguments, const QString &name)
{
    std::optional<QString> value;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == name && i + 1 < arguments.size())
            value = arguments[i + 1];
        else if (arguments[i].startsWith(name + u'='))
            value = arguments[i].mid(name.size() + 1);
    }
    return value;
}

/// The value of option @p name, from 0 to @p maximum, into @p target; untouched when it is not given.
template <typename Number>
static Result<void> readNumber(const QStringList &arguments, const QString &name, quint64 maximum,
                               Number *target)
{
    const std::optional<QString> given = valueOf(arguments, name);
    if (!given)
        return {};
    const QString &text = *given;
    bool isNumber = false;
    const quint64 number = text.toULongLong(&isNumber);
    if (!isNumber || number > maximum) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 needs a whole number from 0 to %2, not \"%3\"")
                              .arg(name)
                              .arg(maximum)
                              .arg(text));
    }
    *target = static_cast<Number>(number);
    return {};
}

static Result<void> readInheritance(const QStringList &arguments, Inheritance *inheritance)
{
    if (const Result<void> read =
            readNumber(arguments, QStringLiteral("--inherit-lock-fd"), maxDescriptor, &inheritance->lockFd);
        !read)
        return read;
    if (const Result<void> read = readNumber(arguments, QStringLiteral("--inherit-socket-fd"), maxDescriptor,
                                             &inheritance->socketFd);
        !read)
        return read;
    int isSupervised = 0;
    if (const Result<void> read =
            readNumber(arguments, QStringLiteral("--inherit-supervised"), 1, &isSupervised);
        !read)
        return read;
    inheritance->isSupervised = isSupervised == 1;
    return readNumber(arguments, QStringLiteral("--inherit-socket-inode"),
                      std::numeric_limits<quint64>::max(), &inheritance->socketInode);
}

static Result<void> readBuild(const QStringList &arguments, BuildIdentity *build)
{
    constexpr quint64 maxTimestamp = 1ULL << 52; // far beyond any date, exact in JSON
    BuildIdentity given = *build;
    if (const Result<void> read =
            readNumber(arguments, QStringLiteral("--build-timestamp"), maxTimestamp, &given.timestampMs);
        !read)
        return read;
    if (const std::optional<QString> text = valueOf(arguments, QStringLiteral("--build-id")))
        given.id = text->toUtf8().left(64);
    const std::optional<QString> holder = valueOf(arguments, QStringLiteral("--build-of"));
    if (!holder || holder->toUtf8() == BuildIdentity::current().id)
        *build = given;
    return {};
}

Result<DaemonOptions> DaemonOptions::fromArguments(const QStringList &arguments)
{
    constexpr quint64 maxAttempt = 1 << 20;
    DaemonOptions options;
    if (const std::optional<QString> text = valueOf(arguments, QStringLiteral("--daemon-id"))) {
        const Result<DaemonId> id = DaemonId::parse(*text);
        if (!id)
            return unexpected(id.error());
        options.id = *id;
    }
    options.runtimeDirectory = valueOf(arguments, QStringLiteral("--runtime-dir")).value_or(QString());
    options.restartCommand = SuccessorCommand::ofThisProcess(arguments);
    Result<void> read = readBuild(arguments, &options.build);
    if (read)
        read = readNumber(arguments, QStringLiteral("--ready-fd"), maxDescriptor, &options.readyFd);
    if (read)
        read = readInheritance(arguments, &options.inheritance);
    if (read)
        read =
            readNumber(arguments, QStringLiteral("--restart-attempt"), maxAttempt, &options.restartAttempt);
    if (!read)
        return unexpected(read.error());
    return options;
}

} // namespace DaemonRpc
