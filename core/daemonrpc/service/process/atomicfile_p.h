// Replacing a small file in one step.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>

namespace DaemonRpc {

/// Writes @p content into a new file beside @p path and renames it over @p path: a reader sees the old
/// content or the new, never a part. A link at @p path is replaced, not followed. The file has @p mode
/// whatever the umask. Errors: of open(2), write(2), rename(2).
Result<void> replaceFile(const QString &path, const QByteArray &content, quint32 mode);

} // namespace DaemonRpc
