// Checks of the place where the daemons' files are.
#pragma once

#include "doctor/doctorcontext.h"
#include "doctor/finding.h"

namespace DaemonRpc::Cli {

/// Whether the socket's path fits, and that of a draining daemon.
[[nodiscard]] Findings checkPathLength(const DoctorContext &context);

/// Whether the runtime directory can be trusted and used.
[[nodiscard]] Findings checkRuntimeDirectory(const DoctorContext &context);

/// Owner, mode and kind of every file of a daemon in it.
[[nodiscard]] Findings checkFiles(const DoctorContext &context);

/// Whether the file system is one on which sockets and locks work, with room left.
[[nodiscard]] Findings checkFileSystem(const DoctorContext &context);

/// What it means that @p path lies on a file system of type @p magic (statfs(2)).
[[nodiscard]] Finding judgeFileSystem(quint64 magic, const QString &path);

} // namespace DaemonRpc::Cli
