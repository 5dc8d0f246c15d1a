#include "globaloptions.h"

#include "escaping.h"
#include "suggestion.h"

#include <daemonrpc/instance/tokenfile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

#include <pwd.h>

namespace DaemonRpc::Cli {

QList<OptionSpec> GlobalOptions::specs()
{
    return {
        {"daemon-id", 0, "ID", tr("the daemon to use (DAEMON_RPC_ID; \"default\")")},
        {"runtime-dir", 0, "DIR", tr("where daemons live (DAEMON_RPC_RUNTIME_DIR)")},
        {"address", 0, "ADDRESS", tr("tcp://HOST:PORT, tls://HOST:PORT or local:/PATH (DAEMON_RPC_ADDRESS)")},
        {"token-file", 0, "FILE", tr("the token for that address (DAEMON_RPC_TOKEN_FILE)")},
        {"tls-ca", 0, "FILE", tr("who signs that daemon's certificate (the system's authorities)")},
        {"tls-certificate", 0, "FILE", tr("the certificate to show to that daemon")},
        {"tls-key", 0, "FILE", tr("the key of that certificate")},
        {"tls-server-name", 0, "NAME", tr("what that daemon's certificate must be for (HOST)")},
        {"daemon", 0, "PATH", tr("the daemon program to start (DAEMON_RPC_DAEMON)")},
        {"config", 0, "FILE", tr("the configuration of a daemon that is started")},
        {"spawn-timeout", 0, "MS", tr("how long starting a daemon may take (10000)")},
        {"no-spawn", 0, "", tr("never start a daemon")},
        {"in-process", 0, "", tr("run the command without any daemon")},
        {"version-policy", 0, "POLICY", tr("newer-wins, exact or ignore: which daemon to replace")},
        {"timeout", 0, "MS", tr("cancel the command after this time")},
        {"owner", 0, "USER", tr("talk to the daemon of another user, as root")},
        {"quiet", 'q', "", tr("errors only, no notices")},
        {"verbose", 'v', "", tr("all notices, and what led to an error")},
        {"color", 0, "WHEN", tr("auto, always or never")},
        {"help", 'h', "", tr("show help, also for one subcommand")},
        {"version", 'V', "", tr("show version, build and protocol")},
    };
}

namespace {

// The sentence has the value as %1 and the name of the option as %2.
Error invalidValue(const QString &sentence, const QByteArray &name, const QByteArray &value)
{
    return Error(ErrorCode::InvalidArgument,
                 sentence.arg(escapedForTerminal(value), QString::fromUtf8(name)));
}

QString needsFile() { return GlobalOptions::tr("\"%1\" is no value for --%2, give a file"); }

template <typename Enum, size_t Count>
Result<Enum> parseChoice(const QByteArray &name, const QByteArray &value,
                         const std::array<std::pair<const char *, Enum>, Count> &choices)
{
    QByteArrayList names;
    for (const auto &[choice, meaning] : choices) {
        if (value == choice)
            return meaning;
        names.append(choice);
    }
    return unexpected(ErrorCode::InvalidArgument, GlobalOptions::tr("\"%1\" is no value for --%2, give %3")
                                                      .arg(escapedForTerminal(value), QString::fromUtf8(name),
                                                           QString::fromUtf8(names.join(", "))));
}

constexpr std::array<std::pair<const char *, VersionPolicy>, 3> versionPolicies{{
    {"newer-wins", VersionPolicy::NewerWins},
    {"exact", VersionPolicy::Exact},
    {"ignore", VersionPolicy::Ignore},
}};

constexpr std::array<std::pair<const char *, ColorMode>, 3> colorModes{{
    {"auto", ColorMode::Auto},
    {"always", ColorMode::Always},
    {"never", ColorMode::Never},
}};

Result<quint32> parseUser(const QByteArray &name)
{
    bool isNumber = false;
    const uint uid = name.toUInt(&isNumber);
    if (isNumber)
        return uid;
    if (const struct passwd *entry = ::getpwnam(name.constData()))
        return entry->pw_uid;
    return unexpected(ErrorCode::InvalidArgument,
                      GlobalOptions::tr("there is no user \"%1\"").arg(escapedForTerminal(name)));
}

Result<void> parseLocation(const OptionValues &values, GlobalOptions &options)
{
    const QByteArray fromEnvironment = qgetenv("DAEMON_RPC_ID");
    const bool isIdSet = values.isSet("daemon-id");
    if (isIdSet || !fromEnvironment.isEmpty()) {
        const QByteArray id = isIdSet ? values.value("daemon-id") : fromEnvironment;
        const Result<DaemonId> parsed = DaemonId::parse(QString::fromUtf8(id));
        if (!parsed)
            return unexpected(parsed.error().withContext(isIdSet
                                                             ? GlobalOptions::tr("reading --daemon-id")
                                                             : GlobalOptions::tr("reading DAEMON_RPC_ID")));
        options.daemonId = *parsed;
    }
    if (values.isSet("runtime-dir")) {
        if (values.value("runtime-dir").isEmpty())
            return unexpected(invalidValue(GlobalOptions::tr("\"%1\" is no value for --%2, give a directory"),
                                           "runtime-dir", {}));
        options.runtimeDirectory = QFile::decodeName(values.value("runtime-dir"));
    }
    if (values.isSet("owner")) {
        const Result<quint32> user = parseUser(values.value("owner"));
        if (!user)
            return unexpected(user.error());
        options.owner = *user;
        options.ownerName = escapedForTerminal(values.value("owner"));
    }
    return {};
}

Result<QString> parseFile(const OptionValues &values, const QByteArray &name)
{
    if (!values.isSet(name))
        return QString();
    if (values.value(name).isEmpty())
        return unexpected(invalidValue(needsFile(), name, {}));
    return QDir::current().absoluteFilePath(QFile::decodeName(values.value(name)));
}

// A daemon that is named by the command line is not looked for where the environment says.
Result<void> parseAddress(const OptionValues &values, GlobalOptions &options)
{
    const bool isSet = values.isSet("address");
    const bool isNamed = values.isSet("daemon-id");
    const QByteArray text = isSet ? values.value("address") : qgetenv("DAEMON_RPC_ADDRESS");
    if (!isSet && (isNamed || text.isEmpty()))
        return {};
    const Result<Address> address = Address::parse(QString::fromUtf8(text));
    if (!address) {
        return unexpected(address.error().withContext(isSet
                                                          ? GlobalOptions::tr("reading --address")
                                                          : GlobalOptions::tr("reading DAEMON_RPC_ADDRESS")));
    }
    if (isSet && isNamed && (address->isRemote() || !address->path().isEmpty())) {
        return unexpected(
            ErrorCode::InvalidArgument,
            GlobalOptions::tr("--address and --daemon-id exclude each other, give one of them"));
    }
    if (address->scheme() == Address::Scheme::Memory)
        return unexpected(invalidValue(
            GlobalOptions::tr(
                "\"%1\" is no value for --%2, give tcp://HOST:PORT, tls://HOST:PORT or local:/PATH"),
            "address", text));
    options.address = *address;
    // local:NAME is another way to write --daemon-id.
    if (!address->name().isEmpty()) {
        options.daemonId = *DaemonId::parse(address->name());
        options.address = Address();
    }
    return {};
}

Result<void> parseSecurity(const OptionValues &values, GlobalOptions &options)
{
    for (const auto &[name, target] :
         {std::pair{"tls-ca", &options.tls.ca}, std::pair{"tls-certificate", &options.tls.certificate},
          std::pair{"tls-key", &options.tls.key}}) {
        const Result<QString> file = parseFile(values, name);
        if (!file)
            return unexpected(file.error());
        *target = *file;
    }
    options.tls.serverName = QString::fromUtf8(values.value("tls-server-name"));
    Result<QString> tokenFile = parseFile(values, "token-file");
    if (!tokenFile)
        return unexpected(tokenFile.error());
    if (tokenFile->isEmpty() && !qEnvironmentVariableIsEmpty("DAEMON_RPC_TOKEN_FILE"))
        tokenFile = QDir::current().absoluteFilePath(QFile::decodeName(qgetenv("DAEMON_RPC_TOKEN_FILE")));
    // A token that nobody gets to see need not be read.
    if (tokenFile->isEmpty() || !options.address.isRemote())
        return {};
    const Result<QByteArray> token = TokenFile::read(*tokenFile);
    if (!token)
        return unexpected(token.error());
    options.token = *token;
    return {};
}

Result<void> parseStarting(const OptionValues &values, GlobalOptions &options)
{
    const QByteArray program = values.isSet("daemon") ? values.value("daemon") : qgetenv("DAEMON_RPC_DAEMON");
    if (values.isSet("daemon") && program.isEmpty())
        return unexpected(
            invalidValue(GlobalOptions::tr("\"%1\" is no value for --%2, give a program"), "daemon", {}));
    const QString path = QFile::decodeName(program);
    options.daemonProgram = path.contains(QLatin1Char('/')) ? QDir::current().absoluteFilePath(path) : path;
    if (values.isSet("config")) {
        const QByteArray file = values.value("config");
        if (file.isEmpty())
            return unexpected(invalidValue(needsFile(), "config", {}));
        options.daemonArguments = {
            "--config", QFile::encodeName(QDir::current().absoluteFilePath(QFile::decodeName(file)))};
    }
    if (values.isSet("spawn-timeout")) {
        const auto timeout = parseMilliseconds("spawn-timeout", values.value("spawn-timeout"));
        if (!timeout)
            return unexpected(timeout.error());
        options.spawnTimeout = *timeout;
    }
    if (values.isSet("version-policy")) {
        const auto policy = parseChoice("version-policy", values.value("version-policy"), versionPolicies);
        if (!policy)
            return unexpected(policy.error());
        options.versionPolicy = *policy;
    }
    options.maySpawn = !values.isSet("no-spawn");
    options.isInProcess = values.isSet("in-process");
    return {};
}

Result<void> parseManner(const OptionValues &values, GlobalOptions &options)
{
    if (values.isSet("timeout")) {
        const auto timeout = parseMilliseconds("timeout", values.value("timeout"));
        if (!timeout)
            return unexpected(timeout.error());
        options.timeout = *timeout;
    }
    if (values.isSet("color")) {
        const auto color = parseChoice("color", values.value("color"), colorModes);
        if (!color)
            return unexpected(color.error());
        options.color = *color;
    }
    if (values.isSet("quiet") && values.isSet("verbose"))
        return unexpected(ErrorCode::InvalidArgument,
                          GlobalOptions::tr("--quiet and --verbose exclude each other, give one of them"));
    if (values.isSet("quiet"))
        options.verbosity = Verbosity::Quiet;
    if (values.isSet("verbose"))
        options.verbosity = Verbosity::Verbose;
    return {};
}

} // namespace

Result<GlobalOptions> GlobalOptions::parse(const OptionValues &values)
{
    GlobalOptions options;
    for (const auto &part : {parseLocation, parseAddress, parseSecurity, parseStarting, parseManner}) {
        if (const Result<void> parsed = part(values, options); !parsed)
            return unexpected(parsed.error());
    }
    return options;
}

ClientOptions GlobalOptions::clientOptions(const BuildIdentity &build, const QString &ownDirectory) const
{
    ClientOptions options;
    options.daemonId = daemonId;
    options.address = address;
    options.token = token;
    options.tls = tls;
    options.runtimeDirectory = runtimeDirectory;
    options.daemonProgram = daemonProgram.isEmpty() ? findDaemonProgram(ownDirectory) : daemonProgram;
    options.daemonArguments = daemonArguments;
    options.maySpawn = maySpawn;
    options.spawnTimeout = spawnTimeout;
    options.versionPolicy = versionPolicy;
    options.build = build;
    options.daemonOwner = owner;
    return options;
}

QString findDaemonProgram(const QString &ownDirectory)
{
    QString name = QStringLiteral("daemon-rpcd");
    for (const QString &folder :
         {QStringLiteral("."), QStringLiteral("../libexec"), QStringLiteral("../sbin")}) {
        QString path = QDir::cleanPath(ownDirectory + QLatin1Char('/') + folder + QLatin1Char('/') + name);
        const QFileInfo candidate(path);
        if (candidate.isFile() && candidate.isExecutable())
            return path;
    }
    return name;
}

Result<std::chrono::milliseconds> parseMilliseconds(const QByteArray &name, const QByteArray &text)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    const qint64 maximum = Command::maxTimeout.count();
    if (!isNumber || value < 1 || value > maximum)
        return unexpected(
            ErrorCode::InvalidArgument,
            GlobalOptions::tr("\"%1\" is no value for --%2, give a number of milliseconds from 1 to %3")
                .arg(escapedForTerminal(text), QString::fromUtf8(name))
                .arg(maximum));
    return std::chrono::milliseconds(value);
}

} // namespace DaemonRpc::Cli
