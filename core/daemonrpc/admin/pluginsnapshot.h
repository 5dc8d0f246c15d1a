// What a daemon tells about one of its plugins.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonObject>
#include <QStringList>

namespace DaemonRpc {

/// A plugin that was found or asked for. Value; an element of the result of daemon.plugins.
struct DAEMONRPC_EXPORT PluginSnapshot
{
    QString name; ///< As in its metadata; empty when those cannot be read.
    QString version;
    QString description;
    QString file;   ///< Absolute; empty for one that is wanted and was not found.
    QString state;  ///< "loaded", "failed", "disabled".
    QString reason; ///< Why it has failed or is disabled; empty for one that is loaded.
    QStringList commands;
    QStringList methods;

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<PluginSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const PluginSnapshot &, const PluginSnapshot &) = default;
};

} // namespace DaemonRpc
