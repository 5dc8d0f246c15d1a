// What --since takes.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QDateTime>

namespace DaemonRpc::Cli {

/// The moment that @p text means, in milliseconds since the epoch: how long ago ("90s", "10m", "1.5h", "2d"),
/// a date and time ("2026-01-31T08:00:00Z", "2026-01-31 08:00", "2026-01-31"), or a time of today ("08:00",
/// "08:00:30"). Local time unless a zone is given. Errors: InvalidArgument.
[[nodiscard]] Result<qint64> sinceTime(const QByteArray &text, const QDateTime &now);

} // namespace DaemonRpc::Cli
