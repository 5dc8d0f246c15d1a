// Checks of the daemons and of what they left.
#pragma once

#include "doctor/doctorcontext.h"
#include "doctor/finding.h"

namespace DaemonRpc::Cli {

/// Whether those that live answer and are in order.
[[nodiscard]] Findings checkDaemons(const DoctorContext &context);

/// Files of daemons that are gone. Lock files and logs stay by design.
[[nodiscard]] Findings checkStaleFiles(const DoctorContext &context);

/// Whether client, running daemons and the program on disk are of one build.
[[nodiscard]] Findings checkVersions(const DoctorContext &context);

/// A child that has ended and that its daemon has not collected. Value.
struct Zombie
{
    qint64 pid = 0;
    qint64 daemonPid = 0;
    QString daemonId;

    friend bool operator==(const Zombie &, const Zombie &) = default;
};

/// The zombies of this moment; most are gone in the next.
[[nodiscard]] QList<Zombie> zombies(const DoctorContext &context);

/// @p lasting are those that were seen twice.
[[nodiscard]] Findings judgeZombies(const QList<Zombie> &lasting);

} // namespace DaemonRpc::Cli
