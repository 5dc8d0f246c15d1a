// The first message of both sides.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

namespace DaemonRpc {

/// The version of the command protocol that this library speaks.
inline constexpr quint16 protocolVersion = 1;

/// What a client wants of the connection.
enum class Intent : quint8 {
    Run = 0,     ///< Execute one command.
    Admin = 1,   ///< Talk JSON-RPC; never replaces a daemon and is never refused for its build.
    Replace = 2, ///< Have the daemon hand over, whatever its build.
};

/// Which differences between client and daemon make the daemon hand over (behaviour: "Version change").
enum class VersionPolicy : quint8 {
    NewerWins = 0, ///< A newer client has an older daemon hand over; an older client is refused.
    Exact = 1,     ///< Any difference hands over.
    Ignore = 2,    ///< Only the protocol range counts.
};

/// Why the client connects. Only a fresh user action may replace a daemon.
enum class StartReason : quint8 { UserAction = 0, Reconnect = 1 };

/// Protocol range, build and intent. Value; CBOR map with integer keys.
struct DAEMONRPC_EXPORT VersionCheck
{
    static constexpr qsizetype maxBuildIdBytes = 64;
    static constexpr qsizetype maxCapabilities = 64;
    static constexpr qsizetype maxCapabilityBytes = 64;
    static constexpr qsizetype maxTokenBytes = 256;

    quint16 protocolMin = protocolVersion;
    quint16 protocolMax = protocolVersion;
    qint64 buildTimestampMs = 0;                       ///< Milliseconds since the epoch.
    QByteArray buildId;                                ///< At most 64 bytes; equal ids mean the same code.
    QByteArrayList capabilities;                       ///< At most 64 of at most 64 bytes.
    Intent intent = Intent::Run;                       ///< Client only.
    VersionPolicy policy = VersionPolicy::NewerWins;   ///< Client only.
    StartReason startReason = StartReason::UserAction; ///< Client only.
    quint64 requestId = 0; ///< Daemon only: the id of the request this connection will be; 0 before one.
    QByteArray token;      ///< Client only: what it authenticates with; at most 256 bytes.

    [[nodiscard]] QByteArray encode() const;
    /// Errors: ProtocolViolation. Unknown keys are skipped.
    static Result<VersionCheck> decode(QByteArrayView payload);

    friend bool operator==(const VersionCheck &, const VersionCheck &) = default;
};

} // namespace DaemonRpc
