// What a program inherits from the process that starts it.
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace DaemonRpc {

/// The calling process's environment, without entries that are not NAME=value.
[[nodiscard]] QByteArrayList callersEnvironment();

/// The calling process's working directory, or empty when it has no absolute path any more.
[[nodiscard]] QByteArray callersWorkingDirectory();

/// The calling process's file mode creation mask.
[[nodiscard]] quint32 callersUmask();

} // namespace DaemonRpc
