// Numbers as people read them.
#pragma once

#include <QString>

#include <chrono>

namespace DaemonRpc::Cli {

/// "350 ms", "5 s", "1.5 s", "2 min 3 s", "3 h 5 min", "2 d 4 h": at most two units. Negative counts as zero.
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration);

/// "812 B", "1.5 KiB", "20 MiB".
[[nodiscard]] QString formatBytes(qint64 bytes);

/// "0.3", "1200.0": something per second, without a unit.
[[nodiscard]] QString formatRate(double perSecond);

/// "2024-05-01 12:00:00" in local time, from milliseconds since the epoch.
[[nodiscard]] QString formatTime(qint64 epochMs);

} // namespace DaemonRpc::Cli
