// What a daemon tells about itself, asked from within a test.
#pragma once

#include <daemonrpc/admin/daemonsnapshot.h>
#include <daemonrpc/admin/requestsnapshot.h>

#include <QList>

#include <optional>

namespace SystemTesting {

class DaemonFixture;

/// The status of daemon "default"; nothing when it does not answer.
[[nodiscard]] std::optional<DaemonRpc::DaemonSnapshot> statusOf(const DaemonFixture &fixture);

/// The requests that run; empty when the daemon does not answer.
[[nodiscard]] QList<DaemonRpc::RequestSnapshot> runningIn(const DaemonFixture &fixture);

/// The requests that have finished; empty when the daemon does not answer.
[[nodiscard]] QList<DaemonRpc::RequestSnapshot> historyOf(const DaemonFixture &fixture);

/// The cancellation of the latest finished request whose command begins with @p name, as soon as there is
/// one; nothing when none comes in time.
[[nodiscard]] std::optional<DaemonRpc::CancellationSnapshot> lastCancellation(const DaemonFixture &fixture,
                                                                              const QString &name);

} // namespace SystemTesting
