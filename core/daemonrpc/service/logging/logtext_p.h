// Making text from anywhere harmless in a log.
#pragma once

#include <QByteArray>
#include <QStringView>

namespace DaemonRpc {

/// Appends @p text as UTF-8 to @p line with everything escaped that could end a line, act on a terminal or
/// reorder what a person sees: `\n`, `\r`, `\t`, `\\`, `\x1b` (C0, DEL, C1), `\u202e` (separators, direction
/// marks, half surrogates). What is appended never contains a line feed.
void appendEscaped(QByteArray &line, QStringView text);

/// The same within a JSON string, by the escapes of RFC 8259, section 7: a parser gives back @p text.
void appendJsonEscaped(QByteArray &line, QStringView text);

/// How many bytes @p text has as UTF-8; a half surrogate counts as three.
[[nodiscard]] qint64 utf8Size(QStringView text);

/// The longest beginning of @p text with at most @p maxBytes of UTF-8 that splits no character.
[[nodiscard]] QStringView cutToUtf8(QStringView text, qint64 maxBytes);

} // namespace DaemonRpc
