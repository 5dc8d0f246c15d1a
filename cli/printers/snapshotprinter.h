// What daemons tell, as cells and fields.
#pragma once

#include "printers/table.h"

#include <daemonrpc/admin/connectionsnapshot.h>
#include <daemonrpc/admin/daemonsnapshot.h>
#include <daemonrpc/admin/requestsnapshot.h>

namespace DaemonRpc::Cli {

/// "ready", "degraded", "draining (2 left)".
[[nodiscard]] Cell stateCell(const DaemonSnapshot &daemon);

/// Version and the beginning of the build id: "0.1.0 (4b24a0da)".
[[nodiscard]] QString versionLabel(const DaemonSnapshot &daemon);

/// The details of one daemon, one per line.
[[nodiscard]] QString daemonDetails(const DaemonSnapshot &daemon, bool isColored);

/// How a request stands or ended: "running", "exit 0", "signal 9", "queue_full", and by whom it was
/// cancelled.
[[nodiscard]] Cell outcomeCell(const RequestSnapshot &request);

[[nodiscard]] Table requestTable(const QList<RequestSnapshot> &requests);

/// Whether a table says to which daemon each row belongs.
enum class WithDaemons { No, Yes };

/// A table for addConnections(), still empty.
[[nodiscard]] Table connectionTable(WithDaemons withDaemons);

/// Adds one row per connection; @p daemonName starts it when the table has daemons, and is empty otherwise.
void addConnections(Table &table, const QList<ConnectionSnapshot> &connections,
                    const QString &daemonName = {});

} // namespace DaemonRpc::Cli
