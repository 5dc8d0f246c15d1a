// How well started copies of a command serve.
#pragma once

#include <daemonrpc/service/export.h>

#include <QMap>
#include <QString>

namespace DaemonRpc {

/// Why a call of a warm command was started cold.
enum class ColdReason {
    Arguments,          ///< It has arguments of its own.
    CallersEnvironment, ///< The command wants the caller's environment.
    CallersDirectory,   ///< The command wants the caller's directory.
    NoInput,            ///< The command reads no input: a copy would not wait for its call.
    NoneReady,          ///< Every copy is in use or still to be started.
};

/// The name of @p reason in snake_case, as used in JSON.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QString coldReasonName(ColdReason reason);
/// @p reason for people: "it has arguments of its own".
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QString coldReasonText(ColdReason reason);

/// Figures of one WarmPool since its command was defined. Value.
struct WarmPoolStatistics
{
    int wanted = 0;                   ///< Copies that shall be ready.
    int ready = 0;                    ///< Started and waiting.
    int starting = 0;                 ///< Still to be started, perhaps after a pause.
    int inUse = 0;                    ///< Persistent workers at work on a call.
    quint64 hits = 0;                 ///< Calls served by a copy.
    QMap<ColdReason, quint64> misses; ///< Calls started cold.
    quint64 died = 0;                 ///< Copies that ended while they waited.
    quint64 replaced = 0;             ///< Copies replaced for their age or memory.

    friend bool operator==(const WarmPoolStatistics &, const WarmPoolStatistics &) = default;
};

} // namespace DaemonRpc
