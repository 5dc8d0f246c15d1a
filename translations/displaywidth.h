// How wide text is on a terminal.
#pragma once

#include <QString>
#include <QStringList>

namespace DaemonRpc {

/// Columns that @p text takes: combining marks take none, East Asian wide characters and emoji two
/// (Unicode Standard Annex 11, the blocks in common use). Independent of the locale, unlike wcwidth(3).
[[nodiscard]] int displayWidth(QStringView text);

/// @p text followed by the blanks that make it @p columns wide; never cut.
[[nodiscard]] QString paddedTo(const QString &text, int columns);

/// @p text, its end replaced by "…" when it is wider than @p columns.
[[nodiscard]] QString cutToWidth(const QString &text, int columns);

/// @p text in lines of at most @p columns, broken at blanks and, where there are none, between East Asian
/// characters (Unicode Standard Annex 14). What cannot be broken stays whole, however wide. A line feed ends
/// a line.
[[nodiscard]] QStringList wrappedToWidth(const QString &text, int columns);

/// A line of a help text: @p term, indented by two, and @p explanation beside it, @p termColumns from the
/// left and at most @p columns wide in all, its further lines below each other; below a term that is too
/// long.
[[nodiscard]] QString explainedTerm(const QString &term, const QString &explanation, int termColumns,
                                    int columns);

} // namespace DaemonRpc
