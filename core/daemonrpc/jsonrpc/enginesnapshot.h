// What waits for an exclusive engine.
#pragma once

#include <daemonrpc/base/export.h>

#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace DaemonRpc {

/// One call of an ExclusiveEngine. Value.
struct DAEMONRPC_EXPORT EngineCallSnapshot
{
    QString method;
    QString caller;                   ///< "uid 1000, pid 4711".
    quint64 connectionId = 0;         ///< 0 within the process.
    std::chrono::milliseconds age{0}; ///< Since it runs, or since it waits.
    bool isCancelled = false;         ///< Runs on although its caller has given up.

    /// `{"method", "caller", "connection_id", "age_ms", "cancelled"}`.
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const EngineCallSnapshot &, const EngineCallSnapshot &) = default;
};

/// The queue of an ExclusiveEngine. Value.
struct DAEMONRPC_EXPORT EngineSnapshot
{
    QString name;
    std::optional<EngineCallSnapshot> running;
    QList<EngineCallSnapshot> waiting; ///< In the order in which they will run.
    int maxWaiting = 0;
    quint64 servedCount = 0; ///< Calls that have run to their end.

    /// `{"name", "running" (or null), "waiting", "waiting_count", "max_waiting", "served_count"}`.
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const EngineSnapshot &, const EngineSnapshot &) = default;
};

} // namespace DaemonRpc
