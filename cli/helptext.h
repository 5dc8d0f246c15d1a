// What --help and --version print.
#pragma once

#include "subcommand.h"

namespace DaemonRpc::Cli {

[[nodiscard]] QString helpText(const QList<SubcommandSpec> &subcommands);
[[nodiscard]] QString helpText(const SubcommandSpec &subcommand);

/// Version, build and protocol, one per line.
[[nodiscard]] QString versionText(const BuildIdentity &build);

} // namespace DaemonRpc::Cli
