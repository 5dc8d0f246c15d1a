// The bytes of a configuration file, as far as they can be trusted.
#pragma once

#include "configurationproblems_p.h"

#include <QByteArray>

#include <optional>

namespace DaemonRpc::ConfigurationFile {

constexpr qsizetype maxBytes = 1024 * 1024;

/// Who may have put a file where it is.
enum class Trust {
    Anyone,     ///< A person has named it.
    OwnerOrRoot ///< It was found at its usual place: only the daemon's user and root may own it.
};

/// Whether there is anything at @p path; a link to nothing counts as something, what lies behind a directory
/// that may not be searched does not.
[[nodiscard]] bool exists(const QString &path);

/// Reads @p path without its byte order mark; never blocks, never takes more than maxBytes. Nothing when
/// there is a problem, which it adds: not a regular file, unreadable, writable by everybody, of a stranger,
/// too large, not UTF-8, control characters.
[[nodiscard]] std::optional<QByteArray> read(const QString &path, Trust trust,
                                             ConfigurationProblems &problems);

/// The checks of the contents alone.
[[nodiscard]] std::optional<QByteArray> checkText(const QByteArray &bytes, ConfigurationProblems &problems);

} // namespace DaemonRpc::ConfigurationFile
