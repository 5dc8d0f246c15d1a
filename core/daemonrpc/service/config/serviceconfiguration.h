// What a configuration says, as values.
#pragma once

#include <daemonrpc/service/command/commanddefinition.h>

#include <QByteArrayList>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>

namespace DaemonRpc {

/// The effective configuration of a daemon. Value; made by ConfigurationLoader, section by section as in the
/// file.
struct ServiceConfiguration
{
    struct Daemon
    {
        QString pidFile; ///< One more pid file, of the classic kind; empty: none.
        QString workingDirectory = QStringLiteral("/");
        QString user;                                        ///< Name or number; empty: who started it.
        QString group;                                       ///< Name or number; empty: the user's.
        std::chrono::milliseconds idleExit{3 * 3600 * 1000}; ///< 0: never.

        friend bool operator==(const Daemon &, const Daemon &) = default;
    };

    struct Sockets
    {
        QString localPath;               ///< One more socket to listen on; empty: none.
        quint32 localPermissions = 0600; ///< Of that socket.

        quint16 tcpPort = 0; ///< 0: none.
        QString tcpAddress = QStringLiteral("127.0.0.1");
        bool tcpAllowUnencryptedNetwork = false; ///< At another address than loopback.

        quint16 tlsPort = 0; ///< 0: none.
        QString tlsAddress = QStringLiteral("127.0.0.1");
        QString tlsCertificate; ///< PEM files.
        QString tlsKey;
        QString tlsClientCa; ///< Empty: clients are not asked for certificates.
        bool tlsRequireClientCertificate = false;

        int remoteMaxConnections = 256; ///< Of each port.
        int remoteConnectionsPerMinute = 1200;
        int remoteMaxHandshakes = 64;
        std::chrono::milliseconds remoteHandshakeTimeout{5000};

        friend bool operator==(const Sockets &, const Sockets &) = default;
    };

    struct Access
    {
        QMap<QString, QString> users;        ///< Roles of other users of this machine, by name or number.
        QMap<QString, QString> certificates; ///< Roles by the common name of a client's certificate.
        QString controlTokenFile;            ///< Empty: no token gives control.
        QString readOnlyTokenFile;
        int failedTokensPerMinute = 30;     ///< Of one address.
        QByteArrayList remoteCommands = {}; ///< Besides those with CommandDefinition::isRemote.

        friend bool operator==(const Access &, const Access &) = default;
    };

    struct Workers
    {
        int count = 4;
        int queueSize = 256;

        friend bool operator==(const Workers &, const Workers &) = default;
    };

    struct Performance
    {
        int maxConnections = 1024;
        std::chrono::milliseconds requestTimeout{0}; ///< 0: none.
        std::chrono::milliseconds shutdownTimeout{10000};
        std::chrono::milliseconds grace{5000};
        qint64 highWaterBytes = 1024 * 1024;
        qint64 chunkBytes = 64 * 1024; ///< Read from a program at a time.
        qint64 maxCommandBytes = 4 * 1024 * 1024;

        friend bool operator==(const Performance &, const Performance &) = default;
    };

    struct Health
    {
        std::chrono::milliseconds checkInterval{30000}; ///< 0: only when asked.
        bool restartOnFailure = true;
        int maxRestartAttempts = 3;
        std::chrono::milliseconds restartDelay{1000}; ///< Doubled with each attempt.
        int httpPort = 0;                             ///< 0: none.

        friend bool operator==(const Health &, const Health &) = default;
    };

    enum class LogFormat { Text, Json };

    struct Logging
    {
        QString level = QStringLiteral("info"); ///< debug, info, warning or error.
        QMap<QString, QString> categories;      ///< Levels of single categories.
        QString file;                           ///< Empty: the daemon's own in the runtime directory.
        int maxSizeMb = 10;
        int maxFiles = 5;
        bool syslog = false;
        bool journal = false;
        LogFormat format = LogFormat::Text;
        bool traceRequests = false; ///< One line for every step of each request.

        friend bool operator==(const Logging &, const Logging &) = default;
    };

    struct ResourceLimits
    {
        qint64 coreBytes = 0;
        qint64 openFiles = 0; ///< 0: as it is.
        qint64 memoryMb = 0;  ///< Address space; 0: as it is.

        friend bool operator==(const ResourceLimits &, const ResourceLimits &) = default;
    };

    struct Plugins
    {
        QString directory;       ///< Of the shared objects; empty: no plugins.
        QByteArrayList enabled;  ///< Names; empty: all in the directory.
        QByteArrayList settings; ///< "PLUGIN.KEY=value".

        friend bool operator==(const Plugins &, const Plugins &) = default;
    };

    Daemon daemon;
    Sockets sockets;
    Access access;
    Workers workers;
    Performance performance;
    Health health;
    Logging logging;
    ResourceLimits limits;
    Plugins plugins;
    QList<CommandDefinition> commands;

    friend bool operator==(const ServiceConfiguration &, const ServiceConfiguration &) = default;
};

} // namespace DaemonRpc
