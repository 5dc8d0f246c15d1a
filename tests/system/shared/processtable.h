// What the system tells about processes (proc(5)).
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace SystemTesting {

/// The live processes whose command line holds @p text, without this one. A zombie has none.
[[nodiscard]] QList<qint64> processesMentioning(const QByteArray &text);

/// The live children of @p pid.
[[nodiscard]] QList<qint64> childrenOf(qint64 pid);

/// Whether @p pid is there and no zombie.
[[nodiscard]] bool isAlive(qint64 pid);

/// Whether @p pid has ended and was not waited for.
[[nodiscard]] bool isZombie(qint64 pid);

/// The session that @p pid belongs to; -1 when it is gone.
[[nodiscard]] qint64 sessionOf(qint64 pid);

/// The arguments of @p pid, joined by blanks; for messages.
[[nodiscard]] QByteArray commandLineOf(qint64 pid);

/// Memory that @p pid has for itself alone and has written to, in bytes; -1 when unknown.
[[nodiscard]] qint64 privateDirtyBytes(qint64 pid);

/// Where the descriptors of @p pid lead, by number.
[[nodiscard]] QHash<int, QString> descriptorsOf(qint64 pid);

/// kill(2), a process group when @p pid is negative. Only for processes that the test has started.
void sendSignal(qint64 pid, int signal);

} // namespace SystemTesting
