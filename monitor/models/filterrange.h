// Numbers, sizes, durations and times as people type them.
#pragma once

#include "models/column.h"

#include <QString>

#include <optional>

namespace DaemonRpc::Monitor {

/// The values that a person means by a number: "5s" is every duration from 5,000 ms to just below 6,000 ms,
/// "15:04" a minute. Value.
///
/// Read are: durations with a unit (ms, s, min or m, h, d; "1h30min"; a bare number counts seconds), sizes
/// (B, KiB, MiB, GiB, TiB, and k, M, G, T of thousands; a bare number counts bytes), percents with or without
/// "%", rates with or without "/s", and times ("15:04", "15:04:05" of today, "2026-11-21",
/// "2026-11-21T15:04:05"). Decimals have a point in every language, so that what one person types means the
/// same to another.
struct FilterRange
{
    double from = 0;
    double to = 0; ///< The last that is meant.
    /// How much less than from is rounded to it, where there are parts: "0.5" is what is shown so.
    double below = 0;

    /// Nothing when @p text is none, or @p kind is no number's.
    [[nodiscard]] static std::optional<FilterRange> parse(ColumnKind kind, const QString &text);

    /// How @p value is written so that parse() reads it again; empty for what cannot be asked for.
    [[nodiscard]] static QString write(ColumnKind kind, const QVariant &value);

    /// What can be written, for messages: "a duration, such as 500ms, 5s or 1h30min". Translated.
    [[nodiscard]] static QString expectation(ColumnKind kind);

    [[nodiscard]] static bool isNumeric(ColumnKind kind);
};

} // namespace DaemonRpc::Monitor
