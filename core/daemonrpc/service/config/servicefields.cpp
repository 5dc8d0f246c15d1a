#include "configurationtables_p.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

namespace {

using Key = ConfigurationKey;
using Type = Key::Type;
using S = ServiceConfiguration;

constexpr qint64 maxTime = std::numeric_limits<int>::max(); // a QTimer counts milliseconds in an int
constexpr qint64 mebibyte = 1024 * 1024;

template <auto section, auto member>
ConfigurationField<S> field(Key key)
{
    return ConfigurationFields::field<S, section, member>(std::move(key));
}

Key flag(const QString &path, const QString &description)
{
    return {.path = path, .type = Type::Flag, .description = description};
}

Key number(const QString &path, qint64 minimum, qint64 maximum, const QString &unit,
           const QString &description)
{
    return {.path = path,
            .type = Type::Number,
            .description = description,
            .minimum = minimum,
            .maximum = maximum,
            .unit = unit};
}

Key time(const QString &path, const QString &description)
{
    return number(path, 0, maxTime, u"milliseconds"_s, description);
}

Key text(Type type, const QString &path, const QString &description)
{
    return {.path = path, .type = type, .description = description};
}

Key choice(const QString &path, const QStringList &choices, const QString &description)
{
    return {.path = path,
            .type = Type::Choice,
            .description = description,
            .choices = choices,
            .mayBeEmpty = false};
}

Key atRestart(Key key)
{
    key.effect = Key::Effect::Restart;
    return key;
}

Key notEmpty(Key key)
{
    key.mayBeEmpty = false;
    return key;
}

QList<ConfigurationField<S>> daemonFields()
{
    return {
        field<&S::daemon, &S::Daemon::pidFile>(atRestart(
            text(Type::Path, u"daemon.pid_file"_s,
                 u"One more pid file, of the classic kind: the number and a newline. Empty: none."_s))),
        field<&S::daemon, &S::Daemon::workingDirectory>(
            notEmpty(atRestart(text(Type::Path, u"daemon.working_directory"_s,
                                    u"Where the daemon works. Commands run where their caller is."_s)))),
        field<&S::daemon, &S::Daemon::user>(
            atRestart(text(Type::Text, u"daemon.user"_s,
                           u"Name or number of the user to become, when root starts the daemon. Empty: stay "
                           u"who started it."_s))),
        field<&S::daemon, &S::Daemon::group>(
            atRestart(text(Type::Text, u"daemon.group"_s,
                           u"Name or number of the group to become. Empty: the user's own."_s))),
        field<&S::daemon, &S::Daemon::idleExit>(
            time(u"daemon.idle_exit_ms"_s,
                 u"Exit after this long without requests. 0: never. Running requests count as activity, "
                 u"connections that only watch do not."_s)),
        field<&S::sockets, &S::Sockets::localPath>(
            atRestart(text(Type::Path, u"sockets.local.path"_s,
                           u"The socket, besides the one in the runtime directory. Empty: none."_s))),
        field<&S::sockets, &S::Sockets::localPermissions>(
            atRestart(text(Type::Permissions, u"sockets.local.permissions"_s,
                           u"Permissions of that socket. Who may connect to it is still decided by the user "
                           u"that the kernel names."_s))),
        field<&S::workers, &S::Workers::count>(
            atRestart(number(u"workers.count"_s, 1, 1024, u"threads"_s, u"How many."_s))),
        field<&S::workers, &S::Workers::queueSize>(
            atRestart(number(u"workers.queue_size"_s, 0, 1000000, u"requests"_s,
                             u"Blocking requests that may wait for a thread; more are refused at once, with "
                             u"an error that can be retried."_s))),
    };
}

Key portNumber(const QString &path)
{
    return atRestart(number(path, 0, std::numeric_limits<quint16>::max(), {}, u"The port. 0: none."_s));
}

Key listenAddress(const QString &path, const QString &more)
{
    return notEmpty(
        atRestart(text(Type::Text, path,
                       u"Where to listen: a number such as `127.0.0.1`, `::1`, `0.0.0.0`, or `::` for "
                       u"everything, IPv4 as well."_s +
                           more)));
}

QList<ConfigurationField<S>> networkFields()
{
    return {
        field<&S::sockets, &S::Sockets::tcpPort>(portNumber(u"sockets.tcp.port"_s)),
        field<&S::sockets, &S::Sockets::tcpAddress>(listenAddress(u"sockets.tcp.address"_s, {})),
        field<&S::sockets, &S::Sockets::tcpAllowUnencryptedNetwork>(atRestart(flag(
            u"sockets.tcp.allow_unencrypted_network"_s,
            u"Listen at an address that is not this machine's loopback, though everybody in between can read "
            u"the token. For networks that are protected themselves."_s))),
        field<&S::sockets, &S::Sockets::tlsPort>(portNumber(u"sockets.tls.port"_s)),
        field<&S::sockets, &S::Sockets::tlsAddress>(listenAddress(u"sockets.tls.address"_s, {})),
        field<&S::sockets, &S::Sockets::tlsCertificate>(
            atRestart(text(Type::Path, u"sockets.tls.certificate"_s,
                           u"The daemon's certificate, followed by those of the authorities in between."_s))),
        field<&S::sockets, &S::Sockets::tlsKey>(
            atRestart(text(Type::Path, u"sockets.tls.key"_s,
                           u"Its key: RSA or EC, without a passphrase, not readable by everybody."_s))),
        field<&S::sockets, &S::Sockets::tlsClientCa>(
            atRestart(text(Type::Path, u"sockets.tls.client_ca"_s,
                           u"The authorities whose certificates clients may show; see `access.certificates`. "
                           u"Empty: clients are not asked."_s))),
        field<&S::sockets, &S::Sockets::tlsRequireClientCertificate>(
            atRestart(flag(u"sockets.tls.require_client_certificate"_s,
                           u"Let nobody in without such a certificate, whatever token it has."_s))),
        field<&S::sockets, &S::Sockets::remoteMaxConnections>(
            number(u"sockets.remote.max_connections"_s, 1, 1 << 20, u"connections"_s,
                   u"Connections of each port at a time; more are closed at once."_s)),
        field<&S::sockets, &S::Sockets::remoteConnectionsPerMinute>(
            number(u"sockets.remote.connections_per_minute"_s, 0, 1 << 20, u"connections"_s,
                   u"New connections of one address; a tenth of them may come at once. 0: no limit."_s)),
        field<&S::sockets, &S::Sockets::remoteMaxHandshakes>(
            number(u"sockets.remote.max_handshakes"_s, 1, 1 << 16, u"handshakes"_s,
                   u"TLS handshakes under way at a time; for one more the oldest is given up."_s)),
        field<&S::sockets, &S::Sockets::remoteHandshakeTimeout>(
            time(u"sockets.remote.handshake_timeout_ms"_s, u"How long a TLS handshake may take."_s)),
    };
}

Key roles(const QString &path, const QString &description)
{
    return {.path = path,
            .type = Type::ChoiceMap,
            .description = description,
            .choices = {u"read-only"_s, u"control"_s}};
}

QList<ConfigurationField<S>> accessFields()
{
    return {
        field<&S::access, &S::Access::users>(roles(
            u"access.users"_s,
            u"Other users of this machine, by name or number, as `alice: read-only`. They need a socket that "
            u"they can reach, see `sockets.local`. A later layer replaces all of them."_s)),
        field<&S::access, &S::Access::certificates>(roles(
            u"access.certificates"_s,
            u"Clients at `sockets.tls`, by the common name of their certificate, as `ci: control`. A later "
            u"layer replaces all of them."_s)),
        field<&S::access, &S::Access::controlTokenFile>(text(
            Type::Path, u"access.control_token_file"_s,
            u"Remote clients with the token in this file have control. The file is the daemon's user's, mode "
            u"0600, no link; `daemon-rpcd --make-token FILE` makes one. It is read at each use: a new token "
            u"counts at once."_s)),
        field<&S::access, &S::Access::readOnlyTokenFile>(
            text(Type::Path, u"access.read_only_token_file"_s, u"The same for the role read-only."_s)),
        field<&S::access, &S::Access::failedTokensPerMinute>(number(
            u"access.failed_tokens_per_minute"_s, 1, 1 << 20, u"tokens"_s,
            u"Wrong tokens that one address may send, ten of them at once; after that none of its tokens "
            u"is looked at for a while."_s)),
        field<&S::access, &S::Access::remoteCommands>(
            {.path = u"access.remote_commands"_s,
             .type = Type::TextList,
             .description = u"Commands that remote clients with control may run besides those with `remote: "
                            u"true`; for the stock ones, as `echo`. With `exec` they may run anything."_s}),
    };
}

QList<ConfigurationField<S>> performanceFields()
{
    return {
        field<&S::performance, &S::Performance::maxConnections>(
            number(u"performance.max_connections"_s, 1, std::numeric_limits<int>::max(), u"connections"_s,
                   u"Connections at a time. One user may have as many, or 512 as long as this is the "
                   u"default."_s)),
        field<&S::performance, &S::Performance::requestTimeout>(
            time(u"performance.request_timeout_ms"_s,
                 u"How long a request may run; then it is cancelled and its caller told. 0: no limit."_s)),
        field<&S::performance, &S::Performance::shutdownTimeout>(
            time(u"performance.shutdown_timeout_ms"_s,
                 u"How long a stop waits for running requests before it cancels them."_s)),
        field<&S::performance, &S::Performance::grace>(
            time(u"performance.grace_ms"_s, u"Time between asking a request to stop and forcing it."_s)),
        field<&S::performance, &S::Performance::highWaterBytes>(
            number(u"performance.high_water_bytes"_s, 4096, 1024 * mebibyte, u"bytes"_s,
                   u"Output that may wait for a slow client before the command that writes it is paused."_s)),
        field<&S::performance, &S::Performance::chunkBytes>(
            number(u"performance.chunk_bytes"_s, 4096, mebibyte, u"bytes"_s,
                   u"How much is read from a program at a time."_s)),
        field<&S::performance, &S::Performance::maxCommandBytes>(
            number(u"performance.max_command_bytes"_s, 4096, 15 * mebibyte, u"bytes"_s,
                   u"One command with its arguments and environment; larger ones are refused."_s)),
        field<&S::health, &S::Health::checkInterval>(
            time(u"health.check_interval_ms"_s,
                 u"Time between two rounds of checks. 0: only when somebody asks."_s)),
        field<&S::health, &S::Health::restartOnFailure>(
            flag(u"health.restart_on_failure"_s,
                 u"Hand over to a fresh copy when a check fails for good. No running request is dropped."_s)),
        field<&S::health, &S::Health::maxRestartAttempts>(
            number(u"health.max_restart_attempts"_s, 0, 1000, u"attempts"_s,
                   u"How often, before the daemon stays as it is and reports itself degraded."_s)),
        field<&S::health, &S::Health::restartDelay>(time(
            u"health.restart_delay_ms"_s, u"Before the first attempt; doubled with each further one."_s)),
        field<&S::health, &S::Health::httpPort>(number(
            u"health.http_port"_s, 0, 65535, {},
            u"Serve `/healthz`, `/readyz` and `/metrics` over HTTP at this port of 127.0.0.1 and ::1, to "
            u"every user of this machine, without a token: there is nothing to change there. 0: only on "
            u"the daemon's own sockets."_s)),
    };
}

QList<ConfigurationField<S>> loggingFields()
{
    const QStringList levels{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s};
    Key categories{.path = u"logging.categories"_s,
                   .type = Type::ChoiceMap,
                   .description = u"Levels of single categories, as `daemonrpc.server: debug`. A later layer "
                                  u"replaces all of them."_s,
                   .choices = levels};
    return {
        field<&S::logging, &S::Logging::level>(
            choice(u"logging.level"_s, levels, u"What is less important than this is left out."_s)),
        field<&S::logging, &S::Logging::categories>(categories),
        field<&S::logging, &S::Logging::file>(
            text(Type::Path, u"logging.file"_s,
                 u"The log. Empty: `daemon-rpc-ID.log` in the runtime directory."_s)),
        field<&S::logging, &S::Logging::maxSizeMb>(number(u"logging.max_size_mb"_s, 1, 1024 * 1024, u"MiB"_s,
                                                          u"The log is rotated when it reaches this."_s)),
        field<&S::logging, &S::Logging::maxFiles>(number(u"logging.max_files"_s, 1, 1000, u"files"_s,
                                                         u"Logs that are kept, the current one too."_s)),
        field<&S::logging, &S::Logging::syslog>(flag(u"logging.syslog"_s, u"Send to syslog(3) as well."_s)),
        field<&S::logging, &S::Logging::journal>(
            flag(u"logging.journal"_s, u"Send to systemd's journal as well, where there is one."_s)),
        field<&S::logging, &S::Logging::format>(
            choice(u"logging.format"_s, {u"text"_s, u"json"_s}, u"Lines for people or for programs."_s)),
        field<&S::logging, &S::Logging::traceRequests>(
            flag(u"logging.trace_requests"_s, u"One line for every step of each request."_s)),
    };
}

QList<ConfigurationField<S>> limitFields()
{
    constexpr qint64 unlimited = std::numeric_limits<qint64>::max();
    return {
        field<&S::limits, &S::ResourceLimits::coreBytes>(
            number(u"limits.core_bytes"_s, 0, unlimited, u"bytes"_s,
                   u"The largest core dump. 0: none, since it could hold what callers sent."_s)),
        field<&S::limits, &S::ResourceLimits::openFiles>(
            number(u"limits.open_files"_s, 0, 1 << 20, u"descriptors"_s,
                   u"Open files. 0: as the daemon was started."_s)),
        field<&S::limits, &S::ResourceLimits::memoryMb>(
            number(u"limits.memory_mb"_s, 0, 1LL << 32, u"MiB"_s,
                   u"Address space. 0: as the daemon was started."_s)),
    };
}

QList<ConfigurationField<S>> pluginFields()
{
    return {
        field<&S::plugins, &S::Plugins::directory>(
            atRestart(text(Type::Path, u"plugins.directory"_s,
                           u"Where the shared objects of plugins are; it and they must belong to root or to "
                           u"the daemon's user, and nobody else may write there. Empty: no plugins."_s))),
        field<&S::plugins, &S::Plugins::enabled>(
            atRestart(text(Type::TextList, u"plugins.enabled"_s,
                           u"The names of the plugins to load. Empty: all in the directory."_s))),
        field<&S::plugins, &S::Plugins::settings>(
            atRestart(text(Type::Environment, u"plugins.settings"_s,
                           u"What plugins are told, as `PLUGIN.KEY: value`; each sees its own."_s))),
    };
}

} // namespace

const QList<ConfigurationField<ServiceConfiguration>> &ConfigurationTables::serviceFields()
{
    static const QList<ConfigurationField<S>> fields = daemonFields() + networkFields() + accessFields() +
                                                       performanceFields() + loggingFields() + limitFields() +
                                                       pluginFields();
    return fields;
}

} // namespace DaemonRpc
