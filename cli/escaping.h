// Making text from elsewhere harmless on a terminal.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace DaemonRpc::Cli {

/// Whether @p character acts on a terminal instead of being shown: control characters, line separators,
/// direction marks. All of these lie in Unicode's basic plane.
[[nodiscard]] bool isHarmfulOnTerminal(QChar character);

/// Whether line feeds are part of the text or one more character to escape.
enum class LineFeeds { Escape, Keep };

/// @p text with every character that could move the cursor, colour, retitle or reorder what a person sees
/// replaced by a visible escape: control characters (`\x1b`, `\n`), and Unicode's line separators and
/// direction overrides (`\u{202e}`). A backslash stays as it is: this is for reading, not for parsing.
[[nodiscard]] QString escapedForTerminal(QStringView text, LineFeeds lineFeeds = LineFeeds::Escape);

/// The same for bytes, read as UTF-8; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] QString escapedForTerminal(QByteArrayView bytes);

/// Arguments as one line, quoted where a shell would need it, escaped, and cut with "…" after
/// @p maxCharacters.
[[nodiscard]] QString displayedArguments(const QByteArrayList &arguments, qsizetype maxCharacters);

} // namespace DaemonRpc::Cli
