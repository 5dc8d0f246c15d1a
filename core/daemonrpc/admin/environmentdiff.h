// How the environment of a request differs from its daemon's.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArrayList>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace DaemonRpc {

/// A variable that a client has sent and the daemon has not, or has another value of. Value.
struct DAEMONRPC_EXPORT EnvironmentVariable
{
    QString name;
    QString value;           ///< EnvironmentDiff::mark when hidden.
    QString daemonValue;     ///< The daemon's own, alike; empty for one that the daemon has not.
    qint64 omittedBytes = 0; ///< Of both values, beyond EnvironmentDiff::maxValueBytes each.
    bool isHidden = false;   ///< It looks like a secret.

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type. What is too long is cut.
    static Result<EnvironmentVariable> fromJson(const QJsonObject &json);

    friend bool operator==(const EnvironmentVariable &, const EnvironmentVariable &) = default;
};

/// The variables that differ, sorted by name. Value; part of RequestDetails.
///
/// Hidden are the values of variables whose name holds TOKEN, PASS, SECRET, KEY or CREDENTIAL, in any case,
/// or ends in _PWD, and values with a password in a URL (`https://me:word@host`). That is a guess: a secret
/// in a variable of another name is shown.
struct DAEMONRPC_EXPORT EnvironmentDiff
{
    // What is told at most.
    static constexpr qsizetype maxVariables = 256;   ///< Of all kinds together.
    static constexpr qsizetype maxBytes = 64 * 1024; ///< Of their names and values together.
    static constexpr qsizetype maxValueBytes = 4096; ///< Of one value; longer ones are cut.
    static constexpr qsizetype maxNameBytes = 256;   ///< Of a name; variables with longer ones are left out.

    /// Stands for a hidden value.
    static constexpr QStringView mark = u"***";

    QList<EnvironmentVariable> added;   ///< The daemon has them not.
    QList<EnvironmentVariable> changed; ///< The daemon has another value.
    QStringList removed;                ///< Only the daemon has them.
    qint64 omittedVariables = 0;        ///< They differ, too, and are not told.

    /// Both are lists of "NAME=value"; of several of one name the first counts, as with getenv(3). Bytes that
    /// are no UTF-8 are replaced.
    [[nodiscard]] static EnvironmentDiff between(const QByteArrayList &daemons,
                                                 const QByteArrayList &requests);

    [[nodiscard]] static bool isSecret(QByteArrayView name, QByteArrayView value);

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type. Lists that are too long are
    /// cut.
    static Result<EnvironmentDiff> fromJson(const QJsonObject &json);

    friend bool operator==(const EnvironmentDiff &, const EnvironmentDiff &) = default;
};

} // namespace DaemonRpc
