#include <daemonrpc/daemon/daemonoptions.h>

#include <optional>

namespace DaemonRpc {

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

static Result<qint64> numberOf(const QString &name, const QString &text, qint64 maximum)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > maximum) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 needs a whole number from 0 to %2, not \"%3\"")
                              .arg(name)
                              .arg(maximum)
                              .arg(text));
    }
    return number;
}

Result<DaemonOptions> DaemonOptions::fromArguments(const QStringList &arguments)
{
    constexpr qint64 maxTimestamp = 1LL << 52; // far beyond any date, exact in JSON
    constexpr qint64 maxDescriptor = 1 << 20;  // Linux's limit on open files (fs.nr_open)
    DaemonOptions options;
    if (const std::optional<QString> text = valueOf(arguments, QStringLiteral("--daemon-id"))) {
        const Result<DaemonId> id = DaemonId::parse(*text);
        if (!id)
            return unexpected(id.error());
        options.id = *id;
    }
    options.runtimeDirectory = valueOf(arguments, QStringLiteral("--runtime-dir")).value_or(QString());
    if (const std::optional<QString> text = valueOf(arguments, QStringLiteral("--build-timestamp"))) {
        const Result<qint64> timestamp = numberOf(QStringLiteral("--build-timestamp"), *text, maxTimestamp);
        if (!timestamp)
            return unexpected(timestamp.error());
        options.build.timestampMs = *timestamp;
    }
    if (const std::optional<QString> text = valueOf(arguments, QStringLiteral("--build-id")))
        options.build.id = text->toUtf8().left(64);
    if (const std::optional<QString> text = valueOf(arguments, QStringLiteral("--ready-fd"))) {
        const Result<qint64> descriptor = numberOf(QStringLiteral("--ready-fd"), *text, maxDescriptor);
        if (!descriptor)
            return unexpected(descriptor.error());
        options.readyFd = static_cast<int>(*descriptor);
    }
    return options;
}

} // namespace DaemonRpc
