// The icon of the program.
#pragma once

#include <QIcon>

namespace DaemonRpc::Monitor {

/// In all sizes, from the program itself.
[[nodiscard]] QIcon programIcon();

} // namespace DaemonRpc::Monitor
