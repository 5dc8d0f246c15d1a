// What cleans up temporary directories.
#pragma once

#include "doctor/doctorcontext.h"
#include "doctor/finding.h"

#include <optional>

namespace DaemonRpc::Cli {

/// A rule by which systemd-tmpfiles removes files (tmpfiles.d(5)). Value.
struct CleaningRule
{
    QString path; ///< Whose contents are removed.
    QString age;  ///< As it is written: "10d".
    QString file; ///< Where the rule is.

    friend bool operator==(const CleaningRule &, const CleaningRule &) = default;
};

/// The rule that concerns what is in @p directory, of those below @p systemRoot (empty: /); nothing when
/// there is none or an exclusion overrides it.
[[nodiscard]] std::optional<CleaningRule> cleaningRuleFor(const QString &directory,
                                                          const QString &systemRoot);

/// Whether a cleaner of temporary files will come for the runtime directory.
[[nodiscard]] Findings checkTmpCleaner(const DoctorContext &context);

} // namespace DaemonRpc::Cli
