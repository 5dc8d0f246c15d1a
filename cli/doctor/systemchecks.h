// Checks of what the system allows.
#pragma once

#include "doctor/doctorcontext.h"
#include "doctor/finding.h"

#include <sys/resource.h>

namespace DaemonRpc::Cli {

/// Whether a sandbox (seccomp, a container, an old kernel) denies system calls that daemons need.
[[nodiscard]] Findings checkSandbox(const DoctorContext &context);

/// Descriptors and processes, of this process's limits and of running daemons.
[[nodiscard]] Findings checkLimits(const DoctorContext &context);

/// What @p openFiles means for a daemon that is started from here.
[[nodiscard]] Finding judgeOpenFiles(const rlimit &openFiles);

/// What it means that a user has @p count of @p limit processes.
[[nodiscard]] Finding judgeProcessCount(qint64 count, rlim_t limit);

} // namespace DaemonRpc::Cli
