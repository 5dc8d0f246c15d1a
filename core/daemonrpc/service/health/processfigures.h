// What this process uses of its machine.
#pragma once

#include <daemonrpc/service/export.h>

#include <QString>

#include <chrono>
#include <optional>

namespace DaemonRpc {

/// Figures of the calling process, read from proc(5) when asked; nothing where the system does not tell.
///
///     if (const std::optional<qint64> bytes = ProcessFigures::privateBytes())
///         show(*bytes);
class DAEMONRPC_SERVICE_EXPORT ProcessFigures
{
public:
    /// Bytes that it has for itself and has written to: Private_Dirty of @p smapsPath, or, where that cannot
    /// be read, what @p statmPath has beyond shared pages.
    [[nodiscard]] static std::optional<qint64>
    privateBytes(const QString &smapsPath = QStringLiteral("/proc/self/smaps_rollup"),
                 const QString &statmPath = QStringLiteral("/proc/self/statm"));

    /// Bytes in memory, shared ones included.
    [[nodiscard]] static std::optional<qint64>
    residentBytes(const QString &statmPath = QStringLiteral("/proc/self/statm"));

    /// Open descriptors: the entries of @p directory.
    [[nodiscard]] static std::optional<qint64>
    openDescriptors(const QString &directory = QStringLiteral("/proc/self/fd"));

    /// How many descriptors may be open (RLIMIT_NOFILE); 0 for any number.
    [[nodiscard]] static quint64 descriptorLimit();

    /// Processor time used so far, in user and kernel mode together.
    [[nodiscard]] static std::chrono::microseconds processorTime();
};

} // namespace DaemonRpc
