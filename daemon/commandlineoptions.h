// The options of daemon-rpcd, and its help.
#pragma once

#include <QCommandLineOption>
#include <QList>

namespace DaemonRpc {

/// Every option, described in the language that is spoken now.
[[nodiscard]] QList<QCommandLineOption> commandLineOptions();

/// The text of --help.
[[nodiscard]] QString commandLineHelp();

} // namespace DaemonRpc
