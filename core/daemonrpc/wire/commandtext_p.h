// What Command needs of a command line beside splitCommandText().
#pragma once

#include <QByteArrayView>

namespace DaemonRpc {

/// How many arguments splitCommandText() would give; takes no memory.
[[nodiscard]] qsizetype countCommandArguments(QByteArrayView text);

} // namespace DaemonRpc
