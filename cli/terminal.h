// What the standard streams are connected to.
#pragma once

#include <daemonrpc/wire/command.h>

namespace DaemonRpc::Cli {

enum class ColorMode { Auto, Always, Never };

/// The standard streams of this process, asked now: which are terminals, and the size and TERM of the first
/// that is.
[[nodiscard]] TerminalInfo currentTerminal();

/// Whether to colour what goes to a stream. Auto: when it is a terminal that can, and NO_COLOR (no-color.org)
/// is unset or empty.
[[nodiscard]] bool useColor(ColorMode mode, bool isTerminal, const QByteArray &terminalType);

} // namespace DaemonRpc::Cli
