// How wide text is on a terminal.
#pragma once

#include <QString>

namespace DaemonRpc::Cli {

/// Columns that @p text takes: combining marks take none, East Asian wide characters and emoji two
/// (Unicode Standard Annex 11, the blocks in common use). Independent of the locale, unlike wcwidth(3).
[[nodiscard]] int displayWidth(QStringView text);

/// @p text followed by the blanks that make it @p columns wide; never cut.
[[nodiscard]] QString paddedTo(const QString &text, int columns);

/// @p text, its end replaced by "…" when it is wider than @p columns.
[[nodiscard]] QString cutToWidth(const QString &text, int columns);

} // namespace DaemonRpc::Cli
