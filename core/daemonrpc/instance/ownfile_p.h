// Opening files in a directory that others may write to.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>

#include <QByteArray>

#include <optional>

namespace DaemonRpc {

/// Opens @p path without following a link, close-on-exec, and makes sure that it is a regular file with one
/// name that belongs to @p owner (the effective user when not given). With O_CREAT in @p flags a new file has
/// mode 0600 whatever the umask. Never blocks on a FIFO. Errors: UnsafeDirectory; those of open(2).
Result<FileDescriptor> openOwnFile(const QString &path, int flags, std::optional<quint32> owner = {});

/// Reads up to @p maxBytes from @p offset; a read error ends the data.
QByteArray readAt(int descriptor, qint64 offset, qint64 maxBytes);

/// Writes all of @p data at @p offset. Errors: of pwrite(2).
Result<void> writeAt(int descriptor, qint64 offset, const QByteArray &data, const QString &path);

} // namespace DaemonRpc
