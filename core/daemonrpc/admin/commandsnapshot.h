// What a daemon tells about one of its commands.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/handler/commandhandler.h>

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace DaemonRpc {

/// A command that a daemon knows. Value; an element of the result of daemon.commands.
struct DAEMONRPC_EXPORT CommandSnapshot
{
    QString name;
    QString summary; ///< For people; may be empty.
    QString handler; ///< As handlerKindName().
    bool isHidden = false;
    qint64 running = 0;
    qint64 waiting = 0;     ///< For their turn.
    qint64 maxParallel = 0; ///< Calls at a time; 0: no limit.
    qint64 warmWanted = 0;  ///< Copies that are to be kept started ahead.
    qint64 warmReady = 0;   ///< Those that wait for a call.
    qint64 warmCalls = 0;   ///< Served by a copy.
    qint64 coldCalls = 0;   ///< Of a command with copies, served without one.

    static CommandSnapshot fromHandler(const QByteArray &name, const CommandHandler &handler);
    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<CommandSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const CommandSnapshot &, const CommandSnapshot &) = default;
};

} // namespace DaemonRpc
