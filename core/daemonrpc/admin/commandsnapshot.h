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

    static CommandSnapshot fromHandler(const QByteArray &name, const CommandHandler &handler);
    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<CommandSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const CommandSnapshot &, const CommandSnapshot &) = default;
};

} // namespace DaemonRpc
