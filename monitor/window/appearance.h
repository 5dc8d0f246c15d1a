// The colours of the window.
#pragma once

#include "window/monitoroptions.h"

#include <QPalette>

namespace DaemonRpc::Monitor {

/// The colours of @p theme: Light or Dark. Contrasts of text are at least 4.5 to 1.
[[nodiscard]] QPalette themePalette(Theme theme);

/// Has the application look as @p theme says; System leaves it as the platform wants it. Before there are
/// widgets.
void applyTheme(Theme theme);

} // namespace DaemonRpc::Monitor
