// The room's logging category.
#pragma once

#include <QLoggingCategory>

namespace DaemonRpc {

Q_DECLARE_LOGGING_CATEGORY(lcPlugin)

} // namespace DaemonRpc
